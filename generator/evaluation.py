"""Runs the program on the annotated articles and counts: where the flow meets `evaluate`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import build, records
from generator.config import Places
from generator.errors import Fault, FaultsError
from generator.evaluate import (
    Comparison,
    Counts,
    Floor,
    GoldArticle,
    Measured,
    actor_counts,
    actor_differences,
    date_counts,
    date_differences,
    event_counts,
    event_differences,
    misplaced,
)
from generator.model import Dossier

FLOORS = "floors.yml"
_HEADER = """\
# F1, precision and recall in percent on each set; `make eval` fails below. Lowering one is a decision: say why in
# CHANGELOG.md.
# `onrecord evaluate --pin` writes what is measured now.
"""


@dataclass(frozen=True, slots=True)
class Floors:
    """The content of floors.yml: the sets by name."""

    sets: dict[str, Floor] = field(default_factory=dict)


def measure(gold: Path) -> Iterator[Measured]:
    """The figures of every set of annotated articles (`*.yml`) below a folder, in the order of their names.

    Raises FaultsError when a set is not as it should be.
    """
    for path in sorted(gold.glob("*.yml")):
        if path.name != FLOORS:
            data = path.read_bytes()
            articles = _articles(data.decode("utf-8"), path)
            digest = sha256(data)
            for article in articles:
                if article.file is not None:
                    digest.update(article.text.encode("utf-8"))
            compared = [_compared(article) for article in articles]
            counts = _sum(one.counts for one in compared)
            certainty = _sum(one.certainty for one in compared)
            lines = tuple(line for one in compared for line in one.differences)
            yield Measured(path.stem, digest.hexdigest(), len(articles), counts, lines, certainty)


def load_floors(gold: Path) -> Floors:
    """The pinned floors, or none when nothing was pinned yet."""
    path = gold / FLOORS
    if not path.is_file():
        return Floors()
    text = path.read_text(encoding="utf-8")
    return records.from_plain(Floors, records.load_yaml(text, str(path)), str(path), text)


def pin(gold: Path, measured: list[Measured]) -> None:
    """Write what was measured as the floors from now on."""
    sets = {m.name: {"sha256": m.sha256, "figures": m.floor().figures} for m in measured}
    (gold / FLOORS).write_text(_HEADER + records.dump_yaml({"sets": sets}), encoding="utf-8")


def _articles(text: str, path: Path) -> tuple[GoldArticle, ...]:
    file = str(path)
    plain = records.load_yaml(text, file)["articles"]
    articles = records.from_plain(tuple[GoldArticle, ...], plain, file, text, ("articles",), by_hand=True)
    articles = tuple(_with_text(article, path) for article in articles)
    faults = [fault for article in articles for fault in misplaced(article, file)]
    if faults:
        raise FaultsError(faults)
    return articles


def _with_text(article: GoldArticle, path: Path) -> GoldArticle:
    if (article.file is None) == (not article.text):
        raise FaultsError([Fault(str(path), f"{article.id}: needs 'text' or 'file'", "give one of the two")])
    if article.file is None:
        return article
    try:
        return replace(article, text=(path.parent / article.file).read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise FaultsError([Fault(str(path), f"{article.id}: {article.file} cannot be read: {error}")]) from error


@dataclass(frozen=True, slots=True)
class _Compared:
    counts: dict[str, Counts]
    certainty: dict[str, Counts]
    differences: list[str]


def _compared(article: GoldArticle) -> _Compared:
    """One article through the whole program, alone: what other articles say must not help."""
    dossier = _dossier(article)
    names = {actor.id: actor.name for actor in dossier.actors}
    source = dossier.sources[0] if dossier.sources else None
    counts: dict[str, Counts] = {}
    certainty: dict[str, Counts] = {}
    differences: list[str] = []
    if article.quotations is not None:
        quotations = Comparison.of(article, source.quotations if source else (), names)
        counts |= quotations.counts()
        certainty = quotations.certainty()
        differences += quotations.differences()
    if article.dates is not None:
        dates = source.dates if source else ()
        counts |= date_counts(article, dates)
        differences += date_differences(article, dates)
    if article.actors is not None:
        counts |= actor_counts(article, dossier.actors)
        differences += actor_differences(article, dossier.actors)
    if article.events is not None:
        events = {event.id: event for event in dossier.events}
        told = source.events if source else ()
        counts |= event_counts(article, told, events)
        differences += event_differences(article, told, events)
    return _Compared(counts, certainty, [f"{article.id}: {line}" for line in differences])


def _dossier(article: GoldArticle) -> Dossier:
    with TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        (seeds / "article.txt").write_bytes(article.text.encode("utf-8"))
        if article.published:
            (seeds / "article.yml").write_text(records.dump_yaml({"published": article.published}), encoding="utf-8")
        return build.extract(Places.of(seeds, Path(folder) / "data"), jobs=1, cached=False).dossier


def _sum(counted: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    total: dict[str, Counts] = {}
    for counts in counted:
        for name, one in counts.items():
            total[name] = total.get(name, Counts()) + one
    return total
