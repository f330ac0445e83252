"""Pages from sites on this machine: what is asked for, how politely, and how each failure is said."""

import gzip
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.pages.fetching import FetchedBytes, FetchSettings, transport
from onrecord.pages.fetching.fetcher import Fetcher
from onrecord.pages.fetching.memory import RecentPages
from onrecord.pages.fetching.surroundings import Surroundings
from onrecord.schema import Page, RejectedPage, Rejection
from onrecord.version import VERSION
from tests.unit.pages.fetching.sites import STORY, Handler, Reply, Site, World, site


@pytest.fixture
def world() -> World:
    return World()


def reason(found: Page | RejectedPage) -> str:
    assert isinstance(found, RejectedPage), "a page came where none should"
    assert found.rejection.stage == "pages"
    assert len(found.rejection.detail) > 20
    return found.rejection.reason


def content(found: Page | RejectedPage) -> bytes:
    assert isinstance(found, Page), found.rejection
    return found.content


def test_a_page_comes_with_its_address_time_and_type(world: World):
    with site() as news, world.fetcher() as fetcher:
        page = fetcher.page(news.url("/#comments"))
    assert isinstance(page, Page)
    assert page.content == STORY
    assert page.origin.url == news.url("/")
    assert page.fetched_at == "2026-03-02T12:00:00Z"
    assert page.content_type == "text/html; charset=utf-8"


def test_we_say_who_we_are(world: World):
    with site() as news, world.fetcher(contact="mailto:desk@example.org") as fetcher:
        fetcher.page(news.url())
    assert {handler.headers["User-Agent"] for handler in news.requests} == {
        f"OnRecord/{VERSION} (+mailto:desk@example.org)"
    }
    assert FetchSettings(contact="a\r\nHost: b").user_agent == f"OnRecord/{VERSION} (+aHost: b)"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (404, "not_found"), (410, "not_found"), (403, "forbidden"), (401, "forbidden"), (451, "forbidden"),
        (500, "server_error"), (400, "refused"), (302, "server_error"), (304, "refused"),
    ],
)  # fmt: skip
def test_each_refusal_has_its_reason(world: World, status: int, expected: str):
    with site({"/": Reply(status)}) as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url())) == expected


def test_a_name_without_a_server_is_said_and_not_asked_again(world: World):
    with world.fetcher() as fetcher:
        assert reason(fetcher.page("https://lost.example/story")) == "name_not_resolved"
        assert reason(fetcher.page("https://lost.example/other")) == "name_not_resolved"
    assert world.looked_up == ["lost.example"]


def test_a_server_that_is_down_is_tried_again_before_it_is_given_up(world: World):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with world.fetcher() as fetcher:
        assert reason(fetcher.page(f"http://news.example:{port}/")) == "unreachable"
    assert world.slept == [0.75, 1.5]


@pytest.mark.parametrize("media_type", ["application/pdf", "image/jpeg", "video/mp4"])
def test_what_is_no_page_is_named_before_it_is_sent(world: World, media_type: str):
    endless = Reply(headers={"Content-Type": media_type}, pieces=iter([b"x" * 1000] * 100_000))
    with site({"/": endless}) as news, world.fetcher() as fetcher:
        found = fetcher.page(news.url())
        assert reason(found) == "not_a_page"
        news.pages["/"] = Reply(headers={"Content-Type": media_type}, body=b"%PDF")
        assert isinstance(fetcher.fetch(news.url()), FetchedBytes)
    assert isinstance(found, RejectedPage)
    assert ("PDF" in found.rejection.detail) == (media_type == "application/pdf")


@pytest.mark.parametrize("media_type", ["text/plain", "application/rss+xml", "application/warc", "application/zip", ""])
def test_what_may_hold_pages_comes_as_it_is(world: World, media_type: str):
    with site({"/": Reply(headers={"Content-Type": media_type}, body=b"text")}) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url())) == b"text"


# --- redirects ---


def test_redirects_are_followed_and_the_last_address_is_the_pages(world: World):
    pages = {
        "/a": Reply(301, headers={"Location": "b?x=1"}),
        "/b?x=1": Reply(302, headers={"Location": "/c"}),
        "/c": Reply(),
    }
    with site(pages) as news, world.fetcher() as fetcher:
        fetched = fetcher.fetch(news.url("/a"))
    assert isinstance(fetched, FetchedBytes)
    assert (fetched.url, fetched.asked) == (news.url("/c"), news.url("/a"))
    assert news.pages_asked == ["/a", "/b?x=1", "/c"]


