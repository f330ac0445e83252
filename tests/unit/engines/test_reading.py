"""Many pages: in order, none lost, and a page that hangs or crashes costs that page only."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.engines import Readers, ReadingLimits, read_pages
from onrecord.engines import reading as engine
from onrecord.engines.reading import read_safely
from onrecord.errors import EnvironmentProblem, ModelUnavailable
from onrecord.schema import Origin, Page, PageReference, Reading, RejectedPage, Rejection
from tests.unit.engines import readers

STORY = "The mayor of the town said on {day} that the bridge would open and that it was safe for everyone to use."
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LIMITS = ReadingLimits(seconds=0.4, megabytes=100, patience=1.5)
no_limits_here = pytest.mark.skipif(sys.platform != "linux", reason="this system doesn't limit a process as Linux does")


def story(day: str) -> Page:
    return Page(content=STORY.format(day=day).encode(), origin=Origin(path=f"{day}.txt"), form="plain")


def order(words: str) -> Page:
    return Page(content=words.encode(), origin=Origin(path=words), form="plain")


def missing() -> RejectedPage:
    reference = PageReference(id=None, origin=Origin(path="gone.txt"))
    return RejectedPage(page=reference, rejection=Rejection("pages", "missing", "There is no such file."))


def reasons(*words: str, jobs: int = 1) -> list[str]:
    """What becomes of pages on which the reader does what their words say."""
    with Readers(jobs, LIMITS, reader=readers.ODD) as odd:
        outcomes = [outcome for _, outcome in odd.read(order(word) for word in words)]
    assert all(isinstance(outcome, RejectedPage) for outcome in outcomes)
    assert [outcome.page.origin.path for outcome in outcomes] == list(words)
    return [outcome.rejection.reason for outcome in outcomes if isinstance(outcome, RejectedPage)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_come_back_in_order_and_rejected_ones_stay_rejected(jobs: int):
    pages = [story("Monday"), missing(), *(story(day) for day in DAYS[1:])]
    outcomes = list(read_pages(pages, jobs=jobs))
    assert [page for page, _ in outcomes] == pages
    assert outcomes[1][1] == missing()
    read = [outcome for _, outcome in outcomes if isinstance(outcome, Reading)]
    assert [outcome.page.origin.path for outcome in read] == [f"{day}.txt" for day in DAYS]


def test_processes_read_what_this_one_reads():
    pages = [story(day) for day in DAYS]
    assert [outcome for _, outcome in read_pages(pages, jobs=2)] == [read_safely(page, threads=1) for page in pages]


def test_pages_are_taken_only_a_few_ahead_of_the_one_in_hand():
    taken: list[int] = []

    def endless() -> Iterator[Page]:
        for number in range(1_000_000):
            taken.append(number)
            yield order(f"page {number}")

    with Readers(1, LIMITS, reader=readers.ODD) as odd:
        next(odd.read(endless()))
    assert len(taken) <= 5


def test_what_is_read_is_given_while_the_next_page_is_still_being_fetched():
    seen: list[str] = []

    def slowly() -> Iterator[Page]:
        yield order("first")
        time.sleep(0.3)
        yield order("second")
        assert seen == ["first"]  # it was given before a third page was asked for

    with Readers(1, LIMITS, reader=readers.ODD) as odd:
        seen.extend(str(page.origin) for page, _ in odd.read(slowly()) if isinstance(page, Page))
    assert seen == ["first", "second"]


def test_a_page_on_which_the_reader_fails_is_rejected_and_the_batch_goes_on(monkeypatch: pytest.MonkeyPatch):
    def failing(page: Page, model: object) -> object:
        raise ValueError("a hole in the blocks")

    monkeypatch.setattr(engine, "read_page", failing)
    outcome = read_safely(story("Monday"))
    assert isinstance(outcome, RejectedPage)
    assert outcome.rejection.reason == "internal_error"
    assert "a hole in the blocks" in outcome.rejection.detail
    assert reasons("fail", "next") == ["internal_error", "read"]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("end", ["segfault", "abort", "leave"])
def test_a_page_that_brings_down_its_process_is_rejected_alone(end: str, jobs: int):
    assert reasons("one", end, "two", end, "three", jobs=jobs) == [
        "read", "parser_crashed", "read", "parser_crashed", "read",
    ]  # fmt: skip


def test_what_ended_the_process_is_named():
    with Readers(1, LIMITS, reader=readers.ODD) as odd:
        [(_, outcome)] = odd.read([order("segfault")])
    assert isinstance(outcome, RejectedPage)
    assert "SIGSEGV" in outcome.rejection.detail


@no_limits_here
def test_a_page_that_works_for_ever_is_too_costly_and_the_next_is_read():
    started = time.monotonic()
    assert reasons("one", "work", "two") == ["read", "too_costly", "read"]
    assert time.monotonic() - started < 10


def test_a_page_that_waits_for_ever_is_too_costly_and_the_next_is_read():
    assert reasons("one", "wait", "two") == ["read", "too_costly", "read"]


@no_limits_here
def test_a_page_that_eats_memory_is_too_costly_and_the_next_is_read():
    assert reasons("one", "eat", "two") == ["read", "too_costly", "read"]


@no_limits_here
def test_memory_that_earlier_pages_left_behind_is_not_held_against_a_page():
    assert reasons("hoard 40", "hoard 40", "hoard 40", "hoard 200") == ["read", "read", "read", "too_costly"]


def test_pages_may_take_their_time_together():
    """The limits are a page's, not the batch's."""
    assert reasons(*["sleep 0.4"] * 5) == ["read"] * 5


def test_what_a_library_prints_is_no_answer():
    assert reasons("print", "next") == ["read", "read"]


def test_one_process_reads_page_after_page():
    with Readers(1, LIMITS, reader=readers.ODD) as odd:
        outcomes = [outcome for _, outcome in odd.read([order("one"), order("two")])]
    assert len({outcome.rejection.detail for outcome in outcomes if isinstance(outcome, RejectedPage)}) == 1


def test_a_path_that_no_text_can_carry_costs_that_page_only():
    torn = Page(content=b"torn", origin=Origin(path="\udc80.txt"), form="plain")
    with Readers(1, LIMITS, reader=readers.ODD) as odd:
        outcomes = [outcome for _, outcome in odd.read([torn, order("next")])]
    assert [o.rejection.reason for o in outcomes if isinstance(o, RejectedPage)] == ["internal_error", "read"]


def test_leaving_early_ends_the_processes_at_once():
    started = time.monotonic()
    with Readers(2, ReadingLimits(), reader=readers.ODD) as odd:
        next(odd.read(order(word) for word in ("one", "wait", "wait", "wait", *"abcdefgh")))
    assert time.monotonic() - started < 10


def test_readings_producers_are_known_before_any_page_is_read():
    with Readers() as real:
        [(_, outcome)] = real.read([story("Monday")])
        assert isinstance(outcome, Reading)
        assert real.producers["plain"] == outcome.producer


def test_a_missing_model_is_said_before_any_page_is_taken():
    with pytest.raises(ModelUnavailable, match="there is no model"), Readers(reader=readers.WITHOUT_MODEL):
        pass


def test_a_process_that_can_not_start_is_the_environments_problem():
    with pytest.raises(EnvironmentProblem, match="exit code 7"), Readers(reader=readers.BROKEN):
        pass


def test_files_beside_the_pages_are_not_taken_for_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "msgspec.py").write_text("raise SystemExit('a saved page named like a library')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    assert reasons("one") == ["read"]


@no_limits_here
def test_control_c_is_left_to_the_process_that_asked():
    with Readers(1, LIMITS, reader=readers.ODD) as odd:
        [(_, first)] = odd.read([order("one")])
        assert isinstance(first, RejectedPage)
        os.kill(int(first.rejection.detail), signal.SIGINT)
        time.sleep(0.1)
        [(_, second)] = odd.read([order("two")])
    assert isinstance(second, RejectedPage)
    assert second.rejection == first.rejection
