"""A wire file's bytes become text without a guess: by its mark, by what it declares, or as UTF-8; else it is refused.

A web page in two encodings is mended (articles/decoding.py), because nobody can be asked for a better one. Wire copy
comes from a sender who can send it again, and a wrong letter in a quotation would stand on the record.
"""

from __future__ import annotations

import codecs
import re

from onrecord.articles.decoding import python_encoding
from onrecord.schema import Rejection

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_DECLARED = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:+-]{1,40})", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)


def decode_strictly(content: bytes, content_type: str | None = None) -> str | Rejection:
    """Decode a wire file; "wrong_encoding" where the bytes are neither what is declared nor UTF-8."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding, "its byte-order mark")
    wide = _wide(content)
    if wide:
        return _decoded(content, wide, "its bytes")
    text = _decode(content, "utf-8")
    if text is not None:
        return text  # also where latin-1 is declared: bytes that are UTF-8 throughout are UTF-8
    declared = _declared(content, content_type)
    encoding = python_encoding(declared) if declared else None
    if declared and encoding is None:
        return Rejection(
            "articles", "wrong_encoding", f"it declares the encoding {declared!r}, which nobody knows: save it as UTF-8"
        )
    if encoding and not encoding.startswith(("utf-16", "utf-8")):
        return _decoded(content, encoding, "its declaration")
    return _decoded(content, "utf-8", "its declaration" if declared else "the standard")


def _declared(content: bytes, content_type: str | None) -> str | None:
    """The file's own declaration, then the header of whoever sent it."""
    found = _DECLARED.match(content[:1024])
    if found:
        return found[1].decode("ascii")
    header = _CHARSET.search(content_type or "")
    return header[1] if header else None


def _decode(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(content: bytes) -> str | None:
    """UTF-16 without its mark: XML opens with "<?" or "<n", JSON with "{" and white space or a quotation mark."""
    head = content[:4]
    if len(head) == 4 and head[0] and not head[1] and head[2] and not head[3]:
        return "utf-16-le"
    if len(head) == 4 and not head[0] and head[1] and not head[2] and head[3]:
        return "utf-16-be"
    return None


def _decoded(content: bytes, encoding: str, by: str) -> str | Rejection:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        place = f", and its byte {error.start:,} is not" if isinstance(error, UnicodeDecodeError) else ""
        detail = f"by {by} it is {encoding}{place}: ask for it again in one encoding, or save it as UTF-8"
        return Rejection("articles", "wrong_encoding", detail)
