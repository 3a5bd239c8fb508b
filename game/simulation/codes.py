"""What can happen, as small integers. Their order is the order of simultaneous events (timers last)."""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Code(IntEnum):
    """A kind of event. Events at one instant happen in this order, then by the person's index, never by insertion."""

    ORDER = 0
    ON_AIR = 1
    OFF_AIR = 2
    PRESS_IN = 3
    PRESS_OUT = 4
    ARRIVED = 5
    CALLED = 6
    SET_OUT = 7
    TURNED_BACK = 8
    AT_EXIT = 9  # internal: inside, at the door, wanting out
    AT_DOOR = 10
    GO_IN = 11  # internal: takes a lane of the door
    LEFT = 12
    ENTERED = 13
    TOOK_PLACE = 14
    ROSE = 15
    SAT = 16
    QUIET_WORD = 17
    SENT_OUT = 18
    TOOK_LEAVE = 19
    BACK = 20
    ACCOMPLISHED = 21
    NOTICED = 22
    BREACH = 23
    BREACH_OVER = 24
    MISSED = 25
    REACT = 26  # internal: the house acts on what it noticed
    WAKE = 27  # internal: a monitor asked to be woken
    REMARKED = 28  # never scheduled: part of REACT


WORDS: Final = {
    Code.ORDER: "order",
    Code.ON_AIR: "on air",
    Code.OFF_AIR: "off air",
    Code.PRESS_IN: "press in",
    Code.PRESS_OUT: "press out",
    Code.ARRIVED: "arrived",
    Code.CALLED: "called",
    Code.SET_OUT: "set out",
    Code.TURNED_BACK: "turned back",
    Code.AT_DOOR: "at door",
    Code.LEFT: "left",
    Code.ENTERED: "entered",
    Code.TOOK_PLACE: "took place",
    Code.ROSE: "rose",
    Code.SAT: "sat",
    Code.QUIET_WORD: "quiet word",
    Code.SENT_OUT: "sent out",
    Code.TOOK_LEAVE: "took leave",
    Code.BACK: "back",
    Code.ACCOMPLISHED: "accomplished",
    Code.NOTICED: "noticed",
    Code.BREACH: "breach",
    Code.BREACH_OVER: "breach over",
    Code.MISSED: "missed",
    Code.REMARKED: "remarked",
}
"""How an event is called wherever a person reads it. Codes not listed never reach a trace."""

GEN_BITS: Final = 16
GEN_MASK: Final = (1 << GEN_BITS) - 1
"""The lowest bits of a packed event: the generation of the person it was meant for; a later one cancels it."""


def key(at: int, code: int, who: int, gen: int = 0) -> int:
    """An event packed into one integer that sorts by instant, kind, person."""
    return (at << 31) | (code << 26) | (who << GEN_BITS) | gen
