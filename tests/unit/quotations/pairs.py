"""Quotations written for a test, and the pairs of the golden file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from synthetic.stories import Said, Story, reading_of

from onrecord.quotations import Quotation, find_quotations
from onrecord.schema import Reading, SpeakerKind, VariantKind

_FIRST = date(2025, 3, 1)


@dataclass(frozen=True)
class Case:
    """Two wordings, by whom and how many days apart; whether they are one family, and what the second is in it."""

    a: str
    b: str
    family: bool
    kind: VariantKind | None = None
    by: tuple[str, str] = ("Jane Leeson", "Jane Leeson")
    days: int = 0

    @property
    def quotations(self) -> tuple[Quotation, Quotation]:
        return quotation(self.a, self.by[0], article="first"), quotation(self.b, self.by[1], days=self.days)


def quotation(words: str, by: str = "Jane Leeson", *, days: int = 0, article: str = "second") -> Quotation:
    """Return the quotation that is found in a story with these words."""
    return find_quotations(story(words, by, days=days, article=article))[0]


def story(words: str, by: str = "Jane Leeson", *, days: int = 0, article: str = "second") -> Reading:
    """Return a story with this quotation; " … " stands for its cue, and "(x)" names an organisation."""
    parts = words.split(" … ")
    kind: SpeakerKind = "organisation" if by.startswith("(") else "person"
    text = "“" + "” it was said, “".join(parts) + "” were the words."
    written = Story(
        headline=f"The {article} story", published=(_FIRST + timedelta(days=days)).isoformat(),
        paragraphs=(text,), said=(Said(content=tuple(f"“{part}”" for part in parts), cue="words",
                                       name=by.strip("()"), kind=kind, form="direct"),),
    )  # fmt: skip
    return reading_of(written)


def cases() -> list[Case]:
    """Read the golden file."""
    table = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
    return [
        Case(**{**one, "by": tuple(one.get("by", Case.by))})  # pyright: ignore
        for one in cast("list[dict[str, object]]", table["cases"])
    ]
