"""How much a phrase tells: "no comment" and "very important" are everybody's, "never surrender" hardly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_WORDS: Final = """
    a about after again against all also always am an and another any anything are around as at away back be because
    been before being believe best better between big both but by call came can cant come comment could country day
    days did didnt different do does doesnt doing dont done down during each end enough even ever every everybody
    everyone everything far few first for from full future get getting give go going good got great ground had happen
    happened hard has have havent having he help her here him his hope how however i if im important in into is isnt it
    its ive just keep kind know last least leave less let life like little ll long look lot made make making man many
    matter may maybe me mean men might more most much must my need never new next no not nothing now of off on once one
    only open or other others our out over own part people place point president prime minister put question questions
    re really right said same say saying see serious should side situation so some somebody something soon start state
    still stop support sure take taking talk tell than thank that thats the their them then there theres these they
    theyre thing things think this those through time times to today together told tomorrow too towards toward true
    try trying two under until up us use very want was wasnt way we week well went were weve what whats when where
    whether which while who whole why will with within without wont work working world would wrong year years yes yet
    you your youre united states government mr mrs
"""
COMMON: Final = frozenset(_WORDS.split())
_COMMON_WORD: Final = 0.25


def weight(words: Iterable[str]) -> float:
    """Add up what words tell: 1 for each that not everybody uses all the time, ¼ for the others."""
    return sum(_COMMON_WORD if word in COMMON else 1.0 for word in words)


def is_rare(word: str) -> bool:
    return word not in COMMON
