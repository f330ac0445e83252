"""How well two annotators of one PolNeAR article agree: exact span F1 by role, a ceiling for any model.

python training/annotators.py --data ../shared/data
"""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord.evaluation.polnear import GoldAttribution, read_annotators
from onrecord.language.labels import ROLES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments = parser.parse_args()
    folders = [arguments.data / "polnear" / split for split in ("train", "dev")]
    versions = [list(by_annotator.values()) for folder in folders for _, _, by_annotator in read_annotators(folder)]
    pairs = [(found[0], found[1]) for found in versions if len(found) > 1]
    print(f"{len(pairs)} articles with several annotators, the first two of each compared")
    for role in ROLES:
        both = sum(len(_spans(one, role) & _spans(other, role)) for one, other in pairs)
        all_found = sum(len(_spans(one, role)) + len(_spans(other, role)) for one, other in pairs)
        print(f"{role:8} F1 {200 * both / all_found:.1f}")


def _spans(attributions: list[GoldAttribution], role: str) -> set[tuple[int, int]]:
    return {place for attribution in attributions for place in getattr(attribution, role)}


if __name__ == "__main__":
    main()
