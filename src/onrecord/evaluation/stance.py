"""Is the stance right? Attributions of PolNeAR labelled by hand after docs/stance.md, and the scores on them.

`python -m onrecord.evaluation.stance POLNEAR LABELS` prints accuracy, macro F1 and F1 by stance on two thirds of the
articles, which rules may be made with, and on the third that none may. POLNEAR holds `train` and `dev`; LABELS is
`training/stance_labels.jsonl`, which holds no text: a split, an article's key, spans, stance, negated, and how the
attribution was chosen.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.evaluation.polnear import Place
from onrecord.schema import Stance
from onrecord.statements.negation import with_auxiliaries
from onrecord.statements.stance import stance_of

_THIRDS = 3
Judgement = tuple[Stance, bool]


class StanceLabel(msgspec.Struct, frozen=True):
    """What a reader decided about one attribution; half-open offsets into the article's text as stored."""

    split: str
    article: str
    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    stance: Stance
    negated: bool
    sample: str

    @property
    def is_held_out(self) -> bool:
        """Whether the article is one of the third that no rule may be made with; by the hash of its key."""
        return int(hashlib.sha256(self.article.encode()).hexdigest(), 16) % _THIRDS == 0


@dataclass(frozen=True)
class StanceScore:
    """Accuracy of the stance and of `negated`, macro F1 over the stances that occur, F1 by stance; 0 to 1."""

    count: int
    accuracy: float
    negated: float
    macro_f1: float
    by_stance: dict[Stance, float]


def read_labels(path: Path) -> list[StanceLabel]:
    """Read the labels in the file's order. Raises OSError, and msgspec.ValidationError on a line of another shape."""
    return [msgspec.json.decode(line, type=StanceLabel) for line in path.read_bytes().splitlines()]


def labelled_words(polnear: Path, labels: Sequence[StanceLabel]) -> Iterator[tuple[str, str, str]]:
    """Yield cue, content and source of each label, as the pipeline sees them. Raises OSError on a missing article."""
    texts: dict[Path, str] = {}
    for label in labels:
        path = polnear / label.split / "text" / f"{label.article}.txt"
        if path not in texts:
            texts[path] = path.read_bytes().decode("utf-8")
        text = texts[path]
        cue = with_auxiliaries(text, label.cue[0][0], _shown(text, label.cue))
        yield cue, _shown(text, label.content), _shown(text, label.source)


def _shown(text: str, places: Sequence[Place]) -> str:
    return " ".join(text[start:end] for start, end in places)


def score_stances(gold: Sequence[Judgement], found: Sequence[Judgement]) -> StanceScore:
    """Score what was found against what a reader decided, pair by pair. Raises ValueError where there is none."""
    if not gold or len(gold) != len(found):
        raise ValueError(f"{len(gold)} decisions of a reader cannot be held against {len(found)}")
    by_stance = _f1_by_stance([stance for stance, _ in gold], [stance for stance, _ in found])
    return StanceScore(
        count=len(gold),
        accuracy=_share([one[0] == other[0] for one, other in zip(gold, found, strict=True)]),
        negated=_share([one[1] == other[1] for one, other in zip(gold, found, strict=True)]),
        macro_f1=sum(by_stance.values()) / len(by_stance),
        by_stance=by_stance,
    )


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right)


def _f1_by_stance(gold: Sequence[Stance], found: Sequence[Stance]) -> dict[Stance, float]:
    both = Counter(one for one, other in zip(gold, found, strict=True) if one == other)
    wanted, given = Counter(gold), Counter(found)
    return {stance: 2 * both[stance] / (wanted[stance] + given[stance]) for stance in sorted(wanted)}


def confusions(gold: Sequence[Judgement], found: Sequence[Judgement]) -> list[tuple[tuple[Stance, Stance], int]]:
    """Return (the reader's stance, the one found) and how often, the commonest mistake first."""
    pairs: Iterator[tuple[Stance, Stance]] = ((one[0], other[0]) for one, other in zip(gold, found, strict=True))
    return Counter(pair for pair in pairs if pair[0] != pair[1]).most_common()


def main() -> None:
    """Print the scores by part and how the attributions were chosen, and the mistakes by kind."""
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    labels = read_labels(Path(sys.argv[2]))
    parts: defaultdict[str, list[tuple[Judgement, Judgement]]] = defaultdict(list)
    for label, words in zip(labels, labelled_words(Path(sys.argv[1]), labels), strict=True):
        decided: Judgement = label.stance, label.negated
        pair = decided, stance_of(*words)
        held_out = "held out" if label.is_held_out else "open"
        for part in (held_out, f"{held_out}, dev", f"{held_out}, dev, {label.sample} cues"):
            if part == held_out or label.split == "dev":
                parts[part].append(pair)
    for part in sorted(parts):
        _print(part, parts[part])


def _print(part: str, pairs: Sequence[tuple[Judgement, Judgement]]) -> None:
    gold, found = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    score = score_stances(gold, found)
    print(f"{part}: {score.count}  accuracy {score.accuracy:.1%}  macro F1 {score.macro_f1:.1%}", end="")
    print(f"  negated {score.negated:.1%}")
    print("   " + "  ".join(f"{stance} {f1:.0%}" for stance, f1 in score.by_stance.items()))
    print("   " + "  ".join(f"{one}→{other} {count}" for (one, other), count in confusions(gold, found)[:12]))


if __name__ == "__main__":
    main()
