"""The small parts: films cut into pieces, a shelf, messages as they come, doors, the roster."""

from __future__ import annotations

import asyncio
import json
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.room.refusals import Code, Refused
from game.classroom.server.film import pack
from game.classroom.server.reading import LARGEST, number, read_message
from game.classroom.server.roster import RosterUnreadable, print_roster, read_roster
from game.classroom.server.serving import NoPort, open_doors
from game.classroom.server.shelf import Shelf


@given(st.lists(st.integers(0, 40)).map(sorted), st.integers(-2, 42), st.integers(-2, 42))
def test_a_film_gives_back_exactly_what_lies_between(ats: list[int], after: int, until: int) -> None:
    entries = [{"at": at, "text": f"é{nth}"} for nth, at in enumerate(ats)]
    film = pack(entries, (), 0, clean=True, accomplished=True)
    assert json.loads(film.between(after, until)) == [e for e in entries if after < e["at"] <= until]


def test_a_film_told_in_pieces_is_the_whole() -> None:
    entries = [{"at": at // 3} for at in range(100)]
    film = pack(entries, (), 0, clean=True, accomplished=True)
    told = [entry for at in range(-1, 40) for entry in json.loads(film.between(at, at + 1))]
    assert told == entries


def test_who_asks_while_it_is_made_waits_for_the_same() -> None:
    async def several() -> tuple[list[str | None], int]:
        shelf: Shelf[str] = Shelf(10, len)
        made = 0

        async def make(_wanted: object) -> str:
            nonlocal made
            made += 1
            await asyncio.sleep(0)
            return "thing"

        found = await asyncio.gather(*(shelf.get("a", make) for _ in range(5)))
        return [*found, await shelf.get("a", make)], made

    assert asyncio.run(several()) == (["thing"] * 6, 1)


def test_a_failure_is_told_to_all_who_wait_and_not_kept() -> None:
    async def several() -> str | None:
        shelf: Shelf[str] = Shelf(10, len)

        async def fail(_wanted: object) -> str:
            raise ValueError

        failed = await asyncio.gather(shelf.get("a", fail), shelf.get("a", fail), return_exceptions=True)
        assert [type(each) for each in failed] == [ValueError, ValueError]

        async def make(_wanted: object) -> str:
            return "well"

        return await shelf.get("a", make)

    assert asyncio.run(several()) == "well"


def test_what_was_given_up_is_made_for_who_still_wants_it() -> None:
    async def several() -> list[str | None]:
        shelf: Shelf[str] = Shelf(10, len)
        turn = asyncio.Event()

        async def make(wanted: Any) -> str | None:
            asked = wanted()
            await turn.wait()
            return "thing" if asked else None

        first = asyncio.ensure_future(shelf.get("a", make, lambda: False))
        await asyncio.sleep(0)
        second = asyncio.ensure_future(shelf.get("a", make))
        await asyncio.sleep(0)
        turn.set()
        return [await first, await second]

    assert asyncio.run(several())[1] == "thing"


def test_the_shelf_holds_no_more_than_its_weight() -> None:
    async def several() -> tuple[int, str | None]:
        shelf: Shelf[str] = Shelf(100, len)

        async def make(_wanted: object) -> str:
            return "x" * 30

        for nth in range(50):
            await shelf.get(nth, make)
        return len(shelf), shelf.peek(0)

    assert asyncio.run(several()) == (3, None)


@pytest.mark.parametrize(("text", "code"), [
    ("", Code.MALFORMED), ("[1]", Code.MALFORMED), ('{"a": Infinity}', Code.MALFORMED), ("{" * 5_000, Code.MALFORMED),
    (b'{"a": "\xff"}', Code.MALFORMED), ('{"a": "\\udc00"}', Code.MALFORMED), (" " * (LARGEST + 1), Code.TOO_LARGE),
])  # fmt: skip
def test_a_message_that_is_none_is_refused(text: str | bytes, code: Code) -> None:
    with pytest.raises(Refused) as refused:
        read_message(text)
    assert refused.value.code is code


@given(st.text(max_size=20))
def test_a_number_in_an_address_is_a_number_or_nothing(text: str) -> None:
    assert isinstance(number(text, -7), int)
    assert number("12", 0) == 12
    assert number(None, 5) == 5


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        doors = open_doors("127.0.0.1", taken)
        assert taken < doors.port <= taken + 20
        assert doors.addresses() == ("127.0.0.1",)
        doors.close()
    with pytest.raises(NoPort):
        open_doors("192.0.2.1", 8642)


def test_a_roster_reads_what_spreadsheets_write(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    for between in ",;\t":
        path.write_text(f"\ufeffPseudonym{between}Name\r\nBrass Heron{between}Zoë K.\r\n\r\n", encoding="utf-8")
        assert read_roster(path)["brass heron"] == "Zoë K."
    path.write_text(print_roster(["Brass Heron", "=x"], {"brass heron": "Zoë"}), encoding="utf-8")
    assert read_roster(path)["brass heron"] == "Zoë"
    for wrong in (b"only one column\nx\n", b"\xff\xfe\x00"):
        path.write_bytes(wrong)
        with pytest.raises(RosterUnreadable):
            read_roster(path)
    with pytest.raises(RosterUnreadable):
        read_roster(tmp_path / "none.csv")
