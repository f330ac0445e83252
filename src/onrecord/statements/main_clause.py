"""What a content says first: its first sentence, and that without its lead-in (`Look, to be clear, I think that …`).

Texts are lower case, without contractions and double quotation marks.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.statements.cue_lexicon import spelled_out

_MARKS: Final = " \"“”'‘’«»`…[](){}—–-,;:"
_ABBREVIATION: Final = (
    r"(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bdr)(?<!\bgov)(?<!\bsen)(?<!\brep)(?<!\bst)(?<!\bgen)(?<!\.[a-z])(?<!\bu\.s)"
)
_SENTENCE_END = re.compile(rf"{_ABBREVIATION}[.!?][\"”’')\]]*(?:\s+|$)")
_PLAIN_LEAD_IN: Final = (
    "that|and|but|so|because|well|look(?=,)|listen(?=,)|now|of course|obviously|frankly|honestly|clearly|again|i mean|"
    r"you know|by the way|then|in fact|certainly|absolutely|sure|first|second|finally|also|(?:mr|mrs|ms|dr)\. [\w-]+"
)
_PHRASE: Final = (
    "as|in|on|at|for|to|by|with|given|after|before|under|from|since|until|like|unlike|despite|if|when|while"
)
# "And, of course, …", "Given the tone of this campaign, …", "If he got fifteen per cent, …", "Mr. Chair, will you …"
_LEAD_IN = re.compile(rf"(?:{_PLAIN_LEAD_IN}|(?:{_PHRASE})\b[^,.?!:;]{{0,90}}(?=,))\b,?[ \"“']+")
_LEAD_INS: Final = 4
_THINKING = re.compile(
    r"(?:i|we|he|she|they) (?:also |still |really |just )?(?:thinks?|thought|believe[sd]?|feels?|felt|guess|suppose)"
    r",? (?:that )?(?!so\b|it$|about\b|of\b)"
)
_INTERROGATIVE = re.compile(
    r"(?:who|what|when|where|why|how|which|whose|am|is|are|was|were|do|does|did|can|could|will|would|should|have|has|"
    r"had|may|might|must)\b"
)
_SHORT: Final = 5  # words: "Coke user?", "What curfew?"


def first_sentence(content: str) -> str:
    """Return the first sentence, in the shape that the module's head says."""
    text = spelled_out(content).strip(_MARKS).lstrip(". ")
    end = _SENTENCE_END.search(text)
    sentence = text[: end.end()].strip() if end else text
    return re.sub("[\"“”]|''|``", "", sentence)


def without_lead_in(sentence: str) -> str:
    """Return the sentence from its main clause on: “but if rates fall, I think we should buy” → we should buy."""
    for _ in range(_LEAD_INS):
        rest = _LEAD_IN.sub("", sentence, count=1) if _LEAD_IN.match(sentence) else sentence
        rest = rest.lstrip(_MARKS + ".")
        if rest == sentence:
            break
        sentence = rest
    return _THINKING.sub("", sentence, count=1) if _THINKING.match(sentence) else sentence


def is_question(clause: str) -> bool:
    """`why would he do that?`, `coke user?`; but “he left, right?” asks for no more than a nod."""
    if not clause.rstrip(" \"”'’)]").endswith("?"):
        return False
    return bool(_INTERROGATIVE.match(clause)) or len(clause.split()) <= _SHORT
