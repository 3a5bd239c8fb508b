"""The store of classes: acknowledged means on the disk, all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, text

from game.classroom.store.journal import Journal
from game.classroom.store.values import Answered, Entry, Kept, Key, Opened, StoreFailed, Text

ROOM = Opened("ABCDE", 1_000, {"title": "Tuesday"}, (Text("lesson", "id: lesson\n", "en"),))
WAIT = 20


def happened(seq: int, who: str = "t1", at: int = 1_000) -> Kept:
    return Kept(seq, at, who, "edited", {"name": "Zoë ☃", "n": seq})


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'class.db'}"


def opened(url: str, opened: Opened = ROOM, *events: Kept) -> Journal:
    journal = Journal(url, 0.05)
    journal.open_room(opened, Entry(opened.code, events)).result(WAIT)
    return journal


def test_what_was_kept_is_there_in_order_when_opened_again(url: str) -> None:
    journal = opened(url, ROOM, happened(1))
    answered = Answered("d", ROOM.code, "t1", 3, "said", '{"ok":{}}')
    futures = [journal.append(Entry(ROOM.code, (happened(seq),))) for seq in range(2, 200)]
    futures.append(journal.append(Entry(ROOM.code, (), (Key("k", ROOM.code, "t1", "token"),), (answered,))))
    for future in futures:
        future.result(WAIT)
    journal.close()
    again = Journal(url)
    stored = again.read_room(ROOM.code)
    assert stored is not None
    assert stored.opened == ROOM
    assert stored.events == tuple(happened(seq) for seq in range(1, 200))
    assert stored.answers == (answered,)
    assert again.keys() == (Key("k", ROOM.code, "t1", "token"),)
    assert again.read_room("OTHER") is None
    again.close()


def test_the_log_is_written_ahead_and_a_commit_reaches_the_disk(url: str) -> None:
    journal = opened(url)
    with journal._engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
    journal.close()


def test_only_the_last_answer_of_a_device_is_kept(url: str) -> None:
    journal = opened(url)
    answers = [Answered("d", ROOM.code, "t1", n, "said", str(n)) for n in range(5)]
    for answer in answers:
        journal.append(Entry(ROOM.code, answers=(answer,)))
    journal.append(Entry(ROOM.code, answers=tuple(answers))).result(WAIT)
    stored = journal.read_room(ROOM.code)
    assert stored is not None
    assert [answer.id for answer in stored.answers] == [4]
    journal.close()


def test_one_bad_work_harms_none_of_its_neighbours(url: str) -> None:
    journal = opened(url, ROOM, happened(1))
    futures = [journal.append(Entry(ROOM.code, (happened(seq),))) for seq in (2, 3, 1, 4, 5)]
    assert isinstance(futures[2].exception(WAIT), StoreFailed)
    assert [future.exception(WAIT) for future in futures if future is not futures[2]] == [None] * 4
    stored = journal.read_room(ROOM.code)
    assert stored is not None
    assert [each.seq for each in stored.events] == [1, 2, 3, 4, 5]
    journal.close()


def test_a_work_is_kept_whole_or_not_at_all(url: str) -> None:
    journal = opened(url, ROOM, happened(1))
    both = journal.append(Entry(ROOM.code, (happened(2), happened(1))))
    assert isinstance(both.exception(WAIT), StoreFailed)
    stored = journal.read_room(ROOM.code)
    assert stored is not None
    assert [each.seq for each in stored.events] == [1]
    journal.close()


def test_a_full_disk_is_told_and_passes(url: str) -> None:
    journal = opened(url)
    full = True

    def commit(_connection: object) -> None:
        if full:
            raise OSError(28, "No space left on device")

    event.listen(journal._engine, "commit", commit)
    with pytest.raises(StoreFailed, match="No space left"):
        journal.append(Entry(ROOM.code, (happened(1),))).result(WAIT)
    full = False
    journal.append(Entry(ROOM.code, (happened(1),))).result(WAIT)
    stored = journal.read_room(ROOM.code)
    assert stored is not None
    assert len(stored.events) == 1
    journal.close()


def test_a_database_that_somebody_else_writes_is_told(url: str) -> None:
    journal = opened(url)
    other = create_engine(url)
    with other.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(StoreFailed, match="locked"):
            journal.append(Entry(ROOM.code, (happened(1),))).result(WAIT)
        assert journal.read_room(ROOM.code) is not None  # reading waits for nobody
        connection.rollback()
    journal.append(Entry(ROOM.code, (happened(1),))).result(WAIT)
    journal.close()


def test_a_forgotten_trainee_is_nowhere_in_the_file(url: str, tmp_path: Path) -> None:
    journal = opened(url, ROOM, *(Kept(n, 1, "t1", "joined", {"name": "Sophronia"}) for n in range(1, 50)))
    answered = Answered("d", ROOM.code, "t1", 1, "said", '{"name":"Sophronia"}')
    journal.append(Entry(ROOM.code, (), (Key("k", ROOM.code, "t1", "token"),), (answered,))).result(WAIT)
    journal.forget(ROOM.code, "t1", [happened(1, "t2")]).result(WAIT)
    stored = journal.read_room(ROOM.code)
    assert stored is not None
    assert stored.events == (happened(1, "t2"),)
    assert stored.answers == ()
    assert journal.keys() == ()
    journal.close()
    for path in tmp_path.iterdir():
        assert b"Sophronia" not in path.read_bytes(), path


def test_rooms_are_listed_and_old_ones_deleted(url: str) -> None:
    journal = opened(url, ROOM, happened(1, at=5_000))
    late = Opened("LATER", 4_000, {"title": "Wednesday"}, ())
    journal.open_room(late, Entry("LATER")).result(WAIT)
    assert [(room.code, room.last, room.scenarios) for room in journal.rooms()] == [
        ("LATER", 4_000, ()), ("ABCDE", 5_000, ("lesson",)),
    ]  # fmt: skip
    assert journal.delete_before(4_500).result(WAIT) == ["LATER"]
    journal.delete_room("ABCDE").result(WAIT)
    assert journal.rooms() == ()
    assert journal.read_room("ABCDE") is None
    journal.close()


def test_a_closed_store_takes_nothing_and_loses_nothing(url: str) -> None:
    journal = opened(url)
    last = journal.append(Entry(ROOM.code, (happened(1),)))
    journal.close()
    assert last.done()
    with pytest.raises(StoreFailed):
        journal.append(Entry(ROOM.code, (happened(2),))).result(WAIT)


def test_what_is_no_database_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Sir, " * 500, encoding="utf-8")
    with pytest.raises(StoreFailed, match="not a database"):
        Journal(f"sqlite:///{path}")
    with pytest.raises(StoreFailed, match="unable to open"):
        Journal(f"sqlite:///{tmp_path / 'none' / 'class.db'}")


def test_a_database_of_another_version_is_left_alone(url: str) -> None:
    journal = opened(url)
    with journal._engine.begin() as connection:
        connection.execute(text("UPDATE about SET value = '99'"))
    journal.close()
    with pytest.raises(StoreFailed, match="another version"):
        Journal(url)
