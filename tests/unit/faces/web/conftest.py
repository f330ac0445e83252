"""A small record, and clients that ask the reading room for it without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from synthetic.stories import KURSK, OSLO, page_of, reading_of, rejected_of

from onrecord.faces.web.application import create_app
from onrecord.faces.web.security.people import Person
from onrecord.faces.web.settings import WebSettings
from onrecord.schema import Origin, Page
from onrecord.store import RecordStore, open_store

TOKEN = "a-token-for-these-tests"
ADDRESS = "http://127.0.0.1:8765"


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """The file of a record with two articles, KURSK and OSLO, and a rejected page."""
    path = tmp_path / "record.db"
    with open_store(path, create=True) as record:
        for story in (KURSK, OSLO):
            page = page_of(story)
            record.add(page, reading_of(story, page))
        wall = Page(content=b"<p>Log in", origin=Origin(path="wall.html"))
        record.add(wall, rejected_of(wall))
    return path


@pytest.fixture
def record(store_path: Path) -> Iterator[RecordStore]:
    with open_store(store_path) as opened:
        yield opened


@pytest.fixture
def application(store_path: Path) -> FastAPI:
    return create_app(WebSettings(store=store_path, token=TOKEN, person=Person("Ada", "editor")))


@pytest.fixture
def stranger(application: FastAPI) -> TestClient:
    """A browser that has not been let in."""
    return TestClient(application, base_url=ADDRESS, headers={"Sec-Fetch-Site": "same-origin"})


@pytest.fixture
def client(stranger: TestClient) -> TestClient:
    """A browser in which the address that the terminal shows was opened: an editor's."""
    stranger.get(f"/?token={TOKEN}")
    return stranger
