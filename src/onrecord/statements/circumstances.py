"""To whom something was said, and in what: `told [the Fox News Channel]`, `said in [its readout of the call]`.

Both are slices of the cue's own sentence, near the cue and outside the content; where the sentence doesn't say, None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.schema import Span
from onrecord.statements.clause import Clause, Stretch, clause_around
from onrecord.statements.noun_phrase import DAY, noun_phrase_at

_PRONOUN = r"(?:me|us|you|him|her|them)\b"
_DETERMINER = r"(?:the|an?|his|her|its|their|our|my|some|several|many|other|fellow|those|these)\s"
_PEOPLE = (
    r"(?:reporters?|journalists?|lawmakers|voters|supporters|delegates|viewers|listeners|students|officials|"
    r"colleagues|aides|allies|donors|investigators|investors|police|jurors|senators|members|parents|prosecutors|"
    r"customers|analysts|employees|workers|residents|diplomats|soldiers|troops|leaders|followers|fans|friends|readers|"
    r"attendees|participants|graduates|attorneys|media|local|state|foreign|European|television)\b"
)
_SOMEBODY = rf"(?={_DETERMINER}|{_PRONOUN}|{_PEOPLE}|[A-Z0-9])"
_NO_DAY = rf"(?!{DAY})"
_TOLD = re.compile(
    r"\b(?:told|tells?|telling)(?:\s+(?:also|then|later|once|\w+ly))?\s+"
    rf"{_NO_DAY}(?!(?:of|that|how|why|what|when|where|whether|about|it|this|to|in|on|at|by|from|through|and)\b)(?=[\w“\"])"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|get|got|gets|when|if|once|as|all|seldom)(?:\s+\w+ly)?\s*$", re.I
)
# "a joke" and "the truth" are what is told.
_NOT_PEOPLE = re.compile(
    r"(?:(?:the|an?|his|her|their|its) )?(?:\w+ )?(?:joke|truth|story|tale|lie|stories|lies|jokes|anecdote)s?\b"
)
_SAID_TO = re.compile(
    r"\b(?:said|says|saying|wrote|writes|writing|remarked|announced|explained|complained|confided|shouted|replied|"
    r"quipped|confirmed|testified|repeated)"
    rf"(?:\s+\w+ly|\s+{DAY})?\s+to\s+{_SOMEBODY}"
)
_SPEAKING_TO = re.compile(
    rf"\b(?:[Ss]peaking|spoke|[Tt]alking|remarks|comments|letter|letters|email|memo)\s+(?:to|with)\s+{_SOMEBODY}"
)
_INTERVIEW = re.compile(rf"\b[Ii]nterviews?\s+with\s+{_SOMEBODY}")
# `urged Congress to act`; of `urged a halt` the object is no addressee: only names, pronouns and people can be.
_ADDRESSED = re.compile(
    r"\b(?:asked|asks|asking|urged|urges|urging|warned|warns|warning|assured|assures|assuring|informed|notified|"
    r"reminded|reminding|advised|instructed|reassured|briefed|cautioned|implored|begged|ordered|pressed|encouraged|"
    r"(?:called|calls|calling) (?:on|upon))\s+"
    rf"{_NO_DAY}(?={_PRONOUN}|(?:the\s+)?(?:{_PEOPLE}|[A-Z]))"
)
_MEDIA = (
    r"(?:statement|interview|post|posting|tweet|message|e-?mail|letter|speech|address|readout|commentary|"
    r"column|op-ed|article|essay|blog|memo|memorandum|report|filing|ruling|opinion|dissent|conference|briefing|call|"
    r"video|podcast|broadcast|telecast|program|programme|show|appearance|remark|comment|testimony|hearing|debate|rally|"
    r"note|release|book|memoir|autobiography|ad|advertisement|editorial|telegram|transcript|complaint|lawsuit|"
    r"indictment|affidavit|town hall|sermon|eulogy|poll|survey|study|paper|document|communiqué|resolution|"
    r"declaration|gaggle|voicemail|text|newsletter|profile|livestream|webcast|monologue|deposition)"
)
_STATION = r"(?:CNN|MSNBC|CNBC|CBS|NBC|ABC|NPR|PBS|BBC|C-SPAN|Fox News|Fox Business|Fox)"
_SHOW = r"(?:[“\"‘]|'')[^“”\"\n]{3,40}?(?:[”\"’]|'')|[A-Z][\w-]+(?: (?:(?:of|the) )*[A-Z][\w-]+){0,4}"
_CHANNEL = (
    r"(?:Twitter|Facebook|Telegram|Truth Social|Instagram|TikTok|YouTube|WhatsApp|LinkedIn|Weibo|Snapchat|Reddit|"
    r"Bluesky|Mastodon|X(?=[\s,.]|$)|social media|(?:state |live |national )?(?:television|TV|radio)\b(?! \w)|"
    r"the air\b|"
    rf"{_STATION}\b(?:['’]s? (?:{_SHOW}))?(?! \w+ show))"
)
_OWNER = r"(?:an?|the|his|her|its|their|this|that|one|another|(?:[A-Z][\w.]+ )?[A-Z][\w.]+['’]s?)"
# "a previously unpublished interview"; not "a speaker at a rally", nor "the roll call"
_MODIFIER = (
    r"(?!(?:to|that|of|at|in|on|for|by|from|with|who|roll|and|after|before|during|upcoming|next|planned)\b)[\w$'’.-]+"
)
_MEDIUM = re.compile(
    r"\b(?:(?:[Ii]n|[Oo]n|[Vv]ia|[Dd]uring|[Aa]t|[Tt]hrough|[Bb]y|[Ff]rom|[Oo]ver|[Aa]ccording to)\s+(?P<medium>"
    rf"{_OWNER}\s+(?:{_MODIFIER}\s+){{0,5}}?{_MEDIA}s?\b(?: (?:post|conference|call|message)\b)?"
    rf"|{DAY}['’]s (?:\w+ ){{0,2}}?{_MEDIA}\b|{_CHANNEL})"
    # Without a determiner: "via email", "in televised remarks"; "seized on recent comments" is no medium.
    r"|(?:[Ii]n|[Vv]ia|[Bb]y|[Dd]uring)\s+(?P<bare>(?:(?:prepared|recent|separate|televised|written|court|public|"
    rf"opening|news)\s)?{_MEDIA}s?\b)(?! \w+ing))"
)
_COMPLEMENT = re.compile(rf"\s+(?:(?:with|of)\s+(?=[A-Za-z0-9])|(?:to|from)\s+{_SOMEBODY})")
# A relative clause speaks of another time and place: `said Ms. Ray, who resigned in a statement on Monday`.
_ELSEWHERE = re.compile(r"\b(?:who|whom|whose|which|where|when|after|before|because|while|since)\b|;")
_FRONTED = re.compile(r"\W*(?:In|On|Via|During|At|Speaking|According to)\b")
_FAR = 60


def find_addressee(text: str, cue: Sequence[Span], content: Sequence[Span], source: Sequence[Span]) -> Span | None:
    """Find whom the source spoke to: `told [CNN's Jake Tapper] on Sunday that`, `an interview with [Le Monde]`."""
    if not cue:
        return None
    clause = clause_around(text, cue, content)
    for begin, end in (*_addressed(text, clause, cue), *_spoken_to(text, clause, cue, source)):
        span = noun_phrase_at(text, begin, end)
        if span and not any(span.overlaps(other) for other in (*content, *source)):
            return span
    return None


def _addressed(text: str, clause: Clause, cue: Sequence[Span]) -> Iterator[Stretch]:
    """Where the object of the cue's own verb begins: `told …`, `said to …`, `urged …`."""
    start, end = clause.after
    for pattern in (_TOLD, _SAID_TO, _ADDRESSED):
        match = pattern.search(text, start, end)
        if match is None or match.start() >= cue[0].end:
            continue
        # "was told reporters …" tells of a listener, and "told a joke" of none.
        passive = _PASSIVE.search(text, max(match.start() - 20, 0), match.start())
        if pattern is not _TOLD or not (passive or _NOT_PEOPLE.match(text, match.end())):
            yield match.end(), end


