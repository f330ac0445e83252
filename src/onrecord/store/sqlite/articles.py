"""The rows that follow from an article's reading: statements, speakers, their names, and full text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.schema import AttributedSpeaker, Attribution, Entity, Reading, speaker_id
from onrecord.store.folding import fold
from onrecord.store.sqlite.packing import encode_attribution


def write_article(connection: sqlite3.Connection, number: int, reading: Reading) -> None:
    """Make the article's rows anew from the reading with that number."""
    article, origin = reading.article, reading.page.origin
    drop_article(connection, article.id)
    connection.execute(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article.id, number, article.headline, article.section, article.published, article.publisher,
         article.agency, article.language, article.url or origin.url, origin.place),
    )  # fmt: skip
    for position, attribution in enumerate(reading.attributions):
        write_statement(connection, reading, position, attribution)
    write_names(connection, reading)


def write_statement(connection: sqlite3.Connection, reading: Reading, position: int, attribution: Attribution) -> None:
    """Write one statement with its speakers and its full text."""
    article = reading.article
    day = (attribution.said_on or article.published or "")[:10] or None
    # The id hashes the places of content and cue: a second attribution with the same id is the same finding.
    row = connection.execute(
        "INSERT OR IGNORE INTO statements (id, article, position, form, stance, negated, score, day, attribution)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
        (attribution.id, article.id, position, attribution.form, attribution.stance, attribution.negated,
         attribution.score, day, encode_attribution(attribution).decode()),
    ).fetchone()  # fmt: skip
    if row is None:
        return
    write_statement_speakers(connection, row[0], article.id, attribution)
    connection.execute(
        "INSERT INTO statement_texts (rowid, content, headline, speakers) VALUES (?, ?, ?, ?)",
        (row[0], " … ".join(span.text for span in attribution.content), article.headline or "",
         "; ".join(_described(speaker) for speaker in attribution.speakers)),
    )  # fmt: skip


def write_statement_speakers(
    connection: sqlite3.Connection, statement: int, article: str, attribution: Attribution
) -> None:
    """Say who made a statement, in the order in which the article names them."""
    for position, speaker in enumerate(attribution.speakers):
        id = record_speaker_id(article, speaker)
        keep_speaker(connection, id, speaker)
        connection.execute(
            "INSERT INTO statement_speakers VALUES (?, ?, ?, ?)", (statement, position, id, speaker.role)
        )


def keep_speaker(connection: sqlite3.Connection, id: str, speaker: AttributedSpeaker) -> None:
    """Keep the speaker under the name that came first, but rather not under one in capitals."""
    # A transcript's "DMITRY PESKOV:" and a story's "Dmitry Peskov" are one speaker, shown as the story has it.
    connection.execute(
        """
        INSERT INTO speakers VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name
        WHERE speakers.name = upper(speakers.name) AND excluded.name <> upper(excluded.name)""",
        (id, speaker.kind, speaker.name),
    )


def record_speaker_id(article: str, speaker: AttributedSpeaker) -> str:
    """Return the speaker's id across articles; "officials" of one article are not those of another."""
    if speaker.kind == "unnamed":
        return speaker_id("unnamed", f"{speaker.name} {article}")
    return speaker_id(speaker.kind, speaker.name)


def write_names(connection: sqlite3.Connection, reading: Reading) -> None:
    """Keep what the article calls each speaker that it quotes, and as what."""
    article = reading.article.id
    for speaker, name in dict.fromkeys(_names(reading)):
        row = connection.execute(
            "INSERT OR IGNORE INTO speaker_names (speaker, article, name) VALUES (?, ?, ?) RETURNING number",
            (speaker, article, name),
        ).fetchone()
        connection.execute("INSERT INTO speaker_name_texts (rowid, name) VALUES (?, ?)", (row[0], fold(name)))
    for speaker, role in _roles(reading):
        connection.execute("INSERT OR IGNORE INTO speaker_roles VALUES (?, ?, ?)", (speaker, article, role))


def _names(reading: Reading) -> Iterator[tuple[str, str]]:
    """Give pairs of speaker's id and name: as attributed, as the entity's, and as every mention by name."""
    for id, speaker, entity in _speakers(reading):
        yield id, speaker.name
        if entity is not None:
            yield id, entity.name
            # "Peskov" is a name; "he" and "the spokesman" are anybody's.
            yield from ((id, mention.text) for mention in entity.mentions if mention.form == "name")


def _roles(reading: Reading) -> Iterator[tuple[str, str]]:
    """Give pairs of speaker's id and role: as attributed, and all of the entity's."""
    for id, speaker, entity in _speakers(reading):
        if speaker.role:
            yield id, speaker.role
        if entity is not None:
            yield from ((id, role) for role in entity.roles)


def _speakers(reading: Reading) -> Iterator[tuple[str, AttributedSpeaker, Entity | None]]:
    """Give each speaker that the article quotes once: id, as attributed, and the entity that it is."""
    entities = {entity.id: entity for entity in reading.entities}
    quoted = (speaker for attribution in reading.attributions for speaker in attribution.speakers)
    for speaker in dict.fromkeys(quoted):
        yield record_speaker_id(reading.article.id, speaker), speaker, entities.get(speaker.entity)


def _described(speaker: AttributedSpeaker) -> str:
    return f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name


def drop_article(connection: sqlite3.Connection, article: str) -> None:
    """Remove an article's rows, and the speakers whom no other article quotes."""
    # The full-text tables know no foreign keys, so their rows go by hand, and before those that name them.
    for texts, numbered in (("statement_texts", "statements"), ("speaker_name_texts", "speaker_names")):
        query = f"DELETE FROM {texts} WHERE rowid IN (SELECT number FROM {numbered} WHERE article = ?)"
        connection.execute(query, (article,))
    query = "SELECT DISTINCT speaker FROM statement_speakers JOIN statements ON number = statement WHERE article = ?"
    speakers = connection.execute(query, (article,)).fetchall()
    connection.execute("DELETE FROM articles WHERE id = ?", (article,))
    connection.executemany(
        "DELETE FROM speakers WHERE id = ? AND NOT EXISTS (SELECT 1 FROM statement_speakers WHERE speaker = id)",
        speakers,
    )
