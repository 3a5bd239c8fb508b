"""All rooms of a server, for whoever speaks to them over whatever transport."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from game.authoring.problems import ProblemsFound
from game.classroom.room import joining
from game.classroom.room.events import DESK, Kind
from game.classroom.room.messages import Message, verb_of
from game.classroom.room.refusals import Code, Refused
from game.classroom.room.settings import MOST_SCENARIOS, Settings, read_settings
from game.classroom.room.stages import Phase
from game.classroom.room.state import Room
from game.classroom.server import deeds, keys
from game.classroom.server.answers import Answer
from game.classroom.server.days import Days
from game.classroom.server.deeds import Said
from game.classroom.server.forgetting import without
from game.classroom.server.live import Around, Live
from game.classroom.server.loading import loader, scenarios_of, shipped_text
from game.classroom.server.news import Besides
from game.classroom.server.workers import WorkFailed
from game.classroom.store.journal import DAY, Journal
from game.classroom.store.values import Entry, Key, Listed, Opened, Stored, StoreFailed, Text
from game.wording.catalogue import _

OLDEST: Final = 30
"""So many days a room is kept after the last thing that happened in it, unless the instructor says otherwise."""

Fault = Callable[[BaseException, str], None]


class Hub:
    """Rooms by their codes, keys by their digests. `keep` is how many days rooms are kept.

    `roster` is the instructor's table of who is behind the pseudonyms.
    """

    def __init__(
        self, journal: Journal, days: Days, secrets: keys.Secrets, *, keep: int = OLDEST,
        addresses: Callable[[], list[str]] = list, roster: Path | None = None,
        fault: Fault = lambda _error, _doing: None,
    ) -> None:  # fmt: skip
        self.days = days
        self.secrets = secrets
        self.keep = keep
        self.addresses = addresses
        self.roster = roster
        self.fault = fault
        self._journal = journal
        self._keys: dict[str, Key] = {}
        self._live: dict[str, Live] = {}
        self._waking: dict[str, asyncio.Task[Live]] = {}
        self._coming: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._opened: dict[str, tuple[object, str]] = {}
        self._began = time.time() * 1_000 - time.monotonic() * 1_000
        self._housekeeping: asyncio.Task[None] | None = None

    def clock(self) -> int:
        """Ms since 1970. It never goes back, whatever is done to the system's clock."""
        return int(self._began + time.monotonic() * 1_000)

    async def start(self) -> None:
        """Delete what is too old and know everybody's keys. Raises StoreFailed."""
        await self._delete_old()
        self._on_keys(await asyncio.to_thread(self._journal.keys))
        self._housekeeping = asyncio.create_task(self._daily())

    async def end(self) -> None:
        """Come to rest: what was asked is still kept and answered."""
        if self._housekeeping is not None:
            self._housekeeping.cancel()
        for live in list(self._live.values()):
            await live.end()

    async def room(self, code: object) -> Live:
        """A room in session by its code, however it was typed. Raises Refused."""
        known = keys.typed(code)
        live = self._live.get(known)
        if live is not None:
            return live
        if known not in self._waking:
            self._waking[known] = asyncio.create_task(self._wake(known))
            self._waking[known].add_done_callback(lambda _done: self._waking.pop(known, None))
        return await asyncio.shield(self._waking[known])

    async def rooms(self) -> list[dict[str, Any]]:
        """All rooms that are kept, the latest first. Raises StoreFailed."""
        listed = await asyncio.to_thread(self._journal.rooms)
        return [self._row(each) for each in listed]

    async def open(self, settings: Settings, texts: Iterable[Text]) -> str:
        """Open a room; its code. Raises ProblemsFound and Refused."""
        pinned = tuple(texts)
        if not 0 < len(pinned) <= MOST_SCENARIOS:
            raise Refused(Code.BAD_VALUE)
        await asyncio.to_thread(scenarios_of, pinned)
        for _try in range(20):
            code = keys.new_code()
            opened = Opened(code, self.clock(), settings.data(), pinned)
            with contextlib.suppress(StoreFailed):  # another room has this code, or it cannot be written
                await asyncio.wrap_future(self._journal.open_room(opened, Entry(code)))
                return code
        raise Refused(Code.NOT_SAVED)

    def stored(self, code: str) -> Stored:
        """A room as it is kept; takes a while. Raises Refused and StoreFailed."""
        found = self._journal.read_room(code)
        if found is None:
            raise Refused(Code.NO_ROOM)
        return found

    # Trainees.

    def whose(self, token: str) -> Key:
        """Whose a token is. Raises Refused."""
        key = self._keys.get(keys.digest(token)) if 0 < len(token) <= 100 else None
        if key is None or key.kind != "token":
            raise Refused(Code.NO_TOKEN)
        return key

    async def about(self, code: object) -> dict[str, Any]:
        """What somebody may know of a room before they join. Raises Refused."""
        live = await self.room(code)
        found: dict[str, Any] = await live.ask(deeds.look(_about))
        return found

    async def join(self, message: Message) -> dict[str, Any]:
        """Somebody comes in: their token and recovery code. Raises Refused."""
        live = await self.room(message.get("code"))
        given = message.get("once")
        once = keys.digest(live.room.code, given) if isinstance(given, str) and 0 < len(given) <= 200 else ""
        while once in self._coming:  # the same coming, asked for twice at the same time
            await asyncio.wait([self._coming[once]])
        if once in self._keys:
            return await self._let_in(live, deeds.let_in_again(self._keys[once].who, anew=True))
        coming = asyncio.ensure_future(self._let_in(live, deeds.join(message.get("name"), message.get("team"), once)))
        if once:
            self._coming[once] = coming
            coming.add_done_callback(lambda _done: self._coming.pop(once, None))
        return await asyncio.shield(coming)

    async def recover(self, message: Message) -> dict[str, Any]:
        """Somebody comes back on another device: their token. Raises Refused."""
        live = await self.room(message.get("code"))
        key = self._keys.get(keys.digest("recovery", live.room.code, keys.typed(message.get("recovery"))))
        if key is None or key.kind != "recovery":
            raise Refused(Code.BAD_CODE)
        return await self._let_in(live, deeds.let_in_again(key.who))

    async def say(self, token: str, message: Message) -> Answer:
        """What a trainee's message is answered. It never raises: a refusal is an answer."""
        id_ = message.get("id") if type(message.get("id")) is int else None
        try:
            key = self.whose(token)
            live = await self.room(key.room)
            if message.get("do") == "hello":
                deed = deeds.hello(key.digest, key.who, id_)
            else:
                deed = deeds.trainee_says(key.digest, key.who, message)
            said: Said = await live.ask(deed)
        except Refused as refused:
            return Answer(id_, refused=refused)
        return await self._with_walk(live, said)

    async def scenario(self, token: str, number: int) -> bytes:
        """The document of a scenario of the room, from its brief on. Raises Refused."""
        key = self.whose(token)
        live = await self.room(key.room)
        digest = await live.ask(deeds.look(lambda room: _scenario_seen(room, key.who, number, live.digests)))
        return await self.days.scenario(digest)

    async def scenario_file(self, token: str, number: int) -> bytes:
        """The text of a scenario of the room without its solutions, from its brief on. Raises Refused."""
        key = self.whose(token)
        live = await self.room(key.room)
        await live.ask(deeds.look(lambda room: _scenario_seen(room, key.who, number, live.digests)))
        revealed: bool = await live.ask(deeds.look(lambda room: _debriefed(room, room.team_of(key.who).stage, number)))
        return await self.days.handed_out(live.texts[number].text, revealed=revealed)

    async def result(self, token: str, scenario: int, attempt: int) -> bytes:
        """The result of a try of the trainee's team, after the reveal. Raises Refused."""
        key = self.whose(token)
        live = await self.room(key.room)
        tried = await live.ask(deeds.look(lambda room: _try_seen(room, key.who, (scenario, attempt))))
        return await self.days.result(live.digests[scenario], tried)

    # The instructor.

    async def desk_says(self, message: Message) -> Answer:
        """What the instructor's message is answered. It never raises: a refusal is an answer."""
        id_ = message.get("id") if type(message.get("id")) is int else None
        try:
            verb = verb_of(message)
            if verb == "open":
                return await self._desk_opens(id_, message)
            live = await self.room(message.get("room"))
            if verb == "delete":
                await self.delete(live)
                return Answer(id_)
            if verb == "forget":
                await self.forget(live, message.get("trainee"))
                return Answer(id_)
            # Several desks may speak in turn, each counting for itself: every message is a device of its own.
            said: Said = await live.ask(deeds.desk_says(keys.digest(DESK, live.room.code, str(id_)), message))
        except Refused as refused:
            return Answer(id_, refused=refused)
        return said.answer

    async def forget(self, live: Live, trainee: object) -> None:
        """Delete everything of a trainee. Raises Refused."""
        async def change(room: Room) -> None:
            if not isinstance(trainee, str) or trainee not in room.trainees:
                raise Refused(Code.NO_SUCH_TRAINEE)
            stored = await asyncio.to_thread(self._journal.read_room, room.code)
            if stored is not None:
                left = without(stored.events, trainee, in_teams=room.in_teams)
                await asyncio.wrap_future(self._journal.forget(room.code, trainee, left))

        await live.reload(change)
        code = live.room.code
        self._keys = {digest: key for digest, key in self._keys.items() if (key.room, key.who) != (code, trainee)}

    async def delete(self, live: Live) -> None:
        """Delete a room and everything in it. Raises Refused."""
        code = live.room.code
        try:
            await asyncio.wrap_future(self._journal.delete_room(code))
        except StoreFailed:
            raise Refused(Code.NOT_SAVED) from None
        await self._let_go([code])

    # What everybody's messages need.

    async def _with_walk(self, live: Live, said: Said) -> Answer:
        answer, wish = said.answer, said.wish
        if wish is None:
            return answer
        try:
            walk = await self.days.walk(live.digests[wish.scenario], wish.plan, wish.shown, wish.wanted)
        except WorkFailed as failed:
            self.fault(failed, "a walk-through")
            walk = None  # the edit itself is kept
        return Answer(answer.id, answer.ok, extra=(("walk", walk or b"null"),))

    async def _let_in(self, live: Live, deed: deeds.Deed) -> dict[str, Any]:
        told: dict[str, Any] = await live.ask(deed)
        return told

    async def _desk_opens(self, id_: int | None, message: Message) -> Answer:
        """Opening is asked again when its answer was lost; that opens no second room."""
        said = keys.digest(repr(sorted(message.items(), key=str)))
        if id_ is not None and self._opened.get(DESK, (None, ""))[0] == said:
            return Answer(id_, {"room": self._opened[DESK][1]})
        names = message.get("scenarios")
        if not isinstance(names, list) or len(names) > MOST_SCENARIOS:
            raise Refused(Code.BAD_VALUE)
        settings = read_settings({**message, "teams": _team_names(message)})
        try:
            texts = await asyncio.to_thread(lambda: [shipped_text(name) for name in names])
            code = await self.open(settings, texts)
        except ProblemsFound as found:
            raise Refused(Code.NO_SUCH_SCENARIO, found.problems[0].render()) from None
        self._opened[DESK] = said, code
        return Answer(id_, {"room": code})

    async def _wake(self, code: str) -> Live:
        try:
            opened, scenarios, load = await asyncio.to_thread(loader, self._journal, code)
            room, answered = await asyncio.to_thread(load)
        except StoreFailed as failed:
            raise Refused(Code.NOT_SAVED, str(failed)) from None
        besides = Besides(self.keep, self.secrets.projector(code), self.addresses)
        around = Around(self._journal, self.days, self.clock, self.fault, self._on_keys)
        digests = tuple(self.days.know(scenario) for scenario in scenarios)
        self._live[code] = live = Live(room, answered, load, around, digests, opened.texts, besides)
        return live

    def _on_keys(self, new: Iterable[Key]) -> None:
        self._keys.update((key.digest, key) for key in new)

    def _row(self, listed: Listed) -> dict[str, Any]:
        live = self._live.get(listed.code)
        return {
            "code": listed.code, "title": listed.settings["title"], "opened": listed.at, "last": listed.last,
            "scenarios": list(listed.scenarios), "ended": Kind.ENDED in listed.counts,
            "joined": listed.counts.get(Kind.JOINED, 0),
            "deleted_at": listed.last + self.keep * DAY, "in_session": live is not None,
        }  # fmt: skip

    async def _daily(self) -> None:
        while True:
            await asyncio.sleep(DAY / 1_000)
            with contextlib.suppress(StoreFailed):
                await self._delete_old()

    async def _delete_old(self) -> None:
        before = self.clock() - self.keep * DAY
        await self._let_go(await asyncio.wrap_future(self._journal.delete_before(before)))

    async def _let_go(self, codes: list[str]) -> None:
        for code in codes:
            live = self._live.pop(code, None)
            if live is not None:
                await live.end(gone=True)
        self._keys = {digest: key for digest, key in self._keys.items() if key.room not in codes}


