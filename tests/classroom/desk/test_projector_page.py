"""The wall in a browser: read from afar, nothing scrolls, nothing before its time, and nobody's name unasked."""

from __future__ import annotations

from typing import Any

import pytest

from game.classroom.room.desk import VIEWS
from game.protocol.units import parse_clock
from tests.classroom.desk.conftest import OpenPage, until
from tests.classroom.desk.fake import KEY, Fake
from tests.classroom.desk.fixtures import CODE, DAY, document, run, wall

SIZES = [(1280, 720), (1920, 1080), (1024, 768)]
DEBRIEF = [view for view in VIEWS if view not in ("stage", "lobby", "brief", "room")]
FITS = """() => {
    const over = [document.documentElement, ...document.querySelectorAll("main, [data-fit]")]
        .filter((part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1);
    return over.map((part) => part.className || part.localName);
}"""
SMALLEST = """() => {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const texts = [...document.querySelectorAll("main *")].filter((part) => !part.closest("svg")
        && [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
    return Math.min(...texts.map((part) => parseFloat(getComputedStyle(part).fontSize) / rem));
}"""


def at(fake: Fake, open_page: OpenPage, number: int, size: tuple[int, int] = SIZES[0], **parts: Any) -> Any:
    """The wall at a stage."""
    fake.wall = wall(number, **parts)
    page = open_page(f"/projector/{CODE}#{KEY}", *size)
    page.locator("main").wait_for()
    until(page, "() => !document.querySelector('main.wait p') || document.querySelector('main.wait h1')")
    return page


def shown(page: Any) -> str:
    return str(page.locator("main").get_attribute("class"))


def test_the_lobby_says_where_to_go_and_names_nobody(fake: Fake, open_page: OpenPage) -> None:
    page = at(fake, open_page, 0)
    for text in ("192.168.1.20:8300", CODE, "30 have joined"):
        assert page.get_by_text(text).is_visible()
    page.locator(".qr img").wait_for()
    assert page.locator(".qr img").get_attribute("src").startswith("blob:")
    fake.show(trainees=31)
    page.get_by_text("31 have joined").wait_for()
    fake.show(room={**wall()["room"], "locked": True})
    page.get_by_text("The room is locked.").wait_for()
    assert page.get_by_text(CODE).count() == 0


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_scrolls_and_all_can_be_read_from_afar(fake: Fake, open_page: OpenPage, size: tuple[int, int]) -> None:
    page = at(fake, open_page, 0, size)
    page.locator(".qr img").wait_for()
    for number in (0, 1, 2, 8):
        fake.show(**{key: value for key, value in wall(number).items() if key != "rev"})
        name = {0: "lobby", 1: "brief", 2: "plan", 8: "wait"}[number]
        until(page, "name => document.querySelector('main.' + name) !== null", name)
        assert page.evaluate(FITS) == [], number
        assert page.evaluate(SMALLEST) > 1.2, number
    fake.show(**{key: value for key, value in wall(4).items() if key != "rev"})
    for view in DEBRIEF:
        fake.show(view=view)
        page.locator(f"main.debrief.{view}").wait_for()
        assert page.evaluate(FITS) == [], view
        assert page.evaluate(SMALLEST) > 1.1, view


def test_the_time_left_is_large_and_stands_still_when_paused(fake: Fake, open_page: OpenPage) -> None:
    page = at(fake, open_page, 2, clock={"runs": False, "left": 95_000, "whole": 720_000})
    assert page.locator(".time.large").inner_text() == "1:35\npaused"
    assert page.locator(".time.large .figure").bounding_box()["height"] > 200
    assert page.get_by_text("11 of 30 plans are handed in").is_visible()
    fake.show(clock={"runs": True, "left": 0, "whole": 720_000})
    page.get_by_text("time is up").wait_for()


def test_the_keys_go_through_the_views_until_the_desk_shows_another(fake: Fake, open_page: OpenPage) -> None:
    page = at(fake, open_page, 4)
    page.locator("main.totals").wait_for()
    seen = []
    for _ in DEBRIEF:
        seen.append(shown(page).removeprefix("debrief "))
        page.keyboard.press("ArrowRight")
    assert sorted(seen) == sorted(DEBRIEF)
    page.keyboard.press("Escape")
    assert "totals" in shown(page)
    page.keyboard.press("ArrowLeft")
    assert "live" in shown(page)
    fake.show(view="questions")
    page.locator("main.questions").wait_for()


