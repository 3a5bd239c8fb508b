"""The page of all rules can be translated: what the registry says of itself is collected, and looked up when told."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

import game
from game.protocol.precedence import System
from game.protocol.rules import TermType
from game.report.rulebook import common_keys, house_keys, own_keys
from game.simulation.kinds.registry import registry
from game.wording import catalogue
from game.wording.rulebook import registry_words, system_meaning, type_word, type_words
from tests.pseudo import PseudoTranslations, pseudo

PACKAGE = Path(game.__file__).parent
README = PACKAGE.parent / "README.md"
SAID = sorted(
    {kind.about for kind in registry().values()}
    | {field.metadata["about"] for kind in registry().values() for field in fields(kind.terms)}
)


def keywords() -> dict[str, int]:
    """The calls whose message README's command collects, and which argument it is."""
    command = next(line for line in README.read_text(encoding="utf-8").splitlines() if "xgettext -L" in line)
    return {name: int(nth or 1) for name, nth in re.findall(r"--keyword=(\w+)(?::(\d+))?", command)}


def collected(source: str) -> Iterator[str]:
    """What xgettext would collect from a module by these keywords: literals, also those in several parts."""
    nth = keywords()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in nth:
            for argument in node.args[nth[node.func.id] - 1 : nth[node.func.id]]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def test_all_that_the_registry_says_is_collected() -> None:
    found = {text for path in PACKAGE.rglob("*.py") for text in collected(path.read_text(encoding="utf-8"))}
    assert [text for text in SAID if text not in found] == []


def test_what_is_made_up_at_run_time_would_not_be_collected() -> None:
    assert list(collected('RuleKind("a", "One " "rule.", T)\nterm(T, "who")')) == ["One rule.", "who"]
    assert list(collected('RuleKind("a", f"One {rule}.", T)\nterm(T, about)\nother("who")')) == []


def test_it_is_looked_up_when_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [text for text in SAID if registry_words(text) != text] == []
    monkeypatch.setattr(catalogue, "_current", PseudoTranslations())
    assert [text for text in SAID if registry_words(text) != pseudo(text)] == []
    for keys in (*map(own_keys, registry().values()), common_keys(), house_keys()):
        assert [key.about for key in keys if re.search("[A-Za-z]", key.about)] == []


def test_everything_an_author_may_meet_has_words() -> None:
    assert len({system_meaning(system) for system in System}) == len(System)
    named = [type_ for type_ in TermType if type_word(type_)]
    assert set(TermType) - set(named) == {TermType.CHOICE}
    assert [type_ for type_ in named if not type_words(type_)] == []
