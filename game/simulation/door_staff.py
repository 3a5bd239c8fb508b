"""The officers of the house in one run: they take people in, stand at doors, and know who belongs there.

An officer's briefing says at which door to stand, when to set out, and by its `enter` when to let people in: until then
nobody but a principal passes. Without `enter` he only stands there, which is enough for the eager to keep their
patience, for the uninvited to be turned away, and for somebody whom the guards do not know to be let through.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.simulation.bits import bits
from game.simulation.codes import TO_JOIN, Code, key
from game.simulation.instructions import Instruction
from game.simulation.state import AWAITS_ORDER, NOT_SPENT, Phase

if TYPE_CHECKING:
    from game.simulation.prepared import Accompanied
    from game.simulation.state import State


class DoorStaff:
    """What officers do in one run, and what their being there does to others. `leads` are who is taken in by whom."""

    def __init__(self, run: State) -> None:
        self._run = run
        self._joins: dict[int, Accompanied] = {}
        self._briefed = dict(run.opening.briefed)
        self.leads: dict[int, int] = {}

    def schedule(self) -> None:
        """Escorts set out for the holding rooms of their people; where it is their own they are there already."""
        run = self._run
        for each in run.prepared_plan.accompanied:
            if each.way:
                self._joins[each.officer] = each
                run.phase[each.officer] = Phase.OUTBOUND
                run.emit(run.scenario.start, Code.SET_OUT, each.officer, TO_JOIN)
                run.heap.append(key(run.scenario.start + each.way, Code.JOINED, each.officer))
            else:
                self._lead(each)

    def _lead(self, each: Accompanied) -> None:
        self._run.phase[each.officer] = Phase.WAITING
        self.leads.update(dict.fromkeys(each.people, each.officer))

    def joined(self, at: int, officer: int) -> None:
        """An escort has reached those he takes in: what he says holds for whoever has not gone yet."""
        run = self._run
        each = self._joins[officer]
        run.emit(at, Code.JOINED, officer, each.room)
        self._lead(each)
        for i in each.people:
            there = run.phase[i] in (Phase.ABSENT, Phase.WAITING) and run.spent[i] == NOT_SPENT and not run.free[i]
            if there and i in self._briefed:
                self._brief(at, i, self._briefed[i])

    def _brief(self, at: int, i: int, part: Instruction) -> None:
        """Somebody who has not gone is told another part: its cues count from the beginning of the day."""
        run = self._run
        before = run.parts[i]
        run.rebriefed.add(i)
        run.become(i, part)
        for stage, timing in enumerate(part.timings):
            fired = timing.instant
            if timing.events:
                number = run.prepared_plan.latch_of[timing.events]
                latched = run.latch_at[number]
                fired = None if latched is None else latched + timing.delay
                if latched is None:
                    run.waits_since.setdefault(number, []).append((stage, i, timing.delay))
            elif stage == 0 and timing.once and timing == before.set_out:
                fired = run.set_at[i]
            run.fired[stage][i] = fired
        if run.phase[i] == Phase.WAITING:
            run.gen[i] += 1
            run.linger[i] = run.lingers.get(i, 0)
            if part.set_out.once and part.set_out != before.set_out:
                run.set_at[i] = at + part.set_out.delay
            run.push_set_out(i, at)

    def set_out(self, at: int, i: int) -> None:
        """Somebody goes: who takes them in goes with the first of them, and is at the door as soon as they are."""
        run = self._run
        officer = self.leads.pop(i, None)
        if officer is None or run.is_spent(officer) or run.held[officer]:
            return
        led = run.parts[i]
        if run.phase[officer] == Phase.WAITING:
            run.phase[officer] = Phase.WALKING
            run.since[officer] = at
            run.become(officer, replace(run.parts[officer], door=led.door, walk=led.walk))
            run.emit(at, Code.SET_OUT, officer, -1)
            run.push(at + led.walk, Code.AT_DOOR, officer)
        if run.parts[officer].door == led.door:
            run.stopped.pop(i, None)  # He vouches for those whom he brings.

    def at_door(self, at: int, i: int, part: Instruction) -> bool:
        """Somebody has come to a door for whom it matters who stands there; whether they are dealt with."""
        run = self._run
        if run.prepared.officers >> i & 1:
            self._takes_post(at, i, part)
            return True
        if run.prepared.uninvited >> i & 1:
            if run.officers_at[part.door]:
                run.turn_back(at, i, AWAITS_ORDER)
                return True
            return False
        if i in run.patience and not part.enter.once:
            run.push(at + run.patience[i], Code.GO_IN, i)
            run.patience[i] += at
        return False

    def _takes_post(self, at: int, officer: int, part: Instruction) -> None:
        run, door = self._run, part.door
        run.officers_at[door].add(officer)
        for i in bits(run.prepared.uninvited):
            if run.phase[i] in (Phase.STANDBY, Phase.QUEUED) and run.parts[i].door == door:
                run.turn_back(at, i, AWAITS_ORDER)
        opens = at + part.enter.delay if part.enter.once else run.in_at[officer]
        if not run.free[officer] and (opens is None or opens > at):
            run.kept_by[door].add(officer)
            run.emit(at, Code.KEEPS, officer, door)
            if opens is not None:
                run.push(opens, Code.GO_IN, officer)
            # Whoever has not passed yet, although it is their turn, is asked in again: only principals still go.
            run.stop_at_door(door)
            run.reopen(at, door)

    def kept_back(self, at: int, i: int) -> bool:
        """Whether who wants to go in does not: an officer lets others in instead, an officer or a guard is in the way.
        """
        run, door = self._run, self._run.parts[i].door
        if run.prepared.officers >> i & 1:
            run.pending[i] = run.held[i]
            if not run.held[i]:
                self._opens(at, i)
            return True
        by = run.stopped.pop(i, 0)
        if by and not run.officers_at[door]:
            run.push(at + by, Code.GO_IN, i)
            return True
        fired = run.in_at[i]
        told = run.free[i] or run.parts[i].enter.once or (fired is not None and fired <= at)
        return not told and run.patience.get(i) == at and bool(run.officers_at[door])

    def _opens(self, at: int, officer: int) -> None:
        run, door = self._run, self._run.parts[officer].door
        if officer in run.kept_by[door]:
            run.kept_by[door].remove(officer)
            run.emit(at, Code.OPENED, officer, door)
            run.reopen(at, door)

    def gone(self, at: int, officer: int) -> None:
        """An officer has left his door; nobody keeps it any more if he was the only one."""
        run, door = self._run, self._run.parts[officer].door
        run.officers_at[door].discard(officer)
        if officer in run.kept_by[door]:
            run.kept_by[door].remove(officer)
            run.reopen(at, door)
