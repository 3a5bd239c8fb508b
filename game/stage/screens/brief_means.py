"""Your means: the liaison's minutes, read-backs, escorts, the radio; and the sources of the scenario."""

from __future__ import annotations

from game.protocol.scenario import Scenario, Source
from game.stage import widgets as w
from game.stage.screens.brief_pieces import block, bullet, fact, lines
from game.wording.catalogue import _, ngettext
from game.wording.means import before_the_doors_open, while_it_happens
from game.wording.sources import origin


def section(scenario: Scenario) -> w.Node:
    """What one can spend before the doors open, and what one can do after."""
    before = [fact(*means) for means in before_the_doors_open(scenario)]
    after = [fact(*means) for means in while_it_happens(scenario)]
    return w.column(
        block(
            _("Before the doors open"), w.note(_("You brief people: which door, and on which cue.")),
            lines(before),
        ),
        block(
            _("While it happens"),
            w.note(_("You can hold, release, call in, call back, hold a door, cut away.")),
            w.note(_("Officers of the house can be sent to a door, told to let people in, and called off."))
            if scenario.officers else None,
            lines(after),
        ),
        gap=20,
    )  # fmt: skip


def sources(scenario: Scenario) -> w.Node:
    """How sure the accounts are: where everything comes from, and what no source gives."""
    differing = sum(account.differs for account in scenario.accounts)
    told = ""
    if scenario.accounts:
        told = ngettext(
            "{count} account of what really happened", "{count} accounts of what really happened",
            len(scenario.accounts),
        ).format(count=len(scenario.accounts))  # fmt: skip
        told += _(", in {differing} of which others tell it otherwise. The debrief compares them.").format(
            differing=differing) if differing else _(". The debrief shows them.")  # fmt: skip
    invented = _("Countries, people and events of this scenario are invented.") if scenario.fictional else ""
    return w.column(
        w.prose(invented) if invented else None,
        w.prose(told) if told else None,
        block(_("Sources"), lines(map(_source, scenario.sources))) if scenario.sources else None,
        block(
            _("Reconstructed"), w.note(_("No source gives these; they were made for this scenario.")),
            *map(bullet, scenario.reconstructed),
        ) if scenario.reconstructed else None,
        gap=20,
    )  # fmt: skip


def _source(source: Source) -> w.Node:
    return w.column(
        w.label(source.title, weight="semibold"),
        w.note(origin(source)),
        w.label(source.url, size=w.theme.SMALL, colour=w.theme.LINK, lines=1) if source.url else None,
        gap=1, id=f"source.{source.id}",
    )  # fmt: skip
