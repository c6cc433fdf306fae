"""No route out: a test that reaches for the network fails at once, and says for what."""

import ipaddress
import socket

LOCAL_NAMES = {"localhost", "127.0.0.1", "::1", "", None}


class RouteOut(RuntimeError):
    """Something tried to leave this machine."""


def is_local(address) -> bool:
    """A path of a Unix socket, or loopback."""
    if not isinstance(address, tuple):
        return True
    host = address[0]
    if host in LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def close_routes() -> None:
    """Refuse, for the rest of this process, every connection and look-up beyond loopback."""
    real_connect, real_connect_ex, real_look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def connect(self, address):
        refuse_unless(is_local(address), address)
        return real_connect(self, address)

    def connect_ex(self, address):
        refuse_unless(is_local(address), address)
        return real_connect_ex(self, address)

    def look_up(host, *args, **kwargs):
        name = host.decode() if isinstance(host, bytes) else host
        refuse_unless(is_local((name,)), host)
        return real_look_up(host, *args, **kwargs)

    socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo = connect, connect_ex, look_up


def refuse_unless(allowed: bool, target) -> None:
    if not allowed:
        raise RouteOut(f"a test tried to reach {target!r}; the suite runs without a route out")
