"""A receiving line: the hosts stand, and the heads of mission pass them, by the Vienna Convention."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.generating import customs as house
from game.authoring.generating import day as days
from game.authoring.generating.atlas import house as some_house
from game.authoring.generating.atlas import lands
from game.authoring.generating.dice import Dice
from game.authoring.generating.halls import Walls, mark, seated_at
from game.authoring.generating.names import Registry
from game.authoring.generating.offices import late
from game.authoring.generating.parts import counted, has_usher, officer, party, several, shares, the_name
from game.authoring.generating.scene import Clock, Custom, Entrant, Habitual, Hall, Human, Pairs, Scene, State, Take

_WIDTH, _DEPTH = 16_000, 9_000
_OCCASIONS = (
    "the New Year's reception",
    "the reception of the diplomatic corps",
    "the reception on the national day",
    "the spring reception",
)


@dataclass(frozen=True, slots=True)
class _Cast:
    """The house, its two hosts, the heads of mission in the order of their credentials, and their counsellors."""

    states: tuple[State, ...]
    hosts: tuple[Entrant, Entrant]
    heads: tuple[Entrant, ...]
    others: tuple[Entrant, ...]
    usher: Human
    hall: Hall


def receiving_line(take: Take) -> Scene:
    """A scene of this take."""
    cast = _cast(take)
    day = days.day(take)
    ordered = take.level != 2
    clock = days.clock(take, day, 200 + 10 * len(cast.heads))
    where, occasion = some_house(take.world), take.world.pick(_OCCASIONS, "occasion")
    tardy = cast.hosts[1] if not ordered or take.draws.happens(30, "host late") else cast.heads[0]
    free = [one.human for one in cast.others or cast.heads[1:]]
    programme: tuple[Pairs, ...] = (
        (("on_air", f"from {clock.text(60)}"),),
        days.arrives(clock, day, tardy.id, late(take.world)[0]),
        *days.whims(take, free, clock, (100, 200)),
        *days.lingerers(take, free),
    )
    mine = cast.states[0]
    return Scene(
        occasion[0].upper() + occasion[1:],
        f"{mine.capital} (invented)",
        days.date(take),
        _situation(cast, where, occasion, tardy, ordered=ordered),
        clock,
        cast.hall,
        tuple(party(state, "host" if state is mine else "guest") for state in cast.states),
        tuple(one for state in cast.states for one in (*cast.hosts, *cast.heads, *cast.others) if one.of == state.id),
        _groups(cast),
        (("joint", "{system: credentials, who: heads}"),),
        days.liaison(day, _escorts(take)),
        programme,
        _habits(take, cast, clock, tardy),
        _rules(take, cast, tardy, ordered=ordered),
        f"Everything but the Convention. {mine.name} and its guests do not exist.",
        "A line that moved, and everybody in it where the Convention puts him.",
        (officer(cast.usher, "Marshal of the corps", cast.states[0].id, cast.heads[0].holds),)
        if has_usher(take)
        else (),
    )


def _escorts(take: Take) -> tuple[str, ...]:
    return ("marshal",) if take.level >= 3 else ()


def _cast(take: Take) -> _Cast:
    dice, people = take.world, take.asked.people
    count = min(5, people - 2)
    mine, *theirs = lands(dice, 1 + count)
    walls = Walls(dice, _WIDTH, _DEPTH, 1)
    walls.holds("hosts", ("side",))
    walls.holds("near", ("main",))
    walls.holds("far", ("main", "side") if take.level >= 3 else ("main",))
    hall = walls.hall((), _marks(count, people - 2 - count), ("main", "room"), bare=True)
    registry = Registry(dice)
    hosts = tuple(
        Entrant(
            registry.person(0), office, mine.id, hall.rooms["hosts"], principal=True, more=seated_at(f"host-mark-{nth}")
        )
        for nth, office in ((1, mine.head), (2, f"Foreign Minister of {mine.name}"))
    )
    heads = tuple(_head(dice, registry, hall, state, nth) for nth, state in enumerate(theirs, start=1))
    others: list[Entrant] = []
    for head, share in zip(heads, shares(people - 2 - count, count), strict=True):
        for _each in range(share):
            others.append(
                Entrant(
                    registry.person(len(others) % count + 1),
                    "Counsellor",
                    head.of,
                    head.holds,
                    groups=("counsellors",),
                    more=seated_at(f"row-{len(others) + 1}"),
                )
            )
    return _Cast((mine, *theirs), (hosts[0], hosts[1]), heads, tuple(others), registry.person(0), hall)


def _head(dice: Dice, registry: Registry, hall: Hall, state: State, nth: int) -> Entrant:
    """The head of mission who passes as the nth: the earlier the credentials, the sooner."""
    year, month = 2018 + 2 * nth, dice.between(1, 12, 1, f"credentials {nth}")
    said = (("class", "ambassador"), ("credentials", f'"{year}-{month:02}-{dice.between(1, 28, 1, f"day {nth}"):02}"'))
    room = hall.rooms["near" if dice.happens(50, f"near {nth}") else "far"]
    return Entrant(
        registry.person(nth),
        f"Ambassador of {state.name}",
        state.id,
        room,
        groups=("heads",),
        more=(*seated_at(f"line-{nth}"), *said),
    )


def _marks(heads: int, others: int) -> tuple[Pairs, ...]:
    """The hosts' marks, and opposite them those of the line in one row and of the counsellors in another."""
    middle = _WIDTH // 2
    found = [mark(f"host-mark-{nth + 1}", middle - 600 + nth * 1_200, 3_200, (middle, 6_000)) for nth in range(2)]
    found += [
        mark(f"line-{nth + 1}", middle + (heads - 1) * 600 - nth * 1_200, 5_600, (middle, 3_200))
        for nth in range(heads)
    ]
    found += [
        mark(f"row-{nth + 1}", middle + (others - 1) * 475 - nth * 950, 7_200, (middle, 3_200)) for nth in range(others)
    ]
    return tuple(found)


