"""A picture's caption and whoever is credited for the picture are one line on most pages."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.articles.agencies import known_agency
from onrecord.articles.credit_labels import CLOSING_LABEL, LABELLED, may_be_labelled

_OPENING, _CLOSING = r"[(\[（［【〔]", r"[)\]）］】〕]"
_PARENTHESISED = re.compile(
    rf"\s*{_OPENING}([^()\[\]（）［］【】]{{2,160}}(?:\([^()]{{1,40}}\)[^()]{{0,40}})?){_CLOSING}\s*[.。]?\s*$"
)
_WORDS_OF_CREDITS = re.compile(
    r"\b(?:photos?|foto|pool|via|courtesy|handout|getty|images?|shutterstock|istock|unsplash|alamy|imago|reproduction"
    r"|picture alliance|archiv|archive|file|screenshot|provided by|staff|press service|supplied|gettyimages|reddit)\b"
    r"|[/©]",
    re.IGNORECASE,
)
# "(stock image)", "(file photo)" tell what the picture is, not who took it.
_TELLS_OF_PICTURE = re.compile(r"(?:stock|file|library|generic|archive|representative) (?:image|photo|picture)s?", re.I)
# "Photo by Jane Roe" is credited to "Jane Roe"; "... | Jane Roe/PA", "... EFE/ J.J. Roe" and "... / Jane Roe" close
# captions that have no full stop.
_CLOSING_BAR = re.compile(r"\s+[|–—]\s+([^|–—]{2,80}(?:\|[^|]{2,60})?)$")
_CLOSING_SLASH = re.compile(r"\s+/\s+((?:[A-ZÀ-Ž][\w.'’-]+\s?){2,4})$")
_CLOSING_SLASHED_AGENCY = re.compile(r"\s((?P<agency>\S+)\s?/\s?[A-ZÀ-Ž][\w.'’-]*(?:\s[A-ZÀ-Ž][\w.'’-]*){0,3})$")
_LABEL_BEFORE_CAPTION = re.compile(
    r"^(?:legende|légende|caption|bildunterschrift|image caption|leyenda|legenda)\s*:\s*", re.IGNORECASE
)
_PICTURE_HOUSES = re.compile(
    r"\b(?:getty|shutterstock|istock|unsplash|alamy|imago|scanpix|epa|sipa|picture alliance|zuma|wireimage)\b|\w/[A-Z]",
    re.I,
)
_SMALL_WORDS = re.compile(
    r"\b(?:pool|via|handout|images?|file|archive|picture|alliance|imago|photo|from|courtesy|shutterstock|unsplash)\b"
)
_SENTENCE_END = re.compile(r"[.!?…。][\"”'’»」]?$")
_CLOSING_LINE = re.compile(r"(?<=[.!?…»”\"'’。])\s*([^.!?…。]{2,80})$")
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_OF = re.compile(r"\b(?:di|de|von|van|av|af)\s*$", re.IGNORECASE)
_LONGEST_CREDIT = 160
# Without a bracket, a bar or a slash there is nothing that could part a credit from its caption.
_MARK_OF_CREDIT = re.compile(r"[()\[\]（）［］【】〔〕/|–—]")
_LINKING_WORDS = frozenset(("de", "van", "von", "for", "di", "of", "the", "and", "da", "du", "del", "der", "bin", "al"))


@lru_cache(maxsize=1024)
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


def bare_credit(line: str) -> str:
    """A line that is a credit by its place, without label and brackets: "(Foto: Jane Roe)" gives "Jane Roe"."""
    shown = line.strip(" |–—-")
    while label := LABELLED.match(shown) or LABELLED.match(shown, _frame(shown)):
        if label.end() >= len(shown):
            break
        shown = shown[label.end() :].strip(" |–—-")
    shown = shown.strip(" ()[]|–—-（）［］【】")
    shown = CLOSING_LABEL.sub("", shown).strip()
    return shown + ")" * (shown.count("(") - shown.count(")"))  # "Jane Roe (daily.test)" keeps its own bracket


def _frame(line: str) -> int:
    """How many brackets and spaces a line opens with."""
    return len(line) - len(line.lstrip(" ([（［【"))


def last_label(line: str) -> int | None:
    """Where the label of the credit at a line's end begins: 16 in "A school burns (Foto: Jane Roe)"."""
    if not may_be_labelled(line):
        return None
    for found in LABELLED.finditer(line):
        is_near_end = len(line) - found.end() <= _LONGEST_CREDIT
        if is_near_end and found.end() < len(line) and _opens_credit(line, found):
            return found.start()
    return None


