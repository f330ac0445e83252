"""Agencies are found by name and by initials."""

import pytest

from onrecord.articles.agencies import known_agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("The Associated Press, Associated Press", "Associated Press"),
        ("By JIM HEINTZ, AP", "Associated Press"),
        ("(Heikki Saukkomaa/Lehtikuva via AP)", "Associated Press"),
        ("ASSOCIATED PRESS", "Associated Press"),
        ("MOSCOW (Reuters) -", "Reuters"),
        ("Friso Gentsch/dpa", "Deutsche Presse-Agentur"),
        ("Australian Associated Press", "Australian Associated Press"),
        ("AFP/Getty", "Agence France-Presse"),
        ("By Jane Doe, staff writer", None),
        ("", None),
    ],
)
def test_agency_of_a_short_line(text: str, agency: str | None):
    assert known_agency(text) == agency


def test_initials_inside_words_are_no_agency():
    assert known_agency("APPLE AND PAPAL MAPS") is None
    assert known_agency("S&AP") is None
