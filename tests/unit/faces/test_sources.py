"""From a crawl's file to the record and back, with the model: what a user of archives does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.store import open_store
from tests.unit.pages.containers import STORY, page, record, response, rss, zipped_warc

CRAWL = zipped_warc(
    record(response(page())),
    record(response(page("Page not found"), "404 Not Found"), "https://example.org/gone"),
    record(response(b"\x89PNG", headers={"Content-Type": "image/png"}), "https://example.org/pier.png"),
    record(response(page("Quay closed")), "https://example.org/quay"),
)


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(CRAWL)
    return path


def onrecord(*arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [
        sys.executable,
        "-c",
        "from onrecord.faces.cli.main import main; main()",
        *(str(argument) for argument in arguments),
    ]
    return subprocess.run(command, input=given, capture_output=True, check=False, timeout=300)


def test_reading_a_crawl_tells_for_each_page_where_it_came_from(crawl: Path) -> None:
    done = onrecord("read", crawl, "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1, done.stderr
    assert [line["page"]["origin"]["url"] for line in lines] == [
        "https://example.org/pier", "https://example.org/gone", "https://example.org/quay",
    ]  # fmt: skip
    pier, gone, _ = lines
    assert pier["page"]["origin"]["path"] == str(crawl)
    assert pier["page"]["origin"]["member"].startswith("#")
    assert pier["page"]["fetched_at"] == "2025-03-19T10:00:00Z"
    assert pier["article"]["url"] == "https://example.org/pier"
    assert any(
        "Nobody will walk on it" in content["text"] for said in pier["attributions"] for content in said["content"]
    )
    assert gone["rejection"]["reason"] == "http_status"


def test_adding_a_crawl_twice_adds_nothing(crawl: Path, tmp_path: Path) -> None:
    store = tmp_path / "record.db"
    first, second = onrecord("add", crawl, "--store", store), onrecord("add", crawl, "--store", store)
    assert b"2 pages added" in first.stderr, first.stderr
    assert b"0 pages added" in second.stderr, second.stderr
    with open_store(store) as opened:
        counts = opened.counts()
        assert len(list(opened.rejections())) == 1
    assert counts.pages == 2


def test_a_feed_through_standard_input_is_read() -> None:
    told = f"<description><![CDATA[{STORY * 3}]]></description>"
    feed = rss([f"<item><title>Pier</title><link>https://example.org/pier</link>{told}</item>"])
    done = onrecord("read", "-", "--json", given=feed)
    (line,) = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 0, done.stderr
    assert line["page"]["origin"] == {"url": "https://example.org/pier", "path": None, "member": "#1"}
