"""Letters to the editors."""

from __future__ import annotations

import msgspec

from onrecord.faces.web.views.paging import Paging
from onrecord.schema import Letter


class LettersPage(msgspec.Struct, frozen=True, kw_only=True):
    """Letters, the latest first; `state` is what was asked for, empty for all."""

    state: str
    letters: tuple[Letter, ...]
    paging: Paging
