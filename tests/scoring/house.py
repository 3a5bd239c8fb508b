"""A small house made by hand for scoring tests: two leaders, seven ministers, six rules."""

from __future__ import annotations

from game.protocol.cues import parse_cue, parse_occurrence
from game.protocol.people import Delegation, Flag, Person, Side
from game.protocol.precedence import OrderOfPrecedence, Place
from game.protocol.room import Camera, Door, HoldingRoom, Point, Room, Seat, Wall
from game.protocol.rules import Confidence, Does, Gravity, House, Rule, Span
from game.protocol.scenario import Aim, Broadcast, Help, Liaison, Press, Scenario, Source
from game.simulation.circumstances import nominal
from game.simulation.codes import Code
from game.simulation.kinds.absent_until import AbsentUntil
from game.simulation.kinds.door_reserved import DoorReserved
from game.simulation.kinds.in_order import InOrder
from game.simulation.kinds.longest_wait import LongestWait
from game.simulation.kinds.nobody_sits_before import NobodySitsBefore
from game.simulation.kinds.together import Together
from game.simulation.trace import Breach, Record, Seen, Trace

NOON = 12 * 3_600_000
MINISTERS = ("lavrov", "manturov", "savelyev", "novak", "belousov", "murashko", "borisov")
KIM, PUTIN, FIRST_MINISTER = 0, 1, 2


def at(text: str) -> int:
    """`03:16` past noon, in ms."""
    minutes, seconds = text.split(":")
    return NOON + int(minutes) * 60_000 + int(seconds) * 1_000


def _people() -> tuple[Person, ...]:
    leaders = (
        Person("kim", "Kim Jong Un", "Kim", "President", "dprk", "anteroom", "n1", principal=True),
        Person("putin", "Vladimir Putin", "Putin", "President", "russia", "anteroom", "s1", principal=True),
    )
    ministers = tuple(
        Person(
            name,
            name.title(),
            name.title(),
            "Minister",
            "russia",
            "corridor",
            f"m{i}",
            groups=("ministers",),
        )
        for i, name in enumerate(MINISTERS)
    )
    host = Person("choe", "Choe Son Hui", "Choe", "Foreign Minister", "dprk", "corridor", "n2")
    return (*leaders, *ministers, host)


def _room() -> Room:
    seats = [Seat(person.seat, Point(5_000, 5_000), Point(8_000, 5_000)) for person in _people()]
    doors = (
        Door("main", "the main door", Wall.NORTH, 8_000, 2_400, 2),
        Door("side", "the side door", Wall.EAST, 3_000, 1_200),
    )
    holding = (
        HoldingRoom("anteroom", "the anteroom", (("main", 12_000),)),
        HoldingRoom("corridor", "the corridor", (("side", 6_000),)),
    )
    return Room(16_000, 11_000, doors, holding, (), tuple(seats), (Camera("side"), Camera("table")))


def _rules() -> tuple[Rule, ...]:
    both = (parse_occurrence("kim entered"), parse_occurrence("putin entered"))
    house = House(
        Span(40_000, 60_000, 50_000), 5_000, Does.SENDS_OUT, 3_000, parse_cue("after kim sat"), "an official", "Please."
    )
    ministers = ("russia.ministers",)
    leaders = ("kim", "putin")
    return (
        Rule(
            "leaders-first",
            "Leaders first",
            "",
            AbsentUntil(ministers, both),
            Gravity.GRAVE,
            "mt",
            Confidence.HIGH,
            house,
        ),
        Rule(
            "nobody-sits",
            "Nobody sits first",
            "",
            NobodySitsBefore(ministers, leaders),
            Gravity.SERIOUS,
            follows="leaders-first",
        ),
        Rule("in-order", "By rank", "", InOrder(ministers, "russia"), Gravity.MODERATE),
        Rule("main-door", "The leaders' door", "", DoorReserved("main", leaders), Gravity.SLIGHT),
        Rule("together", "As equals", "", Together(leaders, 10_000), Gravity.SERIOUS),
        Rule(
            "wait",
            "No waiting",
            "",
            LongestWait(leaders, 60_000, "on camera", (parse_occurrence("all sat"),)),
            Gravity.MODERATE,
        ),
    )


