"""What can only be said of a scenario by playing it, found by another process while the window goes on."""

from __future__ import annotations

import multiprocessing
import signal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from game.attempt.pools import deaf
from game.authoring.check import check_text
from game.authoring.problems import Problem
from game.wording.catalogue import language, use_players_language


def remarks(text: str, name: str) -> tuple[Problem, ...]:
    """What `check` says of a scenario that can be played: rules that contradict each other, plans that go wrong."""
    return check_text(text, name, language=language())


class SecondLook:
    """The remarks on one text. `poll` it at every frame, and `stop` it when it is left.

    `found` are the remarks, None until they have come. `failed`: why they never will, in the system's words.
    """

    def __init__(self, text: str, name: str) -> None:
        self.found: tuple[Problem, ...] | None = None
        self.failed = ""
        self._given = text, name
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def poll(self) -> bool:
        """Start, or take in what has come; whether it is over now. It never waits."""
        if self.found is not None or self.failed:
            return False
        try:
            if self._pipe is None:
                self._start()
                return False
            if not self._pipe.poll():
                return False
            self.found = self._pipe.recv()
        except (OSError, EOFError) as error:
            self.failed = str(error) or type(error).__name__
        self.stop()
        return True

    def stop(self) -> None:
        """Let go of the process, whatever it is at."""
        if self._process is not None and self._pipe is not None:
            self._process.terminate()
            self._pipe.close()
        self._process = self._pipe = None

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_serve, args=(*self._given, theirs), daemon=True)
        deaf(self._process.start)
        theirs.close()  # so that the end of the process is the end of the pipe


def _serve(text: str, name: str, pipe: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the window
    use_players_language()
    try:
        pipe.send(remarks(text, name))
    except OSError:
        return  # the window is gone
