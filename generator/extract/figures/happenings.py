"""What befalls or is done with the things a numeral counts: "killed", "displaced", "cut"."""

from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.extract.clauses import governor, is_passive, is_verb, subject
from generator.lexicons import rows, table, words

_BESIDE = frozenset({"nsubj", "nsubjpass", "dobj", "oprd", "acomp", "attr", "prt"})
_PAYING = frozenset({"pay", "pays", "paid", "paying"})
_DONE_TO = frozenset(
    {"killed", "injured", "displaced", "destroyed", "damaged", "detained", "rescued", "seized", "released", "bought"}
)
_HOLDING = frozenset({"own", "owns", "owned", "hold", "holds", "held", "holding", "owning"})
_COMING_TOGETHER = frozenset({"gathered", "concentrated", "assembled"})
_STAKES = frozenset({"stake", "stakes", "shareholding", "capital", "shares", "stock"})
_DEED_NOUNS = frozenset(
    {"loss", "losses", "evacuation", "arrest", "release", "death", "deaths", "dismissal", "layoff", "injury"}
)
# "Are confirmed to have died", "are known to have been killed".
_CONFIRMED = frozenset({"confirmed", "known", "reported", "believed", "feared", "thought", "said"})
_SIGNING = frozenset({"sign", "signs", "signed", "signing", "joins", "joined", "joining"})
# Words that phrases of `figure_phrases` are written without.
_DROPPED = frozenset(
    {"a", "an", "the", "their", "his", "her", "its", "my", "our", "your", "be", "been", "being", "is", "are", "was"}
    | {"were", "have", "has", "also", "already", "immediately", "all", "since", "now"}
)
# Between number and phrase there is room for a place ("1,200 people in the village of Oxley were told to leave").
_ROOM, _LONGEST = 6, 5
_DATES = frozenset({"DATE", "TIME"})
_COUNTED = "*"


def action(numeral: Tokens, noun: Token | None) -> str:
    """What befalls or is done with the things counted, as a class of `figure_actions`; "" when nothing says."""
    found = _action(numeral, noun)
    # "fired 20 missiles"
    people = noun is None or noun.lower_ in words("people_nouns")
    if found == "deployed" and noun is not None and noun.dep_ == "nsubj" and noun.head.lower_ in _COMING_TOGETHER:
        # "20,000 people gathered near the base", but not "20,000 troops"
        return found if table("people_nouns").get(noun.lower_) == "troops" else "attended"
    return found if people or found != "dismissed" else ""


def _action(numeral: Tokens, noun: Token | None) -> str:
    classes = table("figure_actions")
    doc = numeral.doc
    if _held(numeral, noun):
        return "held"
    people = noun is not None and noun.lower_ in words("people_nouns")
    if noun is not None and noun.lower_ in classes and not people:
        return classes[noun.lower_]
    if phrase := phrased(numeral, noun):
        return phrase
    several = noun is not None and numeral.text.lower() != "one"  # "one injured man told reporters"
    for token in doc[numeral.end : noun.i] if noun is not None and several else ():
        told = classes.get(token.lower_, "") if token.tag_ in ("VBN", "VBD", "JJ") else ""
        if told and (people or told in _DONE_TO):
            return told  # "40 injured demonstrators", "26 dead sheep"
    after = doc[
        (noun.i if noun is not None else numeral.end - 1) + 1 : (noun.i if noun is not None else numeral.end) + 3
    ]
    for token in after:
        if noun is None and token.lower_ in words("units") | _money():
            continue
        if token.tag_ in ("VBN", "JJ", "VBD", "VBG", "NN") and token.lower_ in classes:
            if classes[token.lower_] in _DONE_TO and any(c.dep_ == "dobj" for c in token.children):
                return ""
            return classes[token.lower_]
        if not token.tag_.startswith("RB") and token.lower_ not in ("were", "was", "are", "have", "had", "been"):
            break
    anchor = noun or numeral.root
    # "the loss of 2,400 jobs"
    if anchor.dep_ == "pobj" and anchor.head.lower_ == "of" and anchor.head.head.lower_ in _DEED_NOUNS:
        return classes[anchor.head.head.lower_]
    verb = governor(anchor)
    if verb is not None and verb.lower_ in _PAYING and _pays_for_somebody(verb):
        return "bought"
    if verb is not None and verb.lower_ in _SIGNING and "$" in {t.tag_ for t in numeral}:
        return "bought"
    steps = 0
    while verb is not None and steps < 2:
        if verb.lower_ in classes and classes[verb.lower_] in _DONE_TO and _doer(verb, anchor):
            return ""
        if verb.lower_ in classes:
            return "" if classes[verb.lower_] == "rescued" and _by_one(verb) else classes[verb.lower_]
        for child in verb.children:
            beside = child.dep_ in _BESIDE or (child.dep_ == "xcomp" and verb.lower_ in _CONFIRMED)
            if child.dep_ == "nsubj" and classes.get(child.lower_) == "striking" and child.i < verb.i < anchor.i:
                continue  # "the strike left 4,000 people marooned"
            if beside and child.lower_ in classes and (child.lower_ == "cut" or child.i != anchor.i):
                return classes[child.lower_]
        if verb.dep_ not in ("xcomp", "auxpass", "aux"):
            break
        verb, steps = verb.head, steps + 1
    return classes.get(noun.lower_, "") if noun is not None else ""


