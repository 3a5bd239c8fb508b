"""What a translator needs: every message stands in the source as it is, and a catalogue is found."""

import ast
import gettext
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

import game
from game.cli import main
from game.wording import catalogue

PACKAGE = Path(game.__file__).parent
MESSAGES_OF = {"_": 1, "ngettext": 2}
COLLECTED_ELSEWHERE = {
    "authoring/shape.py": {"about"},
    "authoring/schema.py": {"about", "lesson"},
    "checking.py": {"each.title", "explanation.title", "explanation.text"},
    "wording/rulebook.py": {"about"},
}
"""What a key, a kind or a code is for, and what a key teaches: README's command collects it from `about(...)`,
`term(...)`, `told(...)`, `RuleKind(...)` and `lesson(...)`."""


def marked(source: str) -> Iterator[tuple[int, ast.expr]]:
    """Line and message of everything that is marked in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MESSAGES_OF:
            yield from ((node.lineno, message) for message in node.args[: MESSAGES_OF[node.func.id]])


def test_messages_are_literal_so_that_they_can_be_collected() -> None:
    found = []
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        for line, message in marked(path.read_text(encoding="utf-8")):
            known = ast.unparse(message) in COLLECTED_ELSEWHERE.get(name, ())
            if not known and not isinstance(message, ast.Constant):
                found.append(f"{name}:{line}: {ast.unparse(message)}")
    assert found == []


@pytest.fixture
def korean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of two messages; the language is put back in the end."""
    folder = tmp_path / "locale" / "ko" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    messages = {"Undo": "실행 취소", "There is no scenario called `{name}`.": "`{name}`: 없음"}
    (folder / "after-you.mo").write_bytes(_compiled(messages))
    monkeypatch.setattr(catalogue, "assets", lambda: tmp_path)
    monkeypatch.setattr(catalogue, "_current", gettext.NullTranslations())


@pytest.mark.usefixtures("korean")
def test_a_catalogue_is_used_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert catalogue._("Undo") == "Undo"
    monkeypatch.setenv("LANGUAGE", "ko")
    catalogue.use_players_language()
    assert catalogue._("Undo") == "실행 취소"
    assert catalogue._("Redo") == "Redo"


@pytest.mark.usefixtures("korean")
def test_the_players_language_is_followed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr:ko")
    assert main(("run", "nowhere")) == 1
    assert "`nowhere`: 없음" in capsys.readouterr().err


@pytest.mark.usefixtures("korean")
def test_an_unknown_language_falls_back_to_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "tlh")
    catalogue.use_players_language()
    assert catalogue._("Undo") == "Undo"
    assert catalogue._("") == ""
    assert catalogue.ngettext("one breach", "{n} breaches", 3) == "{n} breaches"


def _compiled(messages: dict[str, str]) -> bytes:
    """A catalogue as msgfmt writes it."""
    pairs = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **messages}.items())
    texts = [part.encode() for key, value in pairs for part in (key, value)]
    start = 28 + 16 * len(pairs)
    places, at = [], start
    for text in texts:
        places.append((len(text), at))
        at += len(text) + 1
    tables = [*places[0::2], *places[1::2]]
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    index = b"".join(struct.pack("<2I", *place) for place in tables)
    return head + index + b"".join(text + b"\0" for text in texts)
