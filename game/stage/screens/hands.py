"""A class at one machine: the show of hands before the doors open, and what became of it in the debrief."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.attempt.hands import ClassTries, ClassTry, Expected
from game.stage import widgets as w
from game.wording.catalogue import _, ngettext

_TEN = 10


def expected_words(expected: Expected) -> str:
    """What a class may expect, in words."""
    return {
        Expected.CLEAN: _("Clean: everybody in place, nothing broken"),
        Expected.SOME: _("One or two breaches"),
        Expected.MORE: _("More, or the day misses its aim"),
    }[expected]


def hands_dialog(
    tries: ClassTries, change: Callable[[], None], go: Callable[[], w.Screen | None], back: Callable[[], None]
) -> w.Node:
    """Ask the class what it expects. `change` is called when a number has changed."""

    def step(expected: Expected, by: int) -> None:
        tries.raise_hands(expected, by)
        change()

    rows: list[w.Node] = [w.prose(_("What will come of this plan? Raise your hands; the day will tell."), size=17)]
    for expected in Expected:
        name = expected.name.lower()
        count = str(tries.raised.of(expected))
        number = w.stepper(f"hands.{name}", expected_words(expected), count, partial(step, expected), width=w.em(140),
                           less=tries.raised.of(expected) > 0)
        ten = w.button(f"hands.{name}.ten", _("+10"), partial(step, expected, _TEN))
        words = w.label(expected_words(expected), size=15, weight="medium", width=w.FLEX)
        rows.append(w.row(words, number, ten, gap=8))
    doors = w.button("hands.go", _("Open the doors"), go, kind="primary", key="return")
    leave = w.button("hands.back", _("Back to the plan"), back)
    return w.dialog("hands", _("What does the class expect?"), *rows, buttons=[leave, doors], on_cancel=back, width=660)


def class_rows(tries: ClassTries) -> list[w.Node]:
    """The days the class has lived, the first one first, and how the last stands to the first."""
    rows = [_row(number, one) for number, one in enumerate(tries.tries, 1)]
    if len(tries.tries) > 1:
        first, last = tries.tries[0], tries.tries[-1]
        words = _("From the first to the last: {first} and {last} of 100.").format(first=first.total, last=last.total)
        rows.insert(0, w.label(words, face="serif", size=w.theme.LEAD, id="class.progress"))
    kept = [one.replay for one in tries.tries if one.replay]
    if kept:
        rows.append(w.note(_("Each day is kept as a replay: {file}").format(file=kept[-1])))
    return rows


def _row(number: int, one: ClassTry) -> w.Node:
    head = _("Try {number}, day {day}").format(number=number, day=one.seed)
    came = _("{total} of 100, {grade}: {came}").format(
        total=one.total, grade=one.grade, came=expected_words(one.came).lower())
    if one.raised.all:
        right = ngettext("{n} hand of {all} was right.", "{n} hands of {all} were right.", one.raised.of(one.came))
        hands = right.format(n=one.raised.of(one.came), all=one.raised.all)
    else:
        hands = _("Nobody was asked before.")
    text = w.column(w.label(came, size=15, weight="semibold"), w.note(hands), gap=1, width=w.FLEX)
    return w.row(w.label(head, size=15, width=w.em(130)), text, align="start", gap=10, pad=(10, 7),
                 box=w.Box(w.theme.CARD, w.theme.HAIRLINE))
