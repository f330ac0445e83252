"""The YAML front matter of markdown files: scalars and lists of scalars, no more of YAML than articles use."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FRONT_MATTER = re.compile(r"\A\ufeff?---[^\S\n]*\n(.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"^([A-Za-z][\w-]*)[^\S\n]*:(?:[^\S\n]+(.*))?$")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "_": "\u00a0", "N": "\u0085", "L": "\u2028", "P": "\u2029", "0": "\0", "e": "\x1b"}


def split_front_matter(text: str) -> tuple[dict[str, tuple[str, ...]], str]:
    """Part front matter from the text below it: key in lower case → its values, in order; {} where there is none."""
    found = _FRONT_MATTER.match(text)
    entries = _read_entries(found[1]) if found else None
    return (entries, text[found.end() :]) if found and entries else ({}, text)


def _read_entries(block: str) -> dict[str, tuple[str, ...]] | None:
    """Read `key: value` entries with their continuation lines; None where the block is no front matter."""
    raw: list[tuple[str, list[str]]] = []
    for line in block.split("\n"):
        found = _KEY.match(line)
        if found:
            raw.append((found[1].lower(), [found[2] or ""]))
        elif raw:
            raw[-1][1].append(line)
        elif line.strip() and not line.lstrip().startswith("#"):
            return None  # two rules around a paragraph are no front matter
    return {key: _read_values(lines) for key, lines in raw}


def _read_values(lines: list[str]) -> tuple[str, ...]:
    first = lines[0].strip()
    if first.startswith("[") and first.endswith("]"):
        return _present(part for part in first[1:-1].split(","))
    if not first and all(line.lstrip().startswith("- ") for line in lines[1:] if line.strip()):
        return _present(line.lstrip()[2:] for line in lines[1:])
    return _present(["\n".join(lines)])


def _present(raw: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value in map(read_scalar, raw) if value)


def read_scalar(raw: str) -> str:
    """Read a YAML scalar: plain, 'single' or "double" quoted, folded over several lines."""
    shown = raw.strip()
    if len(shown) > 1 and shown[0] == shown[-1] == "'":
        return _fold(shown[1:-1]).replace("''", "'")
    if len(shown) > 1 and shown[0] == shown[-1] == '"':
        # "of\_the United\<line end>\ Kingdom": a backslash at the line's end joins without a space.
        joined = re.sub(r"\\\n[^\S\n]*", "", shown[1:-1])
        return _ESCAPE.sub(_unescape, _fold(joined))
    return _fold(shown)


def _fold(raw: str) -> str:
    return re.sub(r"[^\S\n]*\n\s*", " ", raw)


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code is None:
        return _ESCAPED.get(found[4], found[4])
    return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "\ufffd"
