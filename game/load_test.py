"""The command `after-you load-test ADDRESS`: the class in a box."""

from __future__ import annotations

import argparse
import asyncio
import json
from typing import TYPE_CHECKING, Final

from game import console
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.classroom.client.address import Address
    from game.classroom.load.measures import Measures, Trouble

DONE: Final = 0
PROBLEMS: Final = 1
INTERRUPTED: Final = 130


class LoadTestRefused(Exception):
    """The load test cannot begin; the text is the whole answer."""


def load_test(arguments: argparse.Namespace) -> int:
    """`after-you load-test ADDRESS [--clients N] [--key KEY] [--edits-for SECONDS] [--json]`.

    1 where something was lost or differs, 130 after Ctrl-C with what there was so far. Raises LoadTestRefused.
    """
    from game.classroom.client.refusal import Refusal, Unreachable
    from game.classroom.load.session import LoadTest, Wanted

    address = _address(arguments.address)
    _refuse_too_few_files(arguments.clients)
    test = LoadTest(Wanted(address, _key(arguments.key, address), arguments.clients, arguments.edits_for), _tell)
    try:
        asyncio.run(test.run())
    except KeyboardInterrupt:
        test.measures.interrupted = True
    except (Refusal, Unreachable) as failed:
        if test.measures.joined_in is None:
            raise LoadTestRefused(_reason(failed)) from None
        test.measures.lost.append(_fatal(failed))
    _report(test.measures, as_json=arguments.json)
    if test.measures.interrupted:
        return INTERRUPTED
    return DONE if test.measures.well else PROBLEMS


def _address(text: str) -> Address:
    from game.classroom.client.address import NoAddress, read_address

    try:
        return read_address(text)
    except NoAddress as wrong:
        raise LoadTestRefused(str(wrong)) from None


def _key(given: str, address: Address) -> str:
    from game.classroom.load.local_key import local_key

    found = given or local_key(address)
    if not found:
        raise LoadTestRefused(_(
            "The load test opens a room of its own, and for that it needs the secret of the desk. The host prints it "
            "when it starts; say --key KEY. (On the machine that hosts the class it is found by itself.)"
        ))
    return found


def _refuse_too_few_files(clients: int) -> None:
    from game.classroom.open_files import needed, room_for

    limit = room_for(clients)
    if limit is not None:
        raise LoadTestRefused(_(
            "Each trainee is an open connection, and this system lets one program open {limit} files only. "
            "Say `ulimit -n {needed}` first, or take fewer --clients."
        ).format(limit=limit, needed=needed(clients)))


def _reason(failed: Exception) -> str:
    from game.classroom.client.refusal import Refusal

    if isinstance(failed, Refusal):
        return _("The host refuses: {sentence} (Is the --key right?)").format(sentence=failed.sentence)
    return str(failed)


def _fatal(failed: Exception) -> Trouble:
    from game.classroom.load.measures import Trouble

    return Trouble("desk", "session", str(failed))


def _tell(text: str) -> None:
    console.complain(f"- {text}")


def _report(measures: Measures, *, as_json: bool) -> None:
    from game.classroom.load.report import as_text

    console.say(json.dumps(measures.document(), ensure_ascii=False, indent=2) if as_json else as_text(measures))
