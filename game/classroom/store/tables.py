"""The tables, and the engine they lie in."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    Engine,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.pool import NullPool

FORMAT: Final = 1

METADATA: Final = MetaData()

ABOUT: Final = Table(
    "about", METADATA,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)  # fmt: skip

ROOMS: Final = Table(
    "rooms", METADATA,
    Column("code", String(16), primary_key=True),
    Column("opened", BigInteger, nullable=False),
    Column("settings", Text, nullable=False),
    Column("texts", Text, nullable=False),
)  # fmt: skip
"""`texts` are the scenarios as they were when the room was opened, so that a room plays the same for ever."""

EVENTS: Final = Table(
    "events", METADATA,
    Column("room", String(16), ForeignKey("rooms.code"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("who", String(64), nullable=False),
    Column("kind", String(64), nullable=False),
    Column("data", Text, nullable=False),
)  # fmt: skip

KEYS: Final = Table(
    "keys", METADATA,
    Column("digest", String(64), primary_key=True),
    Column("room", String(16), ForeignKey("rooms.code"), nullable=False),
    Column("who", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Index("keys_room", "room", "who"),
)  # fmt: skip

ANSWERS: Final = Table(
    "answers", METADATA,
    Column("device", String(64), primary_key=True),
    Column("room", String(16), ForeignKey("rooms.code"), nullable=False),
    Column("who", String(64), nullable=False),
    Column("id", BigInteger, nullable=False),
    Column("said", String(64), nullable=False),
    Column("answer", Text, nullable=False),
    Index("answers_room", "room", "who"),
)  # fmt: skip
"""`device` and `said` are digests: of the key that spoke, and of what it said."""

_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # acknowledged means that a power cut cannot take it back
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # forgetting somebody leaves nothing of them in free pages
    "PRAGMA cache_size=-4000",
)


READING: Final = "reading"
"""The execution option of a connection that only reads, and so need not wait for the one that writes."""


def engine_for(url: str, patience: float) -> Engine:
    """The engine of a database by its URL. For SQLite: write-ahead log, and a commit is on the disk.

    `patience` (s) is how long another process that writes is waited for.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url)
    lent = {"check_same_thread": False, "timeout": patience}
    engine = create_engine(url, poolclass=NullPool, connect_args=lent)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not when the driver thinks fit
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Any) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
