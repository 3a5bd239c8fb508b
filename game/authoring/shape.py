"""Fits data to the model: every misfit becomes a problem at its place in the file."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from game.authoring.parts import Part
from game.authoring.problems import Findings, Wrong
from game.authoring.suggest import did_you_mean, nearest, short
from game.authoring.tree import Path, Tree
from game.wording.catalogue import _

P = TypeVar("P", bound=Part)

_QUOTED: Final = re.compile(r"'([^']*)'")
_BLOCK: Final = ("model_type", "dict_type", "model_attributes_type")


class Fitting:
    """Fits parts of one document and notes what does not fit. `bad` are the paths that did not."""

    def __init__(self, tree: Tree, findings: Findings, language: str) -> None:
        self.tree = tree
        self.bad: list[Path] = []
        self._findings = findings
        self._context = {"language": language}

    def fit(
        self,
        model: type[P],
        data: Any,
        path: Path = (),
        *,
        quiet: bool = False,
        known: type[BaseModel] | None = None,
    ) -> P | None:
        """The data as a part of this model, or None with the reasons noted (unless `quiet`). `known` is the
        model that lists all the keys an author may use there, where it is a larger one."""
        try:
            return model.model_validate(data, context=self._context)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                self.bad.append(path + tuple(detail["loc"]))
                if not (quiet or self._findings.full):
                    self._note(known or model, path, detail)
            return None

    def full(self) -> bool:
        """Whether so much is noted already that more would not be shown."""
        return self._findings.full

    def refuse(self, path: Path, wrong: Wrong, *, key: bool = False) -> None:
        """Note that the value at a path, or its key, is wrong."""
        self._findings.add(self.tree.key_spot(path) if key else self.tree.spot(path), wrong)

    def _note(self, model: type[BaseModel], path: Path, detail: Any) -> None:
        inner: Path = tuple(detail["loc"])
        full = path + inner
        kind = detail["type"]
        if kind == "missing":
            self.refuse(full[:-1], _missing(model, inner), key=True)
        elif kind == "extra_forbidden":
            self.refuse(full, _unknown_key(model, inner, detail["input"]), key=True)
        elif full[-1:] == ("[key]",):
            self.refuse(full[:-1], detail["ctx"]["error"], key=True)
        else:
            self.refuse(full, _misfit(kind, detail, full))


def _misfit(kind: str, detail: Any, path: Path) -> Wrong:
    value = detail["input"]
    if kind == "value_error" and isinstance(detail["ctx"]["error"], Wrong):
        return detail["ctx"]["error"]
    if value == "":
        return Wrong("empty", _("A value is missing here."))
    if path == ("format",):
        return Wrong("format", _("This version of the game reads files of format 1."), _("Write format: 1."))
    if kind in _BLOCK:
        return Wrong(
            "shape", _("A block of keys belongs here."), _("Write it like {key: value, key: value}.")
        )
    if kind == "list_type":
        return Wrong(
            "shape",
            _("A list belongs here."),
            _("Write it like [one, two], or one below the other with dashes."),
        )
    if kind == "literal_error" and isinstance(value, str):
        return Wrong(
            "choice",
            _("`{text}` is not one of the words that can stand here.").format(text=short(value)),
            did_you_mean(value, _QUOTED.findall(detail["ctx"]["expected"])),
        )
    return Wrong("shape", _("This is not what belongs here."))


def _missing(model: type[BaseModel], path: Path) -> Wrong:
    key = str(path[-1])
    about = ""
    part = part_at(model, path[:-1])
    if part is not None:
        found = next((f for name, f in part.model_fields.items() if (f.alias or name) == key), None)
        about = said(found) if found else ""
    hint = f"`{key}`: {about}." if about else ""
    return Wrong("key-missing", _("The key `{key}` is missing here.").format(key=key), hint)


def said(field: FieldInfo) -> str:
    """What a key is for, with an example where it has one, in the player's language."""
    about = field.description or ""
    if not field.examples:
        return _(about)
    return _("{about}, like {example}").format(about=_(about), example=field.examples[0])


def _unknown_key(model: type[BaseModel], path: Path, value: Any) -> Wrong:
    key = str(path[-1])
    part = part_at(model, path[:-1])
    allowed = keys_of(part) if part is not None else ()
    wrong = _("The key `{key}` is not known here.").format(key=short(key))
    if value == "" and " " in key:
        return Wrong(
            "key-unknown", wrong, _("A colon needs a value after it; a text with a colon needs quotes.")
        )
    close = nearest(key, allowed)
    hint = (
        _("Did you mean `{word}`?").format(word=close)
        if close
        else _("Keys here: {keys}.").format(keys=", ".join(allowed))
    )
    return Wrong("key-unknown", wrong, hint)


@cache
def keys_of(part: type[BaseModel]) -> tuple[str, ...]:
    """The keys a block may have, as an author writes them."""
    return tuple(field.alias or name for name, field in part.model_fields.items())


def part_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the block at a path below a model; None where there is none."""
    found: Any = model
    for step in path:
        found = _step(found, step)
        if found is None:
            return None
    found = _bare(found)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _step(annotation: Any, step: str | int) -> Any:
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return next((f.annotation for name, f in bare.model_fields.items() if step in (f.alias, name)), None)
    arguments = get_args(bare)
    if get_origin(bare) is list:
        return arguments[0]
    if get_origin(bare) is dict:
        return arguments[1]
    return None


def _bare(annotation: Any) -> Any:
    """An annotation without what only says how it is read, and without `| None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
            continue
        choices = [a for a in get_args(annotation) if a is not type(None)]
        if len(choices) == 1 and type(None) in get_args(annotation):
            annotation = choices[0]
            continue
        return annotation
