"""One request as a page sees it: the record, who is asking, and the address."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends
from starlette.requests import Request

from onrecord.faces.web.reasons import Reasons
from onrecord.faces.web.remembering import Memory
from onrecord.faces.web.security.people import Person, current_person
from onrecord.faces.web.settings import WebSettings
from onrecord.store import RecordStore, open_store

T = TypeVar("T")


@dataclass(frozen=True)
class Visit:
    """What every page is given."""

    request: Request
    settings: WebSettings

    @property
    def person(self) -> Person:
        return current_person(self.request)

    def open_record(self) -> RecordStore:
        """Open the record, to be closed by `with`: a store is for one thread, and opening one takes 0.7 ms."""
        return open_store(self.settings.store)

    def remember(self, key: Hashable, ask: Callable[[RecordStore], T]) -> T:
        """Return what `ask` got from the record not long ago, or gets now (remembering.py): for what takes long.

        The key names what is asked, with everything that it depends on.
        """
        memory: Memory = self.request.app.state.memory
        return memory.remember(key, lambda: self._ask(ask))

    def forget(self, key: Hashable) -> None:
        """Have what was remembered asked for anew: this visit changed it."""
        memory: Memory = self.request.app.state.memory
        memory.forget(key)

    def keep_reason(self, kind: str, because: str) -> None:
        """Remember why the person did this, to offer it again."""
        reasons: Reasons = self.request.app.state.reasons
        reasons.keep(self.person.name, kind, because)

    def _ask(self, ask: Callable[[RecordStore], T]) -> T:
        with self.open_record() as record:
            return ask(record)


async def visit(request: Request) -> Visit:
    return Visit(request, request.app.state.settings)


Visiting = Annotated[Visit, Depends(visit)]
