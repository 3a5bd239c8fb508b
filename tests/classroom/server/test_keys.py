"""Secrets: long enough, kept as digests, and in a file of their owner's alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from game.classroom.server import keys


def test_codes_can_be_typed_as_they_are_read() -> None:
    code, recovery = keys.new_code(), keys.new_recovery()
    assert keys.typed(f" {code.lower()} ") == code
    assert keys.typed(recovery.replace("-", " ").lower()) == recovery.replace("-", "")
    assert keys.typed(None) == keys.typed("x" * 1_000) == ""
    assert len({keys.new_token() for _ in range(100)}) == 100
    assert len(keys.new_token()) >= 22  # 128 bits in letters of six


def test_secrets_last_in_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    path = tmp_path / "class.secrets.json"
    made = keys.Secrets.kept(path)
    again = keys.Secrets.kept(path)
    assert again.desk == made.desk
    assert again.projector("ABCDE") == made.projector("ABCDE") != made.projector("ABCDF")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"desk": "x"}'])
def test_a_damaged_file_is_made_anew(tmp_path: Path, text: str) -> None:
    path = tmp_path / "class.secrets.json"
    path.write_text(text, encoding="utf-8")
    made = keys.Secrets.kept(path)
    assert len(made.desk) >= 22
    assert keys.Secrets.kept(path).desk == made.desk


def test_keys_open_only_what_is_theirs() -> None:
    made = keys.Secrets.drawn()
    assert made.is_desk(made.desk)
    assert not made.is_desk("")
    assert made.is_projector("A", made.projector("A"))
    assert not made.is_projector("B", made.projector("A"))
    assert not made.is_desk(made.projector("A"))
