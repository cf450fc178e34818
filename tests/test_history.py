"""A long random history of articles and decisions: every address ever published still answers."""

import difflib
import random
from pathlib import Path

import pytest

from generator.build import extract
from generator.config import Places
from generator.disk import write_folder
from generator.model import Dossier
from generator.site.lookup import Lookup
from generator.site.plan import pages

PEOPLE = ("Ilse Brandt", "Karl Varga", "Carl Varga", "Ann Lee", "Omar Haddad", "Rosa Quint")
PLACES = ("Rotterdam", "Geneva", "Lagos", "Lima")
WORDS = (
    "No ship leaves the harbour before the talks are over",
    "We were not asked about the new fees and we will not pay them",
    "The bridge opens on Monday whatever the weather brings",
    "Nobody in this town believes a word of the report",
    "There is money for the school and there is none for the road",
    "It is a mistake to close the port in the middle of winter",
)


def article(chance: random.Random) -> str:
    day = chance.randrange(3, 28)
    lines = [f"News from {chance.choice(PLACES)}", f"Published {day} January 2022"]
    for words in chance.sample(WORDS, chance.randrange(1, 4)):
        who = chance.choice(PEOPLE)
        lines.append(
            chance.choice(
                (
                    f"“{words},” {who} said on Wednesday.",
                    f"{who} met Ann Lee in {chance.choice(PLACES)} on Friday. “{words},” said {who}.",
                    f"{who} said that {words[0].lower()}{words[1:]}.",
                )
            )
        )
    return "\n\n".join(lines) + "\n"


def decision(chance: random.Random, dossier: Dossier) -> str:
    """A decision on whatever there is."""
    actors = [a.id for a in dossier.actors]
    quotations = [q.id for r in dossier.sources for q in r.quotations]
    others = [s.id for s in dossier.statements] + [e.id for e in dossier.events]
    kind = chance.choice(("same", "not_same", "rename", "reject", "speaker", "embargo"))
    if kind == "same" and len(actors) > 1:
        return f"- same: [{', '.join(chance.sample(actors, 2))}]"
    if kind == "not_same" and actors:
        actor = chance.choice(dossier.actors)
        return f"- not_same: [{actor.id}, {chance.choice(actor.aliases).text if actor.aliases else 'X'}]"
    if kind == "reject" and others:
        return f"- reject: {chance.choice(others)}"
    if kind == "speaker" and quotations and actors:
        return f"- speaker: {chance.choice(quotations)}\n  to: {chance.choice(actors)}"
    if kind == "embargo" and dossier.sources:
        return f"- embargo: {chance.choice(dossier.sources).source.id}\n  until: 2030-01-01"
    return f"- rename: {chance.choice(actors)}\n  to: Somebody" if actors else ""


def move(chance: random.Random, seeds: Path, decisions: list[str], dossier: Dossier) -> None:
    """One thing that a person does to the folder."""
    files = sorted(seeds.glob("*.txt"))
    usual = ("add", "add", "add", "add", "rename", "edit", "cut", "decide", "decide")
    what = chance.choice((*usual, "remove", "undo", "name"))
    if what == "add" or not files:
        (seeds / f"n{chance.randrange(1000)}.txt").write_text(article(chance), encoding="utf-8")
        return
    file = chance.choice(files)
    text = file.read_text(encoding="utf-8")
    if what == "remove":
        file.unlink()
    elif what == "rename":
        file.rename(seeds / f"r{chance.randrange(1000)}.txt")
    elif what == "edit":
        one, two = chance.sample(PEOPLE, 2)
        file.write_text(text.replace(one, two), encoding="utf-8")
    elif what == "cut":
        file.write_text(text.replace(" before ", " long before ").replace(" in the middle", ""), encoding="utf-8")
    elif what == "decide":
        decisions.append(decision(chance, dossier))
    elif what == "undo" and decisions:
        decisions.pop(chance.randrange(len(decisions)))
    elif what == "name":
        file.with_suffix(".yml").write_text(f"id: given-{chance.randrange(50)}\n", encoding="utf-8")


def difference(before: str, after: str) -> str:
    return "a second run changes something:\n" + "\n".join(difflib.unified_diff(before.split("\n"), after.split("\n")))


@pytest.mark.parametrize("seed", range(3))
def test_every_address_ever_published_answers(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    places = Places.of(tmp_path / "seeds", tmp_path / "data")
    places.seeds.mkdir()
    decisions: list[str] = []
    published: set[str] = set()
    dossier = Dossier("", "", "en")
    for _ in range(30):
        move(chance, places.seeds, decisions, dossier)
        (places.seeds / "dossier.yml").write_text("decisions:\n" + "\n".join(filter(None, decisions)) + "\n")
        found = extract(places, jobs=1)
        write_folder(places.data, found.files)
        again = extract(places, jobs=1).files
        changed = [name for name in {*again, *found.files} if again.get(name) != found.files.get(name)]
        for name in changed:
            pytest.fail(difference(found.files.get(name, ""), again.get(name, "")))
        dossier = found.dossier
        plans = {plan.uri: plan for plan in pages(Lookup.of(dossier), (), "")}
        assert published <= set(plans), sorted(published - set(plans))
        assert all(plan.to in plans and not plans[plan.to].gone for plan in plans.values() if plan.to)
        published |= {uri for uri in plans if "/" in uri}
        told = {(e.kind, e.id): e for e in dossier.ledger}
        assert all(e.why for e in told.values() if e.status == "withdrawn")
        assert all((e.kind, part) in told for e in told.values() for part in e.parts)
        assert all(len(e.parts) > 1 for e in told.values() if e.status == "split")
    assert len(published) > 25
