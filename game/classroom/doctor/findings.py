"""What was found, each as one line a person can act upon, and what follows for a class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from game.wording.catalogue import _

CALM: Final = 300
"""Ms of round trip up to which a class feels immediate."""


class State(StrEnum):
    """How it stands: good, good enough with a hint, or in the way of a class."""

    GOOD = "good"
    HINT = "hint"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `code` is for programs, `sentence` for people: what is so, and what to do."""

    code: str
    state: State
    sentence: str

    def data(self) -> dict[str, str]:
        """As plain data."""
        return {"code": self.code, "state": self.state.value, "sentence": self.sentence}


def device_findings(report: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What a device's report means. A report is data from anywhere: what is missing or odd counts as not working."""
    return (_page(report), _round_trip(report), _socket(report), _poll(report))


def _page(report: Mapping[str, Any]) -> Finding:
    width = report.get("width")
    if isinstance(width, int) and 0 < width < 340:
        sentence = _("The page is only {width} wide on this device; 360 and more is comfortable.")
        return Finding("page", State.HINT, sentence.format(width=width))
    return Finding("page", State.GOOD, _("The page reaches this device."))


def _round_trip(report: Mapping[str, Any]) -> Finding:
    ms = report.get("round_trip")
    if not isinstance(ms, int) or ms < 0:
        return Finding("round-trip", State.BAD, _("Messages do not come back. A proxy may refuse them."))
    if ms > CALM:
        sentence = _("An answer takes {ms} ms. That is slow; an access point nearer to the class would help.")
        return Finding("round-trip", State.HINT, sentence.format(ms=ms))
    return Finding("round-trip", State.GOOD, _("An answer takes {ms} ms.").format(ms=ms))


def _socket(report: Mapping[str, Any]) -> Finding:
    held = report.get("socket")
    if not isinstance(held, int) or held <= 0:
        return Finding("socket", State.HINT, _(
            "Live connections (WebSockets) are refused here; pages ask again and again instead, and a class works."
        ))
    if not report.get("socket_stayed"):
        sentence = _(
            "Live connections are cut after {seconds} s; pages connect again or ask instead, and a class works."
        )
        return Finding("socket", State.HINT, sentence.format(seconds=max(1, held // 1_000)))
    return Finding("socket", State.GOOD, _("Live connections (WebSockets) open and stay."))


def _poll(report: Mapping[str, Any]) -> Finding:
    if report.get("poll") is True:
        return Finding("poll", State.GOOD, _("The way round for networks without live connections works."))
    if report.get("socket_stayed"):
        return Finding("poll", State.HINT, _("Answers that take seconds do not come through, but they are not needed."))
    return Finding("poll", State.BAD, _(
        "Answers that take seconds do not come through either. Try a network of your own, such as a phone's hotspot."
    ))


def verdict(findings: Sequence[Finding]) -> str:
    """What follows for a class, in one sentence."""
    states = {finding.state for finding in findings}
    if State.BAD in states:
        return _("A class does not work like this: see what is marked above.")
    if State.HINT in states:
        return _("A class works; see the hints.")
    return _("A class works.")
