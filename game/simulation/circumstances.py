"""All that chance decides about a run, drawn before it starts and handed in as data.

Every draw has a name and comes from a hash of seed, scenario and that name, never from a sequence: so one more
order, person or rule cannot move another draw, and a whole class can be given the same bad day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from game.protocol.groups import expand
from game.protocol.rules import Span
from game.protocol.scenario import Arrival, Chance, Mishap, Otherwise, Scenario, Uninvited

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
    """The draws by name. Durations in ms; what may happen or not is 1 where it does, or for how many ms.

    `seed` is None nominally.
    """

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


def chance_name(mishap: Mishap, who: str) -> str:
    """The name of the draw for a mishap that may befall somebody, or a seat."""
    return f"{mishap.value}:{who}"


def otherwise_name(otherwise: Otherwise) -> str:
    """The name of the draw for people who may do otherwise than they were told."""
    return f"{otherwise.swerve.value}:{','.join(otherwise.who)}"


def uninvited_name(uninvited: Uninvited) -> str:
    """The name of the draw for somebody who may come uninvited."""
    return f"uninvited:{uninvited.who}"


READY: Final = "ready"
"""The name of the draw for how late the room is ready."""

EARLY: Final = "early"
"""The name of the draw for how much sooner than announced the broadcast begins."""


def notices_name(rule: str, nth: int) -> str:
    """The name of the draw for how soon the house notices the nth occasion of a rule's breach, from 1."""
    return f"notices:{rule}:{min(nth, REACTIONS)}"


@dataclass(frozen=True, slots=True)
class _Draw:
    """One thing left to chance: in how many of a thousand cases (None: always), and for how long (None: just 1)."""

    name: str
    chance: int | None
    span: Span | None

    def nominal(self) -> int:
        """What everybody hopes for: no mishap, and every duration as announced."""
        return self.span.nominal if self.chance is None and self.span is not None else 0

    def on(self, day: _Day) -> int:
        """What it comes to on a day."""
        if self.chance is None:
            return day.between(self.name, self.span) if self.span else 1
        if not day.happens(self.name, self.chance):
            return 0
        return day.between(self.name + ":by", self.span) if self.span else 1


@dataclass(frozen=True, slots=True)
class _Day:
    seed: int
    scenario: str

    def _share(self, name: str, of: int) -> int:
        """An even draw from 0 up to below `of`."""
        return bits_for(self.seed, self.scenario, name) * of >> 64

    def happens(self, name: str, permille: int) -> bool:
        return self._share(name, 1_000) < permille

    def between(self, name: str, span: Span) -> int:
        low, high = span.low, span.high
        if span.odds:
            left = self._share(name + ":odds", sum(weight for _, _, weight in span.odds))
            for low, high, weight in span.odds:  # noqa: B007 - the last part looked at is the one drawn
                left -= weight
                if left < 0:
                    break
        return low + self._share(name, high - low + 1)


def draw(scenario: Scenario, seed: int) -> Circumstances:
    """The circumstances of the day `seed`."""
    day = _Day(seed, scenario.id)
    return Circumstances(seed, tuple((each.name, each.on(day)) for each in _draws_of(scenario)))


def nominal(scenario: Scenario) -> Circumstances:
    """The day as everybody hopes it will be: every chance at its declared nominal value, for the walk-through."""
    return Circumstances(None, tuple((each.name, each.nominal()) for each in _draws_of(scenario)))


_drawn: dict[int, tuple[Scenario, tuple[_Draw, ...]]] = {}


def _draws_of(scenario: Scenario) -> tuple[_Draw, ...]:
    """What is left to chance in a scenario; the last few are kept, by identity."""
    found = _drawn.get(id(scenario))
    if found is None or found[0] is not scenario:
        if len(_drawn) >= 8:
            _drawn.clear()
        found = _drawn[id(scenario)] = scenario, tuple(_draws(scenario))
    return found[1]


def _draws(scenario: Scenario) -> Iterator[_Draw]:
    for arrival in scenario.arrivals:
        yield _Draw(late_name(arrival), None, arrival.late)
    for message in _messages(scenario):
        yield _Draw(lost_name(*message), scenario.liaison.lost, None)
    for chance in scenario.chances:
        for who in _befalls(scenario, chance):
            yield _Draw(chance_name(chance.mishap, who), chance.chance, chance.by)
    for otherwise in scenario.otherwise:
        yield _Draw(otherwise_name(otherwise), otherwise.chance, None)
    for uninvited in scenario.uninvited:
        yield _Draw(uninvited_name(uninvited), uninvited.chance, None)
    if scenario.room_ready is not None:
        yield _Draw(READY, None, scenario.room_ready.late)
    if scenario.broadcast.early:
        yield _Draw(EARLY, scenario.broadcast.early, scenario.broadcast.by)
    for rule in scenario.rules:
        for nth in range(1, REACTIONS + 1) if rule.house else ():
            assert rule.house is not None
            yield _Draw(notices_name(rule.id, nth), None, rule.house.notices_after)


def _befalls(scenario: Scenario, chance: Chance) -> tuple[str, ...]:
    """Whom a mishap may befall, each for themselves: people, or the seats named."""
    return chance.who if chance.mishap is Mishap.NO_CHAIR else expand(scenario, chance.who)


def _messages(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """The delegations and holding rooms that briefings go to; the house's own officers are told face to face."""
    return tuple(dict.fromkeys((person.of, person.holds) for person in scenario.delegates))
