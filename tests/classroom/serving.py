"""A host in a process of its own, that tests may kill and start again."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

import psutil

from game.classroom.client.address import Address


class Host:
    """`after-you host` on this machine only, with its database in a folder; the port stays when it is started again."""

    def __init__(self, folder: Path) -> None:
        self.address = Address("127.0.0.1", 0)
        self.key = ""
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Host:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.kill()

    def start(self) -> None:
        """Start it; returns when it serves."""
        port, database = str(self.address.port or free_port()), str(self._folder / "class.db")
        command = [
            sys.executable, "-m", "game", "host", "--port", port, "--bind", "127.0.0.1", "--db", database, "--no-room",
            "--json",
        ]  # fmt: skip
        with (self._folder / "host.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, encoding="utf-8")
        told = self._told()
        self.address = Address("127.0.0.1", int(told["port"]))
        self.key = str(told["desk"]).partition("#")[2]

    def _told(self) -> dict[str, Any]:
        """The document that it prints when it serves."""
        assert self._process is not None
        assert self._process.stdout is not None
        text = ""
        for line in self._process.stdout:
            text += line
            with contextlib.suppress(ValueError):
                found: dict[str, Any] = json.loads(text)
                return found
        raise AssertionError(f"the host has ended: {(self._folder / 'host.log').read_text('utf-8')}")

    def kill(self) -> None:
        """End it at once, wherever it is; returns when it is gone. Its workers notice."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None

    def runs(self) -> bool:
        """Whether it has not ended by itself."""
        return self._process is not None and self._process.poll() is None

    def workers(self) -> list[psutil.Process]:
        """The processes that it has started."""
        return psutil.Process(self._process.pid).children(recursive=True) if self._process is not None else []

    def memory(self) -> int:
        """Bytes that it and its workers take now."""
        return memory_of(self._process.pid) if self._process is not None else 0


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def memory_of(pid: int) -> int:
    """Bytes that a process and those it started take now."""
    taken = 0
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        for each in [process, *process.children(recursive=True)]:
            with contextlib.suppress(psutil.Error):
                taken += each.memory_info().rss
    return taken
