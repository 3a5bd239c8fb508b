"""A small morning for tests of run and debrief: two aides come in before the host, the house notices, sends out."""

from dataclasses import replace
from pathlib import Path

from game.protocol.room import Point
from game.protocol.rules import Confidence
from game.protocol.scenario import Account, Scenario, Source
from game.stage.session import Session
from tests.rooms import room, rule

PEOPLE = {
    "host": "house*",
    "guest": "visitors* @side",
    "envoy": "visitors.aides @side",
    "clerk": "visitors.aides @side",
}


def morning() -> Scenario:
    """12:02:05 envoy, 12:02:07 clerk enter on air; 12:02:25 noticed; 12:02:37 sent out; leaders in at 12:05:05."""
    made = room(
        PEOPLE,
        doors={"main": {}, "side": {}},
        habits={
            "host": {"set_out": "at 12:05"},
            "guest": {"set_out": "at 12:05"},
            "visitors.aides": {"set_out": "at 12:02", "spacing": "2 s"},
        },
        rules=[
            rule(
                "absent_until", id_="leaders-first", who="visitors.aides", until=["host entered", "guest entered"],
                house={"notices": "20 s", "answer": "12 s", "cut": "4 s", "recalls": "after host took place"},
            )
        ],
        orders={"house": ["host"], "visitors": ["guest", ["envoy", "clerk"]]},
        cameras=("room",),
        air=("12:01", None),
        returns="after host entered",
    )  # fmt: skip
    sourced = replace(made.rules[0], title="Leaders first", says="The aides wait outside.", source="post",
                      confidence=Confidence.HIGH)  # fmt: skip
    apart = tuple(
        replace(seat, at=Point(seat.at.x - 1_500, seat.at.y)) if seat.id == "seat-clerk" else seat
        for seat in made.room.seats
    )
    return replace(
        made,
        room=replace(made.room, seats=apart),
        rules=(sourced,),
        sources=(Source("post", "Told to wait", "The Morning Post", "2024-06-19"),),
        accounts=(Account("Two aides came in first.", "post"), Account("It was three.", "post", differs=True)),
        reconstructed=("The room.",),
    )


def session(folder: Path, *, lived: bool = False) -> Session:
    """A sitting with the doors just opened, or with the day lived to its end and scored."""
    sitting = Session(morning(), 1, folder)
    live = sitting.open_doors()
    if lived:
        sitting.live = live.live_to(live.scenario.end)
        sitting.finish()
    return sitting
