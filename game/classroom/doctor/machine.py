"""What the instructor's machine itself can do: the port, the disk, the processes."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from game.classroom.doctor.findings import Finding, State
from game.classroom.open_files import SPARE, room_for
from game.wording.catalogue import _

ENOUGH_DISK: Final = 200_000_000
TRAINEES: Final = 500

_PATIENCE: Final = 30.0


def machine_findings(port: int, folder: Path) -> tuple[Finding, ...]:
    """What this machine can do for a class that is served on `port` and kept in `folder`."""
    return (*port_findings(port), disk(folder), files(), processes())


def port_findings(port: int) -> tuple[Finding, ...]:
    """Whether the port is free."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as door:
        try:
            door.bind(("", port))
        except OSError as error:
            sentence = _("Port {port} cannot be used ({reason}). Is a class running already? Or say --port.")
            reason = error.strerror or type(error).__name__
            return (Finding("port", State.BAD, sentence.format(port=port, reason=reason)),)
    return (Finding("port", State.GOOD, _("Port {port} is free.").format(port=port)),)


def disk(folder: Path) -> Finding:
    """Whether a class can be written down."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"after you")
        free = shutil.disk_usage(folder).free
    except OSError as error:
        sentence = _("Nothing can be written in {folder} ({reason}); say --db FILE to keep the class elsewhere.")
        return Finding("disk", State.BAD, sentence.format(folder=folder, reason=error.strerror or type(error).__name__))
    if free < ENOUGH_DISK:
        sentence = _("Only {free} MB are free in {folder}.")
        return Finding("disk", State.HINT, sentence.format(free=free // 1_000_000, folder=folder))
    return Finding("disk", State.GOOD, _("The class can be written down in {folder}.").format(folder=folder))


def files() -> Finding:
    """Whether a connection for each of 500 trainees may be open at a time, reckoned as the host does."""
    limit = room_for(TRAINEES)
    if limit is None:
        return Finding("files", State.GOOD, _("Enough connections can be open for 500 trainees."))
    sentence = _("At most {limit} connections can be open: enough for about {trainees} trainees.")
    return Finding("files", State.HINT, sentence.format(limit=limit, trainees=max(0, limit - SPARE)))


def processes(start: Callable[[], int] = lambda: _started()) -> Finding:
    """Whether other processes can be started, which simulate while the server serves."""
    try:
        start()
    except Exception as error:  # whatever forbids it on this system, the answer is the same
        sentence = _("No other processes can be started here ({reason}); a security program may forbid it.")
        return Finding("processes", State.BAD, sentence.format(reason=type(error).__name__))
    count = os.cpu_count() or 1
    if count < 2:
        return Finding("processes", State.HINT, _("This machine has one core: fine for about 50 trainees."))
    return Finding("processes", State.GOOD, _("{n} cores are there to simulate with.").format(n=count))


def _started() -> int:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(os.getpid).result(_PATIENCE)
