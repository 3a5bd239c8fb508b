"""The command `after-you doctor`: what of a class works on this machine and this network."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game import console
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.classroom.doctor.findings import Finding

DONE: Final = 0
PROBLEMS: Final = 1


def doctor(arguments: argparse.Namespace) -> int:
    """`after-you doctor [--port N] [--devices N] [--json]`: 1 where something stands in the way of a class.

    It looks at this machine, then serves a page until Ctrl-C or until so many devices have reported.
    """
    from game.attempt.store import data_folder
    from game.classroom.doctor.findings import device_findings
    from game.classroom.doctor.machine import machine_findings

    folder = Path(data_folder()) / "classes"
    own = machine_findings(arguments.port, folder)
    if not arguments.json:
        _say(_("This machine"), own)
    devices: list[Mapping[str, Any]] = []
    if arguments.devices != 0 and not _bad(own):
        devices = _examine(arguments)
    found = [device_findings(report) for report in devices]
    if arguments.json:
        document = {"machine": [each.data() for each in own],
                    "devices": [[each.data() for each in one] for one in found]}
        console.say(json.dumps(document, ensure_ascii=False, indent=2))
    return PROBLEMS if any(_bad(each) for each in (own, *found)) else DONE


def _bad(findings: Sequence[Finding]) -> bool:
    from game.classroom.doctor.findings import State

    return any(finding.state is State.BAD for finding in findings)


def _examine(arguments: argparse.Namespace) -> list[Mapping[str, Any]]:
    from game.classroom.doctor.examination import Examination
    from game.classroom.doctor.findings import device_findings, verdict

    def told(number: int, report: Mapping[str, Any]) -> None:
        found = device_findings(report)
        if not arguments.json:
            _say(_("Device {number}").format(number=number), found)
            console.say(f"  {verdict(found)}\n")

    examination = Examination(arguments.port, told, arguments.devices)
    speak = console.complain if arguments.json else console.say
    speak(_invitation(examination.port))
    examination.run()
    return examination.devices


def _invitation(port: int) -> str:
    """Where the page is, as text and as a QR code that a phone can read off the screen."""
    from game.classroom.network import addresses, firewall_command, qr_text, url

    places = [url(address, port) for address in addresses()]
    lines = [
        _("Open one of these with a phone, and with another computer, on the network that the class will use:"),
        *(f"  {place}" for place in places),
        qr_text(places[0]),
        _("If nothing opens there, this lets it through this machine's firewall:"),
        f"  {firewall_command(port)}",
        _("If it still does not, the network keeps devices apart, as guest networks do: use another, or a hotspot."),
        _("Ctrl-C ends the examination."),
        "",
    ]
    return "\n".join(lines)


def _say(head: str, findings: Sequence[Finding]) -> None:
    from game.classroom.doctor.findings import State

    signs = {State.GOOD: _("good"), State.HINT: _("a hint"), State.BAD: _("in the way")}
    width = max(len(sign) for sign in signs.values())
    console.say("\n".join([head, *(f"  {signs[each.state]:{width}}  {each.sentence}" for each in findings)]) + "\n")
