"""The phrase around a name or a noun: the role before it, and its borders."""

from generator.extract.mentions.compact import Word, Words, sentence_end, sentence_start
from generator.lexicons import names, roles, states, table, words

_ROLE_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "JJR", "HYPH", "POS", "VBG", "VBN"})
PREMODIFIERS = frozenset(
    {"NNP", "NNPS", "NN", "NNS", "JJ", "JJR", "JJS", "HYPH", "POS", "CD", "VBG", "VBN", "RB", "RBS"}
)
_COMPLEMENTS = frozenset({"of", "for", "to", "at", "in", "from"})
_OPENERS = frozenset({"the", "its", "his", "her", "their", "our", "my", "s", "’s", "'s"})
_PARTICIPLES = frozenset({"acting", "outgoing", "retired", "incoming", "leading", "managing"})
LONGEST_ROLE = 12


def role_before(doc: Words, start: int) -> tuple[int, int] | None:
    """The token range of the role written before a name ("US Secretary of State"); None where there is none."""
    end = start
    if end and doc[end - 1].text == ",":
        return _office_and_comma(doc, end - 1)
    if end and doc[end - 1].tag_ == "POS":
        return None  # "commander of the navy's Eastern Command"
    first = end
    sent_start = sentence_start(doc, start)
    while first > sent_start and end - first < LONGEST_ROLE and _role_word(doc, first - 1, first < end):
        if first < end and doc[first].is_alpha and doc[first - 1].is_alpha and not doc[first - 1].whitespace_:
            break  # two sentences run together: "in other countriesWhite House spokeswoman"
        first -= 1
    while first < end and (doc[first].lower_ in _COMPLEMENTS | {"and", "&"} or doc[first].tag_ in ("POS", "HYPH")):
        first += 1
    noun = role_noun_in(doc, (first, end)) if first < end else None
    if noun is None or doc[end - 1].tag_ == "POS":
        return None
    if noun.i > 1 and doc[noun.i - 1].text == "-" and doc[noun.i - 2].lower_ in table("number_words"):
        return None  # "the five-star Palace Hotel"
    # "Secretary of State X" has a word between; in "the head of X" and "the head of Libyan X" the name is no holder
    between = any(doc[k].tag_ in _ROLE_TAGS and doc[k].text not in states.adjectives() for k in range(noun.i + 2, end))
    joined = noun.i + 3 == end and doc[noun.i + 1].text == "-"  # "Colonel-Major"
    if noun.i == end - 1 or joined or (doc[noun.i + 1].lower_ in _COMPLEMENTS and between):
        return (_role_start(doc, first, noun.i, end), end)
    return None


def _role_start(doc: Words, first: int, noun: int, end: int) -> int:
    """Where a role begins: after what only leads up to it ("the virtues of | Russian President", "the way | Sen.")."""
    title = doc[end - 1]
    if not roles.noun(title.text):
        return first
    upper = title.text[:1].isupper()
    at = end - 1
    while at > first:
        before = doc[at - 1]
        inside = not upper and roles.noun(doc[at - 2].text) is not None  # "deputy of minister Moss"
        if before.lower_ in _COMPLEMENTS and doc[at - 2].text[:1].islower() and not inside:
            break
        common = upper and before.tag_ in ("NN", "NNS") and before.text[:1].islower()
        if common and not roles.noun(before.text) and before.lower_ not in words("role_ranks"):
            break
        at -= 1
    return at


def _role_word(doc: Words, at: int, inside: bool) -> bool:
    token = doc[at]
    if token.tag_ in ("VBG", "VBN"):
        return inside and token.lower_ in _PARTICIPLES
    if token.ent_type_ == "PERSON" and not roles.noun(token.text) and names.honorific(token.text) is None:
        return False
    if token.tag_ in _ROLE_TAGS or (
        token.text[:1].isupper() and token.tag_ in ("IN", "RB") and token.lower_ == "under"
    ):
        return token.lower_ not in words("calendar_words") and token.ent_type_ not in ("DATE", "TIME")
    if token.lower_ in ("of", "for"):
        return inside
    if token.lower_ == "to" and at:
        return inside and roles.noun(doc[at - 1].text) is not None  # "Ambassador to Lebanon"
    if token.lower_ in ("and", "&"):
        return inside and at > 0 and doc[at - 1].text[:1].isupper() and doc[at + 1].text[:1].isupper()
    return token.lower_ == "the" and at > 0 and doc[at - 1].lower_ in ("of", "for")


def role_noun_in(doc: Words, part: tuple[int, int]) -> Word | None:
    """The head noun of a role: the last noun for a person before any "of" or "for"."""
    head = None
    for k in range(*part):
        if doc[k].lower_ in ("of", "for", "to", "at", "in", "from", "who", "with") and head is not None:
            break
        if roles.noun(doc[k].text):
            head = doc[k]
    return head


