"""Floor 4: from an author's YAML file to a frozen scenario, or to every problem in it, placed, in plain words."""

import os

# Plugins of pydantic have no business here, and only looking for them takes as long as a whole check.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
