"""What a bundled model says of itself: the bullets of its CARD.md, which lies beside it."""

from __future__ import annotations

import re
from importlib.resources import files

import msgspec

_BULLET = re.compile(r"^- \*\*(?P<title>[^*]+)\*\*:? *(?P<text>.*?)(?=^- \*\*|^#|\Z)", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"[a-z][a-z0-9-]*")


class CardEntry(msgspec.Struct, frozen=True):
    """One thing that a card tells: `Figures`, `Meant for`, `Not meant for`."""

    title: str
    text: str


class ModelCard(msgspec.Struct, frozen=True, kw_only=True):
    """A model's card: what it does in a sentence or two, and what is to be known of it."""

    model: str
    summary: str
    entries: tuple[CardEntry, ...]


def model_card(model: str) -> ModelCard | None:
    """Return the card of a model (`onrecord-en 2.0`, the version may be missing); null for one from elsewhere."""
    name = model.split(" ")[0]
    path = files("onrecord.language") / "models" / name / "CARD.md"
    if _NAME.fullmatch(name) is None or not path.is_file():
        return None
    text = path.read_text(encoding="utf-8")
    title, _, told = text.partition("\n")
    # Another version's figures would be told as this one's: then there is no card.
    if " " in model and title.removeprefix("# ").strip() != model:
        return None
    entries = [CardEntry(one["title"], _plain(one["text"])) for one in _BULLET.finditer(told)]
    return ModelCard(model=model, summary=_plain(told.split("\n- ")[0]), entries=tuple(entries))


def _plain(text: str) -> str:
    return " ".join(text.replace("`", "").split())
