"""`check` and `explain` on the command line: three formats, exit codes, and the examples that are typed."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from game.authoring.codes.entry import Explanation, Severity
from game.authoring.codes.registry import explanations
from game.authoring.library import shipped
from game.cli import main

HERE = Path(__file__).parent
CORPUS = HERE.parent / "authoring"
GOOD = (CORPUS / "good" / "minimal.yaml").read_text(encoding="utf-8")
TYPED = [each for each in explanations().values() if each.wrong.startswith("after-you ")]


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(argv)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An author's folder, with one good file and others that are none; the tests run in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "scenarios").mkdir()
    for path in (tmp_path / "two-chairs.yaml", tmp_path / "scenarios" / "two-chairs.yaml", tmp_path / "locked.yaml"):
        path.write_text(GOOD, encoding="utf-8")
    (tmp_path / "film.yaml").write_bytes(b"#" * 1_000_001)
    (tmp_path / "utf-16.yaml").write_bytes(GOOD.encode("utf-16"))
    real = Path.open

    def locked(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "locked.yaml":
            raise PermissionError
        return real(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    return tmp_path


def bad(name: str, folder: Path) -> str:
    """A file of the corpus, copied into the folder."""
    (folder / name).write_bytes((CORPUS / "bad" / name).read_bytes())
    return name


@pytest.mark.parametrize("explanation", TYPED, ids=lambda each: each.code)
@pytest.mark.usefixtures("folder")
def test_the_typed_examples(capsys: pytest.CaptureFixture[str], explanation: Explanation) -> None:
    code, out, _ = answer(capsys, *shlex.split(explanation.wrong)[1:], "--json")
    assert (code, [each["code"] for each in json.loads(out)["problems"]]) == (1, [explanation.code])
    assert answer(capsys, *shlex.split(explanation.right)[1:])[0] == 0


def test_the_text_names_the_codes_once_for_explain(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, out, _ = answer(capsys, "check", bad("key-unknown.yaml", folder), bad("order.yaml", folder))
    assert code == 1
    *problems, count, told = out.splitlines()
    assert "order.yaml:48:93: outside-clock:" in out
    assert "".join(problems).count("^") == int(count.split()[0])
    assert re.fullmatch(r"\d+ problems\.", count)
    codes = "key-missing, key-unknown, order, name-unknown, outside-clock, clock"
    assert told == f"`after-you explain CODE` tells more about each: {codes}."


@pytest.mark.usefixtures("folder")
def test_no_problem_needs_no_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "check", "two-chairs.yaml") == (0, "1 file, no problem.\n", "")


def test_advice_is_told_and_may_be_left(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    name = bad("fact-bare.yaml", folder)
    code, out, _ = answer(capsys, "check", "--no-play", name)
    assert code == 0
    assert "4 pieces of advice.\n" in out
    code, out, _ = answer(capsys, "check", "--no-play", "--format", "json", name)
    assert (code, {each["severity"] for each in json.loads(out)["problems"]}) == (0, {"advice"})
    code, out, _ = answer(capsys, "check", "--no-play", "--format", "github", name)
    assert code == 0
    assert out.startswith("::warning file=fact-bare.yaml,line=34,col=5,title=fact-bare::")


def test_the_format_json_is_the_old_option(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    name = bad("order.yaml", folder)
    as_option, as_format = answer(capsys, "check", "--json", name), answer(capsys, "check", "--format", "json", name)
    assert as_option == as_format
    (first, *_) = json.loads(as_option[1])["problems"]
    assert first["source_line"].strip().startswith("reference:")
    assert (first["line"], first["column"], first["code"]) == (48, 39, "order")


def test_the_format_github_is_one_command_a_problem(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    """The escapes are those of the actions' own toolkit: %, CR and LF everywhere, : and , in properties."""
    (folder / "50 %, or so.yaml").write_text(GOOD.replace("radio: 5 s", "radio: 5 s, lost: 50"), encoding="utf-8")
    code, out, _ = answer(capsys, "check", "--format", "github", "50 %, or so.yaml")
    command, count = out.splitlines()
    assert (code, count) == (1, "1 problem.")
    assert command == (
        "::error file=50 %25%2C or so.yaml,line=30,col=58,title=chance::"
        "`50` is no chance. Write it like 15 %25 or 0.5 %25; at most 100 %25."
    )


@pytest.mark.usefixtures("folder")
def test_a_problem_of_a_whole_file_has_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = answer(capsys, "check", "--format", "github", "nothing.yaml")
    assert out.startswith("::error file=nothing.yaml,title=file-missing::There is no such file.")


def test_playing_can_be_left_out(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    for name in ("expect.yaml", "no-clean-plan.yaml", "nothing-passes.yaml"):
        assert answer(capsys, "check", bad(name, folder))[0] == 1
        assert answer(capsys, "check", "--no-play", name)[0] == 0


def test_all_that_is_shipped_can_be_won(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "check")[:2] == (0, f"{len(shipped())} files, no problem.\n")


def test_a_code_is_explained(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = answer(capsys, "explain", "duration")
    assert code == 0
    assert out.splitlines()[0] == "duration: Not a duration"
    assert "Wrong:\n    liaison: {minutes: 3, read_back: 60, radio: 5 s}" in out
    assert "Right:\n    liaison: {minutes: 3, read_back: 60 s, radio: 5 s}" in out
    text, _, _ = out.partition("Wrong:")
    assert max(map(len, text.splitlines())) <= 80


def test_a_code_is_explained_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(capsys, "explain", "bots-pass", "--json")
    document = json.loads(out)
    assert (code, document["code"], document["severity"]) == (0, "bots-pass", Severity.ADVICE)
    assert set(document) == {"code", "title", "text", "wrong", "right", "severity"}


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(capsys, "explain")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(explanations())
    _, out, _ = answer(capsys, "explain", "--json")
    assert [each["code"] for each in json.loads(out)["codes"]] == list(explanations())


@pytest.mark.parametrize(("typed", "meant"), [("cue-cicle", "`cue-cycle`"), ("zzz", "explain"), ("", "all")])
def test_an_unknown_code_gets_a_hint(capsys: pytest.CaptureFixture[str], typed: str, meant: str) -> None:
    code, out, err = answer(capsys, "explain", typed)
    assert (code, out) == (1, "")
    assert meant in err
    code, out, _ = answer(capsys, "explain", typed, "--json")
    assert (code, len(json.loads(out)["problems"])) == (1, 1)
