"""What lies on the desk while planning: whom one has chosen, the instant looked at, what is being edited.

All of it is view state; the plan itself is the session's, and every change of it is a command.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.attempt.commands import Command, SetField, find
from game.attempt.spelling import Value
from game.protocol.conduct import Settled, Voices, briefed, habits_of, settle
from game.protocol.legality import Refusal
from game.protocol.plan import Briefing, Plan
from game.protocol.scenario import Help, Scenario
from game.stage.frames import open_side
from game.stage.screens.plan_cue_draft import CueDraft
from game.stage.session import Session
from game.stage.ui import Ui
from game.wording.catalogue import _
from game.wording.lists import (
    Row,
    Section,
    Standing,
    coverage,
    members_of,
    post_standing,
    sections,
    standing,
    standing_of,
)

Who = tuple[str, ...]
CARD = 2
"""Which of the screen's panels is the briefing card."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Somebody held over the timeline by keys or pointer: at which door, at which instant, onto whose bar."""

    who: Who
    door: str
    instant: int
    onto: str = ""


class PlanDesk:
    """The state of the plan screen and the verbs its panels use."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.ui: Ui | None = None
        self.chosen: Who = ()
        self.several = False
        self.tabbed = False  # the panels are tabs: one sees one of them at a time
        self.playing = False
        self.dialog = ""  # why, cue, doors or empty
        self.draft: CueDraft | None = None
        self.placing: Placing | None = None
        self.dragged: Placing | None = None
        self.instant = float(self.scenario.start)
        self._covered: tuple[Plan, dict[str, Briefing]] | None = None
        self.told_that_kept = False
        self._told: tuple[Plan, Voices] | None = None

    @property
    def scenario(self) -> Scenario:
        """What is planned for."""
        return self.session.scenario

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The lists at the left."""
        return sections(self.scenario)

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Everybody and every group by name."""
        return {row.name: row for section in self.sections for row in section.rows}

    @cached_property
    def habits(self) -> Voices:
        """What people do if nobody tells them anything."""
        return habits_of(self.scenario)

    @property
    def covered(self) -> dict[str, Briefing]:
        """Who is told by which briefing."""
        if self._covered is None or self._covered[0] is not self.session.plan:
            self._covered = (self.session.plan, coverage(self.scenario, self.session.plan))
        return self._covered[1]

    @property
    def told(self) -> Voices:
        """What everybody is told, field by field, by whichever briefing says it."""
        if self._told is None or self._told[0] is not self.session.plan:
            self._told = (self.session.plan, briefed(self.scenario, self.session.plan))
        return self._told[1]

    @property
    def settled(self) -> dict[str, Settled]:
        """What everybody does if all briefings arrive."""
        told = self.told
        return {person: settle(habit, told[person]) for person, habit in self.habits.items()}

    @property
    def briefing(self) -> Briefing | None:
        """The briefing addressed to exactly those chosen."""
        return find(self.session.plan, self.chosen)

    @property
    def number(self) -> int:
        """The index of that briefing in the plan, or -1."""
        briefing = self.briefing
        return self.session.plan.briefings.index(briefing) if briefing else -1

    @property
    def members(self) -> Who:
        """The people behind those chosen."""
        return members_of(self.scenario, self.chosen)

    @property
    def shows_walkthrough(self) -> bool:
        """Whether this scenario lets one see the walk-through at all."""
        return self.scenario.help is not Help.NONE

    def addressee(self, who: Who) -> str:
        """Several names as a heading; a group says whose it is."""
        return " + ".join(self.title_of(name) for name in who)

    def title_of(self, name: str) -> str:
        """A name as it stands alone: `Ministers (7), Russia`."""
        row = self.rows.get(name)
        if row is None or not (row.group and row.of):
            return row.title if row else name
        side = self.scenario.delegation(row.of).short
        return _("{group}, {side}").format(group=row.title, side=side)

    def standing(self, name: str) -> Standing:
        """How far those of a row have been told; of an officer of the house, what he is to do."""
        row = self.rows[name]
        return post_standing(self.session.plan, name) if row.officer else standing(self.covered, row)

    def standing_of(self, briefing: Briefing) -> Standing:
        """How sure it is that a briefing arrives; an officer of the house has it for certain."""
        row = self.rows.get(briefing.who[0]) if len(briefing.who) == 1 else None
        return post_standing(self.session.plan, row.name) if row and row.officer else standing_of(briefing)

    def refusals_at(self, field: str) -> tuple[Refusal, ...]:
        """What is wrong with one field of the chosen briefing."""
        number = self.number
        here = (number, field)
        return tuple(r for r in self.session.refusals if number >= 0 and (r.briefing, r.field) == here)

    # Verbs

    def choose(self, name: str) -> None:
        """Choose a row; with `several` add it to those chosen or take it out."""
        if not self.several:
            self.chosen = (name,)
            self._turn_to_card()
        elif name in self.chosen:
            self.chosen = tuple(other for other in self.chosen if other != name)
        else:
            self.chosen = (*self.chosen, name)
        self.refresh()

    def _turn_to_card(self) -> None:
        if self.tabbed and self.ui is not None:
            open_side(self.ui, "plan", CARD)
            self.ui.move_focus("card.enter")

    def open_briefing(self, who: Who) -> None:
        """Turn to the card of a briefing."""
        self.choose_who(who)
        self._turn_to_card()

    def choose_who(self, who: Who) -> None:
        """Choose those a briefing is addressed to."""
        self.chosen = who
        self.refresh()

    def do(self, *commands: Command) -> bool:
        """One edit; what could not be kept is told."""
        changed = self.session.do(*commands)
        self.after_edit()
        if changed and not self.told_that_kept and self.ui is not None and not self.ui.toasts:
            self.told_that_kept = True
            self.ui.toast(_("Your plan is kept at every edit."))
        return changed

    def set(self, field: str, value: Value | None) -> None:
        """Say one field of the chosen briefing, or with None unsay it."""
        if self.chosen:
            self.do(SetField(self.chosen, field, value))

    def undo(self) -> None:
        """Take the last edit back."""
        self.session.undo()
        self.after_edit()

    def redo(self) -> None:
        """Do it again."""
        self.session.redo()
        self.after_edit()

    def after_edit(self) -> None:
        """Tell what could not be kept, and show the plan as it is now."""
        notice = self.session.take_notice()
        if notice and self.ui is not None:
            self.ui.toast(notice)
        self.refresh()

    def look_at(self, instant: float) -> None:
        """Scrub the walk-through."""
        self.instant = max(self.scenario.start, min(self.scenario.end, instant))
        self.refresh()

    def refresh(self) -> None:
        """Build the tree anew."""
        if self.ui is not None:
            self.ui.refresh()
