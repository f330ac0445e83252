"""Who gets in, from where, and what a browser may do with the answer."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.testclient import TestClient

from onrecord.faces.web.security.hosts import host_name
from onrecord.faces.web.security.origins import is_own

TOKEN = "a-token-for-these-tests"
ADDRESS = "http://127.0.0.1:8765"


@pytest.mark.parametrize("address", ["/", "/index.json", "/openapi.json", "/articles/a-1", "/nowhere"])
def test_a_stranger_sees_no_page(stranger: TestClient, address: str) -> None:
    answer = stranger.get(address)
    assert answer.status_code == 401
    assert "Kursk" not in answer.text


def test_the_printed_address_lets_in_and_leaves_no_token_in_the_address(stranger: TestClient) -> None:
    answer = stranger.get(f"/?token={TOKEN}&q=Kursk", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/?q=Kursk"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert stranger.get("/").status_code == 200


def test_the_way_in_leads_to_no_other_site(stranger: TestClient) -> None:
    answer = stranger.get(f"{ADDRESS}//elsewhere.example/x?token={TOKEN}", follow_redirects=False)
    assert answer.headers["location"] == "/elsewhere.example/x"


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "é"])
def test_a_wrong_token_lets_nobody_in(stranger: TestClient, token: str) -> None:
    assert stranger.get("/", params={"token": token}).status_code == 401


def test_two_records_beside_each_other_keep_their_sign_ins_apart(client: TestClient) -> None:
    assert list(client.cookies) == ["onrecord-8765"]


def test_a_program_shows_the_token_itself(stranger: TestClient) -> None:
    assert stranger.get("/index.json", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert stranger.get("/index.json", headers={"Authorization": "Bearer no"}).status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8765", "", "localhost:8765@evil.example"])
def test_a_name_that_is_pointed_at_this_machine_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("header", ["localhost", "localhost:8765", "LOCALHOST:1"])
def test_the_server_goes_by_its_name_at_any_port(header: str) -> None:
    assert host_name(header) == "localhost"


def test_an_address_of_the_sixth_version_is_a_name() -> None:
    assert host_name("[::1]:8765") == "[::1]"


def request_with(method: str, **headers: str) -> Request:
    lines = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "headers": lines, "scheme": "http", "path": "/", "query_string": b""}
    return Request(scope)


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "cross-site"}, False),
        ({"sec_fetch_site": "same-site"}, False),  # another port of this machine is another program
        ({"sec_fetch_site": "none"}, False),  # nobody types a POST
        ({"sec_fetch_site": "cross-site", "origin": ADDRESS, "host": "127.0.0.1:8765"}, False),
        ({"origin": ADDRESS, "host": "127.0.0.1:8765"}, True),
        ({"origin": "null", "host": "127.0.0.1:8765"}, False),
        ({"origin": "http://evil.example", "host": "127.0.0.1:8765"}, False),
        ({"authorization": "Bearer x"}, True),
        ({"cookie": "onrecord-8765=x"}, False),
    ],
)
def test_only_own_pages_and_programs_change_something(headers: dict[str, str], own: bool) -> None:
    assert is_own(request_with("POST", **headers)) is own
    assert is_own(request_with("GET", **headers))


def test_a_change_from_another_site_is_refused_before_any_page_sees_it(client: TestClient) -> None:
    answer = client.post("/", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


@pytest.mark.parametrize("address", ["/", "/nowhere", "/index.json", "/static/css/base.css"])
def test_every_answer_tells_browsers_to_run_nothing_foreign(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_refusals_carry_the_headers_too(client: TestClient) -> None:
    assert "content-security-policy" in client.get("/", headers={"Host": "evil.example"}).headers


def test_a_fault_of_ours_is_told_on_a_page_without_its_traceback(application: FastAPI) -> None:
    def broken() -> None:
        raise RuntimeError("secret detail")

    application.add_api_route("/broken", broken)
    client = TestClient(application, base_url=ADDRESS, raise_server_exceptions=False)
    answer = client.get("/broken", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert "content-security-policy" in answer.headers


def test_no_page_has_a_script_or_a_style_in_itself(client: TestClient) -> None:
    for address in ("/", "/?q=Kursk", "/nowhere"):
        html = client.get(address).text
        assert "<style" not in html
        assert " style=" not in html
        assert html.count("<script") == html.count("<script src=")
