"""What a message is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from game.classroom.room.refusals import Code, Refused
from game.classroom.server.film import as_json

_STATUS: Final = {
    Code.MALFORMED: 400, Code.UNKNOWN_VERB: 400, Code.BAD_VALUE: 400, Code.BAD_NAME: 400, Code.BAD_PLAN: 400,
    Code.BAD_ORDER: 400, Code.NO_TOKEN: 401, Code.NOT_YOURS: 403, Code.NO_ROOM: 404, Code.BAD_CODE: 404,
    Code.NO_SUCH_TRAINEE: 404, Code.NO_SUCH_SCENARIO: 404, Code.TOO_LARGE: 413, Code.SLOW_DOWN: 429,
    Code.OUR_FAULT: 500, Code.NOT_SAVED: 503,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to message `id`: what came of it, or why nothing did. `extra` are members of `ok` already in JSON."""

    id: int | None
    ok: dict[str, Any] = field(default_factory=dict)
    refused: Refused | None = None
    extra: tuple[tuple[str, bytes], ...] = ()

    @property
    def status(self) -> int:
        """The HTTP status that goes with it."""
        return 200 if self.refused is None else status(self.refused.code)

    def text(self) -> bytes:
        """As it is sent."""
        re = b'{"re":' + as_json(self.id)
        if self.refused is not None:
            return re + b',"refused":' + as_json(refusal(self.refused)) + b"}"
        inside = as_json(self.ok)[1:-1]
        for name, value in self.extra:
            inside += (b"," if inside else b"") + as_json(name) + b":" + value
        return re + b',"ok":{' + inside + b"}}"


def status(code: Code) -> int:
    """The HTTP status of a refusal."""
    return _STATUS.get(code, 409)


def refusal(refused: Refused) -> dict[str, str]:
    """A refusal as data."""
    return {"code": refused.code.value, "sentence": refused.sentence}
