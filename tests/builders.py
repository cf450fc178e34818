"""Dossiers built by hand: realistic enough to look at, small enough to reason about, and one that is hostile.

Articles are written with the parts that matter in brackets: `[q1:“words”]` names a stretch `q1`; names nest. The
bracketed names are then used for spans, so that no offset is ever counted by hand.
"""

import re
from dataclasses import replace
from pathlib import Path

from generator.model import (
    Actor,
    Alias,
    Conflict,
    ConflictSide,
    Copies,
    Dated,
    Dossier,
    Event,
    EventDate,
    EventRecord,
    Figure,
    IssueRecord,
    LedgerEntry,
    Party,
    Passage,
    Place,
    PublishedMention,
    Quotation,
    RemovedRecord,
    Role,
    Said,
    Source,
    SourceRecord,
    Span,
    SpeakerRecord,
    SpokenText,
    Statement,
    TimeRecord,
)
from generator.records import dossier_files

_BRACKET = re.compile(r"\[([a-z][a-z0-9]*):|\]")


class Article:
    """A text with named stretches: `Article("[who:Ana Ruiz] spoke")` has `text` and `span("who")`."""

    def __init__(self, marked: str) -> None:
        self.spans: dict[str, Span] = {}
        parts: list[str] = []
        opened: list[tuple[str, int]] = []
        length = at = 0
        for found in _BRACKET.finditer(marked):
            piece = marked[at : found.start()]
            parts.append(piece)
            length += len(piece)
            if found[1]:
                opened.append((found[1], length))
            else:
                name, start = opened.pop()
                self.spans[name] = Span(start, length)
            at = found.end()
        parts.append(marked[at:])
        self.text = "".join(parts)

    def __call__(self, name: str) -> str:
        return self.text[slice(*self.spans[name])]

    def span(self, name: str) -> Span:
        return self.spans[name]

    def spoken(self, name: str) -> SpokenText:
        return SpokenText(self(name), self.span(name))

    def passages(self, *names: str) -> tuple[Passage, ...]:
        return tuple(Passage(self.span(n), self(n), "headline" if n.startswith("head") else "prose") for n in names)

    def mention(self, name: str, actor: str | None, rule: str = "full name", kind: str = "name") -> PublishedMention:
        return PublishedMention(self.span(name), self(name), kind, actor, rule)  # type: ignore[arg-type]

    def quotation(
        self,
        key: str,
        statement: str,
        *spans: str,
        kind: str = "direct",
        who: str | None = None,
        actor: str | None = None,
        name: str | None = None,
        rule: str = "subject; full name",
        cue: str | None = None,
        said: Said | None = None,
        certainty: str = "high",
        flags: tuple[str, ...] = (),
        to: Party | None = None,
        via: tuple[Party, ...] = (),
    ) -> Quotation:
        return Quotation(
            id=key,
            statement=statement,
            kind=kind,  # type: ignore[arg-type]
            spans=tuple(self.span(s) for s in spans),
            text=" … ".join(self(s) for s in spans),
            cue=self.spoken(cue) if cue else None,
            speaker=SpeakerRecord(actor, name, self.spoken(who) if who else None, rule),
            addressee=to,
            via=via,
            said=said or Said(None, "open", ""),
            certainty=certainty,  # type: ignore[arg-type]
            flags=flags,
        )


WEDNESDAY = Said("2022-03-02", "inferred", "“on Wednesday”, counted from the day of publication, 3 March 2022")
THURSDAY = Said("2022-03-03", "stated", "the dateline gives the day")
BY_THURSDAY = Said(None, "inferred", "no day is given with the words; this is the day of the article", "2022-03-03")

