"""Officers of the house at doors, read from a trace: who stands where, from when until when, and lets nobody in yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from game.protocol.people import Role
from game.protocol.scenario import Scenario
from game.simulation.codes import Code
from game.simulation.trace import Trace


@dataclass(frozen=True, slots=True)
class Post:
    """An officer at a door from `since` until `until`, instants in ms; None: to the end of the day.

    `keeps` is from when until when he lets nobody but a principal in; None where he only stands there.
    """

    officer: str
    door: str
    since: int
    until: int | None = None
    keeps: tuple[int, int | None] | None = None

    def keeps_at(self, instant: int) -> bool:
        """Whether he lets nobody in at an instant."""
        if self.keeps is None:
            return False
        since, until = self.keeps
        return since <= instant and (until is None or instant < until)


class Doorkeeping:
    """Who stands at which door over one run, and when the room is ready. Made once from a trace."""

    def __init__(self, scenario: Scenario, trace: Trace) -> None:
        self._scenario, self._trace = scenario, trace

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """Every stay of an officer at a door, in the order in which they came."""
        return tuple(_posts(self._scenario, self._trace))

    @cached_property
    def ready_at(self) -> int | None:
        """When the room became ready (ms); None where it is not before the end, the day's start where it always is."""
        if self._scenario.room_ready is None:
            return self._scenario.start
        return next((record.at for record in self._trace.records if record.code == Code.ROOM_READY), None)

    def ready(self, instant: int) -> bool:
        """Whether the room is ready for anybody to enter."""
        return self.ready_at is not None and self.ready_at <= instant

    def kept(self, instant: int) -> dict[str, tuple[str, ...]]:
        """The doors at which somebody lets nobody in at an instant, and who."""
        found: dict[str, tuple[str, ...]] = {}
        for post in self.posts:
            if post.keeps_at(instant):
                found[post.door] = (*found.get(post.door, ()), post.officer)
        return found


def _posts(scenario: Scenario, trace: Trace) -> Iterator[Post]:
    doors = scenario.room.doors
    officers = {i: person.id for i, person in enumerate(scenario.people) if person.role is Role.OFFICER}
    open_: dict[int, Post] = {}
    made: list[Post] = []
    for at, code, who, extra in trace.records if officers else ():
        if who not in officers:
            continue
        post = open_.get(who)
        if code == Code.AT_DOOR:
            open_[who] = Post(officers[who], doors[extra].id, at)
        elif post is None:
            continue
        elif code == Code.KEEPS:
            open_[who] = replace(post, keeps=(at, None))
        elif code == Code.OPENED and post.keeps:
            open_[who] = replace(post, keeps=(post.keeps[0], at))
        elif code == Code.TURNED_BACK:
            keeps = (post.keeps[0], at) if post.keeps and post.keeps[1] is None else post.keeps
            made.append(replace(open_.pop(who), until=at, keeps=keeps))
    yield from sorted((*made, *open_.values()), key=lambda post: (post.since, post.officer))
