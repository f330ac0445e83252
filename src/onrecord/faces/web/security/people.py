"""Who is asking: a person with a role. How one is recognised is a doorkeeper's business."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from starlette.requests import HTTPConnection

Role = Literal["reader", "editor"]
_KEY = "onrecord.person"


@dataclass(frozen=True)
class Person:
    """Whoever uses the reading room. An editor corrects the record; a reader reads it, and writes to the editors."""

    name: str
    role: Role

    @property
    def edits(self) -> bool:
        return self.role == "editor"


class Doorkeeper(Protocol):
    """Tells who is asking."""

    def recognise(self, connection: HTTPConnection) -> Person | None:
        """Return the person, or null for a stranger."""
        ...


def current_person(connection: HTTPConnection) -> Person:
    """Return whom the doorkeeper let in. Raises KeyError on an open address, where nobody was asked for."""
    return connection.scope[_KEY]


def let_in(connection: HTTPConnection, person: Person) -> None:
    """Note on the request whose it is."""
    connection.scope[_KEY] = person
