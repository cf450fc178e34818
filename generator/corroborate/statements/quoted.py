"""Quotations made ready for comparison: who says them, in what words, when and on what occasion."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.corroborate.events.occurrences import acts_for
from generator.corroborate.figures.amounts import Amount, amounts
from generator.corroborate.ids import words_at
from generator.corroborate.statements.occasions import occasions
from generator.corroborate.windows import Window, window
from generator.corroborate.wording import Wording, likeness, recalls, wording
from generator.model import Evidence, Key, QuotationMention, Resolution
from generator.remembered import Remembered

# A headline's quotation is as like the text's as two quotations of one utterance (see `statements`).
_SAME = 0.45
_AUTHOR = frozenset({"me", "us", "this newspaper", "this paper", "this magazine", "this reporter"})
_SELF = frozenset({"i", "me", "my", "we", "us", "our", "i'm", "we're", "i've", "we've", "i'll", "we'll"})
_AGAIN = frozenset({"repeated", "repeats", "reiterated", "reiterates", "reaffirmed"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation ready for comparison."""

    key: Key
    speaker: str
    wording: Wording
    direct: bool
    said: Window
    published: Window
    occasions: frozenset[str]
    denial: bool
    amounts: tuple[Amount, ...] = ()
    # the words for a speaker who is no actor ("the union man"), None for one who is
    described: frozenset[str] | None = None
    # whether the speaker is one person, as far as the words say: not "officials", not "the government"
    person: bool = True
    # whether they were said to the author alone: "told me"
    to_author: bool = False
    # whether they are told as said once more: "repeated that he would not go", "we still owe nothing"
    again: bool = False
    # whether they are of earlier words (see `wording.recalls`)
    recalls: bool = False
    # whether the speaker speaks of themselves: "I sold people a story"
    of_self: bool = False
    # whether no name stands for the speaker there: "he", "the minister"
    doubtful: bool = False
    # whether the article copies it from another, where words may have been put for others
    copied: bool = False


def quoted(
    evidence: Sequence[Evidence], resolution: Resolution, originals: Mapping[Key, Key], before: Remembered
) -> dict[Key, Quoted]:
    """Every quotation. `originals` leads from a copy's quotation to the one it copies, whose speaker, day and occasion
    it takes, unless both are known and differ; where only the copy's speaker is known, the original takes that.
    `before`: what was found in articles with the same `speakers`."""
    acting = acts_for(resolution.actors)
    known = {actor.id: actor.kind for actor in resolution.actors if actor.named}

    def of_one(e: Evidence) -> Iterator[Quoted]:
        return _headlines_spoken(e, list(_quoted(e, resolution, known)), acting)

    found = {q.key: q for several in before.each("quoted", of_one, evidence) for q in several}
    for copy, original in originals.items():
        if found[original].speaker not in known and found[copy].speaker in known:
            found[original] = replace(
                found[original], speaker=found[copy].speaker, described=None, person=found[copy].person
            )
    for copy, original in originals.items():
        first = found[original]
        if {first.speaker, found[copy].speaker} <= known.keys() and first.speaker != found[copy].speaker:
            continue  # two people who say much the same at one place of a text somebody changed
        found[copy] = replace(
            found[copy],
            speaker=first.speaker,
            described=first.described,
            person=first.person,
            said=first.said,
            published=first.published,
            occasions=first.occasions,
            copied=True,
        )
    return found


def speakers(evidence: Sequence[Evidence], resolution: Resolution) -> dict[str, object]:
    """Who says the quotations of each article: with its own findings all that they are compared by."""
    acting = acts_for(resolution.actors)
    known = {actor.id: actor.kind for actor in resolution.actors if actor.named}

    def told(actor: str) -> object:
        return actor, known.get(actor), sorted(acting.get(actor, ()))

    return {
        e.document.id: [told(resolution.actor(e.document.id, q.entity) or "") for q in e.quotations] for e in evidence
    }


