"""Finds runs of capitalised words in a sentence: where names stand, and what may stand inside one."""

from collections.abc import Iterator
from functools import cache

from generator.extract.mentions.compact import Word, Words
from generator.extract.mentions.nameable import UNUSED, capital, nameable, on_calendar, title_noun
from generator.lexicons import bodies, names, roles, rows, states, table, words

JOINERS = frozenset({"of", "for", "and", "&", "the", "on"})
_REALMS = frozenset({"sultanate", "kingdom", "republic", "emirate", "principality"})
_ARTICLES = frozenset({"a", "an", "the", "no", "any", "some"})


def runs(doc: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with what may stand between two of them ("of" inside a body's name, "von")."""
    i = start
    while i < end:
        if not nameable(doc[i]) and not _hyphened_particle(doc, i, end):
            i += 1
            continue
        last = i
        j = i + 1
        while j < end:
            if nameable(doc[j]) or _goes_on(doc[j]):
                last, j = j, j + 1
                continue
            if _nickname(doc, j, end):
                j += 3
                continue
            gap = j
            while gap < end and gap - j < 3 and _joins(doc, i, gap):
                gap += 1
            if gap > j and gap < end and (nameable(doc[gap]) or _goes_on(doc[gap])):
                j = gap
                continue
            break
        yield _whole_body(doc, start, i, last + 1)
        i = last + 1


def _goes_on(token: Word) -> bool:
    """Whether a capitalised common noun continues the name before it: "Tema Harbour | Stars", "Fund of | Vaccines"."""
    before = token.nbor(-1)
    joined = before.tag_ in ("NNP", "NNPS") or before.lower_ in JOINERS
    usable = token.tag_ in ("NN", "NNS", "NNPS") and token.ent_type_ not in UNUSED and not on_calendar(token)
    return joined and usable and capital(token) and not title_noun(token)


def _hyphened_particle(doc: Words, at: int, end: int) -> bool:
    """Whether a surname begins here with a small particle: "al-Mansouri", "el-Sisi", "ul-Haq"."""
    if at + 2 >= end or doc[at].lower_ not in words("name_particles") or doc[at].whitespace_:
        return False
    return doc[at + 1].text in ("-", "‑") and not doc[at + 1].whitespace_ and nameable(doc[at + 2])


def _whole_body(doc: Words, start: int, first: int, last: int) -> tuple[int, int]:
    """A run that ends in the noun of a body takes in the capitalised adjective before it ("Democratic Party")."""
    if doc[last - 1].lower_ in bodies.nouns():
        while first - 1 > start and doc[first - 1].tag_ == "JJ" and capital(doc[first - 1]):
            first -= 1
    return first, last


def _nickname(doc: Words, at: int, end: int) -> bool:
    """Whether a name in quotation marks stands here within a name: William “Buzz” Tanner."""
    if at + 3 >= end or doc[at].text not in ("“", '"', "‘", "'") or not doc[at + 1].text[:1].isupper():
        return False
    return doc[at + 2].text in ("”", '"', "’", "'") and nameable(doc[at + 3]) and doc[at + 3].text[:1].isupper()


def _joins(doc: Words, first: int, at: int) -> bool:
    token = doc[at]
    if token.lower_ in words("name_particles") or token.text == "&":
        return True
    if token.text in words("foreign_joiners") and doc[at - 1].tag_ in ("NNP", "NNPS") and _before_a_name(doc, at):
        return True  # "Linhas Marítimas do Norte"
    if token.text == "," and at + 1 < len(doc) and bodies.legal_form(doc[at + 1].text):
        return doc[at + 1].text[:1].isupper()  # "Halden Foods, Inc."
    if token.text in ("-", "–", "/") and token.i and not doc[at - 1].whitespace_ and not token.whitespace_:
        return True
    if token.text in ("'", "’") and not doc[at - 1].whitespace_ and not token.whitespace_:
        return True
    if (token.tag_ == "POS" or token.text == "’") and _members_body(doc, at):
        return True
    alone = first == at - 1 or (first == at - 2 and doc[first].text in states.adjectives())
    if token.lower_ == "and" and (
        (alone and _two_fields(doc, at)) or _of_members(doc, first, at) or _one_subject(doc, first, at)
    ):
        return True
    if token.text in (",", "and") and _of_fields(doc, first, at):
        return True
    if token.lower_ not in JOINERS | {"in"}:
        return False
    if token.lower_ == "of" and doc[at - 1].lower_ in _REALMS and at + 1 < len(doc) and states.named(doc[at + 1].text):
        return True  # "the Sultanate of Oman"
    if token.lower_ == "in" and body_of(doc, first, at) and _in_its_letters(doc, first, at):
        return True  # "the Organization for Security and Cooperation in Europe", in a text that has "OSCE"
    inside = token.ent_type_ == "ORG" and token.ent_iob_ == "I" and token.tag_ != ","
    after_body = token.lower_ in ("of", "for") and any(doc[k].lower_ in bodies.nouns() for k in range(first, at))
    after_of = token.lower_ == "the" and doc[at - 1].lower_ in ("of", "for")
    after_office = token.lower_ in ("of", "for") and title_noun(doc[at - 1]) and capital(doc[at - 1])
    return inside or after_body or after_of or after_office


def _in_its_letters(doc: Words, first: int, at: int) -> bool:
    """Whether the place behind a body's name is in what the text has for it in letters."""
    place = doc[at + 1] if at + 1 < len(doc) else None
    if place is None or not capital(place):
        return False
    letters = "".join(doc[k].text[0] for k in range(first, at) if capital(doc[k])) + place.text[0]
    return any(token.text == letters for token in doc)


def _before_a_name(doc: Words, at: int) -> bool:
    """Whether a word with a capital follows that no people are called by ("what do Americans"), and no object behind it
    ("Ford and Tesla do Norland a favour")."""
    after = doc[at + 1] if at + 1 < len(doc) else None
    if after is None or not nameable(after) or after.text in states.peoples() or after.tag_ == "NNPS":
        return False
    end = next((k for k in range(at + 1, len(doc)) if not nameable(doc[k])), len(doc))
    return end == len(doc) or not (doc[end].lower_ in _ARTICLES or doc[end].tag_ == "PRP$")


def _two_fields(doc: Words, at: int) -> bool:
    """Whether "and" stands between two fields of one body: "the Maritime and Coastguard Agency"."""
    field = doc[at - 1]
    owned = at > 2 and doc[at - 2].text in states.adjectives() and doc[at - 3].lower_ == "the"
    if not (owned or (at > 1 and doc[at - 2].lower_ == "the")) or field.ent_type_ not in ("", "ORG"):
        return False
    if field.tag_ not in ("NNP", "JJ", "NNPS"):
        return False
    if (
        field.lower_ in bodies.nouns()
        or states.named(field.text)
        or field.text in states.seats()
        or field.text.isupper()
    ):
        return False
    last = _last_of_name(doc, at)
    return last is not None and last.lower_ in bodies.nouns() and last.text[:1].isupper()


def _one_subject(doc: Words, first: int, at: int) -> bool:
    """Whether the verb after two names at the beginning of a sentence is that of one: "Moss and Hale is owed"."""
    begins = doc.starts[first] or (doc[first - 1].lower_ == "the" and doc.starts[first - 1])
    end = at + 1
    while end < len(doc) and nameable(doc[end]):
        end += 1
    people = any(doc[k].ent_type_ in ("PERSON", "GPE") for k in (first, end - 1))
    return begins and not people and at + 1 < end < len(doc) and doc[end].lower_ in ("is", "was", "has")


def _of_members(doc: Words, first: int, at: int) -> bool:
    """Whether "and" joins those a body is of: "the Federation of Red Cross | and Red Crescent Societies"."""
    last = _last_of_name(doc, at)
    return last is not None and last.lower_ in _bodies_in_plural() and body_of(doc, first, at)


def _last_of_name(doc: Words, at: int) -> Word | None:
    """The last of two to four words of names that follow "and"."""
    end = at + 1
    while end < len(doc) and nameable(doc[end]) and end - at < 5:
        end += 1
    return doc[end - 1] if end - at > 2 else None


def _of_fields(doc: Words, first: int, at: int) -> bool:
    """Whether a comma or "and" joins two fields a ministry or an institute is for: "Ministry of Mines | and Energy"."""
    fields = table("portfolios")
    before, after = doc[at - 1], doc[at + 1] if at + 1 < len(doc) else None
    if after is not None and after.text == "and" and doc[at].text == "," and at + 2 < len(doc):
        after = doc[at + 2]
    known = after is not None and capital(after) and after.lower_ in fields and before.lower_ in fields
    return known and body_of(doc, first, at)


def body_of(doc: Words, first: int, at: int) -> bool:
    """Whether the words from `first` to before `at` have the noun of a body with "of" or "for", or its members."""
    linked = any(doc[k].lower_ in bodies.nouns() and doc[k + 1].lower_ in ("of", "for") for k in range(first, at - 1))
    return linked or any(doc[k].tag_ == "POS" and _members_body(doc, k) for k in range(first + 1, at - 1))


@cache
def _bodies_in_plural() -> frozenset[str]:
    """The plurals of nouns for bodies ("societies")."""
    return frozenset(row[1] for row in rows("organisation_nouns") if len(row) > 1)


def _members_body(doc: Words, at: int) -> bool:
    """Whether a possessive stands inside the name of a body: "Retail Workers' Union", "Women's Institute"."""
    owner = doc[at - 1]
    after = [doc[k] for k in range(at + 1, min(at + 4, len(doc)))]
    if doc[at].text in ("'", "’") and capital(owner) and after and capital(after[0]):
        members = (known := roles.noun(owner.text)) is not None and known.plural
        if any(t.lower_ in words("organisation_nouns") and capital(t) for t in after[:2]):
            return True  # "the Flight Crews' Association"
        person = title_noun(after[0]) or names.usual_sex(after[0].text) != "unknown"
        if members and not person and after[0].lower_ not in ("day", "week", "month", "year", "cup", "lane"):
            return True  # "the Chemical Workers' Front"
    whole = owner.tag_ == "NNP" and owner.ent_type_ != "GPE" and at + 1 < len(doc) and capital(doc[at + 1])
    if whole and doc[at + 1].lower_ in words("foundations"):
        return True  # "King's College"
    if not (owner.tag_ == "NNPS" or owner.lower_ in words("plain_plurals") or owner.lower_.endswith("ers")):
        return False
    return bool(after and capital(after[0])) and any(
        capital(t) and t.lower_ in words("organisation_nouns") for t in after
    )


def after_what_somebody_is(doc: Words, first: int, last: int) -> int:
    """Where a name begins that a word with a capital leads up to: "Mum-of-three | Ada Moss", "Gran | Ada Moss", "Boozy
    Frenchman | Paul Vidal"."""
    national = (k for k in range(first, last - 1) if doc[k].text in states.peoples() and doc[k].lower_.endswith("man"))
    if doc.starts[first] and (man := next(national, None)) is not None:
        first = man + 1
    while last - first > 1 and doc[first].lower_ in _leading_up() and known_given(doc, first + 1):
        first += 1
    return first


@cache
def _leading_up() -> frozenset[str]:
    return frozenset(words("relational_nouns")).union(table("number_words"))


def known_given(doc: Words, at: int) -> bool:
    """Whether a word is known as a given name."""
    return names.usual_sex(doc[at].text) != "unknown"
