"""What one page may cost, and how a process holds itself to that."""

from __future__ import annotations

import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import msgspec

_STATUS = Path("/proc/self/status")
_MEGABYTE = 1_000_000


class ReadingLimits(msgspec.Struct, frozen=True, kw_only=True):
    """What reading one page may cost.

    `seconds` of processor time, so that a page's fate doesn't hang on what else the machine does; `megabytes` on top of
    what the process takes with its model loaded; `patience` in seconds on the clock, for a page that waits for ever
    without working. Windows knows only the last.
    """

    seconds: float = 30.0
    megabytes: int = 400
    patience: float = 180.0


def limit_memory(megabytes: int) -> None:
    """Let this process grow by so much and no more: what goes beyond fails as MemoryError, or ends it.

    A process that ends so leaves no core file behind.
    """
    if sys.platform == "win32":
        return
    import resource

    # What is mapped from files (the model, libraries) is shared and doesn't count; stacks and heaps do.
    limit = _private_bytes() + megabytes * _MEGABYTE
    _, highest = resource.getrlimit(resource.RLIMIT_DATA)
    if highest != resource.RLIM_INFINITY:
        limit = min(limit, highest)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, highest))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _private_bytes() -> int:
    """Bytes of private memory that this process has mapped; 0 where the system doesn't tell."""
    try:
        lines = _STATUS.read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmData:")), 0)


@contextmanager
def processor_time(seconds: float) -> Generator[None]:
    """Have the system end this process where the block takes more; even inside a parser, where no exception could."""
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def ended_by(returncode: int) -> str:
    """Name what ended a process: "SIGSEGV", or "exit code 3"."""
    if returncode >= 0:
        return f"exit code {returncode}"
    try:
        return signal.Signals(-returncode).name
    except ValueError:
        return f"signal {-returncode}"
