"""Where assets and scenarios lie: inside the package when it was installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"


def _base() -> Path:
    return _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def assets() -> Path:
    """The folder of fonts, pictures and language catalogues."""
    return _base() / "assets"


def scenarios() -> Path:
    """The folder of the shipped scenarios."""
    return _base() / "scenarios"
