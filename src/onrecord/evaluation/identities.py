"""Score who is who across articles: B³ (Bagga and Baldwin 1998) over name mentions with ids given by hand.

    python -m onrecord.evaluation.identities training/identities.jsonl [--wrong]

A line of the file is one name in one article: names, roles of a few words, who else is named, and `gold`, whose it
is. Half of the surnames and bodies ("held out") were not looked at while the rules were made.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.schema import Appearance, SpeakerKind, speaker_id
from onrecord.speakers import identify
from onrecord.speakers.appearances import in_its_block


class GoldName(msgspec.Struct, frozen=True):
    """One name in one article, and whose it is."""

    gold: str
    half: str
    article: str
    day: str | None
    kind: SpeakerKind
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    company: tuple[str, ...]
    countries: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.article, speaker_id(self.kind, self.name)

    @property
    def appearance(self) -> Appearance:
        """What identity is decided from; the gold is not part of it."""
        return in_its_block(
            Appearance(
                article=self.article, speaker=self.key[1], kind=self.kind, name=self.name,
                names=(self.name, *self.names), roles=self.roles, company=self.company, countries=self.countries,
                day=self.day, block="",
            )
        )  # fmt: skip


class BCubed(NamedTuple):
    """Precision, recall and F1, 0 to 1, averaged over mentions."""

    precision: float
    recall: float
    f1: float


def b_cubed(gold: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]) -> BCubed:
    """Compare two partitions of the same mentions, each given as mention → cluster."""
    pairs = Counter((gold[mention], found[mention]) for mention in gold)
    golds, founds = Counter(gold.values()), Counter(found[mention] for mention in gold)
    precision = sum(count * count / founds[cluster] for (_, cluster), count in pairs.items()) / len(gold)
    recall = sum(count * count / golds[cluster] for (cluster, _), count in pairs.items()) / len(gold)
    return BCubed(precision, recall, 2 * precision * recall / (precision + recall))


def read_gold(path: Path) -> list[GoldName]:
    """Read the file of names."""
    return msgspec.json.decode(b"[" + b",".join(path.read_bytes().splitlines()) + b"]", type=list[GoldName])


def identities_of(names: Iterable[GoldName]) -> dict[tuple[str, str], str]:
    """Say whose each name is, block by block, as reconciling does."""
    blocks: defaultdict[str, list[Appearance]] = defaultdict(list)
    for name in names:
        appearance = name.appearance
        blocks[appearance.block].append(appearance)
    return {
        (membership.article, membership.speaker): f"{block} {membership.identity}"
        for block, appearances in blocks.items()
        for membership in identify(appearances).memberships
    }


def main() -> None:
    """Print a row for each half and for both; with --wrong, what is merged or parted wrongly in the tuned half."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--wrong"]
    if len(arguments) != 1:
        sys.exit(__doc__)
    names = read_gold(Path(arguments[0]))
    found = identities_of(names)
    for half in ("tuned", "held out", "all"):
        chosen = [name for name in names if half in (name.half, "all")]
        score = b_cubed({name.key: name.gold for name in chosen}, {name.key: found[name.key] for name in chosen})
        people = len({name.gold for name in chosen})
        print(
            f"{half:9} {len(chosen):4} names of {people:3}: B³ precision {100 * score.precision:.1f}, "
            f"recall {100 * score.recall:.1f}, F1 {100 * score.f1:.1f}"
        )
    if "--wrong" in sys.argv:
        _print_wrong([name for name in names if name.half == "tuned"], found)


def _print_wrong(names: list[GoldName], found: dict[tuple[str, str], str]) -> None:
    by_gold: defaultdict[str, Counter[str]] = defaultdict(Counter)
    by_found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        by_gold[name.gold][found[name.key]] += 1
        by_found[found[name.key]][name.gold] += 1
    for gold, clusters in by_gold.items():
        if len(clusters) > 1:
            print(f"parted: {gold}: {', '.join(f'{count} {cluster}' for cluster, count in clusters.most_common(6))}")
    for cluster, golds in by_found.items():
        if len(golds) > 1:
            print(f"merged: {cluster}: {', '.join(f'{count} {gold}' for gold, count in golds.most_common(6))}")


if __name__ == "__main__":
    main()
