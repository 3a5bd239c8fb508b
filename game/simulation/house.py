"""The house's part in a run: the broadcast and the press, the breaches, who could see them, and who is recalled."""

from __future__ import annotations

from heapq import heappush
from typing import TYPE_CHECKING, Final

from game.protocol.cues import After, AtClock, AtOnce
from game.protocol.rules import During
from game.protocol.scenario import Swerve
from game.simulation.bits import mask
from game.simulation.circumstances import EARLY, otherwise_name
from game.simulation.codes import BY_HOUSE, PROGRAMME, Code, key
from game.simulation.kinds.base import Awake, Closed, Opened, WakeMe, Want
from game.simulation.reactions import Reactions
from game.simulation.state import AWAITS_ORDER, Phase
from game.simulation.trace import Breach, Seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.simulation.prepared import Prepared
    from game.simulation.state import State

SHORTEST_CUT: Final = 10_000
"""A broadcast that has cut away does not come back sooner, ms."""

STANDARD_CUT: Final = AtOnce(60_000)
"""When it comes back where the scenario does not say."""

_SEEN = tuple(Seen)
_NOBODY, _OTHER_SIDE, _PRESS, _WORST = map(int, Seen)
_BREACH, _BREACH_OVER = int(Code.BREACH), int(Code.BREACH_OVER)


class Finding:
    """A breach while the run goes on."""

    __slots__ = (
        "against", "at", "between_principals", "offenders", "own", "put_right", "rule", "seen", "shown", "until",
        "waived",
    )

    def __init__(self, rule: int, want: Opened, at: int, prepared: Prepared) -> None:
        self.rule = rule
        self.offenders = want.offenders
        self.against = want.against
        offenders = 1 << want.offenders[0] if len(want.offenders) == 1 else mask(want.offenders)
        self.shown = offenders if want.shown is None else mask(want.shown)
        self.own = prepared.side_of[want.offenders[0]] | offenders
        principals = prepared.principals
        self.between_principals = bool(offenders & principals and mask(want.against) & principals)
        self.at = at
        self.until = at
        self.seen = 0
        self.put_right = False
        self.waived = False


class TooMuch(Exception):
    """Somebody has broken a rule more often than a run was to be followed for."""


