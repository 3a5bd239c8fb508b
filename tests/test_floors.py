"""The floors: imports run only downwards, what is pure stays pure, and what is not on the list fails."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import game

PACKAGE = Path(game.__file__).parent

FLOORS = [
    {"protocol"},
    {"simulation"},
    {"scoring"},
    {"planning"},
    {"drawing", "authoring", "wording", "resources"},
    {"report", "attempt"},
    {"stage", "classroom"},
    {
        "cli", "advice", "author", "checking", "console", "debrief", "doctor", "generate", "host", "load_test",
        "proving", "rulebook", "usage", "usage_author", "usage_class", "usage_generate", "usage_host", "usage_load",
        "__main__",
    },
]
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}

NOT_BETWEEN = {("report", "attempt"), ("attempt", "report")}
"""Siblings that may not import each other; others may, as long as no two import one another."""

PURE = {
    "__future__", "abc", "array", "bisect", "collections", "dataclasses", "enum", "functools", "hashlib",
    "heapq", "itertools", "math", "operator", "re", "types", "typing",
}  # fmt: skip
"""All that floors 0-3 may import of the standard library: no file, clock, chance, socket or process."""

FINDS_MODULES = {"simulation/kinds/registry.py": {"importlib", "pkgutil", "an import by name"}}
"""The one exception: the registry looks for the rule kinds, so that a new kind is one new module."""

ONLY_IN = {
    "yaml": {"authoring"},
    "pydantic": {"authoring"},
    "pydantic_core": {"authoring"},
    "pygame": {"drawing", "stage"},
    "platformdirs": {"attempt", "stage"},
    "jinja2": {"report", "classroom"},
    "starlette": {"classroom"},
    "uvicorn": {"classroom"},
    "h11": {"classroom"},
    "websockets": {"classroom"},
    "sqlalchemy": {"classroom"},
    "segno": {"classroom"},
    "openpyxl": {"report"},
}
"""What is imported from elsewhere, and where it may be; a new dependency is added here or fails."""


def imports(source: str) -> Iterator[tuple[int, str]]:
    """Line and full name of every import of a module, also inside functions and for type checking."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                yield node.lineno, "." * node.level + (node.module or "")
            else:
                yield from _from(node)
        elif isinstance(node, ast.Call) and _called(node) in {"__import__", "import_module"}:
            yield node.lineno, "an import by name"


def _from(node: ast.ImportFrom) -> Iterator[tuple[int, str]]:
    module = node.module or ""
    if module == "game":
        yield from ((node.lineno, f"game.{alias.name}") for alias in node.names)
    else:
        yield node.lineno, module


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def violations(sources: dict[str, str]) -> list[str]:
    """Every breach of the floors in these modules: path inside the package (`stage/app.py`) to source."""
    found: list[str] = []
    between: dict[tuple[str, str], str] = {}
    for path, source in sorted(sources.items()):
        room = path.split("/")[0].removesuffix(".py")
        if room == "__init__":
            found += [f"{path}:{line}: the package itself imports nothing" for line, _ in imports(source)]
            continue
        if room not in FLOOR:
            found.append(f"{path}: {room} stands on no floor; put it on one in tests/test_floors.py")
            continue
        for line, name in imports(source):
            trouble = "" if name in FINDS_MODULES.get(path, ()) else _trouble(room, name)
            if trouble:
                found.append(f"{path}:{line}: {trouble}")
            elif name.startswith("game.") and name.split(".")[1] != room:
                between.setdefault((room, name.split(".")[1]), f"{path}:{line}")
    return found + [
        f"{place}: {one} and {other} import each other"
        for (one, other), place in sorted(between.items())
        if (other, one) in between
    ]


def _trouble(room: str, name: str) -> str:
    top = name.split(".")[0]
    if name.startswith(".") or name == "an import by name":
        return f"{name}: imports are written out in full, so that this test can read them"
    if top == "game":
        return _upward(room, name)
    if top in ONLY_IN:
        rooms = ONLY_IN[top]
        return "" if room in rooms else f"{top} may be imported only in {', '.join(sorted(rooms))}"
    if FLOOR[room] <= 3 and top not in PURE:
        return f"{name} is not pure; floors 0-3 may import only {', '.join(sorted(PURE))}"
    if top in sys.stdlib_module_names:
        return ""
    return f"{top} is neither of the standard library nor in the list of dependencies"


def _upward(room: str, name: str) -> str:
    other = name.split(".")[1] if "." in name else ""
    if other == room or not other or name == "game.__version__":
        return ""
    if other not in FLOOR:
        return f"{name} stands on no floor"
    if FLOOR[other] > FLOOR[room]:
        return f"{room} imports {other}, which stands higher: imports run only downwards"
    if (room, other) in NOT_BETWEEN:
        return f"{room} and {other} share a floor and may not import each other"
    return ""


def test_imports_run_only_downwards() -> None:
    files = [path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts]
    sources = {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in files}
    assert len(sources) > 50
    found = violations(sources)
    assert not found, "\n" + "\n".join(found)


WRONG = [
    ("protocol/a.py", "from game.simulation import trace", "only downwards"),
    ("protocol/a.py", "def f():\n    import game.stage.app", "only downwards"),
    ("protocol/a.py", "from game import cli", "only downwards"),
    ("simulation/a.py", "import os", "not pure"),
    ("simulation/a.py", "from pathlib import Path", "not pure"),
    ("scoring/a.py", "import random", "not pure"),
    ("scoring/a.py", "def f():\n    from datetime import datetime", "not pure"),
    ("planning/a.py", "import yaml", "only in authoring"),
    ("report/a.py", "import pydantic", "only in authoring"),
    ("attempt/a.py", "import pygame", "only in drawing"),
    ("attempt/a.py", "from game.report import json", "share a floor"),
    ("stage/a.py", "from ..protocol import units", "in full"),
    ("stage/a.py", "__import__('game.cli')", "in full"),
    ("stage/a.py", "import numpy", "neither"),
    ("lounge/a.py", "", "no floor"),
    ("lounge.py", "", "no floor"),
    ("stage/a.py", "from game.lounge import bar", "no floor"),
]


@pytest.mark.parametrize(("path", "source", "expected"), WRONG)
def test_each_way_of_breaking_the_floors_is_found(path: str, source: str, expected: str) -> None:
    (found,) = violations({path: source})
    assert found.startswith(path)
    assert expected in found


def test_siblings_do_not_import_each_other() -> None:
    found = violations({"drawing/a.py": "import game.wording.b", "wording/b.py": "import game.drawing.a"})
    assert len(found) == 2
    assert all("each other" in one for one in found)


def test_all_violations_are_told_at_once() -> None:
    assert len(violations({"protocol/a.py": "import os\nimport game.cli\nimport yaml\n"})) == 3


def test_what_is_allowed_passes() -> None:
    assert violations({"stage/a.py": "import pygame\nimport json\nfrom game.protocol.plan import Plan"}) == []
