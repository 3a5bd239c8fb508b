"""Where this machine can be reached by others on its network, and what may stand in the way."""

from __future__ import annotations

import io
import ipaddress
import shutil
import socket
import sys
from collections.abc import Iterable
from typing import Final

_ELSEWHERE: Final = (
    (socket.AF_INET, "192.0.2.1"), (socket.AF_INET, "10.255.255.254"), (socket.AF_INET, "172.31.255.254"),
    (socket.AF_INET, "192.168.255.254"), (socket.AF_INET, "169.254.255.254"), (socket.AF_INET6, "2001:db8::1"),
)  # fmt: skip
"""Addresses in other networks, to be asked by which of ours one would go there. Nothing is sent to them."""

LOOPBACK: Final = "127.0.0.1"


def addresses() -> tuple[str, ...]:
    """This machine's addresses that others can reach, those of home and school networks first; then 127.0.0.1."""
    found = [*_on_the_way(), *_of_the_name()]
    usable = dict.fromkeys(address for address in found if _reachable(address))
    return (*sorted(usable, key=_rank), LOOPBACK)


def _on_the_way() -> Iterable[str]:
    for family, target in _ELSEWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as way:
                way.connect((target, 9))
                yield str(way.getsockname()[0])
        except OSError:
            continue


def _of_the_name() -> Iterable[str]:
    try:
        for *_rest, address in socket.getaddrinfo(socket.gethostname(), None):
            yield str(address[0])
    except OSError:
        return


def _reachable(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified or address.is_multicast
                or (address.version == 6 and address.is_link_local))


def _rank(text: str) -> tuple[bool, bool, str]:
    address = ipaddress.ip_address(text)
    return address.version == 6, not address.is_private, text


def url(address: str, port: int, path: str = "/") -> str:
    """The address as one types it into a browser."""
    host = f"[{address}]" if ":" in address else address
    return f"http://{host}:{port}{path}"


def qr_text(link: str) -> str:
    """A QR code of a link in the letters of a terminal, to be read off the screen by a phone."""
    import segno  # here, for only who shows one needs it

    drawn = io.StringIO()
    segno.make(link, micro=False).terminal(drawn, compact=True)
    return drawn.getvalue().rstrip("\n")


def firewall_command(port: int) -> str:
    """What opens this port in this system's firewall; empty where we know of none."""
    if sys.platform == "win32":
        return (f'netsh advfirewall firewall add rule name="After You" dir=in action=allow protocol=TCP '
                f"localport={port}")
    if sys.platform == "darwin":
        return f'sudo /usr/libexec/ApplicationFirewall/socketfilterfw --add "{sys.executable}"'
    if shutil.which("ufw"):
        return f"sudo ufw allow {port}/tcp"
    if shutil.which("firewall-cmd"):
        return f"sudo firewall-cmd --add-port={port}/tcp"
    return f"sudo iptables -I INPUT -p tcp --dport {port} -j ACCEPT"
