"""Prints the engine's ratios to SimPy as two tables, and how long fixes take: `python -m tests.benchmarks.report`.

All of a table are measured in turns in one process, so that a busy machine slows all alike.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter_ns

from tests.benchmarks import rulebook
from tests.benchmarks.instances import run_bare, run_full, run_simpy
from tests.benchmarks.morning import fix_all

ROUNDS = 400
FIXED = 5

Runs = dict[str, Callable[[], object]]

BARE: Runs = {
    "SimPy, bare queueing": run_simpy,
    "our engine, the same bare instance": run_bare,
    "our engine, cues, walking, seats, ten rules": run_full,
}


RULEBOOK: Runs = {
    "SimPy, bare queueing": rulebook.run_simpy,
    "our engine, 40 rules of all kinds, ledger": rulebook.usual_day,
    "the same on a day with 116 breaches": rulebook.bad_day,
}


def measure(runs: Runs, rounds: int = ROUNDS) -> dict[str, list[int]]:
    """Nanoseconds of each run, measured in turns."""
    times: dict[str, list[int]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    for _ in range(rounds):
        for name, run in runs.items():
            start = perf_counter_ns()
            run()
            times[name].append(perf_counter_ns() - start)
    return times


def table(head: str, times: dict[str, list[int]]) -> str:
    """A table, in the form a README takes; SimPy comes first."""
    peer = median(next(iter(times.values())))
    lines = [f"| {head} | median | p99 | times SimPy's time |", "|---|---|---|---|"]
    for name, taken in times.items():
        p99 = sorted(taken)[len(taken) * 99 // 100]
        lines.append(f"| {name} | {median(taken) / 1e6:.2f} ms | {p99 / 1e6:.2f} ms | {median(taken) / peer:.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    print(table("one run of 60 people at 3 doors", measure(BARE)), "\n")
    print(table("one run of 60 people at 4 doors", measure(RULEBOOK)), "\n")
    times, answered = [], 0
    for _ in range(FIXED):
        start = perf_counter_ns()
        answered = len(fix_all())
        times.append(perf_counter_ns() - start)
    print(f"fixes of {answered} breaches: median {median(times) / 1e9:.1f} s, longest {max(times) / 1e9:.1f} s")


if __name__ == "__main__":
    main()
