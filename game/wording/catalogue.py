"""The gettext catalogue behind every sentence a player sees.

Look-ups happen when a sentence is made, not when a module is imported, so that changing the language changes
everything from the next frame on. A missing catalogue is no error: the English of the source is then shown.
"""

import gettext

from game.resources import assets

DOMAIN = "after-you"

_current: gettext.NullTranslations = gettext.NullTranslations()


def use_players_language() -> None:
    """Follow the player's environment (LANGUAGE, LC_ALL, LC_MESSAGES or LANG) where there is a catalogue for it.

    Without one, everything stays as it is.
    """
    global _current
    try:
        _current = gettext.translation(DOMAIN, assets() / "locale")
    except OSError:
        return


def language() -> str:
    """The code of the language that the catalogue in use is for; authors' texts follow it."""
    return _current.info().get("language", "en") or "en"


def _(message: str) -> str:
    """This message in the player's language.

    An empty message stays empty (gettext would answer with its header).
    """
    return _current.gettext(message) if message else ""


def ngettext(one: str, many: str, number: int) -> str:
    """The form of the message that goes with this number, in the player's language."""
    return _current.ngettext(one, many, number)
