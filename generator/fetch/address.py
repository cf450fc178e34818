"""Which addresses may be fetched: pages of the public web, and nothing of this machine or of the network it is in."""

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from generator.errors import OnrecordError

# IPv6 ranges that carry an IPv4 address: NAT64 in its last four bytes, 6to4 after the first two.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOWEST_PORT = 1024
_LONGEST = 2_000
_HOST = re.compile(r"[a-z0-9._:-]+\Z")
_SAFE = "/%:=&?~#+!$,;'@()*[]"

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class RefusedError(OnrecordError):
    """An address that is not fetched, or an answer that is not taken; says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: what to connect to, and what to ask for there."""

    url: str
    scheme: str
    host: str
    port: int
    path: str


def is_public(address: str) -> bool:
    """Whether an IP address (as `getaddrinfo` gives it) is one of the public internet.

    Loopback, private, link-local (where clouds keep a machine's credentials), shared, reserved and multicast ones are
    not, nor an IPv6 address that leads to such an IPv4 address.
    """
    try:
        ip: _Address = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        carried = [ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            carried.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if int(ip) >> 32 == 0:  # "::127.0.0.1", the form of old
            return False
        if any(inner is not None and not is_public(str(inner)) for inner in carried):
            return False
        if ip.is_site_local:
            return False
    wrong = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_reserved
    return ip.is_global and not wrong and not ip.is_unspecified


def target_of(url: str, base: str = "") -> Target:
    """An address taken apart; raises RefusedError where it is none of a web page. `base` is the page that led to it."""
    joined = urljoin(base, url.strip()) if base else url.strip()
    if len(joined) > _LONGEST or not joined.isprintable() or " " in joined:
        raise RefusedError(f"{joined[:100]!r} is no address of a web page; check it")
    try:
        parts = urlsplit(joined)
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError):
        raise RefusedError(f"{joined[:100]!r} is no address of a web page; check it") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise RefusedError(f"{joined[:100]!r}: only http and https addresses are fetched")
    if not _HOST.match(host):
        raise RefusedError(f"{joined[:100]!r} names no host; check it")
    if parts.username is not None or parts.password is not None:
        raise RefusedError(f"{host}: an address with a user name in it is not fetched; leave the name out")
    usual = 443 if parts.scheme.lower() == "https" else 80
    port = usual if port is None else port
    if port not in (80, 443) and port < _LOWEST_PORT:
        raise RefusedError(f"{host}: port {port} is not one of the web")
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    shown_host = f"[{host}]" if ":" in host else host
    place = shown_host if port == usual else f"{shown_host}:{port}"
    return Target(f"{parts.scheme.lower()}://{place}{path}", parts.scheme.lower(), host, port, path)


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of a host, as this machine's resolver gives them; numbers in any notation become one."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise RefusedError(f"{host}: no such host, or no network") from None
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
