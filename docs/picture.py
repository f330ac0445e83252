"""Draw docs/reading.svg, the README's picture: `onrecord read` in a terminal, on an excerpt of a bundled page."""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

import onrecord
from onrecord.faces.cli.views.reading_view import show_reading

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "reading.svg"
PAGE = ROOT / "src" / "onrecord" / "demo" / "pages" / "wikinews" / "canadian-document.html"
FIRST, LAST = "Environment Minister John Baird", "Dewar said"
WIDTH = 108

# Dark on light, each colour at 4.5 to 1 or better against the ground (WCAG 2.2, AA).
INK, PAPER, RED, GREEN, BROWN = (12, 12, 14), (255, 255, 255), (176, 0, 32), (22, 101, 52), (133, 77, 14)
BLUE, PURPLE, CYAN, GREY = (29, 78, 216), (126, 34, 206), (14, 94, 140), (80, 80, 84)
THEME = TerminalTheme(PAPER, INK, [INK, RED, GREEN, BROWN, BLUE, PURPLE, CYAN, GREY])


def excerpt(html: str) -> str:
    """Keep the head and the paragraphs from the minister to the critic: a picture has to end somewhere."""
    paragraphs = re.findall(r"<p>.*?</p>", html)
    start = next(number for number, text in enumerate(paragraphs) if FIRST in text)
    end = next(number for number, text in enumerate(paragraphs) if LAST in text)
    for text in (*paragraphs[:start], *paragraphs[end + 1 :]):
        html = html.replace(text + "\n", "")
    return html


def draw_picture() -> str:
    html = excerpt(PAGE.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("story.html").write_text(html, encoding="utf-8")
        reading = onrecord.read("story.html")
    console = Console(record=True, force_terminal=True, width=WIDTH, file=io.StringIO(), color_system="standard")
    show_reading(console, reading)
    return without_fonts(console.export_svg(title="onrecord read story.html", theme=THEME, unique_id="onrecord"))


def without_fonts(svg: str) -> str:
    """Fetch no font from anybody: the picture takes the reader's own, each run of letters stretched to its cells."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code, monospace", "Menlo, Consolas, 'DejaVu Sans Mono', monospace")


if __name__ == "__main__":
    TARGET.write_text(draw_picture(), encoding="utf-8")
