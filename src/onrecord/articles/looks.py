"""What an element's attributes tell of it, worked out once for all elements that look alike."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from onrecord.articles.caption_names import names_caption_only
from onrecord.articles.furniture_names import Hint, words_hints
from onrecord.articles.tags import HEADINGS, ROLES, Role

_LATER_NAMES = ("role", "itemprop", "data-testid", "data-component")
"""What names an element, after its class and its id."""
_NAMED_CAPTIONS = frozenset(("div", "p", "span", "dd", "small", "em"))
# Letters that every name of a caption has, in whatever language: asked first, as hardly any element is one.
_MAY_BE_CAPTION = re.compile(
    r"capt|cutl|desc|info|lead|legen|leyen|pie|dida|schrift|zeile|bild|text|tekst|teksti|podpis|popis|opis|kepal|foto"
    r"|resim"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:hidden|hide|d-none|is-hidden|u-hidden)(?:\s|$)")
_SHOWN_CLASS = re.compile(r":|d-[a-z]+-[a-z]+|-(?:block|flex|inline|show)")
_FOR_SCREEN_READERS = re.compile(r"(?<![a-z])(?:sr|screen[- ]?reader|visually)[-_ ]?(?:only|text|hidden)")
_APART = re.compile(
    r"(?<![a-z])(?:credits?|copyright|photographer|kicker|dachzeile|overline|eyebrow|image[-_ ]source)(?![a-z])"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MENU_TAGS = frozenset(("nav", "menu", "footer"))
_MENU_WORDS = frozenset(
    ("navbar", "menu", "menus", "submenu", "mainmenu", "sitemap", "sidenav", "sidemenu", "offcanvas", "dropdown")
)
_HIDDEN = Hint("<hidden>", "other")


class Look(Struct, frozen=True, eq=False, gc=False):
    """A block-level element's names, lower case (`ArticleBody-lead` gives "article body lead"), and what they tell."""

    names: str
    hidden: bool
    captioned: bool
    hints: tuple[Hint, ...]
    """What tag and names tell of furniture, the most telling first."""
    is_menu: bool
    """Is it a menu, or a page's footer, as far as its tag and names tell?"""


class InlineLook(Struct, frozen=True, eq=False, gc=False):
    """An inline element's names, and what its text is to the line it stands in."""

    names: str
    unseen: bool
    """Is it hidden, or for screen readers alone? It is passed over."""
    apart: bool
    """Does it part the line, as a picture's credit does?"""


def look_of(tag: str, attributes: dict[str, str | None]) -> Look:
    """Return the look of an element; pages repeat a few hundred looks on thousands of elements."""
    classes = attributes.get("class")
    if classes and len(attributes) == 1:
        return _look(tag, classes, classes, None, False)
    named = _named(attributes)
    return _look(tag, named, classes, attributes.get("style"), "hidden" in attributes)


def inline_look_of(attributes: dict[str, str | None]) -> InlineLook:
    """Return the look of an inline element."""
    named = _named(attributes)
    return _inline_look(named, attributes.get("class"), attributes.get("style"), "hidden" in attributes)


def _named(attributes: dict[str, str | None]) -> str:
    """What names an element, in one order."""
    get = attributes.get
    classes, number = get("class"), get("id")
    if len(attributes) <= (classes is not None) + (number is not None):
        return f"{classes} {number}" if classes and number else classes or number or ""
    return " ".join(filter(None, (classes, number, *map(get, _LATER_NAMES))))


@lru_cache(maxsize=16_384)
def _look(tag: str, named: str, classes: str | None, style: str | None, hidden: bool) -> Look:
    names = _lower(named)
    hidden = hidden or tag == "noscript" or _is_hidden(classes, style)
    if tag in HEADINGS:
        # A heading's id is made of its words ("nav_phishing_masche"); what it heads decides of it.
        return Look(names, hidden, False, (_HIDDEN,) if hidden else (), False)
    hints = words_hints(tag, names)
    captioned = tag == "figcaption" or (
        tag in _NAMED_CAPTIONS and _MAY_BE_CAPTION.search(names) is not None and names_caption_only(names)
    )
    is_menu = tag in _MENU_TAGS or (bool(hints) and not _MENU_WORDS.isdisjoint([hint.word for hint in hints]))
    return Look(names, hidden, captioned, (_HIDDEN, *hints) if hidden else hints, is_menu and "crumb" not in names)


@lru_cache(maxsize=16_384)
def _inline_look(named: str, classes: str | None, style: str | None, hidden: bool) -> InlineLook:
    names = _lower(named)
    unseen = hidden or _is_hidden(classes, style) or bool(names and _FOR_SCREEN_READERS.search(names))
    return InlineLook(names, unseen, bool(names and _APART.search(names)))


def _lower(named: str) -> str:
    lower = named.lower()
    return lower if lower == named else _CAMEL.sub(" ", named).lower()


def _is_hidden(classes: str | None, style: str | None) -> bool:
    if style and _HIDDEN_STYLE.search(style):
        return True
    # "hidden md:block" and "d-none d-lg-block" hide on small screens only.
    if not classes or not ("hid" in classes or "d-none" in classes):
        return False
    return bool(_HIDDEN_CLASS.search(classes)) and not _SHOWN_CLASS.search(classes)


PLAIN = {tag: look_of(tag, {}) for tag, role in ROLES.items() if role == Role.BLOCK}
"""The looks of elements without attributes."""
