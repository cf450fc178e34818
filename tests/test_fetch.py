"""What `onrecord add` fetches, and what it never does."""

import contextlib
import gzip
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import add as filing
from generator.add import add
from generator.cli import main
from generator.errors import OnrecordError
from generator.fetch import Fetcher, RefusedError, is_public
from generator.fetch.address import resolve, target_of
from generator.model import Document
from generator.read import read_folder
from generator.records import load_sidecar
from tests.files import PROSE, lines_of, pdf, web_page

META = (
    '<meta property="article:published_time" content="2022-01-10T08:30:00+01:00">'
    '<meta property="og:site_name" content="The Lake Post">'
)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.10", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "169.254.0.1", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7",
        "203.0.113.7", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254",
        "fec0::1", "ff02::1", "2001:db8::1", "100::1", "", "nonsense",
    ],
)  # fmt: skip
def test_addresses_that_are_not_of_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/", "http://127.0.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
        "http://127.1/", "http://0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
        "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://10.0.0.1:8080/", "http://127。0。0。1/",
    ],
)  # fmt: skip
def test_an_address_into_a_private_network_is_refused_in_any_notation(url: str) -> None:
    with pytest.raises(RefusedError, match=r"private network|no such host|no host"):
        Fetcher(seconds=5).get(url)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://post.example/a", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "gopher://x.example/",
        "http://", "http:///a", "https://user:secret@post.example/", "http://post.example:22/", "http://post.example:0/",
        "http://post.example:99999/", "http://[bad/", "http://a b/", "http://post.example/\r\nHost: x", "/talks", "",
        "http://post.example/" + "a" * 3_000, "http://po\x00st.example/", "http://-/", "http://../", "//post.example/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_web_page_is_refused_before_anything_is_asked(url: str) -> None:
    def resolved(host: str, port: int) -> tuple[str, ...]:
        assert host == "-"
        return ()

    with pytest.raises(RefusedError):
        Fetcher(resolve=resolved).get(url)


def test_what_is_asked_for_cannot_leave_its_line() -> None:
    target = target_of("HTTPS://Post.EXAMPLE./ä/%41?q=ö&x=1#part")
    assert (target.host, target.port, target.path) == ("post.example", 443, "/%C3%A4/%41?q=%C3%B6&x=1")
    assert target.url == "https://post.example/%C3%A4/%41?q=%C3%B6&x=1"


class Server(http.server.ThreadingHTTPServer):
    """A web server on this machine; `asked` are the paths asked for."""

    asked: list[str]


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        page, status, headers = web_page(META).encode(), 200, {"Content-Type": "text/html; charset=utf-8"}
        if self.path == "/robots.txt":
            page, status = (b"User-agent: *\nDisallow: /secret/\n", 200)
        elif self.path == "/pdf":
            page, headers = pdf([lines_of(PROSE)]), {"Content-Type": "application/octet-stream"}
        elif self.path == "/picture":
            headers = {"Content-Type": "image/png"}
        elif self.path == "/latin":
            page = web_page(prose=("The café was full, said the mayor of Malmö.", *PROSE[2:])).encode("latin-1")
            headers = {"Content-Type": "text/html; charset=latin-1"}
        elif self.path == "/gzip":
            page, headers = gzip.compress(page), {**headers, "Content-Encoding": "gzip"}
        elif self.path == "/bomb":
            page, headers = gzip.compress(bytes(30_000_000)), {**headers, "Content-Encoding": "gzip"}
        elif self.path == "/brotli":
            headers = {**headers, "Content-Encoding": "br"}
        elif self.path == "/long":
            page = b"x" * 300_000
        elif self.path == "/moved":
            status, headers = 301, {"Location": "/talks"}
        elif self.path == "/round":
            status, headers = 302, {"Location": "/round"}
        elif self.path == "/inside":
            status, headers = 302, {"Location": "http://169.254.169.254/latest/meta-data/"}
        elif self.path == "/file":
            status, headers = 302, {"Location": "file:///etc/passwd"}
        elif self.path == "/gone":
            status = 404
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            with contextlib.suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.1)
            return
        elif self.path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(page[:400])
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Handler)
    made.asked = []
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def fetcher(server: Server) -> Fetcher:
    """One that takes `post.example` for the server of the test, and may connect to it."""

    def resolved(host: str, port: int) -> tuple[str, ...]:
        return ("127.0.0.1",) if host == "post.example" else resolve(host, port)

    return Fetcher(permitted=lambda ip: ip == "127.0.0.1", resolve=resolved, seconds=10)


def at(server: Server, path: str) -> str:
    return f"http://post.example:{server.server_address[1]}{path}"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def test_a_fetched_article_is_filed_with_its_address(server: Server, fetcher: Fetcher, seeds: Path) -> None:
    added = add(seeds, at(server, "/talks"), fetcher)
    assert (added.path.name, added.new) == ("talks-end-without-a-deal.html", True)
    assert added.path.read_bytes() == web_page(META).encode()
    given, faults = load_sidecar(added.path.with_suffix(".yml"))
    assert (given.url, faults) == (at(server, "/talks"), ())
    assert added.path.with_suffix(".yml").read_text() == (
        f"url: {at(server, '/talks')}\n# as found; take a '#' away to correct it\n"
        "# title: Talks end without a deal\n# outlet: The Lake Post\n# published: 2022-01-10T08:30+01:00\n"
    )
    reading = read_folder(seeds, {added.path.name: given})
    assert (reading.issues, len(reading.documents)) == ((), 1)
    document = reading.documents[0]
    assert (document.url, document.outlet, document.published.basis) == (given.url, "The Lake Post", "stated")


