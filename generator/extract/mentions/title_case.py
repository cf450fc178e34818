"""Names in headlines in title case, and names the recogniser missed: those the article has elsewhere."""

from collections.abc import Iterable, Sequence

from generator.extract.mentions.clues import is_a_company, reporting_verbs
from generator.extract.mentions.compact import Words, written
from generator.extract.mentions.names import Name, text_of
from generator.lexicons import bodies, names, states, words
from generator.model.evidence import EntityKind

_LONGEST = 6  # words of a name looked up
_AFTER_A_VERB = frozenset(["he", "her", "his", "it", "its", "my", "she", "the", "they", "this", "we", "you", "your"])
_FEWEST = 5  # verbs, nouns and adjectives a sentence must have to be judged


def is_title_case(doc: Words, start: int, end: int) -> bool:
    """Whether every verb, noun and adjective of a sentence is capitalised, so that capitals tell nothing."""
    letters = [doc[k] for k in range(start, end) if doc[k].is_alpha]
    if len(letters) > 2 and all(token.is_upper for token in letters):
        return True  # "CALDERA SHARES FELL"
    content = [doc[k] for k in range(start, end) if doc[k].tag_[:2] in ("VB", "NN", "JJ") and doc[k].is_alpha]
    return len(content) >= _FEWEST and all(token.text[0].isupper() for token in content)


def surnames_of(full: Iterable[str]) -> frozenset[str]:
    """What a person of one of these full names may be called alone, folded: surname, or given name."""
    found: set[str] = set()
    for name in full:
        parts = names.fold(name).split()
        if len(parts) > 1:
            found.update((parts[-1], *names.surnames(names.person(name))))
            if len(parts[0]) > 2:
                found.add(parts[0])
    return frozenset(found)


def known_names(doc: Words, sentences: Sequence[tuple[int, int]], known: Sequence[Name]) -> list[Name]:
    """The names of title-case sentences: states, what the article names elsewhere, and recognised full names."""
    # where a firm and somebody bear one name, a headline means what the text names first
    kinds: dict[str, EntityKind] = {names.fold(text_of(doc, name)): name.type for name in reversed(known)}
    for surname in sorted(surnames_of(text_of(doc, name) for name in known if name.type == "person")):
        kinds.setdefault(surname, "person")
    found = []
    for start, end in sentences:
        at = start
        while at < end:
            name = _at(doc, at, end, kinds)
            if name is not None:
                found.append(name)
                at = name.end
            else:
                at += 1
    return found


def _at(doc: Words, at: int, end: int, kinds: dict[str, EntityKind]) -> Name | None:
    if not doc[at].text[:1].isupper() or doc[at].lower_ == "the":
        return None
    for length in range(min(_LONGEST, end - at), 0, -1):
        text = written(doc[at : at + length])
        if (not text[-1].isalnum() and text not in ("U.S.", "U.K.")) or text.endswith(("'s", "’s")):
            continue
        if states.named(text) or text in states.seats():
            return Name(at, at + length, "state", doc[at].ent_type_)
        kind = kinds.get(names.fold(text))
        if kind is not None:
            return Name(at, at + length, kind, doc[at].ent_type_)
        person = doc[at].ent_type_ == "PERSON" and length in (2, 3) and names.usual_sex(doc[at].text) != "unknown"
        if person and doc[at].ent_iob_ == "B" and all(doc[k].ent_iob_ == "I" for k in range(at + 1, at + length)):
            return Name(at, at + length, "person", "PERSON")
    return None


def missed_names(doc: Words, sentences: Sequence[tuple[int, int]], known: Sequence[Name]) -> list[Name]:
    """Capitalised words no name covers that the article has as a name: what is a name in one place is one in all.

    The surname or the given name of somebody named in full, the last word of a team's name, and names of one word. A
    word that the article has without a capital too ("will") is none.
    """
    full = [text_of(doc, name) for name in known if name.type == "person"]
    kinds: dict[str, EntityKind] = dict.fromkeys(sorted(surnames_of(full)), "person")
    for name in known:
        last = names.fold(doc[name.end - 1].text)
        team = name.type == "organisation" and last.endswith("s") and not bodies.ends_name(last)
        if (name.end - name.start == 1 and name.type != "state") or team:
            kinds.setdefault(last, name.type)
    long = {text_of(doc, name) for name in known if name.type == "organisation" and name.end - name.start > 2}
    small = {token.text for token in doc if token.text.islower()} - {names.person(name).last for name in full}
    taken = {k for name in known for k in range(name.start, name.end)}
    found = []
    for start, end in sentences:
        for size in (1, 2):
            for k in range(start, end - size + 1):
                text = written(doc[k : k + size])
                kind = kinds.get(names.fold(text)) if text[:1].isupper() and _may_be(doc, k, text, k == start) else None
                if kind is None and doc[k].is_upper and any(bodies.shortened_to(b, names.fold(text)) for b in long):
                    kind = "organisation"
                free = taken.isdisjoint(range(k, k + size)) and text.lower() not in small
                asked = k == start and written(doc[k + size : k + size + 1]).lower() in _AFTER_A_VERB  # "Will he …?"
                if kind is None or not free or asked:
                    continue
                firm = kind == "person" and is_a_company(doc, k, k + size)
                found.append(Name(k, k + size, "organisation" if firm else kind, doc[k].ent_type_))
                taken.update(range(k, k + size))
    return found


def _may_be(doc: Words, at: int, text: str, opens: bool) -> bool:
    """Whether letters may be a name: two of them inside a sentence, or where they are no word ("Xi", not "So")."""
    if len(text) != 2:
        return len(text) > 2
    word = opens and text.lower() in words("empty_words")
    return text.istitle() and not (word and doc[at + 1 : at + 2] and doc[at + 1].lower_ not in reporting_verbs())
