"""All rule kinds by name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from game.simulation import kinds
from game.simulation.kinds.base import RuleKind

_NOT_KINDS = ("base", "registry")


@cache
def registry() -> dict[str, RuleKind]:
    """Every rule kind by the name it has in YAML, alphabetically: one for each module of this package."""
    modules = sorted(info.name for info in iter_modules(kinds.__path__) if info.name not in _NOT_KINDS)
    found: list[RuleKind] = [import_module(f"{kinds.__name__}.{name}").KIND for name in modules]
    return {kind.name: kind for kind in found}
