"""Several delegations, equals, at a round table."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.generating import customs as house
from game.authoring.generating import day as days
from game.authoring.generating.atlas import house as some_house
from game.authoring.generating.atlas import lands
from game.authoring.generating.dice import Dice
from game.authoring.generating.halls import round_table
from game.authoring.generating.names import Registry
from game.authoring.generating.offices import late, ministers
from game.authoring.generating.parts import counted, events, listed, party, several, shares, the_name
from game.authoring.generating.scene import Clock, Custom, Entrant, Habitual, Hall, Human, Pairs, Scene, State, Take

_ROLES = ("blue", "red", "tower")
_WANTED = {
    "order": (
        "The heads go in by the alphabet from a letter that was drawn, and their ministers come after them.",
        "Not all of them care for the alphabet.",
    ),
    "together": (
        "So the heads come in at one moment, and their ministers after them.",
        "Nobody has told anybody when that moment is.",
    ),
    "stand": (
        "So the heads come in at one moment, and in this house their ministers stand at the table by then.",
        "They are used to following their own heads.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Cast:
    """The states in the order of their names, their heads in the same order, and the ministers."""

    states: tuple[State, ...]
    heads: tuple[Entrant, ...]
    others: tuple[Entrant, ...]
    usher: Human
    hall: Hall
    lot: int

    @property
    def in_order(self) -> tuple[Entrant, ...]:
        """The heads from the one whose letter was drawn."""
        return (*self.heads[self.lot :], *self.heads[: self.lot])

    @property
    def late(self) -> Entrant:
        """Who comes late: neither the first nor the last in the order."""
        return self.in_order[1]


def multilateral(take: Take) -> Scene:
    """A scene of this take."""
    cast = _cast(take)
    day = days.day(take)
    custom = _custom(take)
    clock = days.clock(take, day, 200)
    where = some_house(take.world)
    whims = days.whims(take, [one.human for one in cast.others], clock, (70, 130)) if custom != "stand" else ()
    programme: tuple[Pairs, ...] = (
        (("on_air", f"from {clock.text(60)}"),),
        days.arrives(clock, day, cast.late.id, late(take.world)[0]),
        *whims,
        *days.lingerers(take, [one.human for one in cast.others]),
    )
    return Scene(
        f"{counted(len(cast.states)).capitalize()} flags",
        f"{cast.states[0].capital} (invented)",
        days.date(take),
        _situation(cast, where, custom),
        clock,
        cast.hall,
        tuple(party(state, "equal", (("names", f"{{en: {state.name}}}"),)) for state in cast.states),
        tuple(sorted((*cast.heads, *cast.others), key=lambda one: (one.of, not one.principal))),
        (("heads", several(cast.heads)), ("ministers", several(cast.others))),
        _precedence(cast),
        days.liaison(day, ("steward",) if take.level >= 3 else ()),
        programme,
        _habits(take, cast, clock, custom),
        _rules(take, cast, custom),
        f"Everything. {listed(state.name for state in cast.states)} do not exist.",
        "Nobody was first, nobody was last, and nobody had to ask why.",
    )


def _custom(take: Take) -> str:
    """What the house wants: the heads in an order, all at once, or when their ministers stand ready."""
    if take.level < 3:
        return "order" if take.level == 1 and take.draws.happens(50, "order") else "together"
    return "order" if take.level == 5 else take.draws.pick(("order", "order", "stand"), "custom")


def _cast(take: Take) -> _Cast:
    dice, people = take.world, take.asked.people
    count = min(5 if take.level > 1 else 4, max(3, people // 3))
    states = tuple(sorted(lands(dice, count), key=lambda state: state.name))
    doors = 0 if take.level == 1 else dice.between(0, 1, 1, "doors")
    walls, table = round_table(dice, people, doors, [state.id for state in states])
    for nth, role in enumerate(_ROLES):
        walls.holds(role, ("side", "main") if nth == 2 and doors else ("main",))
    hall = walls.hall(table)
    registry = Registry(dice)
    rooms = [hall.rooms[role] for role in _ROLES]
    heads = tuple(
        Entrant(registry.person(nth), state.head, state.id, rooms[nth % 3], principal=True, groups=("heads",))
        for nth, state in enumerate(states)
    )
    numbers = dict(
        zip([state.id for state in dice.shuffled(states, "larger")], shares(people - count, count), strict=True)
    )
    others = tuple(
        Entrant(registry.person(nth), office, state.id, rooms[nth % 3], groups=("ministers",))
        for nth, state in enumerate(states)
        for office in ministers(dice, state, numbers[state.id])
    )
    return _Cast(states, heads, others, registry.person(0), hall, _lot(dice, states))


def _lot(dice: Dice, states: tuple[State, ...]) -> int:
    """Whose letter was drawn: the first of those who begin with it."""
    letter = dice.pick(states, "lot").name[0]
    return next(nth for nth, state in enumerate(states) if state.name[0] == letter)


def _rules(take: Take, cast: _Cast, custom: str) -> tuple[Custom, ...]:
    draws, level = take.draws, take.level
    heads, others = f"the {counted(len(cast.heads))} heads", "the ministers"
    inside = events(cast.heads, "entered")
    drawn = listed(state.name for one in cast.in_order for state in cast.states if state.id == one.of)
    order = house.in_order(
        "heads",
        "joint",
        "descending",
        f"The heads of the delegations enter by the alphabet from the letter drawn: {drawn}.",
        "The heads of the delegations",
    )
    wide = 3 * len(cast.heads) + (8 if level == 1 else 2)
    found = [order if custom == "order" else house.comes_together("heads", heads, wide)]
    if custom == "stand":
        found.append(house.stands_ready("ministers", "heads entered", others, "all heads have entered"))
    elif level == 1 or custom == "order":
        found.append(house.comes_first("heads", "ministers", heads, others, "grave" if level == 1 else "serious"))
    else:
        found.append(
            house.waits_outside(
                "ministers",
                inside,
                heads,
                others,
                f"{cast.usher.name} of the house",
                "after heads sat + 20 s",
                cuts=False,
            )
        )
    found.append(house.sits_first("ministers", "heads", heads, others))
    if level >= 2:
        found.append(
            house.not_kept(
                cast.late.id, cast.late.human.name, the_name(cast.hall, cast.late.holds), draws.pick((90, 120), "kept")
            )
        )
    if level >= 3:
        pulls = _pulls(take, cast, inside)
        chosen = draws.shuffled(pulls, "pulls")[: 1 if level == 3 else 3]
        found += [rule for rule in pulls if rule in chosen]
    return tuple(found)


def _pulls(take: Take, cast: _Cast, inside: str) -> list[Custom]:
    """What else this house may want; `inside` is that all heads have entered."""
    pulls = [
        house.not_at_door("heads", "No head of a delegation", take.draws.pick((60, 75, 90), "door")),
        house.keeps_moving("heads", "the heads", take.draws.pick((90, 120), "moves")),
        house.fills_at_once(
            cast.in_order[0].id,
            inside,
            cast.in_order[0].human.name,
            "the other heads",
            take.draws.pick((90, 120), "fills"),
        ),
        house.closed("heads sat", "all heads have sat down"),
    ]
    if len(cast.hall.doors) > 1:
        pulls.append(house.one_door("heads", "the heads of the delegations"))
    return pulls


def _habits(take: Take, cast: _Cast, clock: Clock, custom: str) -> tuple[Habitual, ...]:
    draws, order = take.draws, cast.in_order
    seats = ("sit", "at once + 6 s")
    first = clock.at(clock.arrives - draws.between(10, 30, 10, "first early"))
    found = []
    wrong = draws.pick(list(order[2:]) or [order[0]], "out of order")
    for nth, one in enumerate(order):
        who = one.human
        if one == cast.late:
            found.append(
                Habitual(one.id, (("set_out", "at once + 5 s"), seats), f"{who.subject} goes where the door is.")
            )
        elif one == wrong or nth == 0:
            because = (
                f"{who.subject} has never gone behind anybody." if one == wrong else f"{who.subject} is always early."
            )
            at = first if nth == 0 else clock.at(clock.arrives - 5 + 5 * nth)
            found.append(Habitual(one.id, (("set_out", at), seats), because))
        else:
            after = f"after {order[nth - 1].id} {'entered' if custom == 'order' else 'set out'} + 3 s"
            found.append(
                Habitual(one.id, (("set_out", after), seats), f"{who.subject} keeps an eye on whoever is before.")
            )
    return (*found, *_of_ministers(draws, cast, custom))


def _of_ministers(draws: Dice, cast: _Cast, custom: str) -> list[Habitual]:
    found = []
    seated = ("sit", "after heads sat")
    for state, head in zip(cast.states, cast.heads, strict=True):
        own = [one for one in cast.others if one.of == state.id]
        if not own:
            continue
        who = f"{state.id}.ministers"
        said = (("set_out", f"after {head.id} set out + 2 s"), ("spacing", "1.5 s"), seated)
        found.append(Habitual(who, said, f"They stay close to {head.human.family}."))
    if custom != "stand" and len(cast.others) > 1:  # who is alone would always be the one, and no timetable would do
        early = draws.pick(cast.others, "tired")
        found.append(
            Habitual(
                early.id,
                (("sit", "at once + 3 s"),),
                f"{early.human.subject} has been on {early.human.own} feet since six.",
            )
        )
    return found


def _situation(cast: _Cast, where: str, custom: str) -> tuple[str, ...]:
    heads = counted(len(cast.heads))
    late = cast.late
    whose = next(state.name for state in cast.states if state.id == late.of)
    common = (
        f"{heads.capitalize()} delegations meet round one table at {where}; none of them is host, and none is more "
        "than another.",
        f"{late.human.name} of {whose} will be late, and nobody knows by how much.",
    )
    return (*common, *_WANTED[custom])


def _precedence(cast: _Cast) -> tuple[tuple[str, str], ...]:
    letter = next(state.name[0] for state in cast.states if state.id == cast.in_order[0].of)
    return (("joint", f"{{system: alphabetical, language: en, lot: {letter}, who: heads}}"),)
