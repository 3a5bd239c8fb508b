"""What a day came to: told only when it is over for everybody."""

from __future__ import annotations

from typing import Any

from game.classroom.telling.film import film
from game.classroom.telling.walk import on_air
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.report.document import as_json
from game.report.history import accounts, without_accounts
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.wording.briefings import briefing_rows
from game.wording.chance import disturbs
from game.wording.class_debrief import questions
from game.wording.day import figure_name, grade_word


def result_document(scenario: Scenario, seed: int, plan: Plan, orders: tuple[Order, ...] = ()) -> dict[str, Any]:
    """The run of a legal plan on the day `seed`, its ledger, and what really happened. Simulates it."""
    trace = simulate(scenario, plan, draw(scenario, seed), orders)
    card = score(scenario, trace)
    document = as_json(scenario, seed, "", trace, card)
    del document["events"]  # the film tells them
    told = accounts(scenario)
    return {
        **document,
        "plan": [list(row) for row in briefing_rows(scenario, plan, trace.orders)],
        "words": {
            "grade": grade_word(card.grade),
            "figures": [{"id": figure.value, "name": figure_name(figure), "points": points}
                        for figure, points in card.figures.items()],
        },
        "day": [each["sentence"] for each in document["circumstances"] if disturbs(each["name"], each["value"])],
        "film": film(scenario, trace),
        "air": on_air(scenario, trace),
        "accounts": told,
        "fictional": "" if told else without_accounts(),
        "reconstructed": list(scenario.reconstructed),
        "questions": [list(each) for each in questions(scenario)],
    }  # fmt: skip
