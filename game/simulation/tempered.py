"""What any rule may say beside its kind's terms: whom it exempts, while what it is in force, after what grace.

One mechanism round any monitor: it passes on what the monitor finds, later, only at times, or not at all.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Final

from game.protocol.rules import During, Rule, Terms, TermType
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import ANYBODY, Awake, Blueprint, Closed, Finished, Monitor, Opened, WakeMe, Want, Wants
from game.simulation.kinds.registry import registry

_SWITCHES: Final = {
    During.ON_AIR: (Code.ON_AIR, Code.OFF_AIR),
    During.OFF_AIR: (Code.OFF_AIR, Code.ON_AIR),
    During.PRESS_IN: (Code.PRESS_IN, Code.PRESS_OUT),
    During.PRESS_OUT: (Code.PRESS_OUT, Code.PRESS_IN),
}
"""The events that put a rule in force and out of it. A day begins off air and without the press."""

_FROM_THE_BEGINNING: Final = (None, During.OFF_AIR, During.PRESS_OUT)


def blueprint(rule: Rule, cast: Cast) -> Blueprint:
    """A rule made ready for a scenario: its kind's blueprint, tempered where the rule says so."""
    prepare = registry()[rule.terms.kind].prepare
    if not rule.exempt and not rule.grace and rule.during is None:
        return prepare(rule.terms, cast)
    exempt = cast.mask(rule.exempt)
    return Tempered(prepare(_without(rule.terms, exempt, cast), cast), rule, exempt)


def _without(terms: Terms, exempt: int, cast: Cast) -> Terms:
    """Terms that do not name those who are exempt."""
    named = [term.name for term in fields(terms) if term.metadata["type"] is TermType.PEOPLE]
    return replace(terms, **{
        name: cast.ids(tuple(i for i in cast.indices(getattr(terms, name)) if not exempt >> i & 1)) for name in named
    })


class Tempered(Blueprint):
    """Another blueprint, tempered: `inner` is the kind's own, `switches` put it in force and out of it."""

    def __init__(self, inner: Blueprint, rule: Rule, exempt: int) -> None:
        self.inner = inner
        self.exempt = exempt
        self.grace = rule.grace
        self.in_force = rule.during in _FROM_THE_BEGINNING
        self.switches: tuple[Code, ...] = _SWITCHES[rule.during] if rule.during else ()
        self.wakes = inner.wakes
        self.dormant = inner.dormant
        self.stops = inner.stops & ~exempt
        self.heard = frozenset(inner.subscriptions)
        switches = ((code, ANYBODY) for code in self.switches)
        self.subscriptions = tuple(dict.fromkeys((*inner.subscriptions, *switches)))

    def start(self) -> TemperedMonitor:
        return TemperedMonitor(self)

    def stopped(self, monitor: Monitor) -> tuple[int, int | None]:
        assert isinstance(monitor, TemperedMonitor)
        stops, door = self.inner.stopped(monitor.inner)
        return stops & ~self.exempt, door

    def without_exempt(self, found: Opened) -> Opened | None:
        """What is found, less those who are exempt; None where nobody is left."""
        exempt = self.exempt
        if not exempt:
            return found
        offenders = tuple([i for i in found.offenders if not exempt >> i & 1])
        if len(offenders) == len(found.offenders):
            return found
        return found._replace(offenders=offenders) if offenders else None


class TemperedMonitor:
    """Passes on what the monitor inside it finds.

    Fed like any monitor it feeds that one; whoever feeds `inner` instead, which is sooner done as it mostly finds
    nothing, hands what it finds to `pass_on`, and what puts the rule in force and out of it to `switch`.
    """

    # `going` is what the inner monitor holds open; `since` from when on it counts; `open` what has been told.

    __slots__ = ("_asked", "_feed", "_going", "_in_force", "_open", "_plan", "_since", "inner")

    def __init__(self, plan: Tempered) -> None:
        self._plan = plan
        self.inner = plan.inner.start()
        self._feed = self.inner.feed
        self._in_force = plan.in_force
        self._asked = list(plan.wakes)
        self._going: dict[int, Opened] = {}
        self._since: dict[int, int] = {}
        self._open: set[int] = set()

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        plan = self._plan
        if code not in plan.switches:
            found = self._feed(at, code, who, extra)
            return self.pass_on(at, found) if found else None
        wants = self.switch(at, code, who, extra)
        if (code, who) in plan.heard or (code, ANYBODY) in plan.heard:
            wants += self.pass_on(at, self._feed(at, code, who, extra))
        return wants

    def wake(self, at: int) -> Wants:
        wants: list[Want] = []
        if at in self._asked:
            self._asked.remove(at)
            wants += self.pass_on(at, self.inner.wake(at))
        due = [key for key, since in self._since.items() if since + self._plan.grace == at and key not in self._open]
        self._open.update(due)
        return [*wants, *(self._going[key] for key in due)]

    def pass_on(self, at: int, wants: Wants) -> list[Want]:
        """What comes of what the inner monitor wants."""
        passed: list[Want] = []
        for want in wants or ():
            if isinstance(want, WakeMe):
                self._asked.append(want.at)
                passed.append(want)
            elif isinstance(want, Awake):
                passed.append(want)
            elif isinstance(want, Finished):
                # What goes on may still be switched over, or is waiting for its grace to pass.
                passed += [] if self._going else [want]
            elif isinstance(want, Closed):
                self._going.pop(want.key, None)
                self._since.pop(want.key, None)
                if want.key in self._open:
                    self._open.remove(want.key)
                    passed.append(want)
            else:
                passed += self._opened(at, want)
        return passed

    def _opened(self, at: int, want: Opened) -> list[Want]:
        found = self._plan.without_exempt(want)
        if found is None:
            return []
        if found.instant:
            return [found] if self._in_force else []
        self._going[found.key] = found
        return self._count(at, found.key) if self._in_force else []

    def _count(self, at: int, key: int) -> list[Want]:
        """From now on a breach counts. It is told when the grace has passed, or at the end of this instant."""
        self._since[key] = at
        if not self._plan.grace and not self._plan.switches:
            self._open.add(key)
            return [self._going[key]]
        return [WakeMe(at + self._plan.grace)]

    def switch(self, at: int, code: int, _who: int, extra: int) -> list[Want]:
        """The rule comes into force, or goes out of it: then what is open is over, whether or not it goes on."""
        on = code == self._plan.switches[0]
        if on == self._in_force:
            return []
        self._in_force = on
        if on:
            return [want for key in self._going for want in self._count(at, key)]
        put_right = code == Code.OFF_AIR and extra > 0
        ended = [Closed(key, put_right) for key in self._going if key in self._open]
        self._open.clear()
        self._since.clear()
        return list(ended)
