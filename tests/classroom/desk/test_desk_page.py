"""The instructor's desk in a browser: all it says to the server, and what it asks back before."""

from __future__ import annotations

from typing import Any

import pytest

from game.classroom.room.settings import read_settings
from tests.classroom.desk.conftest import OpenPage, until
from tests.classroom.desk.fake import KEY, Fake
from tests.classroom.desk.fixtures import CODE, news, room

ROOMS = [{"code": CODE, "title": "", "scenarios": ["pyongyang-2024", "own"], "opened": 1_700_000_000_000,
          "last": 1_700_000_000_000, "deleted_at": 1_702_600_000_000, "joined": 30, "ended": False, "in_session": True}]
STAGES = range(9)


@pytest.fixture
def desk(fake: Fake, open_page: OpenPage) -> Any:
    """The desk of a class of thirty that is planning."""
    fake.rooms, fake.news = ROOMS, news(2, 30)
    page = open_page(f"/desk#{KEY}")
    page.locator("#now-title").wait_for()
    return page


def said(page: Any, fake: Fake, verb: str) -> dict[str, Any]:
    """The last message of a verb, once it has come; without its number."""
    for _ in range(200):
        found = [message for message in fake.said if message["do"] == verb]
        if found:
            return {key: value for key, value in found[-1].items() if key not in ("id", "do", "room")}
        page.wait_for_timeout(20)
    raise AssertionError(f"nobody said {verb}")


def click(page: Any, name: str, **how: Any) -> None:
    page.get_by_role("button", name=name, exact=True).click(**how)


def confirm(page: Any) -> None:
    page.locator("dialog button.danger").click()


def test_the_key_is_taken_out_of_the_address_and_outlives_a_reload(desk: Any) -> None:
    assert KEY not in desk.url
    desk.reload()
    desk.locator("#now-title").wait_for()


def test_a_wrong_key_is_asked_for_again(fake: Fake, open_page: OpenPage) -> None:
    fake.rooms, fake.news = ROOMS, news(0, 3)
    page = open_page("/desk#not-the-key")
    page.get_by_text("This key does not open the desk.").first.wait_for()
    page.get_by_label("Key").fill(KEY)
    page.keyboard.press("Enter")
    page.locator("#now-title").wait_for()


def test_a_room_is_opened_by_keyboard_alone(fake: Fake, open_page: OpenPage) -> None:
    fake.answers["open"] = {"room": CODE}
    page = open_page(f"/desk#{KEY}")
    page.get_by_role("button", name="Add Leaders first").press("Enter")
    page.get_by_role("button", name="Add First steps").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Add"
    page.get_by_role("button", name="First steps: earlier").press("Enter")
    assert page.evaluate("document.activeElement.closest('li').textContent").startswith("First steps")
    page.get_by_label("Title of the session").fill("Group B")
    page.get_by_role("radio", name="In teams").press("Space")
    page.get_by_label("Names of the teams").fill("Heron\n\n Otter ")
    page.get_by_role("radio", name="on another day").press("Space")
    page.get_by_label("Minutes of Plan", exact=True).fill("20")
    assert page.get_by_text("129 minutes in all").is_visible()
    fake.news = news(0, 0)
    page.get_by_role("button", name="Open the room").press("Enter")
    message = said(page, fake, "open")
    assert message["scenarios"] == ["first-steps", "pyongyang-2024"]
    settings = read_settings(message)
    assert (settings.title, settings.teams, settings.second_day, settings.minutes["plan"]) == (
        "Group B", ("Heron", "Otter"), 2, 20)
    page.get_by_text("Nobody is here yet.").wait_for()


