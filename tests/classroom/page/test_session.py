"""A session on the page against a real server: by touch on a phone, by keys on a laptop."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.classroom.page.browsing import LAPTOP, PHONE, Hands, chromium
from tests.classroom.server.conftest import server  # noqa: F401
from tests.classroom.server.serve import SECRETS, Server, until


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


def plan_of(server: Server, room: str) -> Any:  # noqa: F811
    """How far the plan of the first team is, as the desk sees it."""
    return server.get(f"/api/desk/news?room={room}", SECRETS.desk)["news"]["teams"][0]["plan"]


def test_by_touch_from_joining_to_the_second_try(browser: Any, server: Server) -> None:  # noqa: F811
    room = server.open("pyongyang-2024", pace=16)
    hands = Hands(browser, server, **PHONE)
    hands.join(room)
    server.desk(room, "next")
    hands.heading("Custom of the house").wait_for()
    server.desk(room, "next")
    hands.page.get_by_role("button", name="Ministers (7)").tap()
    card = hands.page.get_by_role("dialog")
    card.get_by_role("button", name="Enter").tap()
    card.get_by_role("radio", name="After an event").tap()
    card.get_by_role("button", name="+10 s").tap()
    card.get_by_text("They enter 10 s after Kim Jong Un has entered.").wait_for()
    card.get_by_text("Have it read back").tap()
    card.get_by_role("button", name="Close").tap()
    hands.kept()
    assert until(lambda: plan_of(server, room)["briefings"] == 1)
    assert hands.overflow() <= 0
    hands.page.get_by_role("slider", name="Time in the room").evaluate(
        "(node) => { node.value = Number(node.max); node.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    hands.button("Hand in").tap()
    hands.button("Take back").wait_for()
    assert plan_of(server, room)["handed_in"]
    server.desk(room, "next")
    hands.heading("Noted").wait_for()
    hands.says("The room is on air.")
    server.desk(room, "next")
    hands.heading("How the day went").wait_for()
    hands.page.get_by_role("button", name="See it at").first.tap()
    server.desk(room, "next")
    hands.says("Second try: this is the plan you had.")
    assert plan_of(server, room)["briefings"] == 1
    server.desk(room, "next")
    server.desk(room, "next")
    hands.heading("First and second try").wait_for()
    server.desk(room, "next")
    hands.heading("Thank you").wait_for()
    assert hands.faults == []
    hands.context.close()


FOCUSED = """(({ innerText, ariaLabel, id }) => `${innerText || ariaLabel || ""} ${id}`)(document.activeElement)"""


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Any, name: str) -> None:
    """Go on with Tab until what bears this name has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if name in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"no way to {name} by Tab")


def test_by_keys_alone(browser: Any, server: Server) -> None:  # noqa: F811
    room = server.open("first-steps")
    hands = Hands(browser, server, **LAPTOP)
    page = hands.page
    page.goto(hands.base)
    tab_to(page, "join-code")
    page.keyboard.type(room.lower())
    press(page, "Enter")
    page.locator(".pseudonym").wait_for()
    tab_to(page, "Join")
    press(page, "Enter")
    hands.button("I have written it down").wait_for()
    page.locator("#title:focus").wait_for()
    tab_to(page, "I have written it down")
    press(page, "Enter")
    hands.heading("What will come").wait_for()
    server.desk(room, "next")
    server.desk(room, "next")
    hands.heading("Whom to brief").wait_for()
    page.locator("#title:focus").wait_for()
    first = page.locator(".entry").first.get_attribute("id")
    assert first is not None
    tab_to(page, first)
    press(page, "Enter")
    page.locator("#card-title").wait_for()
    tab_to(page, "field-enter")
    press(page, "Enter")
    tab_to(page, "")
    press(page, "ArrowRight")  # from habit to the clock
    tab_to(page, "time-enter")
    before = page.locator("#time-enter").input_value()
    press(page, "ArrowUp", "ArrowUp", "PageUp")
    assert page.locator("#time-enter").input_value() != before
    tab_to(page, "Done")
    press(page, "Enter")
    page.locator("#field-enter:focus").wait_for()
    hands.kept()
    press(page, "Control+z")
    page.locator("#field-enter:not(.is-said)").wait_for()
    press(page, "Control+y")
    page.locator("#field-enter.is-said").wait_for()
    tab_to(page, "Hand in")
    press(page, "Enter")
    hands.button("Take back").wait_for()
    assert hands.faults == []
    hands.context.close()


def test_a_name_is_text_and_never_markup(browser: Any, server: Server) -> None:  # noqa: F811
    room = server.open("first-steps", title="<b>x</b>")
    hands = Hands(browser, server, **PHONE)
    hands.join(room)
    assert hands.page.locator("main b").count() == 0
    hands.says("<b>x</b>")
    hands.context.close()


def test_what_is_under_way_survives_a_change_of_device(browser: Any, server: Server) -> None:  # noqa: F811
    room = server.open("pyongyang-2024")
    first = Hands(browser, server, **PHONE)
    recovery = first.join(room)
    server.desk(room, "next")
    server.desk(room, "next")
    first.page.get_by_role("button", name="Vladimir Putin").tap()
    first.page.get_by_role("dialog").get_by_label("Door", exact=True).select_option("main")
    first.kept()
    second = Hands(browser, server, **LAPTOP)
    second.page.goto(f"{second.base}/c/{room}")
    second.button("I was here already").click()
    second.page.get_by_label("Your recovery code").fill(recovery)
    second.button("Come back").click()
    second.page.locator("#row-putin").click()
    assert second.page.get_by_label("Door", exact=True).input_value() == "main"
    assert json.loads(second.page.evaluate("localStorage.getItem('after-you.me')"))["token"]
    assert second.faults == []
    first.context.close()
    second.context.close()
