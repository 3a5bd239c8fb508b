"""Guessing is slowed, a class is not; a flood is refused and passes."""

from __future__ import annotations

from game.classroom.server.limits import FREE_GUESSES, LONGEST_DELAY, MOST_PEERS, Floods, Guesses


def test_a_class_behind_one_address_comes_in_at_once() -> None:
    guesses = Guesses()
    for nth in range(500):
        assert guesses.admits("school", nth / 100)
        if nth % 12 == 0:  # some of them mistype
            assert guesses.wrong("school", nth / 100) < 1 or nth > 12 * FREE_GUESSES


def test_wrong_codes_are_told_later_and_later() -> None:
    guesses = Guesses()
    delays = [guesses.wrong("guesser", 0.0) for _ in range(60)]
    assert delays[:FREE_GUESSES] == [0.0] * FREE_GUESSES
    assert delays == sorted(delays)
    assert delays[-1] == LONGEST_DELAY


def test_who_guesses_by_the_hundred_gets_a_few_a_second() -> None:
    guesses = Guesses()
    looked_at = 0
    for nth in range(10_000):  # a thousand a second
        if guesses.admits("guesser", nth / 1_000):
            looked_at += 1
            guesses.wrong("guesser", nth / 1_000)
    assert looked_at < 300
    assert guesses.admits("somebody else", 10.0)
    assert guesses.admits("guesser", 10_000.0)  # forgiven in time


def test_many_guessers_together_are_slowed_too() -> None:
    guesses = Guesses()
    looked_at = 0
    for nth in range(100_000):  # ten thousand a second from a thousand addresses
        peer, now = f"peer {nth % 1_000}", nth / 10_000
        if guesses.admits(peer, now):
            looked_at += 1
            delay = guesses.wrong(peer, now)
    assert delay == LONGEST_DELAY
    assert looked_at < 75_000  # the first sixty of each, and then a few


def test_what_is_remembered_is_bounded() -> None:
    guesses, floods = Guesses(), Floods()
    for nth in range(3 * MOST_PEERS):
        guesses.wrong(str(nth), 0.0)
        floods.admits(str(nth), 0.0)
    assert len(guesses._peers) == MOST_PEERS
    assert len(floods._devices) == MOST_PEERS


def test_a_flood_is_refused_and_passes() -> None:
    floods = Floods(burst=10, rate=2)
    assert sum(floods.admits("a", 0.0) for _ in range(100)) == 10
    assert floods.excess("a") == 90
    assert floods.admits("b", 0.0)
    assert floods.admits("a", 1.0)
    assert floods.excess("a") == 89
    assert all(floods.admits("a", 2.0 + second) for second in range(89))
    assert floods.excess("a") == 0
