"""What the store keeps whole: pages' bytes and outcomes' JSON, compressed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import msgspec

from onrecord.schema import Attribution, Origin, Reading, decode_outcome, encode_outcome

# Level 6 is zlib's own balance: a news page of 150 kB becomes 30 kB in 3 ms.
_LEVEL = 6

encode_attribution = msgspec.json.Encoder().encode
decode_attribution = msgspec.json.Decoder(Attribution).decode


def pack(content: bytes) -> bytes:
    """Compress bytes."""
    return zlib.compress(content, _LEVEL)


def unpack(packed: bytes) -> bytes:
    """Return the bytes that were packed. Raises zlib.error where they are damaged."""
    return zlib.decompress(packed)


def pack_reading(reading: Reading) -> bytes:
    """Compress a reading's JSON."""
    return pack(encode_outcome(reading))


def unpack_reading(packed: bytes) -> Reading:
    """Return the reading that was packed, equal to it. Raises msgspec.DecodeError or zlib.error where it is damaged."""
    outcome = decode_outcome(unpack(packed))
    if not isinstance(outcome, Reading):
        raise msgspec.ValidationError("a rejection stands where a reading should")
    return outcome


def printable_origin(origin: Origin) -> Origin:
    """Return an origin that is valid Unicode: a path with bytes that aren't UTF-8 shows them as `\\udcff`."""
    return Origin(url=_printable(origin.url), path=_printable(origin.path), member=_printable(origin.member))


def _printable(text: str | None) -> str | None:
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")


def as_list(values: Iterable[object]) -> str:
    """Return values as one parameter for `json_each`: however many there are, the SQL stays the same."""
    return msgspec.json.encode(list(values)).decode()
