"""Whom a phrase means of those whom the articles on an affair name, by what any of these articles calls them.

One article has "the haulier Emyr Rees", the next names Emyr Rees and lets "the haulier" speak, a third has "the
haulier" alone. As in `ranking`: a softmax over those who may be called so and nobody, whose score is 0.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from generator.lexicons import names, roles, words
from generator.lexicons.roles import Office
from generator.model import Key, Mention
from generator.resolve import offices
from generator.resolve.descriptions import broader, kin
from generator.resolve.found import Found
from generator.resolve.weights import WEIGHTS

_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"])
_PARTED = (offices.at_odds, offices.served, offices.of_another_rank)
_COMMON = words("bodies_of_many") - words("state_bodies")  # any body may be "the company"
_LEADING = frozenset(["head", "boss", "chief", "leader"])
_WIDER = (offices.broader, offices.coloured, offices.leads)
_STATES = frozenset(["government", "state", "country"])  # whose these are is the state's to say
_SO_CALLED = ("head", "broader", "kin", "in name")
_MOST = 40  # who may be called so on one affair; of more, nobody in particular is
_FAR_FETCHED = 3.0  # by how much somebody may go worse with a phrase in its own text than nobody, and still count
_MORE = 0.6  # what twice as many articles with the same phrase add to the score of whom it means
_ABSENT = 1.0  # what each of them takes from it in which it cannot mean somebody
_OPEN = 0.9  # the score of whom a phrase means at least, and
_CLEAR = 0.4  # by how much it must lead

Group = tuple[str, str, list[tuple[Found, str]]]  # kind, name, entities with the rule of each


@dataclass(frozen=True, slots=True)
class Calling:
    """What an article calls somebody: beside the name (`stated`), or in a phrase linked to it or in a damaged text."""

    office: Office
    source: str
    stated: bool
    text: str


@dataclass(frozen=True, slots=True)
class Described:
    """The people and bodies of all articles: what each is called, and who by a noun or a word of the name; the `first`
    entity of each."""

    groups: Sequence[Group]
    callings: Mapping[int, Sequence[Calling]]
    by_noun: Mapping[str, set[int]]
    own: Sequence[frozenset[str]]
    sexes: Sequence[frozenset[str]]
    number_of: Mapping[Key, int]
    first: Sequence[Key]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "Described":
        """What the articles call the people and bodies of these groups."""
        callings: dict[int, list[Calling]] = defaultdict(list)
        by_noun: dict[str, set[int]] = defaultdict(set)
        own = [frozenset(w for one, _ in joined for w in names.fold(one.name).split()) for _, _, joined in groups]
        for number, (kind, _, joined) in enumerate(groups):
            if kind not in ("person", "organisation"):
                continue
            callings[number] = [calling for one, _ in joined for calling in _callings(one)]
            for noun in {calling.office.head for calling in callings[number]}:
                for word in broader(noun):
                    by_noun[word].add(number)
            if kind == "organisation":
                for word in own[number]:
                    by_noun[word].add(number)
        sexes = [frozenset(f.gender for f, _ in joined) & {"female", "male"} for _, _, joined in groups]
        number_of = {one.key: number for number, (_, _, joined) in enumerate(groups) for one, _ in joined}
        first = [min(one.key for one, _ in joined) for _, _, joined in groups]
        return cls(groups, callings, by_noun, own, sexes, number_of, first)

    def naming(self) -> dict[str, bytes]:
        """Stands, by article, for those it names, each with all that a phrase of any article is held against but for
        what single articles call it."""
        told: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, (kind, _, joined) in enumerate(self.groups):
            nouns = {call.office.head for call in self.callings.get(number, ())}
            about = repr((self.first[number], kind, *map(sorted, (self.own[number], self.sexes[number], nouns))))
            for one, _ in joined:
                told[one.source].append((one.key[1], about))
        return {source: blake2b(repr(sorted(all_)).encode(), digest_size=16).digest() for source, all_ in told.items()}

    def meant(
        self, several: Sequence[Found], beside: Mapping[str, frozenset[str]], near: Mapping[str, frozenset[int]]
    ) -> list[int]:
        """The numbers of the groups that phrases for one can well mean, each of another article: one where it is
        settled. `beside`: the articles on the affair of each article; `near`: whom they name."""
        scores: dict[int, list[float]] = defaultdict(list)
        for one in several:
            for number, signs in self.candidates(one, beside[one.source], near[one.source]):
                scores[number].append(sum(weight * signs[name] for name, weight in WEIGHTS["affair"].items()))
        more = _MORE * math.log2(len(several))
        mean = {n: (math.fsum(s) - _ABSENT * (len(several) - len(s))) / len(several) + more for n, s in scores.items()}
        best = max(mean.values(), default=0.0)
        return [n for n in sorted(mean) if best >= _OPEN and best - mean[n] < _CLEAR]

    def candidates(
        self, one: Found, beside: frozenset[str], near: frozenset[int]
    ) -> list[tuple[int, dict[str, float]]]:
        """Those near who may be called so, by number, with what speaks for and against each."""
        phrase = phrase_of(one)
        if phrase is None:
            return []
        wanted = _office(phrase.text, phrase.head)
        likely = {self.number_of[key]: score for key, score in one.likely if key in self.number_of}
        so_called = set[int]().union(*(self.by_noun.get(noun, set()) for noun in broader(wanted.head)))
        called = so_called & near
        found = []
        for number in sorted({*likely, *(called if len(called) <= _MOST else ())}):
            calls = self._calls(number, wanted.head, beside)
            if self._fits(one, phrase, wanted, number, calls):
                signs = self._signs(one, phrase, wanted, number, calls, beside)
                fits = any(signs[name] for name in _SO_CALLED) and not (signs["new"] and _owned(phrase))
                if fits or number in likely:
                    here = max(likely.get(number, -_FAR_FETCHED) + _FAR_FETCHED, 0.0)
                    found.append((number, {**signs, "here": here, "not called": float(not fits)}))
        alike = [signs for _, signs in found if signs["same"] and signs["stated"]]
        if alike:  # whom nobody calls so gives way to whom an article calls so
            found = [(number, signs) for number, signs in found if not (signs["not called"] and signs["otherwise"])]
        # where a phrase stands does not tell apart two whom others call the same
        return [(number, {**signs, "here": 0.0}) for number, signs in found] if len(alike) > 1 else found

    def _calls(self, number: int, noun: str, beside: frozenset[str]) -> list[Calling]:
        """What the articles call somebody; one article's link of "the company" to a body tells the others nothing."""
        calls = [call for call in self.callings[number] if call.source in beside]
        if noun in _COMMON and len({call.source for call in calls if call.office.head == noun}) == 1:
            return [call for call in calls if call.stated or call.office.head != noun]
        return calls

    def _fits(self, one: Found, phrase: Mention, wanted: Office, number: int, calls: Sequence[Calling]) -> bool:
        """Whether kind, sex and office allow it."""
        stated = [call.office for call in calls if call.stated]
        if any(part(wanted, held) for part in _PARTED for held in stated) and not any(
            offices.same(wanted, held) for held in stated
        ):
            return False
        kind = self.groups[number][0]
        said = (call.text for call in calls if call.stated)
        if kind == "person" and offices.of_rival_posts(phrase.text, said):
            return False
        if kind != one.kind and not (one.kind == "person" and wanted.head in words("roles_of_either")):
            return False
        mine = {one.gender, *(m.gender for m in one.mentions)} & {"female", "male"}
        its = self.sexes[number]
        return not (mine and its) or mine == its

    def _signs(
        self, one: Found, phrase: Mention, wanted: Office, number: int, calls: list[Calling], beside: frozenset[str]
    ) -> dict[str, float]:
        kind = self.groups[number][0]
        known = self.own[number].union(*(call.office.words for call in calls))
        said = wanted.words - {wanted.head} - _SMALL
        heads = [call for call in calls if call.office.head == wanted.head]
        other = [c for c in calls if c.stated and c.office.head and not kin(wanted.head, c.office.head)]
        stated = {c.source for c in heads if c.stated and c.source != one.source}
        wider = any(fits(wanted, call.office) for call in calls for fits in _WIDER)
        return {
            "bias": 1.0,
            "head": float(bool(heads)),
            "kin": float(not heads and not wider and any(kin(wanted.head, c.office.head) for c in calls)),
            "same": float(any(offices.same(wanted, c.office) for c in calls)),
            "stated": float(min(len(stated), 3)),
            "broader": float(not heads and wider),
            "in name": float(kind == "organisation" and wanted.head in self.own[number]),
            "otherwise": float(bool(other)),
            "fits": float(min(len(said & known), 2)),
            "new": float(bool(said - known)),
            "nation": float(bool(wanted.states)),
        }


