"""The names of bodies inside one document: legal forms, acronyms, and what a short name leaves off."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from generator.lexicons import bodies, names, states, table, words
from generator.model.evidence import EntityKind
from generator.resolve.chains import Chain, Chains

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_OWNER = re.compile(r"([\w.' ]{2,40})['’]s?\s+$")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ism|ist|ian|er|an)?s?$")
_LONGEST_OWNER = 45  # characters


@lru_cache(maxsize=65536)
def organisation_key(text: str) -> str:
    """A body's name folded, without article and legal form, in one order of its words, a state under its code.

    "The Ministry of Health" and "Health Ministry"; "the U.S. Geological Survey" and "United States Geological Survey";
    "Russia's Foreign Ministry" and "the Russian Foreign Ministry" ("ru foreign ministry").
    """
    bare = _ARTICLE.sub("", " ".join(bodies.without_legal_form(text).split()))
    code, rest = _state_of(bare)
    key = " ".join(table("spellings_of_bodies").get(word, word) for word in names.fold(rest).split())
    union = None if bodies.has_legal_form(text) else table("unions_of_states").get(key)
    key = union or re.sub(r"^united nations\b", "un", key)
    for noun in words("turned_bodies") if " of " in key or " for " in key else ():
        turned = re.fullmatch(rf"{noun} (?:of|for) (?:the )?(.+)", key)
        if turned and not (noun == "university" and turned.group(1) in words("universities_apart")):
            key = f"{turned.group(1)} {noun}"
    turned = re.fullmatch(r"((?:\w+ )?\w+) of (\w+)", key)
    if turned and is_team_word(turned.group(1).split()[-1]):
        key = f"{turned.group(2)} {turned.group(1)}"  # "the Rangers of Obuasi"
    return f"{code.lower()} {key}" if code else key


def _state_of(name: str) -> tuple[str, str]:
    """The state a body's name begins or ends with, and the rest of the name; an adjective counts for a state's body."""
    parts = name.split()
    ends_so = names.fold(parts[-1]) in words("state_bodies") if parts else False
    for size in range(min(4, len(parts) - 1), 0, -1):
        first, rest = " ".join(parts[:size]), " ".join(parts[size:])
        owner = re.sub(r"['’]s?$", "", first)
        code = states.named(owner) or (states.adjectives().get(first) if ends_so else None)
        if code and (owner == first or ends_so):
            return code, rest
    before, of, state = name.rpartition(" of ")
    code = states.named(state) if of else None
    if code and any(names.fold(word) in words("state_bodies") for word in before.split()):
        return code, before
    return "", name


@lru_cache(maxsize=65536)
def stems(key: str) -> frozenset[str]:
    """A folded name's words, whatever their order and ending: "Union of the Dairy Workers", "Dairy Workers' Union"."""
    return frozenset(_ENDING.sub("", word) for word in key.split() if word not in bodies.SMALL)


def link_bodies(chains: Chains, indexes: list[int]) -> None:
    """Put the names of bodies into chains: same name, acronym, or short for one longer name."""
    found: dict[str, Chain] = {}
    before: dict[str, str] = {}
    pending: list[tuple[int, Chain, str]] = []
    blocks: dict[str, list[int]] = defaultdict(list)
    whole = {k: _with_its_state(chains, k) for k in indexes}
    ordered = sorted(indexes, key=lambda k: (-len(organisation_key(whole[k]).split()), k))
    for index in indexes:
        blocks[organisation_key(whole[index])].append(chains.mentions[index].block)
    for index in ordered:
        text = whole[index]
        key = organisation_key(text)
        rule = "name"
        chain = found.get(key)
        if chain is None and text.isupper() and len(text) > 1:
            letters = names.fold(text).replace(" ", "")
            long = [c for c in found.values() if bodies.shortened_to(c.name, letters)]
            long = long or [c for k, c in found.items() if bodies.shortened_to(f"{before[k]} {c.name}", letters)]
            if len(long) == 1:
                chain, rule = long[0], f"acronym of ‘{long[0].name}’"
        if chain is None and (long_form := _explained(chains, index, indexes)) is not None:
            chain = found.get(organisation_key(whole[long_form]))
            rule = f"given in parentheses as short for ‘{chains.mentions[long_form].text}’"
        if chain is None:
            chain, rule = _longer(found, key, text, chains.definite(index), chains.mentions[index].role is not None)
        if chain is None:
            chain, rule = _named_in_full_below(found, key, blocks)
        if chain is None:
            kind: EntityKind = "group" if chains.mentions[index].type == "group" else "organisation"
            chain = found[key] = chains.new(kind, True, text)
            before[key] = chains.word_before(index)  # "Namibian | Dockers' Union (NDU)"
            rule = "name"
        pending.append((index, chain, rule))
    for index, chain, rule in sorted(pending, key=lambda item: item[0]):
        chains.link(index, chain, rule)


