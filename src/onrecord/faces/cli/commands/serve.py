"""`onrecord serve`: the reading room, in the browser."""

from __future__ import annotations

import dataclasses
import ipaddress
import secrets
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import EnvironmentProblem, UsageError
from onrecord.faces.cli.consoles import message_console
from onrecord.faces.cli.options import DEFAULT_STORE, Store
from onrecord.faces.cli.people import name_of

if TYPE_CHECKING:
    from onrecord.faces.web.settings import WebSettings

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8765
_ALL_ADDRESSES = ("0.0.0.0", "::", "")
_SHORTEST_TOKEN = 16

Host = Annotated[str, typer.Option("--host", metavar="HOST", help="Answer under this address of the machine.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 takes any free one.")]
Token = Annotated[
    str | None,
    typer.Option(
        "--token", metavar="TOKEN", envvar="ONRECORD_TOKEN", help="What lets people in; else a new one each time."
    ),
]
Who = Annotated[
    str | None,
    typer.Option(
        "--who", metavar="YOU", envvar="ONRECORD_WHO", help="Whose corrections are made here; else this account's."
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="NAME", help="A name that people type for this machine; again for another."),
]
Certificate = Annotated[
    Path | None, typer.Option("--certificate", metavar="FILE", help="Serve over https with this certificate (PEM).")
]
Key = Annotated[Path | None, typer.Option("--key", metavar="FILE", help="The certificate's private key (PEM).")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Only print the address, open nothing.")]


def serve(
    store: Store = DEFAULT_STORE, port: Port = DEFAULT_PORT, host: Host = DEFAULT_HOST,
    token: Token = None, no_browser: NoBrowser = False, who: Who = None,
    name: Names = None, certificate: Certificate = None, key: Key = None,
) -> None:  # fmt: skip
    """Show the record in the browser, until Ctrl-C.

    Only this machine reaches it, and only whoever opens the address that is printed. With --host others do, and sign
    in with a name and a password: `onrecord people add`.
    """
    check_tls(certificate, key)
    check_host(host, store)
    check_token(token)
    listening = listen(host, port)
    settings = settings_of(host, store, token or secrets.token_urlsafe(24), name_of(who))
    settings = dataclasses.replace(
        settings, port=listening.getsockname()[1], hosts=settings.hosts | frozenset(map(str.lower, name or ()))
    )
    address = address_of(host, settings, secure=certificate is not None)
    tell_open(store, address, unencrypted=settings.token is None and certificate is None)
    if not no_browser:
        open_browser(address)
    run(settings, listening, certificate=certificate, key=key)


def check_host(host: str, store: Path) -> None:
    """Raise UsageError where others than this machine would reach a record that lets nobody in.

    A store that is none is told here, too, and not on every page.
    """
    from onrecord.store import open_store

    with open_store(store) as record:
        if not is_loopback(host) and not record.people.people():
            raise UsageError(
                f"others may reach {host}, and this record has no users to let in",
                remedy="Let somebody in (`onrecord people add NAME --role editor`), or leave --host out: then only this"
                " machine reaches the record.",
            )


def is_loopback(host: str) -> bool:
    """Is this an address that no other machine reaches?"""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def settings_of(host: str, store: Path, token: str, who: str) -> WebSettings:
    """Return who gets in: on this machine alone whoever has the token, elsewhere the record's own people."""
    from onrecord.faces.web.security.people import Person
    from onrecord.faces.web.settings import LOOPBACK_HOSTS, WebSettings

    if is_loopback(host):
        return WebSettings(store=store, token=token, person=Person(who, "editor"))
    hosts = LOOPBACK_HOSTS | {_in_url(host).lower(), socket.gethostname().lower()}
    return WebSettings(store=store, token=None, person=None, hosts=hosts)


def address_of(host: str, settings: WebSettings, *, secure: bool) -> str:
    """Return the address to open. All addresses of a machine are none that one can open: its name stands for them."""
    shown = socket.gethostname() if host in _ALL_ADDRESSES else _in_url(host)
    entrance = f"?token={settings.token}" if settings.token else ""
    return f"{'https' if secure else 'http'}://{shown}:{settings.port}/{entrance}"


def tell_open(store: Path, address: str, *, unencrypted: bool) -> None:
    """Say where the reading room is."""
    console = message_console()
    console.print(f"the reading room of {store} is open; Ctrl-C closes it", style="bold", markup=False, soft_wrap=True)
    console.print(address, markup=False, soft_wrap=True, highlight=False)
    if unencrypted:
        told = "passwords go over the network as they are typed: give --certificate and --key"
        console.print(told, style="yellow", markup=False, soft_wrap=True)


def check_tls(certificate: Path | None, key: Path | None) -> None:
    """Raise UsageError unless both files are there, for https, or none is given, for http."""
    if certificate is None and key is None:
        return
    for file, option in ((certificate, "--certificate"), (key, "--key")):
        if file is None or not file.is_file():
            raise UsageError(f"{option} is missing, or no file", remedy="Give both --certificate and --key, as PEM.")


def check_token(token: str | None) -> None:
    """Raise UsageError on a token that one could guess."""
    if token is not None and (len(token) < _SHORTEST_TOKEN or not token.isascii() or not token.isprintable()):
        raise UsageError(
            f"a token of {len(token)} characters is none",
            remedy=f"Give {_SHORTEST_TOKEN} or more ASCII characters, or leave --token out.",
        )


def listen(host: str, port: int) -> socket.socket:
    """Listen there. Raises EnvironmentProblem where the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        raise EnvironmentProblem(
            f"{host} port {port} can't be listened at: {(error.strerror or str(error)).lower()}",
            remedy="Close what listens there, or choose another --port; 0 takes any free one.",
        ) from error
    # What is accepted here inherits it: head and body of an answer go in two writes, and without it the second one
    # waits 40 ms for the first to be acknowledged. (asyncio sets it only on sockets that were made with a protocol.)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def open_browser(address: str) -> None:
    """Open the address in the browser, if there is one; the pages may take a moment to answer."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def run(
    settings: WebSettings, listening: socket.socket, *, certificate: Path | None = None, key: Path | None = None
) -> None:
    """Serve until the process is told to stop."""
    import uvicorn

    from onrecord.faces.web.application import create_app

    server = uvicorn.Server(
        uvicorn.Config(
            create_app(settings), log_level="warning", access_log=False, server_header=False, proxy_headers=False,
            timeout_graceful_shutdown=2, ssl_certfile=certificate, ssl_keyfile=key,
        )
    )  # fmt: skip
    server.run(sockets=[listening])


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
