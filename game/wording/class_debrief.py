"""What there is to tell a class, in sentences. No name of a trainee is in any of them: they go on the projector."""

from __future__ import annotations

from dataclasses import fields

from game.planning.class_debrief import ClassDebrief, Contrast, Incident, Round, WrongPlan
from game.planning.contrast import Said
from game.planning.mistakes import Manner, Mistake
from game.planning.robust import ACCOMPLISH
from game.protocol.cues import After, AtClock, AtDoorBy, AtOnce, OnWord
from game.protocol.groups import expand
from game.protocol.plan import Conduct
from game.protocol.scenario import Scenario
from game.wording.briefings import addressee, told
from game.wording.catalogue import _, ngettext
from game.wording.day import how_it_went
from game.wording.ledger import sentence
from game.wording.phrases import capital, cue_words, door


def round_sentence(one: Round) -> str:
    """How a round went, in numbers."""
    text = ngettext(
        "{n} run. Total: {low} to {high}, the middle one {middle}. Aim reached: {accomplished}; clean: {clean}.",
        "{n} runs. Totals: {low} to {high}, the middle one {middle}. Aim reached: {accomplished}; clean: {clean}.",
        len(one.attempts),
    )
    return text.format(
        n=len(one.attempts), low=one.totals[0], high=one.totals[-1], middle=one.median, accomplished=one.accomplished,
        clean=one.clean,
    )  # fmt: skip


def robust_round_sentence(one: Round) -> str:
    """How the plans of a round stand on other days."""
    return _("On other days: the middle plan is clean on {percent} of 100.").format(percent=one.median_robust)


def rule_name(scenario: Scenario, rule: str) -> str:
    """A rule's title, also of what the day was for."""
    return _("What the day was for") if rule == ACCOMPLISH else scenario.rule(rule).title


def mistake_sentence(scenario: Scenario, made: Mistake) -> str:
    """The mistake itself: what they went by, and what broke."""
    return f"{went_by(scenario, made)} {_broke(scenario, made)}"


def _broke(scenario: Scenario, made: Mistake) -> str:
    if made.rule == ACCOMPLISH:
        return _("So what the day was for did not come about in time.")
    return _("So “{rule}” was broken.").format(rule=scenario.rule(made.rule).title)


def went_by(scenario: Scenario, made: Mistake) -> str:
    """What the people of a mistake went by: `The ministers of Russia were told a time of day and no event (...).`"""
    value = made.value
    cue = cue_words(scenario, value) if isinstance(value, After | AtClock | AtDoorBy | AtOnce | OnWord) else ""
    place = door(scenario, value) if isinstance(value, str) and made.field == "door" else str(value or "")
    number = len(made.who)
    text = {
        Manner.HABIT: _habit(made.field, number),
        Manner.LOST: ngettext(
            "{who} was sent a briefing that nobody had read back; it never arrived, and the old cue won.",
            "{who} were sent a briefing that nobody had read back; it never arrived, and the old cue won.", number),
        Manner.CLOCK: ngettext("{who} was told a time of day, and no event to wait for ({what} {cue}).",
                               "{who} were told a time of day, and no event to wait for ({what} {cue}).", number),
        Manner.WORD: ngettext("{who} was told to wait for the officer's word ({what} {cue}).",
                              "{who} were told to wait for the officer's word ({what} {cue}).", number),
        Manner.ONCE: ngettext("{who} was told to wait for nothing ({what} {cue}).",
                              "{who} were told to wait for nothing ({what} {cue}).", number),
        Manner.EVENT: _event(late=_is_late(scenario, made.rule), number=number),
        Manner.TOLD: ngettext("{who} was told to take {place}.", "{who} were told to take {place}.", number),
        Manner.ORDER: ngettext("{who} was sent in by a live order.", "{who} were sent in by a live order.", number),
    }[made.manner]  # fmt: skip
    subject = addressee(scenario, made.who)
    went = capital(text.format(who=subject, what=_stage(made.field), cue=cue, place=place))
    return f"{went} {_because(scenario, made)}".rstrip()


def _because(scenario: Scenario, made: Mistake) -> str:
    """Why people are in the habit they went by, in the author's words."""
    if made.manner not in (Manner.HABIT, Manner.LOST) or made.value is None:
        return ""
    theirs = (habit for habit in scenario.habits if made.who[0] in expand(scenario, habit.who))
    said = (habit.because for habit in theirs
            if made.value in [getattr(habit.conduct, field.name) for field in fields(Conduct)])
    return next(said, "")


def _is_late(scenario: Scenario, rule: str) -> bool:
    """Whether a rule is broken by who comes too late, and not too soon."""
    return rule == ACCOMPLISH or scenario.rule(rule).terms.kind in ("longest_wait", "by", "together")


def _event(*, late: bool, number: int) -> str:
    if late:
        return ngettext("{who} was told to wait for the wrong thing, or for too long ({what} {cue}).",
                        "{who} were told to wait for the wrong thing, or for too long ({what} {cue}).", number)
    return ngettext("{who} was told to wait for the wrong thing, or for too little ({what} {cue}).",
                    "{who} were told to wait for the wrong thing, or for too little ({what} {cue}).", number)


