"""What the dossier and the list of scenarios say in words: difficulty, gravity, sides."""

from __future__ import annotations

from typing import Final

from game.protocol.people import Side
from game.protocol.rules import Confidence, Does, Gravity, Rule
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.phrases import capital, clock, everyone, who
from game.wording.sources import confidence_words, origin

HEAVIEST_FIRST: Final = (Gravity.GRAVE, Gravity.SERIOUS, Gravity.MODERATE, Gravity.SLIGHT)

HARDEST: Final = 5
"""The scale of difficulty goes from 1 to this."""


def difficulty_words(difficulty: int) -> str:
    """How hard a scenario is, in a word or two."""
    words = (_("a first lesson"), _("easy"), _("demanding"), _("hard"), _("very hard"))
    return words[max(1, min(HARDEST, difficulty)) - 1]


def difficulty_marks(difficulty: int) -> str:
    """How hard a scenario is, as marks: three of five are `●●●○○`."""
    full = max(1, min(HARDEST, difficulty))
    return "●" * full + "○" * (HARDEST - full)


def gravity_sentence(gravity: Gravity) -> str:
    """How heavily a breach weighs, for a chip."""
    return {
        Gravity.SLIGHT: _("slight if broken"),
        Gravity.MODERATE: _("moderate if broken"),
        Gravity.SERIOUS: _("serious if broken"),
        Gravity.GRAVE: _("grave if broken"),
    }[gravity]


def side_words(side: Side) -> str:
    """Which side a delegation is."""
    return {Side.HOST: _("host"), Side.GUEST: _("guest"), Side.EQUAL: _("equal")}[side]


def aim_sentence(scenario: Scenario) -> str:
    """What the day is for, in a sentence or two."""
    aim = scenario.aim
    names = capital(everyone([who(scenario, name) for name in aim.who]))
    seated, standing = _("{who} seated by {by} at the latest."), _("{who} in place by {by} at the latest.")
    text = seated if aim.seated else standing
    said = text.format(who=names, by=clock(aim.by))
    if aim.due == aim.by:
        return said
    return said + " " + _("Planned is {due}; later than that costs points.").format(due=clock(aim.due))


def reaction(rule: Rule) -> str:
    """What the house does where a rule is broken and nobody acts; empty where it does nothing."""
    house = rule.house
    if house is None:
        return ""
    text = {
        Does.SENDS_OUT: _("If it is broken and nobody acts, {by} sends people out."),
        Does.HALTS: _("If it is broken and nobody acts, {by} turns back whoever is on the way; who is in stays."),
        Does.REMARKS: _("If it is broken and nobody acts, {by} says so before everybody; nobody has to go."),
        Does.NOTES: _("If it is broken, {by} notices."),
    }[house.does]
    if house.does is Does.SENDS_OUT and house.cuts_away is not None:
        text = _("If it is broken and nobody acts, {by} sends people out and the broadcast cuts away.")
    return text.format(by=house.by or _("the house"))


def rule_origin(scenario: Scenario, rule: Rule) -> str:
    """Where a rule comes from, and how sure that makes us."""
    source = scenario.source(rule.source) if rule.source else None
    sure = confidence_words(rule.confidence)
    if source is None:
        return capital(sure) + "."
    told = origin(source)
    if rule.confidence is Confidence.DESIGN:
        return _("After {origin}; made for this scenario").format(origin=told)
    return _("Source: {origin} · how sure: {sure}").format(origin=told, sure=sure)
