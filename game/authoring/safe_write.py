"""Files are written whole or not at all, so that a full disk or a pulled plug costs nobody their scenario."""

from __future__ import annotations

import os
from errno import EACCES
from pathlib import Path
from tempfile import NamedTemporaryFile

from game.wording.catalogue import _


def replace_file(path: Path, data: bytes) -> None:
    """Put data in a file's place, with the rights it has, through links to it. Raises OSError, ValueError."""
    target = path.resolve()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as written:
        beside = Path(written.name)
        try:
            written.write(data)
            written.flush()
            os.fsync(written.fileno())
        except BaseException:
            written.close()
            beside.unlink(missing_ok=True)
            raise
    try:
        beside.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_mask())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def create_file(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet; raises FileExistsError, OSError, ValueError."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise


def why_not(path: Path, error: OSError | ValueError) -> str:
    """Why a file could not be written, in a sentence."""
    if isinstance(error, FileExistsError):
        return _("{path} is there already; nothing was written.").format(path=path)
    if isinstance(error, FileNotFoundError):
        return _("There is no folder {folder}; make it first.").format(folder=path.parent)
    reason = getattr(error, "strerror", None) or _("the name cannot be a file's name")
    return _("{path} cannot be written: {reason}.").format(path=path, reason=reason)


def _mask() -> int:
    """The rights that new files of this person do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
