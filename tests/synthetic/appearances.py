"""Names in articles that were never written: what identity across articles is tried on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.schema import Appearance, SpeakerKind, speaker_id
from onrecord.speakers import identify
from onrecord.speakers.appearances import in_its_block


@dataclass
class Newsroom:
    """Collects appearances, one article each unless an article is named."""

    appearances: list[Appearance] = field(default_factory=list[Appearance])

    def says(
        self, name: str, *roles: str, also: tuple[str, ...] = (), day: str | None = "2024-03-05", article: str = "",
        company: tuple[str, ...] = (), countries: tuple[str, ...] = (), kind: SpeakerKind = "person",
    ) -> str:  # fmt: skip
        """Add a name as an article has it; return the article."""
        article = article or f"a-{len(self.appearances):04d}"
        self.appearances.append(
            in_its_block(
                Appearance(
                    article=article, speaker=speaker_id(kind, name), kind=kind, name=name, names=(name, *also),
                    roles=roles, company=company, countries=countries, day=day, block="",
                )
            )
        )  # fmt: skip
        return article

    def people(self) -> list[set[str]]:
        """Group the names as read by speaker, as reconciling would."""
        return sorted((names for names in _clusters(self.appearances).values()), key=sorted)

    def one(self, *names: str) -> bool:
        """Are these names, and all articles that have them, one speaker's?"""
        return sum(bool(set(names) & people) for people in _clusters(self.appearances).values()) == 1


def _clusters(appearances: Iterable[Appearance]) -> dict[str, set[str]]:
    every = list(appearances)
    names = {(one.article, one.speaker): one.name for one in every}
    clusters: dict[str, set[str]] = {}
    for block in sorted({one.block for one in every}):
        for membership in identify([one for one in every if one.block == block]).memberships:
            name = names[membership.article, membership.speaker]
            clusters.setdefault(f"{block} {membership.identity}", set()).add(name)
    return clusters
