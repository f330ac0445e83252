"""Speakers and their roles against names read by hand (`speakers.jsonl` beside PolNeAR's dev split).

    python -m onrecord.evaluation.roles ../shared/data/polnear/dev

An attribution meets an annotated one as in `linked`. A speaker is right by the rule of the project's scorer: equal
words, or for people first name and surname. Where it is right and a role is annotated, the role is right if, by their
words, it equals, holds or stands within the annotated one.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from onrecord.evaluation.given_text import in_given_text
from onrecord.evaluation.linked import Covered, meetings
from onrecord.evaluation.polnear import GoldAttribution
from onrecord.language.model import LanguageModel
from onrecord.language.onnx_model import load_model
from onrecord.language.shipped import DEFAULT_MODEL
from onrecord.pages import PageSettings, load_page
from onrecord.pipeline import read_page
from onrecord.schema import AttributedSpeaker, Page, Reading

_DROPPED: Final = frozenset(("the", "a", "an", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president"))
_NAMED: Final = frozenset({"person", "organisation", "group"})


@dataclass(frozen=True)
class GoldSpeaker:
    """Who says one attribution, by full names, and what the article says of them."""

    spans: GoldAttribution
    names: tuple[str, ...]
    kind: str
    role: str | None


@dataclass
class Tally:
    named: int = 0
    found: int = 0
    right: int = 0
    roles: int = 0
    right_roles: int = 0

    def count(self, gold: GoldSpeaker, speakers: Sequence[AttributedSpeaker] | None) -> None:
        """Count one annotated speaker; None where its attribution was not found."""
        if gold.kind not in _NAMED:
            return
        self.named += 1
        if speakers is None:
            return
        self.found += 1
        named = any(same_name(name, speaker.name, gold.kind) for name in gold.names for speaker in speakers)
        self.right += named
        if named and gold.role:
            self.roles += 1
            self.right_roles += any(same_role(gold.role, speaker.role) for speaker in speakers)


def same_name(one: str, other: str, kind: str) -> bool:
    """Equal words, or one the other's part: of people with first and last word, of bodies with two words at least."""
    first, second = words_of(one), words_of(other)
    if not first or not second or first == second:
        return bool(first) and first == second
    short, long = sorted((first, second), key=len)
    if kind == "person":
        return len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1])
    return set(short) <= set(long) and (len(short) > 1 or len(long) < 3)


def same_role(gold: str, role: str | None) -> bool:
    """ "Kremlin spokesman" and "spokesman"; "Sen." is no part of "Senate leader", for words count, not letters."""
    one, other = (f" {' '.join(words_of(text, drop=False))} " for text in (gold, role or ""))
    return bool(other.strip()) and (one in other or other in one)


def words_of(text: str, *, drop: bool = True) -> list[str]:
    bare = re.sub(r"[^\w ]", " ", re.sub(r"[’']s\b", "", text.lower()))
    return [word for word in bare.split() if not drop or word not in _DROPPED]


def read_speakers(folder: Path) -> Iterator[tuple[Path, list[GoldSpeaker]]]:
    """Yield each article's file with its annotated speakers."""
    for line in (folder / "speakers.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield folder / "text" / f"{row['id']}.txt", [_gold(one) for one in row["speakers"]]


def _gold(row: dict[str, Any]) -> GoldSpeaker:
    return GoldSpeaker(GoldAttribution.of_json(row), tuple(row["names"]), row["kind"], row["role"])


def score_speakers(folder: Path, model: LanguageModel) -> Tally:
    tally = Tally()
    for path, gold in read_speakers(folder):
        page = load_page(path, PageSettings(plain=True))
        reading = read_page(page, model) if isinstance(page, Page) else None
        if not isinstance(reading, Reading):
            for one in gold:
                tally.count(one, None)
            continue
        text = path.read_bytes().decode("utf-8")
        ours = [Covered.of(text, spans) for spans in in_given_text(text, reading.article.text, reading.attributions)]
        met = {
            theirs: number for number, theirs in meetings(ours, [Covered.of(text, one.spans) for one in gold]).items()
        }
        for number, one in enumerate(gold):
            tally.count(one, reading.attributions[met[number]].speakers if number in met else None)
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    arguments = parser.parse_args()
    tally = score_speakers(arguments.folder, load_model(arguments.model, threads=1))
    shares = [100 * tally.right / max(1, count) for count in (tally.named, tally.found)]
    print(f"named speakers  {tally.right} of {tally.named} ({shares[0]:.1f}%), of {tally.found} found {shares[1]:.1f}%")
    print(
        f"roles           {tally.right_roles} of {tally.roles} ({100 * tally.right_roles / max(1, tally.roles):.1f}%)"
    )


if __name__ == "__main__":
    main()
