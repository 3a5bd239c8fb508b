"""The page of all rules says what is so: keys, choices and defaults as the loader has them, examples that load."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.load import load_scenario_text
from game.authoring.model import HousePart, RulePart
from game.authoring.shape import keys_of
from game.authoring.terms import rule_model
from game.protocol.units import SECOND
from game.report.rulebook import common_keys, example, house_keys, own_keys, rulebook_json, uses
from game.report.rulebook_text import WIDTH, kind_text, rulebook_text
from game.simulation.kinds.registry import registry
from tests import rooms

HOUSE = (Path(__file__).parents[1] / "authoring" / "good" / "minimal.yaml").read_text(encoding="utf-8")
"""The small complete example of the author's guide."""

KINDS = tuple(registry().values())
NAMES = sorted(registry())


def in_the_house(rules: str) -> str:
    """The small house with these rules instead of its own."""
    before, _, rest = HOUSE.partition("\nrules:\n")
    _own, _, after = rest.partition("\naccomplish:")
    assert after
    listed = "\n".join(f"  {line}" for line in rules.splitlines())
    return f"{before}\nrules:\n{listed}\naccomplish:{after}"


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_a_rule_of_its_kind(name: str) -> None:
    (rule,) = load_scenario_text(in_the_house(example(registry()[name])), "example").rules
    assert rule.terms.kind == name
    assert registry()[name].example, "a kind shows how it is written"


@pytest.mark.parametrize("name", NAMES)
def test_the_keys_are_those_that_the_loader_takes(name: str) -> None:
    model = rule_model(name)
    own = {key.name: key for key in own_keys(registry()[name])}
    assert set(own) | set(keys_of(RulePart)) == set(keys_of(model))
    assert [key for key in own.values() if key.needed != model.model_fields[key.name].is_required()] == []


def test_a_default_is_told_as_it_is_written() -> None:
    told = {(name, key.name): key.default for name, kind in registry().items() for key in own_keys(kind)}
    assert told["never_parted_from", "within"] == "5 s"
    assert told["parity", "difference"] == "0"
    assert told["by", "event"] == "took place"
    assert told["placed_at", "seat"] == told["placed_at", "beside"] == told["together", "within"] == ""
    assert {key.name: key.default for key in house_keys()}["answer"] == "10 s"


def test_the_common_keys_are_those_of_the_loader() -> None:
    assert [key.name for key in common_keys()] == list(keys_of(RulePart))
    assert [key.name for key in house_keys()] == list(keys_of(HousePart))
    choices = {key.name: key.choices for key in common_keys() if key.choices}
    assert choices["gravity"] == ("slight", "moderate", "serious", "grave")
    assert choices["while"] == ("on air", "off air", "press in", "press out")
    assert set(choices) == {"gravity", "while", "confidence"}


def test_the_page_has_everything_and_fits_a_terminal() -> None:
    page = rulebook_text(KINDS)
    assert max(map(len, page.splitlines())) <= WIDTH == 80
    plain = " ".join(page.split())
    for kind in KINDS:
        assert f"\n{kind.name}\n" in page
        assert kind.about in plain
        for line in example(kind).splitlines():
            assert f"      {line}\n" in page
        for key in own_keys(kind):
            assert key.about in plain
            assert f"  {key.name}{' *' * key.needed} " in page
            assert all(choice in plain for choice in key.choices)
    assert "to blame. who * who is not kept waiting [people]" in plain
    assert "if not said" in plain
    for word in (*keys_of(RulePart), *keys_of(HousePart), "credentials", "alphabetical", "took place"):
        assert f"  {word}" in page or word in plain


def test_one_kind_tells_where_it_is_used() -> None:
    kind = registry()["before"]
    rule = rooms.rule("before", first="kim", then="putin")
    scenario = rooms.room({"kim": "dprk*", "putin": "russia*"}, rules=[rule, rooms.rule("same_door", who="all")])
    used = uses([scenario], [kind])
    assert used == ((scenario, rule),)
    page = kind_text(kind, used)
    assert "room: rule" in page
    assert "Kim must enter before putin. (no source" in page
    assert max(map(len, page.splitlines())) <= WIDTH
    (told,) = rulebook_json([kind], used)["kinds"][0]["used"]
    assert (told["scenario"], told["rule"], told["source"]) == ("room", "rule", None)
    assert (told["confidence"], told["says"]) == ("design", "Kim must enter before putin.")
    assert "none has a rule of this kind" in kind_text(registry()["parity"], ())


def test_the_document_says_the_same() -> None:
    kind = registry()["longest_wait"]
    (found,) = rulebook_json([kind], ())["kinds"]
    assert (found["kind"], found["figure"], found["suffered"]) == ("longest_wait", "courtesy", True)
    assert found["lasting"] == {"thousandths": kind.price.lasting, "full_after_s": kind.price.full_after // SECOND}
    assert [key["key"] for key in found["keys"]] == ["who", "longest", "place", "until"]
    assert found["keys"][2]["choices"] == ["room", "on camera", "door", "holding room"]
    assert found["keys"][2]["default"] == "room"
    assert (found["keys"][0]["needed"], found["keys"][0]["default"]) == (True, None)
    assert rulebook_json([registry()["before"]], ())["kinds"][0]["lasting"] is None
