"""The running order: who goes in when, by which door, on whose word, as the house hands it round on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from game.protocol.conduct import briefed, habits_of, settle
from game.protocol.cues import Cue
from game.protocol.people import Role, Side
from game.protocol.plan import Briefing, Plan
from game.protocol.scenario import Scenario
from game.protocol.units import format_clock
from game.simulation.circumstances import nominal
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.simulation.posts import Doorkeeping
from game.wording.catalogue import _
from game.wording.phrases import cue_words, people

HOUSE: Final = "house"
OPPOSITE_NUMBER: Final = "opposite number"


@dataclass(frozen=True, slots=True)
class Row:
    """One person's entry. `at` is when they enter in the walk-through (ms), None where they never do.

    `given_by` is who tells the person: the house, an escort, or the opposite number; empty for whom nobody
    briefs, who then go by habit.
    """

    at: int | None
    who: str
    door: str
    set_out: Cue | None
    enter: Cue | None
    sit: Cue | None
    leave: Cue | None
    escort: str
    given_by: str
    read_back: bool


@dataclass(frozen=True, slots=True)
class Guard:
    """An officer of the house in the walk-through: at `door` from `since` until `until` (ms; None: to the end).

    `opens` is when people are let in where he keeps them back before, `enter` the cue for it; `takes_in` are the names
    of those he takes in. Who is sent nowhere has no door.
    """

    who: str
    door: str = ""
    since: int | None = None
    until: int | None = None
    opens: int | None = None
    enter: Cue | None = None
    takes_in: tuple[str, ...] = ()


def guards(scenario: Scenario, plan: Plan) -> tuple[Guard, ...]:
    """What every officer of the house does in the walk-through."""
    if not scenario.officers:
        return ()
    stays = {post.officer: post for post in Doorkeeping(scenario, simulate(scenario, plan, nominal(scenario))).posts}
    said = briefed(scenario, plan)
    found = []
    for officer in scenario.officers:
        enter = settle(habits_of(scenario)[officer.id], said[officer.id]).conduct.enter
        taken = next((briefing.who for briefing in plan.briefings if briefing.escort == officer.id), ())
        post = stays.get(officer.id)
        if post is None:
            found.append(Guard(officer.id, enter=enter, takes_in=taken))
        else:
            opens = post.keeps[1] if post.keeps else None
            found.append(Guard(officer.id, post.door, post.since, post.until, opens, enter, taken))
    return tuple(found)


def running_order(scenario: Scenario, plan: Plan) -> tuple[Row, ...]:
    """Everybody's entry in the order of the walk-through; those who never enter come last."""
    trace = simulate(scenario, plan, nominal(scenario))
    entered: dict[int, tuple[int, int]] = {}
    for record in trace.records:
        if record.code == Code.ENTERED:
            entered.setdefault(record.who, (record.at, record.extra))
    habits, said = habits_of(scenario), briefed(scenario, plan)
    rows = []
    for i, person in enumerate(scenario.people):
        if person.role is not Role.DELEGATE:
            continue
        conduct = settle(habits[person.id], said[person.id]).conduct
        at, door = entered.get(i, (None, None))
        entries = {voice.entry for voice in said[person.id].values()}
        theirs = [plan.briefings[entry] for entry in sorted(entries)]
        used = scenario.room.doors[door].id if door is not None else conduct.door
        rows.append(
            Row(
                at,
                person.id,
                used or scenario.room.holding_room(person.holds).first_door,
                conduct.set_out,
                conduct.enter,
                conduct.sit,
                conduct.leave,
                _escort(theirs),
                _giver(scenario, person.of, theirs),
                bool(theirs) and all(briefing.read_back for briefing in theirs),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.at is None, row.at or 0)))


def _escort(theirs: Sequence[Briefing]) -> str:
    return next((briefing.escort for briefing in theirs if briefing.escort), "")


def _giver(scenario: Scenario, of: str, theirs: Sequence[Briefing]) -> str:
    """The house briefs its own and those it escorts; with guests it agrees through their opposite number."""
    if not theirs:
        return ""
    delegation = scenario.delegation(of)
    if _escort(theirs):
        return _escort(theirs)
    if delegation.side is Side.HOST:
        return HOUSE
    return delegation.opposite_number or OPPOSITE_NUMBER


