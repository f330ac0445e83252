"""What takes long to ask of a large record is asked now and then, and remembered meanwhile.

How long an answer may be given again follows from what it cost: one of 5 ms is a tenth of a second old at most, so
that a small record always shows what was just added; one of half a second, as of 100,000 statements, ten seconds.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
_SHARE = 20
"""An answer is made again at most every twentieth part of the time."""
_SHORT = 0.05
"""Seconds that anybody waits for; what takes longer is made anew beside, and the older answer is given once more."""
_TOO_OLD = 60.0
"""Seconds after which nobody wants the older answer, as when the first one in the morning asks."""
_MOST_KEPT = 64


@dataclass(frozen=True)
class _Answer:
    value: Any
    made_at: float
    cost: float


class Memory:
    """Answers by key, shared by all worker threads. `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._being_made: set[Hashable] = set()
        self._lock = threading.Lock()

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` returned not long ago, or returns now. It must need nothing of the request, its thread."""
        with self._lock:
            known = self._answers.get(key)
            age = 0.0 if known is None else self._clock() - known.made_at
            if known is not None and age <= known.cost * _SHARE:
                return known.value
            beside = known is not None and known.cost > _SHORT and age <= _TOO_OLD
            if beside and known is not None and key in self._being_made:
                return known.value
            self._being_made.add(key)
        if beside and known is not None:
            threading.Thread(target=self._make, args=(key, make), daemon=True).start()
            return known.value
        return self._make(key, make)

    def forget(self, key: Hashable) -> None:
        """Make this answer anew when it is asked for next: somebody changed what it tells of."""
        with self._lock:
            self._answers.pop(key, None)

    def _make(self, key: Hashable, make: Callable[[], T]) -> T:
        began = self._clock()
        try:
            value = make()
            with self._lock:
                ended = self._clock()
                self._answers[key] = _Answer(value, ended, ended - began)
                self._answers.move_to_end(key)
                if len(self._answers) > _MOST_KEPT:
                    self._answers.popitem(last=False)
            return value
        finally:
            with self._lock:
                self._being_made.discard(key)