def _quoted(evidence: Evidence, resolution: Resolution, known: Mapping[str, str]) -> Iterator[Quoted]:
    text, source = evidence.document.text, evidence.document.id
    published = window(evidence.document.published)
    last: dict[int | None, frozenset[str]] = {}
    for index, quotation in enumerate(evidence.quotations):
        actor = resolution.actor(source, quotation.entity)
        if actor is None and quotation.entity is not None:
            # Without an actor, one speaker is the same in one document only, or under the same words elsewhere.
            actor = f"{source} {quotation.entity}"
        speaker = actor or f"{source} ? {index}"
        # An article names the occasion once; what its speaker says further on was said there too.
        here = occasions(evidence, quotation) or last.get(quotation.entity, frozenset())
        if quotation.entity is not None:
            last[quotation.entity] = here
        yield Quoted(
            key=(source, index),
            speaker=speaker,
            wording=(read := wording(words_at(text, quotation.spans))),
            direct=quotation.kind == "direct",
            said=window(quotation.said),
            published=published,
            occasions=here,
            denial="denial" in quotation.flags or "negated" in quotation.flags,
            amounts=amounts(evidence, index),
            described=None if actor in known else _words_for(evidence, quotation),
            person=known[actor] == "person"
            if actor is not None and actor in known
            else _one_person(evidence, quotation),
            again="still" in read.tokens
            or any(_told_again(evidence, q) for q in _with_the_one_before(evidence, index)),
            to_author=words_at(text, [quotation.addressee] if quotation.addressee else []).casefold() in _AUTHOR,
            recalls=recalls(read),
            of_self=quotation.kind == "direct" and not _SELF.isdisjoint(read.tokens),
            doubtful=not _named(evidence, quotation),
        )


def _named(evidence: Evidence, quotation: QuotationMention) -> bool:
    """Whether a name stands for the speaker beside the words."""
    span = quotation.speaker
    inside = (m for m in evidence.mentions if span and span.start <= m.span.start and m.span.end <= span.end)
    return any(m.kind == "name" for m in inside)


def _told_again(evidence: Evidence, quotation: QuotationMention) -> bool:
    return words_at(evidence.document.text, [quotation.cue] if quotation.cue else []).casefold() in _AGAIN


def _with_the_one_before(evidence: Evidence, index: int) -> Sequence[QuotationMention]:
    """A quotation, and the one before it of the same speaker in the same paragraph."""
    one, before = evidence.quotations[index], evidence.quotations[max(index - 1, 0)]
    near = "\n" not in evidence.document.text[before.spans[0].start : one.spans[0].start]
    return (before, one) if one.entity is not None and one.entity == before.entity and near else (one,)


def _one_person(evidence: Evidence, quotation: QuotationMention) -> bool:
    span = quotation.speaker
    if span is None:
        return True
    here = [m for m in evidence.mentions if span.start <= m.span.start and m.span.end <= span.end]
    # the phrase's own mention is its longest: "an official with the Red Cross"
    mention = max(here, key=lambda m: m.span.end - m.span.start, default=None)
    return mention is None or (mention.type in ("person", "unknown") and mention.number != "plural")


def _words_for(evidence: Evidence, quotation: QuotationMention) -> frozenset[str]:
    """The content words for a quotation's speaker: none for a pronoun."""
    spans = [quotation.speaker] if quotation.speaker else []
    return wording(words_at(evidence.document.text, spans)).content


def _headlines_spoken(e: Evidence, quoted: Sequence[Quoted], acting: Mapping[str, frozenset[str]]) -> Iterator[Quoted]:
    """The quotations, those of a headline under who says them in the text: "US warns" is its minister's warning."""
    headlines = [b.span for b in e.document.blocks if b.kind in ("headline", "subheading")]
    for one in quoted:
        start = e.quotations[one.key[1]].spans[0].start
        if not any(span.start <= start < span.end for span in headlines):
            yield one
            continue
        spoken = [
            (likeness(one.wording, other.wording), other.speaker)
            for other in quoted
            if one.speaker in acting.get(other.speaker, frozenset())
        ]
        best = max(spoken, default=(0.0, ""))
        yield replace(one, speaker=best[1], described=None) if best[0] >= _SAME else one
