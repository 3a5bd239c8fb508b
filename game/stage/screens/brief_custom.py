"""The custom of the house: every rule in a plain sentence, how grave, from where, how sure we are."""

from __future__ import annotations

from game.protocol.rules import Confidence, Does, Gravity, Rule
from game.protocol.scenario import Scenario
from game.stage import widgets as w
from game.stage.screens.brief_pieces import reconstructed
from game.stage.screens.brief_words import gravity_sentence
from game.wording.catalogue import _, ngettext
from game.wording.customs import custom
from game.wording.phrases import capital
from game.wording.sources import confidence_words, origin

_HEAVIEST_FIRST = (Gravity.GRAVE, Gravity.SERIOUS, Gravity.MODERATE, Gravity.SLIGHT)
_TONES = {
    Gravity.GRAVE: "alarm",
    Gravity.SERIOUS: "alarm_soft",
    Gravity.MODERATE: "caution",
    Gravity.SLIGHT: "plain",
}


def section(scenario: Scenario) -> w.Node:
    """All rules in force here, the gravest first."""
    rules = sorted(scenario.rules, key=lambda rule: _HEAVIEST_FIRST.index(rule.gravity))
    count = ngettext("{count} rule", "{count} rules", len(rules)).format(count=len(rules))
    intro = _("There is no universal order of entry. What counts is the custom of this house: {count}.")
    intro = intro.format(count=count)
    if any(rule.reconstructed for rule in rules):
        intro += " " + _("What is marked reconstructed has no source.")
    return w.column(
        w.note(intro, size=w.theme.BODY),
        *(_card(scenario, rule) for rule in rules),
        gap=10,
    )  # fmt: skip


def _card(scenario: Scenario, rule: Rule) -> w.Node:
    chips = [w.chip(gravity_sentence(rule.gravity), _TONES[rule.gravity])]
    if rule.reconstructed:
        chips.append(reconstructed())
    return w.panel(
        w.flow(w.label(rule.title, weight="semibold", size=15), *chips, gap=8),
        w.prose(custom(scenario, rule)),
        w.note(_reaction(rule)) if rule.house else None,
        w.note(_origin(scenario, rule)) if rule.source or not rule.reconstructed else None,
        id=f"rule.{rule.id}", label=rule.title, pad=(14, 10), gap=4,
        fill=w.theme.WHITE, border=w.theme.HAIRLINE,
    )  # fmt: skip


def _reaction(rule: Rule) -> str:
    house = rule.house
    assert house is not None
    text = {
        Does.SENDS_OUT: _("If it is broken and nobody acts, {by} sends people out."),
        Does.HALTS: _("If it is broken and nobody acts, {by} turns back whoever is on the way; who is in stays."),
        Does.REMARKS: _("If it is broken and nobody acts, {by} says so before everybody; nobody has to go."),
        Does.NOTES: _("If it is broken, {by} notices."),
    }[house.does]
    if house.does is Does.SENDS_OUT and house.cuts_away is not None:
        text = _("If it is broken and nobody acts, {by} sends people out and the broadcast cuts away.")
    return text.format(by=house.by or _("the house"))


def _origin(scenario: Scenario, rule: Rule) -> str:
    source = scenario.source(rule.source) if rule.source else None
    sure = confidence_words(rule.confidence)
    if source is None:
        return capital(sure) + "."
    told = origin(source)
    if rule.confidence is Confidence.DESIGN:
        return _("After {origin}; made for this scenario").format(origin=told)
    return _("Source: {origin} · how sure: {sure}").format(origin=told, sure=sure)
