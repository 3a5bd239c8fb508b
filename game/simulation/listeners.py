"""Who hears what: tables by event and person, made once, so that most events find nobody to tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.simulation.codes import Code
from game.simulation.kinds.base import ANYBODY, Blueprint
from game.simulation.latch import LatchPlan
from game.simulation.tempered import Tempered

CODES: Final = len(Code)
Watch = list[list[tuple[int, ...]] | None]
"""For each code None, or for each person (and last for nobody) the numbers of those who listen."""

Heard = list[list[tuple[tuple[int, ...], tuple[int, ...]] | None] | None]
"""Two such tables in one: the rules' ears and the cues that listen, or None where nobody does."""


def watch_table(people: int, wanted: list[tuple[tuple[Code, int], int]]) -> Watch:
    """The table of listeners: `wanted` holds ((code, person or ANYBODY), listener)."""
    heard: dict[Code, dict[int, list[int]]] = {}
    for (code, who), listener in wanted:
        listeners = heard.setdefault(code, {}).setdefault(who, [])
        if listener not in listeners:
            listeners.append(listener)
    table: Watch = [None] * CODES
    for code, by_person in heard.items():
        everybody = by_person.get(ANYBODY, [])
        row = [tuple(sorted({*by_person.get(i, []), *everybody})) for i in range(people)]
        table[code] = [*row, tuple(everybody)]
    return table


def both(ears: Watch, cues: Watch, people: int) -> Heard:
    """The ears' and the cues' table as one."""
    nobody: list[tuple[int, ...]] = [()] * (people + 1)
    return [
        None if of_rules is None and of_cues is None else
        [(r, c) if r or c else None for r, c in zip(of_rules or nobody, of_cues or nobody, strict=True)]
        for of_rules, of_cues in zip(ears, cues, strict=True)
    ]


class Ears:
    """The ears by which the rules of a scenario hear a run, numbered rule by rule.

    Every rule has its `own`, straight to its kind's monitor. A rule that is in force only at times has another before
    it, for what switches it (`switches`); one whose monitor begins half asleep another after it, deaf until the
    monitor is awake (`asleep`). `rule` is whose an ear is.

    The first ears are nobody's own: by them the `latches` are counted that rules wait for together. `waits_for` are
    those of a rule, `waiting` the rules of a latch. Such a rule has an ear for the event that completes one of them,
    deaf otherwise (`counted`).
    """

    def __init__(self, blueprints: Sequence[Blueprint], people: int) -> None:
        self.latches: list[LatchPlan] = []
        self.waiting: list[list[int]] = []
        self.waits_for: dict[int, list[int]] = {}
        self.counted: dict[int, int] = {}
        for number, blueprint in enumerate(blueprints):
            self._wait(number, blueprint.inner if isinstance(blueprint, Tempered) else blueprint)
        self.rule = [-1] * len(self.latches)
        self.own: list[int] = []
        self.switches: dict[int, int] = {}
        self.asleep: dict[int, int] = {}
        self.tempered = tuple(n for n, blueprint in enumerate(blueprints) if isinstance(blueprint, Tempered))
        wanted = [(each, number) for number, latch in enumerate(self.latches) for each in latch.subscriptions]
        for number, blueprint in enumerate(blueprints):
            heard = blueprint
            if isinstance(blueprint, Tempered):
                heard = blueprint.inner
                if blueprint.switches:
                    self.switches[number] = self._add(number)
                    wanted += [((code, ANYBODY), self.switches[number]) for code in blueprint.switches]
            own = self._add(number)
            self.own.append(own)
            late = {*heard.dormant, *heard.counted}
            wanted += [(each, own) for each in heard.subscriptions if each not in late]
            if heard.counted:
                self.counted[number] = self._add(number)
                wanted += [(each, self.counted[number]) for each in heard.counted]
            if heard.dormant:
                self.asleep[number] = self._add(number)
                wanted += [(each, self.asleep[number]) for each in heard.dormant]
        self.table = watch_table(people, wanted)
        self._of: list[list[int]] = [[] for _ in blueprints]
        for ear, rule in enumerate(self.rule):
            if rule >= 0:
                self._of[rule].append(ear)

    def _wait(self, rule: int, blueprint: Blueprint) -> None:
        """Count what a rule waits for together with the rules that wait for the same."""
        if not blueprint.counted:
            return
        for latch in blueprint.latches:
            same = (n for n, known in enumerate(self.latches) if known.parts == latch.parts)
            number = next(same, len(self.latches))
            if number == len(self.latches):
                self.latches.append(latch)
                self.waiting.append([])
            self.waiting[number].append(rule)
            self.waits_for.setdefault(rule, []).append(number)

    def _add(self, rule: int) -> int:
        self.rule.append(rule)
        return len(self.rule) - 1

    def of(self, rule: int) -> list[int]:
        """All ears of a rule."""
        return self._of[rule]
