"""The trainee's side of the wire, for the game that joins a class, for the load test and for tests.

    Address     where a class is, as people write it
    Seat        one trainee's place, for programs with an event loop: says, is answered once, hears the news
    Attending   the same for a window: a thread of its own, a list of what was told that is asked for each frame
    Desk        the instructor's requests

A connection that breaks is made again, and what was not answered is said again under the same number, which the
class follows once. Where something on the way refuses or cuts WebSockets, plain requests on the same port do the same.
"""
