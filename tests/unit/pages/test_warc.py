import gzip
import io
import os
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc.stream_io import zstd_train_dictionary_from_samples

from onrecord.articles.decoding import decode_page
from onrecord.pages import PageSettings, find_sources
from onrecord.schema import Page, RejectedPage
from tests.unit.pages.containers import (
    STORY,
    brotli,
    page,
    record,
    response,
    rss,
    warc,
    zipped_warc,
    zstd,
)


def read(content: bytes, folder: Path, settings: PageSettings | None = None) -> list[Page | RejectedPage]:
    path = folder / "crawl"
    path.write_bytes(content)
    return list(find_sources([str(path)], settings))


def reasons(found: list[Page | RejectedPage]) -> list[str]:
    """What became of each: a page's address, or the reason code of its rejection."""
    return [each.rejection.reason if isinstance(each, RejectedPage) else str(each.origin) for each in found]


def zstd_warc(*records: bytes) -> bytes:
    return b"".join(zstd(each) for each in (warc(), *records))


@pytest.mark.parametrize("write", [warc, zipped_warc, zstd_warc])
def test_a_record_is_a_page_with_its_address_time_and_place(write: Callable[..., bytes], tmp_path: Path) -> None:
    first, second = record(response(page())), record(response(page("Ferries stop")), "https://example.org/ferries")
    found = read(write(first, second), tmp_path)
    assert reasons(found) == ["https://example.org/pier", "https://example.org/ferries"]
    pier = found[0]
    assert isinstance(pier, Page)
    assert pier.content == page()
    assert (pier.form, pier.content_type) == ("html", "text/html; charset=utf-8")
    assert pier.fetched_at == "2025-03-19T10:00:00Z"
    assert pier.origin.path == str(tmp_path / "crawl")
    assert len({found.origin.place for found in found if isinstance(found, Page)}) == 2


def test_the_place_is_the_byte_where_the_record_begins(tmp_path: Path) -> None:
    content = zipped_warc(record(response(page())))
    (found,) = read(content, tmp_path)
    assert isinstance(found, Page)
    assert found.origin.member is not None
    assert page() in gzip.decompress(content[int(found.origin.member.removeprefix("#")) :])


def test_a_warc_through_a_pipe_is_read_as_it_comes(tmp_path: Path) -> None:
    content = zipped_warc(record(response(page())))
    readable, writable = os.pipe()
    os.write(writable, content)
    os.close(writable)
    found = list(find_sources([f"/dev/fd/{readable}"]))
    os.close(readable)
    assert reasons(found) == ["https://example.org/pier"]


def test_the_charset_of_the_header_decodes_the_page(tmp_path: Path) -> None:
    body = "<html><p>Мэр закрыл причал</p></html>".encode("cp1251")
    (found,) = read(warc(record(response(body, headers={"content-type": "text/html;charset=windows-1251"}))), tmp_path)
    assert isinstance(found, Page)
    assert "Мэр закрыл причал" in decode_page(found)


def test_a_crawls_machinery_is_no_page(tmp_path: Path) -> None:
    machinery = (
        record(b"GET /pier HTTP/1.1\r\n\r\n", kind="request"),
        record(b"via: https://example.org/", kind="metadata"),
        record(response(b"\x89PNG", headers={"Content-Type": "image/png"}), "https://example.org/a.png"),
        record(response(b"{}", headers={"Content-Type": "application/json"}), "https://example.org/a.json"),
        record(response(b"User-agent: *", headers={"Content-Type": "text/plain"}), "https://example.org/robots.txt"),
        record(response(b"", "301 Moved", {"Location": "/pier", "Content-Type": "text/html"}), "https://example.org/p"),
        record(page(), "urn:text:https://example.org/pier", "resource"),
    )
    assert reasons(read(warc(*machinery, record(response(page()))), tmp_path)) == ["https://example.org/pier"]
    (none,) = read(warc(*machinery), tmp_path)
    assert isinstance(none, RejectedPage)
    assert none.rejection.reason == "no_pages"
    assert "8 records" in none.rejection.detail


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "500 Server Error", "206 Partial Content"])
def test_an_errors_page_is_rejected_by_its_status(status: str, tmp_path: Path) -> None:
    (found,) = read(warc(record(response(page(), status))), tmp_path)
    assert isinstance(found, RejectedPage)
    assert found.rejection.reason == "http_status"
    assert status in found.rejection.detail
    assert (found.page.origin.url, found.page.fetched_at) == ("https://example.org/pier", "2025-03-19T10:00:00Z")


