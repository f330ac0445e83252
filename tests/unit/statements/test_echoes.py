import pytest

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.schema import Article, Attribution, Span
from onrecord.statements.describe import describe_attribution
from onrecord.statements.echoes import find_echoes


def said(text: str, source: str, cue: str, content: str) -> tuple[Article, Attribution]:
    article = compose_article([Piece("paragraph", text)], Metadata())
    spans = [Span.of(text, text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    return article, describe_attribution(article, spans[:1], spans[1:2], spans[2:], 0.9)


@pytest.mark.parametrize(
    ("rest", "source", "cue", "stance"),
    [
        (" — a claim echoed by Trump — even though Kyiv denied it.", "Trump", "echoed by", "confirms"),
        (", an assertion flatly denied by the Foreign Ministry.", "the Foreign Ministry", "flatly denied by", "denies"),
        (", a view that was seconded by two allies in Berlin.", "two allies", "seconded by", "confirms"),
        (", allegations rejected by Minsk.", "Minsk", "rejected by", "rejects"),
    ],
)
def test_a_claim_that_is_pointed_at_is_the_content(rest: str, source: str, cue: str, stance: str):
    article, first = said(f"Putin said the forces are surrounded{rest}", "Putin", "said", "the forces are surrounded")
    (echo,) = find_echoes(article, [first])
    assert [span.text for span in echo.source] == [source]
    assert [span.text for span in echo.cue] == [cue]
    assert echo.content == first.content
    assert echo.stance == stance
    assert echo.id != first.id


@pytest.mark.parametrize(
    "rest",
    [
        " in Kursk. A claim echoed by Trump was false.",
        ", said reporters backed by a lawyer.",
        ", backed by the army.",
    ],
)
def test_nothing_is_pointed_at_without_a_noun_that_points(rest: str):
    article, first = said(f"Putin said the forces are surrounded{rest}", "Putin", "said", "the forces are surrounded")
    assert find_echoes(article, [first]) == []


def test_an_echo_that_the_model_found_is_not_found_twice():
    text = "Putin said they are surrounded — a claim echoed by Trump."
    article, first = said(text, "Putin", "said", "they are surrounded")
    _, second = said(text, "Trump", "echoed by", "a claim")
    assert find_echoes(article, [first, second]) == []
