"""Countries that do not exist, with their capitals and flags."""

from __future__ import annotations

from typing import Final

from game.authoring.generating.dice import Dice
from game.authoring.generating.scene import State

_LANDS: Final = (
    ("Averin", "Solmouth"),
    ("Belcorra", "Port Anselm"),
    ("Cadria", "Vellin"),
    ("Corvane", "Marrow Bay"),
    ("Dalvia", "Ostrin"),
    ("Dorwen", "Highfirth"),
    ("Elvane", "Tarsk"),
    ("Estrava", "Linne"),
    ("Falmora", "Orrin Quay"),
    ("Garresh", "Ul Tamar"),
    ("Halmark", "Norrby"),
    ("Ilvera", "Santa Brava"),
    ("Jessamor", "Pell"),
    ("Karvia", "Dessin"),
    ("Kelmar", "Skarne"),
    ("Lorvane", "Amberlee"),
    ("Lysmark", "Hagstrand"),
    ("Merrowin", "Tull"),
    ("Montaria", "Alcova"),
    ("Nervia", "Old Brask"),
    ("Norlund", "Fjelby"),
    ("Orvessa", "Campo Lirio"),
    ("Pellucia", "Sarn"),
    ("Quillon", "Beaurive"),
    ("Rovelia", "Turm"),
    ("Sarvane", "Ibbel"),
    ("Selmora", "Grand Port"),
    ("Tarkand", "Shirvad"),
    ("Tessamar", "Luma"),
    ("Ulvania", "Dravik"),
    ("Umbrel", "Castellin"),
    ("Valdria", "Silberau"),
    ("Varnholm", "Kressing"),
    ("Wendmark", "Lothby"),
    ("Ysmere", "Dunholt"),
    ("Zelmira", "Azahra"),
    ("Oriban", "Nkala"),
    ("Makumbe", "Tshala"),
    ("Lakhmir", "Panjor"),
    ("Thaneva", "Phra Lin"),
    ("Suvali", "Naitua"),
    ("Hokuran", "Mizaka"),
    ("Anduma", "Kwesi Point"),
    ("Zorania", "Keth"),
)
_FORMS: Final = (
    "Republic",
    "Republic",
    "Republic",
    "Federation",
    "Union",
    "Commonwealth",
    "Kingdom",
    "Kingdom",
    "Grand Duchy",
    "Principality",
)
_DARK: Final = ("navy", "darkgreen", "maroon", "crimson", "purple", "black", "teal", "blue", "brown", "red")
_LIGHT: Final = ("white", "gold", "lightblue", "yellow", "silver", "white")
_EMBLEMS: Final = ("star", "disc", "ring", "cross", "crescent", "triangle", "diamond")

_HOUSES: Final = (
    "the Water House",
    "the Old Palace",
    "the Summer Palace",
    "the Harbour House",
    "the Glass House",
    "Tower Hall",
    "the Garden Palace",
    "the House of Lanterns",
    "Castle Hill",
    "the Winter House",
    "the Silver Hall",
    "the Custom House",
    "the Mint",
    "the Villa of Cypresses",
    "the Lake House",
    "the Old Observatory",
)


def lands(dice: Dice, count: int) -> list[State]:
    """So many countries, all different and with different flags."""
    flags = _flags(dice, count)
    chosen = dice.shuffled(_LANDS, "lands")[:count]
    return [
        State(name.lower(), name, dice.pick(_FORMS, f"form {name}"), capital, flag)
        for (name, capital), flag in zip(chosen, flags, strict=True)
    ]


def _flags(dice: Dice, count: int) -> list[str]:
    grounds = [(dark, light) for dark in _DARK for light in dict.fromkeys(_LIGHT)]
    return [_flag(dice, dark, light, nth) for nth, (dark, light) in enumerate(dice.shuffled(grounds, "flags")[:count])]


def _flag(dice: Dice, dark: str, light: str, nth: int) -> str:
    other = dice.pick([colour for colour in _DARK if colour != dark], f"flag {nth} third")
    stripes = dice.pick(
        ([dark, light], [dark, light, dark], [light, dark, light], [dark, light, other], [dark], [dark, light] * 3),
        f"flag {nth} stripes",
    )
    said = [f"stripes: [{', '.join(stripes)}]"]
    if len(stripes) in (2, 3) and dice.happens(40, f"flag {nth} upright"):
        said.append("vertical: yes")
    if len(stripes) == 1 or (len(stripes) <= 3 and dice.happens(45, f"flag {nth} charged")):
        middle = stripes[len(stripes) // 2]
        colour = light if middle == dark else dark
        said.append(f"emblem: {dice.pick(_EMBLEMS, f'flag {nth} emblem')}, emblem_colour: {colour}")
    return "{" + ", ".join(said) + "}"


def house(dice: Dice) -> str:
    """The name of a house, as it stands within a sentence."""
    return dice.pick(_HOUSES, "house")
