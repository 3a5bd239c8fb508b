"""Hand-made rooms for planning: one mistake, rules that contradict each other, an aim out of reach."""

from __future__ import annotations

from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from tests.rooms import room, rule

PEOPLE = {
    "host": "house*",
    "guest": "visitors* @side",
    "envoy": "visitors.aides @side",
    "clerk": "visitors.aides @side",
}
HABITS = {
    "host": {"set_out": "at 12:05"},
    "guest": {"set_out": "at 12:05"},
    "visitors.aides": {"set_out": "at 12:02", "spacing": "2 s"},
}


def leaders_first(id_: str = "leaders-first") -> Rule:
    """The aides wait until both leaders are in."""
    return rule("absent_until", id_=id_, who="visitors.aides", until=["host entered", "guest entered"])


def aides_first(id_: str = "aides-first") -> Rule:
    """The contrary: host and guest wait until the aides are in."""
    return rule("absent_until", id_=id_, who=["host", "guest"], until=["visitors.aides entered"])


def together(id_: str = "together") -> Rule:
    """Host and guest come in within five seconds of each other."""
    return rule("together", id_=id_, who=["host", "guest"], within="5 s")


def house(*rules: Rule, by: str = "12:15") -> Scenario:
    """Two leaders at 12:05, two aides already at 12:02."""
    return room(PEOPLE, doors={"main": {}, "side": {}}, habits=HABITS, rules=rules, aim={"by": by}, lost=150)
