"""A person's name is taken apart whatever order, spelling and titles it comes in."""

from __future__ import annotations

import pytest

from onrecord.speakers.person_names import parse_person, same_given_names, same_surname


@pytest.mark.parametrize(
    ("written", "given", "last", "suffix"),
    [
        ("Putin", "", "putin", ""),
        ("PUTIN", "", "putin", ""),
        ("Russian President Vladimir Putin", "vladimir", "putin", ""),
        ("Putin, Vladimir", "vladimir", "putin", ""),
        ("Joseph R. Biden, Jr.", "joseph r", "biden", "jr"),
        ("Xi Jinping", "jinping", "xi", ""),
        ("Kim Jong Un", "jong un", "kim", ""),
        ("Kim Davis", "kim", "davis", ""),
        ("Ban Ki-moon", "ki-moon", "ban", ""),
        ("Orbán Viktor", "viktor", "orban", ""),
        ("Ursula von der Leyen", "ursula", "leyen", ""),
        ("Mohammed bin Salman", "mohammed", "salman", ""),
        ("Abdel Fattah el-Sisi", "abdel fattah", "sisi", ""),
        ("former Secretary of State Hillary Clinton", "hillary", "clinton", ""),
        ("King Abdullah II", "", "abdullah", "ii"),
        ("Dean Heller", "dean", "heller", ""),
    ],
)
def test_given_names_surname_and_suffix_are_found(written: str, given: str, last: str, suffix: str) -> None:
    name = parse_person(written)
    assert (" ".join(name.given), name.last, name.suffix) == (given, last, suffix)


@pytest.mark.parametrize(
    ("written", "short", "surname"),
    [
        ("Kishida Fumio", "kishida", "kishida"),  # Japanese order, as the White House writes it
        ("Andrés Manuel López Obrador", "lopez obrador", "lopez obrador"),
        ("Pedro Sánchez Pérez-Castejón", "sanchez", "sanchez"),
    ],
)
def test_what_the_article_calls_somebody_for_short_tells_the_surname(written: str, short: str, surname: str) -> None:
    assert " ".join(parse_person(written, frozenset({short})).surname) == surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "William Clinton"),
        ("Joe Biden", "Joseph R. Biden"),
        ("Wladimir Putin", "Vladimir Putin"),
        ("J. Sullivan", "Jake Sullivan"),
        ("Willard Mitt Romney", "Mitt Romney"),
        ("Benyamin Netanyahu", "Benjamin Netanyahu"),
        ("Muhammad bin Salman", "Mohamed bin Salman"),
        ("Donand Trump", "Donald Trump"),
    ],
)
def test_given_names_of_one_person_agree(one: str, other: str) -> None:
    assert same_given_names(parse_person(one), parse_person(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George W. Bush", "George H. W. Bush"),
        ("Mike Pence", "Greg Pence"),
        ("Daniel Ortega", "Daniela Ortega"),
        ("Austin Davis", "Justin Davis"),
        ("John D. Smith", "John E. Smith"),
    ],
)
def test_given_names_of_two_people_do_not(one: str, other: str) -> None:
    assert not same_given_names(parse_person(one), parse_person(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zelenskyy", "Selenskyj"), ("Lukashenko", "Łukaszenka"), ("Medvedev", "Medwedew"), ("Erdoğan", "Erdogan")],
)
def test_a_surname_in_two_spellings_is_one(one: str, other: str) -> None:
    assert same_surname(parse_person(one), parse_person(other))


@pytest.mark.parametrize(("one", "other"), [("Meyer", "Meier"), ("Martin", "Martina"), ("Putin", "Putina")])
def test_surnames_that_only_sound_alike_are_two(one: str, other: str) -> None:
    assert not same_surname(parse_person(one), parse_person(other))
