"""Put an outcome on the record: one transaction per page, so that a kill costs at most the page in hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from onrecord.schema import Outcome, Page, PageReference, Producer, Reading, RejectedPage
from onrecord.store.protocol import AddResult
from onrecord.store.sqlite.articles import drop_article, write_article
from onrecord.store.sqlite.laying import lay_corrections
from onrecord.store.sqlite.laying_marks import lay_marks
from onrecord.store.sqlite.packing import pack, pack_reading, printable_origin, unpack_reading


@contextmanager
def transaction(connection: sqlite3.Connection) -> Generator[None]:
    """Commit what is done inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def add_outcome(connection: sqlite3.Connection, page: Page | None, outcome: Outcome, at: str) -> AddResult:
    """Keep the page and what became of it; to be called inside a transaction. `at` is ISO 8601."""
    if isinstance(outcome, RejectedPage):
        return add_rejected(connection, page, outcome, at)
    return add_reading(connection, page, outcome, at)


def add_reading(connection: sqlite3.Connection, page: Page | None, reading: Reading, at: str) -> AddResult:
    """Keep a page that was read, unless this producer's reading of it is here already."""
    page_id = reading.page.id
    if page is None or page_id is None:
        raise ValueError("a reading comes with its page")
    if has_reading(connection, page_id, reading.producer):
        return "known"
    keep_page(connection, page_id, page, at)
    replaced = forget_rejections(connection, reading.page)
    before = retire_reading(connection, page_id)
    number = insert_reading(connection, page_id, reading, at)
    if before not in (None, reading.article.id):
        settle_article(connection, before)
    if not shown_from_producer(connection, reading):
        write_article(connection, number, reading)
    lay_reviews(connection, reading.article.id)
    return "replaced" if replaced or before else "added"


def add_rejected(connection: sqlite3.Connection, page: Page | None, rejected: RejectedPage, at: str) -> AddResult:
    """Keep a page that yielded nothing, with the reason; the bytes too where there are any."""
    if is_same_rejection(connection, rejected):
        return "known"
    replaced = forget_rejections(connection, rejected.page)
    if page is not None and rejected.page.id is not None:
        keep_page(connection, rejected.page.id, page, at)
        before = retire_reading(connection, rejected.page.id)
        if before is not None:
            settle_article(connection, before)
            replaced = True
    insert_rejection(connection, rejected, at)
    return "replaced" if replaced else "added"


def has_reading(connection: sqlite3.Connection, page_id: str, producer: Producer) -> bool:
    """Is the page's present reading this producer's?"""
    query = """
        SELECT 1 FROM readings JOIN producers ON producers.number = readings.producer
        WHERE page = ? AND outcome IS NOT NULL AND onrecord = ? AND model = ? AND settings = ?"""
    named = (page_id, producer.onrecord, producer.model, producer.settings)
    return connection.execute(query, named).fetchone() is not None


def keep_page(connection: sqlite3.Connection, page_id: str, page: Page, at: str) -> None:
    """Keep a page's bytes. The same bytes from elsewhere are the same page: its first origin stays."""
    if connection.execute("SELECT 1 FROM pages WHERE id = ?", (page_id,)).fetchone():
        return
    origin = printable_origin(page.origin)
    connection.execute(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (page_id, pack(page.content), len(page.content), page.form, origin.url, origin.place,
         page.fetched_at, page.content_type, at),
    )  # fmt: skip


def insert_reading(connection: sqlite3.Connection, page_id: str, reading: Reading, at: str) -> int:
    """Keep a reading's JSON as the page's present one; return its number."""
    cursor = connection.execute(
        "INSERT INTO readings (page, producer, article, outcome, recorded_at) VALUES (?, ?, ?, ?, ?)",
        (page_id, producer_number(connection, reading.producer), reading.article.id, pack_reading(reading), at),
    )
    number = cursor.lastrowid
    if number is None:
        raise RuntimeError("SQLite inserted a reading without a number")
    return number


