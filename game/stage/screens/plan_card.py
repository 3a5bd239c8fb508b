"""The briefing card at the right: what the chosen are told, field by field, and what they would do untold."""

from __future__ import annotations

from typing import Any

from game.attempt.spelling import read, spell
from game.protocol.conduct import departs
from game.protocol.plan import Briefing
from game.protocol.units import SECOND
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.plan_cue import open_cue
from game.stage.screens.plan_delivery import delivery, remove, trouble
from game.stage.screens.plan_desk import PlanDesk
from game.stage.screens.plan_officers import POST_CUES, any_of_house, duty_lines, escort, post_lines
from game.stage.screens.plan_overview import overview
from game.wording.catalogue import _
from game.wording.habits import habit_lines
from game.wording.labels import PACES, caption_of
from game.wording.lists import waits_in
from game.wording.phrases import capital
from game.wording.sentences import cue_words, how_long


def card_panel(desk: PlanDesk, ui: w.Ui) -> w.Node:
    """The card of those chosen, or what to do when nobody is."""
    if not desk.chosen:
        return overview(desk)
    words = _("Briefing: {who}")
    take_out = None
    if desk.briefing is not None:
        words = _("Briefing {number}: {who}")
        take_out = w.button(
            "card.remove", _("Take out"), lambda: remove(desk), kind="link", small=True,
            tooltip=_("Take this briefing out of the plan"),
        )  # fmt: skip
    heading = w.heading(words.format(number=desk.number + 1, who=desk.addressee(desk.chosen)), size=19)
    heading.width = w.FLEX
    untold, fields = _untold(desk), _fields(desk, ui)
    # Before anybody is briefed, what they do untold is the first thing to know.
    parts = [*untold, w.rule(theme.HAIRLINE), *fields] if desk.briefing is None else [*fields, *untold]
    return w.panel(
        w.row(heading, take_out, gap=4), w.note(_about(desk)),
        w.scroll(*parts, id="card.fields", gap=6),
        delivery(desk),
        brass=True, id="card", label=_("Briefing"), pad=(12, 10), gap=6,
    )  # fmt: skip


def _about(desk: PlanDesk) -> str:
    parts = []
    if len(desk.chosen) == 1:
        row = desk.rows.get(desk.chosen[0])
        if row and row.detail and not row.group:
            parts.append(row.detail)
        if row and row.rank is not None:
            parts.append(_("rank {rank}").format(rank=row.rank))
    parts.append(_("waits in {rooms}").format(rooms=waits_in(desk.scenario, desk.chosen)))
    return " · ".join(parts)


def _fields(desk: PlanDesk, ui: w.Ui) -> list[w.Node]:
    if any_of_house(desk):
        told = [node for field in POST_CUES for node in _cue(desk, field)]
        return [*_general(desk), *_refused_elsewhere(desk), *_door(desk, ui), *told]
    # Leaving is asked about only where the morning has anything to do with it.
    cues = ("enter", "set_out", "sit", *(("leave",) if departs(desk.scenario) else ()))
    fields = [_door(desk, ui), *(_cue(desk, field) for field in cues)]
    if len(desk.members) > 1:
        fields.append(_spacing(desk))
    fields.append(_pace(desk, ui))
    if len(desk.members) == 1:
        fields.append(_place(desk, ui))
    if desk.briefing is not None and desk.scenario.liaison.escorts:
        fields.append(_wrapped(desk, "escort", escort(desk, ui, desk.briefing)))
    return [*_general(desk), *(node for field in fields for node in field)]


def _general(desk: PlanDesk) -> list[w.Node]:
    """A person told by the group's briefing: the way to it."""
    if desk.briefing is not None:
        return [trouble(desk, refusal) for refusal in desk.refusals_at("who")]
    briefings = {id(b): b for person in desk.members if (b := desk.covered.get(person))}
    return [_covered_by(desk, briefing) for briefing in briefings.values()]


def _refused_elsewhere(desk: PlanDesk) -> list[w.Node]:
    """What is wrong with something an officer's card does not offer, as a plan from a file may say it."""
    at = {(desk.number, field) for field in ("sit", "leave", "place", "escort")}
    return [trouble(desk, refusal) for refusal in desk.session.refusals if (refusal.briefing, refusal.field) in at]


def _covered_by(desk: PlanDesk, briefing: Briefing) -> w.Node:
    words = _("Told with {group} already").format(group=desk.addressee(briefing.who))
    open_it = w.button(
        f"card.open.{','.join(briefing.who)}", _("open that briefing"), lambda: desk.choose_who(briefing.who),
        kind="link", small=True,
    )  # fmt: skip
    return w.flow(w.note(words), open_it, gap=4)


def _own(desk: PlanDesk, field: str) -> Any:
    return getattr(desk.briefing.conduct, field) if desk.briefing else None


def _in_force(desk: PlanDesk, field: str) -> set[Any]:
    """What holds for these people now."""
    return {getattr(desk.settled[person].conduct, field) for person in desk.members}


def _wrapped(desk: PlanDesk, field: str, control: w.Node) -> list[w.Node]:
    refused = [trouble(desk, refusal) for refusal in desk.refusals_at(field)]
    control.width = w.FLEX
    caption = w.note(caption_of(field, any_of_house(desk)), weight="medium")
    caption.width = w.em(58)
    return [w.column(w.row(caption, control, gap=6), *refused, gap=3)]


