"""What a source says of itself: `we will never accept it`, `he was ready to talk`, `the campaign planned to sue`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onrecord.schema import Stance
from onrecord.statements.cue_lexicon import Match, cue_lexicon

_OURS: Final = (
    "clients?|government|country|party|campaign|administration|side|team|company|group|department|office|agency|union|"
    "members|army|forces"
)
_OWN_SPOKEN = re.compile(rf"(?:i|we|(?:my|our) (?:own )?(?:{_OURS})) ")
_OWN_PARAPHRASED = re.compile(rf"(?:i|we|he|she|they|it|(?:his|her|its|their|my|our) (?:own )?(?:{_OURS})) ")
_AUXILIARIES = re.compile(
    r"((?:(?:will|would|shall|can|could|may|might|do|does|did|has|have|had|am|are|is|was|were|been|be|remain|remains|"
    r"remained|and|not|never|no longer|also|still|now|always|very|much|ever|just|more|both|therefore|"
    r"(?!rely|reply|apply|supply|comply)[a-z]{3,}ly),? )*)'?"
)
_CONDITION = re.compile(
    r"\b(?:only (?:if|when|once|after|in exchange|in return)|unless|as long as|so long as|provided(?: that|,)|"
    r"on (?:the )?condition|depending (?:up)?on|until|conditional|in exchange for|in return for)\b"
)
_IF = re.compile(r"(?:that )?if (?!elected\b)")  # “if elected, he'd leave it to the generals” sets no condition
_READY = re.compile(
    r"(?:ready|willing|prepared|eager|happy|glad|committed) to\b(?! (?:see|be|meet|have|hear|know|say|report))"
)
_UNSURE = re.compile(r"(?:unsure|uncertain|unconvinced|skeptical|sceptical|doubtful|dubious)\b")
_SURE = re.compile(r"(?:sure|certain|convinced|persuaded|so sure)\b")
_FEELS_AHEAD = re.compile(
    r"(?:worried|concerned|afraid|hopeful|fearful|optimistic|pessimistic|confident|anxious|looking forward)\b"
)
_GOING = re.compile(r"going to (?!be\b|happen\b|have\b|win\b|lose\b|work\b)")
_ASKING = re.compile(r"(?:(?:got|have|want|like|need) to )?ask you\b")
_AGAINST = re.compile(r"(?:opposed|against)\b")
_FOR = re.compile(r"(?:in favou?r of|open to|supportive of|in support of|on board with)\b")
# What somebody is, and where that stands; the second stance is that of not being it.
_STATES: Final[tuple[tuple[re.Pattern[str], Stance | None, Stance | None], ...]] = (
    (_READY, "offers", "rejects"),
    (_UNSURE, "doubts", None),
    (_SURE, None, "doubts"),
    (_FEELS_AHEAD, "expects", None),
    (_GOING, None, "rejects"),
    (_ASKING, "asks", None),
    (_AGAINST, "rejects", None),
    (_FOR, "accepts", "rejects"),
)
_SPEAKING: Final = (
    r"to (?:thank|say|note|stress|emphasi[sz]e|make (?:it )?clear|reiterate|add|remind|mention|know|point|congratulate|"
    r"tell|commend)\b"
)
_WANTING = re.compile(rf"(?:wants?|wanted|wish|wishes|rather|like)\b(?! {_SPEAKING})")
_WISHES: Final = frozenset({"want", "wants", "wanted", "wish", "like"})
_PART = re.compile(r"(?:a )?(?:part|party)\b")  # “I cannot be part of this”
_PAST = re.compile(r"(?!need)[a-z]+ed$|said|told|thought|knew|felt|gave|made|took|got|went|saw|swore")
_PAST_ACTS: Final = frozenset({"refused", "declined", "blocked", "banned"})
_OF_NOW: Final = frozenset({"have", "am", "are"})  # “I have said so, and we are calling for it”
_BEING: Final = frozenset({"am", "are", "is", "was", "were", "been", "be"})
# “It will not be easy”, “I can't imagine it”, “we will never win” turn nothing down.
_NO_REFUSAL: Final = frozenset(
    {"a", "able", "an", "be", "become", "been", "believe", "certain", "even", "feel", "find", "get", "going", "happen",
     "have", "hear", "help", "imagine", "in", "know", "like", "lose", "matter", "mean", "necessarily", "need",
     "possibly", "remember", "say", "see", "seem", "speak", "sure", "surprised", "that", "the", "think", "understand",
     "want", "win", "work", "yet"}
)  # fmt: skip
# What these words mean as cues they often do not mean in a sentence: “we sign off at ten”, “they block the road”.
_ASSERTED_OFTEN: Final = frozenset(
    {"ask", "asked", "asks", "back", "block", "challenge", "challenged", "direct", "discount", "order", "pass", "press",
     "pressed", "project", "push", "question", "request", "ruled", "second", "seek", "seeks", "set", "sign"}
)  # fmt: skip


@dataclass(frozen=True)
class OwnClause:
    """A clause whose subject is the source: its auxiliaries (`would never`), and the rest from the verb on."""

    auxiliaries: frozenset[str]
    rest: str
    is_spoken: bool

    @property
    def verb(self) -> str:
        """The first word of the rest."""
        return re.split(r"[^\w-]+", self.rest, maxsplit=1)[0]

    @property
    def is_denied(self) -> bool:
        """`not`, `never`, `no longer`."""
        return bool({"not", "never", "longer"} & self.auxiliaries)

    @property
    def is_ahead(self) -> bool:
        """`will`, `would`, `shall`."""
        return bool({"will", "would", "shall"} & self.auxiliaries)

    @property
    def is_suffered(self) -> bool:
        """`he was encouraged` encourages nobody."""
        return bool(_BEING & self.auxiliaries) and self.verb.endswith("ed")

    @property
    def entry(self) -> Match | None:
        """The lexicon's entry at the verb."""
        return cue_lexicon().longest(re.findall(r"[a-z'-]+", self.rest), 0)


