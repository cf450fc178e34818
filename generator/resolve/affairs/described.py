"""Whom a phrase means of those whom the articles on an affair name, by what any of these articles calls them.

One article has "the haulier Emyr Rees", the next names Emyr Rees and lets "the haulier" speak, a third has "the
haulier" alone. As in `ranking`: a softmax over those who may be called so and nobody, whose score is 0.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from generator.lexicons import names, table, words
from generator.lexicons.roles import Office
from generator.model import Key, Mention
from generator.resolve import offices
from generator.resolve.affairs.callings import Calling, callings_of, office_called
from generator.resolve.ages import age_said, of_another_age
from generator.resolve.descriptions import broader, kin
from generator.resolve.found import Found
from generator.resolve.meant.called import shown_by_name
from generator.resolve.sorts import of_states, said_of_any, sort_called
from generator.resolve.weights import WEIGHTS

_WHOSE = frozenset({"his", "her", "its", "their", "my", "our"})
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"])
_PARTED = (offices.at_odds, offices.served, offices.of_another_rank)
_WIDER = (offices.broader, offices.coloured, offices.leads)
_STATES = frozenset(["government", "state", "country"])  # whose these are is the state's to say
_SO_CALLED = ("head", "broader", "kin", "in name", "in trade")
_MOST = 40  # who may be called so on one affair; of more, nobody in particular is
_FAR_FETCHED = 4.0  # how much worse than nobody is as bad as it gets for somebody who stands where a phrase is
_MORE = 0.6  # what twice as many articles with the same phrase add to the score of whom it means
_ABSENT = 1.0  # what each of them takes from it in which it cannot mean somebody
_OPEN = 0.4  # the score of whom a phrase means at least, and
_CLEAR = 0.4  # by how much it must lead

Group = tuple[str, str, list[tuple[Found, str]]]  # kind, name, entities with the rule of each


@dataclass(frozen=True, slots=True)
class Described:
    """The people and bodies of all articles: what each is called, who by a noun or a word of the name, what their names
    show them to be; the `first` entity of each, and all by article."""

    groups: Sequence[Group]
    callings: Mapping[int, Sequence[Calling]]
    by_noun: Mapping[str, set[int]]
    own: Sequence[frozenset[str]]
    sexes: Sequence[frozenset[str]]
    number_of: Mapping[Key, int]
    first: Sequence[Key]
    trades: Sequence[frozenset[str]]
    by_source: Sequence[Mapping[str, Sequence[Found]]]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "Described":
        """What the articles call the people and bodies of these groups."""
        callings: dict[int, list[Calling]] = defaultdict(list)
        by_noun: dict[str, set[int]] = defaultdict(set)
        own = [frozenset(w for one, _ in joined for w in names.fold(one.name).split()) for _, _, joined in groups]
        trades = [
            frozenset(_trades(joined)) if kind == "organisation" else frozenset[str]() for kind, _, joined in groups
        ]
        for number, (kind, _, joined) in enumerate(groups):
            if kind not in ("person", "organisation"):
                continue
            callings[number] = [calling for one, _ in joined for calling in callings_of(one)]
            for noun in {calling.office.head for calling in callings[number]}:
                for word in broader(noun):
                    by_noun[word].add(number)
            if kind == "organisation":
                for word in own[number]:
                    by_noun[word].add(number)
                for noun in trades[number]:
                    by_noun[noun].add(number)
        sexes = [frozenset(f.gender for f, _ in joined) & {"female", "male"} for _, _, joined in groups]
        number_of = {one.key: number for number, (_, _, joined) in enumerate(groups) for one, _ in joined}
        first = [min(one.key for one, _ in joined) for _, _, joined in groups]
        by_source: list[dict[str, list[Found]]] = [defaultdict(list) for _ in groups]
        for number, (_, _, joined) in enumerate(groups):
            for one, _ in joined:
                by_source[number][one.source].append(one)
        return cls(groups, callings, by_noun, own, sexes, number_of, first, trades, by_source)

    def naming(self) -> dict[str, bytes]:
        """Stands, by article, for those it names, each with all that a phrase of any article is held against but for
        what single articles call it."""
        told: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, (kind, _, joined) in enumerate(self.groups):
            nouns = {call.office.head for call in self.callings.get(number, ())}
            words_ = (self.own[number], self.sexes[number], nouns, self.trades[number])
            about = repr((self.first[number], kind, *map(sorted, words_)))
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
        wanted = office_called(phrase.text, phrase.head)
        likely = {self.number_of[key]: score for key, score in one.likely if key in self.number_of}
        so_called = set[int]().union(*(self.by_noun.get(noun, set()) for noun in broader(wanted.head)))
        called = so_called & near
        found = []
        for number in sorted({*likely, *(called if len(called) <= _MOST else ())}):
            calls = self._calls(number, wanted.head, beside)
            by_source = self.by_source[number]
            ages = {age for source in by_source.keys() & beside for f in by_source[source] for age in f.ages}
            if not of_another_age(phrase.text, ages) and self._fits(one, phrase, wanted, number, calls):
                signs = self._signs(one, phrase, wanted, number, calls, beside)
                called_so = any(signs[name] for name in _SO_CALLED) and not (signs["new"] and _owned(phrase))
                if called_so or number in likely:
                    found.append((number, {**signs, "not called": float(not called_so)}))
        self._weigh_together(one, wanted, likely, found)
        return found

    def _weigh_together(
        self, one: Found, wanted: Office, likely: Mapping[int, float], found: Sequence[tuple[int, dict[str, float]]]
    ) -> None:
        """Add what the phrase itself shows, where it stands, and what each candidate shows beside the others."""
        told = {number: sum(len(f.mentions) for f in self.by_source[number].get(one.source, ())) for number, _ in found}
        so_called = {n for n, signs in found if any(signs[name] for name in ("same", "broader", "in name"))}
        sure = {n for n, signs in found if signs["same"] and (signs["stated"] or signs["in name"])}
        named_by = max((signs["articles"] for number, signs in found if number in so_called), default=0.0)
        stated = any(signs["stated"] for _, signs in found)
        any_body, either = wanted.head in said_of_any(), wanted.head in words("roles_of_either")
        for number, signs in found:
            body = self.groups[number][0] != "person"
            # how many name them does not tell two apart whom others call the same, nor where the phrase stands
            signs["articles"] = named_by if number in so_called else signs["articles"]
            here = max(likely.get(number, 0.0), -_FAR_FETCHED)
            signs |= {
                "here": 0.0 if number in sure and len(sure) > 1 else here,
                "often": math.log2(1 + len(one.mentions)),
                "relational": float(wanted.head in words("relational_nouns")),
                "either": float(body and either),
                "alone": float(sure == so_called == {number}),
                "not called, body": float(bool(signs["not called"]) and body and not any_body),
                "claimed": float(stated and not signs["stated"]),
                "common": any_body * told[number] / (sum(told.values()) or 1),
            }

    def _calls(self, number: int, noun: str, beside: frozenset[str]) -> list[Calling]:
        """What the articles call somebody; one article's link of "the company" to a body tells the others nothing."""
        calls = [call for call in self.callings[number] if call.source in beside]
        if noun in said_of_any() and len({call.source for call in calls if call.office.head == noun}) == 1:
            return [call for call in calls if call.stated or call.office.head != noun]
        return calls

    def _fits(self, one: Found, phrase: Mention, wanted: Office, number: int, calls: Sequence[Calling]) -> bool:
        """Whether kind, sex and office allow it."""
        stated = [call.office for call in calls if call.stated]
        if any(part(wanted, held) for part in _PARTED for held in stated) and not any(
            offices.same(wanted, held) for held in stated
        ):
            return False
        kind, name, _ = self.groups[number]
        if kind == "organisation" and of_states(name, wanted.head):
            return False
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
        by_source, sort = self.by_source[number], sort_called(wanted.head, broader(wanted.head))
        told = [f for source in by_source.keys() & beside for f in by_source[source]]
        return {
            "bias": 1.0,
            "head": float(bool(heads)),
            "kin": float(not heads and not wider and any(kin(wanted.head, c.office.head) for c in calls)),
            "same": float(any(offices.same(wanted, c.office) for c in calls)),
            "stated": float(min(len(stated), 3)),
            "broader": float(not heads and wider),
            "articles": len((by_source.keys() & beside) - {one.source}) / max(len(beside) - 1, 1),
            "of its sort": float(kind == "organisation" and any(sort in f.sorts for f in told)),
            "age": float(age_said(phrase.text) in {age for f in told for age in f.ages}),
            "in trade": float(wanted.head in self.trades[number]),
            "in name": float(kind == "organisation" and wanted.head in self.own[number]),
            "otherwise": float(bool(other)),
            "fits": float(min(len(said & known), 2)),
            "new": float(bool(said - known)),
        }


def _trades(joined: Sequence[tuple[Found, str]]) -> Iterator[str]:
    """What the words of a body's names show that it is: a "Food Control Office" may be "the regulator"."""
    called = {one.name for one, _ in joined}
    return (noun for noun in table("callings_of_companies") if any(shown_by_name(name, noun) for name in called))


def phrase_of(one: Found) -> Mention | None:
    """The phrase for one person or body by which others may speak of it too: "the haulier", "the firm's boss"."""
    if one.kind not in ("person", "organisation"):
        return None
    definite = (m for m in one.mentions if m.kind == "nominal" and m.apposition_to is None and _definite(m))
    single = [m for m in definite if m.number != "plural" and m.head.lower() not in _STATES]
    return max(single, key=lambda m: (m.text[:4].lower() == "the ", len(m.text)), default=None)


def _definite(mention: Mention) -> bool:
    return mention.text.split()[0].lower() in {"the", "this", "that", *_WHOSE} or _owned(mention)


def _owned(mention: Mention) -> bool:
    return "'s " in mention.text or "’s " in mention.text
