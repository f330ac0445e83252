from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.schema import Article, Attribution, Span
from onrecord.statements.carrying_on import carry_on
from onrecord.statements.describe import describe_attribution


def article_of(*paragraphs: str) -> Article:
    return compose_article([Piece("paragraph", paragraph) for paragraph in paragraphs], Metadata())


def said(article: Article, source: str, cue: str, *contents: str) -> Attribution:
    def spans(*words: str) -> list[Span]:
        return [Span.of(article.text, (at := article.text.index(word)), at + len(word)) for word in words]

    return describe_attribution(article, spans(source), spans(cue), spans(*contents), 0.9)


def contents(attribution: Attribution) -> list[str]:
    return [span.text for span in attribution.content]


def test_paragraphs_that_open_their_mark_again_go_on():
    article = article_of("“We waited,” she said. “Then", "“it opened.", "“And it shut.”", "The end.")
    (found,) = carry_on(article, [said(article, "she", "said", "“We waited,”", "“Then")])
    assert contents(found) == ["“We waited,”", "“Then", "“it opened.", "“And it shut.”"]


def test_a_paragraph_that_is_a_quotation_from_end_to_end_goes_on_after_a_closed_one():
    article = article_of('"We lost nine in a row," Tully said.', '"These lads have more about them."')
    (found,) = carry_on(article, [said(article, "Tully", "said", '"We lost nine in a row,"')])
    assert contents(found)[1:] == ['"These lads have more about them."']


def test_an_answer_does_not_go_on_from_the_question():
    article = article_of("“Is it far to the sea?” the boy asked.", "“Only if you walk.”")
    (found,) = carry_on(article, [said(article, "the boy", "asked", "“Is it far to the sea?”")])
    assert len(found.content) == 1


def test_a_quotation_with_a_cue_of_its_own_is_its_own():
    article = article_of("“We shall win this,” Lund said. “We", "“shall win,” Hess said.")
    first = said(article, "Lund", "said", "“We shall win this,”", "“We")
    second = said(article, "Hess", "said", "“shall win,”")
    assert [len(one.content) for one in carry_on(article, [first, second])] == [2, 1]


def test_a_word_in_marks_is_no_speech_that_goes_on():
    article = article_of("He called it “a shambles.”", "“The Long Night”")
    (found,) = carry_on(article, [said(article, "He", "called", "“a shambles.”")])
    assert len(found.content) == 1


def test_marks_of_another_shape_belong_to_somebody_else():
    article = article_of("“Here comes Big Daddy now,” she said.", '"Kevin was snoring."')
    (found,) = carry_on(article, [said(article, "she", "said", "“Here comes Big Daddy now,”")])
    assert len(found.content) == 1


def test_a_quotation_alone_is_said_by_the_one_who_was_paraphrased_before():
    alone = "“The storms are fast and nobody can say where they turn.”"
    article = article_of("Mamabolo confirmed that the centres were on alert.", alone)
    first = said(article, "Mamabolo", "confirmed", "that the centres were on alert")
    found = carry_on(article, [first])
    assert found[0] == first
    assert (contents(found[1]), found[1].form, found[1].source) == ([alone], "direct", first.source)


def test_what_follows_the_interviewers_own_words_is_not_said_by_the_interviewer():
    article = article_of("You wrote it for him, I say.", "“No, I wrote the book for leaders of every kind.”")
    assert len(carry_on(article, [said(article, "I", "say", "You wrote it for him")])) == 1


def test_two_who_are_paraphrased_leave_a_quotation_alone():
    article = article_of("Lund said it rained. Hess claimed it snowed.", "“It was cold, and we all went home early.”")
    both = [said(article, "Lund", "said", "it rained"), said(article, "Hess", "claimed", "it snowed")]
    assert carry_on(article, both) == both
