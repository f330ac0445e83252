"""The house stands: imports go strictly down its floors, and `import onrecord` is light."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.floors import imports

FILES: dict[str, Path] = imports.module_files()
ARROWS = imports.find_arrows(FILES)

HEAVY = (
    "fastapi",
    "pydantic",
    "argon2",
    "numpy",
    "onnxruntime",
    "pyarrow",
    "typer",
    "rich",
    "tokenizers",
    "selectolax",
    "rapidfuzz",
    "sqlite3",
    "lxml",
)


def house(root: Path, **modules: str) -> dict[str, Path]:
    """A small package `onrecord` below `root`: `house(tmp_path, store__rows="import onrecord.pages")`."""
    for name, code in modules.items():
        path = root / "onrecord" / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code)
        for folder in [path.parent, *path.parent.parents]:
            if folder == root:
                break
            (folder / "__init__.py").touch()
    return imports.module_files(root / "onrecord")


def forbidden(files: dict[str, Path]) -> list[str]:
    return [str(arrow) for arrow in imports.find_arrows(files) if imports.is_forbidden(arrow)]


def test_imports_go_strictly_down_the_floors() -> None:
    assert forbidden(FILES) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert imports.find_cycle(ARROWS) == []


def test_every_room_stands_on_a_floor() -> None:
    rooms = {imports.room_of(module) for module in FILES} - {None}
    assert rooms <= set(imports.FLOORS)


def test_functions_live_with_their_noun_and_not_in_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [module for module in FILES if drawers & set(module.split("."))] == []


def test_the_walk_sees_the_whole_package() -> None:
    assert {"onrecord.schema.spans", "onrecord.faces.cli.main"} <= set(FILES)
    assert any(str(arrow).endswith("imports onrecord.schema.spans") for arrow in ARROWS)


@pytest.mark.parametrize(
    "code",
    [
        "from onrecord.faces import cli",
        "def run():\n    from onrecord.faces.cli import main",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import onrecord.faces.cli.main",
        "from ..faces.cli import main",
        "import onrecord",
    ],
)
def test_an_upward_arrow_is_found_however_it_is_written(tmp_path: Path, code: str) -> None:
    assert forbidden(house(tmp_path, store__rows=code, faces__cli__main=""))


def test_a_sideways_arrow_is_found(tmp_path: Path) -> None:
    files = house(tmp_path, store__rows="from onrecord.articles import find", articles__find="")
    assert forbidden(files) == ["onrecord.store.rows (line 1) imports onrecord.articles.find"]


def test_arrows_down_and_inside_a_room_are_fine(tmp_path: Path) -> None:
    files = house(
        tmp_path, store__rows="from onrecord.store import tables\nfrom onrecord.schema import x", store__tables="",
        schema__x="",
    )  # fmt: skip
    assert forbidden(files) == []


def test_a_circle_inside_a_room_is_found(tmp_path: Path) -> None:
    files = house(tmp_path, store__a="import onrecord.store.b", store__b="from onrecord.store import a")
    a, b = "onrecord.store.a", "onrecord.store.b"
    assert imports.find_cycle(imports.find_arrows(files)) == [a, b, a]


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after the statement."""
    code = f"import sys, json; {statement}; print(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return set(json.loads(result.stdout))


def test_importing_onrecord_loads_nothing_heavy() -> None:
    assert modules_after("import onrecord; onrecord.read, onrecord.open_store") & set(HEAVY) == set()


def test_help_loads_neither_model_nor_tables() -> None:
    loaded = modules_after("import onrecord.faces.cli.application")
    assert loaded & {"numpy", "onnxruntime", "pyarrow", "tokenizers", "selectolax", "sqlite3"} == set()
