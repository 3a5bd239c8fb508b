"""The run: the room, the clock, what is announced, and the orders one can still give while the day happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.protocol.plan import Order, Verb
from game.protocol.scenario import Scenario
from game.stage import flow, theme
from game.stage import widgets as w
from game.stage.chrome import own_buttons, step_buttons
from game.stage.screens import run_bar
from game.stage.screens.run_day import LOOK, Day
from game.stage.screens.run_news import order_words
from game.stage.screens.run_orders import KEYS, OF_DOORS, OF_NOBODY, sensible
from game.stage.screens.run_room import RoomView
from game.stage.screens.run_side import on_the_radio, side
from game.stage.screens.run_timeline import TimeBar, clock_words
from game.stage.session import Session
from game.wording.catalogue import _
from game.wording.labels import verb_name

_ROOM, _SIDE = 760, 266
_TABS = "run.tab"
_WORDS = 46
_NEWS = 34
_STAYS = 6_000  # ms an answer stays on the screen
_SWEPT_STAYS = 2_500  # ms the word of a sweep stays after it
_OFTEN = 400  # ms between two trees that differ only in what was announced


class RunScreen(w.Screen):
    """One day being lived. The day goes on only while this screen is up; leaving it stops the clock."""

    ground = theme.NIGHT_DEEP

    def __init__(self, session: Session) -> None:
        self.session = session
        self.title = _("Run")
        self.day = self.begin()
        self.axis = TimeBar()
        self.room = RoomView(session.scenario)
        self.verb: Verb | None = None  # an order that waits for a name
        self.chosen = ""  # a person, group or door that waits for an order
        self.choosing = False
        self.answer = ""  # why an order was refused, or what just became of it
        self._shown: tuple[object, ...] = ()
        self._since = 0
        self._answer_left = 0
        self._jump_set = self.day.jump  # what the player's settings said last
        self._swept_to, self._swept_left = 0, 0

    def begin(self) -> Day:
        """The day that is lived here."""
        return Day(self.session.live or self.session.open_doors())

    @property
    def scenario(self) -> Scenario:
        """The scenario that is played."""
        return self.session.scenario

    # Time

    def enter(self) -> None:
        """Tell what the last screen left to be told."""
        if notice := self.session.take_notice():
            self.ui.toast(notice)

    def leave(self) -> None:
        """The day stops where it is; a what-if is left for good."""
        self.session.live = self.day.live.trunk or self.day.live

    def tick(self, ms: int) -> w.Screen | None:
        """The day goes on."""
        self._heed_settings()
        if not self.ui.covered:
            self.day.tick(ms)
        self._since += ms
        self._answer_left -= ms
        self._swept_left -= ms
        if self.day.sweeping:
            self._swept_to, self._swept_left = self.day.pace.at(self.day.cursor).end, _SWEPT_STAYS
        if self.answer and self._answer_left <= 0:
            self.answer = ""
            self.ui.refresh()
        state = self.state()
        if state != self._shown and (self._since >= _OFTEN or state[1:] != self._shown[1:]):
            self._since = 0
            self._ended()
            self.ui.refresh()
        return None

    def _heed_settings(self) -> None:
        """Sweep over quiet stretches as the settings say, also where they are changed during the day."""
        if self.ui.settings.jump_quiet != self._jump_set:
            self.day.jump = self._jump_set = self.ui.settings.jump_quiet
            self.ui.refresh()

    def state(self) -> tuple[object, ...]:
        """What the tree depends on; it is built anew only when this changes."""
        day = self.day
        asked = run_bar.asked(day)
        told = day.told()
        banner = self.room.banner(day) is not None
        swept, back = self._swept_left > 0, day.looking_back
        return told, asked, len(day.under_way()), day.playing, day.over, swept, back, banner, day.moment.held

    def _ended(self) -> None:
        if self.day.over and self.day.live.scored:
            self.session.live = self.day.live
            self.session.finish()
            if notice := self.session.take_notice():
                self.ui.toast(notice)

    def save_after_crash(self) -> str:
        """The attempt was kept at each edit; say so."""
        self.session.save()
        return _("Your plan is kept; the day begins anew.")

    # Orders

    def door_verb(self) -> Verb:
        """Hold the door, or release it where a held one is chosen or all that can be done is to release."""
        held = self.day.moment.held
        doors = {door.id for door in self.scenario.room.doors}
        release = self.chosen in held if self.chosen in doors else bool(held) and held >= doors
        return Verb.RELEASE_DOOR if release else Verb.HOLD_DOOR

    def say(self, verb: Verb) -> None:
        """An order was chosen: give it to whom is chosen, or ask whom it is for."""
        target = self.day.target(self.chosen)
        if verb in OF_NOBODY:
            self._give(verb, "")
        elif verb is Verb.WAIVE:
            self._give(verb, self.day.moment.waivable)
        elif target is not None and target.door == (verb in OF_DOORS):
            self._give(verb, target.name)
        elif self.verb is verb:
            self.clear()
        else:
            self.verb, self.chosen, self.answer = verb, "", ""
            self._to_list()

    def pick(self, name: str) -> None:
        """A person, group or door was chosen: give it the order that waits, or ask what to say."""
        target = self.day.target(name)
        self.answer = ""
        if self.verb is not None and target is not None and target.door and self.verb in OF_DOORS:
            release = name in self.day.moment.held
            self._give(Verb.RELEASE_DOOR if release else Verb.HOLD_DOOR, name)
        elif self.verb is not None:
            self._give(self.verb, name)
        else:
            self.chosen = "" if self.chosen == name else name
            self.choosing = False
            self.ui.keep(_TABS, 1)
            if self.chosen and self.ui.focus_shown:
                self.ui.move_focus(self._first_verb())

    def marked(self) -> frozenset[str]:
        """Who and what is marked in the room: those chosen, or those of the row that has the focus."""
        target = self.day.target(self.chosen or self.ui.focus.removeprefix("target."))
        if target is None:
            return frozenset()
        return frozenset([target.name] if target.door else [self.scenario.people[i].id for i in target.people])

    def choose(self) -> None:
        """Show the list of whom one can choose."""
        self.clear()
        self.choosing = True
        self._to_list()

    def clear(self) -> None:
        """Neither an order nor a name waits."""
        self.verb, self.chosen, self.choosing, self.answer = None, "", False, ""
        self._let_go()

    def _let_go(self) -> None:
        """The list is gone: the focus goes nowhere rather than to whatever stands in its place."""
        if self.ui.focus.partition(".")[0] in ("target", "say", "card", "whom"):
            self.ui.focus = ""

    def _give(self, verb: Verb, name: str) -> None:
        refused = self.day.refusal(verb, name)
        self.answer, self._answer_left = self.day.order(verb, name), _STAYS
        if refused:
            return
        self.verb, self.chosen, self.choosing = None, "", False
        self._let_go()
        self.ui.keep(_TABS, 0)
        if not self.day.what_if:
            self.session.live = self.day.live
        if not self.answer:
            said = order_words(Order(self.day.cursor, verb, name), self.day.name_of)
            self.answer = _("Over the radio: {order}.").format(order=said)

    def _to_list(self) -> None:
        self.ui.keep(_TABS, 1)
        doors = self.verb is None or self.verb in OF_DOORS
        first = next((t.name for t in self.day.targets if t.door == doors), "")
        if first:
            self.ui.move_focus(f"target.{first}")

    def _first_verb(self) -> str:
        target = self.day.target(self.chosen)
        verbs = sensible(self.scenario, target, self.day.moment) if target else ()
        return f"say.{verbs[0].name.lower()}" if verbs else "card.close"

    # Pace

    def pause(self) -> w.Screen | None:
        """Stop, or go on."""
        self.day.pause()
        return None

    def step(self) -> w.Screen | None:
        """A second on."""
        self.day.step()
        return None

    def set_speed(self, speed: int) -> None:
        """This pace from now on."""
        self.day.speed = speed

    def toggle_jump(self) -> None:
        """Sweep over quiet stretches, or not; kept for the next day too."""
        self.day.jump = self._jump_set = not self.day.jump
        self.ui.change_settings(replace(self.ui.settings, jump_quiet=self.day.jump))

    def look(self, instant: int) -> None:
        """Look at an instant already lived."""
        self.answer = ""
        self.day.look(instant)

    def skip(self) -> w.Screen | None:
        """Let the rest happen at once."""
        self.day.to_the_end()
        return None

    def back_to_real(self) -> None:
        """Leave the what-if."""
        self.day.back_to_real()
        self.clear()

    def onward(self) -> w.Screen | None:
        """The debrief, once the real day is over."""
        if not self.day.over or self.day.what_if:
            return None
        self._ended()
        return flow.debrief(self.session) if self.session.finished else None

    def shortcuts(self) -> list[w.Shortcut]:
        """All keys of the run."""
        day = self.day
        listed = [
            *(w.Shortcut(key, verb_name(verb), self._sayer(verb), day.can_go_on) for key, verb in KEYS.items()),
            w.Shortcut("t", _("Choose whom"), self.choose),
            w.Shortcut("space", _("Pause, go on"), self.pause),
            w.Shortcut(".", _("A second on"), self.step),
            w.Shortcut(",", _("Five seconds back"), lambda: self.look(day.cursor - LOOK)),
            w.Shortcut("+", _("Faster"), lambda: day.faster(1)),
            w.Shortcut("-", _("Slower"), lambda: day.faster(-1)),
            w.Shortcut("j", _("Skip quiet stretches, or not"), self.toggle_jump),
            w.Shortcut("end", _("To the end of the day"), self.skip),
            w.Shortcut("return", _("Debrief"), self.onward, enabled=day.over and not day.what_if),
            w.Shortcut("w", _("Back to the real day"), self.back_to_real, enabled=day.what_if),
        ]
        return [shortcut for shortcut in listed if shortcut.enabled]

    def _sayer(self, verb: Verb) -> Callable[[], None]:
        return lambda: self.say(self.door_verb() if verb is Verb.HOLD_DOOR else verb)

    def handle(self, intent: w.Intent) -> w.Screen | None:
        """Escape lets go of what was chosen, or else stops the day, or else leaves for the plan."""
        if intent.name != "back":
            if intent.key in ("=", "shift+="):
                self.day.faster(1)
            return None
        if self.verb is not None or self.chosen or self.choosing:
            self.clear()
        elif self.day.playing:
            self.day.pause()
            stands = _("The day stands still. Escape once more goes to the plan.")
            if self.session.home is not None:
                stands = _("The day stands still. Escape once more goes back to the file.")
            self.answer, self._answer_left = stands, _STAYS
        else:
            return flow.plan(self.session) if self.session.home is None else self.session.home()
        return None

    # The tree

    def view(self, ui: w.Ui) -> w.Node:
        """Bars above and below, the room large between them, the panel beside it or in a tab."""
        day = self.day
        self._shown = self.state()
        steps = step_buttons(flow.phase_tabs(ui, self.session, "run"))
        head = run_bar.top_bar(ui, day, self.about(), steps, own_buttons(ui))
        return w.column(
            head, self._middle(ui), self._foot(ui), gap=0, height=w.FLEX, width=w.FLEX, role="page", id="page"
        )

    def about(self) -> str:
        """Where we are, in the bar above."""
        return f"{self.scenario.title} · {self.scenario.place}"

    def _middle(self, ui: w.Ui) -> w.Node:
        beside = self._beside(ui)
        room = self.room.node(ui, self.day, self.marked, self.pick, tabbed=not beside)
        if beside:
            panel = side(self, ui, self.day)
            panel.width = w.em(_SIDE)
            return w.row(room, panel, gap=10, pad=(12, 8, 12, 4), align="stretch", height=w.FLEX)
        chosen = ui.recall(_TABS, 0)
        names = (_("Room"), _("Orders and notes"))
        tabs = [
            w.button(
                f"{_TABS}.{place}",
                name,
                self._opener(place),
                kind="night",
                selected=place == chosen,
                role="tab",
            )
            for place, name in enumerate(names)
        ]
        body = side(self, ui, self.day, tabbed=True) if chosen else room
        body.height, body.width = w.FLEX, w.FLEX
        news = self.room.beside_tabs(self.day) if chosen == 0 else None
        told = (news,) if news is not None else (w.spacer(), on_the_radio(ui, self.day))
        # As high as two lines of news, so that the room does not jump when something is announced.
        head = w.row(*tabs, *told, gap=6, height=w.em(_NEWS))
        return w.column(head, body, gap=6, pad=(12, 6, 12, 4), height=w.FLEX)

    def _opener(self, place: int) -> Callable[[], None]:
        return lambda: self.ui.keep(_TABS, place)

    def _beside(self, ui: w.Ui) -> bool:
        return w.fits(ui, [_ROOM, _SIDE])

    def _foot(self, ui: w.Ui) -> w.Node:
        verbs: w.Node | None = run_bar.verb_bar(self, self.day)
        axis: w.Node | None = self.axis.node(ui, self.day, self.look)
        word, pace = self.word(), self.pace()
        # Two lines of words always fit, so that the room above does not jump when they are needed.
        talk = [w.row(word, pace, gap=14, height=w.em(_WORDS))]
        if ui.text_factor > 1.3:
            word.width = w.AUTO
            talk = [word, pace]
        if ui.text_factor > 1.3 and not self._beside(ui):  # no height for all: orders stand under their own tab
            orders = ui.recall(_TABS, 0)
            talk = [word, run_bar.answers(self, self.day)] if run_bar.asked(self.day) else talk
            verbs, axis, talk = (verbs, None, [word]) if orders else (None, axis, talk)
        return w.column(
            verbs, *talk, axis, gap=6, pad=(16, 6, 16, 6), box=w.Box(theme.NIGHT_DEEP, radius=0), id="footer",
            role="footer",
        )  # fmt: skip

    def pace(self) -> w.Node:
        """How the day goes on."""
        return run_bar.pace_buttons(self, self.day)

    def word(self) -> w.Node:
        """The one line in which the screen speaks to the player, with the button that goes with it."""
        day = self.day
        asked = run_bar.asked(day)
        if day.over and not day.what_if and not day.looking_back:
            go = w.button("debrief", _("What came of it"), self.onward, kind="primary", key="return")
            return spoken(_("The day is over."), go, strong=True)
        if day.what_if:
            back = w.button("real", _("Back to the real day"), self.back_to_real, kind="night", key="w", small=True)
            return spoken(asked or self.answer or _("A what-if: what happens here is never scored."), back, strong=True)
        if asked:
            return spoken(asked, strong=True)
        if self.verb is not None:
            ask = _("{verb}: choose a door.") if self.verb in OF_DOORS else _("{verb}: choose a person or a group.")
            ask = ask + " " + _("Escape lets go.")
            return spoken(self.answer or ask.format(verb=verb_name(self.verb)))
        if day.looking_back:
            return spoken(
                self.answer
                or _("Looking back at {clock}. An order given here opens a what-if.").format(
                    clock=clock_words(day.cursor)
                )
            )
        if self.answer:
            return spoken(self.answer)
        if self._swept_left > 0:
            return spoken(_("Nothing stirs until {clock}: skipped.").format(clock=clock_words(self._swept_to)))
        return spoken(_("Choose an order, or click a person or a door.") if day.playing else _("The day stands still."))


def spoken(words: str, button: w.Node | None = None, *, strong: bool = False) -> w.Node:
    """The line in which the screen speaks."""
    ink = theme.ON_NIGHT_CAUTION
    text = w.label(words, weight="semibold" if strong else "medium", colour=ink, width=w.FLEX, id="word", role="status")
    box = w.Box(theme.NIGHT_RAISED, theme.BRASS, radius=6) if strong else None
    return w.row(text, button, gap=12, pad=(10, 5) if strong else (0, 6), box=box, width=w.FLEX)