FIRST = Article(
    "[headline:Ferry talks in Varn to open on Monday, minister says]\n\n"
    "[advert:Advertisement]\n\n"
    "[p1:[date:On Wednesday], Foreign Minister [ruiz:Ana Ruiz] [cue:said] that the government was "
    "“[mixed:ready to sign]” if both sides lifted the blockade.] "
    "[p2:[q1:“We will not pay for a crossing that nobody may use,”] [she:she] [told:told] reporters at a press "
    "conference with [okafor:Daniel Okafor], [q1b:“and we have said so [monday:every Monday] since January.”]]\n\n"
    "[p3:The [talks:talks] between [karst:Karst] and [varn:Varn] are to open in [place:Lindhaven] [next:next Monday]. "
    "[official:A senior port official] [added:added] that [q3:[fig:at least 1,200 lorries] were waiting].]\n\n"
    "Readers also liked: ten harbours to see before you sail. The weather will stay fine all week.\n\n"
    "[p4:[kremer:Kremer] [denied:denied] that [q4:the port had turned ships away].]\n\n"
    "[caption:The ferry Aurora at Lindhaven. Photo: Harbour Press]"
)
SECOND = Article(
    "[headline:Ruiz: no payment for a closed crossing]\n\n"
    "[p1:LINDHAVEN, March 3 - [ruiz:Ana Ruis], the top Karst diplomat, [cue:declared] "
    "[q1:“We shall not pay for a crossing nobody may use”] "
    "on the eve of the [talks:talks] planned in [place:Lindhaven] [date:on 7 March].] "
    "[p2:Some [fig:900 lorries] are waiting, according to [okafor:Mr Okafor].]\n\n"
    "[share:Share this on your favourite network]"
)
THIRD = Article(
    "[headline:Ferry negotiations in Varn will open on Monday, minister states]\n\n"
    "[p1:[ruiz:Ana Ruiz] [cue:mentioned] [q1:“We will not give money for a crossing that no one might use.”]]"
)


