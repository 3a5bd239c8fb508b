"""All that chance decides about a run, drawn before it starts and handed in as data.

Every draw has a name and comes from a hash of seed, scenario and that name, never from a sequence: so one more
order, person or rule cannot move another draw, and a whole class can be given the same bad day.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from game.protocol.rules import Span
from game.protocol.scenario import Arrival, Lingers, Scenario

REACTIONS: Final = 4
"""How many reactions of one rule have a draw of their own; later ones repeat the last."""

_MASK: Final = (1 << 64) - 1


def _mix(state: int) -> int:
    """One step of the SplitMix64 generator: 64 well-mixed bits from 64 (Steele, Lea and Flood, 2014)."""
    state = (state + 0x9E3779B97F4A7C15) & _MASK
    state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    state = (state ^ state >> 27) * 0x94D049BB133111EB & _MASK
    return state ^ state >> 31


def bits_for(seed: int, scenario: str, name: str) -> int:
    """64 bits that belong to this name on this day: FNV-1a over the text, mixed twice."""
    state = 0xCBF29CE484222325
    for byte in f"{seed}|{scenario}|{name}".encode():
        state = (state ^ byte) * 0x100000001B3 & _MASK
    return _mix(_mix(state))


@dataclass(frozen=True)
class Circumstances:
    """The draws by name. Durations in ms; a loss is 1 where the message never arrives. `seed` is None nominally."""

    seed: int | None
    draws: tuple[tuple[str, int], ...]

    @cached_property
    def by_name(self) -> dict[str, int]:
        """The draws as a table."""
        return dict(self.draws)


def late_name(arrival: Arrival) -> str:
    """The name of the draw for an arrival: who arrives, so that a further arrival leaves it alone."""
    return f"late:{','.join(arrival.who)}"


def lost_name(delegation: str, room: str) -> str:
    """The name of the draw for briefings sent to one delegation in one holding room."""
    return f"lost:{delegation}:{room}"


def lingers_name(lingers: Lingers) -> str:
    """The name of the draw for somebody who may linger."""
    return f"lingers:{lingers.who}"


def notices_name(rule: str, nth: int) -> str:
    """The name of the draw for how soon the house notices the nth occasion of a rule's breach, from 1."""
    return f"notices:{rule}:{min(nth, REACTIONS)}"


def draw(scenario: Scenario, seed: int) -> Circumstances:
    """The circumstances of the day `seed`."""

    def between(name: str, span: Span) -> int:
        return span.low + (bits_for(seed, scenario.id, name) * (span.high - span.low + 1) >> 64)

    def chance(name: str, permille: int) -> bool:
        return bits_for(seed, scenario.id, name) * 1_000 >> 64 < permille

    draws: list[tuple[str, int]] = []
    for arrival in scenario.arrivals:
        draws.append((late_name(arrival), between(late_name(arrival), arrival.late)))
    for delegation, room in _messages(scenario):
        name = lost_name(delegation, room)
        draws.append((name, int(chance(name, scenario.liaison.lost))))
    for lingers in scenario.lingers:
        name = lingers_name(lingers)
        draws.append((name, between(name + ":by", lingers.by) if chance(name, lingers.chance) else 0))
    for rule in scenario.rules:
        for nth in range(1, REACTIONS + 1) if rule.house else ():
            assert rule.house is not None
            name = notices_name(rule.id, nth)
            draws.append((name, between(name, rule.house.notices_after)))
    return Circumstances(seed, tuple(draws))


def nominal(scenario: Scenario) -> Circumstances:
    """The day as everybody hopes it will be: every chance at its declared nominal value, for the walk-through."""
    draws = [(late_name(arrival), arrival.late.nominal) for arrival in scenario.arrivals]
    draws += [(lost_name(*message), 0) for message in _messages(scenario)]
    draws += [(lingers_name(lingers), 0) for lingers in scenario.lingers]
    draws += [
        (notices_name(rule.id, nth), rule.house.notices_after.nominal)
        for rule in scenario.rules if rule.house
        for nth in range(1, REACTIONS + 1)
    ]
    return Circumstances(None, tuple(draws))


def _messages(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((person.of, person.holds) for person in scenario.people))
