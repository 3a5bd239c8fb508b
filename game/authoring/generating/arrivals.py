"""Arrivals at a house: the guests come one by one, by rank, and the host receives them."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.generating import customs as house
from game.authoring.generating import day as days
from game.authoring.generating.atlas import house as some_house
from game.authoring.generating.atlas import lands
from game.authoring.generating.halls import round_table
from game.authoring.generating.names import Registry
from game.authoring.generating.offices import late
from game.authoring.generating.parts import counted, events, has_usher, officer, party, several, the_room
from game.authoring.generating.scene import (
    Clock,
    Custom,
    Entrant,
    Habitual,
    Hall,
    Human,
    Pairs,
    Party,
    Scene,
    State,
    Take,
)

_CLASSES = ("head of state", "head of government", "foreign minister", "minister", "ambassador")
_OFFICES = (
    "{head}",
    "Head of Government of {name}",
    "Foreign Minister of {name}",
    "Minister of Culture of {name}",
    "Ambassador of {name}",
)
_GUESTS = Party(
    "guests",
    "The guests of the day",
    "Guests",
    "guest",
    "{stripes: [gold, white, gold]}",
    (("opposite_number", "the guests' drivers"),),
)
"""Guests of one day are one delegation, whatever states they come from."""
_MEALS = ("a dinner", "a luncheon", "a concert", "a banquet", "a garden party")


@dataclass(frozen=True, slots=True)
class _Cast:
    """The host's state and the guests', the host, the guests by rank (the highest first), and who comes with them."""

    states: tuple[State, ...]
    host: Entrant
    guests: tuple[Entrant, ...]
    others: tuple[Entrant, ...]
    usher: Human
    hall: Hall


def arrivals(take: Take) -> Scene:
    """A scene of this take."""
    cast = _cast(take)
    day = days.day(take)
    upwards = take.level >= 3
    clock = days.clock(take, day, 220 + 10 * len(cast.guests))
    where, meal = some_house(take.world), take.world.pick(_MEALS, "meal")
    mine = cast.states[0]
    free = [one.human for one in cast.others or cast.guests[1:]]
    reasons = late(take.world, 2)
    tardy = _tardy(take, cast)
    programme: tuple[Pairs, ...] = (
        (("on_air", f"from {clock.text(60)}"),),
        *(
            days.arrives(clock, day, one.id, because, 5 * nth, 100 if nth == 0 else 50)
            for nth, (one, because) in enumerate(zip(tardy, reasons, strict=False))
        ),
        *days.whims(take, free, clock, (80, 160)),
        *days.lingerers(take, free),
    )
    return Scene(
        f"{counted(len(cast.guests)).capitalize()} cars",
        f"{mine.capital} (invented)",
        days.date(take),
        _situation(cast, where, meal, tardy, upwards=upwards),
        clock,
        cast.hall,
        (party(mine, "host"), _GUESTS),
        (cast.host, *cast.guests, *cast.others),
        _groups(cast),
        (
            (mine.id, f"[{{who: {cast.host.id}, reason: host}}]"),
            ("guests", f"{{system: rank, who: callers, classes: [{', '.join(_CLASSES[: len(cast.guests)])}]}}"),
        ),
        days.liaison(day, ("doorkeeper",) if take.level >= 3 else ()),
        programme,
        _habits(take, cast, clock, tardy, upwards=upwards),
        _rules(take, cast, tardy, upwards=upwards),
        f"Everything. {mine.name} and the states of its guests do not exist.",
        "Everybody was received, and nobody waited for anybody below.",
        (officer(cast.usher, "Doorkeeper of the house", cast.states[0].id, cast.hall.rooms["host"]),)
        if has_usher(take)
        else (),
    )


def _tardy(take: Take, cast: _Cast) -> tuple[Entrant, ...]:
    """Who comes late: the guest of honour, or on other days one of those before."""
    if take.level <= 2:
        return (cast.guests[0],)
    return tuple(take.draws.shuffled(cast.guests, "tardy")[: 1 if take.level == 3 else 2])


def _cast(take: Take) -> _Cast:
    dice, people = take.world, take.asked.people
    count = min(5, max(3, people - 4), people - 1)
    mine, *theirs = lands(dice, 1 + count)
    walls, table = round_table(dice, people, 0 if take.level < 3 else 1, [mine.id, "guests"])
    walls.holds("host", ("main",))
    walls.holds("court", ("main",))
    walls.holds("hall", ("main", "side"))
    hall = walls.hall(table, (), ("main",))
    registry = Registry(dice)
    host = Entrant(registry.person(0), mine.head, mine.id, hall.rooms["host"], principal=True)
    guests = tuple(
        Entrant(
            registry.person(nth + 1),
            _OFFICES[nth].format(head=f"Head of State of {state.name}", name=state.name),
            "guests",
            hall.rooms["court"],
            principal=nth == 0,
            groups=("callers",),
            more=(("class", _CLASSES[nth]), ("took_office", f"{2020 + dice.below(9, f'office {nth}')}-0{1 + nth}-01")),
        )
        for nth, state in enumerate(theirs)
    )
    others = tuple(
        Entrant(
            registry.person(nth % count + 1),
            f"In the suite of {guests[nth % count].human.family}",
            "guests",
            hall.rooms["hall"],
            groups=("suite",),
        )
        for nth in range(people - 1 - count)
    )
    return _Cast((mine, *theirs), host, guests, others, registry.person(0), hall)


def _rules(take: Take, cast: _Cast, tardy: tuple[Entrant, ...], *, upwards: bool) -> tuple[Custom, ...]:
    draws, level = take.draws, take.level
    host, honour = cast.host, cast.guests[0]
    if level == 2:
        return _led_in(cast)
    direction = "ascending" if upwards else "descending"
    says = (
        "The guests go in by rank, the lowest first, so that nobody waits for anybody below."
        if upwards
        else "The guests go in by rank, the highest first."
    )
    found = [
        house.received("callers", host.id, "the guests", f"{host.human.name} is"),
        house.in_order("callers", "guests", direction, says, "The guests"),
    ]
    if cast.others:
        found.append(house.comes_first("callers", "suites", "the guests", "the suites", "moderate"))
    else:
        found.append(house.sits_first("callers", host.id, host.human.name, "the guests"))
    if level >= 3:
        pulls = [
            house.hosts_do_not_stand(
                host.id,
                "first of callers entered",
                f"{host.human.name} is",
                "the first guest",
                draws.pick((90, 120), "stand"),
            ),
            house.not_kept(
                tardy[0].id, tardy[0].human.name, the_room(cast.hall, "court"), draws.pick((120, 150), "kept")
            ),
            house.not_at_door("callers", "No guest", draws.pick((75, 90), "door")),
            house.keeps_moving("callers", "the guests", 40 * len(cast.guests)),
        ]
        chosen = draws.shuffled(pulls, "pulls")[: 1 if level == 3 else 3]
        found += [rule for rule in pulls if rule in chosen]
    if has_usher(take):
        found.append(house.taken_in(honour.id, cast.usher.id, honour.human.name, cast.usher.name))
    return tuple(found)


def _led_in(cast: _Cast) -> tuple[Custom, ...]:
    """Here the host comes in with the guest of honour."""
    host, honour = cast.host, cast.guests[0]
    names = f"{host.human.name} and {honour.human.name}"
    official, recalls = f"{cast.usher.name} of the house", f"after {host.id} sat + 20 s"
    inside = events((host, honour), "entered")
    return (
        house.waits_outside("the-others", inside, names, "the others", official, recalls, cuts=False),
        house.comes_together("both", names, 6),
        house.sits_first("the-others", "both", names, "the others"),
        house.not_kept(honour.id, honour.human.name, the_room(cast.hall, "court"), 90),
    )


def _habits(
    take: Take, cast: _Cast, clock: Clock, tardy: tuple[Entrant, ...], *, upwards: bool
) -> tuple[Habitual, ...]:
    draws, host = take.draws, cast.host
    comes = clock.at(clock.arrives + draws.between(30, 60, 10, "host comes"))
    found = [
        Habitual(
            host.id,
            (("set_out", comes), ("sit", "at once + 30 s")),
            f"{host.human.subject} comes when the first car is expected.",
        )
    ]
    order = tuple(reversed(cast.guests)) if upwards else cast.guests
    proud = draws.pick([one for one in cast.guests if one not in tardy] or list(cast.guests), "proud")
    seated = ("sit", f"after {host.id} sat")
    for nth, one in enumerate(order):
        who = one.human
        if one in tardy:
            said, because = "at once + 5 s", "The door of the car is opened, and one gets out."
        elif one is proud or nth == 0:
            said = clock.at(clock.arrives - draws.between(5, 30, 5, f"early {nth}"))
            because = f"{who.subject} does not wait in cars." if one is proud else f"{who.subject} is always punctual."
        else:
            said, because = f"after {order[nth - 1].id} entered", f"{who.subject} goes when somebody has gone."
        found.append(Habitual(one.id, (("set_out", said), seated), because))
    if cast.others:
        said = clock.at(clock.arrives - draws.between(0, 40, 10, "suites early"))
        found.append(
            Habitual(
                "suites",
                (("set_out", said), ("spacing", "1 s"), seated),
                "They would like to be inside before it rains.",
            )
        )
    return tuple(found)


def _situation(cast: _Cast, where: str, meal: str, tardy: tuple[Entrant, ...], *, upwards: bool) -> tuple[str, ...]:
    common = (
        f"{cast.host.human.name}, {cast.host.office}, gives {meal} at {where} for {counted(len(cast.guests))} guests.",
        f"The cars have left the town in good time, but nobody knows when {tardy[0].human.name} will be there.",
    )
    if upwards:
        return (
            *common,
            "In this house the lowest guest goes in first and the highest last, and each is received.",
            "Most of them have come from houses where it is the other way round.",
        )
    return (*common, "Somebody is always in a hurry to get out of the car.")


def _groups(cast: _Cast) -> tuple[tuple[str, str], ...]:
    rest = (*cast.guests[1:], *cast.others)
    found = [
        ("callers", several(cast.guests)),
        ("both", several((cast.host, cast.guests[0]))),
        ("the-others", several(rest)),
    ]
    if cast.others:
        found.append(("suites", several(cast.others)))
    return tuple(found)
