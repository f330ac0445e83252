"""Whatever the bytes, a page ends as an article or as a rejection."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import extract_article
from onrecord.articles.credits import split_credit
from onrecord.articles.dates import iso_date
from onrecord.schema import Article, Origin, Page, Rejection

TAGS = st.sampled_from(
    ("div", "p", "h1", "li", "a", "figure", "figcaption", "span", "table", "td", "br", "article", "script")
)
SENTENCES = st.sampled_from(
    ("The dam will hold the floods, the minister said on Monday in the valley.", "By Jane Roe", "&", "<", "\x00", "©")
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Tags that open and close as they please, with sentences between them."""
    pieces = draw(
        st.lists(
            st.one_of(TAGS.map("<{}>".format), TAGS.map("</{} class=credit>".format), SENTENCES, st.text(max_size=9)),
            max_size=60,
        )
    )
    return "".join(pieces)


def check(content: bytes) -> None:
    outcome = extract_article(Page(content=content, origin=Origin()))
    if isinstance(outcome, Rejection):
        assert outcome.stage == "articles"
        assert outcome.detail
    else:
        assert isinstance(outcome, Article)  # whose blocks cover its text, or it could not have been made
        assert outcome.text


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_end_as_article_or_rejection(content: bytes):
    check(content)


@settings(max_examples=200, deadline=None)
@given(markup())
def test_any_markup_ends_as_article_or_rejection(html: str):
    check(html.encode("utf-8", "surrogatepass"))


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.text(max_size=8) | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(("@type", "@graph", "author", "name", "headline", "datePublished", "@id")),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_linked_data_are_survived(data: object):
    msgspec = pytest.importorskip("msgspec")
    body = b"<h1>Dam</h1><p>The dam will hold the floods, the minister said on Monday in the valley, and the next.</p>"
    check(b'<script type="application/ld+json">' + msgspec.json.encode(data) + b"</script>" + body)


@given(st.text(max_size=120))
def test_caption_and_credit_come_from_the_line(caption: str):
    text, credit = split_credit(caption)
    assert text in caption
    assert credit is None or credit in caption


@given(st.text(max_size=60))
def test_dates_are_iso_or_unknown(text: str):
    found = iso_date(text)
    assert found is None or found[4] == found[7] == "-"
