"""Whatever is written as an address: what is accepted is plainly the web's, the rest is refused in a sentence."""

import ipaddress
from urllib.parse import urlsplit

import httpx2
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.pages.fetching.addresses import check_address, is_public, without_secrets
from onrecord.pages.fetching.failures import FetchFailed
from onrecord.pages.fetching.pacing import seconds_to_wait
from tests.unit.pages.fetching.sites import NOON

PIECES = st.sampled_from(
    ["http://", "https://", "HTTP:", "//", "/", ":", "@", "?", "#", ".", "..", "%", "%00", "%2e", "\\", "[", "]", "::1",
     "::ffff:", "127.0.0.1", "127.1", "0x7f", "0177", "2130706433", "localhost", "news.example", "bücher.example", "①",
     "。", "80", "8080", "99999", "user", "\t", "\n", " ", "\x00", "\u200b", "\ud800", "xn--", "a" * 64, "-", "_", "ﬀ"]
)  # fmt: skip
HOSTS = st.sampled_from(["news.example", "bücher.example.", "8.8.8.8", "[2606:4700::1111]", ""])
ADDRESSES = st.builds(
    "{}{}{}".format, st.sampled_from(["http://", "https://", ""]), HOSTS, st.lists(PIECES, max_size=8).map("".join)
) | st.text(max_size=60).map("http://{}".format)
DATES = st.from_regex(r"[A-Z][a-z]{2}, \d\d (Jan|Mar|Bad) \d{4} \d\d:\d\d:\d\d GMT", fullmatch=True)


def accepted(written: str) -> httpx2.URL | None:
    try:
        return check_address(written)
    except FetchFailed as failure:
        if failure.reason in ("invalid_url", "private_address") and failure.detail:
            return None
        raise


@settings(max_examples=1500, deadline=None)
@given(ADDRESSES)
@example("http://127.0.0.1\u3002/")
@example("http://[::ffff:7f00:1]:80/")
def test_any_text_is_an_address_of_the_web_or_refused(written: str):
    url = accepted(written)
    if url is None:
        return
    # Another reader of addresses agrees with ours on who is asked: disagreement is how guards are got round.
    other = urlsplit(str(url))
    assert other.scheme in ("http", "https")
    assert other.hostname == url.raw_host.decode("ascii").lower()
    assert other.username is None
    assert other.password is None
    assert other.port in (None, 80, 443) or (other.port or 0) >= 1024
    assert check_address(str(url)) == url


@settings(max_examples=1500, deadline=None)
@given(st.ip_addresses())
def test_what_counts_as_public_is_public_by_pythons_list_too(address: ipaddress.IPv4Address | ipaddress.IPv6Address):
    if is_public(address):
        assert address.is_global
        assert not address.is_multicast


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_inside_an_ipv6_address_is_no_way_round(address: ipaddress.IPv4Address):
    inside = int(address)
    assert not is_public(ipaddress.IPv6Address(inside))  # compatible
    assert not is_public(ipaddress.IPv6Address(0xFFFF << 32 | inside))  # mapped
    assert not is_public(ipaddress.IPv6Address(0x2002 << 112 | inside << 80))  # 6to4
    assert not is_public(ipaddress.IPv6Address(0x20010000 << 96 | inside ^ 0xFFFFFFFF))  # Teredo
    assert is_public(ipaddress.IPv6Address((0x64FF9B << 96) | inside)) == is_public(address)  # NAT64


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_secret_is_shown(name: str, secret: str):
    shown = without_secrets(f"https://n{name}:s3cret{secret}@news.example/story")
    if not set(name + secret) & set("/?#"):
        assert "s3cret" not in shown


@given(st.text(max_size=40) | DATES)
def test_any_wish_to_wait_is_seconds_or_nothing(header: str):
    wish = seconds_to_wait(header, lambda: NOON)
    assert wish is None or wish >= 0