def test_the_same_article_again_is_there_already(server: Server, fetcher: Fetcher, seeds: Path) -> None:
    first = add(seeds, at(server, "/talks"), fetcher)
    before = sorted(p.name for p in seeds.iterdir())
    for path in ("/talks", "/talks/", "/other"):  # the same address, nearly the same, the same words elsewhere
        again = add(seeds, at(server, path), fetcher)
        assert (again.path, again.new) == (first.path, False)
    assert sorted(p.name for p in seeds.iterdir()) == before


def test_another_article_of_the_same_title_gets_another_name(server: Server, seeds: Path, tmp_path: Path) -> None:
    for number, prose in enumerate((PROSE, PROSE[:2], PROSE[1:])):
        file = tmp_path / f"{number}.html"
        file.write_text(web_page(prose=prose))
        assert add(seeds, str(file)).new
    names = sorted(p.name for p in seeds.glob("*.html"))
    assert len(names) == 3
    assert "talks-end-without-a-deal.html" in names
    assert len({d.id for d in read_folder(seeds).documents}) == 3


@pytest.mark.parametrize(
    ("path", "suffix", "words"),
    [
        ("/pdf", ".pdf", "The two sides met"),
        ("/gzip", ".html", "The two sides met"),
        ("/moved", ".html", "The two sides met"),
        ("/latin", ".html", "café was full, said the mayor of Malmö"),
    ],
)
def test_what_a_server_may_answer(
    server: Server, fetcher: Fetcher, seeds: Path, path: str, suffix: str, words: str
) -> None:
    added = add(seeds, at(server, path), fetcher)
    assert added.path.suffix == suffix
    (document,) = read_folder(seeds).documents
    assert words in document.text
    if path == "/moved":
        assert added.document.url == at(server, "/talks")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/picture", "image/png"),
        ("/bomb", "more than"),
        ("/brotli", "packs"),
        ("/long", "more than"),
        ("/round", "redirected more than 5 times"),
        ("/inside", "private network"),
        ("/file", "only http and https"),
        ("/gone", "404"),
        ("/slow", "no answer in 1 seconds"),
        ("/cut", "IncompleteRead"),
        ("/secret/talks", "robots.txt"),
    ],
)
def test_what_is_refused_leaves_nothing(server: Server, fetcher: Fetcher, seeds: Path, path: str, says: str) -> None:
    started = time.monotonic()
    limited = replace(fetcher, seconds=1.0, largest=200_000)
    with pytest.raises(OnrecordError, match=says):
        add(seeds, at(server, path), limited)
    assert list(seeds.iterdir()) == []
    assert time.monotonic() - started < 5
    assert path != "/secret/talks" or server.asked == ["/robots.txt"]


def test_a_name_that_leads_elsewhere_the_second_time_is_not_followed(server: Server, seeds: Path) -> None:
    asked: list[str] = []

    def resolved(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("93.184.216.34",) if len(asked) == 1 else ("127.0.0.1",)

    with pytest.raises(RefusedError):
        Fetcher(resolve=resolved, seconds=1).get(at(server, "/talks"))
    assert server.asked == []


def test_one_private_address_among_several_is_enough_to_refuse(server: Server) -> None:
    with pytest.raises(RefusedError, match="private network"):
        Fetcher(resolve=lambda host, port: ("93.184.216.34", "127.0.0.1")).get(at(server, "/talks"))


def test_a_server_that_says_nothing_is_left_in_time() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        quiet = Fetcher(permitted=lambda ip: True, resolve=lambda host, port: ("127.0.0.1",), seconds=1)
        with pytest.raises(RefusedError, match="no answer"):
            quiet.get(f"http://post.example:{silent.getsockname()[1]}/")


def test_a_file_is_filed_with_what_a_person_gave_beside_it(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Talks end without a deal\n\n" + "\n\n".join(PROSE) + "\n")
    (tmp_path / "note.yml").write_text("outlet: The Lake Post\npublished: 2022-01-10\n")
    added = add(seeds, str(tmp_path / "note.txt"))
    given, _ = load_sidecar(added.path.with_suffix(".yml"))
    assert (given.outlet, given.published, given.title) == ("The Lake Post", "2022-01-10", None)
    assert add(seeds, str(added.path)).new is False


@pytest.mark.parametrize("title", ["../../etc/passwd", "dossier", "README", "a: b\n# c", "{{ x }}", "\u202ea", "…"])
def test_a_title_is_never_a_path_or_a_setting(seeds: Path, tmp_path: Path, title: str) -> None:
    (tmp_path / "a.html").write_text(web_page(f'<meta property="og:title" content="{title}">'))
    added = add(seeds, str(tmp_path / "a.html"))
    assert added.path.parent == seeds
    assert added.path.stem not in ("dossier", "readme")
    assert isinstance(added.document, Document)
    assert [d.file for d in read_folder(seeds).documents] == [added.path.name]
    assert load_sidecar(added.path.with_suffix(".yml"))[1] == ()


def test_the_command_says_what_it_did(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text(web_page(META))
    run = CliRunner().invoke(main, ["add", str(tmp_path / "a.html"), "--seeds", str(seeds)])
    assert (run.exit_code, "The Lake Post" in run.output) == (0, True)
    run = CliRunner().invoke(main, ["add", str(tmp_path / "a.html"), "--seeds", str(seeds)])
    assert (run.exit_code, "already there" in run.output) == (0, True)
    run = CliRunner().invoke(main, ["add", "http://127.0.0.1/", "--seeds", str(seeds)])
    assert (run.exit_code, "private network" in run.output) == (2, True)
    for wrong in ("nothing.html", "a.exe", str(tmp_path)):
        assert CliRunner().invoke(main, ["add", wrong, "--seeds", str(seeds)]).exit_code == 2
    assert filing.Fetcher().permitted is is_public
