"""Cues, sources and contents, found one by one, become attributions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.language.model import Analysis, ScoredSpan
from onrecord.schema import Article, Attribution, Span
from onrecord.statements.carrying_on import carry_on
from onrecord.statements.describe import describe_attribution
from onrecord.statements.dialogue import find_dialogue, without_turns
from onrecord.statements.echoes import find_echoes
from onrecord.statements.named_quotations import find_named_quotations
from onrecord.statements.scores import Calibration, Evidence, score_of

_DATELINE: Final = re.compile(r"[A-Z][A-Z.,'’ ]{2,}(?:\([A-Za-z]+\))? ?(?:—|–|--|-) ?(?=\w)")


@dataclass(frozen=True)
class LinkSettings:
    """The least probabilities, 0 to 1, that a source or a content belongs to a cue; and the least likelihood of an
    attribution as a whole, with a source and without one. Chosen on PolNeAR's dev split.
    """

    source: float = 0.1
    content: float = 0.1
    sourced: float = 0.4
    unsourced: float = 0.6


@dataclass(frozen=True)
class Linked:
    """A cue with what belongs to it, and what speaks for it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    evidence: Evidence


def find_attributions(
    article: Article, analysis: Analysis, settings: LinkSettings | None = None, calibration: Calibration | None = None
) -> list[Attribution]:
    """Return the article's attributions in the order in which they begin. Captions attribute nothing.

    `calibration` is the one that was fitted for the model of the analysis.
    """
    silent = [(block.start, block.end) for block in article.blocks if block.kind == "caption"]
    linked = link(article, analysis, settings or LinkSettings())
    found = [
        describe_attribution(article, one.source, one.cue, one.content, score_of(one.evidence, calibration))
        for one in linked
        if not any(start <= one.cue[0].start < end for start, end in silent)
    ]
    found = carry_on(article, found)
    found += find_echoes(article, found)
    turns = find_dialogue(article) or find_named_quotations(article, analysis.names)
    found = [*without_turns(found, turns), *turns]
    return sorted(found, key=lambda attribution: min(span.start for span in attribution.spans))


def link(article: Article, analysis: Analysis, settings: LinkSettings) -> list[Linked]:
    """Give every content to its likeliest cue and every cue its likeliest source; a cue without content is none.

    All parts of an attribution stand in one paragraph: in PolNeAR 99 of 100 do. See `carrying_on` for the others.
    """
    cues, sources_in, contents_in = (
        _paragraphs(article, spans) for spans in (analysis.cues, analysis.sources, analysis.contents)
    )
    contents_in = _introduced(article, contents_in, analysis.contents, cues)
    sources = _within(cues, sources_in, analysis.source_links)
    contents = _within(cues, contents_in, analysis.content_links)
    cue_of = _likeliest_cues(contents, settings.content)
    linked = [
        _linked(analysis, row, columns, _likeliest_source(sources[row], settings.source))
        for row in range(len(analysis.cues))
        if (columns := [column for column, cue in enumerate(cue_of) if cue == row])
    ]
    least = {True: settings.sourced, False: settings.unsourced}
    return [one for one in linked if one.evidence.likelihood >= least[bool(one.source)]]


def _paragraphs(article: Article, spans: Sequence[ScoredSpan]) -> NDArray[np.int64]:
    """Return for each span the number of the block that it stands in."""
    starts = [block.start for block in article.blocks]
    return np.array([bisect_right(starts, scored.span.start) - 1 for scored in spans], np.int64)


def _introduced(
    article: Article, paragraphs: NDArray[np.int64], contents: Sequence[ScoredSpan], cues: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Count a quotation that a paragraph of its own introduces with that one: Cruz continued: [paragraph] “We will.”"""
    blocks, moved = article.blocks, paragraphs.copy()
    numbers: list[int] = paragraphs.tolist()
    for column, (scored, number) in enumerate(zip(contents, numbers, strict=True)):
        opens = scored.span.start == blocks[number].start and scored.span.text[0] in '“"‘«„'
        announced = number > 0 and number - 1 in cues and article.text[blocks[number - 1].end - 1] == ":"
        if opens and announced and number not in cues:
            moved[column] = number - 1
    return moved


def _within(cues: NDArray[np.int64], spans: NDArray[np.int64], links: NDArray[np.float32]) -> NDArray[np.float32]:
    """Forget the links that leave the cue's paragraph."""
    return np.where(cues[:, None] == spans[None, :], links, np.float32(0))


def _likeliest_cues(links: NDArray[np.float32], least: float) -> list[int | None]:
    if not links.size:
        return [None] * links.shape[1]
    best = links.argmax(0)
    return [int(row) if links[row, column] >= least else None for column, row in enumerate(best)]


def _likeliest_source(links: NDArray[np.float32], least: float) -> int | None:
    if not len(links):
        return None
    best = int(links.argmax())
    return best if links[best] >= least else None


def _without_dateline(source: Span) -> Span:
    """BRUSSELS - European leaders."""
    match = _DATELINE.match(source.text)
    return Span(source.start + match.end(), source.end, source.text[match.end() :]) if match else source


def _linked(analysis: Analysis, row: int, columns: list[int], source: int | None) -> Linked:
    cue = analysis.cues[row]
    contents = [analysis.contents[column] for column in columns]
    evidence = Evidence(
        cue=cue.score,
        content=max(content.score for content in contents),
        content_link=max(float(analysis.content_links[row, column]) for column in columns),
        source=None if source is None else analysis.sources[source].score,
        source_link=None if source is None else float(analysis.source_links[row, source]),
    )
    sources = () if source is None else (_without_dateline(analysis.sources[source].span),)
    return Linked(sources, (cue.span,), tuple(content.span for content in contents), evidence)