def _about(room: Room) -> dict[str, Any]:
    given = room.settings.given
    try:
        proposal = joining.proposal(room, deeds.draw(1))
    except Refused:
        proposal = ""
    return {
        "code": room.code, "title": room.title, "locked": room.locked, "names": "given" if given else "free",
        "proposal": proposal, "teams": list(room.settings.teams) or None,
        "joinable": not (room.locked or room.ended), "ended": room.ended,
    }  # fmt: skip


def _team_names(message: Message) -> object:
    """Teams as a page asks for them: their names, or how many there shall be."""
    teams = message.get("teams") or []
    if type(teams) is int and 0 < teams <= 60:
        return [_("Team {n}").format(n=n) for n in range(1, teams + 1)]
    return teams


def _scenario_seen(room: Room, who: str, number: int, digests: tuple[str, ...]) -> str:
    if who not in room.trainees:
        raise Refused(Code.NO_TOKEN)
    if not 0 <= number < len(digests):
        raise Refused(Code.NO_SUCH_SCENARIO)
    here = room.team_of(who).stage
    if not (room.ended or scenario_begun(room, here, number)):
        raise Refused(Code.NOT_NOW)
    return digests[number]


def _debriefed(room: Room, stage: int, number: int) -> bool:
    """Whether the debrief of a scenario has come at this stage."""
    stages = room.stages[: stage + 1]
    return room.ended or any(each.scenario == number and each.phase is Phase.DEBRIEF for each in stages)


def scenario_begun(room: Room, stage: int, number: int) -> bool:
    """Whether the brief of a scenario has come at this stage."""
    return any(each.scenario == number and each.phase is not Phase.LOBBY for each in room.stages[: stage + 1])


def _try_seen(room: Room, who: str, key: tuple[int, int]) -> Any:
    if who not in room.trainees:
        raise Refused(Code.NO_TOKEN)
    team = room.team_of(who)
    if key not in room.revealed(team):
        raise Refused(Code.NOT_NOW)
    return team.tries[key]
