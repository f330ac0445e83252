"""Read many pages: one after the other in this process, or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from onrecord.language.onnx_model import load_model
from onrecord.pipeline.reading import read_page
from onrecord.schema import Outcome, Page, RejectedPage, Rejection

FoundPage = Page | RejectedPage
_WAITING_PER_JOB = 4


def read_pages(pages: Iterable[FoundPage], *, jobs: int = 1) -> Iterator[tuple[FoundPage, Outcome]]:
    """Yield every page with what became of it, in order, as soon as it is known. Raises ModelUnavailable.

    With `jobs` above 1 a page that brings down its process is rejected alone, and the others are read.
    """
    load_model()  # a missing model is the caller's to know before any page is taken
    if jobs <= 1:
        for page in pages:
            yield page, read_safely(page)
    else:
        yield from _Pool(jobs).read(pages)


def read_safely(page: FoundPage, threads: int = 0) -> Outcome:
    """Read a page; one on which OnRecord itself fails is rejected with what went wrong, and the batch goes on."""
    if isinstance(page, RejectedPage):
        return page
    try:
        return read_page(page, load_model(threads=threads))
    except (ArithmeticError, LookupError, RecursionError, RuntimeError, TypeError, ValueError) as error:
        return _failed(page, "internal_error", f"OnRecord failed on this page: {type(error).__name__}: {error}")


def _read_in_worker(page: Page) -> Outcome:
    return read_safely(page, threads=1)


def _failed(page: Page, reason: str, detail: str) -> RejectedPage:
    return RejectedPage(page=page.reference, rejection=Rejection("articles", reason, detail))


class _Pool:
    """Processes that read, a few pages ahead of the one that is yielded next."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._workers = _start(jobs)

    def read(self, pages: Iterable[FoundPage]) -> Iterator[tuple[FoundPage, Outcome]]:
        waiting: deque[tuple[Page, Future[Outcome]] | RejectedPage] = deque()
        try:
            for page in pages:
                waiting.append(page if isinstance(page, RejectedPage) else (page, self._submit(page)))
                if len(waiting) > self._jobs * _WAITING_PER_JOB:
                    yield _finished(waiting.popleft())
            while waiting:
                yield _finished(waiting.popleft())
        finally:
            self._workers.shutdown(cancel_futures=True)

    def _submit(self, page: Page) -> Future[Outcome]:
        try:
            return self._workers.submit(_read_in_worker, page)
        except BrokenProcessPool:
            self._workers = _start(self._jobs)
            return self._workers.submit(_read_in_worker, page)


def _start(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _finished(waiting: tuple[Page, Future[Outcome]] | RejectedPage) -> tuple[FoundPage, Outcome]:
    if isinstance(waiting, RejectedPage):
        return waiting, waiting
    page, future = waiting
    try:
        return page, future.result()
    except BrokenProcessPool:  # one of the pages in work brought its process down, and the pool with it
        return page, _read_alone(page)


def _read_alone(page: Page) -> Outcome:
    with _start(1) as worker:
        try:
            return worker.submit(_read_in_worker, page).result()
        except BrokenProcessPool:
            return _failed(page, "crashed", "Reading this page brought its process down.")
