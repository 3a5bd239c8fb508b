"""Why a message is not followed: a closed list of codes, each with its sentence."""

from __future__ import annotations

from enum import StrEnum

from game.wording.catalogue import _


class Code(StrEnum):
    """All there are; whoever talks to the server may rely on these and no others."""

    MALFORMED = "malformed"
    TOO_LARGE = "too-large"
    UNKNOWN_VERB = "unknown-verb"
    NOT_NOW = "not-now"
    TOO_LATE = "too-late"
    STALE = "stale"
    NOT_YOURS = "not-yours"
    NOT_DRIVER = "not-driver"
    LOCKED = "locked"
    FULL = "full"
    NO_ROOM = "no-room"
    NO_TOKEN = "no-token"
    BAD_CODE = "bad-code"
    NAME_TAKEN = "name-taken"
    BAD_NAME = "bad-name"
    BAD_PLAN = "bad-plan"
    BAD_ORDER = "bad-order"
    BAD_VALUE = "bad-value"
    SLOW_DOWN = "slow-down"
    ENDED = "ended"
    NO_SUCH_TRAINEE = "no-such-trainee"
    NO_SUCH_SCENARIO = "no-such-scenario"
    NOT_SAVED = "not-saved"
    OUR_FAULT = "our-fault"


class Refused(Exception):
    """A message that is not followed. `code` says why, `sentence` says it to a person."""

    def __init__(self, code: Code, sentence: str = "") -> None:
        self.code = code
        self.sentence = sentence or refusal_words(code)
        super().__init__(f"{code.value}: {self.sentence}")


def refusal_words(code: Code) -> str:
    """The sentence of a code where the matter has none of its own."""
    return {
        Code.MALFORMED: _("This message cannot be understood."),
        Code.TOO_LARGE: _("This message is too large."),
        Code.UNKNOWN_VERB: _("The class does not know this request."),
        Code.NOT_NOW: _("That is not possible at this stage."),
        Code.TOO_LATE: _("The time for it is over."),
        Code.STALE: _("The plan has changed in the meantime; look at it again."),
        Code.NOT_YOURS: _("That is somebody else's."),
        Code.NOT_DRIVER: _("Somebody else of your team writes the plan now. Ask for the pen first."),
        Code.LOCKED: _("The room is locked. Ask your instructor to let you in."),
        Code.FULL: _("The room is full."),
        Code.NO_ROOM: _("There is no room with this code."),
        Code.NO_TOKEN: _("The class does not know you any more. Join again, or use your recovery code."),
        Code.BAD_CODE: _("This code is not right."),
        Code.NAME_TAKEN: _("Somebody here has this name already."),
        Code.BAD_NAME: _("A name has between 1 and 40 letters on one line."),
        Code.BAD_PLAN: _("This plan cannot be handed in; what is wrong with it is said beside it."),
        Code.BAD_ORDER: _("Nobody could carry out this order."),
        Code.BAD_VALUE: _("A value of this message is missing or wrong."),
        Code.SLOW_DOWN: _("That was too much at a time. Wait a moment, then try again."),
        Code.ENDED: _("The session has ended."),
        Code.NO_SUCH_TRAINEE: _("There is no such trainee."),
        Code.NO_SUCH_SCENARIO: _("There is no such scenario."),
        Code.NOT_SAVED: _("The server could not write this down. Tell your instructor; it was not done."),
        Code.OUR_FAULT: _("The server made a mistake of its own. It was not done; try again."),
    }[code]
