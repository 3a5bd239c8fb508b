"""A load test as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from game.classroom.load.measures import Measures, Trouble
from game.wording.catalogue import _

_SHOWN: Final = 8


def as_text(measures: Measures) -> str:
    """What was measured, in lines; the last says whether all is well."""
    found = measures.document()
    lines = []
    if measures.joined_in is not None:
        lines.append(_("joined         {count} of {of} in {seconds:.1f} s").format(
            count=measures.joined, of=measures.clients, seconds=measures.joined_in))
    rows = (
        (_("edit"), found["edits"]), (_("hand-in"), found["hand_in"]),
        (_("day simulated"), found["hand_in_to_first_film"]), (_("order"), found["orders"]),
        (_("phase change"), found["phase_change"]), (_("result"), found["results"]),
    )  # fmt: skip
    lines += [_row(name, times) for name, times in rows if times["count"]]
    if measures.fetched:
        lines.append(_("same as our own simulation: {same} of {of}").format(
            same=measures.same, of=len(measures.fetched)))
    if measures.again or measures.polling:
        lines.append(_("said again after a broken connection: {again}; without WebSocket at the end: {polling}").format(
            again=measures.again, polling=measures.polling))
    lines += _troubles(_("lost: {count}"), measures.lost)
    lines += _troubles(_("differing: {count}"), measures.differing)
    return "\n".join([*lines, _verdict(measures)])


def _row(name: str, times: dict[str, Any]) -> str:
    line = _("{name:14} {count:6} times   half within {p50:.0f} ms, 95 % {p95:.0f} ms, 99 % {p99:.0f} ms, "
             "all {longest:.0f} ms")
    return line.format(name=name, **times)


def _troubles(title: str, troubles: Sequence[Trouble]) -> list[str]:
    lines = [title.format(count=len(troubles))]
    lines += [f"  {each.who}, {each.what}: {each.sentence}" for each in troubles[:_SHOWN]]
    return [*lines, "  ..."] if len(troubles) > _SHOWN else lines


def _verdict(measures: Measures) -> str:
    if measures.interrupted:
        return _("Interrupted; this is what there was so far.")
    if measures.well:
        return _("Nothing was lost, and every result is the one that our own simulation gives.")
    return _("Not all is well.")
