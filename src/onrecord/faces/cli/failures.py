"""Errors on the command line: what is wrong and what to do about it, without a traceback, and an exit code."""

from __future__ import annotations

import errno
import functools
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import typer
from rich.text import Text

from onrecord.errors import OnRecordError, OutputFailed, PageRejected, UsageError
from onrecord.faces.cli import exit_codes
from onrecord.faces.cli.consoles import message_console
from onrecord.faces.cli.views.screen import printable

_NO_SPACE = (errno.ENOSPC, errno.EDQUOT)


def report_failures(command: Callable[..., None]) -> Callable[..., None]:
    """Make a command end the way people and scripts expect, whatever happens in it."""

    @functools.wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            with _output_explained():
                command(*arguments, **options)
                sys.stdout.flush()
        except OnRecordError as error:
            print_failure(error)
            raise typer.Exit(exit_code_of(error)) from error
        except BrokenPipeError as error:
            # `onrecord read … | head` closes the pipe when it has seen enough: that is no failure.
            _silence_stdout()
            raise typer.Exit(exit_codes.DONE) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(exit_codes.INTERRUPTED) from error

    return run


@contextmanager
def _output_explained() -> Generator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_SPACE:
            raise
        _silence_stdout()
        problem = f"the output can't be written: {(error.strerror or str(error)).lower()}"
        raise OutputFailed(problem, remedy="Free some space, or choose another place.") from error


def print_failure(error: OnRecordError) -> None:
    console = message_console()
    console.print(Text.assemble(("onrecord: ", "bold red"), printable(error.problem)), soft_wrap=True)
    console.print(Text(printable(error.remedy)), soft_wrap=True)


def exit_code_of(error: OnRecordError) -> int:
    if isinstance(error, PageRejected):
        return exit_codes.SOME_REJECTED
    return exit_codes.USAGE if isinstance(error, UsageError) else exit_codes.ENVIRONMENT


def _silence_stdout() -> None:
    """Point standard output at nothing: Python flushes it once more at the very end, and would complain then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
