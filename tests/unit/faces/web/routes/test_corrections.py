"""What editors say of statements, over HTTP: forms as a browser without scripts sends them, and JSON."""

from __future__ import annotations

import json
import re

import pytest
from fastapi import FastAPI
from httpx2 import Response
from starlette.testclient import TestClient
from synthetic.stories import KURSK, OSLO, reading_of

from onrecord.faces.web.application import create_app
from onrecord.faces.web.security.people import Person
from onrecord.faces.web.settings import WebSettings
from onrecord.schema import Statement
from onrecord.store import RecordStore

ARTICLE = reading_of(KURSK).article.id
WELL, ENDS, LOSSES, OFFICIAL = (one.id for one in reading_of(KURSK).attributions)
WHY = {"because": "read the page"}
CLIENT = {"base_url": "http://127.0.0.1:8765", "headers": {"Sec-Fetch-Site": "same-origin"}}


def post(client: TestClient, address: str, **fields: object) -> Response:
    return client.post(address, data={**WHY, **fields}, follow_redirects=False)


def now(record: RecordStore, id: str) -> Statement:
    (found,) = record.connections.statements([id])
    return found


@pytest.fixture
def reader(application: FastAPI) -> TestClient:
    """A browser of somebody who may only read."""
    settings: WebSettings = application.state.settings
    reading_only = WebSettings(store=settings.store, token=settings.token, person=Person("Rea", "reader"))
    opened = TestClient(create_app(reading_only), **CLIENT)
    opened.get(f"/?token={settings.token}")
    return opened


def test_accepting_leads_back_to_the_statement_and_names_who_and_why(client: TestClient, record: RecordStore) -> None:
    answer = post(client, f"/statements/{WELL}/accept", seen=0)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/statements/{WELL}")
    review = now(record, WELL).review
    assert review is not None
    assert (review.verdict, review.who, review.because) == ("accepted", "Ada", "read the page")
    html = client.get(f"/statements/{WELL}").text
    assert "not reviewed" not in html
    assert "read the page" in html


def test_rejecting_takes_the_statement_off_the_lists_and_undo_brings_it_back(
    client: TestClient, record: RecordStore
) -> None:
    post(client, f"/statements/{WELL}/reject")
    assert WELL not in {one.id for one in record.statements()}
    answer = post(client, "/corrections/1/undo", back=f"/statements/{WELL}")
    assert answer.headers["location"] == f"/statements/{WELL}"
    assert WELL in {one.id for one in record.statements()}
    html = client.get(f"/statements/{WELL}").text
    assert "undone by correction 2" in html
    assert "not reviewed" in html


def test_spans_are_set_by_their_words_and_what_is_not_touched_stays(client: TestClient, record: RecordStore) -> None:
    form = client.get(f"/statements/{LOSSES}").text
    given = {
        part: re.search(rf'name="{part}"[^>]*>([^<]*)</textarea>', form)[1] for part in ("source", "cue", "content")
    }
    assert given == {"source": "Kyiv", "cue": "denied", "content": "any losses"}
    post(client, f"/statements/{LOSSES}/spans", **{**given, "content": "denied\r\nany  losses"}, seen=0)
    attribution = now(record, LOSSES).attribution
    assert [span.text for span in attribution.content] == ["denied", "any losses"]
    assert [span.text for span in attribution.source] == ["Kyiv"]


def test_words_that_stand_twice_are_told_apart_by_their_place(client: TestClient, record: RecordStore) -> None:
    text = reading_of(KURSK).article.text
    second = text.index("Zelenskyy will")
    wish = {"source": f"Zelenskyy @{second}", "cue": "0:7", "content": "the talks would go on"}
    post(client, f"/statements/{OFFICIAL}/spans", **wish)
    attribution = now(record, OFFICIAL).attribution
    assert attribution.source[0].start == second
    assert attribution.cue[0].text == text[:7]


@pytest.mark.parametrize(
    ("content", "told"),
    [("words that are not there", "does not stand in the article"), ("9:99999", "is no place"), ("", "at least one")],
)
def test_spans_that_are_none_are_explained_and_change_nothing(
    client: TestClient, record: RecordStore, content: str, told: str
) -> None:
    answer = post(client, f"/statements/{LOSSES}/spans", content=content)
    assert answer.status_code == 400
    assert told in answer.text
    assert "Nothing was changed" in answer.text
    assert record.identities.corrections() == []


