"""Game pads: opened after the first frame, for looking for them takes longer than a frame."""

import pygame


class Pads:
    """Keeps the pads open whose buttons become intents."""

    def __init__(self) -> None:
        self._open: dict[int, pygame.joystick.JoystickType] = {}

    def look(self) -> None:
        """Begin to listen; each pad then announces itself with an event."""
        if not pygame.joystick.get_init():
            pygame.joystick.init()

    def meet(self, event: pygame.event.Event) -> None:
        """Open a pad that was plugged in, let go of one that was pulled out."""
        if event.type == pygame.JOYDEVICEADDED:
            pad = pygame.joystick.Joystick(event.device_index)
            self._open[pad.get_instance_id()] = pad
        elif event.type == pygame.JOYDEVICEREMOVED:
            self._open.pop(event.instance_id, None)
