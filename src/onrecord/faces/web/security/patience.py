"""Who gives wrong passwords waits: a little longer each time, by the name that is tried."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

_FREE = 4
"""Wrong passwords that cost nothing: a finger slips."""
_LONGEST = 60.0
"""Seconds: who guesses gets 1,440 tries a day, and who is guessed at waits a minute at most."""
_MOST_NAMES = 10_000


class Patience:
    """Shared by all worker threads. Names that nobody has count as well: an answer must not tell which those are."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait_for(self, name: str) -> float:
        """Return the seconds until a password is looked at again for this name; 0 for now."""
        with self._lock:
            return max(self._failed.get(_key(name), (0, 0.0))[1] - self._clock(), 0.0)

    def failed(self, name: str) -> None:
        """Note a wrong password."""
        with self._lock:
            times = self._failed.get(_key(name), (0, 0.0))[0] + 1
            pause = min(2.0 ** (times - _FREE), _LONGEST) if times > _FREE else 0.0
            self._failed[_key(name)] = (times, self._clock() + pause)
            self._failed.move_to_end(_key(name))
            if len(self._failed) > _MOST_NAMES:
                self._failed.popitem(last=False)

    def forgive(self, name: str) -> None:
        """Forget the wrong passwords: the right one was given."""
        with self._lock:
            self._failed.pop(_key(name), None)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()[:200]
