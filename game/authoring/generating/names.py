"""People who do not exist. Those of one country bear names of one sound; nobody shares a family name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.authoring.generating.dice import Dice
from game.authoring.generating.scene import Human


@dataclass(frozen=True, slots=True)
class _Sound:
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


def _sound(women: str, men: str, families: str) -> _Sound:
    return _Sound(tuple(women.split()), tuple(men.split()), tuple(families.split()))


_SOUNDS: Final = (
    _sound(
        "Ingrid Solveig Astrid Maren Elin Sigrid Tuva Karin",
        "Anders Henrik Lars Nils Eskil Torben Magnus Jonas",
        "Brandt Falk Lindholm Hoel Sandvik Aasen Bergholt Krog Nystad Rasmus Tveit Ekdal Vinther Holm Strand Dahlby",
    ),
    _sound(
        "Carmen Lucia Ana Beatriz Elena Pilar Rosa Ines",
        "Mateo Luis Tomas Rafael Duarte Emilio Bruno Andres",
        "Mendes Costa Prado Ruiz Salcedo Ferraz Ibarra Lobo Quintana Vidal Serra Moreira Alarcon Bastos Cordero Nunes",
    ),
    _sound(
        "Irena Milena Vera Zofia Katarina Danuta Jelena Ludmila",
        "Milan Pavel Bogdan Tomasz Radek Ivo Stefan Zoran",
        "Vasko Sokol Ilin Dobrev Marek Havran Kolar Zelen Petran Vukas Babic Lesko Orlov Tesar Gradek Pavlik",
    ),
    _sound(
        "Leila Samira Nadia Yasmin Farah Amal Shirin Dalia",
        "Sami Karim Farid Omar Jamal Reza Tarek Nabil",
        "Amari Noor Haddad Rahmani Saleh Darvish Kassar Mansur Najjar Tahiri Bazargan Jaziri Sabbagh Zayani Barakat "
        "Ferhat",
    ),
    _sound(
        "Ada Ngozi Amara Efua Zola Thandi Abena Nia",
        "Kwame Amadou Chidi Kofi Tendai Sekou Jabari Bongani",
        "Okoro Keita Mensah Adeyo Nkosi Banda Diallo Asante Chuma Moyo Owusu Sarpong Temba Zungu Kamara Odili",
    ),
    _sound(
        "Yuki Mei Hana Soo-jin Lan Keiko Naomi Linh",
        "Kenji Hiro Jun Minh Tae-ho Wei Daisuke Quan",
        "Sato Hayama Morino Linwei Dang Tanabe Kuroda Phamle Seong Ishiro Nakata Zhoulin Baek Hoshino Ryu Vuong",
    ),
    _sound(
        "Grace Ida Fiona Nora Maud Eleanor Tessa Harriet",
        "Paul Owen Graham Noel Tadhg Edmund Hugh Alistair",
        "Whitlock Moran Brook Dace Quill Roe Hale Thorne Pike Ashdown Garrick Lorne Kerr Vance Marsh Penrose",
    ),
    _sound(
        "Malia Anjali Priya Sina Kavita Leilani Meera Tala",
        "Ravi Tui Arjun Sione Vikram Manu Dev Ioane",
        "Tamasese Raoji Iyengar Faleolo Menon Tuiasosa Deshpan Vaipulu Bhandar Kalani Sengupt Taufa Ramanath Latu "
        "Chandri Moana",
    ),
)


class Registry:
    """Hands out people, each once."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._sounds = dice.shuffled(_SOUNDS, "sounds")
        self._left = [dice.shuffled(sound.families, f"families {nth}") for nth, sound in enumerate(self._sounds)]
        self._given: set[str] = set()

    def person(self, land: int) -> Human:
        """Somebody of the country with this number."""
        nth = land % len(self._sounds)
        while not self._left[nth]:
            nth = (nth + 1) % len(self._sounds)
        family = self._left[nth].pop()
        she = self._dice.happens(50, f"she {family}")
        pool = self._sounds[nth].women if she else self._sounds[nth].men
        fresh = [name for name in pool if name not in self._given] or list(pool)
        given = self._dice.pick(fresh, f"given {family}")
        self._given.add(given)
        return Human(family.lower(), given, family, she)
