"""CPU time of page → article beside its peers, page by page in turns, so that a busy machine is unfair to none.

    python benchmarks/article_cost.py ../shared/data/pages/fundus80 ../shared/data/pages/fundus257

Folders as `../shared/score/articles.py` takes them. trafilatura and resiliparse are timed where they are installed;
they are no dependencies of OnRecord. Every reader has read the first pages once before the clock starts. A peer's
figure is its body text alone; OnRecord's is the whole article: metadata, captions and credits, furniture with reasons.
"""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from onrecord.articles import extract_article
from onrecord.schema import Origin, Page

Reader = Callable[[bytes], object]
_WARM_UP = 10


def main() -> None:
    """Print a row per reader: mean, median and 95th percentile in milliseconds."""
    folders = [Path(argument) for argument in sys.argv[1:]]
    pages = [gzip.decompress(path.read_bytes()) for folder in folders for path in sorted(folder.glob("html/*.html.gz"))]
    if not pages:
        sys.exit(__doc__)
    readers = dict(_readers())
    times: dict[str, list[float]] = {name: [] for name in readers}
    for number, content in enumerate(pages[:_WARM_UP] + pages):
        for name, reader in readers.items():
            start = time.process_time()
            reader(content)
            if number >= _WARM_UP:
                times[name].append(1000 * (time.process_time() - start))
    print(f"{len(pages)} pages        mean   median      p95   CPU ms a page")
    for name, taken in times.items():
        taken.sort()
        mean = sum(taken) / len(taken)
        print(f"{name:16} {mean:8.2f} {taken[len(taken) // 2]:8.2f} {taken[int(0.95 * len(taken))]:8.2f}")


def _readers() -> Iterator[tuple[str, Reader]]:
    yield "onrecord", lambda content: extract_article(Page(content=content, origin=Origin(path="page.html")))
    yield "Lexbor's parse", LexborHTMLParser
    try:
        import trafilatura

        yield "trafilatura", trafilatura.bare_extraction
    except ImportError:
        pass
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree

        yield "resiliparse", lambda content: extract_plain_text(HTMLTree.parse_from_bytes(content), main_content=True)
    except ImportError:
        pass


if __name__ == "__main__":
    main()
