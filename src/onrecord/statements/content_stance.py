"""Where a cue is silent (`said`, a colon), the stance that the content takes itself: `said he would never accept it`.

Only the first sentence counts, without its lead-in (`Look, to be clear, I think that …`), and in it only what the
source says about itself, what it says must be, and what it calls true or false. Definitions: docs/stance.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onrecord.schema import Stance
from onrecord.statements.cue_lexicon import cue_lexicon, spelled_out
from onrecord.statements.prescriptions import prescribes

_MARKS = " \"“”'‘’«»`…[](){}—–-.,;:"
_ABBREVIATION = r"(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bdr)(?<!\bgov)(?<!\bsen)(?<!\brep)(?<!\bst)(?<!\bgen)(?<!\.[a-z])"
_SENTENCE_END = re.compile(rf"{_ABBREVIATION}([.!?])[\"”’')\]]*(?:\s+|$)")
# "And, of course, …", "Given the tone of this campaign, …", "If he got fifteen per cent, …", "Mr. Chair, will you …"
_LEAD_IN = re.compile(
    r"(?:that|and|but|so|because|well|look|listen|now|of course|obviously|frankly|honestly|clearly|again|"
    r"i mean|you know|"
    r"by the way|then|in fact|certainly|absolutely|sure|first|second|finally|also|(?:mr|mrs|ms|dr)\. [\w-]+|"
    r"(?:as|in|on|at|for|to|by|with|given|after|before|under|from|since|until|like|unlike|despite|if|when|while)\b"
    r"[^,.?!:;]{0,90}(?=,))\b,?[ \"“']+"
)
_THINKING = re.compile(
    r"(?:i|we|he|she|they) (?:also |still |really |just )?(?:thinks?|thought|believe[sd]?|feels?|felt|guess|suppose)"
    r",? (?:that )?(?!so\b|it$|about\b|of\b)"
)
_QUESTION = re.compile(
    r"(?:who|what|when|where|why|how|which|whose|am|is|are|was|were|do|does|did|can|could|will|would|should|have|has|"
    r"had|may|might|must)\b"
)
_SHORT_QUESTION: Final = 5  # words: "Coke user?", "What curfew?"
_UNTRUE: Final = (
    r"(?:not true|untrue|false(?! \w)|false (?:claim|narrative|reason|story|statement|report|accusation|allegation|"
    r"equivalency|premise|choice)|a lie|lies|nonsense|baseless|unfounded|fabricat\w+|a hoax|fake|bogus|not the case|"
    r"incorrect|inaccurate|not accurate|not correct)\b"
)
_DENIAL = re.compile(
    rf"(?:no, |[^,;]{{0,80}}?\b(?:is|are|was|were|'s|has been|being) (?:[a-z]+ly |just |all |simply |"
    rf"a total )?{_UNTRUE}|"
    rf"there (?:is|was) (?:absolutely )?no truth|{_UNTRUE}|nothing could be further from the truth|"
    r"(?:this|that|it) (?:was|is) not (?:my|his|her|their|our) (?:view|position|opinion)|(?:this|that|"
    r"it) (?:never|did not) happen)"
)
_CONFIRMATION = re.compile(
    r"(?:yes, |(?:he|she|it|that|you|they|this|[\w.]+ [\w-]+)(?: is|'s| are| was|"
    r" were) (?:[a-z]+ly )?(?:right|correct|true)\b"
    r"(?! (?:now|here|there|that you|to|away|believer))|it is true that)"
)
_OWN = (
    r"(?:i|we|he|she|they|it|(?:his|her|its|their|my|our) (?:own )?(?:clients?|government|country|party|"
    r"campaign|administration|side|team|company|group|department|office|agency|union|members|army|forces))"
)
_OWN_QUOTED = re.compile(r"(?:i|we|my client|our (?:government|country|party|campaign|administration|company|union)) ")
_OWN_PARAPHRASED = re.compile(rf"{_OWN} ")
_AUXILIARIES = re.compile(
    r"((?:(?:will|would|shall|can|could|may|might|do|does|did|has|have|had|am|are|is|was|were|been|be|and|"
    r"remain|remains|remained|"
    r"not|never|no longer|also|fully|strongly|firmly|flatly|still|now|only|simply|certainly|definitely|always|already|"
    r"absolutely|very|much|truly|greatly|deeply|extremely|increasingly|resolutely|adamantly|categorically|repeatedly|"
    r"ever|really|just|very|more|both|therefore),?[\"”“']* )*)[\"“']?"
)
_CONDITION = re.compile(
    r"\b(?:only (?:if|when|once|after|in exchange|in return)|unless|as long as|so long as|"
    r"provided(?: that|,)|on (?:the )?condition|"
    r"depending (?:up)?on|until|conditional|if and only if|in exchange for|in return for)\b"
)
_DEPENDS = re.compile(
    r"(?:my|our|his|her|its|their) [\w ]{3,40}? (?:depends?|depended|would depend|will depend|hinges?|is conditional|"
    r"is contingent|was conditional)\b"
)
# “As long as we break no law,” he said.
_BARE_CONDITION = re.compile(r"(?:as long as|so long as|only if|unless|provided that|on condition) [^,]+$")
_IF_THEN = re.compile(r"(?:that )?if [^,]{3,90} (?:he|she|they) (?:would|will) (?!be\b|have\b|win\b|lose\b)\w+")
_IF = re.compile(r"(?:that )?if\b")
_NEVER_ACCEPTED = re.compile(
    r"[^,;.]{2,40} (?:(?:will|would|does|do|can|could|and|not|never|ever),? ){2,6}(?:accept|tolerate|"
    r"stand for|bow|surrender)\b"
)
_LIMITED = re.compile(
    r"[^,;.]{3,90}\b(?:will|would|can|could|may|might)\b(?! (?:come|happen|work|amount|mean|occur|"
    r"be seen))[^;.]{2,110}\bonly if\b|"
    r"[^,;.]{3,60}\b(?:will|would|can|could|may|might) only (?!be\b|get\b|make\b)\w+[^;.]* (?:conditional|"
    r"if|when|in exchange)\b"
)
_READY = re.compile(r"(?:ready|willing|prepared|eager|happy|glad|committed) to\b")
_UNSURE = re.compile(r"(?:unsure|uncertain|unconvinced|skeptical|sceptical|doubtful|dubious)\b")
_SURE = re.compile(r"(?:sure|certain|convinced|persuaded|so sure)\b")
_FEELS_AHEAD = re.compile(
    r"(?:worried|concerned|afraid|hopeful|fearful|optimistic|pessimistic|confident|anxious|"
    r"looking forward)\b"
)
_AGAINST = re.compile(r"(?:opposed|against)\b")
_FOR = re.compile(r"(?:in favou?r of|open to|supportive of|in support of|on board with)\b")
_WORD_OF_PLAN = re.compile(r"(?:going to|about to)\b")
_SPEAKING: Final = (
    r"to (?:thank|say|note|stress|emphasi[sz]e|make (?:it )?clear|reiterate|add|remind|mention|know|point|"
    r"congratulate|tell|commend)\b"
)
_WANTING = re.compile(rf"(?:wants?|wanted|wish|wishes|would like|like)\b(?! {_SPEAKING})")
_PAST = re.compile(r"(?!need)[a-z]+ed$|said|told|thought|knew|felt|gave|made|took|got|went|saw|swore")
# “It will not be easy”, “I can't imagine it”, “we will never win” turn nothing down.
_OF_NOW: Final = frozenset({"have", "am", "are"})  # “I have said so, and we are calling for it”
_BEING: Final = frozenset({"am", "are", "is", "was", "were", "been", "be"})
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


# What somebody is, and where that stands; the second stance is that of not being it.
_STATES: Final[tuple[tuple[re.Pattern[str], Stance | None, Stance | None], ...]] = (
    (_READY, "offers", "rejects"),
    (_UNSURE, "doubts", None),
    (_SURE, None, "doubts"),
    (_FEELS_AHEAD, "expects", None),
    (_AGAINST, "rejects", None),
    (_FOR, "accepts", "rejects"),
)


@dataclass(frozen=True)
class _Clause:
    """What the source says of itself: its auxiliaries (`would never`), and the rest from the verb on."""

    auxiliaries: tuple[str, ...]
    rest: str
    is_spoken: bool

    @property
    def verb(self) -> str:
        return re.split(r"[^\w-]+", self.rest, maxsplit=1)[0]

    @property
    def is_denied(self) -> bool:
        return bool({"not", "never", "longer"}.intersection(self.auxiliaries))

    @property
    def is_suffered(self) -> bool:
        """`he was encouraged` encourages nobody."""
        return bool(_BEING.intersection(self.auxiliaries)) and self.verb.endswith("ed")

    @property
    def is_ahead(self) -> bool:
        return bool({"will", "would", "shall"}.intersection(self.auxiliaries))


def stance_of_content(content: str, source: str = "") -> Stance:
    """Return the stance that a content takes by its own words; asserts where it takes none."""
    is_spoken = source.lower() in ("i", "we") or content.lstrip()[:1] in ('"', "“", "'", "‘", "«", "”", "`")
    sentence = re.sub("[\"“”]|''|``", "", _first_sentence(spelled_out(content)))
    main = _without_lead_in(sentence)
    if _is_question(main):
        return "asks"
    return _own_stance(main, sentence, source, is_spoken) or _said_of_truth(main) or _of_others(main, is_spoken)


def _first_sentence(lowered: str) -> str:
    text = lowered.strip(_MARKS.replace(".", "")).lstrip(". ")
    end = _SENTENCE_END.search(text)
    return text[: end.end()].strip() if end else text


def _without_lead_in(sentence: str) -> str:
    for _ in range(4):
        rest = _LEAD_IN.sub("", sentence, count=1) if _LEAD_IN.match(sentence) else sentence
        rest = rest.lstrip(_MARKS)
        if rest == sentence:
            break
        sentence = rest
    return _THINKING.sub("", sentence, count=1) if _THINKING.match(sentence) else sentence


def _is_question(main: str) -> bool:
    if not main.rstrip(" \"”'’)]").endswith("?"):
        return False
    return bool(_QUESTION.match(main)) or len(main.split()) <= _SHORT_QUESTION


def _own_stance(main: str, sentence: str, source: str, is_spoken: bool) -> Stance | None:
    if _DEPENDS.search(main) or _BARE_CONDITION.match(sentence) or _IF_THEN.match(sentence):
        return "conditions"
    if _NEVER_ACCEPTED.match(main):
        return "rejects"
    clause = _own_clause(main, source, is_spoken)
    return _stance_of_clause(clause, sentence) if clause else None


def _own_clause(main: str, source: str, is_spoken: bool) -> _Clause | None:
    """Split `we will never accept it` after its subject, where that is the source: `we`, or a name for it."""
    subject = (_OWN_QUOTED if is_spoken else _OWN_PARAPHRASED).match(main)
    end = subject.end() if subject else _named_subject(main, source)
    if not end:
        return None
    auxiliaries = _AUXILIARIES.match(main, end)
    split = auxiliaries.end() if auxiliaries else end
    words = re.findall(r"[a-z]+", main[end:split])
    return _Clause(tuple(words), main[split:], is_spoken)


def _named_subject(main: str, source: str) -> int:
    """Where a subject ends that the source's own words name; 0 where none is."""
    named = {word for word in re.findall(r"[a-z]{4,}", source.lower()) if word not in ("with", "from", "that", "this")}
    words = list(re.finditer(r"[\w'’-]+ ", main))[:5]
    for word in words:
        if word[0].strip() in named and main[word.end() - 1] == " ":
            return word.end()
    return 0


