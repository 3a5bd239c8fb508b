"""What kind of day it is: how late people are, what gets lost, who does as he likes. The harder the more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.authoring.generating.scene import Clock, Human, Pairs, Take
from game.authoring.generating.writing import quoted
from game.protocol.units import HOUR, MINUTE


@dataclass(frozen=True, slots=True)
class Day:
    """How late whoever comes late is (seconds), what of it everybody reckons with, how often messages are lost (%)."""

    low: int
    high: int
    nominal: int
    lost: int
    minutes: int


def day(take: Take) -> Day:
    """The day of a take: by its level, made kinder or harder by its strain."""
    draws, strain = take.draws, take.strain
    wobble = draws.between(0, 20, 5, "lateness")
    if take.level == 1:
        return Day(0, max(40, 80 + wobble + 15 * strain), 20, max(2, 8 + 2 * strain), 4)
    if take.level == 2:
        return Day(40, max(150, 230 + wobble + 20 * strain), 120, max(2, 5 + 2 * strain), 4)
    # From here on people come later than the minute that a timetable allows for.
    if take.level == 3:
        width = max(40, 90 + wobble + 15 * strain)
        return Day(70, 70 + width, 70 + width // 10 * 5, max(1, 3 + 2 * strain), 3)
    width = max(50, 100 + wobble + 15 * strain)
    lost = max(4, (20 if take.level == 4 else 15) + 4 * strain)
    nominal = 65 if strain >= -2 else 65 + width // 20 * 5
    return Day(65, 65 + width, nominal, lost, 3 + draws.below(2, "minutes") + max(0, -strain))


def clock(take: Take, day: Day, after: int) -> Clock:
    """The morning: people arrive two minutes in, and `after` the latest arrival everything has to be done."""
    hour, quarter = take.world.between(9, 17, 1, "hour"), take.world.pick((0, 15, 30, 45), "quarter")
    start = hour * HOUR + quarter * MINUTE
    due = (120 + day.high + after + 29) // 30 * 30
    return Clock(start, 120, due, due + 120, due + 180)


def date(take: Take) -> str:
    """A day in a year to come."""
    year, month = take.world.between(2031, 2038, 1, "year"), take.world.between(1, 12, 1, "month")
    return f"{year}-{month:02}-{take.world.between(1, 28, 1, 'day'):02}"


def arrives(clock: Clock, day: Day, who: str, because: str, after: int = 0, share: int = 100) -> Pairs:
    """The entry of somebody who comes late; `share` (%) of the day's lateness."""
    low, high, nominal = (value * share // 100 // 5 * 5 for value in (day.low, day.high, day.nominal))
    late = f"{{between: [{low} s, {high} s], nominal: {nominal} s}}"
    at = clock.text(clock.arrives + after)
    return (("arrive", who), ("at", f'"{at}"'), ("late", late), ("because", quoted(because)))


def liaison(day: Day, escorts: tuple[str, ...] = ()) -> Pairs:
    """The means of telling people."""
    pairs = (("minutes", str(day.minutes)), ("read_back", "60 s"), ("radio", "5 s"), ("lost", f"{day.lost} %"))
    return (*pairs, ("escorts", f"[{', '.join(escorts)}]")) if escorts else pairs


_WHIMS: Final = (
    "{subject} has seen a friend at the other end of the room.",
    "{subject} thinks that it has begun.",
    "{subject} would like to have a look at the room first.",
    "{subject} takes somebody's nod for the sign.",
    "{subject} has never waited for anybody.",
)
_LINGER: Final = (
    "{subject} is still in conversation when the cue comes.",
    "{subject} has a telephone to {own} ear.",
    "{subject} has mislaid {own} papers.",
)


def whims(take: Take, people: list[Human], clock: Clock, window: tuple[int, int]) -> tuple[Pairs, ...]:
    """Entries of people who on some days do as they like, whatever they were told; only on the hardest days."""
    if take.level < 5 or not people:
        return ()
    draws = take.draws
    chance = max(6, 13 + 4 * take.strain)
    found = []
    for nth, one in enumerate(draws.shuffled(people, "whims")[:2]):
        at = clock.at(draws.between(*window, 10, f"whim {nth} at"))
        because = draws.pick(_WHIMS, f"whim {nth}").format(subject=one.subject)
        instead = f"{{set_out: {at}, enter: at once}}"
        found.append((
            ("improvises", one.id),
            ("chance", f"{chance} %"),
            ("instead", instead),
            ("because", quoted(because)),
        ))
    return tuple(found)


def lingerers(take: Take, people: list[Human]) -> tuple[Pairs, ...]:
    """Entries of people who on some days do not come when they are told."""
    if take.level < 4 or not people or not take.draws.happens(60, "lingers"):
        return ()
    one = take.draws.pick(people, "lingerer")
    chance = "1 %" if take.level == 4 else f"{max(2, 6 + 2 * take.strain)} %"
    because = take.draws.pick(_LINGER, "lingers because").format(subject=one.subject, own=one.own)
    by = "{between: [15 s, 60 s]}"
    return ((("lingers", one.id), ("chance", chance), ("by", by), ("because", quoted(because))),)
