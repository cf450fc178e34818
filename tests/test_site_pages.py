"""Templates and their contexts fit each other; what a page shows follows from the records."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from generator.errors import FaultsError
from generator.model import Conflict, ConflictSide, Dossier, Said, Statement
from generator.site import previews
from generator.site.addresses import Addresses
from generator.site.cards import card
from generator.site.cite import statement_citations
from generator.site.lookup import Lookup
from generator.site.pages import (
    about,
    actor,
    changes,
    compare,
    corroboration,
    event,
    figures,
    gone,
    home,
    indexes,
    lists,
    network,
    source,
    statement,
    timeline,
)
from generator.site.plan import PagePlan, pages
from generator.site.reasons import speaker_reason
from generator.site.refs import party
from generator.site.render import TEMPLATES, render, variables_of
from generator.site.views import Here
from generator.site.wording import turned
from tests.builders import ALL, dossier, hostile_dossier

CONTEXTS: dict[str, type] = {
    "home.html": home.HomeContext,
    "actor.html": actor.ActorContext,
    "event.html": event.EventContext,
    "source.html": source.SourceContext,
    "statement.html": statement.StatementContext,
    "actors.html": indexes.ActorsContext,
    "events.html": indexes.EventsContext,
    "sources.html": indexes.SourcesContext,
    "statements.html": lists.StatementsContext,
    "timeline.html": timeline.TimelineContext,
    "conflicts.html": compare.ConflictsContext,
    "corroboration.html": corroboration.CorroborationContext,
    "figures.html": figures.FiguresContext,
    "network.html": network.NetworkContext,
    "issues.html": about.IssuesContext,
    "method.html": about.MethodContext,
    "data.html": about.DataContext,
    "gone.html": gone.GoneContext,
    "notices.html": gone.NoticesContext,
    "changes.html": changes.ChangesContext,
    "review.html": changes.ReviewContext,
    "decisions.html": gone.DecisionsContext,
}
MADE = {"dossier": dossier(), "hostile": hostile_dossier(), "empty": Dossier("Empty", "", "en")}


def plans(made: Dossier) -> tuple[Here, dict[str, PagePlan]]:
    lookup = Lookup.of(made)
    return Here(lookup, Addresses("../../")), {p.uri: p for p in pages(lookup, ("dossier.yml",), "1.0")}


def page(uri: str, made: Dossier | None = None) -> str:
    here, planned = plans(made or MADE["dossier"])
    return str(render(planned[uri].template, planned[uri].context(here, "https://example.org/x/")))


def test_every_template_has_its_context() -> None:
    templates = {path.name for path in TEMPLATES.glob("*.html")} - {"macros.html"}
    assert templates == set(CONTEXTS)


@pytest.mark.parametrize("template", CONTEXTS)
def test_a_template_asks_for_just_the_fields_of_its_context(template: str) -> None:
    assert variables_of(template) == {f.name for f in fields(CONTEXTS[template])}


@pytest.mark.parametrize("template", CONTEXTS)
def test_a_context_is_frozen_and_documented(template: str) -> None:
    kind: Any = CONTEXTS[template]
    assert is_dataclass(kind) and kind.__dataclass_params__.frozen
    assert kind.__doc__ and "(" not in kind.__doc__.splitlines()[0][: len(kind.__name__) + 1]


@pytest.mark.parametrize("name", MADE)
def test_every_page_can_be_written(name: str) -> None:
    here, planned = plans(MADE[name])
    for plan in planned.values():
        context = plan.context(here, "https://example.org/x/")
        assert isinstance(context, CONTEXTS[plan.template])
        html = render(plan.template, context)
        assert html.startswith('<h1 id="top">')
        assert html.count("<h1") == 1


def test_what_an_article_says_is_text() -> None:
    here, planned = plans(MADE["hostile"])
    for uri, plan in planned.items():
        html = str(render(plan.template, plan.context(here, "https://example.org/x/")))
        for bad in ("<script", "<img", "<!--", 'href="javascript', '" onmouseover', "\u202e"):
            assert bad not in html, f"{uri}: {bad}"


def test_a_statement_leads_to_every_passage_that_carries_it() -> None:
    html = page("statements/s-7d1c")
    for source_id, quotation in zip(ALL, ("q-a1", "q-b1", "q-c1"), strict=True):
        assert f'href="../../sources/{source_id}/#{quotation}"' in html
    assert "Carried by 3 sources, 2 of them separate, the rest copies." in html
    assert "<del>will</del> <ins>shall</ins>" in html
    assert "counted from the day of publication" in html
    assert "https://example.org/x/" in html


@pytest.mark.parametrize(
    "kind, text, words",
    [
        ("direct", "“We will not pay,”", "“We will not pay”"),
        ("direct", "We will not pay.“", "“We will not pay”"),
        ("direct", '"We will," … "and soon."', "“We will,” … “and soon”"),
        ("mixed", "it was “over”.", "on record as saying: it was “over”"),
        ("direct", "“" + "word " * 200 + "”", "“" + "word " * 79 + "word …”"),
    ],
)
def test_a_note_quotes_only_what_the_source_quotes(kind: Any, text: str, words: str) -> None:
    source, quotation = MADE["dossier"].sources[0].source, MADE["dossier"].sources[0].quotations[0]
    statement = MADE["dossier"].statements[0]
    note = statement_citations(source, statement, replace(quotation, kind=kind, text=text), "Ana Ruiz", "x")[0].text
    assert note.startswith(f"Ana Ruiz, {words}, 2 March 2022, ")
    assert note.endswith(
        "in Mira Holt, “Ferry talks in Varn to open on Monday, minister says,” Harbour Gazette, March 3, 2022. x"
    )


@pytest.mark.parametrize(
    ("kind", "flags", "note", "before"),
    [
        ("indirect", ("denial",), "a port official, on record as denying: it is closed,", "denies"),
        ("mixed", ("warning", "negated"), "a port official, on record as not saying: it is closed,", "does not say"),
        ("indirect", ("question",), "a port official, on record as asking: it is closed,", "asks"),
        ("indirect", ("warning",), "a port official, on record as saying: it is closed,", ""),
        ("direct", ("denial",), "a port official, “it is closed”,", ""),
        ("direct", ("do_not_quote_verbatim",), "a port official, “it is closed”, 2 March 2022, quoted, though not", ""),
    ],
)
def test_words_that_are_denied_never_stand_as_said(kind: Any, flags: tuple[str, ...], note: str, before: str) -> None:
    source, quotation = MADE["dossier"].sources[0].source, MADE["dossier"].sources[0].quotations[0]
    changed = replace(quotation, kind=kind, flags=flags, text="it is closed")
    statement = MADE["dossier"].statements[0]
    text = statement_citations(source, statement, changed, "a port official", "x")[0].text
    assert text.startswith(note[0].upper() + note[1:])
    assert turned(changed)[0] == before


def test_the_wording_shown_is_of_a_text_whose_words_are_as_they_were() -> None:
    made = MADE["dossier"]
    statement = next(s for s in made.statements if len(s.sources) > 1)
    first = Lookup.of(made).leading(statement)[1]
    damaged = replace(first, flags=(*first.flags, "do_not_quote_verbatim"))
    records = tuple(
        replace(r, quotations=tuple(damaged if q.id == first.id else q for q in r.quotations)) for r in made.sources
    )
    other = Lookup.of(replace(made, sources=records)).leading(statement)[1]
    assert other.id != first.id and other.id in statement.quotations


def test_a_denial_is_told_wherever_its_words_stand() -> None:
    made = MADE["dossier"]
    here = Here(previews.with_previews(Lookup.of(made)), Addresses())
    denied = next(s for s in made.statements if "denial" in here.lookup.leading(s)[1].flags)
    source_id, quotation = here.lookup.leading(denied)
    assert quotation.kind != "direct"
    assert card(here, denied).turned == "denies"
    assert '","denies: ' in here.lookup.previews[f"statements/{denied.id}"]
    plan = next(p for p in pages(here.lookup, (), "") if p.uri == f"statements/{denied.id}")
    title, description = plan.names(here)
    assert " denies: " in title and " denies, " in description
    shown = str(render(plan.template, plan.context(here, "x")))
    assert shown.index("denies:") < shown.index(quotation.text)
    found = next(p for p in pages(here.lookup, (), "") if p.uri == f"sources/{source_id}")
    assert 'class="or-turned">denies:' in str(render(found.template, found.context(here, "x")))


@pytest.mark.parametrize(
    "rule, told",
    [
        ("subject; surname of Ana Ruiz", "“Ana Ruiz” is the subject of “said”. Surname of Ana Ruiz."),
        ("according to; full name", "“Ana Ruiz” is named with “said”. Full name."),
        ("carried over from the quotation before", "The words go on from the quotation before."),
        ("a rule without words", "“Ana Ruiz” with “said”: a rule without words."),
        ("", "“Ana Ruiz” with “said”."),
    ],
)
def test_the_way_to_a_speaker_is_told(rule: str, told: str) -> None:
    quotation = MADE["dossier"].sources[0].quotations[0]
    assert speaker_reason(replace(quotation, speaker=replace(quotation.speaker, rule=rule))) == told


def test_where_no_passage_may_be_shown_the_words_stand_alone() -> None:
    made = MADE["dossier"]
    bare = replace(made, sources=tuple(replace(r, passages=()) for r in made.sources))
    assert "<mark" in page("statements/s-7d1c", bare)
    html = page("sources/001-ferry-talks", bare)
    assert "Nothing of this source is cited." in html
    assert html.count('id="q-a1"') == 1 and html.count('id="f-1"') == 1  # links to them still arrive


def test_a_source_leads_back_and_names_its_rules() -> None:
    html = page("sources/001-ferry-talks")
    assert 'id="q-a1"' in html and 'href="../../statements/s-7d1c/"' in html
    assert "Nearest woman named before it." not in html  # the rule of a mention is on the actor's page
    assert 'href="#w-f-1"' in html and 'id="w-f-1"' in html and 'href="#f-1"' in html
    assert "[…]" in html  # the sentences between the third and the fourth passage are not shown
    assert "Readers also liked" not in html
    assert "Advertisement" in html  # as a removed part


def test_a_quotation_in_two_parts_is_marked_as_one() -> None:
    html = page("sources/001-ferry-talks")
    first, second = html.index("We will not pay for a crossing"), html.index("and we have said so")
    assert html.rindex('id="q-a1"', 0, first) > html.rindex("<mark", 0, first)
    assert 'data-of="q-a1"' in html[first:second]


def test_an_unsettled_speaker_stays_open() -> None:
    html = page("statements/s-b044")
    assert "Not settled: “Kremer”" in html
    assert "“Kremer” with “denied”: two people are called Kremer. Nothing tells them apart." in html


def test_an_actor_has_names_roles_and_both_sides_of_the_talk() -> None:
    html = page("actors/ana-ruiz")
    assert "One letter differs, same role, same statement." in html
    assert "top Karst diplomat" in html
    assert 'href="../../sources/002-no-payment/#m-' in html
    about_okafor = page("actors/daniel-okafor")
    assert "Said to them" in about_okafor and "s-7d1c" in about_okafor


def test_sides_of_a_conflict_stand_next_to_each_other() -> None:
    html = page("conflicts")
    assert "at least 1,200" in html and "900" in html
    assert 'href="../../sources/001-ferry-talks/#f-1"' in html
    assert 'id="c-lorries"' in html
    assert 'href="../../conflicts/#c-lorries"' in page("figures")


def test_a_copy_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    html = page("corroboration")
    assert "the same text with words changed" in html
    row = html[html.index("We will not pay") : html.index("</tr>", html.index("We will not pay"))]
    assert row.count("●") == 2 and row.count("○") == 1
    assert 'href="../../sources/003-copy/#q-c1"' in row
    monkeypatch.setattr(corroboration, "COLUMNS", 2)
    html = page("corroboration")
    row = html[html.index("We will not pay") : html.index("</tr>", html.index("We will not pay"))]
    assert row.count("●") == 2 and row.count("○") == 1
    assert "Carried by 3 sources, 2 of them separate, the rest copies." in html


def test_a_merged_page_leads_on_and_a_withdrawn_one_says_so() -> None:
    _, planned = plans(MADE["dossier"])
    assert planned["statements/s-0old"].to == "statements/s-7d1c"  # over two mergers
    assert "merged into another one" in page("statements/s-0old")
    assert planned["events/e-gone"].to is None
    assert "was withdrawn" in page("events/e-gone")


def test_long_lists_go_over_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.site.paging.PAGE", 1)
    here, planned = plans(MADE["dossier"])
    assert {
        "statements/in-2022-03",
        "statements/in-2022-03-3",
        "statements/in-2022-03-5",
        "actors/ana-ruiz/in-2022-03-2",
        "timeline/in-2022-03",
        "actors/in-person-a",
        "actors/in-state-k",
        "events/in-2022-03",
        "events/in-2022-03-2",
        "sources/in-2022-03",
        "sources/in-2022-03-2",
        "sources/in-open",
        "conflicts/in-figure",
    } <= planned.keys()
    for plan in planned.values():
        render(plan.template, plan.context(here, ""))
    assert 'href="../../statements/in-2022-03/"' in page("statements/index")
    assert "People: A" in page("actors/index") and "or-index__more" not in page("actors/index")
    assert page("events/in-2022-03").count('<li class="or-event"') == 1
    assert "or-card" not in page("statements/index")
    assert page("statements/in-2022-03-2").count('<li class="or-card"') == 1
    assert 'href="../../actors/ana-ruiz/in-2022-03/"' in page("actors/ana-ruiz")
    assert page("sources/in-2022-03").count('class="or-index__name"') == 1
    assert "1 statement" not in page("sources/index")
    contested = MADE["dossier"].conflicts[0]
    assert f'id="{contested.id}"' in page(f"conflicts/in-{contested.kind}")
    assert "or-conflict" not in page("conflicts")
    assert f"conflicts/in-{contested.kind}/#{contested.id}" in page("index")


def test_a_long_list_of_issues_says_how_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.site.pages.about.ISSUES", 1)
    here, planned = plans(replace(MADE["dossier"], issues=MADE["dossier"].issues * 3))
    html = str(render("issues.html", planned["issues"].context(here, "")))
    assert "The first 1 of them; all are in" in html
    assert html.count("<code>") == len({issue.kind for issue in MADE["dossier"].issues})


def test_a_page_of_data_does_not_list_thousands_of_files() -> None:
    here = Here(Lookup.of(MADE["dossier"]), Addresses("../"))
    few = about.data_context(here, ("actors.yml", "sources/a.yml"))
    assert [ref.text for ref in few.yaml] == ["actors.yml", "sources/a.yml"]
    many = about.data_context(here, ("actors.yml", *(f"sources/{n}.yml" for n in range(2000))))
    assert [ref.text for ref in many.yaml] == ["actors.yml"] and many.yaml_count == 2001
    html = str(render("data.html", many))
    assert "2,001 files" in html and 'href="../sources/"' in html


def test_home_tells_the_situation() -> None:
    made = MADE["dossier"]
    shown = home.home_context(Here(Lookup.of(made), Addresses()))
    assert [c.id for c in shown.carried] == ["s-7d1c"], "carried by two separate sources"
    assert all(len(line.sides) > 1 for line in shown.conflicts)
    titles = {r.source.title: r.source.published.value for r in made.sources}
    days = [titles[ref.text] for ref in shown.sources]
    assert days[-1] is None and days[0] == max(filter(None, days)), "newest first, undated last"


def test_a_reference_that_leads_nowhere_stops_the_build_with_all_of_them() -> None:
    made = MADE["dossier"]
    lost = Statement("s-lost", "nobody", made.statements[0].said, ("q-none",), ("no-source",), (), "live")
    conflict = Conflict("c-lost", "figure", "x", (ConflictSide("1", ("f-none",)),))
    with pytest.raises(FaultsError) as error:
        Lookup.of(replace(made, statements=(*made.statements, lost), conflicts=(conflict,)))
    for name in ("nobody", "q-none", "no-source", "f-none"):
        assert name in str(error.value)


def test_words_without_a_day_stand_under_the_day_of_their_article_as_said_by_then() -> None:
    here = Here(Lookup.of(dossier()), Addresses("timeline/"))
    days = [day.name for month in timeline.timeline_context(here).months for day in month.days]
    assert days.index("by 3 March 2022") > days.index("2 March 2022") and "date open" not in days
    shown = statement.statement_context(here, "", here.lookup.statements["s-9fe2"])
    assert (shown.when.text, shown.when.open) == ("by 3 March 2022", True)
    assert shown.when.reason.endswith("this is the day of the article.")


def test_a_redacted_speaker_is_named_in_words() -> None:
    here = Here(Lookup.of(dossier()), Addresses())
    assert [party(here, None, name)[1] for name in ("Opposition leader ███ ████", "██", None)] == [
        "Opposition leader [name kept back]",
        "[name kept back]",
        "Speaker not settled",
    ]


def test_statements_with_an_open_date_stand_in_the_order_of_their_sources() -> None:
    undated = Said(None, "open", "")
    made = replace(dossier(), statements=tuple(replace(s, said=undated) for s in reversed(dossier().statements)))
    lookup = Lookup.of(made)
    places = [
        min((lookup.quotations[q][0], min(span.start for span in lookup.quotations[q][1].spans)) for q in s.quotations)
        for s in lists.ordered_statements(lookup, made.statements)
    ]
    assert len(places) > 2
    assert places == sorted(places)
