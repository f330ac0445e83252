import os
import signal
from collections.abc import Iterator

import pytest

from onrecord.engines import read_pages
from onrecord.engines import reading as engine
from onrecord.schema import Origin, Page, PageReference, Reading, RejectedPage, Rejection

STORY = "The mayor of the town said on {day} that the bridge would open and that it was safe for everyone to use."
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def story(day: str) -> Page:
    return Page(content=STORY.format(day=day).encode(), origin=Origin(path=f"{day}.txt"), form="plain")


def missing() -> RejectedPage:
    reference = PageReference(id=None, origin=Origin(path="gone.txt"))
    return RejectedPage(page=reference, rejection=Rejection("pages", "missing", "There is no such file."))


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_come_back_in_order_and_rejected_ones_stay_rejected(jobs: int):
    pages = [story("Monday"), missing(), *(story(day) for day in DAYS[1:])]
    outcomes = [(page, outcome) for page, outcome in read_pages(pages, jobs=jobs)]
    assert [page for page, _ in outcomes] == pages
    assert outcomes[1][1] == missing()
    read = [outcome for _, outcome in outcomes if isinstance(outcome, Reading)]
    assert [outcome.page.origin.path for outcome in read] == [f"{day}.txt" for day in DAYS]


def test_several_processes_read_what_one_reads():
    pages = [story(day) for day in DAYS]
    assert [o for _, o in read_pages(pages, jobs=2)] == [o for _, o in read_pages(pages, jobs=1)]


def test_pages_are_taken_only_as_they_are_needed():
    taken: list[str] = []

    def endless() -> Iterator[Page]:
        for number in range(1_000_000):
            taken.append(str(number))
            yield story(DAYS[number % 7])

    next(read_pages(endless(), jobs=1))
    assert len(taken) == 1


def test_a_page_on_which_the_reader_fails_is_rejected_and_the_batch_goes_on(monkeypatch: pytest.MonkeyPatch):
    read_page = engine.read_page

    def failing(page: Page, model: object) -> object:
        if page.origin.path == "Monday.txt":
            raise ValueError("a hole in the blocks")
        return read_page(page, model)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "read_page", failing)
    first, second = [outcome for _, outcome in read_pages([story("Monday"), story("Tuesday")])]
    assert isinstance(first, RejectedPage)
    assert first.rejection.reason == "internal_error"
    assert "a hole in the blocks" in first.rejection.detail
    assert isinstance(second, Reading)


def crash_on_wednesday(page: Page) -> object:
    if page.origin.path == "Wednesday.txt":
        os.kill(os.getpid(), signal.SIGSEGV)
    return engine.read_safely(page, threads=1)


def test_a_page_that_brings_down_its_process_is_rejected_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine, "_read_in_worker", crash_on_wednesday)
    outcomes = [outcome for _, outcome in read_pages([story(day) for day in DAYS], jobs=2)]
    rejected = [outcome for outcome in outcomes if isinstance(outcome, RejectedPage)]
    assert [(o.page.origin.path, o.rejection.reason) for o in rejected] == [("Wednesday.txt", "crashed")]