def test_the_debrief_waits_until_it_is_reckoned(fake: Fake, open_page: OpenPage) -> None:
    page = at(fake, open_page, 4, debrief=None, progress={"done": 12, "whole": 30})
    assert page.get_by_text("12 of 30 plans, each on 200 other days").is_visible()
    fake.show(debrief={"scenario": 0, "rev": 1}, progress={"done": 30, "whole": 30})
    page.locator("main.totals").wait_for()
    assert page.get_by_role("img", name="Totals, of 100.").count() == 1


def test_names_are_shown_when_the_desk_says_so_and_vanish_at_once(fake: Fake, open_page: OpenPage) -> None:
    page = at(fake, open_page, 4, view="mistake")
    page.locator("main.mistake").wait_for()
    assert page.get_by_text("12 of 30 plans").is_visible()
    assert page.get_by_text("one-leader").count() == 0
    fake.documents["/api/projector/debrief/0"] = document(names=True)
    fake.show(names=True)
    page.get_by_text("one-leader-11").first.wait_for()
    del fake.documents["/api/projector/debrief/0"]   # the document without names does not come
    fake.show(names=False)
    until(page, "() => !document.body.textContent.includes('one-leader')")


def test_the_room_shows_nothing_that_has_not_been_lived(fake: Fake, open_page: OpenPage) -> None:
    lived = parse_clock("12:33:40")
    page = at(fake, open_page, 3, run=run(lived))
    until(page, "() => document.querySelector('.told .last')")
    assert parse_clock(page.locator(".sky .clock-of-day").inner_text()) <= lived
    later = next(e["text"] for e in DAY if e["at"] > lived + 200_000 and e["what"] == "entered")
    fake.show(run=run(lived + 200_000))
    until(page, "t => document.querySelector('.sky .clock-of-day').textContent > t", "12:33:41")
    assert later not in page.locator(".told").inner_text()


def test_on_air_is_said_and_not_only_coloured(fake: Fake, open_page: OpenPage) -> None:
    on = next(entry["at"] for entry in DAY if entry["what"] == "on air")
    page = at(fake, open_page, 3, run=run(on + 20_000, runs=False))
    page.locator(".air.on").wait_for()
    assert page.locator(".air").inner_text() == "ON AIR"
    assert page.locator(".sky .paused").inner_text() == "paused"
    assert page.locator(".stage svg").get_attribute("aria-label")


def test_two_rooms_run_from_one_instant_at_one_time(fake: Fake, open_page: OpenPage) -> None:
    page = at(fake, open_page, 4, view="contrast")
    page.locator("main.contrast .sides svg.room").nth(1).wait_for()
    clocks = "() => [...document.querySelectorAll('.sides .clock-of-day')].map((one) => one.textContent)"
    first = page.evaluate(clocks)
    until(page, f"before => ({clocks})()[0] > before", first[0])
    page.get_by_role("button", name="Hold").click()
    held = page.evaluate(clocks)
    assert held[0] == held[1] > first[0]
    page.wait_for_timeout(300)
    assert page.evaluate(clocks) == held
    page.get_by_role("button", name="Again").click()
    until(page, f"before => ({clocks})()[1] < before", held[1])


def test_black_and_white_by_a_key(fake: Fake, open_page: OpenPage) -> None:
    page = at(fake, open_page, 0)
    page.keyboard.press("h")
    assert page.evaluate("getComputedStyle(document.querySelector('.frame')).backgroundColor") == "rgb(0, 0, 0)"
    page.keyboard.press("h")
    assert page.evaluate("getComputedStyle(document.querySelector('.frame')).backgroundColor") != "rgb(0, 0, 0)"


def test_a_key_that_opens_nothing_is_told(fake: Fake, open_page: OpenPage) -> None:
    fake.wall = wall(0)
    page = open_page(f"/projector/{CODE}#wrong")
    page.get_by_text("This page's key does not open the room.").wait_for()


def test_a_server_that_is_gone_is_told(fake: Fake, open_page: OpenPage) -> None:
    page = at(fake, open_page, 2)
    fake.gone = True
    fake.show()
    page.locator(".offline").wait_for()
    fake.gone = False
    page.locator(".offline").wait_for(state="detached")
