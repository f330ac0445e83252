"""Names are compared as people compare them."""

from __future__ import annotations

import pytest

from onrecord.store.folding import fold
from onrecord.store.sqlite.matching import name_queries, words_query


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Volodymyr  Zelenskyy", "volodymyr zelenskyy"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Lars Løkke Rasmussen", "lars lokke rasmussen"),
        ("Donald Tusk, Łódź", "donald tusk lodz"),
        ("Conor O’Brien-Smith", "conor obrien smith"),
        ("STRAẞE", "strasse"),
        ("Владимир Путин", "владимир путин"),
        ("?!", ""),
    ],
)
def test_case_accents_and_punctuation_do_not_count(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_name_is_looked_for_whole_first_and_then_by_beginnings() -> None:
    assert name_queries("V. Putin") == ['"v putin"', '"v"* AND "putin"*']
    assert name_queries(" ") == []


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("Kursk fighting", '"Kursk" AND "fighting"'),
        ('"prisoner exchange" Kursk', '"prisoner exchange" AND "Kursk"'),
        ("“prisoner exchange”", '"prisoner exchange"'),
        ("foo AND (", '"foo" AND "AND"'),
        ('lone " mark', '"lone" AND "mark"'),
        ("?! …", None),
    ],
)
def test_words_become_a_query_in_which_nothing_is_syntax(words: str, query: str | None) -> None:
    assert words_query(words) == query
