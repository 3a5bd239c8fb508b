"""Addresses as people write them, scan them and get them wrong."""

from __future__ import annotations

import pytest

from game.classroom.client.address import DEFAULT_PORT, Address, NoAddress, read_address

READ = {
    "192.168.0.7:8000": Address("192.168.0.7", 8000),
    " 192.168.0.7 ": Address("192.168.0.7", DEFAULT_PORT),
    "http://laptop.local:8000/": Address("laptop.local", 8000),
    "http://10.0.0.1:8000/c/BRASS": Address("10.0.0.1", 8000, code="BRASS"),
    "https://class.example/": Address("class.example", 443, secure=True),
    "[fe80::1]:8000": Address("fe80::1", 8000),
    "[::1]": Address("::1", DEFAULT_PORT),
}
NONE = ["", "   ", "ftp://x", "http://", "a b", "host:port", "host:99999", "user@host", "x" * 400, "host\n:80", "[::1"]


@pytest.mark.parametrize(("text", "address"), READ.items())
def test_an_address_is_read_as_people_write_it(text: str, address: Address) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(NoAddress, match="is no address of a class; write it as the host shows it"):
        read_address(text)


def test_an_address_makes_the_urls_of_its_class() -> None:
    assert str(read_address("[::1]:80")) == "http://[::1]:80"
    assert read_address("10.0.0.1:8000").socket("/ws") == "ws://10.0.0.1:8000/ws"
    assert read_address("https://class.example").socket("/ws") == "wss://class.example:443/ws"
