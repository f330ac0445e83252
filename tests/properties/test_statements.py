"""Whatever the text and wherever the spans, what describes an attribution is a slice of the text, or nothing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.language.quotes import quoted_stretches
from onrecord.schema import Span
from onrecord.statements.describe import describe_attribution

_WORDS = st.sampled_from(
    ["Ray", "told", "said", "the", "reporters", "in", "a", "statement", "on", "Tuesday", "that", "she", "won",
     "“No,”", '"yes', "''so''", "‘never’", "didn't", "not", "CNN's", "Mr. Lee", ",", ".", "\n\n",
     "interview with", "March 3", "who", "?"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join))


@given(_TEXTS)
def test_quoted_stretches_are_ordered_disjoint_and_inside_the_text(text: str) -> None:
    at = 0
    for start, end in quoted_stretches(text):
        assert at <= start < end <= len(text)
        assert "\n\n" not in text[start:end]
        at = end


@given(_TEXTS, st.data())
def test_description_shows_slices_of_the_text_outside_the_content(text: str, data: st.DataObject) -> None:
    article = compose_article(
        [Piece("paragraph", part) for part in text.split("\n\n")], Metadata(published="2025-03-19")
    )
    if len(article.text) < 3:
        return
    borders = sorted(data.draw(st.sets(st.integers(0, len(article.text)), min_size=2, max_size=6)))
    spans = [Span.of(article.text, start, end) for start, end in pairwise(borders)]
    content, cue, source = spans[:1], spans[1:2], spans[2:3]
    attribution = describe_attribution(article, source, cue, content, 0.5)
    assert attribution == describe_attribution(article, source, cue, content, 0.5)
    for span in (attribution.addressee, attribution.medium):
        assert span is None or (span.shows(article.text) and not any(span.overlaps(part) for part in content))
    assert attribution.said_on is None or attribution.said_on <= "2025-03-19"
