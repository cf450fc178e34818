"""What pages say of their own history: people's decisions, what was split off, what is no more and why."""

from dataclasses import replace

import pytest

from generator.changes import Change
from generator.editions import Changes
from generator.model import DecisionRecord, Dossier, LedgerEntry
from generator.site.addresses import Addresses, record_of
from generator.site.lookup import Lookup
from generator.site.pages.changes import feed
from generator.site.pages.gone import notices_context
from generator.site.plan import pages
from generator.site.render import render
from generator.site.views import Here
from tests.builders import dossier

MADE = dossier()


def here(made: Dossier) -> Here:
    return Here(Lookup.of(made), Addresses("../../"))


def page(made: Dossier, uri: str) -> str:
    plan = {p.uri: p for p in pages(Lookup.of(made), (), "")}[uri]
    return str(render(plan.template, plan.context(here(made), "https://example.org/x/")))


def notices(made: Dossier, kind: str, record_id: str) -> str:
    context = notices_context(here(made), kind, record_id)
    return "" if context is None else str(render("notices.html", context))


def decided(*about: str, stale: str = "") -> Dossier:
    decision = DecisionRecord("rename", about, "named “<b>X</b>”", "A. Lee", "2022-02-01", "her name", stale)
    return replace(MADE, decisions=(decision,))


def test_a_record_without_a_page_of_its_own_leads_nowhere_when_it_is_gone() -> None:
    gone = LedgerEntry("c-gone", "conflict", 1, "withdrawn", None, "", "people hurt")
    made = replace(MADE, ledger=(*MADE.ledger, gone))
    change = Change("withdrawn", "conflict", "c-gone", "people hurt", "")
    assert "people hurt" in feed(here(made), Changes("v1", "2022-02-01T00:00:00Z", (change,), ()), "Ferry", "")


@pytest.mark.parametrize(
    ("about", "kind", "record_id"),
    [
        ("ana-ruiz", "actor", "ana-ruiz"),
        ("001-ferry-talks", "source", "001-ferry-talks"),
        ("s-7d1c", "statement", "s-7d1c"),
        ("q-a1", "statement", "s-7d1c"),
        ("e-2022-03-07-talks-lindhaven", "event", "e-2022-03-07-talks-lindhaven"),
    ],
)
def test_a_decision_stands_on_the_page_of_what_it_is_about(about: str, kind: str, record_id: str) -> None:
    html = notices(decided(about), kind, record_id)
    assert "named “&lt;b&gt;X&lt;/b&gt;”" in html
    assert "A. Lee" in html
    assert "2022-02-01" in html
    assert "her name" in html
    assert notices(MADE, kind, record_id) == ""


def test_a_decision_that_matches_nothing_stands_on_no_page_but_their_own() -> None:
    made = decided("ana-ruiz", stale="no record is called so")
    assert "or-decided" not in notices(made, "actor", "ana-ruiz")
    assert "It matches nothing any more: No record is called so." in page(made, "decisions")
    assert 'href="../../actors/ana-ruiz/"' in page(made, "decisions")


def test_what_was_split_off_is_named_where_it_was() -> None:
    entry = LedgerEntry("ana-ruiz", "actor", 1, "live", parts=("daniel-okafor",))
    made = replace(MADE, ledger=(entry,))
    assert "Part of what was on this page is now at" in notices(made, "actor", "ana-ruiz")
    assert "Daniel Okafor" in notices(made, "actor", "ana-ruiz")


def test_a_split_record_leaves_a_page_that_names_both() -> None:
    entry = LedgerEntry("two-in-one", "actor", 1, "split", name="Two", parts=("ana-ruiz", "daniel-okafor"), ended=4)
    html = page(replace(MADE, ledger=(entry,)), "actors/two-in-one")
    assert "was split" in html
    assert "Ana Ruiz" in html
    assert "Daniel Okafor" in html
    assert "since edition 1, until edition 4" in html


def test_a_withdrawn_record_says_what_was_there_since_when_and_why() -> None:
    entry = LedgerEntry(
        "s-old", "statement", 2, "withdrawn", name="We will not", why="a joke", ended=3, sources=("001-ferry-talks",)
    )
    html = page(replace(MADE, ledger=(entry,)), "statements/s-old")
    assert "We will not" in html
    assert "A joke." in html
    assert "since edition 2, until edition 3" in html
    assert 'href="../../sources/001-ferry-talks/"' in html


def test_addresses_of_different_kinds_may_be_alike() -> None:
    entries = (
        LedgerEntry("varn", "event", 1, "withdrawn", name="Event Varn"),
        LedgerEntry("varn", "actor", 1, "live"),
        LedgerEntry("varn", "source", 1, "merged", "002-no-payment", name="Source Varn"),
    )
    made = replace(MADE, ledger=entries)
    assert "was withdrawn" in page(made, "events/varn")
    assert "merged into another one" in page(made, "sources/varn")


@pytest.mark.parametrize(
    ("uri", "record"),
    [("actors/a", ("actor", "a")), ("actors/index", ("actor", "index")), ("timeline", ("", "")), ("x/y", ("", ""))],
)
def test_the_record_of_a_page_is_read_from_its_address(uri: str, record: tuple[str, str]) -> None:
    assert record_of(uri) == record
