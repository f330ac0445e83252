"""Put thousands of broken pages through the reading: no crash, no hang over 5 s, no memory over 500 MB.

    python benchmarks/fuzz_pages.py ../shared/data/pages                 # 10,000 mutants and every monster
    python benchmarks/fuzz_pages.py --mutants 200 --monsters no          # pages of our own making only
    python benchmarks/fuzz_pages.py --whole --mutants 500                # the whole reading, with the language model

Each page is read in a process that it may bring down, under a limit of 5 s of processor time and of memory; what breaks
them is listed, and any failure ends the command with 1. A mutant is the same each time: `--only 4711` reads one again.
Control-C ends the run and tells what was found until then.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.page_mutants import STORY, monsters, mutant
from onrecord.articles import extract_article
from onrecord.engines import Readers, ReadingLimits
from onrecord.engines.reader import Reader, rejected
from onrecord.engines.reading import read_safely
from onrecord.schema import Outcome, Page, Reading, RejectedPage, Rejection

LIMITS = ReadingLimits(seconds=5.0, megabytes=450, patience=120)
MOST_MEGABYTES = 500
FAILURES = ("too_costly", "parser_crashed", "internal_error")
_LARGEST = 1_500_000
_PAGES = (".html", ".html.gz", ".txt")


def open_extractor(model: str, threads: int) -> Reader:
    return Reader({}, lambda page: _measured(page, extract_article))


def open_whole_reader(model: str, threads: int) -> Reader:
    # The model is loaded before anything is measured.
    read_safely(Page(content=STORY, origin=_story().origin), model, 1)
    return Reader({}, lambda page: _measured(page, lambda page: read_safely(page, model, 1)))


def _measured(page: Page, read: Callable[[Page], object]) -> Outcome:
    """Read a page; the outcome is what it was, with milliseconds of processor time and the peak of memory."""
    _forget_peak()
    started = time.process_time()
    outcome = read(page)
    spent = 1000 * (time.process_time() - started)
    reason = _reason(outcome)
    if reason in FAILURES:
        return outcome
    return rejected(page, reason, json.dumps({"ms": spent, "mb": _peak_megabytes()}))


def _reason(outcome: object) -> str:
    if isinstance(outcome, RejectedPage):
        return outcome.rejection.reason
    return outcome.reason if isinstance(outcome, Rejection) else "read"


def _forget_peak() -> None:
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak_megabytes() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))


def _story() -> Page:
    return mutant([STORY], 0)


@dataclass
class Findings:
    reasons: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    largest: list[tuple[float, str]] = field(default_factory=list)

    def note(self, page: Page, outcome: Outcome) -> None:
        if isinstance(outcome, Reading):
            raise TypeError("the extractor measures, it gives no readings")
        name, reason, detail = str(page.origin), outcome.rejection.reason, outcome.rejection.detail
        self.reasons[reason] += 1
        if reason in FAILURES:
            self.failures.append(f"{name} ({page.form}, {len(page.content):,} bytes): {reason}: {detail[:200]}")
            return
        cost = json.loads(detail)
        self.slowest = sorted([*self.slowest, (cost["ms"], name)], reverse=True)[:10]
        self.largest = sorted([*self.largest, (cost["mb"], name)], reverse=True)[:10]
        if cost["mb"] > MOST_MEGABYTES:
            self.failures.append(f"{name} ({page.form}, {len(page.content):,} bytes): {cost['mb']:.0f} MB")


def fuzz(pages: Iterator[Page], *, whole: bool = False, limits: ReadingLimits = LIMITS) -> Findings:
    findings = Findings()
    opener = "open_whole_reader" if whole else "open_extractor"
    with Readers(1, limits, reader=f"benchmarks.fuzz_pages:{opener}") as readers, suppress(KeyboardInterrupt):
        for page, outcome in readers.read(pages):
            if isinstance(page, Page):
                findings.note(page, outcome)
    return findings


def seeds(folder: Path | None) -> list[bytes]:
    """Pages of our own and, if there is a folder, every page in it and below that is not huge."""
    found = sorted(path for path in folder.rglob("*") if path.name.endswith(_PAGES)) if folder else []
    contents = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in found)
    return [STORY, *(content for content in contents if len(content) < _LARGEST)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="pages to make mutants of")
    parser.add_argument("--mutants", type=int, default=10_000, metavar="N")
    parser.add_argument("--monsters", choices=("yes", "no", "only"), default="yes")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", metavar="NUMBER|NAME", help="this mutant or monster alone")
    parser.add_argument("--whole", action="store_true", help="the whole reading, with the language model")
    options = parser.parse_args()
    started = time.monotonic()
    findings = fuzz(_wanted(options), whole=options.whole)
    for title, worst, unit in (("slowest", findings.slowest, "ms"), ("largest", findings.largest, "MB")):
        print(f"{title}: " + "; ".join(f"{name} {cost:,.0f} {unit}" for cost, name in worst))
    print(*findings.failures, sep="\n")
    counted = ", ".join(f"{number:,} {reason}" for reason, number in findings.reasons.most_common())
    print(f"{findings.reasons.total():,} pages in {time.monotonic() - started:.0f} s: {counted}")
    sys.exit(1 if findings.failures else 0)


def _wanted(options: argparse.Namespace) -> Iterator[Page]:
    pages = seeds(options.folder)
    if options.only:
        if options.only.isdigit():
            return iter([mutant(pages, int(options.only), options.seed)])
        return monsters(options.only)
    mutants = (mutant(pages, number, options.seed) for number in range(options.mutants))
    return chain(monsters() if options.monsters != "no" else (), mutants if options.monsters != "only" else ())


if __name__ == "__main__":
    main()
