"""One reading process, as seen by who asks it: it is started when needed, and again after a page has ended it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, cast

from onrecord.engines import messages
from onrecord.engines.limits import ended_by
from onrecord.engines.reader import failed_on, rejected
from onrecord.errors import EnvironmentProblem, ModelUnavailable
from onrecord.schema import Outcome, Page, Producer, RejectedPage, TextForm, decode_outcome

_LAST_WORD: Final = 1.0
_SLOW: Final = "Reading this page takes longer than one page may: is it a page of news?"
# SIGPROF: it used up its processor time. SIGKILL: the system takes from the largest process when memory runs out.
_COSTLY: Final = tuple(
    -number for name in ("SIGPROF", "SIGXCPU", "SIGKILL") if (number := getattr(signal, name, None)) is not None
)


class WorkerProcess:
    """Reads one page at a time. A page that hangs, crashes or eats its memory is rejected; the next is read."""

    def __init__(self, job: messages.Job) -> None:
        self._job = job
        self._process: subprocess.Popen[bytes] | None = None
        self._read_before = 0
        self._closed = threading.Event()

    def start(self) -> Mapping[TextForm, Producer]:
        """Start it and wait until it can read; return whom its readings name. Raises ModelUnavailable."""
        self._process = process = _spawn()
        self._read_before = 0
        if self._closed.is_set():  # closed from another thread meanwhile
            _end(process)
        greeting = self._exchange(process, messages.encode(self._job))
        if greeting is None:
            code = _end(process)
            raise EnvironmentProblem(
                f"The process that reads pages ended before it could read any ({ended_by(code)}).",
                remedy="Its last words are above. Is this installation whole? pip install --force-reinstall onrecord",
            )
        answer = messages.greeting_decoder.decode(greeting)
        if isinstance(answer, messages.Unable):
            _end(process)
            raise ModelUnavailable(answer.problem, remedy=answer.remedy)
        return answer.producers

    def read(self, page: Page) -> Outcome:
        """Read a page, or reject it as too_costly or parser_crashed. Raises EnvironmentProblem."""
        outcome = self._read_once(page)
        if _is_costly(outcome) and self._read_before:
            # Memory that earlier pages left behind is not this page's: a fresh process decides.
            outcome = self._read_once(page)
        return outcome

    def close(self) -> None:
        """End the process, whatever it does; a page in its hands is lost."""
        self._closed.set()
        process = self._process
        if process is not None:
            process.kill()
            _end(process)

    def _read_once(self, page: Page) -> Outcome:
        try:
            content = messages.encode(page)
        except ValueError as error:  # a name with half a surrogate pair in it
            return failed_on(page, error)
        if self._process is None:
            self.start()
        process = cast("subprocess.Popen[bytes]", self._process)
        overdue = threading.Event()
        watch = threading.Timer(self._job.limits.patience, lambda: (overdue.set(), process.kill()))
        watch.daemon = True
        watch.start()
        try:
            answer = self._exchange(process, content)
        finally:
            watch.cancel()
        return self._outcome(page, process, answer, overdue.is_set())

    def _outcome(self, page: Page, process: subprocess.Popen[bytes], answer: bytes | None, overdue: bool) -> Outcome:
        if answer is None:
            self._process = None
            code = _end(process)
            if overdue or code in _COSTLY:
                return rejected(page, "too_costly", _SLOW)
            return rejected(page, "parser_crashed", f"Reading this page brought its process down ({ended_by(code)}).")
        outcome = decode_outcome(answer)
        if _is_costly(outcome):
            self._process = None
            _end(process)
        else:
            self._read_before += 1
        return outcome

    @staticmethod
    def _exchange(process: subprocess.Popen[bytes], content: bytes) -> bytes | None:
        try:
            messages.send(cast(BinaryIO, process.stdin), content)
            return messages.receive(cast(BinaryIO, process.stdout))
        except (OSError, ValueError):  # it is gone; ValueError: it was closed from another thread
            return None


def _is_costly(outcome: Outcome) -> bool:
    return isinstance(outcome, RejectedPage) and outcome.rejection.reason == "too_costly"


def _spawn() -> subprocess.Popen[bytes]:
    # -P: a file called numpy.py among somebody's saved pages is not the library.
    command = [sys.executable, "-P", "-m", "onrecord.engines.worker"]
    paths = os.pathsep.join(str(Path(path).absolute()) for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": paths}
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    except (OSError, ValueError) as error:
        raise EnvironmentProblem(
            f"The process that reads pages can't be started: {error}", remedy="Free some memory, or end other programs."
        ) from error


def _end(process: subprocess.Popen[bytes]) -> int:
    """See it to its end, by force if need be; return its exit code."""
    try:
        # One that crashed or said its last word is about to end by itself, and how tells what happened.
        code = process.wait(_LAST_WORD)
    except subprocess.TimeoutExpired:
        process.kill()
        code = process.wait()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):  # what was still to be written has nobody to read it
            cast(BinaryIO, stream).close()
    return code
