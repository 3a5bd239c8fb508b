"""What really happened, with the sources: told when the day is over."""

from __future__ import annotations

from typing import Any

from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.sources import origin


def accounts(scenario: Scenario) -> list[dict[str, Any]]:
    """Each account with where it comes from, and whether others tell it otherwise."""
    found = []
    for account in scenario.accounts:
        source = scenario.source(account.source)
        known = _("{title}; {origin}").format(title=source.title, origin=origin(source)) if source else _("no source")
        found.append({
            "text": account.text, "source": known, "differs": _("told otherwise") if account.differs else "",
        })  # fmt: skip
    return found


def without_accounts() -> str:
    """What is said of a day of which none tells."""
    return _("This day is made up; no account tells of it.")
