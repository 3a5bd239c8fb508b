"""Floor 4: an author's file made a frozen scenario, or every problem in it placed and put plainly."""

import os

# Plugins of pydantic have no business here, and only looking for them takes as long as a whole check.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
