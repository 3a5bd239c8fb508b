"""Talks between two delegations at one table."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.generating import customs as house
from game.authoring.generating import day as days
from game.authoring.generating.atlas import house as some_house
from game.authoring.generating.atlas import lands
from game.authoring.generating.halls import long_table
from game.authoring.generating.names import Registry
from game.authoring.generating.offices import late, ministers
from game.authoring.generating.parts import events, has_usher, officer, party, the_door, the_room
from game.authoring.generating.scene import (
    Clock,
    Custom,
    Entrant,
    Habitual,
    Hall,
    Human,
    Pairs,
    Scene,
    State,
    Take,
)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who is who: the two states, their leaders and everybody else; an usher of the house on harder days."""

    states: tuple[State, State]
    leaders: tuple[Entrant, Entrant]
    members: tuple[tuple[Entrant, ...], tuple[Entrant, ...]]
    interpreters: tuple[Entrant, ...]
    usher: Human
    hall: Hall

    @property
    def everybody(self) -> tuple[Entrant, ...]:
        """All who enter, one delegation after the other."""
        mine, theirs = (
            (self.leaders[n], *(one for one in self.interpreters if one.of == self.states[n].id), *self.members[n])
            for n in (0, 1)
        )
        return (*mine, *theirs)


def bilateral(take: Take) -> Scene:
    """A scene of this take."""
    cast = _cast(take)
    day = days.day(take)
    reverse = take.level in (3, 4) and take.draws.happens(45, "delegations stand")
    clock = days.clock(take, day, 190 if reverse else 170)
    because = late(take.world)[0]
    rules = _reverse(take, cast) if reverse else _usual(take, cast)
    habits = _habits(take, cast, clock, day, reverse=reverse)
    members = [one.human for side in cast.members for one in side]
    whims = days.whims(take, members, clock, (70, 130)) if not reverse else ()
    slow = days.lingerers(take, members)
    programme: tuple[Pairs, ...] = (
        (("on_air", f"from {clock.text(60)}"),),
        days.arrives(clock, day, cast.leaders[1].id, because),
        *whims,
        *slow,
    )
    where = some_house(take.world)
    return Scene(
        f"Talks at {where}",
        f"{cast.states[0].capital} (invented)",
        days.date(take),
        _situation(cast, where, reverse=reverse),
        clock,
        cast.hall,
        (party(cast.states[0], "host"), party(cast.states[1], "guest")),
        cast.everybody,
        _groups(cast),
        _precedence(cast),
        days.liaison(day, _escorts(take)),
        programme,
        habits,
        rules,
        f"Everything. {cast.states[0].name} and {cast.states[1].name} do not exist.",
        "Two delegations sat across from each other, and nobody could have said who had arranged it.",
        (officer(cast.usher, "Usher of the house", cast.states[0].id, cast.hall.rooms["host"]),)
        if has_usher(take, 50)
        else (),
    )


def _cast(take: Take) -> _Cast:
    dice, level, people = take.world, take.level, take.asked.people
    mine, theirs = lands(dice, 2)
    with_words = level >= 3 and people >= 8 and dice.happens(60, "interpreters")
    others = people - 2 - (2 if with_words else 0)
    guests = others - others // 2 if dice.happens(70, "more guests") else others // 2
    guests = max(1, min(guests, others - 1))
    counts = (others - guests, guests)
    doors = 0 if level == 1 else dice.between(0 if level == 2 else 1, 2, 1, "doors")
    north, south = (theirs.id, mine.id) if dice.happens(50, "guests north") else (mine.id, theirs.id)
    walls, table = long_table(dice, max(counts) + (2 if with_words else 1), doors, north, south)
    walls.holds("host", ("main",))
    walls.holds("guest", ("main", "side") if dice.happens(30, "salon side") else ("main",))
    walls.holds("guests", ("side", "main") if doors else ("main",))
    walls.holds("hosts", ("far", "main") if doors == 2 else ("main",))
    hall = walls.hall(table)
    registry = Registry(dice)
    leaders = tuple(
        Entrant(registry.person(n), state.head, state.id, hall.rooms[role], principal=True)
        for n, (state, role) in enumerate(((mine, "host"), (theirs, "guest")))
    )
    members = tuple(
        tuple(
            Entrant(registry.person(n), office, state.id, hall.rooms[role], groups=("members",))
            for office in ministers(dice, state, counts[n])
        )
        for n, (state, role) in enumerate(((mine, "hosts"), (theirs, "guests")))
    )
    words = tuple(
        Entrant(registry.person(n), "Interpreter", state.id, hall.rooms[role], groups=("interpreters",))
        for n, (state, role) in enumerate(((mine, "host"), (theirs, "guest")))
    )
    return _Cast(
        (mine, theirs),
        (leaders[0], leaders[1]),
        (members[0], members[1]),
        words if with_words else (),
        registry.person(0),
        hall,
    )


