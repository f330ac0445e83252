"""What a reading process needs of what reads in it; the stages and the model are the reader's own business."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.schema import Outcome, Page, Producer, RejectedPage, Rejection, TextForm


@dataclass(frozen=True)
class Reader:
    """Something that reads pages, and whom its readings name as producer, by the form of the page."""

    producers: Mapping[TextForm, Producer]
    read: Callable[[Page], Outcome]


def rejected(page: Page, reason: str, detail: str) -> RejectedPage:
    return RejectedPage(page=page.reference, rejection=Rejection("articles", reason, detail))


def failed_on(page: Page, error: Exception) -> RejectedPage:
    return rejected(page, "internal_error", f"OnRecord failed on this page: {type(error).__name__}: {error}")
