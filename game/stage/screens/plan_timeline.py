"""The timeline below: a lane a door; bars to be chosen and dragged; the walk-through to be scrubbed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pygame import Rect, Surface

from game.attempt.commands import Command, SetField, find
from game.protocol.cues import After, AtClock, AtDoorBy, AtOnce, Cue, Moment, Occurrence, OnWord
from game.protocol.plan import Conduct
from game.protocol.units import SECOND, format_clock
from game.stage import widgets as w
from game.stage.screens.plan_desk import Placing, PlanDesk, Who
from game.stage.screens.plan_ground import LANE_STYLE
from game.stage.screens.plan_lanes import Bar, Chart
from game.stage.screens.plan_scale import Scale, scale
from game.stage.screens.plan_strokes import BAR_STYLE, Strokes
from game.wording.catalogue import _
from game.wording.lists import members_of

ROW: Final = 23
STIR: Final = 6
"""Logical units a bar is moved before it counts as dragged and not as pressed."""


class TimelinePanel:
    """The timeline of one plan as it is shown now; made anew with every tree."""

    def __init__(self, desk: PlanDesk, ui: w.Ui, made: Chart) -> None:
        self.desk, self.ui, self.made = desk, ui, made
        self._scale: Scale | None = None

    def node(self, *, most: float | None = None) -> w.Node:
        """The panel; `most` is its greatest height in logical units."""
        ui = self.ui
        wide = ui.size[0] - ui.px(60)
        trial = self._lay(Rect(0, 0, wide, 10))
        tall = trial.bottom / ui.scale
        canvas = w.canvas(
            "timeline", self._paint, label=_("Timeline"), value=self._value(), spots=self._spots, live=True,
            height=tall, focusable=True, on_drag=self._scrub, on_drop=self._drop, on_intent=self._keys,
            tooltip=_("← → move the walk-through; drag somebody onto a lane; T places those chosen"),
        )  # fmt: skip
        height = tall + 16 if most is None else min(tall + 16, most)
        body = w.scroll(canvas, id="timeline.scroll")
        return w.panel(
            body, id="timeline.panel", label=_("Timeline"), pad=(12, 8), height=height if most else w.FLEX
        )

    # Laying out

    def _lay(self, rect: Rect) -> Scale:
        text = self.ui.text_scale
        room = round(ROW * text)

        def measure(bar: Bar) -> int:
            return self.ui.setter.width(bar.label, BAR_STYLE, text) + room * (2 if bar.of or bar.officer else 1)

        names = [door.name for door in self.desk.scenario.room.doors] + [_("Broadcast"), self._unsaid()]
        left = max(self.ui.setter.width(name, LANE_STYLE, text) for name in names) + room
        return scale(
            self.desk.scenario, self.made, rect, left=min(left, rect.width // 3), row=room,
            unsaid=self._unsaid(), measure=measure,
        )  # fmt: skip

    def _unsaid(self) -> str:
        return _("Do not come in") if self.desk.shows_walkthrough else _("By cue")

    def laid_out(self, rect: Rect) -> Scale:
        """The scale of the timeline in this rectangle."""
        if self._scale is None or self._scale.rect != rect:
            self._scale = self._lay(Rect(rect))
        return self._scale

    def _paint(self, surface: Surface, rect: Rect) -> None:
        held = self.desk.placing or self.desk.dragged or self._carried(rect)
        Strokes(self.desk, self.ui, self.made, self.laid_out(rect), surface).all(held)

    def _carried(self, rect: Rect) -> Placing | None:
        """Where somebody carried over from the lists would land."""
        who, at = self.ui.carried, self.ui.pointer
        return self._landing(who, at) if isinstance(who, tuple) and rect.collidepoint(at) else None

    def _landing(self, who: Who, at: tuple[int, int]) -> Placing | None:
        lay = self._scale
        if lay is None:
            return None
        onto = lay.bar_at(at)
        return Placing(who, lay.door_at(at[1]), lay.instant(at[0]), onto.id if onto else "")

    def _value(self) -> str:
        placing = self.desk.placing
        if placing is not None:
            return self._placing_words(placing)
        return format_clock(int(self.desk.instant))

    def _placing_words(self, placing: Placing) -> str:
        door = self.desk.scenario.room.door(placing.door).name
        return _("{who}: {door}, {clock}").format(
            who=self.desk.addressee(placing.who), door=door, clock=format_clock(placing.instant)
        )

    # Bars

    def _spots(self, rect: Rect) -> list[w.Node]:
        return [self._spot(bar, at) for bar, at in self.laid_out(rect).bars]

    def _spot(self, bar: Bar, at: Rect) -> w.Node:
        desk = self.desk
        return w.spot(
            bar.id, at.clip(self._scale.rect) if self._scale else at, _bar_words(desk, bar), role="bar",
            on_press=lambda: desk.choose_who(bar.who), on_drag=lambda drag: self._pull(bar, drag),
            selected=set(bar.who) == set(desk.chosen), tooltip=_bar_words(desk, bar),
        )  # fmt: skip

    def _pull(self, bar: Bar, drag: w.Drag) -> None:
        desk, lay = self.desk, self._scale
        if desk.placing is not None:
            self._put(drag, desk.placing)
            return
        far = max(abs(drag.at[0] - drag.start[0]), abs(drag.at[1] - drag.start[1])) > self.ui.px(STIR)
        if drag.phase == "start" or lay is None:
            return
        if drag.phase == "cancel" or not far:
            desk.dragged = None
            return
        rect = lay.rect_of(bar.id) or Rect(drag.start, (0, 0))
        x = drag.at[0] - (drag.start[0] - rect.x)
        onto = lay.bar_at(drag.at)
        target = onto.id if onto is not None and onto.id != bar.id else ""
        desk.dragged = Placing(bar.who, lay.door_at(drag.at[1]), lay.instant(x), target)
        if drag.phase == "end":
            held, desk.dragged = desk.dragged, None
            self._settle(held, bar)

    def _drop(self, payload: object, at: tuple[int, int]) -> None:
        landing = self._landing(payload, at) if isinstance(payload, tuple) else None
        if landing is not None:
            self._settle(landing)

    def _settle(self, held: Placing, moved: Bar | None = None) -> None:
        self.desk.choose_who(held.who)
        onto = next((bar for bar in self.made.bars if bar.id == held.onto), None)
        self.desk.do(*placed(self.desk, held, onto, moved))

    # The scrubber

    def _put(self, drag: w.Drag, held: Placing) -> None:
        """Those held over the timeline follow the pointer and are put down where it is let go."""
        landing = self._landing(held.who, drag.at)
        if landing is None or drag.phase == "cancel":
            return
        self.desk.placing = landing
        if drag.phase == "end":
            self.desk.placing = None
            self._settle(landing)

    def _scrub(self, drag: w.Drag) -> None:
        lay = self._scale
        if self.desk.placing is not None:
            self._put(drag, self.desk.placing)
            return
        if lay is not None and drag.phase in ("start", "move") and self.desk.shows_walkthrough:
            self.desk.playing = False
            self.desk.look_at(lay.instant(drag.at[0], SECOND))

    def _keys(self, intent: w.Intent) -> bool:
        if self.desk.placing is not None:
            return self._place(intent, self.desk.placing)
        step = {"left": -SECOND, "right": SECOND}.get(intent.key.removeprefix("shift+"))
        if step is not None and self.desk.shows_walkthrough:
            self.desk.look_at(self.desk.instant + step * (10 if intent.key.startswith("shift+") else 1))
            return True
        ends = {"home": self.desk.scenario.start, "end": self.desk.scenario.end}
        if intent.key in ends and self.desk.shows_walkthrough:
            self.desk.look_at(ends[intent.key])
            return True
        return False

    def _place(self, intent: w.Intent, held: Placing) -> bool:
        desk = self.desk
        doors = [door.id for door in desk.scenario.room.doors]
        step = {"left": -5 * SECOND, "right": 5 * SECOND, "shift+left": -SECOND, "shift+right": SECOND}
        if intent.key in step:
            later = max(desk.scenario.start, min(desk.scenario.end, held.instant + step[intent.key]))
            desk.placing = replace(held, instant=later)
        elif intent.key in ("up", "down"):
            nth = doors.index(held.door) + (1 if intent.key == "down" else -1)
            desk.placing = replace(held, door=doors[max(0, min(len(doors) - 1, nth))])
        elif intent.name == "press":
            desk.placing = None
            self._settle(held, next((bar for bar in self.made.bars if set(bar.who) == set(held.who)), None))
        elif intent.name == "back":
            desk.placing = None
        else:
            return False
        desk.refresh()
        return True


def begin_placing(desk: PlanDesk, made: Chart) -> None:
    """Hold the chosen over the timeline, to be placed with the arrows."""
    if not desk.chosen or desk.ui is None:
        return
    bar = next((bar for bar in made.bars if set(bar.people) & set(desk.members)), None)
    start = bar.start if bar and bar.start is not None else int(desk.instant)
    door = bar.door if bar and bar.door else desk.scenario.room.doors[0].id
    desk.placing = Placing(desk.chosen, door, start // SECOND * SECOND)
    desk.ui.move_focus("timeline")


def placed(desk: PlanDesk, held: Placing, onto: Bar | None, moved: Bar | None = None) -> list[Command]:
    """The edits that put somebody where they were dropped: the door, and a cue to enter.

    On a lane: at that clock time, standing by at the door. On somebody's bar: after they have entered. A bar
    `moved` along the timeline that waits for an event goes on waiting for it, only longer or shorter.
    """
    who = held.who
    commands: list[Command] = []
    if moved is None or held.door != moved.door:
        commands.append(SetField(who, "door", held.door))
    members = members_of(desk.scenario, who)
    if any(officer.id in members for officer in desk.scenario.officers):
        return [*commands, SetField(who, "set_out", _goes(desk, held, moved))]
    if onto is not None and not set(onto.people) & set(members):
        events = tuple(Occurrence(name, Moment.ENTERED) for name in _names(desk, onto))
        commands.append(SetField(who, "enter", After(events)))
        if _stays_away(desk, members):
            commands.append(SetField(who, "set_out", AtOnce()))
        return commands
    briefing = find(desk.session.plan, who)
    cue = briefing.conduct.enter if briefing else None
    if isinstance(cue, After) and moved is not None and moved.start is not None:
        later = (held.instant - moved.start) // SECOND * SECOND
        commands.append(SetField(who, "enter", replace(cue, delay=max(0, cue.delay + later))))
        return commands
    commands.append(SetField(who, "enter", AtClock(held.instant)))
    commands.append(SetField(who, "set_out", AtDoorBy(held.instant)))
    return commands


def _goes(desk: PlanDesk, held: Placing, moved: Bar | None) -> Cue:
    """When an officer sets out so as to be at the door then; a cue that waits for an event goes on waiting for it."""
    briefing = find(desk.session.plan, held.who)
    cue = briefing.conduct.set_out if briefing else None
    if isinstance(cue, After) and moved is not None and moved.start is not None:
        later = (held.instant - moved.start) // SECOND * SECOND
        return replace(cue, delay=max(0, cue.delay + later))
    return AtDoorBy(held.instant)


def _names(desk: PlanDesk, bar: Bar) -> Who:
    """The fewest names for exactly the people of a bar."""
    exact = [name for name, row in desk.rows.items() if set(row.members) == set(bar.people)]
    return (exact[0],) if exact else bar.people


def _stays_away(desk: PlanDesk, members: Who) -> bool:
    """Whether somebody would never set out without being told to."""
    conducts: list[Conduct] = [desk.settled[person].conduct for person in members]
    return any(conduct.set_out is None or isinstance(conduct.set_out, OnWord) for conduct in conducts)


def _post_words(desk: PlanDesk, bar: Bar) -> str:
    """Where an officer stands, from when until when, and until when he lets nobody in."""
    if bar.start is None or not bar.door:
        return _("{who}: goes to no door").format(who=bar.label)
    door, end = desk.scenario.room.door(bar.door).name, desk.scenario.end
    words = _("{who}: at {door} from {start}").format(who=bar.label, door=door, start=format_clock(bar.start))
    if bar.end is not None and bar.end < end:
        words = _("{words} to {end}").format(words=words, end=format_clock(bar.end))
    if bar.keeps is None:
        return words
    if bar.keeps[1] is None:
        return _("{words}, and lets only principals in").format(words=words)
    return _("{words}; lets only principals in until {end}").format(words=words, end=format_clock(bar.keeps[1]))


def _bar_words(desk: PlanDesk, bar: Bar) -> str:
    if bar.officer:
        return _post_words(desk, bar)
    if bar.start is None or not bar.door:
        return _("{who}: do not come in; {told}").format(who=bar.label, told=bar.told)
    return _("{who}: {door}, {clock}; {told}").format(
        who=bar.label, door=desk.scenario.room.door(bar.door).name, clock=format_clock(bar.start),
        told=bar.told,
    )  # fmt: skip
