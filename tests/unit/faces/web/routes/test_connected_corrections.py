"""What editors say of speakers, claims and stories, over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from synthetic.linked import group_of, keep_groups
from synthetic.stories import KURSK, OSLO, page_of, reading_of

from onrecord.pipeline.reconciling import reconcile
from onrecord.store import RecordStore, open_store

CLAIM, STORY = "c-" + "1" * 24, "r-" + "2" * 24
COPY = replace(KURSK, publisher="A Carrier", headline="Leaders talk again", path="copy.html")
HERE, THERE = reading_of(KURSK).article.id, reading_of(COPY).article.id
WELL = reading_of(KURSK).attributions[0].id
AGREED = reading_of(OSLO).attributions[2].id


@pytest.fixture
def linked(store_path: Path) -> Iterator[RecordStore]:
    """The record reconciled, with a contested claim and a story with a copy."""
    with open_store(store_path) as record:
        record.add(page_of(COPY), reading_of(COPY))
        reconcile(record)
        keep_groups(record, "claims", group_of(CLAIM, "it went well", (WELL, "asserts"), (AGREED, "denies")))
        keep_groups(record, "stories", group_of(STORY, "Leaders talk", (HERE, "origin"), (THERE, "copy")))
        yield record


def post(client: TestClient, address: str, **fields: object) -> Response:
    return client.post(address, data={"because": "read <b>it</b>", **fields}, follow_redirects=False)


def id_of(record: RecordStore, name: str) -> str:
    return next(one.id for one in record.speakers() if one.name == name)


def test_two_speakers_are_made_one_and_two_again(client: TestClient, linked: RecordStore) -> None:
    kept = id_of(linked, "Lars Løkke")
    answer = post(client, f"/speakers/{kept}/merge", other="Dmitry Peskov")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/speakers/{kept}")
    assert "Dmitry Peskov" not in {one.name for one in linked.speakers()}
    html = client.get(f"/speakers/{kept}").text
    assert "two speakers are one" in html
    assert "read &lt;b&gt;it&lt;/b&gt;" in html
    assert post(client, "/corrections/1/undo", back=f"/speakers/{kept}").headers["location"] == f"/speakers/{kept}"
    assert "Dmitry Peskov" in {one.name for one in linked.speakers()}


def test_a_speaker_is_renamed(client: TestClient, linked: RecordStore) -> None:
    id = id_of(linked, "Lars Løkke")
    post(client, f"/speakers/{id}/rename", name="Lars Løkke Rasmussen")
    assert '<h1 dir="auto">Lars Løkke Rasmussen</h1>' in client.get(f"/speakers/{id}").text


def test_what_a_speaker_said_in_one_article_is_made_somebody_elses(client: TestClient, linked: RecordStore) -> None:
    id = id_of(linked, "Volodymyr Zelenskyy")
    html = client.get(f"/speakers/{id}").text
    offered = re.findall(r'name="article" value="([^"]+)"', html)
    assert set(offered) == {HERE, THERE, reading_of(OSLO).article.id}
    assert 'name="name" value="Volodymyr Zelenskyy"' in html
    post(client, f"/speakers/{id}/split", article=reading_of(OSLO).article.id)
    parts = [one for one in linked.speakers() if one.name == "Volodymyr Zelenskyy"]
    assert sorted(one.statements for one in parts) == [1, 2]


@pytest.mark.parametrize(
    ("what", "fields", "status"),
    [("merge", {"other": "Nobody Known"}, 404), ("split", {}, 400), ("rename", {"name": " "}, 400)],
)
def test_a_wrong_wish_is_explained(
    client: TestClient, linked: RecordStore, what: str, fields: dict[str, str], status: int
) -> None:
    answer = post(client, f"/speakers/{id_of(linked, 'Lars Løkke')}/{what}", **fields)
    assert answer.status_code == status
    assert linked.identities.corrections() == []


def test_a_claim_is_no_contest_until_that_is_undone(client: TestClient, linked: RecordStore) -> None:
    assert f'action="/contested/{CLAIM}/no-contest"' in client.get(f"/contested/{CLAIM}").text
    answer = post(client, f"/contested/{CLAIM}/no-contest")
    assert answer.headers["location"] == f"/contested/{CLAIM}"
    assert list(linked.connections.contested()) == []
    html = client.get(f"/contested/{CLAIM}").text
    assert "no contest" in html
    assert 'action="/corrections/1/undo"' in html
    post(client, "/corrections/1/undo")
    assert [one.claim for one in linked.connections.contested()] == [CLAIM]


def test_two_statements_of_a_claim_are_said_not_to_be_the_same(client: TestClient, linked: RecordStore) -> None:
    html = client.get(f"/contested/{CLAIM}").text
    form = html.split(f'action="/statements/{WELL}/apart"')[1].split("</form>")[0]
    assert re.findall(r'<option value="([^"]+)"', form) == [AGREED]
    answer = post(client, f"/statements/{WELL}/apart", other=AGREED, back=f"/contested/{CLAIM}")
    assert answer.headers["location"] == f"/contested/{CLAIM}"
    assert "not the same claim" in client.get(f"/statements/{WELL}").text
    assert "not the same claim" in client.get(f"/contested/{CLAIM}").text


def test_a_story_s_origin_is_set_and_its_correction_shown_there(client: TestClient, linked: RecordStore) -> None:
    answer = post(client, f"/articles/{THERE}/origin")
    assert answer.headers["location"].startswith("/stories/")
    shown = client.get(answer.headers["location"])
    assert "the story began here" in shown.text
    story = linked.connections.story_of(THERE)
    assert story is not None
    assert story.carriers[0].article.id == THERE


def test_what_is_no_copy_is_shown_by_itself(client: TestClient, linked: RecordStore) -> None:
    answer = post(client, f"/articles/{THERE}/no-copy")
    assert answer.status_code == 303
    assert client.get(answer.headers["location"]).status_code == 200
    assert "no copy" in client.get("/corrections").text
