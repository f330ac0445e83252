"""Which office holders a proposition names: "the President of the Russian Federation" is Putin if the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_RUN: Final = re.compile(
    r"\b(?:President|Prime Minister|Chancellor|Premier|King|Secretary[- ]General|Emir|Sultan)"
    r"(?P<of> of (?:the )?)?(?P<words>(?: ?\b(?:[A-ZÀ-Þ][\w-]+|[A-Z]\.|of(?: the)?\b(?= [A-Z])))+)"
)
_CAPITALISED: Final = re.compile(r"\b[A-ZÀ-Þ][\w-]+")
# "the French Republic Emmanuel Macron": where the country ends and the name begins.
_LANDS: Final = frozenset({
    "United", "States", "America", "Kingdom", "Great", "Britain", "Federation", "Republic", "Arab", "Emirates", "Union",
    "Korea", "Council",
})  # fmt: skip
SOMEBODY: Final = "somebody"
_ENOUGH: Final = 5  # letters that "Russia" and "Russian" share


_OPEN: Final = re.compile(
    r"\b(?:[Tt]he (?:two )?(?:[Pp]residents?|[Ll]eaders|[Pp]rime [Mm]inisters?)\b(?! of)|[Hh]e|[Ss]he|[Tt]hey|[Ww]e)\b"
)


@dataclass(frozen=True)
class _Holder:
    """`country` is empty where the text gives none; `names` are given names and surname, in lower case."""

    country: str
    names: tuple[str, ...]


def people_named(texts: Sequence[str]) -> list[frozenset[str]]:
    """Return for each text the surnames, in lower case, of the office holders that it names by name or by country.

    Where it leaves one of them to be understood, `SOMEBODY` is among them: "the President had a conversation with …".
    """
    holders = list(_holders(texts))
    surnames = {holder.names[-1] for holder in holders}
    by_country = {holder.country[:_ENOUGH]: holder.names[-1] for holder in reversed(holders) if holder.country}
    return [frozenset(_named(text, by_country, surnames)) for text in texts]


def may_be_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two texts can be about the same people: those whom one leaves open may be any of the other's."""
    missing, alien = other - one - {SOMEBODY}, one - other - {SOMEBODY}
    return (not missing or SOMEBODY in one) and (not alien or SOMEBODY in other) and not (missing and alien)


def personal_names(texts: Iterable[str]) -> set[str]:
    """Return the given names and surnames of the office holders, in lower case."""
    return {name for holder in _holders(texts) for name in holder.names}


def _holders(texts: Iterable[str]) -> Iterator[_Holder]:
    """Yield those named with their office: "President of Ukraine Volodymyr Zelenskyy", "President Putin of Russia"."""
    for text in texts:
        for match in _RUN.finditer(text):
            before, _, behind = match["words"].partition(" of ")
            if match["of"]:
                country, *rest = _CAPITALISED.findall(match["words"]) or [""]
                names = [word for word in rest if word not in _LANDS]
            else:
                names, country = _CAPITALISED.findall(before), next(iter(_CAPITALISED.findall(behind)), "")
            if names:
                yield _Holder(country.lower(), tuple(name.lower() for name in names))


def _named(text: str, by_country: dict[str, str], surnames: set[str]) -> Iterator[str]:
    if _OPEN.search(text):
        yield SOMEBODY
    for word in _CAPITALISED.findall(text):
        lowered = word.lower()
        if lowered in surnames:
            yield lowered
        elif lowered[:_ENOUGH] in by_country:
            yield by_country[lowered[:_ENOUGH]]
