"""`onrecord add` is killed fifty times at random moments; what it leaves is what an undisturbed run leaves."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from synthetic.dumping import dump, is_whole

from onrecord.store import open_store

KILLS = 50
PAGES = 30
STORY = (
    "Mayor promises bridge number {n}\n\n"
    "RIVERTON — Mayor Ada Quill said on Tuesday that bridge number {n} would open before the end of the year.\n\n"
    "“We have waited {n} years for it,” she told reporters. “It is safe.”\n\n"
    "The builders’ union denied that the bridge was ready and called for another inspection of its cables.\n"
)


def write_stories(folder: Path) -> Path:
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number:03}.txt").write_text(STORY.format(n=number + 1), encoding="utf-8")
    return folder


def add(folder: Path, record: Path) -> subprocess.Popen[bytes]:
    onrecord = Path(sys.executable).with_name("onrecord")
    command = [str(onrecord), "add", "--plain", str(folder), "--store", str(record)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def killed_in_work(folder: Path, record: Path, after_s: float) -> bool:
    """Kill one run after so many seconds; false where it was done by then."""
    with add(folder, record) as program:
        time.sleep(after_s)
        program.kill()
        return program.wait() != 0


def check_left_behind(record: Path) -> int:
    """Every page that is in the record is there with all of its statements."""
    if not record.exists():
        return 0
    with open_store(record, create=True) as store:
        counts = store.counts()
        readings = list(store.readings())
        assert len(readings) == counts.articles == counts.pages
        assert counts.statements == sum(len(reading.attributions) for reading in readings)
        return counts.pages


def test_fifty_kills_lose_at_most_the_page_in_hand(tmp_path: Path) -> None:
    folder = write_stories(tmp_path / "stories")
    undisturbed = tmp_path / "undisturbed.db"
    started = time.monotonic()
    assert add(folder, undisturbed).wait() == 0
    whole_run_s = time.monotonic() - started
    chance = random.Random(1)
    kills, record, rounds, pages = 0, tmp_path / "killed-0.db", 0, 0
    in_the_middle = 0
    while kills < KILLS:
        if killed_in_work(folder, record, chance.uniform(0.2, 0.7) * whole_run_s):
            kills += 1
            left = check_left_behind(record)
            assert left >= pages, "a page that was in the record is gone"
            in_the_middle += pages < left < PAGES
            pages = left
        else:
            pages = PAGES
        if pages == PAGES:  # done: begin another record, so that every kill meets work
            rounds += 1
            record, pages = tmp_path / f"killed-{rounds}.db", 0
    assert in_the_middle >= KILLS // 12, "the kills hardly ever met work"
    assert add(folder, record).wait() == 0
    for number in range(rounds + 1):
        finished = tmp_path / f"killed-{number}.db"
        # One that was killed with all its pages in may lack who is who: the same command goes on with that too.
        assert add(folder, finished).wait() == 0
        assert is_whole(finished)
        assert dump(finished) == dump(undisturbed)
