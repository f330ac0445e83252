import gzip
import io
import json
import os
import struct
import zipfile
from pathlib import Path

import pytest

from onrecord.pages import PageSettings, find_sources
from onrecord.schema import Page, RejectedPage
from tests.unit.pages.containers import page, record, response, warc, zip_of, zipped_warc


def read(content: bytes, folder: Path, settings: PageSettings | None = None) -> list[Page | RejectedPage]:
    path = folder / "saved.zip"
    path.write_bytes(content)
    return list(find_sources([str(path)], settings))


def told(found: list[Page | RejectedPage]) -> list[tuple[str | None, str]]:
    """Each one's place in the archive, and "page" or the reason code."""
    return [
        (each.page.origin.member, each.rejection.reason)
        if isinstance(each, RejectedPage)
        else (each.origin.member, "page")
        for each in found
    ]


def wacz(archive: bytes, *pages: str) -> bytes:
    lines = [json.dumps({"format": "json-pages-1.0", "id": "pages"}), *(json.dumps({"url": url}) for url in pages)]
    members = {"archive/data.warc.gz": archive, "datapackage.json": b"{}", "indexes/index.cdx": b"x"}
    if pages:
        members["pages/pages.jsonl"] = "\n".join(lines).encode()
    return zip_of(members, zipfile.ZIP_STORED)


def test_every_file_of_a_zip_is_a_page_in_its_order(tmp_path: Path) -> None:
    members = {"b.html": page("B"), "below/a.txt": b"The pier is closed.", ".hidden": b"x", "__MACOSX/b.html": b"x"}
    found = read(zip_of(members), tmp_path)
    assert told(found) == [("b.html", "page"), ("below/a.txt", "page")]
    assert [each.form for each in found if isinstance(each, Page)] == ["html", "dump"]
    assert str(found[0].origin if isinstance(found[0], Page) else "").endswith("saved.zip/b.html")


def test_a_zip_through_a_pipe_is_read(tmp_path: Path) -> None:
    readable, writable = os.pipe()
    os.write(writable, zip_of({"a.html": page()}))
    os.close(writable)
    found = list(find_sources([f"/dev/fd/{readable}"]))
    os.close(readable)
    assert told(found) == [("a.html", "page")]


def test_what_holds_pages_may_lie_in_a_zip(tmp_path: Path) -> None:
    crawl = warc(record(response(page())))
    inner = zip_of({"a.html": page()})
    members = {"a.html.gz": gzip.compress(page()), "crawl.warc": crawl, "inner.zip": inner}
    found = read(zip_of(members), tmp_path)
    assert [place for place, _ in told(found)] == ["a.html.gz", f"crawl.warc#{len(warc())}", "inner.zip/a.html"]
    assert all(isinstance(each, Page) for each in found)


def test_boxes_in_boxes_are_opened_only_so_far(tmp_path: Path) -> None:
    content = page()
    for _ in range(6):
        content = zip_of({"in.zip": content})
    ((_, reason),) = told(read(content, tmp_path))
    assert reason == "too_deep"


def test_a_bomb_in_a_zip_is_refused_by_its_size_and_the_rest_is_read(tmp_path: Path) -> None:
    found = read(zip_of({"bomb.html": bytes(40_000_000), "a.html": page()}), tmp_path)
    assert told(found) == [("bomb.html", "too_large"), ("a.html", "page")]


def test_a_member_that_lies_about_its_size_is_still_refused(tmp_path: Path) -> None:
    content = bytearray(zip_of({"bomb.html": b"<p>" + bytes(300_000)}))
    entry = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, entry + 24, 100)
    ((_, reason),) = told(read(bytes(content), tmp_path, PageSettings(max_bytes=1000)))
    assert reason in ("too_large", "damaged", "truncated")


def test_members_that_cannot_be_read_are_rejected_alone(tmp_path: Path) -> None:
    content = zip_of({"a.html": page("A"), "b.html": page("B"), "c.html": page("C")})
    broken = bytearray(content)
    at = content.index(b"b.html") + 60
    broken[at : at + 30] = b"\xff" * 30
    locked = bytearray(broken)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(magic) + offset] |= 1
    assert told(read(bytes(locked), tmp_path)) == [("a.html", "encrypted"), ("b.html", "damaged"), ("c.html", "page")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zip_of({}), "empty_folder"),
        (zip_of({"a.html": page()})[:-10], "damaged"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "binary"),
        (zip_of({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"}), "binary"),
    ],
)
def test_what_is_no_archive_of_pages_says_so(content: bytes, reason: str, tmp_path: Path) -> None:
    assert [reason for _, reason in told(read(content, tmp_path))] == [reason]


def test_a_wacz_gives_the_pages_that_it_lists_and_not_their_frames(tmp_path: Path) -> None:
    archive = zipped_warc(
        record(response(page())), record(response(page("Advertisement")), "https://ads.example/frame")
    )
    found = read(wacz(archive, "https://example.org/pier#comments"), tmp_path)
    assert [str(each.origin) for each in found if isinstance(each, Page)] == ["https://example.org/pier"]
    assert (found[0].origin.member if isinstance(found[0], Page) else "").startswith("archive/data.warc.gz#")
    assert len(found) == 1


def test_a_wacz_without_a_list_gives_all_its_pages(tmp_path: Path) -> None:
    archive = zipped_warc(record(response(page())), record(response(page("B")), "https://example.org/b"))
    assert len(read(wacz(archive), tmp_path)) == 2


def test_a_listed_page_that_leads_elsewhere_is_what_it_leads_to(tmp_path: Path) -> None:
    redirect = record(response(b"", "302 Found", {"Location": "/pier"}), "https://example.org/old")
    found = read(wacz(zipped_warc(redirect, record(response(page()))), "https://example.org/old"), tmp_path)
    assert [str(each.origin) for each in found if isinstance(each, Page)] == ["https://example.org/pier"]
    assert len(found) == 1


def test_a_listed_page_that_no_warc_holds_is_missing(tmp_path: Path) -> None:
    found = read(wacz(zipped_warc(record(response(page()))), "https://example.org/gone"), tmp_path)
    (gone,) = found
    assert isinstance(gone, RejectedPage)
    assert (gone.rejection.reason, gone.page.origin.url) == ("missing", "https://example.org/gone")


def test_a_wacz_whose_warc_is_cut_gives_what_was_whole(tmp_path: Path) -> None:
    archive = zipped_warc(record(response(page())), record(response(page("B")), "https://example.org/b"))
    found = read(wacz(archive[:-60]), tmp_path)
    assert [reason for _, reason in told(found)] == ["page", "truncated"]


def test_many_files_are_refused_before_any_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.pages.archives.MOST_MEMBERS", 2)
    assert told(read(zip_of({"a": b"x", "b": b"x", "c": b"x"}), tmp_path)) == [(None, "too_large")]


def test_bytes_of_a_zip_are_read_in_memory() -> None:
    from onrecord.pages import load_page

    loaded = load_page(io.BytesIO(zip_of({"a.html": page()})).getvalue())
    assert isinstance(loaded, Page)
    assert (loaded.content, loaded.origin.path, loaded.origin.member) == (page(), None, "a.html")
