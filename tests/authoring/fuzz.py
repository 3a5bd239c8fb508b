"""Attacks the checking of files: `python -m tests.authoring.fuzz --inputs 200000`.

Whatever the input, the answer is a scenario or a list of problems: no exception, no crash of the process, no input
that takes more than a second of processor time, and never more than 200 MB of memory. The inputs are read by
processes of their own, so that one which ends its process is told and not suffered. `--only N` shows a single input.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
import traceback
from dataclasses import dataclass, field
from multiprocessing.context import SpawnProcess
from pathlib import Path
from queue import Empty
from typing import Any, Final

from game.authoring.check import check_text
from game.authoring.load import load_plan_text, load_scenario_text
from game.authoring.problems import Problem, ProblemsFound
from game.protocol.plan import Plan
from game.simulation.circumstances import nominal
from game.simulation.engine import simulate
from tests.authoring.inputs import PLAN, Input, made

MOST_SECONDS: Final = 1.0
MOST_BYTES: Final = 200_000_000
_STUCK: Final = 120.0
"""So long (s) may a process say nothing before it counts as hanging."""

_REPORT_EVERY: Final = 500
_GOOD = Path(__file__).parent / "good" / "minimal.yaml"


@dataclass(slots=True)
class Tally:
    """What a run came to; `failures` are sentences."""

    inputs: int = 0
    accepted: int = 0
    slowest: tuple[float, int] = (0.0, -1)
    bytes: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.inputs += other.inputs
        self.accepted += other.accepted
        self.slowest = max(self.slowest, other.slowest)
        self.bytes = max(self.bytes, other.bytes)
        self.failures += other.failures


def attack(given: Input) -> bool:
    """Whether an input is accepted; what is accepted is also played. Raises what nothing may raise."""
    if given.kind == PLAN:
        scenario = load_scenario_text(_GOOD.read_text(encoding="utf-8"), _GOOD.name)
        try:
            named = load_plan_text(given.text, "plan.yaml", scenario)
        except ProblemsFound as found:
            return _shown(found.problems)
        simulate(scenario, named.plan, nominal(scenario), named.orders)
        return True
    try:
        scenario = load_scenario_text(given.text, "attacked.yaml")
    except ProblemsFound as found:
        return _shown(found.problems)
    _shown(check_text(given.text, "attacked.yaml", play=False))
    simulate(scenario, Plan(), nominal(scenario))
    return True


def _shown(problems: tuple[Problem, ...]) -> bool:
    """False: there is no scenario. The problems are shown as an author would see them."""
    assert all(problem.render() and problem.code for problem in problems)
    assert list(problems) == sorted(problems, key=lambda each: (each.line, each.column, each.code, each.sentence))
    return False


def one(seed: int, number: int) -> Tally:
    """What a single input comes to."""
    given = made(seed, number)
    tally = Tally(1)
    start = time.process_time()
    try:
        tally.accepted = int(attack(given))
    except Exception:
        tally.failures.append(f"input {number} raised\n{traceback.format_exc(limit=-3)}")
    taken = time.process_time() - start
    tally.slowest = (taken, number)
    if taken > MOST_SECONDS:
        tally.failures.append(f"input {number} took {taken:.2f} s")
    return tally


def peak_bytes() -> int:
    """The most memory this process has had; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1_024


def _work(seed: int, numbers: range, at: Any, results: Any) -> None:
    tally = Tally()
    for number in numbers:
        at.value = number
        tally.add(one(seed, number))
        if tally.inputs >= _REPORT_EVERY or number == numbers[-1]:
            tally.bytes = peak_bytes()
            if tally.bytes > MOST_BYTES:
                tally.failures.append(f"{tally.bytes / 1e6:.0f} MB of memory by input {number}")
            results.put(tally)
            tally = Tally()


def run(inputs: int, seed: int, jobs: int) -> Tally:
    """The whole run, in so many processes; what ends or holds up a process is a failure like any other."""
    context = multiprocessing.get_context("spawn")
    results: Any = context.Queue()
    whole, working = Tally(), {}
    for job in range(jobs):
        at: Any = context.Value("q", -1)
        process = context.Process(target=_work, args=(seed, range(job, inputs, jobs), at, results), daemon=True)
        process.start()
        working[process] = at
    heard = time.monotonic()
    while working:
        try:
            part = results.get(timeout=1)
            whole.add(part)
            heard = time.monotonic()
            for failure in part.failures:  # at once: a long run need not end first
                print(failure, file=sys.stderr, flush=True)
            _say(whole, inputs)
        except Empty:
            _look_after(working, whole, hanging=time.monotonic() - heard > _STUCK)
    while not results.empty():
        whole.add(results.get())
    return whole


def _look_after(working: dict[SpawnProcess, Any], whole: Tally, *, hanging: bool) -> None:
    """Take out the processes that are done, dead or hanging."""
    for process in list(working):
        if process.is_alive() and not hanging:
            continue
        at = working.pop(process).value
        if process.is_alive():
            process.kill()
            whole.failures.append(f"input {at} does not end")
        elif process.exitcode:
            whole.failures.append(f"input {at} ended the process ({process.exitcode})")


def _say(whole: Tally, inputs: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{whole.inputs} / {inputs}, {len(whole.failures)} failures", end="", file=sys.stderr)


def main(argv: list[str] | None = None) -> int:
    """Run it and tell; 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=200_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="so many processes")
    parser.add_argument("--only", type=int, metavar="N", help="show a single input and what it comes to")
    arguments = parser.parse_args(argv)
    if arguments.only is not None:
        print(made(arguments.seed, arguments.only).text)
        whole = one(arguments.seed, arguments.only)
    else:
        start = time.monotonic()
        whole = run(arguments.inputs, arguments.seed, arguments.jobs)
        if whole.inputs != arguments.inputs:
            whole.failures.append(f"{arguments.inputs - whole.inputs} inputs are not accounted for")
        taken = time.monotonic() - start
        print(f"{whole.inputs} inputs in {taken:.0f} s, {whole.accepted} of them accepted and played")
    memory = f"{whole.bytes / 1e6:.0f} MB at most" if whole.bytes else "memory is not measured here"
    print(f"slowest: input {whole.slowest[1]}, {whole.slowest[0] * 1e3:.0f} ms; {memory}")
    print("\n".join(whole.failures) or "no failure")
    return 1 if whole.failures else 0


if __name__ == "__main__":
    sys.exit(main())
