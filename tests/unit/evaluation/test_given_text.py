from dataclasses import dataclass

from onrecord.evaluation.given_text import in_given_text
from onrecord.evaluation.polnear import GoldAttribution
from onrecord.schema import Span


@dataclass
class Found:
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def test_places_come_back_over_other_white_space_and_other_marks():
    canonical, given = "Ada said no é.", "Ada  said\r\nno e\u0301."
    found = Found((Span.of(canonical, 0, 3),), (Span.of(canonical, 4, 8),), (Span.of(canonical, 9, 11),))
    assert in_given_text(given, canonical, [found]) == [GoldAttribution(((0, 3),), ((5, 9),), ((11, 13),))]


def test_a_span_that_the_given_text_lacks_has_no_place():
    found = Found((), (), (Span.of("no x", 3, 4),))
    assert in_given_text("no", "no x", [found]) == [GoldAttribution((), (), ())]
