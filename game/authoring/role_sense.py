"""Officers of the house and people who come uninvited are named only where they can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.authoring.chances import instead, key_of, whom
from game.authoring.draft import Draft
from game.authoring.problems import Wrong
from game.authoring.tree import Path
from game.wording.catalogue import _

_NOT_OF_OFFICERS: Final = ("blocked", "eager", "misheard")
"""What does not befall officers: they know the house and are told things face to face."""

_INSIDE: Final = ("sit", "leave")

Spot = tuple[str, Path]


def role_problems(draft: Draft) -> Iterator[tuple[Path, Wrong]]:
    """Where somebody is named who cannot be meant there, and why."""
    officers = {officer.id for officer in draft.model.officers}
    uninvited = {person.id for person in draft.model.people if person.uninvited is not None}
    for name, path in _of_guests(draft):
        if name in uninvited:
            yield path, Wrong(
                "role",
                _("`{who}` comes uninvited and cannot be named here.").format(who=name),
                _("Nobody can count on it; the key `uninvited` says how often that happens."),
            )
    for name, path in (*_spots(draft.model.accomplish.who, ("accomplish", "who")), *_of_programme(draft)):
        if name in officers:
            yield path, Wrong(
                "role",
                _("`{who}` is an officer of the house and cannot be named here.").format(who=name),
                _("Officers are there from the beginning, know the house, and do not go in."),
            )
    yield from _chairs(draft)


def _spots(names: Sequence[str], path: Path) -> Iterator[Spot]:
    return ((name, (*path, n)) for n, name in enumerate(names))


def _of_guests(draft: Draft) -> Iterator[Spot]:
    """Where everybody named is counted on."""
    for key, names in draft.model.groups.items():
        yield from _spots(names, ("groups", key))
    yield from _spots(draft.model.accomplish.who, ("accomplish", "who"))
    yield from _arrivals(draft)


def _arrivals(draft: Draft) -> Iterator[Spot]:
    for n, arrival in draft.arrivals():
        yield from _spots(arrival.arrive, ("programme", n, "arrive"))


def _of_programme(draft: Draft) -> Iterator[Spot]:
    """Where the programme names people to whom something happens that befalls no officer."""
    yield from _arrivals(draft)
    for n, entry in draft.chances():
        said, key = instead(entry), key_of(entry)
        inside = said is not None and any(getattr(said, field) is not None for field in _INSIDE)
        if key in _NOT_OF_OFFICERS or inside:
            yield from _spots(whom(entry), ("programme", n, key))


def _chairs(draft: Draft) -> Iterator[tuple[Path, Wrong]]:
    """Where a chair may be missing that nobody sets."""
    marks = {seat.id for seat in draft.model.room.seats if not seat.chair}
    for seat, path in draft.seats_of_chances():
        if seat in marks:
            yield path, Wrong("role", _("At `{seat}` there is no chair that could be missing.").format(seat=seat))


