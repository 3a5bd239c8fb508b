"""The front door: every command of `after-you`. It joins the floors and holds no rule of its own.

Exit codes: 0 done (a run with breaches too), 1 problems in what was given, 2 wrong usage, 3 our own fault.
What a command needs is imported when it runs: `--help` answers at once, and only windows load pygame.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game import console, usage
from game.wording.catalogue import _, language, use_players_language

if TYPE_CHECKING:
    from game.protocol.plan import Order, Plan
    from game.protocol.scenario import Scenario
    from game.simulation.trace import Trace
    from game.stage.main import Start

DONE: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2
OUR_FAULT: Final = 3
PIPE_CLOSED: Final = 141
"""What shells report of a program whose reader went away: 128 + SIGPIPE."""
INTERRUPTED: Final = 130


class Refused(Exception):
    """What was given cannot be used; the text is the whole answer. `code` is the exit code."""

    def __init__(self, sentence: str, code: int = PROBLEMS) -> None:
        super().__init__(sentence)
        self.code = code


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Never raises, whatever was given."""
    given = sys.argv[1:] if argv is None else list(argv)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # it greets on standard output, where JSON goes
    use_players_language()
    try:
        return _answer(given)
    except console.PipeClosed:
        console.forget_output()
        return PIPE_CLOSED
    except console.OutputFailed as failure:
        console.forget_output()
        console.complain(f"after-you: {failure}")
        return PROBLEMS
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _our_fault(error, given)


def _answer(argv: list[str]) -> int:
    console.prepare(utf8="--json" in argv)
    try:
        arguments = usage.parser().parse_args(argv)
    except SystemExit as leaving:  # after --help, --version or a wrong usage
        console.flush()
        return leaving.code if isinstance(leaving.code, int) else USAGE
    as_json = getattr(arguments, "json", False) or getattr(arguments, "format", "") == "json"
    from game.authoring.problems import Problem, ProblemsFound

    try:
        return _COMMANDS[arguments.command](arguments)
    except Refused as refusal:
        if as_json:
            _say_json({"problems": [asdict(Problem("", 0, 0, "refused", str(refusal)))]})
        console.complain(f"after-you: {refusal}")
        return refusal.code
    except ProblemsFound as found:
        if as_json:
            _say_json({"problems": [asdict(problem) for problem in found.problems]})
        console.complain("\n".join(problem.render() for problem in found.problems))
        return PROBLEMS


def _our_fault(error: Exception, argv: list[str]) -> int:
    from game.attempt.log import log_folder, write_log

    log = write_log(error, f"arguments: {argv}", log_folder())
    if log is None:
        sentence = _("after-you stopped through a fault of its own ({kind}), and no log could be written.")
    else:
        sentence = _("after-you stopped through a fault of its own ({kind}); {log} tells what happened.")
    console.complain(sentence.format(kind=type(error).__name__, log=log))
    return OUR_FAULT


def _say_json(document: Any) -> None:
    console.say(json.dumps(document, ensure_ascii=False, indent=2))


def _open(arguments: argparse.Namespace) -> int:
    # Read first, so that what is wrong with a file is told here and not in a window.
    scenario = _scenario(arguments.scenario) if arguments.scenario else None
    start = _started(scenario, arguments) if scenario is not None else None
    from game.stage.main import main as open_window

    return _in_a_window(lambda: open_window(scenario, start))


def _watch(arguments: argparse.Namespace) -> int:
    from game.authoring.library import shipped
    from game.resources import scenarios
    from game.stage.main import watch

    given = Path(arguments.file)
    path = scenarios() / f"{given}.yaml" if arguments.file in shipped() else given
    return _in_a_window(lambda: watch(path, arguments.plan))


def _join(arguments: argparse.Namespace) -> int:
    from game.classroom.client.address import NoAddress, read_address
    from game.stage.class_calls import Invitation
    from game.stage.main import attend

    address, code = arguments.address or "", arguments.code or ""
    try:
        found = read_address(address) if address else None
    except NoAddress as wrong:
        raise Refused(str(wrong), USAGE) from None
    invitation = Invitation(str(found) if found else "", code or (found.code if found else ""), arguments.name or "")
    return _in_a_window(lambda: attend(invitation))


def _in_a_window(opened: Callable[[], int]) -> int:
    from game.stage.crash import Crashed
    from game.stage.display import NoDisplay

    try:
        return opened()
    except NoDisplay as none:
        raise Refused(str(none)) from None
    except Crashed as crash:
        raise Refused(str(crash), OUR_FAULT) from None


