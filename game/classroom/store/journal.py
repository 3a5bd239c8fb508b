"""The store of all classes on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, RowMapping, delete, func, insert, select
from sqlalchemy.exc import SQLAlchemyError

from game.classroom.store.tables import ABOUT, ANSWERS, EVENTS, FORMAT, KEYS, METADATA, READING, ROOMS, engine_for
from game.classroom.store.values import Answered, Entry, Kept, Key, Listed, Opened, Stored, StoreFailed, Text
from game.classroom.store.writer import Writer, failed
from game.wording.catalogue import _

DAY: Final = 86_400_000

Read = TypeVar("Read")


class Journal:
    """Everything of every room. Writing gives a future, which is done once it is on the disk; reading waits.

    Raises StoreFailed where the database cannot be opened or read, or was made by a later version.
    """

    def __init__(self, url: str, patience: float = 4.0) -> None:
        self._engine = engine_for(url, patience)
        self._reader = self._engine.execution_options(**{READING: True})
        try:
            METADATA.create_all(self._engine)
            self._know_the_format()
        except (SQLAlchemyError, OSError) as error:
            raise failed(error) from error
        self._writer = Writer(self._engine)

    def close(self) -> None:
        """Write what is still asked for and let go of the database."""
        self._writer.close()
        self._engine.dispose()

    def open_room(self, opened: Opened, entry: Entry) -> Future[None]:
        """Keep a new room with its first events."""
        def work(connection: Connection) -> None:
            texts = [[text.name, text.text, text.language] for text in opened.texts]
            row = {"code": opened.code, "opened": opened.at, "settings": _json(opened.settings), "texts": _json(texts)}
            connection.execute(insert(ROOMS), row)
            _append(connection, entry)

        return self._writer.do(work)

    def append(self, entry: Entry) -> Future[None]:
        """Keep what has happened in a room, all of it or nothing."""
        return self._writer.do(lambda connection: _append(connection, entry))

    def forget(self, room: str, who: str, events: Iterable[Kept]) -> Future[None]:
        """Delete keys and answers of a trainee and put these events, in which nothing is theirs, for all of the room's.
        """
        kept = tuple(events)

        def work(connection: Connection) -> None:
            for table in (KEYS, ANSWERS):
                connection.execute(delete(table).where(table.c.room == room, table.c.who == who))
            connection.execute(delete(EVENTS).where(EVENTS.c.room == room))
            _append(connection, Entry(room, kept))

        return self._writer.do(work)

    def delete_room(self, room: str) -> Future[None]:
        """Delete a room and everything in it."""
        return self._writer.do(lambda connection: _delete(connection, [room]))

    def delete_before(self, at: int) -> Future[list[str]]:
        """Delete the rooms in which nothing has happened since (ms since the epoch); which they were."""
        def work(connection: Connection) -> list[str]:
            old = [room.code for room in _listed(connection) if room.last < at]
            _delete(connection, old)
            return old

        return self._writer.do(work)

    def rooms(self) -> tuple[Listed, ...]:
        """All rooms, the latest first."""
        return self._read(_listed)

    def keys(self) -> tuple[Key, ...]:
        """The keys of all rooms."""
        return self._read(lambda c: tuple(Key(**row) for row in c.execute(select(KEYS)).mappings()))

    def read_room(self, code: str) -> Stored | None:
        """A room with all that happened in it; None where there is none."""
        return self._read(lambda connection: _room(connection, code))

    def _read(self, work: Callable[[Connection], Read]) -> Read:
        try:
            with self._reader.connect() as connection, connection.begin():
                return work(connection)
        except (SQLAlchemyError, OSError) as error:
            raise failed(error) from error

    def _know_the_format(self) -> None:
        with self._engine.begin() as connection:
            found = connection.execute(select(ABOUT.c.value).where(ABOUT.c.name == "format")).scalar()
            if found is None:
                connection.execute(insert(ABOUT), {"name": "format", "value": str(FORMAT)})
            elif found != str(FORMAT):
                raise StoreFailed(_("it was made by another version of After You"))


def _append(connection: Connection, entry: Entry) -> None:
    if entry.events:
        rows = [{"room": entry.room, "seq": e.seq, "at": e.at, "who": e.who, "kind": e.kind, "data": _json(e.data)}
                for e in entry.events]
        connection.execute(insert(EVENTS), rows)
    if entry.keys:
        connection.execute(insert(KEYS), [_row(key) for key in entry.keys])
    if entry.answers:
        latest = {answer.device: answer for answer in entry.answers}
        connection.execute(delete(ANSWERS).where(ANSWERS.c.device.in_(latest)))
        connection.execute(insert(ANSWERS), [_row(answer) for answer in latest.values()])


def _row(value: Key | Answered) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _delete(connection: Connection, rooms: list[str]) -> None:
    for table in (ANSWERS, KEYS, EVENTS):
        connection.execute(delete(table).where(table.c.room.in_(rooms)))
    connection.execute(delete(ROOMS).where(ROOMS.c.code.in_(rooms)))


def _listed(connection: Connection) -> tuple[Listed, ...]:
    happened = select(EVENTS.c.room, EVENTS.c.kind, func.max(EVENTS.c.at).label("last"), func.count().label("number"))
    last: dict[str, int] = {}
    counts: dict[str, dict[str, int]] = {}
    for row in connection.execute(happened.group_by(EVENTS.c.room, EVENTS.c.kind)).mappings():
        last[row["room"]] = max(last.get(row["room"], 0), row["last"])
        counts.setdefault(row["room"], {})[row["kind"]] = row["number"]
    listed = []
    for row in connection.execute(select(ROOMS).order_by(ROOMS.c.opened.desc(), ROOMS.c.code)).mappings():
        code, at = row["code"], row["opened"]
        names = tuple(name for name, _text, _language in json.loads(row["texts"]))
        listed.append(Listed(code, at, last.get(code, at), json.loads(row["settings"]), names, counts.get(code, {})))
    return tuple(listed)


def _room(connection: Connection, code: str) -> Stored | None:
    row = connection.execute(select(ROOMS).where(ROOMS.c.code == code)).mappings().first()
    if row is None:
        return None
    events = connection.execute(select(EVENTS).where(EVENTS.c.room == code).order_by(EVENTS.c.seq)).mappings()
    answers = connection.execute(select(ANSWERS).where(ANSWERS.c.room == code)).mappings()
    return Stored(_opened(row), tuple(_kept(each) for each in events), tuple(Answered(**each) for each in answers))


def _opened(row: RowMapping) -> Opened:
    texts = tuple(Text(*text) for text in json.loads(row["texts"]))
    return Opened(row["code"], row["opened"], json.loads(row["settings"]), texts)


def _kept(row: RowMapping) -> Kept:
    return Kept(row["seq"], row["at"], row["who"], row["kind"], json.loads(row["data"]))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
