"""What a run knows while it goes on: people by phase, doors, masks of who is where, the heap, the listeners."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from heapq import heappush
from typing import TYPE_CHECKING, Final

from game.protocol.plan import Order
from game.simulation.circumstances import Circumstances
from game.simulation.codes import GEN_BITS, GEN_MASK, Code
from game.simulation.hearing import Hearing
from game.simulation.instructions import WORD, Instruction, Timing
from game.simulation.prepared import Prepared, PreparedPlan

if TYPE_CHECKING:
    from game.simulation.house import House

NOT_SPENT: Final = -2
AWAITS_ORDER: Final = -1
"""What somebody whose entry cue is spent waits for: an order; from 0 upwards the recall of that rule."""


LOOKS_CHANGE: Final = frozenset(map(int, (Code.ON_AIR, Code.PRESS_IN, Code.ENTERED, Code.TOOK_PLACE)))
"""After these more people may see what is open."""


class Phase(IntEnum):
    """Where somebody is in their part."""

    ABSENT = 0
    WAITING = 1
    WALKING = 2
    STANDBY = 3
    QUEUED = 4
    IN_ROOM = 5
    PLACED = 6
    SEATED = 7
    LEAVING = 8
    OUTBOUND = 9


class State:
    """The state of one run and the three things everything does with it: push, emit, look up a cue.

    By door, `officers_at` are the officers of the house who stand there and `kept_by` those of them who let nobody in
    yet. `lingers` (ms) is what chance has drawn, `linger` what is left of it; `patience` is how long the eager stand
    by, `stopped` how long others are kept at the door who are not known there, `no_chair` how long it takes to bring a
    seat's chair. `reparted` are the parts given to people since the beginning: from which record on, to whom, which.
    """

    house: House

    def __init__(
        self, prepared: Prepared, prepared_plan: PreparedPlan, circumstances: Circumstances, orders: tuple[Order, ...]
    ) -> None:
        people = prepared.people
        self.prepared = prepared
        self.prepared_plan = prepared_plan
        self.scenario = prepared.scenario
        self.circumstances = circumstances
        self.orders = orders
        self.opening = prepared_plan.opening(circumstances.by_name)
        self.parts: Sequence[Instruction] = self.opening.parts
        self.reparted: list[tuple[int, int, Instruction]] = []
        self.heap = list(self.opening.heap)
        self.records: list[tuple[int, int, int, int]] = []
        self.gen = [0] * people
        self.phase = [int(Phase.WAITING)] * people
        self.since = [0] * people
        self.fired = [list(stage) for stage in self.opening.fired]
        self.set_at, self.in_at = self.fired[0], self.fired[1]
        self.linger = [0] * people
        self.lingers: dict[int, int] = {}
        self.patience: dict[int, int] = {}
        self.stopped: dict[int, int] = {}
        self.no_chair: dict[int, int] = {}
        self.ready = self.scenario.room_ready is None
        self.spent = [NOT_SPENT] * people
        self.free = [False] * people
        self.held = [False] * people
        self.gone = [False] * people
        self.pending = [False] * people
        self.in_room = self.placed = self.seated = self.visible = 0
        self.lanes = [list(lanes) for lanes in prepared.lanes]
        self.door_held = [False] * len(prepared.lanes)
        self.officers_at: list[set[int]] = [set() for _ in prepared.lanes]
        self.kept_by: list[set[int]] = [set() for _ in prepared.lanes]
        self.rebriefed: set[int] = set()
        self.waits_since: dict[int, list[tuple[int, int, int]]] = {}
        self.queue: list[list[int]] = [[] for _ in prepared.lanes]
        self.monitors = [blueprint.start() for blueprint in prepared.blueprints]
        self.hearing = Hearing(prepared.ears, self.monitors)
        self.feeds = self.hearing.feeds
        self.latches = [latch.start() for latch in prepared_plan.latches]
        self.latch_at: list[int | None] = [None] * len(self.latches)
        self._heard = prepared_plan.heard

    def push(self, at: int, code: int, who: int) -> None:
        """Schedule something that happens to a person; whatever bumps the person's generation cancels it."""
        heappush(self.heap, (at << 32) | (code << 26) | (who << GEN_BITS) | self.gen[who])

    def emit(self, at: int, code: int, who: int, extra: int) -> None:
        """Write an event into the trace and let the rules and the cues hear of it."""
        self.records.append((at, code, who, extra))
        row = self._heard[code]
        listeners = row[who] if row is not None else None
        if listeners is not None:
            feeds = self.feeds
            for ear in listeners[0]:
                feed = feeds[ear]
                if feed is not None:
                    wants = feed(at, code, who, extra)
                    if wants:
                        self.house.hear(at, ear, wants)
            for number in listeners[1]:
                latch = self.latches[number]
                if not latch.done and latch.feed(code, who):
                    self._latched(at, number)
        if self.house.hidden and code in LOOKS_CHANGE:
            self.house.look_again()

    def _latched(self, at: int, number: int) -> None:
        self.latch_at[number] = at
        waiting: Sequence[tuple[int, int, int]] = self.opening.waiting[number]
        if self.rebriefed:
            waiting = [each for each in waiting if each[1] not in self.rebriefed]
        self.cue_fires(at, waiting)
        self.cue_fires(at, self.waits_since.pop(number, ()))
        self.house.latched(at, number)

    def cue_fires(self, now: int, waiting: Sequence[tuple[int, int, int]]) -> None:
        """A cue has come that these (stage, person, delay) waited for; what follows is the engine's part."""
        raise NotImplementedError

    def leave(self, at: int, i: int, spent: int) -> None:
        """Somebody in the room leaves it; what follows is the engine's part."""
        raise NotImplementedError

    def turn_back(self, at: int, i: int, spent: int) -> None:
        """Somebody on the way goes back; what follows is the engine's part."""
        raise NotImplementedError

    def go_in(self, at: int, i: int) -> None:
        """Somebody takes a lane of the door; what follows is the engine's part."""
        raise NotImplementedError

    def push_set_out(self, i: int, now: int) -> None:
        """Schedule that somebody goes at their own time; what follows is the engine's part."""
        raise NotImplementedError

    def become(self, i: int, part: Instruction) -> None:
        """Somebody has another part from now on."""
        self.parts = [*self.parts[:i], part, *self.parts[i + 1 :]]
        self.reparted.append((len(self.records), i, part))

    def is_spent(self, i: int) -> bool:
        """Whether somebody has been in, or was turned back, and waits to be called again."""
        return self.spent[i] != NOT_SPENT

    def enters_on_arrival(self, i: int, now: int) -> bool:
        """Whether somebody on the way will go in as soon as they are at the door."""
        fired = self.in_at[i]
        return self.free[i] or self.parts[i].enter.once or (fired is not None and fired <= now)

    @staticmethod
    def on_word(timing: Timing) -> bool:
        """Whether a stage begins only on the officer's word."""
        return timing == WORD

    def stop_at_door(self, door: int) -> None:
        """Keep back, in their order, those who were about to enter by a door; its lanes remember who has passed."""
        coming = sorted(entry for entry in self.heap if self._passes(entry, door))
        entering = [entry >> GEN_BITS & 0x3FF for entry in coming if entry >> 26 & 0x3F == Code.ENTERED]
        passed = [r[0] for r in self.records if r[1] in (Code.ENTERED, Code.LEFT) and r[3] == door]
        leaving = [entry >> 32 for entry in coming if entry >> 26 & 0x3F == Code.LEFT]
        fresh = self.prepared.lanes[door]
        taken = [at + self.prepared.headways[door] for at in (*passed, *leaving)][-len(fresh):]
        self.lanes[door] = [*taken, *fresh[len(taken):]]
        for i in entering:
            self.gen[i] += 1
        self.queue[door].extend(entering)

    def _passes(self, entry: int, door: int) -> bool:
        who, code = entry >> GEN_BITS & 0x3FF, entry >> 26 & 0x3F
        return (code in (Code.ENTERED, Code.LEFT) and entry & GEN_MASK == self.gen[who]
                and self.parts[who].door == door)

    def reopen(self, at: int, door: int) -> None:
        """Let those go in who queue at a door, as far as it is open to them; the others keep their order."""
        waiting, self.queue[door] = self.queue[door], []
        for i in waiting:
            self.phase[i] = Phase.STANDBY
            self.go_in(at, i)

    def unqueue(self, i: int) -> None:
        """Take somebody out of the queue at a held door."""
        for queue in self.queue:
            if i in queue:
                queue.remove(i)
