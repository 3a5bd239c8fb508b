"""Pieces of a scene that several kinds of events share."""

from __future__ import annotations

from collections.abc import Iterable

from game.authoring.generating.scene import Entrant, Hall, Human, Pairs, Party, State, Take


def ids(entrants: Iterable[Entrant]) -> list[str]:
    """The ids of several."""
    return [entrant.id for entrant in entrants]


def several(entrants: Iterable[Entrant]) -> str:
    """Several people as a list in the file."""
    return f"[{', '.join(ids(entrants))}]"


def events(entrants: Iterable[Entrant], moment: str) -> str:
    """What must have happened to each of them, as a list in the file."""
    return f"[{', '.join(f'{one} {moment}' for one in ids(entrants))}]"


def party(state: State, side: str, more: Pairs = ()) -> Party:
    """A state as a delegation; whoever is not of the house has an opposite number."""
    opposite = (("opposite_number", f"{state.name}'s chief of protocol"),) if side != "host" else ()
    return Party(state.id, state.full, state.name, side, state.flag, (*more, *opposite))


def officer(human: Human, office: str, of: str, holds: str) -> Pairs:
    """Somebody of the house's staff."""
    named = (("id", human.id), ("name", human.name), ("short", human.family), ("office", office))
    return (*named, ("of", of), ("holds", holds))


def has_usher(take: Take, percent: int = 40) -> bool:
    """Whether the house has somebody of its own to take people in: from level 4 on, in so many of a hundred."""
    return take.level >= 4 and take.draws.happens(percent, "usher")


def the_name(hall: Hall, room: str) -> str:
    """The name of a holding room, as it stands within a sentence."""
    return f"the {dict(dict(hall.holding)[room])['name']}"


def the_room(hall: Hall, role: str) -> str:
    """The name of the holding room of a party."""
    return the_name(hall, hall.rooms[role])


def the_door(hall: Hall, door: str) -> str:
    """The name of a door within a sentence, without article."""
    return dict(dict(hall.doors)[door])["name"].lower()


def counted(count: int) -> str:
    """A small number in a word."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[count] if count < len(words) else str(count)


def shares(total: int, among: int) -> list[int]:
    """So many people shared out, the first getting one more where it does not come out even."""
    return [total // among + (1 if nth < total % among else 0) for nth in range(among)]


def listed(words: Iterable[str]) -> str:
    """Words with commas and an `and`."""
    *most, last = list(words)
    return f"{', '.join(most)} and {last}" if most else last
