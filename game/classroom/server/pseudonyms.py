"""Names for people who shall not be known by their own."""

from __future__ import annotations

import secrets
from typing import Final

_FIRST: Final = (
    "Amber", "Brass", "Bright", "Calm", "Cedar", "Chalk", "Clear", "Copper", "Coral", "Crystal", "Dapper", "Early",
    "Ebony", "Fair", "Fern", "Flint", "Frost", "Gentle", "Gilded", "Grand", "Granite", "Hazel", "Honest", "Indigo",
    "Ivory", "Jade", "Keen", "Lively", "Lucid", "Maple", "Marble", "Mellow", "Merry", "Misty", "Noble", "Olive",
    "Opal", "Pearl", "Plain", "Polite", "Quartz", "Quick", "Quiet", "Russet", "Sage", "Scarlet", "Silver", "Slate",
    "Steady", "Stout", "Sunny", "Tawny", "Teal", "Umber", "Velvet", "Vivid", "Walnut", "Warm", "Wise", "Witty",
)  # fmt: skip

_SECOND: Final = (
    "Badger", "Beaver", "Bison", "Bittern", "Condor", "Crane", "Curlew", "Dolphin", "Dormouse", "Eagle", "Egret",
    "Falcon", "Ferret", "Finch", "Gazelle", "Gecko", "Grouse", "Hare", "Hedgehog", "Heron", "Ibex", "Ibis", "Jackdaw",
    "Jay", "Kestrel", "Kite", "Lark", "Linnet", "Lynx", "Magpie", "Marten", "Merlin", "Mole", "Moose", "Newt",
    "Ocelot", "Oriole", "Osprey", "Otter", "Owl", "Panda", "Partridge", "Pelican", "Petrel", "Plover", "Puffin",
    "Quail", "Raven", "Robin", "Salmon", "Seal", "Shrew", "Sparrow", "Starling", "Stoat", "Stork", "Swallow", "Swan",
    "Swift", "Tern", "Thrush", "Toad", "Turtle", "Vole", "Wagtail", "Walrus", "Weasel", "Whale", "Wren", "Yak",
)  # fmt: skip


def some(number: int) -> tuple[str, ...]:
    """So many pseudonyms by chance; hardly two of them are the same."""
    return tuple(f"{secrets.choice(_FIRST)} {secrets.choice(_SECOND)}" for _ in range(number))


def is_one(name: object) -> bool:
    """Whether a name is one of these pseudonyms: then it may be kept as it was proposed."""
    if not isinstance(name, str):
        return False
    first, _space, second = name.partition(" ")
    return first in _FIRST and second in _SECOND
