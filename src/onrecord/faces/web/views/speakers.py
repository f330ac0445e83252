"""Speakers: the list of them, and one with names, roles, statements and those around."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.faces.web.views.contests import ClaimRow
from onrecord.faces.web.views.correcting import CorrectionLine
from onrecord.faces.web.views.paging import Paging, with_query
from onrecord.faces.web.views.plotting import Plot, draw_plot
from onrecord.faces.web.views.quotations import QuotationCard
from onrecord.faces.web.views.quoting import StatementLine
from onrecord.schema import Evidence, Speaker
from onrecord.store import StatementFilter
from onrecord.store.profiles import HeardCount, RoleEvidence


class SpeakersPage(msgspec.Struct, frozen=True, kw_only=True):
    """Speakers, those with the most statements first; `words` is the name asked for, empty for all."""

    words: str
    total: int
    speakers: tuple[Speaker, ...]
    paging: Paging


class QuotedBy(msgspec.Struct, frozen=True, kw_only=True):
    """A publisher that quotes a speaker: how often, and from which month to which. Null where no publisher is known."""

    publisher: str | None
    statements: int
    first: str | None
    last: str | None


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Which of a speaker's statements one wants to see; empty is any."""

    about: str = ""
    form: str = ""
    stance: str = ""
    since: str = ""
    until: str = ""

    @property
    def narrow(self) -> bool:
        return any((self.about, self.form, self.stance, self.since, self.until))


class SpeakerPage(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker across articles. `contests` are claims that they stand on one side of, `changed` their quotations."""

    speaker: Speaker
    names: tuple[Evidence, ...]
    roles: tuple[RoleEvidence, ...]
    plot: Plot
    quoted_by: tuple[QuotedBy, ...]
    wish: Wish
    statements: tuple[StatementLine, ...]
    paging: Paging
    contests: tuple[ClaimRow, ...]
    changed: tuple[QuotationCard, ...]
    history: tuple[CorrectionLine, ...]


def offices_first(speaker: Speaker) -> Speaker:
    """Put what somebody is before whom they are of: "President", and then "of the Russian Federation"."""
    return msgspec.structs.replace(speaker, roles=tuple(sorted(speaker.roles, key=_is_affiliation)))


def roles_in_order(roles: Iterable[RoleEvidence]) -> tuple[RoleEvidence, ...]:
    """Order roles in the same way."""
    return tuple(sorted(roles, key=lambda one: _is_affiliation(one.role)))


def _is_affiliation(role: str) -> bool:
    return role.casefold().startswith(("of ", "from ", "with ", "at ", "for "))


def wished_filter(speaker: str, wish: Wish, limit: int) -> StatementFilter:
    """Return what to ask the record for. Raises UsageError on a wrong value."""
    given = {name: value.strip() for name, value in msgspec.structs.asdict(wish).items() if value.strip()}
    return StatementFilter(speaker=speaker, limit=limit, **given)


def wish_address(speaker: str, wish: Wish) -> str:
    """Return the address of a speaker's page with that wish."""
    return with_query(f"/speakers/{speaker}", **msgspec.structs.asdict(wish))


def heard_plot(heard: Iterable[HeardCount]) -> Plot:
    """Draw when a speaker was heard, whoever published it."""
    months: dict[str, int] = {}
    for one in heard:
        if one.month is not None:
            months[one.month] = months.get(one.month, 0) + one.statements
    return draw_plot(sorted(months.items()))


def quoted_by(heard: Sequence[HeardCount]) -> tuple[QuotedBy, ...]:
    """Sum up who quotes a speaker, whoever does most first."""
    publishers = dict.fromkeys(one.publisher for one in heard)
    found = [_quoted_by(name, [one for one in heard if one.publisher == name]) for name in publishers]
    return tuple(sorted(found, key=lambda one: (-one.statements, one.publisher or "")))


def _quoted_by(publisher: str | None, heard: Sequence[HeardCount]) -> QuotedBy:
    months = [one.month for one in heard if one.month]
    return QuotedBy(
        publisher=publisher, statements=sum(one.statements for one in heard),
        first=min(months, default=None), last=max(months, default=None),
    )  # fmt: skip