class House:
    """The house in one run.

    `open` holds the breaches not yet over, by (rule, the monitor's key); `hidden` those of them not yet seen by all.
    """

    def __init__(self, run: State) -> None:
        self._run = run
        self._findings: list[Finding] = []
        self.open: dict[tuple[int, int], int] = {}
        self.hidden: dict[int, Finding] = {}
        self.allowed: dict[tuple[int, int], int] | None = None
        self.accomplished_at: int | None = None
        self.is_on_air = False
        self._press = False
        self._cut_at: int | None = None
        self.reactions = Reactions(run, self)
        self._improvisers = self._who_improvise()

    def _who_improvise(self) -> int:
        """The principals, as bits, who do today what occurs to them."""
        run = self._run
        draws, cast = run.circumstances.by_name, run.prepared.cast
        who = [name for each in run.scenario.otherwise
               if each.swerve is Swerve.IMPROVISES and draws.get(otherwise_name(each)) for name in each.who]
        return cast.mask(tuple(who)) & run.prepared.principals

    # The programme.

    def schedule(self) -> None:
        """Put the programme, the deadline and the monitors' own instants on the heap."""
        run, scenario = self._run, self._run.scenario
        for at, code in (
            (self._goes_on_air(), Code.ON_AIR), (scenario.broadcast.end, Code.OFF_AIR),
            (scenario.press.start, Code.PRESS_IN), (scenario.press.end, Code.PRESS_OUT),
            (scenario.aim.by, Code.MISSED),
        ):
            if at is not None:
                run.heap.append(key(at, code, 0))
        run.heap.extend(run.prepared.wakes)

    def _goes_on_air(self) -> int | None:
        """When the broadcast begins: as announced, or sooner on some days."""
        scenario = self._run.scenario
        announced = scenario.broadcast.start
        early = self._run.circumstances.by_name.get(EARLY, 0)
        return announced if announced is None or not early else max(scenario.start, announced - early)

    def on_air(self, at: int, _: int) -> None:
        """The broadcast begins, or returns after a cut."""
        end = self._run.scenario.broadcast.end
        if self.is_on_air or (end is not None and at >= end):
            return
        self._cut_at = None
        self.is_on_air = True
        self._run.emit(at, Code.ON_AIR, -1, -1)

    def off_air(self, at: int, who: int) -> None:
        """The broadcast ends by the programme (`who` 0), or the house cuts away (1)."""
        if who == BY_HOUSE:
            self.cut(at, BY_HOUSE)
        elif self.is_on_air:
            self.is_on_air = False
            self._run.emit(at, Code.OFF_AIR, -1, PROGRAMME)

    def cut(self, at: int, by: int) -> None:
        """Take the broadcast away from the room, if it is there, until its cue to return."""
        if not self.is_on_air:
            return
        self.is_on_air = False
        self._cut_at = at
        self._run.emit(at, Code.OFF_AIR, -1, by)
        cue = self._run.scenario.broadcast.returns or STANDARD_CUT
        if isinstance(cue, AtOnce):
            self._return(at + cue.delay)
        elif isinstance(cue, AtClock):
            self._return(max(at + SHORTEST_CUT, cue.instant))
        elif isinstance(cue, After):
            latched = self._run.latch_at[self._run.prepared_plan.latch_of[cue.events]]
            if latched is not None:
                self._return(max(at + SHORTEST_CUT, latched + cue.delay))

    def _return(self, at: int) -> None:
        heappush(self._run.heap, key(at, Code.ON_AIR, 0))

    def press_in(self, at: int, _: int) -> None:
        """The press is admitted."""
        self._press = True
        self._run.emit(at, Code.PRESS_IN, -1, -1)

    def press_out(self, at: int, _: int) -> None:
        """The press is shown out."""
        self._press = False
        self._run.emit(at, Code.PRESS_OUT, -1, -1)

    # What the day is for.

    def in_place(self, at: int, placed: int) -> None:
        """Somebody took their place or sat: is everybody there for the first time?"""
        run = self._run
        there = run.seated if run.scenario.aim.seated else placed
        if self.accomplished_at is None and not run.prepared.aim & ~there:
            self.accomplished_at = at
            run.emit(at, Code.ACCOMPLISHED, -1, -1)

    def missed(self, at: int, _: int) -> None:
        """The deadline has passed."""
        if self.accomplished_at is None:
            self._run.emit(at, Code.MISSED, -1, -1)

    # Breaches.

    def hear(self, at: int, ear: int, wants: Sequence[Want]) -> None:
        """Do what a monitor asks for that was fed by one of its rule's ears."""
        temper = self._run.hearing.tempers[ear]
        passed = wants if temper is None else temper(at, wants)
        if passed:
            self.take(at, self._run.prepared.ears.rule[ear], passed)

    def take(self, at: int, rule: int, wants: Sequence[Want]) -> None:
        """Do what a monitor asks for."""
        for want in wants:
            if isinstance(want, Opened):
                self._opened(at, rule, want)
            elif isinstance(want, Closed):
                number = self.open.pop((rule, want.key), None)
                if number is not None:
                    self._over(at, number, want.put_right)
            elif isinstance(want, WakeMe):
                heappush(self._run.heap, key(want.at, Code.WAKE, rule))
            elif isinstance(want, Awake):
                self._run.hearing.waken(rule)
            else:
                self._run.hearing.finish(rule)

    def wake(self, at: int, rule: int) -> None:
        """The instant has come that a monitor asked for."""
        wants = self._run.monitors[rule].wake(at)
        if wants:
            self.take(at, rule, wants)

    def _opened(self, at: int, rule: int, want: Opened) -> None:
        finding = Finding(rule, want, at, self._run.prepared)
        number = len(self._findings)
        self._findings.append(finding)
        if self.allowed is not None:
            self._count(finding)
        self._look(finding)
        self._run.records.append((at, _BREACH, -1, number))
        if want.instant:
            self._over(at, number, put_right=False)
            self.reactions.watch(at, rule, finding)
            return
        self.open[rule, want.key] = number
        if finding.seen < _WORST:
            self.hidden[number] = finding
        self.reactions.watch(at, rule)

    def _count(self, finding: Finding) -> None:
        """Count down what is allowed, by rule and person; what may be excused is not counted."""
        allowed, run = self.allowed or {}, self._run
        if run.scenario.rules[finding.rule].waivable_by or not mask(finding.offenders) & ~self._improvisers:
            return
        for offender in finding.offenders:
            left = allowed[finding.rule, offender] = allowed.get((finding.rule, offender), 0) - 1
            if left < 0:
                raise TooMuch

    def _over(self, at: int, number: int, put_right: bool) -> None:
        finding = self._findings[number]
        finding.until = at
        finding.put_right = put_right
        self.hidden.pop(number, None)
        self._run.records.append((at, _BREACH_OVER, -1, number))

    def waive(self, at: int, rule_id: str) -> None:
        """Somebody who may do so lets pass what is open of a rule: it is over, and was none of anybody's fault."""
        rules = self._run.scenario.rules
        waived = [key for key in self.open if rules[key[0]].id == rule_id and rules[key[0]].waivable_by]
        for key_ in waived:
            number = self.open.pop(key_)
            self._findings[number].waived = True
            self._over(at, number, put_right=False)
        self.reactions.waive(rule_id)

    def close(self, at: int) -> None:
        """End the run: what is still open lasts to the end."""
        for number in self.open.values():
            self._over(at, number, put_right=False)
        self.open.clear()

    def found(self) -> tuple[Breach, ...]:
        """The breaches in the order in which they began."""
        ids = self._run.prepared.cast.ids
        rules, improvisers = self._run.scenario.rules, self._improvisers
        return tuple([
            Breach(rules[f.rule].id, ids(f.offenders), ids(f.against), f.at, f.until, _SEEN[f.seen], f.put_right,
                   f.waived, improvisers > 0 and not mask(f.offenders) & ~improvisers)
            for f in self._findings
        ])

    # Who could see it.

    def look_again(self) -> None:
        """Something happened that may let more people see what is open."""
        run = self._run
        on_air, live = self.is_on_air, run.in_room & run.visible
        off_air = _PRESS if self._press else _OTHER_SIDE  # the most that anything but the broadcast can make of it now
        for number, finding in list(self.hidden.items()):
            if on_air and (finding.shown & live or not finding.shown):
                finding.seen = _WORST
                del self.hidden[number]
            elif finding.seen < off_air:
                self._look(finding)

    def _look(self, finding: Finding) -> None:
        seen = self._seen(finding)
        if seen > finding.seen:
            finding.seen = seen

    def _seen(self, finding: Finding) -> int:
        run = self._run
        shown = finding.shown
        here = shown & run.in_room if shown else run.in_room
        if self.is_on_air and (here & run.visible or not shown):
            return _WORST
        if finding.between_principals or (self._press and (here or not shown)):
            return _PRESS
        witnesses = run.in_room & ~finding.own
        return _OTHER_SIDE if witnesses and (here or not shown) else _NOBODY

    # Whom the house may send out, and what they then wait for.

    def open_of(self, rule: int) -> list[Finding]:
        """The breaches of a rule that are not over."""
        return [self._findings[number] for (of, _), number in self.open.items() if of == rule]

    def in_force(self, rule: int) -> bool:
        """Whether what a rule is in force during is going on."""
        match self._run.scenario.rules[rule].during:
            case During.ON_AIR | During.OFF_AIR as during:
                return self.is_on_air == (during is During.ON_AIR)
            case During.PRESS_IN | During.PRESS_OUT as during:
                return self._press == (during is During.PRESS_IN)
            case _:
                return True

    def may_be_sent_out(self, i: int) -> bool:
        """Whether somebody is in the room, not leaving already, and no principal: a principal is never sent out."""
        run = self._run
        return run.phase[i] in (Phase.IN_ROOM, Phase.PLACED, Phase.SEATED) and not run.prepared.principals >> i & 1

    def send_out(self, at: int, i: int, rule: int, awaits: int) -> None:
        """Somebody is told, before everyone, to leave; `rule` -1 when the officer says it."""
        self._run.emit(at, Code.SENT_OUT, i, rule)
        self._run.leave(at, i, awaits)

    def awaits(self, i: int) -> int:
        """What somebody who is asked to leave now will wait for: the recall of the rule they broke, or an order."""
        broken = [rule for (rule, _), number in self.open.items() if i in self._findings[number].offenders]
        for rule in (*broken, *self.reactions.concerning(i)):
            house = self._run.scenario.rules[rule].house
            if house is not None and house.recalls is not None:
                return rule
        return AWAITS_ORDER

    # Recalls.

    def recall_at(self, rule: int, now: int) -> int | None:
        """When somebody who waits for the recall of a rule is called, if that is known; `rule` -1 is never recalled."""
        house = self._run.scenario.rules[rule].house if rule >= 0 else None
        match house.recalls if house else None:
            case AtOnce(delay):
                return now + delay
            case AtClock(instant):
                return max(now, instant)
            case After(events, delay):
                latched = self._run.latch_at[self._run.prepared_plan.latch_of[events]]
                return None if latched is None else max(now, latched + delay)
            case _:
                return None

    def latched(self, at: int, number: int) -> None:
        """A cue of the house may have come: recall those who wait for it, bring the broadcast back."""
        run, latch_of = self._run, self._run.prepared_plan.latch_of
        for rule, recalls in run.prepared.recalls:
            if latch_of[recalls.events] == number:
                for i in range(run.prepared.people):
                    if run.spent[i] == rule and run.phase[i] == Phase.WAITING:
                        run.push(at + recalls.delay, Code.CALLED, i)
        returns = run.scenario.broadcast.returns
        if isinstance(returns, After) and self._cut_at is not None and latch_of[returns.events] == number:
            self._return(max(self._cut_at + SHORTEST_CUT, at + returns.delay))
