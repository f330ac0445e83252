from pathlib import Path

import pytest

from onrecord.evaluation.names import NamedText, read_crossner, read_gum, read_name_corpora, read_re3d
from onrecord.evaluation.proper_names import proper_core
from onrecord.evaluation.running_text import join_tokens, place_tokens

DATA = Path(__file__).resolve().parents[3] / "../shared/data"


@pytest.fixture(scope="module")
def corpora() -> list[NamedText]:
    if not (DATA / "gum").is_dir():
        pytest.skip("the corpora of names are not beside this checkout (../shared/data)")
    return list(read_name_corpora(DATA))


def test_tokens_are_joined_as_people_write() -> None:
    tokens = ["The", "voters", "'", "choice", "(", "in", "1980", ")", "was", '"', "no", ",", "never", '"', "."]
    text, places = join_tokens(tokens)
    assert text == 'The voters\' choice (in 1980) was "no, never".'
    assert [text[start:end] for start, end in places] == tokens


def test_tokens_find_their_places_in_the_given_text() -> None:
    assert place_tokens("All-girl team", ["All", "-", "girl", "team"]) == [(0, 3), (3, 4), (4, 8), (9, 13)]
    assert place_tokens("All-girl team", ["All", "team"]) is None


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("the Foreign Minister Julie Bishop", "person", "Julie Bishop"),
        ("Haider al-Abadi", "person", "Haider al-Abadi"),
        ("Minister for the Middle East", "person", None),
        ("the Islamic State of Iraq and the Levant", "organisation", "Islamic State of Iraq and the Levant"),
        ("U.S. service members", "organisation", None),
        ("the city", "place", None),
        ("We", "organisation", None),
    ],
)
def test_name_is_cut_out_of_an_annotated_phrase(phrase: str, kind: str, name: str | None) -> None:
    words = phrase.split()
    core = proper_core(words, kind)
    assert (" ".join(words[core[0] : core[1]]) if core else None) == name


def test_corpora_have_ordered_disjoint_names_and_all_splits(corpora: list[NamedText]) -> None:
    for text in corpora:
        ends = [0]
        for start, end, _ in text.names:
            assert ends[-1] <= start < end <= len(text.text)
            assert text.text[start:end] == text.text[start:end].strip()
            ends.append(end)
    assert {(text.corpus, text.split) for text in corpora} >= {
        (corpus, split)
        for corpus in ("crossner_politics", "wikigold", "uner_ewt", "gum", "meantime", "re3d")
        for split in ("train", "test")
    }


def test_no_document_is_in_two_splits(corpora: list[NamedText]) -> None:
    splits = {(text.corpus, text.document): text.split for text in corpora}
    assert all(splits[text.corpus, text.document] == text.split for text in corpora)


def test_first_sentence_of_crossner_has_its_parties(corpora: list[NamedText]) -> None:
    text = next(read_crossner(DATA))
    assert [text.text[start:end] for start, end, _ in text.names][:2] == [
        "United Russia",
        "Communist Party of the Russian Federation",
    ]
    assert {kind for _, _, kind in text.names[:3]} == {"organisation"}


def test_gum_names_leave_titles_out(corpora: list[NamedText]) -> None:
    shown = {text.text[start:end] for text in read_gum(DATA) for start, end, kind in text.names if kind == "person"}
    assert "Donald Trump" in shown
    assert "President Donald Trump" not in shown


def test_country_that_acts_is_still_a_place(corpora: list[NamedText]) -> None:
    kinds = {k for t in corpora if t.corpus == "re3d" for s, e, k in t.names if t.text[s:e] == "Iraq"}
    assert kinds == {"place"}
    assert any(kind == "organisation" for text in read_re3d(DATA) for *_, kind in text.names)
