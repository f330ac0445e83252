"""The signs around sources, cues and contents, so that nobody needs colour to tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console

from onrecord.faces.cli.views.marks import Part

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Notation:
    """Opening and closing signs of each part, and how a statement's number is written beside them."""

    signs: dict[Part, tuple[str, str]]
    superscript: bool

    def number(self, numbers: Sequence[int]) -> str:
        if self.superscript:
            return "˙".join(str(number).translate(_SUPERSCRIPTS) for number in numbers)
        return ",".join(map(str, numbers))


# A terminal underlines the cue; a pipe can't, so there the cue stands between low lines: _said_.
TERMINAL = Notation({"content": ("⟦", "⟧"), "source": ("‹", "›"), "cue": ("", "")}, superscript=True)
PIPE = Notation({"content": ("⟦", "⟧"), "source": ("‹", "›"), "cue": ("_", "_")}, superscript=True)
# Where the locale's encoding knows no such signs (LANG=C over an old connection), ASCII has to do.
ASCII = Notation({"content": ("[", "]"), "source": ("<", ">"), "cue": ("_", "_")}, superscript=False)

STYLES: dict[Part, str] = {"content": "green", "source": "bold cyan", "cue": "italic underline yellow"}
# Signs and numbers in their part's colour, lighter in weight: they tie text and table, and the words stand out.
SIGN_STYLES: dict[Part, str] = {"content": "green", "source": "cyan", "cue": "yellow"}


def choose_notation(console: Console) -> Notation:
    if not console.encoding.casefold().startswith("utf"):
        return ASCII
    return TERMINAL if console.is_terminal else PIPE


def legend(notation: Notation) -> list[tuple[Part, str]]:
    """Show each part as the text shows it, in words: ‹who›¹ said¹ ⟦¹what⟧."""
    number = notation.number([1])
    shown: dict[Part, str] = {"source": "who", "cue": "said", "content": "what was said"}
    order: tuple[Part, ...] = ("source", "cue", "content")
    samples: list[tuple[Part, str]] = []
    for part in order:
        opening, closing = notation.signs[part]
        before, after = (number, "") if part == "content" else ("", number)
        samples.append((part, f"{opening}{before}{shown[part]}{closing}{after}"))
    return samples
