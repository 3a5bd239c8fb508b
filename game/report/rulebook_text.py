"""The page of all rules, and the page of one kind, as text for a terminal of eighty columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import indent, wrap
from typing import Final

from game.protocol.precedence import System
from game.protocol.rules import Rule, TermType
from game.protocol.scenario import Scenario
from game.report.rulebook import Key, Use, common_keys, example, house_keys, own_keys
from game.simulation.kinds.base import RuleKind
from game.wording.catalogue import _
from game.wording.customs import custom
from game.wording.rulebook import price_words, registry_words, system_meaning, type_word, type_words
from game.wording.sources import confidence_words, origin

WIDTH: Final = 80
_IN: Final = "  "


def rulebook_text(kinds: Sequence[RuleKind]) -> str:
    """These kinds, the keys that every rule may have, and the systems of precedence; ends without a line break."""
    parts = [
        *_head(_("The rules that a scenario can have")),
        _paragraph(_("Keys marked * must be there. In brackets: what a key holds, and what holds without it.")),
        *("\n\n".join(_kind(kind)) for kind in kinds),
        *_head(_("Keys that every rule may have")),
        _table(_key_rows(common_keys())),
        _paragraph(_("What may stand in `house`:")),
        _table(_key_rows(house_keys())),
        *_head(_("Systems of precedence")),
        _table([(system.value, system_meaning(system)) for system in System]),
        *_head(_("How values are written")),
        _table(_type_rows(kinds)),
        _paragraph(
            _(
                "The examples are for the people of the small complete example in the author's guide. "
                "`after-you rules KIND` tells more about one kind, and where it is used."
            )
        ),
    ]
    return "\n\n".join(parts)


def kind_text(kind: RuleKind, used: Sequence[Use]) -> str:
    """One kind, how its keys are written, and the rules of it in the shipped scenarios."""
    parts = [
        *_kind(kind),
        _("How values are written"),
        _table(_type_rows([kind])),
        _paragraph(_also(common_keys())),
        _("In the shipped scenarios"),
        *[_use(*use) for use in used],
    ]
    if not used:
        parts.append(indent(_("none has a rule of this kind"), _IN))
    return "\n\n".join(parts)


def _head(title: str) -> Iterator[str]:
    yield f"{title}\n{'-' * len(title)}"


def _paragraph(text: str) -> str:
    return "\n".join(wrap(text, WIDTH))


def _kind(kind: RuleKind) -> Iterator[str]:
    about = [line for text in (registry_words(kind.about), price_words(kind)) for line in wrap(text, WIDTH - len(_IN))]
    yield "\n".join([kind.name, *(_IN + line for line in about)])
    yield _table(_key_rows(own_keys(kind)))
    yield indent(example(kind), 3 * _IN)


def _key_rows(keys: Sequence[Key]) -> list[tuple[str, str]]:
    return [(f"{key.name} *" if key.needed else key.name, _key_text(key)) for key in keys]


def _key_text(key: Key) -> str:
    """What a key is for; in brackets what it holds and its default."""
    holds = _one_of(key.choices) if key.choices else type_word(key.type) if key.type else ""
    without = _("{value} if not said").format(value=key.default) if key.default else ""
    bracket = "; ".join(part for part in (holds, without) if part)
    return f"{key.about} [{bracket}]" if bracket else key.about


def _one_of(words: Sequence[str]) -> str:
    return _("{some} or {last}").format(some=", ".join(words[:-1]), last=words[-1])


def _type_rows(kinds: Iterable[RuleKind]) -> list[tuple[str, str]]:
    """How the types are written that keys of these kinds have."""
    used = {key.type for kind in kinds for key in own_keys(kind)}
    return [(type_word(type_), type_words(type_)) for type_ in TermType if type_ in used and type_word(type_)]


def _table(rows: Sequence[tuple[str, str]]) -> str:
    """Names and what they mean, in two columns, the second one wrapped."""
    width = max(len(name) for name, _meaning in rows) + 2
    lines = []
    for name, meaning in rows:
        first, *rest = wrap(meaning, WIDTH - len(_IN) - width)
        lines += [_IN + name.ljust(width) + first, *(_IN + " " * width + line for line in rest)]
    return "\n".join(lines)


def _also(keys: Sequence[Key]) -> str:
    names = ", ".join(f"{key.name} *" if key.needed else key.name for key in keys)
    return _("As every rule it may also have: {keys}. `after-you rules` tells what they are for.").format(keys=names)


def _use(scenario: Scenario, rule: Rule) -> str:
    told = custom(scenario, rule)
    source = scenario.source(rule.source)
    where = [origin(source)] if source else []
    sure = "; ".join([*where, confidence_words(rule.confidence)])
    lines = wrap(f"{told} ({sure})", WIDTH - 2 * len(_IN))
    return "\n".join([f"{_IN}{scenario.id}: {rule.title}", *(2 * _IN + line for line in lines)])
