"""The player's settings: text size, full screen, jumping quiet stretches, whether the intro was seen.

Saved as JSON in the player's configuration folder, whole or not at all. Whatever is wrong with the file or
the folder is told in a sentence and never stops the game.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Final

from game.attempt.store import put
from game.wording.catalogue import _

SMALLEST_TEXT: Final = 100
LARGEST_TEXT: Final = 200
TEXT_STEP: Final = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """What a player chooses once. `text_size` is per cent, 100 to 200."""

    text_size: int = 100
    full_screen: bool = False
    jump_quiet: bool = True
    intro_seen: bool = False

    def with_text_size(self, size: int) -> "Settings":
        """The same settings with this text size, held to what is allowed."""
        return replace(self, text_size=max(SMALLEST_TEXT, min(LARGEST_TEXT, size)))


def settings_path() -> Path:
    """Where settings are kept on this system."""
    import platformdirs  # here, because importing it costs more than the first frame can spare

    return Path(platformdirs.user_config_dir("after-you", appauthor=False)) / "settings.json"


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings in this file, and a notice for the player where something is wrong with it."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        unread = _("The settings in {path} cannot be read; the usual ones are used.")
        return Settings(), unread.format(path=path)
    good = {
        field.name: found[field.name]
        for field in fields(Settings)
        if field.name in found and type(found[field.name]) is type(field.default)
    }
    settings = Settings(**good)
    return settings.with_text_size(settings.text_size), ""


def save_settings(settings: Settings, path: Path) -> str:
    """Write the settings, whole or not at all.

    Returns a notice for the player when they could not be kept.
    """
    if put(path, json.dumps(asdict(settings), indent=2) + "\n"):
        return ""
    return _("The settings could not be saved in {path}; they hold until you close the game.").format(path=path)
