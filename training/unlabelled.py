"""Texts that nobody annotated: news pages' articles, and official readouts."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.language.english import looks_english

_PAGES = ("fundus80", "fundus257", "wcxb_articles")


def read_unlabelled(data: Path) -> list[str]:
    """Every second English article among the pages with gold, and every eighth readout: they are much alike."""
    texts: list[str] = []
    for corpus in _PAGES:
        pages = json.loads((data / "pages" / corpus / "gold.json").read_text(encoding="utf-8"))
        for _, page in sorted(pages.items())[::2]:
            texts.append("\n\n".join(part for part in page["body"] if part.strip()))
    readouts = sorted((data / "demo" / "white_house").glob("*.md"))[::8]
    texts += [_without_header(path.read_text(encoding="utf-8")) for path in readouts]
    return [text for text in texts if looks_english(text)]


def _without_header(markdown: str) -> str:
    _, _, body = markdown.partition("\n---\n") if markdown.startswith("---") else ("", "", markdown)
    return body.strip()
