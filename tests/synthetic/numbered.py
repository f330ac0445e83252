"""As many pages as one likes, each with its outcome, the same in every process."""

from __future__ import annotations

import random

from onrecord.schema import Origin, Outcome, Page, PageReference, Producer, RejectedPage, Rejection
from synthetic.stories import PRODUCER, Said, Story, page_of, reading_of, rejected_of

_PEOPLE = ("Dmitry Peskov", "Volodymyr Zelenskyy", "Lars Løkke", "Jane Leeson", "Mike Lee", "Søren Kjær")
_WHAT = ("the talks would go on", "nothing was agreed", "a ceasefire was near", "the border stays shut")


def numbered_page(number: int) -> Page | None:
    """Return the page with that number; every 13th can't be had, every 5th is an earlier story's second edition."""
    if number % 13 == 5:
        return None
    if number % 5 == 4:
        return page_of(numbered_story(number - 4), edition="mobile")
    return page_of(numbered_story(number))


def numbered_outcome(number: int, page: Page | None, producer: Producer = PRODUCER) -> Outcome:
    """Return what becomes of that page: mostly a reading; every 11th has no article."""
    if page is None:
        missing = PageReference(id=None, origin=Origin(path=f"missing-{number:05}.html"))
        return RejectedPage(page=missing, rejection=Rejection("pages", "unreadable", "Permission denied."))
    if number % 11 == 3:
        return rejected_of(page)
    return reading_of(numbered_story(number - 4 if number % 5 == 4 else number), page, producer)


def numbered_story(number: int) -> Story:
    """Return a story in which three people say one thing each."""
    chance = random.Random(number)
    said = [(name, f"{chance.choice(_WHAT)} on day {number}") for name in chance.sample(_PEOPLE, k=3)]
    paragraphs = tuple(f"{name} said {what}, part {part}." for part, (name, what) in enumerate(said))
    return Story(
        headline=f"Day {number} of the talks",
        path=f"{number:05}.html",
        published=f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}",
        paragraphs=paragraphs,
        said=tuple(
            Said(content=(f"{what}, part {part}",), source=name, name=name) for part, (name, what) in enumerate(said)
        ),
    )
