"""`/queue`: what waits for the editors: statements that nobody has judged, the least sure first, and letters."""

from __future__ import annotations

from itertools import islice

from starlette.exceptions import HTTPException

from onrecord.faces.web.pages import Pages
from onrecord.faces.web.routes.notices import notice_of
from onrecord.faces.web.views.queue import QueuePage, queue_item
from onrecord.faces.web.visiting import Visiting

pages = Pages("corrections")
_STATEMENTS, _LETTERS = 10, 5


@pages.page("/queue", template="queue.html")
def queue(visit: Visiting, did: int = 0) -> QueuePage:
    """Show the editors what waits for them. `did` is the correction just made."""
    if not visit.person.edits:
        raise HTTPException(403)
    with visit.open_record() as record:
        ids = list(record.reviews.queue(limit=_STATEMENTS))
        waiting = record.connections.statements(ids)
        items = [queue_item(one, record.reading(one.article.id)) for one in waiting]
        return QueuePage(
            items=tuple(items), letters=tuple(islice(record.reviews.letters("open"), _LETTERS)),
            notice=notice_of(record, did),
        )  # fmt: skip
