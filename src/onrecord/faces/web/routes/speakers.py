"""`/speakers`: who is on the record; `/speakers/ID`: one of them, with all that is known."""

from __future__ import annotations

from functools import partial

from starlette.exceptions import HTTPException

from onrecord.errors import SourceNotFound, UsageError
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.routes.contested import rows_of
from onrecord.faces.web.views.correcting import correction_line
from onrecord.faces.web.views.paging import LAST_PAGE, check_page, cut_page, rows_wanted, with_query
from onrecord.faces.web.views.quotations import quotation_card
from onrecord.faces.web.views.quoting import statement_line
from onrecord.faces.web.views.speakers import (
    SpeakerPage,
    SpeakersPage,
    Wish,
    heard_plot,
    offices_first,
    quoted_by,
    roles_in_order,
    wish_address,
    wished_filter,
)
from onrecord.faces.web.visiting import Visiting
from onrecord.schema import Claim, Evidence, Speaker
from onrecord.store import RecordStore, StatementFilter
from onrecord.store.profiles import HeardCount, RoleEvidence

pages = Pages("speakers")
_SPEAKERS, _STATEMENTS = 50, 25
_ROLES, _CONTESTS, _CHANGED = 12, 6, 6
_LOOKED_THROUGH = 40
"""Contested claims that are looked through for a speaker's own."""


@pages.page("/speakers", template="speakers.html")
def speakers(visit: Visiting, q: str = "", page: int = 1) -> SpeakersPage:
    """List who is on the record, or who goes by a name (`q`)."""
    name = q.strip()
    found = visit.remember(("speakers", name), partial(_named, name=name))
    total = len(found) if name else visit.remember("counts", lambda record: record.counts()).speakers
    shown, paging = cut_page(found, check_page(page), _SPEAKERS, with_query("/speakers", q=name))
    return SpeakersPage(words=name, total=total, speakers=shown, paging=paging)


def _named(record: RecordStore, *, name: str) -> list[Speaker]:
    """Give as many speakers of a name, or of any, as there are pages for."""
    return [offices_first(one) for one in record.speakers(by=name or None, limit=rows_wanted(LAST_PAGE, _SPEAKERS))]


@pages.page("/speakers/{id}", template="speaker.html")
def speaker(
    visit: Visiting, id: str, about: str = "", form: str = "", stance: str = "", since: str = "", until: str = "",
    page: int = 1,
) -> SpeakerPage:  # fmt: skip
    """Show a speaker: names, roles, statements (narrowed down as one wishes), and those around."""
    wish = Wish(about=about, form=form, stance=stance, since=since, until=until)
    with visit.open_record() as record:
        found, heard, roles, names = visit.remember(("speaker", id), partial(_profile, id=id))
        asked = _asked(found.id, wish, page)
        said, paging = cut_page(record.statements(asked), page, _STATEMENTS, wish_address(found.id, wish))
        return SpeakerPage(
            speaker=offices_first(found), names=tuple(names), roles=roles_in_order(roles), plot=heard_plot(heard),
            quoted_by=quoted_by(heard), wish=wish, statements=tuple(map(statement_line, said)), paging=paging,
            contests=rows_of(record, contests_of(record, found)),
            changed=tuple(map(quotation_card, record.connections.changed_quotations(speaker=found.id, limit=_CHANGED))),
            history=tuple(map(correction_line, record.reviews.history(found.id))),
        )  # fmt: skip


def _asked(speaker: str, wish: Wish, page: int) -> StatementFilter:
    """Return what to ask the record for; a wrong wish is answered as such, not as a speaker that isn't there."""
    try:
        return wished_filter(speaker, wish, rows_wanted(page, _STATEMENTS))
    except UsageError as error:
        raise HTTPException(400, f"{error.problem}. {error.remedy}") from error


def _profile(record: RecordStore, *, id: str) -> tuple[Speaker, list[HeardCount], list[RoleEvidence], list[Evidence]]:
    """Gather what takes long for somebody with thousands of statements, and doesn't depend on the wish."""
    found = find_speaker(record, id)
    asked = record.profiles
    return found, asked.heard(found.id), asked.roles(found.id, limit=_ROLES), record.identities.evidence(found.id)


def find_speaker(record: RecordStore, id: str) -> Speaker:
    """Return the speaker that an id or its beginning names. Raises SourceNotFound."""
    found = record.show(id)
    if not isinstance(found, Speaker):
        raise SourceNotFound(f"{id!r} is not a speaker’s id", remedy="Search for the name under “Speakers”.")
    return found


def contests_of(record: RecordStore, found: Speaker) -> list[Claim]:
    """Return the contested claims in which a speaker is on a side."""
    named = " ".join(word for word in found.name.replace('"', " ").split())
    about = record.connections.contested(about=f'"{named}"', limit=_LOOKED_THROUGH)
    theirs = [claim for claim in about if any(one.id == found.id for side in claim.sides for one in side.speakers)]
    return theirs[:_CONTESTS]