def test_resources_and_conversions_are_pages_without_a_head(tmp_path: Path) -> None:
    text = record(b"North pier closed\n\nThe council closed it.", "https://example.org/t", "conversion",
                  {"Content-Type": "text/plain"})  # fmt: skip
    found = read(warc(record(page(), "file:///saved/pier.html", "resource"), text), tmp_path)
    assert [each.form for each in found if isinstance(each, Page)] == ["html", "dump"]


def test_a_revisit_is_nothing_new_where_the_visit_is_in_the_file(tmp_path: Path) -> None:
    digest = {"WARC-Payload-Digest": "sha1:AAAA"}
    visit = record(response(page()), headers=digest)
    revisit = record(response(b""), kind="revisit", headers={**digest, "WARC-Refers-To-Date": "2025-03-18T10:00:00Z"})
    assert reasons(read(warc(visit, revisit), tmp_path)) == ["https://example.org/pier"]
    (alone,) = read(warc(revisit), tmp_path)
    assert isinstance(alone, RejectedPage)
    assert alone.rejection.reason == "revisit"
    assert "2025-03-18T10:00:00Z" in alone.rejection.detail


def test_a_page_that_the_crawler_cut_is_rejected(tmp_path: Path) -> None:
    cut = record(response(page()[:400]), headers={"WARC-Truncated": "length"})
    segment = record(response(page()), headers={"WARC-Segment-Number": "1"})
    broken = record(response(page()[:400], headers={"Content-Type": "text/html", "Content-Length": f"{len(page())}"}))
    assert reasons(read(warc(cut, segment, broken), tmp_path)) == ["truncated", "segmented", "truncated"]


@pytest.mark.parametrize("write", [warc, zipped_warc])
def test_wherever_a_file_is_cut_the_whole_pages_are_read_and_the_rest_is_said(
    write: Callable[..., bytes], tmp_path: Path
) -> None:
    records = [record(response(page(f"Pier {n}")), f"https://example.org/{n}") for n in range(2)]
    starts = [len(write(*records[:n])) for n in range(3)]
    content = write(*records)
    for cut in [*range(starts[1] + 1, starts[2] - 4, 23), starts[2] - 5]:
        found = reasons(read(content[:cut], tmp_path))
        assert found[0] == "https://example.org/0", cut
        assert found[-1] in ("truncated", "damaged"), (cut, found)
        assert len(found) == 2 or cut > starts[2] - 20, (cut, found)  # only the checksum of the last page is missing


def test_a_zstd_file_that_is_cut_says_so(tmp_path: Path) -> None:
    pages = (page(f"Pier {n}", STORY + os.urandom(20_000).hex()) for n in range(5))
    content = zstd_warc(*(record(response(body), f"https://example.org/{n}") for n, body in enumerate(pages)))
    found = reasons(read(content[:-100], tmp_path))
    assert found[:2] == ["https://example.org/0", "https://example.org/1"]
    assert found[-1] == "truncated"


def test_a_file_that_ends_at_the_last_byte_of_a_page_is_whole(tmp_path: Path) -> None:
    assert reasons(read(warc(record(response(page()))).rstrip(), tmp_path)) == ["https://example.org/pier"]


def test_what_is_broken_in_the_middle_ends_the_file(tmp_path: Path) -> None:
    content = bytearray(zipped_warc(record(response(page())), record(response(page("B")), "https://example.org/b")))
    second = content.rindex(b"\x1f\x8b\x08")
    content[second + 40 : second + 60] = bytes(20)
    found = reasons(read(bytes(content), tmp_path))
    assert found[0] == "https://example.org/pier"
    assert found[1] in ("damaged", "truncated")


