"""Keys that are held down: arrows and editing keys repeat, while a held Enter presses once and no more."""

from typing import Final

import pygame

_REPEATING: Final = frozenset(
    {
        pygame.K_LEFT,
        pygame.K_RIGHT,
        pygame.K_UP,
        pygame.K_DOWN,
        pygame.K_PAGEUP,
        pygame.K_PAGEDOWN,
        pygame.K_TAB,
        pygame.K_BACKSPACE,
        pygame.K_DELETE,
    }
)


class HeldKeys:
    """Knows which keys are down."""

    def __init__(self) -> None:
        self._down: set[int] = set()

    def repeats_idly(self, event: pygame.event.Event) -> bool:
        """Whether this event is a held key coming again that must do nothing."""
        if event.type == pygame.WINDOWFOCUSLOST:
            self._down.clear()
        elif event.type == pygame.KEYUP:
            self._down.discard(event.key)
        elif event.type == pygame.KEYDOWN:
            again = event.key in self._down
            self._down.add(event.key)
            return again and event.key not in _REPEATING
        return False
