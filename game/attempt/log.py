"""The log of a fault of our own: what the program was doing, where, and the traceback nobody is shown."""

from __future__ import annotations

import os
import platform
import time
import traceback
from pathlib import Path

from game import __version__


def log_folder() -> Path:
    """Where logs are kept on this system; it need not exist yet."""
    import platformdirs  # here, because nothing needs it until something fails

    return Path(platformdirs.user_log_dir("after-you", appauthor=False))


def write_log(error: BaseException, doing: str, folder: Path) -> Path | None:
    """Write the log of a fault to a new file, in this folder or else in that for temporary files.

    `doing` is what the program was about, in a line or more. Returns where the log lies, None where no folder
    takes it; never raises.
    """
    import tempfile  # here, because it is slow to import and start-up waits for this module

    lines = [
        f"After You {__version__}, Python {platform.python_version()}, {platform.platform()}",
        doing,
        "".join(traceback.format_exception(error)),
    ]
    name = f"crash-{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{os.getpid()}.log"
    for place in (folder, Path(tempfile.gettempdir())):
        try:
            place.mkdir(parents=True, exist_ok=True)
            (place / name).write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return place / name
    return None