def test_files_joined_end_to_end_are_one(tmp_path: Path) -> None:
    a, b = record(response(page("A")), "https://example.org/a"), record(response(page("B")), "https://example.org/b")
    assert reasons(read(zipped_warc(a) + zipped_warc(b), tmp_path)) == [
        "https://example.org/a",
        "https://example.org/b",
    ]


def test_a_warc_compressed_as_one_stream_is_read(tmp_path: Path) -> None:
    content = warc(record(response(page("A")), "https://example.org/a"), record(response(page("B"))))
    assert reasons(read(gzip.compress(content), tmp_path)) == ["https://example.org/a", "https://example.org/pier"]


CHUNKED = b"".join(
    b"%x;x=1\r\n%s\r\n" % (len(page()[n : n + 99]), page()[n : n + 99]) for n in range(0, len(page()), 99)
)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(page()), {"Content-Encoding": "gzip"}),
        (gzip.compress(page()), {"content-encoding": "x-gzip"}),
        (zlib.compress(page()), {"Content-Encoding": "deflate"}),
        (zlib.compress(page(), wbits=-15), {"Content-Encoding": "deflate"}),
        (brotli(page()), {"Content-Encoding": "br"}),
        (zstd(page()), {"Content-Encoding": "zstd"}),
        (gzip.compress(brotli(page())), {"Content-Encoding": "br, gzip"}),
        (CHUNKED + b"0\r\n\r\n", {"Transfer-Encoding": "chunked"}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(page(), mtime=0)), gzip.compress(page(), mtime=0)),
         {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        # kept decoded, with the headers of before
        (page(), {"Content-Encoding": "gzip"}),
        (page(), {"Content-Encoding": "br"}),
        (page(), {"Content-Encoding": "deflate"}),
        (page(), {"Transfer-Encoding": "chunked"}),
        (page(), {"Content-Encoding": "UTF-8"}),
    ],
)  # fmt: skip
def test_what_http_did_to_the_body_is_undone(body: bytes, headers: dict[str, str], tmp_path: Path) -> None:
    (found,) = read(warc(record(response(body, headers={"Content-Type": "text/html", **headers}))), tmp_path)
    assert isinstance(found, Page), found
    assert found.content == page()


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        (gzip.compress(page())[:-30], {"Content-Encoding": "gzip"}, "truncated"),
        (zstd(page())[:-30], {"Content-Encoding": "zstd"}, "truncated"),
        (CHUNKED, {"Transfer-Encoding": "chunked"}, "truncated"),
        (CHUNKED[:-50], {"Transfer-Encoding": "chunked"}, "truncated"),
        (b"\x1f\x8b\x08\x00garbage garbage", {"Content-Encoding": "gzip"}, "damaged"),
        (zlib.compress(page())[:-30], {"Content-Encoding": "deflate"}, "truncated"),
        (b"nonsense", {"Content-Encoding": "br"}, "damaged"),
        (page(), {"Content-Encoding": "compress"}, "not_supported"),
        (gzip.compress(bytes(30_000_000)), {"Content-Encoding": "gzip"}, "too_large"),
        (zlib.compress(bytes(30_000_000)), {"Content-Encoding": "deflate"}, "too_large"),
        (zstd(bytes(30_000_000)), {"Content-Encoding": "zstd"}, "too_large"),
        (brotli(bytes(30_000_000)), {"Content-Encoding": "br"}, "too_large"),
        (gzip.compress(gzip.compress(bytes(30_000_000))), {"Content-Encoding": "gzip, gzip"}, "too_large"),
    ],
)
def test_a_body_that_cannot_be_undone_says_why(
    body: bytes, headers: dict[str, str], reason: str, tmp_path: Path
) -> None:
    bad = record(response(body, headers={"Content-Type": "text/html", **headers}))
    found = read(warc(bad, record(response(page()), "https://example.org/next")), tmp_path)
    assert reasons(found) == [reason, "https://example.org/next"]


