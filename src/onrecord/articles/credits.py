"""A picture's caption and whoever is credited for the picture are one line on most pages."""

from __future__ import annotations

import re

from onrecord.articles.agencies import known_agency

_LABEL = (
    r"(?:photo(?:graph(?:er|ie|y)?|s)?|pictures?|images?|credits?|photo credit|image credit|picture credit|fotos?"
    r"|bild(?:er)?|bildquelle|quelle|source|crédits?(?: photo)?|foto di|archivfoto|symbolfoto|symbolbild|copyright"
    r"|getty|video|illustration|grafik|graphic|courtesy|fuente|imagen|kuva|kép|фото|写真|写真提供)"
)
_LABELLED = re.compile(
    rf"(?:^|(?<=[\s.!?…»”\")|(/–-]))(?:{_LABEL}\s*[:：]|{_LABEL}\s+(?:by|via|courtesy)\b|©|\(c\)\s|courtesy of\b)\s*",
    re.IGNORECASE,
)
_PARENTHESISED = re.compile(r"\s*[(\[]([^()\[\]]{2,160}(?:\([^()]{1,40}\)[^()]{0,40})?)[)\]]\s*\.?\s*$")
_WORDS_OF_CREDITS = re.compile(
    r"\b(?:photos?|foto|pool|via|courtesy|handout|getty|images?|shutterstock|istock|unsplash|alamy|imago|reproduction"
    r"|picture alliance|archiv|archive|file|screenshot|provided by|staff|press service)\b|[/©]",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"”'’»)]?$")
_CLOSING_LINE = re.compile(r"(?<=[.!?…»”\"'’])\s*([^.!?…]{2,80})$")
_LONGEST_CREDIT = 160


def split_credit(caption: str) -> tuple[str, str | None]:
    """Part a caption from its credit, without brackets and labels; the credit is null where there is none.

    "Putin attends a meeting, March 19, 2025. (AP Photo/Luis M. Alvarez)" gives the sentence and
    "AP Photo/Luis M. Alvarez"; "Feuerwehrleute in Essen. Foto: Jana Biernat/dpa" gives "Jana Biernat/dpa".
    A caption that is nothing but a credit gives an empty caption.
    """
    shown = caption.strip()
    for split in (_split_parenthesised, _split_labelled, _split_closing_agency):
        parted = split(shown)
        if parted:
            return parted
    return shown, None


def _split_parenthesised(caption: str) -> tuple[str, str] | None:
    found = _PARENTHESISED.search(_without_glued_agency(caption))
    if not found:
        return None
    before, inside = caption[: found.start()].rstrip(), found[1].strip()
    if _reads_as_credit(inside) or (_SENTENCE_END.search(before) and _reads_as_names(inside)):
        label = _LABELLED.match(inside)
        # "(AP Photo/Luis M. Alvarez)" keeps its words: only "Photo:" and its like are labels.
        return before, (inside[label.end() :] if label else inside).strip()
    return None


def _without_glued_agency(caption: str) -> str:
    """Page dumps glue a second credit to the first: "(AP Photo/Luis M. Alvarez)ASSOCIATED PRESS"."""
    cut = caption.rfind(")") + 1
    return caption[:cut] if cut and len(caption) - cut < 40 and known_agency(caption[cut:]) else caption


def _split_labelled(caption: str) -> tuple[str, str] | None:
    found = None
    for found in _LABELLED.finditer(caption):
        if len(caption) - found.start() <= _LONGEST_CREDIT:
            break
    if not found or len(caption) - found.end() > _LONGEST_CREDIT:
        return None
    credit = caption[found.end() :].strip(" ()[]|")
    return (caption[: found.start()].rstrip(" (|[–-/"), credit) if credit else None


def _split_closing_agency(caption: str) -> tuple[str, str] | None:
    """ "... said on Monday. Andrew Harnik / AP": what follows the last sentence and names an agency is the credit."""
    found = _CLOSING_LINE.search(caption)
    if not found or not (known_agency(found[1]) or "/" in found[1]) or len(found[1].split()) > 10:
        return None
    return caption[: found.start()].rstrip(), found[1].strip()


def _reads_as_credit(inside: str) -> bool:
    return len(inside.split()) <= 22 and bool(_WORDS_OF_CREDITS.search(inside) or known_agency(inside))


def _reads_as_names(inside: str) -> bool:
    """ "Alexei Nikolsky, Sputnik": a few words, all capitalised; "left" and "second from right" are not."""
    words = [word for word in re.split(r"[\s,]+", inside) if word]
    return 1 < len(words) <= 8 and all(word[0].isupper() or word in {"de", "van", "von", "for", "di"} for word in words)
