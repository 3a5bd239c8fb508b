"""The bare queueing of people at doors, in SimPy: the peer that the engine is checked and measured against."""

from __future__ import annotations

from typing import NamedTuple

import simpy


class Walker(NamedTuple):
    """Somebody who reaches a door, and perhaps wants out again later; instants in ms, `door` an index."""

    door: int
    at_door: int
    at_exit: int | None = None


class Lanes(NamedTuple):
    """A door: how many abreast, and how long each holds a lane, ms."""

    abreast: int
    headway: int


def passages(doors: list[Lanes], walkers: list[Walker]) -> list[list[int]]:
    """When each walker passes the door, the first time inwards."""
    env = simpy.Environment()
    resources = [simpy.Resource(env, capacity=door.abreast) for door in doors]
    passed: list[list[int]] = [[] for _ in walkers]

    def walk(number: int, walker: Walker):
        door, headway = resources[walker.door], doors[walker.door].headway
        for instant in (walker.at_door, walker.at_exit):
            if instant is None:
                return
            yield env.timeout(max(0, instant - env.now))
            with door.request() as lane:
                yield lane
                passed[number].append(env.now)
                yield env.timeout(headway)

    for number, walker in enumerate(walkers):
        env.process(walk(number, walker))
    env.run()
    return passed
