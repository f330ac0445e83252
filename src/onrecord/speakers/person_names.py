"""A person's name taken apart: given names, surname, suffix, whichever order and titles it comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.lexicon import ABBREVIATED, HONORIFICS, ROLE_MODIFIERS, ROLES, listed
from onrecord.speakers.spelling import given_sound, is_romanised, plain, plain_words, same_given, sound

_SUFFIXES = listed("jr sr ii iii iv junior senior")
_PARTICLES = listed("von van der den de del della di da dos du la le al el bin ibn ben abu abd abdel abdul ter ten")
_BEFORE_NAMES = (
    ROLES | ROLE_MODIFIERS | frozenset(ABBREVIATED) | frozenset(HONORIFICS) | listed("of the for and former")
)
# Surnames that stand first in Chinese, Korean and Vietnamese names, as newspapers write them.
_FIRST = listed("""
    xi li wang zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng han
    feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen hou mao qin qiao wen bo
    geng hua kim lee park choi jung jeong kang cho yoon jang lim moon ban roh hwang nguyen tran pham phan vo dang bui
    do ngo duong ly
""")
# Given names with which a Hungarian or Japanese name ends where its surname stands first, and which stand first else.
_LAST_GIVEN = listed("""
    viktor ferenc laszlo zoltan istvan gabor gyorgy janos jozsef tibor balazs katalin judit tamas attila peter andras
    fumio shinzo yoshihide taro hideki takeo shigeru ichiro kenji yoko yuriko sanae toshimitsu yoshimasa koji
""")
# Titles that are given names as well: Dean Heller, Major Garrett.
_TITLES_AND_NAMES = listed("dean major duke earl")


@dataclass(frozen=True)
class PersonName:
    """`given` are plain words before the surname, initials as one letter; `surname` keeps its particles."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    suffix: str = ""

    @property
    def first(self) -> str:
        return self.given[0] if self.given else ""

    @property
    def is_full(self) -> bool:
        return len(self.first) > 1

    @property
    def is_whole(self) -> bool:
        """Does it name somebody by itself: with a given name, or a king's number?"""
        return bool(self.given) or self.suffix in ("ii", "iii", "iv")

    @property
    def last(self) -> str:
        """The surname's last word without a particle that is glued to it: el-Sisi, al-Assad."""
        return bare_surname(self.surname[-1]) if self.surname else ""


def bare_surname(word: str) -> str:
    """ "al-assad" → "assad"; "sherwood-randall" stays."""
    head, _, rest = word.partition("-")
    return rest if head in ("al", "el", "as", "ash", "an", "at", "ar", "ul") and rest else word


@lru_cache(maxsize=1 << 14)
def parse_person(text: str, short_forms: frozenset[str] = frozenset()) -> PersonName:
    """Take a name apart. `short_forms` (plain) are what else the article calls the person: "Xi" tells the surname."""
    inverted = _uninverted(text)
    words = [word for word in plain_words(inverted) if word]
    suffix = next((word for word in words[1:] if word in _SUFFIXES), "")
    words = _without_titles([word for number, word in enumerate(words) if number == 0 or word not in _SUFFIXES])
    if len(words) < 2:
        return PersonName((), tuple(words), suffix)
    start, end = _surname_place(words, short_forms)
    given = tuple(words[:start]) or tuple(words[end:])  # "Kishida Fumio": what follows the surname is the given name
    return PersonName(given, tuple(words[start:end]), {"junior": "jr", "senior": "sr"}.get(suffix, suffix))


def _uninverted(text: str) -> str:
    """ "Putin, Vladimir" → "Vladimir Putin"; "Joseph R. Biden, Jr." stays."""
    before, comma, after = text.partition(",")
    if not comma or plain(after).strip() in _SUFFIXES or "," in after or len(before.split()) > 2 or not after.strip():
        return text
    return f"{after.strip()} {before}"


def _without_titles(words: list[str]) -> list[str]:
    """ "russian president vladimir putin" → vladimir, putin: titles and what nationality they have lead the name."""
    places = load_knowledge().places
    if len(words) == 2 and words[0] in _TITLES_AND_NAMES:
        return words
    last_title = -1
    for number, word in enumerate(words[:-1]):
        if word in _BEFORE_NAMES or (word in places and number + 1 < len(words) - 1):
            last_title = number
        elif not any(later in ROLES or later in HONORIFICS for later in words[number + 1 : -1]):
            break
    return words[last_title + 1 :]


