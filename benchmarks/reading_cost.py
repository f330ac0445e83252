"""What reading costs: CPU milliseconds per 1,000 words and peak memory of one process, one thread.

    python benchmarks/reading_cost.py ../shared/data/polnear/dev/text

Every stage is timed over the same articles in one run, so that the shares can be compared; the first pass, which
loads the model, is not counted in them.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.articles import extract_article
from onrecord.language.onnx_model import load_model
from onrecord.language.shipped import DEFAULT_MODEL
from onrecord.pages import PageSettings, load_page
from onrecord.pipeline.reading import analyse_article, read_page
from onrecord.schema import Article, Page
from onrecord.speakers import resolve_speakers
from onrecord.statements import find_attributions

ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="clean article texts")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="a model that ships with the package")
    arguments = parser.parse_args()
    pages = [load_page(path, PageSettings(plain=True)) for path in sorted(arguments.folder.glob("*.txt"))]
    pages = [page for page in pages if isinstance(page, Page)]
    started = time.process_time()
    model = load_model(arguments.model, threads=1)
    print(f"loading the model           {1000 * (time.process_time() - started):8.1f} ms")
    articles = [article for article in map(extract_article, pages) if isinstance(article, Article)]
    words = sum(len(article.text.split()) for article in articles) / 1000
    analyses = [analyse_article(article, model) for article in articles]
    found = [find_attributions(article, analysis) for article, analysis in zip(articles, analyses, strict=True)]
    everything = list(zip(articles, analyses, found, strict=True))
    stages: dict[str, Callable[[], object]] = {
        "articles": lambda: [extract_article(page) for page in pages],
        "language model": lambda: [analyse_article(article, model) for article in articles],
        "statements": lambda: [find_attributions(article, analysis) for article, analysis, _ in everything],
        "speakers": lambda: [resolve_speakers(a, attributions, n.names) for a, n, attributions in everything],
        "the whole reading": lambda: [read_page(page, model) for page in pages],
    }
    for name, stage in stages.items():
        print(f"{name:24} {best(stage) / words:8.1f} ms per 1,000 words")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(articles)} articles, {words:.1f} thousand words; peak memory {peak:.0f} MiB")


def best(stage: Callable[[], object]) -> float:
    """CPU milliseconds of the fastest of three rounds."""
    spent = []
    for _ in range(ROUNDS):
        started = time.process_time()
        stage()
        spent.append(1000 * (time.process_time() - started))
    return min(spent)


if __name__ == "__main__":
    main()