def _usual(take: Take, cast: _Cast) -> tuple[Custom, ...]:
    """Here the leaders come first."""
    draws, level = take.draws, take.level
    guest = cast.leaders[1]
    both, all_of_them = "the two leaders", "the delegations"
    inside = events(cast.leaders, "entered")
    if level == 1:
        first = house.comes_first("leaders", "members", both, all_of_them)
    else:
        official = f"{cast.usher.name} of the house"
        first = house.waits_outside(
            "members", inside, both, all_of_them, official, "after leaders sat + 20 s", draws.happens(50, "cuts")
        )
    found = [
        first,
        house.comes_together("leaders", both, 14 if level == 1 else 6 if level == 2 else 5),
        house.sits_first("members", "leaders", both, all_of_them, first.id),
    ]
    if level >= 2:
        found.append(
            house.not_kept(guest.id, guest.human.name, the_room(cast.hall, "guest"), draws.pick((75, 90), "kept"))
        )
    if level >= 3:
        pulls = _pulls(take, cast, first.id)
        chosen = draws.shuffled(pulls, "pulls")[: 2 if level == 3 else 4]
        if pulls[0] not in chosen:  # the pull that nobody keeps by letting the leaders go first
            chosen[0] = pulls[0]
        found += [rule for rule in pulls if rule in chosen]
    return (*found, *_staffed(take, cast))


def _pulls(take: Take, cast: _Cast, first: str) -> list[Custom]:
    """What else this house may want, the first of it always; `first` is the rule that lets the leaders go first."""
    mine, theirs = (state.id for state in cast.states)
    guest, both = cast.leaders[1], "the two leaders"
    inside, theirs_too = events(cast.leaders, "entered"), bool(cast.interpreters)
    only = "[leaders, interpreters]" if theirs_too else "leaders"
    pulls = [
        house.guests_then_house(
            f"{theirs}.members", f"{mine}.members", f"the people of {cast.states[1].name}", "the house's own people"
        ),
        house.the_picture(only, events(cast.leaders, "took place"), both, first),
        house.fills_at_once(
            guest.id,
            f"[{theirs}.members entered, {mine}.members entered]",
            guest.human.name,
            "the delegations",
            take.draws.pick((45, 60), "fills"),
        ),
        house.not_alone("leaders", inside, "Neither leader", 20),
    ]
    if len(cast.hall.doors) > 1:
        whose = "the leaders and their own" if theirs_too else both
        pulls.append(house.own_door("main", the_door(cast.hall, "main"), only, inside, whose))
    return pulls


def _reverse(take: Take, cast: _Cast) -> tuple[Custom, ...]:
    """Here the delegations stand at the table when the leaders come."""
    draws, level = take.draws, take.level
    mine, theirs = (state.id for state in cast.states)
    host, guest = cast.leaders
    both, all_of_them = "the two leaders", "the delegations"
    found = [
        house.stands_ready("members", "leaders entered", all_of_them, "the two leaders have entered"),
        house.comes_together("leaders", both, 5),
        house.sits_first("members", "leaders", both, all_of_them),
        house.not_kept(guest.id, guest.human.name, the_room(cast.hall, "guest"), 90),
    ]
    if level >= 4:
        pulls = [
            house.guests_then_house(
                f"{theirs}.members", f"{mine}.members", f"the people of {cast.states[1].name}", "the house's own people"
            ),
            house.not_long_on_feet(
                "members", f"[{host.id} entered, {guest.id} entered]", all_of_them, "the leaders come", 240
            ),
            house.not_alone("leaders", "leaders entered", "Neither leader", 20),
        ]
        chosen = draws.shuffled(pulls, "pulls")[:2]
        found += [rule for rule in pulls if rule in chosen]
    return (*found, *_staffed(take, cast))


def _staffed(take: Take, cast: _Cast) -> tuple[Custom, ...]:
    found = [
        house.stays_with(one.id, cast.leaders[n].id, one.human.name, cast.leaders[n].human.name, n + 1)
        for n, one in enumerate(cast.interpreters)
    ]
    if has_usher(take, 50):
        guest = cast.leaders[1]
        found.append(house.taken_in(guest.id, cast.usher.id, guest.human.name, cast.usher.name))
    return tuple(found)


def _escorts(take: Take) -> tuple[str, ...]:
    return ("liaison-officer",) if take.level >= 3 else ()


