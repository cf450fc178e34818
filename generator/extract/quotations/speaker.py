"""Who speaks: from the cue to the noun phrase that is its subject, with the name of the rule that found it."""

from spacy.tokens import Token

from generator.extract.quotations.cues import made_known, nouns, taken_for_noun, verbs
from generator.extract.quotations.inversion import inverted, trailing
from generator.extract.quotations.noun_phrase import SUBJECTS, Speaker, is_passive, phrase, quoter_of, subject
from generator.extract.quotations.reading import Reading
from generator.lexicons import words
from generator.model import Span

_COMMAS = frozenset([",", "—", "–", "-", "”", '"', "''", "’"])
_RELATIVE = frozenset({"who", "which", "that", "whom"})
FARTHEST_GOVERNOR = 15  # tokens back from "adding" to "he said"


def speaker_of(cue: Token, reading: Reading, depth: int = 0) -> Speaker | None:
    """Whoever the cue verb says is speaking: its subject, its agent, or the subject it shares with another verb."""
    if made_known(cue):
        return speaker_of(cue.head, reading, depth + 1)
    passive = is_passive(cue)
    if passive or _bare_participle(cue):
        agent = next((p for c in cue.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
        return phrase(agent, reading, "agent of a passive") if agent is not None else None
    own = subject(cue)
    named = trailing(cue, reading)
    if named is not None:
        return Speaker(reading.span(*named), "names before the cue", named[1])
    turned = inverted(cue, reading)
    if turned is not None:
        return phrase(turned, reading, "subject after the cue")
    if own is None and taken_for_noun(cue):
        return _names_before(cue, reading)
    if own is not None:
        if own.lower_ in _RELATIVE and own.tag_ in ("WP", "WDT", "IN"):
            return _antecedent(own, cue, reading)
        return phrase(own, reading, "subject", stop=cue.i if own == cue.head else None)
    head = cue.head
    if cue.dep_ == "compound" and head.i > cue.i:
        name = Speaker(reading.span(cue.i + 1, head.i), "subject after the cue", head.i)
        return name if head.pos_ == "PROPN" else None
    if depth > 4 or head.i == cue.i:
        return nearest(cue, reading)
    if cue.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        first = _first_cue(cue)
        if first is not None:
            found = speaker_of(first, reading, depth + 1)
            return Speaker(found.span, "shared subject", found.head) if found else None
        return _shared(head, reading, depth, "shared subject")
    if cue.dep_ == "advcl" and cue.tag_ == "VBG" and cue.left_edge.i > 0:
        found = _goes_on(cue, reading, depth)
        if found is not None:
            return found
    if cue.dep_ in ("xcomp", "advcl", "ccomp") and head.pos_ == "ADJ" and subject(head) is None:
        return _governing(cue, reading, depth)  # "were likely to say"
    if cue.dep_ in ("xcomp", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _shared(head, reading, depth, "subject of the governing verb")
    if cue.dep_ == "acl" and cue.tag_ == "VBG" and (head.dep_ not in ("dobj", "pobj") or _speaks(head)):
        return phrase(head, reading, "noun the participle belongs to")
    if cue.dep_ == "relcl" and cue.tag_ != "VB":
        return nearest(cue, reading) or phrase(head, reading, "antecedent")
    quoter = quoter_of(cue)
    if quoter is not None:
        quoted = next((c for c in quoter.children if c.dep_ == "dobj"), None)
        return phrase(quoted, reading, "who is quoted", stop=cue.i - 1) if quoted is not None else None
    if cue.tag_ in ("VBG", "VB"):
        return _governing(cue, reading, depth)
    return nearest(cue, reading)


def _names_before(cue: Token, reading: Reading) -> Speaker | None:
    """The names before a verb, or before what stands between two dashes or commas before it."""
    doc, low = cue.doc, reading.sentence_at(cue.i)[0]
    last = cue.i - 1
    if not doc[last].text[0].isalnum():
        last = next((i - 1 for i in range(last - 1, low, -1) if doc[i].text in (doc[last].text, "(")), low)
    first = last + 1
    while first > low and doc[first - 1].pos_ in ("PROPN", "NOUN", "DET", "ADJ"):
        first -= 1
    return Speaker(reading.span(first, last), "names before the cue", last) if first <= last else None


def _bare_participle(cue: Token) -> bool:
    """ "Asked whether he would resign, the minister replied": who asks is not said."""
    if cue.tag_ != "VBN" or cue.dep_ not in ("advcl", "acl") or subject(cue) is not None:
        return False
    return not any(c.dep_ == "aux" for c in cue.children)


def _speaks(noun: Token) -> bool:
    """Whether a noun itself speaks in "with Maddow asking", "a statement saying"."""
    if noun.ent_type_ == "PERSON" or (noun.dep_ == "pobj" and noun.head.lower_ == "with"):
        return True
    return noun.lower_ in words("speaking_documents") or noun.lower_ in nouns()


def _governing(cue: Token, reading: Reading, depth: int) -> Speaker | None:
    """The subject of the next verb above a participle or an infinitive."""
    at = cue.head
    while at.head.i != at.i and at.pos_ not in ("VERB", "AUX"):
        at = at.head
    if at.pos_ not in ("VERB", "AUX") or at.i == cue.i:
        return _said_before(cue, reading, depth) if cue.tag_ == "VBG" else None
    return _shared(at, reading, depth, "subject of the governing verb")


def _earlier(cue: Token, reading: Reading) -> Speaker | None:
    """The subject of the clause before a conjunction: "cut its forecast, but said demand was strong"."""
    for token in reversed(cue.doc[cue.sent.start : cue.i]):
        if token.dep_ in SUBJECTS and reading.quote[token.i] < 0 and token.head.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            return phrase(token, reading, "shared subject", stop=cue.i)
    return None


def _finite(cue: Token) -> bool:
    return cue.tag_ in ("VBD", "VBZ", "VBP") or (cue.tag_ == "VBN" and any(c.dep_ == "aux" for c in cue.children))


def _light(token: Token) -> bool:
    return token.pos_ in ("ADV", "AUX", "PART", "PUNCT", "CCONJ") or token.dep_ == "aux"


def nearest(cue: Token, reading: Reading) -> Speaker | None:
    """The noun phrase right before a finite cue, over what stands between commas: for parses that lost the subject."""
    at = cue.i - 1
    while at >= 0 and reading.block[at] >= 0 and _light(reading.doc[at]):
        if reading.doc[at].text in ".?!:;":
            return None
        if reading.doc[at].lower_ in ("but", "and", "however", "yet"):
            return _earlier(cue, reading)
        at -= 1
        if at >= 0 and reading.doc[at].tag_ in ("VBD", "VBZ", "VBP") and reading.doc[at].dep_ != "aux":
            return _earlier(cue, reading)  # "paused, then revealed"
        if at >= 0 and reading.doc[at].dep_ == "npadvmod" and reading.doc[at].i < cue.i:
            at = reading.doc[at].left_edge.i - 1  # "last week said"
    if at < 0 or not _finite(cue) or reading.sentence[at] != reading.sentence[cue.i]:
        return None
    token, best, apposed = reading.doc[at], None, None
    while reading.quote[token.i] < 0:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ != "poss":
            best = token
        if token.dep_ == "appos" or (token.dep_ == "conj" and token.pos_ == "PROPN" and token.head.dep_ == "pobj"):
            apposed = token
        if token.head.i >= cue.i or token.head.i == token.i:
            if token.dep_ == "prep" and apposed is not None:
                best = apposed  # "In a letter to the board, the chairwoman, Ada Moss, said": nobody's board speaks
            break
        token = token.head
    return phrase(best, reading, "noun phrase before the cue", stop=cue.i) if best is not None else None


def _goes_on(cue: Token, reading: Reading, depth: int) -> Speaker | None:
    """Who speaks in "denied that it was late, explaining that …": the subject of the reporting verb highest above."""
    before = cue.left_edge.nbor(-1)
    if before.text not in _COMMAS and not before.is_space:
        return None
    best, at = None, cue
    while at.head.i != at.i and at.head.i < cue.i:
        at = at.head
        if at.lower_ in verbs() and at.pos_ in ("VERB", "AUX") and reading.quote[at.i] < 0:
            best = at
    if best is None and reading.quote[cue.head.i] >= 0:
        return _said_before(cue, reading, depth)
    if best is None:
        return None
    found = speaker_of(best, reading, depth + 1)
    return Speaker(found.span, "subject of the governing verb", found.head) if found else None


def _said_before(cue: Token, reading: Reading, depth: int) -> Speaker | None:
    """Whoever the reporting verb a little before names: "he added, before joking"."""
    near = range(cue.i - 1, max(cue.i - FARTHEST_GOVERNOR, 0), -1)
    found = (cue.doc[i] for i in near if cue.doc[i].lower_ in verbs() and cue.doc[i].tag_[0] == "V")
    verb = next((t for t in found if reading.quote[t.i] < 0), None)
    if verb is None or reading.block[verb.i] != reading.block[cue.i]:
        return None
    speaker = speaker_of(verb, reading, depth + 1)
    return Speaker(speaker.span, "subject of the cue before", speaker.head) if speaker else None


def _shared(head: Token, reading: Reading, depth: int, rule: str) -> Speaker | None:
    own = subject(head)
    if own is not None:
        if own.lower_ in _RELATIVE and own.tag_ in ("WP", "WDT", "IN"):
            return _antecedent(own, head, reading)
        return phrase(own, reading, rule)
    found = speaker_of(head, reading, depth + 1)
    return Speaker(found.span, rule, found.head) if found else None


def joined_cue(clause: Token, cue: Token) -> Token | None:
    """A reporting verb the parse joined to the reported clause though it goes on with the cue.

    It has the cue's form and no subject of its own.
    """
    at = clause
    while True:
        following = next((c for c in at.children if c.dep_ == "conj" and c.i > at.i), None)
        if following is None:
            return _participle(at, cue)
        if following.tag_ == cue.tag_ and following.lower_ in verbs() and subject(following) is None:
            return following
        at = following


def _participle(clause: Token, cue: Token) -> Token | None:
    """A participle after a comma that goes on with the cue: "said the bridge was safe, pointing to the report"."""
    for child in clause.children:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > clause.i and child.lower_ in verbs():
            edge = child.left_edge
            if edge.i > 0 and edge.nbor(-1).text in _COMMAS:
                return child
    return None


def _first_cue(second: Token) -> Token | None:
    """The cue whose reported clause a second cue was joined to."""
    clause = second.head
    while clause.dep_ == "conj":
        clause = clause.head
    cue = clause.head
    if clause.dep_ == "ccomp" and cue.i < clause.i and cue.lower_ in verbs() and joined_cue(clause, cue) is not None:
        return cue
    return None


def _antecedent(relative: Token, cue: Token, reading: Reading) -> Speaker | None:
    """The noun a relative clause belongs to; the phrase ends with the relative pronoun itself."""
    clause = cue
    while clause.dep_ in ("conj", "xcomp", "ccomp", "aux") and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ != "relcl" or clause.head.i > relative.i:
        return phrase(relative, reading, "relative pronoun")
    noun = clause.head
    if relative.lower_ == "who" and noun.ent_type_ in ("GPE", "LOC") and noun.dep_ == "pobj":
        whose = noun.head.head  # "Mr Brandt, of Leeds, who denies": a place is nobody
        noun = whose if whose.pos_ in ("PROPN", "NOUN") and whose.ent_type_ not in ("GPE", "LOC") else noun
    found = phrase(noun, reading, "antecedent", stop=relative.i)
    return Speaker(Span(found.span.start, relative.idx + len(relative)), found.rule, found.head) if found else None
