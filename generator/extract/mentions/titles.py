"""Forms of address and offices before a name: which word of a run is one, and the sex it shows."""

from generator.extract.mentions.compact import Words
from generator.extract.mentions.nameable import title_noun
from generator.lexicons import bodies, names, roles, words
from generator.model.evidence import Gender


def last_title(doc: Words, first: int, last: int) -> int | None:
    """The last office noun or honorific of a run that is not somebody's surname."""
    for k in range(last - 1, first - 1, -1):
        token = doc[k]
        if k + 2 < last and doc[k + 1].tag_ == "POS" and doc[k + 2].lower_ in words("foundations"):
            continue  # "King's College"
        if k + 1 < last and doc[k + 1].text == "-" and not token.whitespace_:
            continue  # "Choe Son-hui"
        if k + 1 < last and doc[k + 1].lower_ in bodies.nouns() and roles.noun(doc[k + 1].text) is None:
            continue  # "General Directorate of Customs"
        titled = honorific_at(doc, k, first) is not None or title_noun(token)
        joined = first + 1 < k < last - 1 and doc[k - 1].text == "-" and title_noun(doc[k - 2])  # "Colonel-Major"
        titled = titled or (joined and token.text.istitle())
        surname = token.ent_type_ == "PERSON" and token.ent_iob_ == "I" and not title_noun(doc[k - 1])
        if k == first and last - k == 2 and first and _called_by_role(doc, first):
            continue  # "the site manager Dean Cobb"
        if titled and not (surname and (k + 1 == last or doc[k + 1].lower_.rstrip(".") in ("jr", "sr", "ii", "iii"))):
            if k + 1 < last and doc[k + 1].lower_ in ("of", "for") and token.lower_ in bodies.nouns():
                continue
            return k
    return None


def honorific_at(doc: Words, at: int, first: int) -> str | None:
    """The sex a form of address shows in a run of words that begins at `first`.

    "M." is one before a name in a text with French ones: "M. Keller", but not "John M. Keller".
    """
    known = names.honorific(doc[at].text)
    if known is not None or doc[at].text != "M." or not (doc.french and at == first and at + 1 < len(doc)):
        return known
    return "male" if doc[at + 1].text[:1].isupper() and doc[at + 1].is_alpha else None


def _called_by_role(doc: Words, first: int) -> bool:
    """Whether the noun of a role stands before a word that is a title as well as a given name."""
    before = doc[first - 1]
    return before.text.islower() and title_noun(before) and names.usual_sex(doc[first].text) != "unknown"


def sex_of(title: str) -> Gender:
    """The sex a title or an office noun shows."""
    noun = roles.noun(title)
    sex = names.honorific(title) or (noun.sex if noun else "unknown")
    return "female" if sex == "female" else "male" if sex == "male" else "unknown"
