"""Years, decades and centuries that are numbered."""

import re

from spacy.tokens import Token

from generator.calendar_dates import full_year
from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.pieces import Piece
from generator.extract.times.rules import EDGE, PART, Rule, rule
from generator.extract.times.values import unit_of
from generator.lexicons import words


def year(hit: Hit, ctx: Context) -> Reading | None:
    """`2014`, `the year 2000`: a year, where a number is one."""
    piece = hit.get("y")
    if hit.get("count") is not None and hit.value("count") in ("2000", "2001"):
        return Reading("DATE", hit.value("count"), "as written")
    if piece is None or not _is_year(hit, ctx):
        return None
    return Reading("DATE", f"{full_year(piece.value):04d}", "as written")


def _is_year(hit: Hit, ctx: Context) -> bool:
    """A number from 1500 to 2099 is a year where the words around it say so: `in 2014`, `the 1996 campaign`."""
    piece = hit.get("y")
    if piece is None:
        return False
    before = hit.before[-1] if hit.before else None
    if re.match(r"[%/:]|-\d{3}(?!\d)", hit.text[piece.end : piece.end + 5]):
        return False
    if before is not None and before.end == piece.start and (before.letter in "$-" or before.text in "#/.:№"):
        prefixed = before.letter == "-" and len(hit.before) > 1
        return prefixed and (hit.before[-2].letter in "yM" or hit.before[-2].text.lower() in ("post", "pre"))
    if piece.text[0] in "'’":
        return before is not None and before.letter in "IRrjms&"
    if len(hit.pieces) > 1:
        return True
    token, following = ctx.tokens.at(hit.offset + piece.start), ctx.tokens.at(hit.offset + piece.end + 1)
    return token is not None and _reads_as_year(token, following, before, hit, ctx)


def _reads_as_year(token: Token, following: Token | None, before: Piece | None, hit: Hit, ctx: Context) -> bool:
    tag = following.tag_ if following is not None else ""
    plural = tag in ("NNS", "NNPS")
    counted = plural and token.head == following
    article = before is not None and before.letter == "D"
    if before is not None and before.text.lower() == "at":  # a house number
        return False
    if article and tag.startswith("NNP"):
        return True
    if token.dep_ == "nummod" and token.head.i == token.i - 1 and token.head.tag_.startswith("NN"):  # "Flight 2019"
        return False
    if token.ent_type_ == "DATE":
        return article or not (counted and token.dep_ == "nummod")
    if before is not None and before.letter in "&r" and len(hit.before) > 1 and hit.before[-2].letter == "y":
        return True
    if before is None or counted:
        return False
    if before.letter in "IRrbj" and before.text.lower() not in _NOT_BEFORE_YEARS:
        return tag not in ("NN", "NNS", "CD", "JJ", "NNP")
    head = ctx.tokens.at(hit.offset + before.start)
    described = (
        tag in ("NN", "NNP", "JJ", "VBN") and following is not None and following.lower_ not in words("measures")
    )
    return described and head is not None and head.tag_ in ("DT", "PRP$", "POS")


# Prepositions that a plain number follows as often as a year; the entity recogniser decides there.
_NOT_BEFORE_YEARS = frozenset({"for", "to", "on", "over", "or"})


def decade(hit: Hit, ctx: Context) -> Reading | None:
    """`the 1990s`, `the mid-'80s`, `the seventies`; `FY2021`."""
    value = hit.value("Y")
    return Reading("DATE", value, "as written" if unit_of(value) else "")


def century(hit: Hit, ctx: Context) -> Reading | None:
    """`the 19th century`, as its first two digits."""
    number = hit.value("o")
    if hit.value("u") != "CE" or not number.isdigit():
        return None
    first = int(number) - 1
    return Reading("DATE", f"{first:02d}", f"the years {first}01 to {number}00")


RULES: tuple[Rule, ...] = (
    rule(PART + r"(?:Z-?)?(?:D?(?:Z-?)?u)?(?:Z-?)?(?P<y>y)", year),
    rule(r"Du(?P<count>n)", year),
    rule(EDGE + r"(?P<Y>Y)", decade),
    rule(EDGE + r"(?P<o>o)-?(?P<u>u)", century),
)
