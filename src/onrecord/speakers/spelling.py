"""One name in many spellings: accents, capitals, and the ways in which names are brought into Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onrecord.speakers.lexicon import SHORT_NAMES, listed

# Letters that Unicode doesn't take apart into a base and an accent, though readers do.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_APOSTROPHES = re.compile(r"['’‘ʼ`´.]")
_POSSESSIVE = re.compile(r"['’]s(?!\w)")

# Where two romanisations differ, both become the same: Wladimir and Vladimir, Lukashenko and Łukaszenka, Selenskyj
# and Zelenskyy, Kadyrow and Kadyrov. Only letters are changed, in this order; it decides nothing by itself.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"schtsch|shch|szcz", "sh"), (r"tsch|tch|cz|ch(?=[^r]|$)", "ch"), (r"sch|sz", "sh"), (r"zh|dsch", "j"),
        (r"kh", "h"), (r"ck|q|c(?=[kaou]|$)", "k"), (r"ph", "f"), (r"w|v|ff$", "v"), (r"tz|ts|c(?=[eiy])", "z"),
        (r"^z|z(?=[aeiou])", "s"), (r"(?:yy|iy|yi|ij|yj|ii|y|j)$", "i"), (r"(?<=[aeou])[yj](?=[aeiou])", "i"),
        (r"^(?:ye|je)", "e"), (r"^(?:ju|yu|iu)", "u"), (r"y|j", "i"), (r"ae", "a"), (r"oe", "o"), (r"ue", "u"),
        (r"x", "ks"), (r"gh", "g"), (r"ou", "u"), (r"ee", "i"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_LAST_VOWEL = re.compile(r"(?<=..)[aeo]$")  # Lukashenko, Łukaszenka, Poutine
_SLAVIC = re.compile(
    r"(?:[oe](?:v|w|ff)a?|[iy]na?|s[kc](?:i|y|yy|yi|ij|yj|iy|ii|aya?|aja?|a)|[eo]nk[oa]|[ck]huk|czuk|"
    r"[iy](?:ch|cz|tsch|tch)|enka|adze|ili|yan|ian|[aeo]v)$"
)
_ARABIC = listed("""
    mohammed muhammad mohamed mohammad muhammed mahmoud ahmed ahmad ali hassan hasan hussein hussain husayn abdul
    abdel
    abdullah abdallah ibrahim khalid khaled yusuf yousef omar umar osama usama said saeed saleh salih nasser faisal
    feisal bashar hafez muammar moammar saddam mustafa mostafa tariq tarek nabil walid waleed ayman hamid hamad ismail
    ismael hosni husni salman ashraf hamed rashid abu mansour mansur fayez khalifa riyad jamal gamal
