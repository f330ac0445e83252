"""What a page's bytes are: HTML, a page dump, clean text, a wire format, or nothing that OnRecord reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.pages.wire_sniffing import wire_form
from onrecord.schema import TextForm

SNIFFED = 8192
"""Bytes looked at; enough for every magic number and for the tags that open a page."""
CONTROL_SHARE = 0.05
"""Share of control bytes from which no encoding makes a text of it; UTF-16's zero bytes are taken out before."""

_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".xht")
_TEXT_SUFFIXES = (".txt", ".text")
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown")

# Most binary formats open with bytes of their own; the names are those that people know them by.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document or e-book, which are ZIP archives too)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"(\xb5/\xfd", "zstd-compressed"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"SQLite format 3\x00", "an SQLite database (a store is opened with --store, not read)"),
    (b"PAR1", "a Parquet table"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM film"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x00asm", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x01\x00\x00", "a font"),
)
_SHORT_MAGIC = (b"BM", b"MZ", b"ID3", b"PAR1", b"BZh")
"""Magic numbers that are letters: a text may open with them ("BMW said ..."), so they count only among controls."""

# Readable formats that are no pages, each with what to do instead.
_FORMATS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\{\\rtf"), "a rich-text document: save it as plain text or HTML"),
    (re.compile(rb"filedesc://"), "an ARC file: turn it into a WARC file, with warcio's “recompress” for instance"),
)
_DATA_SUFFIXES = {
    ".json": "JSON data", ".jsonl": "JSON data", ".csv": "a table", ".tsv": "a table", ".css": "a style sheet",
    ".js": "a script", ".mjs": "a script", ".svg": "a drawing", ".py": "a program", ".sh": "a program",
    ".yaml": "a settings file", ".yml": "a settings file", ".toml": "a settings file", ".ini": "a settings file",
    ".rtf": "a rich-text document",
}  # fmt: skip

_OPENS_HTML = re.compile(
    # Possessive: without the last "+", a page that opens with a thousand comments would be tried in 2^1000 ways.
    rb"(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<!--.*?-->|<\?xml.*?\?>)*+<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    rb"</?(?:html|head|body|title|meta|link|script|div|span|p|a|br|h[1-6]|ul|ol|li|img|article|section|nav|header"
    rb"|footer|table|figure|em|strong|b|i|blockquote)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n[A-Za-z][\w-]*[ \t]*:.*?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_WIRE_TYPES: dict[TextForm, str] = {"ninjs": "application/json", "json_ld": "application/ld+json"}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


@dataclass(frozen=True)
class Kind:
    """How to take a page, and the media type that goes with it."""

    form: TextForm
    content_type: str


@dataclass(frozen=True)
class Unreadable:
    """Why bytes are no page: a stable reason ("binary", "not_supported") and a sentence for people."""

    reason: str
    detail: str


def sniff(content: bytes, suffix: str, *, plain: bool) -> Kind | Unreadable:
    """Say what `content` is. `suffix` is the file's, in lower case with its dot, or empty; `plain` as PageSettings."""
    head = content[:SNIFFED]
    wide = _is_wide(head)
    name = None if wide else _binary_name(head)
    if name:
        return Unreadable("binary", f"it is {name}, not a page: save the page as HTML or as text")
    wire = wire_form(content, suffix)
    if wire:
        return Kind(wire, _WIRE_TYPES.get(wire, "application/xml"))
    refused = _refuse(head.replace(b"\x00", b"") if wide else head, suffix)
    if refused:
        return refused
    letters = head.replace(b"\x00", b"")  # UTF-16's tags are then ASCII
    if _OPENS_HTML.match(letters) or _has_tags(letters, suffix, plain=plain):
        return Kind("html", "text/html")
    markdown = bool(_FRONT_MATTER.match(content)) if content.lstrip(b"\xef\xbb\xbf").startswith(b"---") else False
    content_type = "text/markdown" if markdown or suffix in _MARKDOWN_SUFFIXES else "text/plain"
    return Kind("plain" if plain or markdown else "dump", content_type)


def _has_tags(letters: bytes, suffix: str, *, plain: bool) -> bool:
    """A fragment of HTML has tags all over; an .html file without a single one is a text with a wrong name."""
    tags = len(_TAG.findall(letters))
    if suffix in _HTML_SUFFIXES:
        return tags > 0
    if suffix in _MARKDOWN_SUFFIXES or (plain and suffix in _TEXT_SUFFIXES):
        return False  # markdown may hold tags, clean text may speak of them
    return tags >= 6 or (tags >= 2 and letters.lstrip().startswith(b"<"))


def _refuse(letters: bytes, suffix: str) -> Unreadable | None:
    """Name what is readable and yet no page, by how it opens or by its name."""
    for opening, detail in _FORMATS:
        if opening.match(letters.removeprefix(b"\xef\xbb\xbf")):
            return Unreadable("not_supported", f"it is {detail}")
    if suffix in _DATA_SUFFIXES:
        detail = f"it is {_DATA_SUFFIXES[suffix]} by its name ({suffix}), not a page: rename it if it is one"
        return Unreadable("not_supported", detail)
    return None


def _binary_name(head: bytes) -> str | None:
    """Name the binary format of `head`, or None where it reads as text."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    looks_binary = controls > CONTROL_SHARE * len(head)
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": "a WebP image", b"WAVE": "a sound recording", b"AVI ": "a film"}[head[8:12]]
    if head[4:8] == b"ftyp":
        return "an MP4 film or HEIF image"
    for magic, name in _MAGIC:
        if head.startswith(magic) and (looks_binary or magic not in _SHORT_MAGIC):
            return name
    return "a binary file of an unknown kind" if looks_binary else None


def _is_wide(head: bytes) -> bool:
    """UTF-16 has its mark, or a zero byte beside nearly every letter of ASCII and always on the same side."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return len(head) >= 4 and max(even, odd) * 3 > len(head) and min(even, odd) * 20 < max(even, odd)


def suffix_of(name: Sequence[str] | str) -> str:
    """Return a file name's suffix in lower case with its dot, or an empty string."""
    base = str(name).replace("\\", "/").rsplit("/", 1)[-1]
    dot = base.rfind(".")
    return base[dot:].lower() if dot > 0 else ""
