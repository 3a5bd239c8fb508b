"""What playing the scenario shows."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Explanation, Severity, told

_FAR = (
    "room: {holding: {foyer: {walk: 60 m}}}\n"
    "rules:\n  - {id: guest-in-time, kind: by, who: voss, event: entered, gravity: slight, deadline: "
)

_MAYORS = (
    "unbriefed:\n  - {who: adler, set_out: at 10:01, sit: at once}\n"
    "  - {who: voss, set_out: at once + 10 s, sit: at once}\n"
)

ENTRIES: Final = (
    Explanation(
        "expect",
        told("A plan does not end as the file expects"),
        told(
            "`expect` says how each plan ends on its day; it is played, and this is not what came out. Either the "
            "plan or the scenario is not as you meant it, or `expect` is out of date."
        ),
        "expect:\n  recorded: {accomplished: no}",
        "expect:\n  recorded: {accomplished: yes}",
    ),
    Explanation(
        "no-clean-plan",
        told("No plan keeps all the rules"),
        told(
            "No plan of the file is clean, and the search found none that breaks no rule in the walk-through. It "
            "names a smallest set of rules that cannot all be kept: without any one of them a plan was found. "
            "Change one, or the day."
        ),
        _FAR + "\"10:02:05\"}\nexpect: {reference: {clean: no}}",
        _FAR + "\"10:05\"}",
    ),
    Explanation(
        "nothing-passes",
        told("Doing nothing, or holding everybody, is enough"),
        told(
            "Without a single briefing, or with everybody told to wait for ever, the day is clean in the "
            "walk-through or on more than a quarter of twenty days. Then there is nothing to plan: let a habit of "
            "the file lead into a breach."
        ),
        _MAYORS + "  - {who: quill, set_out: after voss entered, sit: at once}\nexpect: {recorded: clean}",
        _MAYORS + "  - {who: quill, set_out: at 10:01, sit: at once}",
    ),
    Explanation(
        "bots-pass",
        told("A player without judgement does as well"),
        told(
            "Two bots go through the people one after another, in the order of the file or by rank, each at a time "
            "of day. On twenty days one of them earns as many points as the file's clean plan, so the scenario asks"
            " for no more than that. Let somebody be late, or let rank and the rules differ."
        ),
        "programme:\n  - {arrive: voss, at: \"10:02\", reconstructed: yes}",
        "programme:\n  - {arrive: voss, at: \"10:02\", late: {between: [0 s, 2 min]}, reconstructed: yes}",
        Severity.ADVICE,
    ),
)
