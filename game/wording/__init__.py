"""Floor 4: message ids and values become sentences, through gettext, in the player's language."""
