"""Every line of a dump is a piece of the article, or furniture for a reason."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from onrecord.articles.compose import Piece
from onrecord.articles.dump_captions import caption_key, read_caption
from onrecord.articles.dump_header import Header, read_date
from onrecord.articles.dump_lines import Line
from onrecord.articles.dump_names import read_authors
from onrecord.articles.dump_phrases import dump_line_reason, ends_story, is_author_bio
from onrecord.articles.dump_region import LABEL_REPEATS, Region, prose_words
from onrecord.articles.notes import is_note
from onrecord.schema import FurnitureReason

LONGEST_SUBHEADING = 16
"""Words; "A halt to fighting in Ukraine seems as distant as ever" has eleven."""
LONGEST_CAPITALS = 6
"""Words of a subheading in capitals; longer ones ("CLICK HERE TO ...", "7.2M ENTERED US UNDER ...") are links."""
_FOLLOWED_BY_ITS_LIKE: tuple[FurnitureReason, ...] = ("comments", "related", "promotion", "legal")
CAPTIONS_ABOVE = 25
CAPTIONS_BELOW = 6

_CAPITALS = re.compile(r"^[^a-zà-ž]*[A-ZÀ-Ž][^a-zà-ž]*$")
_CAPTION_MARK = re.compile(r"(?:image|media|video|photo) caption,?", re.IGNORECASE)
_SOURCE_MARK = re.compile(r"(?:image|media|video|photo) source,\s*(.+)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SEPARATED = re.compile(r"\s[|·•]\s")

Label = Piece | FurnitureReason


def label_lines(lines: Sequence[Line], region: Region, header: Header) -> list[Label]:
    """Say of each line which piece of the article it is, or for which reason it is furniture."""
    repeated = Counter(line.text for line in lines)
    known: list[Label | None] = [
        _label_known(lines, number, region, header, repeated[line.text]) for number, line in enumerate(lines)
    ]
    unknown = [number for number in range(region.start, region.end) if known[number] is None]
    labels: list[Label] = []
    after: FurnitureReason = "related"
    for number, line in enumerate(lines):
        ending = ends_story(line.text) if number >= region.end else None
        after = ending if ending in _FOLLOWED_BY_ITS_LIKE else after
        label: Label | None = known[number]
        if isinstance(label, Piece) and not _may_hold(label, number, region, header):
            label = None
        if label is None and region.start <= number < region.end:
            label = _label_by_neighbours(lines, number, unknown)
        if label is None and number == header.deck:
            label = Piece("paragraph", line.text)
        labels.append(label or ("navigation" if number < region.start else after))
    return _mark_duplicates(lines, labels)


def _label_known(lines: Sequence[Line], number: int, region: Region, header: Header, repeats: int) -> Label | None:
    """Label what is known by its wording, wherever it stands."""
    line = lines[number]
    if number == header.headline:
        return Piece("headline", line.text)
    if number in header.used or read_date(line.text):
        return "metadata"
    caption = read_caption(line.text) or _read_marked_caption(lines, number)
    if caption:
        return Piece("caption", caption[0], caption[1]) if caption[0] else "metadata"
    reason = dump_line_reason(line.text) or ("other" if _is_picture_text(lines, number) else None)
    if reason:
        return Piece("note", line.text) if reason == "correction_notice" and is_note(line.text) else reason
    if is_author_bio(line.text) and _is_authors(line, number, region, header):
        return "promotion"
    if line.text.casefold() in {author.casefold() for author in header.metadata.authors}:
        return "metadata"
    if repeats >= LABEL_REPEATS and line.words <= 6:
        return "other"
    return ends_story(line.text) or ("metadata" if read_authors(line.text) else None)


def _is_picture_text(lines: Sequence[Line], number: int) -> bool:
    """A picture's description for the blind stands right above its caption, between two empty lines with it alone."""
    if number + 2 >= len(lines) or not lines[number].apart or lines[number + 1].apart or not lines[number + 2].apart:
        return False
    return read_caption(lines[number + 1].text) is not None


def _is_authors(line: Line, number: int, region: Region, header: Header) -> bool:
    """ "Margarita Simonyan is the editor of RT." in the middle of a story is about her, not about its author."""
    return number >= region.end - 1 or any(author in line.text for author in header.metadata.authors)


def _read_marked_caption(lines: Sequence[Line], number: int) -> tuple[str, str | None] | None:
    """Below "Image source, Getty Images" and "Image caption," the next line is the caption."""
    if number == 0 or not _CAPTION_MARK.fullmatch(lines[number - 1].text):
        return None
    source = _SOURCE_MARK.fullmatch(lines[number - 2].text) if number > 1 else None
    return lines[number].text, source[1] if source else None


def _may_hold(piece: Piece, number: int, region: Region, header: Header) -> bool:
    """Pictures with credits and notes stand in the story and around it; those of other stories stand further away."""
    if piece.kind not in ("caption", "note"):
        return True
    top = region.start - CAPTIONS_ABOVE if header.headline is None else min(header.headline, region.start) - 3
    return top <= number < region.end + CAPTIONS_BELOW


def _label_by_neighbours(lines: Sequence[Line], number: int, unknown: Sequence[int]) -> Label:
    """Label a line of the story that no wording tells; advertisements between it and its neighbours don't count."""
    line = lines[number]
    at = bisect_left(unknown, number)
    above = lines[unknown[at - 1]] if at else None
    below = lines[unknown[at + 1]] if at + 1 < len(unknown) else None
    if line.bullet:
        return Piece("list_item", line.text)
    if _is_paragraph(line) and not _is_title_question(line):
        return Piece("paragraph", line.text)
    if above and below and line.words <= LONGEST_SUBHEADING and _opens_paragraph(line, above, below):
        return Piece("subheading", line.text)
    if _is_paragraph(line):
        return Piece("paragraph", line.text)
    return "related" if line.words > 3 else "other"


def _is_paragraph(line: Line) -> bool:
    if prose_words(line) or (line.ends_sentence and not _CAPITALS.match(line.text)):
        return True
    return line.words > LONGEST_SUBHEADING and not _SEPARATED.search(line.text) and not _CAPITALS.match(line.text)


def _is_title_question(line: Line) -> bool:
    """ "What happens next?" asks for the paragraph below it; a quoted question is somebody's."""
    return line.text.endswith("?") and line.words <= 12 and line.text[0] not in "\"'“‘"


def _opens_paragraph(line: Line, above: Line, below: Line) -> bool:
    """A short line between paragraphs; of two in a row, the first is a link to another story."""
    if (_CAPITALS.match(line.text) and line.words > LONGEST_CAPITALS) or not _LETTERS.search(line.text):
        return False
    return (_is_paragraph(below) or below.bullet) and (_is_paragraph(above) or above.bullet or line.apart)


def _mark_duplicates(lines: Sequence[Line], labels: Sequence[Label]) -> list[Label]:
    """Keep the first copy of a caption, a paragraph or the headline; the others are duplicates."""
    headline = next((label.text for label in labels if isinstance(label, Piece) and label.kind == "headline"), None)
    seen: set[str] = {caption_key(headline)} if headline else set()
    marked: list[Label] = []
    for line, label in zip(lines, labels, strict=True):
        key = caption_key(line.text)
        is_headline = isinstance(label, Piece) and label.kind == "headline"
        if key in seen and line.words >= 4 and not is_headline:
            label = "duplicate"
        elif isinstance(label, Piece):
            seen.add(key)
        marked.append(label)
    return marked
