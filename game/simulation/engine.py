"""The engine: a heap of events on integer milliseconds, from the circumstances to the trace.

    scenario, circumstances, plan, orders -> trace        pure; the same inputs give the same trace everywhere

People wait, are called, walk, queue at a door, enter, take their place, sit; they are sent out, wait again and are
recalled. Rules watch as monitors, and the house reacts inside the run (reactions.py); orders
arrive by radio (radio.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Final

from game.protocol.plan import Order, Plan
from game.protocol.scenario import Mishap, Scenario
from game.simulation.circumstances import READY, Circumstances, late_name, uninvited_name
from game.simulation.codes import GEN_BITS, GEN_MASK, OF_A_PERSON, Code, key
from game.simulation.door_staff import DoorStaff
from game.simulation.house import House, TooMuch
from game.simulation.listeners import CODES
from game.simulation.prepared import Prepared, prepare
from game.simulation.radio import Radio
from game.simulation.state import AWAITS_ORDER, NOT_SPENT, Phase, State
from game.simulation.trace import Trace

if TYPE_CHECKING:
    from game.simulation.instructions import Timing

RISING: Final = 1_500
"""How long it takes to get up from a chair and turn to the door, ms."""

_SET_OUT, _AT_DOOR, _GO_IN, _ENTERED = int(Code.SET_OUT), int(Code.AT_DOOR), int(Code.GO_IN), int(Code.ENTERED)
_TOOK_PLACE, _SAT, _CALLED, _BACK = int(Code.TOOK_PLACE), int(Code.SAT), int(Code.CALLED), int(Code.BACK)
_ABSENT, _WAITING, _WALKING, _STANDBY, _QUEUED, _IN_ROOM, _PLACED, _SEATED, _LEAVING, _OUTBOUND = map(int, Phase)
_AT_EXIT, _LEFT, _ROSE, _TOOK_LEAVE = int(Code.AT_EXIT), int(Code.LEFT), int(Code.ROSE), int(Code.TOOK_LEAVE)

# The hottest events with their code in place, as `key` packs it.
_TO_SET_OUT, _TO_DOOR, _THROUGH_DOOR = _SET_OUT << 26, _AT_DOOR << 26, _ENTERED << 26
_TO_PLACE, _TO_CHAIR = _TOOK_PLACE << 26, _SAT << 26


def simulate(
    scenario: Scenario, plan: Plan, circumstances: Circumstances, orders: Sequence[Order] = ()
) -> Trace:
    """The trace of one day. `plan` must be legal (game.protocol.legality).

    Orders may stand in any sequence, but those given at one instant go by radio in the sequence in which they stand.
    """
    return Run(prepare(scenario), plan, circumstances, tuple(sorted(orders, key=lambda order: order.at))).play()


def simulate_unless_worse(
    scenario: Scenario, plan: Plan, circumstances: Circumstances, orders: Sequence[Order],
    allowed: Mapping[tuple[str, str], int],
) -> Trace | None:  # fmt: skip
    """The same, or None where somebody breaks a rule unexcused more often than is `allowed` (by rule and person).

    Such a day is not followed to its end where it is plain sooner; a rule that may be waived is not counted.
    """
    ready = prepare(scenario)
    run = Run(ready, plan, circumstances, tuple(sorted(orders, key=lambda order: order.at)))
    rules = {rule.id: number for number, rule in enumerate(scenario.rules)}
    run.house.allowed = {(rules[rule], ready.cast.index[who]): times for (rule, who), times in allowed.items()}
    try:
        return run.play()
    except TooMuch:
        return None


class Run(State):
    """One run in progress: movement here, the house's part and the radio's in their own objects."""

    def __init__(
        self, prepared: Prepared, plan: Plan, circumstances: Circumstances, orders: tuple[Order, ...]
    ) -> None:
        super().__init__(prepared, prepared.plan(plan), circumstances, orders)
        self.house = House(self)
        self.radio = Radio(self)
        self.staff = DoorStaff(self)
        self._schedule_people()
        self.staff.schedule()
        self.house.schedule()
        self.radio.schedule()
        heapify(self.heap)

    def play(self) -> Trace:
        """Run to the scenario's end."""
        heap, gens = self.heap, self.gen
        end = self.scenario.end
        handlers = self._handlers()
        first, last = map(int, OF_A_PERSON)
        while heap:
            entry = heappop(heap)
            at = entry >> 32
            if at > end:
                break
            who = entry >> GEN_BITS & 0x3FF
            code = entry >> 26 & 0x3F
            if first <= code <= last and entry & GEN_MASK != gens[who]:
                continue
            handlers[code](at, who)
        self.house.close(end)
        return Trace(self.scenario, self.circumstances, self.orders, tuple(self.records),
                     self.house.found(), self.house.accomplished_at, (self.opening.parts, tuple(self.reparted)))

    def _handlers(self) -> list[Callable[[int, int], None]]:
        house, radio = self.house, self.radio
        by_code: dict[int, Callable[[int, int], None]] = {
            Code.ORDER: radio.arrives, Code.ON_AIR: house.on_air, Code.OFF_AIR: house.off_air,
            Code.PRESS_IN: house.press_in, Code.PRESS_OUT: house.press_out, Code.ARRIVED: self.arrived,
            Code.CALLED: self.called, Code.SET_OUT: self.set_out, Code.AT_EXIT: self.at_exit,
            Code.AT_DOOR: self.at_door, Code.GO_IN: self.go_in, Code.LEFT: self.left, Code.ENTERED: self.entered,
            Code.TOOK_PLACE: self.took_place, Code.SAT: self.sat, Code.QUIET_WORD: radio.quiet_word,
            Code.BACK: self.back, Code.NOTICED: house.reactions.noticed, Code.MISSED: house.missed,
            Code.REACT: house.reactions.react, Code.WAKE: house.wake, Code.ROSE: self.rose,
            Code.TOOK_LEAVE: self.took_leave, Code.JOINED: self.staff.joined, Code.ROOM_READY: self.room_ready,
        }
        return [by_code.get(code, _never) for code in range(CODES)]

    # The way in.

    def _schedule_people(self) -> None:
        scenario, draws = self.scenario, self.circumstances.by_name
        for mishap, i, name in self.prepared.mishaps:
            by = draws.get(name, 0)
            if by:
                self._befalls(mishap, i, by)
        for i, arrival in self.prepared.late:
            self.phase[i] = _ABSENT
            at = max(scenario.start, arrival.at) + draws.get(late_name(arrival), 0)
            self.heap.append(key(at, Code.ARRIVED, i))
        for uninvited in scenario.uninvited:
            i = self.prepared.cast.index[uninvited.who]
            self.phase[i] = _ABSENT
            if draws.get(uninvited_name(uninvited)):
                self.heap.append(key(scenario.start, Code.ARRIVED, i))
        if scenario.room_ready is not None:
            at = max(scenario.start, scenario.room_ready.at) + draws.get(READY, 0)
            self.heap.append(key(at, Code.ROOM_READY, 0))
        for i in self.opening.starters:
            self.push_set_out(i, scenario.start)

    def _befalls(self, mishap: Mishap, i: int, by: int) -> None:
        match mishap:
            case Mishap.LINGERS:
                self.linger[i] = self.lingers[i] = by
            case Mishap.BLOCKED:
                self.stopped[i] = by
            case Mishap.EAGER:
                self.patience[i] = by
            case Mishap.NO_CHAIR:
                self.no_chair[i] = by

    def room_ready(self, at: int, _: int) -> None:
        """The room is ready: whoever came sooner goes in."""
        self.ready = True
        self.emit(at, Code.ROOM_READY, -1, -1)
        for door in range(len(self.queue)):
            self.reopen(at, door)

    def push_set_out(self, i: int, now: int) -> None:
        """Somebody sets out at their own time, or lingers."""
        at = self.set_at[i]
        if at is None:
            return
        if self.linger[i] and self.parts[i].enter.once and not self.free[i]:
            at += self._linger(i)
        heappush(self.heap, (at if at > now else now) << 32 | _TO_SET_OUT | i << GEN_BITS | self.gen[i])

    def _linger(self, i: int) -> int:
        by, self.linger[i] = self.linger[i], 0
        return by

    def cue_fires(self, now: int, waiting: Sequence[tuple[int, int, int]]) -> None:
        """A cue has come that these (stage, person, delay) waited for; by the delay it may concern the future."""
        phases, fired = self.phase, self.fired
        for stage, i, delay in waiting:
            at = fired[stage][i] = now + delay
            phase = phases[i]
            if stage == 0 and phase == _WAITING and self.spent[i] == NOT_SPENT:
                self.push_set_out(i, now)
            elif stage == 1 and phase == _STANDBY and not self.free[i]:
                self.push(max(now, at) + self._linger(i), _GO_IN, i)
            elif stage == 2 and phase == _PLACED:
                heappush(self.heap, (at if at > now else now) << 32 | _TO_CHAIR | i << GEN_BITS | self.gen[i])
            elif stage == 3 and phase in (_PLACED, _SEATED):
                self.push(max(now, at), _TOOK_LEAVE, i)

    def arrived(self, at: int, i: int) -> None:
        """Somebody reaches the holding room."""
        self.phase[i] = _WAITING
        if self.parts[i].set_out.once:
            self.set_at[i] = at + self.parts[i].set_out.delay
        self.emit(at, Code.ARRIVED, i, -1)
        if self.free[i]:
            self.push(at, _CALLED, i)
        else:
            self.push_set_out(i, at)

    def called(self, at: int, i: int) -> None:
        """Somebody is called from the holding room: by an order, or by the house's recall."""
        self.spent[i] = NOT_SPENT
        self.free[i] = True
        self.emit(at, Code.CALLED, i, -1)
        self.push(at, _SET_OUT, i)

    def set_out(self, at: int, i: int) -> None:
        """Somebody leaves the holding room for the door, unless held. Two causes at one instant are one."""
        if self.phase[i] != _WAITING:
            return
        if self.held[i]:
            self.pending[i] = True
            return
        self.phase[i] = _WALKING
        self.since[i] = at
        self.emit(at, _SET_OUT, i, -1)
        heappush(self.heap, at + self.parts[i].walk << 32 | _TO_DOOR | i << GEN_BITS | self.gen[i])
        if self.staff.leads:
            self.staff.set_out(at, i)

    def at_door(self, at: int, i: int) -> None:
        """Somebody stands at the door, and goes in if that is their part now."""
        self.phase[i] = _STANDBY
        part = self.parts[i]
        self.emit(at, _AT_DOOR, i, part.door)
        enter = part.enter
        if self.phase[i] != _STANDBY:
            return
        if self.prepared.at_doors >> i & 1 and self.staff.at_door(at, i, part):
            return
        if self.free[i]:
            self.go_in(at, i)
        elif enter.once:
            if enter.delay:
                self.push(at + enter.delay, _GO_IN, i)
            else:
                self.go_in(at, i)
        elif self.in_at[i] is not None:
            fired = self.in_at[i] or 0
            self.push(max(at, fired + self._linger(i)), _GO_IN, i)

    def go_in(self, at: int, i: int) -> None:
        """Somebody who stands by may enter and takes the next free lane of the door, unless they or it are held."""
        if self.phase[i] != _STANDBY:
            return
        if self.prepared.at_doors >> i & 1 and self.staff.kept_back(at, i):
            return
        if self.held[i]:
            self.pending[i] = True
            return
        self.phase[i] = _QUEUED
        door = self.parts[i].door
        if self.door_held[door] or not self.ready or (self.kept_by[door] and not self.prepared.principals >> i & 1):
            self.queue[door].append(i)
            return
        heappush(self.heap, self.take_lane(door, at) << 32 | _THROUGH_DOOR | i << GEN_BITS | self.gen[i])

    def take_lane(self, door: int, at: int) -> int:
        """When somebody who comes to a door at `at` passes it: a lane lets one pass every headway."""
        lanes = self.lanes[door]
        passes = min(lanes)
        lane = lanes.index(passes)
        if passes < at:
            passes = at
        lanes[lane] = passes + self.prepared.headways[door]
        return passes

    def entered(self, at: int, i: int) -> None:
        """Somebody passes the door into the room."""
        part = self.parts[i]
        self.phase[i] = _IN_ROOM
        self.since[i] = at
        bit = 1 << i
        self.in_room |= bit
        self.visible = self.visible | bit if self.prepared.door_in_shot[part.door] else self.visible & ~bit
        heappush(self.heap, at + part.route << 32 | _TO_PLACE | i << GEN_BITS | self.gen[i])
        self.emit(at, _ENTERED, i, part.door)

    def took_place(self, at: int, i: int) -> None:
        """Somebody reaches their place."""
        self.phase[i] = _PLACED
        bit = 1 << i
        self.placed |= bit
        self.visible = self.visible | bit if self.prepared.place_in_shot else self.visible & ~bit
        sit: Timing = self.parts[i].sit
        if sit.once:
            self.push(at + sit.delay, _SAT, i)
        elif self.fired[2][i] is not None:
            self.push(max(at, self.fired[2][i] or 0), _SAT, i)
        if self.parts[i].leave is not None:
            self._may_leave(at, i)
        self.emit(at, _TOOK_PLACE, i, self.parts[i].seat)
        if not self.prepared.aim & ~self.placed:
            self.house.in_place(at, self.placed)

    def sat(self, at: int, i: int) -> None:
        """Somebody sits down, as soon as there is a chair."""
        if self.phase[i] != _PLACED:
            return
        if self.no_chair and self.parts[i].seat in self.no_chair:
            self.push(at + self.no_chair.pop(self.parts[i].seat), _SAT, i)
            return
        self.phase[i] = _SEATED
        self.seated |= 1 << i
        leave = self.parts[i].leave
        if leave is not None and leave.once:
            self.push(at + leave.delay, _TOOK_LEAVE, i)
        self.emit(at, _SAT, i, -1)
        if self.scenario.aim.seated:
            self.house.in_place(at, self.placed)

    # The way out.

    def _may_leave(self, at: int, i: int) -> None:
        """Somebody in place whose cue to leave has come already, or who leaves as soon as they have been there."""
        leave, fired = self.parts[i].leave, self.fired[3][i]
        if fired is not None:
            self.push(max(at, fired), _TOOK_LEAVE, i)
        elif leave is not None and leave.once and self.on_word(self.parts[i].sit):
            self.push(at + leave.delay, _TOOK_LEAVE, i)

    def took_leave(self, at: int, i: int) -> None:
        """Somebody leaves on their cue, unless held: once only, whoever calls them in again wants them to stay."""
        if self.phase[i] not in (_PLACED, _SEATED) or self.gone[i]:
            return
        if self.held[i]:
            self.pending[i] = True
            return
        self.gone[i] = True
        self.emit(at, _TOOK_LEAVE, i, -1)
        self.leave(at, i, AWAITS_ORDER)

    def leave(self, at: int, i: int, spent: int) -> None:
        """Somebody in the room goes back the way they came; their entry cue is spent."""
        phase = self.phase[i]
        part = self.parts[i]
        self.gen[i] += 1
        self.spent[i] = spent
        self.free[i] = False
        walked = min(at - self.since[i], part.route) if phase == _IN_ROOM else part.route
        bit = 1 << i
        self.placed &= ~bit
        self.phase[i] = _LEAVING
        if phase == _SEATED:
            self.seated &= ~bit
            self.push(at, _ROSE, i)
            walked += RISING
        self.push(at + walked, _AT_EXIT, i)

    def rose(self, at: int, i: int) -> None:
        """Somebody gets up from the chair."""
        self.emit(at, _ROSE, i, -1)

    def at_exit(self, at: int, i: int) -> None:
        """Somebody stands inside at the door and takes a lane out."""
        self.push(self.take_lane(self.parts[i].door, at), _LEFT, i)

    def left(self, at: int, i: int) -> None:
        """Somebody passes the door out of the room."""
        part = self.parts[i]
        self.phase[i] = _OUTBOUND
        self.in_room &= ~(1 << i)
        self.visible &= ~(1 << i)
        self.push(at + part.walk, _BACK, i)
        self.emit(at, _LEFT, i, part.door)

    def turn_back(self, at: int, i: int, spent: int) -> None:
        """Somebody on the way in, or waiting at the door, goes back to the holding room."""
        walk = self.parts[i].walk
        back = min(at - self.since[i], walk) if self.phase[i] == _WALKING else walk
        self.gen[i] += 1
        self.unqueue(i)
        self.spent[i] = spent
        self.free[i] = False
        self.phase[i] = _OUTBOUND
        self.push(at + back, _BACK, i)
        self.emit(at, Code.TURNED_BACK, i, -1)
        if self.prepared.officers >> i & 1:
            self.staff.gone(at, i)

    def back(self, at: int, i: int) -> None:
        """Somebody is in the holding room again, and waits for a recall."""
        self.phase[i] = _WAITING
        self.emit(at, _BACK, i, -1)
        called = at if self.free[i] else self.house.recall_at(self.spent[i], at)
        if called is not None:
            self.push(called, _CALLED, i)


def _never(_at: int, _who: int) -> None:
    raise AssertionError("an event that is never scheduled came up")
