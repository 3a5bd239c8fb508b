"""A morning with officers of the house, somebody uninvited, a room that is not ready, and a lot left to chance."""

from pathlib import Path

from game.attempt.commands import StartFrom
from game.stage.session import Session

GUARDED = str(Path(__file__).with_name("guarded.yaml"))


def guarded(seed: int = 2) -> Session:
    """A sitting with Hong at the side door and Bae taking Sand in; on day 2 Tarn comes and Voss improvises."""
    session = Session.open(GUARDED, seed=seed)
    session.do(StartFrom(session.scenario.plan("reference").plan))
    return session