def test_self_paced_work_has_a_deadline_and_no_timetable(fake: Fake, open_page: OpenPage) -> None:
    fake.answers["open"] = {"room": CODE}
    fake.news = news(0, 0)
    page = open_page(f"/desk#{KEY}")
    click(page, "Add Leaders first")
    page.get_by_role("radio", name="At their own pace").check()
    page.get_by_role("textbox", name="Deadline").fill("2031-02-03T16:30")
    assert not page.get_by_text("Each stage has its time").is_visible()
    click(page, "Open the room")
    settings = read_settings(said(page, fake, "open"))
    assert settings.deadline == page.evaluate("new Date('2031-02-03T16:30').getTime()")
    assert set(settings.minutes.values()) == {0}


def test_the_rooms_of_this_computer_are_listed(fake: Fake, open_page: OpenPage) -> None:
    fake.rooms, fake.news = [*ROOMS, {**ROOMS[0], "code": "OLD", "title": "Group A", "ended": True}], news(2, 3)
    fake.rooms[0] = {**ROOMS[0], "ended": True}
    page = open_page(f"/desk#{KEY}")
    page.get_by_role("heading", name="Rooms on this computer").wait_for()
    assert page.get_by_text("Leaders first, own").is_visible()
    assert page.get_by_text("deleted by itself on").count() == 2
    page.get_by_role("button", name="Go to it: Group A").click()
    page.locator("#now-title").wait_for()


def test_at_their_own_pace_each_has_a_stage(fake: Fake, open_page: OpenPage) -> None:
    fake.rooms, fake.news = ROOMS, news(1, 4)
    for nth, number in enumerate((8, 2, 4, 2)):
        fake.news["teams"][nth]["stage"] = number
    fake.news |= {"room": room(mode="self-paced", deadline=1_800_000_000_000),
                  "clock": {"runs": True, "left": 600_000_000, "whole": None}}
    page = open_page(f"/desk#{KEY}")
    page.get_by_text("1 of 4 have come to the end.").wait_for()
    states = page.locator("tbody td.state > span:nth-child(2)").all_inner_texts()
    assert [state.split(":")[0] for state in states] == ["Plan", "Plan", "Debrief", "End"]
    assert page.get_by_role("button", name="+5 min for all").count() == 0
    page.get_by_role("navigation", name="Stages of the session").get_by_role("button", name="Debrief").click()
    assert "brought there" in page.locator("dialog").inner_text()


def test_who_needs_help_stands_first_and_names_are_only_text(fake: Fake, open_page: OpenPage) -> None:
    fake.rooms, fake.news = ROOMS, news(2, 12)
    evil = "<img src=x onerror=document.title='broken'>"
    fake.news["teams"][11]["name"] = fake.news["trainees"][11]["name"] = evil
    page = open_page(f"/desk#{KEY}")
    page.locator("tbody tr").first.wait_for()
    states = page.locator("tbody td.state > span:nth-child(2)").all_inner_texts()
    order = ["not here", "nobody briefed yet", "plan cannot be handed in as it is", "planning", "handed in",
             "worked offline"]
    assert states == sorted(states, key=order.index)
    assert page.get_by_text(evil).count() > 0
    assert "broken" not in page.title()
    page.get_by_label("Find a name").fill("img")
    assert page.locator("tbody tr").count() == 1


def test_no_row_moves_away_under_a_finger(desk: Any, fake: Fake) -> None:
    first = desk.locator("tbody tr").first
    name = first.locator(".who").inner_text()
    first.hover()
    assert fake.news is not None
    teams = [{**team, "plan": {**team["plan"], "handed_in": True}} for team in fake.news["teams"]]
    fake.change(teams=teams)
    desk.get_by_text("29 of 29 plans are handed in.").wait_for()
    assert first.locator(".who").inner_text() == name


def test_the_next_stage_asks_back_while_plans_are_missing(desk: Any, fake: Fake) -> None:
    click(desk, "Open the doors")
    assert desk.locator("#dialog-title").inner_text() == "24 plans are not handed in"
    desk.keyboard.press("Escape")
    assert not desk.locator("dialog").is_visible()
    assert fake.said == []
    click(desk, "Open the doors")
    confirm(desk)
    assert said(desk, fake, "next") == {}


