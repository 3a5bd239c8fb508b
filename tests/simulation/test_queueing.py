"""The engine's doors against SimPy's resources on random instances: identical passages, to the millisecond."""

from __future__ import annotations

from random import Random

import pytest

from game.protocol.plan import Order, Verb
from game.protocol.units import format_exact_clock
from game.simulation.codes import Code
from game.simulation.trace import Trace
from tests import rooms
from tests.simulation.queueing import Lanes, Walker, passages

NOON = 12 * 3_600_000
WALK = 5_000


def instance(seed: int) -> tuple[Trace, list[Lanes], list[Walker]]:
    """People who come to doors at random instants, some of whom are recalled and queue for the way out."""
    r = Random(seed)
    doors = [Lanes(r.randint(1, 3), r.choice((700, 1_500, 4_000))) for _ in range(r.randint(1, 3))]
    people = r.randint(2, 40)
    # No two at one instant: there the engine goes by the person's index, SimPy by insertion.
    instants = r.sample(range(0, r.choice((8_000, 60_000))), people)
    chosen = [r.randrange(len(doors)) for _ in range(people)]
    names = [f"p{n:02}" for n in range(people)]
    scenario = rooms.room(
        {name: f"side @d{door}" for name, door in zip(names, chosen, strict=True)},
        doors={
            f"d{n}": {"abreast": d.abreast, "headway": f"{d.headway // 1_000}.{d.headway % 1_000:03} s"}
            for n, d in enumerate(doors)
        },
        habits={n: {"set_out": f"at {format_exact_clock(NOON + at)}"} for n, at in zip(names, instants, strict=True)},
        clock=("12:00", "12:30"),
        liaison={"radio": "0.007 s", "asks": "0 s"},
    )
    # Recalled long after everybody is at the table, so that they stand a known walk from the door.
    recalled = {name: NOON + 600_000 + 13 * n for n, name in enumerate(r.sample(names, people // 2))}
    orders = tuple(Order(at, Verb.RECALL, name) for name, at in recalled.items())
    trace = rooms.simulate(scenario, rooms.Plan(), rooms.nominal(scenario), orders)
    walkers = [
        Walker(door, NOON + at + WALK, recalled[name] + 7 + WALK if name in recalled else None)
        for name, door, at in zip(names, chosen, instants, strict=True)
    ]
    return trace, doors, walkers


@pytest.mark.parametrize("seed", range(80))
def test_doors_pass_people_as_simpy_does(seed: int) -> None:
    trace, doors, walkers = instance(seed)
    ours: list[list[int]] = [[] for _ in walkers]
    for record in trace.records:
        if record.code in (Code.ENTERED, Code.LEFT):
            ours[record.who].append(record.at)
    assert ours == passages(doors, walkers)


def test_the_instances_queue_and_leave() -> None:
    # A comparison on instances without queues would prove nothing.
    waits = leaves = 0
    for seed in range(20):
        trace, _, walkers = instance(seed)
        entered = {r.who: r.at for r in trace.records if r.code == Code.ENTERED}
        waits += sum(entered[n] > walker.at_door for n, walker in enumerate(walkers))
        leaves += sum(record.code == Code.LEFT for record in trace.records)
    assert waits > 50
    assert leaves > 50
