"""An address once published keeps answering, whatever becomes of the record behind it."""

import random

from generator.ledger import Claim, settle
from generator.ledger.settle import hashed
from generator.model import LedgerEntry


def claim(wanted: str, *evidence: str, name: str = "") -> Claim:
    return Claim("actor", wanted, name or wanted, hashed(evidence))


def given(claims: list[Claim], previous: tuple[LedgerEntry, ...] = ()) -> tuple[dict[str, str], dict[str, LedgerEntry]]:
    settled = settle(claims, previous)
    return dict(settled.ids["actor"]), {entry.id: entry for entry in settled.entries}


def test_a_first_build_gives_what_is_wanted() -> None:
    ids, entries = given([claim("ann-lee", "a", "b"), claim("bo-ray", "c")])
    assert ids == {"ann-lee": "ann-lee", "bo-ray": "bo-ray"}
    assert {e.status for e in entries.values()} == {"live"}


def test_the_same_build_again_changes_nothing() -> None:
    claims = [claim("ann-lee", "a", "b"), claim("bo-ray", "c")]
    first = settle(claims, ())
    assert settle(claims, first.entries) == first


def test_a_better_name_keeps_the_address() -> None:
    first = settle([claim("lee", "a", "b")], ())
    ids, entries = given([claim("ann-lee", "a", "b", "c")], first.entries)
    assert ids == {"ann-lee": "lee"}
    assert entries["lee"].name == "ann-lee"


def test_merged_records_leave_a_redirect() -> None:
    first = settle([claim("riabkov", "a"), claim("ryabkov", "b", "c")], ())
    ids, entries = given([claim("ryabkov", "a", "b", "c")], first.entries)
    assert ids == {"ryabkov": "ryabkov"}
    assert (entries["riabkov"].status, entries["riabkov"].to) == ("merged", "ryabkov")


def test_what_is_split_off_is_named_by_what_stays() -> None:
    first = settle([claim("roe", "a", "b", "c", "d")], ())
    ids, entries = given([claim("joe-roe", "a", "b", "c"), claim("hunter-roe", "d")], first.entries)
    assert ids == {"joe-roe": "roe", "hunter-roe": "hunter-roe"}
    assert (entries["roe"].status, entries["roe"].parts) == ("live", ("hunter-roe",))
    again = settle([claim("joe-roe", "a", "b", "c"), claim("hunter-roe", "d")], tuple(entries.values()))
    assert {e.id: e.parts for e in again.entries} == {"roe": ("hunter-roe",), "hunter-roe": ()}


def test_a_record_that_fell_apart_names_all_that_became_of_it() -> None:
    first = settle([claim("roe", "a", "b", "c", "d")], ())
    parts = [claim("ann-roe", "a"), claim("bo-roe", "b"), claim("cy-roe", "c"), claim("di-roe", "d")]
    _, entries = given(parts, first.entries)
    assert (entries["roe"].status, entries["roe"].ended) == ("split", 2)
    assert entries["roe"].parts == ("ann-roe", "bo-roe", "cy-roe", "di-roe")
    _, entries = given([claim("roe-ann", "a", "b", "c", "d")], tuple(entries.values()))
    assert (entries["roe"].status, entries["roe"].parts) == ("live", ())
    assert {entries[c.id].to for c in parts} == {"roe"}


def test_an_id_a_person_gives_is_kept_and_the_old_address_leads_to_it() -> None:
    first = settle([claim("a", "file:a.txt", "bytes:1")], ())
    settled = settle([claim("better", "file:a.txt", "bytes:1")], first.entries, sure=["better"])
    assert {e.id: (e.status, e.to) for e in settled.entries} == {"a": ("merged", "better"), "better": ("live", None)}


def test_a_withdrawn_record_keeps_its_entry_and_comes_back_with_its_evidence() -> None:
    first = settle([claim("lee", "a"), claim("ray", "b")], ())
    second = settle([claim("ray", "b")], first.entries)
    assert [(e.id, e.status) for e in second.entries] == [("lee", "withdrawn"), ("ray", "live")]
    ids, entries = given([claim("ann-lee", "a"), claim("ray", "b")], second.entries)
    assert ids["ann-lee"] == "lee"
    assert entries["lee"].status == "live"


def test_an_id_is_never_given_to_another_record() -> None:
    first = settle([claim("lee", "a")], ())
    ids, entries = given([claim("lee", "z")], first.entries)
    assert ids == {"lee": "lee-2"}
    assert entries["lee"].status == "withdrawn"
    assert entries["lee-2"].since > entries["lee"].since


def test_a_redirect_leads_to_the_end_of_the_chain() -> None:
    one = settle([claim("x", "a"), claim("y", "b", "bb"), claim("z", "c", "cc", "ccc")], ())
    two = settle([claim("y", "a", "b", "bb"), claim("z", "c", "cc", "ccc")], one.entries)
    _, entries = given([claim("z", "a", "b", "bb", "c", "cc", "ccc")], two.entries)
    assert entries["x"].to == entries["y"].to == "z"


def test_every_address_ever_published_is_still_in_the_ledger_after_a_long_random_history() -> None:
    chance = random.Random(7)
    published: set[str] = set()
    entries: tuple[LedgerEntry, ...] = ()
    groups = {f"n{i}": {f"e{i}-{j}" for j in range(4)} for i in range(12)}
    for _ in range(150):
        move = chance.choice(["merge", "split", "rename", "drop", "add", "move"])
        names = sorted(groups)
        if move == "merge" and len(names) > 2:
            a, b = chance.sample(names, 2)
            groups[a] |= groups.pop(b)
        elif move == "split":
            a = chance.choice(names)
            part = set(chance.sample(sorted(groups[a]), len(groups[a]) // 2))
            if part and groups[a] - part:
                groups[a] -= part
                groups[f"s{len(published)}"] = part
        elif move == "rename":
            groups[f"r{chance.randrange(999)}"] = groups.pop(chance.choice(names))
        elif move == "drop" and len(names) > 3:
            del groups[chance.choice(names)]
        elif move == "add":
            groups.setdefault(f"n{chance.randrange(40)}", set()).update({f"x{chance.randrange(10**6)}"})
        claims = [claim(name, *evidence) for name, evidence in groups.items() if evidence]
        settled = settle(claims, entries)
        entries = settled.entries
        live = [e.id for e in entries if e.status == "live"]
        assert sorted(settled.ids["actor"].values()) == sorted(live)
        published |= set(live)
        known = {e.id: e for e in entries}
        assert published <= set(known)
        assert all(e.to in known and known[e.to].status != "merged" for e in entries if e.status == "merged")