def test_a_change_of_stage_is_announced(desk: Any, fake: Fake) -> None:
    fake.change(**{key: value for key, value in news(3, 30).items() if key != "rev"})
    desk.get_by_role("heading", name="Run").wait_for()
    assert desk.locator("#urgently").inner_text() == "Now: Run"


def test_going_back_by_the_line_of_stages_asks_first(desk: Any, fake: Fake) -> None:
    desk.get_by_role("navigation", name="Stages of the session").get_by_role("button", name="Lobby").click()
    assert "goes back" in desk.locator("dialog").inner_text()
    confirm(desk)
    assert said(desk, fake, "to") == {"number": 0}


def test_the_clock_is_paused_lengthened_and_set(desk: Any, fake: Fake) -> None:
    click(desk, "Pause all")
    said(desk, fake, "pause")
    click(desk, "+5 min for all")
    assert said(desk, fake, "add_time") == {"seconds": 300, "team": None}
    click(desk, "Set…")
    desk.get_by_label("Minutes left from now on").fill("9")
    desk.keyboard.press("Enter")
    assert said(desk, fake, "limit") == {"seconds": 540}
    assert fake.news is not None
    fake.change(clock={"runs": False, "left": 95_000, "whole": 720_000})
    click(desk, "Go on")
    said(desk, fake, "resume")


def test_what_is_done_for_one_trainee(desk: Any, fake: Fake) -> None:
    desk.get_by_role("button", name="Actions for Silver Lynx").click()
    click(desk, "+3 min for Silver Lynx")
    assert said(desk, fake, "add_time") == {"seconds": 180, "team": "t10"}
    desk.locator("dialog").get_by_label("Name", exact=True).fill("Silver Fox")
    click(desk, "Rename")
    assert said(desk, fake, "rename") == {"trainee": "t10", "name": "Silver Fox"}
    click(desk, "Hand in for them")
    confirm(desk)
    assert said(desk, fake, "hand_in_all") == {"team": "t10"}
    click(desk, "Delete their data")
    confirm(desk)
    assert said(desk, fake, "forget") == {"trainee": "t10"}


def test_removing_somebody_asks_back(desk: Any, fake: Fake) -> None:
    desk.get_by_role("button", name="Actions for Silver Lynx").click()
    click(desk, "Remove from the room")
    click(desk, "No, go back")
    assert fake.said == []
    click(desk, "Remove from the room")
    confirm(desk)
    assert said(desk, fake, "remove") == {"trainee": "t10"}


def test_a_team_has_its_members_and_somebody_who_writes(fake: Fake, open_page: OpenPage) -> None:
    fake.rooms, fake.news = ROOMS, news(2, 4)
    teams = fake.news["teams"][:2]
    for nth, team in enumerate(teams):
        team |= {"name": ("Heron", "Otter")[nth], "members": [f"t{nth}", f"t{nth + 2}"]}
    fake.news |= {"teams": teams, "room": room(teams=True, team_names=["Heron", "Otter", "Lynx"])}
    page = open_page(f"/desk#{KEY}")
    page.get_by_role("button", name="Actions for Heron").click()
    click(page, "Let them write the plan")
    assert said(page, fake, "drive") == {"trainee": "t2"}
    page.get_by_role("group", name="Silver Heron").get_by_label("Team").select_option("Lynx")
    assert said(page, fake, "team") == {"trainee": "t2", "team": "Lynx"}


def test_lock_help_orders_pace_and_bots(fake: Fake, open_page: OpenPage) -> None:
    fake.rooms, fake.news = ROOMS, news(0, 2)
    page = open_page(f"/desk#{KEY}")
    click(page, "Lock the room")
    said(page, fake, "lock")
    page.get_by_label("The walk-through shows").select_option("none")
    assert said(page, fake, "help") == {"level": "none"}
    page.get_by_label("Orders while the day runs").click()
    assert said(page, fake, "orders") == {"allowed": False}
    page.get_by_label("Pace of the day").select_option("8")
    assert said(page, fake, "pace") == {"pace": 8}
    page.get_by_text("Rehearsal with bots").click()
    page.get_by_label("Bots", exact=True).fill("12")
    click(page, "Let them join")
    assert said(page, fake, "bots") == {"count": 12}


