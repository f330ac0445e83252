"""What of an annotated phrase is the name: corpora mark `the former President Barack Obama`, we want `Barack Obama`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words(
    """president vice-president prime minister secretary chancellor premier king queen prince princess pope
    ambassador envoy representative commissioner director chairman chairwoman chair chief ceo cfo founder co-founder
    governor mayor senator congressman congresswoman speaker judge justice attorney general gen. lt. lieutenant col.
    colonel major maj. captain capt. commander cmdr. sgt. sergeant admiral adm. brigadier officer spokesman
    spokeswoman spokesperson mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame rev. reverend
    bishop archbishop saint sheikh imam ayatollah he advisor adviser leader executive coach operator coordinator
    minister-designate sen. rep. gov. hon. his her excellency highness emperor empress count detective inspector
    special deputy assistant acting former under foreign defence defense"""
)
_ARTICLES = _words("the a an this that these those our its their his her both all")
_INSIDE = _words("of the for and & in on de la le du del der den von van bin ibn al el y to") | {
    "'s",
    "’s",
    "-",
}
_PERSON_INSIDE = _words("de la le du del der den von van bin ibn al el y - 's ’s")
PARTISANS = _words(
    """Republican Republicans Democrat Democrats Tory Tories Labourite Labourites Whigs Liberals Conservatives
    Socialists Communists Nazis Bolsheviks Federalists"""
)
_PEOPLES = _words(
    """European Europeans Arab Arabs Kurd Kurds Kurdish Palestinian Palestinians Jew Jews Jewish Muslim Muslims
    Christian Christians Sunni Sunnis Shia Shiite Shiites Yazidi Yazidis Catholic Catholics Buddhist Buddhists
    Hindu Hindus African Africans Asian Asians Briton Britons Scottish Scots Welsh English Englishman Hispanic Latino
    Latinos Turk Turks Turkmen Chechen Chechens Tatar Tatars Sikh Sikhs Protestant Protestants Alawite Alawites
    Taiwanese Kosovar Soviets Englishmen Frenchman Frenchmen American Americans British"""
)


def proper_core(words: Sequence[str], kind: str) -> tuple[int, int] | None:
    """Return the word range that is the name, without articles and titles; None where the phrase isn't a name.

    `("Foreign", "Minister", "Julie", "Bishop"), "person"` → (2, 4); `("U.S.", "service", "members")` → None.
    """
    first, last = 0, len(words)
    while first < last and words[first].lower() in _ARTICLES:
        first += 1
    if kind == "person":
        first = after_titles(words, first, last)
    while first < last and words[last - 1] in ("'s", "’s", "'", "’"):
        last -= 1
    inside = _PERSON_INSIDE if kind == "person" else _INSIDE
    name = words[first:last]
    if any("°" in word for word in name):
        return None  # 33°47′N 44°30′E
    if not name or not (_is_proper(name[0]) and (_is_proper(name[-1]) or name[-1][0].isdigit())):
        return None
    if not all(_is_proper(word) or word in inside or word[0].isdigit() for word in name):
        return None
    return first, last


def after_titles(words: Sequence[str], first: int, last: int) -> int:
    """Where a person's name begins. `Foreign Minister Julie Bishop` keeps her surname; `the Emperor` names nobody."""
    titles = [at for at in range(first, last) if words[at].lower() in TITLES]
    before = [at for at in titles if at < last - 1]
    if titles and (last - first == 1 or titles == list(range(first, last))):
        return last
    return before[-1] + 1 if before else first


def _is_proper(word: str) -> bool:
    """`Mosul`, `al-Abadi`, `iPhone`: a capital in the word; the pronoun `I` and the contraction `We` are none."""
    return any(letter.isupper() for letter in word) and word not in ("I", "We", "It", "He", "She", "They", "You", "Our")


@cache
def demonyms(knowledge: Path) -> re.Pattern[str]:
    """Match nationalities (`Russian`, `Russians`), peoples, faiths and partisans, by the CIA World Factbook (CC0)."""
    words = set(PARTISANS | _PEOPLES)
    places: set[str] = set()
    for entry in json.loads((knowledge / "factbook_governments.json").read_text(encoding="utf-8")):
        places.update(entry["names"].values())
        words.update(_nationality_words(entry["nationality_noun"]))
        words.update(_nationality_words(entry["nationality_adjective"]))
    words -= places
    words -= {"Guinea", "Central", "Guam", "New", "Papua", "Costa", "San", "Saint", "South", "North"}
    alternatives = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w’'-]*\w*@)(?!\w)")


@cache
def country_names(knowledge: Path) -> frozenset[str]:
    """The Factbook's names of countries, long and short, and what the news calls the three that it abbreviates."""
    entries = json.loads((knowledge / "factbook_governments.json").read_text(encoding="utf-8"))
    names = {name for entry in entries for name in entry["names"].values() if name}
    return frozenset(names | {"U.S.", "US", "UK", "U.K.", "UAE", "Britain", "America", "Russia"})


def _nationality_words(described: str) -> Iterator[str]:
    """`Algerian(s)` → Algerian, Algerians; `Spaniard(s)`; `Dane(s)`; anything longer than a word or two is skipped."""
    for word in re.findall(r"[A-Z][a-z]{3,}(?:\([a-z]+\))?(?: [A-Z][a-z]+(?:\([a-z]+\))?)?", described):
        base, _, plural = word.partition("(")
        yield base
        if plural:
            yield base + plural.rstrip(")")
