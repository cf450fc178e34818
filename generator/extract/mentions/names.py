"""Finds where names stand in a sentence: runs of capitalised words, cut at states, offices and recognised borders."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from generator.extract.mentions.state_names import inside_longer_name, state_at
from generator.lexicons import bodies, names, roles, words
from generator.model.evidence import EntityKind, Gender

_USED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})
_UNUSED = frozenset(
    {"WORK_OF_ART", "LAW", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"}
)
_JOINERS = frozenset({"of", "for", "and", "&", "the", "on"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `[start, end)`; `role` and `appositive` are the token ranges of its roles."""

    start: int
    end: int
    type: EntityKind
    label: str = ""
    gender: Gender = "unknown"
    honorific: bool = False
    role: tuple[int, int] | None = None
    appositive: tuple[int, int] | None = None


def text_of(doc: Doc, name: Name) -> str:
    """The name as written."""
    return str(doc[name.start : name.end].text)


def _capital(token: Token) -> bool:
    text = token.text
    return text[:1].isupper() or (len(text) > 2 and text[0].islower() and text[1].isupper())


def _nameable(token: Token) -> bool:
    if token.ent_type_ == "PERSON" and token.ent_iob_ == "I" and token.is_alpha and token.i:
        before = token.nbor(-1)
        if before.text == "-" and not before.whitespace_:
            return True  # "Ban Ki-moon"
    if not _capital(token) or token.ent_type_ in _UNUSED or _on_calendar(token):
        return False
    if token.tag_ == "NN" and _title_noun(token):
        return True
    if token.ent_type_ in _USED:
        return token.tag_ not in ("DT", "IN", "PRP", "PRP$", "CC", "MD", "TO", "WP", "WRB", "UH", "EX", "PDT") or (
            token.ent_iob_ == "I"
        )
    return token.tag_ in ("NNP", "NNPS") and (
        token.text != token.text.upper() or len(token.text) > 1 or token.ent_type_ != ""
    )


def _on_calendar(token: Token) -> bool:
    """Whether a word is a day, a month or the like, and not the given name it can be ("Jan Kavan", "May Lund")."""
    if token.lower_.rstrip(".") not in words("calendar_words"):
        return False
    return token.ent_type_ != "PERSON" or token.text.endswith(".")


