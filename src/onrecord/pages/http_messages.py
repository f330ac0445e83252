"""The HTTP response inside a WARC record: its status, its headers, and the body that it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.pages.compression import decode_content
from onrecord.pages.parts import Damaged

LONGEST_HEAD = 65_536
_STATUS = re.compile(rb"(?:HTTP/\d(?:\.\d)?|ICY)[ \t]+(\d{3})(?:[ \t]+([^\r\n]*))?\r?\n", re.IGNORECASE)
_END = re.compile(rb"\r?\n\r?\n")
_FOLDED = re.compile(rb"\r?\n[ \t]+")
_LENGTH = re.compile(r"[0-9]{1,15}")
_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,16})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


@dataclass(frozen=True)
class HttpMessage:
    """A response's head; `body_start` is where its body begins in the block. Names of headers are in lower case."""

    status: int | None
    phrase: str
    headers: dict[str, str]
    body_start: int

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def parse_response(block: bytes) -> HttpMessage:
    """Read the head of a response from the first bytes of its block; without one, all of it is the body.

    Takes what servers send: bare line ends, folded and repeated headers (the last counts), interim "100 Continue"
    heads before the real one, letters that are no ASCII.
    """
    start = 0
    while status := _STATUS.match(block, start):
        end = _END.search(block, status.end() - 2)
        body_start = end.end() if end else len(block)
        if status[1].startswith(b"1"):
            start = body_start
            continue
        headers = _parse_headers(block[status.end() : end.start() if end else len(block)])
        return HttpMessage(int(status[1]), (status[2] or b"").decode("latin-1").strip(), headers, body_start)
    return HttpMessage(None, "", {}, start)


def _parse_headers(lines: bytes) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in _FOLDED.sub(b" ", lines).split(b"\n"):
        name, colon, value = line.decode("latin-1").partition(":")
        if colon and value.strip():
            headers[name.strip().lower()] = value.strip()
    return headers


def decode_body(message: HttpMessage, body: bytes, limit: int) -> bytes:
    """Undo transfer and content encoding. Raises Damaged where the body is cut off, broken or above `limit`."""
    headers = message.headers
    chunked = "chunked" in headers.get("transfer-encoding", "").lower()
    if chunked:
        body = _join_chunks(body)
    codings = headers.get("content-encoding", "")
    declared = headers.get("content-length", "")
    # A connection that broke leaves less than the server announced. Encoded bodies tell by themselves.
    if not chunked and not codings and _LENGTH.fullmatch(declared) and len(body) < int(declared):
        raise Damaged("truncated", f"it has {len(body):,} bytes of the {int(declared):,} that the server announced")
    return decode_content(body, codings, limit)


def _join_chunks(body: bytes) -> bytes:
    """Join the chunks of a body; many archives keep the header of what they have joined already."""
    joined: list[bytes] = []
    at = 0
    while chunk := _CHUNK.match(body, at):
        size = int(chunk[1], 16)
        if size == 0:
            return b"".join(joined)
        data = body[chunk.end() : chunk.end() + size]
        joined.append(data)
        if len(data) < size:
            break
        at = chunk.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    if not joined:
        return body
    raise Damaged("truncated", "its body ends before its last chunk")
