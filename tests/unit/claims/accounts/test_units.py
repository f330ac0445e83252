from __future__ import annotations

from onrecord.claims.accounts import account_units
from onrecord.claims.accounts.units import is_official
from onrecord.schema import Article, Attribution, Block, Span

BRIEFING = """MODERATOR: Thank you. Good evening, everyone. A reminder that this call is on background.

SENIOR OFFICIAL: Thanks very much. The tone of the conversation was serious. It lasted for two hours.

Q Thanks so much for doing this. Did the presidents discuss the wheat? There were reports of a deal yesterday.

SENIOR OFFICIAL: Thanks, Paul. They discussed the wheat at some length. I'm not going to get into the details of it.

MODERATOR: That concludes the call."""


def article(text: str, headline: str | None = None, publisher: str | None = None) -> Article:
    """One paragraph for each stretch between empty lines."""
    blocks: list[Block] = []
    at = 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(id="a-1", text=text, blocks=tuple(blocks), headline=headline, publisher=publisher)


def texts(one: Article, *attributions: Attribution) -> list[str]:
    units = account_units(one, attributions)
    assert all(one.text[unit.start : unit.end] == unit.text and unit.article == one.id for unit in units)
    return [unit.text for unit in units]


def said(one: Article, content: str) -> Attribution:
    start = one.text.index(content)
    span = Span(start, start + len(content), content)
    return Attribution(
        id="s-1", form="indirect", stance="asserts", negated=False, score=1.0, source=(), cue=(span,), content=(span,)
    )


def test_of_a_briefing_the_answers_count_and_questions_thanks_and_ground_rules_do_not():
    assert texts(article(BRIEFING, "Readout of the Call")) == [
        "The tone of the conversation was serious.",
        "It lasted for two hours.",
        "They discussed the wheat at some length.",
    ]


def test_turns_are_told_apart_inside_of_a_paragraph_too():
    run_together = " ".join(BRIEFING.split("\n\n")[1:4]).replace("Q Thanks", "Question: Thanks")
    assert texts(article(run_together, "Readout of the Call"))[2:] == ["They discussed the wheat at some length."]


def test_a_heading_with_a_colon_makes_no_transcript():
    text = "Key outcomes: The leaders agreed on a date in May. They will meet in Oslo next time."
    assert texts(article(text, "Readout of the Call"))[0] == "Key outcomes: The leaders agreed on a date in May."


def test_a_sentence_of_a_release_that_reports_two_things_is_two_propositions():
    text = (
        "President Ada Moss stressed that the two nations shared a responsibility for peace at sea and that Arland "
        "had no intention of mining the strait."
    )
    assert texts(article(text, publisher="Ministry of Foreign Affairs")) == [
        "President Ada Moss stressed that the two nations shared a responsibility for peace at sea",
        "Arland had no intention of mining the strait.",
    ]


def test_what_goes_on_with_a_verb_is_no_proposition_of_its_own():
    text = "There are many issues here that relate to the allies of Arland and that touch the interests of the league."
    assert texts(article(text, publisher="The White House")) == [text]


def test_that_they_spoke_is_one_proposition_and_what_about_is_another():
    text = "President Ada Moss spoke today with Prime Minister Per Lind of Norland about the mines in the strait."
    assert texts(article(text, publisher="The White House")) == [
        "President Ada Moss spoke today with Prime Minister Per Lind of Norland",
        "about the mines in the strait.",
    ]


def test_a_short_sentence_is_never_divided():
    text = "They spoke at length and they agreed that more talks were needed."
    assert texts(article(text, publisher="The White House")) == [text]


def test_of_a_news_article_what_is_quoted_counts_and_the_papers_own_sentences_whole():
    news = article(
        "Moss said the strait had been mined by Norland. Two ships sank there last week.", publisher="Gazette"
    )
    assert texts(news, said(news, "the strait had been mined by Norland")) == [
        "the strait had been mined by Norland",
        "Two ships sank there last week.",
    ]


def test_in_a_release_the_whole_sentence_counts_even_where_it_quotes():
    release = article("President Moss made clear that the strait had been mined.", publisher="The White House")
    assert texts(release, said(release, "the strait had been mined")) == [release.text]


def test_a_release_is_known_by_who_publishes_it_or_else_by_its_headline():
    assert is_official(article("x", publisher="President of Russia"))
    assert is_official(article("x", headline="Readout of President Moss’s Call with Prime Minister Lind"))
    assert is_official(
        article("President Ada Moss had a telephone conversation with President Bo Rask.", headline="Moss")
    )
    assert not is_official(article("Two ships sank in the strait on Monday.", headline="Ships sink"))
    assert not is_official(article("x", headline="Readout of a failed call puts Moss on the spot", publisher="Gazette"))
