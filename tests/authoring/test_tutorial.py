"""The author's guide is followed to the letter: its first steps are taken, and its tables and examples are true."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from game import usage
from game.authoring.load import load_scenario_text
from game.authoring.schema import scenario_schema
from game.authoring.templates import template
from game.cli import main
from tests.authoring import key_tables
from tests.authoring.editor import as_editor_sees, complaints, takes

GUIDE = key_tables.GUIDE.read_text(encoding="utf-8")
TUTORIAL = GUIDE.partition("## From an empty file")[2].partition("\n## ")[0]
STEPS = re.findall(r"```(sh|diff|text)\n(.*?)```", TUTORIAL, re.DOTALL)
SNIPPETS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)[1:]  # the first is whole


def test_the_first_fifteen_minutes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    said = ""
    for kind, text in STEPS:
        if kind == "sh":
            said = "".join(_run(line, capsys) for line in text.splitlines())
        elif kind == "diff":
            _change(Path("garden-talks.yaml"), text)
        else:
            assert text in said + "\n"
    assert len(STEPS) >= 12
    assert said.endswith("all end as expected.\n")


def _run(line: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command of the guide answers; a window is not opened, but its command must be one."""
    program, *argv = shlex.split(line)
    assert program == "after-you"
    usage.parser().parse_args(argv)
    if argv[0] == "play":
        return ""
    assert main(argv) in (0, 1)
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def _change(path: Path, diff: str) -> None:
    old = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line.startswith("-"))
    new = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line.startswith("+"))
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: str(snippet.partition(":")[0]))
def test_every_example_fits_into_the_scenario_one_begins_with(snippet: str) -> None:
    text = template("bilateral")
    for key, block in re.findall(r"^(\w+):(.*?)(?=^\w|\Z)", snippet, re.DOTALL | re.MULTILINE):
        text = re.sub(rf"^{key}:.*?(?=^\w|^#|\Z)", "", text, count=1, flags=re.DOTALL | re.MULTILINE)
        text += f"{key}:{block}"
    text = re.sub(r"^expect:.*?(?=^\w|^#|\Z)", "", text, flags=re.DOTALL | re.MULTILINE)
    assert load_scenario_text(text, "README.md").id == "bilateral"
    assert complaints(as_editor_sees(text)) == []


def test_the_tables_of_keys_are_those_of_the_schema() -> None:
    assert key_tables.renewed(GUIDE) == GUIDE, "run python -m tests.authoring.key_tables"
    assert key_tables.renewed(GUIDE.replace("| `liaison` * | ", "| `liaison` * | Never. ")) == GUIDE


def test_every_block_of_the_schema_has_its_table() -> None:
    assert {found["block"] for found in key_tables.TABLE.finditer(GUIDE)} == set(key_tables.blocks())


def test_every_command_in_the_guide_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    commands = set(re.findall(r"after-you ([a-z]+)", GUIDE))
    assert {"new", "check", "test", "play", "run", "solve", "calibrate", "schema"} <= commands
    assert [command for command in sorted(commands) if main([command, "--help"]) != 0] == []
    assert capsys.readouterr().err == ""


CODES = sorted({code for code in re.findall(r"`([^`\n]+)`", GUIDE) if re.match(r"(\w[\w-]*: |\{|- \{)", code)})


@pytest.mark.parametrize("code", [code for code in CODES if ".." not in code])
def test_every_piece_of_yaml_in_the_text_is_one(code: str) -> None:
    """Whatever looks like a key with its value, or like a block, fits at some place of a scenario."""
    found = as_editor_sees(code.removeprefix("- "))
    if len(found) == 1 and not code.startswith(("{", "- ")):
        ((key, found),) = found.items()
        if any(key in block for block in key_tables.blocks().values()) or key in TERMS:
            assert _fits_somewhere(key, found), code
            return
    assert any(takes(name, found) for name in DEFINITIONS) or _fits_somewhere(None, found), code


DEFINITIONS = list(scenario_schema()["definitions"])
TERMS = {key for name in DEFINITIONS if name.startswith("rule-")
         for key in scenario_schema()["definitions"][name]["properties"]}


def _fits_somewhere(key: str | None, value: object) -> bool:
    """Whether a value can stand at this key of some block, or at any key at all."""
    whole = scenario_schema()
    blocks = [whole["properties"], *(one.get("properties", {}) for one in whole["definitions"].values())]
    return any(
        Draft7Validator({"properties": {"x": one}, "definitions": whole["definitions"]}).is_valid({"x": value})
        for block in blocks for name, one in block.items() if one and key in (None, name)
    )
