"""Clean article text becomes an article: nothing is left out, nothing is added."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.compose import Metadata, Piece, canonical, compose_article
from onrecord.articles.markdown import extract_markdown, has_front_matter
from onrecord.schema import Article, Page, Rejection

LONGEST_WRAP = 120
"""Columns beyond which nobody wraps text by hand: a longer line is a paragraph of its own."""
LONGEST_HEADLINE = 30
"""Words; "Charlotte struggles to return to normal after shooting." has eight, few headlines have over twenty."""
LONGEST_SENTENCE_HEADLINE = 17
"""Words, where only its brevity tells a headline ("Flynn says Trump 'absolutely right'.") from a lead."""

_EMPTY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_INNER_SENTENCE_END = re.compile(r"[a-z]{2}[.!?][\"'”’]?\s+[\"'“‘]?[A-Z]")
_BULLET = re.compile(r"^\s*(?:[-–*•·▪‣●]|\d{1,2}[.)])\s+\S")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
# "They talked about the fighting in Ukraine, of course." opens a story; headlines name what they speak of.
_OPENS_A_STORY = re.compile(
    r"^(?:he|she|it|they|we|i|you|there|this|these|those|but|and|so|yes|no|then|when|after|on|at)\b", re.IGNORECASE
)
_SAID = re.compile(r"\b(?:he|she|they|officials?|police|sources?) (?:said|says|told)\b|\bsaid\b[^,]*\.$")


def extract_plain(text: str, page: Page) -> Article | Rejection:
    """Take `text` for an article's clean text: blocks at empty lines, a headline where the first clearly is one.

    Every character that shows is in `Article.text`, in its order. Markdown (front matter, or `content_type`
    text/markdown) loses its marks only. Rejects what shows nothing ("empty").
    """
    if not canonical(text):
        return Rejection("articles", "empty", "the text is empty, or has only white space")
    if has_front_matter(text) or (page.content_type or "").startswith("text/markdown"):
        return extract_markdown(text, page)
    paragraphs = split_paragraphs(text)
    headline = canonical(paragraphs[0]) if opens_with_headline(paragraphs) else None
    pieces = [Piece("list_item" if _BULLET.match(shown) else "paragraph", shown) for shown in paragraphs]
    if headline:
        pieces[0] = Piece("headline", headline)
    return compose_article(pieces, Metadata(headline=headline, url=page.origin.url))


def split_paragraphs(text: str) -> list[str]:
    """Part `text` at empty lines; without any, at every line, unless its lines are wrapped by hand."""
    chunks = [chunk for chunk in _EMPTY_LINES.split(text) if canonical(chunk)]
    return [paragraph for chunk in chunks for paragraph in _split_chunk(chunk, alone=len(chunks) == 1)]


def _split_chunk(chunk: str, *, alone: bool) -> list[str]:
    lines = [line for line in chunk.split("\n") if canonical(line)]
    if any(len(line) > LONGEST_WRAP for line in lines) or (alone and not _is_wrapped(lines)):
        return lines
    paragraphs: list[str] = []
    for line in lines:
        # "Lawmaker urges retaliation on Russia; " with its second line below: newspapers' two-decked headlines.
        decked = len(paragraphs) == 1 == len(lines) - 1 and paragraphs[0].rstrip().endswith(";")
        if paragraphs and not decked and not _BULLET.match(line):
            paragraphs[-1] += "\n" + line
        else:
            paragraphs.append(line)
    return paragraphs


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Lines wrapped at a width are nearly as long as one another and mostly break off in mid-sentence."""
    full = lines[:-1]
    if not full:
        return True
    width = max(map(len, full))
    near = sum(len(line) >= 0.7 * width for line in full)
    broken = sum(not _SENTENCE_END.search(line.rstrip()) for line in full)
    return near >= 0.7 * len(full) and broken >= 0.5 * len(full)


def opens_with_headline(paragraphs: Sequence[str]) -> bool:
    """Is the first paragraph clearly the headline: one short line that names its matter, with more text below it?"""
    if len(paragraphs) < 2 or "\n" in paragraphs[0].strip() or _BULLET.match(paragraphs[0]):
        return False
    first = canonical(paragraphs[0])
    longest = max(map(len, paragraphs[1:5]))  # a deck or "LETTERS." may stand between headline and lead
    words = len(first.split())
    if not 2 <= words <= LONGEST_HEADLINE or len(" ".join(paragraphs[1:])) < 2 * len(first):
        return False
    if not _SENTENCE_END.search(first) or is_title_case(first):
        return not first.endswith((",", "—", ":"))
    if _OPENS_A_STORY.match(first) or _SAID.search(first) or first.endswith(":"):
        return False
    one_sentence = words <= 8 or not _INNER_SENTENCE_END.search(first)
    return words <= LONGEST_SENTENCE_HEADLINE and one_sentence and longest > 1.3 * len(first)


def is_title_case(text: str) -> bool:
    """ "In Avoiding Tax, Trump Is Merely a Small Fry." capitalises its words of four letters and more."""
    long_words = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(long_words) > 1 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)
