"""The record described from itself."""

from __future__ import annotations

from onrecord.faces.web.views.about import corrected, model_use
from onrecord.language.cards import model_card
from onrecord.schema import Correction, CorrectionKind, Producer
from onrecord.store.profiles import ProducerCount


def correction(number: int, kind: CorrectionKind, who: str = "Ada", undone_by: int | None = None) -> Correction:
    return Correction(
        number=number, kind=kind, who=who, at="2026-01-01T00:00:00Z", because="seen on the page", undone_by=undone_by
    )


def test_corrections_are_counted_with_those_taken_back() -> None:
    told = corrected([
        correction(1, "rename"), correction(2, "merge", undone_by=3), correction(3, "undo"),
        correction(4, "merge", "Bo"),
    ])  # fmt: skip
    assert [(one.kind, one.made, one.undone) for one in told.counts] == [("merge", 2, 1), ("rename", 1, 0)]
    assert told.people == 2
    assert [one.number for one in told.latest] == [4, 2, 1]


def test_a_model_is_told_once_however_it_was_set() -> None:
    counts = [
        ProducerCount(producer=Producer(onrecord="0.1.0", model="m 1", settings=kind), pages=2, first="b", last=last)
        for kind, last in (("html", "c"), ("plain", "d"))
    ]
    use = model_use(counts, None)
    assert (use.pages, use.versions, use.last, use.card) == (4, ("0.1.0",), "d", None)


def test_the_bundled_model_tells_its_figures_and_what_it_is_not_for() -> None:
    card = model_card("onrecord-en")
    assert card is not None
    told = {entry.title: entry.text for entry in card.entries}
    assert "exact F1" in told["Figures"]
    assert "other languages" in told["Not meant for"]


def test_another_version_has_no_card_of_ours() -> None:
    assert model_card("onrecord-en 0.1") is None
    assert model_card("../onrecord-en") is None
    assert model_card("somebody-elses 1.0") is None
