"""Who speaks together without being named there: "the foreign ministers of France and Germany"."""

from generator.lexicons import roles
from generator.lexicons.roles import Office
from generator.model import Evidence, Mention, Span
from generator.resolve.chains import Chain, Chains


def holders(chains: Chains, mention: Mention, evidence: Evidence, span: Span | None) -> list[Chain]:
    """The people of the text who hold an office that a speaker's phrase (at `span`) in the plural gives to several
    states; all of them, or none where the text leaves one of them out."""
    noun = roles.noun(mention.head)
    if mention.number != "plural" or noun is None or not noun.plural or span is None:
        return []
    phrase = evidence.document.text[span.start : span.end]
    wanted = roles.office(phrase.replace(mention.head, noun.singular))
    if len(wanted.states) < 2:
        return []
    found = []
    for code in sorted(wanted.states):
        people = [c for c in chains.all if c.named and c.person and any(_holds(o, wanted, code) for o in c.offices)]
        if len(people) != 1:
            return []
        found += people
    return found


def _holds(held: Office, wanted: Office, code: str) -> bool:
    named = held.name == wanted.name or (held.head == wanted.head and wanted.words <= held.words)
    return named and held.states == {code} and held.rank == wanted.rank
