"""Live orders: the radio carries one at a time, each arrives seconds later, principals are asked and not ordered."""

from __future__ import annotations

from heapq import heappush
from typing import TYPE_CHECKING

from game.protocol.plan import Order, Verb
from game.simulation.codes import BY_OFFICER, Code, key
from game.simulation.state import AWAITS_ORDER, Phase

if TYPE_CHECKING:
    from game.simulation.state import State

_OUTSIDE = (Phase.WALKING, Phase.STANDBY, Phase.QUEUED)


class Radio:
    """The orders of one run and what each does on arrival. An order without an effect has still used the radio."""

    def __init__(self, run: State) -> None:
        self._run = run

    def schedule(self) -> None:
        """Reckon when each order arrives: it leaves when given, or when the one before it has arrived."""
        free = 0
        liaison = self._run.scenario.liaison
        for number, order in enumerate(self._run.orders):
            asks = liaison.asks if self._asks(order) else 0
            free = max(order.at, free) + liaison.radio + asks
            self._run.heap.append(key(free, Code.ORDER, number))

    def _asks(self, order: Order) -> bool:
        if order.verb is Verb.WAIVE:
            # Whoever may waive it is asked; the officer turns to a principal only where nobody else may.
            scenario = self._run.scenario
            named = next((rule.waivable_by for rule in scenario.rules if rule.id == order.target), ())
            people = self._run.prepared.cast.indices(named)
            return bool(people) and all(self._run.prepared.principals >> i & 1 for i in people)
        return any(self._run.prepared.principals >> i & 1 for i in self._people(order))

    def _people(self, order: Order) -> tuple[int, ...]:
        cast = self._run.prepared.cast
        return cast.indices((order.target,)) if order.target in cast.known else ()

    def arrives(self, at: int, number: int) -> None:
        """An order has arrived and is carried out."""
        run = self._run
        order = run.orders[number]
        run.emit(at, Code.ORDER, -1, number)
        match order.verb:
            case Verb.CUT_AWAY:
                run.house.cut(at, BY_OFFICER)
            case Verb.WAIVE:
                run.house.waive(at, order.target)
            case Verb.LET_STAND:
                run.house.reactions.let_stand()
            case Verb.HOLD_DOOR | Verb.RELEASE_DOOR:
                self._door(at, order)
            case _:
                effect = {
                    Verb.HOLD: self._hold, Verb.RELEASE: self._release, Verb.CALL_IN: self._call_in,
                    Verb.RECALL: self._recall, Verb.QUIET_WORD: self._step_over,
                }[order.verb]
                for i in self._people(order):
                    effect(at, i)

    def _door(self, at: int, order: Order) -> None:
        run = self._run
        door = run.prepared.cast.door_index.get(order.target)
        if door is None:
            return
        run.door_held[door] = order.verb is Verb.HOLD_DOOR
        if run.door_held[door]:
            run.stop_at_door(door)
        else:
            run.reopen(at, door)

    def _hold(self, at: int, i: int) -> None:
        run = self._run
        run.held[i] = True
        if run.phase[i] == Phase.QUEUED:
            run.gen[i] += 1
            run.unqueue(i)
            run.phase[i] = Phase.STANDBY
            run.pending[i] = True

    def _release(self, at: int, i: int) -> None:
        """Let go of somebody held, or say the word to somebody who waits for it."""
        run = self._run
        held, pending = run.held[i], run.pending[i]
        run.held[i] = run.pending[i] = False
        part = run.parts[i]
        if run.phase[i] == Phase.WAITING and not run.is_spent(i):
            if pending or (not held and run.on_word(part.set_out)):
                run.push(at, Code.SET_OUT, i)
        elif run.phase[i] == Phase.STANDBY and (pending or (not held and run.on_word(part.enter))):
            run.push(at, Code.GO_IN, i)
        elif run.phase[i] in (Phase.PLACED, Phase.SEATED) and pending:
            run.push(at, Code.TOOK_LEAVE, i)
        elif run.phase[i] == Phase.PLACED and not held and run.on_word(part.sit):
            run.push(at, Code.SAT, i)
        elif run.phase[i] == Phase.SEATED and not held and part.leave is not None and run.on_word(part.leave):
            run.push(at, Code.TOOK_LEAVE, i)

    def _call_in(self, at: int, i: int) -> None:
        run = self._run
        run.held[i] = run.pending[i] = False
        phase = run.phase[i]
        if phase in (Phase.IN_ROOM, Phase.PLACED, Phase.SEATED):
            return
        run.free[i] = True
        run.linger[i] = 0
        run.stopped.pop(i, None)
        if phase == Phase.WAITING:
            run.gen[i] += 1
            run.push(at, Code.CALLED, i)
        elif phase == Phase.STANDBY:
            run.gen[i] += 1
            run.push(at, Code.GO_IN, i)

    def _recall(self, at: int, i: int) -> None:
        """Back to the holding room; out of the room it is a correction before everyone, and never of a principal."""
        run = self._run
        if run.phase[i] in _OUTSIDE:
            run.turn_back(at, i, AWAITS_ORDER)
        elif run.phase[i] == Phase.WAITING:
            run.gen[i] += 1
            run.spent[i] = AWAITS_ORDER
            run.free[i] = False
        elif run.house.may_be_sent_out(i):
            run.house.send_out(at, i, -1, run.house.awaits(i))

    def _step_over(self, at: int, i: int) -> None:
        """An official goes over to somebody in the room; the word itself takes its time."""
        if self._run.house.may_be_sent_out(i):
            heappush(self._run.heap,
                     key(at + self._run.scenario.liaison.word, Code.QUIET_WORD, i, self._run.gen[i]))

    def quiet_word(self, at: int, i: int) -> None:
        """Somebody is asked quietly to step out again, and does."""
        run = self._run
        if run.house.may_be_sent_out(i):
            awaits = run.house.awaits(i)
            run.emit(at, Code.QUIET_WORD, i, -1)
            run.leave(at, i, awaits)
