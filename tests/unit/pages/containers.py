"""Containers of every kind, written by hand, so that each oddity can be put in."""

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence

from fastwarc.stream_io import BrotliWriter, ZstdWriter


class _Kept(io.BytesIO):
    """Bytes that stay after the writer has closed them."""

    def close(self) -> None:
        pass


def zstd(content: bytes, dictionary: bytes | None = None) -> bytes:
    file = _Kept()
    return _written(ZstdWriter(file, dictionary=dictionary), file, content)


def brotli(content: bytes) -> bytes:
    file = _Kept()
    return _written(BrotliWriter(file), file, content)


def _written(writer: ZstdWriter | BrotliWriter, file: _Kept, content: bytes) -> bytes:
    while content:
        content = content[writer.write(content) :]
    writer.close()
    return file.getvalue()


STORY = "\n".join(
    f"<p>{text}</p>"
    for text in (
        "The harbour council closed the north pier on Tuesday after divers found cracks in three of its pillars.",
        "“Nobody will walk on it before the pillars are sound,” said Mira Holt, the harbour master, at a meeting.",
        "Ferries to the islands leave from the south quay until May, the ferry company Lindqvist said on its website.",
        "Shopkeepers on the pier said that they had not been asked, and that they would lose the summer's business.",
    )
)


def page(title: str = "North pier closed", body: str = STORY) -> bytes:
    """A whole news page of our own making."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def response(body: bytes, status: str = "200 OK", headers: Mapping[str, str] | None = None) -> bytes:
    """An HTTP response as a crawler keeps it."""
    told = {"Content-Type": "text/html; charset=utf-8"} if headers is None else headers
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


def record(
    block: bytes,
    url: str = "https://example.org/pier",
    kind: str = "response",
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """One WARC record with its block, its fields as the standard (ISO 28500) has them."""
    told = {
        "WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2025-03-19T10:00:00Z",
        "WARC-Record-ID": f"<urn:test:{abs(hash((url, kind, block)))}>",
        "Content-Type": "application/http; msgtype=response" if kind in ("response", "revisit") else "text/html",
        **(headers or {}), "Content-Length": str(len(block)),
    }  # fmt: skip
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def warc(*records: bytes) -> bytes:
    """A plain WARC file that opens, as they do, with the crawler's own record."""
    return record(b"software: test\r\n", "", "warcinfo", {"Content-Type": "application/warc-fields"}) + b"".join(
        records
    )


def zipped_warc(*records: bytes) -> bytes:
    """A .warc.gz: one gzip member for each record."""
    return b"".join(gzip.compress(each, mtime=0) for each in (warc(), *records))


def zip_of(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return file.getvalue()


def rss(items: Sequence[str], head: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{head}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Harbour Post</title><language>en</language>{''.join(items)}</channel></rss>"
    ).encode()
