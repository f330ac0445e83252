"""`/letters`: what readers write to the editors about a statement or an article, and what is answered."""

from __future__ import annotations

from typing import cast, get_args

import msgspec

from onrecord.faces.web.changing import Changed, NumberInPath, change
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.views.letters import LettersPage
from onrecord.faces.web.views.paging import cut_page, with_query
from onrecord.faces.web.visiting import Visiting
from onrecord.faces.web.wishes import Number
from onrecord.schema import LetterState
from onrecord.store.filters import check_choice

pages = Pages("letters")
_LETTERS = 25


class LetterWish(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong, and why, on the statement or article with this id."""

    about: str
    text: str = ""
    back: str = ""


class AnswerWish(msgspec.Struct, frozen=True, kw_only=True):
    """An answer, and the number of the correction that the letter led to, if any."""

    answer: str = ""
    correction: Number | None = None
    back: str = ""


@pages.page("/letters", template="letters.html")
def letters(visit: Visiting, state: str = "", page: int = 1) -> LettersPage:
    """List letters, the latest first: an editor's are all, a reader's are their own."""
    check_choice("state", state or None, get_args(LetterState))
    person = visit.person
    with visit.open_record() as record:
        written = record.reviews.letters(cast("LetterState | None", state or None))
        own = (one for one in written if person.edits or one.sender == person.name)
        shown, paging = cut_page(own, page, _LETTERS, with_query("/letters", state=state))
    return LettersPage(state=state, letters=shown, paging=paging)


@change(pages, "/letters", role="reader")
def write_letter(visit: Visiting, wish: LetterWish) -> Changed:
    """Write to the editors."""
    with visit.open_record() as record:
        letter = record.reviews.write_letter(wish.about, wish.text, sender=visit.person.name)
        return Changed(letter, to=f"/letters#letter-{letter.number}")


@change(pages, "/letters/{number}/answer")
def answer_letter(visit: Visiting, number: NumberInPath, wish: AnswerWish) -> Changed:
    """Answer a letter; the last answer counts."""
    with visit.open_record() as record:
        letter = record.reviews.answer_letter(
            number, wish.answer, who=visit.person.name, correction=wish.correction
        )  # fmt: skip
        return Changed(letter, to=f"/letters#letter-{letter.number}")
