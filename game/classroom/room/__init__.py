"""The room of a class as events: pure, so that what was written down can be read again and is the same room.

    message, room, instant ─► events, or a refusal   `trainee`, `desk`, `joining`, `ticking` decide: nothing changes
    room, event, instant ─► the room afterwards      `Room.take`: never refuses, never asks a clock or chance
    room, instant ─► what somebody may see of it     `views`

Instants are ms of the server's clock (since 1970) and are given; ids and names drawn by chance are given too. Who calls
writes the events down first, then lets the room take them, then answers: what was acknowledged cannot be lost.
"""
