"""PolNeAR (Newell et al., LREC 2018): political news with every attribution marked in brat standoff.

A corpus folder holds `text/KEY.txt` and `attributions/KEY_ANNOTATOR.ann`. An `.ann` file's T lines name spans
(`T7<TAB>Source 89 102;110 114<TAB>the words`, discontinuous ones joined by `;`) and its E lines link them
(`E3<TAB>Attribution:T1 Source:T7 Cue:T8 Content2:T9`, the event's own trigger first).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

_ROLE = re.compile(r"([A-Za-z]+)\d*:(T\d+)")
Place = tuple[int, int]


@dataclass(frozen=True)
class GoldAttribution:
    """Half-open offsets into the article's text as stored; a role may have none.

    About 34 attributions of the corpus have no spans at all.
    """

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]

    @classmethod
    def of_json(cls, row: Mapping[str, Sequence[Sequence[int]]]) -> GoldAttribution:
        """Make one of `{"source": [[start, end], …], "cue": …, "content": …}`; other keys don't matter."""
        return cls(*(tuple((start, end) for start, end in row[role]) for role in ("source", "cue", "content")))


def read_polnear(folder: Path) -> Iterator[tuple[str, str, list[GoldAttribution]]]:
    """Yield key, text and attributions of each article, by key; of several annotators' files the first one's."""
    for key, text, by_annotator in read_annotators(folder):
        yield key, text, next(iter(by_annotator.values()))


def read_annotators(folder: Path) -> Iterator[tuple[str, str, dict[str, list[GoldAttribution]]]]:
    """Yield key and text of each article, by key, and its attributions by annotator (`4e07`), sorted.

    The text keeps its line ends (CRLF too), for the offsets count them. Raises OSError on a folder of another shape.
    """
    paths = sorted((folder / "attributions").glob("*.ann"))
    for key, group in groupby(paths, key=lambda path: path.stem.rsplit("_", 1)[0]):
        text = (folder / "text" / f"{key}.txt").read_bytes().decode("utf-8")
        yield key, text, {path.stem[-4:]: parse_annotations(path.read_text(encoding="utf-8")) for path in group}


def parse_annotations(annotations: str) -> list[GoldAttribution]:
    """Read the E lines of one brat file; an E line without arguments is an attribution without spans."""
    lines = [line.split("\t") for line in annotations.split("\n")]
    places = {fields[0]: _places(fields[1]) for fields in lines if len(fields) > 1 and fields[0][:1] == "T"}
    return [_attribution(fields[1], places) for fields in lines if len(fields) > 1 and fields[0][:1] == "E"]


def _places(described: str) -> tuple[Place, ...]:
    """`Source 89 102;110 114` → ((89, 102), (110, 114))."""
    _, _, offsets = described.partition(" ")
    pairs = (part.split() for part in offsets.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _attribution(arguments: str, places: dict[str, tuple[Place, ...]]) -> GoldAttribution:
    """Collect spans by role. The first argument is the trigger: without a source it repeats the cue as `source:T8`."""
    roles: dict[str, list[Place]] = {"source": [], "cue": [], "content": []}
    _, _, linked = arguments.partition(" ")
    for role, span in _ROLE.findall(linked):
        if role.lower() in roles:
            roles[role.lower()].extend(places[span])
    return GoldAttribution(*(tuple(sorted(found)) for found in roles.values()))
