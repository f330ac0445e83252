"""Wire formats take any bytes: an article whose blocks cover its text, or a reason."""

import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.wire import extract_wire
from onrecord.pages.wire_sniffing import wire_form
from onrecord.pages.wire_splitting import split_wire
from onrecord.schema import Article, Origin, Page, Rejection, TextForm

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "wire"
SAMPLES = [path.read_bytes() for path in sorted(GOLDEN.glob("*/page.*"))]
FORMS: list[TextForm] = [form for form in get_args(TextForm) if form not in ("html", "dump", "plain")]
NAMES = [
    "uri", "type", "headline", "headlines", "bodies", "body_text", "by", "associations", "standard", "infosources",
    "@context", "@type", "@graph", "articleBody", "liveBlogUpdate", "author", "image", "value", "role", "name",
]  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12),
    st.sampled_from(["NewsArticle", "text", "<p>He said no.</p>", "https://schema.org", "2025-13-45T99", "\ud800"]),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5)
)


def check(content: bytes, form: TextForm) -> None:
    outcome = extract_wire(Page(content=content, origin=Origin(), form=form))
    if isinstance(outcome, Rejection):
        assert outcome.stage == "articles"
        assert outcome.reason
        assert outcome.detail
    else:
        assert isinstance(outcome, Article)
        outcome.text.encode("utf-8")


@given(st.binary(max_size=200), st.sampled_from(FORMS))
def test_any_bytes_are_an_article_or_a_reason(content: bytes, form: TextForm) -> None:
    check(content, form)
    assert wire_form(content, "") in (None, *FORMS)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(SAMPLES), st.data(), st.sampled_from(FORMS))
def test_damaged_wire_copy_is_an_article_or_a_reason(sample: bytes, data: st.DataObject, form: TextForm) -> None:
    start = data.draw(st.integers(0, len(sample)))
    end = data.draw(st.integers(start, min(len(sample), start + 40)))
    damaged = sample[:start] + data.draw(st.binary(max_size=8)) + sample[end:]
    check(damaged, wire_form(damaged, "") or form)


@settings(deadline=None)
@given(VALUES, st.sampled_from(["ninjs", "json_ld"]))
def test_any_json_is_an_article_or_a_reason(value: object, form: TextForm) -> None:
    content = json.dumps(value).encode()
    check(content, form)
    for piece in split_wire(content, form):
        check(piece, form)


@given(st.binary(max_size=200) | st.sampled_from(SAMPLES), st.sampled_from(FORMS))
def test_parting_any_bytes_gives_at_least_one_piece(content: bytes, form: TextForm) -> None:
    pieces = split_wire(content, form)
    assert pieces
    assert all(isinstance(piece, bytes) for piece in pieces)


@pytest.mark.parametrize("depth", [100, 5_000, 100_000])
def test_deep_nesting_neither_crashes_nor_hangs(depth: int) -> None:
    xml = b"<nitf><body><body.content>" + b"<block>" * depth + b"<p>He said no.</p>" + b"</block>" * depth
    check(xml + b"</body.content></body></nitf>", "nitf")
    check(b'{"a":' * depth + b"1" + b"}" * depth, "ninjs")
    html = json.dumps({"uri": "urn:x", "body_html": "<div>" * depth + "He said no." + "</div>" * depth})
    check(html.encode(), "ninjs")
    split_wire(xml, "newsml_g2")
    split_wire(b"[" * depth, "json_ld")
