"""`onrecord serve`: who may reach it, what it prints, and that it answers."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from synthetic.stories import KURSK, page_of, reading_of
from typer.testing import CliRunner

from onrecord.errors import EnvironmentProblem, UsageError
from onrecord.faces.cli.application import app
from onrecord.faces.cli.commands.serve import address_of, check_host, check_tls, check_token, listen, settings_of
from onrecord.faces.web.security.people import Person
from onrecord.store import open_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with open_store(tmp_path / "record.db", create=True) as record:
        page = page_of(KURSK)
        record.add(page, reading_of(KURSK, page))
    return tmp_path / "record.db"


@pytest.fixture
def serving(store: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "onrecord.faces.cli.main", "serve", "--store", str(store), "--port", "0"]
    process = subprocess.Popen([*command, "--no-browser"], stderr=subprocess.PIPE, text=True)
    yield process
    process.terminate()
    process.wait(timeout=10)


def test_the_printed_address_opens_the_record(serving: subprocess.Popen[str]) -> None:
    assert serving.stderr is not None
    printed = serving.stderr.readline() + serving.stderr.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", printed)
    assert address is not None, printed
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(address[0], timeout=30) as answer:
        assert "Leaders talk about a ceasefire" in answer.read().decode()
        assert "token=" not in answer.url


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])
def test_an_address_that_others_reach_is_refused_without_users(store: Path, host: str) -> None:
    with pytest.raises(UsageError, match="no users"):
        check_host(host, store)
    with open_store(store) as record:
        record.people.add_person("Ada", "editor", "$hash")
    check_host(host, store)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_this_machine_alone_is_fine(store: Path, host: str) -> None:
    check_host(host, store)


def test_others_get_in_by_name_and_password_only(store: Path) -> None:
    settings = settings_of("0.0.0.0", store, "t" * 32, "ada")
    assert (settings.token, settings.person) == (None, None)
    assert "token" not in address_of("0.0.0.0", settings, secure=False)
    assert address_of("192.168.1.5", settings, secure=True) == "https://192.168.1.5:8765/"
    own = settings_of("127.0.0.1", store, "t" * 32, "ada")
    assert (own.token, own.person) == ("t" * 32, Person("ada", "editor"))


@pytest.mark.parametrize("given", [("a.pem", None), (None, "a.pem"), ("none.pem", "a.pem")])
def test_https_needs_a_certificate_and_its_key(tmp_path: Path, given: tuple[str | None, str | None]) -> None:
    (tmp_path / "a.pem").touch()
    certificate, key = (None if name is None else tmp_path / name for name in given)
    with pytest.raises(UsageError, match="missing, or no file"):
        check_tls(certificate, key)
    check_tls(None, None)


@pytest.mark.parametrize("token", ["", "short", "fifteen letters", "sixteen letters\n!", "sechzehn Zeichen ü"])
def test_a_token_that_one_could_guess_or_not_type_is_refused(token: str) -> None:
    with pytest.raises(UsageError):
        check_token(token)


def test_a_port_that_is_taken_is_told_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(EnvironmentProblem) as raised:
        listen("127.0.0.1", taken.getsockname()[1])
    assert "--port" in raised.value.remedy


def test_a_store_that_is_none_is_told_before_anything_is_served(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["serve", "--store", str(tmp_path / "none.db"), "--no-browser"])
    assert result.exit_code == 3
    assert "onrecord add" in result.stderr
