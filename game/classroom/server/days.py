"""Everything that is simulated for rooms: asked of the workers, kept as long as there is room, never made twice."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence
from typing import Any, Final

from game.classroom.room.teams import Try
from game.classroom.server.film import Film
from game.classroom.server.shelf import Shelf, Wanted
from game.classroom.server.tasks import Tried
from game.classroom.server.workers import LATER, URGENT, Workers
from game.planning.robust import Robust
from game.protocol.plan import Plan
from game.protocol.scenario import Help, Scenario

_FILMS: Final = 48_000_000
_RESULTS: Final = 24_000_000
_WALKS: Final = 12_000_000
_STANDINGS: Final = 4_000


class Days:
    """`quick` are the processes that somebody waits for, `gentle` one that plays many days in the background."""

    def __init__(self, quick: Workers, gentle: Workers) -> None:
        self._quick = quick
        self._gentle = gentle
        self._films: Shelf[Film] = Shelf(_FILMS, lambda film: film.weight)
        self._results: Shelf[bytes] = Shelf(_RESULTS, len)
        self._walks: Shelf[bytes] = Shelf(_WALKS, len)
        self._scenarios: Shelf[bytes] = Shelf(_RESULTS, len)
        self._robust: Shelf[Robust] = Shelf(_STANDINGS, lambda _robust: 1)
        self._classes: Shelf[bytes] = Shelf(_RESULTS, len)

    def know(self, scenario: Scenario) -> str:
        """A scenario that days are asked of; the digest that names it from now on."""
        pickled = pickle.dumps(scenario)
        digest = hashlib.sha256(pickled).hexdigest()
        self._quick.know(digest, pickled)
        self._gentle.know(digest, pickled)
        return digest

    async def scenario(self, digest: str) -> bytes:
        """The document of a scenario."""
        return _there(await self._scenarios.get(digest, lambda _: self._quick.do("scenario", digest, urgency=URGENT)))

    async def handed_out(self, text: str, *, revealed: bool) -> bytes:
        """The text of a scenario as whoever plays it may have it."""
        return _there(await self._scenarios.get(
            (text, revealed), lambda _: self._quick.do("file", "", text, revealed, urgency=URGENT)))

    async def walk(self, digest: str, plan: Plan, shown: Help, wanted: Wanted) -> bytes | None:
        """The walk-through of a plan; None where nobody waits for it any more when its turn comes."""
        return await self._walks.get(
            (digest, plan, shown),
            lambda still: self._quick.do("walk", digest, plan, shown.value, wanted=still),
            wanted)

    async def film(self, digest: str, tried: Try, urgency: int = URGENT, *, records: bool = False) -> Film:
        """The film of a day, or its records as the game's window needs them."""
        task = "records" if records else "film"
        found = await self._films.get(
            (task, *_day(digest, tried)),
            lambda _: self._quick.do(task, digest, tried.seed, tried.plan, tried.orders, urgency=urgency))
        assert found is not None  # it is wanted always
        return found

    async def result(self, digest: str, tried: Try) -> bytes:
        """The result document of a day."""
        return _there(await self._results.get(
            _day(digest, tried), lambda _: self._quick.do("result", digest, tried.seed, tried.plan, tried.orders)))

    def stands(self, digest: str, tried: Try) -> Robust | None:
        """How a plan stands on other days, as far as that has been played."""
        return self._robust.peek(_day(digest, tried))

    async def play_other_days(self, digest: str, tried: Try, wanted: Wanted) -> Robust | None:
        """How a plan stands on other days; None where nobody wants to know any more when its turn comes."""
        return await self._robust.get(
            _day(digest, tried),
            lambda still: self._gentle.do(
                "robust", digest, tried.seed, tried.plan, tried.orders, urgency=LATER, wanted=still),
            wanted)

    async def of_class(self, given: Sequence[tuple[str, Sequence[Tried]]], what: str) -> bytes:
        """What there is to tell of a class about these scenarios and the tries at each, in one of its forms."""
        key = (what, tuple((digest, tuple(tries)) for digest, tries in given))
        with_scenarios = [(self._gentle.scenario(digest), tuple(tries)) for digest, tries in given]
        return _there(await self._classes.get(
            key, lambda _: self._gentle.do("class", "", with_scenarios, what, urgency=URGENT)))


def _day(digest: str, tried: Try) -> tuple[Any, ...]:
    return digest, tried.seed, tried.plan, tried.orders


def _there(found: bytes | None) -> bytes:
    assert found is not None  # what is wanted always is made
    return found


