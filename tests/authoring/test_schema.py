"""The JSON Schema: made from the model, kept beside the scenarios, and of one mind with the loader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from game.authoring import chances, cue_fields, fields, model, model_room, quantities, texts
from game.authoring.lessons import LESSONS
from game.authoring.load import load_scenario_text
from game.authoring.parts import Part
from game.authoring.problems import ProblemsFound, Wrong
from game.authoring.schema import FILE_NAME, scenario_schema
from game.authoring.schema_file import schema_text
from game.authoring.schema_values import values
from game.authoring.shape import keys_of
from game.cli import main
from game.simulation.kinds.registry import registry
from tests.authoring.editor import as_editor_sees, complaints, takes

ROOT = Path(__file__).parents[2]
GOOD = [*sorted((ROOT / "scenarios").glob("*.yaml")), *sorted((Path(__file__).parent / "good").glob("*.yaml"))]
MINIMAL = (Path(__file__).parent / "good" / "minimal.yaml").read_text(encoding="utf-8")


def test_the_copy_for_editors_is_up_to_date() -> None:
    copy = (ROOT / "scenarios" / FILE_NAME).read_text(encoding="utf-8")
    assert copy == schema_text(), f"run after-you schema --to scenarios/{FILE_NAME}"


def test_it_is_a_json_schema() -> None:
    Draft7Validator.check_schema(scenario_schema())
    assert schema_text().isascii() or "\\u" not in schema_text()


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_an_editor_finds_nothing_wrong_with_a_good_file(path: Path) -> None:
    assert complaints(as_editor_sees(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", sorted((ROOT / "scenarios").glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_scenarios_name_it_on_their_first_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={FILE_NAME}"


MISTAKES = {
    "an unknown key": ("place: Port Merrow", "place: Port Merrow\nmotto: Slowly", ": Additional.*'motto'"),
    "a misspelt key of a person": ("holds: foyer, groups", "hold: foyer, groups", "people.2: Additional.*'hold'"),
    "a missing key": ("title: Two chairs\n", "", ": 'title' is a required"),
    "a missing key of a rule": ("    gravity: serious\n", "", "rules.0: 'gravity' is a required"),
    "a term of another kind": ("    first: voss\n", "    who: voss\n    first: voss\n", "rules.0: Additional.*'who'"),
    "a kind that does not exist": ("kind: before", "kind: beforehand", "rules.0.kind: 'beforehand' is not one of"),
    "a word that cannot stand there": ("side: host", "side: house", "delegations.merrow.side: 'house'"),
    "a length without a unit": ("at: 5 m", "at: 5", "room.doors.main.at: 5 is not"),
    "a duration without a unit": ("read_back: 60 s", "read_back: 60", "liaison.read_back: 60 is not"),
    "a cue that is none": ("sit: at once,", "sit: quickly,", "unbriefed.0.sit: 'quickly' does not match"),
    "nothing where something belongs": ("title: Two chairs", "title:", "title: None is not"),
    "a list where one thing belongs": ("title: Two chairs", "title: [Two, chairs]", "title: "),
    "nobody": ("first: voss", "first: []", "rules.0.first: .*non-empty"),
    "an entry of the programme that is none": ("- on_air: from 10:01", "- on_are: from 10:01", "programme.0: "),
    "a plan as a sentence": ("  recorded: []", "  recorded: Nothing.", "plans.recorded: "),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_an_editor_underlines(name: str) -> None:
    old, new, expected = MISTAKES[name]
    assert MINIMAL.count(old) >= 1
    text = MINIMAL.replace(old, new, 1)
    found = complaints(as_editor_sees(text))
    assert any(re.match(expected, complaint) for complaint in found), found
    with pytest.raises(ProblemsFound):
        load_scenario_text(text, "x.yaml")


SPELLINGS: dict[Any, list[Any]] = {
    fields.read_id: ["kim", "a", "a-b_c9", "Kim", "9a", "a.b", "kim ", "x" * 40, "x" * 41],
    fields.read_name: ["kim", "russia.ministers", " kim ", "'kim'", "a.b.c", "Kim", "all"],
    cue_fields.read_cue: [
        "at 12:03", "at 12:03:10", "at 12:03:16.400", 'at "12:03"', "at  12:03", "at door by 12:05", "at once",
        "at once + 2 s", "on word", "after kim entered", "with kim entered", "after kim entered + 10 s",
        "after kim entered and putin sat", "after first of russia.ministers entered", "after both leaders sat",
        "after all of leaders took place + 1 min 30 s", "after on air + 20 s", "after off air",
        "after both of leaders sent out", "after kim at door", "after kim  set  out", "after kim", "after kim enters",
        "soon", "at 24:00", "at 12:60", "after kim entered - 1 s", "after Kim sat",
    ],
    cue_fields.read_occurrence: [
        "kim entered", "after kim entered", "on air", "first of leaders rose", "both leaders left", "kim",
    ],
    cue_fields.read_moment: ["entered", "took place", "at door", "on air", "arrives"],
    quantities.read_clock: [
        "12:03", "9:03", "12:03:16", "12:03:16.4", "'12:03'", " 12:03 ", "24:00", "12.03", "12", "12:3",
    ],
    quantities.read_duration: [
        "10 s", "10s", "1.5 s", "3 min", "1 min 30 s", "1min30s", "400 ms", "1 h", "10", "-1 s", "ten s",
    ],
    quantities.read_minutes: ["9", "9 min", "90 s", "nine"],
    quantities.read_length: ["5.5 m", "90 cm", "900 mm", "5m", "5", "5 km"],
    quantities.read_speed: ["1.2 m/s", "1 m/s", "4 km/h"],
    quantities.read_chance: ["15 %", "0.5 %", "15%", "0.15"],
    quantities.read_whole: ["0", "7", "007", "999999", "1000000", "-1", "1.5", "two"],
    quantities.read_yes_no: ["yes", "no", "true", "false", "Yes", "NO", "TRUE", "on", "y"],
    texts.read_date: ["2024-06-19", "2024-6-19", "19.6.2024"],
    texts.read_day_and_time: ["2021-03-04", "2021-03-04 10:30", "yesterday"],
    texts.read_colour: ["white", "White", "#0039a6", "#0039A6", "#03a", "wite"],
    texts.read_url: ["https://www.example.org/a", "http://a.b", "example.org", "ftp://a.b"],
    texts.read_word: ["minister", "head of state"],
}  # fmt: skip


@pytest.mark.parametrize("read", SPELLINGS, ids=lambda read: read.__name__)
def test_editor_and_loader_are_of_one_mind(read: Any) -> None:
    definition = values()[read][0]
    for text in SPELLINGS[read]:
        assert takes(definition, text) == _reads(read, text), text


def _reads(read: Any, text: Any) -> bool:
    try:
        read(text)
    except Wrong:
        return False
    return True


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("first: voss", "first: [voss]"),
        ("principal: yes", "principal: true"),
        ("difficulty: 1", 'difficulty: "1"'),
        ("format: 1", 'format: "1"'),
        ("minutes: 3", "minutes: 3 min"),
        ("title: Two chairs", "title: {en: Two chairs, ko: 두 의자}"),
        ("title: Two chairs", "title: 2030"),
        ("  - Give people a cue, not a clock time.", "  Give people a cue, not a clock time."),
        ("on_air: from 10:01", 'on_air: from "10:01" to 10:09'),
        ("on_air: from 10:01", 'on_air: {from: 10:01, returns: after both leaders sat}'),
        ("late: {between: [0 s, 2 min]}", "late: 90 s"),
        ("accomplish: {who: all, in_place: by 10:08, due: \"10:06\"}", "accomplish: [{who: all, in_place: 10:08}]"),
        ("halden: [voss, quill]", "halden: [[voss, quill]]"),
        ("halden: [voss, quill]", "halden: [{who: voss, reason: Mayor., class: 1}, quill]"),
        ("halden: [voss, quill]", "halden: {system: agreed list, places: [voss, quill]}"),
        ("recorded: []", "recorded: {briefings: [], orders: 10:03 hold voss, note: Nothing.}"),
        ("groups: [staff]", "groups: staff"),
        ("stripes: [green, white]", "stripes: green"),
    ],
)
def test_short_and_long_spellings_please_both(old: str, new: str) -> None:
    assert old in MINIMAL
    text = MINIMAL.replace(old, new)
    assert load_scenario_text(text, "x.yaml").id == "two-chairs"
    assert complaints(as_editor_sees(text)) == []


def _properties(schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, block in {"scenario": schema, **schema["definitions"]}.items():
        yield from ((name, key, value) for key, value in block.get("properties", {}).items())


def test_every_key_says_what_it_is_for() -> None:
    shared = {key for name, key, _ in _properties(scenario_schema()) if name == "rule"}
    mute = [
        f"{name}.{key}" for name, key, value in _properties(scenario_schema())
        if not value.get("description") and not (name.startswith("rule-") and key in shared)
    ]
    assert mute == []


def test_every_example_and_default_is_one() -> None:
    schema = scenario_schema()
    wrong = []
    for name, key, value in _properties(schema):
        validator = Draft7Validator({**value, "definitions": schema["definitions"]} if "$ref" not in value else
                                    {"allOf": [{"$ref": value["$ref"]}], "definitions": schema["definitions"]})
        shown = [*value.get("examples", []), *([value["default"]] if "default" in value else [])]
        wrong += [f"{name}.{key}: {one}" for one in shown if not validator.is_valid(one)]
    assert wrong == []


def test_every_lesson_belongs_to_a_key() -> None:
    parts = {part.__name__: part for part in (vars(chances) | vars(model_room) | vars(model)).values()
             if isinstance(part, type) and issubclass(part, Part)}
    lost = [key for key in LESSONS if key.split(".")[1] not in keys_of(parts[key.split(".")[0]])]
    assert lost == []


def test_every_kind_of_rule_is_told_where_it_is_chosen() -> None:
    kind = scenario_schema()["definitions"]["rule"]["properties"]["kind"]
    assert dict(zip(kind["enum"], kind["markdownEnumDescriptions"], strict=True)) == {
        name: found.about for name, found in registry().items()
    }


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(argv)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_schema_prints_one_json_document(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "schema")
    assert (code, err) == (0, "")
    assert json.loads(out) == scenario_schema()


def test_schema_is_renewed_but_nothing_else_is_written_over(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    assert answer(capsys, "schema", "--to", str(path))[0] == 0
    assert path.read_text(encoding="utf-8") == schema_text()
    path.write_text(json.dumps({"title": scenario_schema()["title"], "old": True}), encoding="utf-8")
    assert answer(capsys, "schema", "--to", str(path))[0] == 0
    assert path.read_text(encoding="utf-8") == schema_text()
    path.write_text("title: My scenario\n", encoding="utf-8")
    code, out, err = answer(capsys, "schema", "--to", str(path))
    assert (code, out) == (1, "")
    assert "nothing was written" in err
    assert path.read_text(encoding="utf-8") == "title: My scenario\n"
    code, out, err = answer(capsys, "schema", "--to", str(tmp_path / "no" / "folder.json"))
    assert (code, out) == (1, "")
    assert "no folder" in err
    assert sorted(tmp_path.iterdir()) == [path]
