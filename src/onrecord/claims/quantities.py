"""Numbers with their units: do two statements give different numbers for one quantity?

"At least 200 people died" and "the quake killed 212" agree; "212 died" and "more than 900 died" do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile
from typing import Final, Literal

import msgspec

from onrecord.claims.moods import LABELLED
from onrecord.claims.words import lexicon, stem, terms_of

Bound = Literal["exactly", "about", "at_least", "at_most"]
_SMALL: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
_SCALES: Final = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "m": 1e6,
}
_BEFORE: Final[tuple[tuple[str, Bound], ...]] = (
    (r"(?:at most|no more than|not more than|up to|fewer than|less than|under|below)", "at_most"),
    (r"(?:at least|more than|over|no fewer than|not less than|no less than|upwards? of|above|exceeding)", "at_least"),
    (r"(?:about|around|some|roughly|approximately|an estimated|close to|nearly|almost|as many as)", "about"),
)  # fmt: skip
_NUMBER: Final = re.compile(
    rf"(?P<money>[$€£¥])?(?P<digits>\d[\d,]*(?:\.\d+)?)(?:[ -]?(?P<scale>{'|'.join(_SCALES)})\b)?(?P<percent> ?%)?"
    rf"|\b(?P<word>{'|'.join(_SMALL)})(?:[- ](?P<unit>one|two|three|four|five|six|seven|eight|nine))?"
    rf"(?: (?P<word_scale>hundred|thousand|million|billion))?\b",
    re.IGNORECASE,
)
_MONEY: Final = frozenset(
    map(stem, ("dollars", "euros", "pounds", "shillings", "rubles", "rupees", "pesos", "yen", "yuan", "lira", "francs"))
)
# "One in four", "a third of", "half of" are shares like any percentage.
_SHARES: Final = re.compile(
    rf"\b(?:(?P<part>{'|'.join(_SMALL)}) (?:in|out of) (?:every )?(?P<whole>{'|'.join(_SMALL)}|\d+)|"
    r"(?P<fraction>half|(?:a|one) third|(?:a|one) quarter|two thirds|three quarters|(?:a|one) fifth)(?: of)?"
    r"(?= (?:the |all |its |their )?(?!as\b|an?\b|took\b|were\b)[a-z]))\b",
    re.IGNORECASE,
)
_FRACTIONS: Final = {"half": 50, "third": 100 / 3, "quarter": 25, "thirds": 200 / 3, "quarters": 75, "fifth": 20}
_MOST_PARTS: Final = 100  # "two in 2016" is no share
_TIME: Final = frozenset(map(stem, ["years", "months", "weeks", "days", "hours", "minutes", "seconds"]))
# "Article 5", "Flight 370", "part 2 of 3": a number that is a name counts nothing.
_LABEL: Final = re.compile(rf"\b(?:{LABELLED}) $", re.IGNORECASE)
_YEARS: Final = range(1800, 2101)


class Quantity(msgspec.Struct, frozen=True):
    """A number as it stands: `unit` is `%`, `money`, `people`, a noun's stem, or empty where none follows."""

    value: float
    bound: Bound
    unit: str