@cache
def _money() -> frozenset[str]:
    """Currencies as words after an amount: "11 billion won" won nothing."""
    return frozenset(row[0] for row in rows("currencies") if row[2] != "before")


def _by_one(verb: Token) -> bool:
    """ "The fisherman Jose Lim, who saved 22 people": what one person did is no sum."""
    who = subject(verb) if not is_passive(verb) else None
    if who is not None and who.lower_ == "who" and verb.dep_ == "relcl":
        who = verb.head
    return who is not None and who.ent_type_ == "PERSON"


def points_taken(numeral: Tokens) -> bool:
    """Whether a number is of points taken away: "a 12-point penalty", "was deducted 15 points", "docked 12 points"."""
    doc = numeral.doc
    after = [t.lower_ for t in doc[numeral.end : numeral.end + 4] if t.text != "-"]
    if after[:1] in (["point"], ["points"]):
        near = {*after[1:], *(t.lower_ for t in doc[max(numeral.sent.start, numeral.start - 6) : numeral.start])}
        return any(table("figure_actions").get(w) == "deducted" for w in near) or "penalty" in after
    return False


def _doer(verb: Token, anchor: Token) -> bool:
    """Whether the things counted do what the verb says to something else: "the collapse of two dams killed 40"."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    done_to = any(c.dep_ in ("dobj", "obj") for c in verb.children)
    return done_to and who is not None and (anchor.i == who.i or who.is_ancestor(anchor))


def _held(numeral: Tokens, noun: Token | None) -> bool:
    """A share in a company: "owns 15% of", "a 9 percent stake", "17.4% of the capital"."""
    if not any(t.lower_ in ("%", "percent", "pct") or t.lower_ == "cent" for t in numeral.sent if _beside(t, numeral)):
        return False
    verb = governor(noun or numeral.root)
    return (noun is not None and noun.lower_ in _STAKES) or (verb is not None and verb.lower_ in _HOLDING)


def _beside(token: Token, numeral: Tokens) -> bool:
    return numeral.start <= token.i <= numeral.end + 1


def _pays_for_somebody(verb: Token) -> bool:
    """ "will pay $4bn for Globex": what is paid for bears a name."""
    return any(
        c.tag_[:3] == "NNP" for prep in verb.subtree if prep.lower_ == "for" for c in prep.children if c.dep_ == "pobj"
    )


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """The phrases as words with the number in them: behind the first word, or before all of them."""
    found = {}
    for phrase, happening in rows("figure_phrases"):
        first, *rest = phrase.split()
        found[(_COUNTED, first, *rest)] = happening
        found[(first, _COUNTED, *rest)] = happening
        if rest:
            found[(first, rest[0], _COUNTED, *rest[1:])] = happening
    return found


def _dropped(token: Token) -> bool:
    """Whether phrases go on over a word: an article, "been", a date ("ordered on Monday to leave")."""
    on_a_day = token.lower_ == "on" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].ent_type_ in _DATES
    return token.lower_ in _DROPPED or token.ent_type_ in _DATES or on_a_day


def phrased(numeral: Tokens, noun: Token | None) -> str:
    """What several words of the clause say of the things counted ("forced 1,200 people from their homes")."""
    last = max(noun.i if noun is not None and noun.i < numeral.end + 6 else 0, numeral.end - 1)
    before = [t for t in numeral.sent if t.i < numeral.start and not _dropped(t)][-_LONGEST:]
    after = [t for t in numeral.sent if t.i > last and not _dropped(t)][: _ROOM + _LONGEST]
    phrases = _phrases()
    for skipped in range(min(_ROOM, len(after)) + 1):
        # a verb or a comma in between begins something else
        if skipped and (is_verb(after[skipped - 1]) or after[skipped - 1].is_punct):
            break
        shown = [*(t.lower_ for t in before), _COUNTED, *(t.lower_ for t in after[skipped:])]
        at = len(before)
        for start in range(max(0, at - 2), at + 1):
            for size in range(2, _LONGEST + 2):
                if start + size > at and (happening := phrases.get(tuple(shown[start : start + size]))):
                    return happening
    return ""
