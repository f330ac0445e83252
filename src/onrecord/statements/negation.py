"""Is a cue denied? `did not confirm` and `failed to confirm` are; `not only confirmed` is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_NEGATIONS: Final = frozenset(
    {"not", "never", "no", "neither", "nor", "without", "nothing", "nobody", "none", "barely", "hardly", "scarcely",
     "avoid", "avoids", "avoided", "avoiding", "little"}
)  # fmt: skip
# What is negated in form alone: “can't help but worry” worries, “could not resist pointing out” points out, “has no
# illusions” knows, “never tires of telling” tells.
_NO_NEGATION: Final = frozenset(
    {"only", "just", "merely", "simply", "help", "resist", "tire", "tires", "tired", "seem", "illusions", "secret",
     "stop"}
)  # fmt: skip
_FAILURES: Final = frozenset({"fail", "fails", "failed", "failing", "failure"})
_AUXILIARIES_BEFORE = re.compile(
    r"\b(?:(?:am|is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|(?:is|are|was|were|do|does|did|"
    r"has|have|had|wo|would|ca|could)n['’]t|not|never|even|yet|to|[a-z]+ly) )+$"
)
_DENIES = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b")
_WILL: Final = frozenset({"will", "would", "can", "could"})
_NOT: Final = frozenset({"not", "never"})


def is_negated(words: Sequence[str], cue: int) -> bool:
    """Whether the words before `words[cue]` deny it: `did not deny`, `no longer expects`, `stopped short of saying`."""
    for number, word in enumerate(words[:cue]):
        following = words[number + 1] if number + 1 < len(words) else ""
        if word in _NEGATIONS and following not in _NO_NEGATION and not _is_idle_little(word, following):
            return True
        if word in _FAILURES and "to" in words[number + 1 : number + 2]:
            return True
    return _stops_short(words)


def _is_idle_little(word: str, following: str) -> bool:
    """`little doubt` denies the doubt, but `a little later said` denies nothing."""
    return word == "little" and following not in ("doubt", "doubts", "question", "hope", "interest", "support")


def _stops_short(words: Sequence[str]) -> bool:
    """`stopped short of calling`, `is steering clear of criticizing`."""
    joined = " ".join(words)
    return joined.startswith(("stopped short", "stops short", "stopping short")) or "steering clear" in joined


def with_auxiliaries(text: str, cue_start: int, cue: str) -> str:
    """Put before a cue the auxiliaries that its span leaves out: `I am not even | talking about it`."""
    before = _AUXILIARIES_BEFORE.search(text, max(cue_start - 40, 0), cue_start)
    return before[0] + cue if before and _DENIES.search(before[0]) else cue


def is_unwilling(words: Sequence[str], cue: int) -> bool:
    """`will never accept` refuses, and so does `could not support`; `did not accept` leaves it open why."""
    before = words[max(cue - 3, 0) : cue]
    return bool(_WILL.intersection(before) and _NOT.intersection(before))
