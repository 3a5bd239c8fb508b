"""Faults as a trainee meets them: reloading, no network, another device, a proxy without WebSockets, a dead server."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from tests.browser import needs
from tests.browser.hands import until
from tests.browser.people import SCENARIO, AtLaptop, Instructor, OnPhone, Trainee
from tests.browser.stand import LAPTOP, PHONE, Stand, stand
from tests.classroom.proxy import Proxy

NUMBERS = count(1)
MEANT = ("Failed to load resource", "WebSocket connection")
"""What Chromium itself logs where a request or a WebSocket does not get through: here that is meant."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    needs.insist()
    with stand(tmp_path_factory.mktemp("class")) as found:
        yield found


class Room:
    """A room, led over the desk's wire: these tests are about the trainee's page."""

    def __init__(self, place: Stand) -> None:
        self._place = place
        self.code = ""
        self.code = self.say("open", scenarios=[SCENARIO], title="Faults", names="free", pace=16, again=False)["room"]

    def say(self, verb: str, **fields: Any) -> Any:
        """Say something as the instructor; what it is answered."""
        message = {"room": self.code, "id": next(NUMBERS), "do": verb, **fields}
        return self._ask("/api/desk/say", json.dumps(message).encode())["ok"]

    def plan(self) -> Any:
        """How far the plan of the first trainee is, as the desk is told."""
        return self._ask(f"/api/desk/news?room={self.code}&rev=0")["news"]["teams"][0]["plan"]

    def _ask(self, path: str, body: bytes | None = None) -> Any:
        headers = {"Authorization": f"Bearer {self._place.host.key}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{self._place.base}{path}", body, headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    def planning(self, *trainees: Trainee) -> None:
        """Let these join, and go on to the plan."""
        for each in trainees:
            each.join(self.code)
            each.written_down()
        self.say("to", number=2)
        for each in trainees:
            each.sees("heading", "Whom to brief")

    def has(self, trainee: Trainee, number: int) -> None:
        """Wait until so many briefings have arrived."""
        until(trainee.page, lambda: self.plan()["briefings"] == number, f"{number} briefings have not arrived")


def by_door(trainee: Trainee, name: str, door: str) -> None:
    """Tell somebody a door."""
    card = trainee.open_card(name)
    trainee.choose("Door", door, within=card)
    if trainee.part("dialog").count():
        trainee.press("button", "Close", within=card)


def well(trainee: Trainee) -> None:
    """The page had no error of its own; close it."""
    assert [each for each in trainee.device.faults if not any(meant in each for meant in MEANT)] == []
    trainee.device.close()


def test_reloading_in_the_midst_of_the_plan_loses_no_edit(place: Stand) -> None:
    room, phone = Room(place), OnPhone(place.device(PHONE))
    room.planning(phone)
    by_door(phone, "Vladimir Putin", "main")
    by_door(phone, "Sergei Lavrov", "main")
    phone.page.reload()  # the last edit may not have been sent yet
    phone.standing("Vladimir Putin", "sent")
    phone.standing("Sergei Lavrov", "sent")
    room.has(phone, 2)
    well(phone)


def test_edits_made_offline_arrive_when_the_network_is_back(place: Stand) -> None:
    room = Room(place)
    with Proxy(place.host.address.port) as proxy:
        phone = OnPhone(place.device(PHONE, port=proxy.port))
        room.planning(phone)
        by_door(phone, "Vladimir Putin", "main")
        room.has(phone, 1)
        phone.device.context.set_offline(True)
        proxy.cut()
        phone.reads("Offline. This page keeps trying to come back.")
        by_door(phone, "Sergei Lavrov", "main")
        by_door(phone, "Denis Manturov", "main")
        phone.reads("Offline: your edits are kept here and sent when the connection is back.")
        assert room.plan()["briefings"] == 1
        phone.device.context.set_offline(False)
        phone.kept()
        room.has(phone, 3)
        well(phone)


def test_another_device_goes_on_where_the_first_was(place: Stand) -> None:
    room, phone, laptop = Room(place), OnPhone(place.device(PHONE)), AtLaptop(place.device(LAPTOP))
    room.planning(phone)
    by_door(phone, "Vladimir Putin", "main")
    phone.kept()
    laptop.come_back(room.code, phone.recovery)
    laptop.sees("heading", "Whom to brief")
    card = laptop.open_card("Vladimir Putin")
    assert laptop.part("combobox", "Door", within=card).input_value() == "main"
    laptop.choose("Door", "side", within=card)
    laptop.kept()
    laptop.hand_in()
    assert room.plan()["handed_in"]
    well(phone)
    well(laptop)


def test_where_websockets_are_refused_everything_works_over_requests(place: Stand) -> None:
    room = Room(place)
    with Proxy(place.host.address.port, refuses_upgrade=True) as proxy:
        phone = OnPhone(place.device(PHONE, port=proxy.port))
        room.planning(phone)
        phone.reads("This network allows no live connection")
        assert proxy.refused
        by_door(phone, "Vladimir Putin", "main")
        room.has(phone, 1)
        phone.hand_in()
        room.say("next")
        phone.sees("heading", "Noted")
        phone.reads("The room is on air.", role="listitem")
        room.say("next")
        phone.sees("heading", "How the day went")
        well(phone)


def test_the_pages_go_on_when_the_server_was_killed_and_is_back(place: Stand) -> None:
    room, phone, desk = Room(place), OnPhone(place.device(PHONE)), Instructor(place.device(LAPTOP))
    room.planning(phone)
    desk.page.goto(f"{place.base}/desk#{place.host.key}")
    row = desk.part("listitem").filter(has_text=room.code)
    stage = desk.part("heading", re.compile("^Plan"))
    row.or_(stage).first.wait_for()
    if row.count():  # other rooms are open too: this one is chosen
        desk.press("button", "Go to it: Faults", within=row)
    stage.wait_for()
    by_door(phone, "Vladimir Putin", "main")
    phone.kept()
    place.host.kill()
    phone.reads("Offline. This page keeps trying to come back.")
    desk.reads("No connection to the server.")
    by_door(phone, "Sergei Lavrov", "main")
    place.host.start()
    phone.kept()
    room.has(phone, 2)
    phone.hand_in()
    desk.reads("1 of 1 plans are handed in.")
    desk.on("Open the doors", "Run")
    phone.sees("heading", "Noted")
    well(phone)
    desk.device.close()