def house() -> Scenario:
    """The scenario."""
    flag = Flag(("white", "blue", "red"))
    places = tuple(Place((person,), "rank") for person in ("putin", *MINISTERS))
    return Scenario(
        id="house",
        title="Leaders first",
        place="Somewhere",
        date="2024-06-19",
        difficulty=2,
        help=Help.POSITIONS,
        start=NOON,
        end=at("15:00"),
        room=_room(),
        delegations=(
            Delegation(
                "russia", "Russian Federation", "Russia", Side.GUEST, flag, "the Russian chief of protocol"
            ),
            Delegation("dprk", "DPR Korea", "DPRK", Side.HOST, flag),
        ),
        people=_people(),
        precedence=(
            OrderOfPrecedence("russia", places),
            OrderOfPrecedence("dprk", (Place(("kim",)), Place(("choe",)))),
        ),
        liaison=Liaison(540_000, 60_000, 6_000, 3_000, 150, 10_000, ("han",)),
        broadcast=Broadcast(at("02:00"), None, parse_cue("after kim entered")),
        press=Press(),
        rules=_rules(),
        aim=Aim(("all",), at("13:00"), at("08:00")),
        sources=(Source("mt", "Ejected", "The Moscow Times", "2024-06-19"),),
    )


HOUSE = house()


def trace(
    breaches: tuple[Breach, ...] = (),
    records: tuple[Record, ...] = (),
    done: str | None = "07:30",
    orders: tuple = (),
) -> Trace:
    """A hand-made trace of the house; `done` is when everybody was in place, None for never."""
    accomplished = at(done) if done else None
    return Trace(HOUSE, nominal(HOUSE), orders, tuple(sorted(records)), breaches, accomplished)


def breach(
    rule: str,
    *offenders: str,
    since: str = "03:10",
    until: str | None = None,
    seen: Seen = Seen.LIVE,
    against: tuple[str, ...] = ("kim", "putin"),
    put_right: bool = False,
) -> Breach:
    """A breach of the house's rule."""
    return Breach(rule, offenders, against, at(since), at(until or since), seen, put_right)


def changed(run: Trace, **parts) -> Trace:
    """The same trace with other breaches, records or orders."""
    kept = {
        name: parts.get(name, getattr(run, name))
        for name in ("orders", "records", "breaches", "accomplished_at")
    }
    kept["records"] = tuple(sorted(kept["records"]))
    return Trace(run.scenario, run.circumstances, **kept)


def incident() -> Trace:
    """Pyongyang in short: seven in at 12:03:10, three sit, all sent out on air at 12:04, the feed cut."""
    found, records = [], [Record(at("02:00"), Code.ON_AIR, -1, 0)]
    for i, name in enumerate(MINISTERS):
        entered = at("03:10") + i * 1_500
        index = FIRST_MINISTER + i
        records += [
            Record(entered, Code.ENTERED, index, 1),
            Record(entered + 5_000, Code.TOOK_PLACE, index, 0),
            Record(at("04:00"), Code.SENT_OUT, index, 0),
            Record(at("04:12"), Code.LEFT, index, 1),
        ]
        found.append(
            Breach("leaders-first", (name,), ("kim", "putin"), entered, at("04:12"), Seen.LIVE, True)
        )
        if i < 3:
            records.append(Record(entered + 9_000, Code.SAT, index, 0))
            found.append(
                Breach(
                    "nobody-sits", (name,), ("kim", "putin"), entered + 9_000, at("04:02"), Seen.LIVE, True
                )
            )
    records += [
        Record(at("04:03"), Code.OFF_AIR, -1, 1),
        Record(at("06:40"), Code.ENTERED, KIM, 0),
        Record(at("06:50"), Code.ENTERED, PUTIN, 0),
        Record(at("06:40"), Code.ON_AIR, -1, 0),
    ]
    return trace(tuple(found), tuple(records), "11:30")