def test_a_circle_of_redirects_ends_where_it_closes(world: World):
    pages = {"/a": Reply(302, headers={"Location": "/b"}), "/b": Reply(302, headers={"Location": "/a"})}
    with site(pages) as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url("/a"))) == "too_many_redirects"
    assert news.pages_asked == ["/a", "/b"]


def test_ten_redirects_are_followed_and_eleven_are_not(world: World):
    pages = {f"/{n}": Reply(302, headers={"Location": f"/{n + 1}"}) for n in range(11)} | {"/11": Reply()}
    with site(pages) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url("/1"))) == STORY
        assert reason(fetcher.page(news.url("/0"))) == "too_many_redirects"


def test_a_page_that_wants_its_cookie_back_gets_it_and_the_next_does_not(world: World):
    def welcome(handler: Handler) -> Reply:
        cookie = {"Location": "/", "Set-Cookie": "seen=1; Path=/"}
        return Reply() if "seen=1" in handler.headers.get("Cookie", "") else Reply(302, headers=cookie)

    with site({"/": welcome, "/next": Reply()}) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url())) == STORY
        fetcher.page(news.url("/next"))
    assert news.requests[-1].headers.get("Cookie") is None


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("ftp://news.example/a", "invalid_url"), ("javascript:alert(1)", "invalid_url"),
        ("file:///etc/passwd", "invalid_url"),
        ("http://me:secret@news.example/", "invalid_url"), ("http://news.example:22/", "invalid_url"),
        ("http://[::1", "invalid_url"), ("http://lost.example/", "name_not_resolved"),
    ],
)  # fmt: skip
def test_a_redirect_is_checked_like_an_address_that_was_typed(world: World, location: str, expected: str):
    with site({"/": Reply(302, headers={"Location": location})}) as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url())) == expected


def test_every_hop_obeys_its_own_sites_rules(world: World):
    closed = Reply(body=b"User-agent: *\nDisallow: /")
    with site(robots=closed) as other, site({"/": Reply(302, headers={"Location": other.url()})}) as news:
        with world.fetcher() as fetcher:
            assert reason(fetcher.page(news.url())) == "forbidden_by_robots"
        assert other.asked == ["/robots.txt"]


# --- only public addresses ---


def test_a_private_address_is_refused_without_being_asked(world: World):
    with site() as news, world.fetcher(allow_private=False) as fetcher:
        assert reason(fetcher.page(news.url())) == "private_address"
        assert reason(fetcher.page(news.url(host="127.0.0.1"))) == "private_address"
        assert reason(fetcher.page(news.url(host="localhost."))) == "private_address"
    assert news.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "127.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "10.0.0.1", "192.168.1.1",
        "172.31.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "0", "224.0.0.1", "255.255.255.255", "198.18.0.1",
        "192.0.0.8",
        "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:8.8.8.8]", "[::127.0.0.1]", "[fe80::1]", "[fd00:ec2::254]",
        "[ff02::1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[2001:db8::1]",
        "[100::1]",
        "127.0.0.1.", "168.63.129.16",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_address_is_connected_to(host: str, monkeypatch: pytest.MonkeyPatch):
    def connect(*_: object, **__: object) -> socket.socket:
        raise AssertionError("connected")

    monkeypatch.setattr(socket, "create_connection", connect)
    with Fetcher(FetchSettings(), surroundings=Surroundings(sleep=lambda _: None)) as fetcher:
        assert reason(fetcher.page(f"http://{host}/")) == "private_address"


@pytest.mark.parametrize(
    "url",
    [
        "http://134744072/", "http://010.8.8.8/", "http://8.8.8.8.8/", "http://①②⑦.0.0.1/", "http://[fe80::1%25eth0]/", "ftp://a.example/",
        "http://a@b.example/", "http://b.example\\@a.example/", "http://", "http:///a", "http://a..example/", "http://-a.example/",
        "http://a.example:99999/", "http://a.example:x/", "http://a.example:25/", "http://exa mple.com/", "http://a.example/\n",
        "http://" + "a" * 300, "http://a.example/" + "a" * 9000, "//a.example/", "http://%31%32%37.0.0.1/", "http://a\u3002example:1/",
    ],
)  # fmt: skip
def test_odd_addresses_are_refused_as_such(world: World, url: str):
    with world.fetcher(max_attempts=1) as fetcher:
        found = fetcher.page(url if "\n" not in url else url.replace("\n", "\nb"))
    assert reason(found) == "invalid_url"
    assert world.looked_up == []


