import numpy as np

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.language.model import Analysis, ScoredSpan
from onrecord.schema import Article, Span
from onrecord.statements import find_attributions

TEXT = "“No,” she said, “never.” Peskov, asked by the paper, declined."


def article_of(*pieces: Piece) -> Article:
    return compose_article(pieces, Metadata())


def scored(text: str, *words: str) -> tuple[ScoredSpan, ...]:
    return tuple(ScoredSpan(Span.of(text, text.index(word), text.index(word) + len(word)), 0.9) for word in words)


def analysis_of(text: str, content_links: list[list[float]], source_links: list[list[float]]) -> Analysis:
    return Analysis(
        sources=scored(text, "she", "the paper"),
        cues=scored(text, "said", "declined"),
        contents=scored(text, "“No,”", "“never.”"),
        source_links=np.array(source_links, np.float32),
        content_links=np.array(content_links, np.float32),
        names=(),
    )


def test_split_quotation_is_one_attribution():
    article = article_of(Piece("paragraph", TEXT))
    links = analysis_of(TEXT, [[0.9, 0.8], [0.1, 0.3]], [[0.9, 0.1], [0.2, 0.1]])
    (found,) = find_attributions(article, links)
    assert [span.text for span in found.content] == ["“No,”", "“never.”"]
    assert [span.text for span in found.source] == ["she"]
    assert [span.text for span in found.cue] == ["said"]
    assert found.form == "direct"


def test_a_cue_without_content_attributes_nothing():
    article = article_of(Piece("paragraph", TEXT))
    links = analysis_of(TEXT, [[0.9, 0.8], [0.0, 0.0]], [[0.9, 0.1], [0.9, 0.1]])
    assert [a.cue[0].text for a in find_attributions(article, links)] == ["said"]


def test_a_cue_whose_sources_are_all_unlikely_has_none():
    article = article_of(Piece("paragraph", TEXT))
    links = analysis_of(TEXT, [[0.9, 0.8], [0.0, 0.0]], [[0.05, 0.01], [0.0, 0.0]])
    (found,) = find_attributions(article, links)
    assert found.source == ()


def test_a_caption_attributes_nothing():
    article = article_of(Piece("caption", TEXT))
    links = analysis_of(TEXT, [[0.9, 0.8], [0.1, 0.3]], [[0.9, 0.1], [0.2, 0.1]])
    assert find_attributions(article, links) == []
