"""A content as one would put it forward alone: without "the claim that", with its subject in place.

"Its soldiers are encircled", said by Ukraine, is "Ukraine's soldiers are encircled"; "Kyiv of shelling the plant",
of which Moscow accused it, is "Kyiv shelling the plant".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from onrecord.schema import Stance

_NOUNS: Final = (
    r"accusation|allegation|argument|assertion|assessment|charge|claim|conclusion|contention|idea|notion|suggestion|"
    r"report|rumou?r|theory|view|fact|statement|complaint|belief|warning|prediction|finding|speculation|news"
)
_OWNER: Final = r"(?:(?:(?-i:[A-Z])[\w.’'-]*(?: |(?<=[’'])))+|(?:his|her|its|their|the [\w ]{3,30})[’']?s? )?"
# "The allegation that …", "Congo's claim that …", "any suggestion that …", "reports that …".
_FRAME: Final = re.compile(
    rf"^[\"“”'‘]?(?:(?:the|a|an|any|all|these|those|such|this|that) )?{_OWNER}(?:[\w-]+ )?(?:{_NOUNS})s? that (?=\w)",
    re.IGNORECASE,
)
# "Denied these allegations: “She was never forced to work”": the words in quotation marks say what is so.
_POINTER: Final = re.compile(
    rf"^(?:the|these|those|this|that|such|all)(?: of)?(?: the| these)? (?:[\w-]+ )?(?:{_NOUNS})s?[,:;]? (?=[\"“])",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"^[\"“](?-i:[A-Z]).*[.!][\"”’']*$", re.DOTALL)
_CALLS: Final = re.compile(
    rf"^[\"“”'‘]?(?:(?:the|a|an|any|all|these|those|such) )?{_OWNER}(?:[\w-]+ )?"
    r"(?:(?:call|demand|request|appeal|offer|proposal|plan|idea|bid|effort|push|order)s?) (?:to|for|of|that) (?=\w)",
    re.IGNORECASE,
)
_ACTS: Final = frozenset({"rejects", "accepts", "demands", "denies", "offers", "doubts", "conditions"})
_FALSE: Final = (
    r"(?:not true|untrue|false|a lie|lies|wrong|a hoax|baseless|unfounded|nonsense|fabricated|absurd|groundless)"
)
_FALSE_BEHIND: Final = re.compile(
    rf"^[\"“”'‘]?(?:the|a|an|any|these|those|this|that|"
    rf"such)? ?(?:[\w-]+ )?(?:{_NOUNS})s? that (?P<rest>.+?) (?:is|are|was|were) "
    rf"(?:\w+ly )?{_FALSE}[.,\"”'’]*$",
    re.IGNORECASE | re.DOTALL,
)
_FALSE_BEFORE: Final = re.compile(
    rf"^[\"“”'‘]?(?:it|it['’]s|it is|it was|that) ?(?:is|was|['’]s)? (?:\w+ly )?{_FALSE} (?:that|"
    rf"to say that|to say) (?P<rest>.+)$|"
    r"^[\"“”'‘]?there (?:is|was|['’]s|has been) (?:no|little|not any) (?:\w+ )?(?:truth|evidence|"
    r"sign|indication|proof|danger|"
    r"risk|reason to believe|way) (?:that|of) (?P<rest2>.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "It would never accept the terms" rejects the terms, and "we support the ban" accepts the ban: the stance has said it.
_OWN_ACT: Final = re.compile(
    r"^[\"“”'‘]?(?:[\w.’'-]+ ){1,5}?(?:(?:will|would|could|can|do|does|did|is|was|has|have|ca|"
    r"wo)(?:n['’]t)? )?(?:not |never |"
    r"strongly |fully |firmly )*(?:accept|support|oppos|back|reject|endors|agree to|agree with|vote for|vote against|"
    r"approv|welcom|sign|tolerat)\w* (?:of |to |for )?(?=\w)",
)
_MUST: Final = re.compile(r" (?:must|should|ought to|needs? to|ha(?:s|ve) to|had better)(?= )")
_NOT_BEHIND: Final = re.compile(r"^ (?:not|never)\b")
_LEADING: Final = re.compile(r"^[\"“”'‘]?(?:that|whether|if|to|for|of|as|about|how) (?=\w)", re.IGNORECASE)
_GERUND: Final = re.compile(r"^(?:ever |not |having )?[a-z]{2,}ing\b|^to [a-z]+ |^having [a-z]+ed ")
_ACCUSED: Final = re.compile(
    r"^(?P<who>(?:the |his |her |its |their )?[\w.’' -]{2,60}?) of (?P<what>(?:\w+ly )?\w+ing\b.*)$", re.DOTALL
)
_FIRST_PERSON: Final = {"i": "", "we": "", "me": "", "us": "", "my": "’s", "our": "’s", "ours": "’s", "mine": "’s"}
_THING: Final = {"its": "’s", "it": ""}
_HE: Final = {"he": "", "his": "’s", "him": ""}
_SHE: Final = {"she": "", "her": "’s"}
_THEY: Final = {"they": "", "their": "’s", "them": ""}
_PRONOUN: Final = re.compile(
    r"\b(?:I|we|me|us|my|our|ours|mine|its?|he|his|him|she|her|they|their|them)\b", re.IGNORECASE
)
# "It is clear that" stands for nothing.
_EXPLETIVE: Final = re.compile(
    r"^it(?:['’]s| is| was| would be| seems| appears| will be)(?: [\w-]+){1,3}? (?:that|to|whether|for)\b",
    re.IGNORECASE,
)


class Wording(NamedTuple):
    """A content's proposition in words, where it begins in the content as given, whether it is thereby denied,
    and whether it is named as something that may be true: "the claim that".
    """

    text: str
    skipped: int
    denied: bool = False
    framed: bool = False


class Voice(NamedTuple):
    """Whom the pronouns of a content may stand for: the speaker, and whether it is a person."""

    name: str
    kind: str
    quoted: bool


def put_forward(content: str, stance: Stance) -> Wording:
    """Take off what only frames the proposition: "the claim that", "it is false that", "calls to"."""
    if pointer := _POINTER.match(content):
        return Wording(content[pointer.end() :], pointer.end())
    behind = _FALSE_BEHIND.match(content)
    if behind:
        return Wording(behind["rest"], behind.start("rest"), stance != "denies", framed=True)
    before = _FALSE_BEFORE.match(content)
    if before:
        group = "rest" if before["rest"] else "rest2"
        return Wording(before[group], before.start(group), stance != "denies", framed=True)
    if frame := _FRAME.match(content):
        return Wording(content[frame.end() :], frame.end(), framed=True)
    if stance in _ACTS and (calls := _CALLS.match(content)):
        return Wording(content[calls.end() :], calls.end())
    if stance in ("accepts", "rejects") and (act := _OWN_ACT.match(content)):
        return Wording(content[act.end() :], act.end())
    return _without_lead(content, stance)


def says_itself(content: str, stance: Stance) -> bool:
    """Does who denies say in a whole sentence what is so instead? "The Church denied this: “She was a volunteer.”"

    Its words are put forward, and what they deny is denied by them alone: “She was never forced to work.”
    """
    pointer = _POINTER.match(content)
    return stance == "denies" and _SENTENCE.match(content[pointer.end() if pointer else 0 :]) is not None


def _without_lead(content: str, stance: Stance) -> Wording:
    lead = _LEADING.match(content)
    skipped = lead.end() if lead and (lead[0].strip().lower() != "to" or stance not in ("offers", "expects")) else 0
    text = content[skipped:]
    must = _MUST.search(text) if stance == "demands" else None
    if must:  # "They must not attack" demands that they do not attack.
        text = text[: must.start()] + text[must.end() :]
    return Wording(text, skipped)


def with_subject(text: str, stance: Stance, speaker: str) -> str:
    """Give "shelling the plant" and "to host the talks" the subject that the cue leaves to the source."""
    accused = _ACCUSED.match(text)
    if accused and stance == "asserts":
        return f"{accused['who']} {accused['what']}"
    if speaker and _GERUND.match(text) and stance not in ("demands", "rejects", "asks"):
        return f"{speaker} {text.removeprefix('to ').removeprefix('having ')}"
    return text


def with_names(text: str, known: Sequence[tuple[int, int, str]], voice: Voice) -> str:
    """Write a name for each pronoun that has one: `known` places (start, end, name), else the speaker where it fits."""
    pieces: list[str] = []
    at = 0
    for match in _PRONOUN.finditer(text):
        name = next((name for start, end, name in known if start < match.end() and match.start() < end), "")
        shown = _named(match[0].lower(), name, voice, expletive=bool(_EXPLETIVE.match(text, match.start())))
        if shown:
            pieces += [text[at : match.start()], shown]
            at = match.end()
    return "".join([*pieces, text[at:]])


def _named(pronoun: str, name: str, voice: Voice, *, expletive: bool) -> str:
    if pronoun in _FIRST_PERSON:
        return voice.name + _FIRST_PERSON[pronoun] if voice.quoted and voice.name else ""
    if expletive and pronoun == "it":
        return ""
    endings = {**_THING, **_HE, **_SHE, **_THEY}
    if name:
        return name + endings[pronoun]
    fitting = {"person": _HE | _SHE, "unnamed": _HE | _SHE | _THEY}.get(voice.kind, _THING | _THEY)
    # A seat of power may have been read as a person: "Kyiv denied its soldiers are encircled".
    fits = pronoun in fitting or pronoun == "its"
    return voice.name + endings[pronoun] if fits and voice.name and not voice.quoted else ""