def _started(scenario: Scenario, arguments: argparse.Namespace) -> Start:
    _refuse_another_day(scenario, arguments.at)
    run = _planned(scenario, arguments) if arguments.plan is not None else None
    if run is not None:
        _refuse_the_impossible(scenario, run)
    from game.stage.main import Start

    if run is None:
        return Start(1 if arguments.seed is None else arguments.seed, at=arguments.at)
    return Start(run.seed, run.plan, run.orders, arguments.at)


def _scenario(name: str) -> Scenario:
    """The scenario that is meant; the loader waits until one is asked for, so that the title comes at once."""
    from game.authoring.library import find
    from game.authoring.load import load_scenario

    return load_scenario(find(name), language())


def _list(arguments: argparse.Namespace) -> int:
    from game.authoring.library import find, shipped
    from game.authoring.load import load_scenario

    scenarios = [load_scenario(find(name), language()) for name in shipped()]
    scenarios.sort(key=lambda one: (one.difficulty, one.id))
    if arguments.json:
        keys = ("id", "title", "place", "date", "difficulty")
        _say_json({"scenarios": [{key: getattr(one, key) for key in keys} for one in scenarios]})
        return DONE
    from game.wording.dates import date_words

    width = max((len(one.id) for one in scenarios), default=0)
    for one in scenarios:
        when = date_words(one.date)
        console.say(f"{one.id:{width}}  {'●' * one.difficulty:5}  {one.title} ({one.place}, {when})")
    return DONE


@dataclass(frozen=True, slots=True)
class _Run:
    """What is to be run: the plan under its name, the live orders, the day."""

    name: str
    plan: Plan
    orders: tuple[Order, ...]
    seed: int


def _run(arguments: argparse.Namespace) -> int:
    if arguments.at is not None and arguments.picture is None:
        raise Refused(_("--at says the instant of a picture; say also --picture FILE.png."), USAGE)
    scenario = _scenario(arguments.scenario)
    _refuse_another_day(scenario, arguments.at)
    run = _replayed(scenario, arguments) if arguments.replay else _planned(scenario, arguments)
    return _report(scenario, run, arguments)


def _planned(scenario: Scenario, arguments: argparse.Namespace) -> _Run:
    from game.authoring.load import load_plan

    seed = 1 if arguments.seed is None else arguments.seed
    given: str = "recorded" if arguments.plan is None else arguments.plan
    for named in scenario.plans:
        if named.name == given:
            return _Run(given, named.plan, named.orders, seed)
    if Path(given).suffix or _exists(given):
        named = load_plan(Path(given), scenario)
        return _Run(named.name, named.plan, named.orders, seed)
    raise Refused(_no_such_plan(scenario, given))


def _exists(path: str) -> bool:
    try:
        return bool(path) and Path(path).exists()
    except (OSError, ValueError):  # too long for a path, or with a character that none can have
        return False


def _no_such_plan(scenario: Scenario, given: str) -> str:
    from game.authoring.suggest import did_you_mean

    names = [named.name for named in scenario.plans]
    sentence = _("{scenario} has no plan “{plan}”, and there is no plan file of that name.")
    hint = did_you_mean(given, names)
    return f"{sentence.format(scenario=scenario.id, plan=usage.short(given))} {hint}".rstrip()


def _replayed(scenario: Scenario, arguments: argparse.Namespace) -> _Run:
    from game.attempt.replay import ReplayRefused, load_replay

    if arguments.seed is not None:
        raise Refused(_("A replay file says its own day; leave --seed out."), USAGE)
    try:
        replay = load_replay(arguments.replay)
        replay.verify(scenario)
    except ReplayRefused as refusal:
        raise Refused(str(refusal)) from None
    return _Run(arguments.replay.name, replay.plan, replay.orders, replay.seed)


def _check(arguments: argparse.Namespace) -> int:
    from game.checking import check

    return check(arguments)


def _explain(arguments: argparse.Namespace) -> int:
    from game.checking import explain

    return explain(arguments)


def _report(scenario: Scenario, run: _Run, arguments: argparse.Namespace) -> int:
    from game.simulation.circumstances import draw
    from game.simulation.engine import simulate

    _refuse_the_impossible(scenario, run)
    trace = simulate(scenario, run.plan, draw(scenario, run.seed), run.orders)
    if arguments.picture:
        _save_picture(scenario, trace, arguments)
    if arguments.sheet:
        _say_sheet(scenario, run, as_json=arguments.json)
    else:
        _say_report(scenario, run, trace, arguments)
    return DONE


