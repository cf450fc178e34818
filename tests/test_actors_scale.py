"""Who is who among many articles: the work grows with the number of names, not of pairs."""

import time

from generator.model import Document, Entity, Evidence, Mention, Span
from generator.model.evidence import EntityKind
from generator.resolve.actors import actors

ARTICLES = 1000
SECONDS = 12  # of processor time: twice a tenth of the minute that 10,000 articles may take; measured: 2
GIVEN = ("Ana", "Omar", "Lena", "Ivo", "Kofi", "Mei", "Tomasz", "Thomas", "Juan", "John")
PARTS = ("ka", "ro", "mi", "ten", "sha", "bel", "dor", "vi", "lan", "gre")


def surname(number: int) -> str:
    digits = (number % 10, number // 10 % 10, number // 100 % 10)
    return "".join(PARTS[d] for d in digits).title()


def article(number: int) -> Evidence:
    """Six people in full and by surname, two companies with and without their trade; the same every time."""
    names: list[tuple[str, EntityKind]] = []
    for k in range(6):
        seed = (number * 7919 + k * 104729) % 9973
        last = surname(seed % 700)
        names += [(f"{GIVEN[seed % 10]} {last}", "person"), (surname((seed * 31) % 700), "person")]
    for k in range(2):
        firm = surname(1000 - (number * 13 + k * 7) % 300)
        names += [(f"{firm} Shipping", "organisation"), (firm, "organisation")]
    text = ". ".join(name for name, _ in names)
    mentions, entities, at = [], [], 0
    for index, (name, kind) in enumerate(names):
        span = Span(at, at + len(name))
        mentions.append(Mention(span, name, "name", kind, name.split()[-1], function="subject", entity=index))
        entities.append(Entity(name, kind, (index,)))
        at += len(name) + 2
    document = Document(f"d{number:05}", f"d{number}.txt", "", text, "", ())
    return Evidence(document, mentions=tuple(mentions), entities=tuple(entities))


def test_many_articles_take_seconds() -> None:
    evidence = [article(number) for number in range(ARTICLES)]
    before = time.process_time()
    found = actors(evidence)
    assert time.process_time() - before < SECONDS
    assert len(found.actors) > 500
