"""Posts of which one person holds one at a time: what a role's words name, and which two roles cannot both be."""

import re
from functools import cache, lru_cache
from itertools import combinations

from generator.lexicons import roles, rows, table, words

# Words of a post that is held no more or not yet, and of one that has just changed hands or soon will; "ancient" is how
# translations write the French for "former". In "New Halden mayor" nothing is new.
_OF_ANOTHER_TIME = r"former(?:ly)?|ex|once|one[ -]time|ancient|late|then|next|incoming|elect|designate|nominee"
_PASSED = re.compile(rf"\b(?:{_OF_ANOTHER_TIME})\b", re.I)
_PASSING = re.compile(rf"\b(?:(?i:{_OF_ANOTHER_TIME}|acting|interim|caretaker|outgoing|newly)|new|New(?= [a-z]))\b")

_DEPUTIES = frozenset({"deputy", "vice"})
_DEPUTY = re.compile(r"\b(?:deputy|vice)[ -](?!president|chancellor|admiral)", re.I)
# Who has charge of one thing: of two things, two people; beside who leads the whole the same under another name.
_IN_CHARGE = frozenset({"manager", "officer", "supervisor", "foreman", "superintendent", "principal", "dean", "rector"})
_WORD = re.compile(r"[^\W\d_](?:-?[^\W\d_])*")
# Words alike so far are forms of one: "finance", "financial".
_BEGINNING = 5
_RANKED = re.compile(r"(?<=\bvice)-|(?<=\bdeputy)-", re.I)


def portfolio(role: str) -> frozenset[str]:
    """The fields a minister's role is for ("energy", "premier"); empty for any other role, and where a word of it is
    no known portfolio ("minister of state for the islands")."""
    office = roles.office(role)
    named = office.name.split() if office.name.endswith("minister") else sorted(office.words)
    bare = [w for w in named if w not in words("role_fillers")]
    if "minister" not in bare or office.rank:
        return frozenset()
    fields = [table("portfolios").get(w, "") for w in bare if w != "minister"]
    return frozenset(f for field in fields for f in field.split()) if all(fields) else frozenset()


@lru_cache(maxsize=65536)
def posts(role: str) -> frozenset[str]:
    """The posts a role may name ("executive", "finances" for a director); empty where it is not known to be one."""
    office = roles.office(role)
    if office.rank:
        return frozenset()
    if office.head == "minister":
        return frozenset({"minister"})
    titled = frozenset({"minister"}) if office.name.endswith("minister") else frozenset()
    leads = {"+"} if office.head in words("posts_leading") else set()
    fitting = [row for row in _wordings() if row[0] <= office.words | leads and (row[0] & {office.head, *leads})]
    longest = max((len(wording) for wording, _ in fitting), default=0)
    return titled.union(post for wording, held in fitting if len(wording) == longest for post in held)


@cache
def _wordings() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(wording.split()), frozenset(held.split())) for wording, held in table("posts").items())


@cache
def _rivals() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for row in rows("rival_posts") for pair in combinations(row, 2))


def is_post(role: str) -> bool:
    """Whether a role can be compared with another; a minister's only where it is known for what."""
    return bool(portfolio(role) or posts(role) - {"minister"})


def passing(role: str) -> bool:
    """Whether a role says that its post had, or will have, another holder: "former", "ex-minister", "acting", "new"."""
    return bool(_PASSING.search(role))


def passed(role: str) -> bool:
    """Whether a role is one that is held no more, or not yet: "former judge", "president-elect"."""
    return bool(_PASSED.search(role))


def at_odds(one: str, other: str) -> bool:
    """Whether two roles cannot be of one person at one time ("judge", "defence lawyer"); False where that is not plain.

    >>> at_odds("managing director", "mayor"), at_odds("chief executive", "director")
    (True, False)
    """
    first, second = portfolio(one), portfolio(other)
    if first and second and not first & second:
        return True
    # who deputises for a mayor is no ambassador either
    here, there = (posts(_DEPUTY.sub("", role)) for role in (one, other))
    return bool(here and there) and all(frozenset((a, b)) in _rivals() for a in here for b in there)


