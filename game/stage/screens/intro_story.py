"""The incident as a story: what is told at which instant, and how fast quiet stretches pass. No window."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from game.protocol.scenario import Scenario
from game.protocol.units import SECOND
from game.simulation.circumstances import draw
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.simulation.trace import Record, Trace
from game.simulation.where import Timeline
from game.wording.catalogue import _, ngettext
from game.wording.customs import custom
from game.wording.phrases import capital, door, everyone

BEFORE: Final = 15 * SECOND
"""So long before the first entry the story begins."""

AFTER: Final = 3 * SECOND
"""So long after the first words of the official it stops."""

LEAD: Final = 1_500
TAIL: Final = 2_500
"""Around every event the story is told in real time: from so many ms before to so many after."""

QUIET: Final = 3
"""Quiet stretches pass so many times as fast."""

JOINS: Final = 9 * SECOND
"""What others do likewise within so many ms is told in one caption."""

_SPOKEN: Final = (Code.SENT_OUT, Code.REMARKED)
_TOLD: Final = (Code.ENTERED, Code.SAT, Code.NOTICED, *_SPOKEN)


@dataclass(frozen=True, slots=True)
class Beat:
    """One caption: `who` do something, each at their own instant; `rule` is what it breaks, if anything."""

    code: int
    who: tuple[tuple[int, str], ...]
    rule: str = ""

    @property
    def at(self) -> int:
        """When it begins."""
        return self.who[0][0]


class Story:
    """The recorded plan on the first day, from shortly before the first entry to the words that end it."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        trace = simulate(scenario, scenario.plan("recorded").plan, draw(scenario, 1))
        self.timeline = Timeline(scenario, trace)
        told = [record for record in trace.records if record.code in _TOLD]
        entered = next((r.at for r in told if r.code == Code.ENTERED), scenario.start)
        sent = next((r.at for r in told if r.code in _SPOKEN), scenario.end)
        self.begins = max(scenario.start, entered - BEFORE)
        self.ends = min(scenario.end, sent + AFTER)
        told = [record for record in told if record.at <= self.ends]
        self._moments = [record.at for record in told]
        self.beats = _beats(scenario, trace, told)
        self._starts = [beat.at for beat in self.beats]

    def after(self, instant: int, ms: int) -> int:
        """The instant reached after so many ms of real time."""
        for _step in range(ms):
            if instant >= self.ends:
                break
            instant += 1 if self._busy(instant) else QUIET
        return min(instant, self.ends)

    def _busy(self, instant: int) -> bool:
        place = bisect_right(self._moments, instant + LEAD)
        return place > 0 and self._moments[place - 1] >= instant - TAIL

    def caption(self, instant: int) -> tuple[str, str]:
        """What is happening, and the custom it breaks (empty where it breaks none)."""
        place = bisect_right(self._starts, instant)
        if not place:
            return self._opening(), ""
        beat = self.beats[place - 1]
        who = [person for at, person in beat.who if at <= instant]
        rule = custom(self.scenario, self.scenario.rule(beat.rule)) if beat.rule else ""
        return self._words(beat, who), rule

    def _opening(self) -> str:
        return _("The room is on air, and empty. The two leaders are still elsewhere.")

    def _words(self, beat: Beat, who: list[str]) -> str:
        scenario = self.scenario
        people = [scenario.person(person) for person in who if person]
        names = everyone([person.short for person in people])
        if beat.code == Code.SAT:
            return ngettext("{who} sits down.", "{who} sit down.", len(people)).format(who=names)
        if beat.code == Code.NOTICED:
            house = scenario.rule(beat.rule).house if beat.rule else None
            by = capital(house.by if house and house.by else _("the house"))
            return _("{who} has seen it, and steps in.").format(who=by)
        if beat.code == Code.SENT_OUT:
            return _("All of them are asked to leave the room, before the cameras.")
        if beat.code == Code.REMARKED:
            return _("It is said aloud, before everybody in the room.")
        if len(people) == 1:
            return _("{who}, {office}, comes in.").format(who=people[0].name, office=people[0].office)
        return _("{who} come in by {door}.").format(who=names, door=door(scenario, self._door(who[0])))

    def _door(self, person: str) -> str:
        index = next(i for i, one in enumerate(self.scenario.people) if one.id == person)
        return self.timeline.at(self.ends)[index].door


def _beats(scenario: Scenario, trace: Trace, told: list[Record]) -> tuple[Beat, ...]:
    broken = {(breach.at, who): breach.rule for breach in trace.breaches for who in breach.offenders}
    beats: list[Beat] = []
    for record in told:
        person = scenario.people[record.who].id if record.who >= 0 else ""
        rule = broken.get((record.at, person), "")
        if record.code == Code.NOTICED:
            rule = scenario.rules[record.extra].id
        last = beats[-1] if beats else None
        if last and last.code == record.code and record.at - last.who[-1][0] <= JOINS:
            beats[-1] = Beat(last.code, (*last.who, (record.at, person)), last.rule or rule)
        else:
            beats.append(Beat(record.code, ((record.at, person),), rule))
    return tuple(beats)
