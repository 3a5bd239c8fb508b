"""Small hand-made rooms for tests, from a compact declaration.

Every walk is 5 s to the door and 5 s from the door to the place, unless said otherwise; each door has a holding room
of its own name behind it, and every holding room opens on every door. Times are texts as in a scenario file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from game.protocol.conduct import CUES
from game.protocol.cues import Moment, parse_cue, parse_occurrence
from game.protocol.people import Delegation, Flag, Person, Role, Side
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.precedence import OrderOfPrecedence, Place
from game.protocol.room import Camera, Door, HoldingRoom, Point, Room, Seat, Wall
from game.protocol.rules import Does, During, Gravity, House, Rule, Span, Terms, TermType
from game.protocol.scenario import (
    Aim,
    Arrival,
    Broadcast,
    Chance,
    Habit,
    Help,
    Liaison,
    Mishap,
    Otherwise,
    Press,
    RoomReady,
    Scenario,
    Swerve,
    Uninvited,
)
from game.protocol.units import parse_clock, parse_duration
from game.simulation.circumstances import Circumstances, nominal
from game.simulation.engine import simulate
from game.simulation.kinds.registry import registry
from game.simulation.trace import Trace

SIDES = (Side.HOST, Side.GUEST, Side.GUEST, Side.GUEST)
FLAG = Flag(("white",))
LIAISON = {"minutes": "10 min", "read_back": "1 min", "radio": "4 s", "asks": "3 s", "word": "8 s"}


def room(
    people: Mapping[str, str],
    *,
    doors: Mapping[str, Mapping[str, Any] | None] | None = None,
    rules: Sequence[Rule] = (),
    habits: Mapping[str, Mapping[str, Any]] | None = None,
    clock: Sequence[str] = ("12:00", "12:15"),
    air: Sequence[str | None] = (None, None),
    returns: str | None = None,
    press: Sequence[str | None] = (None, None),
    cameras: Sequence[str] = ("table",),
    orders: Mapping[str, Sequence[Any]] | None = None,
    groups: Mapping[str, Sequence[str]] | None = None,
    arrive: Mapping[str, Sequence[str]] | None = None,
    lingers: Mapping[str, Sequence[Any]] | None = None,
    liaison: Mapping[str, str] | None = None,
    lost: int = 0,
    aim: Mapping[str, Any] | None = None,
    walks: Mapping[str, Mapping[str, int]] | None = None,
    seats: Mapping[str, Sequence[int]] | None = None,
    officers: Mapping[str, str] | None = None,
    uninvited: Mapping[str, int] | None = None,
    mishaps: Sequence[Sequence[Any]] = (),
    otherwise: Sequence[Sequence[Any]] = (),
    ready: Sequence[str] | None = None,
    early: Sequence[Any] | None = None,
) -> Scenario:
    """A scenario of one small room.

    `people`: id to `delegation[.group][*] [@holding]`, `*` for a principal. `doors`: name to abreast and headway.
    `arrive`: who to (clock, low, high). `lingers`: who to (thousandths, low, high). `walks`: mm by room and door.
    `seats`: person to x, y of the place and of where one looks there, in mm. `officers`: id to holding room.
    `uninvited`: which of the people come only on some days, and in how many of a thousand. `mishaps`: word, who,
    thousandths, low, high. `otherwise`: word, who, thousandths, conduct. `ready`: clock, low, high. `early`:
    thousandths, low, high.
    """
    doors = doors or {"main": {}}
    names = list(doors)
    start, end = map(parse_clock, clock)
    persons = tuple(_person(id_, text, names[0]) for id_, text in people.items())
    persons = tuple(replace(p, role=Role.UNINVITED) if p.id in (uninvited or {}) else p for p in persons)
    staff = tuple(
        Person(id_, id_, id_, "", persons[0].of, holds, "", role=Role.OFFICER)
        for id_, holds in (officers or {}).items()
    )
    liaison = {**LIAISON, **(liaison or {})}
    aim = {"who": ["all"], "by": clock[1], **(aim or {})}
    by = parse_clock(aim["by"])
    delegations = list(dict.fromkeys(person.of for person in persons))
    return Scenario(
        id="room",
        title="A small room",
        place="Nowhere",
        date="2024-06-19",
        difficulty=1,
        help=Help.NONE,
        start=start,
        end=end,
        room=_room(doors, persons, cameras, walks or {}, seats or {}),
        delegations=tuple(Delegation(id_, id_, id_, SIDES[n % 4], FLAG) for n, id_ in enumerate(delegations)),
        people=(*persons, *staff),
        precedence=tuple(_precedence(of, places) for of, places in (orders or {}).items()),
        liaison=Liaison(
            *(parse_duration(liaison[key]) for key in ("minutes", "read_back", "radio", "asks")),
            lost,
            parse_duration(liaison["word"]),
            ("han", "li", *(officers or {})),
        ),
        broadcast=Broadcast(
            _clock(air[0]),
            _clock(air[1]),
            parse_cue(returns) if returns else None,
            early=int(early[0]) if early else 0,
            by=_span(*early[1:]) if early else None,
        ),
        press=Press(_clock(press[0]), _clock(press[1])),
        rules=tuple(rules),
        aim=Aim(tuple(aim["who"]), by, parse_clock(aim.get("due", aim["by"])), bool(aim.get("seated"))),
        arrivals=tuple(Arrival((who,), parse_clock(at), _span(*late)) for who, (at, *late) in (arrive or {}).items()),
        chances=(
            *(Chance(Mishap.LINGERS, (who,), int(c), _span(*by_), "") for who, (c, *by_) in (lingers or {}).items()),
            *(Chance(Mishap(what), _names(who), int(c), _span(*by_), "") for what, who, c, *by_ in mishaps),
        ),
        otherwise=tuple(
            Otherwise(Swerve(what), _names(who), int(c), conduct(said), "") for what, who, c, said in otherwise
        ),
        uninvited=tuple(Uninvited(who, int(c), "") for who, c in (uninvited or {}).items()),
        room_ready=RoomReady(parse_clock(ready[0]), _span(*ready[1:])) if ready else None,
        habits=tuple(Habit((who,), conduct(said), "") for who, said in (habits or {}).items()),
        groups=tuple((name, tuple(members)) for name, members in (groups or {}).items()),
    )


def conduct(said: Mapping[str, Any]) -> Conduct:
    """What somebody is told, from texts."""
    told = dict(said)
    for field in CUES:
        if field in told:
            told[field] = parse_cue(told[field])
    if "spacing" in told:
        told["spacing"] = parse_duration(told["spacing"])
    return Conduct(**told)


def plan(*briefings: Mapping[str, Any]) -> Plan:
    """A plan from briefings as in a scenario file: `who`, conduct, `read_back`, `escort`."""
    made = []
    for said in briefings:
        rest = dict(said)
        who, back, escort = rest.pop("who"), rest.pop("read_back", False), rest.pop("escort", None)
        made.append(Briefing(_names(who), conduct(rest), back, escort))
    return Plan(tuple(made))


def order(text: str) -> Order:
    """A live order from `12:03:10 recall lavrov`."""
    at, _, rest = text.partition(" ")
    verb = next(v for v in sorted(Verb, key=lambda v: -len(v.value)) if rest.startswith(v.value))
    return Order(parse_clock(at), verb, rest.removeprefix(verb.value).strip())


def rule(
    kind: str,
    *,
    id_: str = "rule",
    house: Mapping[str, Any] | None = None,
    common: Mapping[str, Any] | None = None,
    **terms: Any,
) -> Rule:
    """A rule of a kind with its terms as texts; `house` holds notices, answer, does, cut, recalls; `common` what
    any rule may say: grace, except, while, waivable_by.
    """
    said = common or {}
    return Rule(
        id_,
        id_,
        "",
        _terms(registry()[kind].terms, terms),
        Gravity.GRAVE,
        house=_house(house),
        waivable_by=tuple(said.get("waivable_by", ())),
        grace=parse_duration(said.get("grace", "0 s")),
        exempt=tuple(said.get("except", ())),
        during=During(said["while"]) if "while" in said else None,
    )


def run(
    scenario: Scenario,
    briefed: Plan | None = None,
    orders: Sequence[str] = (),
    circumstances: Circumstances | None = None,
) -> Trace:
    """The trace of a day, nominal unless circumstances are given."""
    return simulate(scenario, briefed or Plan(), circumstances or nominal(scenario), tuple(map(order, orders)))


def unlucky(scenario: Scenario, draws: Mapping[str, int]) -> Circumstances:
    """The nominal day with some draws changed; each must be one that is drawn."""
    told = nominal(scenario).by_name
    assert set(draws) <= set(told), sorted(told)
    return Circumstances(1, tuple({**told, **draws}.items()))


def when(trace: Trace, what: str, who: str = "") -> list[str]:
    """The clock times at which something happened, without the hour and trailing zeros: `03:05`, `03:06.5`."""
    times = []
    for event in trace.events:
        if event.what == what and event.who == who:
            times.append(clock_text(event.at))
    return times


def clock_text(at: int) -> str:
    """An instant without the hour and trailing zeros: `03:05`, `03:06.5`."""
    seconds, millis = divmod(at, 1_000)
    whole = f"{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{whole}.{millis:03}".rstrip("0") if millis else whole


def _names(who: str | Sequence[str]) -> tuple[str, ...]:
    return (who,) if isinstance(who, str) else tuple(who)


def _clock(text: str | None) -> int | None:
    return parse_clock(text) if text else None


def _span(low: str, high: str | None = None, nominal_: str | None = None) -> Span:
    least = parse_duration(low)
    return Span(least, parse_duration(high) if high else least, parse_duration(nominal_) if nominal_ else least)


def _person(id_: str, text: str, first: str) -> Person:
    of, _, holds = text.partition(" @")
    principal = of.endswith("*")
    delegation, _, group = of.removesuffix("*").partition(".")
    return Person(id_, id_, id_, "", delegation, holds or first, f"seat-{id_}", principal, (group,) if group else ())


def _room(
    doors: Mapping[str, Mapping[str, Any] | None],
    people: Sequence[Person],
    cameras: Sequence[str],
    walks: Mapping[str, Mapping[str, int]],
    places: Mapping[str, Sequence[int]],
) -> Room:
    at = {name: 2_000 + 3_000 * n for n, name in enumerate(doors)}
    made = tuple(
        Door(
            name,
            name,
            Wall.NORTH,
            at[name],
            1_000,
            int((said or {}).get("abreast", 1)),
            parse_duration((said or {}).get("headway", "1.5 s")),
        )
        for name, said in doors.items()
    )
    holding = tuple(
        HoldingRoom(
            name, name, tuple(walks.get(name, dict.fromkeys((name, *(o for o in at if o != name)), 6000)).items())
        )
        for name in doors
    )
    seats = tuple(
        Seat(p.seat, Point(x, y), Point(fx, fy))
        for p in people
        for x, y, fx, fy in [places.get(p.id, (at[p.holds], 6_000, at[p.holds], 9_000))]
    )
    return Room(3_000 + 3_000 * len(at), 12_000, made, holding, (), seats, tuple(map(Camera, cameras)))


def _precedence(of: str, places: Sequence[Any]) -> OrderOfPrecedence:
    return OrderOfPrecedence(of, tuple(Place((p,) if isinstance(p, str) else tuple(p)) for p in places))


def _house(said: Mapping[str, Any] | None) -> House | None:
    if said is None:
        return None
    cut, recalls = said.get("cut"), said.get("recalls")
    return House(
        _span(said["notices"]),
        parse_duration(said.get("answer", "0 s")),
        Does(said.get("does", "sends out")),
        parse_duration(cut) if cut else None,
        parse_cue(recalls) if recalls else None,
        "an official",
        "Please.",
    )


def _terms(of: type[Terms], said: Mapping[str, Any]) -> Terms:
    types = {field.name: field.metadata["type"] for field in fields(of)}
    return of(**{name: _term(types[name], value) for name, value in said.items()})


def _term(type_: TermType, value: Any) -> Any:
    match type_:
        case TermType.PEOPLE:
            return _names(value)
        case TermType.EVENTS:
            return tuple(parse_occurrence(each) for each in ([value] if isinstance(value, str) else value))
        case TermType.MOMENT:
            return Moment(value)
        case TermType.DURATION:
            return parse_duration(value)
        case TermType.CLOCK:
            return parse_clock(value)
        case _:
            return value
