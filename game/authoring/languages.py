"""Texts in several languages: what a file says in more than one language it says in all of its languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from game.authoring import chances, model
from game.authoring.fields import Label, Text
from game.authoring.parts import Part
from game.authoring.problems import Wrong
from game.authoring.shape import Fitting
from game.authoring.texts import is_language
from game.authoring.tree import Path
from game.wording.catalogue import _


def languages(fitting: Fitting) -> None:
    """Note every text that lacks one of the file's languages."""
    found = list(_texts(fitting.tree.data, ()))
    known = sorted({code for _path, text in found for code in text})
    for path, text in found:
        missing = [code for code in known if code not in text]
        if missing:
            sentence = _("This text is missing in {languages}.").format(languages=", ".join(missing))
            hint = _("The file speaks {languages} elsewhere.").format(languages=", ".join(known))
            fitting.refuse(path, Wrong("language-missing", sentence, hint))


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """Every text of a document that is written in languages, with its path."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        here = (*path, step)
        near = {each for each in here[-2:] if isinstance(each, str)}
        if isinstance(value, dict) and near & text_keys() and value and all(map(is_language, value)):
            yield here, value
        else:
            yield from _texts(value, here)


@cache
def text_keys() -> frozenset[str]:
    """The keys whose values are texts that people read."""
    parts = [part for module in (model, chances) for part in vars(module).values() if _is_part(part)]
    texts = _readers(Text, Label)
    return frozenset(
        field.alias or name
        for part in parts
        for name, field in part.model_fields.items()
        if texts & _readers(field.annotation, *field.metadata)
    )


def _is_part(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, Part)


def _readers(*annotations: Any) -> set[Any]:
    """The markers that say how a value is read, however deep they lie in an annotation."""
    found: set[Any] = set()
    for annotation in annotations:
        if hasattr(annotation, "read"):
            found.add(annotation)
        found |= _readers(*get_args(annotation)) if get_args(annotation) else set()
    return found
