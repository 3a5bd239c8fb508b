"""The command that tells the rules a scenario can have: `after-you rules`."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Final

from game import console
from game.wording.catalogue import _, language

if TYPE_CHECKING:
    from game.report.rulebook import Use
    from game.simulation.kinds.base import RuleKind

DONE: Final = 0


def rules(arguments: argparse.Namespace) -> int:
    """`after-you rules [KIND] [--json]`. Raises ProblemsFound for a kind that there is not."""
    from game.report.rulebook import rulebook_json
    from game.report.rulebook_text import kind_text, rulebook_text

    kinds = _meant(arguments.kind)
    if arguments.json:
        console.say(json.dumps(rulebook_json(kinds, _used(kinds)), ensure_ascii=False, indent=2))
    elif arguments.kind is None:
        console.say(rulebook_text(kinds))
    else:
        console.say(kind_text(kinds[0], _used(kinds)))
    return DONE


def _meant(name: str | None) -> tuple[RuleKind, ...]:
    """The kind of this name, also written with hyphens, or all."""
    from game.simulation.kinds.registry import registry

    if name is None:
        return tuple(registry().values())
    kind = registry().get(name.replace("-", "_"))
    if kind is None:
        raise _unknown(name, list(registry()))
    return (kind,)


def _unknown(name: str, known: list[str]) -> Exception:
    from game.authoring.problems import WHOLE_FILE, Findings, ProblemsFound, Wrong
    from game.authoring.suggest import did_you_mean, short

    findings = Findings(short(name) or '""')
    sentence = _("There is no kind of rule called `{kind}`.").format(kind=short(name))
    findings.add(WHOLE_FILE, Wrong("rule-kind", sentence, did_you_mean(name.replace("-", "_"), known)))
    return ProblemsFound(findings.sorted())


def _used(kinds: tuple[RuleKind, ...]) -> tuple[Use, ...]:
    """The rules of these kinds in the shipped scenarios."""
    from game.authoring.library import find, shipped
    from game.authoring.load import load_scenario
    from game.report.rulebook import uses

    return uses((load_scenario(find(name), language()) for name in shipped()), kinds)
