"""What every block of keys in a scenario file has in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    """A block of keys; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


def about(text: str, **rest: Any) -> Any:
    """A key and what to write there: the hint where it is missing. Without a default it must be there."""
    return Field(description=text, **rest)