def own_clause(main: str, source: str, *, is_spoken: bool) -> OwnClause | None:
    """Split a main clause after its subject, where that is the source: `we`, or a name for it; null elsewhere."""
    subject = (_OWN_SPOKEN if is_spoken else _OWN_PARAPHRASED).match(main)
    end = subject.end() if subject else _named_subject(main, source)
    auxiliaries = _AUXILIARIES.match(main, end)
    if not end or auxiliaries is None:
        return None
    return OwnClause(frozenset(re.findall("[a-z]+", auxiliaries[1])), main[auxiliaries.end() :], is_spoken)


def _named_subject(main: str, source: str) -> int:
    """Where a subject ends that the source's own words name; 0 where none is."""
    named = set(re.findall(r"[a-z]{4,}", source.lower())) - {"with", "from", "that", "this"}
    words = list(re.finditer(r"[\w'’-]+ ", main))[:5]
    return next((word.end() for word in words if word[0].strip() in named), 0)


def stance_of_clause(clause: OwnClause, sentence: str) -> Stance | None:
    """Return where the clause says that the source stands; null where it tells something else of it."""
    if clause.is_ahead and (_CONDITION.search(sentence) or (_IF.match(sentence) and _is_act(clause))):
        return "conditions"
    for pattern, said, denied in _STATES:
        if pattern.match(clause.rest):
            return denied if clause.is_denied else said
    return _stance_of_refusal(clause) if clause.is_denied else _stance_of_verb(clause)


def _stance_of_refusal(clause: OwnClause) -> Stance | None:
    """`I will never vote for her` refuses; `it will not be easy` and `I did not see it` only say so."""
    entry = clause.entry
    if entry and entry.stance == "accepts" and clause.verb not in _ASSERTED_OFTEN:
        return "rejects"
    has_own_stance = entry is not None and entry.stance not in ("asserts", "offers")  # "will not deny it"
    is_refusal = clause.is_ahead or (_PART.match(clause.rest) and {"can", "could"} & clause.auxiliaries)
    return "rejects" if is_refusal and _is_act(clause) and not has_own_stance else None


def _is_act(clause: OwnClause) -> bool:
    if _BEING & clause.auxiliaries and not _PART.match(clause.rest):
        return False
    return clause.verb not in _NO_REFUSAL


def _stance_of_verb(clause: OwnClause) -> Stance | None:
    if _WANTING.match(clause.rest):
        return "demands"
    entry = clause.entry
    if entry is None or entry.stance == "asserts" or clause.verb in _ASSERTED_OFTEN | _WISHES:
        return None
    return None if clause.is_suffered or _is_told(clause, entry.stance) else entry.stance


def _is_told(clause: OwnClause, stance: Stance) -> bool:
    """Whether it is an act of a day gone by: “I promised”, and, in a paraphrase, “he instructed the staff”.

    “Said he supported the bill” is no past act, but a present stance in the tense of `said`.
    """
    if not _PAST.match(clause.verb):
        return False
    if clause.is_spoken:
        return not _OF_NOW & clause.auxiliaries
    return stance in ("demands", "offers", "asks") or clause.verb in _PAST_ACTS
