"""The reading room in a real browser: Debian's Chromium, driven by Playwright.

Where Chromium is missing the tests are skipped, and in CI (ONRECORD_CI) they fail: tests/conftest.py sees to that.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from synthetic.stories import KURSK, OSLO, page_of, reading_of, rejected_of

from onrecord.faces.cli.commands.serve import listen
from onrecord.faces.web.application import create_app
from onrecord.faces.web.security.people import Person
from onrecord.faces.web.settings import WebSettings
from onrecord.pipeline.reconciling import reconcile
from onrecord.schema import Origin, Page
from onrecord.store import open_store

TOKEN = "a-token-for-the-browser"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
_PLACES = ("chromium", "chromium-browser", "google-chrome")
_SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"


@dataclass(frozen=True)
class ReadingRoom:
    """A record that is served: `url` is where, without a slash at its end."""

    url: str

    @property
    def entrance(self) -> str:
        return f"{self.url}/?token={TOKEN}"


@contextmanager
def serving(store: Path) -> Generator[ReadingRoom]:
    """Serve a record from a thread of this process, at a free port."""
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    settings = WebSettings(store=store, token=TOKEN, person=Person("Ada", "editor"), port=port)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield ReadingRoom(f"http://127.0.0.1:{port}")
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = next(filter(None, map(shutil.which, _PLACES)), None)
    if path is None:
        pytest.skip("Chromium is not installed (Debian, Ubuntu: apt install chromium)")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install playwright)")
    with api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=_SWITCHES)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record with two articles, KURSK and OSLO, and a rejected page; reconciled."""
    path = tmp_path_factory.mktemp("record") / "record.db"
    with open_store(path, create=True) as record:
        for story in (KURSK, OSLO):
            page = page_of(story)
            record.add(page, reading_of(story, page))
        wall = Page(content=b"<p>Log in", origin=Origin(path="wall.html"))
        record.add(wall, rejected_of(wall))
        reconcile(record)
    return path


@pytest.fixture(scope="session")
def room(store_path: Path) -> Iterator[ReadingRoom]:
    with serving(store_path) as opened:
        yield opened


@pytest.fixture
def visit(browser: Any, room: ReadingRoom) -> Iterator[Callable[..., Any]]:
    """Open an address of the room, signed in: `visit("/speakers", viewport=PHONE, color_scheme="dark")`.

    Whatever the browser complains about (a broken script, a style that the policy refuses) fails the test.
    """
    complaints: list[str] = []
    contexts: list[Any] = []

    def open_page(address: str, *, status: int = 200, **options: Any) -> Any:
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        contexts.append(context)
        page = context.new_page()
        page.goto(room.entrance)
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        answer = page.goto(room.url + address)
        assert answer.status == status
        return page

    yield open_page
    for context in contexts:
        context.close()
    # What isn't there is a complaint, too, where the test asked for it.
    assert [one for one in complaints if "status of 40" not in one] == []


@pytest.fixture
def check_accessible() -> Callable[[Any], None]:
    """Fail where axe-core finds something serious or critical on a page."""
    source = _AXE.read_text(encoding="utf-8")

    def check(page: Any) -> None:
        page.evaluate(source)  # through the debugger: the page's own policy lets no foreign script in
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        serious = [
            f"{one['id']} ({one['impact']}): {[node['target'] for node in one['nodes']][:5]}"
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == [], f"{page.url}: " + "; ".join(serious)

    return check
