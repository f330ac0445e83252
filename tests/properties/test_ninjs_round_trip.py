"""Any article that OnRecord writes as ninjs reads back with its text, its blocks and its fields."""

import json
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.compose import Metadata, Piece, canonical, compose_article
from onrecord.articles.wire import extract_wire
from onrecord.schema import Article, BlockKind, Origin, Page
from onrecord.store.exports.ninjs import article_item

TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["<p>He said no.</p>", "AT&T &amp; &lt;", "By Ada Norling", "Boats. (AP Photo/X)", "—", "]]>"]),
)
SHOWN = TEXTS.map(canonical).filter(bool)
PICTURES = st.builds(Piece, st.just("caption"), st.just(""), SHOWN)
PIECES = st.builds(Piece, st.sampled_from(get_args(BlockKind)), SHOWN, st.none() | SHOWN) | PICTURES
MOMENTS = st.none() | st.sampled_from(["2025-03-19", "2025-03-19T10:00:00+02:00", "2025-03-20T10:00:00+00:00"])


@given(st.lists(PIECES, max_size=6), st.none() | SHOWN, st.lists(SHOWN, max_size=2), MOMENTS, MOMENTS)
def test_any_article_survives(
    pieces: list[Piece], name: str | None, authors: list[str], published: str | None, modified: str | None
) -> None:
    metadata = Metadata(
        headline=name, authors=tuple(authors), agency=name, publisher=name, published=published,
        modified=modified if modified != published else None,
    )  # fmt: skip
    article = compose_article([*pieces, Piece("paragraph", "He said no.")], metadata)
    content = json.dumps(article_item(article)).encode()
    read = extract_wire(Page(content=content, origin=Origin(), form="ninjs"))
    assert isinstance(read, Article)
    assert (read.text, read.blocks, read.captions, read.id) == (
        article.text, article.blocks, tuple(article.captions), article.id,
    )  # fmt: skip
    assert (read.headline, read.authors, read.agency, read.publisher) == (name, tuple(authors), name, name)
    assert (read.published, read.modified) == (article.published, article.modified)