def dossier() -> Dossier:
    """Three sources on ferry talks between Karst and Varn; the third is the first with words changed."""
    return Dossier(
        title="The Varn ferry talks, March 2022",
        scope="The talks between Karst and Varn on the crossing at Lindhaven, from the minister's warning on 2 March "
        "to the opening of the talks.",
        language="en",
        sources=(_first(), _second(), _third()),
        actors=(
            Actor(
                "ana-ruiz",
                "Ana Ruiz",
                "person",
                (Role("Foreign Minister", ("001-ferry-talks",)), Role("top Karst diplomat", ("002-no-payment",))),
                (
                    Alias("Ana Ruiz", 2, ("001-ferry-talks", "003-copy"), "full name"),
                    Alias("Ana Ruis", 1, ("002-no-payment",), "one letter differs, same role, same statement"),
                    Alias("she", 1, ("001-ferry-talks",), "nearest woman named before it"),
                ),
            ),
            Actor("daniel-okafor", "Daniel Okafor", "person", (), (Alias("Daniel Okafor", 1, ("001-ferry-talks",)),)),
            Actor("karst", "Karst", "state", (), (Alias("Karst", 1, ("001-ferry-talks",)),)),
            Actor("varn", "Varn", "state", (), (Alias("Varn", 1, ("001-ferry-talks",)),)),
            Actor(
                "port-of-lindhaven",
                "Port of Lindhaven",
                "organisation",
                (Role("operator of the crossing", ("001-ferry-talks",), "contradicted by one other source"),),
                (),
                ("Two organisations may be meant by this name",),
            ),
        ),
        statements=(
            Statement("s-7d1c", "ana-ruiz", WEDNESDAY, ("q-a1", "q-b1", "q-c1"), ALL, ALL[:2], "live"),
            Statement("s-80aa", "ana-ruiz", WEDNESDAY, ("q-a2",), ALL[:1], ALL[:1], "live", similar=("s-7d1c",)),
            Statement(
                "s-9fe2",
                None,
                BY_THURSDAY,
                ("q-a3",),
                ALL[:1],
                ALL[:1],
                "live",
                speaker_name="A senior port official",
            ),
            Statement("s-b044", None, BY_THURSDAY, ("q-a4",), ALL[:1], ALL[:1], "live"),
            Statement("s-c001", "daniel-okafor", THURSDAY, ("q-b2",), ALL[1:2], ALL[1:2], "live"),
        ),
        events=(
            Event(
                "e-2022-03-07-talks-lindhaven",
                "Talks between Karst and Varn in Lindhaven",
                "meeting",
                EventDate("2022-03-07", "two sources: “next Monday” and “on 7 March”"),
                "Lindhaven",
                ("karst", "varn"),
                "planned",
                ALL[:2],
                similar=("e-press-conference",),
                history=("planned in both sources",),
            ),
            Event(
                "e-press-conference",
                "Press conference of Ana Ruiz and Daniel Okafor",
                "press conference",
                EventDate(None, "no date given", "2022-03-01", "2022-03-03"),
                None,
                ("ana-ruiz", "daniel-okafor"),
                "occurred",
                ALL[:1],
            ),
        ),
        conflicts=(
            Conflict(
                "c-lorries",
                "figure",
                "Lorries waiting at the crossing",
                (ConflictSide("at least 1,200", ("f-1",)), ConflictSide("900", ("f-2",))),
                "the same thing counted within two days",
            ),
            Conflict(
                "c-wording",
                "wording",
                "What Ana Ruiz said about paying",
                (ConflictSide("will not pay", ("q-a1",)), ConflictSide("shall not pay", ("s-7d1c",))),
            ),
            Conflict(
                "c-role",
                "role",
                "Office of Ana Ruiz",
                (
                    ConflictSide("Foreign Minister", (Place(ALL[0], FIRST.span("ruiz")),)),
                    ConflictSide("diplomat", (Place(ALL[1], SECOND.span("ruiz")),)),
                ),
            ),
        ),
        copies=(Copies("rewritten", ALL[0], (ALL[0], ALL[2])),),
        ledger=(
            *(LedgerEntry(i, "statement", 1, "live") for i in ("s-7d1c", "s-80aa", "s-9fe2", "s-b044", "s-c001")),
            LedgerEntry("s-0old", "statement", 1, "merged", "s-0mid", name="An older wording"),
            LedgerEntry("s-0mid", "statement", 1, "merged", "s-7d1c"),
            LedgerEntry("ana-ruis", "actor", 1, "merged", "ana-ruiz", name="Ana Ruis"),
            LedgerEntry("e-gone", "event", 1, "withdrawn", name="A meeting that was not"),
        ),
        issues=(
            IssueRecord("skipped file", "seeds/broken.txt", "not UTF-8 at byte 12", "save the file as UTF-8"),
            IssueRecord("setting", "seeds/dossier.yml", "kind: 'persn' is not known", "person", 9),
        ),
    )


ALL = ("001-ferry-talks", "002-no-payment", "003-copy")