def stands_for(chains: Chains, index: int) -> tuple[Chain | None, str]:
    """The one body of the text that a name of unknown kind is short for, with the rule: its initials or a part."""
    text = chains.mentions[index].text
    found = {organisation_key(c.name): c for c in chains.all if c.kind == "organisation" and c.named}
    long = [c for c in found.values() if text.isupper() and bodies.shortened_to(c.name, names.fold(text))]
    if len(long) == 1:
        return long[0], f"acronym of ‘{long[0].name}’"
    told = chains.mentions[index].role is not None
    return _longer(found, organisation_key(text), text, chains.definite(index), told)


def _explained(chains: Chains, index: int, indexes: list[int]) -> int | None:
    """The long form that a name is given for anywhere: "National Institute of Defence (INDECI)", "…, or INDECI,".

    Between commas only capitals are short for what stands before.
    """
    text = chains.mentions[index].text
    if " " in text or len(text) < 3:
        return None
    for k in indexes:
        here = chains.mentions[k]
        if names.fold(here.text) != names.fold(text):
            continue
        for n in indexes:
            between = chains.text[chains.mentions[n].span.end : here.span.start]
            closed = chains.text[here.span.end : here.span.end + 1]
            commas = (
                here.text.isupper() and re.fullmatch(r", (?:or |known as )?", between) and not _listed(chains, n, k)
            )
            if " " in chains.mentions[n].text and (
                (between.strip() == "(" and closed == ")") or (commas and closed == ",")
            ):
                return n
    return None


def _listed(chains: Chains, first: int, last: int) -> bool:
    """Whether two names are items of a list: "Oxfam, Human Rights Watch, UNICEF, and others"."""
    before = chains.text[: chains.mentions[first].span.start].rstrip().removesuffix("the").removesuffix("The").rstrip()
    after = chains.text[chains.mentions[last].span.end : chains.mentions[last].span.end + 5]
    return before.endswith((",", " and", " or")) or after in (", and", ", or ")


def _with_its_state(chains: Chains, index: int) -> str:
    """A body's name with the state before it: "Russia's Foreign Ministry", whose name is "Foreign Ministry"."""
    mention = chains.mentions[index]
    owned = organisation_key(mention.text).split()[0] in _codes()
    if owned or names.fold(mention.text.split()[-1]) not in words("state_bodies"):
        return mention.text
    before = _OWNER.search(chains.text, max(mention.span.start - _LONGEST_OWNER, 0), mention.span.start)
    parts = before.group(1).split() if before else []
    for size in range(min(4, len(parts)), 0, -1):
        if states.named(" ".join(parts[-size:])):
            return f"{' '.join(parts[-size:])}'s {' '.join(mention.text.split())}"
    return mention.text


@cache
def _codes() -> frozenset[str]:
    return frozenset(code.lower() for code in states.states())


