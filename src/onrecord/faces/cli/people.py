"""Who sits at the terminal, for the log of what people say."""

from __future__ import annotations

import getpass
import os


def name_of(who: str | None) -> str:
    """Return the name given, or else this account's."""
    return who or os.environ.get("USER") or getpass.getuser()
