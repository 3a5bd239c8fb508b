"""axe-core on a page: what it finds of the impacts that keep somebody out, and the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from tests.browser import needs

GRAVE: Final = {"serious", "critical"}


@dataclass(slots=True)
class Audit:
    """Looks at pages as they come; `grave` keeps somebody out, `slight` are the other findings."""

    pages: list[str] = field(default_factory=list)
    grave: list[str] = field(default_factory=list)
    slight: list[str] = field(default_factory=list)

    def look(self, name: str, page: Any) -> None:
        """Have axe look at a page as it is now."""
        script = needs.axe()
        assert script is not None
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(script.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        self.pages.append(name)
        for one in found["violations"]:
            where = "; ".join(node["target"][0] if node["target"] else "" for node in one["nodes"][:4])
            line = f"{name}: {one['impact']}: {one['id']}: {one['help']} ({len(one['nodes'])}: {where})"
            (self.grave if one["impact"] in GRAVE else self.slight).append(line)


def both(*looks: Callable[[str, Any], None]) -> Callable[[str, Any], None]:
    """Several looks at the same screen, one after another."""
    def look(name: str, page: Any) -> None:
        for each in looks:
            each(name, page)

    return look
