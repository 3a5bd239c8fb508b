"""Replay files (`.afteryou.json`): scenario id and fingerprint, rules version, seed, plan and orders.

That is all a run is made of, so a replay shows the same run, event for event, or refuses in plain words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Any, Final

from game.attempt.fingerprint import RULES_VERSION, fingerprint
from game.attempt.spelling import SpellingError, plan_data, read_order, read_plan
from game.attempt.store import LARGEST, write_text
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.wording.catalogue import _

FORMAT: Final = 1
SUFFIX: Final = ".afteryou.json"


class ReplayRefused(ValueError):
    """A replay that cannot be shown. `code` is closed: unreadable, damaged, other-format, other-scenario,
    scenario-changed, rules-changed; the text is a sentence for the player."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Replay:
    """A run as what it is made of. `scenario_hash` is the fingerprint of the scenario it was played on."""

    scenario_id: str
    scenario_hash: str
    seed: int
    plan: Plan
    orders: tuple[Order, ...] = ()
    rules_version: int = RULES_VERSION

    @classmethod
    def of(cls, scenario: Scenario, seed: int, plan: Plan, orders: tuple[Order, ...] = ()) -> Replay:
        """The replay of a run of this scenario."""
        return cls(scenario.id, fingerprint(scenario), seed, plan, tuple(orders))

    def verify(self, scenario: Scenario) -> None:
        """Return if this replay is of exactly this scenario and these rules; raises ReplayRefused."""
        if self.scenario_id != scenario.id:
            raise ReplayRefused("other-scenario", _("This replay is of “{its}”, not of “{other}”.").format(
                its=self.scenario_id, other=scenario.id))
        if self.rules_version != RULES_VERSION:
            raise ReplayRefused("rules-changed", _(
                "This replay was made with version {its} of the rules; this game has version {ours}."
            ).format(its=self.rules_version, ours=RULES_VERSION))
        if self.scenario_hash != fingerprint(scenario):
            raise ReplayRefused("scenario-changed", _(
                "The scenario “{id}” has changed since this replay was made; the run would not be the same."
            ).format(id=scenario.id))


def print_replay(replay: Replay) -> str:
    """The text of a replay file; `parse_replay` of it is the same replay."""
    data = {
        "format": FORMAT,
        "scenario": replay.scenario_id,
        "scenario_hash": replay.scenario_hash,
        "rules_version": replay.rules_version,
        "seed": replay.seed,
        "plan": plan_data(replay.plan),
        "orders": [str(order) for order in replay.orders],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def parse_replay(text: str) -> Replay:
    """The replay a text spells; raises ReplayRefused."""
    try:
        data = json.loads(text)
        if not isinstance(data, dict):
            raise SpellingError(text[:80])
        if _typed(data, "format", int) != FORMAT:
            raise ReplayRefused("other-format", _("This is no replay that this game can read."))
        orders = tuple(read_order(order) for order in _typed(data, "orders", list))
        return Replay(
            _typed(data, "scenario", str), _typed(data, "scenario_hash", str), _typed(data, "seed", int),
            read_plan(data.get("plan")), orders, _typed(data, "rules_version", int),
        )  # fmt: skip
    except ReplayRefused:
        raise
    except (ValueError, RecursionError, AttributeError) as error:
        raise ReplayRefused("damaged", _("This replay file is damaged.")) from error


def load_replay(path: Path) -> Replay:
    """The replay in a file; raises ReplayRefused. Whether it fits a scenario says `Replay.verify`."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):  # a pipe or a device may never come to an end
            raise ReplayRefused("unreadable", _("{path} is not an ordinary file.").format(path=path))
        if found.st_size > LARGEST:
            raise ReplayRefused("damaged", _("{path} is too large for a replay file.").format(path=path))
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = _("{path} cannot be read ({reason}).").format(path=path, reason=reason)
        raise ReplayRefused("unreadable", sentence) from error
    except UnicodeError as error:
        raise ReplayRefused("damaged", _("This replay file is damaged.")) from error
    return parse_replay(text)


def save_replay(replay: Replay, path: Path) -> str:
    """Write a replay file, whole or not at all; returns a notice for the player when that fails."""
    return write_text(path, print_replay(replay))


def _typed(data: dict[str, Any], key: str, kind: type) -> Any:
    found = data.get(key)
    if type(found) is not kind:
        raise SpellingError(f"{key}: {found!r}"[:80])
    return found
