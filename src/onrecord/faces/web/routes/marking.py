"""What a person says of claims and stories: not the same claim, no contest; the origin, no copy."""

from __future__ import annotations

from onrecord.faces.web.changing import Because, Changed, change
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.visiting import Visiting
from onrecord.store import RecordStore

pages = Pages("corrections")


class PairWish(Because, frozen=True, kw_only=True):
    """The other statement (an id)."""

    other: str = ""


@change(pages, "/contested/{id}/no-contest")
def no_contest(visit: Visiting, id: str, wish: Because) -> Changed:
    """Say that nobody disputes anything in a claim."""
    with visit.open_record() as record:
        claim = record.connections.claim(id).claim
        made = record.reviews.no_contest(claim, who=visit.person.name, because=wish.because)
        return Changed(made, to=f"/contested/{claim}")


@change(pages, "/statements/{id}/apart")
def apart(visit: Visiting, id: str, wish: PairWish) -> Changed:
    """Say that two statements don't put forward the same."""
    with visit.open_record() as record:
        made = record.reviews.apart(id, wish.other, who=visit.person.name, because=wish.because)
        return Changed(made, to=f"/statements/{made.places[0].statement}")


@change(pages, "/statements/{id}/together")
def together(visit: Visiting, id: str, wish: PairWish) -> Changed:
    """Say that two statements put forward the same."""
    with visit.open_record() as record:
        made = record.reviews.together(id, wish.other, who=visit.person.name, because=wish.because)
        return Changed(made, to=f"/statements/{made.places[0].statement}")


@change(pages, "/articles/{id}/origin")
def origin(visit: Visiting, id: str, wish: Because) -> Changed:
    """Say that the story which an article carries began in it."""
    with visit.open_record() as record:
        made = record.reviews.origin(id, who=visit.person.name, because=wish.because)
        return Changed(made, to=story_address(record, made.places[0].article))


@change(pages, "/articles/{id}/no-copy")
def no_copy(visit: Visiting, id: str, wish: Because) -> Changed:
    """Say that an article is no copy of another."""
    with visit.open_record() as record:
        made = record.reviews.no_copy(id, who=visit.person.name, because=wish.because)
        return Changed(made, to=story_address(record, made.places[0].article))


def story_address(record: RecordStore, article: str) -> str:
    """Return where the story of an article is shown, or the article where it carries none with others now."""
    story = record.connections.story_of(article)
    return f"/stories/{story.id}" if story else f"/articles/{article}"
