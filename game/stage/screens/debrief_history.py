"""What chance drew today, and what really happened: accounts with their sources, and what was made up."""

from __future__ import annotations

from game.protocol.scenario import Account, Scenario, Source
from game.simulation.circumstances import Circumstances
from game.simulation.codes import Code
from game.simulation.trace import Trace
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.debrief_ledger import source_words
from game.wording import sentences
from game.wording.catalogue import _


def chance_rows(scenario: Scenario, circumstances: Circumstances, trace: Trace) -> list[w.Node]:
    """What was drawn for this day before it began, as far as it came to matter."""
    noticed = {scenario.rules[record.extra].id for record in trace.records if record.code == Code.NOTICED}
    rows = []
    for name, _value, words in sentences.chances(scenario, circumstances):
        kind, _colon, rest = name.partition(":")
        rule, _colon, nth = rest.rpartition(":")
        if kind != "notices" or (rule in noticed and nth == "1"):
            rows.append(w.label(f"•  {words}", size=theme.BODY))
    head = w.prose(_("Drawn before the day began, and the same whenever day {seed} is played.").format(
        seed=circumstances.seed), size=15.5)  # fmt: skip
    return [head, *rows] if rows else [head, w.note(_("Nothing was left to chance."))]


def history_rows(scenario: Scenario) -> list[w.Node]:
    """The accounts, with the differing ones marked, and what no account tells."""
    rows: list[w.Node] = []
    if not scenario.accounts:
        rows.append(w.prose(_("This day is made up; no account tells of it.")))
    rows += [_account(scenario, account) for account in scenario.accounts]
    if scenario.reconstructed:
        rows.append(w.subheading(_("Reconstructed, for no source tells it")))
        rows += [w.label(f"•  {text}") for text in scenario.reconstructed]
    if scenario.sources:
        rows.append(w.subheading(_("Sources")))
        rows += [_source(source) for source in scenario.sources]
    return rows


def _source(source: Source) -> w.Node:
    url = w.label(source.url, size=theme.SMALL, colour=theme.LINK, lines=1) if source.url else None
    return w.column(w.note(source_words(source)), url, gap=0)


def _account(scenario: Scenario, account: Account) -> w.Node:
    differs = (
        w.chip(_("told otherwise"), "caution", tooltip=_("Here the accounts differ.")) if account.differs else None
    )
    source = w.label(
        source_words(scenario.source(account.source)), size=theme.SMALL, weight="italic", colour=theme.MUTED
    )
    body = w.column(w.label(account.text, face="serif", size=16), source, gap=2, width=w.FLEX)
    return w.row(body, differs, align="start", gap=10, pad=(10, 7), box=w.Box(theme.CARD, theme.HAIRLINE))
