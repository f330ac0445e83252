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
# "(stock image)", "(file photo)" tell what the picture is, not who took it.
_TELLS_OF_PICTURE = re.compile(r"(?:stock|file|library|generic|archive|representative) (?:image|photo|picture)s?", re.I)
# "Photo by Jane Roe" is credited to "Jane Roe"; "... | Jane Roe/PA", "... EFE/ J.J. Roe" and "... / Jane Roe" close
# captions that have no full stop.
_CLOSING_BAR = re.compile(r"\s+[|–—]\s+([^|–—]{2,80}(?:\|[^|]{2,60})?)$")
_CLOSING_SLASH = re.compile(r"\s+/\s+((?:[A-ZÀ-Ž][\w.'’-]+\s?){2,4})$")
_CLOSING_SLASHED_AGENCY = re.compile(r"\s((?P<agency>\S+)\s?/\s?[A-ZÀ-Ž][\w.'’-]*(?:\s[A-ZÀ-Ž][\w.'’-]*){0,3})$")
_LABEL_BEFORE_CAPTION = re.compile(r"^(?:legende|caption|bildunterschrift|image caption)\s*:\s*", re.IGNORECASE)
_PICTURE_HOUSES = re.compile(
    r"\b(?:getty|shutterstock|istock|unsplash|alamy|imago|scanpix|epa|sipa|picture alliance|zuma|wireimage)\b|\w/[A-Z]",
    re.I,
)
_SMALL_WORDS = re.compile(r"\b(?:pool|via|handout|images?|file|archive|picture|alliance|imago|photo|from|courtesy)\b")
_SENTENCE_END = re.compile(r"[.!?…][\"”'’»)]?$")
_CLOSING_LINE = re.compile(r"(?<=[.!?…»”\"'’])\s*([^.!?…]{2,80})$")
_LONGEST_CREDIT = 160


def split_credit(caption: str) -> tuple[str, str | None]:
    """Part a caption from its credit, without brackets and labels; the credit is null where there is none.

    "Putin attends a meeting, March 19, 2025. (AP Photo/Luis M. Alvarez)" gives the sentence and
    "AP Photo/Luis M. Alvarez"; "Feuerwehrleute in Essen. Foto: Jana Biernat/dpa" gives "Jana Biernat/dpa".
    A caption that is nothing but a credit gives an empty caption.
    """
    shown = _LABEL_BEFORE_CAPTION.sub("", caption.strip())
    for split in (_split_parenthesised, _split_bar, _split_labelled, _split_closing_agency, _split_slash):
        parted = split(shown)
        if parted:
            return parted[0].rstrip(" —–|-"), parted[1]
    return shown, None


def is_credit(line: str) -> bool:
    """Is a whole line nothing but whom a picture is from: "Jane Roe / Reuters", "Getty Images", "Photo: Jane Roe"?"""
    shown = line.strip(" ()[]|")
    if not shown or len(shown) > _LONGEST_CREDIT or _SENTENCE_END.search(shown):
        return False
    if not split_credit(line)[0]:
        return True
    agency = known_agency(shown) or _PICTURE_HOUSES.search(shown)
    return len(shown.split()) <= 8 and bool(agency) and not re.search(r"\b[a-z]{4,}\b", _SMALL_WORDS.sub("", shown))


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


def _split_bar(caption: str) -> tuple[str, str] | None:
    """ "The candidate, in Galway. | Jane Roe/PA Images via Getty Images": after a bar stands who took it."""
    found = _CLOSING_BAR.search(caption)
    if not found or not is_credit(found[1]) or _LABELLED.match(found[1]):
        return None
    return caption[: found.start()].rstrip(), found[1].strip()


def _split_slash(caption: str) -> tuple[str, str] | None:
    found = _CLOSING_SLASHED_AGENCY.search(caption)
    if not (found and known_agency(found["agency"])):
        found = _CLOSING_SLASH.search(caption)
    if not found or found.start() < 20:
        return None
    return caption[: found.start()].rstrip(), found[1].strip()


def _split_labelled(caption: str) -> tuple[str, str] | None:
    found = None
    for found in _LABELLED.finditer(caption):
        if len(caption) - found.start() <= _LONGEST_CREDIT:
            break
    if not found or len(caption) - found.end() > _LONGEST_CREDIT:
        return None
    credit = caption[found.end() :].strip(" ()[]|")
    credit += ")" * (credit.count("(") - credit.count(")"))  # "Jane Roe (daily.test)" keeps its own bracket
    return (caption[: found.start()].rstrip(" (|[–-/"), credit) if credit else None


def _split_closing_agency(caption: str) -> tuple[str, str] | None:
    """ "... said on Monday. Andrew Harnik / AP": what follows the last sentence and names an agency is the credit."""
    found = _CLOSING_LINE.search(caption)
    if not found or not (known_agency(found[1]) or "/" in found[1]) or len(found[1].split()) > 10:
        return None
    return caption[: found.start()].rstrip(), found[1].strip()


def _reads_as_credit(inside: str) -> bool:
    if _TELLS_OF_PICTURE.fullmatch(inside):
        return False
    return len(inside.split()) <= 22 and bool(_WORDS_OF_CREDITS.search(inside) or known_agency(inside))


def _reads_as_names(inside: str) -> bool:
    """ "Alexei Nikolsky, Sputnik": a few words, all capitalised; "left" and "second from right" are not."""
    words = [word for word in re.split(r"[\s,]+", inside) if word]
    return 1 < len(words) <= 8 and all(word[0].isupper() or word in {"de", "van", "von", "for", "di"} for word in words)
