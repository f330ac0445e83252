"""Citations: what is quoted, whose words they are, and that no page's text breaks out of its form."""

from __future__ import annotations

import msgspec

from onrecord.faces.web.views.citing import cite
from onrecord.schema import ArticleReference, AttributedSpeaker, Attribution, Form, Span, Statement


def statement(
    *, content: str, form: Form = "direct", headline: str = "A headline", name: str = "Ada Holm"
) -> Statement:
    return Statement(
        attribution=Attribution(
            id="s-1", form=form, stance="denies", negated=False, score=0.9, source=(), cue=(),
            content=(Span(0, len(content), content),),
            speakers=(AttributedSpeaker(entity="e1", name=name, kind="person", role="mayor"),),
        ),
        speaker_ids=("p-1",),
        article=ArticleReference(
            id="a-1", headline=headline, published="2025-03-19", publisher="The Post",
            url="https://post.example/1", path=None,
        ),
    )  # fmt: skip


def test_a_direct_quotation_is_cited_in_its_own_marks() -> None:
    assert cite(statement(content="“The ferry stays.”")).text == (
        "Ada Holm, mayor: “The ferry stays.” In: “A headline”, The Post, 19 March 2025, https://post.example/1. "
        "OnRecord s-1."
    )


def test_what_is_not_quoted_directly_is_told_as_the_article_s_words() -> None:
    cited = cite(statement(content="the ferry would stay", form="indirect"))
    assert "Ada Holm, mayor, in the article’s words: “the ferry would stay”." in cited.text
    assert "in the article’s words" in cited.markdown
    assert "in the article’s words" in cited.bibtex


def test_markdown_of_a_hostile_page_stays_text() -> None:
    cited = cite(statement(content="[x](javascript:alert(1)) <b> *y*\n# z", headline="]( <img>"))
    first, *rest = cited.markdown.split("\n")
    assert first == r"> “\[x\](javascript:alert(1)) \<b\> \*y\* \# z”"
    assert all(line.startswith(">") for line in rest)
    assert r"[“\]( \<img\>”](<https://post.example/1>)" in cited.markdown


def test_bibtex_of_a_hostile_page_stays_one_entry() -> None:
    cited = cite(statement(content="100% } , title = {x} \\input{y}", name="O_Brien & Sons"))
    assert cited.bibtex.count("@misc{") == 1
    assert r"100\% \} , title = \{x\} \textbackslash{}input\{y\}" in cited.bibtex
    assert r"author = {{O\_Brien \& Sons, mayor}}" in cited.bibtex


def test_the_citation_as_json_is_json() -> None:
    cited = msgspec.json.decode(cite(statement(content='“a "b"”')).json)
    assert cited["content"] == '“a "b"”'
    assert cited["url"] == "https://post.example/1"
