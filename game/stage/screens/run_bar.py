"""The bars above and below the room of a run: clock and broadcast, orders, what is asked, time and pace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.protocol.plan import Verb
from game.protocol.rules import Does
from game.stage import shapes, theme
from game.stage import widgets as w
from game.stage.screens.onlookers import Onlookers
from game.stage.screens.run_day import Day
from game.stage.screens.run_orders import key_of
from game.stage.screens.run_pace import SPEEDS
from game.stage.screens.run_timeline import clock_words
from game.wording.catalogue import _
from game.wording.labels import verb_name
from game.wording.phrases import how_long

if TYPE_CHECKING:
    from game.stage.screens.run import RunScreen

VERBS = (
    Verb.HOLD, Verb.RELEASE, Verb.CALL_IN, Verb.RECALL, Verb.HOLD_DOOR, Verb.QUIET_WORD, Verb.CUT_AWAY,
    Verb.LET_STAND,
)  # fmt: skip
ANSWERS = (Verb.CUT_AWAY, Verb.LET_STAND, Verb.QUIET_WORD)
_CLOCK = w.Style("sans", "semibold", 26, theme.WHITE)
_SHUT = w.Box(theme.NIGHT_DEEP, radius=0)


def top_bar(ui: w.Ui, day: Day, about: str, steps: Sequence[w.Node], own: Sequence[w.Node]) -> w.Node:
    """The clock, whether it is on air, where we are; and the way to the other stages."""
    clock = w.ticker(ui, "clock", lambda: clock_words(day.cursor), _CLOCK, sample="00:00:00")
    where = w.label(about, colour=theme.ON_NIGHT_MUTED, lines=1, width=w.FLEX)
    wide = ui.text_factor <= 1.3
    return w.row(
        clock, seen_by(day.moment.seen_by), where if wide else w.spacer(), *steps, *own, gap=12,
        pad=(22, 7, 14, 7), box=_SHUT, id="header", role="header",
    )  # fmt: skip


def seen_by(who: Onlookers) -> w.Node:
    """ON AIR: white on red, a full disc. PRESS PRESENT: edged in brass, a square. OFF AIR: a ring with a bar."""
    caution = theme.ON_NIGHT_CAUTION
    words, ink, box = {
        Onlookers.LIVE: (_("ON AIR"), theme.WHITE, w.Box(theme.ALARM, theme.ALARM_DEEP, radius=5)),
        Onlookers.PRESS: (_("PRESS PRESENT"), caution, w.Box(theme.NIGHT_RAISED, theme.BRASS, radius=5)),
        Onlookers.NOBODY: (_("OFF AIR"), theme.ON_NIGHT_MUTED, w.Box(theme.NIGHT, theme.NIGHT_EDGE, radius=5)),
    }[who]
    mark = w.Node("mark", axis="canvas", paint=partial(_sign, who, ink), width=w.em(11), height=w.em(11))
    node = w.row(
        mark, w.label(words, weight="bold", size=14, colour=ink), gap=10, pad=(12, 5), box=box, id="air",
        role="status",
    )  # fmt: skip
    node.label = words
    return node


def _sign(who: Onlookers, ink: theme.Colour, surface: Surface, rect: Rect) -> None:
    radius = rect.height // 2
    if who is Onlookers.LIVE:
        shapes.disc(surface, rect.center, radius, ink)
    elif who is Onlookers.PRESS:
        surface.fill(ink, rect.inflate(-2, -2))
    else:
        shapes.disc(surface, rect.center, radius, ink, max(2, radius // 3))
        bar = Rect(rect.x - radius // 2, rect.centery - radius // 6, rect.width + radius, max(2, radius // 3))
        surface.fill(ink, bar)


def verb_bar(screen: RunScreen, day: Day) -> w.Node:
    """The orders, each with its key; the one that waits for a name is marked."""
    verbs = (*VERBS, Verb.WAIVE) if any(rule.waivable_by for rule in day.scenario.rules) else VERBS
    return w.flow(*(_verb(screen, day, verb) for verb in verbs), gap=7, id="verbs")


def answers(screen: RunScreen, day: Day) -> w.Node:
    """What can be answered when the house has noticed something, where there is no room for all orders."""
    return w.flow(*(_verb(screen, day, verb) for verb in ANSWERS), gap=7, id="answers")


def _verb(screen: RunScreen, day: Day, verb: Verb) -> w.Node:
    shown = screen.door_verb() if verb is Verb.HOLD_DOOR else verb
    return w.button(
        f"verb.{verb.name.lower()}", verb_name(shown), lambda: screen.say(shown), kind="night", key=key_of(verb),
        selected=screen.verb is shown,
        tooltip=about(shown), enabled=day.can_go_on,
    )  # fmt: skip


def about(verb: Verb) -> str:
    """What an order does, in a sentence."""
    return {
        Verb.HOLD: _("They wait where they are until released."),
        Verb.RELEASE: _("Lets go of somebody held, or says the word to somebody who waits for it."),
        Verb.CALL_IN: _("They come in now, whatever their cue."),
        Verb.RECALL: _("They go back to their holding room; out of the room it is a correction before everyone."),
        Verb.HOLD_DOOR: _("Nobody passes this door until it is released."),
        Verb.RELEASE_DOOR: _("Those who wait at this door may pass."),
        Verb.QUIET_WORD: _("Somebody of the house asks them quietly to step out again."),
        Verb.CUT_AWAY: _("The broadcast leaves the room for a while."),
        Verb.WAIVE: _("Whoever may do so is asked to let pass what breaks the rule now."),
        Verb.LET_STAND: _("What the house has just noticed is left as it is."),
    }[verb]


def about_officer(verb: Verb) -> str:
    """What an order does to an officer of the house, in a sentence."""
    return {
        Verb.HOLD: _("Stays where he or she is until released."),
        Verb.RELEASE: _("Goes, or lets people in, if that was to be on your word."),
        Verb.CALL_IN: _("Goes to the door now; at the door, lets people in now."),
        Verb.RECALL: _("Leaves the door, and nobody guards it."),
    }[verb]


def pace_buttons(screen: RunScreen, day: Day) -> w.Node:
    """Pause, step, pace, whether quiet stretches are swept over, and the end."""
    return w.flow(
        _small("pause", _("Pause") if day.playing else _("Go on"), screen.pause, key="space", enabled=day.can_go_on),
        _small("step", _("Step"), screen.step, key=".", enabled=day.can_go_on),
        *(_small(f"speed.{s}", f"{s}×", _setting(screen, s), selected=s == day.speed) for s in SPEEDS),
        _small(
            "jump", _("Skip quiet") if day.jump else _("Quiet too"), screen.toggle_jump, key="j", selected=day.jump,
            tooltip=_("Stretches in which nobody moves are swept over; press to watch them too, or to skip them."),
        ),
        _small("end", _("To the end"), screen.skip, key="end", enabled=day.can_go_on),
        gap=5,
    )  # fmt: skip


def _setting(screen: RunScreen, speed: int) -> Callable[[], None]:
    return lambda: screen.set_speed(speed)


def _small(
    name: str,
    words: str,
    press: Callable[[], w.Screen | None],
    *,
    key: str = "",
    selected: bool = False,
    tooltip: str = "",
    enabled: bool = True,
) -> w.Node:
    return w.button(
        f"time.{name}", words, press, kind="night", key=key, small=True, selected=selected, tooltip=tooltip,
        enabled=enabled,
    )  # fmt: skip


def asked(day: Day) -> str:
    """What the house is about to do and what the player may answer; empty where it has noticed nothing."""
    notice = day.notice()
    if notice is None:
        return ""
    rule, acts = notice
    left = -(-(acts - day.cursor) // 1_000)
    in_time = -(-(acts - day.scenario.liaison.radio - day.cursor) // 1_000)
    house = day.scenario.rule(rule).house
    text = {
        Does.HALTS: _("“{rule}”: in {n} s the official halts whoever is on the way. "
                      "Cut away (A), let it stand (L), a quiet word (Q)?"),
        Does.REMARKS: _("“{rule}”: in {n} s the official says so aloud. "
                        "Cut away (A), let it stand (L), a quiet word (Q)?"),
    }.get(
        house.does if house else Does.NOTES,
        _("“{rule}”: in {n} s the official steps in. Cut away (A), let it stand (L), a quiet word (Q)?"),
    )  # fmt: skip
    head = text.format(rule=day.scenario.rule(rule).title, n=left)
    if day.scenario.rule(rule).waivable_by:
        head += " " + _("Or have it waived (V)?")
    if in_time <= 0:
        return head + " " + _("The radio is too slow for that now.")
    longer = _("An order given within {n} s arrives in time; a quiet word takes {more} longer.")
    return head + " " + longer.format(n=in_time, more=how_long(day.scenario.liaison.word))
