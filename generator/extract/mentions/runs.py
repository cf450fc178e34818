"""Finds runs of capitalised words in a sentence: where names stand, and what may stand inside one."""

from collections.abc import Iterator
from functools import cache

from generator.extract.mentions.compact import Word, Words, written
from generator.lexicons import bodies, names, roles, rows, states, table, words

RECOGNISED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})
_UNUSED = frozenset({"LAW", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
_QUOTES = frozenset({"“", "”", '"', "‘", "’", "'", "«", "»", "„"})
JOINERS = frozenset({"of", "for", "and", "&", "the", "on"})


def title_noun(token: Word) -> bool:
    """Whether a word is the noun of an office or a calling, in the singular."""
    noun = roles.noun(token.text)
    return noun is not None and not noun.plural and not names_a_thing(token)


def names_a_thing(token: Word) -> bool:
    """Whether a noun for people ends the name of something ("the Meridian Star", the ship or the newspaper)."""
    if token.lower_ not in ("star", "champion") or token.tag_ != "NNP" or not token.i:
        return False
    before = token.nbor(-1)
    return before.tag_ == "NNP" and before.text not in states.adjectives() and roles.noun(before.text) is None


def _capital(token: Word) -> bool:
    text = token.text
    return text[:1].isupper() or (len(text) > 2 and text[0].islower() and text[1].isupper())


def _nameable(token: Word) -> bool:
    joined = token.is_alpha and token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    if joined and ((token.ent_type_ == "PERSON" and token.ent_iob_ == "I") or _beside_a_surname(token)):
        return True  # "Ban Ki-moon"
    if token.i and table("legal_forms").get(token.text) == "small":
        return token.nbor(-1).tag_ in ("NNP", "NNPS") and _capital(token.nbor(-1))  # "Northmere Water plc"
    if not _capital(token) or token.ent_type_ in _UNUSED or _on_calendar(token) or _in_a_title(token):
        return False
    if token.tag_ == "NN" and title_noun(token):
        return True
    if token.tag_ in ("UH", "FW") and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NNP":
        # "Ulrike Brandt", "Oh Seung-min"
        return names.usual_sex(token.text) != "unknown" or two_syllables(token.doc, token.i + 1)
    if token.ent_type_ in RECOGNISED:
        if states.named(token.text) or token.text in states.capitals():
            return True  # whatever the tagger makes of it: "Windhoek cannot …"
        return token.tag_ not in ("DT", "IN", "PRP", "PRP$", "CC", "MD", "TO", "WP", "WRB", "UH", "EX", "PDT") or (
            token.ent_iob_ == "I"
        )
    return token.tag_ in ("NNP", "NNPS") and (
        token.text != token.text.upper() or len(token.text) > 1 or token.ent_type_ != ""
    )


def two_syllables(doc: Words, at: int) -> bool:
    """Whether a given name of two syllables begins here: "Joon-seo"."""
    return at + 2 < len(doc) and doc[at + 1].text == "-" and names.two_syllables(written(doc[at : at + 3]))


def _beside_a_surname(token: Word) -> bool:
    """Whether a word ends a given name of two syllables beside a surname: "Park Joon-seo", "Seung-min Oh"."""
    beside = [token.doc[k] for k in (token.i - 3, token.i + 1) if 0 <= k < len(token.doc)]
    surname = any(word.text.istitle() and word.tag_ in ("NNP", "NNPS", "UH", "FW") for word in beside)
    return surname and two_syllables(token.doc, token.i - 2)


def _in_a_title(token: Word) -> bool:
    """Whether a word stands in the title of a work in quotation marks.

    Without them the recogniser takes whoever speaks after quoted words for a work: "…,” | Teresa Valdez said".
    """
    if token.ent_type_ != "WORK_OF_ART":
        return False
    first = last = token
    while first.i and first.ent_iob_ == "I":
        first = first.nbor(-1)
    while last.i + 1 < len(token.doc) and last.nbor(1).ent_iob_ == "I":
        last = last.nbor(1)
    opened = first.i > 1 and first.nbor(-1).text in _QUOTES and not first.nbor(-1).whitespace_
    closed = any(after.text in _QUOTES for after in token.doc[last.i + 1 : last.i + 3])  # “State of the Union.”
    return opened and closed and first.nbor(-2).lower_ not in bodies.nouns()  # but: the company "Azov Shipping"


def _on_calendar(token: Word) -> bool:
    """Whether a word is a day, a month or the like, and not the given name it can be ("Jan Kavan", "May Lund")."""
    if token.lower_.rstrip(".") not in words("calendar_words"):
        return False
    return token.ent_type_ != "PERSON" or token.text.endswith(".")


def runs(doc: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with what may stand between two of them ("of" inside a body's name, "von")."""
    i = start
    while i < end:
        if not _nameable(doc[i]) and not _hyphened_particle(doc, i, end):
            i += 1
            continue
        last = i
        j = i + 1
        while j < end:
            if _nameable(doc[j]) or _goes_on(doc[j]):
                last, j = j, j + 1
                continue
            if _nickname(doc, j, end):
                j += 3
                continue
            gap = j
            while gap < end and gap - j < 3 and _joins(doc, i, gap):
                gap += 1
            if gap > j and gap < end and (_nameable(doc[gap]) or _goes_on(doc[gap])):
                j = gap
                continue
            break
        yield _whole_body(doc, start, i, last + 1)
        i = last + 1


def _goes_on(token: Word) -> bool:
    """Whether a capitalised common noun continues the name before it: "Tema Harbour | Stars", "Fund of | Vaccines"."""
    before = token.nbor(-1)
    joined = before.tag_ in ("NNP", "NNPS") or before.lower_ in JOINERS
    usable = token.tag_ in ("NN", "NNS", "NNPS") and token.ent_type_ not in _UNUSED and not _on_calendar(token)
    return joined and usable and _capital(token) and not title_noun(token)


def _hyphened_particle(doc: Words, at: int, end: int) -> bool:
    """Whether a surname begins here with a small particle: "al-Mansouri", "el-Sisi", "ul-Haq"."""
    if at + 2 >= end or doc[at].lower_ not in words("name_particles") or doc[at].whitespace_:
        return False
    return doc[at + 1].text in ("-", "‑") and not doc[at + 1].whitespace_ and _nameable(doc[at + 2])


def _whole_body(doc: Words, start: int, first: int, last: int) -> tuple[int, int]:
    """A run that ends in the noun of a body takes in the capitalised adjective before it ("Democratic Party")."""
    if doc[last - 1].lower_ in bodies.nouns():
        while first - 1 > start and doc[first - 1].tag_ == "JJ" and _capital(doc[first - 1]):
            first -= 1
    return first, last


def _nickname(doc: Words, at: int, end: int) -> bool:
    """Whether a name in quotation marks stands here within a name: William “Buzz” Tanner."""
    if at + 3 >= end or doc[at].text not in ("“", '"', "‘", "'") or not doc[at + 1].text[:1].isupper():
        return False
    return doc[at + 2].text in ("”", '"', "’", "'") and _nameable(doc[at + 3]) and doc[at + 3].text[:1].isupper()


def _joins(doc: Words, first: int, at: int) -> bool:
    token = doc[at]
    if token.lower_ in words("name_particles") or token.text == "&":
        return True
    if token.text == "," and at + 1 < len(doc) and bodies.legal_form(doc[at + 1].text):
        return doc[at + 1].text[:1].isupper()  # "Halden Foods, Inc."
    if token.text in ("-", "–", "/") and token.i and not doc[at - 1].whitespace_ and not token.whitespace_:
        return True
    if token.text in ("'", "’") and not doc[at - 1].whitespace_ and not token.whitespace_:
        return True
    if (token.tag_ == "POS" or token.text == "’") and _members_body(doc, at):
        return True
    alone = first == at - 1 or (first == at - 2 and doc[first].text in states.adjectives())
    if token.lower_ == "and" and ((alone and _two_fields(doc, at)) or _of_members(doc, first, at)):
        return True
    if token.text in (",", "and") and _of_fields(doc, first, at):
        return True
    if token.lower_ not in JOINERS | {"in"}:
        return False
    inside = token.ent_type_ == "ORG" and token.ent_iob_ == "I" and token.tag_ != ","
    after_body = token.lower_ in ("of", "for") and any(doc[k].lower_ in bodies.nouns() for k in range(first, at))
    after_of = token.lower_ == "the" and doc[at - 1].lower_ in ("of", "for")
    after_office = token.lower_ in ("of", "for") and title_noun(doc[at - 1]) and _capital(doc[at - 1])
    return inside or after_body or after_of or after_office


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


def _of_members(doc: Words, first: int, at: int) -> bool:
    """Whether "and" joins those a body is of: "the Federation of Red Cross | and Red Crescent Societies"."""
    last = _last_of_name(doc, at)
    return last is not None and last.lower_ in _bodies_in_plural() and body_of(doc, first, at)


def _last_of_name(doc: Words, at: int) -> Word | None:
    """The last of two to four words of names that follow "and"."""
    end = at + 1
    while end < len(doc) and _nameable(doc[end]) and end - at < 5:
        end += 1
    return doc[end - 1] if end - at > 2 else None


def _of_fields(doc: Words, first: int, at: int) -> bool:
    """Whether a comma or "and" joins two fields a ministry or an institute is for: "Ministry of Mines | and Energy"."""
    fields = table("portfolios")
    before, after = doc[at - 1], doc[at + 1] if at + 1 < len(doc) else None
    if after is not None and after.text == "and" and doc[at].text == "," and at + 2 < len(doc):
        after = doc[at + 2]
    known = after is not None and _capital(after) and after.lower_ in fields and before.lower_ in fields
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
    if doc[at].text in ("'", "’") and _capital(owner) and after and _capital(after[0]):
        members = (known := roles.noun(owner.text)) is not None and known.plural
        if any(t.lower_ in words("organisation_nouns") and _capital(t) for t in after[:2]):
            return True  # "the Flight Crews' Association"
        person = title_noun(after[0]) or names.usual_sex(after[0].text) != "unknown"
        if members and not person and after[0].lower_ not in ("day", "week", "month", "year", "cup", "lane"):
            return True  # "the Chemical Workers' Front"
    whole = owner.tag_ == "NNP" and owner.ent_type_ != "GPE" and at + 1 < len(doc) and _capital(doc[at + 1])
    if whole and doc[at + 1].lower_ in words("foundations"):
        return True  # "King's College"
    if not (owner.tag_ == "NNPS" or owner.lower_ in words("plain_plurals") or owner.lower_.endswith("ers")):
        return False
    return bool(after and _capital(after[0])) and any(
        _capital(t) and t.lower_ in words("organisation_nouns") for t in after
    )
