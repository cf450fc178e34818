"""Takes what other articles show of the names of one document (`lending`), before its phrases are linked."""

from collections.abc import Sequence

from generator.lexicons import names
from generator.model import Lent
from generator.resolve.chains import Chains


def borrow(chains: Chains, lent: Sequence[Lent]) -> None:
    """Give what other articles show to the chains of the names they show it of."""
    by_name = {names.fold(one.name): one for one in lent}
    for chain in chains.all if by_name else ():
        one = by_name.get(names.fold(chain.name))
        if one is None or not chain.named or chain.candidates or chain.kind in ("state", "group"):
            continue
        if one.kind != chain.kind:
            chain.kind, chain.person = one.kind, names.person(chain.name) if one.kind == "person" else None
        if chain.sex == "unknown" and chain.kind == "person":
            chain.sex = one.gender
        for role in one.roles if chain.kind == "person" else ():
            chains.add_office(chain, role)
