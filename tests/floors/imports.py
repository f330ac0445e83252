"""Who imports whom in src/onrecord, by reading the code: deferred and type-only imports count as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "onrecord"

FLOORS: dict[str, int] = {
    "errors": 0, "schema": 0, "version": 0,
    "language": 1,
    "pages": 2, "articles": 2, "statements": 2, "speakers": 2, "claims": 2, "reprints": 2, "quotations": 2, "store": 2,
    "pipeline": 3,
    "engines": 4, "evaluation": 4,
    "faces": 5,
}  # fmt: skip
TOP = 6
"""`onrecord/__init__.py` and `__main__.py`: the package's own face, above all floors."""


@dataclass(frozen=True, order=True)
class Arrow:
    """`importer` (a module of OnRecord) imports `imported` (another) on a line."""

    importer: str
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer} (line {self.line}) imports {self.imported}"


def module_files(package: Path = PACKAGE) -> dict[str, Path]:
    """Every module's dotted name and file: `onrecord.store.filters` → …/store/filters.py."""
    return {_module_name(path, package): path for path in sorted(package.rglob("*.py"))}


def _module_name(path: Path, package: Path) -> str:
    parts = (package.name, *path.relative_to(package).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def find_arrows(files: dict[str, Path]) -> list[Arrow]:
    """Every import of one OnRecord module by another; `from onrecord.store import x` leads to x if it is a module."""
    arrows: set[Arrow] = set()
    for importer, path in files.items():
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        for line, imported in _imports_in(tree, importer, is_package=path.name == "__init__.py"):
            target = _resolve(imported, files)
            if target is not None and target != importer:
                arrows.add(Arrow(importer, target, line))
    return sorted(arrows)


def _imports_in(tree: ast.Module, importer: str, *, is_package: bool) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base_of(node, importer, is_package=is_package)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def _base_of(node: ast.ImportFrom, importer: str, *, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = importer.split(".")
    kept = parts[: len(parts) - node.level + is_package]
    return ".".join((*kept, *([node.module] if node.module else [])))


def _resolve(imported: str, files: dict[str, Path]) -> str | None:
    """`onrecord.store.open_store` is in the module `onrecord.store`; what isn't OnRecord's is None."""
    while imported:
        if imported in files:
            return imported
        imported = imported.rpartition(".")[0]
    return None


def room_of(module: str) -> str | None:
    """The folder (or file) right below `onrecord`, or None for the package itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] != "__main__" else None


def floor_of(module: str) -> int:
    """Raises KeyError for a room that stands on no floor."""
    room = room_of(module)
    return TOP if room is None else FLOORS[room]


def is_forbidden(arrow: Arrow) -> bool:
    """Is it an arrow up, or sideways between two rooms of one floor? Inside a room everything may import everything."""
    importer, imported = room_of(arrow.importer), room_of(arrow.imported)
    if importer == imported and importer is not None:
        return False
    return floor_of(arrow.imported) >= floor_of(arrow.importer)


def find_cycle(arrows: list[Arrow]) -> list[str]:
    """One cycle of modules, the first again at its end; empty where there is none."""
    targets: dict[str, list[str]] = {}
    for arrow in arrows:
        targets.setdefault(arrow.importer, []).append(arrow.imported)
    finished: set[str] = set()
    for start in sorted(targets):
        cycle = _cycle_from(start, targets, [], finished)
        if cycle:
            return cycle
    return []


def _cycle_from(module: str, targets: dict[str, list[str]], path: list[str], finished: set[str]) -> list[str]:
    if module in path:
        return [*path[path.index(module) :], module]
    if module in finished:
        return []
    for target in targets.get(module, []):
        cycle = _cycle_from(target, targets, [*path, module], finished)
        if cycle:
            return cycle
    finished.add(module)
    return []
