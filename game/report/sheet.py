"""The running order: who goes in when, by which door, on whose word, as the house hands it round on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from game.protocol.conduct import briefed, habits_of, settle
from game.protocol.cues import Cue
from game.protocol.people import Side
from game.protocol.plan import Briefing, Plan
from game.protocol.scenario import Scenario
from game.protocol.units import format_clock
from game.simulation.circumstances import nominal
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.wording.catalogue import _
from game.wording.phrases import cue_words

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


def sheet_json(scenario: Scenario, plan_name: str, rows: Sequence[Row]) -> dict[str, Any]:
    """The running order as values that `json.dumps` takes; cues as in a plan, and in words."""
    return {"scenario": scenario.id, "plan": plan_name, "rows": [_row_json(scenario, row) for row in rows]}


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


def sheet_text(scenario: Scenario, plan_name: str, rows: Sequence[Row]) -> str:
    """The running order as an aligned table, ending without a line break."""
    head = (_("enters"), _("who"), _("door"), _("cue"), _("escort"), _("given by"))
    cells = [head, *(_cells(scenario, row) for row in rows)]
    if not any(row.escort for row in rows):
        cells = [(*cell[:4], *cell[5:]) for cell in cells]
    widths = [max(len(cell[column]) for cell in cells) for column in range(len(cells[0]))]
    ruled = [cells[0], tuple("-" * width for width in widths), *cells[1:]]
    lines = [
        "  ".join(part.ljust(width) for part, width in zip(cell, widths, strict=True)).rstrip()
        for cell in ruled
    ]
    title = _("Running order · {title} · plan “{plan}”").format(title=scenario.title, plan=plan_name)
    note = _("Times are those of the walk-through, in which chance disturbs nothing.")
    return "\n".join([title, "", *lines, "", note])


def _cells(scenario: Scenario, row: Row) -> tuple[str, ...]:
    return (
        _("never") if row.at is None else format_clock(row.at),
        scenario.person(row.who).name,
        row.door,
        _cue(row),
        row.escort or "-",
        _given(row),
    )


def _cue(row: Row) -> str:
    """The cue to enter; for whom there is none, the cue to set out, which then decides."""
    if row.enter is not None:
        return str(row.enter)
    return str(row.set_out) if row.set_out is not None else _("none")


def _given(row: Row) -> str:
    if not row.given_by:
        return _("nobody: habit")
    words = {HOUSE: _("the house"), OPPOSITE_NUMBER: _("the opposite number")}
    giver = words.get(row.given_by, row.given_by)
    return _("{giver}, read back").format(giver=giver) if row.read_back else giver