def _runs(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with what may stand between two of them ("of" inside a body's name, "von")."""
    i = start
    while i < end:
        if not _nameable(doc[i]):
            i += 1
            continue
        last = i
        j = i + 1
        while j < end:
            if _nameable(doc[j]):
                last, j = j, j + 1
                continue
            if _nickname(doc, j, end):
                j += 3
                continue
            gap = j
            while gap < end and gap - j < 3 and _joins(doc, i, gap):
                gap += 1
            if gap > j and gap < end and _nameable(doc[gap]):
                j = gap
                continue
            break
        yield _whole_body(doc, start, i, last + 1)
        i = last + 1


def _whole_body(doc: Doc, start: int, first: int, last: int) -> tuple[int, int]:
    """A run that ends in the noun of a body takes in the capitalised adjective before it ("Democratic Party")."""
    if doc[last - 1].lower_ in bodies.nouns():
        while first - 1 > start and doc[first - 1].tag_ == "JJ" and _capital(doc[first - 1]):
            first -= 1
    return first, last


def _nickname(doc: Doc, at: int, end: int) -> bool:
    """Whether a name in quotation marks stands here within a name: William “Buzz” Tanner."""
    if at + 3 >= end or doc[at].text not in ("“", '"', "‘", "'") or not doc[at + 1].text[:1].isupper():
        return False
    return doc[at + 2].text in ("”", '"', "’", "'") and _nameable(doc[at + 3]) and doc[at + 3].text[:1].isupper()


def _joins(doc: Doc, first: int, at: int) -> bool:
    token = doc[at]
    if token.lower_ in words("name_particles") or token.text == "&":
        return True
    if token.text in ("-", "–", "/") and token.i and not doc[at - 1].whitespace_ and not token.whitespace_:
        return True
    if token.text in ("'", "’") and not doc[at - 1].whitespace_ and not token.whitespace_:
        return True
    if token.tag_ == "POS" and _members_body(doc, at):
        return True
    if token.lower_ not in _JOINERS | {"in"}:
        return False
    inside = token.ent_type_ == "ORG" and token.ent_iob_ == "I" and token.tag_ != ","
    after_body = token.lower_ in ("of", "for") and any(doc[k].lower_ in bodies.nouns() for k in range(first, at))
    after_of = token.lower_ == "the" and doc[at - 1].lower_ in ("of", "for")
    after_office = token.lower_ in ("of", "for") and _title_noun(doc[at - 1]) and _capital(doc[at - 1])
    return inside or after_body or after_of or after_office


def _members_body(doc: Doc, at: int) -> bool:
    """Whether a possessive stands inside the name of a body: "Retail Workers' Union", "Women's Institute"."""
    owner = doc[at - 1]
    if not (owner.tag_ == "NNPS" or owner.lower_ in words("plain_plurals") or owner.lower_.endswith("ers")):
        return False
    after = [doc[k] for k in range(at + 1, min(at + 4, len(doc)))]
    return (
        bool(after)
        and _capital(after[0])
        and any(_capital(t) and t.lower_ in words("organisation_nouns") for t in after)
    )


def candidates(doc: Doc, start: int, end: int) -> Iterator[Name]:
    """The names of one sentence (a token range), with what their own shape and titles say of them."""
    for first, last in _runs(doc, start, end):
        while last - first > 1 and doc[last - 1].lower_ in words("postnominals"):
            last -= 1
        if doc[first].lower_ not in words("storm_nouns"):
            yield from _split(doc, first, last)


def _split(doc: Doc, first: int, last: int) -> Iterator[Name]:
    """Cut a run into states, offices and names."""
    at = first
    pending = first
    while at < last:
        length = state_at(doc, at, last)
        if length and not inside_longer_name(doc, at, at + length, first, last):
            if pending < at:
                yield from _pieces(doc, pending, at)
            yield Name(at, at + length, "state", doc[at].ent_type_)
            at += length
            pending = at
        else:
            at += 1
    if pending < last:
        yield from _pieces(doc, pending, last)


def _pieces(doc: Doc, first: int, last: int) -> Iterator[Name]:
    """Cut a run without states: what follows an office or an honorific is a person; a body keeps its whole name."""
    while first < last and (doc[first].text in "-–/&'’" or doc[first].lower_ in _JOINERS):
        first += 1
    while last > first and (doc[last - 1].text in "-–/&'’" or doc[last - 1].lower_ in _JOINERS | {"'s", "’s"}):
        last -= 1
    if first >= last:
        return
    if doc[last - 1].lower_ in bodies.nouns() and all(
        doc[k].ent_type_ != "PERSON" and names.honorific(doc[k].text) is None for k in range(first, last)
    ):
        yield Name(first, last, "organisation", "ORG")
        return
    title = _last_title(doc, first, last)
    if title is not None:
        after = title + 1
        while after < last and doc[after].text == ".":
            after += 1
        honorific = names.honorific(doc[title].text) is not None
        if after < last and doc[after].lower_ in ("of", "for"):
            begins = _person_start(doc, after, last)
            if begins is None:
                return
            after = begins
        if after < last:
            yield Name(after, last, "person", "TITLE", sex_of(doc[title].text), honorific)
        elif title > first and doc[title].lower_ in bodies.nouns():
            yield Name(first, last, "organisation", "ORG")
        return
    yield from _by_label(doc, first, last)


def _person_start(doc: Doc, after: int, last: int) -> int | None:
    """Where the person begins in "of State Antony Blinken": at a PERSON, else after one word."""
    for k in range(after + 1, last):
        if doc[k].ent_type_ == "PERSON" and doc[k].ent_iob_ == "B":
            return k
    return after + 2 if after + 2 < last and doc[after + 1].lower_ not in ("the",) else None


def _last_title(doc: Doc, first: int, last: int) -> int | None:
    """The last office noun or honorific of a run that is not somebody's surname."""
    for k in range(last - 1, first - 1, -1):
        token = doc[k]
        titled = names.honorific(token.text) is not None or _title_noun(token)
        surname = token.ent_type_ == "PERSON" and token.ent_iob_ == "I" and not _title_noun(doc[k - 1])
        if titled and not (surname and (k + 1 == last or doc[k + 1].lower_.rstrip(".") in ("jr", "sr", "ii", "iii"))):
            if k + 1 < last and doc[k + 1].lower_ in ("of", "for") and token.lower_ in bodies.nouns():
                continue
            return k
    return None


def _title_noun(token: Token) -> bool:
    noun = roles.noun(token.text)
    return noun is not None and not noun.plural


def sex_of(title: str) -> Gender:
    """The sex a title or an office noun shows."""
    noun = roles.noun(title)
    sex = names.honorific(title) or (noun.sex if noun else "unknown")
    return "female" if sex == "female" else "male" if sex == "male" else "unknown"


def _by_label(doc: Doc, first: int, last: int) -> Iterator[Name]:
    """Cut at the recogniser's borders, but keep together what shape says is one name."""
    if doc[last - 1].lower_ in bodies.nouns() or any(
        doc[k].lower_ in bodies.nouns() and doc[k + 1].lower_ in ("of", "for") for k in range(first, last - 1)
    ):
        yield Name(first, last, "organisation", "ORG")
        return
    cuts = [first]
    for k in range(first + 1, last):
        here, before = doc[k], doc[k - 1]
        starts = (
            here.ent_iob_ == "B" and before.ent_type_ in _USED and not (here.ent_type_ == before.ent_type_ == "PERSON")
        )
        joint = before.lower_ == "and" or before.text in ("-", "–", "/")
        if starts and (here.ent_type_ != before.ent_type_ or joint):
            cuts.append(k)
    cuts.append(last)
    for start, end in pairwise(cuts):
        while end > start and (
            doc[end - 1].text in "-–/&'’" or doc[end - 1].lower_ in _JOINERS | words("name_particles")
        ):
            end -= 1
        if end > start:
            labels = Counter(doc[k].ent_type_ for k in range(start, end) if doc[k].ent_type_)
            label = labels.most_common(1)[0][0] if labels else ""
            yield Name(start, end, "unknown", label)
