"""Who said a statement, and when, by the best of its quotations."""

from collections import Counter
from collections.abc import Sequence

from generator.corroborate.windows import window
from generator.model import Evidence, QuotationMention, Resolution, Said

_RANK = {"given": 0, "stated": 0, "inferred": 1, "open": 2}


def speaker_of(
    mentions: Sequence[tuple[Evidence, QuotationMention]], resolution: Resolution
) -> tuple[str | None, str | None]:
    """The actor and name most of a statement's quotations have, the first of equals; a person before a state."""
    counts: Counter[tuple[str | None, str]] = Counter()
    for evidence, quotation in mentions:
        if quotation.entity is not None:
            actor = resolution.actor_of.get((evidence.document.id, quotation.entity))
            counts[(actor, evidence.entities[quotation.entity].name)] += 1
    if not counts:
        return None, None
    order = list(counts)
    if len(order) == 1:
        return order[0]
    people = {a.id for a in resolution.actors if a.kind == "person"}
    return min(order, key=lambda s: (s[0] not in people, -counts[s], order.index(s)))


def said_of(mentions: Sequence[tuple[Evidence, QuotationMention]]) -> Said:
    """The best date of a group: stated before inferred, the narrower first, the earlier bound, the earlier source."""

    def rank(item: tuple[Evidence, QuotationMention]) -> tuple[int, int, str, str, str]:
        said = item[1].said
        days = window(said).days
        open_ = days if days is not None else 10**6
        return _RANK[said.basis], open_, said.value or "", said.latest or "", item[0].document.id

    best = (min(mentions, key=rank) if len(mentions) > 1 else mentions[0])[1].said
    return Said(best.value, best.basis, best.reason, None if best.value else best.latest)