def _source(key: str, article: Article, **more: object) -> Source:
    made = Source(
        id=key,
        file=f"{key}.txt",
        sha256="0" * 64,
        title=article("headline"),
        authors=(),
        outlet=None,
        language="en",
        published=Dated("2022-03-03T16:00+01:00", "stated", "“Updated March 3, 2022” stands above the text"),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _first() -> SourceRecord:
    a = FIRST
    return SourceRecord(
        _source(ALL[0], a, outlet="Harbour Gazette", authors=("Mira Holt",), relays=("Reuters",)),
        removed=tuple(RemovedRecord(a.span(k), a(k), k) for k in ("advert", "caption")),
        mentions=(
            a.mention("ruiz", "ana-ruiz"),
            a.mention("she", "ana-ruiz", "nearest woman named before it", "pronoun"),
            a.mention("okafor", "daniel-okafor"),
            a.mention("karst", "karst"),
            a.mention("varn", "varn"),
        ),
        quotations=(
            a.quotation(
                "q-a2",
                "s-80aa",
                "mixed",
                kind="mixed",
                who="ruiz",
                actor="ana-ruiz",
                cue="cue",
                said=WEDNESDAY,
                certainty="medium",
                flags=("conditional",),
                via=(Party(None, "Reuters"),),
            ),
            a.quotation(
                "q-a1",
                "s-7d1c",
                "q1",
                "q1b",
                who="she",
                actor="ana-ruiz",
                cue="told",
                said=WEDNESDAY,
                to=Party("daniel-okafor", "Daniel Okafor"),
            ),
            a.quotation(
                "q-a3", "s-9fe2", "q3", kind="indirect", who="official", name="A senior port official", cue="added"
            ),
            a.quotation(
                "q-a4",
                "s-b044",
                "q4",
                kind="indirect",
                who="kremer",
                name=None,
                cue="denied",
                certainty="low",
                rule="two people are called Kremer; nothing tells them apart",
                flags=("denial",),
            ),
        ),
        dates=(
            TimeRecord(a.span("date"), a("date"), "DATE", "2022-03-02", "the Wednesday before publication"),
            TimeRecord(a.span("monday"), a("monday"), "SET", "XXXX-WXX-1", "repeated"),
            TimeRecord(a.span("next"), a("next"), "DATE", "2022-03-07", "the Monday after publication"),
        ),
        events=(
            EventRecord(
                a.span("p3"),
                a("p3"),
                "e-2022-03-07-talks-lindhaven",
                a.span("talks"),
                "planned",
                "2022-03-07",
                "“next Monday” counted from 3 March 2022",
                "Lindhaven",
                ("karst", "varn"),
            ),
            EventRecord(a.span("p2"), a("p2"), "e-press-conference", a.span("told"), "occurred"),
        ),
        figures=(
            Figure(
                "f-1",
                a.span("fig"),
                a("fig"),
                1200,
                "lorries",
                "lorries waiting",
                "at_least",
                "q-a3",
                place="Lindhaven",
            ),
        ),
        passages=a.passages("headline", "p1", "p2", "p3", "p4"),
    )


def _second() -> SourceRecord:
    b = SECOND
    return SourceRecord(
        _source(
            ALL[1],
            b,
            outlet="The Lindhaven Wire",
            quality=("machine_translated",),
            publish="full",
            url="https://example.org/no-payment",
            published=Dated("2022-03-03", "inferred", "the dateline says March 3"),
        ),
        removed=(RemovedRecord(b.span("share"), b("share"), "share"),),
        mentions=(b.mention("ruiz", "ana-ruiz"), b.mention("okafor", "daniel-okafor", "surname of one person named")),
        quotations=(
            b.quotation("q-b1", "s-7d1c", "q1", who="ruiz", actor="ana-ruiz", cue="cue", said=WEDNESDAY),
            b.quotation("q-b2", "s-c001", "fig", kind="indirect", who="okafor", actor="daniel-okafor", said=THURSDAY),
        ),
        dates=(
            TimeRecord(b.span("date"), b("date"), "DATE", "2022-03-07", "written out; the year is that of publication"),
        ),
        events=(
            EventRecord(
                b.span("p1"),
                b("p1"),
                "e-2022-03-07-talks-lindhaven",
                b.span("talks"),
                "planned",
                "2022-03-07",
                "",
                "Lindhaven",
            ),
        ),
        figures=(Figure("f-2", b.span("fig"), b("fig"), 900, "lorries", "lorries waiting", "about", None),),
        passages=b.passages("headline", "p1", "p2"),
    )


def _third() -> SourceRecord:
    c = THIRD
    return SourceRecord(
        _source(
            ALL[2], c, copies_of=ALL[0], quality=("words_swapped",), published=Dated(None, "open", "no date found")
        ),
        mentions=(c.mention("ruiz", "ana-ruiz"),),
        quotations=(c.quotation("q-c1", "s-7d1c", "q1", who="ruiz", actor="ana-ruiz", cue="cue", said=WEDNESDAY),),
        passages=c.passages("headline", "p1"),
    )


# What an article may hold to attack the page it is shown on. `window.owned` is set by what gets through.
HOSTILE = (
    "<script>window.owned=1</script><img src=x onerror=window.owned=1>{{ config }}{% raw %} </script><!-- "
    '[click](javascript:window.owned=1) " onmouseover="window.owned=1" x=\' \u202eEVIL\u202c &lt;b&gt; **bold** '
    "=HYPERLINK(1)"
)


def hostile_dossier() -> Dossier:
    """The dossier with every text that comes from articles replaced by an attack."""
    h = HOSTILE
    plain = h.replace("[", "(").replace("]", ")")
    article = Article(f"[headline:{plain}]\n\n[p1:[who:{plain[:120]}] said [q1:“{plain[:60]}”] [date:{plain[:30]}].]")
    record = SourceRecord(
        _source(
            "000-hostile",
            article,
            outlet=h,
            authors=(h,),
            relays=(h,),
            quality=(h,),
            url="javascript:window.owned=1",
            published=Dated("2022-03-03", "stated", h),
            reliability=h,
        ),
        removed=(RemovedRecord(article.span("p1"), h, "advert"),),
        mentions=(article.mention("who", "hostile", h),),
        quotations=(
            article.quotation(
                "q-h",
                "s-h",
                "q1",
                who="who",
                actor="hostile",
                rule=h,
                flags=(h,),
                said=Said("2022-03-02", "inferred", h),
                to=Party(None, h),
                via=(Party(None, h),),
            ),
        ),
        dates=(TimeRecord(article.span("date"), article("date"), "DATE", h, h),),
        events=(EventRecord(article.span("p1"), h, "e-h", article.span("date"), "planned", "2022-03-07", h, h),),
        figures=(Figure("f-h", article.span("date"), h, 3.0, h, h, "about", "q-h", subject=h, place=h),),
        passages=article.passages("headline", "p1"),
    )
    return Dossier(
        title=h,
        scope=h,
        language="en",
        sources=(record,),
        actors=(
            Actor("hostile", h, "person", (Role(h, ("000-hostile",), h),), (Alias(h, 1, ("000-hostile",), h),), (h,)),
        ),
        statements=(
            Statement(
                "s-h",
                "hostile",
                Said("2022-03-02", "inferred", h),
                ("q-h",),
                ("000-hostile",),
                ("000-hostile",),
                h,
                similar=("s-h",),
            ),
        ),
        events=(
            Event("e-h", h, h, EventDate("2022-03-07", h), h, ("hostile",), "planned", ("000-hostile",), history=(h,)),
        ),
        conflicts=(Conflict("c-h", "figure", h, (ConflictSide(h, ("f-h",)), ConflictSide(h, ("q-h",))), h),),
        ledger=(
            LedgerEntry("s-x", "statement", 1, "merged", "s-h", name=h),
            LedgerEntry("e-x", "event", 1, "withdrawn", name=h),
        ),
        issues=(IssueRecord(h, h, h, h, 3),),
    )


def write_site(folder: Path, made: Dossier, config: str = "") -> Path:
    """A folder with a dossier's data and the `mkdocs.yml` of the project, ready to build; returns that file."""
    for name, text in dossier_files(made).items():
        path = folder / "docs" / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ours = Path(__file__).parent.parent / "mkdocs.yml"
    hand_written = tuple(f" {page.name}" for page in (ours.parent / "docs").glob("*.md"))
    settings = [line for line in ours.read_text(encoding="utf-8").splitlines() if not line.endswith(hand_written)]
    (folder / "mkdocs.yml").write_text("\n".join(settings) + "\n" + config, encoding="utf-8")
    return folder / "mkdocs.yml"
