"""What is published of people's decisions: what each says, about which records, why one matches nothing any more."""

import difflib
from collections.abc import Mapping, Sequence

from generator.curate.fields import fits
from generator.curate.follow import SILENT
from generator.curate.quotes import places
from generator.model import (
    EDITABLE,
    NOBODY,
    VERBS,
    Decision,
    DecisionRecord,
    Document,
    Dossier,
    IssueRecord,
    LedgerEntry,
)


def decision_records(
    decisions: Mapping[Decision, str], ids: Mapping[str, str], dossier: Dossier
) -> tuple[DecisionRecord, ...]:
    """The decisions as published, in their order, from each with why it matches nothing ("" while it does).

    `ids` leads from an article's file to its source id.
    """
    names = {a.id: a.name for a in dossier.actors}
    return tuple(
        DecisionRecord(
            d.verb,
            () if d.verb in SILENT else _about(d, ids, dossier),
            said(d, names),
            d.by,
            d.on,
            None if d.verb in SILENT else d.why,
            stale,
        )
        for d, stale in decisions.items()
    )


def _about(decision: Decision, ids: Mapping[str, str], dossier: Dossier) -> tuple[str, ...]:
    """The ids of the records a decision is about; of a missed quotation also its own."""
    about = decision.about[:1] if decision.verb == "not_same" else decision.about
    known = tuple(ids.get(id_, id_) for id_ in about)
    if decision.verb != "quote":
        return known
    words = " ".join((decision.words or "").split())
    there = (r.quotations for r in dossier.sources if r.source.id in known)
    return (*known, *(q.id for found in there for q in found if words in " ".join(q.text.split())))


def said(decision: Decision, names: Mapping[str, str]) -> str:
    """What a decision says, in words; `names` are those of the actors by id."""
    to = decision.value
    words = {
        "accept": "looked at and found right",
        "reject": "not published",
        "edit": f"{decision.field}: {to}",
        "same": "one and the same",
        "not_same": f"“{decision.about[-1] if decision.about else ''}” is somebody else",
        "rename": f"named “{to}”",
        "kind": f"is {_a(to)}",
        "role": f"role: {to}",
        "date": f"dated {to}",
        "speaker": "the speaker stays open" if to == NOBODY else f"said by {names.get(to, to)}",
        "quote": "a quotation the program missed",
        "redact": "words are blacked out",
        "embargo": f"an article is withheld until {decision.until}",
    }
    return words[decision.verb]


def why_stale(
    decision: Decision, kinds: Mapping[str, str], ledger: Sequence[LedgerEntry], documents: Sequence[Document]
) -> str:
    """Why a decision matches nothing. `kinds` leads from every id there is, and every article's file, to its kind."""
    unfit = why_unfit(decision, kinds, ledger)
    if unfit:
        return unfit
    verb, first = decision.verb, decision.about[0]
    if verb == "redact":
        return "its words stand in no article"
    if verb == "quote":
        text = next((d.text for d in documents if decision.quote in {d.id, d.file}), "")
        return why_not_there(decision, text) or "its words are there, and are no quotation"
    if verb == "not_same":
        return f"no article gives '{decision.about[-1]}' as the full name of '{first}', or all of them do"
    return f"'{first}' is {_a(kinds[first])}; {verb} takes {VERBS[verb].about}"


def why_not_there(decision: Decision, text: str) -> str:
    """Why the words of a missed quotation cannot be placed in its article; empty where they can."""
    times = len(places(text, decision.words or ""))
    if times == 1:
        return ""
    return "its words stand there more than once: give more of them" if times else "its words are not there"


def why_unfit(decision: Decision, kinds: Mapping[str, str], ledger: Sequence[LedgerEntry]) -> str:
    """Why a decision cannot apply to the records it names, whatever the articles say; empty where it can.

    `kinds` leads from every id there is, and every article's file, to its kind.
    """
    verb = decision.verb
    if verb == "redact":
        return ""
    about = decision.about[:1] if verb == "not_same" else decision.about
    speakers = (decision.value,) if verb in {"speaker", "quote"} and decision.value != NOBODY else ()
    for id_ in (*about, *speakers):
        if id_ not in kinds:
            return _unknown(id_, kinds, ledger)
    for id_ in about:
        if VERBS[verb].kinds and kinds[id_] not in VERBS[verb].kinds:
            return f"'{id_}' is {_a(kinds[id_])}; {verb} takes {VERBS[verb].about}"
    for id_ in speakers:
        if kinds[id_] != "actor":
            return f"'{id_}' is {_a(kinds[id_])}; 'to' is {dict(VERBS[verb].needs)['to']}"
    kind = kinds[about[0]]
    if verb == "edit" and decision.field not in EDITABLE.get(kind, {}):
        return f"{_a(kind)} has no field '{decision.field}': it has {', '.join(EDITABLE.get(kind, {}))}"
    if verb == "edit" and not fits(decision, kind):
        allowed = ", ".join(EDITABLE[kind][str(decision.field)])
        return f"'{decision.value}' is no value of '{decision.field}': {allowed}"
    return ""


def _unknown(id_: str, kinds: Mapping[str, str], ledger: Sequence[LedgerEntry]) -> str:
    entry = next((e for e in ledger if e.id == id_ and e.status != "live"), None)
    if entry is not None and entry.status == "split":
        return f"'{id_}' was split: name one of {', '.join(entry.parts)}"
    if entry is not None and entry.status == "merged":
        return f"'{id_}' was merged into '{entry.to}': name that"
    gone = f"'{id_}' was withdrawn ({entry.why})" if entry is not None else f"no record is called '{id_}'"
    close = difflib.get_close_matches(id_, sorted(kinds), n=1)
    return f"{gone}; did you mean '{close[0]}'?" if close else gone


def _a(kind: str) -> str:
    return f"an {kind}" if kind[:1] in "aeiou" else f"a {kind}"


def stale_issues(stale: Mapping[Decision, str]) -> list[IssueRecord]:
    """An issue for each decision that matches nothing any more."""
    right = "correct the decision, or remove it"
    return [
        IssueRecord("decision", d.file, f"decision '{d.verb}' matches nothing: {why}", right, d.line)
        for d, why in stale.items()
    ]