def producer_number(connection: sqlite3.Connection, producer: Producer) -> int:
    """Return the producer's number, which it gets when it is first named."""
    named = (producer.onrecord, producer.model, producer.settings)
    connection.execute("INSERT OR IGNORE INTO producers (onrecord, model, settings) VALUES (?, ?, ?)", named)
    query = "SELECT number FROM producers WHERE onrecord = ? AND model = ? AND settings = ?"
    return connection.execute(query, named).fetchone()[0]


def retire_reading(connection: sqlite3.Connection, page_id: str) -> str | None:
    """Make the page's present reading history; return the article that it gave."""
    query = "UPDATE readings SET outcome = NULL WHERE page = ? AND outcome IS NOT NULL RETURNING article"
    row = connection.execute(query, (page_id,)).fetchone()
    return None if row is None else row[0]


def settle_article(connection: sqlite3.Connection, article: str) -> None:
    """After a page of it left: show the article from another page's reading, or drop it if there is none."""
    if is_shown_from_present_reading(connection, article):
        return
    query = (
        "SELECT number, outcome FROM readings WHERE article = ? AND outcome IS NOT NULL ORDER BY number DESC LIMIT 1"
    )
    row = connection.execute(query, (article,)).fetchone()
    if row is None:
        drop_article(connection, article)
    else:
        write_article(connection, row[0], unpack_reading(row[1]))
        lay_reviews(connection, article)


def lay_reviews(connection: sqlite3.Connection, article: str) -> None:
    """Lay what people said of this article, and of the pages that give it, over its rows."""
    lay_marks(connection, lay_corrections(connection, article))


def is_shown_from_present_reading(connection: sqlite3.Connection, article: str) -> bool:
    """Is the reading from which the article's rows were made still its page's present one?"""
    query = """
        SELECT 1 FROM articles JOIN readings ON readings.number = articles.reading
        WHERE articles.id = ? AND outcome IS NOT NULL"""
    return connection.execute(query, (article,)).fetchone() is not None


def shown_from_producer(connection: sqlite3.Connection, reading: Reading) -> bool:
    """Were the article's rows made from a present reading of this very producer?"""
    # A second page with the same text, as a paper's mobile edition, says nothing new: the rows stay as they are.
    query = """
        SELECT readings.page FROM articles JOIN readings ON readings.number = articles.reading
        WHERE articles.id = ? AND outcome IS NOT NULL"""
    row = connection.execute(query, (reading.article.id,)).fetchone()
    return row is not None and has_reading(connection, row[0], reading.producer)


def is_same_rejection(connection: sqlite3.Connection, rejected: RejectedPage) -> bool:
    """Is this page rejected on the record already, for the same reason in the same words?"""
    query = """
        SELECT 1 FROM rejections WHERE page IS ? AND (page IS NOT NULL OR (url IS ? AND path IS ?))
        AND stage = ? AND reason = ? AND detail = ?"""
    page, rejection = rejected.page, rejected.rejection
    values = (page.id, page.origin.url, page.origin.place, rejection.stage, rejection.reason, rejection.detail)
    return connection.execute(query, values).fetchone() is not None


def insert_rejection(connection: sqlite3.Connection, rejected: RejectedPage, at: str) -> None:
    """Write a rejection's row."""
    page, rejection = rejected.page, rejected.rejection
    connection.execute(
        "INSERT INTO rejections (page, url, path, fetched_at, content_type, stage, reason, detail, recorded_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (page.id, page.origin.url, page.origin.place, page.fetched_at, page.content_type,
         rejection.stage, rejection.reason, rejection.detail, at),
    )  # fmt: skip


def forget_rejections(connection: sqlite3.Connection, page: PageReference) -> bool:
    """Drop what was said of this page, or of its origin while no bytes could be had from there."""
    query = "DELETE FROM rejections WHERE page = ? OR (page IS NULL AND url IS ? AND path IS ?)"
    return connection.execute(query, (page.id, page.origin.url, page.origin.place)).rowcount > 0