def test_what_the_wall_shows_builds_on_what_was_chosen_before_the_answer(fake: Fake, open_page: OpenPage) -> None:
    fake.rooms, fake.news = ROOMS, news(4, 6)
    page = open_page(f"/desk#{KEY}")
    page.get_by_label("Names on the wall").check()
    page.get_by_role("radio", name="Two plans").check()
    page.get_by_label("Whose day").select_option("t3")
    until(page, "() => document.querySelector('.views .chosen').textContent.includes('Two plans')")
    for _ in range(100):
        if len(fake.said) == 3:
            break
        page.wait_for_timeout(20)
    assert said(page, fake, "project") == {"view": "contrast", "names": True, "team": "t3"}


def test_a_refusal_is_shown_as_its_sentence_and_said_aloud(desk: Any, fake: Fake) -> None:
    fake.refuse["lock"] = ("not-saved", "The server could not write this down.")
    click(desk, "Lock the room")
    desk.locator(".notice.bad").get_by_text("The server could not write this down.").wait_for()
    assert desk.locator("#urgently").inner_text() == "The server could not write this down."


def test_a_replay_file_is_taken_in(desk: Any, fake: Fake) -> None:
    desk.get_by_text("Somebody was offline").click()
    desk.get_by_label("Name", exact=True).fill(" Zara ")
    file = {"name": "zara.afteryou.json", "mimeType": "application/json", "buffer": b'{"format": 1}'}
    desk.get_by_label("Replay file").set_input_files(file)
    click(desk, "Take it in")
    assert said(desk, fake, "take_in") == {"name": "Zara", "replay": '{"format": 1}'}


def test_deleting_the_room_needs_its_code(desk: Any, fake: Fake) -> None:
    desk.get_by_text("This room").click()
    click(desk, "Delete the room")
    button = desk.get_by_role("button", name="Delete everything")
    assert button.is_disabled()
    desk.get_by_label("Type").fill("something")
    assert button.is_disabled()
    desk.get_by_label("Type").fill(CODE.lower())
    fake.rooms = []
    button.click()
    said(desk, fake, "delete")
    desk.get_by_role("heading", name="Open a room").wait_for()


def test_an_export_is_fetched_with_the_key_and_saved(desk: Any, fake: Fake) -> None:
    fake.documents[f"/api/desk/export/{CODE}/events.jsonl"] = {"kind": "joined"}
    desk.get_by_text("Afterwards").click()
    with desk.expect_download() as saving:
        click(desk, "All events (JSON lines)")
    assert saving.value.suggested_filename == f"{CODE}-events.jsonl"
    click(desk, "Gradebook (CSV)")
    desk.locator(".notice.bad").get_by_text("That is not there yet.").wait_for()


def test_a_server_that_is_gone_is_told_and_waited_for(desk: Any, fake: Fake) -> None:
    fake.gone = True
    fake.change()
    desk.locator(".offline").wait_for()
    fake.gone = False
    desk.locator(".offline").wait_for(state="detached")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (820, 1180)])
def test_no_stage_scrolls_sideways_and_each_has_one_button_for_what_comes_next(
    fake: Fake, open_page: OpenPage, width: int, height: int
) -> None:
    fake.rooms, fake.news = ROOMS, news(0, 30)
    page = open_page(f"/desk#{KEY}", width, height)
    for number in STAGES:
        fake.change(**{key: value for key, value in news(number, 30).items() if key != "rev"})
        page.locator(f"nav li:nth-child({number + 1}).now").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("#next").count() == 1
        assert page.locator("#next").bounding_box()["y"] < height