def sheet_json(
    scenario: Scenario, plan_name: str, rows: Sequence[Row], officers: Sequence[Guard] = ()
) -> dict[str, Any]:
    """The running order as values that `json.dumps` takes; cues as in a plan, and in words."""
    return {
        "scenario": scenario.id,
        "plan": plan_name,
        "rows": [_row_json(scenario, row) for row in rows],
        "officers": [_guard_json(scenario, guard) for guard in officers],
    }


def _guard_json(scenario: Scenario, guard: Guard) -> dict[str, Any]:
    def clock(instant: int | None) -> str | None:
        return None if instant is None else format_clock(instant)

    return {
        "who": guard.who,
        "name": scenario.person(guard.who).name,
        "door": guard.door or None,
        "from": clock(guard.since),
        "until": clock(guard.until),
        "lets_in": None if guard.enter is None else str(guard.enter),
        "lets_in_at": clock(guard.opens),
        "takes_in": list(guard.takes_in),
    }


def _row_json(scenario: Scenario, row: Row) -> dict[str, Any]:
    cues = {"set_out": row.set_out, "enter": row.enter, "sit": row.sit, "leave": row.leave}
    return {
        "at": None if row.at is None else format_clock(row.at),
        "who": row.who,
        "name": scenario.person(row.who).name,
        "door": row.door,
        "cues": {name: str(cue) for name, cue in cues.items() if cue is not None},
        "words": {name: cue_words(scenario, cue) for name, cue in cues.items() if cue is not None},
        "escort": row.escort or None,
        "given_by": row.given_by or None,
        "read_back": row.read_back,
    }


def sheet_text(scenario: Scenario, plan_name: str, rows: Sequence[Row], officers: Sequence[Guard] = ()) -> str:
    """The running order as an aligned table, ending without a line break."""
    head = (_("enters"), _("who"), _("door"), _("cue"), _("escort"), _("given by"))
    cells = [head, *(_cells(scenario, row) for row in rows)]
    if not any(row.escort for row in rows):
        cells = [(*cell[:4], *cell[5:]) for cell in cells]
    lines = _table(cells)
    if officers:
        head = (_("officer"), _("door"), _("from"), _("until"), _("lets people in"), _("takes in"))
        lines += ["", _("Officers of the house"), "", *_table([head, *(_guard_cells(scenario, g) for g in officers)])]
    title = _("Running order · {title} · plan “{plan}”").format(title=scenario.title, plan=plan_name)
    note = _("Times are those of the walk-through, in which chance disturbs nothing.")
    return "\n".join([title, "", *lines, "", note])


def _table(cells: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows in columns of one width each, a rule under the first."""
    widths = [max(len(cell[column]) for cell in cells) for column in range(len(cells[0]))]
    ruled = [cells[0], tuple("-" * width for width in widths), *cells[1:]]
    return ["  ".join(part.ljust(width) for part, width in zip(cell, widths, strict=True)).rstrip() for cell in ruled]


def _guard_cells(scenario: Scenario, guard: Guard) -> tuple[str, ...]:
    lets_in = _("from the beginning") if guard.enter is None else str(guard.enter)
    if guard.opens is not None:
        lets_in = _("{clock}, {cue}").format(clock=format_clock(guard.opens), cue=guard.enter)
    until = _("the end") if guard.until is None else format_clock(guard.until)
    return (
        scenario.person(guard.who).name,
        guard.door or "-",
        "-" if guard.since is None else format_clock(guard.since),
        until if guard.door else "-",
        lets_in if guard.door else "-",
        people(scenario, guard.takes_in) if guard.takes_in else "-",
    )


def _cells(scenario: Scenario, row: Row) -> tuple[str, ...]:
    return (
        _("never") if row.at is None else format_clock(row.at),
        scenario.person(row.who).name,
        row.door,
        _cue(row),
        _name(scenario, row.escort) if row.escort else "-",
        _given(scenario, row),
    )


def _cue(row: Row) -> str:
    """The cue to enter; for whom there is none, the cue to set out, which then decides."""
    if row.enter is not None:
        return str(row.enter)
    return str(row.set_out) if row.set_out is not None else _("none")


def _name(scenario: Scenario, escort: str) -> str:
    """An officer of the house by name; any other escort as the plan calls him."""
    return next((officer.name for officer in scenario.officers if officer.id == escort), escort)


def _given(scenario: Scenario, row: Row) -> str:
    if not row.given_by:
        return _("nobody: habit")
    words = {HOUSE: _("the house"), OPPOSITE_NUMBER: _("the opposite number")}
    giver = words.get(row.given_by, _name(scenario, row.given_by))
    return _("{giver}, read back").format(giver=giver) if row.read_back else giver