def test_passwords_are_not_kept_with_the_refusal(world: World):
    with world.fetcher() as fetcher:
        found = fetcher.page("https://reader:secret@news.example/story")
    assert "secret" not in str(found)
    assert str(found.page.origin if isinstance(found, RejectedPage) else "") == "https://news.example/story"


def connections(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Refuse every connection, and list where they would have gone."""
    made: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        made.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "create_connection", connect)
    return made


def test_the_connection_goes_to_the_address_that_was_judged(world: World, monkeypatch: pytest.MonkeyPatch):
    """A name that is public when it is checked and private when it is connected to ("rebinding")."""
    made = connections(monkeypatch)
    world.names["news.example"] = [["93.184.215.14"], ["127.0.0.1"]]
    with world.fetcher(allow_private=False, max_attempts=1) as fetcher:
        assert reason(fetcher.page("http://news.example/")) == "unreachable"
    assert made == [("93.184.215.14", 80)]
    assert world.looked_up == ["news.example"]


def test_private_addresses_among_public_ones_are_left_out(world: World, monkeypatch: pytest.MonkeyPatch):
    made = connections(monkeypatch)
    world.names["news.example"] = [["10.0.0.1", "93.184.215.14", "::1", "2606:4700::1111"]]
    with world.fetcher(allow_private=False, max_attempts=1) as fetcher:
        assert reason(fetcher.page("https://news.example/")) == "unreachable"
    assert made == [("93.184.215.14", 443), ("2606:4700::1111", 443)]


def test_the_name_is_judged_anew_at_every_connection(world: World, monkeypatch: pytest.MonkeyPatch):
    made = connections(monkeypatch)
    world.names["news.example"] = [["93.184.215.14"], ["127.0.0.1"]]
    with world.fetcher(allow_private=False, max_attempts=2) as fetcher:
        assert reason(fetcher.page("http://news.example/")) == "private_address"
    assert made == [("93.184.215.14", 80)]


def test_a_hop_to_a_private_address_is_refused(world: World, monkeypatch: pytest.MonkeyPatch):
    """The first hop is taken for public, the second is what a feed from a stranger would lead to."""
    monkeypatch.setattr(transport, "is_public", lambda address: str(address) == "127.0.0.1")
    world.names["10.0.0.1"] = [["10.0.0.1"]]
    moved = Reply(302)
    with site() as inner, site({"/": moved}) as news, world.fetcher(allow_private=False) as fetcher:
        moved.headers["Location"] = inner.url(host="10.0.0.1")
        assert reason(fetcher.page(news.url())) == "private_address"
    assert inner.asked == []


def test_proxies_and_passwords_of_the_environment_are_not_used(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    with site() as proxy, site() as news, world.fetcher() as fetcher:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url(host="127.0.0.1"))
        (tmp_path / ".netrc").write_text("default login me password secret")
        monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
        assert content(fetcher.page(news.url())) == STORY
        assert proxy.asked == []
        assert all(handler.headers.get("Authorization") is None for handler in news.requests)


# --- limits ---


def bomb(compress: Callable[[], object]) -> Iterator[bytes]:
    compressor = compress()
    for _ in range(3_000):
        yield compressor.compress(b"\x00" * 1_000_000)  # type: ignore[attr-defined]


def _brotli() -> object:
    import brotli

    class Compressor:
        def __init__(self) -> None:
            self._inner = brotli.Compressor(quality=1)

        def compress(self, data: bytes) -> bytes:
            return self._inner.process(data) + self._inner.flush()

    return Compressor()


def _zstd() -> object:
    from backports.zstd import ZstdCompressor

    return ZstdCompressor()


BOMBS: dict[str, Callable[[], object]] = {
    "gzip": lambda: zlib.compressobj(9, zlib.DEFLATED, 31), "deflate": lambda: zlib.compressobj(9), "br": _brotli,
    "zstd": _zstd,
}  # fmt: skip


@pytest.mark.parametrize("coding", BOMBS)
def test_a_decompression_bomb_is_refused_while_it_comes(world: World, coding: str):
    sent: list[int] = []

    def pieces() -> Iterator[bytes]:
        for piece in bomb(BOMBS[coding]):
            sent.append(len(piece))
            yield piece

    with site({"/": Reply(headers={"Content-Encoding": coding}, pieces=pieces())}) as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url())) == "too_large"
    assert len(sent) < 2_900


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_offered_can_be_read(world: World, coding: str):
    import brotli
    from backports import zstd

    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstd.compress}[coding](
        STORY
    )
    with site({"/": Reply(headers={"Content-Encoding": coding}, body=packed)}) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url())) == STORY
    assert coding in news.requests[-1].headers["Accept-Encoding"]


@pytest.mark.parametrize("coding", ["gzip, gzip", "compress", "gzip"])
def test_what_can_not_be_decompressed_is_damaged(world: World, coding: str):
    with site({"/": Reply(headers={"Content-Encoding": coding})}) as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url())) == "damaged"


@pytest.mark.parametrize("announced", [True, False])
def test_a_page_over_the_limit_is_refused(world: World, announced: bool):
    huge = Reply(body=b"x" * 2_000) if announced else Reply(pieces=iter([b"x" * 100] * 20))
    with site({"/": huge, "/fits": Reply(body=b"x" * 1_000)}) as news, world.fetcher(max_bytes=1_000) as fetcher:
        assert reason(fetcher.page(news.url())) == "too_large"
        assert len(content(fetcher.page(news.url("/fits")))) == 1_000


def test_bytes_that_decompress_to_nothing_count(world: World):
    """An endless gzip file of empty blocks never gives a page, and never ends."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
    empty = compressor.compress(b"") + compressor.flush(zlib.Z_FULL_FLUSH)

    def pieces() -> Iterator[bytes]:
        yield empty
        while True:
            yield b"\x00\x00\x00\xff\xff" * 10_000  # deflate's empty block

    endless = Reply(headers={"Content-Encoding": "gzip"}, pieces=pieces())
    with site({"/": endless}) as news, world.fetcher(max_bytes=100_000) as fetcher:
        assert reason(fetcher.page(news.url())) == "too_large"


def test_a_page_that_drips_is_cut_off_in_time():
    """Each piece comes soon enough, the page never."""

    def drip() -> Iterator[bytes]:
        while True:
            time.sleep(0.05)
            yield b"x"

    settings = FetchSettings(allow_private=True, max_seconds=0.4)
    with site({"/": Reply(pieces=drip())}) as news, Fetcher(settings) as fetcher:
        started = time.monotonic()
        assert reason(fetcher.page(news.url(host="127.0.0.1"))) == "timed_out"
        assert time.monotonic() - started < 2


def test_a_server_that_never_answers_is_timed_out():
    settings = FetchSettings(allow_private=True, max_seconds=0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent, Fetcher(settings) as fetcher:
        assert reason(fetcher.page(f"http://127.0.0.1:{silent.getsockname()[1]}/")) == "timed_out"


def test_a_name_service_that_never_answers_is_waited_for_no_longer_than_the_limit():
    held = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        held.wait(5)
        return ["127.0.0.1"]

    surroundings = Surroundings(resolve=resolve, sleep=lambda _: None)
    with Fetcher(FetchSettings(max_seconds=0.1, max_attempts=1), surroundings=surroundings) as fetcher:
        assert reason(fetcher.page("http://news.example/")) == "name_not_resolved"
    held.set()


# --- manners ---


def test_a_busy_server_is_asked_again_later_each_time(world: World):
    with site({"/": [Reply(503), Reply(429), Reply()]}) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url())) == STORY
    assert world.slept == [0.75, 0.25, 1.5]  # back off, fill up the pause of a second, back off twice as long
    assert news.pages_asked == ["/"] * 3


