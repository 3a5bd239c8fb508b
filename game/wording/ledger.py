"""Every line of the ledger as a sentence, and its short title."""

from __future__ import annotations

from game.protocol.plan import Order, Verb
from game.protocol.scenario import Scenario
from game.scoring.line import COST, MERIT, Line
from game.wording.catalogue import _, ngettext
from game.wording.findings import breach_sentence, person_or_office
from game.wording.phrases import capital, clock, how_long, order_words, people, seen_by


def sentence(scenario: Scenario, line: Line) -> str:
    """A ledger line as one plain sentence or two."""
    if line.kind == MERIT:
        return _merit(line)
    return _cost(scenario, line) if line.kind == COST else breach_sentence(scenario, line)


def title(scenario: Scenario, line: Line) -> str:
    """What a line is about in a few words: the rule's title, or the name of the cost."""
    if line.kind == MERIT:
        return _("Recovered: {rule}").format(rule=scenario.rule(line.rule).title)
    costs = {
        "cost.missed": _("The day missed its aim"),
        "cost.correction": _("People sent out"),
        "cost.remark": _("A remark before everybody"),
        "cost.cut": _("The broadcast cut away"),
        "cost.late": _("Later than planned"),
        "cost.standing": _("Kept standing"),
        "cost.order": _("A live order"),
    }
    return costs.get(line.message) or scenario.rule(line.rule).title


def _cost(scenario: Scenario, line: Line) -> str:
    values = dict(line.values)
    match line.message:
        case "cost.missed":
            return _missed(scenario, line)
        case "cost.correction":
            return capital(
                _("{by} sent {who} out of the room, {seen}.").format(
                    by=person_or_office(
                        scenario, str(values["by"]) or ("official" if values["broken"] else "officer")
                    ),
                    who=people(scenario, line.offenders),
                    seen=seen_by(line.seen_by.word),
                )
            )
        case "cost.remark":
            return _remark(scenario, line)
        case "cost.cut":
            lasted = how_long(line.until - line.at)
            if values["by"] == "officer":
                return _("At your word the broadcast left the room for {how_long}.").format(how_long=lasted)
            return _("The broadcast left the room for {how_long}.").format(how_long=lasted)
        case "cost.late":
            return _("Everybody was in place only at {clock}, {how_long} later than planned.").format(
                clock=clock(line.until), how_long=how_long(line.until - line.at)
            )
        case "cost.standing":
            longest = values["longest"]
            return ngettext(
                "{who} was kept standing at a door for {how_long}.",
                "{who} were kept standing at a door, the longest for {how_long}.",
                len(line.offenders),
            ).format(
                who=people(scenario, line.offenders),
                how_long=how_long(longest if isinstance(longest, int) else 0),
            )
        case _:
            order = Order(line.at, Verb(str(values["verb"])), str(values["target"]))
            return _("You had to improvise: {order}.").format(order=order_words(scenario, order))


def _remark(scenario: Scenario, line: Line) -> str:
    values = {
        "by": person_or_office(scenario, str(line.value("by")) or "official"),
        "rule": scenario.rule(str(line.value("broken"))).title,
        "seen": seen_by(line.seen_by.word),
    }
    if not line.offenders:
        return capital(_("{by} remarked aloud that “{rule}” was broken, {seen}.").format(**values))
    text = _("{by} remarked aloud to {who} that “{rule}” was broken, {seen}.")
    return capital(text.format(who=people(scenario, line.offenders), **values))


def _missed(scenario: Scenario, line: Line) -> str:
    by = clock(line.at)
    missing = people(scenario, line.offenders)
    if not line.offenders:
        return _("At {clock} not everybody had come to their places.").format(clock=by)
    if line.value("seated"):
        text = ngettext(
            "At {clock} the day had missed its aim: {who} was not seated.",
            "At {clock} the day had missed its aim: {who} were not seated.",
            len(line.offenders),
        )
    else:
        text = ngettext(
            "At {clock} the day had missed its aim: {who} was not in place.",
            "At {clock} the day had missed its aim: {who} were not in place.",
            len(line.offenders),
        )
    return text.format(clock=by, who=missing)


def _merit(line: Line) -> str:
    return {
        Verb.QUIET_WORD.value: _("Your quiet word ended it before the house had to act."),
        Verb.RECALL.value: _("Your recall ended it before the house had to act."),
        Verb.CUT_AWAY.value: _("You cut away, and that ended it before the house had to act."),
    }[str(line.value("verb"))]