def _longer(found: dict[str, Chain], key: str, text: str, definite: bool, told: bool) -> tuple[Chain | None, str]:
    """The one longer name a short one stands for: a state left off, a company's trade or legal form, the last word of a
    body or team, what follows "of"; after "the" the first word ("the Harlow" for the Harlow Museum of Art)."""
    if key in _names_of_states() or key == "un":  # which begins the names of its agencies
        return None, ""
    last = [(k, c) for k, c in found.items() if k.endswith(" " + key)]
    owned = [c for k, c in last if k[: -len(key)].strip() in _codes() or states.mentioned(c.name[: -len(text)].strip())]
    noun = [c for k, c in found.items() if key in bodies.nouns() and key in k.split()]
    known = [c for k, c in found.items() if bodies.team_name(c.name) == key]
    known += [c for _, c in last if key in words("press_words")]
    begins = [c for k, c in found.items() if k.startswith(key + " ") and _left_off(k[len(key) :].split(), c.name)]
    if not begins and not told:  # "the builder Brolin" is another than Brolin Racing, and so is Brolin-Aske
        longer = [(k, c) for k, c in found.items() if k.startswith(key + " ") and not c.name.startswith(f"{text}-")]
        begins = [c for k, c in longer if _whole_name(k[len(key) :].split())]
    team = [c for k, c in last if is_team_word(key) and not k.endswith(f" of {key}")]
    whole = [c for k, c in found.items() if k.startswith(f"{key} of ") and names_itself(k)]
    ended = [c for k, c in last if definite and ends_itself(key) and k[: -len(key)].split()[-1] not in bodies.SMALL]
    first = [c for k, c in found.items() if definite and " " not in key and k.startswith(key + " ")]
    for fits in (owned, noun, known, begins, team, whole, first, ended):
        if len(fits) == 1:
            return fits[0], f"short for ‘{fits[0].name}’"
    return None, ""


def is_team_word(word: str) -> bool:
    """Whether a team may be called by the last word of its name alone: "Rangers" for "Obuasi Rangers"."""
    return " " not in word and word.endswith("s") and word not in bodies.nouns() | words("party_words")


def names_itself(key: str) -> bool:
    """Whether a name is one body's without what follows "of": "Harlow Museum", "Lloyd's of London", but not "Supreme
    Court", "National Bank"."""
    before, _, after = key.partition(" of ")
    first, *rest = before.split()
    if first in words("bare_adjectives") | words("state_bodies") | bodies.nouns() | words("body_openers"):
        return False
    return rest[-1] not in words("state_bodies") if rest else after in words("cities")


def ends_itself(key: str) -> bool:
    """Whether a name may be that of a body named after a place as well: "Supporters' Trust", but not "High Court"."""
    *rest, last = key.split()
    return bool(rest) and last in bodies.nouns() - words("state_bodies") - words("company_words")


def _named_in_full_below(found: dict[str, Chain], key: str, blocks: dict[str, list[int]]) -> tuple[Chain | None, str]:
    """The one longer name a headline's short one stands for: what leads up to a text names in short what it will name.

    A name that comes again below it is a body of its own ("the Supreme Court" beside a state's).
    """
    parts = key.split()
    if len(parts) < 2 or parts[-1] not in bodies.nouns():
        return None, ""
    last = [k for k in found if k.endswith(" " + key)]
    if len(last) == 1 and max(blocks[key]) < min(blocks[last[0]], default=0):
        return found[last[0]], f"the headline's short name of ‘{found[last[0]].name}’, named below"
    return None, ""


def _whole_name(rest: list[str]) -> bool:
    """Whether the word after the first of a company's name is no noun of a body and no unit of a group."""
    unit = words("organisation_nouns") | words("units_of_groups") | words("press_words")
    return len(rest) == 1 and rest[0] not in unit


def _left_off(rest: list[str], name: str) -> bool:
    """Whether a company's short name may leave these words off; a unit ("Siemens Energy") is another body."""
    return words("company_trades").issuperset(rest) or bodies.has_legal_form(name)


@cache
def _names_of_states() -> frozenset[str]:
    """The folded names and adjectives of all states."""
    return frozenset(
        names.fold(word) for table in (states.names(), states.adjectives(), states.capitals()) for word in table
    )
