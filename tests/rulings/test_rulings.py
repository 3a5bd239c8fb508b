"""The numbered rulings: for every rule kind cases in plain language, what the house finds, and why.

A file holds the rulings of one kind; those of the folder `common` are about what any rule may say. `room` declares a
small room (tests/rooms.py); a ruling may change parts of it. `draws` is what chance brings, else nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from game.protocol.legality import order_problems, problems
from game.protocol.units import format_clock, format_duration
from game.simulation.kinds.registry import registry
from game.simulation.trace import Breach
from tests import rooms

HERE = Path(__file__).parent
NEEDED = {"kept", "broken", "borderline"}


def load(kind: str) -> dict[str, Any]:
    path = HERE / f"{kind}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {"rulings": []}


COMMON = ("grace", "except", "while", "waive")
FILES = [*registry(), *(f"common/{name}" for name in COMMON)]
ALL = [(name, load(name), ruling) for name in FILES for ruling in load(name)["rulings"]]


def declared(kind: str, file: dict[str, Any], ruling: dict[str, Any]) -> tuple[Any, ...]:
    """Scenario, plan and orders of a ruling."""
    parts = {**file["room"], **ruling.get("room", {})}
    parts["habits"] = {**file["room"].get("habits", {}), **ruling.get("habits", {})}
    kind = ruling.get("kind", file.get("kind", kind))
    terms = ruling.get("terms", {}) if "kind" in ruling else {**file["terms"], **ruling.get("terms", {})}
    common = ruling.get("common", file.get("common"))
    rule = rooms.rule(kind, house=ruling.get("house"), common=common, **terms)
    scenario = rooms.room(**parts, rules=[rule])
    return scenario, rooms.plan(*ruling.get("plan", [])), tuple(ruling.get("orders", []))


def as_written(breach: Breach) -> dict[str, Any]:
    """A breach in the words of a verdict."""
    return {
        "who": list(breach.offenders),
        "against": list(breach.against),
        "at": format_clock(breach.at, millis=breach.at % 1_000 > 0),
        "lasts": format_duration(breach.until - breach.at),
        "put_right": breach.put_right,
        **({"waived": True} if breach.waived else {}),
        "seen_by": breach.seen_by.word,
    }


def found(kind: str, file: dict[str, Any], ruling: dict[str, Any]) -> list[dict[str, Any]]:
    """What the house finds, in the order in which it began."""
    scenario, plan, orders = declared(kind, file, ruling)
    given = tuple(map(rooms.order, orders))
    assert problems(scenario, plan) == ()
    assert order_problems(scenario, given) == ()
    today = rooms.unlucky(scenario, ruling.get("draws", {}))
    return [as_written(breach) for breach in rooms.run(scenario, plan, orders, today).breaches]


@pytest.mark.parametrize(("kind", "file", "ruling"), ALL, ids=[f"{k}-{r.get('number')}" for k, _, r in ALL])
def test_ruling(kind: str, file: dict[str, Any], ruling: dict[str, Any]) -> None:
    assert found(kind, file, ruling) == ruling["verdict"], f"{ruling['situation']} Because: {ruling['why']}"


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_has_its_rulings(kind: str) -> None:
    rulings = load(kind)["rulings"]
    assert {ruling["case"] for ruling in rulings} >= NEEDED, f"{kind} needs a ruling of each: {sorted(NEEDED)}"
    assert [ruling["number"] for ruling in rulings] == list(range(1, len(rulings) + 1))
    for ruling in rulings:
        assert len(ruling["situation"]) > 40, "the situation, in plain language"
        assert len(ruling["why"]) > 30, "the reason"
        assert ruling["source"], "where the reason comes from"
        assert (ruling["case"] == "kept") <= (ruling["verdict"] == []), "what is kept has no verdict"
        assert (ruling["case"] == "broken") <= (ruling["verdict"] != [])


def test_no_rulings_without_a_kind() -> None:
    assert {path.stem for path in HERE.glob("*.yaml")} == set(registry())
    assert {path.stem for path in (HERE / "common").glob("*.yaml")} == set(COMMON)


def test_a_wrong_verdict_is_noticed() -> None:
    file = load("absent_until")
    broken = next(ruling for ruling in file["rulings"] if ruling["case"] == "broken")
    assert found("absent_until", file, broken) != []
    assert found("absent_until", file, {**broken, "habits": {"lavrov": {"set_out": "on word"}}}) != broken["verdict"]
