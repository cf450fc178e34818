"""What speaks for and against a body or a group that "it", "its", "they" or "their" may mean."""

import re
from functools import cache

from generator.lexicons import roles, words
from generator.model import Mention
from generator.resolve.chains import Chains
from generator.resolve.meant.topics import words_after

_THING = re.compile(r"\b(?:the|an?|this|that)\s+[a-z]", re.IGNORECASE)
# "accused the firm of breaking its word", "ordered a museum to hand over one of its pictures"
_MADE_TO = re.compile(r" (?:to (?:not |never )?[a-z]+|(?:of|from|into) (?:not |never )?[a-z]+ing)\b")
_BY_MANY = re.compile(
    r",? (?:also |both |meanwhile |now |still |yesterday )?"
    r"(?:have|are|were|do|don['’]t|aren['’]t|weren['’]t|haven['’]t|argue|believe|blame|claim|declare|demand|deny|expect"
    r"|hope|insist|maintain|offer|plan|refuse|say|want|warn)\b"
)


def of_bodies(chains: Chains, k: int, index: int, *, told: bool, rivals: bool) -> dict[str, float]:
    """The signs of the candidate at mention `k` for a pronoun. `told`: the pronoun is the subject of what the candidate
    says; `rivals`: others before it are several."""
    before, mention, chain = chains.mentions[k], chains.mentions[index], chains.of[k]
    between = chains.text[before.span.end : mention.span.start]
    after = words_after(chains, index)
    as_many = not chain.plural and any(_as_many(chains, chains.mentions[n]) for n in chain.mentions)
    return {
        "things": float(min(len(_THING.findall(between)), 3)),
        "staff": float(mention.function == "possessive" and any(w in _staff() or roles.noun(w) for w in after[:4])),
        "state": float(chain.kind == "state"),
        "plural": float(chain.plural or chain.kind == "group"),
        "tells": float(told),
        "tells alone": float(told and not rivals),
        "as many": float(as_many),
        "made to": float(
            before.sentence == mention.sentence and _MADE_TO.match(chains.text, before.span.end) is not None
        ),
    }


def _as_many(chains: Chains, mention: Mention) -> bool:
    """Whether the verb of many has one body for its subject: "Virtus have", "the federation maintain"."""
    return mention.function == "subject" and _BY_MANY.match(chains.text, mention.span.end) is not None


@cache
def _staff() -> frozenset[str]:
    """What a body has: people and belongings."""
    return words("staff_nouns") | words("company_belongings") | words("serving_nouns")
