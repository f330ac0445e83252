"""One page read: the whole answer, as `onrecord read --json` prints it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.schema.articles import Article
from onrecord.schema.attributions import Attribution, Entity
from onrecord.schema.pages import PageReference, RejectedPage


class Producer(msgspec.Struct, frozen=True, kw_only=True):
    """What made a reading: OnRecord's version, the language model with its version, a digest of the settings."""

    onrecord: str
    model: str
    settings: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A page, its article, who said what in it, and who they are. Raises ValueError on a span that isn't its slice."""

    page: PageReference
    article: Article
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    producer: Producer

    def __post_init__(self) -> None:
        text = self.article.text
        for start, end, shown in self._slices():
            if text[start:end] != shown:
                raise ValueError(f"[{start}, {end}) shows {text[start:end]!r}, not {shown!r}")

    def _slices(self) -> Iterator[tuple[int, int, str]]:
        for attribution in self.attributions:
            for span in (*attribution.spans, attribution.addressee, attribution.medium):
                if span is not None:
                    yield span.start, span.end, span.text
        for entity in self.entities:
            for mention in entity.mentions:
                yield mention.start, mention.end, mention.text


Outcome = Reading | RejectedPage
"""What becomes of a page: it is read, or rejected with a reason. Never neither."""
