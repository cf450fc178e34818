"""What a body may be called once it is named: "the company", "the Munich-based company"."""

from generator.lexicons import bodies, names, states, table, words
from generator.model import Mention


def only_where_from(mention: Mention) -> bool:
    """Whether the words before a noun say no more than where a body is ("the Munich-based company")."""
    own = [word for word in mention.modifiers if word.lower() != "the"]
    return own[-1:] == ["based"] or all(word in states.adjectives() for word in own)


def can_be_called(name: str, noun: str) -> bool:
    """Whether a body's name holds the noun, or no noun of a body at all ("Boeing", and "the company")."""
    parts = names.fold(name).split()
    if parts[-1] in words("press_words") or noun in words("press_nouns"):
        sent = noun in ("network", "broadcaster", "channel", "station") and name.isupper() and len(name) < 5
        press = parts[-1] in words("press_words") or sent
        return noun in parts or (press and noun in words("press_nouns"))
    own = [w for w in parts if w in words("organisation_nouns") and w not in words("company_trades")]
    return noun in own or not own or (noun == "company" and bodies.has_legal_form(name))


def shown_by_name(name: str, noun: str) -> bool:
    """Whether a word of a company's name shows that it is what the noun says: "Sheffield Capital" and "the fund"."""
    return not set(table("callings_of_companies").get(noun, "").split()).isdisjoint(names.fold(name).split())
