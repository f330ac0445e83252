"""A caption is parted from its credit."""

import pytest

from onrecord.articles.credits import is_credit, split_credit


@pytest.mark.parametrize(
    ("caption", "parted"),
    [
        ("Putin attends a meeting, 2025. (AP Photo/Luis M. Alvarez)",
         ("Putin attends a meeting, 2025.", "AP Photo/Luis M. Alvarez")),
        ("Putin speaks. (Alexei Nikolsky, Sputnik, Kremlin Pool Photo via AP)ASSOCIATED PRESS",
         ("Putin speaks.", "Alexei Nikolsky, Sputnik, Kremlin Pool Photo via AP")),
        ("Feuerwehrleute in Essen. Foto: Jana Biernat/dpa", ("Feuerwehrleute in Essen.", "Jana Biernat/dpa")),
        ("A flood in Valencia. Photograph: Eva Roe/Reuters", ("A flood in Valencia.", "Eva Roe/Reuters")),
        ("A flood in Valencia. © Eva Roe", ("A flood in Valencia.", "Eva Roe")),
        ("The bank's boss. Andrew Roe / AP", ("The bank's boss.", "Andrew Roe / AP")),
        ("Smoke over a village. (Jane Roe, Daily Planet)", ("Smoke over a village.", "Jane Roe, Daily Planet")),
        ("Photo: Jane Roe", ("", "Jane Roe")),
        ("A hammock. Credit: Jane Roe (Daily.test)", ("A hammock.", "Jane Roe (Daily.test)")),
        ("(Photo by Jane Roe/Getty Images)", ("", "Jane Roe/Getty Images")),
        ("Roe is a socialist. | Ann Poe/PA Images via Getty Images",
         ("Roe is a socialist.", "Ann Poe/PA Images via Getty Images")),
        ("The minister on Sunday in Madrid EFE/ J.J. Roe", ("The minister on Sunday in Madrid", "EFE/ J.J. Roe")),
        ("The raid in La Soledat / Ann Poe", ("The raid in La Soledat", "Ann Poe")),
        ("A flood in Liège. — BELGA", ("A flood in Liège.", "BELGA")),
        ("Legende: The president with his advisers. Keystone/AP",
         ("The president with his advisers.", "Keystone/AP")),
    ],
)  # fmt: skip
def test_credit_is_parted(caption: str, parted: tuple[str, str]):
    assert split_credit(caption) == parted


@pytest.mark.parametrize(
    "caption",
    [
        "A plant for the kitchen (stock image)",
        "Mario Roe (CDU) and Jan Doe (AfD)",
        "The goalkeeper (left) and the coach (second from right)",
        "",
        "A crowd.",
    ],
)
def test_caption_without_credit_stays_whole(caption: str):
    assert split_credit(caption) == (caption, None)


@pytest.mark.parametrize(
    "line", ["AP", "Getty Images", "Jane Roe / Pool via Reuters", "© Jane Roe/imago", "/AFP via Getty"]
)
def test_lines_that_only_credit(line: str):
    assert is_credit(line)


@pytest.mark.parametrize(
    "line", ["A crowd outside the Reuters building", "BBC", "Traders/ the city", "Reuters said so."]
)
def test_lines_that_say_more_than_a_credit(line: str):
    assert not is_credit(line)
