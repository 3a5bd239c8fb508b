"""Inputs for the fuzzing, each made from a number: spoiled files, generated ones, hostile ones, plan files."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from game.authoring import chances, model
from game.authoring.parts import Part
from game.authoring.shape import keys_of
from game.authoring.terms import rule_model
from game.simulation.kinds.registry import registry
from tests.authoring.mutations import MUTATIONS, NASTY

HERE = Path(__file__).parent
SCENARIO = "scenario"
PLAN = "plan"


class Input(NamedTuple):
    """A text, and what it claims to be: a scenario, or a plan for the guide's example."""

    kind: str
    text: str


def made(seed: int, number: int) -> Input:
    """The input of that number in the run of that seed: the same on every machine."""
    chance = Random(f"{seed}/{number}")
    (make,) = chance.choices(list(_MAKERS), weights=list(_MAKERS.values()))
    return make(chance)


@cache
def files() -> tuple[str, ...]:
    """Every file there is: shipped, good and bad."""
    paths = [*(HERE.parents[1] / "scenarios").glob("*.yaml"), *(HERE / "good").glob("*.yaml")]
    texts = [path.read_text(encoding="utf-8") for path in sorted(paths)]
    bad = (path.read_bytes().decode("utf-8", "replace") for path in sorted((HERE / "bad").glob("*.yaml")))
    # The good ones weigh more: what is spoiled once comes further before it is refused.
    return (*texts * 10, *bad)


def _spoiled(chance: Random) -> Input:
    text = chance.choice(files())
    for mutate in chance.choices(MUTATIONS, k=chance.randint(1, 3)):
        if any(character.isdigit() for character in text) and ": " in text:
            text = mutate(text, chance)
    return Input(SCENARIO, text)


def _crossed(chance: Random) -> Input:
    """Whole sections of one file in the place of those of another."""
    one, other = (_sections(chance.choice(files())) for _ in range(2))
    return Input(SCENARIO, "".join((one | {key: other[key] for key in other if chance.random() < 0.3}).values()))


