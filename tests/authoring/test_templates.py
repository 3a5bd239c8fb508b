"""`after-you new`: five scenarios to start from, each whole, winnable and explained."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.fields import read_id
from game.authoring.load import load_scenario, load_scenario_text
from game.authoring.proof import mismatch, mismatches
from game.authoring.schema import FILE_NAME
from game.authoring.schema_file import schema_text
from game.authoring.templates import id_from, scenario_from, template, title_from
from game.cli import main
from game.planning.bots import BOTS, hold_everybody, nobody_briefed
from game.planning.solve import solve
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario
from game.resources import assets
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.usage_author import TEMPLATES
from tests.authoring.editor import as_editor_sees, complaints


@cache
def scenario(name: str) -> Scenario:
    return load_scenario_text(template(name), f"{name}.yaml")


def clean_days(found: Scenario, plan: Plan, days: range) -> int:
    return sum(simulate(found, plan, draw(found, day)).clean for day in days)


def test_the_templates_are_those_of_the_folder() -> None:
    assert sorted(TEMPLATES) == sorted(path.stem for path in (assets() / "templates").glob("*.yaml"))
    assert TEMPLATES[0] == "bilateral"


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_keeps_what_it_promises(name: str) -> None:
    found = scenario(name)
    assert {one.plan for one in found.expect} == {plan.name for plan in found.plans} == {"recorded", "reference"}
    assert mismatches(found) == ()
    assert {one.plan: one.clean for one in found.expect} == {"recorded": False, "reference": True}


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_a_template_expects_happens_on_every_day(name: str) -> None:
    """Chance follows a scenario's id, and `new` gives it another one: another id is another day 1."""
    found = scenario(name)
    wrong = {said for day in range(1, 151) for one in found.expect for said in mismatch(found, replace(one, seed=day))}
    assert wrong == set()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_a_decision(name: str) -> None:
    found = scenario(name)
    days = range(1, 41)
    for bot in ("nothing", "hold everybody", "by the clock", "by cue"):
        assert clean_days(found, BOTS[bot](found), days) <= 4, bot
    assert all(score(found, simulate(found, nobody_briefed(), draw(found, day))).grade in "CDEF" for day in days)
    assert score(found, simulate(found, nobody_briefed(), draw(found, 1))).grade in "DEF"
    assert sum(simulate(found, hold_everybody(found), draw(found, day)).accomplished for day in days) <= 4


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_can_be_solved(name: str) -> None:
    found = scenario(name)
    *_, solution = solve(found, 1)
    assert simulate(found, solution.plan, draw(found, 1)).clean


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_explained_and_pleases_an_editor(name: str) -> None:
    text = template(name)
    lines = text.splitlines()
    assert lines[0] == f"# yaml-language-server: $schema={FILE_NAME}"
    assert [n for n, line in enumerate(lines, 1) if len(line) > 120] == []
    assert sum(line.lstrip().startswith("#") for line in lines) >= 10
    assert complaints(as_editor_sees(text)) == []
    assert text.endswith("\n")
    assert "\n\n\n" not in text


def test_the_templates_are_really_different() -> None:
    kinds = [{rule.terms.kind for rule in scenario(name).rules} for name in TEMPLATES]
    assert len(set().union(*kinds)) >= 8
    assert all(one != other for n, one in enumerate(kinds) for other in kinds[:n])
    assert len({scenario(name).place for name in TEMPLATES}) == len(TEMPLATES)


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(argv)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("name", TEMPLATES)
def test_new_writes_a_scenario_that_passes_check(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "the-first_visit.yaml"
    code, out, err = answer(capsys, "new", str(path), "--template", name)
    assert (code, err) == (0, "")
    assert str(path) in out
    found = load_scenario(path)
    assert (found.id, found.title) == ("the-first-visit", "The first visit")
    assert answer(capsys, "check", str(path))[0] == 0
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == schema_text()
    assert sorted(one.name for one in tmp_path.iterdir()) == [FILE_NAME, path.name]


def test_bilateral_is_what_one_gets(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    assert answer(capsys, "new", str(path))[0] == 0
    assert path.read_text(encoding="utf-8") == scenario_from("bilateral", path)


def test_json_tells_what_was_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path, schema = tmp_path / "talks.yaml", tmp_path / FILE_NAME
    code, out, err = answer(capsys, "new", str(path), "--json")
    assert (code, err, json.loads(out)) == (0, "", {"scenario": str(path), "schema": str(schema)})
    code, out, err = answer(capsys, "new", str(path), "--json")
    assert code == 1
    assert "is there already" in json.loads(out)["problems"][0]["sentence"]
    assert answer(capsys, "schema", "--json")[1] == answer(capsys, "schema")[1]
    assert json.loads(answer(capsys, "schema", "--json", "--to", str(schema))[1]) == {"schema": str(schema)}


def test_new_writes_over_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path, schema = tmp_path / "mine.yaml", tmp_path / FILE_NAME
    path.write_text("precious", encoding="utf-8")
    code, out, err = answer(capsys, "new", str(path))
    assert (code, out) == (1, "")
    assert "is there already" in err
    assert path.read_text(encoding="utf-8") == "precious"
    assert not schema.exists()
    schema.write_text("an older one", encoding="utf-8")
    code, out, _ = answer(capsys, "new", str(tmp_path / "{other}.yaml"))
    assert code == 0
    assert "was there already" in out
    assert schema.read_text(encoding="utf-8") == "an older one"


def test_new_makes_no_folders(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = answer(capsys, "new", str(tmp_path / "nowhere" / "mine.yaml"))
    assert (code, out) == (1, "")
    assert "There is no folder" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("argv", [("new",), ("new", "x.yaml", "--template", "banquet")])
def test_wrong_usage(argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, *argv)
    assert (code, out) == (2, "")
    assert err


@pytest.mark.parametrize(
    ("stem", "id_", "title"),
    [
        ("my-first_visit", "my-first-visit", "My first visit"),
        ("Première visite", "premiere-visite", "Première visite"),
        ("2031-04 talks", "talks", "2031 04 talks"),
        ("정상회담", "", "정상회담"),
        ("all", "my-all", "All"),
        ("pyongyang-2024", "my-pyongyang-2024", "Pyongyang 2024"),
        ("---", "", ""),
    ],
)
def test_id_and_title_come_from_the_name_of_the_file(stem: str, id_: str, title: str) -> None:
    assert (id_from(stem), title_from(stem)) == (id_, title)


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="/\\\0"), max_size=60))
def test_any_name_of_a_file_makes_a_scenario(stem: str) -> None:
    made = id_from(stem)
    assert not made or read_id(made) == made
    found = load_scenario_text(scenario_from("bilateral", Path(f"{stem}.yaml")), "x.yaml")
    assert found.id == (id_from(Path(f"{stem}.yaml").stem) or "bilateral")
    assert not re.search(r"\s{2}|\n", found.title)
    assert json.dumps(found.title)