@pytest.mark.parametrize(("typed", "names"), [("Andrii Sybiha", ["Andrii Sybiha"]), ("", [])])
def test_somebody_else_said_it_or_nobody(client: TestClient, record: RecordStore, typed: str, names: list[str]) -> None:
    post(client, f"/statements/{LOSSES}/speaker", speaker=typed)
    assert [one.name for one in now(record, LOSSES).attribution.speakers] == names


def test_the_second_of_two_people_sees_the_first_ones_change_and_may_go_on(
    client: TestClient, record: RecordStore
) -> None:
    record.reviews.reject(WELL, who="Bo <i>Lind</i>", because="a headline")
    answer = post(client, f"/statements/{WELL}/spans", seen=0, content="the call went")
    assert answer.status_code == 409
    assert "Bo &lt;i&gt;Lind&lt;/i&gt; rejected this statement" in answer.text
    assert len(record.identities.corrections()) == 1
    own_form = answer.text.split(f'action="/statements/{WELL}/spans"')[1].split("</form>")[0]
    again = dict(re.findall(r'name="(seen|because)" value="([^"]*)"', own_form))
    assert again == {"seen": "1", "because": "read the page"}
    assert ">the call went</textarea>" in answer.text
    assert post(client, f"/statements/{WELL}/spans", **again, content="the call went").status_code == 303
    assert now(record, WELL).attribution.content[0].text == "the call went"


def test_after_an_undo_one_goes_on_from_there(client: TestClient, record: RecordStore) -> None:
    record.reviews.accept(WELL, who="Bo", because="heard it")
    record.identities.undo(1, who="Bo", because="too soon")
    answer = post(client, f"/statements/{WELL}/reject", seen=1)
    assert answer.status_code == 409
    assert 'name="seen" value="0"' in answer.text
    assert post(client, f"/statements/{WELL}/reject", seen=0).status_code == 303


def test_programs_change_in_json_and_are_answered_in_it(client: TestClient) -> None:
    made = client.post(f"/statements/{WELL}/accept", json={"because": "checked", "seen": 0})
    assert made.status_code == 200
    assert made.json()["kind"] == "accept"
    late = client.post(f"/statements/{WELL}/reject", json={"because": "no", "seen": 0})
    assert (late.status_code, late.json()["problem"][:12]) == (409, "Ada accepted")
    assert client.post(f"/statements/{WELL}/reject", json=["no"]).json()["status"] == 400
    assert client.post(f"/statements/{WELL}/reject", json={"seen": "x"}).status_code == 400


def test_without_a_reason_nothing_changes(client: TestClient, record: RecordStore) -> None:
    assert post(client, f"/statements/{WELL}/accept", because=" ").status_code == 400
    assert record.identities.corrections() == []


CHANGES = (
    *(f"/statements/{WELL}/{what}" for what in ("accept", "reject", "spans", "speaker", "apart", "together")),
    "/corrections/1/undo", "/speakers/p-1/merge", "/speakers/p-1/split", "/speakers/p-1/rename",
    "/contested/c-1/no-contest", f"/articles/{ARTICLE}/origin", f"/articles/{ARTICLE}/no-copy", "/letters/1/answer",
)  # fmt: skip


@pytest.mark.parametrize("address", CHANGES)
def test_a_reader_changes_nothing(reader: TestClient, record: RecordStore, address: str) -> None:
    answer = post(reader, address)
    assert answer.status_code == 403
    assert "Only editors" in answer.text
    assert record.identities.corrections() == []


def test_every_change_is_an_editors_save_letters(application: FastAPI, reader: TestClient) -> None:
    posted = {path for path, methods in reader.get("/openapi.json").json()["paths"].items() if "post" in methods}
    own = {"/letters", "/sign-in", "/sign-out"}
    shapes = {re.sub(r"\{\w+\}", "[^/]+", path) for path in posted - own}
    assert all(any(re.fullmatch(shape, address) for address in CHANGES) for shape in shapes), shapes


def test_a_reader_is_offered_a_letter_and_no_forms(reader: TestClient) -> None:
    for address in (f"/statements/{WELL}", f"/articles/{ARTICLE}"):
        html = reader.get(address).text
        assert "Write to the editors" in html
        assert "/accept" not in html
        assert 'href="/queue"' not in html
    assert reader.get("/queue").status_code == 403
    assert reader.get("/queue.json").json()["status"] == 403


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example", "/\\evil.example", "/\t/evil.example", "x"]
)
def test_a_form_leads_to_no_other_site(client: TestClient, back: str) -> None:
    answer = post(client, f"/statements/{WELL}/accept", back=back)
    assert answer.headers["location"] == f"/statements/{WELL}"


