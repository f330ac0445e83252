"""OnRecord reads news pages and keeps the record: who said what, in which role, how, and where on the page.

    import onrecord

    reading = onrecord.read("call.html")            # a path, or the bytes of a page
    for attribution in reading.attributions:
        print(attribution.speakers, attribution.stance, attribution.content)

    with onrecord.open_store("record.db") as store:
        for statement in store.statements():
            print(statement.article.headline, statement.attribution.content)

The types that come back are in `onrecord.schema`, the errors in `onrecord.errors`. What one page becomes is in
`onrecord.pipeline`; many pages at once are `onrecord.engines`' business.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import OnRecordError, PageRejected
from onrecord.schema import Reading, RejectedPage
from onrecord.version import VERSION as __version__

if TYPE_CHECKING:
    from onrecord.store import RecordStore

__all__ = ["OnRecordError", "PageRejected", "Reading", "__version__", "open_store", "read"]


def read(source: str | PathLike[str] | bytes, *, plain: bool = False) -> Reading:
    """Read one page: a path, or a page's bytes. `plain` says that a text is an article's own, without furniture.

    Raises PageRejected where the page gives no article, with its reason; ModelUnavailable where the model is missing.
    """
    from onrecord.engines.reading import read_safely
    from onrecord.pages import PageSettings, load_page

    page = load_page(source if isinstance(source, bytes) else Path(source), PageSettings(plain=plain))
    outcome = read_safely(page)
    if isinstance(outcome, RejectedPage):
        raise PageRejected(outcome.rejection.reason, outcome.rejection.detail, str(outcome.page.origin))
    return outcome


def open_store(path: str | PathLike[str], *, create: bool = False) -> RecordStore:
    """Open a record. Raises StoreNotFound (unless `create`), StoreTooNew, StoreDamaged."""
    from onrecord import store

    return store.open_store(path, create=create)
