"""A replay travels between languages: what an author says in several changes neither the day nor its fingerprint."""

from __future__ import annotations

from game.attempt.fingerprint import fingerprint
from game.authoring.load import load_scenario_text
from game.protocol.plan import Plan
from game.resources import scenarios
from game.simulation.circumstances import draw
from game.simulation.engine import simulate


def test_the_same_day_in_another_language() -> None:
    text = (scenarios() / "pyongyang-2024.yaml").read_text(encoding="utf-8")
    for english, other in (
        ("by: an official of the house", "by: {en: an official of the house, de: jemand vom Haus}"),
        ("name: Main doors", "name: {en: Main doors, de: Haupttür}"),
        ("title: Leaders first\n    says", "title: {en: Leaders first, de: Die Führer zuerst}\n    says"),
    ):
        assert english in text
        text = text.replace(english, other)
    english_one, german_one = (load_scenario_text(text, "both.yaml", code) for code in ("en", "de"))
    assert german_one.room.doors[0].name == "Haupttür"
    assert fingerprint(english_one) == fingerprint(german_one)
    day = draw(english_one, 1)
    assert simulate(english_one, Plan(), day).hash == simulate(german_one, Plan(), day).hash
