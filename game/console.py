"""Standard output and what may go wrong with it."""

from __future__ import annotations

import errno
import os
import sys
from typing import Final

from game.wording.catalogue import _

_BAR: Final = 30


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


class Progress:
    """How far long work has come, as one line on standard error that goes again; only where that is a terminal."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shown = ""
        self._seen = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._write(" " * len(self._shown))
        self._write("")

    def show(self, done: int, whole: int = 0) -> None:
        """So much is done, of so much in all where that is known."""
        if not self._seen:
            return
        filled = done * _BAR // whole if whole else 0
        bar = f"[{'#' * filled}{'.' * (_BAR - filled)}] {done} / {whole}" if whole else str(done)
        text = f"{bar} {self._text}"
        if text != self._shown:
            self._write(text.ljust(len(self._shown)))
            self._shown = text

    def _write(self, text: str) -> None:
        if self._seen:
            try:
                sys.stderr.write(f"\r{text}")
                sys.stderr.flush()
            except OSError:
                self._seen = False  # nobody is left to be told


def forget_output() -> None:
    """Let what was held back go nowhere, so that the interpreter does not stumble over it on its way out."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        sys.stdout = None  # a stream without a file behind it