def _office_and_comma(doc: Words, comma: int) -> tuple[int, int] | None:
    """ "the US Secretary of State, Antony Blinken": the role before the comma, with its article."""
    first = comma
    sent_start = sentence_start(doc, comma)
    while first > sent_start and comma - first < LONGEST_ROLE and _role_word(doc, first - 1, first < comma):
        first -= 1
    noun = role_noun_in(doc, (first, comma)) if first < comma else None
    if noun is None or roles.noun(noun.text).plural:  # type: ignore[union-attr]
        return None
    owned = any(doc[k].tag_ == "POS" for k in range(first, noun.i))
    if not owned and (first == sent_start or doc[first - 1].lower_ not in _OPENERS):
        return None
    if noun.i + 1 != comma and doc[noun.i + 1].lower_ not in _COMPLEMENTS:
        return None
    advises = first > sent_start + 2 and doc[first - 2].lower_ == "to" and roles.noun(doc[first - 3].text)
    return (first - 3 if advises else first, comma)  # "an adviser to the minister, Ada Moss,"


def extent(doc: Words, head: int) -> int:
    """The token after the last one of a noun phrase: complements with "of", "for" or "to" belong to it."""
    end = head + 1
    limit = sentence_end(doc, head)
    if end + 1 < limit and doc[end].lower_ == "in" and doc[end + 1].lower_ in ("chief", "residence", "waiting"):
        end += 2
    while end < limit and doc[end].lower_ in _COMPLEMENTS and doc[end].head.i >= head and doc[end].head.i < end:
        if doc[end].lower_ == "to" and doc[end].tag_ == "TO" and doc[end].head.pos_ == "VERB":
            break
        at = end + 1
        if doc[end].lower_ in ("in", "at", "from") and not _to_a_name(doc, at, limit):
            break
        while at < limit and (doc[at].tag_ in PREMODIFIERS or doc[at].tag_ in ("DT", "PRP$") or doc[at].text == "&"):
            if doc[at].tag_ in ("VBG", "VBN", "RB") and not (at + 1 < limit and doc[at + 1].tag_ in PREMODIFIERS):
                break
            if doc[at].tag_ == "DT" and at > end + 1:
                break
            at += 1
        if at < limit and doc[at - 1].tag_ == "JJ" and doc[at - 2].tag_ in ("NN", "NNP"):
            at -= 1  # "found the head of the port | guilty"
        if at == end + 1:
            break
        end = at
        if end - head > LONGEST_ROLE:
            break
    return end


def _to_a_name(doc: Words, at: int, limit: int) -> bool:
    """Whether a phrase begins with a name or ends with one: "at the accountants Dunmore Hale"."""
    while at < limit and doc[at].tag_ in ("DT", "JJ", "NN", "NNS"):
        at += 1
    return at < limit and doc[at].tag_ in ("NNP", "NNPS")


def _of_an_age(doc: Words, at: int) -> bool:
    """Whether a token belongs to "27-year-old"."""
    return doc[at].lower_ in ("old", "year", "-") or (doc[at].tag_ == "CD" and doc[at + 1].text == "-")


def left_edge(doc: Words, head: int) -> int:
    """The first token of the phrase that leads up to a noun, its article included."""
    first = head
    limit = sentence_start(doc, head)
    while first > limit and head - first < LONGEST_ROLE:
        token = doc[first - 1]
        if token.tag_ in ("DT", "PRP$", "PDT", "WP$"):
            first -= 1
            if first > limit and doc[first - 1].tag_ == "PDT":
                first -= 1
            break
        if token.tag_ in ("VBG", "VBN") and token.dep_ != "amod" and token.lower_ not in _PARTICIPLES:
            break
        if token.tag_ == "CC" and first - 1 > limit and token.lower_ == "and":
            before, after = doc[first - 2], doc[first]
            adjectives = before.tag_ in ("JJ", "NNP") and after.tag_ in ("JJ", "NNP") and before.ent_type_ != "PERSON"
            if adjectives:
                first -= 1
                continue
            break
        dated = token.ent_type_ in ("DATE", "TIME") and token.tag_ != "POS" and not _of_an_age(doc, first - 1)
        if token.tag_ not in PREMODIFIERS or dated:
            break
        if token.head.i > head or (token.ent_type_ == "PERSON" and doc[first].tag_ != "POS" and token.tag_ != "POS"):
            break
        first -= 1
    while first < head and (doc[first].tag_ in ("POS", "HYPH") or doc[first].lower_ == "and"):
        first += 1
    return first
