"""What the documents have in common and where they differ: statements, events, conflicts, copies."""

from collections.abc import Sequence

from generator.corroborate.conflicts import conflicts_of_facts, conflicts_of_words, happened_in, named, named_in
from generator.corroborate.events.joined import Gathered, events
from generator.corroborate.ids import figure_ids, quotation_ids
from generator.corroborate.statements.joined import Grouped, statements
from generator.corroborate.stories import stories_of
from generator.corroborate.syndication.aligned import aligned as originals_of
from generator.corroborate.syndication.copies import copies, with_shingles
from generator.corroborate.syndication.swapped import Swaps, swapped
from generator.corroborate.wording import forget
from generator.model import DEED, Conflict, Copies, Corroboration, Evidence, Resolution
from generator.parallel import Both, in_turn
from generator.remembered import NOTHING, Remembered

__all__ = ["copies", "corroborate", "with_shingles"]


def corroborate(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    copied: Sequence[Copies] | None = None,
    both: Both = in_turn,
    known: Remembered = NOTHING,
) -> Corroboration:
    """Compare all evidence: which quotations are one statement, which mentions one event, what contradicts what, and
    which sources copy which. The order of `evidence` has no influence. `copied` is what `copies` finds, where that is
    known; `both` does what is said and what happened, of which neither needs the other; `known` has what earlier runs
    found in the same articles."""
    evidence = sorted(evidence, key=lambda e: e.document.id)
    quotation_id, figure_id = quotation_ids(evidence), figure_ids(evidence)
    copied = copies(evidence) if copied is None else tuple(copied)
    named_alone = resolution.of_names()
    as_read, known = known, known.seen(named_in(evidence, named_alone))
    told = stories_of(evidence, named_alone, known)

    def words() -> tuple[Grouped, list[Conflict], Swaps]:
        originals = originals_of(evidence, copied, as_read)
        said = statements(evidence, resolution, copied, originals, quotation_id, told, as_read)
        clashing = conflicts_of_words(evidence, named_alone, said.statements, copied, quotation_id, told, known)
        swaps = swapped(evidence, originals)
        forget()  # what happened is told in other words
        return said, clashing, swaps

    def facts() -> tuple[Gathered, list[Conflict]]:
        happened = events(evidence, named_alone, told, copied, known)
        known_kinds = [event for event in happened.events if event.type != DEED]
        seen = known.seen(happened_in(evidence, known_kinds, happened.said_of))
        clashing = conflicts_of_facts(
            evidence, named_alone, known_kinds, happened.said_of, copied, figure_id, told, seen
        )
        return happened, clashing

    (said, of_words, swaps), (happened, of_facts) = both(words, facts)
    forget()  # nothing is compared after this
    return Corroboration(
        statements=said.statements,
        events=happened.events,
        conflicts=named([*of_facts, *of_words]),
        copies=copied,
        quotation_id=quotation_id,
        statement_of=said.of,
        figure_id=figure_id,
        event_of=happened.of,
        swapped=swaps,
    )