def _sections(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        if line[:1].isalpha():
            key = line.partition(":")[0]
        found[key] = found.get(key, "") + line
    return found


def _generated(chance: Random) -> Input:
    """One section of a good file written anew, with its real keys and any values."""
    sections = _sections(chance.choice(files()[:4]))
    key = chance.choice(list(keys_of(model.ScenarioPart)))
    return Input(SCENARIO, "".join((sections | {key: f"{key}: {_value(chance, 4)}\n"}).values()))


def _value(chance: Random, depth: int) -> str:
    shape = chance.random()
    if depth == 0 or shape < 0.4:
        return chance.choice((*NASTY, *_words()))
    if shape < 0.6:
        return "[" + ", ".join(_value(chance, depth - 1) for _ in range(chance.randrange(4))) + "]"
    part = chance.choice(_parts())
    keys = [key for key in part if chance.random() < 0.8]
    return "{" + ", ".join(f"{key}: {_value(chance, depth - 1)}" for key in keys) + "}"


@cache
def _parts() -> tuple[tuple[str, ...], ...]:
    found = (part for module in (model, chances) for part in vars(module).values())
    parts = [part for part in found if isinstance(part, type) and issubclass(part, Part)]
    return (*(keys_of(part) for part in parts), *(keys_of(rule_model(kind)) for kind in registry()))


@cache
def _words() -> tuple[str, ...]:
    people = ("adler", "voss", "quill", "halden", "merrow", "halden.staff", "foyer", "main", "halden-1")
    times = ("10:02", "10:05:30", "10 s", "2 min", "at 10:03", "after voss entered", "1.2 m", "5 %", "yes", "no")
    return (*people, *times, *registry(), "serious", "entered", "sat", "{en: One, de: Eins}")


def _hostile(chance: Random) -> Input:
    """What has ended other programs: depth, references, length, numbers of things."""
    size = chance.choice((10, 100, 1_000, 10_000, 30_000))
    opening = chance.choice(("[", "{a: ", "- ", "? ", "[[", "{? [", "a:\n ", "- - ", "!a [", "&a [", "|\n ", "\"", "'"))
    return Input(SCENARIO, chance.choice((
        lambda: "x: " + opening * size,
        lambda: opening * size,
        lambda: "format: 1\n" + "".join(f"{' ' * n}k:\n" for n in range(min(size, 1_300))),
        lambda: "a: &a [x]\n" + "b: *a\n" * size,
        lambda: "a0: &a0 [x, x]\n" + "".join(f"a{n + 1}: &a{n + 1} [*a{n}, *a{n}]\n" for n in range(min(size, 60))),
        lambda: "a: &a [*a]\n" * min(size, 100),
        lambda: "x: [" + "a, " * min(3 * size, 60_000) + "a]",
        lambda: "".join(f"k{n}: {n}\n" for n in range(size)),
        lambda: "title: " + "y" * 10 * size,
        lambda: "title: |\n" + "  line\n" * size,
        lambda: "rules:\n" + "  - {id: a, kind: before}\n" * min(size, 9_000),
        lambda: "people: [" + "{id: a, name: b}, " * min(size, 9_000) + "]",
        lambda: "rules:\n" + "  - {id: a, kind: befor}\n" * min(size, 8_000),
        lambda: "programme:\n" + "  - {arives: a}\n" * min(size, 8_000),
        lambda: _long_list(chance, size),
        lambda: "x: " + chance.choice(("9", "-", ".", "%", "\\", "\u00a0", "\U0001f600")) * size,
        lambda: "".join(chr(chance.choice((chance.randrange(128), chance.randrange(0x3000)))) for _ in range(size)),
    ))())  # fmt: skip


def _long_list(chance: Random, size: int) -> str:
    """The guide's example with far too long a list somewhere, of names that are all known, unknown or alike."""
    text = (HERE / "good" / "minimal.yaml").read_text(encoding="utf-8")
    word = chance.choice(("voss", "n{n}", "v{n}ss", "{{who: voss}}", "[voss]", "{{id: p{n}}}", "voss sat"))
    many = "[" + ", ".join(word.format(n=n) for n in range(min(size, 12_000))) + "]"
    return text + chance.choice((
        f"groups: {{ours: {many}}}\n", f"reconstructed: {many}\n", f"accounts: {many}\n",
        f"groups: {{{', '.join(f'g{n}: voss' for n in range(min(size, 5_000)))}}}\n",
        f"sources: {{{', '.join(f's{n}: {{title: a}}' for n in range(min(size, 3_000)))}}}\n",
    )) if chance.random() < 0.4 else chance.choice((
        text.replace("then: halden.staff", f"then: {many}"), text.replace("{who: quill, set", f"{{who: {many}, set"),
        text.replace("[voss, quill]", many), text.replace("precedence:\n", f"precedence:\n  joint: {many}\n"),
        text.replace("who: all", f"who: {many}"), text.replace("groups: [staff]", f"groups: {many}"),
        text.replace("cameras: [", f"seats: {many}\n  cameras: ["), text.replace("recorded: []", f"recorded: {many}"),
        text.replace("gravity: serious", f"gravity: serious\n    except: {many}"),
        text.replace("radio: 5 s", f"radio: 5 s, escorts: {many}"),
    ))  # fmt: skip


def _crowded(chance: Random) -> Input:
    """The guide's example with as many people, rules, seats or furniture as may be, and more."""
    text = files()[0] if chance.random() < 0.2 else (HERE / "good" / "minimal.yaml").read_text(encoding="utf-8")
    many = chance.choice((12, 60, 100, 150, 205))
    people = "".join(
        f"  - {{id: p{n}, name: P, office: O, of: {chance.choice(('merrow', 'halden'))}, holds: foyer, seat: s{n}}}\n"
        for n in range(many)
    )
    seats = ", ".join(
        f"{{id: s{n}, at: [{50 + n % 20 * 45} cm, {50 + n // 20 * 45} cm]}}" for n in range(many)
    )
    kinds = (
        "{{id: r{n}, kind: before, first: p{a}, then: [p{b}, all], gravity: slight}}",
        "{{id: r{n}, kind: together, who: [all], within: {a} s, gravity: slight}}",
        "{{id: r{n}, kind: placed_at, who: [p{a}], beside: p{b}, gravity: slight}}",
        "{{id: r{n}, kind: same_door, who: [p{a}, p{b}, halden], gravity: slight}}",
        "{{id: r{n}, kind: separate_doors, who: [p{a}, p{b}], gravity: slight}}",
        "{{id: r{n}, kind: absent_until, who: merrow, until: p{a} entered, except: p{b}, gravity: slight}}",
        "{{id: r{n}, kind: nobody_sits_before, who: all, before: [p{a}, p{b}], gravity: slight}}",
    )
    used = chance.sample(kinds, chance.randint(1, 3))
    rules = "".join(
        "  - " + chance.choice(used).format(n=n, a=chance.randrange(many), b=chance.randrange(many)) + "\n"
        for n in range(chance.choice((5, 40, 100)))
    )
    text = text.replace("precedence:\n", people + "precedence:\n", 1).replace("accomplish:", rules + "accomplish:", 1)
    return Input(SCENARIO, text.replace("  cameras:", f"  seats: [{seats}]\n  cameras:", 1))


def _plan(chance: Random) -> Input:
    text = f"plan: {_value(chance, 3)}\norders: [{chance.choice(('10:03 hold voss', '10:03 hold', '', '*a'))}]\n"
    if chance.random() < 0.5:
        text = "plan:\n  - {who: quill, set_out: at 10:03, enter: after both leaders entered + 2 s, read_back: yes}\n"
        text = chance.choice(MUTATIONS)(text + "orders: [10:02 hold voss, 10:05 hold door main]\n", chance)
    return Input(PLAN, text)


_MAKERS: Final[dict[Callable[[Random], Input], int]] = {
    _spoiled: 600,
    _crossed: 120,
    _generated: 150,
    _plan: 110,
    _hostile: 14,
    _crowded: 6,
}
"""How often each is made, in thousandths."""
