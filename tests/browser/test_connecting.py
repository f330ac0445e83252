"""Speakers, claims, stories, quotations, accounts and the record itself in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from synthetic.linked import group_of, keep_groups
from synthetic.stories import KURSK, OSLO, reading_of

from onrecord.store import open_store

PHONE = {"width": 320, "height": 640}
CLAIM, STORY, QUOTATION = "c-" + "1" * 24, "r-" + "2" * 24, "q-" + "3" * 24
HERE, THERE = reading_of(KURSK).article.id, reading_of(OSLO).article.id
COMPARED = f"/compare?a={HERE}&b={THERE}"


@pytest.fixture(scope="module", autouse=True)
def linked(store_path: Path) -> Iterator[dict[str, str]]:
    """A contested claim, a story with two carriers and an altered quotation on the record; gives speakers' ids."""
    with open_store(store_path) as record:
        said = {one.attribution.content[0].text: one.id for one in record.statements()}
        sides = [(said["the call went well"], "asserts"), (said["nothing was agreed"], "denies")]
        keep_groups(record, "claims", group_of(CLAIM, "the call went well", *sides))
        keep_groups(record, "stories", group_of(STORY, "Leaders talk", (HERE, "origin"), (THERE, "version")))
        wordings = [(said["“The fighting in Kursk must end,”"], "whole"), (said["the invitation"], "altered")]
        keep_groups(record, "quotations", group_of(QUOTATION, "The fighting in Kursk must end", *wordings))
        yield {one.name: one.id for one in record.speakers()}


ADDRESSES = ("/speakers", "speaker", "/contested", f"/contested/{CLAIM}", "/stories", f"/stories/{STORY}",
             f"/quotations/{QUOTATION}", "/compare", COMPARED, "/compare?a=Zelenskyy&b=", "/about")  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_anybodys_way(
    visit: Callable[..., Any],
    check_accessible: Callable[[Any], None],
    linked: dict[str, str],
    address: str,
    scheme: str,
) -> None:
    page = visit(address_of(address, linked), color_scheme=scheme)
    # What is folded is looked at, too.
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    check_accessible(page)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_phone_of_320_pixels_needs_no_sideways_scrolling(
    visit: Callable[..., Any], linked: dict[str, str], address: str
) -> None:
    page = visit(address_of(address, linked), viewport=PHONE)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def unfold(page: Any) -> None:
    """Open what is folded, to be looked at, too."""
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")


def address_of(address: str, linked: dict[str, str]) -> str:
    return f"/speakers/{linked['Volodymyr Zelenskyy']}" if address == "speaker" else address


def test_a_cell_opens_its_statements_by_keyboard(visit: Callable[..., Any]) -> None:
    page = visit("/contested")
    cell = page.locator("td.pro details").first
    statement = cell.get_by_role("link", name="the call went well")
    assert not statement.is_visible()
    cell.locator("summary").focus()
    page.keyboard.press("Enter")
    assert statement.is_visible()


def test_statements_are_narrowed_down_without_a_script(visit: Callable[..., Any], linked: dict[str, str]) -> None:
    page = visit(f"/speakers/{linked['Volodymyr Zelenskyy']}", java_script_enabled=False)
    assert page.locator("#said ~ .statement").count() == 2
    page.get_by_label("Stance").select_option("accepts")
    page.get_by_role("button", name="Narrow down").click()
    assert page.locator("#said ~ .statement blockquote").all_inner_texts() == ["the invitation"]


def test_a_line_opens_where_it_stands(visit: Callable[..., Any]) -> None:
    page = visit(COMPARED)
    line = page.locator("#only-a details, #both details").first
    assert not line.locator(".in-its-text").first.is_visible()
    line.locator("summary").click()
    assert line.locator(".in-its-text mark").first.is_visible()


def test_what_may_be_meant_is_picked_with_a_click(visit: Callable[..., Any]) -> None:
    page = visit(f"/compare?a=Zelenskyy&b={THERE}")
    page.get_by_role("link", name="Volodymyr Zelenskyy").click()
    assert page.get_by_role("heading", name="Two accounts").is_visible()
