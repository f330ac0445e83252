"""Make docs/images, the README's pictures of the reading room: the demo's record in Chromium, wide and on a phone.

`python docs/screenshots.py` needs what the browser tests need: Chromium, and Playwright of the `dev` extra.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import uvicorn
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from onrecord.faces.cli.adding import Addition
from onrecord.faces.cli.commands.add import add_pages
from onrecord.faces.cli.commands.demo import bundled_pages
from onrecord.faces.cli.commands.serve import listen
from onrecord.faces.cli.reading import page_settings
from onrecord.faces.web.application import create_app
from onrecord.faces.web.security.people import Person
from onrecord.faces.web.settings import WebSettings
from onrecord.store import RecordStore, open_store

IMAGES = Path(__file__).resolve().parent / "images"
SIZES = {"desktop": ViewportSize(width=1280, height=900), "phone": ViewportSize(width=390, height=844)}
TOKEN = "for-the-pictures"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


def addresses(record: RecordStore) -> dict[str, str]:
    """Which page of the demo's record each picture shows."""
    by_headline = {reading.article.headline: reading.article.id for reading in record.readings()}
    ushakov = next(id for headline, id in by_headline.items() if headline and "Ushakov" in headline)
    readout = next(
        article.id
        for article in record.articles(publisher="The White House", since="2022-02-12", until="2022-02-12")
        if "Readout" in (article.headline or "")
    )
    asylum = next(id for headline, id in by_headline.items() if headline and "UK asylum" in headline)
    speaker = record.identities.speaker("Vladimir Putin")
    return {
        "front": "/",
        "article": f"/articles/{asylum}",
        "speaker": f"/speakers/{speaker}",
        "contested": "/contested",
        "compare": "/compare?" + urlencode({"a": readout, "b": ushakov}),
    }


@contextmanager
def serving(store: Path) -> Generator[str]:
    """Serve a record from a thread of this process, at a free port; give its address."""
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    settings = WebSettings(store=store, token=TOKEN, person=Person("Ada Merrin", "editor"), port=port)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def take(browser: Browser, url: str, pages: dict[str, str]) -> None:
    """Take every page at every size."""
    for size, viewport in SIZES.items():
        context = browser.new_context(viewport=viewport, color_scheme="light", reduced_motion="reduce")
        page = context.new_page()
        page.goto(f"{url}/?token={TOKEN}")
        for name, address in pages.items():
            page.goto(url + address)
            page.screenshot(path=IMAGES / f"{name}-{size}.png")
        context.close()


def main() -> None:
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        sys.exit("Chromium is not installed (Debian, Ubuntu: apt install chromium)")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "record.db"
        add_pages([str(bundled_pages())], store, Addition(), page_settings())
        with open_store(store) as record:
            pages = addresses(record)
        with serving(store) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=_SWITCHES)
            take(browser, url, pages)
            browser.close()


if __name__ == "__main__":
    main()