@pytest.mark.parametrize(("status", "expected"), [(503, "server_error"), (429, "too_many_requests")])
def test_a_server_that_stays_busy_is_given_up(world: World, status: int, expected: str):
    with site({"/": Reply(status)}) as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url())) == expected
    assert news.pages_asked == ["/"] * 3


@pytest.mark.parametrize("wish", ["7", "Mon, 02 Mar 2026 12:00:07 GMT"])
def test_the_server_may_say_when(world: World, wish: str):
    with site({"/": [Reply(429, headers={"Retry-After": wish}), Reply()]}) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url())) == STORY
    assert world.slept == [7.0]


def test_a_wish_for_more_than_we_wait_ends_it(world: World):
    with site({"/": Reply(503, headers={"Retry-After": "3600"})}) as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url())) == "server_error"
    assert world.slept == []
    assert news.pages_asked == ["/"]


def test_a_connection_that_breaks_off_is_made_again(world: World):
    cut = Reply(headers={"Content-Length": "1000", "Connection": "close"}, body=STORY)
    with site({"/": [cut, Reply()]}) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url())) == STORY


def test_a_host_is_asked_once_a_second_and_others_meanwhile(world: World):
    with site({"/a": Reply(), "/b": Reply()}) as news, world.fetcher() as fetcher:
        fetcher.page(news.url("/a"))
        assert world.slept == []
        fetcher.page(news.url("/a", host="other.example"))
        assert world.slept == []
        fetcher.page(news.url("/b"))
        assert world.slept == [1.0]


