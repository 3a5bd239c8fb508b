"""What people would do if nobody told them anything, and why: the root of most incidents."""

from __future__ import annotations

from game.protocol.conduct import Voices
from game.protocol.plan import Conduct
from game.protocol.scenario import Habit, Scenario
from game.wording.catalogue import _
from game.wording.phrases import capital, cue_words, door, everyone, how_long, several


def habit_lines(scenario: Scenario, habits: Voices, people: tuple[str, ...]) -> list[str]:
    """A line for every habit that speaks of these people, and one for those who have none."""
    lines = []
    for number, habit in enumerate(scenario.habits):
        of = [p for p in people if any(voice.entry == number for voice in habits[p].values())]
        if of:
            lines.append(_line(scenario, habit, of, len(of) < len(people)))
    idle = [person for person in people if "set_out" not in habits[person]]
    if idle:
        names = several([scenario.person(person).short for person in idle])
        lines.append(_("{who}: waits in the holding room until somebody gives a cue.").format(who=names))
    return lines


def _line(scenario: Scenario, habit: Habit, of: list[str], named: bool) -> str:
    what = capital(everyone(_said(scenario, habit.conduct)))
    text = _("{what}. {because}").format(what=what, because=habit.because).strip()
    if named:
        names = several([scenario.person(person).short for person in of])
        text = _("{who}: {text}").format(who=names, text=text)
    return _("{text} (reconstructed)").format(text=text) if habit.reconstructed else text


def _said(scenario: Scenario, conduct: Conduct) -> list[str]:
    parts = []
    if conduct.door is not None:
        parts.append(_("takes {door}").format(door=door(scenario, conduct.door)))
    if conduct.set_out is not None:
        parts.append(_("sets out {when}").format(when=cue_words(scenario, conduct.set_out)))
    if conduct.enter is not None:
        parts.append(_("enters {when}").format(when=cue_words(scenario, conduct.enter)))
    if conduct.sit is not None:
        parts.append(_("sits down {when}").format(when=cue_words(scenario, conduct.sit)))
    if conduct.leave is not None:
        parts.append(_("leaves {when}").format(when=cue_words(scenario, conduct.leave)))
    if conduct.spacing is not None:
        parts.append(_("one after another, {apart} apart").format(apart=how_long(conduct.spacing)))
    return parts or [_("does nothing special")]
