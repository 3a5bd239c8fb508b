"""Standard output and what may go wrong with it; the log of a crash."""

from __future__ import annotations

import errno
import os
import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from game import __version__
from game.wording.catalogue import _


class PipeClosed(Exception):
    """Whoever read our output has stopped reading."""


class OutputFailed(Exception):
    """Our output cannot be written (a full disk, say); the text is a sentence."""


def prepare(*, utf8: bool) -> None:
    """Make standard output take every character: as UTF-8 (JSON is that), else with ? for what it lacks.

    Consoles of Windows and old locales would otherwise stop at the first name with an accent.
    """
    for stream, encoding in ((sys.stdout, "utf-8" if utf8 else None), (sys.stderr, None)):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=encoding or stream.encoding, errors="replace")


def say(text: str) -> None:
    """Write lines to standard output. Raises PipeClosed and OutputFailed."""
    _write(text + "\n")


def flush() -> None:
    """Bring out what is still held back. Raises PipeClosed and OutputFailed."""
    _write("")


def _write(text: str) -> None:
    if sys.stdout is None:  # started without a console
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise PipeClosed from None
    except OSError as error:
        if error.errno in (errno.EPIPE, errno.EINVAL):  # Windows calls a closed pipe an invalid argument
            raise PipeClosed from None
        failure = _("The output cannot be written ({reason}).")
        raise OutputFailed(failure.format(reason=error.strerror)) from None


def complain(text: str) -> None:
    """Write lines to standard error, as far as that can be done."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        return  # nobody is left to be told


def forget_output() -> None:
    """Let what was held back go nowhere, so that the interpreter does not stumble over it on its way out."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        sys.stdout = None  # a stream without a file behind it


def write_log(error: BaseException, argv: list[str]) -> Path | None:
    """Write what happened to a log file; where it lies, or None where no folder takes it."""
    lines = [
        f"After You {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {argv}",
        "".join(traceback.format_exception(error)),
    ]
    name = f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.log"
    for folder in _log_folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return folder / name
    return None


def _log_folders() -> list[Path]:
    import platformdirs  # here, because nothing else at the front door needs it

    return [Path(platformdirs.user_log_dir("after-you", appauthor=False)), Path(tempfile.gettempdir())]
