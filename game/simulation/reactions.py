"""What the house does about a breach: it notices, leaves the officer a moment to answer, looks again, and acts.

A breach with a duration is healed when it is over. One that is over in an instant is healed when those who did it
have left again, or were turned back on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappush
from typing import TYPE_CHECKING, Final

from game.protocol.rules import Does
from game.protocol.rules import House as Reaction
from game.simulation.bits import bits, mask
from game.simulation.blame import is_suffered
from game.simulation.codes import BY_HOUSE, Code, key
from game.simulation.prepared import notice_delay
from game.simulation.state import Phase

if TYPE_CHECKING:
    from game.simulation.house import Finding, House
    from game.simulation.state import State

_OUTSIDE: Final = (Phase.WALKING, Phase.STANDBY, Phase.QUEUED)
_FINDINGS: Final = (Code.BREACH, Code.BREACH_OVER)
_AWAY_AGAIN: Final = (Code.LEFT, Code.TURNED_BACK)


@dataclass(frozen=True, slots=True)
class _Done:
    """A breach that was over in an instant.

    `by` are, as bits, those of its offenders who were in the room then or did it on their way there; the others are to
    blame for not having been there. `since` is the number of records up to it.
    """

    finding: Finding
    by: int
    since: int


@dataclass(frozen=True, slots=True)
class _Cause:
    """What is still wrong: a finding, and as bits whom of its offenders the house can do something about."""

    finding: Finding
    about: int
    on_the_way: int = 0


class Reactions:
    """The reactions of one run. A rule has one at a time; breaches found meanwhile are part of it."""

    def __init__(self, run: State, house: House) -> None:
        self._run = run
        self._house = house
        self._under_way: set[int] = set()
        self._noticed: set[int] = set()
        self._let_stand: set[int] = set()
        self._occasions: dict[int, int] = {}
        self._done: dict[int, list[_Done]] = {}

    def watch(self, at: int, rule: int, done: Finding | None = None) -> None:
        """A breach has been found; `done` is it where it is over already."""
        said = self._run.scenario.rules[rule]
        if said.house is None:
            return
        if done is not None:
            self._done.setdefault(rule, []).append(self._as_done(done))
        if rule in self._under_way:
            return
        nth = self._occasions[rule] = self._occasions.get(rule, 0) + 1
        self._under_way.add(rule)
        self._let_stand.discard(rule)
        # Never at the same instant: the rules' own timers are the last thing of an instant.
        delay = max(1, notice_delay(self._run.circumstances.by_name, said.id, nth))
        heappush(self._run.heap, key(at + delay, Code.NOTICED, rule))

    def noticed(self, at: int, rule: int) -> None:
        """An official notices, if it is not healed already, and gives the player a moment."""
        house = self._run.scenario.rules[rule].house
        if house is None or not any(self._causes(rule)):
            self._end(rule)
            return
        self._noticed.add(rule)
        self._run.emit(at, Code.NOTICED, -1, rule)
        heappush(self._run.heap, key(at + house.answer, Code.REACT, rule))

    def let_stand(self) -> None:
        """The player lets stand what the house has noticed: it does nothing about it."""
        self._let_stand |= self._noticed

    def waive(self, rule_id: str) -> None:
        """What was over in an instant concerns the house no longer once the rule is waived."""
        rules = self._run.scenario.rules
        for rule in [rule for rule in self._done if rules[rule].id == rule_id and rules[rule].waivable_by]:
            del self._done[rule]

    def concerning(self, i: int) -> Iterator[int]:
        """The rules whose breaches, over in an instant, somebody is about to hear of."""
        return (rule for rule, found in self._done.items() if any(done.by >> i & 1 for done in found))

    def react(self, at: int, rule: int) -> None:
        """The answer has not come: do what the rule says, if there is still something to do it about.

        None of it ever befalls a principal.
        """
        house, causes = self._run.scenario.rules[rule].house, list(self._causes(rule))
        self._end(rule)
        if house is None or not causes or rule in self._let_stand:
            return
        match house.does:
            case Does.SENDS_OUT:
                self._send_out(at, rule, house, causes)
            case Does.HALTS:
                self._halt(at, rule, causes)
            case Does.REMARKS:
                self._remark(at, rule, causes)
            case Does.NOTES:
                pass

    def _end(self, rule: int) -> None:
        self._under_way.discard(rule)
        self._noticed.discard(rule)
        self._done.pop(rule, None)

    # What is still wrong.

    def _as_done(self, finding: Finding) -> _Done:
        run = self._run
        doer = next(record[2] for record in reversed(run.records) if record[1] not in _FINDINGS)
        on_the_way = 1 << doer if doer >= 0 and run.phase[doer] in _OUTSIDE else 0
        return _Done(finding, mask(finding.offenders) & (run.in_room | on_the_way), len(run.records))

    def _causes(self, rule: int) -> Iterator[_Cause]:
        for finding in self._house.open_of(rule):
            yield _Cause(finding, mask(finding.offenders))
        if not self._house.in_force(rule):
            return
        run = self._run
        for done in self._done.get(rule, ()):
            away = mask({r[2] for r in run.records[done.since:] if r[1] in _AWAY_AGAIN})
            here = done.by & ~away
            if here or not done.by:
                yield _Cause(done.finding, here, mask(i for i in bits(here) if run.phase[i] in _OUTSIDE))

    # What the house does.

    def _send_out(self, at: int, rule: int, house: Reaction, causes: list[_Cause]) -> None:
        """Whoever is still in breach goes out, before everyone; those of the same breach are stopped on their way."""
        out = [i for i in _about(causes) if self._house.may_be_sent_out(i)]
        for i in out:
            self._house.send_out(at, i, rule, rule)
        self._halt(at, rule, causes)
        if out and house.cuts_away is not None:
            heappush(self._run.heap, key(at + house.cuts_away, Code.OFF_AIR, BY_HOUSE))

    def _halt(self, at: int, rule: int, causes: list[_Cause]) -> None:
        """Those who broke it on their way, and those about to break it by coming in, go back and wait."""
        run = self._run
        broke = mask(i for cause in causes for i in bits(cause.on_the_way))
        stops, door = run.prepared.blueprints[rule].stopped(run.monitors[rule])
        for i in bits((broke | stops) & ~run.prepared.principals):
            coming = run.phase[i] == Phase.QUEUED or (
                run.phase[i] == Phase.WALKING and run.enters_on_arrival(i, at)
            )
            if broke >> i & 1 or (coming and door in (None, run.parts[i].door)):
                run.turn_back(at, i, rule)

    def _remark(self, at: int, rule: int, causes: list[_Cause]) -> None:
        """An official says so before everybody: to those in the room, or of what is wrong where nobody can be told."""
        run = self._run
        if is_suffered(run.scenario, run.scenario.rules[rule].id):
            run.emit(at, Code.REMARKED, -1, rule)
            return
        told = [i for i in _about(causes) if self._house.may_be_sent_out(i)]
        for i in told:
            run.emit(at, Code.REMARKED, i, rule)
        offenders = mask(i for cause in causes for i in cause.finding.offenders)
        leaving = any(run.phase[i] == Phase.LEAVING for i in bits(offenders))
        if not told and not leaving and offenders & ~run.prepared.principals:
            run.emit(at, Code.REMARKED, -1, rule)


def _about(causes: list[_Cause]) -> tuple[int, ...]:
    return bits(mask(i for cause in causes for i in bits(cause.about)))
