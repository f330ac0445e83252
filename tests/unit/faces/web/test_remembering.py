"""What takes long is remembered, in proportion to what it costs."""

from __future__ import annotations

import threading

import pytest

from onrecord.faces.web.remembering import Memory


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Asked:
    """Counts how often it is asked; every answer costs some seconds."""

    def __init__(self, clock: Clock, cost: float) -> None:
        self.times, self._clock, self._cost = 0, clock, cost

    def __call__(self) -> int:
        self.times += 1
        self._clock.now += self._cost
        return self.times


def wait_for_threads(before: list[threading.Thread]) -> None:
    for thread in threading.enumerate():
        if thread not in before:
            thread.join(timeout=5)


def test_a_quick_answer_is_made_again_a_moment_later() -> None:
    clock = Clock()
    memory, ask = Memory(clock), Asked(clock, 0.005)
    assert memory.remember("k", ask) == 1
    assert memory.remember("k", ask) == 1
    clock.now += 0.2
    assert memory.remember("k", ask) == 2


def test_a_slow_answer_is_given_once_more_while_the_next_is_made() -> None:
    clock = Clock()
    memory, ask = Memory(clock), Asked(clock, 0.5)
    memory.remember("k", ask)
    clock.now += 9
    assert memory.remember("k", ask) == 1
    assert ask.times == 1
    clock.now += 2
    before = threading.enumerate()
    assert memory.remember("k", ask) == 1
    wait_for_threads(before)
    assert memory.remember("k", ask) == 2


def test_the_first_in_the_morning_gets_no_answer_of_last_night() -> None:
    clock = Clock()
    memory, ask = Memory(clock), Asked(clock, 0.5)
    memory.remember("k", ask)
    clock.now += 8 * 3600
    assert memory.remember("k", ask) == 2


def test_a_failure_is_not_remembered() -> None:
    memory = Memory()

    def fail() -> int:
        raise ValueError("busy")

    with pytest.raises(ValueError, match="busy"):
        memory.remember("k", fail)
    assert memory.remember("k", lambda: 1) == 1


def test_no_more_is_kept_than_a_day_needs() -> None:
    clock = Clock()
    memory, ask = Memory(clock), Asked(clock, 1)
    for number in range(100):
        memory.remember(number, ask)
    assert memory.remember(99, ask) == 100
    assert memory.remember(0, ask) == 101


def test_what_is_forgotten_is_asked_for_anew() -> None:
    clock = Clock()
    memory, ask = Memory(clock), Asked(clock, 5.0)
    assert memory.remember("log", ask) == 1
    memory.forget("log")
    memory.forget("never heard of")
    assert memory.remember("log", ask) == 2
