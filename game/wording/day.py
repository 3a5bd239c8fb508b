"""How the day went, in a sentence or two; what chance drew; how it would go on other days."""

from __future__ import annotations

from collections import Counter

from game.planning.robust import ACCOMPLISH, Robust
from game.protocol.scenario import Scenario
from game.scoring.outcome import CLEAN, FAILED, outcome
from game.scoring.scorecard import Scorecard
from game.simulation.kinds.base import Figure
from game.simulation.trace import Trace
from game.wording.catalogue import _, ngettext
from game.wording.ledger import sentence
from game.wording.phrases import clock, how_long, people, seen_by


def grade_word(grade: str) -> str:
    """What a grade means, in a word or two."""
    return {
        "A": _("impeccable"),
        "B": _("good"),
        "C": _("passable"),
        "D": _("embarrassing"),
        "E": _("painful"),
        "F": _("an incident"),
    }[grade]


def figure_name(figure: Figure) -> str:
    """A figure of the scorecard by its name."""
    return {
        Figure.PRECEDENCE: _("Precedence"),
        Figure.PUNCTUALITY: _("Punctuality"),
        Figure.COURTESY: _("Courtesy"),
        Figure.COMPOSURE: _("Composure"),
    }[figure]


def how_it_went(scenario: Scenario, trace: Trace, card: Scorecard) -> str:
    """Two sentences at most: whether the day reached its aim, and what was broken before whom."""
    return f"{_aim(scenario, trace, card)} {_broken(scenario, card)}"


def outcome_sentence(scenario: Scenario, trace: Trace, card: Scorecard) -> str:
    """How the day went, in the author's own words where the scenario has them, else in ours."""
    key, text = outcome(scenario, trace, card)
    return text or {
        FAILED: _("The day did not come to what it was for."),
        CLEAN: _("A day as the house would wish it: everybody in place, and nothing broken."),
        "A": _("Hardly anybody will remember that something went wrong."),
        "B": _("A good day, with a blemish or two."),
        "C": _("The day passed; those who know the custom will have noticed."),
        "D": _("The day came to its end, and people will talk about it."),
        "E": _("A painful day: what was seen of it was mostly what went wrong."),
        "F": _("This day will be remembered for what went wrong."),
    }[key]


def _aim(scenario: Scenario, trace: Trace, card: Scorecard) -> str:
    done, due = trace.accomplished_at, scenario.aim.due
    if not trace.accomplished or done is None:
        return sentence(scenario, next(line for line in card.ledger if line.message == "cost.missed"))
    if done > due:
        return _("Everybody was in place at {clock}, {how_long} later than planned.").format(
            clock=clock(done), how_long=how_long(done - due)
        )
    return _("Everybody was in place at {clock}, in time.").format(clock=clock(done))


def _broken(scenario: Scenario, card: Scorecard) -> str:
    broken = [line for line in card.ledger if line.is_breach]
    if not broken:
        return _("No rule of the house was broken.")
    by_rule: Counter[str] = Counter()
    for line in broken:
        by_rule[line.rule] += -line.points
    worst = max(by_rule, key=lambda rule: by_rule[rule])
    of_worst = [line for line in broken if line.rule == worst]
    offenders = tuple(dict.fromkeys(person for line in of_worst for person in line.offenders))
    seen = max(line.seen_by for line in of_worst).word
    text = ngettext(
        "{count} breach of protocol: “{rule}” ({who}, {seen}).",
        "{count} breaches of protocol. The costliest: “{rule}” ({who}, {seen}).",
        len(broken),
    )
    return text.format(
        count=len(broken),
        rule=scenario.rule(worst).title,
        who=people(scenario, offenders),
        seen=seen_by(seen),
    )


def robust_sentence(scenario: Scenario, result: Robust) -> str:
    """The plan on other days, and what it failed by most often."""
    head = _("The same plan on {days} other days: clean on {clean}.").format(
        days=result.days, clean=result.clean
    )
    return f"{head} {cause_sentence(scenario, result)}".rstrip()


def cause_sentence(scenario: Scenario, result: Robust) -> str:
    """The commonest cause of failure; empty where no day failed."""
    if result.commonest is None:
        return ""
    if result.commonest == ACCOMPLISH:
        return ngettext(
            "Commonest cause: not everybody was in place in time (on {count} day).",
            "Commonest cause: not everybody was in place in time (on {count} days).",
            result.count,
        ).format(
            count=result.count
        )
    rule = scenario.rule(result.commonest).title
    return ngettext(
        "Commonest cause: “{rule}” was broken (on {count} day).",
        "Commonest cause: “{rule}” was broken (on {count} days).",
        result.count,
    ).format(rule=rule, count=result.count)
