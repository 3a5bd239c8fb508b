"""Serving a class: messages in, answers and news out, over HTTP and WebSocket on one port.

`hub` knows no transport, `app` is the transport, `workers` simulate in other processes. Nothing here knows a rule of
protocol or of the room: those are decided in `room`, told in `telling`, and kept in `store`.
"""