def _say_report(scenario: Scenario, run: _Run, trace: Trace, arguments: argparse.Namespace) -> None:
    from game.advice import fixes_of
    from game.planning.robust import robust
    from game.scoring.scorecard import score

    card = score(scenario, trace)
    days = robust(scenario, run.plan, run.orders, run.seed) if arguments.robust else None
    fixes = fixes_of(scenario, run.plan, run.orders, trace, card, run.seed) if arguments.fixes else None
    if arguments.json:
        from game.report.document import as_json

        _say_json(as_json(scenario, run.seed, run.name, trace, card, days, fixes))
    else:
        from game.report.text import as_text

        console.say(as_text(scenario, run.seed, run.name, trace, card, days, fixes))


def _say_sheet(scenario: Scenario, run: _Run, *, as_json: bool) -> None:
    from game.report.sheet import guards, running_order, sheet_json, sheet_text

    rows, officers = running_order(scenario, run.plan), guards(scenario, run.plan)
    if as_json:
        _say_json(sheet_json(scenario, run.name, rows, officers))
    else:
        console.say(sheet_text(scenario, run.name, rows, officers))


def _refuse_the_impossible(scenario: Scenario, run: _Run) -> None:
    from game.protocol.legality import order_problems, problems
    from game.wording.refusals import refusal_sentence

    refusals = (*problems(scenario, run.plan), *order_problems(scenario, run.orders))
    if refusals:
        raise Refused("\n".join(refusal_sentence(scenario, refusal) for refusal in refusals))


def _refuse_another_day(scenario: Scenario, at: int | None) -> None:
    from game.protocol.units import format_clock

    if at is None or scenario.start <= at <= scenario.end:
        return
    sentence = _("--at is outside the day: “{scenario}” goes from {start} to {end}.")
    start, end = format_clock(scenario.start), format_clock(scenario.end)
    raise Refused(sentence.format(scenario=scenario.id, start=start, end=end))


def _save_picture(scenario: Scenario, trace: Trace, arguments: argparse.Namespace) -> None:
    from game.drawing.picture import save_picture

    instant = scenario.end if arguments.at is None else arguments.at
    try:
        save_picture(scenario, trace, instant, arguments.picture)
    except (OSError, RuntimeError) as error:  # pygame.error is a RuntimeError
        sentence = _("The picture cannot be saved as {path} ({reason}).")
        raise Refused(sentence.format(path=arguments.picture, reason=error)) from None


def _solve(arguments: argparse.Namespace) -> int:
    from game.advice import solve

    return solve(arguments)


def _calibrate(arguments: argparse.Namespace) -> int:
    from game.advice import calibrate

    return calibrate(arguments)


def _rules(arguments: argparse.Namespace) -> int:
    from game.rulebook import rules

    return rules(arguments)


def _of_authors(arguments: argparse.Namespace) -> int:
    from game import author

    command: Callable[[argparse.Namespace], int] = getattr(author, arguments.command)
    return command(arguments)


def _generate(arguments: argparse.Namespace) -> int:
    from game.generate import generate

    return generate(arguments)


def _doctor(arguments: argparse.Namespace) -> int:
    from game.doctor import doctor

    return doctor(arguments)


def _debrief(arguments: argparse.Namespace) -> int:
    from game.debrief import DebriefRefused, debrief

    try:
        return debrief(arguments)
    except DebriefRefused as refusal:
        raise Refused(str(refusal)) from None


def _host(arguments: argparse.Namespace) -> int:
    from game.host import FIRST, HostRefused, host

    if arguments.projector:
        if len(arguments.scenarios) > 1:
            raise Refused(_("A class at one machine plays one scenario at a time."), USAGE)
        scenario = _scenario(arguments.scenarios[0] if arguments.scenarios else FIRST)
        from game.stage.main import project

        return _in_a_window(lambda: project(scenario))
    try:
        return host(arguments)
    except HostRefused as refused:
        raise Refused(str(refused)) from None


def _load_test(arguments: argparse.Namespace) -> int:
    from game.load_test import LoadTestRefused, load_test

    try:
        return load_test(arguments)
    except LoadTestRefused as refusal:
        raise Refused(str(refusal)) from None


_COMMANDS: Final = {
    "play": _open, "run": _run, "list": _list, "check": _check, "explain": _explain,
    "join": _join,
    "solve": _solve, "calibrate": _calibrate, "rules": _rules, "watch": _watch,
    "generate": _generate, "debrief": _debrief, "doctor": _doctor, "host": _host,
    "load-test": _load_test,
    "new": _of_authors, "test": _of_authors, "schema": _of_authors,
}  # fmt: skip
