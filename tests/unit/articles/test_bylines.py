"""Names out of bylines."""

import pytest

from onrecord.articles.bylines import byline_names, is_byline, tidy_authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("By Jane Roe, John Doe & Ann Poe", ("Jane Roe", "John Doe", "Ann Poe")),
        ("By Jane Roe, chief political correspondent", ("Jane Roe",)),
        ("By Jane Roe | The Daily", ("Jane Roe",)),
        ("Von Jana Biernat und Max Roe", ("Jana Biernat", "Max Roe")),
        ("Written by Jane Roe on March 19, 2025", ("Jane Roe",)),
        ("ByJane Roe", ("Jane Roe",)),
        ("Written by:Jane Roe", ("Jane Roe",)),
        ("BYRON ROE", ("BYRON ROE",)),
        ("Jane Roe ⋅ Review Editor ⋅", ("Jane Roe",)),
        ("By Jane Roe April 5, 2025", ("Jane Roe",)),
        ("By Jane Roe, MD, and April May, RDN", ("Jane Roe", "April May")),
        ("Jane Roe, AFP", ("Jane Roe", "AFP")),
        ("Written by", ()),
        ("Auteur: Anna Rohová", ("Anna Rohová",)),
        ("Alle Artikel von Tanja Roe", ("Tanja Roe",)),
        ("Ana Roe y Luis Doe", ("Ana Roe", "Luis Doe")),
        ("Marta Roe i Jan Doe", ("Marta Roe", "Jan Doe")),
        ("Par Jean Roe et Marie-Claire de la Tour", ("Jean Roe", "Marie-Claire de la Tour")),
        ("Иван Петров и Мария Сидорова", ("Иван Петров", "Мария Сидорова")),
        ("Автор: Иван Петров", ("Иван Петров",)),
        ("Jane Roe/John M. Doe", ("Jane Roe", "John M. Doe")),
        ("Jane Roe Senior Autos Reporter", ("Jane Roe",)),
        ("Jane Roe jane@daily.test", ("Jane Roe",)),
        ("Redaktion: Eberhard Roe (Sprecher des EJW)", ("Eberhard Roe",)),
    ],
)
def test_names_of_a_byline(line: str, names: tuple[str, ...]):
    assert byline_names(line) == names


def test_lines_that_are_no_bylines():
    assert not is_byline("By the time the dam opened, it was spring")
    assert is_byline("By Jane Roe")


def test_addresses_and_accounts_are_no_authors():
    assert tidy_authors(["https://daily.test/jane", "admin", "Jane Roe", "jane roe"]) == ("Jane Roe",)
