"""Names of elements that hold captions, credits and pictures, in content systems of some twenty languages.

All are matched against the words of class, id and itemprop, lower case, anything but letters and digits as one space:
`c-article-caption__copyright` reads "c article caption copyright".
"""

from __future__ import annotations

import re
from functools import lru_cache

# One line a language: English, German, French, Spanish, Portuguese, Italian, Dutch, the Nordic ones, Slavic ones,
# Hungarian, Romanian, Turkish.
_CAPTION_WORDS = """
    captions?|figcaption|cutline|wp caption text|image description|picture info|article media lead
    (?:image|photo|img) desc
    legend|bildunterschrift|bildunterzeile|bildtext|bildlegende
    legende|image legende
    leyenda|pie (?:de )?(?:foto|imagen)|piefoto|pie foto
    legenda|legenda foto
    didascalia
    bijschrift|onderschrift|fotobijschrift
    bildetekst|billedtekst|bildtext|kuvateksti|myndatexti
    podpis|popisek|opis zdjecia
    kepalairas
    descriere foto
    resimalti|foto alti
"""
# Inside a caption, these are whoever made or owns the picture; beside a picture outside of any, only the plainest.
_CREDIT_WORDS = """
    credits?|copyrights?|copyrightholder|photographer|photo by|photocredit|imagecredit|image source|attribution|agency
    (?:image|img|photo|foto|picture|media|bild) (?:author|autor|auteur|source|owner|rights)
    bildnachweis|bildquelle|quelle|fotograf(?:in)?
    photographe
    fotografo|creditos?
    fotograaf
    valokuvaaja
    zdroj|fotoautor
"""
_CREDIT_WORDS_IN_CAPTIONS = """
    author|by ?line|source|distributor|provider|owner|rights|holder|creator|supplier|contributor|photo name
    autor(?:in)?|urheber|rechte|lizenz
    auteur|droits
    fuente|autoria|firma
    fonte|autore
    bron
    kilde|kalla|lahde|kuvaaja|ljosmyndari
    forras|foto
    sursa
    kaynak
"""
# What holds a picture and its line: "image-container", "gallery-item", "main-image", "absatzbild".
_PICTURE_WORDS = r"""
    images?|img|pictures?|pic|photos?|gallery|lightbox|thumb|media (?:info|lead|text)
    \w*bild|foto|galerie
"""
_SEPARATORS = re.compile(r"[^a-z0-9]+")


def _either(lines: str) -> str:
    return "|".join(filter(None, map(str.strip, lines.splitlines())))


def _words(lines: str) -> re.Pattern[str]:
    # "has-caption" and "no-caption" tell of an element inside, or of none.
    return re.compile(rf"(?<!has )(?<!with )(?<!no )(?<![a-z])(?:{_either(lines)})(?![a-z])")


_CAPTION = _words(_CAPTION_WORDS)
_CREDIT = _words(_CREDIT_WORDS)
_CREDIT_IN_CAPTION = _words(_CREDIT_WORDS + _CREDIT_WORDS_IN_CAPTIONS)
_PICTURE = _words(_PICTURE_WORDS)


@lru_cache(maxsize=16_384)
def names_caption(names: str) -> bool:
    """Is an element of these names a caption, or a credit, which is a picture's as well?"""
    shown = _SEPARATORS.sub(" ", names)
    return bool(_CAPTION.search(shown) or _CREDIT.search(shown))


@lru_cache(maxsize=16_384)
def names_caption_only(names: str) -> bool:
    """Do the names say caption, and not credit?"""
    return bool(_CAPTION.search(_SEPARATORS.sub(" ", names)))


@lru_cache(maxsize=16_384)
def names_credit(names: str, in_caption: bool = False) -> bool:
    """Do the names say that an element holds a picture's credit? Inside a caption, "author" and "source" do as well."""
    return bool((_CREDIT_IN_CAPTION if in_caption else _CREDIT).search(_SEPARATORS.sub(" ", names)))


@lru_cache(maxsize=16_384)
def names_picture(names: str) -> bool:
    """Do the names say that an element holds a picture and what goes with it?"""
    return bool(_PICTURE.search(_SEPARATORS.sub(" ", names)))