def unlike(one: str, other: str) -> bool:
    """Whether two roles are hardly of one person at one time: posts with bodies of two sorts, two jobs, a post and the
    deputy's, or a post and the role of somebody who has none.

    >>> unlike("the airline's head of safety", "director of the aviation authority"), unlike("captain", "vice-captain")
    (True, True)
    >>> unlike("city treasurer", "treasurer"), unlike("curator of moths", "doctoral student")
    (False, True)
    """
    first, second = (roles.office(_RANKED.sub(" ", text)) for text in (one, other))
    if passing(one) or passing(other):
        return False
    if first.rank or second.rank:
        return _deputised(first, second) or _deputised(second, first)
    if _of_body(first) and _of_body(second):
        sorts = zip(_sorts(first), _sorts(second), strict=True)
        apart = any(a and b and not a & b for a, b in sorts)
        return apart or _two_jobs(first, second) or _of_two_fields(one, other, first, second)
    if _of_body(first) or _of_body(second):
        return any(office.head in words("learners_and_outsiders") for office in (first, second))
    return False


def _deputised(one: roles.Office, other: roles.Office) -> bool:
    """Whether the one is the deputy of the other: "deputy mayor", "the mayor of Tollen". A title is cut short."""
    if other.rank or not one.rank & _DEPUTIES or words("titles_cut_short") & {one.head, other.head}:
        return False
    here, there = (office.words - {office.head} for office in (one, other))
    return _related(one.head, other.head) and bool(one.words) and (here <= there or there <= here)


def _two_jobs(one: roles.Office, other: roles.Office) -> bool:
    """Whether both are jobs, of which one at least neither leads nor has charge of anything, and neither is a broader
    word for the other."""
    jobs, leading = words("jobs"), words("posts_leading") | _IN_CHARGE
    works, leads = ([o.head in known for o in (one, other)] for known in (jobs, leading))
    fitting = any(works) and all(work or lead for work, lead in zip(works, leads, strict=True))
    return fitting and not _related(one.head, other.head)


def _of_two_fields(one: str, other: str, first: roles.Office, second: roles.Office) -> bool:
    """Whether two posts are told to be for two things ("head of security", "site manager"; "shift supervisor", "safety
    officer"), or two heads for one ("the team's boss", "the team's doctor"). Names, words for any body and titles made
    short ("rescue chief") say nothing."""
    told = ((one, first), (other, second))
    leads = [office.head in words("posts_leading") - {"representative"} for _, office in told]
    if not (any(leads) or all(office.head in _IN_CHARGE for _, office in told)) or any(
        office.head[:5] == "spoke" for _, office in told
    ):
        return False
    if first.words > {first.head} and first.words - {first.head} == second.words - {second.head}:
        works = [office.head in (words("posts_of_staff") | words("jobs")) - _IN_CHARGE for _, office in told]
        return any(works) and not all(works)
    here, there = (_fields(role, office) for role, office in told)
    short = any(office.head in ("chief", "boss") and " of " not in role for role, office in told)
    return bool(here and there) and not short and here.isdisjoint(there)


@lru_cache(maxsize=4096)
def _fields(role: str, office: roles.Office) -> frozenset[str]:
    """The beginnings of the words that say what a post is for or with, without names."""
    told = {w.lower() for at, w in enumerate(_WORD.findall(role)) if w.islower() or (not at and w[1:].islower())}
    unsaid = _of_any() | words("posts_leading") | words("role_fillers") | {office.head}
    return frozenset(w[:_BEGINNING] for w in office.words & told - unsaid)


@cache
def _of_any() -> frozenset[str]:
    """Words for bodies and for leading them, which many posts have."""
    bodies = {row[0] for row in rows("post_bodies") if row[1] != "field" or row[2] == "all"}
    return frozenset(bodies | {row[0] for row in rows("organisation_nouns")})


def _related(one: str, other: str) -> bool:
    return one == other or other in _broader(one) or one in _broader(other)


def _broader(head: str) -> frozenset[str]:
    noun = roles.noun(head)
    return frozenset(table("broader_nouns").get(head, "").split()) | (noun.broader if noun else frozenset())


def _of_body(office: roles.Office) -> bool:
    return bool(office.words & (words("posts_leading") | words("posts_of_staff") | words("jobs")))


def _sorts(office: roles.Office) -> tuple[frozenset[str], ...]:
    """The levels, the trades and the fields that a role names."""
    named = [row for row in rows("post_bodies") if row[0] in office.words]
    sorts = ("level", "trade", "field")
    return tuple(frozenset(value for _, sort, value in named if sort == wanted) for wanted in sorts)
