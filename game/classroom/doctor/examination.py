"""An examination: the page is served, and what devices report is told as it comes."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from typing import Any

import uvicorn

from game.classroom.doctor.app import doctor_app


class Examination:
    """Serves the page on a port until it is ended. `devices` are the reports so far, in order."""

    def __init__(self, port: int, told: Callable[[int, Mapping[str, Any]], None], most: int | None = None) -> None:
        self.devices: list[Mapping[str, Any]] = []
        self._told, self._most = told, most
        config = uvicorn.Config(doctor_app(self._take), access_log=False, log_level="error", lifespan="off",
                                timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._listens = socket.create_server(("", port), reuse_port=False)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._listens.getsockname()[1])

    def run(self) -> None:
        """Serve until Ctrl-C, `end`, or the last of the devices wanted has reported."""
        try:
            self._server.run(sockets=[self._listens])
        except KeyboardInterrupt:  # the ordinary end, which the server passes on when it has let go
            pass
        finally:
            self._listens.close()

    def end(self) -> None:
        """Let `run` return."""
        self._server.should_exit = True

    def _take(self, number: int, report: Mapping[str, Any]) -> None:
        self.devices.append(report)
        self._told(number, report)
        if self._most is not None and len(self.devices) >= self._most:
            self.end()
