"""Whom "his", "her", "its", and "he" as told by somebody's spokesman, mean where the words beside them show it."""

import re
from collections.abc import Iterator, Mapping

from generator.lexicons import roles, words
from generator.resolve.chains import Chain, Chains

_CUE = 2  # spaces around the cue of "his spokesman said he would come"
_NOUN = 40  # characters in which the noun a possessive goes with stands
_WHO_IS = re.compile(r"[\s,]*(?:who (?:is|was)\s+(?:and\s+)?)?(?:also\s+)?")
_JOINED = re.compile(r"\band\s+$")
_OPENS = re.compile(r"(?:After|At|Before|During|For|From|In|On|With)\s+$")
_MAIN_CLAUSE = re.compile(r"[^.,;:!?\n]{2,60},\s+$")
_SERVING = re.compile(r"([a-z]+) (?:for|of|to) (?:the )?$")
_SERVED = re.compile(r"(?:['’]s?)? (?:[a-z]+ )?([a-z]+)(?:,? |$)")


def owner(chains: Chains, index: int, inside: Mapping[int, int]) -> tuple[int, str] | None:
    """The mention a possessive pronoun goes back, or forward, to, with what shows it."""
    mention = chains.mentions[index]
    if mention.function != "possessive" or index in inside:
        return None
    if mention.gender not in ("male", "female"):
        return None
    if _JOINED.search(chains.text, max(mention.span.start - 5, 0), mention.span.start) and related(chains, index):
        joined = next((k for k in chains.before(index, 0) if _fits(chains, k, index)), None)
        if joined is not None:
            return joined, "who stands beside it in"
    return _named_after(chains, index)


def related(chains: Chains, index: int) -> bool:
    """Whether a possessive's noun says how somebody stands to its owner: "his wife", "her Norland counterpart"."""
    nouns = (roles.noun(_noun(chains, index)), roles.noun(_head(chains, index)))
    return any(n is not None and n.singular in words("relational_nouns") | words("serving_nouns") for n in nouns)


def relatives(chains: Chains, index: int) -> set[int]:
    """Who is the uncle in "his agent, Peter Moss, who is also his uncle", the counterpart in "Peter Moss, his Norland
    counterpart": "his" is somebody else."""
    if not {_noun(chains, index), _head(chains, index)} & words("relational_nouns"):
        return set()
    found = set()
    for k in chains.before(index, 0):
        between = chains.text[chains.mentions[k].span.end : chains.mentions[index].span.start]
        if k in chains.of and chains.mentions[k].kind == "name" and _WHO_IS.fullmatch(between):
            found.add(id(chains.of[k]))
    return found


def _noun(chains: Chains, index: int) -> str:
    return next(_after(chains, index), "")


def _head(chains: Chains, index: int) -> str:
    """The head of the phrase that a possessive begins: "counterpart" of "his Norland counterpart"."""
    start = chains.mentions[index].span.start
    begun = (chains.mentions[k] for k in range(max(index - 2, 0), index) if chains.mentions[k].span.start == start)
    return next((m.head.lower() for m in begun if m.kind == "nominal"), "")


def _after(chains: Chains, index: int) -> Iterator[str]:
    """The words after a mention in lower case, up to the first mark."""
    start = chains.mentions[index].span.end
    for word in chains.text[start : start + _NOUN].split():
        yield word.strip(".,;:'’”\"").lower()
        if word[-1] in '.,;:”"':
            return


def oneself(chains: Chains, index: int, inside: Mapping[int, int]) -> int | None:
    """The subject that "herself" goes back to in its sentence, or the name right before: "the mayor herself said"."""
    mention = chains.mentions[index]
    if not mention.head.lower().endswith("self"):
        return None
    here = [k for k in chains.before(index, 0) if inside.get(k) == inside.get(index)]
    beside = [k for k in here if mention.span.start - chains.mentions[k].span.end == 1]
    found = next((k for k in beside or here if beside or chains.mentions[k].function == "subject"), None)
    if found is None or found not in chains.of:
        return None
    fits = _a_body(chains, found) if mention.head.lower() == "itself" else _fits(chains, found, index)
    return found if fits else None


def principal(chains: Chains, index: int, inside: Mapping[int, int], speaks: Mapping[int, int]) -> int | None:
    """Whom "she" means in "the president's spokesman, Brian Moss, said she would go": the one he speaks for; as after
    "her lawyer, Brian Moss, said"."""
    mention = chains.mentions[index]
    if mention.function != "subject" or mention.gender not in ("male", "female") or index in inside:
        return None
    speaker = next((k for k in chains.before(index, 0) if k in speaks and k in chains.of), None)
    if speaker is None:
        return None
    if index in speaks and chains.text[chains.mentions[speaker].span.end : mention.span.start].count(" ") > _CUE:
        return None  # who speaks in a clause of his own
    for k in chains.before(index, 0):
        between = chains.text[chains.mentions[k].span.end : chains.mentions[speaker].span.end]
        owns = chains.mentions[k].function == "possessive" and chains.of.get(k) is not chains.of[speaker]
        served = _SERVED.match(between) if owns else None
        if served is None and chains.of.get(k) is not chains.of[speaker]:
            served = _SERVING.search(chains.text[chains.mentions[speaker].span.start : chains.mentions[k].span.start])
        his = chains.mentions[k].gender in ("unknown", mention.gender)
        if served is not None and served.group(1) in words("serving_nouns") and his and _fits(chains, k, index):
            return k
    return None


def _fits(chains: Chains, k: int, index: int) -> bool:
    chain = chains.of.get(k)
    if chains.mentions[k].span.end > chains.mentions[index].span.start and k < index:
        return False
    return chain is not None and _a_person(chain) and chain.gender in ("unknown", chains.mentions[index].gender)


def _a_person(chain: Chain) -> bool:
    return chain.kind == "person" and not chain.plural and not chain.candidates


def _named_after(chains: Chains, index: int) -> tuple[int, str] | None:
    """ "In his statement, Baloyi spoke of four trips": who the sentence that begins so is about."""
    mention = chains.mentions[index]
    begins = chains.text.rfind("\n", 0, mention.span.start) + 1
    stop = max(chains.text.rfind(mark, 0, mention.span.start) for mark in (". ", "” ", '" ', "? ", "! "))
    if not _OPENS.fullmatch(chains.text, max(begins, stop + 2 if stop >= begins else 0), mention.span.start):
        return None
    for k in range(index + 1, len(chains.mentions)):
        after = chains.mentions[k]
        if after.sentence != mention.sentence:
            return None
        between = chains.text[mention.span.end : after.role_span.start if after.role_span else after.span.start]
        if after.kind == "name" and after.function == "subject" and _MAIN_CLAUSE.fullmatch(between):
            return (k, "named after it in") if _fits(chains, k, index) else None
    return None


def _a_body(chains: Chains, k: int) -> bool:
    chain = chains.of.get(k)
    return chain is not None and chain.kind in ("organisation", "state") and not chain.plural
