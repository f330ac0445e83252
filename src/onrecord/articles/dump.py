"""The text of a whole page, with its furniture, becomes an article."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.compose import Piece, compose_article
from onrecord.articles.dump_captions import caption_key, read_caption
from onrecord.articles.dump_header import Header, read_date, read_header
from onrecord.articles.dump_lines import Line, read_lines
from onrecord.articles.dump_names import read_authors
from onrecord.articles.dump_phrases import dump_line_reason, ends_story, is_author_bio
from onrecord.articles.dump_region import Region, find_region, prose_words
from onrecord.articles.dump_rejection import reject_dump
from onrecord.schema import Article, Furniture, FurnitureReason, Page, Rejection

LONGEST_SUBHEADING = 16
"""Words; "A halt to fighting in Ukraine seems as distant as ever" has eleven."""

Label = Piece | FurnitureReason


def extract_dump(text: str, page: Page) -> Article | Rejection:
    """Read the text of a whole page: its story becomes blocks, all else furniture with a reason, every line once.

    The story is the stretch of lines with the most prose (Pasternack & Roth 2009); inside it and around it each line
    is judged by its wording, its neighbours and its repetition. Rejects what holds no story ("empty",
    "not_an_article").
    """
    lines = read_lines(text)
    region = find_region(lines)
    rejection = reject_dump(lines, region)
    if rejection:
        return rejection
    header = read_header(lines, region)
    labels = label_lines(lines, region, header)
    pieces = [label for label in labels if isinstance(label, Piece)]
    furniture = [
        Furniture(line.text, label) for line, label in zip(lines, labels, strict=True) if not isinstance(label, Piece)
    ]
    return compose_article(pieces, header.metadata, furniture)


def label_lines(lines: Sequence[Line], region: Region, header: Header) -> list[Label]:
    """Say of each line which piece of the article it is, or for which reason it is furniture."""
    seen: set[str] = set()
    labels: list[Label] = []
    after: FurnitureReason = "related"
    for number, line in enumerate(lines):
        label = _label_inside(lines, number, header) if region.start <= number < region.end else None
        if label is None:
            label = _label_outside(lines, number, region, header, after)
        key = caption_key(line.text)
        if isinstance(label, Piece) and key in seen and (label.kind == "caption" or line.words >= 5):
            label = "duplicate"
        if isinstance(label, Piece):
            seen.add(key)
        elif number >= region.end:
            after = ends_story(line.text) or after
        labels.append(label)
    return labels


def _label_inside(lines: Sequence[Line], number: int, header: Header) -> Label:
    line = lines[number]
    if number == header.headline:
        return Piece("headline", line.text)
    known = _label_known(line, number, header)
    if known:
        return known
    if line.bullet:
        return Piece("list_item", line.text)
    if prose_words(line) or line.ends_sentence or line.words > LONGEST_SUBHEADING:
        return Piece("paragraph", line.text)
    if _is_subheading(lines, number):
        return Piece("subheading", line.text)
    return "related" if line.words > 3 else "other"


def _label_known(line: Line, number: int, header: Header) -> Label | None:
    """Label what is known by its wording wherever it stands."""
    if number in header.used or read_date(line.text):
        return "metadata"
    caption = read_caption(line.text)
    if caption:
        return Piece("caption", caption[0], caption[1]) if caption[0] else "metadata"
    reason = dump_line_reason(line.text)
    if reason:
        return reason
    if is_author_bio(line.text):
        return "promotion"
    return ends_story(line.text) or ("metadata" if read_authors(line.text) else None)


def _is_subheading(lines: Sequence[Line], number: int) -> bool:
    """A short line without a full stop between paragraphs; two in a row are links to other stories."""
    above = lines[number - 1] if number else None
    below = lines[number + 1] if number + 1 < len(lines) else None
    return bool(
        above and below and (prose_words(below) or below.bullet) and (prose_words(above) or lines[number].apart)
    )


def _label_outside(lines: Sequence[Line], number: int, region: Region, header: Header, after: FurnitureReason) -> Label:
    line = lines[number]
    if number == header.headline:
        return Piece("headline", line.text)
    known = _label_known(line, number, header)
    if isinstance(known, Piece):
        near = header.headline is not None and header.headline <= number < region.end + 3
        return known if near or region.start - 25 <= number < region.end + 3 else "related"
    if known:
        return known
    return "navigation" if number < region.start else after
