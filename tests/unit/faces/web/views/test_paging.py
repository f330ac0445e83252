"""Long lists in pages."""

from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.faces.web.views.paging import LAST_PAGE, cut_page, rows_wanted, with_query


def test_a_page_in_the_middle_has_both_neighbours() -> None:
    rows, paging = cut_page(range(100), 2, 10, "/speakers?q=Holm")
    assert rows == tuple(range(10, 20))
    assert (paging.previous, paging.next) == ("/speakers?q=Holm", "/speakers?q=Holm&page=3")


def test_a_list_that_just_fits_has_no_other_page() -> None:
    rows, paging = cut_page(range(10), 1, 10, "/stories")
    assert len(rows) == 10
    assert (paging.previous, paging.next, paging.cut) == (None, None, False)


def test_the_last_page_says_that_the_list_goes_on() -> None:
    _, paging = cut_page(range(10_000), LAST_PAGE, 10, "/stories")
    assert (paging.next, paging.cut) == (None, True)


def test_one_row_more_than_the_page_is_asked_for() -> None:
    assert rows_wanted(3, 10) == 31


@pytest.mark.parametrize("page", [0, -1, LAST_PAGE + 1])
def test_a_page_that_no_list_has_is_a_wrong_wish(page: int) -> None:
    with pytest.raises(UsageError, match="has no page"):
        rows_wanted(page, 10)


def test_a_query_is_escaped_and_leaves_out_what_is_empty() -> None:
    assert with_query("/speakers", q="O'Neill & Søn", form="") == "/speakers?q=O%27Neill+%26+S%C3%B8n"
    assert with_query("/speakers", q="") == "/speakers"
