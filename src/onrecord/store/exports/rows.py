"""What every format writes of a statement: what it says itself, and what its article's reading adds."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import StoreDamaged
from onrecord.schema import Article, AttributedSpeaker, Producer, Reading, Statement


@dataclass(frozen=True, kw_only=True)
class StatementRow:
    """A statement, who read it when, and the article in whose text its spans stand."""

    statement: Statement
    producer: Producer
    article: Article
    recorded_at: str

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def speakers(self) -> list[tuple[str, AttributedSpeaker]]:
        """Pairs of id across articles and speaker as attributed."""
        return list(zip(self.statement.speaker_ids, self.statement.attribution.speakers, strict=True))


def row_of(statement: Statement, reading: Reading, recorded_at: str) -> StatementRow:
    """Join a statement with its article's reading. Raises StoreDamaged where a span isn't the text's slice."""
    # Whoever gets an export can't check it against our store, so it is checked here, every span of it.
    for span in statement.attribution.spans:
        if not span.shows(reading.article.text):
            raise StoreDamaged(
                f"{statement.id}: [{span.start}, {span.end}) is not {span.text!r} in {reading.article.id}",
                remedy="Restore the store from a copy, or add the page again into a new store.",
            )
    return StatementRow(
        statement=statement, producer=reading.producer, article=reading.article, recorded_at=recorded_at
    )  # fmt: skip
