"""Does a clause say what ought to be done? `they must withdraw`, `Let's go`, `we need change`."""

from __future__ import annotations

import re
from typing import Final

_NO_FINITE_VERB: Final = (
    r"(?!is\b|are\b|was\b|were\b|who\b|that\b|which\b|because\b|if\b|when\b|has\b|have\b|had\b|will\b|"
    r"would\b|said\b|says\b|"
    r"did\b|does\b|do\b|can\b|could\b|may\b|might\b|thinks?\b|knows?\b|believes?\b|why\b|how\b|what\b)"
)
_SUBJECT: Final = rf"(?!i )(?:{_NO_FINITE_VERB}[\w'’“”\"$%.-]+ ){{1,9}}?"
_ADVERB: Final = r"(?:also |really |just |still |simply |first |now |then |all |absolutely |never )?"
# “He should have known” looks back, “you must be tired” guesses, “it should be noted” only leads in.
_NOT_ASKED: Final = (
    r"(?! (?:have|be (?:proud|noted|fun|easy|hard|able|tired|said|clear|kidding|interesting|obvious)|"
    r"come as|go without)\b)"
)
_OBLIGATION = re.compile(
    rf"{_SUBJECT}(?:do |does )?[\"“]?{_ADVERB}(?:must|should|ought to|needs? to|had better|would better|"
    rf"better)(?: not)?{_NOT_ASKED},? [\"“]?[a-z]"
)
_OUR_DUTY = re.compile(
    rf"(?:we|you|the (?:\w+ ){{1,2}}) ?(?:all |both |just |"
    rf"really )?have (?:got )?to {_NO_FINITE_VERB}(?!deal|contend|live|say|wonder|admit|acknowledge|"
    r"remember)|"
    r"(?:he|she|they|we|you)(?:'s| has| have) got to "
)
_NEED = re.compile(
    rf"(?:we|(?:the|this|our|my) (?:\w+ ){{1,3}}?|america |people ) ?{_ADVERB}needs? (?!to be\b)(?:an?|the|"
    r"more|better|less|new|change|\w+)\b|"
    r"(?:the|an?) (?:\w+ )?(?:need|imperative|necessity) (?:for|to|that)\b(?!.*\b(?:is|are|was|were|would|"
    r"will|could|has)\b)|"
    r"what [\w ]{2,30} needs? (?:[\w ]+ )?(?:is|was)\b"
)
_TIME = re.compile(
    r"(?:it (?:is|was)|it's|now is) (?:long past |high |past |about |the )?time (?:to|for|that|we|he|she|"
    r"they)\b"
)
_WISE = re.compile(rf"{_SUBJECT}(?:would be|would do) (?:wise|well|smart|right) to\b")
_IMPERATIVE = re.compile(
    r"(?:please |just |so |then )?(?:let us |let's |do not |never |stop |vote |look at |give |take |get |"
    r"leave |stay |come |keep |"
    r"put |join |tell |bring |send |release |wait |remember |pay |hands up|consider |imagine |notice |"
    r"promise |lock |build |"
    r"sell |be (?!ing)|make sure|make (?:america|it|them|him|her|your|no mistake)|show (?:me|us|them|him|"
    r"her|some)|call (?:me|us|them|your|him|her|the)|"
    r"ask (?:yourself|him|her|them|me)|think (?:of|about)|go (?:to|home|out|back|pick|and)|listen to|"
    r"watch (?:the|out|what|how|this)|read (?:the|my|it)|check )"
)
_DISCOURSE = re.compile(
    r"(?:let me (?:be|say|tell|just)|do not get me wrong|never mind|remember when|take it from|put it|"
    r"come on|imagine if|be that as|keep in mind)"
)


def prescribes(clause: str, *, is_spoken: bool) -> bool:
    """Whether the main clause, lower case and spelled out, says what somebody is to do. Imperatives are spoken."""
    if any(pattern.match(clause) for pattern in (_OBLIGATION, _OUR_DUTY, _NEED, _TIME, _WISE)):
        return True
    return is_spoken and bool(_IMPERATIVE.match(clause)) and not _DISCOURSE.match(clause)
