"""How quickly the reading room answers on a large record, while another process adds articles to it.

    onrecord demo --store demo.db && onrecord add ../shared/data/demo/white_house/*.md --store demo.db
    python benchmarks/reading_room.py demo.db

The large record is the given one over and over: each copy of an article has a publisher and a day of its own, so it is
another article with statements of its own (of 100,000, unless --statements says otherwise). It is reconciled, served by
`onrecord serve` in one process, and asked over one connection for page after page of each kind; a writer adds two
articles a second meanwhile. Printed are wall milliseconds as a client sees them (p50, p95), bytes of the answer as they
are sent, and the server's CPU milliseconds per answer, which tell more on a busy machine.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import httpx2
import msgspec

from onrecord.pipeline.reconciling import reconcile
from onrecord.schema import Origin, Page, Reading, article_id, attribution_id
from onrecord.store import RecordStore, StatementFilter, open_store

TOKEN = "a-token-for-the-benchmark"
FIRST_DAY = date(2019, 1, 1)
PAPERS = 40
TYPED = (
    "president", "ukraine", "security", "putin", "cooperation", "climate", "harris", "vaccines", "sanctions",
    "negotiations", "prime minister", "partnership", "said", "the", "emmanuel macron", "territorial integrity",
)  # fmt: skip


def copies(readings: list[Reading], chance: random.Random) -> Iterator[tuple[Page, Reading]]:
    """Give the readings over and over, each time as other articles."""
    for number in itertools.count():
        for reading in readings:
            yield copy_of(reading, number, chance)


def copy_of(reading: Reading, number: int, chance: random.Random) -> tuple[Page, Reading]:
    """Return the article as another paper carried it on another day."""
    publisher = f"The Paper {number % PAPERS}"
    published = (FIRST_DAY + timedelta(days=chance.randrange(2500))).isoformat()
    id = article_id(reading.article.text, publisher, published)
    page = Page(content=f"{number} {reading.page.id}".encode(), origin=Origin(path=f"{number}/{reading.article.id}"))
    article = msgspec.structs.replace(reading.article, id=id, publisher=publisher, published=published)
    attributions = tuple(
        msgspec.structs.replace(one, id=attribution_id(id, one.content, one.cue)) for one in reading.attributions
    )
    return page, msgspec.structs.replace(reading, page=page.reference, article=article, attributions=attributions)


def fill(record: RecordStore, more: Iterator[tuple[Page, Reading]], statements: int) -> None:
    """Add articles until the record has so many statements; then tell who is who."""
    known = 0
    while known < statements:
        page, reading = next(more)
        record.add(page, reading)
        known += len(reading.attributions)
    reconcile(record)


def addresses(record: RecordStore, chance: random.Random) -> dict[str, Callable[[], str]]:
    """Return what is asked for, by kind."""
    articles = [one.article.id for one in record.overview.latest_articles(limit=500)]
    statements = [one.id for one in record.statements(StatementFilter(limit=500))]
    speakers = [one.id for one in record.speakers(limit=20)]

    def typed() -> str:
        words = chance.choice(TYPED)
        return f"/?q={words[: chance.randint(3, len(words))]}"

    return {
        "front": lambda: "/",
        "search as one types": typed,
        "article": lambda: f"/articles/{chance.choice(articles)}",
        "article as JSON": lambda: f"/articles/{chance.choice(articles)}.json",
        "statement": lambda: f"/statements/{chance.choice(statements)}",
        "speakers": lambda: "/speakers",
        "speaker": lambda: f"/speakers/{chance.choice(speakers)}",
        "contested": lambda: "/contested",
        "stories": lambda: "/stories",
        "about": lambda: "/about",
    }


def ask(client: httpx2.Client, address: str) -> tuple[float, int]:
    """Return wall milliseconds and bytes of one answer. Raises httpx2.HTTPStatusError where it is none."""
    began = time.perf_counter()
    answer = client.get(address)
    took = (time.perf_counter() - began) * 1000
    answer.raise_for_status()
    return took, answer.num_bytes_downloaded


def cpu_of(process: int) -> float:
    """Return the CPU milliseconds that a process has used so far, its own and the system's (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measure(client: httpx2.Client, server: int, kinds: dict[str, Callable[[], str]], rounds: int) -> None:
    """Print a line for every kind of page."""
    print(f"{'':22}{'p50':>8}{'p95':>8}{'CPU':>8}{'bytes':>10}")
    for kind, address in kinds.items():
        ask(client, address())
        spent = cpu_of(server)
        asked = [ask(client, address()) for _ in range(rounds)]
        cpu = (cpu_of(server) - spent) / rounds
        took, size = sorted(one for one, _ in asked), max(size for _, size in asked)
        print(f"{kind:22}{took[rounds // 2]:8.1f}{took[int(rounds * 0.95)]:8.1f}{cpu:8.1f}{size:10,}")


def keep_adding(path: Path, more: Iterator[tuple[Page, Reading]], stop: threading.Event) -> None:
    with open_store(path) as record:
        while not stop.wait(0.5):
            record.add(*next(more))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--keep", type=Path, help="keep the large record here, and take it again if it is there")
    asked = parser.parse_args()
    chance = random.Random(1)
    with open_store(asked.store) as given:
        more = copies(list(given.readings()), chance)
    with tempfile.TemporaryDirectory() as folder:
        path: Path = asked.keep or Path(folder, "large.db")
        fresh = not path.exists()
        with open_store(path, create=True) as record:
            if fresh:
                fill(record, more, asked.statements)
            print(record.counts())
            kinds = addresses(record, chance)
        serve_and_measure(path, kinds, more, asked.rounds)


def serve_and_measure(
    path: Path, kinds: dict[str, Callable[[], str]], more: Iterator[tuple[Page, Reading]], rounds: int
) -> None:
    command = [sys.executable, "-m", "onrecord.faces.cli.main", "serve", "--no-browser", "--port", "0"]
    server = subprocess.Popen([*command, "--store", str(path), "--token", TOKEN], stderr=subprocess.PIPE, text=True)
    stop = threading.Event()
    threading.Thread(target=keep_adding, args=(path, more, stop), daemon=True).start()
    try:
        assert server.stderr is not None
        address = next(found[0] for line in server.stderr if (found := re.search(r"http://[^/]+", line)))
        headers = {"Authorization": f"Bearer {TOKEN}"}
        with httpx2.Client(base_url=address, headers=headers, timeout=60) as client:
            measure(client, server.pid, kinds, rounds)
    finally:
        stop.set()
        server.terminate()


if __name__ == "__main__":
    main()
