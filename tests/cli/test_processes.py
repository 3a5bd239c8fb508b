"""What only a process of its own can show: pipes, hash seeds, homes and displays."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from game import cli, console, usage
from game.attempt import log
from tests.conftest import HOMES

ROOT = Path(__file__).resolve().parents[2]
RUN = ("run", "pyongyang-2024", "--json")


def after_you(*argv: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "game", *argv],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", timeout=60,
        check=False,
    )  # fmt: skip


def test_two_processes_with_other_hash_seeds_give_the_same_document() -> None:
    one, other = (after_you(*RUN, PYTHONHASHSEED=seed) for seed in ("1", "4711"))
    assert one.returncode == 0
    assert one.stdout == other.stdout
    assert json.loads(one.stdout)["trace_hash"]


def test_a_closed_pipe_is_met_in_silence() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "game", *RUN], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()  # before it can have written anything
    complaint = child.stderr.read()
    child.stderr.close()
    assert (child.wait(timeout=60), complaint) == (cli.PIPE_CLOSED, b"")


def test_a_home_that_takes_nothing_stops_no_run(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    blocked = str(file / "home")
    done = after_you(*RUN, **dict.fromkeys(HOMES, blocked))
    assert (done.returncode, done.stderr) == (0, "")


def test_an_old_locale_stops_no_run() -> None:
    done = after_you("list", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
    done = after_you("list", "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
    assert json.loads(done.stdout)["scenarios"]


def test_a_picture_beside_json_leaves_one_document(tmp_path: Path) -> None:
    done = after_you(*RUN, "--picture", str(tmp_path / "room.png"))
    assert done.returncode == 0
    assert json.loads(done.stdout)["scenario"] == "pyongyang-2024"
    assert (tmp_path / "room.png").stat().st_size > 10_000


@pytest.mark.parametrize("command", [(), ("play", "pyongyang-2024")], ids=["after-you", "play"])
def test_without_a_display_one_sentence_names_run(command: tuple[str, ...]) -> None:
    done = after_you(*command, SDL_VIDEODRIVER="none-such")
    assert (done.returncode, done.stdout) == (1, "")
    assert "run" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_run_and_help_do_without_pygame_and_the_window() -> None:
    code = (
        "import sys\nfrom game.cli import main\nmain(sys.argv[1:])\n"
        "heavy = {'pygame', 'pydantic', 'yaml', 'platformdirs'} & set(sys.modules)\n"
        "sys.stderr.write(','.join(sorted(heavy)))"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", code, *argv], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
        ).stderr
        for argv in (("--help",), RUN)
    ]
    assert loaded[0] == ""
    assert "pygame" not in loaded[1]


def test_a_fault_of_ours_is_one_sentence_and_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> None:
        raise ZeroDivisionError("the tea is cold")

    monkeypatch.setattr(usage, "parser", fails)
    monkeypatch.setattr(log, "log_folder", lambda: tmp_path / "logs")
    assert cli.main(["list"]) == cli.OUR_FAULT
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert len(said.err.strip().splitlines()) == 1
    (written,) = tmp_path.rglob("crash-*.log")
    assert str(written) in said.err
    assert "the tea is cold" in written.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_no_second_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    monkeypatch.setattr(log, "log_folder", lambda: file / "logs")
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(file / "tmp"))
    monkeypatch.setattr(usage, "parser", lambda: 1 // 0)
    assert cli.main(["list"]) == cli.OUR_FAULT
    assert "no log could be written" in capsys.readouterr().err


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(_: str) -> None:
        raise console.OutputFailed("The output cannot be written (No space left on device).")

    monkeypatch.setattr(console, "say", full)
    monkeypatch.setattr(console, "forget_output", lambda: None)
    assert cli.main(["list"]) == cli.PROBLEMS
    assert "No space left" in capsys.readouterr().err


def test_a_stop_by_the_keyboard_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(usage, "parser", stopped)
    assert cli.main(["list"]) == cli.INTERRUPTED
    assert capsys.readouterr().err == ""
