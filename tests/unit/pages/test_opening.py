import io
from pathlib import Path

from onrecord.pages import PageSettings, find_sources, load_page
from onrecord.pages.opening import open_part
from onrecord.pages.parts import Link, Part
from onrecord.schema import Origin, Page, RejectedPage
from tests.unit.pages.containers import page, zip_of

NAR = "http://iptc.org/std/nar/2006-10-01/"
ITEM = (
    '<newsItem guid="urn:x:{n}" xmlns="{nar}"><contentMeta><headline>Pier {n}</headline></contentMeta><contentSet>'
    "<inlineData>The pier is closed.</inlineData></contentSet></newsItem>"
)


def opened(content: bytes, path: str = "x") -> list[Page | Link | RejectedPage]:
    return list(open_part(Part(io.BytesIO(content), Origin(path=path)), PageSettings()))


def test_a_wire_message_with_two_stories_is_two_pages_with_a_place_each() -> None:
    items = "".join(ITEM.format(n=n, nar=NAR) for n in range(2))
    found = opened(f'<newsMessage xmlns="{NAR}"><itemSet>{items}</itemSet></newsMessage>'.encode(), "desk.xml")
    assert [each.origin.place for each in found if isinstance(each, Page)] == ["desk.xml#1", "desk.xml#2"]
    assert {each.form for each in found if isinstance(each, Page)} == {"newsml_g2"}
    assert {each.content_type for each in found if isinstance(each, Page)} == {"application/xml"}


def test_the_type_that_came_with_a_page_is_kept_with_its_charset() -> None:
    part = Part(io.BytesIO(b"<p>x</p>"), Origin(url="https://example.org/a"), content_type="text/html; charset=koi8-r")
    (found,) = open_part(part, PageSettings())
    assert isinstance(found, Page)
    assert (found.form, found.content_type) == ("html", "text/html; charset=koi8-r")


def test_one_page_of_several_is_not_chosen_by_chance() -> None:
    found = load_page(zip_of({"a.html": page("A"), "b.html": page("B")}))
    assert isinstance(found, RejectedPage)
    assert found.rejection.reason == "several_pages"


def test_a_source_that_breaks_off_does_not_stop_the_next(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zip_of({"a.html": page()})[:50])
    (tmp_path / "b.html").write_bytes(page())
    broken, whole = find_sources([str(tmp_path)])
    assert isinstance(broken, RejectedPage)
    assert isinstance(whole, Page)
