from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.decoding import decode_page, python_encoding
from onrecord.pages import PageSettings, load_page
from onrecord.schema import Origin, Page, RejectedPage

CHARSETS = st.sampled_from([None, "text/html", "text/html; charset=utf-8", "text/html; charset=utf-16", "x; charset=é"])


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_a_page_or_a_reason(content: bytes, plain: bool) -> None:
    page = load_page(content, PageSettings(plain=plain))
    assert isinstance(page, RejectedPage) or page.content == content


@given(st.binary(max_size=300), CHARSETS)
def test_any_bytes_decode(content: bytes, content_type: str | None) -> None:
    text = decode_page(Page(content=content, origin=Origin(), content_type=content_type))
    assert "\r" not in text
    text.encode("utf-8")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x0b\x0c\u2028\u2029\ufeff\x00")))
def test_utf8_survives(text: str) -> None:
    assert decode_page(Page(content=text.encode(), origin=Origin())) == text


@given(st.text(max_size=20))
def test_any_label_is_an_encoding_or_none(label: str) -> None:
    encoding = python_encoding(label)
    assert encoding is None or b"abc".decode(encoding, "replace") is not None


@given(st.text(max_size=60))
def test_any_string_is_a_path_that_is_there_or_not(name: str) -> None:
    page = load_page("no-such-folder/" + name)
    assert isinstance(page, RejectedPage)
