"""Scenarios to start from: small, whole, and explained line by line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final
from unicodedata import combining, normalize

from game.authoring.fields import read_id
from game.authoring.known import RESERVED
from game.authoring.library import shipped
from game.authoring.problems import Wrong
from game.resources import assets

_LONGEST_ID: Final = 36
_LONGEST_TITLE: Final = 80


def template(name: str) -> str:
    """The text of a template, which is a scenario."""
    return (assets() / "templates" / f"{name}.yaml").read_text(encoding="utf-8")


def scenario_from(name: str, file: Path) -> str:
    """The text of a template under an id and a title made from a file's name, as far as it lends itself to that."""
    id_, title = id_from(file.stem), title_from(file.stem)
    text = template(name)
    if file.name.isprintable():
        text = re.sub(r"(after-you \w+) FILE", lambda found: f"{found[1]} {file.name}", text)
    if id_:
        text = re.sub(r"^id: .*$", f"id: {id_}", text, count=1, flags=re.MULTILINE)
    if title:
        written = title if re.fullmatch(r"[^\W\d_][\w ]*", title) else json.dumps(title, ensure_ascii=False)
        text = re.sub(r"^title: .*$", lambda _found: f"title: {written}", text, count=1, flags=re.MULTILINE)
    return text


def id_from(stem: str) -> str:
    """A safe id like a file's name: `Première visite` as `premiere-visite`; empty where nothing is left of it."""
    plain = "".join(one for one in normalize("NFKD", stem) if not combining(one)).lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).lstrip("-0123456789")[:_LONGEST_ID].strip("-")
    if found in RESERVED or found in shipped():  # attempts are kept by id, and those of a shipped one are not ours
        found = f"my-{found}"
    try:
        return read_id(found)
    except Wrong:
        return ""


def title_from(stem: str) -> str:
    """A file's name as a title: `my-first_visit` as `My first visit`."""
    printable = "".join(one if one.isprintable() else " " for one in stem)
    words = " ".join(re.sub(r"[-_.]+", " ", printable).split())[:_LONGEST_TITLE].strip()
    return words[:1].upper() + words[1:]
