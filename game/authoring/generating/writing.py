"""A scene as the text of a scenario file, laid out as somebody would write it by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from game.authoring.generating.scene import Asked, Custom, Entrant, Habitual, Hall, Pairs, Party, Scene

WIDE: Final = 118
"""No line is longer, but for a single value that is."""

_PLAIN: Final = re.compile(r"[A-Za-z][^\[\]{},#:&*!|>%@`\"]*[^\s\[\]{},#:&*!|>%@`\"]\Z")
_LINE: Final = re.compile(r"[A-Za-z].*[^\s:]\Z")
_NO_TEXT: Final = ("yes", "no", "true", "false", "null", "on", "off")


def quoted(text: str) -> str:
    """A text as a value: in quotes only where it would be taken for something else."""
    plain = _PLAIN.match(text) and text.lower() not in _NO_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


def prose(text: str) -> str:
    """A text as a value on a line of its own, where commas and brackets need no quotes."""
    plain = _LINE.match(text) and ": " not in text and " #" not in text and text.lower() not in _NO_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


def flow(pairs: Pairs, opening: str) -> list[str]:
    """An entry in braces after `opening`, broken between keys where it would be too long for a line."""
    hang = " " * (len(opening) + 1)
    lines, line = [], opening + "{"
    for nth, (key, value) in enumerate(pairs):
        piece = f"{key}: {value}" + ("}" if nth == len(pairs) - 1 else ",")
        if len(line) + 1 + len(piece) > WIDE and line.strip() not in ("", opening.strip() + "{"):
            lines.append(line)
            line = hang + piece
        else:
            line += piece if line.endswith("{") else f" {piece}"
    return [*lines, line]


def names(ids: Iterable[str]) -> str:
    """Names as a value: one alone, or several in brackets."""
    found = list(ids)
    return found[0] if len(found) == 1 else f"[{', '.join(found)}]"


def written(scene: Scene, asked: Asked, id_: str, plans: Iterable[str]) -> str:
    """The text of the whole file; `plans` are the lines that prove it, from `plans:` on."""
    parts: list[Iterable[str]] = [
        _head(scene, asked, id_),
        _hall(scene.hall),
        ["delegations:", *(line for party in scene.parties for line in _party(party))],
        ["people:", *(line for entrant in scene.entrants for line in _entrant(entrant))],
        ["officers:", *(line for one in scene.officers for line in flow(one, "  - "))] if scene.officers else (),
        ["groups:", *(f"  {name}: {who}" for name, who in scene.groups)],
        ["precedence:", *(f"  {name}: {order}" for name, order in scene.precedence)],
        flow(scene.liaison, "liaison: "),
        ["programme:", *(line for entry in scene.programme for line in flow(entry, "  - "))],
        ["unbriefed:", *(line for habit in scene.habits for line in _habit(habit))],
        ["rules:", *(line for custom in scene.customs for line in _custom(custom))],
        [
            f"accomplish: {{who: all, in_place: by {scene.clock.text(scene.clock.by)}, "
            f'due: "{scene.clock.text(scene.clock.due)}"}}'
        ],
        _outcomes(scene),
        plans,
        ["reconstructed:", f"  - {prose(scene.invented)}"],
    ]
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(scene: Scene, asked: Asked, id_: str) -> Iterator[str]:
    command = f"after-you generate --kind {asked.kind} --people {asked.people} --seed {asked.seed}"
    yield f"# {scene.title}. Composed by drawing lots, and proven to be playable; nobody and nothing in it exists."
    yield "# The same command gives the same file again:"
    yield f"#     {command} --difficulty {asked.difficulty}"
    yield "# To make it yours, change names, times and rules as you like, and look after every change what it did:"
    yield "#     after-you check FILE       what is wrong with it, and whether it can still be won"
    yield "#     after-you calibrate FILE   how difficult it has become"
    yield "# The other days are drawn from the `id`: with another id it is the same morning with other delays."
    yield "format: 1"
    yield f"id: {id_}"
    yield f"title: {prose(scene.title)}"
    yield f"place: {prose(scene.place)}"
    yield f"date: {scene.date}"
    yield f"difficulty: {asked.difficulty}"
    yield "fictional: yes"
    yield f"help: {'verdicts' if asked.difficulty == 1 else 'positions'}"
    yield "learning:"
    for lesson in scene.lessons:
        yield f"  - {prose(lesson)}"
    yield "situation: >-"
    yield from wrap(
        " ".join(scene.situation),
        WIDE - 2,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    clock = scene.clock
    yield f'clock: {{from: "{clock.text(0)}", to: "{clock.text(clock.end)}"}}'


def _hall(hall: Hall) -> Iterator[str]:
    yield "room:"
    yield f"  size: {hall.size}"
    yield "  doors:"
    for name, pairs in hall.doors:
        yield from flow(pairs, f"    {name}: ")
    yield "  holding:"
    for name, pairs in hall.holding:
        yield from flow(pairs, f"    {name}: ")
    if hall.table:
        yield from flow(hall.table, "  table: ")
    for key, things in (("seats", hall.seats), ("furniture", hall.furniture)):
        if things:
            yield f"  {key}:"
            for thing in things:
                yield from flow(thing, "    - ")
    yield f"  cameras: [{', '.join(f'{{on: {camera}}}' for camera in hall.cameras)}]"


def _party(party: Party) -> list[str]:
    short = (("short", quoted(party.short)),) if party.short != party.name else ()
    pairs = (("name", quoted(party.name)), *short, ("side", party.side), *party.more, ("flag", party.flag))
    return flow(pairs, f"  {party.id}: ")


def _entrant(entrant: Entrant) -> list[str]:
    pairs: list[tuple[str, str]] = [
        ("id", entrant.id),
        ("name", quoted(entrant.human.name)),
        ("short", quoted(entrant.human.family)),
        ("office", quoted(entrant.office)),
        ("of", entrant.of),
    ]
    if entrant.principal:
        pairs.append(("principal", "yes"))
    pairs.append(("holds", entrant.holds))
    if entrant.groups:
        pairs.append(("groups", f"[{', '.join(entrant.groups)}]"))
    return flow((*pairs, *entrant.more), "  - ")


def _habit(habit: Habitual) -> list[str]:
    return flow((("who", habit.who), *habit.said, ("because", quoted(habit.because))), "  - ")


def _custom(custom: Custom) -> Iterator[str]:
    yield f"  - id: {custom.id}"
    yield f"    kind: {custom.kind}"
    yield f"    title: {prose(custom.title)}"
    yield f"    says: {prose(custom.says)}"
    for key, value in custom.terms:
        yield f"    {key}: {value}"
    yield f"    gravity: {custom.gravity}"
    if custom.follows:
        yield f"    follows: {custom.follows}"
    if custom.house:
        yield "    house:"
        yield from (f"      {key}: {value}" for key, value in custom.house)
    yield "    confidence: design"


def _outcomes(scene: Scene) -> Iterator[str]:
    yield "outcomes:"
    yield f"  failed: {prose('Time ran out before everybody was in place.')}"
    for custom in scene.customs:
        yield f"  {custom.id}: {prose(custom.outcome)}"
    yield f"  clean: {prose(scene.clean)}"
