"""What one asks a store about statements and articles together: claims and their sides, stories, quotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from onrecord.schema import Claim, QuotationFamily, Statement, Story


class ConnectionStore(Protocol):
    """What reconciling found, with people's corrections over it. What a person rejected counts nowhere."""

    def contested(self, *, about: str | None = None, limit: int | None = None) -> Iterator[Claim]:
        """Give the contested claims, those with the most independent origins on their smaller side first.

        `about` is words as in `StatementFilter.about`, which one of the claim's statements must match.
        """
        ...

    def claim(self, id: str) -> Claim:
        """Give a claim by its id or the id's beginning, contested or not. Raises SourceNotFound."""
        ...

    def claims_of(self, statement: str) -> list[Claim]:
        """Give the claims that a statement (by id) has a side in."""
        ...

    def stories(self, *, limit: int | None = None) -> Iterator[Story]:
        """Give the stories that more than one article carries, the most carried first."""
        ...

    def story(self, id: str) -> Story:
        """Give a story by its id or the id's beginning. Raises SourceNotFound."""
        ...

    def story_of(self, article: str) -> Story | None:
        """Give the story that an article (by id) carries; null where no other article does."""
        ...

    def quotation(self, id: str) -> QuotationFamily:
        """Give a quotation's family by its id or the id's beginning. Raises SourceNotFound."""
        ...

    def quotations_of(self, statement: str) -> list[QuotationFamily]:
        """Give the families of the quotations in a statement (by id)."""
        ...

    def changed_quotations(self, *, speaker: str | None = None, limit: int | None = None) -> Iterator[QuotationFamily]:
        """Give the families with a variant that was cut, joined or altered; altered ones first.

        `speaker` is an id across articles.
        """
        ...

    def statements(self, ids: list[str]) -> list[Statement]:
        """Give statements by their ids, in that order; those that are gone are left out."""
        ...
