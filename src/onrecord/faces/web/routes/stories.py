"""`/stories`: what several papers carry; `/stories/ID`: one story; `/quotations/ID`: one quotation's wordings."""

from __future__ import annotations

from onrecord.faces.web.pages import Pages
from onrecord.faces.web.views.paging import cut_page, rows_wanted
from onrecord.faces.web.views.quotations import QuotationPage, quotation_card
from onrecord.faces.web.views.stories import StoriesPage, StoryPage, picked_carrier, story_page
from onrecord.faces.web.visiting import Visiting
from onrecord.schema import Correction, Story
from onrecord.store import RecordStore

pages = Pages("stories")
_STORIES, _CHANGED = 25, 10


@pages.page("/stories", template="stories.html")
def stories(visit: Visiting, page: int = 1) -> StoriesPage:
    """List stories with several carriers, and quotations whose words changed."""
    with visit.open_record() as record:
        found = record.connections.stories(limit=rows_wanted(page, _STORIES))
        shown, paging = cut_page(found, page, _STORIES, "/stories")
        changed = record.connections.changed_quotations(limit=_CHANGED)
        return StoriesPage(stories=shown, paging=paging, changed=tuple(map(quotation_card, changed)))


@pages.page("/stories/{id}", template="story.html")
def story(visit: Visiting, id: str, beside: str = "") -> StoryPage:
    """Show a story's carriers, and one of them (`beside`, an article's id) against the origin."""
    with visit.open_record() as record:
        found = record.connections.story(id)
        picked = picked_carrier(found, beside)
        if picked is None:
            return story_page(found, None, None, _corrections(record, found))
        origin = record.reading(found.carriers[0].article.id).article
        return story_page(
            found, picked, (origin, record.reading(picked.article.id).article), _corrections(record, found)
        )


def _corrections(record: RecordStore, found: Story) -> list[Correction]:
    """Return what people said of a story's carriers as such, the earliest first, undone or not."""
    said = {one.number: one for carrier in found.carriers for one in record.reviews.history(carrier.article.id)}
    whole = {number for number, one in said.items() if one.kind in ("origin", "no_copy")}
    return [said[number] for number in sorted(said) if number in whole or said[number].undoes in whole]


@pages.page("/quotations/{id}", template="quotation.html")
def quotation(visit: Visiting, id: str) -> QuotationPage:
    """Show one quotation's wordings, word by word."""
    with visit.open_record() as record:
        return QuotationPage(quotation=quotation_card(record.connections.quotation(id)))
