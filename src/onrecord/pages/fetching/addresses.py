"""Which addresses may be asked for: http and https, plainly written, leading to the public internet.

A page's address may come from a stranger (a feed, a redirect), and what this machine can reach others often can't: its
own services, the office network, the cloud's metadata at 169.254.169.254. So an address is judged by what its name
resolves to, at the moment of connecting (`transport.py`), never by its looks alone.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from typing import Final

import httpx2

from onrecord.pages.fetching.failures import FetchFailed

LONGEST_ADDRESS: Final = 8_000
_WEB_PORTS: Final = (80, 443)
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)
# The WHATWG's rule: a host whose last label is a number ("127.1", "2130706433", "0x7f.0.0.1") is an IPv4 address.
_ENDS_IN_NUMBER: Final = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)$", re.IGNORECASE)
_ODD_IPV4: Final = re.compile(r"https?://([0-9a-fx.]+)(?=[/:?#]|$)", re.IGNORECASE)

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# IANA's special-purpose registries, written out: the list in Python's ipaddress changed between its versions.
_NOT_PUBLIC_4: Final = tuple(map(ipaddress.IPv4Network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4",
    "168.63.129.16/32",  # looks public, and is the host of a virtual machine in Azure
)))  # fmt: skip
# Only 2000::/3 is given out to the internet: what lies outside (loopback, mapped and compatible IPv4, unique local,
# link-local, multicast) needs no list. Inside it, these are not what they look like.
_PUBLIC_6: Final = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC_6: Final = tuple(map(ipaddress.IPv6Network, (
    "2001::/23",  # protocols' own, and Teredo, which has an IPv4 address inside
    "2001:db8::/32", "3fff::/20",  # for documents
    "2002::/16",  # 6to4, which has an IPv4 address inside
)))  # fmt: skip
# In networks that speak only IPv6, every host of the old internet is reached through here.
_TRANSLATED: Final = ipaddress.IPv6Network("64:ff9b::/96")


def check_address(written: str) -> httpx2.URL:
    """Return the address in its normal form, without a fragment. Raises FetchFailed."""
    written = written.strip()
    if len(written) > LONGEST_ADDRESS:
        raise _not_an_address(f"it is longer than {LONGEST_ADDRESS:,} characters")
    if "\\" in written:
        raise _not_an_address("it has a backslash, which programs understand differently")
    try:
        url = httpx2.URL(written)
    except (httpx2.InvalidURL, ValueError) as error:  # ValueError: a port that is no number
        odd = _ODD_IPV4.match(written)  # httpx2 takes "0177.0.0.1" for a mistake, others for 127.0.0.1
        if odd:
            _checked_ipv4(odd[1])
        raise _not_an_address(str(error)) from error
    return check_url(url)


def check_url(url: httpx2.URL) -> httpx2.URL:
    if url.scheme not in ("http", "https"):
        raise _not_an_address(f"only http and https lead to pages, and this is “{url.scheme or 'nothing'}”")
    if url.userinfo:
        raise _not_an_address("it has a user name or password in it: save the page from your browser instead")
    host = _check_host(url.raw_host.decode("ascii", "replace"))
    _check_port(url.port)
    return url.copy_with(host=host, fragment=None)


def origin_of(url: httpx2.URL) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def without_secrets(written: str) -> str:
    """An address as it may be shown and kept: "https://user:secret@…" loses who and what."""
    return re.sub(r"(?<=//)[^/?#]*@", "", written.strip(), count=1)


def is_public(address: IPAddress) -> bool:
    """Is it an address on the public internet, for every machine the same?"""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    if address in _TRANSLATED:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _PUBLIC_6 and not any(address in network for network in _NOT_PUBLIC_6)


def private_address(host: str) -> FetchFailed:
    detail = (
        f"{host} is on this machine or its own network, not on the public internet: "
        "--allow-private reads it, if you trust whoever gave you the address"
    )
    return FetchFailed("private_address", detail)


def _check_host(host: str) -> str:
    if ":" in host:
        return _checked_ipv6(host)
    host = host.removesuffix(".")  # "example.com." is the same host, and certificates are made out without the point
    if not host or len(host) > 253 or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise _not_an_address(f"“{host[:80]}” is no name of a host")
    if _ENDS_IN_NUMBER.search(host):
        return _checked_ipv4(host)
    return host


def _checked_ipv6(host: str) -> str:
    try:
        address = ipaddress.IPv6Address(host)
    except ValueError as error:
        raise _not_an_address(f"“{host[:80]}” is no IPv6 address") from error
    if address.scope_id:
        raise _not_an_address(f"“{host[:80]}” names a network card")
    return str(address)


def _checked_ipv4(host: str) -> str:
    """Four decimal numbers. Octal, hexadecimal and shorter forms are how addresses are hidden from guards."""
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError as error:
        try:
            meant = ipaddress.IPv4Address(socket.inet_aton(host))
        except (OSError, ValueError):
            raise _not_an_address(f"“{host[:80]}” is no IPv4 address") from error
        if not is_public(meant):
            raise private_address(f"{host} ({meant})") from error
        raise _not_an_address(f"“{host[:80]}” is an odd way to write {meant}: write it like that") from error


def _check_port(port: int | None) -> None:
    """The ports below 1024 are other services' (mail, files, remote shells), which a request could be made to abuse."""
    if port is None or port in _WEB_PORTS:
        return
    if not 1024 <= port <= 65535:
        raise _not_an_address(f"port {port} is not one where web pages are")


def _not_an_address(why: str) -> FetchFailed:
    return FetchFailed("invalid_url", f"this is no address that can be read: {why}")
