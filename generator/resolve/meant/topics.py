"""Who a sentence is about: its subjects, whom "he" or "she" at the start of the next one may mean.

The preference for the subject of the sentence before is that of centering (Grosz, Joshi and Weinstein 1995).
"""

import re
from collections.abc import Mapping, Sequence

from generator.lexicons import bodies, names, roles, words
from generator.model import Mention
from generator.model.evidence import Gender
from generator.resolve.chains import Chain, Chains

_CLAUSE = re.compile(r"\b(?:who|which|what|that|whether|if|because|when|how)\b")
_NAME_WORD = re.compile(r"(?:[dl]['’])?[A-ZÀ-ÖØ-Þ][^\W\d_A-Z]+(?:[-'’][^\W\d_]+)*|d[aeiou]s?|el|al|van|von|der|ten|y|i")
# What ends a name that is nobody's; whole names that are.
_THINGS = ("event_structures", "event_premises", "foreign_body_openers", "place_nouns", "team_words")
_KNOWN = ("cities", "local_bodies", "news_outlets", "press_words")
_LAST_WORD = re.compile(r"([^\W\d_]+) $")
_NEXT_WORD = re.compile(r" (?:(?:has|had|have) )?([a-z]+)\b")
_EXPLAINED = re.compile(r", an? ((?:[a-z-]+ ){0,2}[a-z]+)\b")
_WHO = re.compile(r",? whom?\b|,? whose\b|, \d\d\b")
_CLOSE = 3  # mentions behind a phrase among which the one its verb acts on is looked for
_BACK = 2  # sentences in which whoever that is was told of
_LONGEST_NAME = 4  # words
_LONGEST_WORD = 20  # characters


def opens(chains: Chains, index: int, inside: Mapping[int, int]) -> bool:
    """Whether a pronoun is the first subject of its sentence outside quoted words: "He said", "“…,” she said"."""
    if chains.mentions[index].function != "subject" or index in inside:
        return False
    return not any(k not in inside and chains.mentions[k].function == "subject" for k in chains.before(index, 0))


def subjects(chains: Chains, sentence: Sequence[int]) -> list[int]:
    """The subjects among a sentence's mentions; a name with its role in front of the verb is one too."""
    return [k for k in sentence if _subject(chains, sentence, k)]


def _subject(chains: Chains, sentence: Sequence[int], index: int) -> bool:
    mention = chains.mentions[index]
    if mention.function == "subject":
        return True
    if mention.function != "apposition" or mention.kind == "pronoun":
        return False
    # "The federation's president, Ana Ruiz, has called it": the name is what the sentence opens with
    before = [k for k in sentence if k < index and chains.mentions[k].span.end <= _start(mention)]
    return not [k for k in before if chains.of.get(k) is not chains.of.get(index)]


def _start(mention: Mention) -> int:
    return min(mention.span.start, mention.role_span.start) if mention.role_span is not None else mention.span.start


def acting_on(chains: Chains, index: int) -> Chain | None:
    """The subject of the clause in which a mention is an object and means somebody else: "Moss founded the party"."""
    if chains.mentions[index].function not in ("object", "oblique"):
        return None
    subject = next(
        (k for k in chains.before(index, 0) if chains.mentions[k].function == "subject" and k in chains.of), None
    )
    if subject is None or _CLAUSE.search(
        chains.text, chains.mentions[subject].span.end, chains.mentions[index].span.start
    ):
        return None
    return chains.of[subject]


def acted_on(chains: Chains, index: int) -> Chain | None:
    """Whom "her" behind a phrase means that is the subject of its clause, where it can mean but one person: "the
    minister accuses her", "the man who fed her"; it is not the subject."""
    mention = chains.mentions[index]
    after = chains.mentions[index + 1 : index + 1 + _CLOSE]
    one = next((m for m in after if m.function in ("object", "oblique", "subject") and m.head.lower() != "who"), None)
    if mention.function != "subject" or one is None or one.kind != "pronoun" or one.function == "subject":
        return None
    parted = re.search(r"[.,;:“”\n]", chains.text[mention.span.end : one.span.start])
    if one.gender not in ("male", "female") or parted or one.head.lower().endswith("self"):
        return None
    found = (chains.of[k] for k in chains.before(index, _BACK) if k in chains.of)
    fit = {id(c): c for c in found if c.kind == "person" and not c.plural and c.gender in ("unknown", one.gender)}
    return next(iter(fit.values())) if len(fit) == 1 else None


