"""Does a clause say what ought to be done? `they must withdraw`, `Let's go`, `we need change`."""

from __future__ import annotations

import re
from typing import Final

_FINITE: Final = (
    "is|are|was|were|who|that|which|because|if|when|has|have|had|will|would|said|says|did|does|do|can|could|may|might|"
    "thinks?|knows?|believes?|why|how|what"
)
_WORD: Final = rf"(?!(?:{_FINITE})\b)[\w'’“”\"$%.-]+ "
_SUBJECT: Final = rf"(?!i )(?:{_WORD}){{1,12}}?"
_SHORT_SUBJECT: Final = rf"(?!(?:i|he|she|it) )(?:{_WORD}){{1,3}}?"
_ADVERB: Final = r"(?:also |really |just |still |simply |first |now |then |all |absolutely |never )?"
# “He should have known” looks back, “you must be tired” guesses, “it should be noted” only leads in, and “the question
# should be why” asks.
_NOT_ASKED: Final = (
    r"(?! (?:have|be (?:proud|noted|fun|easy|hard|able|tired|said|clear|kidding|interesting|obvious|why|whether|how|"
    r"what)|come as|go without)\b)"
)
_OBLIGATION = re.compile(
    rf"{_SUBJECT}(?:do |does )?[\"“]?{_ADVERB}(?:must|should|ought to|needs? to|had better|would better)(?: not)?"
    rf"{_NOT_ASKED},? [\"“]?[a-z]"
)
_HAD_BETTER = re.compile(r"(?:he|she|they|you|we|it) better (?!than\b)[a-z]")
# “We have to live with it” and “you have to wonder” ask for nothing.
_DUTY = re.compile(
    rf"(?:(?:we|you) (?:all |both |just |really )?have|{_SHORT_SUBJECT}has|(?:the )?\w+ have) (?:got )?to "
    r"(?!deal|contend|live|say|wonder|admit|acknowledge|remember|be able|face|do with)[a-z]|"
    r"(?:he|she|they) (?:has|have) got to "
)
_NEED = re.compile(
    rf"(?:we|(?:the|this|our|my) (?:\w+ ){{1,3}}?|america |people ) ?{_ADVERB}needs? (?!to be\b)\w+\b|"
    r"there (?:is|was) (?:an? )?(?:\w+ )?need (?:for|to)\b|what [\w ]{2,30} needs? (?:[\w ]+ )?(?:is|was)\b|"
    r"[^,;]{3,50} (?:is|are) (?:badly |urgently |sorely )?needed\b"
)
_THE_NEED = re.compile(
    r"(?:the|an?) (?:\w+ )?(?:need|imperative|necessity) (?:for|to|that)\b"
    r"(?!.*\b(?:is|are|was|were|would|will|could|has)\b)"
)
_TIME = re.compile(
    r"(?:it|now) (?:is|was) (?:long past |high |past |about |the )?time (?:to|for|that|we|he|she|they)\b"
)
_WISE = re.compile(rf"{_SUBJECT}(?:would be|would do) (?:wise|well|smart|right) to\b")
_IMPERATIVE = re.compile(
    r"(?:please |just |so |then )?(?:let \w+ |do not |never |stop |vote |look at |give |take |get |leave |stay |come |"
    r"keep |put |join |tell |bring |send |release |wait |remember |pay |hands up|consider |imagine |notice |promise |"
    r"lock |build |sell |check |be (?!ing)|listen to|make (?:sure|america|it|them|him|her|your|no mistake)|"
    r"show (?:me|us|them|him|her|some)|call (?:me|us|them|your|him|her|the)|ask (?:yourself|him|her|them|me)|"
    r"think (?:of|about)|go (?:to|home|out|back|pick|and)|watch (?:the|out|what|how|this)|read (?:the|my|it))"
)
_DISCOURSE = re.compile(
    r"let me (?:be|say|tell|just)|do not get me wrong|never mind|remember when|take it from|put it|come on|imagine if|"
    r"be that as|keep in mind"
)
_PRESCRIPTIONS: Final = (_OBLIGATION, _HAD_BETTER, _DUTY, _NEED, _THE_NEED, _TIME, _WISE)


def prescribes(clause: str, *, is_spoken: bool) -> bool:
    """Whether the main clause, lower case and spelled out, says what somebody is to do. Imperatives are spoken."""
    if any(pattern.match(clause) for pattern in _PRESCRIPTIONS):
        return True
    return is_spoken and bool(_IMPERATIVE.match(clause)) and not _DISCOURSE.match(clause)