def _surname_place(words: Sequence[str], short_forms: frozenset[str]) -> tuple[int, int]:
    """Where the surname is: as the article's own short form has it, else as the order of names has it."""
    count = len(words)
    for form in sorted(short_forms, key=len, reverse=True):
        size = len(form.split())
        for start in range(count - size, -1, -1):
            # "Kim" for Kim Davis would be a first name; a short form at the beginning tells only of an Asian order.
            if size < count and " ".join(words[start : start + size]) == form and (start or _may_stand_first(words)):
                return start, start + size
    if count == 2 and _surname_first(words):
        return 0, 1
    if count == 3 and words[0] in _FIRST and not _known_given(words[1]) and len(words[1]) <= 5 >= len(words[2]):
        return 0, 1  # "Kim Jong Un", "Lee Hsien Loong"
    start = count - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1  # "ursula | von der leyen", "mohammed | bin salman"
    return start, count


def _surname_first(words: Sequence[str]) -> bool:
    first, last = words
    if "-" in last and first in _FIRST:
        return True  # "Ban Ki-moon"; a Western name with a hyphen has it in the surname: "Lee Smith-Jones"
    if last in _LAST_GIVEN:
        return first not in _LAST_GIVEN and not _known_given(first)
    return first in _FIRST and last not in _FIRST and not _known_given(first) and len(first) <= 5


def _may_stand_first(words: Sequence[str]) -> bool:
    return not _known_given(words[0]) or words[0] in _FIRST


def _known_given(word: str) -> bool:
    return word in load_knowledge().genders


def same_given_names(one: PersonName, other: PersonName) -> bool:
    """Can the given names be one person's: the same, short for it, or an initial; and no initial that differs?"""
    if not one.given or not other.given:
        return False
    if _initials_differ(one.given[1:], other.given[1:]):
        return False
    first, second = one.first, other.first
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return (
        same_given(first, second)
        or _goes_by_middle_name(one, other)
        or _sounds_alike(one, other)
        or _is_misspelt(first, second)
    )


def _initials_differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """George W. Bush is not George H. W. Bush; "Donald J." and "Donald" may be one."""
    if not one or not other:
        return False
    if one[0][0] != other[0][0]:
        return True
    return len(one) != len(other) and all(len(word) == 1 for word in (*one, *other))


def _goes_by_middle_name(one: PersonName, other: PersonName) -> bool:
    """J. Danforth Quayle and Dan Quayle are found by initials; "Willard Mitt Romney" and "Mitt Romney" by this."""
    return (other.first in one.given[1:] and len(other.given) == 1) or (
        one.first in other.given[1:] and len(one.given) == 1
    )


def _sounds_alike(one: PersonName, other: PersonName) -> bool:
    """Wladimir and Vladimir, Benyamin and Benjamin; not short ones, where one letter makes another name."""
    if min(len(one.first), len(other.first)) < 5 and not (
        is_romanised(one.given + one.surname) or is_romanised(other.given + other.surname)
    ):
        return False
    return given_sound(one.first) == given_sound(other.first)


def _is_misspelt(one: str, other: str) -> bool:
    """ "Donand" for Donald: one letter off a given name, and none itself, as Austin is beside Justin."""
    if len(one) != len(other) or len(one) < 6 or _known_given(one) == _known_given(other):
        return False
    return (one[0], one[-1]) == (other[0], other[-1]) and DamerauLevenshtein.distance(one, other) == 1


def same_surname(one: PersonName, other: PersonName) -> bool:
    """The same letters, or one of the spellings into which a name is brought: Zelenskyy, Selenskyj."""
    if one.last == other.last or one.last.replace("-", "") == other.last.replace("-", ""):
        return True
    varied = is_romanised(one.surname) or is_romanised(other.surname) or is_romanised(one.given + other.given)
    # Putina is Putin's wife, and Martina nobody's Martin.
    feminine = one.last.endswith("a") != other.last.endswith("a") and one.last[-1] + other.last[-1] not in ("ao", "oa")
    return varied and not feminine and sound(one.last) == sound(other.last)