@lru_cache(maxsize=1024)
def is_credit(line: str) -> bool:
    """Is a whole line nothing but whom a picture is from: "Jane Roe / Reuters", "Getty Images", "Photo: Jane Roe"?"""
    shown = line.strip(" ()[]|")
    if not shown or len(shown) > _LONGEST_CREDIT or _SENTENCE_END.search(shown):
        return False
    if not _may_be_credit(line):
        return False
    caption, credit = split_credit(line)
    if not caption:
        return True
    if credit and _SENTENCE_END.search(caption):
        return False
    agency = known_agency(shown) or _PICTURE_HOUSES.search(shown)
    words = len(shown.split()) + len(_IDEOGRAPHS.findall(shown)) // 2
    return words <= 8 and bool(agency) and not re.search(r"\b[a-z]{4,}\b", _SMALL_WORDS.sub("", shown))


def _may_be_credit(line: str) -> bool:
    """Is there anything that could part a credit from its caption, or an agency? In most lines there is not."""
    if _MARK_OF_CREDIT.search(line) or may_be_labelled(line):
        return True
    return known_agency(line) is not None or _PICTURE_HOUSES.search(line) is not None


def reads_as_names(line: str) -> bool:
    """ "Alexei Nikolsky, Sputnik": a few words, all capitalised; "left" and "second from right" are not."""
    words = [word for word in re.split(r"[\s,/]+", line) if word]
    return 1 < len(words) <= 8 and all(word[0].isupper() or word in _LINKING_WORDS for word in words)


def _split_parenthesised(caption: str) -> tuple[str, str] | None:
    found = _PARENTHESISED.search(_without_glued_agency(caption))
    if not found:
        return None
    before, inside = caption[: found.start()].rstrip(), found[1].strip()
    if CLOSING_LABEL.search(inside) or LABELLED.match(inside):
        return before, bare_credit(inside)
    closes = not before or _SENTENCE_END.search(before)  # "(The Independent)" alone, too
    if _reads_as_credit(inside) or (closes and reads_as_names(inside)):
        return before, inside  # "(AP Photo/Luis M. Alvarez)" keeps its words: only "Photo:" and its like are labels
    return None


def _without_glued_agency(caption: str) -> str:
    """Page dumps glue a second credit to the first: "(AP Photo/Luis M. Alvarez)ASSOCIATED PRESS"."""
    cut = caption.rfind(")") + 1
    return caption[:cut] if cut and len(caption) - cut < 40 and known_agency(caption[cut:]) else caption


def _split_bar(caption: str) -> tuple[str, str] | None:
    """ "The candidate, in Galway. | Jane Roe/PA Images via Getty Images": after a bar stands who took it."""
    found = _CLOSING_BAR.search(caption)
    if not found or not is_credit(found[1]) or LABELLED.match(found[1]):
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
    start = last_label(caption)
    credit = None if start is None else bare_credit(caption[start:])
    return (caption[:start].rstrip(" (|[（［【–-/＝="), credit) if credit else None


def _opens_credit(caption: str, label: re.Match[str]) -> bool:
    """A lower-case word within a sentence is no label: "an anonymous source: the minister himself".

    Nor is "Foto de familia de la segunda reunión": without a colon, names have to follow "Foto de".
    """
    if _OF.search(label[0]) and not reads_as_names(re.split(r"[/|(]", caption[label.end() :])[0].strip(" .")):
        return False
    before = caption[: label.start()].rstrip()
    is_upright = not label[0][0].islower()
    return is_upright or not before or bool(_SENTENCE_END.search(before)) or before[-1] in "([|/–—-)]"


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
