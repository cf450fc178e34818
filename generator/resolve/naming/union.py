"""Brussels, where it acts for the European Union that the text names, itself or by one of its bodies."""

from generator.resolve.chains import Chains
from generator.resolve.naming.body_names import organisation_key

_UNION = ("eu", "european union")
_BODIES = ("european commission", "european council", "european parliament")


def stands_for_a_union(chains: Chains, index: int) -> bool:
    """Whether "Brussels" acts for the European Union: the text names it or its Commission."""
    if chains.mentions[index].text != "Brussels":
        return False
    return any(m.type == "organisation" and organisation_key(m.text) in (*_UNION, *_BODIES) for m in chains.mentions)


def link_union(chains: Chains, indexes: list[int]) -> None:
    """Put "Brussels", where it acts for the European Union, with the Union."""
    for index in indexes:
        body = next((c for c in chains.all if organisation_key(c.name) in _UNION), None)
        body = body or chains.new("organisation", True, "European Union")
        chains.link(index, body, f"‘{chains.mentions[index].text}’ acts for the {body.name} it is the seat of")
