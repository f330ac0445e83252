"""People with names and passwords, where the record is served to others."""

from __future__ import annotations

from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from starlette.testclient import TestClient
from synthetic.stories import KURSK, reading_of

from onrecord.faces.web.application import create_app
from onrecord.faces.web.security import passwords
from onrecord.faces.web.security.patience import Patience
from onrecord.faces.web.security.signed_in import SignedIn
from onrecord.faces.web.settings import WebSettings
from onrecord.store import RecordStore

WELL = reading_of(KURSK).attributions[0].id
PASSWORD = "four plain old words"
# Cheap on purpose: what a password costs is argon2's business, that it is renewed is ours.
WEAK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def served(store_path: Path, record: RecordStore) -> FastAPI:
    """The record served to others: Ada edits it, Rea reads it."""
    for name, role in (("Ada Holm", "editor"), ("Rea", "reader")):
        record.people.add_person(name, role, WEAK.hash(PASSWORD))  # type: ignore[arg-type]
    return create_app(WebSettings(store=store_path, token=None, person=None, hosts=frozenset({"record.example"})))


def browser(served: FastAPI, scheme: str = "http") -> TestClient:
    return TestClient(served, base_url=f"{scheme}://record.example", headers={"Sec-Fetch-Site": "same-origin"})


def sign_in(client: TestClient, name: str, password: str = PASSWORD, back: str = "/") -> int:
    fields = {"name": name, "password": password, "back": back}
    return client.post("/sign-in", data=fields, follow_redirects=False).status_code


def test_a_stranger_is_asked_who_they_are_and_led_to_what_they_wanted(served: FastAPI) -> None:
    client = browser(served)
    asked = client.get("/speakers?q=Peskov")
    assert asked.status_code == 401
    assert 'name="back" value="/speakers?q=Peskov"' in asked.text
    assert "Peskov</" not in asked.text
    fields = {"name": "rea", "password": PASSWORD, "back": "/speakers?q=Peskov"}
    answer = client.post("/sign-in", data=fields, follow_redirects=False)
    assert answer.headers["location"] == "/speakers?q=Peskov"
    assert "Signed in as <bdi>Rea</bdi>, reader" in client.get("/").text


@pytest.mark.parametrize("address", ["/index.json", "/letters.json", "/openapi.json"])
def test_a_program_that_nobody_knows_gets_nothing(served: FastAPI, address: str) -> None:
    assert browser(served).get(address).status_code == 401


def test_there_is_no_token_that_lets_others_in(served: FastAPI) -> None:
    assert browser(served).get("/?token=None").status_code == 401
    assert browser(served).get("/", headers={"Authorization": "Bearer None"}).status_code == 401


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_the_cookie_is_out_of_scripts_and_other_sites_reach(served: FastAPI, scheme: str, secure: bool) -> None:
    fields = {"name": "Rea", "password": PASSWORD}
    cookie = browser(served, scheme).post("/sign-in", data=fields, follow_redirects=False).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert ("; secure" in cookie) is secure


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(served: FastAPI) -> None:
    client = browser(served)
    wrong, unknown = (
        client.post("/sign-in", data={"name": name, "password": "not those words"}) for name in ("Rea", "Nobody")
    )
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.text.replace("Rea", "") == unknown.text.replace("Nobody", "")
    assert "set-cookie" not in wrong.headers


def test_a_name_that_nobody_has_costs_a_check_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []

    class Noting:
        def verify(self, kept: str, password: str) -> bool:
            checked.append(kept)
            return True

        def hash(self, password: str) -> str:
            return "nobody's"

    monkeypatch.setattr(passwords, "_hasher", Noting())
    passwords._nobodys.cache_clear()
    try:
        assert not passwords.fits(PASSWORD, None)
    finally:
        passwords._nobodys.cache_clear()
    assert checked == ["nobody's"]


@pytest.mark.parametrize("kept", ["", "no hash", "$argon2id$v=19$m=8,t=1,p=1$broken"])
def test_what_is_no_hash_fits_no_password(kept: str) -> None:
    assert not passwords.fits(PASSWORD, kept)


def test_a_weaker_hash_is_renewed_when_its_password_is_given(served: FastAPI, record: RecordStore) -> None:
    client = browser(served)
    assert sign_in(client, "Rea", "not those words") == 401
    weak = record.people.person("Rea")
    assert sign_in(client, "Rea") == 303
    renewed = record.people.person("Rea")
    assert weak is not None
    assert renewed is not None
    assert "m=8,t=1,p=1" in weak.password_hash
    assert passwords.renewed(PASSWORD, renewed.password_hash) is None
    assert client.get("/").status_code == 200


def test_roles_are_asked_of_the_record_at_each_request(served: FastAPI, record: RecordStore) -> None:
    client = browser(served)
    sign_in(client, "Ada Holm")
    assert client.post(f"/statements/{WELL}/accept", json={"because": "read it"}).json()["who"] == "Ada Holm"
    record.people.set_role("Ada Holm", "reader")
    assert client.post(f"/statements/{WELL}/reject", json={"because": "no"}).status_code == 403
    record.people.remove_person("Ada Holm")
    assert client.get("/").status_code == 401


