"""How the window gets a line to a class: by its code, with a recovery code, or with what was kept from before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from game.attempt.attended import Attended
    from game.classroom.client.address import Address
    from game.stage.attendance import Line


@dataclass(frozen=True, slots=True)
class Invitation:
    """What one has been told: where the class is, its code, and the name one wants to have there."""

    address: str = ""
    code: str = ""
    name: str = ""


class Calls(Protocol):
    """Ways to a class. `look` waits for its answer and belongs into an errand; the lines do not wait."""

    def look(self, address: Address, code: str) -> dict[str, Any]: ...
    def join(self, address: Address, code: str, name: str | None, team: str | None) -> Line: ...
    def recover(self, address: Address, code: str, recovery: str) -> Line: ...
    def back(self, address: Address, place: Attended) -> Line: ...


class OverTheNetwork:
    """The ways there are. What speaks over the network is imported with the first call, and not with the window."""

    def look(self, address: Address, code: str) -> dict[str, Any]:
        """What a room is before one joins. Raises Refusal and Unreachable."""
        import asyncio

        from game.classroom.client import joining

        return asyncio.run(joining.look(address, code))

    def join(self, address: Address, code: str, name: str | None, team: str | None) -> Line:
        """Come in as somebody new."""
        from game.classroom.client.attending import Attending

        return Attending.join(address, code, name, team, records=True)

    def recover(self, address: Address, code: str, recovery: str) -> Line:
        """Come back from another device."""
        from game.classroom.client.attending import Attending

        return Attending.recover(address, code, recovery, records=True)

    def back(self, address: Address, place: Attended) -> Line:
        """Come back with what was kept."""
        from game.classroom.client.attending import Attending
        from game.classroom.client.joining import Joined

        return Attending.back(address, Joined(place.token, place.trainee, place.name), records=True)
