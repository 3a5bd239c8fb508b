"""The schema as a file beside scenarios, where editors find it without a network."""

from __future__ import annotations

import json
from pathlib import Path

from game.authoring.safe_write import replace_file, why_not
from game.authoring.schema import TITLE, scenario_schema
from game.wording.catalogue import _


def schema_text() -> str:
    """The schema as a JSON document."""
    return json.dumps(scenario_schema(), ensure_ascii=False, indent=1) + "\n"


def write_schema(path: Path) -> str:
    """Write the schema, over an older one too but over nothing else; answers with a sentence where it cannot."""
    try:
        if path.exists() and not _is_schema(path):
            return _("{path} is something else than a schema of this game; nothing was written.").format(path=path)
        replace_file(path, schema_text().encode("utf-8"))
    except (OSError, ValueError) as error:
        return why_not(path, error)
    return ""


def _is_schema(path: Path) -> bool:
    try:
        found = json.loads(path.read_bytes().decode("utf-8"))
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("title") == TITLE