@pytest.mark.parametrize(
    "block",
    [
        b"HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n" + page(),
        b"HTTP/2 200 \nContent-Type: text/html\n\n" + page(),
        b"HTTP/1.0 200 OK\r\ncontent-TYPE:text/html;\r\n charset=utf-8\r\n\r\n" + page(),
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(),
        b"HTTP/1.1 200 OK\r\nno colon here\r\nX-\xe9: \xff\r\nContent-Type: text/html\r\n\r\n" + page(),
        b"HTTP/1.1 200 OK\r\n\r\n" + page(),
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999999999999\r\n\r\n" + page(),
        page(),
    ],
)
def test_heads_as_servers_really_send_them(block: bytes, tmp_path: Path) -> None:
    (found,) = read(warc(record(block)), tmp_path)
    assert isinstance(found, Page), found
    assert found.content == page()


def test_addresses_in_angle_brackets_are_addresses(tmp_path: Path) -> None:
    assert reasons(read(warc(record(response(page()), "<https://example.org/pier>")), tmp_path)) == [
        "https://example.org/pier"
    ]


def test_a_page_above_the_limit_is_rejected_and_the_next_is_read(tmp_path: Path) -> None:
    large = record(response(page() + bytes(100_000)), "https://example.org/large")
    found = read(warc(large, record(response(page()))), tmp_path, PageSettings(max_bytes=90_000))
    assert reasons(found) == ["too_large", "https://example.org/pier"]


def test_a_feed_in_a_crawl_gives_its_entries(tmp_path: Path) -> None:
    feed = rss([f"<item><title>A</title><link>https://example.org/a</link><description><![CDATA[{STORY * 3}]]>"
                "</description></item>"])  # fmt: skip
    found = read(warc(record(response(feed, headers={"Content-Type": "application/rss+xml"}))), tmp_path)
    assert reasons(found) == ["https://example.org/a"]
    assert isinstance(found[0], Page)
    assert (found[0].origin.member or "").endswith("#1")


def test_wire_copy_in_a_crawl_is_a_page_and_other_xml_is_not(tmp_path: Path) -> None:
    xml = {"Content-Type": "text/xml"}
    nitf = record(response(b"<nitf><body><body.content><p>No.</p></body.content></body></nitf>", headers=xml))
    other = record(response(b"<settings><a/></settings>", headers=xml), "https://example.org/settings.xml")
    found = read(warc(nitf, other), tmp_path)
    assert reasons(found) == ["https://example.org/pier"]


def test_a_zstd_file_with_a_dictionary_of_its_own_is_read(tmp_path: Path) -> None:
    records = [record(response(page(f"Pier {n}")), f"https://example.org/{n}") for n in range(40)]
    dictionary = zstd_train_dictionary_from_samples(records * 20, 8000)
    frames = b"".join(zstd(each, dictionary) for each in records)
    head = b"\x5d\x2a\x4d\x18" + len(dictionary).to_bytes(4, "little") + dictionary
    assert len(reasons(read(head + frames, tmp_path))) == 40


def test_memory_stays_flat_over_many_records(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    body = page(body=STORY * 200)
    with path.open("wb") as file:
        for n in range(300):
            file.write(gzip.compress(record(response(body), f"https://example.org/{n}"), 1))
    tracemalloc.start()
    assert sum(isinstance(each, Page) for each in find_sources([str(path)])) == 300
    assert tracemalloc.get_traced_memory()[1] < 6 * len(body)
    tracemalloc.stop()


def test_warcio_writes_what_is_read_here(tmp_path: Path) -> None:
    writer = pytest.importorskip("warcio.warcwriter", reason="warcio isn't installed: it is one of the dev tools")
    from warcio.statusandheaders import StatusAndHeaders

    with (tmp_path / "x.warc.gz").open("wb") as file:
        archive = writer.WARCWriter(file, gzip=True)
        for n in range(3):
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            archive.write_record(
                archive.create_warc_record(
                    f"https://example.org/{n}", "response", payload=io.BytesIO(page()), http_headers=head
                )
            )
    found = list(find_sources([str(tmp_path / "x.warc.gz")]))
    assert reasons(found) == [f"https://example.org/{n}" for n in range(3)]
    assert all(isinstance(each, Page) and each.content == page() for each in found)
