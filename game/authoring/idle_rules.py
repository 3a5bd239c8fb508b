"""Rules that concern nobody, and what the house would do in vain."""

from __future__ import annotations

from dataclasses import fields

from game.authoring.draft import Draft
from game.authoring.members import members
from game.authoring.problems import Wrong
from game.authoring.shape import Fitting
from game.protocol.rules import TermType
from game.simulation.kinds.registry import registry
from game.wording.catalogue import _


def idle_rules(draft: Draft, fitting: Fitting) -> None:
    """Note rules about nobody and reactions of the house that change nothing."""
    for n, rule in enumerate(draft.rules):
        exempt = set(members(draft.model, rule.part.exempt))
        terms = fields(registry()[rule.part.kind].terms)
        named = [term.name for term in terms if term.metadata["type"] is TermType.PEOPLE]
        for key in named if exempt else ():
            who = members(draft.model, getattr(rule.terms, key))
            if who and set(who) <= exempt:
                sentence = _("Everybody in `{key}` is among those of `except`, so this rule is about nobody.")
                fitting.refuse(("rules", n, "except"), Wrong("rule-nobody", sentence.format(key=key)))
        _house(draft, fitting, n)


def _house(draft: Draft, fitting: Fitting, n: int) -> None:
    house = draft.rules[n].part.house
    if house is None:
        return
    if house.recalls is not None and house.does is None and house.sends_out is False:
        sentence = _("Nobody is sent out for this rule, so nobody can be called back.")
        hint = _("Write sends_out: yes, or take `recalls` out.")
        fitting.refuse(("rules", n, "house", "recalls"), Wrong("house-idle", sentence, hint))
    if house.cuts_away is not None and draft.on_air() is None:
        sentence = _("There is no on_air in the programme, so there is nothing to cut away from.")
        fitting.refuse(("rules", n, "house", "cuts_away"), Wrong("house-idle", sentence))