""")
_SAME_GIVEN = {
    **dict.fromkeys(listed("mohammed muhammad mohamed mohammad muhammed mohamad mohamud mehmet"), "mohammed"),
    **dict.fromkeys(listed("ahmed ahmad achmed"), "ahmed"),
    **dict.fromkeys(listed("hussein hussain husayn"), "hussein"),
    **dict.fromkeys(listed("abdullah abdallah abdulla"), "abdullah"),
    **dict.fromkeys(listed("yusuf yousef"), "yusuf"),
    **dict.fromkeys(listed("volodymyr wolodymyr volodimir wolodimir"), "volodymyr"),
    **dict.fromkeys(listed("sergei sergey serguei sergej siergiej"), "sergei"),
    **dict.fromkeys(listed("alexander aleksandr alexandr aleksander oleksandr olexandr alyaksandr"), "alexander"),
    **dict.fromkeys(listed("dmitry dmitri dimitri dmitriy dmitrij dmytro"), "dmitry"),
    **dict.fromkeys(listed("andrei andrey andrej andriy andrii"), "andrei"),
    **dict.fromkeys(listed("mikhail michail mikhael mykhailo mikheil"), "mikhail"),
    **dict.fromkeys(listed("yevgeny evgeny jewgeni evgeni yevgeni evgenii"), "yevgeny"),
    **dict.fromkeys(listed("antony anthony tony"), "anthony"),
    **dict.fromkeys(listed("steven stephen steve"), "steven"),
    **dict.fromkeys(listed("michael mike mick mickey"), "michael"),
    **dict.fromkeys(listed("joseph joe joey"), "joseph"),
    **dict.fromkeys(listed("catherine katherine kathryn kate katie kathy cathy"), "catherine"),
    **dict.fromkeys(listed("elizabeth beth betsy liz lizzie betty elisabeth"), "elizabeth"),
    **dict.fromkeys(listed("margaret maggie peggy meg"), "margaret"),
    **dict.fromkeys(listed("john jack johnny"), "john"),
    **dict.fromkeys(listed("deborah debbie deb debra"), "deborah"),
    **dict.fromkeys(listed("susan sue susie"), "susan"),
    **dict.fromkeys(listed("kimberly kim kimberley"), "kimberly"), **dict.fromkeys(listed("jacob jake"), "jacob"),
    **dict.fromkeys(listed("jonathan jon"), "jonathan"), **dict.fromkeys(listed("charles charlie chuck"), "charles"),
    **dict.fromkeys(listed("lawrence larry laurence"), "lawrence"),
    **dict.fromkeys(listed("gerald gerry jerry"), "gerald"),
    **dict.fromkeys(listed("barbara barb"), "barbara"), **dict.fromkeys(listed("patricia patty"), "patricia"),
    **dict.fromkeys(listed("theodore ted teddy"), "theodore"), **dict.fromkeys(listed("eugene gene"), "eugene"),
    **dict.fromkeys(listed("zachary zach zack"), "zachary"), **dict.fromkeys(listed("joshua josh"), "joshua"),
    **dict.fromkeys(listed("leonard len lenny"), "leonard"), **dict.fromkeys(listed("walter walt"), "walter"),
    **dict.fromkeys(listed("nathaniel nathan nate"), "nathaniel"), **dict.fromkeys(listed("louis lou"), "louis"),
    **dict.fromkeys(listed("cynthia cindy"), "cynthia"), **dict.fromkeys(listed("christopher chris"), "christopher"),
    **dict.fromkeys(listed("bernard bernie"), "bernard"), **dict.fromkeys(listed("victoria vicky"), "victoria"),
}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Lower case, without accents, apostrophes and full stops: "Łukaszenka’s" → "lukaszenka"."""
    bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text)).casefold().translate(_LETTERS)
    return "".join(letter for letter in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 16)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared; hyphens join: "Annie-Marie O’Brien" → annie-marie, obrien."""
    return tuple(_WORD.findall(plain(text)))


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """What is left of a plain surname where romanisations differ: Selenskyj and Zelenskyy are both "selenski"."""
    return _LAST_VOWEL.sub("", given_sound(word))


@lru_cache(maxsize=1 << 16)
def given_sound(word: str) -> str:
    """The same of a given name, whose last vowel stays: Daniel is not Daniela."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def is_romanised(words: tuple[str, ...]) -> bool:
    """Does the name come from a script or a tongue whose Latin spelling varies: Slavic, Arabic?"""
    return bool(words) and (bool(_SLAVIC.search(words[-1])) or any(word in _ARABIC for word in words))


@lru_cache(maxsize=1 << 14)
def given_names(word: str) -> frozenset[str]:
    """The names that a given name may be short for or spelt as: Ted is Edward or Theodore."""
    return frozenset((word, SHORT_NAMES.get(word, word), _SAME_GIVEN.get(word, word)))


def same_given(one: str, other: str) -> bool:
    """Bill and William, Sergei and Sergey; not Daniel and Danielle."""
    return not given_names(one).isdisjoint(given_names(other))