def test_an_article_tells_what_was_just_done_so_that_it_can_be_undone(client: TestClient) -> None:
    answer = post(client, f"/statements/{WELL}/reject", back=f"/articles/{ARTICLE}#{WELL}")
    assert answer.headers["location"] == f"/articles/{ARTICLE}?did=1#{WELL}"
    html = client.get(answer.headers["location"]).text
    assert "Rejected.</strong>" in html
    assert 'action="/corrections/1/undo"' in html
    assert "1 rejected statement" in html


def test_the_last_reason_is_offered_again_for_the_same_thing(client: TestClient) -> None:
    post(client, f"/statements/{WELL}/reject", because='a "headline" <b>')
    html = client.get(f"/statements/{LOSSES}").text
    assert 'data-reject="a &#34;headline&#34; &lt;b&gt;"' in html
    assert 'data-accept=""' in html


def test_the_queue_has_what_nobody_judged_and_goes_on_with_the_next(client: TestClient) -> None:
    items = client.get("/queue.json").json()["items"]
    assert len(items) == len(KURSK.said) + len(OSLO.said)
    first, second = (one["statement"]["id"] for one in items[:2])
    html = client.get("/queue").text
    assert f'name="back" value="/queue#{second}"' in html
    answer = post(client, f"/statements/{first}/accept", back=f"/queue#{second}")
    assert answer.headers["location"] == f"/queue?did=1#{second}"
    assert client.get("/queue.json").json()["items"][0]["statement"]["id"] == second
    assert "Accepted.</strong>" in client.get("/queue?did=1").text
    assert "Accepted.</strong>" not in client.get("/queue?did=7").text


def test_an_empty_queue_says_so(client: TestClient, record: RecordStore) -> None:
    for id in list(record.reviews.queue()):
        record.reviews.accept(id, who="Ada", because="read")
    assert "was judged by a person" in client.get("/queue").text


def test_the_log_is_narrowed_down_by_kind_and_person(client: TestClient, record: RecordStore) -> None:
    record.reviews.accept(WELL, who="Ada", because="heard")
    record.reviews.reject(LOSSES, who="Bo", because="nobody said it")
    record.identities.undo(1, who="Bo", because="misheard")
    numbers = [one["number"] for one in client.get("/corrections.json").json()["lines"]]
    assert numbers == [3, 2, 1]
    words = [one["words"] for one in client.get("/corrections.json").json()["lines"]]
    assert words[0] == words[2] == "the call went well"  # an undo is about what it undoes
    assert [one["number"] for one in client.get("/corrections.json?kind=reject").json()["lines"]] == [2]
    assert [one["number"] for one in client.get("/corrections.json?who=Ada").json()["lines"]] == [1]
    assert client.get("/corrections?kind=lost").status_code == 400
    assert "No correction of that kind" in client.get("/corrections?kind=accept&who=Bo").text


def test_what_is_corrected_here_is_in_the_log_at_once(client: TestClient) -> None:
    assert "Nobody has corrected anything yet" in client.get("/corrections").text
    post(client, f"/statements/{WELL}/accept")
    assert "the call went well" in client.get("/corrections").text
    post(client, "/corrections/1/undo", back="/corrections")
    assert "undone by correction 2" in client.get("/corrections").text


def test_the_exported_log_is_what_another_record_takes_over(client: TestClient, record: RecordStore) -> None:
    record.reviews.accept(WELL, who="Ada", because="heard")
    record.identities.undo(1, who="Bo", because="misheard")
    answer = client.get("/corrections.jsonl")
    assert answer.headers["content-disposition"] == 'attachment; filename="corrections.jsonl"'
    assert [json.loads(line)["kind"] for line in answer.text.splitlines()] == ["accept", "undo"]


def test_what_was_undone_is_told_when_it_is_undone_again(client: TestClient) -> None:
    post(client, f"/statements/{WELL}/accept")
    post(client, "/corrections/1/undo")
    assert post(client, "/corrections/1/undo").status_code == 400
    assert post(client, "/corrections/9/undo").status_code in (400, 404)


@pytest.mark.parametrize("number", ["99999999999999999999999", "-1", "x"])
def test_what_is_no_number_of_anything_is_told(client: TestClient, number: str) -> None:
    assert post(client, f"/corrections/{number}/undo").status_code == 400
    assert post(client, f"/statements/{WELL}/accept", seen=number).status_code == 400
    assert post(client, "/letters/1/answer", answer="So.", correction=number).status_code == 400
    assert client.get(f"/queue?did={number}").status_code in (200, 400)
    assert client.get(f"/statements/{WELL}?letter={number}").status_code in (200, 400)
