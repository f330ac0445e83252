"""The text of a whole page, with its furniture, becomes an article."""

from __future__ import annotations

from onrecord.articles.compose import Piece, compose_article
from onrecord.articles.dump_header import read_header
from onrecord.articles.dump_labels import label_lines
from onrecord.articles.dump_lines import read_lines
from onrecord.articles.dump_region import Region, find_region
from onrecord.articles.dump_rejection import reject_dump
from onrecord.articles.markdown import strip_line_marks
from onrecord.schema import Article, Furniture, Page, Rejection


def extract_dump(text: str, page: Page) -> Article | Rejection:
    """Read the text of a whole page: its story becomes blocks, all else furniture with a reason, every line once.

    The story is the stretch of lines with the most prose (Pasternack & Roth 2009); inside it and around it each line
    is judged by its wording, its neighbours and its repetition. Rejects what holds no story ("empty",
    "not_an_article").
    """
    if (page.content_type or "").startswith("text/markdown"):
        text = strip_line_marks(text)  # crawlers that feed language models store whole pages as markdown
    lines = read_lines(text)
    region = find_region(lines)
    rejection = reject_dump(lines, region)
    if rejection:
        return rejection
    header = read_header(lines, region, page.origin.url)
    if header.headline is not None and header.headline > region.start:
        region = Region(header.headline, region.end, region.prose)  # what stands above the headline is no part of it
    labelled = list(zip(lines, label_lines(lines, region, header), strict=True))
    pieces = [label for _, label in labelled if isinstance(label, Piece)]
    furniture = [Furniture(line.text, label) for line, label in labelled if not isinstance(label, Piece)]
    return compose_article(pieces, header.metadata, furniture)
