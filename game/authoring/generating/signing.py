"""The signing of a treaty: two who sign, their secretaries with the papers, and witnesses behind them."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.generating import customs as house
from game.authoring.generating import day as days
from game.authoring.generating.atlas import house as some_house
from game.authoring.generating.atlas import lands
from game.authoring.generating.halls import Walls, mark, pair, seated_at
from game.authoring.generating.names import Registry
from game.authoring.generating.offices import late, ministers
from game.authoring.generating.parts import has_usher, officer, party, several, the_door, the_room
from game.authoring.generating.scene import Clock, Custom, Entrant, Habitual, Hall, Human, Pairs, Scene, State, Take

_TREATIES = (
    "the straits",
    "the river",
    "fishing",
    "the railway",
    "the mountain border",
    "the undersea cable",
    "the archives",
    "clean water",
    "the lighthouse",
    "the ferry line",
)
_WIDTH, _DEPTH = 14_000, 9_000
_ROW = 850
"""Between two witnesses, mm."""


@dataclass(frozen=True, slots=True)
class _Cast:
    states: tuple[State, State]
    signers: tuple[Entrant, Entrant]
    secretaries: tuple[Entrant, ...]
    witnesses: tuple[Entrant, ...]
    usher: Human
    hall: Hall

    @property
    def others(self) -> tuple[Entrant, ...]:
        """All but the two who sign."""
        return (*self.secretaries, *self.witnesses)


def signing(take: Take) -> Scene:
    """A scene of this take."""
    cast = _cast(take)
    day = days.day(take)
    ready = take.level >= 3
    clock = days.clock(take, day, 200)
    where, treaty = some_house(take.world), take.world.pick(_TREATIES, "treaty")
    mine, theirs = cast.states
    whims = () if take.level < 5 else days.whims(take, [one.human for one in cast.witnesses], clock, (150, 260))
    programme: tuple[Pairs, ...] = (
        (("press", f'{{from: "{clock.text(60)}", to: "{clock.text(clock.end)}"}}'),),
        (("on_air", f"from {clock.text(90)}"),),
        days.arrives(clock, day, cast.signers[1].id, late(take.world)[0]),
        *whims,
        *days.lingerers(take, [one.human for one in cast.witnesses]),
    )
    return Scene(
        f"The treaty on {treaty}",
        f"{mine.capital} (invented)",
        days.date(take),
        _situation(cast, where, treaty, ready=ready),
        clock,
        cast.hall,
        (party(mine, "host"), party(theirs, "guest")),
        (
            *(one for one in (*cast.signers, *cast.others) if one.of == mine.id),
            *(one for one in (*cast.signers, *cast.others) if one.of == theirs.id),
        ),
        _groups(cast),
        _precedence(cast),
        days.liaison(day, ("herald",) if take.level >= 3 else ()),
        programme,
        _habits(take, cast, clock, day, ready=ready),
        _rules(take, cast, ready=ready),
        f"Everything. {mine.name} and {theirs.name} do not exist, and nothing was signed.",
        "Two names under one text, and a picture on which everybody stands where he should.",
        (officer(cast.usher, "Usher of the house", cast.states[0].id, cast.hall.rooms["host"]),)
        if has_usher(take)
        else (),
    )


def _cast(take: Take) -> _Cast:
    dice, people = take.world, take.asked.people
    mine, theirs = lands(dice, 2)
    secretaries = 2 if people >= 6 and take.level > 1 else 0
    witnesses = people - 2 - secretaries
    counts = (witnesses - witnesses // 2, witnesses // 2)
    walls = Walls(dice, _WIDTH, _DEPTH, 0 if take.level == 1 else 1)
    walls.holds("host", ("main",))
    walls.holds("guest", ("main",))
    walls.holds("others", ("side", "main"))
    seats, table = _places(counts, secretaries)
    hall = walls.hall(table, seats, ("table", "room"), bare=True)
    registry = Registry(dice)
    signers = tuple(
        Entrant(
            registry.person(n), state.head, state.id, hall.rooms[role], principal=True, more=seated_at(f"{role}-chair")
        )
        for n, (state, role) in enumerate(((mine, "host"), (theirs, "guest")))
    )
    bearers = tuple(
        Entrant(
            registry.person(n),
            "Secretary of the treaty",
            state.id,
            hall.rooms["others"],
            groups=("secretaries",),
            more=seated_at(f"{role}-page"),
        )
        for n, (state, role) in enumerate(((mine, "host"), (theirs, "guest")))
    )[:secretaries]
    standing = tuple(
        Entrant(
            registry.person(n),
            office,
            state.id,
            hall.rooms["others"],
            groups=("witnesses",),
            more=seated_at(f"{role}-mark-{nth}"),
        )
        for n, (state, role) in enumerate(((mine, "host"), (theirs, "guest")))
        for nth, office in enumerate(ministers(dice, state, counts[n]), start=1)
    )
    return _Cast((mine, theirs), (signers[0], signers[1]), bearers, standing, registry.person(0), hall)


def _places(counts: tuple[int, int], secretaries: int) -> tuple[tuple[Pairs, ...], Pairs]:
    """Two chairs behind a table, a mark beside each for the papers, and the witnesses' marks in rows behind them."""
    middle, table_y = _WIDTH // 2, 5_600
    found = []
    for side, role in ((-1, "host"), (1, "guest")):
        x = middle + side * 800
        found.append(mark(f"{role}-chair", x, table_y - 900, (x, _DEPTH), chair=True))
    for side, role in ((-1, "host"), (1, "guest"))[:secretaries]:
        x = middle + side * 1_900
        found.append(mark(f"{role}-page", x, table_y - 900, (x, _DEPTH)))
    for side, role, count in ((-1, "host", counts[0]), (1, "guest", counts[1])):
        for nth in range(count):
            x = middle + side * (500 + nth % 5 * _ROW)
            found.append(mark(f"{role}-mark-{nth + 1}", x, table_y - 2_000 - nth // 5 * 900, (x, _DEPTH)))
    table = (("shape", "rectangle"), ("at", pair(middle, table_y)), ("size", "[3.6 m, 1 m]"))
    return tuple(found), table


def _rules(take: Take, cast: _Cast, *, ready: bool) -> tuple[Custom, ...]:
    draws, level = take.draws, take.level
    both, others = "the two who sign", "the witnesses"
    guest = cast.signers[1]
    inside = "[" + ", ".join(f"{one.id} entered" for one in cast.signers) + "]"
    found = [house.comes_together("signers", both, 14 if level == 1 else 6)]
    if ready:
        found.append(house.stands_ready("witnesses", "signers entered", others, "the two who sign have entered"))
    else:
        found.append(house.comes_first("signers", "companions", both, "the others"))
    found.append(house.sits_together("signers", both, 20 if level == 1 else 8 if level == 2 else 5))
    if level >= 2:
        found.append(house.not_kept(guest.id, guest.human.name, the_room(cast.hall, "guest"), 90))
    if level >= 3:
        pulls = [
            house.closed("signers sat", "both who sign have sat down"),
            house.not_long_on_feet("witnesses", inside, others, "the two come to sign", 240),
            house.not_alone("signers", inside, "Neither of the two who sign", 20),
        ]
        if cast.secretaries:
            pulls.append(house.papers_first("secretaries", "signers", "both secretaries", both))
        if len(cast.hall.doors) > 1:
            pulls.append(house.own_door("main", the_door(cast.hall, "main"), "signers", inside, both))
        chosen = draws.shuffled(pulls, "pulls")[: 1 if level == 3 else 3]
        found += [rule for rule in pulls if rule in chosen]
    if has_usher(take):
        found.append(house.taken_in(guest.id, cast.usher.id, guest.human.name, cast.usher.name))
    return tuple(found)


def _habits(take: Take, cast: _Cast, clock: Clock, day: days.Day, *, ready: bool) -> tuple[Habitual, ...]:
    draws = take.draws
    host, guest = cast.signers
    early = 0 if take.level >= 4 else draws.between(20, 50, 10, "host early")
    found = [
        Habitual(
            host.id,
            (
                ("set_out", clock.at(clock.arrives + day.nominal + 10 - early)),
                ("sit", f"after {guest.id} took place + 2 s"),
            ),
            f"{host.human.subject} goes by the programme.",
        ),
        Habitual(
            guest.id,
            (("set_out", "at once + 10 s"), ("sit", f"after {host.id} took place + 2 s")),
            f"{guest.human.subject} has come to sign, and signs.",
        ),
    ]
    if ready:
        said = (("set_out", "after signers entered + 3 s"), ("spacing", "1.5 s"))
        found.append(Habitual("witnesses", said, "At home the witnesses come in behind those who sign."))
        if cast.secretaries:
            said = (("set_out", f"after {guest.id} sat"), ("spacing", "2 s"))
            found.append(Habitual("secretaries", said, "The text is carried in when it is needed."))
    else:
        early_witness = clock.at(draws.between(70, 100, 10, "witnesses early"))
        said = (("set_out", early_witness), ("spacing", "1.5 s"))
        found.append(Habitual("witnesses", said, "They want to be on the picture."))
        if cast.secretaries:
            said = (("set_out", f"after {host.id} entered"), ("spacing", "2 s"))
            found.append(Habitual("secretaries", said, "They bring the text behind their own."))
    return tuple(found)


def _situation(cast: _Cast, where: str, treaty: str, *, ready: bool) -> tuple[str, ...]:
    mine, theirs = cast.states
    host, guest = cast.signers
    common = (
        f"{host.human.name} and {guest.human.name} sign the treaty between {mine.name} and {theirs.name} on {treaty} "
        f"at {where} in {mine.capital}.",
        f"The press is in the room, and nobody knows when {guest.human.name} will be there.",
    )
    if ready:
        return (
            *common,
            "The witnesses stand behind the chairs when the two come in; the picture is taken at once.",
            "They themselves expect to come in last.",
        )
    return (
        *common,
        "The two who sign come in together, and everybody else after them.",
        "The witnesses have been looking forward to the picture for weeks.",
    )


def _groups(cast: _Cast) -> tuple[tuple[str, str], ...]:
    found = [("signers", several(cast.signers)), ("witnesses", several(cast.witnesses))]
    if cast.secretaries:
        found.append(("secretaries", several(cast.secretaries)))
    return (*found, ("companions", several(cast.others)))


def _precedence(cast: _Cast) -> tuple[tuple[str, str], ...]:
    return tuple(
        (state.id, several([one for one in (*cast.signers, *cast.witnesses, *cast.secretaries) if one.of == state.id]))
        for state in cast.states
    )
