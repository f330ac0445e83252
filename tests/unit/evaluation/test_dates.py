"""How answers of the resolver of days are counted."""

from __future__ import annotations

from datetime import date

from onrecord.evaluation.dates import Dated, answers, score_dates

STORY = date(2025, 3, 19)


def dated(sentence: str, words: str, value: str) -> Dated:
    start = sentence.index(words)
    return Dated("GUM", "GUM_news_own", sentence, start, start + len(words), STORY, value)


def test_only_single_days_count_and_others_are_kept_when_no_day_is_given():
    given = [
        dated("It rained on Tuesday.", "Tuesday", "2025-03-18"),
        dated("It rained on Monday.", "Monday", "2025-03-10"),
        dated("It rained last week.", "last week", "2025-W11"),
        dated("It rained at 16:08 UTC.", "16:08 UTC", "2025-03-18T16:08Z"),
        dated("It rained today.", "today", "PRESENT_REF"),
    ]
    score = score_dates(given)
    assert (score.days, score.right, score.others, score.kept) == (2, 1, 3, 2)


def test_the_next_day_counts_from_the_day_before_it_in_the_text():
    given = [dated("On March 3 it rained.", "March 3", "2025-03-03"), dated("The next day too.", "The next day", "x")]
    assert answers(given) == [date(2025, 3, 3), date(2025, 3, 4)]
