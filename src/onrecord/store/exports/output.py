"""Where an export goes: a stream as it is, or a file that appears whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import OutputFailed

_REMEDIES = {
    errno.ENOSPC: "Free some space or choose another place.",
    errno.EDQUOT: "Your quota is used up: free some space or choose another place.",
    errno.ENOENT: "Make the folder first.",
    errno.EISDIR: "Give the name of a file.",
}
_ANY_REMEDY = "Get the right to write there or choose another place."


@contextmanager
def output_to(target: str | os.PathLike[str] | BinaryIO) -> Generator[BinaryIO]:
    """Give a binary stream that ends in `target`. Raises OutputFailed."""
    if not isinstance(target, (str, os.PathLike)):
        with _explained("the output"):
            yield target
            target.flush()
        return
    # A link is written through: `record.csv -> /shared/today.csv` stays a link.
    path = Path(os.path.realpath(target))
    with _explained(str(target)):
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:  # /dev/stdout or a named pipe can't be replaced, only written
                yield stream
        else:
            yield from _whole_file(path)


def _whole_file(path: Path) -> Generator[BinaryIO]:
    """Write beside the file and put the result in its place at the end; on an error leave what was there."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()


@contextmanager
def _explained(name: str) -> Generator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads has enough, as in `onrecord export … | head`: the caller's to end quietly
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, _ANY_REMEDY)
        raise OutputFailed(f"{name} can't be written: {error.strerror or error}", remedy=remedy) from error
