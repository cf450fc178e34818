"""A folder of articles that attack: in their text, names, sidecars, front matter, and the metadata of every format.

Each attack says `owned` where it would act, so that one look finds whether any did.
"""

from pathlib import Path

from tests.files import lines_of, message, pdf, web_page

SCRIPT = "<script>window.owned=1</script>"
EVENT = '<img src=x onerror="window.owned=1"><svg onload=window.owned=1>'
BROKEN_OUT = "\"'><owned-element owned-attribute=1 onmouseover=window.owned=1>"
ADDRESS = "javascript:window.owned=1"
JINJA = "{{ config.__class__ }}{% for x in range(9) %}owned{% endfor %}{# owned #}"
MARKDOWN = "[click](javascript:window.owned=1) ![x](https://owned.example/x.png) <https://owned.example/> `x` **b** # h"
YAML = "x: &a [*a]\n- !!python/object/apply:os.system ['owned']\n--- %TAG ! owned"
COMMENT = "--><owned-element><!-- owned"
FORMULA = '=HYPERLINK("https://owned.example/","x")'
LD = '</script><script>window.owned=1</script>{"@type": "NewsArticle"}'
BIDI = "\u202etxt.exe\u202c \u2066owned\u2069 \u202a\u202b\u202d"
ZERO = "Ann\u200b Ro\u200de\u2060 \ufeffsa\u00adid"
CONTROLS = "bell\x07 escape\x1b[31m delete\x7f c1\x9b separators\u2028\u2029"
FEED = "]]></title></entry><owned-element/>"
CALENDAR = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:https://owned.example/"
BIBTEX = "}, owned = {x\\input{/etc/passwd}} @misc{owned,"
RIS = "x\r\nER  - \r\nTY  - OWNED"
HOMOGLYPH = "Аnn Rое"  # the first, sixth and last letters are Cyrillic

ALL = (
    SCRIPT, EVENT, BROKEN_OUT, ADDRESS, JINJA, MARKDOWN, YAML, COMMENT, FORMULA, LD, BIDI, ZERO, CONTROLS, FEED,
    CALENDAR, BIBTEX, RIS, HOMOGLYPH,
)  # fmt: skip
# The last but one is passed over as hidden.
NAMES = (
    "<img src=x onerror=window.owned=1>.txt", "{{ 7*7 }}.txt", "=cmd|owned.txt", "a\nb owned: *x.txt", "\u202egnp.txt",
    "ümläut nàme.txt", "'\"`$(owned).txt", "javascript:owned.txt", "[x](y).md", "..owned.txt", "Аnn Rое.txt",
)  # fmt: skip
ONE_LINE = tuple(" ".join(attack.split()) for attack in ALL)


def article(attack: str, n: int) -> str:
    """An article in which an attack stands wherever an article's words go."""
    return (
        f"{attack} talks end without a deal {n}\n\nBy Ann Roe {attack}\n\nPublished 1{n % 10} January 2022\n\n"
        f"VIENNA (Reuters) — The minister of {attack}, Ann Roe, said: “{attack} we will not pay {n},000 euros.”"
        "\n\n"
        f"Some {n}0,000 troops {attack} stand at the border, the ministry said. "
        "Talks will be held in Geneva on 17 January.\n\n"
        f"{HOMOGLYPH} told reporters: “{attack} nobody asked {n} of us at all, and nobody will.”\n\n"
        f"Photo: {attack} / AFP\n\nRead more:\n{attack} and more of it\n"
    )


def quoted(text: str) -> str:
    """A text as a scalar of YAML, whatever it holds."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\U{ord(c):08x}" for c in text) + '"'


def escaped(text: str) -> str:
    """A text as the value of an attribute in HTML."""
    return "".join(c if c.isalnum() else f"&#{ord(c)};" for c in text)


def write(seeds: Path) -> tuple[str, ...]:
    """The whole set in one folder; returns the names of the articles."""
    seeds.mkdir(parents=True, exist_ok=True)
    (seeds / "dossier.yml").write_text(
        f"title: {quoted(SCRIPT + JINJA)}\nscope: {quoted(MARKDOWN + EVENT)}\npublish: full\n"
    )
    for n, attack in enumerate(ALL):
        (seeds / f"text-{n:02}.txt").write_bytes(article(attack, n).encode())
        if n % 2 == 0:
            keys = "".join(f"{k}: {quoted(attack)}\n" for k in ("title", "outlet", "url", "reliability", "published"))
            (seeds / f"text-{n:02}.yml").write_text(keys + f"authors: [{quoted(attack)}]\n")
        front = "".join(f"{key}: {quoted(attack)}\n" for key in ("title", "outlet", "url"))
        prose = article(ONE_LINE[(n + 1) % len(ALL)], n + 20)
        if n % 3 == 0:
            (seeds / f"front-{n:02}.md").write_bytes(f"---\n{front}---\n{prose}".encode())
        elif n % 3 == 1:
            value = escaped(attack)
            head = "".join(
                f'<meta property="{name}" content="{value}">'
                for name in ("og:title", "og:site_name", "og:url", "author", "article:published_time")
            )
            head += f'<link rel="canonical" href="{value}"><title>{value}</title>'
            page = web_page(head, prose=tuple(escaped(p).replace("&#32;", " ") for p in prose.split("\n\n")))
            (seeds / f"page-{n:02}.html").write_bytes(page.encode())
        else:
            line = ONE_LINE[n]
            plain = "".join(c for c in line if " " <= c < "\ud800")
            mail = message(
                prose, subject=plain, date="Mon, 10 Jan 2022 08:30:00 +0100", **{"from": f"{plain[:60]} <a@b.example>"}
            )
            (seeds / f"mail-{n:02}.eml").write_bytes(mail)
            latin = plain.encode("cp1252", "ignore").decode("cp1252")
            lines = lines_of([p.encode("cp1252", "ignore").decode("cp1252") for p in (latin, *prose.split("\n\n"))])
            (seeds / f"print-{n:02}.pdf").write_bytes(pdf([lines], Title=latin, Author=latin))
    for n, name in enumerate(NAMES):
        told = f"Talks end {n}\n\n“Nobody came, all {n} of us,” Foreign Minister Jo Doe said on 10 January 2022.\n"
        (seeds / name).write_bytes(told.encode())
    return tuple(sorted(p.name for p in seeds.iterdir() if p.suffix != ".yml"))
