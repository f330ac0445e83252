"""Speakers, claims, stories, quotations, accounts and the record itself over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from synthetic.linked import group_of, keep_groups
from synthetic.stories import KURSK, OSLO, Said, Story, page_of, reading_of

from onrecord.pipeline.reconciling import reconcile
from onrecord.schema import SpeakerReference
from onrecord.store import RecordStore, open_store

CLAIM, STORY, QUOTATION = "c-" + "1" * 24, "r-" + "2" * 24, "q-" + "3" * 24
# A hostile page's headline: whatever it says must come out as text.
SCRIPT = "<script>alert(1)</script>"
COPY = replace(KURSK, publisher="A Carrier", headline=SCRIPT, path="copy.html")
RIGHT_TO_LEFT = Story(
    headline="بيان", publisher="Al-Mithal", path="bayan.html", paragraphs=("محمد قال the talks would fail.",),
    said=(
        Said(content=("the talks would fail",), cue="قال", source="محمد", name="محمد " + "عبد " * 30, stance="denies"),
    ),
)  # fmt: skip


def statement(record: RecordStore, words: str) -> str:
    return next(one.id for one in record.statements() if one.attribution.content[0].text.startswith(words))


@pytest.fixture
def linked(store_path: Path) -> Iterator[RecordStore]:
    """The record with a contested claim, a story with a copy, and an altered quotation."""
    with open_store(store_path) as record:
        for story in (COPY, RIGHT_TO_LEFT):
            page = page_of(story)
            record.add(page, reading_of(story, page))
        reconcile(record)
        went, fail = statement(record, "the call went well"), statement(record, "the talks would fail")
        keep_groups(record, "claims", group_of(CLAIM, SCRIPT, (went, "asserts"), (fail, "denies")))
        origin, copy = (reading_of(one).article.id for one in (KURSK, COPY))
        keep_groups(record, "stories", group_of(STORY, "Leaders talk", (origin, "origin"), (copy, "copy")))
        end, agreed = statement(record, "“The fighting"), statement(record, "nothing was agreed")
        whole = group_of(QUOTATION, "The fighting in Kursk must end", (end, "whole"), (agreed, "altered"))
        keep_groups(record, "quotations", whole)
        yield record


def find(record: RecordStore, name: str) -> SpeakerReference:
    found = next(record.speakers(by=name))
    return SpeakerReference(id=found.id, name=found.name)


ADDRESSES = ("/speakers", "/contested", f"/contested/{CLAIM}", "/stories", f"/stories/{STORY}",
             f"/quotations/{QUOTATION}", "/compare", "/about")  # fmt: skip


@pytest.mark.usefixtures("linked")
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_inert_html_and_json_beside_it(client: TestClient, address: str) -> None:
    html = client.get(address)
    assert (html.status_code, html.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<script>alert" not in html.text
    assert " style=" not in html.text
    json = client.get(address + ".json")
    assert (json.status_code, json.headers["content-type"]) == (200, "application/json")
    assert json.json()


@pytest.mark.parametrize("address", ["/speakers", "/contested", "/stories", "/compare", "/about"])
def test_a_record_without_connections_says_what_to_do(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 200


# Speakers


def test_a_speaker_is_found_by_any_form_of_the_name(client: TestClient) -> None:
    found = (
        client.get("/speakers.json", params={"q": "loekke"}).json()["speakers"]
        or client.get("/speakers.json", params={"q": "Lokke"}).json()["speakers"]
    )
    assert [one["name"] for one in found] == ["Lars Løkke"]


def test_a_name_that_nobody_has_is_told(client: TestClient) -> None:
    assert "Nobody on the record goes by that name" in client.get("/speakers?q=Nobody").text


def test_a_speaker_has_roles_publishers_and_months(client: TestClient, linked: RecordStore) -> None:
    page = client.get(f"/speakers/{find(linked, 'Zelenskyy').id}.json").json()
    assert page["roles"][0]["role"] == "president of Ukraine"
    assert {one["publisher"] for one in page["quoted_by"]} == {"The Example Herald", "A Carrier", "Another Example"}
    assert page["plot"]["told"] == "from March 2025 to April 2025, most in March 2025: 2"


def test_a_speakers_statements_stand_under_their_article_once_and_without_their_name(
    client: TestClient, linked: RecordStore
) -> None:
    id = find(linked, "Zelenskyy").id
    said = client.get(f"/speakers/{id}").text.partition('id="said"')[2].partition('class="aside"')[0]
    lines = client.get(f"/speakers/{id}.json").json()["statements"]
    articles = [one["article"]["id"] for one in lines]
    runs = sum(here != before for here, before in zip(articles, [None, *articles], strict=False))
    assert said.count('<h3 class="from">') == runs
    assert said.count('class="said"') == len(lines)
    assert f'href="/speakers/{id}"><bdi>' not in said
    sources = [one["source"] for one in lines if one["source"] not in [who["name"] for who in one["speakers"]]]
    assert said.count("named as") == len(sources)


def test_statements_are_narrowed_down_by_stance_and_day(client: TestClient, linked: RecordStore) -> None:
    address = f"/speakers/{find(linked, 'Zelenskyy').id}.json"
    accepted = client.get(address, params={"stance": "accepts", "since": "2025-04"}).json()["statements"]
    assert [one["fragments"][0]["text"] for one in accepted] == ["the invitation"]
    assert client.get(address, params={"until": "2024"}).json()["statements"] == []


def test_a_wrong_wish_is_told_with_a_remedy(client: TestClient, linked: RecordStore) -> None:
    address = f"/speakers/{find(linked, 'Zelenskyy').id}"
    for query in ("since=yesterday", "stance=shouts", "page=0", "page=999"):
        assert client.get(f"{address}?{query}").status_code == 400
    assert client.get("/speakers/p-000000000000").status_code == 404
    assert client.get(f"/speakers/{reading_of(KURSK).article.id}").status_code == 404


def test_a_speaker_shows_whom_they_contradict(client: TestClient, linked: RecordStore) -> None:
    page = client.get(f"/speakers/{find(linked, 'Peskov').id}.json").json()
    assert [one["id"] for one in page["contests"]] == [CLAIM]
    assert client.get(f"/speakers/{find(linked, 'Zelenskyy').id}.json").json()["contests"] == []


def test_a_speaker_shows_changed_wordings(client: TestClient, linked: RecordStore) -> None:
    page = client.get(f"/speakers/{find(linked, 'Zelenskyy').id}.json").json()
    assert [one["id"] for one in page["changed"]] == [QUOTATION]


def test_a_long_name_from_right_to_left_is_isolated(client: TestClient, linked: RecordStore) -> None:
    id = next(one.speaker_ids[0] for one in linked.statements() if one.attribution.content[0].text.endswith("fail"))
    assert f'<a href="/speakers/{id}"><bdi>محمد' in client.get("/speakers").text
    assert '<h1 dir="auto">محمد' in client.get(f"/speakers/{id}").text


# Claims


def test_a_claim_has_its_sides_in_columns_with_their_origins(client: TestClient, linked: RecordStore) -> None:
    (row,) = client.get("/contested.json").json()["claims"]
    assert row["wording"] == SCRIPT
    assert [(one["stance"], one["origins"]) for one in row["supporting"]["sides"]] == [("asserts", 1)]
    assert [one["speakers"][0]["name"] for one in row["supporting"]["sides"]] == ["Dmitry Peskov"]
    assert [one["stance"] for one in row["opposing"]["sides"]] == ["denies"]
    assert row["other"]["sides"] == []
    assert linked.connections.claim(CLAIM).contested


@pytest.mark.usefixtures("linked")
def test_a_cell_opens_its_statements_and_the_claims_page_shows_them_in_place(client: TestClient) -> None:
    assert "the call went well" in client.get("/contested").text
    page = client.get(f"/contested/{CLAIM}.json").json()
    shown = "".join(
        part["text"] for blocks in page["contexts"].values() for block in blocks for part in block["segments"]
    )
    assert "the Kremlin spokesman, said on Tuesday that the call went well" in shown


@pytest.mark.usefixtures("linked")
def test_contests_are_found_by_words(client: TestClient) -> None:
    assert len(client.get("/contested.json?q=Peskov").json()["claims"]) == 1
    assert "No contest about" in client.get("/contested?q=football").text
    assert client.get("/contested/c-0000000000").status_code == 404


# Stories and quotations


@pytest.mark.usefixtures("linked")
def test_a_carrier_is_shown_beside_the_origin_paragraph_by_paragraph(client: TestClient) -> None:
    page = client.get(f"/stories/{STORY}.json").json()
    assert page["beside"]["article"]["publisher"] == "A Carrier"
    paragraphs = [one for run in page["differences"] for one in run["paragraphs"]]
    assert [piece["text"] for one in paragraphs if one["change"] == "added" for piece in one["carrier"]] == [SCRIPT]
    assert sum(one["change"] == "same" for one in paragraphs) == len(KURSK.paragraphs) + 1  # and the caption


@pytest.mark.usefixtures("linked")
def test_an_article_that_doesnt_carry_the_story_is_beside_nothing(client: TestClient) -> None:
    assert client.get(f"/stories/{STORY}.json", params={"beside": "a-nothing"}).json()["beside"] is None


@pytest.mark.usefixtures("linked")
def test_a_quotations_variants_are_told_word_by_word(client: TestClient) -> None:
    variants = client.get(f"/quotations/{QUOTATION}.json").json()["quotation"]["variants"]
    assert [one["kind"] for one in variants] == ["whole", "altered"]
    assert {one["kind"] for one in variants[1]["segments"]} != {"same"}
    html = client.get(f"/quotations/{QUOTATION}").text
    assert '<del class="differs">' in html
    assert '<ins class="differs">' in html
    assert "Quotations that changed" in client.get("/stories").text


# Accounts


def test_days_from_the_form_lead_to_one_address(client: TestClient) -> None:
    answer = client.get("/compare?a=Peskov&a_since=2025-03-18&b=", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/compare?a=Peskov+%40+2025-03-18")


def test_what_names_no_account_is_offered_as_what_it_may_mean(client: TestClient) -> None:
    oslo = reading_of(OSLO).article.id
    page = client.get("/compare.json", params={"a": "Zelenskyy", "b": oslo}).json()
    assert page["bands"] is None
    assert page["b"]["name"] == "Norway weighs in"
    speaker = next(one for one in page["a"]["choices"] if one["kind"] == "speaker")
    assert speaker["address"] == f"/compare?a=Volodymyr+Zelenskyy+%40+2025-03-19..2025-04-02&b={oslo}"


def test_two_articles_are_compared_in_bands(client: TestClient) -> None:
    ids = {"a": reading_of(KURSK).article.id, "b": reading_of(OSLO).article.id}
    bands = client.get("/compare.json", params=ids).json()["bands"]
    lines = [line for band in ("only_a", "only_b") for line in bands[band]]
    lines += [pair[side] for band in ("both", "conflict") for pair in bands[band] for side in ("a", "b")]
    assert lines
    texts = {reading_of(one).article.id: reading_of(one).article.text for one in (KURSK, OSLO)}
    for line in lines:
        wording = "".join(piece["text"] for piece in line["wording"])
        assert texts[line["article"]][line["start"] : line["end"]] == wording
    assert client.get("/compare", params=ids).status_code == 200


def test_the_form_tells_which_articles_its_ids_are(client: TestClient) -> None:
    ids = {"a": reading_of(KURSK).article.id, "b": reading_of(OSLO).article.id}
    form = client.get("/compare", params=ids).text.partition('class="accounts"')[2]
    assert f"Now <bdi>{KURSK.headline}</bdi>" in form
    assert f"Now <bdi>{OSLO.headline}</bdi>" in form


# The record itself


def test_the_record_tells_what_was_read_and_what_was_rejected(client: TestClient) -> None:
    page = client.get("/about.json").json()
    assert [one["publisher"] for one in page["publishers"]] == ["Another Example", "The Example Herald"]
    assert page["span"] == ["2025-03-19", "2025-04-02"]
    assert [one["reason"] for one in page["rejected"]] == ["not_an_article"]
    assert page["models"][0]["card"] is None  # the tests' model is none of those that come with OnRecord
    assert "Nobody has corrected anything yet" in client.get("/about").text


def test_corrections_are_told_with_who_and_why(client: TestClient, linked: RecordStore) -> None:
    linked.identities.rename(find(linked, "Peskov").id, "Dmitri Peskov", who="Ada", because="as he spells it")
    page = client.get("/about.json").json()
    assert page["corrected"]["counts"] == [{"kind": "rename", "made": 1, "undone": 0}]
    shown = client.get("/about").text
    assert "<strong>a speaker was renamed</strong>, by <bdi>Ada</bdi>" in shown
    assert "as he spells it" in shown
