"""The editor of a cue: its kind, what belongs to it, its one spelling, and what it means in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.attempt.commands import SetField, apply
from game.protocol.cues import AtOnce, Moment, Occurrence
from game.protocol.groups import names
from game.protocol.legality import problems
from game.protocol.units import MINUTE, SECOND, format_clock
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.plan_cue_draft import MOST_EVENTS, CueDraft, occurrence
from game.stage.screens.plan_desk import PlanDesk
from game.stage.screens.plan_officers import any_of_house
from game.wording.catalogue import _
from game.wording.labels import AFTER, CLOCK, DOOR, HABIT, KINDS, ONCE, kind_word, moment_word
from game.wording.phrases import capital
from game.wording.sentences import cue_words, field_word, how_long, refusal_sentence

BROADCAST = "broadcast"
ROOM = "room"
_AT_POST = (Moment.AT_DOOR, Moment.SET_OUT)


def open_cue(desk: PlanDesk, field: str, begin: str = HABIT) -> None:
    """Begin to edit one cue of the chosen briefing; where there is none yet, with this kind."""
    briefing = desk.briefing
    cue = getattr(briefing.conduct, field) if briefing else None
    others = [person.id for person in desk.scenario.delegates if person.id not in desk.members]
    leader = next((p.id for p in desk.scenario.delegates if p.principal and p.id in others), "")
    event = Occurrence(leader or (others[0] if others else ""), Moment.ENTERED)
    if not event.who:
        event = Occurrence("", Moment.ON_AIR)
    minute = int(desk.instant) // MINUTE * MINUTE
    draft = CueDraft.of(field, cue, max(desk.scenario.start, minute), event)
    desk.draft = draft if cue is not None else draft.chosen(begin)
    desk.dialog = "cue"
    if desk.ui is not None:
        desk.ui.move_focus(f"cue.kind.{desk.draft.kind}")


def cue_dialog(desk: PlanDesk, ui: w.Ui) -> w.Node:
    """The editor as a dialog; nothing changes before it is said with Return or the button."""
    draft = desk.draft
    assert draft is not None

    def change(new: CueDraft) -> None:
        desk.draft = new
        desk.refresh()

    def close() -> None:
        field = desk.draft.field if desk.draft else ""
        desk.dialog, desk.draft = "", None
        if desk.ui is not None:
            desk.ui.move_focus(f"card.{field}")

    def say() -> None:
        now = desk.draft
        if now is not None and now.wrong is None:
            close()
            desk.set(now.field, now.cue)

    field = _("letting people in") if _lets_in(desk, draft) else field_word(draft.field)
    title = _("{who}: cue for {field}").format(who=desk.addressee(desk.chosen), field=field)
    return w.dialog(
        "cue", title, _kinds(desk, draft, change), *_parts(desk, ui, draft, change), w.rule(theme.HAIRLINE),
        *_meaning(desk, ui, draft, change, say),
        buttons=[
            w.button("cue.cancel", _("Leave it as it was"), close),
            w.button("cue.ok", _("This is the cue"), say, kind="primary", enabled=draft.wrong is None),
        ],
        on_cancel=close, width=620,
    )  # fmt: skip


def _lets_in(desk: PlanDesk, draft: CueDraft) -> bool:
    """Whether this is the cue on which an officer of the house lets people in."""
    return draft.field == "enter" and any_of_house(desk)


def _kinds(desk: PlanDesk, draft: CueDraft, change: Callable[[CueDraft], None]) -> w.Node:
    kinds = [kind for kind in KINDS if kind != DOOR or draft.field == "set_out"]
    words = {kind: kind_word(kind) for kind in kinds}
    if _lets_in(desk, draft):
        words |= {HABIT: _("Only stands there"), ONCE: _("Some time after coming")}

    def one(kind: str) -> w.Node:
        return w.button(
            f"cue.kind.{kind}", words[kind], lambda: change(draft.chosen(kind)),
            kind="quiet", selected=kind == draft.kind, role="tab", small=True,
        )  # fmt: skip

    return w.flow(*(one(kind) for kind in kinds), gap=4)


def _parts(
    desk: PlanDesk, ui: w.Ui, draft: CueDraft, change: Callable[[CueDraft], None]
) -> list[w.Node]:
    start, end = desk.scenario.start, desk.scenario.end

    def later(millis: int) -> None:
        change(draft.later(millis, start, end))

    def slower(millis: int) -> None:
        change(draft.slower(millis))

    if draft.kind in (CLOCK, DOOR):
        return [amount("cue.clock", _("Clock time"), format_clock(draft.instant), later)]
    if draft.kind == AFTER:
        also = _and_also(desk, draft, change)
        return [
            *(_event(desk, ui, draft, place, change) for place in range(len(draft.events))),
            *([also] if also else []),
            amount("cue.delay", _("and then, later by"), how_long(draft.delay), slower),
        ]
    if draft.kind == ONCE:
        return [amount("cue.delay", _("later by"), how_long(draft.delay), slower)]
    return []


def amount(id: str, text: str, shown: str, change: Callable[[int], None]) -> w.Node:  # noqa: A002
    """A time to be turned by seconds, tens of seconds and minutes. `change` gets milliseconds."""

    def by(millis: int, words: str) -> w.Node:
        return w.button(f"{id}.{words}", words, lambda: change(millis), small=True)

    stepper = w.stepper(id, text, shown, lambda delta: change(delta * SECOND), width=w.em(170))
    return w.field(text, w.flow(
        by(-MINUTE, _("−1 min")), by(-10 * SECOND, _("−10 s")), stepper,
        by(10 * SECOND, _("+10 s")), by(MINUTE, _("+1 min")), gap=4,
    ))  # fmt: skip


def _event(
    desk: PlanDesk, ui: w.Ui, draft: CueDraft, place: int, change: Callable[[CueDraft], None]
) -> w.Node:
    event = draft.events[place]
    known = names(desk.scenario)

    def put(new: Occurrence) -> None:
        change(draft.with_event(place, new))

    def choose(key: str) -> None:
        if key in (BROADCAST, ROOM):
            put(Occurrence("", Moment.ON_AIR if key == BROADCAST else Moment.ROOM_READY))
            return
        new = occurrence(key, event.moment, event.first)
        possible = _moments(desk, new)
        put(new if new.moment in possible else replace(new, moment=possible[0], first=False))

    own = set(desk.members)
    people = [(name, desk.title_of(name)) for name, row in desk.rows.items() if not own & set(row.members)]
    options = [*people, (BROADCAST, _("The broadcast"))]
    if desk.scenario.room_ready is not None:
        options.append((ROOM, _("The room")))
    nobody = ROOM if event.moment is Moment.ROOM_READY else BROADCAST
    prefix = f"cue.event.{place}"
    parts = [
        w.combo(ui, f"{prefix}.who", _("Who"), options, event.who or nobody, choose, width=w.em(210)),
        w.combo(ui, f"{prefix}.moment", _("What happens"), [(m.value, moment_word(m)) for m in _moments(desk, event)],
                event.moment.value, lambda key: put(replace(event, moment=Moment(key))), width=w.em(170)),
    ]  # fmt: skip
    if len(known.get(event.who, ())) > 1:
        parts.append(w.checkbox(f"{prefix}.first", _("the first of them is enough"), event.first,
                                lambda on: put(replace(event, first=on))))  # fmt: skip
    if len(draft.events) > 1:
        parts.append(w.button(f"{prefix}.remove", _("not this"), lambda: change(draft.without(place)),
                              kind="link", small=True))  # fmt: skip
    words = _("As soon as") if place == 0 else _("and also")
    return w.field(words, w.flow(*parts, gap=6))


def _moments(desk: PlanDesk, event: Occurrence) -> tuple[Moment, ...]:
    """What can happen to whom an event is about; an officer of the house goes to a door and no further."""
    if not event.who:
        room = event.moment is Moment.ROOM_READY
        return (Moment.ROOM_READY,) if room else (Moment.ON_AIR, Moment.OFF_AIR)
    if any(officer.id == event.who for officer in desk.scenario.officers):
        return _AT_POST
    return tuple(moment for moment in Moment if not moment.of_nobody)


def _and_also(desk: PlanDesk, draft: CueDraft, change: Callable[[CueDraft], None]) -> w.Node | None:
    used = {event.who for event in draft.events}
    free = [p.id for p in desk.scenario.delegates if p.id not in used and p.id not in desk.members]
    if not free or len(draft.events) >= MOST_EVENTS:
        return None
    event = Occurrence(free[0], draft.events[-1].moment if draft.events[-1].who else Moment.ENTERED)
    words = _("and also …")
    return w.row(w.button("cue.also", words, lambda: change(draft.and_also(event)), kind="link", small=True))


def _meaning(
    desk: PlanDesk, ui: w.Ui, draft: CueDraft, change: Callable[[CueDraft], None], say: Callable[[], None]
) -> list[w.Node]:
    spelling = w.entry(
        ui, "cue.spelling", _("The cue as it is spelt everywhere"), draft.spelling,
        lambda text: change(draft.spelt(text)), on_submit=say, longest=200,
    )  # fmt: skip
    return [
        w.field(_("The cue as it is spelt everywhere; you may type it"), spelling),
        w.label(sentence(desk, draft), id="cue.sentence"),
        *(_trouble(words) for words in _refused(desk, draft)),
    ]


def sentence(desk: PlanDesk, draft: CueDraft) -> str:
    """What a draft means, in a sentence."""
    if draft.wrong is not None:
        return _("“{part}” is not understood yet.").format(part=draft.wrong.part)
    cue = draft.cue
    lets_in = _lets_in(desk, draft)
    if lets_in and cue in (None, AtOnce()):
        return _("Stands at the door and keeps nobody back who is expected.")
    if cue is None:
        return _("Nothing is said about {field}: they do what they would do anyway.").format(
            field=field_word(draft.field))  # fmt: skip
    what = {
        "set_out": _("They set out {when}."),
        "enter": _("They enter {when}."),
        "sit": _("They sit down {when}."),
        "leave": _("They leave {when}."),
    }
    if lets_in:
        what["enter"] = _("People are let in {when}; before that only principals pass.")
    return capital(what[draft.field].format(when=cue_words(desk.scenario, cue)))


def _refused(desk: PlanDesk, draft: CueDraft) -> list[str]:
    """What the house would not accept of this cue; told while it is being made."""
    if draft.wrong is not None:
        return []
    after = apply(desk.session.attempt.now, SetField(desk.chosen, draft.field, draft.cue)).plan
    known = set(desk.session.refusals)
    new = [refusal for refusal in problems(desk.scenario, after) if refusal not in known]
    return [refusal_sentence(desk.scenario, refusal) for refusal in new]


def _trouble(words: str) -> w.Node:
    text = w.label(words, colour=theme.ALARM, width=w.FLEX)
    return w.row(w.chip(_("cannot be"), "alarm_soft"), text, align="start")
