"""What stands after a name and tells of who bears it: an age, an apposition, a clause with "who"."""

from generator.extract.mentions.compact import Words, sentence_end, sentence_start, written
from generator.extract.mentions.noun_phrases import LONGEST_ROLE, PREMODIFIERS, extent
from generator.lexicons import roles

# Verbs that say what a noun for a post does: "heads", "who coaches the team".
_HOLDING = frozenset({"captains", "chairs", "coaches", "heads"})


def age_after(doc: Words, end: int) -> bool:
    """Whether an age follows the name: "Wolska, 44,"."""
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text.isdigit() and len(doc[end + 1].text) <= 2


def role_after(doc: Words, end: int) -> tuple[int, int] | None:
    """The token range of the apposition after a name: "Luis Ortega, a spokesman for the treasury"."""
    limit = sentence_end(doc, end - 1)
    at = end
    if (at < limit and doc[at].text == '"') or at >= limit or doc[at].text not in (",", "(", "–", "—"):
        return None
    at += 1
    if at + 1 < limit and doc[at].text.isdigit() and doc[at + 1].text == ",":
        at += 2
    first = at
    while (
        at < limit
        and at - first < LONGEST_ROLE
        and (doc[at].tag_ in PREMODIFIERS or (doc[at].tag_ in ("DT", "PRP$") and at == first) or doc[at].text == "&")
    ):
        at += 1
    head = at - 1
    if head < first or not roles.noun(doc[head].text) or doc[head].ent_type_ == "PERSON":
        return None
    if roles.noun(doc[head].text).plural:  # type: ignore[union-attr]
        return None
    last = extent(doc, head)
    if _of_the_name_after(doc, end, last, limit):
        return None
    follows = doc[last].text if last < limit else "."
    if follows in (",", ".", ";", ")", ":", "–", "—", "?", "!") or follows.lower() in ("who", "whose", "which", "and"):
        start = first + 1 if doc[first].tag_ == "DT" else first
        if follows.lower() == "and" and (doc[head].dep_ != "appos" or _lists_people(doc, first, last + 1)):
            return None
        return (start, last)
    if doc[head].dep_ == "appos" and doc[head].head.i < end:
        return (first + 1 if doc[first].tag_ == "DT" else first, last)
    return None


def _lists_people(doc: Words, first: int, after_and: int) -> bool:
    """ "Moss, his wife and two sons were held": a list, unlike "Moss, her deputy and successor"."""
    return (
        doc[first].tag_ == "PRP$"
        and after_and < len(doc)
        and doc[after_and].tag_ in ("PRP$", "CD", "DT", "NNP", "NNPS")
    )


def _of_the_name_after(doc: Words, end: int, last: int, limit: int) -> bool:
    """ "In a message to the Standard, the club's chairwoman, Ada Moss, said": a post between two names, whose it is."""
    opening = sentence_start(doc, end - 1)
    at = last + 1
    while at < limit and doc[at].tag_ in ("NNP", "NNPS"):
        at += 1
    named = written(doc[last : last + 1]) == "," and last + 1 < at < limit and doc[at].text == ","
    return named and doc[opening].tag_ == "IN" and not any(t.tag_ in ("VBD", "VBZ", "VBP") for t in doc[opening:end])


def role_in_clause(doc: Words, who: int) -> tuple[int, int] | None:
    """The token range of what "who" tells of somebody's post: "chairs the supervisory board", "served as deputy"."""
    limit = min(sentence_end(doc, who), who + LONGEST_ROLE)
    clause = [t.lower_ for t in doc[who + 1 : limit]]
    held = bool(clause) and clause[0] in _HOLDING
    told = next((n for n, word in enumerate(clause) if word in ("as", ",", '"')), None)
    if held or (clause and clause[0] in ("is", "was")):
        at = who + 2
    elif told is not None and clause[told] == "as":
        at = who + 2 + told
    else:
        return None
    first = at
    while at < limit and (doc[at].tag_ in PREMODIFIERS or (doc[at].tag_ in ("DT", "PRP$") and at == first)):
        at += 1
    if at == first:
        return None
    if held:
        return (who + 1, extent(doc, at - 1))
    noun = roles.noun(doc[at - 1].text)
    return (first + (doc[first].tag_ == "DT"), extent(doc, at - 1)) if noun and not noun.plural else None