# --- robots.txt ---


def rules(text: str, status: int = 200) -> Reply:
    return Reply(status, body=text.encode(), headers={"Content-Type": "text/plain"})


def test_robots_txt_is_obeyed_and_asked_for_once(world: World):
    robots = rules("User-agent: *\nDisallow: /closed\nAllow: /closed/but-this\n")
    pages: dict[str, Reply] = {"/open": Reply(), "/closed/but-this": Reply(), "/closed/a": Reply()}
    with site(pages, robots) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url("/open"))) == STORY
        assert content(fetcher.page(news.url("/closed/but-this"))) == STORY
        assert reason(fetcher.page(news.url("/closed/a"))) == "forbidden_by_robots"
    assert news.asked == ["/robots.txt", "/open", "/closed/but-this"]


def test_a_rule_may_be_for_us_alone(world: World):
    against_us = rules("User-agent: onrecord\nDisallow: /\n\nUser-agent: *\nAllow: /")
    for_us = rules("User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nAllow: /")
    with site(robots=against_us) as one, site(robots=for_us) as other, world.fetcher() as fetcher:
        assert reason(fetcher.page(one.url())) == "forbidden_by_robots"
        assert content(fetcher.page(other.url())) == STORY


@pytest.mark.parametrize("status", [404, 403, 401, 410])
def test_a_site_without_rules_may_be_read(world: World, status: int):
    with site(robots=Reply(status)) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url())) == STORY


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_that_can_not_say_its_rules_is_not_read(world: World, status: int):
    with site(robots=Reply(status)) as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url())) == "robots_unreachable"
    assert news.pages_asked == []


def test_rules_may_be_elsewhere(world: World):
    with site({"/rules": rules("User-agent: *\nDisallow: /")}) as other:
        moved = Reply(301, headers={"Location": other.url("/rules", host="other.example")})
        with site(robots=moved) as news, world.fetcher() as fetcher:
            assert reason(fetcher.page(news.url())) == "forbidden_by_robots"


def test_rules_that_are_always_elsewhere_are_no_rules(world: World):
    with site(robots=Reply(302, headers={"Location": "/robots.txt"})) as news, world.fetcher() as fetcher:
        assert content(fetcher.page(news.url())) == STORY
    assert len(news.asked) == 7


def test_endless_rules_are_read_up_to_half_a_megabyte(world: World):
    def endless() -> Iterator[bytes]:
        yield b"User-agent: *\nDisallow: /closed\n"
        while True:
            yield b"# more\n" * 1_000

    pages: dict[str, Reply] = {"/closed": Reply(), "/": Reply()}
    with site(pages, robots=lambda _: Reply(pieces=endless())) as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url("/closed"))) == "forbidden_by_robots"
        assert content(fetcher.page(news.url())) == STORY


