"""Quotations' families as they are asked for: the wordings that articles give."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from onrecord.language.quotes import quoted_stretches
from onrecord.schema import Attribution, QuotationFamily, Variant, VariantKind
from onrecord.store.sqlite.groups import QUOTATIONS
from onrecord.store.sqlite.packing import as_list
from onrecord.store.sqlite.querying import SAID_BY, statements_by_id

_MEMBERS = """
    SELECT said.id, role FROM link_members JOIN link_items ON link_items.number = item
    JOIN counted_statements AS said ON said.article = link_items.article AND said.id = link_items.id
    WHERE collection = ? ORDER BY role <> 'whole', said.day NULLS LAST, said.article, said.position"""
_SAID_BY = f"""
    AND number IN (SELECT collection FROM statements
      JOIN counted_statements AS counted ON counted.number = statements.number
      JOIN link_items ON link_items.part = '{QUOTATIONS}' AND link_items.id = statements.id
      JOIN link_members ON link_members.item = link_items.number WHERE {SAID_BY})"""


def select_changed(connection: sqlite3.Connection, speaker: str | None, limit: int | None) -> Iterator[QuotationFamily]:
    """Give the families with a variant that was altered, then those with one that was cut or joined."""
    condition, values = ("", []) if speaker is None else (_SAID_BY, [as_list([speaker])])
    query = f"SELECT number FROM link_groups WHERE part = ? AND weight > 0 {condition} ORDER BY weight DESC, id LIMIT ?"
    for (group,) in connection.execute(query, (QUOTATIONS, *values, -1 if limit is None else limit)):
        yield select_quotation(connection, group)


def select_quotation(connection: sqlite3.Connection, group: int) -> QuotationFamily:
    """Return a quotation's family by the number of its group."""
    query = "SELECT id, about FROM link_groups WHERE number = ?"
    id, text = connection.execute(query, (group,)).fetchone()
    members = connection.execute(_MEMBERS, (group,)).fetchall()
    variants = (_variant(connection, statement, role) for statement, role in members)
    return QuotationFamily(id=id, text=text, variants=tuple(variant for variant in variants if variant))


def _variant(connection: sqlite3.Connection, id: str, role: str) -> Variant | None:
    statement = next(statements_by_id(connection, id), None)
    if statement is None:
        return None
    kind: VariantKind = msgspec.convert(role, VariantKind)
    return Variant(statement=id, article=statement.article, text=quoted_words(statement.attribution), kind=kind)


def quoted_words(attribution: Attribution) -> str:
    """Return what stands in quotation marks, marks included; all of the content where none do, as in a block quote.

    '“The fighting must end,” he said, “and soon.”' gives '“The fighting must end,” … “and soon.”'.
    """
    spans = [span.text for span in attribution.content]
    quoted = [text[start:end] for text in spans for start, end in quoted_stretches(text)]
    return " … ".join(quoted or spans)
