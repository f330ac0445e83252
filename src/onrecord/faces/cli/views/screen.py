"""Strings that come from pages, paths and addresses, made safe to print."""

from __future__ import annotations

import re

# An escape in a headline or a file name would speak to the terminal, not to the reader.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Show control characters as a replacement sign, line breaks and tabs as a space; the rest stays."""
    shown = _CONTROLS.sub("\ufffd", text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))
    return shown.encode("utf-8", "replace").decode("utf-8")
