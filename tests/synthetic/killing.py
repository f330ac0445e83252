"""Kill a program at random moments, as a power cut or an out-of-memory killer does.

Any program will do that goes on where it was stopped, as `onrecord add` does.
"""

from __future__ import annotations

import os
import random
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Killing:
    """How to kill: `times` times; most often within `within_s` seconds of the program's first line of output,
    every fifth time within `start_s` seconds of its start, where it may not have begun its work."""

    times: int
    within_s: float
    start_s: float
    seed: int = 0


def kill_again_and_again(
    command: Sequence[str], killing: Killing, *, folder: Path, after_each: Callable[[], None]
) -> int:
    """Run `command` and SIGKILL it, over and over; return how often it was still running when it was killed.

    `after_each` looks at what the killed program left behind. Stops early where the program gets to its end.
    """
    chance = random.Random(killing.seed)
    kills = 0
    while kills < killing.times:
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=folder, env=_environment(folder)) as program:
            early = kills % 5 == 0
            if not early and program.stdout is not None:
                program.stdout.readline()
            time.sleep(chance.uniform(0, killing.start_s if early else killing.within_s))
            program.kill()
            if program.wait() == 0:
                return kills
        kills += 1
        after_each()
    return kills


def run_to_the_end(command: Sequence[str], *, folder: Path) -> None:
    """Run `command` undisturbed. Raises CalledProcessError where it fails."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, env=_environment(folder))


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(folder)}
