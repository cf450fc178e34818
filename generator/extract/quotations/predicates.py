"""Noun phrases as content: "announced a recall", "called for calm", "called the ruling a stain"."""

from spacy.tokens import Token

from generator.extract.quotations.content import Complement, Range, extent, letters_outside_passages
from generator.extract.quotations.cues import Cue, verbs
from generator.extract.quotations.noun_phrase import is_passive
from generator.extract.quotations.reading import Reading
from generator.lexicons import roles, words

_CLAUSES = frozenset({"ccomp", "xcomp"})
_POINTING = frozenset({"that", "this", "it", "him", "her", "them"})
_JOINED = frozenset({"for", "as", "of", "to", "against", "including"})


def phrase_complement(cue: Cue, reading: Reading) -> Complement | None:
    """Noun phrases and prepositional phrases as content: "announced a recall", "called for calm"."""
    found = _phrase_complement(cue, reading)
    if found is None or found.frame in ("call", "as"):
        return found
    first, last = found.ranges[-1]
    for child in cue.token.children:
        marked = any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "should") for c in child.children)
        if child.dep_ == "advcl" and marked and child.left_edge.i == last + 1:
            last = child.right_edge.i  # "warned of grave consequences if they crossed the border"
    return Complement(((first, last),), found.frame, found.addressee)


def _phrase_complement(cue: Cue, reading: Reading) -> Complement | None:
    token, frames = cue.token, cue.verb.frames
    right = [c for c in token.children if c.i > token.i]
    if any(c.lower_ == "as" and any(p.dep_ == "pcomp" and cue_at_form(p) for p in c.children) for c in right):
        return None  # "quoted Lavrin as saying": what is said hangs on "saying"
    if "call" in frames or "as" in frames:
        found = _predicate(cue, reading, right)
        if found is not None:
            return found
    addressed = "a" in frames and "n" not in frames
    addressee = next((c for c in right if c.dep_ == "dobj" and addressed), None)
    for frame in sorted((f for f in frames if f.startswith("p:")), key=lambda f: (not f.endswith("-as"), f)):
        preposition, _, rest = frame[2:].partition("-")
        for child in right:
            if child.dep_ in ("prep", "dative", "agent") and child.lower_ == preposition:
                inside = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
                if inside is None or inside.ent_type_ in ("DATE", "TIME"):
                    continue  # "called a strike for Saturday"
                first, last = inside.left_edge.i, child.right_edge.i  # "spoke of ice and of fog"
                if rest == "as":
                    found = _told_as(reading, inside, [*right, *inside.subtree], token)
                    if found is None:
                        continue
                    return found
                if rest == "to":
                    infinitive = next((c for c in right if c.dep_ in _CLAUSES | {"advcl"} and c.i > inside.i), None)
                    if infinitive is None:
                        continue
                    last, addressee = infinitive.right_edge.i, inside
                return Complement(((first, last),), frame, addressee)
    for frame in sorted(f for f in frames if f.startswith("n:")):
        thing = next((c for c in right if c.dep_ == "dobj"), None)
        near = [*right, *(c for t in (thing, *(p for p in thing.subtree)) for c in t.children)] if thing else right
        link = next((c for c in near if c.dep_ == "prep" and c.lower_ == frame[2:]), None)
        if thing is not None and link is not None and any(t.like_num for t in link.subtree):
            return Complement(((max(thing.left_edge.i, token.i + 1), link.right_edge.i),), frame)
    thing = next((c for c in right if c.dep_ == "dobj"), None)
    if "num" in frames and thing is not None and any(t.like_num for t in thing.subtree):
        first, last = extent(thing, after=token.i)
        for child in right:
            if child.dep_ == "prep" and child.left_edge.i == last + 1:
                last = child.right_edge.i
        return Complement(((first, last),), "num")
    if thing is not None and frames & {"n", "nt"} and thing.tag_ != "WP" and ("n" in frames or not _is_somebody(thing)):
        first, last = extent(thing, after=token.i)
        if cue.verb.base == "find" and reading.quote[first] < 0 and reading.quote[min(first + 1, last)] < 0:
            return None  # who finds a body tells of it elsewhere; who finds “no evidence” says so
        for child in right:
            joined = child.dep_ in ("oprd", "xcomp") or (child.dep_ == "prep" and child.lower_ in _JOINED)
            joined = joined or (cue.verb.base == "show" and child.dep_ in ("prep", "acl", "advmod", "advcl"))
            if joined and child.i > thing.i and child.left_edge.i == last + 1:
                last = child.right_edge.i
        return Complement(((first, _and_whether(reading, last)),), "n")
    return None


def _told_as(reading: Reading, thing: Token, near: list[Token], cue: Token) -> Complement | None:
    """ "referred to the leak as an incident": thing and predicate, the quoted predicate alone."""
    link = next((c for c in near if c.dep_ == "prep" and c.lower_ == "as" and c.i > thing.i), None)
    if link is None or link.right_edge.i == link.i:
        return None
    return _quoted_or_all(reading, thing, (link.i + 1, link.right_edge.i), "as", cue)


def _is_somebody(token: Token) -> bool:
    """Whether a noun phrase is of people: who dismisses, confirms or recalls them acts and says nothing."""
    if token.ent_type_ == "PERSON" or (token.tag_ == "PRP" and token.lower_ != "it"):
        return True
    if roles.noun(token.text) is not None or token.lower_ in words("person_roles"):
        return True
    return any(m.type == "person" and m.span.start <= token.idx < m.span.end for m in token.doc._.mentions)


