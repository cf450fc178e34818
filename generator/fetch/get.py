"""The request: to the very IP address that was checked, with limits on time, size and redirects."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import PackageNotFoundError, version
from urllib.robotparser import RobotFileParser

from generator.fetch.address import RefusedError, Target, is_public, resolve, target_of

SECONDS = 60.0
LARGEST = 16_000_000
_MOST_REDIRECTS = 5
_LARGEST_RULES = 500_000
_PIECE = 65_536
_REDIRECTS = (301, 302, 303, 307, 308)
# What an article comes as, and what the file it becomes is called.
SUFFIX_OF = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
}
AGENT = "onrecord"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its bytes, the suffix for its type, and its address after redirects. `charset` is the server's word."""

    data: bytes
    suffix: str
    url: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Message
    data: bytes
    target: Target


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How pages are fetched. `permitted` says of an IP address whether it may be connected to, `resolve` gives a host's
    addresses; `seconds` and `largest` (bytes) are for everything one call of `get` does."""

    permitted: Callable[[str], bool] = is_public
    resolve: Callable[[str, int], tuple[str, ...]] = resolve
    seconds: float = SECONDS
    largest: int = LARGEST

    def get(self, url: str) -> Fetched:
        """The page at an address. Raises RefusedError where the address, the site's rules or the answer forbid it."""
        until = time.monotonic() + self.seconds
        target = target_of(url)
        self._allowed(target, until)
        answer = self._follow(target, until, self.largest)
        if answer.target.host != target.host:
            self._allowed(answer.target, until)
        if answer.status != http.client.OK:
            raise RefusedError(f"{answer.target.url}: the server answers {answer.status}; save the page in a browser")
        kind = answer.headers.get_content_type() if answer.headers.get("Content-Type") else "text/html"
        suffix = SUFFIX_OF.get(kind)
        if answer.data.startswith(b"%PDF-"):
            suffix = ".pdf"
        if suffix is None:
            raise RefusedError(f"{answer.target.url}: this is {kind}, no article")
        return Fetched(answer.data, suffix, answer.target.url, answer.headers.get_content_charset())

    def _allowed(self, target: Target, until: float) -> None:
        """Raise RefusedError where the site asks programs to stay away from the page. No rules: nothing is asked."""
        rules = RobotFileParser()
        try:
            answer = self._follow(target_of("/robots.txt", target.url), until, _LARGEST_RULES)
        except RefusedError:
            return  # whatever is wrong there is told of the page itself
        if answer.status != http.client.OK:
            return
        rules.parse(answer.data.decode("utf-8", "replace").splitlines())
        if not rules.can_fetch(AGENT, target.url):
            what = "the site's robots.txt asks programs not to fetch this page"
            raise RefusedError(f"{target.url}: {what}; save it in a browser and add the file")

    def _follow(self, target: Target, until: float, largest: int) -> _Answer:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._ask(target, until, largest)
            place = answer.headers.get("Location")
            if answer.status not in _REDIRECTS or not place:
                return answer
            target = target_of(place, target.url)
        raise RefusedError(f"{target.url}: redirected more than {_MOST_REDIRECTS} times")

    def _ask(self, target: Target, until: float, largest: int) -> _Answer:
        addresses = self.resolve(target.host, target.port)
        if not addresses or not all(map(self.permitted, addresses)):
            raise RefusedError(f"{target.host}: this leads into a private network, from which nothing is fetched")
        left = until - time.monotonic()
        if left <= 0:
            raise RefusedError(f"{target.host}: no answer in {self.seconds:g} seconds")
        try:
            # to the address that was checked: asked again, the name could lead elsewhere
            plain = socket.create_connection((addresses[0], target.port), timeout=left)
        except OSError as error:
            raise RefusedError(f"{target.host}: no connection ({error.strerror or error})") from None
        try:
            line = _secured(plain, target) if target.scheme == "https" else plain
        except (OSError, ValueError) as error:
            plain.close()
            raise RefusedError(f"{target.host}: no secure connection ({error})") from None
        # the time-out of a socket begins anew with every byte; this one does not
        watch = threading.Timer(max(0.1, until - time.monotonic()), _cut, (line,))
        watch.daemon = True
        watch.start()
        try:
            answer = _exchange(line, target, largest)
            if time.monotonic() >= until:
                raise TimeoutError  # cut off, which looks like the end
            return answer
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            if time.monotonic() >= until:
                raise RefusedError(f"{target.host}: no answer in {self.seconds:g} seconds") from None
            raise RefusedError(f"{target.host}: {type(error).__name__}: {' '.join(str(error).split())[:200]}") from None
        finally:
            watch.cancel()
            line.close()


def _secured(plain: socket.socket, target: Target) -> ssl.SSLSocket:
    """The connection under TLS, before its first word; the certificate must be that of the host asked for."""
    context = ssl.create_default_context()
    return context.wrap_socket(plain, server_hostname=target.host, do_handshake_on_connect=False)


def _cut(line: socket.socket) -> None:
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already


def _exchange(line: socket.socket, target: Target, largest: int) -> _Answer:
    if isinstance(line, ssl.SSLSocket):
        line.do_handshake()
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = line
    headers = {"User-Agent": f"{AGENT}/{_version()}", "Accept": ", ".join(SUFFIX_OF), "Accept-Encoding": "identity"}
    connection.request("GET", target.path, headers=headers | {"Connection": "close"})
    answer = connection.getresponse()
    data = bytearray()
    while piece := answer.read1(_PIECE):
        data += piece
        if len(data) > largest:
            raise RefusedError(f"{target.url}: more than {largest:,} bytes, no article")
    if answer.length:
        raise http.client.IncompleteRead(bytes(data), answer.length)
    return _Answer(answer.status, answer.headers, _unpacked(bytes(data), answer.headers, largest), target)


def _unpacked(data: bytes, headers: Message, largest: int) -> bytes:
    """The data of a server that packs them though it was asked not to."""
    packed = (headers.get("Content-Encoding") or "identity").strip().lower()
    if packed == "identity":
        return data
    if packed not in ("gzip", "x-gzip", "deflate"):
        raise RefusedError(f"the server packs the page as '{packed[:20]}', though asked not to")
    opener = zlib.decompressobj(wbits=47 if "gzip" in packed else 15)
    plain = opener.decompress(data, largest + 1)
    if len(plain) > largest:
        raise RefusedError(f"more than {largest:,} bytes, no article")
    return plain


def _version() -> str:
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return "0"
