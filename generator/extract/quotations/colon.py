"""What stands after a colon without marks: headlines ("Blinken: Success hinges on Russia") and summaries in prose."""

from spacy.tokens import Token

from generator.extract.quotations.content import Range
from generator.extract.quotations.cues import Cue, could_speak, cue_at, nouns
from generator.extract.quotations.noun_phrase import FINITE, SUBJECTS, Speaker, subject
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.speaker import speaker_of
from generator.lexicons import words
from generator.model import Block, QuotationMention, Span

LONGEST_HEADLINE = 25  # words; a first paragraph longer than that is no headline
LONGEST_NAME = 6


def colon_statements(reading: Reading, found: list[QuotationMention]) -> list[tuple[Range, Speaker, Span, str, str]]:
    """Content, speaker, cue, act and rule of what headlines and sentences say after a colon."""
    made = []
    for number, (block, first, last) in enumerate(reading.blocks):
        headline = block.kind in ("headline", "subheading") or (number == 0 and last - first < LONGEST_HEADLINE)
        colons = [i for i in range(first, last + 1) if _parts(reading.doc[i], headline) and reading.quote[i] < 0]
        if not colons or first >= colons[0]:
            continue
        if headline:
            one = _headline(reading, found, first, colons, last)
        elif colons[-1] == last and number + 1 < len(reading.blocks):
            one = _summary(reading, last, reading.blocks[number + 1])
        else:
            one = _summary(reading, colons[0], (block, colons[0] + 1, last))
        if one is not None:
            made.append(one)
    return made


def _parts(token: Token, headline: bool) -> bool:
    """Whether a mark parts name and clause: a colon, in a headline a dash with a space before it."""
    return token.text == ":" or (headline and token.text in ("-", "–", "—") and token.i > 0 and _spaced(token.nbor(-1)))


def _spaced(token: Token) -> bool:
    return bool(token.whitespace_)


def _headline(
    reading: Reading, found: list[QuotationMention], first: int, colons: list[int], last: int
) -> tuple[Range, Speaker, Span, str, str] | None:
    """ "NAME: clause" or "clause: NAME", where NAME speaks elsewhere in the article.

    A topic looks the same ("Ukraine tension: urgent talks"); that the name is a speaker tells them apart.
    """
    sides = [((first, colons[0] - 1), (colons[0] + 1, last), colons[0])] if reading.doc[colons[0]].text == ":" else []
    sides.append(((colons[-1] + 1, last), (first, colons[-1] - 1), colons[-1]))
    for name, content, colon in sides:
        if not _could_speak(reading, found, name) or not _clause(reading, content):
            continue
        words_of_name = [t.i for t in reading.doc[name[0] : name[1] + 1] if t.text[0].isalnum()]
        span = reading.span(words_of_name[0], words_of_name[-1])
        speaker = Speaker(span, "name beside the colon of a headline", words_of_name[-1])
        return content, speaker, reading.span(colon, colon), "say", "medium"
    return None


def _could_speak(reading: Reading, found: list[QuotationMention], name: Range) -> bool:
    tokens = [t for t in reading.doc[name[0] : name[1] + 1] if t.text[0].isalnum()]
    if not tokens or len(tokens) > LONGEST_NAME or any(t.tag_ in FINITE for t in tokens):
        return False
    if any(reading.quote[t.i] >= 0 or t.pos_ == "VERB" for t in tokens) and len(tokens) > 1:
        return False
    surname = tokens[-1].text
    if len(tokens) == 1 and surname.lower() in words("sections"):
        return False  # "Analysis: Will it rain?"
    if surname.lower() in words("speaking_people") or surname.lower() in words("speaking_documents"):
        return True
    spoken = (reading.text[q.speaker.start : q.speaker.end] for q in found if q.speaker is not None)
    return surname[0].isupper() and any(surname in s.split() for s in spoken)


def _clause(reading: Reading, content: Range) -> bool:
    tokens = [t for t in reading.doc[content[0] : content[1] + 1] if t.text[0].isalnum()]
    # The parse takes many a headline's verb for a noun ("talks hinge on trust"), so five words will do.
    return len(tokens) >= 5 or (len(tokens) == 4 and any(t.pos_ in ("VERB", "AUX") for t in tokens))


def _summary(
    reading: Reading, colon: int, where: tuple[Block, int, int]
) -> tuple[Range, Speaker, Span, str, str] | None:
    """ "Blinken made serious reproaches to Moscow: Russia had invaded two countries".

    `where` is the rest of the paragraph, or the next one where the colon ends its own.
    """
    _, first, last = where
    if first > last or any(reading.quote[i] >= 0 for i in range(first, min(first + 2, last) + 1)):
        return None
    end, start = first, reading.sentence_at(colon)[0]
    while end < last and reading.doc[end].tag_ != ".":
        end += 1
    if reading.block[first] != reading.block[colon]:
        end = last
    content = reading.doc[first : end + 1]
    if len(content) < 5 or not any(t.dep_ in SUBJECTS and t.tag_[0] != "W" for t in content):
        return None
    if not any(t.tag_ in FINITE and t.text[0].islower() for t in content):  # "The Doctor: My Patients Were Kings"
        return None
    same = reading.block[content[0].i] == reading.block[colon]
    for token in reversed(reading.doc[start:colon]):
        cue = next(iter(cue_at(token)), None)
        noun = nouns().get(token.lower_)
        if cue is not None and _leads_to(cue, same):
            speaker = speaker_of(token, reading)
            act = cue.verb.act
        elif noun is not None and same and token.dep_ == "dobj" and subject(token.head) is not None:
            if next(cue_at(token.head), None) is not None:
                continue  # "rejected the offer: it was too low" is no offer
            speaker, act = _holder(token, reading), noun.act
        else:
            continue
        if speaker is not None:
            return (content[0].i, end), speaker, reading.span(token.i, token.i), act, "low"
    return None


def _leads_to(cue: Cue, same: bool) -> bool:
    """Whether what stands behind a colon, in the same paragraph or the next, may be what somebody says: the verb
    governs nothing else, or a few words of it ("pleaded for patience: the team had just begun")."""
    token, own = cue.token, subject(cue.token)
    governed = {c.dep_ for c in token.children if c.i > token.i}
    if not governed & {"ccomp", "dobj"} and cue.verb.frames & ({"s"} if same else {"q"}):
        return True
    if not same or "ccomp" in governed or token.tag_ not in FINITE or own is None or own.i > token.i:
        return False
    return own.tag_ in ("PRP", "NNP") or could_speak(own)


def _holder(noun: Token, reading: Reading) -> Speaker | None:
    found = speaker_of(noun.head, reading)
    return Speaker(found.span, "subject of the verb that holds the noun", found.head) if found else None