def _habits(take: Take, cast: _Cast, clock: Clock, day: days.Day, *, reverse: bool) -> tuple[Habitual, ...]:
    draws = take.draws
    host, guest = cast.leaders
    # Where everybody goes by the clock, the walk-through can look well: that is the trap of the harder days.
    early = 0 if take.level >= 4 else draws.between(20, 60, 10, "host early")
    found = [
        Habitual(
            host.id,
            (("set_out", clock.at(clock.arrives + day.nominal + 10 - early)), ("sit", f"after {guest.id} took place")),
            f"{host.human.subject} goes by the programme.",
        ),
        Habitual(
            guest.id,
            (("set_out", "at once + 10 s"), ("sit", f"after {host.id} took place + 2 s")),
            f"{guest.human.subject} walks over as soon as {guest.human.subject.lower()} is there.",
        ),
    ]
    for one, leader in zip(cast.interpreters, cast.leaders, strict=bool(cast.interpreters)):
        found.append(
            Habitual(
                one.id,
                (
                    ("set_out", f"after {leader.id} set out"),
                    ("enter", f"after {leader.id} entered"),
                    ("sit", "after leaders sat"),
                ),
                f"{one.human.subject} stays close to {one.human.own} own.",
            )
        )
    return (*found, *_of_members(take, cast, clock, reverse=reverse))


def _of_members(take: Take, cast: _Cast, clock: Clock, *, reverse: bool) -> tuple[Habitual, ...]:
    draws = take.draws
    mine, theirs = (state.id for state in cast.states)
    host, guest = cast.leaders
    seated = ("sit", "after leaders sat")
    follow = (("set_out", f"after {host.id} entered + 5 s"), ("spacing", "1.5 s"))
    if reverse:
        return (
            Habitual(
                f"{theirs}.members",
                (("set_out", f"after {guest.id} entered + 5 s"), ("spacing", "1.5 s"), seated),
                "At home they follow their own leader.",
            ),
            Habitual(f"{mine}.members", (*follow, seated), "They wait until somebody has gone."),
        )
    hurry = clock.at(draws.between(70, 100, 10, "hurry"))
    found = [
        Habitual(
            f"{theirs}.members",
            (("set_out", hurry), ("spacing", "1.5 s"), seated),
            draws.pick(
                (
                    "Their own side told them to hurry.",
                    "They want to see their places before it begins.",
                    "They were told to be in the room in good time.",
                ),
                "hurry because",
            ),
        ),
        _of_the_house(take, cast, clock),
    ]
    if take.level >= 2 and draws.happens(50, "sits early"):
        tired = draws.pick(cast.members[1], "tired")
        found.append(Habitual(tired.id, (("sit", "at once + 3 s"),), "Nobody said anything about standing."))
    return tuple(found)


def _of_the_house(take: Take, cast: _Cast, clock: Clock) -> Habitual:
    mine, host = f"{cast.states[0].id}.members", cast.leaders[0]
    seated = ("sit", "after leaders sat")
    if take.level < 3:
        said = (("set_out", f"after {host.id} entered + 5 s"), ("spacing", "1.5 s"), seated)
        return Habitual(mine, said, "They follow their own leader.")
    at = clock.at(take.draws.between(60, 100, 10, "house early"))
    return Habitual(mine, (("set_out", at), ("spacing", "1 s"), seated), "They are at home here and know the way.")


def _situation(cast: _Cast, where: str, *, reverse: bool) -> tuple[str, ...]:
    host, guest = cast.leaders
    mine, theirs = cast.states
    common = (
        f"{guest.human.name}, {guest.office}, comes to {where} in {mine.capital} for talks with {host.human.name}, "
        f"{host.office}.",
        f"Nobody can say to the minute when {guest.human.subject.lower()} will be there.",
    )
    if reverse:
        return (
            *common,
            "In this house the delegations stand behind their chairs when the leaders come in.",
            "Both delegations are used to the other way round.",
        )
    return (
        *common,
        "In this house the leaders enter first, and together.",
        f"The people of {theirs.name} have been told something else by their own side.",
    )


def _groups(cast: _Cast) -> tuple[tuple[str, str], ...]:
    mine, theirs = cast.states
    found = [
        ("leaders", f"[{cast.leaders[0].id}, {cast.leaders[1].id}]"),
        ("members", f"[{mine.id}.members, {theirs.id}.members]"),
    ]
    if cast.interpreters:
        found.append(("interpreters", f"[{', '.join(one.id for one in cast.interpreters)}]"))
    return tuple(found)


def _precedence(cast: _Cast) -> tuple[tuple[str, str], ...]:
    found = []
    for nth, state in enumerate(cast.states):
        rest = [one.id for one in cast.members[nth]]
        words = [one.id for one in cast.interpreters if one.of == state.id]
        leader = f"{{who: {cast.leaders[nth].id}, reason: {('host', 'guest')[nth]}}}"
        first = f"{{who: {rest[0]}, reason: first of the ministers}}"
        found.append((state.id, f"[{', '.join([leader, first, *rest[1:], *words])}]"))
    return tuple(found)
