"""Who a sentence is about: its subjects, whom "he" or "she" at the start of the next one may mean.

The preference for the subject of the sentence before is that of centering (Grosz, Joshi and Weinstein 1995).
"""

import re
from collections.abc import Mapping, Sequence

from generator.lexicons import bodies, names, words
from generator.model import Mention
from generator.model.evidence import Gender
from generator.resolve.chains import Chain, Chains

_CLAUSE = re.compile(r"\b(?:who|which|what|that|whether|if|because|when|how)\b")
_FAR = 3  # sentences back, those of quoted words alone counted
_NEAR = 2  # sentences in which nobody else whom a misread name's "he" can mean is spoken of


def opens(chains: Chains, index: int, inside: Mapping[int, int]) -> bool:
    """Whether a pronoun is the first subject of its sentence outside quoted words: "He said", "“…,” she said"."""
    if chains.mentions[index].function != "subject" or index in inside:
        return False
    return not any(k not in inside and chains.mentions[k].function == "subject" for k in chains.before(index, 0))


def sentence_before(chains: Chains, index: int, inside: Mapping[int, int]) -> tuple[int, ...]:
    """The mentions outside quoted words of the nearest earlier sentence that has any, in text order."""
    here = chains.mentions[index].sentence
    found: list[int] = []
    for k in chains.before(index, _FAR):
        sentence = chains.mentions[k].sentence
        if k in inside or sentence == here or not _can_act(chains, k):
            continue
        if found and sentence != chains.mentions[found[-1]].sentence:
            break
        found.append(k)
    return tuple(reversed(found))


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


def _can_act(chains: Chains, index: int) -> bool:
    chain = chains.of.get(index)
    return chain is not None and chain.kind in ("person", "organisation", "state", "group")


def misread(chains: Chains, sentence: Sequence[int], index: int, speaks: Mapping[int, int], gender: Gender) -> None:
    """Make a name a person where "he" right after it can be nobody else: "“…,” Zarkovyy said. He blamed the army".

    Only a speaker's name of one word that nothing else in the text shows to be a body, and no person near who fits.
    """
    speaking = [k for k in subjects(chains, sentence) if k in speaks and chains.mentions[k].kind == "name"]
    if len(speaking) != 1 or chains.mentions[index].sentence - chains.mentions[speaking[0]].sentence > 1:
        return
    chain = chains.of[speaking[0]]
    people = [chains.of[k] for k in chains.before(index, _NEAR) if k in chains.of and chains.of[k].kind == "person"]
    if chain.kind not in ("organisation", "unknown") or not _may_be_surname(chains, chain) or people:
        return
    chain.kind, chain.person, chain.sex = "person", names.person(chain.name), gender


def _may_be_surname(chains: Chains, chain: Chain) -> bool:
    word = chain.name
    bare = word.isalpha() and word[:1].isupper() and word[1:].islower() and not bodies.ends_name(names.fold(word))
    known = word in words("known_bodies") or names.fold(word) in words("news_outlets") | words("press_words")
    own = [chains.mentions[k] for k in chain.mentions]
    articled = any(chains.text[: m.span.start].rstrip().lower().endswith(" the") for m in own)
    return bare and not known and not articled and all(m.kind == "name" and m.text == word for m in own)


def joined(chains: Chains, first: int, second: int) -> bool:
    """Whether "and" joins two mentions: "Peter Moss and James Hart"."""
    between = chains.text[chains.mentions[first].span.end : _start(chains.mentions[second])]
    return between.strip(" ,").lower() in ("and", "and the", "or", "and his", "and her")
