"""Prints the engine's ratios to SimPy as a small table: `python -m tests.benchmarks.report`.

All are measured in turns in one process, so that a busy machine slows all alike.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter_ns

from tests.benchmarks.instances import run_bare, run_full, run_simpy

ROUNDS = 400

MEASURED: dict[str, Callable[[], object]] = {
    "SimPy, bare queueing": run_simpy,
    "our engine, the same bare instance": run_bare,
    "our engine, cues, walking, seats, ten rules": run_full,
}


def measure(rounds: int = ROUNDS) -> dict[str, list[int]]:
    """Nanoseconds of each run, measured in turns."""
    times: dict[str, list[int]] = {name: [] for name in MEASURED}
    for run in MEASURED.values():
        run()
    for _ in range(rounds):
        for name, run in MEASURED.items():
            start = perf_counter_ns()
            run()
            times[name].append(perf_counter_ns() - start)
    return times


def table(times: dict[str, list[int]]) -> str:
    """The table, in the form a README takes."""
    peer = median(next(iter(times.values())))
    lines = ["| one run of 60 people at 3 doors | median | p99 | runs to SimPy's one |", "|---|---|---|---|"]
    for name, taken in times.items():
        p99 = sorted(taken)[len(taken) * 99 // 100]
        lines.append(f"| {name} | {median(taken) / 1e6:.2f} ms | {p99 / 1e6:.2f} ms | {peer / median(taken):.1f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(measure()))
