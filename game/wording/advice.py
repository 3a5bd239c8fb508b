"""What the planning help answers, in sentences: fixes, solutions, and the names of the bots."""

from __future__ import annotations

from game.planning.changes import ESCORT, POST, READ_BACK, Change
from game.planning.difficulty import DAYS, HARDEST, Measure
from game.planning.fixes import Fix
from game.planning.robust import Robust
from game.planning.solve import Solution
from game.protocol.cues import After, AtClock, AtDoorBy, AtOnce, OnWord
from game.protocol.scenario import Scenario
from game.wording.catalogue import _, ngettext
from game.wording.day import cause_sentence
from game.wording.phrases import capital, cue_words, door, everyone, people, who


def fix_sentence(scenario: Scenario, fix: Fix | None) -> str:
    """What to change, and on how many other days it would have helped too; or that no single change does."""
    if fix is None:
        return _("No single change heals this.")
    days = _("It would also hold on {holds} of {days} other days.").format(holds=fix.holds, days=fix.days)
    return f"{change_sentence(scenario, fix.change)} {days}"


def change_sentence(scenario: Scenario, change: Change) -> str:
    """A change of plan as what is to be done: `Tell Kim Jong Un to enter as soon as ...`."""
    whom = people(scenario, change.who)
    value = change.value
    if change.field == READ_BACK:
        text = _("Have the briefing of {whom} read back.") if value else _("Do not have {whom} read back.")
        return text.format(whom=whom)
    if change.field == ESCORT:
        return _("Let {escort} go with {whom}.").format(escort=who(scenario, str(value)), whom=whom)
    if change.field == POST:
        return capital(_("Put {whom} at {door}.").format(whom=whom, door=door(scenario, str(value))))
    if change.field == "door":
        return capital(_("Send {whom} through {door}.").format(whom=whom, door=door(scenario, str(value))))
    if change.field == "place":
        return _("Tell {whom} to take the place “{seat}”.").format(whom=whom, seat=value)
    text = {
        "set_out": _("Tell {whom} to set out {cue}."),
        "enter": _("Tell {whom} to enter {cue}, and to stand by at the door until then."),
        "sit": _("Tell {whom} to sit down {cue}."),
        "leave": _("Tell {whom} to leave {cue}."),
    }[change.field]
    return text.format(whom=whom, cue=_cue(scenario, value))


def _cue(scenario: Scenario, value: object) -> str:
    assert isinstance(value, After | AtClock | AtDoorBy | AtOnce | OnWord)  # a change of a cue holds one
    return cue_words(scenario, value)


def solution_sentence(scenario: Scenario, solution: Solution, seed: int) -> str:
    """What a solution is worth: clean, nearly, or the rules that cannot all be kept."""
    if not solution.ready:
        return _("Interrupted: this is the best plan so far.")
    if solution.clean:
        return _("A clean plan: in the walk-through and on day {seed} it breaks nothing.").format(seed=seed)
    if solution.walks:
        return _("A plan that is clean in the walk-through; on day {seed} chance brings it down.").format(seed=seed)
    if not solution.conflict:
        return _("No plan was found that reaches the aim of the day, even with every rule let go.")
    titles = everyone([f"“{scenario.rule(rule).title}”" for rule in solution.conflict])
    text = ngettext(
        "No clean plan was found, for this rule cannot be kept: {rules}. Without it, it can be done.",
        "No clean plan was found, for these rules cannot all be kept: {rules}. Without any one of them the others can.",
        len(solution.conflict),
    )
    return text.format(rules=titles)


def days_sentence(scenario: Scenario, days: Robust) -> str:
    """How a plan stands over many days."""
    head = _("Over {days} days it is clean on {clean}.").format(days=days.days, clean=days.clean)
    return f"{head} {cause_sentence(scenario, days)}".rstrip()


def bot_name(bot: str) -> str:
    """A bot by what it does."""
    return {
        "nothing": _("does nothing"),
        "hold everybody": _("holds everybody"),
        "by the clock": _("by the clock, as listed"),
        "by rank": _("by the clock, by rank"),
        "by cue": _("by cue"),
        "expert": _("expert"),
    }.get(bot, bot)


def difficulty_sentence(measure: Measure) -> str:
    """How hard a scenario has been measured to be, and by what."""
    told = _("Measured difficulty: {difficulty} of {hardest}.")
    why = (
        _("A timetable is enough: one that goes by the clock was clean on {timetable} of {days} days."),
        _("One idea is enough: letting the principals in first, by cue, was clean on {idea} of {days} days."),
        _("It takes a plan of its own; what is clean in the walk-through was clean on {walked} of {days} days."),
        _("A plan must be made to hold: the first was clean on {walked} of {days} days, after practice on {expert}."),
        _("No plan holds: the best was clean on {expert} of {days} days. The rest must be saved on the day."),
    )[measure.difficulty - 1]
    days = len(DAYS)
    return f"{told} {why}".format(
        difficulty=measure.difficulty, hardest=HARDEST, days=days, timetable=measure.timetable, idea=measure.idea,
        walked=measure.walked, expert=measure.expert,
    )  # fmt: skip
