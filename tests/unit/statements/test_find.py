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


def test_a_dateline_is_no_part_of_the_source():
    text = "BRUSSELS - European leaders said the talks would go on."
    article = article_of(Piece("paragraph", text))
    link = np.array([[0.9]], np.float32)
    parts = (scored(text, words) for words in ("BRUSSELS - European leaders", "said", "the talks would go on"))
    (found,) = find_attributions(article, Analysis(*parts, source_links=link, content_links=link, names=()))
    assert [span.text for span in found.source] == ["European leaders"]


def test_parts_of_one_attribution_stand_in_one_paragraph():
    article = article_of(Piece("paragraph", "The mayor left."), Piece("paragraph", "She said it was late."))
    link = np.array([[0.9]], np.float32)
    parts = (scored(article.text, words) for words in ("The mayor", "said", "it was late"))
    (found,) = find_attributions(article, Analysis(*parts, source_links=link, content_links=link, names=()))
    assert found.source == ()


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_its_mark_again():
    first, second = "“We waited,” she said. “We have no choice.", "“And it will open.”"
    article = article_of(Piece("paragraph", first), Piece("paragraph", second))
    contents = scored(article.text, "“We waited,”", "“We have no choice.", "“And it will open.”")
    analysis = Analysis(
        sources=scored(article.text, "she"),
        cues=scored(article.text, "said"),
        contents=contents,
        source_links=np.array([[0.9]], np.float32),
        content_links=np.array([[0.9, 0.9, 0.4]], np.float32),
        names=(),
    )
    (found,) = find_attributions(article, analysis)
    assert [span.text for span in found.content] == [scored.span.text for scored in contents]
