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
    ROOM_READY = 5
    ARRIVED = 6
    JOINED = 7
    CALLED = 8
    SET_OUT = 9
    TURNED_BACK = 10
    AT_EXIT = 11  # internal: inside, at the door, wanting out
    AT_DOOR = 12
    GO_IN = 13  # internal: takes a lane of the door
    OPENED = 14
    LEFT = 15
    ENTERED = 16
    TOOK_PLACE = 17
    ROSE = 18
    SAT = 19
    QUIET_WORD = 20
    SENT_OUT = 21
    TOOK_LEAVE = 22
    BACK = 23
    ACCOMPLISHED = 24
    NOTICED = 25
    BREACH = 26
    BREACH_OVER = 27
    MISSED = 28
    REACT = 29  # internal: the house acts on what it noticed
    WAKE = 30  # internal: a monitor asked to be woken
    REMARKED = 31  # never scheduled: part of REACT
    KEEPS = 32  # never scheduled: part of AT_DOOR


OF_A_PERSON: Final = (Code.ARRIVED, Code.BACK)
"""The first and the last of the events that happen to a person and are cancelled by a later generation of theirs."""

WORDS: Final = {
    Code.ORDER: "order",
    Code.ON_AIR: "on air",
    Code.OFF_AIR: "off air",
    Code.PRESS_IN: "press in",
    Code.PRESS_OUT: "press out",
    Code.ROOM_READY: "room ready",
    Code.ARRIVED: "arrived",
    Code.JOINED: "joined",
    Code.CALLED: "called",
    Code.SET_OUT: "set out",
    Code.TURNED_BACK: "turned back",
    Code.AT_DOOR: "at door",
    Code.KEEPS: "keeps",
    Code.OPENED: "opened",
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

PROGRAMME, BY_HOUSE, BY_OFFICER = 0, 1, 2
"""Who took the broadcast off air, as it stands in the trace."""

TO_JOIN: Final = -2
"""Stands in the trace with a setting out that leads through the house, to those whom an escort is to take in."""

GEN_BITS: Final = 16
GEN_MASK: Final = (1 << GEN_BITS) - 1
"""The lowest bits of a packed event: the generation of the person it was meant for; a later one cancels it."""


def key(at: int, code: int, who: int, gen: int = 0) -> int:
    """An event packed into one integer that sorts by instant, kind, person."""
    return (at << 32) | (code << 26) | (who << GEN_BITS) | gen
