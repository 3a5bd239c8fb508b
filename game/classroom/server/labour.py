"""What a worker process does. It imports little: it is handed scenarios as values, and reads no file of an author."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import traceback
from multiprocessing.connection import Connection
from typing import Final

from game.protocol.scenario import Scenario

_GENTLE: Final = 12
"""By so much it stands back where somebody waits for something else."""


def serve(pipe: Connection, gentle: bool) -> None:
    """Do what is asked over the pipe until it ends: it ends with whoever asks, however they end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the server
    if gentle and hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_GENTLE)
    from game.classroom.server import tasks
    from game.wording.catalogue import use_players_language

    use_players_language()
    if not gentle:
        tasks.warm()  # so that the first who asks does not wait for it
    scenarios: dict[str, Scenario] = {}
    with contextlib.suppress(EOFError, OSError):
        while True:
            name, digest, pickled, given = pipe.recv()
            try:
                if pickled is not None:
                    scenarios[digest] = pickle.loads(pickled)
                done = True, tasks.TASKS[name](*((scenarios[digest],) if digest else ()), *given)
            except Exception:
                done = False, traceback.format_exc()
            pipe.send(done)
