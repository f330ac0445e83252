"""What README.md tells a newcomer to type works, in its order, on pages like those that it speaks of."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from onrecord.schema import Reading, encode_outcome
from tests.docs.fences import Fence, find_fences

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
FENCES = list(find_fences(README))
PAGES = ROOT / "src" / "onrecord" / "demo" / "pages"
READOUT = PAGES / "white-house" / "2022-02-12-president-vladimir-putin-of-russia.html"
BRIEFING = PAGES / "kremlin" / "2022-02-12-ushakov-briefing.html"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the README's commands name: a story, a folder of pages, a clean text."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copy(PAGES / "wikinews" / "uk-asylum-questionnaire.html", folder / "story.html")
    shutil.copytree(PAGES / "white-house", folder / "pages")
    for name, page in (("white-house", READOUT), ("kremlin", BRIEFING)):
        shutil.copy(page, folder / f"{name}.html")
    shutil.copy(BRIEFING, folder / "pages")
    (folder / "clean.txt").write_text(
        "“The ferry stays,” Mayor Ada Holm told the council on Monday.\n", encoding="utf-8"
    )
    return folder


def run(fence: Fence, folder: Path) -> subprocess.CompletedProcess[str]:
    command = (
        ["bash", "-eo", "pipefail", "-c", fence.code] if fence.language == "sh" else [sys.executable, "-c", fence.code]
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path}
    environment.pop("ONRECORD_STORE", None)
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)


def test_commands_and_python_of_the_readme_run_in_their_order(workplace: Path) -> None:
    for fence in FENCES:
        if fence.runs and fence.language in ("sh", "python"):
            result = run(fence, workplace)
            assert result.returncode == 0, f"{fence.code}\n{result.stderr}"
            assert result.stdout or "contested" in fence.code, fence.code


def test_readme_has_commands_that_are_run() -> None:
    assert sum(fence.runs and fence.language == "sh" for fence in FENCES) >= 3


def test_the_readme_json_is_a_reading_as_the_program_writes_it() -> None:
    shown = next(fence.code for fence in FENCES if fence.language == "json")
    reading = msgspec.json.decode(shown, type=Reading)
    assert msgspec.json.decode(encode_outcome(reading)) == msgspec.json.decode(shown)


def test_files_that_the_docs_name_are_there() -> None:
    for page in (README, *sorted((ROOT / "docs").glob("*.md"))):
        for name in re.findall(r"`([\w./-]+/[\w.-]+\.(?:py|toml|json|md))`", page.read_text(encoding="utf-8")):
            places = (ROOT, ROOT / "src", ROOT / "src" / "onrecord")
            assert any((place / name).exists() for place in places), f"{page.name} names {name}"


def test_links_of_the_pages_lead_somewhere() -> None:
    for page in (README, *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"