def _is_post(token: Token) -> bool:
    """ "dismissed him as manager" tells a post, "dismissed him as a crank" a view."""
    return roles.noun(token.text) is not None and all(c.dep_ != "det" for c in token.children)


def _and_whether(reading: Reading, last: int) -> int:
    """The end of a clause joined to a noun phrase: "concern over the talks and whether they would help"."""
    doc = reading.doc
    if (
        last + 3 >= len(doc)
        or doc[last + 1].dep_ != "cc"
        or doc[last + 2].lower_ not in ("whether", "that", "how", "why")
    ):
        return last
    verb = doc[last + 2]
    while verb.head.i > last + 2 and verb.head.left_edge.i >= last + 1:
        verb = verb.head
    return max(last, verb.right_edge.i)


def _predicate(cue: Cue, reading: Reading, right: list[Token]) -> Complement | None:
    """ "called the ruling a stain", "described the blast as": the quoted predicate alone, else thing and predicate."""
    token, frames = cue.token, cue.verb.frames
    thing = next((c for c in right if c.dep_ in ("dobj", "nsubj")), None)
    if "as" in frames:
        link = next((c for c in right if c.dep_ == "prep" and c.lower_ == "as"), None)
        said = next(iter([c for c in link.children if c.i > link.i]), None) if link is not None else None
        if "nt" in frames and said is not None and _is_post(said):
            return None
        if link is not None and said is not None:
            first, last = extent(said, after=link.i)
            return _quoted_or_all(reading, thing, (first, last), "as", token)
    if "call" in frames and not any(c.dep_ == "prep" and c.lower_ in ("on", "for", "upon") for c in right):
        said = next((c for c in right if c.dep_ in ("oprd", "ccomp", "xcomp", "attr")), None)
        direct = next((c for c in right if c.dep_ == "dobj" and reading.quote[c.i] >= 0), None)
        pointing = token.i + 2 < len(reading.doc) and reading.doc[token.i + 1].lower_ in _POINTING
        if said is None and direct is not None and reading.quote[token.i + 1 + pointing] >= 0:
            return _quoted_or_all(reading, None, extent(direct, after=token.i + pointing), "call", token)
        if said is not None:
            first, last = extent(said, after=token.i)
            quoted = _quoted_predicate(reading, token) if not is_passive(token) else None
            if quoted is not None and last < quoted.ranges[0][0] <= last + 2:
                return quoted  # "called Reed a “liar”": the parse took Reed for what he is called
            within = next((c for c in right if c.dep_ == "prep" and c.left_edge.i == last + 1), None)
            if within is not None and (said.tag_ == "JJS" or within.lower_ in _JOINED):
                last = within.right_edge.i  # "called it the worst in 17 years", "an affront to us all"
            small = next((c for c in said.children if c.dep_ in ("nsubj",) and c.i < said.i), None)
            if small is not None and thing is None and small.i > token.i:
                thing, first = small, small.right_edge.i + 1
            end = reading.ranges[reading.quote[said.i]][1] if reading.quote[said.i] >= 0 else last
            if any(t.lower_ in words("occasions_of_saying") for t in reading.doc[end + 1 : last + 1]):
                last = end  # "called it “a disaster” in an interview"
            return _quoted_or_all(reading, thing, (first, last), "call", token)
    quality = next((c for c in thing.rights if c.dep_ in ("amod", "acomp")), None) if thing is not None else None
    if thing is not None and quality is not None and reading.quote[quality.i] < 0 and "call" in frames:
        return Complement(((max(thing.left_edge.i, token.i + 1), quality.right_edge.i),), "call")
    if thing is not None and not is_passive(token):
        return _quoted_predicate(reading, token)
    return None


def cue_at_form(token: Token) -> bool:
    """Whether a token has the form of a cue of quoting."""
    return any("q" in v.frames for v in verbs().get(token.lower_, ()))


def _quoted_predicate(reading: Reading, cue: Token) -> Complement | None:
    """A quoted predicate the parse did not see: "called their son “a hero of the town.”"."""
    doc, i = reading.doc, cue.i + 1
    end = min(i + 25, len(doc) - 1)
    best = None
    while i < end and doc[i].text not in (",", ";", ":") and not doc[i].is_sent_start:
        if reading.quote[i] >= 0:
            first, last = reading.ranges[reading.quote[i]]
            article = doc[first - 1].lower_ in ("a", "an") and doc[first - 2].pos_ in ("NOUN", "PROPN", "PRON")
            if article and first > cue.i + 2:
                best = (first - 1, last)
            elif doc[first - 1].tag_ not in ("DT", "POS", "IN", "PRP$", "JJ", "CC") and first > cue.i + 1:
                best = (first, last)
            i = last
        i += 1
    return Complement((best,), "call") if best is not None else None


def _quoted_or_all(reading: Reading, thing: Token | None, said: Range, frame: str, cue: Token) -> Complement | None:
    first, last = said
    if reading.doc[first].lower_ in _POINTING and first < last and reading.quote[first + 1] >= 0:
        first += 1  # "called that “a story”"
    while first <= last and reading.quote[first] < 0 and not reading.doc[first].text[0].isalnum():
        first += 1
    if first > last:
        return None
    if reading.quote[first] >= 0 and letters_outside_passages(reading, (first, last)) == 0:
        return Complement(((first, last),), frame)
    if thing is not None and thing.i < first:
        first = max(thing.left_edge.i, cue.i + 1)
    return Complement(((first, last),), frame)
