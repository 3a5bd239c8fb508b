"""Whose host is on this machine needs no --key."""

from __future__ import annotations

from pathlib import Path

from game.classroom.client.address import Address
from game.classroom.load.local_key import local_key
from game.classroom.server.keys import Secrets


def test_the_key_of_the_host_on_this_machine_is_found(tmp_path: Path) -> None:
    kept = Secrets.kept(tmp_path / "class.secrets.json")
    assert local_key(Address("127.0.0.1", 8642), tmp_path) == kept.desk
    assert local_key(Address("localhost", 1), tmp_path) == kept.desk
    assert not local_key(Address("192.0.2.1", 8642), tmp_path)


def test_no_secret_or_a_spoilt_one_is_no_key(tmp_path: Path) -> None:
    assert not local_key(Address("127.0.0.1", 8642), tmp_path)
    (tmp_path / "class.secrets.json").write_text("{", encoding="utf-8")
    assert not local_key(Address("127.0.0.1", 8642), tmp_path)
