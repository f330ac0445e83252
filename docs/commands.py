"""Write docs/commands.md: the help of every command, as the program prints it. Run after changing a command."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

TARGET = Path(__file__).with_name("commands.md")
COMMANDS = (
    "read", "add", "reconcile", "statements", "speakers", "show", "contested", "compare", "stories", "review",
    "corrections", "letters", "export", "serve", "people", "demo",
)  # fmt: skip
SUBCOMMANDS = {
    "speakers": ("merge", "split", "rename", "undo", "corrections", "evidence"),
    "review": (
        "accept", "reject", "respan", "reassign", "together", "apart", "no-contest", "origin", "no-copy", "queue",
    ),
    "corrections": ("undo", "import"),
    "letters": ("write", "answer"),
    "people": ("add", "list", "role", "password", "remove"),
}  # fmt: skip
INTRODUCTION = """# Commands

Written by `python docs/commands.py` out of the program's own `--help`.

Exit codes: 0 done; 1 some pages were rejected, each named with its reason on standard error; 2 wrong usage; 3 the
environment can't do it (no store, no model, a full disk); 130 stopped from the keyboard.

`onrecord --install-completion` teaches your shell to complete commands and options.
"""


def help_of(*arguments: str) -> str:
    """What `onrecord … --help` prints at 80 columns without colour."""
    environment = {**os.environ, "COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1", "TERM": "dumb"}
    for variable in ("FORCE_COLOR", "GITHUB_ACTIONS", "PY_COLORS", "ONRECORD_STORE"):
        environment.pop(variable, None)
    command = [sys.executable, "-m", "onrecord.faces.cli.main", *arguments, "--help"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return "\n".join(line.rstrip() for line in result.stdout.strip("\n").splitlines())


def describe_commands() -> str:
    parts = [INTRODUCTION, f"```text\n{help_of()}\n```\n"]
    parts += [_section(command) for command in COMMANDS]
    parts += [_section(group, command) for group, commands in SUBCOMMANDS.items() for command in commands]
    return re.sub(r"python -m onrecord\S*", "onrecord", "\n".join(parts))


def _section(*command: str) -> str:
    return f"## onrecord {' '.join(command)}\n\n```text\n{help_of(*command)}\n```\n"


if __name__ == "__main__":
    TARGET.write_text(describe_commands(), encoding="utf-8")
