"""The reading view's values: blocks, marks, cards, furniture."""

from __future__ import annotations

from dataclasses import replace

from synthetic.stories import KURSK, reading_of

from onrecord.faces.web.views.article import ArticlePage, article_page
from onrecord.faces.web.views.statement import statement_page
from onrecord.schema import ArticleReference, Statement, speaker_id

# Each cue's words are found where they first stand, so every statement here has words of its own.
READING = reading_of(
    replace(
        KURSK,
        paragraphs=(
            *KURSK.paragraphs[:2],
            "Mr. Zelenskyy will travel to Oslo. A senior official hinted the talks go on.",
        ),
        said=(*KURSK.said[:3], replace(KURSK.said[3], cue="hinted", content=("the talks go on",))),
    )
)
REFERENCE = ArticleReference(
    id=READING.article.id, headline="Leaders", published=None, publisher=None, url=None, path=None
)  # fmt: skip
STATEMENTS = [
    Statement(
        attribution=one, speaker_ids=tuple(speaker_id(who.kind, who.name) for who in one.speakers), article=REFERENCE
    )
    for one in reversed(READING.attributions)
]  # fmt: skip
DENIAL = next(one for one in STATEMENTS if one.attribution.stance == "denies")


def shown() -> ArticlePage:
    return article_page(READING, STATEMENTS, recorded_at="2025-03-20T06:00:00+00:00")


def test_the_blocks_give_back_the_canonical_text() -> None:
    page = shown()
    assert "\n\n".join("".join(part.text for part in block.segments) for block in page.blocks) == READING.article.text


def test_cards_are_numbered_as_they_stand_in_the_text() -> None:
    page = shown()
    assert [card.number for card in page.statements] == [1, 2, 3, 4]
    assert [card.source for card in page.statements] == [
        "Dmitry Peskov, the Kremlin spokesman", "Volodymyr Zelenskyy", "Kyiv", "A senior official",
    ]  # fmt: skip
    assert [number for block in page.blocks for part in block.segments for number in part.begins] == [1, 2, 3, 4]


def test_nobody_in_particular_is_named_and_not_linked() -> None:
    official = shown().statements[3].speakers[0]
    assert (official.name, official.id) == ("a senior official", None)


def test_a_caption_keeps_who_made_the_picture() -> None:
    (caption,) = [block for block in shown().blocks if block.kind == "caption"]
    assert caption.credits == ("Jane Doe/Example Pictures",)


def test_what_was_left_out_is_gathered_by_reason() -> None:
    (group,) = shown().furniture
    assert (group.reason, group.texts) == ("promotion", ("Sign up today!",))


def test_a_statement_is_shown_among_its_neighbours() -> None:
    page = statement_page(DENIAL, READING, STATEMENTS)
    assert (page.place, page.of) == (3, 4)
    assert page.earlier is not None
    assert page.later is not None
    texts = ["".join(part.text for part in block.segments) for block in page.context]
    assert [text[:12] for text in texts] == ["Dmitry Pesko", "“The fightin", "Mr. Zelensky"]


def test_only_the_statement_itself_is_marked_in_its_context() -> None:
    page = statement_page(DENIAL, READING, STATEMENTS)
    marked = [part.text for block in page.context for part in block.segments if part.marks]
    assert marked == ["Kyiv", "denied", "any losses"]


def test_the_first_has_none_before_it_and_the_last_none_behind() -> None:
    ordered = list(reversed(STATEMENTS))
    first, last = statement_page(ordered[0], READING, STATEMENTS), statement_page(ordered[-1], READING, STATEMENTS)
    assert (first.earlier, first.later) == (None, ordered[1].id)
    assert (last.earlier, last.later) == (ordered[-2].id, None)


def test_a_rejected_statement_has_no_place_among_the_others() -> None:
    page = statement_page(DENIAL, READING, [one for one in STATEMENTS if one is not DENIAL])
    assert (page.place, page.of, page.earlier, page.later) == (None, 3, None, None)
