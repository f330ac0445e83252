"""What a store can do about who is who across articles: keep what reconciling finds, and what people say against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.schema import Appearance, Correction, Evidence, Identity, Membership, Reading


@dataclass(frozen=True)
class BlockAnswer:
    """Who is who in one block: every appearance of it has one membership, every identity is named."""

    block: str
    identities: Sequence[Identity]
    memberships: Sequence[Membership]


class IdentityStore(Protocol):
    """The part of a store that reconciling and corrections work on. Every call is one transaction."""

    def unseen(self, part: str, rules: str) -> Iterator[Reading]:
        """Give the readings of the articles that this part of reconciling hasn't seen by these rules."""
        ...

    def keep_appearances(self, rules: str, found: Sequence[tuple[str, Sequence[Appearance]]]) -> None:
        """Keep what each article (by id) says of its speakers; the article then counts as seen by these rules."""
        ...

    def stale_blocks(self) -> list[str]:
        """Name the blocks in which an appearance came or went since they were last answered, in order."""
        ...

    def appearances(self, block: str) -> list[Appearance]:
        """Give a block's appearances, in the order of article and speaker."""
        ...

    def keep_answers(self, answers: Sequence[BlockAnswer]) -> int:
        """Keep who is who, corrections applied over it; return how many appearances changed hands."""
        ...

    def speaker(self, typed: str) -> str:
        """Return the id of the one speaker that an id, its beginning or a name means.

        Raises SourceNotFound where there is none or more than one, naming them.
        """
        ...

    def merge(self, kept: str, other: str, *, who: str, because: str) -> Correction:
        """Say that two speakers (ids) are one, known as the first. Raises UsageError where they are one already."""
        ...

    def split(
        self, id: str, *, names: Sequence[str] = (), articles: Sequence[str] = (), who: str, because: str
    ) -> Correction:
        """Say that what a speaker is called so, or is in these articles, is somebody else's; future articles' too.

        Raises UsageError where that would take nothing or everything.
        """
        ...

    def rename(self, id: str, name: str, *, who: str, because: str) -> Correction:
        """Say under which name a speaker is shown."""
        ...

    def undo(self, number: int, *, who: str, because: str) -> Correction:
        """Take a correction back; undoing an undo puts it in force again. Raises UsageError where that is done."""
        ...

    def corrections(self) -> list[Correction]:
        """Give every correction ever made, the earliest first, those undone included."""
        ...

    def correction(self, number: int) -> Correction | None:
        """Give one correction; null where no correction has this number."""
        ...

    def evidence(self, id: str) -> list[Evidence]:
        """Tell why every form of the name is this speaker's, the most frequent first."""
        ...
