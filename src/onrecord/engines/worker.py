"""The process that reads: pages come in by standard input, outcomes go out by standard output.

It holds itself to its limits, and ends where a page breaks them; whoever started it starts another for the next page.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from contextlib import suppress
from typing import BinaryIO

from onrecord.engines import messages
from onrecord.engines.limits import limit_memory, processor_time
from onrecord.engines.reader import Reader, failed_on, rejected
from onrecord.errors import EnvironmentProblem
from onrecord.schema import Outcome, Page, encode_outcome

_OUT_OF_MEMORY = "Reading this page takes more memory than one page may: is it a page of news?"


def main() -> None:
    # Control-C reaches every process of the terminal; the one that asked decides what becomes of the page in hand.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests = sys.stdin.buffer
    answers = _private_output()
    first = messages.receive(requests)
    if first is None:
        return
    with suppress(BrokenPipeError):  # whoever asked was killed: nobody waits for the answer
        _work(messages.job_decoder.decode(first), requests, answers)


def _private_output() -> BinaryIO:
    """Keep standard output for the answers: what a library prints goes where errors go."""
    private = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(private, "wb")


def _work(job: messages.Job, requests: BinaryIO, answers: BinaryIO) -> None:
    try:
        reader = _open(job)
    except EnvironmentProblem as problem:
        messages.send(answers, messages.encode(messages.Unable(problem.problem, problem.remedy)))
        return
    messages.send(answers, messages.encode(messages.Ready(dict(reader.producers))))
    limit_memory(job.limits.megabytes)
    goes_on = True
    while goes_on and (content := messages.receive(requests)) is not None:
        with processor_time(job.limits.seconds):
            answer, goes_on = _answer(reader, content)
        messages.send(answers, answer)


def _open(job: messages.Job) -> Reader:
    module, _, function = job.reader.partition(":")
    return getattr(importlib.import_module(module), function)(job.model, job.threads)


def _answer(reader: Reader, content: bytes) -> tuple[bytes, bool]:
    """Read a page; return the outcome as JSON, and whether this process is fit to read another."""
    page = messages.page_decoder.decode(content)
    try:
        return encode_outcome(_read(reader, page)), True
    except MemoryError:
        # Libraries may be left with half of what they asked for, and the heap in pieces.
        return encode_outcome(rejected(page, "too_costly", _OUT_OF_MEMORY)), False


def _read(reader: Reader, page: Page) -> Outcome:
    try:
        return reader.read(page)
    except MemoryError:
        raise
    except Exception as error:  # nothing but the answer leaves this process, so it has to say whatever went wrong
        return failed_on(page, error)


if __name__ == "__main__":
    main()
