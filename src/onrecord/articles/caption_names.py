"""Names of elements that hold captions, credits and pictures, in content systems of some twenty languages.

All are matched against the words of class, id and itemprop, lower case, anything but letters and digits as one space:
`c-article-caption__copyright` reads "c article caption copyright".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

# "_" joins two words that stand together. One line a language: English, German, French, Spanish, Portuguese, Italian,
# Dutch, the Nordic ones, Slavic ones, Hungarian, Romanian, Turkish.
_CAPTION_WORDS = """
    caption captions figcaption cutline wp_caption_text image_description picture_info article_media_lead
    image_desc photo_desc img_desc
    legend bildunterschrift bildunterzeile bildtext bildlegende
    legende image_legende
    leyenda pie_foto pie_imagen pie_de_foto pie_de_imagen piefoto
    legenda legenda_foto
    didascalia
    bijschrift onderschrift fotobijschrift
    bildetekst billedtekst kuvateksti myndatexti
    podpis popisek opis_zdjecia
    kepalairas
    descriere_foto
    resimalti foto_alti
"""
# Inside a caption, these are whoever made or owns the picture; beside a picture outside of any, only the plainest.
_CREDIT_WORDS = """
    credit credits copyright copyrights copyrightholder photographer photo_by photocredit imagecredit image_source
    attribution agency
    bildnachweis bildquelle quelle fotograf fotografin
    photographe
    fotografo credito creditos
    fotograaf
    valokuvaaja
    zdroj fotoautor
"""
_PICTURED = ("image", "img", "photo", "foto", "picture", "media", "bild")
_MAKERS = ("author", "autor", "auteur", "source", "owner", "rights")
_PICTURES_MAKERS = " ".join(map("_".join, product(_PICTURED, _MAKERS)))
_CREDIT_WORDS_IN_CAPTIONS = """
    author byline by_line source distributor provider owner rights holder creator supplier contributor photo_name
    autor autorin urheber rechte lizenz
    auteur droits
    fuente autoria firma
    fonte autore
    bron
    kilde kalla lahde kuvaaja ljosmyndari
    forras foto
    sursa
    kaynak
"""
# What holds a picture and its line: "image-container", "gallery-item", "main-image", "absatzbild".
_PICTURE_WORDS = """
    image images img picture pictures pic photo photos gallery lightbox thumb media_info media_lead media_text
    foto galerie
"""
_PICTURE_ENDING = "bild"  # "absatzbild", "titelbild"
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[a-z]+")
_PARTED = {code: " " for code in range(128) if not "a" <= chr(code) <= "z"}


@dataclass(frozen=True, slots=True)
class NamePhrases:
    """Words and phrases, looked for as whole words. Hardly any names have even the first word of one."""

    openings: frozenset[str]
    pattern: re.Pattern[str]

    def tell(self, names: str) -> bool:
        """Is one of the phrases in an element's names?"""
        return not self.openings.isdisjoint(name_words(names)) and self.are_in(names)

    def are_in(self, names: str) -> bool:
        return self.pattern.search(_SEPARATORS.sub(" ", names)) is not None


def phrases(words: str, *more: str) -> NamePhrases:
    """Compile a table of words, "_" between those that stand together; `more` are expressions without an opening."""
    parted = [word.replace("_", " ") for word in words.split()]
    # "has-caption" and "no-caption" tell of an element inside, or of none.
    pattern = rf"(?<!has )(?<!with )(?<!no )(?<![a-z])(?:{'|'.join((*parted, *more))})(?![a-z])"
    return NamePhrases(frozenset(phrase.split()[0] for phrase in parted), re.compile(pattern))


@lru_cache(maxsize=16_384)
def name_words(names: str) -> list[str]:
    """The words in an element's names, without what else is in them. Not to be changed."""
    return names.translate(_PARTED).split() if names.isascii() else _WORD.findall(names)


_CAPTION, _CREDIT = phrases(_CAPTION_WORDS), phrases(_CREDIT_WORDS + _PICTURES_MAKERS)
_PICTURE = phrases(_PICTURE_WORDS, rf"\w*{_PICTURE_ENDING}")
_CREDIT_IN_CAPTION = phrases(_CREDIT_WORDS + _CREDIT_WORDS_IN_CAPTIONS + _PICTURES_MAKERS)
_CAPTION_OR_CREDIT = phrases(_CAPTION_WORDS + _CREDIT_WORDS + _PICTURES_MAKERS)


@lru_cache(maxsize=16_384)
def names_caption(names: str) -> bool:
    """Is an element of these names a caption, or a credit, which is a picture's as well?"""
    return _CAPTION_OR_CREDIT.tell(names)


@lru_cache(maxsize=16_384)
def names_caption_only(names: str) -> bool:
    """Do the names say caption, and not credit?"""
    return _CAPTION.tell(names)


@lru_cache(maxsize=16_384)
def names_credit(names: str, in_caption: bool = False) -> bool:
    """Do the names say that an element holds a picture's credit? Inside a caption, "author" and "source" do as well."""
    return (_CREDIT_IN_CAPTION if in_caption else _CREDIT).tell(names)


@lru_cache(maxsize=16_384)
def names_picture(names: str) -> bool:
    """Do the names say that an element holds a picture and what goes with it?"""
    return _PICTURE.are_in(names) if _PICTURE_ENDING in names else _PICTURE.tell(names)
