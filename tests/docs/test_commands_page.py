"""docs/commands.md says what the program says."""

from __future__ import annotations

from docs import commands
from onrecord.faces.cli.application import COMMANDS


def test_commands_page_is_what_help_prints() -> None:
    assert commands.TARGET.read_text(encoding="utf-8") == commands.describe_commands(), "run: python docs/commands.py"


def test_every_command_is_on_the_page() -> None:
    assert set(commands.COMMANDS) == {command.__name__ for command in COMMANDS}
