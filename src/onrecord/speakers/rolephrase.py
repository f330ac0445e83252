"""The shape of a role: a short noun phrase that names what somebody is. What has another shape is no role.

Unknown is null, never a guess: "spoke today with President" beside a name says nothing about whoever bears it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from onrecord.speakers.lexicon import PREPOSITIONS, PRONOUNS, RELATIVES, ROLES, TIMES, listed

_LONGEST: Final = 24  # words: "associate professor of surgery at the … School of Medicine and the editor of a … blog"
_FINITE: Final = listed("""
    is isn't are aren't was wasn't were weren't am be been has hasn't have haven't had hadn't having do does doesn't did
    didn't don't will won't would wouldn't can can't could couldn't may might must should cannot said says say saying
    told tells tell spoke spoken speaks went goes got gets came comes gave gives took takes makes knew knows thinks
    feels saw sees finds holds met meets keeps began begins wrote writes wins loses became becomes brings sends ran sat
    stood stands builds sells buys hears lives died dies according
""")
"""No forms that are participles too: "an analyst known for", "a firm built by"."""
_DETERMINERS: Final = listed("the a an this that these those his her its their him them it he she they")
_KIN: Final = listed("son daughter wife husband father mother brother sister widow cousin nephew niece")
_LOOSE_ENDS: Final = (PREPOSITIONS | {"and", "or", "nor", "the", "a", "an", "of"}) - {"inside", "outside", "around"}
_CLITICS: Final = frozenset(("s", "t", "re", "ve", "ll", "d", "jr", "sr"))
_OPENING_PREPOSITIONS: Final = frozenset(("of", "from", "at", "with", "under", "outside", "inside"))
""" "of the Carnegie Endowment" after a name; "Under Secretary of State", "outside counsel" before it."""


def names_what_one_is(role: str, own: tuple[str, ...]) -> bool:
    """Is `role` a noun phrase, whole, without a verb of its own and without the name (`own`) that it stands beside?"""
    words = [_bare(word) for word in role.split()]
    if not words or not all(words[:1]) or len(words) > _LONGEST:
        return False
    if words in (["rival"], ["opponent"]):
        return False  # whose, the article knows: "rival Hillary Clinton"
    if not _begins(words[0]) or words[-1] in _LOOSE_ENDS or words[-1].endswith(("'s", "s'")):
        return False
    if " and his " in f" {role} " or " and her " in f" {role} ":
        return False  # "Tom Holm and his wife" before a name are two
    return not _repeats(words, own) and not _has_verb(_before_relative(words))


def _bare(word: str) -> str:
    """Lower case without marks; but "US" stays as it is, which is no pronoun."""
    stripped = word.strip('.,()"“”‘').replace("’", "'")
    return stripped if stripped == "US" else stripped.lower()


def _repeats(words: list[str], own: tuple[str, ...]) -> bool:
    """ "President Lane" is no role of Ada Lane's; "son of President Lane" is one of Tom Lane's."""
    return any(word in own for word in words) and not _KIN & set(words)


def _begins(word: str) -> bool:
    if word in _CLITICS or word in ("more", "less") or word in PRONOUNS or word in RELATIVES or not word[0].isalnum():
        return False
    return word not in PREPOSITIONS or word in _OPENING_PREPOSITIONS


def _before_relative(words: list[str]) -> list[str]:
    """ "founder of a group *that tracks* strikes": a relative clause has a verb by right."""
    ends = (number for number, word in enumerate(words) if word.split("'")[0] in RELATIVES)
    return words[: next(ends, len(words))]


def _has_verb(words: list[str]) -> bool:
    """A finite verb, or a past tense with an object: "executive *commented the* business has"."""
    if any(word in _FINITE for word in words):
        return True
    return any(one.endswith("ed") and other in _DETERMINERS for one, other in pairwise(words))


def is_plural_title(word: str) -> bool:
    """ "Presidents" of "Presidents Obama and Bush", "nominees": said of several, so of nobody alone."""
    bare = word.lower().rstrip(".")
    if bare in ("spokesmen", "spokespeople", "businessmen", "lawmakers", "sens", "reps"):
        return True
    return bare in ROLES and bare.endswith("s") and bare[:-1] in ROLES


def opens_a_role(word: str) -> bool:
    """Not "Today" nor "According to", which stand before a role at a sentence's beginning."""
    bare = word.lower().rstrip(",")
    if word.isupper():
        return True  # "US President": no pronoun
    leads = (PREPOSITIONS | TIMES | frozenset(PRONOUNS)) - _OPENING_PREPOSITIONS
    return bare not in leads and bare not in (
        "another",
        "according",
        "also",
        "here",
        "there",
        "not",
        "of",
        "from",
        "at",
        "with",
    )
