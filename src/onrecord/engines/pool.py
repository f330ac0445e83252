"""Read many pages in order, each in a process that it may bring down without harm to the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType
from typing import Final, Self

from onrecord.engines.limits import ReadingLimits
from onrecord.engines.messages import Job
from onrecord.engines.worker_process import WorkerProcess
from onrecord.language.shipped import DEFAULT_MODEL
from onrecord.schema import Outcome, Page, Producer, RejectedPage, TextForm

FoundPage = Page | RejectedPage
DEFAULT_READER: Final = "onrecord.engines.reading:open_reader"
_WAITING_PER_JOB: Final = 4


def read_pages(
    pages: Iterable[FoundPage], *, jobs: int = 1, model: str = DEFAULT_MODEL, limits: ReadingLimits | None = None
) -> Iterator[tuple[FoundPage, Outcome]]:
    """Yield every page with what became of it, in order, as soon as it is known. Raises ModelUnavailable.

    `jobs` is the number of processes. A page that crashes its process, hangs or takes too much memory is rejected
    alone (`parser_crashed`, `too_costly`), and the others are read.
    """
    with Readers(jobs, limits, model=model) as readers:
        yield from readers.read(pages)


class Readers:
    """Processes that read, open for as long as the `with` block lasts."""

    def __init__(
        self,
        jobs: int = 1,
        limits: ReadingLimits | None = None,
        *,
        model: str = DEFAULT_MODEL,
        reader: str = DEFAULT_READER,
    ) -> None:
        """`reader` names what opens the reader in each process, as "module:function"; it takes the model's name and a
        number of threads.
        """
        # One process alone may use every core for the model's arithmetic; several share them out.
        job = Job(reader, model, 0 if jobs <= 1 else 1, limits or ReadingLimits())
        self._workers = [WorkerProcess(job) for _ in range(max(jobs, 1))]
        self._idle: SimpleQueue[WorkerProcess] = SimpleQueue()
        self._threads = ThreadPoolExecutor(len(self._workers), thread_name_prefix="onrecord-reading")
        self._producers: Mapping[TextForm, Producer] = {}

    @property
    def producers(self) -> Mapping[TextForm, Producer]:
        """Whom the readings will name as their producer, by the form of the page: known before any page is read."""
        return self._producers

    def __enter__(self) -> Self:
        """Start the first process. Raises EnvironmentProblem where it can't read, as without its model."""
        self._producers = self._workers[0].start()
        for worker in self._workers:
            self._idle.put(worker)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()

    def read(self, pages: Iterable[FoundPage]) -> Iterator[tuple[FoundPage, Outcome]]:
        """Yield every page with what became of it, in order; a few pages are taken ahead of the one in hand."""
        waiting: deque[tuple[FoundPage, Future[Outcome]]] = deque()
        for page in pages:
            waiting.append((page, self._submit(page)))
            # Pages may come slowly, from the network: what is done is given at once, not when the queue is full.
            while waiting and (waiting[0][1].done() or len(waiting) > len(self._workers) * _WAITING_PER_JOB):
                yield _finished(waiting.popleft())
        while waiting:
            yield _finished(waiting.popleft())

    def _submit(self, page: FoundPage) -> Future[Outcome]:
        if isinstance(page, Page):
            return self._threads.submit(self._read, page)
        known: Future[Outcome] = Future()
        known.set_result(page)
        return known

    def _read(self, page: Page) -> Outcome:
        worker = self._idle.get()
        try:
            return worker.read(page)
        finally:
            self._idle.put(worker)


def _finished(waiting: tuple[FoundPage, Future[Outcome]]) -> tuple[FoundPage, Outcome]:
    page, outcome = waiting
    return page, outcome.result()
