"""Which way a device takes to the class, and how long it waits between tries."""

from __future__ import annotations

from game.classroom.client.ways import Choice, Patience, Way

PATIENCE = Patience(short=30, cuts=2, again=120, least=0.25, most=5)


def choice(drawn: float = 1.0) -> Choice:
    return Choice(PATIENCE, lambda: drawn)


def test_a_refused_socket_makes_it_poll_and_try_again_later() -> None:
    one = choice()
    assert one.way(1_000) is Way.SOCKET
    one.refused(1_000)
    assert one.way(1_119) is Way.POLLING
    assert one.until() == 1_120
    assert one.way(1_120) is Way.SOCKET


def test_two_cuts_within_half_a_minute_make_it_poll_and_two_far_apart_do_not() -> None:
    one = choice()
    one.cut(1_000)
    one.cut(1_031)
    assert one.way(1_031) is Way.SOCKET
    one.cut(1_041)
    assert one.way(1_041) is Way.POLLING


def test_a_host_that_is_not_there_is_no_fault_of_the_way() -> None:
    one = choice()
    one.cut(1_000)
    one.unreachable()
    one.cut(1_002)
    assert one.way(1_002) is Way.SOCKET


def test_pauses_grow_up_to_a_bound_and_are_not_the_same_for_all() -> None:
    one = choice()
    pauses = []
    for _ in range(20):
        one.unreachable()
        pauses.append(one.pause())
    assert pauses == sorted(pauses)
    assert pauses[0] == 0.5
    assert pauses[-1] == PATIENCE.most
    one.well()
    assert one.pause() == PATIENCE.least
    assert choice(0.0).pause() == PATIENCE.least / 2
