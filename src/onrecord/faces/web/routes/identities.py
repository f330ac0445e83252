"""What a person says of who is who: merge, split and rename speakers."""

from __future__ import annotations

from onrecord.faces.web.changing import Because, Changed, change
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.visiting import Visiting

pages = Pages("corrections")


class MergeWish(Because, frozen=True, kw_only=True):
    """The speaker that is the same as this one: an id or a name."""

    other: str = ""


class SplitWish(Because, frozen=True, kw_only=True):
    """The names, and the articles (ids), in which this is somebody else."""

    name: tuple[str, ...] = ()
    article: tuple[str, ...] = ()


class RenameWish(Because, frozen=True, kw_only=True):
    """The name to show."""

    name: str = ""


@change(pages, "/speakers/{id}/merge")
def merge(visit: Visiting, id: str, wish: MergeWish) -> Changed:
    """Say that another speaker is this one."""
    with visit.open_record() as record:
        known = record.identities
        kept = known.speaker(id)
        made = known.merge(kept, known.speaker(wish.other), who=visit.person.name, because=wish.because)
        return Changed(made, to=f"/speakers/{kept}")


@change(pages, "/speakers/{id}/split")
def split(visit: Visiting, id: str, wish: SplitWish) -> Changed:
    """Say that some of a speaker's names or articles are somebody else's."""
    with visit.open_record() as record:
        found = record.identities.speaker(id)
        made = record.identities.split(
            found, names=wish.name, articles=wish.article, who=visit.person.name, because=wish.because
        )
        return Changed(made, to=f"/speakers/{found}")


@change(pages, "/speakers/{id}/rename")
def rename(visit: Visiting, id: str, wish: RenameWish) -> Changed:
    """Say under which name a speaker is shown."""
    with visit.open_record() as record:
        found = record.identities.speaker(id)
        made = record.identities.rename(found, wish.name, who=visit.person.name, because=wish.because)
        return Changed(made, to=f"/speakers/{found}")
