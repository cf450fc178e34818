"""What lies behind the pages: issues, method, data, and pages that are no more."""

from dataclasses import dataclass

from generator.site import wording
from generator.site.cards import card
from generator.site.downloads import BIBLIOGRAPHIES, TABLES
from generator.site.pages.accuracy import Accuracy, accuracy
from generator.site.views import Card, Here, Ref


@dataclass(frozen=True, slots=True)
class IssueRow:
    """Something a person should know: the file (with its line), what is wrong, what would be right."""

    where: str
    what: str
    right: str


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """The first issues of one kind, of `count`."""

    id: str
    name: str
    issues: tuple[IssueRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class IssuesContext:
    """What went wrong or was left open: issues by kind, and the statements whose speaker is not settled."""

    groups: tuple[IssueGroup, ...]
    open_statements: tuple[Card, ...]
    open_count: int
    undated_sources: tuple[Ref, ...]
    undated_count: int
    data: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something occurs in this dossier."""

    label: str
    number: int
    meaning: str


@dataclass(frozen=True, slots=True)
class MethodContext:
    """How the pages were made, with this dossier's own counts."""

    version: str
    kinds: tuple[Tally, ...]
    certainty: tuple[Tally, ...]
    flags: tuple[Tally, ...]
    accuracy: Accuracy
    issues: str
    data: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away."""

    ref: Ref
    what: str


@dataclass(frozen=True, slots=True)
class DataContext:
    """The files behind the pages."""

    tables: tuple[Download, ...]
    bibliographies: tuple[Download, ...]
    yaml: tuple[Ref, ...]
    yaml_count: int
    index: Ref


OPEN = 100  # statements with an open speaker on the page of issues
FILES = 60  # YAML files on the page of data; above it a source's is on the source's own page alone
ISSUES = 200  # issues of one kind, and undated sources, on it


def issues_context(here: Here) -> IssuesContext:
    """The context of the page of issues."""
    dossier = here.lookup.dossier
    groups: dict[str, list[IssueRow]] = {}
    for issue in dossier.issues:
        where = f"{issue.file}:{issue.line}" if issue.line else issue.file
        groups.setdefault(issue.kind, []).append(
            IssueRow(where, wording.sentence(issue.what), wording.sentence(issue.right))
        )
    silent = [s for s in dossier.statements if s.speaker is None]
    return IssuesContext(
        tuple(
            IssueGroup(
                f"issues-{n}", wording.sentence(wording.plain(kind)).rstrip("."), tuple(rows[:ISSUES]), len(rows)
            )
            for n, (kind, rows) in enumerate(sorted(groups.items()), 1)
        ),
        tuple(card(here, s) for s in silent[:OPEN]),
        len(silent),
        tuple(
            Ref(here.at.record("source", r.source.id), r.source.title or r.source.file)
            for r in dossier.sources
            if not r.source.published.value
        )[:ISSUES],
        sum(1 for r in dossier.sources if not r.source.published.value),
        here.at.page("data/index"),
    )


def method_context(here: Here, version: str) -> MethodContext:
    """The context of the page on method."""
    quotations = [q for r in here.lookup.dossier.sources for q in r.quotations]
    kinds = [wording.kind(q) for q in quotations]
    certainty = [q.certainty for q in quotations]
    flags = [flag for q in quotations for flag in q.flags]
    return MethodContext(
        version=version,
        kinds=tuple(Tally(text, kinds.count((text, meaning)), meaning) for text, meaning in wording.KINDS),
        certainty=tuple(
            Tally(text or "certain", certainty.count(level), meaning or "The sentence itself says who speaks.")  # type: ignore[arg-type]
            for level, (text, meaning) in wording.CERTAINTY.items()
        ),
        flags=tuple(
            Tally(wording.plain(flag), flags.count(flag), meaning)
            for flag, meaning in wording.FLAGS.items()
            if flag in flags
        ),
        accuracy=accuracy(),
        issues=here.at.page("issues"),
        data=here.at.page("data/index"),
    )


def data_context(here: Here, yaml: tuple[str, ...]) -> DataContext:
    """The context of the page of data; `yaml` are the paths of the YAML files below the data folder."""
    rest = [path for path in yaml if not path.startswith("sources/")]
    whole = {**TABLES, "dossier.json": "Everything, as one JSON file"}
    return DataContext(
        _downloads(here, whole),
        _downloads(here, BIBLIOGRAPHIES),
        tuple(Ref(here.at.file(f"data/{path}"), path) for path in (yaml if len(yaml) <= FILES else rest)),
        len(yaml),
        Ref(here.at.page("sources/index"), "sources"),
    )


def _downloads(here: Here, files: dict[str, str]) -> tuple[Download, ...]:
    return tuple(Download(Ref(here.at.file(f"downloads/{name}"), name), what) for name, what in files.items())
