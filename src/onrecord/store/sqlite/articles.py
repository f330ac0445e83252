"""The rows that follow from an article's reading: statements, speakers, their names, and full text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

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
    # The id hashes the places of content and cue: a second attribution with the same id is the same finding.
    row = connection.execute(
        "INSERT OR IGNORE INTO statements (id, article, position, form, stance, negated, score, day, attribution)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
        (attribution.id, article.id, position, attribution.form, attribution.stance, attribution.negated,
         attribution.score, _day(reading, attribution), encode_attribution(attribution).decode()),
    ).fetchone()  # fmt: skip
    if row is None:
        return
    write_statement_speakers(connection, row[0], article.id, attribution)
    connection.execute(
        "INSERT INTO statement_texts (rowid, headline, content, speakers) VALUES (?, ?, ?, ?)",
        (row[0], article.headline or "", *_texts(attribution)),
    )


def rewrite_statement(connection: sqlite3.Connection, number: int, reading: Reading, attribution: Attribution) -> None:
    """Make a statement's row say what a person made of it, or the machine's words again; its id stays."""
    connection.execute(
        "UPDATE statements SET form = ?, stance = ?, negated = ?, score = ?, day = ?, attribution = ? WHERE number = ?",
        (attribution.form, attribution.stance, attribution.negated, attribution.score,
         _day(reading, attribution), encode_attribution(attribution).decode(), number),
    )  # fmt: skip
    connection.execute("DELETE FROM statement_speakers WHERE statement = ?", (number,))
    write_statement_speakers(connection, number, reading.article.id, attribution)
    query = "UPDATE statement_texts SET content = ?, speakers = ? WHERE rowid = ?"
    connection.execute(query, (*_texts(attribution), number))


def _texts(attribution: Attribution) -> tuple[str, str]:
    """Return what full text finds of a statement: what was said, and by whom."""
    said = " … ".join(span.text for span in attribution.content)
    return said, "; ".join(_described(speaker) for speaker in attribution.speakers)


def _day(reading: Reading, attribution: Attribution) -> str | None:
    return (attribution.said_on or reading.article.published or "")[:10] or None


def write_statement_speakers(
    connection: sqlite3.Connection, statement: int, article: str, attribution: Attribution
) -> None:
    """Say who made a statement, in the order in which the article names them."""
    for position, speaker in enumerate(attribution.speakers):
        id = record_speaker_id(article, speaker)
        keep_speaker(connection, id, speaker)
        connection.execute(
            "INSERT INTO statement_speakers (statement, position, speaker, role) VALUES (?, ?, ?, ?)",
            (statement, position, id, speaker.role),
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
        write_name(connection, speaker, article, name)
    for speaker, role in _roles(reading):
        connection.execute("INSERT OR IGNORE INTO speaker_roles VALUES (?, ?, ?)", (speaker, article, role))


def write_name(
    connection: sqlite3.Connection, speaker: str, article: str, name: str, *, reassigned: bool = False
) -> None:
    """Keep one name of a speaker in an article; `reassigned` where a person, not the article, brought it there."""
    row = connection.execute(
        "INSERT OR IGNORE INTO speaker_names (speaker, article, name, reassigned) VALUES (?, ?, ?, ?) RETURNING number",
        (speaker, article, name, 1 if reassigned else None),
    ).fetchone()
    if row is not None:
        connection.execute("INSERT INTO speaker_name_texts (rowid, name) VALUES (?, ?)", (row[0], fold(name)))


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
    # Every speaker that an article quotes, or that it quoted until a person reassigned it, has a name in it.
    query = "SELECT DISTINCT speaker FROM speaker_names WHERE article = ?"
    speakers = [row[0] for row in connection.execute(query, (article,))]
    connection.execute("DELETE FROM articles WHERE id = ?", (article,))
    forget_speakers(connection, speakers)


def forget_speakers(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Remove the speakers among these whom no article names."""
    connection.executemany(
        """
        DELETE FROM speakers WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM speaker_names WHERE speaker = ?1)
        AND NOT EXISTS (SELECT 1 FROM statement_speakers WHERE speaker = ?1)""",
        [(id,) for id in ids],
    )
