"""How the rules of one run hear it: by which ear which monitor is fed at the moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from game.simulation.kinds.base import Monitor, Sharing, Wants
from game.simulation.latch import Latch, Told
from game.simulation.listeners import Ears
from game.simulation.tempered import TemperedMonitor

Feed = Callable[[int, int, int, int], Wants]


class Hearing:
    """The ears of one run. `feeds` is by ear who is fed, None where it is deaf; `tempers` what wraps what they want."""

    def __init__(self, ears: Ears, monitors: Sequence[Monitor]) -> None:
        self._ears = ears
        self.feeds: list[Feed | None] = [None] * len(ears.rule)
        self.tempers: list[Callable[[int, Wants], Wants] | None] = [None] * len(ears.rule)
        for ear, monitor in zip(ears.own, monitors, strict=True):
            self.feeds[ear] = monitor.feed
        for rule in ears.tempered:
            self._temper(rule, cast(TemperedMonitor, monitors[rule]))
        if ears.latches:
            self._share(monitors)

    def _temper(self, rule: int, monitor: TemperedMonitor) -> None:
        ears = self._ears
        self.feeds[ears.own[rule]] = monitor.inner.feed
        for ear in ears.of(rule):
            self.tempers[ear] = monitor.pass_on
        if rule in ears.switches:
            self.feeds[ears.switches[rule]] = monitor.switch
            self.tempers[ears.switches[rule]] = None

    def _share(self, monitors: Sequence[Monitor]) -> None:
        """Let the rules wait by latches that are counted once for all of them."""
        ears = self._ears
        latches = [plan.start() for plan in ears.latches]
        for number, latch in enumerate(latches):
            self.feeds[number] = self._counter(number, latch)
        for rule, numbers in ears.waits_for.items():
            monitor = monitors[rule]
            sharing = monitor.inner if isinstance(monitor, TemperedMonitor) else monitor
            cast(Sharing, sharing).share([Told(latches[number]) for number in numbers])

    def _counter(self, number: int, latch: Latch) -> Feed:
        def count(_at: int, code: int, who: int, _extra: int) -> None:
            if latch.feed(code, who):
                self.feeds[number] = None
                for rule in self._ears.waiting[number]:
                    self._prick_up(rule)

        return count

    def _prick_up(self, rule: int) -> None:
        """Let a rule hear the event that has just completed what it waits for, and no other by this ear."""
        ear, feed = self._ears.counted[rule], self.feeds[self._ears.own[rule]]
        if feed is None:
            return
        hear = feed

        def once(at: int, code: int, who: int, extra: int) -> Wants:
            self.feeds[ear] = None
            return hear(at, code, who, extra)

        self.feeds[ear] = once

    def finish(self, rule: int) -> None:
        """A rule hears nothing any more."""
        for ear in self._ears.of(rule):
            self.feeds[ear] = None

    def waken(self, rule: int) -> None:
        """A rule's monitor is awake: it hears all there is to hear from now on."""
        ears = self._ears
        if rule in ears.asleep:
            self.feeds[ears.asleep[rule]] = self.feeds[ears.own[rule]]
