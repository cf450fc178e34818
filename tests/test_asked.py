"""What pages ask, and answers: what is known of a source's text need not be worked out again, and comes out alike."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.model import SourceRecord
from generator.site.answers import Answers
from generator.site.asked import Asking, Question
from generator.site.lookup import Lookup
from tests.builders import dossier

WHOLE = dossier()
TEXTS = {record.source.id.encode(): (record,) for record in WHOLE.sources} | {b"statements": WHOLE.statements}
SOURCE = WHOLE.sources[0].source.id
QUESTIONS: list[tuple[Question, ...]] = [
    tuple(("statements", s.id, "") for s in WHOLE.statements),
    (("sources", SOURCE, ""),),
    (("sources", SOURCE, "source"), ("sources", SOURCE, "mentions")),
    tuple(("quotations", q.id, "") for record in WHOLE.sources for q in record.quotations),
    tuple(("figures", f.id, "") for record in WHOLE.sources for f in record.figures),
]


def test_each_page_is_noted_to_ask_what_the_one_before_has_asked() -> None:
    asking, actor = Asking(Lookup.of(WHOLE)), WHOLE.actors[0]
    for _ in range(2):
        assert [asking.lookup.actors[actor.id].name for _ in range(2)] == [actor.name] * 2
        assert asking.asked() == (("actors", actor.id, "?"), ("actors", actor.id, "name"))


@pytest.mark.parametrize("asked", QUESTIONS)
def test_what_is_known_of_a_text_is_what_would_be_worked_out(asked: tuple[Question, ...]) -> None:
    first = Answers(Lookup.of(WHOLE, TEXTS))
    again = Answers(Lookup.of(dossier(), TEXTS), first.digests)
    assert asked and first.to(asked) == again.to(asked) == Answers(Lookup.of(dossier())).to(asked)


def test_another_text_is_another_source() -> None:
    first = Answers(Lookup.of(WHOLE, TEXTS))
    record = WHOLE.sources[0]
    other = replace(WHOLE, sources=(replace(record, mentions=record.mentions[1:]), *WHOLE.sources[1:]))
    again = Answers(Lookup.of(other, {**TEXTS, b"another": other.sources[:1]}), first.digests)
    changed, same = ((("sources", SOURCE, "mentions"),), (("sources", SOURCE, "source"),))
    assert first.to(changed) != again.to(changed)
    assert first.to(same) == again.to(same)


@pytest.mark.parametrize(
    ("field", "of"),
    [
        ("sources", lambda r: [r.source.id]),
        ("quotations", lambda r: [q.id for q in r.quotations]),
        ("figures", lambda r: [f.id for f in r.figures]),
        ("named", lambda r: [(m.actor, r.source.id) for m in r.mentions if m.actor]),
    ],
)
def test_what_an_article_answers_is_what_it_has_answered_while_its_text_is_the_same(
    field: str, of: Callable[[SourceRecord], list[Any]]
) -> None:
    first = Answers(Lookup.of(WHOLE, TEXTS))
    keys = [key for record in WHOLE.sources for key in of(record)]
    told = first.to_each(field, "", keys, bytes(16 * len(keys)))
    again = Answers(Lookup.of(dossier(), TEXTS), first.digests)
    assert keys and again.to_each(field, "", keys, told) == told
    other = TEXTS | {b"another": TEXTS[SOURCE.encode()]}
    del other[SOURCE.encode()]
    changed = Answers(Lookup.of(dossier(), other), first.digests).to_each(field, "", keys, bytes(16 * len(keys)))
    places = [16 * n for n, key in enumerate(keys) if key in of(WHOLE.sources[0])]
    assert all(changed[at : at + 16] == told[at : at + 16] for at in places)
    assert changed.count(bytes(16)) >= len(keys) - len(places)
