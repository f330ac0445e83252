import os
import socket
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.pages import PageSettings, find_sources, load_page
from onrecord.schema import Page, RejectedPage

HTML = b"<!doctype html><title>Pier closed</title><p>The pier is closed.</p>"
TEXT = b"The council closed the pier.\n\nFerries stop on Tuesday.\n"


def found(*arguments: str | Path, settings: PageSettings | None = None) -> list[Page | RejectedPage]:
    return list(find_sources([str(argument) for argument in arguments], settings))


def one(argument: str | Path, settings: PageSettings | None = None) -> Page | RejectedPage:
    (page,) = found(argument, settings=settings)
    return page


def reason(page: Page | RejectedPage) -> str:
    assert isinstance(page, RejectedPage)
    assert page.rejection.stage == "pages"
    assert page.rejection.detail
    return page.rejection.reason


def test_a_file_is_a_page_with_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    monkeypatch.chdir(tmp_path)
    page = one("./a.html")
    assert isinstance(page, Page)
    assert (page.content, page.origin.path, page.form, page.content_type) == (HTML, "./a.html", "html", "text/html")


def test_a_folder_is_read_recursively_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "below/c.md", ".hidden.html", ".git/d.html", "no_suffix"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(HTML if name.endswith("html") else TEXT)
    folder = f"{tmp_path}"
    pages = found(folder)
    assert [page.origin.path for page in pages if isinstance(page, Page)] == [
        f"{folder}/a.txt", f"{folder}/b.html", f"{folder}/below/c.md", f"{folder}/no_suffix",
    ]  # fmt: skip
    assert [page.form for page in pages if isinstance(page, Page)] == ["dump", "html", "dump", "dump"]


def test_sources_are_read_only_when_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    sources = find_sources([str(tmp_path / "a.txt"), str(tmp_path / "late.txt")])
    assert isinstance(sources, Iterator)
    next(sources)
    (tmp_path / "late.txt").write_bytes(TEXT)
    assert isinstance(next(sources), Page)


def test_text_is_clean_where_the_user_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    page = one(tmp_path / "a.txt", PageSettings(plain=True))
    assert isinstance(page, Page)
    assert (page.form, page.content_type) == ("plain", "text/plain")


def test_a_missing_path_does_not_stop_the_batch(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    missing, page = found(tmp_path / "no.txt", tmp_path / "a.txt")
    assert reason(missing) == "missing"
    assert isinstance(page, Page)


def test_a_broken_link_names_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "link.html").symlink_to("gone.html")
    page = one(tmp_path / "link.html")
    assert reason(page) == "missing"
    assert isinstance(page, RejectedPage)
    assert "gone.html" in page.rejection.detail


def test_a_link_to_itself_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert reason(one(tmp_path / "loop")) == "unreadable"


def test_a_folder_linked_into_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(found(tmp_path)) == 1


def test_a_named_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert reason(one(tmp_path)) == "unreadable"


def test_a_socket_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        assert reason(one("s")) == "unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)
    assert [reason(page) for page in found(tmp_path)] == ["unreadable", "unreadable"]


def test_a_folder_that_cannot_be_listed_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert reason(one(tmp_path)) == "unreadable"


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert reason(one(tmp_path)) == "empty_folder"


@pytest.mark.parametrize("content", [b"", b" \n\t\n"])
def test_an_empty_file_is_rejected(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.html").write_bytes(content)
    assert reason(one(tmp_path / "a.html")) == "empty_file"


def test_a_huge_file_is_never_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    assert reason(one(tmp_path / "huge.html")) == "too_large"
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_a_path_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as file:
        file.write(TEXT)
    page = one(os.fsdecode(name))
    assert isinstance(page, Page)
    assert page.origin.path == f"{tmp_path}/caf\ufffd.txt"


@pytest.mark.parametrize("name", ["nul\x00.txt", "a.txt/below", "x" * 5000])
def test_names_that_no_file_has_are_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    assert reason(one(f"{tmp_path}/{name}")) == "missing"


@pytest.mark.parametrize("address", ["s3://bucket/a", "ftp://example.org/story.html", "file:///saved/story.html"])
def test_an_address_says_what_to_do_instead(address: str) -> None:
    page = one(address)
    assert reason(page) == "not_supported"
    assert isinstance(page, RejectedPage)
    assert page.page.origin.url == address
    assert "save the page" in page.rejection.detail


def test_standard_input_is_a_page_without_a_path() -> None:
    script = (
        "from onrecord.pages import find_sources\n"
        "for p in find_sources(['-', '-']): print(repr(p.origin) if hasattr(p, 'origin') else p.rejection.reason)"
    )
    done = subprocess.run([sys.executable, "-c", script], input=HTML, stdout=subprocess.PIPE, check=True)
    assert done.stdout.decode().splitlines() == ["Origin(url=None, path=None, member=None)", "empty_file"]


def test_an_open_pipe_is_read_like_standard_input() -> None:
    readable, writable = os.pipe()
    os.write(writable, TEXT)
    os.close(writable)
    page = one(f"/dev/fd/{readable}")
    os.close(readable)
    assert isinstance(page, Page)
    assert page.content == TEXT


def test_load_page_takes_bytes_and_paths(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    from_bytes, from_path = load_page(HTML), load_page(tmp_path / "a.html")
    assert isinstance(from_bytes, Page)
    assert isinstance(from_path, Page)
    assert from_bytes.id == from_path.id
    assert from_bytes.origin.path is None


def test_load_page_of_a_folder_says_what_to_use() -> None:
    assert reason(load_page(".")) == "not_supported"


def test_load_page_rejects_bytes_beyond_the_limit() -> None:
    assert reason(load_page(b"x" * 11, PageSettings(max_bytes=10))) == "too_large"
