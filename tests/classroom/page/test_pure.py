"""The page's own reckoning against the game's: cues, places of people, who has been told; run by node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from game.attempt.spelling import plan_data
from game.classroom.telling.film import film
from game.classroom.telling.scenario import scenario_document
from game.classroom.telling.trainee_words import trainee_words
from game.protocol.cues import parse_cue
from game.protocol.plan import Plan
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.simulation.where import Timeline
from game.wording.lists import coverage, post_standing, sections, standing
from game.wording.phrases import cue_words
from tests.classes import PYONGYANG

CUES = (
    "at 12:36", "at 12:03:16", "at 12:36:00.400", "at door by 12:37:30", "on word", "at once", "at once + 2 s",
    "at once + 1.5 s", "after kim entered", "after kim entered + 10 s", "after on air + 20 s",
    "after kim entered and putin entered + 1 min 30 s", "after first of russia.ministers sat",
    "after russia took place", "after leaders sat + 3 min",
    "after off air", "after dprk.members left and on air", "after putin arrived and kim sat", "after all sent out",
)  # fmt: skip


def given() -> dict[str, Any]:
    """What the page is to agree with."""
    scenario = PYONGYANG
    trace = simulate(scenario, Plan(), draw(scenario, 3))
    line = Timeline(scenario, trace)
    where = [
        {"at": at, "air": line.on_air(at), "people": [
            {"in": one.space.value, "posture": one.posture.value, "marked": one.to_blame,
             "x": one.at.x if one.at else 0, "y": one.at.y if one.at else 0}
            for one in line.at(at)
        ]}
        for at in range(scenario.start, scenario.end, 3_700)
    ]  # fmt: skip
    return {
        "words": trainee_words(), "scenario": scenario_document(scenario),
        "film": film(scenario, trace), "where": where,
        "cues": [{"spelt": spelt, "words": cue_words(scenario, parse_cue(spelt))} for spelt in CUES],
        "plans": [{"plan": plan_data(named.plan), "standing": _standing(named.plan)} for named in scenario.plans],
    }  # fmt: skip


def _standing(plan: Plan) -> dict[str, str]:
    covered = coverage(PYONGYANG, plan)
    rows = [row for section in sections(PYONGYANG) for row in section.rows]
    return {row.name: (post_standing(plan, row.name) if row.officer else standing(covered, row)).words for row in rows}


def test_the_page_reckons_as_the_game_does(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node here to run the page's modules")
    (tmp_path / "given.json").write_text(json.dumps(given()), encoding="utf-8")
    script = Path(__file__).with_name("pure.mjs")
    run = subprocess.run(
        [node, "--test", str(script)], capture_output=True, text=True, timeout=120,
        env={**os.environ, "PAGE_GIVEN": str(tmp_path / "given.json")}, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-6_000:] + run.stderr[-2_000:]
