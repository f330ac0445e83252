"""What is too large to be an article is told apart before any of it is read."""

import time

import pytest

from onrecord.articles import extract as extracting
from onrecord.articles.extract import LARGEST_PAGE, MOST_LINES, extract_article
from onrecord.schema import Origin, Page, Rejection


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"<p>The dam opens.</p>" * (LARGEST_PAGE // 20), "html"),
        (b"Home\nSport\n" * MOST_LINES, "dump"),
        (b"\n" * (MOST_LINES + 2), "plain"),
        (b"The dam opens on Monday. " * 100_000, "plain"),
    ],
)
def test_logs_tables_and_archives_are_too_large(content: bytes, form: str):
    started = time.process_time()
    rejection = extract_article(Page(content=content, origin=Origin(path="page"), form=form))
    assert isinstance(rejection, Rejection)
    assert (rejection.stage, rejection.reason) == ("articles", "too_large")
    assert time.process_time() - started < 1


def test_a_long_report_is_read():
    report = b"The commission heard a witness on the dam. He spoke for an hour.\n\n" * 5_000
    article = extract_article(Page(content=report, origin=Origin(path="report.txt"), form="plain"))
    assert not isinstance(article, Rejection)
    assert len(article.blocks) == 5_000


def test_memory_that_runs_out_in_the_parser_is_named_so(monkeypatch: pytest.MonkeyPatch):
    def parse(html: bytes) -> object:
        raise extracting.SelectolaxError("Can't parse HTML.")

    monkeypatch.setattr(extracting, "LexborHTMLParser", parse)
    rejection = extract_article(Page(content=b"<p>The dam opens.</p>", origin=Origin(path="page.html")))
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "too_costly"
    assert "Memory ran out" in rejection.detail