def _door(desk: PlanDesk, ui: w.Ui) -> list[w.Node]:
    room, own = desk.scenario.room, _own(desk, "door")
    rooms = [room.holding_room(desk.scenario.person(person).holds) for person in desk.members]
    options = [("", _as_before(desk, "door", room.door(own).name if own else _door_in_force(desk)))]
    for door in room.doors:
        walks = [walk for each in rooms if (walk := each.walk_to(door.id)) is not None]
        if walks or door.id == own:
            far = _("{door} · {metres} m").format(door=door.name, metres=max(walks, default=0) // 1_000)
            options.append((door.id, far))
    combo = w.combo(ui, "card.door", _("Door"), options, own or "", lambda key: desk.set("door", key or None))
    return _wrapped(desk, "door", combo)


def _door_in_force(desk: PlanDesk) -> str:
    doors = set()
    for person in desk.members:
        holding = desk.scenario.room.holding_room(desk.scenario.person(person).holds)
        doors.add(desk.settled[person].conduct.door or holding.first_door)
    return ", ".join(desk.scenario.room.door(door).name for door in sorted(doors))


def _as_before(desk: PlanDesk, field: str, words: str) -> str:
    """What holds where this card says nothing: the habit, or what another briefing says already."""
    if any_of_house(desk):  # who is sent by nobody has no habit
        return words if _own(desk, field) is None else _("the nearest")
    if _own(desk, field) is not None:
        return _("as habit")
    if any(field in desk.told[person] for person in desk.members):
        return _("as told already: {words}").format(words=words)
    return _("as habit: {words}").format(words=words)


def _untold_cue(desk: PlanDesk, field: str) -> str:
    """The cue in force where this card says none, in words."""
    cues = _in_force(desk, field)
    if len(cues) > 1:
        return _("each their own")
    cue = cues.pop()
    if cue is not None:
        return cue_words(desk.scenario, cue)
    if field == "enter" and any_of_house(desk):
        return _("only stands there")
    if field == "set_out" and any_of_house(desk):
        return _("waits to be sent")
    nothing = {"set_out": _("do not set out"), "enter": _("on reaching the door"), "sit": _("stay standing"),
               "leave": _("stay in the room")}
    return nothing[field]


def _cue(desk: PlanDesk, field: str) -> list[w.Node]:
    own = _own(desk, field)
    if own is not None:
        shown, spelt = capital(cue_words(desk.scenario, own)), str(own)
    else:
        shown = _as_before(desk, field, _untold_cue(desk, field))
        spelt = ""

    def edit() -> None:
        open_cue(desk, field)

    text = w.column(
        w.label(shown, colour=theme.INK if own is not None else theme.MUTED),
        w.note(spelt, size=theme.TINY) if spelt else None,
        gap=0, width=w.FLEX,
    )  # fmt: skip
    more = w.label("…", colour=theme.MUTED, weight="bold")
    control = w.list_row(
        f"card.{field}", text, more, label=caption_of(field, any_of_house(desk)), value=shown, on_press=edit,
        pad=(10, 5), tooltip=_("Change this cue"),
    )  # fmt: skip
    return _wrapped(desk, field, control)


def _spacing(desk: PlanDesk) -> list[w.Node]:
    own = _own(desk, "spacing")
    now = own if own is not None else max(value or 0 for value in _in_force(desk, "spacing"))
    shown = how_long(now) if own is not None else _as_before(desk, "spacing", how_long(now))

    def turn(delta: int) -> None:
        after = now + delta * (SECOND // 2)
        desk.set("spacing", after if after >= 0 else None)

    stepper = w.stepper("card.spacing", caption_of("spacing"), shown, turn, less=own is not None)
    return _wrapped(desk, "spacing", stepper)


def _pace(desk: PlanDesk, ui: w.Ui) -> list[w.Node]:
    own = _own(desk, "pace")
    spelt = spell("pace", own) if own is not None else ""
    options = [(pace, pace or _("as they walk anyway")) for pace in dict.fromkeys(("", *PACES, spelt))]

    def choose(key: str) -> None:
        desk.set("pace", read("pace", key) if key else None)

    return _wrapped(desk, "pace", w.combo(ui, "card.pace", _("Pace"), options, spelt, choose))


def _place(desk: PlanDesk, ui: w.Ui) -> list[w.Node]:
    person = desk.scenario.person(desk.members[0])
    own = _own(desk, "place")
    taken = {p.seat: p.short for p in desk.scenario.delegates}
    options = [("", _("the agreed one ({seat})").format(seat=person.seat))]
    for seat in desk.scenario.room.seats:
        whose = taken.get(seat.id, "")
        words = _("{seat}, agreed for {who}").format(seat=seat.id, who=whose) if whose else seat.id
        options.append((seat.id, words))

    def choose(key: str) -> None:
        desk.set("place", key or None)

    combo = w.combo(ui, "card.place", _("Place"), options, own or "", choose)
    return _wrapped(desk, "place", combo)


def _untold(desk: PlanDesk) -> list[w.Node]:
    if any_of_house(desk):
        head, told = _("At the door"), post_lines()
        if desk.briefing is None:
            head, told = _("Without a post"), duty_lines(desk)
        return [w.subheading(head, colour=theme.INK), *(w.note(line) for line in told)]
    lines = habit_lines(desk.scenario, desk.habits, desk.members)
    heading = w.subheading(_("If nobody tells them anything"), colour=theme.INK)
    return [heading, *(w.note(line) for line in lines)]
