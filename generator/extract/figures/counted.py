"""What a numeral counts, who has it, where: read off the parse around it."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.extract.clauses import agents, governor, name_or_noun, objects, subject
from generator.lexicons import words

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "along",
        "on",
        "across",
        "around",
        "outside",
        "inside",
        "to",
        "towards",
        "toward",
        "off",
        "from",
        "throughout",
        "within",
        "into",
        "beyond",
        "over",
    }
)
PUTTING = frozenset({"put", "puts", "putting"})
_COUNTS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
_NUMBER_PARTS = frozenset({"nummod", "quantmod", "compound", "nmod", "advmod", "amod", "npadvmod", "det", "predet"})


def counted_noun(numeral: Tokens, unit: Tokens | None) -> Token | None:
    """The noun a numeral counts or measures: "70,000 *troops*", "two of the *hostages*", "$3bn of *aid*"."""
    end = unit.end if unit is not None else numeral.end
    inside = range(numeral.start, end)
    return _noun_from((unit or numeral).root, numeral, unit, end, inside) or (
        _noun_from(numeral[-1], numeral, unit, end, inside) if len(numeral) > 1 and unit is None else None
    )


def _noun_from(head: Token, numeral: Tokens, unit: Tokens | None, end: int, inside: range) -> Token | None:
    doc = numeral.doc
    for _ in range(5):
        if head.i not in inside and head.tag_[:2] == "NN":
            return None if head.lower_ in words("units") | words("compass_words") else head
        if head.dep_ in _NUMBER_PARTS and head.head.i > numeral.start and head.head.i != head.i:
            head = head.head
            continue
        break
    nxt = doc[end] if end < len(doc) else None
    if nxt is not None and nxt.tag_ == "NNS" and head.head.i < numeral.start and head.dep_ == "nummod":
        return nxt  # "by late Monday 31 people", taken for a Monday 31
    if nxt is not None and nxt.lower_ == "of":
        for child in nxt.children:
            if child.dep_ == "pobj":
                return _of_numeral(child, inside)
        return None
    if nxt is not None and nxt.lower_ in ("in", "for") and (unit is not None or numeral[0].tag_ == "$"):
        pobj = next((c for c in nxt.children if c.dep_ == "pobj"), None)
        if pobj is not None and pobj.tag_ in ("NN", "NNS") and not pobj.ent_type_:
            return pobj
    return None


def _of_numeral(token: Token, inside: range) -> Token | None:
    return token if token.tag_[:2] in ("NN", "CD") and token.i not in inside else None


def noun_phrase(noun: Token, numeral: Tokens) -> str:
    """The counted noun with the nouns compounded to it, in small letters but for names: "rescue workers"."""
    compounds = [
        c
        for c in noun.lefts
        if c.dep_ == "compound" and c.i >= numeral.end and c.tag_ in ("NN", "NNS") and c.ent_type_ not in _COUNTS
    ]
    return " ".join(t.lower_ if t.is_sent_start else t.text for t in [*compounds, noun])


def measured_noun(numeral: Tokens, bare: bool) -> Token | None:
    """For a numeral without a noun of its own, what it is the measure of: "the death *toll* rose to 41"."""
    head = numeral.root
    while head.dep_ in _NUMBER_PARTS and head.head.i != head.i and head.dep_ != "npadvmod":
        head = head.head
    if head.dep_ == "pobj" and head.head.lower_ in ("at", "as") and head.head.head.tag_ == "VBN":
        # "the attendance was given as 31,000"
        given = subject(head.head.head)
        if given is not None and given.lower_ in words("measured_nouns"):
            return given
    if head.dep_ == "pobj" and head.head.lower_ in ("to", "at", "by", "of", "from"):
        owner = head.head.head
        if owner.tag_ == "NNS" and owner.lower_ in words("measure_verbs"):
            # a headline's verb taken for a noun: "Footbridge toll climbs to 11"
            return next((c for c in owner.lefts if c.lower_ in words("measured_nouns")), None)
        if owner.tag_ in ("NN", "NNS") and head.head.lower_ != "by":
            # "a commission of five" counts members nobody names; "a toll of 41", "a loan of $5m" are measured.
            counts = bare and head.head.lower_ == "of" and owner.lower_ not in words("measured_nouns")
            return None if counts else owner
        if head.head.lower_ == "at":  # "put the number of those seen by doctors at 71"
            owner = next((t for t in (owner, *owner.ancestors) if t.lower_ in PUTTING), owner)
        brought = next((o for o in objects(owner) if o.lower_ in words("measured_nouns")), None)
        if brought is not None and head.head.lower_ in ("to", "at"):
            return brought
    elif head.dep_ not in ("attr", "dobj", "acomp", "oprd"):
        return None
    verb = governor(numeral.root)
    if verb is None:
        return None
    found = subject(verb)
    if found is None or found.tag_[:2] != "NN" or verb.lower_ not in words("measure_verbs"):
        return None
    # A sentence that begins with "Turnout" or "Inflation" has it taken for a name now and then.
    named = found.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") and not found.is_sent_start
    return None if named else found


def number_of(noun: Token) -> Token:
    """ "the number of *troops*": what the number is of."""
    if noun.lower_ in ("number", "numbers", "total", "count"):
        for prep in noun.children:
            if prep.lower_ == "of":
                for child in prep.children:
                    if child.dep_ == "pobj" and child.tag_ != "CD":
                        return child
    return noun


def holder(numeral: Tokens, noun: Token | None) -> str:
    """Whose or whom the figure is of: a nationality before the noun, a possessor, or the subject of the clause."""
    anchor = noun or numeral.root
    for child in anchor.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "poss") and child.ent_type_ in ("NORP", "GPE", "ORG", "PERSON"):
            return name_or_noun(child).text
    if noun is not None:
        owner = next((c for c in noun.lefts if c.dep_ == "poss" and c.tag_[:2] == "NN"), None)
        if owner is not None:
            return name_or_noun(owner).text
    verb = governor(anchor)
    if verb is None:
        return ""
    by = next(agents(verb), None)
    if by is not None:
        return name_or_noun(by).text
    found = subject(verb)
    if found is not None and found.lower_ in ("which", "who", "that") and verb.dep_ == "relcl":
        found = verb.head
    if (
        found is None
        or found.i in range(numeral.start, anchor.i + 1)
        or found.lower_ in ("it", "there", "that", "which", "who")
    ):
        return ""
    if found.tag_[:2] != "NN":
        return ""
    if found.lower_ in ("total", "number", "average", "majority", "rest", "group", "figure"):
        return ""
    phrase = name_or_noun(found)
    return "" if any(t.tag_ == "CD" for t in phrase) else phrase.text


def place(numeral: Tokens, noun: Token | None) -> str:
    """Where: the phrase after the noun, or of the clause, that holds the name of a place or a border."""
    anchor = noun or numeral.root
    verb = governor(anchor)
    heads = [anchor] + ([verb] if verb is not None else [])
    doc: Doc = numeral.doc
    for head in heads:
        for prep in head.rights if head is anchor else head.children:
            if prep.dep_ != "prep" or prep.lower_ not in _LOCATIVE:
                continue
            for child in prep.children:
                if child.dep_ == "pobj" and (phrase := _place_phrase(doc, child)):
                    return phrase
    return ""


def _place_phrase(doc: Doc, noun: Token) -> str:
    if noun.lower_ == "front" and noun.nbor(-1).lower_ == "in":
        return ""  # "in front of the base"
    inside = list(noun.subtree)
    known = any(m.type == "place" and m.span.start <= noun.idx < m.span.end for m in doc._.mentions)
    named = known or any(t.ent_type_ in _PLACES or t.ent_type_ == "NORP" for t in inside)
    if noun.lower_ in ("border", "borders", "frontier", "coast", "front", "line", "capital", "region", "area") or (
        named and (noun.ent_type_ in _PLACES or noun.tag_[:3] == "NNP")
    ):
        end = max((t.i for t in inside if t.i - noun.i < 6), default=noun.i)
        tokens = doc[noun.left_edge.i : (end if named else noun.i) + 1]
        cut = next((t.i for t in tokens if (t.text in {",", ";", "(", "."} or t.is_space) and t.i > noun.i), tokens.end)
        text = doc[tokens.start : cut].text.strip()
        return text[4:] if text.lower().startswith("the ") else text
    return ""
