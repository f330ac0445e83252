"""`/`: search first; then what is new, who is heard most, what is contested, and what was rejected."""

from __future__ import annotations

from onrecord.faces.web.pages import Pages
from onrecord.faces.web.views.front import FrontPage, Overview, overview, search_results
from onrecord.faces.web.visiting import Visiting
from onrecord.store import RecordStore

pages = Pages("record")
_FOUND, _LATEST, _HEARD, _CONTESTED = 20, 8, 8, 5


@pages.page("/", template="front.html")
def front(visit: Visiting, q: str = "") -> FrontPage:
    """Search the record (`q`), or get an overview of it."""
    if not q.strip():
        return FrontPage(results=None, overview=visit.remember("overview", overview_of))
    with visit.open_record() as record:
        return FrontPage(results=search_results(q, record.overview.search(q, limit=_FOUND)), overview=None)


def overview_of(record: RecordStore) -> Overview:
    """Ask the record for everything that the front page shows."""
    asked = record.overview
    return overview(
        record.counts(), asked.latest_articles(limit=_LATEST), asked.most_heard(limit=_HEARD),
        contested=list(record.connections.contested(limit=_CONTESTED)), rejected=asked.rejection_reasons(),
    )  # fmt: skip
