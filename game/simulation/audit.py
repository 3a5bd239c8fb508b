"""The audit: the breaches of a run found once more, by fresh monitors that see nothing but the bare trace.

A monitor may know only what the events tell it. If the engine's findings and the audit's differ, a monitor has
looked elsewhere, or the engine has fed it wrongly.
"""

from __future__ import annotations

from bisect import insort
from typing import NamedTuple

from game.protocol.plan import Order, Verb
from game.simulation.codes import Code
from game.simulation.kinds.base import Closed, Opened, WakeMe, Wants
from game.simulation.prepared import Prepared, prepare
from game.simulation.trace import Breach, Record, Trace

_FINDINGS = (Code.BREACH, Code.BREACH_OVER)


class Found(NamedTuple):
    """A breach as the audit finds it; all that a Breach holds except who saw it."""

    rule: str
    offenders: tuple[str, ...]
    against: tuple[str, ...]
    at: int
    until: int
    put_right: bool

    @classmethod
    def of(cls, breach: Breach) -> Found:
        """What the audit should find for a breach of the engine's."""
        return cls(breach.rule, breach.offenders, breach.against, breach.at, breach.until, breach.put_right)


def audit(trace: Trace) -> tuple[Found, ...]:
    """The breaches that the trace's own events amount to, in the order in which they began."""
    auditor = _Auditor(prepare(trace.scenario), trace.orders)
    for record in trace.records:
        if record.code not in _FINDINGS:
            auditor.take(record)
    return auditor.end(trace.scenario.end)


class _Auditor:
    """Feeds one trace to the monitors; wake-ups come last at their instant, rule by rule."""

    def __init__(self, prepared: Prepared, orders: tuple[Order, ...]) -> None:
        self._orders = orders
        self._prepared = prepared
        self._monitors = [blueprint.start() for blueprint in prepared.blueprints]
        self._found: list[Found] = []
        self._open: dict[tuple[int, int], int] = {}
        self._wakes = sorted((at, rule) for rule, each in enumerate(prepared.blueprints) for at in each.wakes)

    def take(self, record: Record) -> None:
        """One event, after all wake-ups of the instants before it."""
        self._wake(record.at)
        if record.code == Code.ORDER and self._orders[record.extra].verb is Verb.WAIVE:
            self._waive(record.at, self._orders[record.extra].target)
        row = self._prepared.watch[record.code]
        for rule in row[record.who] if row is not None else ():
            self._want(record.at, rule, self._monitors[rule].feed(*record))

    def end(self, at: int) -> tuple[Found, ...]:
        """The day is over; what is open lasts to the end."""
        self._wake(at + 1)
        for number in self._open.values():
            self._close(number, at, False)
        return tuple(self._found)

    def _wake(self, before: int) -> None:
        while self._wakes and self._wakes[0][0] < before:
            at, rule = self._wakes.pop(0)
            self._want(at, rule, self._monitors[rule].wake(at))

    def _want(self, at: int, rule: int, wants: Wants) -> None:
        for want in wants or ():
            match want:
                case Opened():
                    self._opened(at, rule, want)
                case Closed(key, put_right):
                    number = self._open.pop((rule, key), None)
                    if number is not None:
                        self._close(number, at, put_right)
                case WakeMe(wake_at):
                    insort(self._wakes, (wake_at, rule))

    def _opened(self, at: int, rule: int, want: Opened) -> None:
        ids = self._prepared.cast.ids
        if not want.instant:
            self._open[rule, want.key] = len(self._found)
        self._found.append(
            Found(self._prepared.scenario.rules[rule].id, ids(want.offenders), ids(want.against), at, at, False)
        )

    def _waive(self, at: int, rule_id: str) -> None:
        rules = self._prepared.scenario.rules
        for key in [k for k in self._open if rules[k[0]].id == rule_id and rules[k[0]].waivable_by]:
            self._close(self._open.pop(key), at, False)

    def _close(self, number: int, at: int, put_right: bool) -> None:
        self._found[number] = self._found[number]._replace(until=at, put_right=put_right)
