"""Commands for people who look after a dossier: to decide, to see what changed and what deserves a look."""

import dataclasses
import textwrap
from pathlib import Path

import click

from generator import curate, read, records
from generator import review as reviewing
from generator.changes import KINDS, Change
from generator.cli.options import DATA, SEEDS, path_option
from generator.editions import changes_since
from generator.errors import Fault, FaultsError
from generator.model import VERBS, Decision, Document, Dossier

LISTS = {"same", "not_same"}
# Verbs that may name an article by its file.
BY_FILE = {"date", "edit", "embargo", "quote"}
SHOWN = 80


@click.command()
@click.argument("verb", type=click.Choice(list(VERBS)))
@click.argument("about", nargs=-1, required=True)
@SEEDS
@DATA
@click.option("--to", help="What it becomes: a name, a kind, a date, an actor id.")
@click.option("--field", help="With edit: the field.")
@click.option("--words", help="With quote: the words, as the article has them.")
@click.option("--until", help="With embargo: the date.")
@click.option("--by", envvar="ONRECORD_BY", help="Who decides.")
@click.option("--on", help="When, as a date.")
@click.option("--why", help="The reason, shown to readers.")
@click.pass_obj
def decide(quiet: bool, /, verb: str, about: tuple[str, ...], seeds: Path, data: Path, **keys: str | None) -> None:
    """Append a decision to those in the seeds folder; what is written there stays as it is.

    VERB is what is decided, ABOUT the id or ids it is about: 'onrecord decide rename a-ryabkov --to "Sergei Ryabkov"'.
    """
    one = about[0] if len(about) == 1 and verb not in LISTS else None
    plain: dict[str, object] = {verb: one or list(about), **{k: v for k, v in keys.items() if v is not None}}
    found, faults = records.read_decisions(records.dump_yaml([plain]), "decision")
    if faults:
        raise FaultsError(
            [dataclasses.replace(f, what=f.what.removeprefix("decisions[1]: "), line=None) for f in faults]
        )
    if (data / "dossier.yml").is_file():
        _fits(found[0], records.load_dossier(data), seeds)
    target, more = _place(seeds, found[0])
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("ab") as file:  # one write at the end: whatever is there stays, byte for byte
        file.write(more.encode("utf-8"))
    if not quiet:
        click.echo(f"appended to {target}:\n{more.rstrip()}")


def _fits(decision: Decision, dossier: Dossier, seeds: Path) -> None:
    """Raise FaultsError where a decision would match nothing: 'extract' would report it, by the same rules.

    An embargo may name an article that is withheld already, and so not in the data.
    """
    kinds = curate.kinds_of(dossier)
    files = {r.source.file: "source" for r in dossier.sources} if decision.verb in BY_FILE else {}
    followed = curate.follow(decision, kinds | files, curate.redirects(dossier.ledger))
    if decision.verb == "embargo" and decision.about[0] not in kinds:
        return
    why = curate.why_unfit(followed, kinds | files, dossier.ledger)
    if not why and decision.verb == "quote":
        file = next(r.source.file for r in dossier.sources if followed.quote in {r.source.id, r.source.file})
        article = read.read_article(seeds, file)
        why = curate.why_not_there(followed, article.text) if isinstance(article, Document) else ""
    if why:
        raise FaultsError([Fault(decision.verb, why, "")])


def _place(seeds: Path, decision: Decision) -> tuple[Path, str]:
    """The file to append to, and the text: dossier.yml where its list of decisions is the last thing in it (or there
    is none yet), else a file of its own."""
    own = seeds / "decisions" / "decided.yml"
    for path in (own, seeds / "dossier.yml") if own.exists() else (seeds / "dossier.yml", own):
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        more = records.appended(text, decision)
        if more is not None:
            return path, more
    raise FaultsError([Fault(str(own), "nothing can be appended here", "let 'decisions:' be the last thing in it")])


@click.command()
@DATA
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many to list.")
@click.option("--all", "everything", is_flag=True, help="List everything.")
def review(data: Path, limit: int, everything: bool) -> None:
    """List what deserves a look, least certain and most cited first, with decisions ready to paste."""
    items = reviewing.review(records.load_dossier(data))
    shown = items if everything else items[:limit]
    for item in shown:
        click.echo(f"{item.record} {item.id}  {_short(item.title)}\n  {item.why}")
        if item.passage:
            click.echo(textwrap.fill(item.passage, 100, initial_indent="  | ", subsequent_indent="  | "))
        for label, yaml in item.choices:
            click.echo(textwrap.indent(f"# {label}\n{yaml}", "    "))
        click.echo()
    left = len(items) - len(shown)
    click.echo(f"{len(items)} to look at" + (f", {left} of them not shown: --all" if left else ""))


@click.command()
@click.option(
    "--since",
    default="HEAD",
    show_default=True,
    metavar="REVISION",
    help="A tag, a branch or a commit of the repository.",
)
@DATA
@path_option("--briefings", "docs/briefings", "The folder with briefings, whose citations are looked at.")
def diff(since: str, data: Path, briefings: Path) -> None:
    """Tell what changed since an edition: added, changed, withdrawn, corroborated, contested, decisions gone stale."""
    found = changes_since(data, records.load_dossier(data), since, briefings if briefings.is_dir() else None)
    for kind, title in KINDS.items():
        of_kind = [c for c in found.changes if c.kind == kind]
        if of_kind:
            click.echo(f"{title} ({len(of_kind)})")
        for change in of_kind:
            click.echo(f"  {_line(change)}")
    for name, changed in found.briefings:
        click.echo(f"{briefings / name} cites what has changed since it was written")
        for change in changed:
            click.echo(f"  {_line(change)}")
    if not found.changes and not found.briefings:
        click.echo(f"nothing has changed since {since}")


def _line(change: Change) -> str:
    return f"{change.record} {change.id}  {_short(change.name)}" + (f"  [{change.what}]" if change.what else "")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else f"{flat[: SHOWN - 1]}…"
