"""Letters to the editors: readers write, editors answer or correct."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from synthetic.stories import KURSK, reading_of

from onrecord.faces.web.application import create_app
from onrecord.faces.web.security.people import Person
from onrecord.faces.web.settings import WebSettings
from onrecord.store import RecordStore

ARTICLE = reading_of(KURSK).article.id
WELL = reading_of(KURSK).attributions[0].id


@pytest.fixture
def reader(application: FastAPI) -> TestClient:
    settings: WebSettings = application.state.settings
    reading_only = WebSettings(store=settings.store, token=settings.token, person=Person("Rea", "reader"))
    opened = TestClient(
        create_app(reading_only), base_url="http://127.0.0.1:8765", headers={"Sec-Fetch-Site": "same-origin"}
    )
    opened.get(f"/?token={settings.token}")
    return opened


def write(reader: TestClient, about: str = WELL, text: str = "He <b>never</b> said that.") -> str:
    answer = reader.post("/letters", data={"about": about, "text": text}, follow_redirects=False)
    assert answer.status_code == 303
    return answer.headers["location"]


def test_a_reader_writes_and_reads_the_answer(reader: TestClient, client: TestClient) -> None:
    assert write(reader) == "/letters#letter-1"
    assert "He &lt;b&gt;never&lt;/b&gt; said that." in client.get("/queue").text
    client.post("/letters/1/answer", data={"answer": "The transcript has it."})
    html = reader.get("/letters").text
    assert "The transcript has it." in html
    assert "Ada" in html
    assert "/letters/1/answer" not in html
    assert "Letters to answer" not in client.get("/queue").text


def test_a_letter_that_led_to_a_correction_is_closed_with_its_number(
    reader: TestClient, client: TestClient, record: RecordStore
) -> None:
    write(reader)
    html = client.get(f"/statements/{WELL}?letter=1").text
    assert "answers letter 1" in html
    assert 'name="letter" value="1"' in html
    client.post(f"/statements/{WELL}/reject", data={"because": "You are right.", "seen": "0", "letter": "1"})
    (letter,) = record.reviews.letters()
    assert (letter.state, letter.answer, letter.correction) == ("corrected", "You are right.", 1)
    assert f"/statements/{WELL}#correction-1" in reader.get("/letters").text


def test_a_long_reason_closes_the_letter_all_the_same(
    reader: TestClient, client: TestClient, record: RecordStore
) -> None:
    write(reader)
    answer = client.post(f"/statements/{WELL}/reject", json={"because": "so " * 2000, "letter": 1})
    assert answer.status_code == 200
    assert [letter.state for letter in record.reviews.letters()] == ["corrected"]


def test_a_letter_that_is_none_is_told_before_anything_is_corrected(client: TestClient, record: RecordStore) -> None:
    answer = client.post(f"/statements/{WELL}/reject", data={"because": "So", "letter": "7"})
    assert answer.status_code == 404
    assert record.identities.corrections() == []


def test_letters_are_about_articles_too_and_are_narrowed_down(reader: TestClient, client: TestClient) -> None:
    write(reader, about=ARTICLE, text="The date is wrong.")
    assert f'href="/articles/{ARTICLE}"' in client.get("/letters?state=open").text
    assert client.get("/letters.json?state=answered").json()["letters"] == []
    assert client.get("/letters?state=lost").status_code == 400


def test_readers_see_their_own_letters_only(reader: TestClient, record: RecordStore) -> None:
    record.reviews.write_letter(WELL, "Somebody else's.", sender="Sam")
    assert "Somebody else" not in reader.get("/letters").text
    assert reader.get("/letters.json").json()["letters"] == []


@pytest.mark.parametrize(
    ("about", "text", "status"), [(WELL, " ", 400), ("s-ffffffff", "No.", 404), (WELL, "x" * 4001, 400)]
)
def test_a_letter_that_says_nothing_or_is_about_nothing_is_refused(
    reader: TestClient, record: RecordStore, about: str, text: str, status: int
) -> None:
    answer = reader.post("/letters", data={"about": about, "text": text})
    assert answer.status_code == status
    assert list(record.reviews.letters()) == []
