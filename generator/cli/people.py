"""Commands for people's own decisions: to write one down."""

import dataclasses
from pathlib import Path

import click

from generator import curate, records
from generator.cli.options import DATA, SEEDS
from generator.errors import Fault, FaultsError
from generator.model import NOBODY, VERBS, Decision, Dossier

LISTS = {"same", "not_same"}


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
        _known(found[0], records.load_dossier(data))
    target, more = _place(seeds, found[0])
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("ab") as file:  # one write at the end: whatever is there stays, byte for byte
        file.write(more.encode("utf-8"))
    if not quiet:
        click.echo(f"appended to {target}:\n{more.rstrip()}")


def _known(decision: Decision, dossier: Dossier) -> None:
    """Raise FaultsError where a decision names a record that is not there."""
    kinds = curate.kinds_of(dossier) | {r.source.file: "source" for r in dossier.sources}
    moved = curate.redirects(dossier.ledger)
    followed = curate.follow(decision, kinds, moved)
    if decision.verb in {"redact", "embargo"}:
        return
    ids = followed.about[:1] if followed.verb == "not_same" else followed.about
    ids += (followed.value,) if followed.verb in {"speaker", "quote"} and followed.value != NOBODY else ()
    if any(id_ not in kinds for id_ in ids):
        raise FaultsError([Fault(decision.verb, curate.why_stale(followed, kinds, dossier.ledger, ()), "")])


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
