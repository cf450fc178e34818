"""Whether the office a phrase names is one a person is said to hold."""

from collections.abc import Iterable
from functools import cache

from generator.lexicons import posts, roles, states, table, words
from generator.lexicons.roles import Office

_LEADING = frozenset(["head", "boss", "chief"])
_TRIED = frozenset(["defendant", "accused"])
_COURT = frozenset(["judge", "lawyer", "prosecutor"])


def same(wanted: Office, held: Office) -> bool:
    """Whether both are one office, whatever the wording; what the phrase leaves out may be filled by the role."""
    if foreign(wanted, held) or served(wanted, held):
        return False
    # "the minister" may be a deputy minister, "the foreign minister" may not
    if wanted.rank != held.rank and not (not wanted.rank and wanted.words == {wanted.head} == {held.head}):
        return False
    if wanted.name and wanted.name == held.name:
        own = {w for w in wanted.words if roles.noun(w) is None}
        return not own or own <= held.words or wanted.name not in wanted.words
    return bool(wanted.head) and wanted.head in (held.head, *held.words) and wanted.words <= held.words


def served(wanted: Office, held: Office) -> bool:
    """Whether the role names whom somebody serves: "the minister" is not the minister's lawyer or daughter."""
    serving = words("serving_nouns") | words("relational_nouns")
    return bool(held.words & serving) and not wanted.words & serving


def of_another_rank(wanted: Office, held: Office) -> bool:
    """Whether one is the deputy or former holder of the office of the other: "the foreign minister" and his deputy."""
    one = wanted.head == held.head or (bool(wanted.name) and wanted.name == held.name)
    return one and wanted.rank != held.rank and wanted.words != {wanted.head}


def broader(wanted: Office, held: Office) -> bool:
    """Whether the noun wanted is a broader one for the office held ("the minister", "the lawmaker")."""
    if foreign(wanted, held) or of_another_rank(wanted, held):
        return False
    noun = roles.noun(held.head)
    own = wanted.words - {wanted.head} - party_and_region_words()
    return noun is not None and wanted.head in noun.broader and own <= held.words


def leads(wanted: Office, held: Office) -> bool:
    """Whether a phrase says no more than that somebody heads a body ("the head of the agency"), and the role does."""
    if foreign(wanted, held) or served(wanted, held) or wanted.head not in _LEADING:
        return False
    noun = roles.noun(held.head)
    heads = held.head in _LEADING or (noun is not None and bool(noun.broader & _LEADING))
    rest = wanted.words - {wanted.head}
    alike = rest <= held.words or rest <= words("organisation_nouns")
    return heads and bool(rest) and alike and not held.rank


def coloured(wanted: Office, held: Office) -> bool:
    """Whether only party or region tells the phrase from the role ("the Vermont senator" for a senator)."""
    if (
        foreign(wanted, held)
        or served(wanted, held)
        or wanted.rank != held.rank
        or wanted.head != held.head
        or not wanted.head
    ):
        return False
    colours = party_and_region_words()
    return wanted.words - colours <= held.words and (wanted.words <= held.words or not held.words & colours)


def at_odds(wanted: Office, held: Office) -> bool:
    """Whether the two cannot be of one person: of different states, or of different parties."""
    mine, other = _parties(wanted), _parties(held)
    return foreign(wanted, held) or bool(mine and other and not mine & other)


def another_calling(wanted: Office, held: Office) -> bool:
    """Whether who holds an office is not called so: a captain may be a midfielder, a police spokesman is no driver."""
    if wanted.head in words("trades") and roles.noun(held.head) and held.head not in words("callings"):
        return held.head not in words("team_roles") | words("roles_of_either")
    return held.head in words("callings") and at_odds(wanted, held)


def of_rival_posts(phrase: str, held: Iterable[str]) -> bool:
    """Whether one of the roles somebody has, and none of them that is the phrase's own, is a post that nobody holds
    beside the phrase's: "the finance minister" is not the governor of the bank, "the defendant" not the prosecutor.
    What somebody was before is no post they hold."""
    wanted = roles.office(phrase)
    told = tuple(role for role in held if not posts.passed(role))
    apart = {role for role in told if posts.at_odds(phrase, role)}
    # who is called "head of the union" by one may be "the union leader", though another has a director
    may_be = (same(wanted, roles.office(r)) or (r not in apart and posts.posts(phrase) & posts.posts(r)) for r in told)
    if posts.passing(phrase) or any(may_be):
        return False
    tried = wanted.head in _TRIED and any(_COURT & posts.posts(role) for role in told)
    return tried or bool(apart)


def _parties(office: Office) -> frozenset[str]:
    """The parties a role names, each under one word."""
    return frozenset(party for word in office.words if (party := table("party_words").get(word)))


def foreign(wanted: Office, held: Office) -> bool:
    """Whether the phrase names a state the role does not ("the Iraqi ambassador to Peru", an ambassador to Peru)."""
    return bool(wanted.states and held.states and not wanted.states <= held.states)


@cache
def party_and_region_words() -> frozenset[str]:
    """Words of political colour and of regions, in lower case."""
    places = {word.lower().rstrip(".") for name in states.regions() for word in name.split()}
    return frozenset(places | words("party_words"))
