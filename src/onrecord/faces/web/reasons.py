"""The last "why" that each person gave for each kind of correction, to be offered again; gone when the server ends."""

from __future__ import annotations

import threading
from collections import OrderedDict

_MOST_KEPT = 500
"""People that are remembered."""


class Reasons:
    """Shared by all worker threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, dict[str, str]] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, who: str, kind: str, because: str) -> None:
        """Remember why somebody did this kind of thing."""
        with self._lock:
            self._kept.setdefault(who, {})[kind] = because.strip()
            self._kept.move_to_end(who)
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)

    def of(self, who: str) -> dict[str, str]:
        """Return somebody's last reasons by kind of correction."""
        with self._lock:
            return dict(self._kept.get(who, {}))