def _stance_of_clause(clause: _Clause, sentence: str) -> Stance | None:
    if clause.is_ahead and (_CONDITION.search(sentence) or (_IF.match(sentence) and not clause.is_spoken)):
        return "conditions"
    state = _stance_of_state(clause)
    if state:
        return state
    if clause.is_denied:
        return _stance_of_refusal(clause)
    return _stance_of_verb(clause)


def _stance_of_state(clause: _Clause) -> Stance | None:
    """`we are ready to talk`, `they were not sure whether`, `I am opposed to it`."""
    for pattern, said, denied in _STATES:
        if pattern.match(clause.rest):
            return denied if clause.is_denied else said
    return None


def _stance_of_refusal(clause: _Clause) -> Stance | None:
    """`I will never vote for her` refuses; `it will not be easy` and `I did not see it` only say so."""
    match = cue_lexicon().longest(re.findall(r"[a-z'-]+", clause.rest), 0)
    if match and match.stance == "accepts" and clause.verb not in _ASSERTED_OFTEN:
        return "rejects"
    has_own_stance = match is not None and match.stance not in ("asserts", "offers")  # "will not deny it"
    is_act = not _BEING.intersection(clause.auxiliaries) and clause.verb not in _NO_REFUSAL
    if clause.is_ahead and is_act and not has_own_stance:
        return "rejects"
    return None


def _stance_of_verb(clause: _Clause) -> Stance | None:
    """The lexicon's stance of the verb, if that is what the source does now: `I promised` tells of a day gone by."""
    if _WANTING.match(clause.rest):
        return "demands"
    words = re.findall(r"[a-z'-]+", clause.rest)
    match = cue_lexicon().longest(words, 0)
    if match is None or clause.is_suffered or match.stance == "asserts" or clause.verb in _ASSERTED_OFTEN:
        return None
    if clause.verb in ("want", "wants", "wanted", "wish", "like"):
        return None
    is_past = clause.is_spoken and _PAST.match(clause.verb) and not _OF_NOW.intersection(clause.auxiliaries)
    return None if is_past else match.stance


def _said_of_truth(main: str) -> Stance | None:
    if _DENIAL.match(main):
        return "denies"
    return "confirms" if _CONFIRMATION.match(main) else None


def _of_others(main: str, is_spoken: bool) -> Stance:
    if _LIMITED.match(main):
        return "conditions"
    return "demands" if prescribes(main, is_spoken=is_spoken) else "asserts"
