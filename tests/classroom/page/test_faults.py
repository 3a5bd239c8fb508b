"""What goes wrong between page and server: gone and back, no WebSocket, two tabs, another device at the same plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.classroom.page.browsing import LAPTOP, PHONE, Hands, chromium
from tests.classroom.server.serve import SECRETS, Server, until


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


def planning(browser: Any, server: Server, **device: Any) -> tuple[str, Hands]:
    """A trainee at the plan."""
    room = server.open("pyongyang-2024")
    hands = Hands(browser, server, **device)
    hands.join(room)
    server.desk(room, "next")
    server.desk(room, "next")
    hands.heading("Whom to brief").wait_for()
    return room, hands


def brief(hands: Hands, who: str, door: str) -> None:
    """Tell somebody a door, and go back to the lists."""
    hands.page.get_by_role("button", name=who).click()
    hands.page.get_by_role("combobox", name="Door", exact=True).select_option(door)
    if hands.page.get_by_role("dialog").count():
        hands.page.get_by_role("button", name="Close").click()


def briefings(server: Server, room: str) -> int:
    """How many briefings the server has."""
    count: int = server.get(f"/api/desk/news?room={room}", SECRETS.desk)["news"]["teams"][0]["plan"]["briefings"]
    return count


def test_edits_made_while_the_server_is_away_are_sent_when_it_is_back(browser: Any, tmp_path: Path) -> None:
    server = Server(tmp_path)
    room, hands = planning(browser, server, **PHONE)
    brief(hands, "Vladimir Putin", "main")
    hands.kept()
    server.stop()
    hands.page.locator(".state.is-off").wait_for()
    brief(hands, "Sergei Lavrov", "main")
    hands.says("your edits are kept here")
    again = Server(tmp_path, server.port)
    hands.page.reload()  # and the page itself has forgotten everything
    hands.says("Edits that had not been sent are back in your plan.")
    hands.kept()
    assert until(lambda: briefings(again, room) == 2)
    assert hands.faults == []
    hands.context.close()
    again.stop()


def test_where_no_websocket_opens_the_page_says_so_and_works(browser: Any, tmp_path: Path) -> None:
    server = Server(tmp_path)
    room = server.open("pyongyang-2024")
    hands = Hands(browser, server, **LAPTOP)
    hands.page.route_web_socket("**/ws", lambda socket: socket.close())
    hands.join(room)
    hands.says("This network allows no live connection")
    server.desk(room, "next")
    server.desk(room, "next")
    hands.heading("Whom to brief").wait_for()
    brief(hands, "Vladimir Putin", "main")
    hands.kept()
    assert until(lambda: briefings(server, room) == 1)
    hands.button("Hand in").click()
    hands.button("Take back").wait_for()
    assert hands.faults == []
    hands.context.close()
    server.stop()


def test_two_devices_at_one_plan_lose_neither_edit(browser: Any, tmp_path: Path) -> None:
    server = Server(tmp_path)
    room = server.open("pyongyang-2024")
    one = Hands(browser, server, **PHONE)
    recovery = one.join(room)
    server.desk(room, "next")
    server.desk(room, "next")
    other = Hands(browser, server, **LAPTOP)
    other.page.goto(f"{other.base}/c/{room}")
    other.button("I was here already").click()
    other.page.get_by_label("Your recovery code").fill(recovery)
    other.button("Come back").click()
    other.heading("Whom to brief").wait_for()
    brief(one, "Vladimir Putin", "main")
    brief(other, "Sergei Lavrov", "main")
    brief(one, "Kim Jong Un", "main")
    one.kept()
    other.kept()
    assert until(lambda: briefings(server, room) == 3)
    one.context.close()
    other.context.close()
    server.stop()


def test_of_two_tabs_the_newer_goes_on(browser: Any, tmp_path: Path) -> None:
    server = Server(tmp_path)
    _room, hands = planning(browser, server, **LAPTOP)
    newer = hands.context.new_page()
    newer.goto(hands.base)
    newer.get_by_role("heading", name="Whom to brief").wait_for()
    hands.heading("Open in another tab").wait_for()
    hands.button("Go on here").click()
    hands.heading("Whom to brief").wait_for()
    newer.get_by_role("heading", name="Open in another tab").wait_for()
    hands.context.close()
    server.stop()


def test_who_is_removed_is_told_so(browser: Any, tmp_path: Path) -> None:
    server = Server(tmp_path)
    room, hands = planning(browser, server, **PHONE)
    who = server.get(f"/api/desk/news?room={room}", SECRETS.desk)["news"]["trainees"][0]["id"]
    server.desk(room, "remove", trainee=who)
    hands.heading("Join the class").wait_for()
    assert hands.page.locator(".trouble").count() == 1
    assert hands.page.evaluate("localStorage.getItem('after-you.me')") is None
    hands.context.close()
    server.stop()