@pytest.mark.parametrize(
    ("text", "pause"),
    [("Crawl-delay: 5", 5.0), ("Crawl-delay: 9999", 30.0), ("Request-rate: 1/10s", 10.0), ("Crawl-delay: 0", 1.0)],
)
def test_the_pause_that_a_site_wants_is_kept_within_reason(world: World, text: str, pause: float):
    with site(robots=rules(f"User-agent: *\n{text}\n")) as news, world.fetcher() as fetcher:
        fetcher.page(news.url())
        fetcher.page(news.url())
    assert world.slept == [pause]


# --- what hasn't changed ---


@pytest.mark.parametrize(("mark", "question"), [("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")])
def test_a_page_that_has_not_changed_is_not_sent_again(world: World, mark: str, question: str):
    marked = '"v1"' if mark == "ETag" else "Mon, 02 Mar 2026 08:00:00 GMT"

    def answer(handler: Handler) -> Reply:
        unchanged = handler.headers.get(question) == marked
        return Reply(304) if unchanged else Reply(headers={mark: marked})

    with site({"/": answer}) as news, world.fetcher(RecentPages()) as fetcher:
        first, second = fetcher.page(news.url()), fetcher.page(news.url())
    assert content(second) == STORY
    assert second == first
    assert news.requests[-1].headers[question] == marked


def test_a_page_that_changed_takes_the_place_of_the_one_before(world: World):
    versions = [Reply(headers={"ETag": '"v1"'}), Reply(headers={"ETag": '"v2"'}, body=b"new"), Reply(304)]
    with site({"/": versions}) as news, world.fetcher(RecentPages()) as fetcher:
        assert [content(fetcher.page(news.url())) for _ in range(3)] == [STORY, b"new", b"new"]
    assert news.requests[-1].headers["If-None-Match"] == '"v2"'


def fetched(url: str, size: int, etag: str | None = '"v1"') -> FetchedBytes:
    return FetchedBytes(content=b"x" * size, url=url, asked=url, fetched_at="2026-03-02T12:00:00Z", etag=etag)


def test_only_the_pages_used_last_are_remembered():
    memory = RecentPages(max_bytes=100)
    for url in "ab":
        memory.keep(fetched(url, 40))
    assert memory.recall("a")
    memory.keep(fetched("c", 40))
    assert [memory.recall(url) is not None for url in "abc"] == [True, False, True]
    memory.keep(fetched("d", 200))
    assert [memory.recall(url) for url in "acd"] == [None, None, None]
    memory.keep(fetched("e", 100))
    memory.keep(fetched("e", 90, etag=None))
    assert memory.recall("e") is None
    memory.keep(fetched("f", 100))
    assert memory.recall("f")


# --- TLS ---


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for news.example alone, signed by itself, with its key in the same file."""
    path = tmp_path_factory.mktemp("tls") / "site.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=news.example",
               "-addext", "subjectAltName=DNS:news.example", "-keyout", path, "-out", f"{path}.crt"]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this system has no openssl to make a certificate with")
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
    return path


@pytest.fixture
def secured(certificate: Path) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with site(
        {"/": Reply(), "/down": Reply(302, headers={"Location": "http://news.example/"})}, context=context
    ) as news:
        yield news


def test_a_certificate_of_nobody_we_know_is_refused(world: World, secured: Site):
    with world.fetcher() as fetcher:
        found = fetcher.page(secured.url(scheme="https"))
    assert reason(found) == "tls_failed"
    assert "self-signed certificate" in str(found).replace("self signed", "self-signed")


def test_the_certificate_is_asked_for_the_name_not_for_the_address(world: World, secured: Site, certificate: Path):
    world.authorities = ssl.create_default_context(cafile=certificate)
    with world.fetcher() as fetcher:
        assert content(fetcher.page(secured.url(scheme="https"))) == STORY
        assert reason(fetcher.page(secured.url(scheme="https", host="other.example"))) == "tls_failed"
        assert reason(fetcher.page(secured.url("/down", scheme="https"))) == "insecure_redirect"


def test_a_server_that_speaks_no_tls_is_said(world: World):
    with site() as news, world.fetcher() as fetcher:
        assert reason(fetcher.page(news.url(scheme="https"))) == "tls_failed"


def test_a_resource_is_told_from_a_refusal(world: World):
    with site() as news, world.fetcher() as fetcher:
        assert isinstance(fetcher.fetch(news.url()), FetchedBytes)
        assert isinstance(fetcher.fetch(news.url("/lost")), Rejection)
