"""What a store can do about the people who use it: who may look, and who may correct."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

Role = Literal["reader", "editor"]
"""Both see all of the record; an editor may correct it, and answers letters."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who may sign in. `password_hash` says by itself how it was made; the password is nowhere."""

    name: str
    role: Role
    created_at: str
    password_hash: str = field(repr=False)


class PeopleStore(Protocol):
    """The part of a store that keeps its people. Every call is one transaction. Passwords come hashed."""

    def add_person(self, name: str, role: Role, password_hash: str) -> Person:
        """Let somebody in. Raises UsageError where the name is taken, is none, or the role is none."""
        ...

    def person(self, name: str) -> Person | None:
        """Give the person of this name, in whatever case it is typed; null where there is none."""
        ...

    def people(self) -> list[Person]:
        """Give everybody, by name."""
        ...

    def set_role(self, name: str, role: Role) -> Person:
        """Change what somebody may do. Raises SourceNotFound, UsageError."""
        ...

    def set_password(self, name: str, password_hash: str) -> Person:
        """Change somebody's password. Raises SourceNotFound."""
        ...

    def remove_person(self, name: str) -> None:
        """Let somebody in no more; what they corrected stays, under their name. Raises SourceNotFound."""
        ...
