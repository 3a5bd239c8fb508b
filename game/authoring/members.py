"""Who is behind the names in a file that is still being checked."""

from __future__ import annotations

from collections.abc import Sequence

from game.authoring.known import LEADERS
from game.authoring.model import ScenarioPart


def members(model: ScenarioPart, names: Sequence[str]) -> list[str]:
    """The ids of the people whom these names mean, in the order of the file; the officers of the house last.

    Officers and who comes uninvited are meant only where they are named themselves.
    """
    found = []
    for person in model.people:
        if person.uninvited:
            found += [person.id] if person.id in names else []
            continue
        own = {person.id, person.of, "all", *(f"{person.of}.{group}" for group in person.groups)}
        own |= {LEADERS} if person.principal and LEADERS not in model.groups else set()
        grouped = {key for key, members in model.groups.items() if own & set(members)}
        if (own | grouped) & set(names):
            found.append(person.id)
    return [*found, *(officer.id for officer in model.officers if officer.id in names)]
