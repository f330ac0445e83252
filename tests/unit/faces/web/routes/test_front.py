"""The front page over HTTP."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from onrecord.faces.web.application import create_app
from onrecord.faces.web.security.people import Person
from onrecord.faces.web.settings import WebSettings
from onrecord.store import open_store


def test_the_front_page_shows_what_is_new_heard_and_rejected(client: TestClient) -> None:
    html = client.get("/").text
    assert "Norway weighs in" in html
    assert "Volodymyr Zelenskyy" in html
    assert "not an article" in html


def test_search_works_as_a_form_and_marks_what_was_found(client: TestClient) -> None:
    html = client.get("/", params={"q": "prisoner exch"}).text
    assert "<mark>prisoner</mark> <mark>exchange</mark>" in html.replace("</mark><mark>", "</mark> <mark>")
    assert "Lars Løkke" in html


def test_the_same_is_there_as_json(client: TestClient) -> None:
    page = client.get("/index.json", params={"q": "Løkke"}).json()
    assert [one["name"] for one in page["results"]["speakers"]] == ["Lars Løkke"]
    assert page["overview"] is None


def test_a_search_that_finds_nothing_says_what_to_do(client: TestClient) -> None:
    assert "Nothing on the record has these words" in client.get("/", params={"q": "zeppelin"}).text


def test_an_empty_record_says_how_to_begin(tmp_path: Path) -> None:
    open_store(tmp_path / "empty.db", create=True).close()
    settings = WebSettings(store=tmp_path / "empty.db", token="t", person=Person("Ada", "editor"))
    client = TestClient(create_app(settings), base_url="http://127.0.0.1")
    assert "onrecord add" in client.get("/", headers={"Authorization": "Bearer t"}).text


def test_a_store_that_went_is_told_with_what_to_do(client: TestClient, store_path: Path) -> None:
    store_path.unlink()
    answer = client.get("/?q=Kursk")
    assert answer.status_code == 503
    assert "onrecord add" in answer.text


def test_the_document_of_the_whole_describes_what_pages_show(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    schema = document["paths"]["/articles/{id}.json"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    assert schema == {"$ref": "#/components/schemas/ArticlePage"}
    assert "blocks" in document["components"]["schemas"]["ArticlePage"]["properties"]


def test_no_document_page_reaches_for_the_network(client: TestClient) -> None:
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404