def may_be_person(chains: Chains, chain: Chain) -> bool:
    """Whether a name taken for a body's or a place's, or for nobody's, looks like somebody's, and nothing in the text
    shows that it is not: "Zarkovyy", "Solène d'Arbois"."""
    if chain.kind not in ("organisation", "unknown", "place") or not chain.named or chain.code is not None:
        return False
    folded, parts = names.fold(chain.name), chain.name.split()
    last = folded.split()[-1]
    noun = roles.noun(last)
    thing = bodies.ends_name(last) or any(last in words(kind) for kind in _THINGS) or (noun is not None and noun.plural)
    looks = len(parts) <= _LONGEST_NAME and all(map(_NAME_WORD.fullmatch, parts)) and not thing
    known = set(parts) & words("known_bodies") or any(folded in words(kind) for kind in _KNOWN)
    own = [chains.mentions[k] for k in chain.mentions]
    articled = any(chains.definite(k) or _of_thing(chains, k) for k in chain.mentions)
    return looks and not known and not articled and all(m.kind == "name" and m.text in chain.name for m in own)


def may_be_body(chains: Chains, chain: Chain) -> bool:
    """Whether a name taken for a person's by its look alone, or for nobody's, may be a body's
    ("Norra Ropeways"), but not one that goes on with "who" or by its last word."""
    if not (chain.named and chain.unsure and chain.sex == "unknown") or chain.plural or " " not in chain.name:
        return False
    own = [chains.mentions[k] for k in chain.mentions]
    last = chain.name.split()[-1]
    people = any(m.head.lower() in ("who", "whose") or m.text == last or m.type == "place" for m in own)
    return not people and not any(_WHO.match(chains.text, m.span.end) for m in own)


def _of_thing(chains: Chains, index: int) -> bool:
    """Whether the words beside a name show a craft or, of one word, a firm: "the frigate Valiant", "the airline
    Norvexa", "Volkswagen fired Ada Moss"."""
    span = chains.mentions[index].span
    before = _LAST_WORD.search(chains.text, max(span.start - _LONGEST_WORD, 0), span.start)
    noun = before[1] if before is not None else ""
    if noun.lower() in words("vessel_nouns"):
        return True
    told = _EXPLAINED.match(chains.text, span.end)
    if told is not None and not words("vessel_nouns").isdisjoint(told[1].split()):
        return True
    if " " in chains.mentions[index].text:
        return False
    verb = _NEXT_WORD.match(chains.text, span.end)
    deeds = words("company_verbs") | words("employing_verbs")
    return noun in bodies.nouns() or (verb is not None and verb[1] in deeds)


def made_person(chain: Chain, gender: Gender) -> None:
    """Take a name for a person's, as "he" shows it to be."""
    chain.kind, chain.person, chain.sex = "person", names.person(chain.name), gender


def joined(chains: Chains, first: int, second: int) -> bool:
    """Whether "and" joins two mentions: "Peter Moss and James Hart"."""
    between = chains.text[chains.mentions[first].span.end : _start(chains.mentions[second])]
    return between.strip(" ,").lower() in ("and", "and the", "or", "and his", "and her")


def words_after(chains: Chains, index: int) -> list[str]:
    """The next words after a mention in lower case, up to the first mark."""
    start = chains.mentions[index].span.end
    found = re.split(r"[.,;:!?()“”\"\n]", chains.text[start : start + 60], maxsplit=1)[0].split()
    return [word.strip("'’").lower() for word in found]


def named_by(chains: Chains, index: int, speaks: Mapping[int, int], reported: Mapping[int, int]) -> frozenset[int]:
    """The `id`s of those whom the words name that a mention speaks: hardly the speaker, unless they say "I" as well.

    `speaks` leads from mentions to the quotations they speak, `reported` to those they stand in.
    """
    spoken = speaks.get(index)
    inside = [k for k, number in reported.items() if number == spoken and k in chains.of]
    if any(chains.mentions[k].head.lower() in ("i", "me", "my") for k in inside):
        return frozenset()
    return frozenset(id(chains.of[k]) for k in inside if chains.mentions[k].kind == "name")