def test_a_reader_writes_letters_under_their_own_name(served: FastAPI, record: RecordStore) -> None:
    client = browser(served)
    sign_in(client, "rea")
    client.post("/letters", data={"about": WELL, "text": "He never did.", "sender": "Ada Holm"})
    assert [letter.sender for letter in record.reviews.letters()] == ["Rea"]


def test_a_new_password_signs_out_where_the_old_one_was_used(served: FastAPI, record: RecordStore) -> None:
    client = browser(served)
    sign_in(client, "Rea")
    record.people.set_password("Rea", WEAK.hash("some other words"))
    assert client.get("/").status_code == 401


def test_signing_out_ends_the_session_itself(served: FastAPI) -> None:
    client = browser(served)
    sign_in(client, "Rea")
    kept = dict(client.cookies)
    assert client.post("/sign-out", follow_redirects=False).headers["location"] == "/sign-in"
    assert (
        client.get("/", headers={"Cookie": "; ".join(f"{name}={value}" for name, value in kept.items())}).status_code
        == 401
    )


def test_signing_in_anew_ends_the_session_before(served: FastAPI) -> None:
    client = browser(served)
    sign_in(client, "Rea")
    first = dict(client.cookies)
    sign_in(client, "Ada Holm")
    assert "Ada Holm" in client.get("/").text
    stolen = browser(served).get("/", headers={"Cookie": "; ".join(f"{name}={value}" for name, value in first.items())})
    assert stolen.status_code == 401


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_no_other_site_signs_anybody_in_or_out(served: FastAPI, site: str) -> None:
    client = browser(served)
    sign_in(client, "Rea")
    foreign = {"Sec-Fetch-Site": site}
    assert client.post("/sign-out", headers=foreign).status_code == 403
    assert client.post("/sign-in", data={"name": "Rea", "password": PASSWORD}, headers=foreign).status_code == 403


def test_who_guesses_waits_and_the_right_password_too(served: FastAPI) -> None:
    client = browser(served)
    assert [sign_in(client, "Rea", "wrong words here") for _ in range(6)] == [401] * 5 + [429]
    assert sign_in(client, "REA ") == 429
    assert sign_in(client, "Ada Holm") == 303


def test_patience_grows_and_is_given_back() -> None:
    now = [0.0]
    patience = Patience(lambda: now[0])
    waits: list[float] = []
    for _ in range(14):
        patience.failed(" Rea")
        waits.append(patience.wait_for("rea"))
    assert waits[:7] == [0, 0, 0, 0, 2, 4, 8]
    assert waits[-1] == 60
    now[0] = 60
    assert patience.wait_for("Rea") == 0
    patience.forgive("Rea")
    patience.failed("Rea")
    assert patience.wait_for("Rea") == 0


def test_whoever_asks_for_nothing_all_day_is_signed_out(store_path: Path, record: RecordStore) -> None:
    now = [0.0]
    kept = record.people.add_person("Rea", "reader", "$hash")
    sessions = SignedIn(store_path, 8765, lambda: now[0])
    secret = sessions.begin("Rea", kept.password_hash)
    request = _request(f"onrecord-session-8765={secret}")
    now[0] = 11 * 3600
    assert sessions.recognise(request) is not None
    now[0] = 22 * 3600
    assert sessions.recognise(request) is not None
    now[0] = 35 * 3600
    assert sessions.recognise(request) is None


@pytest.mark.parametrize("cookie", ["onrecord-session-8765=", "onrecord-session-8765=guess", "onrecord-8765=x"])
def test_a_cookie_that_was_not_given_out_is_nobodys(store_path: Path, cookie: str) -> None:
    assert SignedIn(store_path, 8765).recognise(_request(cookie)) is None


def _request(cookie: str):
    from starlette.requests import Request

    return Request({"type": "http", "headers": [(b"cookie", cookie.encode())]})


def test_where_the_token_lets_in_people_may_sign_in_as_well(
    client: TestClient, stranger: TestClient, record: RecordStore
) -> None:
    stranger.cookies.clear()
    assert "<h1>Sign in" not in stranger.get("/").text
    record.people.add_person("Rea", "reader", WEAK.hash(PASSWORD))
    html = stranger.get("/").text
    assert "<h1>Sign in" in html
    assert "the address that its terminal shows" in html
    assert sign_in(stranger, "Rea") == 303
    assert stranger.get("/").status_code == 200


def test_the_machines_own_address_is_no_foreign_name(served: FastAPI) -> None:
    client = TestClient(served, base_url="http://192.0.2.7:8765")
    assert client.get("/sign-in").status_code == 200
    assert client.get("/sign-in", headers={"Host": "192.0.2.8:8765"}).status_code == 421
