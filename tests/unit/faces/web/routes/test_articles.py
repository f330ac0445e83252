"""Articles and statements over HTTP."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from starlette.testclient import TestClient
from synthetic.stories import KURSK, OSLO, page_of, reading_of

from onrecord.schema import Page
from onrecord.store import RecordStore

ARTICLE = reading_of(KURSK).article.id
OSLO_ARTICLE = reading_of(OSLO).article.id


def statement_id(record: RecordStore, stance: str) -> str:
    return next(one.id for one in record.statements() if one.attribution.stance == stance)


def test_an_article_is_read_with_a_card_for_every_statement(client: TestClient) -> None:
    html = client.get(f"/articles/{ARTICLE}").text
    assert html.count('class="card"') == len(KURSK.said)
    assert '<span class="cue" data-statement="4">denied</span>' in html
    assert "Sign up today!" in html


def test_each_number_in_the_text_leads_to_its_card_and_back(client: TestClient, record: RecordStore) -> None:
    html = client.get(f"/articles/{ARTICLE}").text
    id = statement_id(record, "denies")
    assert f'href="#{id}" id="at-{id}"' in html
    assert f'id="{id}"' in html
    assert f'href="#at-{id}"' in html


def test_the_head_of_an_article_leads_to_its_cards_which_stand_far_below_on_a_phone(client: TestClient) -> None:
    text = client.get(f"/articles/{reading_of(KURSK).article.id}").text
    head = text.partition('<article class="text"')[2].partition("</p>")[0]
    assert f'<a href="#statements">{len(KURSK.said)} statements</a>' in head
    assert text.count('id="statements"') == 1


def test_the_same_article_as_json_gives_back_its_text(client: TestClient) -> None:
    page = client.get(f"/articles/{ARTICLE}.json").json()
    text = "\n\n".join("".join(part["text"] for part in block["segments"]) for block in page["blocks"])
    assert text == reading_of(KURSK).article.text


def test_an_id_s_beginning_is_enough(client: TestClient) -> None:
    assert "Leaders talk about a ceasefire" in client.get(f"/articles/{ARTICLE[:12]}").text


def test_the_stored_page_is_shown_as_text_only(client: TestClient) -> None:
    answer = client.get(f"/articles/{ARTICLE}/page")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.text == page_of(KURSK).content.decode()


@pytest.mark.parametrize(
    "content",
    [b"<script>alert(1)</script>", b"\xff\xfe<\x00s\x00", "“é”".encode("cp1252"), b"%PDF-1.7 \x00\xff", b"+ADw-"],
)
def test_whatever_the_bytes_are_they_are_text(client: TestClient, record: RecordStore, content: bytes) -> None:
    page = Page(content=content, origin=page_of(KURSK, "2").origin)
    reading = reading_of(OSLO, page)
    record.add(page, reading)
    answer = client.get(f"/articles/{page.id}/page")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    answer.content.decode("utf-8")


def test_a_statement_stands_in_context_with_its_citations(client: TestClient, record: RecordStore) -> None:
    id = statement_id(record, "accepts")
    html = client.get(f"/statements/{id}").text
    assert "the invitation" in html
    assert "@misc{onrecord:" in html
    page = client.get(f"/statements/{id}.json").json()
    assert page["statement"]["live"] == "https://example.org/oslo#:~:text=the%20invitation"
    assert set(page["citations"]) == {"text", "markdown", "bibtex", "json"}


def test_an_id_that_is_none_leads_to_what_it_may_be(client: TestClient, record: RecordStore) -> None:
    id = statement_id(record, "accepts")
    answer = client.get(f"/articles/{id}")
    assert answer.status_code == 404
    assert f'href="/statements/{id}"' in answer.text


@pytest.mark.parametrize(
    "address", ["/articles/a-000000000000", "/statements/nothing", "/articles/x.json", "/articles/%00"]
)
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_statement_s_page_is_not_a_speaker_s(client: TestClient, record: RecordStore) -> None:
    speaker = next(record.speakers()).id
    assert client.get(f"/statements/{speaker}").status_code == 404


def test_a_review_is_shown_with_who_and_why(client: TestClient, record: RecordStore) -> None:
    id = statement_id(record, "accepts")
    assert "not reviewed" in client.get(f"/statements/{id}").text
    record.reviews.accept(id, who="Ada <b>", because="heard it myself")
    html = client.get(f"/statements/{id}").text
    assert "not reviewed" not in html
    assert "heard it myself" in html
    assert "Ada &lt;b&gt;" in html


def test_a_rejected_statement_keeps_its_page_and_leaves_the_article(client: TestClient, record: RecordStore) -> None:
    id = statement_id(record, "accepts")
    record.reviews.reject(id, who="Ada", because="nobody said so")
    assert "a person rejected it" in client.get(f"/statements/{id}").text
    html = client.get(f"/articles/{OSLO_ARTICLE}").text
    assert f'id="{id}"' not in html
    assert "1 rejected statement" in html


def test_styles_and_scripts_are_kept_until_they_change(client: TestClient) -> None:
    html = client.get("/").text
    address = html.split('rel="stylesheet" href="')[1].split('"')[0]
    assert "immutable" in client.get(address).headers["cache-control"]
    assert "immutable" not in client.get(address.split("?")[0]).headers["cache-control"]


def test_a_paragraph_that_begins_with_an_arabic_name_runs_as_its_english_does(
    client: TestClient, record: RecordStore
) -> None:
    begun = replace(
        KURSK, paragraphs=(KURSK.paragraphs[0], "خالد المنصوري said nothing of it.", "لم يقل شيئا"), said=()
    )
    page = page_of(begun)
    record.add(page, reading_of(begun, page))
    text = client.get(f"/articles/{reading_of(begun, page).article.id}").text
    start = text.index("خالد المنصوري")
    assert 'dir="ltr"' in text[text.rindex("<p", 0, start) : start]
    assert 'dir="rtl"' in text[text.rindex("<p", 0, text.index("لم يقل")) : text.index("لم يقل")]


def test_nothing_found_in_another_language_is_not_told_as_nobody_quoted(
    client: TestClient, record: RecordStore
) -> None:
    quiet = replace(KURSK, paragraphs=("Die Brücke werde gebaut, sagte sie.",), said=())
    page = page_of(quiet)
    reading = reading_of(quiet, page)
    german = msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, language="de-AT"))
    record.add(page, german)
    text = client.get(f"/articles/{german.article.id}").text
    assert "The model reads English only" in text
    assert "No statements" in text
    assert "Nobody is quoted" not in text
