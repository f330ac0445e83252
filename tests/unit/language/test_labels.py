import numpy as np

from onrecord.language.labels import (
    ATTRIBUTION_LABELS,
    allowed_ends,
    allowed_transitions,
    labels_of_spans,
    spans_of_labels,
)


def test_a_span_of_one_word_is_single_and_a_longer_one_has_ends():
    labels = [ATTRIBUTION_LABELS[at] for at in labels_of_spans([(0, 1, 0), (1, 2, 1), (2, 5, 2)], 6)]
    assert labels == ["S-source", "S-cue", "B-content", "I-content", "E-content", "O"]


def test_spans_come_back_from_their_labels():
    spans = [(0, 1, 0), (1, 3, 1), (3, 9, 2), (10, 11, 2)]
    assert spans_of_labels(labels_of_spans(spans, 12)) == spans


def test_a_span_that_began_must_end_before_another_kind_begins():
    allowed = allowed_transitions(ATTRIBUTION_LABELS)

    def may(first: str, second: str) -> bool:
        return bool(allowed[ATTRIBUTION_LABELS.index(first), ATTRIBUTION_LABELS.index(second)])

    assert may("B-content", "E-content")
    assert may("E-source", "S-cue")
    assert not may("B-content", "O")
    assert not may("I-content", "E-cue")
    assert not may("O", "I-content")


def test_a_paragraph_neither_opens_nor_closes_inside_a_span():
    opens, closes = allowed_ends(ATTRIBUTION_LABELS)
    assert {ATTRIBUTION_LABELS[at][0] for at in np.flatnonzero(opens)} == {"O", "B", "S"}
    assert {ATTRIBUTION_LABELS[at][0] for at in np.flatnonzero(closes)} == {"O", "E", "S"}
