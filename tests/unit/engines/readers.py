"""Readers for the tests, named to a reading process as "module:function"; they do what a page's first word says."""

from __future__ import annotations

import os
import signal
import sys
import time

from onrecord.engines.reader import Reader
from onrecord.errors import ModelUnavailable
from onrecord.schema import Outcome, Page, Producer, RejectedPage, Rejection

ODD = "tests.unit.engines.readers:open_odd"
WITHOUT_MODEL = "tests.unit.engines.readers:open_without_model"
BROKEN = "tests.unit.engines.readers:open_broken"
_kept: list[bytearray] = []


def open_odd(model: str, threads: int) -> Reader:
    return Reader({"plain": Producer(onrecord="0", model=model, settings=f"{threads} threads")}, read_oddly)


def open_without_model(model: str, threads: int) -> Reader:
    raise ModelUnavailable("there is no model", remedy="Install it.")


def open_broken(model: str, threads: int) -> Reader:
    os._exit(7)


def read_oddly(page: Page) -> Outcome:
    """Do what the page says; the outcome's detail is the number of the process."""
    word, _, number = page.content.decode().partition(" ")
    {
        "work": _work_for_ever, "wait": lambda: time.sleep(60), "abort": os.abort,
        "segfault": lambda: os.kill(os.getpid(), signal.SIGSEGV), "leave": lambda: os._exit(3),
        "eat": _eat, "hoard": lambda: _kept.append(bytearray(int(number) * 1_000_000)),
        "print": lambda: print("an advertisement", flush=True), "fail": _fail,
        "sleep": lambda: time.sleep(float(number)),
    }.get(word, lambda: None)()  # fmt: skip
    return RejectedPage(page=page.reference, rejection=Rejection("articles", "read", str(os.getpid())))


def _work_for_ever() -> None:
    while True:
        pass


def _eat() -> None:
    while True:
        _kept.append(bytearray(10_000_000))


def _fail() -> None:
    sys.setrecursionlimit(200)
    _fail()
