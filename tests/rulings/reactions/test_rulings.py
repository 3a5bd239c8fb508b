"""The numbered rulings on what the house does: the situation, what happens, and why.

`verdict` lists what the house notices, whom it sends out, turns back, speaks to and calls again, and what it does to
the broadcast, each with its time after 12:00.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from game.protocol.legality import order_problems, problems
from game.protocol.rules import Does
from game.simulation.audit import Found, audit
from tests import rooms

FILE = yaml.safe_load((Path(__file__).parent / "reactions.yaml").read_text(encoding="utf-8"))
RULINGS: list[dict[str, Any]] = FILE["rulings"]
TOLD = ("noticed", "sent out", "turned back", "remarked", "quiet word", "called", "off air")


def happened(ruling: dict[str, Any]) -> list[str]:
    """What the house does on the day of a ruling."""
    parts = {**FILE["room"], **ruling.get("room", {})}
    parts["habits"] = {**FILE["room"]["habits"], **ruling.get("habits", {})}
    said = {**FILE["rule"], **ruling.get("rule", {})}
    house = {**FILE["house"], **ruling["house"]}
    rule = rooms.rule(said["kind"], house=house, common=said.get("common"), **said["terms"])
    scenario, orders = rooms.room(**parts, rules=[rule]), ruling.get("orders", [])
    plan = rooms.plan(*ruling.get("plan", []))
    assert problems(scenario, plan) == ()
    assert order_problems(scenario, tuple(map(rooms.order, orders))) == ()
    trace = rooms.run(scenario, plan, orders)
    assert audit(trace) == tuple(map(Found.of, trace.breaches))
    told = [event for event in trace.events if event.what in TOLD]
    return [f"{rooms.clock_text(event.at)} {event.what} {event.who}".rstrip() for event in told]


@pytest.mark.parametrize("ruling", RULINGS, ids=[str(ruling["number"]) for ruling in RULINGS])
def test_ruling(ruling: dict[str, Any]) -> None:
    assert happened(ruling) == ruling["verdict"], f"{ruling['situation']} Because: {ruling['why']}"


def test_the_rulings_are_whole() -> None:
    assert [ruling["number"] for ruling in RULINGS] == list(range(1, len(RULINGS) + 1))
    assert {ruling["house"]["does"] for ruling in RULINGS} == set(Does)
    for ruling in RULINGS:
        assert len(ruling["situation"]) > 40, "the situation, in plain language"
        assert len(ruling["why"]) > 30, "the reason"


def test_a_wrong_verdict_is_noticed() -> None:
    sends_out = next(ruling for ruling in RULINGS if ruling["house"]["does"] == "sends out")
    assert happened({**sends_out, "house": {"does": "notes"}}) != sends_out["verdict"]