def _spoken_to(text: str, clause: Clause, cue: Sequence[Span], source: Sequence[Span]) -> Iterator[Stretch]:
    """Where the addressee of an interview or of `speaking to` begins."""
    for start, end in _places(text, clause, cue, source):
        for pattern in (_SPEAKING_TO, _INTERVIEW):
            match = pattern.search(text, start, end)
            if match and match.start() - start <= _FAR:
                yield match.end(), end


def _before_relative(text: str, stretch: Stretch) -> Stretch:
    match = _ELSEWHERE.search(text, *stretch)
    return stretch[0], match.start() if match else stretch[1]


def find_medium(text: str, cue: Sequence[Span], content: Sequence[Span], source: Sequence[Span]) -> Span | None:
    """Find in what it was said, without the preposition: `in [a social media post]`, `according to [a statement]`."""
    if not cue:
        return None
    for start, end in _places(text, clause_around(text, cue, content), cue, source):
        match = _MEDIUM.search(text, start, end)
        if match and match.start() - start <= _FAR:
            span = Span.of(text, match.start(match.lastgroup or 0), _complemented(text, match, end))
            if not any(span.overlaps(other) for other in content):
                return span
    return None


def _places(text: str, clause: Clause, cue: Sequence[Span], source: Sequence[Span]) -> Iterator[Stretch]:
    """The cue itself; what follows it, or an inverted source (`said Ms. Ray in a tweet`); what opens the sentence."""
    start, end = clause.after
    yield start, min(cue[0].end, end)
    follower = next((span.end for span in source if cue[0].end <= span.start <= cue[0].end + 2), cue[0].end)
    yield _before_relative(text, (start if follower == cue[0].end else follower, end))
    yield _before_relative(text, clause.tail)
    yield _opening(text, clause, source)


def _opening(text: str, clause: Clause, source: Sequence[Span]) -> Stretch:
    """`In a statement on Monday, the ministry said`: only a phrase that opens the sentence, or that touches the cue."""
    start, end = clause.before
    if _FRONTED.match(text, start, end):
        comma = text.find(",", start, end)
        return start, comma if comma >= 0 else end
    near = max([span.end for span in source if start <= span.end <= end], default=end)
    return near, end


def _complemented(text: str, match: re.Match[str], end: int) -> int:
    """`its readout` → `its readout of the call`; `an interview` → `an interview with CNN`."""
    complement = _COMPLEMENT.match(text, match.end(), end)
    phrase = noun_phrase_at(text, complement.end(), end) if complement else None
    return phrase.end if phrase else match.end()