def _rules(take: Take, cast: _Cast, tardy: Entrant, *, ordered: bool) -> tuple[Custom, ...]:
    draws, level = take.draws, take.level
    found = [house.received("guests", "hosts", "the guests", "both hosts are")]
    if ordered:
        found.append(
            house.in_order(
                "heads",
                "joint",
                "descending",
                "The heads of mission pass in the order in which they presented their credentials, whatever the state.",
                "The heads of mission",
            )
        )
    if level <= 2 or draws.happens(50, "hosts together"):
        found.append(house.comes_together("hosts", "the hosts", 14 if level == 1 else 8))
    if cast.others:
        found.append(house.comes_first("heads", "counsellors", "the heads of mission", "the counsellors", "serious"))
        if level == 2:
            del found[-1]
    if level >= 2 and tardy in cast.heads:
        found.append(
            house.not_kept(tardy.id, tardy.human.name, the_name(cast.hall, tardy.holds), draws.pick((90, 120), "kept"))
        )
    stand = house.hosts_do_not_stand(
        "hosts", "first of heads entered", "The hosts are", "the first guest", draws.pick((90, 120), "stand")
    )
    if level == 2:
        found.append(stand)
    if level >= 3:
        pulls = [
            stand,
            house.keeps_moving("heads", "the heads of mission", 30 * len(cast.heads)),
            house.not_at_door("heads", "No head of mission", draws.pick((75, 90), "door")),
            house.one_door("heads", "the heads of mission"),
        ]
        chosen = draws.shuffled(pulls, "pulls")[: 1 if level == 3 else 2]
        found += [rule for rule in pulls if rule in chosen]
    if has_usher(take):
        first = cast.heads[0]
        found.append(house.taken_in(first.id, cast.usher.id, first.human.name, cast.usher.name))
    return tuple(found)


def _habits(take: Take, cast: _Cast, clock: Clock, tardy: Entrant) -> tuple[Habitual, ...]:
    draws = take.draws
    host, other = cast.hosts
    found = [
        Habitual(
            one.id,
            (("set_out", "at once + 5 s" if one is tardy else clock.at(clock.arrives + after)),),
            f"{one.human.subject} comes when {one.human.subject.lower()} has been called.",
        )
        for one, after in ((host, 20), (other, 25))
    ]
    proud = draws.pick(cast.heads[1:], "proud")
    early = clock.at(clock.arrives - draws.between(10, 40, 10, "proud early"))
    for nth, one in enumerate(cast.heads):
        who = one.human
        if one is proud:
            said, because = early, f"{who.subject} speaks for the largest state here, and has always gone first."
        elif one is tardy:
            said, because = "at once + 20 s", f"{who.subject} has only just come in."
        elif nth == 0:
            said, because = clock.at(clock.arrives + 35), f"{who.subject} has been here longest and knows the hour."
        else:
            said, because = (
                f"after {cast.heads[nth - 1].id} entered",
                f"{who.subject} knows whom {who.subject.lower()} follows.",
            )
        found.append(Habitual(one.id, (("set_out", said),), because))
    for nth, one in enumerate(cast.others):
        ambassador = next(head for head in cast.heads if head.of == one.of)
        said = f"after {ambassador.id} entered + {3 + nth % 3} s"
        found.append(Habitual(one.id, (("set_out", said),), f"{one.human.subject} goes where the ambassador goes."))
    return tuple(found)


def _situation(cast: _Cast, where: str, occasion: str, tardy: Entrant, *, ordered: bool) -> tuple[str, ...]:
    host, other = cast.hosts
    common = (
        f"It is {occasion} at {where}, and {counted(len(cast.heads))} heads of mission wait to be received.",
        f"{host.human.name} and {other.human.name} stand in the room, and the guests come in and pass them.",
        f"{tardy.human.name} will be late.",
    )
    if ordered:
        return (
            *common,
            "Who presented the credentials first goes first; one of the ambassadors has never believed that.",
        )
    return (*common, "In what order the guests come is left to them, for once.")


def _groups(cast: _Cast) -> tuple[tuple[str, str], ...]:
    found = [("hosts", several(cast.hosts)), ("heads", several(cast.heads))]
    if cast.others:
        found.append(("counsellors", several(cast.others)))
    return (*found, ("guests", several((*cast.heads, *cast.others))))