def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Give the numbers of a text in order, without years, days of a month, ordinals and "one"."""
    found = _shares_in(text)
    text = _SHARES.sub(lambda match: " " * len(match[0]), text)
    for match in _NUMBER.finditer(text):
        bound = _bound(text[max(match.start() - 25, 0) : match.start()])
        value = _value(match, counted=bound != "exactly")
        bare = not (match["money"] or match["percent"] or match["scale"])
        if value is None or (bare and value in _YEARS and "," not in match[0]) or _is_date(text, match):
            continue
        unit = "money" if match["money"] else "%" if match["percent"] else _unit(text[match.end() : match.end() + 60])
        found.append(Quantity(value, bound, unit))
    return tuple(found)


def _shares_in(text: str) -> list[Quantity]:
    """ "Nine in ten workers" and "a third of workers" differ as 90 and 33 percent do."""
    found: list[Quantity] = []
    for match in _SHARES.finditer(text):
        if match["fraction"]:
            found.append(Quantity(_FRACTIONS[match["fraction"].split()[-1].lower()], "about", "%"))
            continue
        whole = _SMALL.get(match["whole"].lower()) or int(match["whole"])
        if 0 < whole <= _MOST_PARTS:
            found.append(Quantity(100 * _SMALL[match["part"].lower()] / whole, "about", "%"))
    return found


def _value(match: re.Match[str], *, counted: bool) -> float | None:
    if match["digits"]:
        return float(match["digits"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
    value = _SMALL[match["word"].lower()] + (_SMALL[match["unit"].lower()] if match["unit"] else 0)
    # "One" is an article as often as a number: "one of the leaders".
    return (
        None
        if value == 1 and not match["word_scale"] and not counted
        else value * _SCALES.get((match["word_scale"] or "").lower(), 1)
    )


def _is_date(text: str, match: re.Match[str]) -> bool:
    """`Article 5`, `March 12`, `12 March`, `the 12th`, `9/11`, `3:30`."""
    after, before = text[match.end() : match.end() + 10], text[max(match.start() - 12, 0) : match.start()]
    month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    return bool(
        _LABEL.search(before)
        or re.match(rf"(?:st|nd|rd|th)\b|[/:]\d| {month}", after)
        or re.search(rf"{month} $|\d[/:.]$", before)
    )


def _bound(before: str) -> Bound:
    for pattern, bound in _BEFORE:
        if re.search(rf"\b{pattern} (?:the )?[$€£]?$", before, re.IGNORECASE):
            return bound
    return "exactly"


def _unit(after: str) -> str:
    """The first noun behind the number, as far as one can tell: `percent`, `people`, `Indian fighter jets` → jet."""
    words = re.findall(r"[A-Za-z]+", re.split(r"[.,;:()—–]", after, maxsplit=1)[0])[:3]
    stems = [term for _, term in terms_of(_noun_phrase(words))]
    if words[:1] and words[0].lower() in ("percent", "per", "percentage"):
        return "%"
    for word in map(stem, words):
        if word in _MONEY or word in _TIME:
            return "money" if word in _MONEY else word
    if any(term in lexicon().people for term in stems):
        return "people"
    return stems[-1] if stems else ""


def _noun_phrase(words: Sequence[str]) -> list[str]:
    """ "Of its jets" → jets; "jets were downed" → jets."""
    idle = lexicon().idle
    behind = list(dropwhile(lambda word: word.lower() in idle, words))
    return list(takewhile(lambda word: word.lower() not in idle, behind))


def compare_quantities(one: Sequence[Quantity], other: Sequence[Quantity]) -> tuple[int, int]:
    """Count the numbers that agree and those that conflict, each of `one` with at most one of `other`.

    Two conflict where they count the same and cannot both be right; a unit that isn't named fits a count of people.
    """
    left = list(other)
    agreeing = 0
    unmatched: list[Quantity] = []
    for quantity in one:
        fitting = next((second for second in left if _same_unit(quantity, second) and _agree(quantity, second)), None)
        if fitting is None:
            unmatched.append(quantity)
        else:
            left.remove(fitting)
            agreeing += 1
    conflicts = sum(any(_same_unit(quantity, second) for second in left) for quantity in unmatched)
    return agreeing, conflicts


def _same_unit(one: Quantity, other: Quantity) -> bool:
    if one.unit == other.unit:
        return True
    return "" in (one.unit, other.unit) and bool({one.unit, other.unit} & {"people", ""})


def _agree(one: Quantity, other: Quantity) -> bool:
    """A tenth of difference is rounding where one of the two says "about"."""
    low, high = sorted((one, other), key=lambda quantity: quantity.value)
    if low.value == high.value:
        return True
    if low.bound == "at_least" or high.bound == "at_most":
        return True
    return high.value <= 1.1 * low.value and "about" in (low.bound, high.bound)
