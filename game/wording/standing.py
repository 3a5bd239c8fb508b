"""Where a total stands among the bots, in words."""

from __future__ import annotations

from game.planning.calibration import BARS, WIDTH
from game.planning.standing import GROUPS, Standing
from game.scoring.scorecard import FULL
from game.wording.catalogue import _


def standing_sentence(stands: Standing) -> str:
    """How many of the bots' runs came out lower than the total. The share is rounded down."""
    share = stands.lower * 100 // max(1, stands.runs)
    if not stands.lower:
        text = _("None of {runs:,} runs of six bots came out lower.")
    elif not share:
        text = _("Higher than {lower} of {runs:,} runs of six bots.")
    elif not stands.higher:
        text = _("Higher than {share} % of {runs:,} runs of six bots, and none came out higher.")
    else:
        text = _("Higher than {share} % of {runs:,} runs of six bots.")
    return text.format(share=share, lower=stands.lower, runs=stands.runs)


def group_name(group: str) -> str:
    """A group of bots by how much thought it takes."""
    return {
        "no plan": _("without a plan"),
        "rule of thumb": _("by a rule of thumb"),
        "expert": _("expert"),
    }[group]


def group_words(group: str) -> str:
    """What the bots of a group do, as far as it gives no plan away."""
    return {
        "no plan": _("Two that brief nobody, or hold everybody."),
        "rule of thumb": _("Three that treat everyone by one simple rule."),
        "expert": _("One that tries plan after plan and keeps the best."),
    }[group]


def bar_name(place: int) -> str:
    """The totals that one bar stands for."""
    low = place * WIDTH
    high = FULL if place == BARS - 1 else low + WIDTH - 1
    return _("Totals from {low} to {high}").format(low=low, high=high)


def bar_words(bar: tuple[int, ...]) -> str:
    """How many runs of which bots one bar stands for."""
    named = zip(map(group_name, GROUPS), bar, strict=True)
    parts = [_("{n:,} {group}").format(n=runs, group=group) for group, runs in named if runs]
    return ", ".join(parts) if parts else _("no run")
