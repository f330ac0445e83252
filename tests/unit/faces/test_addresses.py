"""Addresses on the command line: pages from a site on this machine, read and added like files."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from onrecord.faces.cli.application import app
from onrecord.pages.fetching import shared_fetcher
from tests.unit.pages.fetching.sites import Handler, Reply, site

STORY = b"""<html lang="en"><head><title>Bridge opens</title></head><body><article><h1>Bridge opens on Monday</h1>
<p>The mayor of the town, Ada Holm, said on Monday that the bridge would open and that it was safe for everyone.</p>
<p>"We waited long enough," she told reporters at the river bank. "It is done and it is good for the town."</p>
<p>The council denied that the work had cost more than was planned for it in the year before.</p>
</article></body></html>"""


def test_a_page_at_an_address_is_read_with_its_address_and_time():
    with site({"/story": Reply(body=STORY)}) as news:
        url = news.url("/story", host="127.0.0.1")
        result = CliRunner().invoke(
            app, ["read", "--json", url, "--allow-private", "--contact", "mailto:desk@example.org"]
        )
    assert result.exit_code == 0, result.output
    page = json.loads(result.stdout)["page"]
    assert page["origin"]["url"] == url
    assert page["fetched_at"].endswith("Z")
    assert "(+mailto:desk@example.org)" in news.requests[-1].headers["User-Agent"]


def test_what_can_not_be_fetched_is_rejected_with_the_remedy_and_the_rest_is_added(tmp_path: Path):
    store = tmp_path / "record.db"
    with site({"/story": Reply(body=STORY)}, robots=Reply(body=b"User-agent: *\nDisallow: /closed")) as news:
        sources = [news.url(path, host="127.0.0.1") for path in ("/closed", "/lost", "/story")]
        result = CliRunner().invoke(app, ["add", *sources, "--allow-private", "--store", str(store)])
    assert result.exit_code == 1
    assert "/closed: forbidden by robots: " in result.stderr
    assert "/lost: not found: " in result.stderr
    assert "1 page added" in result.stderr
    assert "2 rejected" in result.stderr


def test_this_machine_is_not_asked_unless_that_is_allowed():
    with site() as news:
        result = CliRunner().invoke(app, ["read", news.url(host="localhost")])
    assert result.exit_code == 1
    assert "private address" in result.stderr
    assert "--allow-private" in result.stderr
    assert news.asked == []


def test_a_page_added_before_is_asked_after_and_not_sent_again(tmp_path: Path):
    def answer(asked: Handler) -> Reply:
        unchanged = asked.headers.get("If-None-Match") == '"v1"'
        return Reply(304) if unchanged else Reply(body=STORY, headers={"ETag": '"v1"'})

    store = str(tmp_path / "record.db")
    with site({"/story": answer}) as news:
        add = ["add", news.url("/story", host="127.0.0.1"), "--allow-private", "--store", store]
        for told in ("1 page added", "1 already known"):
            shared_fetcher.cache_clear()
            result = CliRunner().invoke(app, add)
            assert told in result.stderr
        assert "If-None-Match" in news.requests[-1].headers
