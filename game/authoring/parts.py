"""What every block of keys in a scenario file has in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


def about(text: str, default: Any = ..., *, like: str = "", **rest: Any) -> Any:
    """A key: what to write, an example of its value as YAML, and the value if it is left out (`...`: it may not be).

    Hints of the checker, the JSON Schema and the author's guide are all made from this.
    """
    return Field(default, description=text, examples=[like] if like else None, **rest)


class Part(BaseModel):
    """A block of keys; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", defer_build=True)
