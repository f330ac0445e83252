"""What the two ends of a reading process say to each other: frames of eight bytes of length and that many of content.

Pages go as MessagePack, outcomes come as DESIGN's JSON. Never pickle: a parser that a page has taken over could then
run code in the process that asked.
"""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from onrecord.engines.limits import ReadingLimits
from onrecord.schema import Page, Producer, TextForm

_LENGTH = 8


class Job(msgspec.Struct, frozen=True, tag=True):
    """The first message: what to read with ("module:function" opens a reader, with that model), and what a page may
    cost.
    """

    reader: str
    model: str
    threads: int
    limits: ReadingLimits


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The first answer: the reader is open, and this is who its readings will name as their producer."""

    producers: dict[TextForm, Producer]


class Unable(msgspec.Struct, frozen=True, tag=True):
    """The other first answer: this machine can't read as it stands."""

    problem: str
    remedy: str


job_decoder = msgspec.msgpack.Decoder(Job)
greeting_decoder = msgspec.msgpack.Decoder(Ready | Unable)
page_decoder = msgspec.msgpack.Decoder(Page)
encode = msgspec.msgpack.Encoder().encode


def send(stream: BinaryIO, content: bytes) -> None:
    """Write one frame. Raises OSError where the other end is gone."""
    stream.write(len(content).to_bytes(_LENGTH, "big"))
    stream.write(content)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one frame; None where the other end closed, in its middle too."""
    length = stream.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    size = int.from_bytes(length, "big")
    content = stream.read(size)
    return content if len(content) == size else None
