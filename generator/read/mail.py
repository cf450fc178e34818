"""A saved message (`.eml`): a newsletter, a statement sent round. Its headers say title, sender and date."""

import re
from datetime import datetime, timedelta
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from generator.model import OPEN, Dated
from generator.read.bylines import author_names
from generator.read.content import Content
from generator.read.decode import Decoded, Undecodable, decode_page
from generator.read.web import read_markup

_MOST_PARTS = 200
# A plain part that only says where to look instead.
_SHORTEST = 200
_ADDRESS = re.compile(r"\s*<[^<>]*>\s*$")
_BREAK = re.compile(r"\r\n?")
_FORWARD = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
# "Ann Roe from The Lake Post", "Ann Roe at The Lake Post", "The Lake Post | Ann Roe"
_PERSON_OF = re.compile(r"^(?P<name>[^,|]{3,60}?)(?:,| \||  ?[-–—]| from| at| via) (?P<outlet>.{2,60})$")


def read_mail(data: bytes) -> Content | Undecodable:
    """The text of a message, its plain part or else what its HTML part says, with subject, sender and date."""
    broken = Undecodable("format", "this is no e-mail message", "save the message again as .eml, or its text as .txt")
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        headers = {name: _header(message, name) for name in ("subject", "from", "date", "list-id", "list-unsubscribe")}
        if not isinstance(message, EmailMessage) or not (headers["subject"] or headers["from"]):
            return broken
        body = _body(message)
    except RecursionError:
        return Undecodable("format", "the message's parts are nested too deep", "save the message's text as .txt")
    except Exception:  # the library meets malformed headers and parts with errors of any kind
        return broken
    if isinstance(body, Undecodable):
        return body
    title = _FORWARD.sub("", headers["subject"]).strip() or None
    authors, outlet = _sender(headers["from"], bool(headers["list-id"] or headers["list-unsubscribe"]))
    lines = body.text if title is None or _flat(title) in _flat(body.text[:2_000]) else f"{title}\n\n{body.text}"
    return Content(
        text=lines,
        title=title,
        authors=authors or body.authors,
        outlet=outlet or body.outlet,
        published=_sent(headers["date"]),
        url=body.url,
        guessed=body.guessed,
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header on one line; "" where there is none or it cannot be parsed."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # so may a single header
        return ""


def _body(message: EmailMessage) -> Content | Undecodable:
    plain, page = None, None
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        kind = part.get_content_type()
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        decoded = decode_page(payload, part.get_content_charset())
        if isinstance(decoded, Undecodable):
            continue
        if kind == "text/plain" and plain is None:
            plain = decoded
        elif kind == "text/html" and page is None:
            page = decoded
    if plain is not None and (page is None or len(plain.text.strip()) >= _SHORTEST):
        return Content(text=_BREAK.sub("\n", plain.text), guessed=plain.guessed)
    if page is not None:
        return read_markup(Decoded(page.text, page.guessed))
    return Undecodable("empty", "the message has no text", "save the article's text as .txt")


def _sender(header: str, is_list: bool) -> tuple[tuple[str, ...], str | None]:
    """Who wrote, and for whom. A mailing list's name is that of an outlet; another sender's only where it says so."""
    name = _ADDRESS.sub("", header).strip(" \"'")
    if not name or "@" in name or len(name) > 120:
        return (), None
    found = _PERSON_OF.match(name)
    person = author_names(f"By {found['name']}") if found else None
    if found and person:
        return person, found["outlet"].strip()
    if is_list:
        return (), name
    return author_names(f"By {name}") or (), None


def _sent(header: str) -> Dated:
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return OPEN
    if not 1990 <= moment.year <= 2100:
        return OPEN
    return Dated(_minute(moment), "stated", f"the message's date line says “{header[:60]}”")


def _minute(moment: datetime) -> str:
    zone = moment.utcoffset()
    if zone is not None and zone % timedelta(minutes=1):
        moment = moment.replace(tzinfo=None)
    return moment.isoformat(timespec="minutes")


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
