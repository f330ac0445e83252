"""`onrecord serve`: the reading room, in the browser."""

from __future__ import annotations

import ipaddress
import secrets
import socket
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
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Only print the address, open nothing.")]


def serve(
    store: Store = DEFAULT_STORE, port: Port = DEFAULT_PORT, host: Host = DEFAULT_HOST,
    token: Token = None, no_browser: NoBrowser = False, who: Who = None,
) -> None:  # fmt: skip
    """Show the record in the browser, until Ctrl-C.

    Only this machine reaches it, and only whoever opens the address that is printed.
    """
    from onrecord.faces.web.security.people import Person
    from onrecord.faces.web.settings import WebSettings
    from onrecord.store import open_store

    check_host(host)
    check_token(token)
    open_store(store).close()  # a store that isn't one is told now, and not on every page
    listening = listen(host, port)
    settings = WebSettings(
        store=store, token=token or secrets.token_urlsafe(24), person=Person(name_of(who), "editor"),
        port=listening.getsockname()[1],
    )  # fmt: skip
    address = f"http://{_in_url(host)}:{settings.port}/?token={settings.token}"
    console = message_console()
    console.print(f"the reading room of {store} is open; Ctrl-C closes it", style="bold", markup=False, soft_wrap=True)
    console.print(address, markup=False, soft_wrap=True, highlight=False)
    if not no_browser:
        open_browser(address)
    run(settings, listening)


def check_host(host: str) -> None:
    """Raise UsageError on an address that others than this machine reach."""
    try:
        own = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        own = False
    if not own:
        raise UsageError(
            f"others may reach {host}, and this record has no users to let in",
            remedy="Leave --host out: then only this machine reaches the record.",
        )


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


def run(settings: WebSettings, listening: socket.socket) -> None:
    """Serve until the process is told to stop."""
    import uvicorn

    from onrecord.faces.web.application import create_app

    server = uvicorn.Server(
        uvicorn.Config(
            create_app(settings), log_level="warning", access_log=False, server_header=False, proxy_headers=False,
            timeout_graceful_shutdown=2,
        )
    )  # fmt: skip
    server.run(sockets=[listening])


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
