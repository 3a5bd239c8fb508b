"""scenarios/README.md says everything an author needs, and its example is a scenario."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from pydantic import BaseModel

from game.authoring import chances, model, model_room
from game.authoring.load import load_scenario_text
from game.authoring.parts import Part
from game.authoring.shape import keys_of
from game.authoring.terms import rule_model
from game.authoring.texts import COLOURS
from game.protocol.cues import Moment
from game.protocol.plan import Verb
from game.simulation.kinds.registry import registry
from tests.authoring import rule_table

GUIDE = (Path(__file__).parents[2] / "scenarios" / "README.md").read_text(encoding="utf-8")
NAMED = {**vars(chances), **vars(model_room), **vars(model)}
PARTS = [part for part in NAMED.values() if isinstance(part, type) and issubclass(part, Part)]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_key_is_explained(part: type[BaseModel]) -> None:
    for key in keys_of(part):
        assert re.search(rf"`{key}`|\b{key}:", GUIDE), key


@pytest.mark.parametrize("kind", sorted(registry()))
def test_every_rule_kind_is_explained_with_its_keys(kind: str) -> None:
    rows = rule_table.written(GUIDE).splitlines()
    row = next((line for line in rows if line.startswith(f"| `{kind}` |")), "")
    own = [key for key in keys_of(rule_model(kind)) if key not in keys_of(model.RulePart)]
    assert row
    for key in own:
        needed = rule_model(kind).model_fields[key].is_required()
        assert f"`{key}` *" in row if needed else f"`{key}`" in row, key
    for field in fields(registry()[kind].terms):
        assert [word for word in field.metadata["choices"] if f"`{word}`" not in row] == [], field.name


def test_every_word_is_in_the_guide() -> None:
    words = [*(m.value for m in Moment), *(v.value for v in Verb)]
    assert [word for word in words if word not in GUIDE] == []
    assert [colour for colour in COLOURS if not re.search(rf"\b{colour}\b", GUIDE)] == []


def test_the_example_is_a_scenario() -> None:
    example = GUIDE.split("```yaml\n")[1].split("```")[0]
    assert load_scenario_text(example, "README.md").title == "Two chairs"
    assert example == (Path(__file__).parent / "good" / "minimal.yaml").read_text(encoding="utf-8")


def test_the_table_of_kinds_is_what_the_registry_gives() -> None:
    assert rule_table.written(GUIDE) == rule_table.table(), "run python -m tests.authoring.rule_table"
    assert rule_table.renewed(GUIDE.replace("| `before` | ", "| `before` | Never. ", 1)) == GUIDE


def test_a_guide_without_its_marks_is_not_written_over() -> None:
    with pytest.raises(ValueError, match="marks"):
        rule_table.renewed(GUIDE.replace(rule_table.END, ""))