def _stage(field: str) -> str:
    return {"set_out": _("to set out"), "sit": _("to sit down"), "leave": _("to leave")}.get(field, _("to enter"))


def _habit(field: str, number: int) -> str:
    if field == "door":
        return ngettext("{who} was told no door, and took the usual one.",
                        "{who} were told no door, and took the usual one.", number)
    if field == "place":
        return ngettext("{who} was told no seat, and took the usual one.",
                        "{who} were told no seat, and took the usual one.", number)
    if field == "sit":
        return ngettext("{who} was not told when to sit down, and did so as usual.",
                        "{who} were not told when to sit down, and did so as usual.", number)
    if field == "leave":
        return ngettext("{who} was not told when to leave, and did so as usual.",
                        "{who} were not told when to leave, and did so as usual.", number)
    return ngettext("{who} was not told when to come in, and went by habit.",
                    "{who} were not told when to come in, and went by habit.", number)


def how_many(wrong: WrongPlan, of: int) -> str:
    """How many of the class made it."""
    return _("{n} of {of} plans").format(n=len(wrong.attempts), of=of)


def caused(scenario: Scenario, wrong: WrongPlan) -> str:
    """What a wrong plan caused, on the day of its example."""
    one = wrong.example
    totals = sorted(attempt.card.total for attempt in wrong.attempts)
    points = _("These plans came to {total} points.") if totals[0] == totals[-1] else _(
        "These plans came to {low} to {total} points.")
    return f"{how_it_went(scenario, one.trace, one.card)} {points.format(low=totals[0], total=totals[-1])}"


def incident_sentence(scenario: Scenario, incident: Incident) -> str:
    """An event that broke a rule, as it was in one of the runs."""
    return sentence(scenario, incident.example)


def decisive_sentence(scenario: Scenario, contrast: Contrast) -> str:
    """The difference between two plans that decided the day, in one sentence."""
    found = contrast.decisive
    if contrast.worse.card.raw >= contrast.better.card.raw:
        return _(
            "On the day they came to the same; of {days} other days plan B is clean on {better}, plan A on {worse}."
        ).format(
            days=contrast.better.robust.days, better=contrast.better.robust.clean, worse=contrast.worse.robust.clean,
        )  # fmt: skip
    if found is None:
        return _("No single briefing decided it: only together do those of plan B bring the better day.")
    ours, theirs = found.difference.ours, found.difference.theirs
    return _(
        "Plan B told {who}: {theirs}; plan A: {ours}; with that alone plan A would have come to {total} points "
        "instead of {was}."
    ).format(
        who=addressee(scenario, found.difference.who), theirs=_apart(scenario, theirs, ours),
        ours=_apart(scenario, ours, theirs), total=found.total, was=contrast.worse.card.total,
    )  # fmt: skip


def _apart(scenario: Scenario, one: Said, other: Said) -> str:
    """What is said here and otherwise there."""
    differing = {
        field.name: getattr(one[0], field.name) for field in fields(Conduct)
        if getattr(one[0], field.name) != getattr(other[0], field.name)
    }  # fmt: skip
    read_back = one[1] and not other[1]
    return told(scenario, Conduct(**differing), read_back=read_back, escort=one[2] if one[2] != other[2] else None)


def progress_sentence(debrief: ClassDebrief) -> str:
    """How the last tries compare with the first ones of the same trainees."""
    assert debrief.before is not None
    assert debrief.after is not None
    pairs = list(zip(debrief.before.attempts, debrief.after.attempts, strict=True))
    better = sum(last.card.raw > first.card.raw for first, last in pairs)
    worse = sum(last.card.raw < first.card.raw for first, last in pairs)
    text = ngettext(
        "{n} trainee tried again. Better: {better}; the same: {same}; worse: {worse}. The middle total was {before} "
        "and is {after}; the middle plan was clean on {days_before} of 100 other days and is on {days_after}.",
        "{n} trainees tried again. Better: {better}; the same: {same}; worse: {worse}. The middle total was {before} "
        "and is {after}; the middle plan was clean on {days_before} of 100 other days and is on {days_after}.",
        len(pairs),
    )
    return text.format(
        n=len(pairs), better=better, worse=worse, same=len(pairs) - better - worse, before=debrief.before.median,
        after=debrief.after.median, days_before=debrief.before.median_robust, days_after=debrief.after.median_robust,
    )  # fmt: skip


def questions(scenario: Scenario) -> list[tuple[str, str]]:
    """Each learning point of the scenario with a question about it."""
    asked = [
        _("Which plan of this class shows it best, and which one forgot it?"),
        _("What would have happened today without it?"),
        _("Where in your own work does the same hold?"),
    ]
    return [(point, asked[nth % len(asked)]) for nth, point in enumerate(scenario.learning)]


def days_sentence(debrief: ClassDebrief) -> str:
    """Which day was played; that there were several is told, for then not all met the same circumstances."""
    if len(debrief.seeds) == 1:
        return _("Everybody played day {seed}, with the same circumstances.").format(seed=debrief.seeds[0])
    days = ", ".join(map(str, debrief.seeds[:8])) + ("…" if len(debrief.seeds) > 8 else "")
    return _("Different days were played ({days}): not everybody met the same circumstances.").format(days=days)
