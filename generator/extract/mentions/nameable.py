"""Which words may be part of a name, and which nouns of offices stand before one."""

from generator.extract.mentions.compact import Word, Words, written
from generator.lexicons import bodies, names, roles, states, table, words

RECOGNISED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})
UNUSED = frozenset({"LAW", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
# Nouns for bodies that are written as letters.
_CALLED_BY_LETTERS = frozenset({"ngo", "sme"})
_QUOTES = frozenset({"“", "”", '"', "‘", "’", "'", "«", "»", "„"})


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


def capital(token: Word) -> bool:
    """Whether a word begins with a capital, or has one behind its first letter ("iHalm"), or a particle."""
    text = token.text
    inner = len(text) > 2 and text[0].islower() and text[1].isupper()
    return text[:1].isupper() or inner or names.elided_particle(text)


def nameable(token: Word) -> bool:
    """Whether a word may be part of a name."""
    joined = token.is_alpha and token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    if joined and ((token.ent_type_ == "PERSON" and token.ent_iob_ == "I") or _beside_a_surname(token)):
        return True  # "Ban Ki-moon"
    if joined and token.lower_ in words("surname_endings") and capital(token.nbor(-2)):
        return True  # "Rahim Karim-zoda"
    if token.i and table("legal_forms").get(token.text) == "small":
        return token.nbor(-1).tag_ in ("NNP", "NNPS") and capital(token.nbor(-1))  # "Northmere Water plc"
    if joined and token.is_upper and len(token.text) == 1 and token.nbor(-2).is_upper and len(token.nbor(-2).text) > 1:
        return True  # "SNAC-T"
    if joined and token.nbor(-2).text == "Co" and not token.nbor(-2).whitespace_:
        return True  # "Organization for Security and Co-operation"
    if not capital(token) or token.ent_type_ in UNUSED or on_calendar(token) or _in_a_title(token):
        return False
    if joined and token.i > 2 and token.nbor(-2).lower_ in ("in", "at") and token.nbor(-3).text == "-":
        return False  # "the Chairperson-in-Office"
    if token.text[:2].isupper() and token.lower_.removesuffix("s") in _CALLED_BY_LETTERS:
        return False  # "the NGO"
    if token.tag_ == "NN" and title_noun(token):
        return True
    if token.tag_ in ("UH", "FW") and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NNP":
        # "Ulrike Brandt", "Oh Seung-min"
        return names.usual_sex(token.text) != "unknown" or two_syllables(token.doc, token.i + 1)
    if token.is_upper and token.text in words("known_bodies") and len(token.text) > 3:
        return True  # "ECOWAS", whatever the tagger makes of it
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


def on_calendar(token: Word) -> bool:
    """Whether a word is a day, a month or the like, and not the given name it can be ("Jan Kavan", "May Lund")."""
    if token.lower_.rstrip(".") not in words("calendar_words"):
        return False
    return token.ent_type_ != "PERSON" or token.text.endswith(".")
