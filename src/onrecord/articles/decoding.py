"""A page's bytes become text: the declared encoding where it holds, the likely one where it doesn't."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from onrecord.schema import Page

PRESCAN = 2048
"""Bytes in which a page may declare its encoding; the standard says 1024, real pages put scripts before it."""
DETECTION = 32_768
"""Bytes that the detector sees: its time grows with them, its answer hardly."""
FOREIGN_SHARE = 0.25
"""Share of bytes that are no UTF-8 from which a text isn't written in Latin letters; Czech stays below."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_META = re.compile(r"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_XML = re.compile(r"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:+-]+)", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
# U+2028 and U+2029 come with text pasted from word processors, U+000C between the sheets of converted PDFs.
_LINE_ENDS = ("\r\n", "\r", "\x0b", "\x0c", "\u2028", "\u2029")

# The WHATWG Encoding Standard reads old labels as the larger sets that pages really use: the curly quotation marks
# of a page that calls itself iso-8859-1 are windows-1252. Keys are Python's names of what the label says.
_LARGER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}  # fmt: skip
# WHATWG labels that Python doesn't know by that name.
_LABELS = {
    "unicode-1-1-utf-8": "utf-8", "x-unicode20utf8": "utf-8", "x-cp1252": "cp1252", "x-cp1251": "cp1251",
    "x-cp1250": "cp1250", "x-gbk": "gb18030", "x-sjis": "cp932", "windows-31j": "cp932", "x-x-big5": "big5hkscs",
    "windows-949": "cp949", "windows-874": "cp874", "dos-874": "cp874", "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic", "x-user-defined": "cp1252", "ksc5601": "cp949", "x-euc-jp": "euc-jp",
}  # fmt: skip


def decode_page(page: Page) -> str:
    """Decode a page by mark, HTTP header, `<meta>`, then by what the bytes are; line ends become `\\n`.

    A label that the bytes contradict gives way (UTF-8 that isn't, latin-1 that is UTF-8); what can't be decoded
    becomes U+FFFD. Never raises. The order is that of the WHATWG HTML standard, section 13.2.3.
    """
    text = _decode(page.content, declared_encoding(page))
    for line_end in _LINE_ENDS:  # six searches for a string take a sixth of one regular expression's time
        text = text.replace(line_end, "\n")
    return text


def read_markup(page: Page) -> bytes:
    """Return a web page as UTF-8, as the parser takes it: for most pages the very bytes. Never raises.

    Markup needs no even line ends. A page that is UTF-8 throughout is decoded for that check alone.
    """
    content = page.content
    if not _is_marked(content) and not _is_seven_bit(page):
        try:
            content.decode("utf-8")
            return content
        except UnicodeDecodeError:
            pass
    return _decode(content, declared_encoding(page)).encode("utf-8", "replace")


def _is_seven_bit(page: Page) -> bool:
    """Does a page name an encoding that hides its letters in ASCII, as ISO-2022-JP does?"""
    named = (page.content_type or "").encode("utf-8", "replace") + page.content[:PRESCAN]
    return any(label in named.lower() for label in (b"iso-2022", b"csiso2022", b"hz-gb"))


def _is_marked(content: bytes) -> bool:
    return content.startswith(tuple(mark for mark, _ in _MARKS)) or _wide_encoding(content) is not None


def declared_encoding(page: Page) -> str | None:
    """Return Python's name of the encoding that the page's header or `<meta>` declares, or None."""
    in_header = _CHARSET.search(page.content_type or "")
    known = python_encoding(in_header[1]) if in_header else None
    if known or page.form != "html":
        return known
    head = _COMMENT.sub("", page.content[:PRESCAN].decode("latin-1"))
    for pattern in (_XML, _META):
        for found in pattern.finditer(head):
            known = python_encoding(found[1])
            if known:  # a <meta> that is read as bytes can't truthfully say UTF-16: the standard takes it for UTF-8
                return "utf-8" if known.startswith("utf-16") else known
    return None


def python_encoding(label: str) -> str | None:
    """Return Python's name of the encoding that a page's label means by the WHATWG standard, or None."""
    folded = label.strip().casefold()
    try:
        known = codecs.lookup(_LABELS.get(folded, folded))
        "".encode(known.name)  # "rot13" and "base64" are codecs too, but not of text
    except (LookupError, ValueError, TypeError):
        return None
    if known.name.startswith(("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode", "undefined")):
        return None
    return _LARGER.get(known.name, known.name)


def _decode(content: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    wide = _wide_encoding(content)
    if wide:
        return content.decode(wide, "replace")
    utf8 = _strict_utf8(content)
    # Bytes that happen to be valid multi-byte UTF-8 throughout are UTF-8, whatever the label says. ISO-2022-JP alone
    # hides its letters in ASCII.
    if utf8 is not None and (declared is None or not declared.startswith(("iso2022", "hz"))):
        return utf8
    if declared and declared not in ("utf-8", "utf-8-sig") and not declared.startswith("utf-16"):
        return content.decode(declared, "replace")
    return _decode_unlabelled(content)


def _wide_encoding(content: bytes) -> str | None:
    """Recognise UTF-16 without its mark by the zero byte that stands in every letter of ASCII."""
    head = content[:PRESCAN]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head) or not head:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _strict_utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page cut off in the middle of a letter is still UTF-8.
        if error.start >= len(content) - 3 and error.reason == "unexpected end of data":
            return content[: error.start].decode("utf-8") + "\ufffd"
        return None


def _decode_unlabelled(content: bytes) -> str:
    head = content[:DETECTION]
    undecodable = head.decode("utf-8", "replace").count("\ufffd")
    if undecodable > FOREIGN_SHARE * len(head):
        best = charset_normalizer.from_bytes(head).best()
        if best:
            return content.decode(best.encoding, "replace")
    # Mostly Latin: UTF-8 with a quotation in windows-1252 pasted in, or windows-1252 throughout.
    return content.decode("utf-8", _AS_WINDOWS_1252)


def _read_as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_AS_WINDOWS_1252 = "onrecord.windows-1252"
codecs.register_error(_AS_WINDOWS_1252, _read_as_windows_1252)
