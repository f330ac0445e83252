import pytest

from onrecord.articles.decoding import declared_encoding, decode_page, python_encoding
from onrecord.schema import Origin, Page

QUOTED = "“It’s over,” Zoë said — in Łódź."
WESTERN = "“It’s over,” Zoë said — in Genève."


def page(content: bytes, content_type: str | None = None) -> Page:
    return Page(content=content, origin=Origin(path="a.html"), content_type=content_type)


def test_utf8_is_the_default() -> None:
    assert decode_page(page(QUOTED.encode())) == QUOTED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_outranks_the_header(encoding: str) -> None:
    assert decode_page(page(QUOTED.encode(encoding), "text/html; charset=iso-8859-1")) == QUOTED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_recognised(encoding: str) -> None:
    assert decode_page(page(("<p>" + QUOTED + "</p>").encode(encoding))) == f"<p>{QUOTED}</p>"


def test_latin1_in_the_header_means_windows_1252() -> None:
    assert decode_page(page(WESTERN.encode("cp1252"), 'text/html; charset="ISO-8859-1"')) == WESTERN


@pytest.mark.parametrize(
    "meta",
    ['<meta charset="windows-1251">', "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"],
)
def test_meta_declares_the_encoding(meta: str) -> None:
    html = meta + "<p>Москва ответила</p>"
    assert decode_page(page(html.encode("cp1251"))) == html


def test_a_commented_out_meta_declares_nothing() -> None:
    assert declared_encoding(page(b'<!-- <meta charset="koi8-r"> --><meta charset="utf-8">')) == "utf-8"


def test_windows_1252_labelled_utf8_keeps_its_quotation_marks() -> None:
    assert decode_page(page(WESTERN.encode("cp1252"), "text/html; charset=utf-8")) == WESTERN


def test_utf8_labelled_latin1_keeps_its_quotation_marks() -> None:
    assert decode_page(page(QUOTED.encode(), "text/html; charset=iso-8859-1")) == QUOTED


def test_a_windows_1252_paragraph_inside_a_utf8_page_is_read_too() -> None:
    assert decode_page(page(QUOTED.encode() + b"\n" + WESTERN.encode("cp1252"))) == f"{QUOTED}\n{WESTERN}"


def test_a_page_cut_in_the_middle_of_a_letter_stays_utf8() -> None:
    content = ("Genève, Zoë, " * 5 + "“").encode()[:-1]
    assert decode_page(page(content)) == "Genève, Zoë, " * 5 + "\ufffd"


def test_unlabelled_cyrillic_is_detected() -> None:
    text = "Министр заявил журналистам, что переговоры продолжатся в среду и что решение ещё не принято. " * 4
    assert decode_page(page(text.encode("cp1251"))) == text


def test_line_ends_become_one_kind() -> None:
    assert decode_page(page("a\r\nb\rc\nd\u2028e\x0cf".encode())) == "a\nb\nc\nd\ne\nf"


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("latin1", "cp1252"), ("US-ASCII", "cp1252"), ("GB2312", "gb18030"), ("x-sjis", "cp932"), ("UTF8", "utf-8")],
)
def test_labels_mean_what_the_standard_says(label: str, encoding: str) -> None:
    assert python_encoding(label) == encoding


@pytest.mark.parametrize("label", ["rot13", "base64", "no-such", "", "idna", "undefined", "utf-7"])
def test_labels_that_are_no_text_encoding_are_unknown(label: str) -> None:
    assert python_encoding(label) is None


def test_an_unknown_label_gives_way_to_the_next_declaration() -> None:
    content = '<meta charset="windows-1251"><p>Москва</p>'.encode("cp1251")
    assert "Москва" in decode_page(page(content, "text/html; charset=none"))
