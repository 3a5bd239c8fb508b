"""Coming into a class: by its code, or back into it with the recovery code."""

from __future__ import annotations

import asyncio
import random
import secrets
from dataclasses import dataclass
from typing import Any, Final

from game.classroom.client import requests
from game.classroom.client.address import Address
from game.classroom.client.refusal import Unreachable
from game.wording.catalogue import _

TRIES: Final = 6
_LONGEST_PAUSE: Final = 4.0


@dataclass(frozen=True, slots=True)
class Joined:
    """Who one is in the class now. `token` opens the seat; `recovery` is for another device, and to be written down."""

    token: str
    trainee: str
    name: str
    recovery: str = ""


async def look(address: Address, code: str) -> dict[str, Any]:
    """What a room is before one joins: title, teams, whether names are given. Raises Refusal and Unreachable."""
    found = await requests.document(address, f"/api/room/{_in_a_path(code)}")
    if not isinstance(found, dict):
        raise Unreachable(_("What answers at {address} is no class.").format(address=address))
    return found


async def join(
    address: Address, code: str, name: str | None = None, team: str | None = None, tries: int = TRIES
) -> Joined:
    """Come in. An answer that is lost on the way is asked for again, and makes no second trainee.

    Raises Refusal and Unreachable.
    """
    body = {"code": code, "name": name, "once": secrets.token_hex(16)}
    return await _again_and_again(address, "/api/join", body if team is None else {**body, "team": team}, tries)


async def recover(address: Address, code: str, recovery: str) -> Joined:
    """Come back on another device. Raises Refusal and Unreachable."""
    return await _again_and_again(address, "/api/recover", {"code": code, "recovery": recovery}, TRIES)


async def _again_and_again(address: Address, path: str, body: dict[str, Any], tries: int) -> Joined:
    for number in range(tries):
        try:
            return _read(address, await requests.done(address, path, body))
        except Unreachable:
            if number == tries - 1:
                raise
        await asyncio.sleep(min(_LONGEST_PAUSE, 0.25 * 2**number) * (0.5 + random.random() / 2))
    raise AssertionError


def _read(address: Address, ok: Any) -> Joined:
    try:
        return Joined(str(ok["token"]), str(ok["trainee"]), str(ok["name"]), str(ok.get("recovery", "")))
    except (TypeError, KeyError, AttributeError):
        raise Unreachable(_("What answers at {address} is no class.").format(address=address)) from None


def _in_a_path(code: str) -> str:
    return "".join(c for c in code.upper() if c.isascii() and c.isalnum())
