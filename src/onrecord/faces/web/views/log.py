"""The log of corrections."""

from __future__ import annotations

import msgspec

from onrecord.faces.web.views.correcting import CorrectionLine
from onrecord.faces.web.views.paging import Paging
from onrecord.schema import CorrectionKind


class LogPage(msgspec.Struct, frozen=True, kw_only=True):
    """Corrections, the latest first. `kind` and `who` are what was asked for, empty for all; `kinds` and `people` are
    those that there are."""

    kind: str
    who: str
    total: int
    lines: tuple[CorrectionLine, ...]
    paging: Paging
    kinds: tuple[CorrectionKind, ...]
    people: tuple[str, ...]