def phrase_of(one: Found) -> Mention | None:
    """The phrase for one person or body by which others may speak of it too: "the haulier", "the firm's boss"."""
    if one.kind not in ("person", "organisation"):
        return None
    definite = (m for m in one.mentions if m.kind == "nominal" and m.apposition_to is None and _definite(m))
    single = [m for m in definite if m.number != "plural" and m.head.lower() not in words("relational_nouns") | _STATES]
    return max(single, key=lambda m: (m.text[:4].lower() == "the ", len(m.text)), default=None)


def _definite(mention: Mention) -> bool:
    return mention.text.split()[0].lower() == "the" or _owned(mention)


def _owned(mention: Mention) -> bool:
    return "'s " in mention.text or "’s " in mention.text


def _callings(one: Found) -> Iterator[Calling]:
    """What an article calls one whom it names."""
    for text in one.beside:
        yield Calling(_office(text, text.split()[-1]), one.source, not one.damaged, text)
    for mention in one.mentions:
        if mention.role and roles.office(mention.role).head not in words("relational_nouns"):
            yield Calling(_office(mention.role, ""), one.source, not one.damaged, mention.role)
        elif mention.kind == "nominal" and mention.head.lower() not in words("relational_nouns"):
            stated = mention.apposition_to is not None and not one.damaged
            yield Calling(_office(mention.text, mention.head), one.source, stated, mention.text)


def _office(text: str, head: str) -> Office:
    """The office a phrase names; a body's noun is the head where no noun for a person is, and a chief heads as well."""
    found = roles.office(text)
    said = found.words - {"the", "a", "an"}
    noun = found.head or names.fold(head)
    if noun in _LEADING and found.name == " ".join(sorted(found.words)):  # no office with a name ("defence chief")
        return Office("", "head", found.states, said - _LEADING | {"head"}, found.rank)
    return Office(found.name, noun, found.states, said, found.rank)
