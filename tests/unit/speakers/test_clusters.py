from onrecord.schema import Article
from onrecord.speakers.clusters import Cast, group_names, same_person
from onrecord.speakers.finding import find_names
from onrecord.speakers.knowledge import load_knowledge
from onrecord.speakers.layout import lay_out
from onrecord.speakers.names import initials
from tests.unit.speakers.stories import names_in, story


def cast_of(article: Article, **kinds: list[str]) -> Cast:
    layout, knowledge = lay_out(article), load_knowledge()
    return group_names(layout, find_names(layout, names_in(article, **kinds), [], knowledge), knowledge)


def clusters(cast: Cast) -> dict[str, list[str]]:
    return {referent.name: [name.text for name in referent.names] for referent in cast.referents}


def test_initials_and_middle_names_are_one_person():
    assert same_person(("donald", "j", "trump"), ("donald", "trump"))
    assert same_person(("d", "trump"), ("donald", "trump"))
    assert same_person(("aung", "san", "suu", "kyi"), ("suu", "kyi"))
    assert not same_person(("ivanka", "trump"), ("donald", "trump"))


def test_a_short_first_name_is_the_long_one():
    assert same_person(("joe", "lane"), ("joseph", "r", "lane", "jr"))
    assert same_person(("mike", "lane"), ("michael", "lane"))
    assert not same_person(("bill", "lane"), ("robert", "lane"))


def test_several_ceos_are_nobodys_name():
    assert clusters(cast_of(story("Several CEOs of the CEO club said no."), organisation=["CEOs"])) == {}


def test_an_acronym_in_brackets_is_the_bodys():
    article = story("The Delta Growth Fund (DGF) warned of a slump. The DGF cut its forecast.")
    found = clusters(cast_of(article, organisation=["Delta Growth Fund", "DGF"]))
    assert found == {"Delta Growth Fund": ["Delta Growth Fund", "DGF", "DGF"]}


def test_initials_leave_out_small_words():
    assert {"dva", "dova"} <= initials("Department of Veterans Affairs")


def test_a_papers_last_word_means_the_paper_named_in_full():
    found = clusters(
        cast_of(
            story("The Leeds Bay Times wrote it. The Times stood by it."), organisation=["Leeds Bay Times", "Times"]
        )
    )
    assert found == {"Leeds Bay Times": ["Leeds Bay Times", "Times"]}


def test_a_misspelt_surname_is_still_the_persons():
    found = clusters(
        cast_of(story("Leslie Wimes left. Wines said why."), person=["Leslie Wimes"], organisation=["Wines"])
    )
    assert found == {"Leslie Wimes": ["Leslie Wimes", "Wines"]}


def test_a_courtesy_title_tells_a_couple_apart():
    article = story("Karl Holm met Vera Holm. Mrs. Holm smiled. Mr. Holm left.")
    found = clusters(cast_of(article, person=["Karl Holm", "Vera Holm", "Holm"]))
    assert found == {"Karl Holm": ["Karl Holm", "Holm"], "Vera Holm": ["Vera Holm", "Holm"]}


def test_knowledge_completes_a_surname_that_stands_alone():
    assert list(clusters(cast_of(story("President Obama spoke."), person=["Obama"]))) == ["Barack Obama"]


def test_the_article_outranks_knowledge():
    article = story("Petra Obama runs the bakery. Obama spoke.")
    assert list(clusters(cast_of(article, person=["Petra Obama", "Obama"]))) == ["Petra Obama"]


def test_an_ambiguous_surname_gets_no_guess_without_a_title():
    assert list(clusters(cast_of(story("Mr. Johnson spoke."), person=["Johnson"]))) == ["Johnson"]
    assert list(clusters(cast_of(story("Clinton spoke."), person=["Clinton"]))) == ["Clinton"]


def test_one_spelling_has_one_kind_by_vote():
    article = story("Wells Farrow grew. Wells Farrow paid. Wells Farrow hired.")
    cast = cast_of(article, organisation=["Wells Farrow"])
    assert [referent.kind for referent in cast.referents] == ["organisation"]
