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
        ("A court. (U.S. District Court, Eastern District of New York)",
         ("A court.", "U.S. District Court, Eastern District of New York")),
        ("気象庁で開かれた評価検討会＝１３日午後（代表撮影）", ("気象庁で開かれた評価検討会＝１３日午後", "代表")),
        ("（左から）西田、小野寺、高橋（Ｃ）共同通信社", ("（左から）西田、小野寺、高橋", "共同通信社")),
        ("대통령 당선인 모습. [사진 출처 = 연합뉴스]", ("대통령 당선인 모습.", "연합뉴스")),
        ("Protest w Warszawie. Fot. Jan Kowalski/PAP", ("Protest w Warszawie.", "Jan Kowalski/PAP")),
        ("Manifestants à Lyon. Crédit photo : Jean Dupont", ("Manifestants à Lyon.", "Jean Dupont")),
        ("Il ponte di Genova (Foto: Anna Rossi/ANSA)", ("Il ponte di Genova", "Anna Rossi/ANSA")),
        ("(The Daily Planet)", ("", "The Daily Planet")),
        ("Der Hafen. Bild © Jane Roe (hr)", ("Der Hafen.", "Jane Roe (hr)")),
        ("Foto de familia de la reunión en Madrid. EFE/ J.J. Roe",
         ("Foto de familia de la reunión en Madrid.", "EFE/ J.J. Roe")),
        ("Bild: IMAGO / Jane Roe", ("", "IMAGO / Jane Roe")),
        ("Митинг в Москве. Фото: Иван Петров / Коммерсантъ", ("Митинг в Москве.", "Иван Петров / Коммерсантъ")),
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
        "He heard it from an anonymous source: the minister himself",
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
    "line",
    [
        "A crowd outside the Reuters building",
        "BBC",
        "The dam. (AP Photo/Jane Roe)",
        "Traders/ the city",
        "Reuters said so.",
    ],
)
def test_lines_that_say_more_than_a_credit(line: str):
    assert not is_credit(line)
