"""Whom "the 61-year-old" or "the Norwegian" means, who says no more of anybody than a pronoun does."""

import re

from generator.lexicons import names, states
from generator.model import Mention
from generator.resolve.ages import of_another_age
from generator.resolve.chains import Chain, Chains
from generator.resolve.meant.ranking import Setting, clear, rank

_ORIGIN = re.compile(r" from [A-ZÀ-ÖØ-Þ].*$")
_AGE = re.compile(r"\b(?:the|\d+[ -]years?[ -]old)\b")
_SAYS_NOTHING = frozenset({"old"})
_CLEAR = 0.4  # by how much the best candidate must lead


def epithet(chains: Chains, index: int, setting: Setting) -> tuple[Chain | None, str]:
    """The person before whom an age or a people alone goes best with, ranked as for "he" and "she"; with the rule."""
    mention = chains.mentions[index]

    def fits(chain: Chain) -> bool:
        sex = mention.gender == "unknown" or chain.gender in ("unknown", mention.gender)
        aged = not of_another_age(mention.text, chains.ages(chain))
        return chain.kind == "person" and not chain.plural and not chain.candidates and sex and aged

    ranked = rank(chains, index, setting, "person", fits)
    if not clear(ranked, 0, _CLEAR):
        return None, ""
    return ranked[0].chain, f"‘{mention.text}’: the one before whom it goes best with: {ranked[0].chain.name}"


def epithet_of(mention: Mention) -> bool:
    """Whether a definite phrase says no more than an age, a people or a sex."""
    head = names.fold(mention.head)
    people = mention.head in states.adjectives() or mention.head in states.peoples()
    text = names.fold(_ORIGIN.sub("", mention.text))
    said = [word for word in _AGE.sub(" ", text).split() if word != head]
    definite = mention.text.split()[0].lower() in ("the", "this")
    return definite and mention.type == "person" and not said and (head in _SAYS_NOTHING or people)
