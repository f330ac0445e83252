"""The JSON of DESIGN.md: one outcome per line, fields in the order in which people read them."""

from __future__ import annotations

import msgspec

from onrecord.schema.pages import RejectedPage
from onrecord.schema.readings import Outcome, Reading

_ARTICLE_ORDER = (
    "id", "headline", "section", "published", "modified", "authors", "agency", "publisher", "language",
    "url", "paywalled", "live", "text", "blocks", "captions", "furniture",
)  # fmt: skip
_encoder = msgspec.json.Encoder()
_reading_decoder = msgspec.json.Decoder(Reading)
_rejected_decoder = msgspec.json.Decoder(RejectedPage)


def encode_outcome(outcome: Outcome) -> bytes:
    """Encode one outcome as a line of JSON, without the line's end."""
    if isinstance(outcome, RejectedPage):
        return _encoder.encode(outcome)
    fields = msgspec.structs.asdict(outcome)
    article = msgspec.structs.asdict(outcome.article)
    fields["article"] = {name: article[name] for name in _ARTICLE_ORDER}
    return _encoder.encode(fields)


def decode_outcome(line: bytes | str) -> Outcome:
    """Decode what `encode_outcome` made. Raises msgspec.ValidationError where it isn't an outcome."""
    try:
        return _reading_decoder.decode(line)
    except msgspec.ValidationError:
        if b'"rejection"' not in (line.encode() if isinstance(line, str) else line):
            raise
        return _rejected_decoder.decode(line)
