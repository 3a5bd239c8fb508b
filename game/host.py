"""The command `after-you host`: a class on one network, or at one machine."""

from __future__ import annotations

import argparse
import json
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game import console
from game.wording.catalogue import _, ngettext

if TYPE_CHECKING:
    from game.classroom.server.hub import Hub
    from game.classroom.server.keys import Secrets
    from game.classroom.server.serving import Doors, Serving
    from game.classroom.store.values import Text

DONE: Final = 0
FIRST: Final = "pyongyang-2024"
"""What a class plays where nothing is said."""


class HostRefused(Exception):
    """A class cannot be opened; the text is the whole answer."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a class is kept: the database by its URL, as a person calls it, and the file of its secrets."""

    url: str
    called: str
    secrets: Path


def host(arguments: argparse.Namespace) -> int:
    """Open a class, or take up the one that is open, and serve it until Ctrl-C. Raises HostRefused, ProblemsFound."""
    from game.classroom.server.loading import scenarios_of, text_of
    from game.classroom.server.serving import NoPort, open_doors

    texts = [text_of(name) for name in arguments.scenarios]
    scenarios_of(texts)  # what is wrong with a file is told before anything is opened
    _look_at_roster(arguments.roster)
    place = _place(arguments.db)
    secrets = _secrets(place)
    try:
        doors = open_doors(arguments.bind, arguments.port)
    except (NoPort, OSError) as taken:
        sentence = _("Nothing can be served on port {port} ({reason}); say another one with --port.")
        raise HostRefused(sentence.format(port=arguments.port, reason=taken)) from None
    return _serve(arguments, texts, place, secrets, doors)


def _serve(arguments: argparse.Namespace, texts: list[Text], place: _Place, secrets: Secrets, doors: Doors) -> int:
    from game.classroom.room.refusals import Refused
    from game.classroom.server.serving import Serving
    from game.classroom.store.values import StoreFailed

    served: list[Serving] = []

    async def begin(hub: Hub) -> None:
        code, taken_up = ("", False) if arguments.no_room else await _room(hub, arguments, texts)
        told = _invitation(served[0], place, code, taken_up=taken_up)
        _say(arguments, told)

    try:
        served.append(Serving(place.url, secrets, doors, workers=arguments.workers, keep=arguments.keep,
                              roster=arguments.roster, begin=begin))
    except StoreFailed as failed:
        doors.close()
        raise HostRefused(_cannot_keep(place, failed)) from None
    for name in ("SIGTERM", "SIGBREAK"):
        if hasattr(signal, name):  # the server ends in order at either; afterwards nothing is left to be ended
            signal.signal(getattr(signal, name), lambda *_: None)
    try:
        served[0].run()
    except KeyboardInterrupt:
        pass
    except StoreFailed as failed:
        raise HostRefused(_cannot_keep(place, failed)) from None
    except Refused as refused:
        raise HostRefused(refused.sentence) from None
    finally:
        served[0].close()
    console.complain(_("The class is kept in {place}; the same command takes it up again.").format(place=place.called))
    return DONE


async def _room(hub: Hub, arguments: argparse.Namespace, texts: Sequence[Text]) -> tuple[str, bool]:
    """The room's code, and whether it is one that was open already. Raises Refused, ProblemsFound, StoreFailed."""
    from game.classroom.room.settings import read_settings
    from game.classroom.server.loading import text_of

    asked = [text.name for text in texts]
    for room in await hub.rooms():
        same = room["scenarios"] == asked and arguments.title in (None, room["title"])
        if not room["ended"] and (same or not (asked or arguments.title)):
            await hub.room(room["code"])
            return room["code"], True
    settings = read_settings({
        "title": arguments.title, "mode": "self-paced" if arguments.self_paced else "live",
        "teams": arguments.teams, "names": "free" if arguments.free_names else "given",
    })  # fmt: skip
    return await hub.open(settings, texts or [text_of(FIRST)]), False


def _invitation(serving: Serving, place: _Place, code: str, *, taken_up: bool) -> dict[str, Any]:
    from game.classroom.network import firewall_command

    port = serving.doors.port
    addresses = serving.addresses()
    desk = f"{addresses[-1]}desk#{serving.secrets.desk}"
    return {
        "room": code or None, "taken_up": taken_up, "port": port, "addresses": addresses,
        "join": [f"{address}c/{code}" for address in addresses] if code else [],
        "desk": desk, "desks": [f"{address}desk#{serving.secrets.desk}" for address in addresses],
        "projector": f"{addresses[-1]}projector/{code}#{serving.secrets.projector(code)}" if code else None,
        "firewall": firewall_command(port), "database": place.called, "secrets": str(place.secrets),
        "keep_days": serving.hub.keep,
    }  # fmt: skip


def _say(arguments: argparse.Namespace, told: dict[str, Any]) -> None:
    if arguments.json:
        console.say(json.dumps(told, ensure_ascii=False, indent=2))
        return
    from game.classroom.network import qr_text

    lines = []
    if told["port"] != arguments.port:
        lines += [_("Port {port} is taken; this is {other}.").format(port=arguments.port, other=told["port"]), ""]
    if told["room"]:
        going_on = _("The class that was open goes on: room {code}") if told["taken_up"] else _("Room {code} is open")
        lines += [going_on.format(code=told["room"]), "", _("Trainees open one of these, on a phone or a computer:")]
        lines += [f"  {link}" for link in told["join"]]
        lines += [qr_text(told["join"][0]), ""]
        lines += [_("The projector's page:"), f"  {told['projector']}"]
    lines += [
        _("Your desk, for nobody else:"), f"  {told['desk']}", "",
        _("If no device gets there, this lets it through this machine's firewall:"), f"  {told['firewall']}",
        ngettext("Kept in {place}, and deleted {n} day after the last thing that happened.",
                 "Kept in {place}, and deleted {n} days after the last thing that happened.",
                 told["keep_days"]).format(place=told["database"], n=told["keep_days"]),
        _("Ctrl-C ends the serving; the same command takes the class up again."),
    ]  # fmt: skip
    console.say("\n".join(lines))


def _place(given: str | None) -> _Place:
    from game.attempt.store import data_folder

    folder = data_folder() / "classes"
    if given is not None and "://" in given:
        return _Place(given, given.rpartition("@")[2], folder / "class.secrets.json")
    path = folder / "class.db" if given is None else Path(given).absolute()
    return _Place(f"sqlite:///{path}", str(path), path.with_name(path.stem + ".secrets.json"))


def _secrets(place: _Place) -> Secrets:
    from game.classroom.server.keys import Secrets

    try:
        place.secrets.parent.mkdir(parents=True, exist_ok=True)
        return Secrets.kept(place.secrets)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise HostRefused(_("{path} cannot be written ({reason}).").format(path=place.secrets, reason=reason)) from None


def _cannot_keep(place: _Place, failed: Exception) -> str:
    return _("The class cannot be kept in {place} ({reason}).").format(place=place.called, reason=failed)


def _look_at_roster(path: Path | None) -> None:
    from game.classroom.server.roster import RosterUnreadable, read_roster

    if path is not None and path.exists():
        try:
            read_roster(path)
        except RosterUnreadable as unreadable:
            raise HostRefused(str(unreadable)) from None
