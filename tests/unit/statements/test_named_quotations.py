from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.schema import Attribution, Name
from onrecord.statements.named_quotations import find_named_quotations


def found_in(paragraph: str, *names: str) -> list[Attribution]:
    article = compose_article([Piece("paragraph", paragraph)], Metadata())
    places = [(paragraph.index(name), name) for name in names]
    return find_named_quotations(article, [Name(start, start + len(name), name, "person") for start, name in places])


def test_a_name_with_age_and_trade_before_a_colon_speaks():
    (found,) = found_in("Lidia Ferrante, 29, cook: “A garden.”", "Lidia Ferrante")
    assert found.source[0].text == "Lidia Ferrante, 29, cook"
    assert (found.cue[0].text, found.content[0].text, found.form) == (":", "“A garden.”", "direct")


def test_a_time_stamp_or_a_bullet_before_the_name_is_no_part_of_it():
    for before in ("11:42 ", "• ", "7.15pm ", "16:48 – "):
        (found,) = found_in(before + "Governor Ismail Yildiz: “Schools will stay closed.”", "Ismail Yildiz")
        assert found.source[0].text == "Governor Ismail Yildiz"


def test_two_coaches_share_a_paragraph():
    found = found_in("Home coach Ida Lund: “We deserved more.” Tom Akers: “So did we.”", "Ida Lund", "Tom Akers")
    assert [one.source[0].text for one in found] == ["Home coach Ida Lund", "Tom Akers"]


def test_what_has_a_verb_is_the_models():
    assert found_in("Sen. McCaskill scolded him: “No.”", "McCaskill") == []
    assert found_in("McCaskill, asked again, replied: “No.”", "McCaskill") == []


def test_a_label_without_a_name_is_no_speaker():
    assert found_in("On the menu: “Grandmother's soup.”") == []


def test_a_name_whose_words_bear_no_marks_is_left_to_the_model():
    assert found_in("Lidia Ferrante: the cook who became mayor", "Lidia Ferrante") == []


def test_a_bare_surname_before_a_sentence_speaks_and_a_heading_does_not():
    (found,) = found_in("Eriksdotter: “We shall see in May.”")
    assert found.source[0].text == "Eriksdotter"
    assert found_in("Motto: “Never give up hope.”") == []
    assert found_in("Eriksdotter: “The Lemon Tree”") == []
