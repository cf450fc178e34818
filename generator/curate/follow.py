"""Decisions name records by id; a record that was merged is followed to the one it is now in."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from generator.model import Decision, LedgerEntry

# Their words are not published: a redaction's are what it takes out, an embargo's would tell what is withheld.
SILENT = {"redact", "embargo"}


def follow(decision: Decision, known: Collection[str], moved: Mapping[str, str]) -> Decision:
    """The decision with ids of records that were merged led on to the records they are now in."""

    def now(id_: str) -> str:
        return id_ if id_ in known else moved.get(id_, id_)

    verb = decision.verb
    if verb == "same":
        return replace(decision, same=tuple(map(now, decision.same)))
    if verb == "not_same":
        return replace(decision, not_same=(now(decision.not_same[0]), *decision.not_same[1:]))
    if verb in SILENT or verb == "":
        return decision
    if verb in {"speaker", "quote"}:
        decision = replace(decision, to=now(decision.value))
    return replace(decision, **{verb: now(str(getattr(decision, verb)))})  # type: ignore[arg-type]


def redirects(ledger: Iterable[LedgerEntry]) -> dict[str, str]:
    """The ids of merged records with those they lead to."""
    return {e.id: e.to for e in ledger if e.status == "merged" and e.to}
