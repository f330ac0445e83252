"""`onrecord people`: who may look at the record and who may correct it, where it is served to others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, cast

import typer

from onrecord.errors import UsageError
from onrecord.faces.cli.consoles import message_console, output_console, write_lines
from onrecord.faces.cli.failures import report_failures
from onrecord.faces.cli.options import DEFAULT_STORE, Json, Store

if TYPE_CHECKING:
    from onrecord.store import Role

_SHORTEST_PASSWORD = 10
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name to sign in with, shown at corrections.")]
ROLE = typer.Option("--role", metavar="ROLE", help="reader: may look and write letters. editor: may correct, too.")


def people() -> None:
    """Say who may look at the record and who may correct it, where it is served to others."""


def add(name: Name, role: Annotated[str, ROLE] = "reader", store: Store = DEFAULT_STORE) -> None:
    """Let somebody in; asks for a password."""
    from onrecord.store import open_store

    with open_store(store) as record:
        if record.people.person(name):
            raise UsageError(f"{name!r} is here already", remedy="`onrecord people list` shows who is.")
        made = record.people.add_person(name, cast("Role", role), _ask_password())
        message_console().print(f"{made.name} is a{'n' if made.role == 'editor' else ''} {made.role}", markup=False)


def list_people(json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """List who may."""
    import msgspec

    from onrecord.faces.cli.views.people_table import show_people
    from onrecord.store import open_store

    with open_store(store) as record:
        found = record.people.people()
        if json:
            told = ({"name": one.name, "role": one.role, "created_at": one.created_at} for one in found)
            write_lines(map(msgspec.json.encode, told))
        elif found:
            output_console().print(show_people(found))
        else:
            message_console().print("nobody: `onrecord people add NAME --role editor`", style="dim", markup=False)


def role(name: Name, role: Annotated[str, typer.Argument(metavar="ROLE")], store: Store = DEFAULT_STORE) -> None:
    """Change what somebody may do: reader, editor."""
    from onrecord.store import open_store

    with open_store(store) as record:
        made = record.people.set_role(name, cast("Role", role))
        message_console().print(f"{made.name}: {made.role}", markup=False)


def password(name: Name, store: Store = DEFAULT_STORE) -> None:
    """Give somebody a new password."""
    from onrecord.store import open_store

    with open_store(store) as record:
        if record.people.person(name) is None:
            raise UsageError(f"nobody here is called {name!r}", remedy="`onrecord people list` shows who is.")
        made = record.people.set_password(name, _ask_password())
        message_console().print(f"{made.name} has a new password", markup=False)


def remove(name: Name, store: Store = DEFAULT_STORE) -> None:
    """Let somebody in no more. What they corrected stays, under their name."""
    from onrecord.store import open_store

    with open_store(store) as record:
        record.people.remove_person(name)
        message_console().print(f"{name} is let in no more", markup=False)


SUBCOMMANDS: dict[str, Callable[..., None]] = {
    "add": add, "list": list_people, "role": role, "password": password, "remove": remove,
}  # fmt: skip


def add_subcommands(app: typer.Typer) -> None:
    for name, command in SUBCOMMANDS.items():
        app.command(name=name)(report_failures(command))


def _ask_password() -> str:
    """Ask twice, on the terminal, and return the hash. Raises UsageError on a short one."""
    from argon2 import PasswordHasher

    typed: str = typer.prompt("password", hide_input=True, confirmation_prompt=True, err=True)
    if len(typed) < _SHORTEST_PASSWORD:
        raise UsageError(
            "that password is too short", remedy=f"Take {_SHORTEST_PASSWORD} characters or more: a few words will do."
        )
    return PasswordHasher().hash(typed)
