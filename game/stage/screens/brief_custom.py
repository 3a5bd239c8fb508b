"""The custom of the house: every rule in a plain sentence, how grave, from where, how sure we are."""

from __future__ import annotations

from game.protocol.rules import Gravity, Rule
from game.protocol.scenario import Scenario
from game.stage import widgets as w
from game.stage.screens.brief_pieces import reconstructed
from game.wording.catalogue import _, ngettext
from game.wording.customs import custom
from game.wording.dossier import HEAVIEST_FIRST, gravity_sentence, reaction, rule_origin

_TONES = {
    Gravity.GRAVE: "alarm",
    Gravity.SERIOUS: "alarm_soft",
    Gravity.MODERATE: "caution",
    Gravity.SLIGHT: "plain",
}


def section(scenario: Scenario) -> w.Node:
    """All rules in force here, the gravest first."""
    rules = sorted(scenario.rules, key=lambda rule: HEAVIEST_FIRST.index(rule.gravity))
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
        w.note(reaction(rule)) if rule.house else None,
        w.note(rule_origin(scenario, rule)) if rule.source or not rule.reconstructed else None,
        id=f"rule.{rule.id}", label=rule.title, pad=(14, 10), gap=4,
        fill=w.theme.WHITE, border=w.theme.HAIRLINE,
    )  # fmt: skip
