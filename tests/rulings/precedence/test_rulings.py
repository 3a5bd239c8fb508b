"""The numbered rulings on orders of precedence: cases in plain language, the order that follows, and why.

A file holds the rulings of one system or one custom. People, states and the order are written as an author writes
them; the verdict says who stands where and the reason the game gives, or how the loader refuses.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from game.authoring.load import load_scenario_text
from game.authoring.problems import ProblemsFound
from game.protocol.precedence import System
from game.protocol.scenario import Scenario
from game.wording.precedence import why_here

HERE = Path(__file__).parent
CUSTOMS = {"promotion", "dual_post", "nuncio", "equals"}
SYSTEMS = {system.value.replace(" ", "_") for system in System}
NEEDED = {"kept", "broken", "borderline"}
FACTS = {"of", "office", "class", "took_office", "credentials", "posts", "invited_as", "names"}

Ruling = dict[str, Any]


def rulings(name: str) -> list[Ruling]:
    """The rulings of a file, every value as text, as the loader reads it."""
    path = HERE / f"{name}.yaml"
    text = path.read_text(encoding="utf-8") if path.exists() else "rulings: []"
    found = yaml.load(text, Loader=yaml.BaseLoader)["rulings"]
    assert isinstance(found, list)
    return found


ALL = [(name, ruling) for name in sorted(SYSTEMS | CUSTOMS) for ruling in rulings(name)]


def declared(ruling: Ruling) -> str:
    """A scenario file around the people and the order of a ruling."""
    people = ruling["people"]
    of = {who: facts.get("of", "guests") for who, facts in people.items()}
    assert {key for facts in people.values() for key in facts} <= FACTS
    states = ruling.get("states", {})
    file = {
        "format": "1", "id": "ruling", "title": "Ruling", "place": "Here", "date": "2030-01-01", "difficulty": "1",
        "clock": {"from": "10:00", "to": "10:10"},
        "room": {
            "size": ["50 m", "8 m"], "doors": {"main": {"wall": "south", "at": "5 m"}},
            "holding": {"foyer": {"door": "main", "walk": "8 m"}},
            "seats": [{"id": f"seat-{who}", "at": [f"{n}.5 m", "3 m"]} for n, who in enumerate(people)],
        },
        "delegations": {
            key: {"name": key, "side": "guest", **states.get(key, {})} for key in dict.fromkeys(of.values())
        },
        "people": [
            {"id": who, "name": who.capitalize(), "office": "Guest", "of": of[who], "principal": "yes",
             "holds": "foyer", "seat": f"seat-{who}", **facts}
            for who, facts in people.items()
        ],
        "precedence": ruling["precedence"],
        "liaison": {"minutes": "3", "read_back": "60 s", "radio": "5 s"},
        "rules": [{"id": "in-time", "kind": "by", "who": "all", "deadline": "10:09", "gravity": "slight"}],
        "accomplish": {"who": "all", "in_place": "by 10:09"},
    }  # fmt: skip
    return str(yaml.safe_dump(file, sort_keys=False, allow_unicode=True))


def found(ruling: Ruling) -> Any:
    """The order in the words of a verdict, or how it is refused."""
    try:
        scenario = load_scenario_text(declared(ruling), "ruling.yaml")
    except ProblemsFound as problems:
        return [f"{problem.code}: {problem.sentence}" for problem in problems.problems]
    return as_written(scenario, ruling.get("of", "joint"))


def as_written(scenario: Scenario, of: str) -> list[dict[str, Any]]:
    order = next(order for order in scenario.precedence if order.of == of)
    return [
        {str(order.rank(place.people[0])): ", ".join(place.people), "why": why_here(scenario, place)}
        for place in order.places
    ]


@pytest.mark.parametrize(("name", "ruling"), ALL, ids=[f"{name}-{ruling['number']}" for name, ruling in ALL])
def test_ruling(name: str, ruling: Ruling) -> None:
    assert found(ruling) == ruling["verdict"], f"{name}: {ruling['situation']} Because: {ruling['why']}"


@pytest.mark.parametrize("name", sorted(SYSTEMS | CUSTOMS))
def test_every_system_and_custom_has_its_rulings(name: str) -> None:
    own = rulings(name)
    assert {ruling["case"] for ruling in own} >= NEEDED, f"{name} needs a ruling of each: {sorted(NEEDED)}"
    assert [ruling["number"] for ruling in own] == [str(n) for n in range(1, len(own) + 1)]
    for ruling in own:
        assert len(ruling["situation"]) > 40, "the situation, in plain language"
        assert len(ruling["why"]) > 30, "the reason"
        assert ruling["source"], "where the reason comes from"
        assert (ruling["case"] == "broken") <= isinstance(ruling["verdict"][0], str), "what is broken is refused"
        assert (ruling["case"] == "kept") <= isinstance(ruling["verdict"][0], dict), "what is kept is an order"


def test_no_rulings_without_a_system() -> None:
    assert {path.stem for path in HERE.glob("*.yaml")} == SYSTEMS | CUSTOMS


def test_a_wrong_verdict_is_noticed() -> None:
    kept = next(ruling for ruling in rulings("rank") if ruling["case"] == "kept")
    people = dict(kept["people"])
    first, second = list(people)[:2]
    people[first], people[second] = people[second], people[first]
    assert found({**kept, "people": people}) != kept["verdict"]
