"""Past, present and future without a place on the calendar: now, recently, in the future."""

from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.rules import Rule, rule

_HOW = {
    "PRESENT_REF": "the time of writing or speaking",
    "PAST_REF": "some time before",
    "FUTURE_REF": "some time to come",
}


def fixed(hit: Hit, ctx: Context) -> Reading | None:
    """`now`, `recently`: a reference whose value is in the word list."""
    value = hit.value("r")
    if hit.before and hit.before[-1].text.lower() == "as":  # "as recently as last month"
        return None
    return Reading("DATE", value, _HOW[value])


def recent(hit: Hit, ctx: Context) -> Reading | None:
    """`recent`, unless a stretch follows (`the recent weeks`)."""
    following = hit.after[0].letter if hit.after else ""
    return None if following in ("U", "Q", "u") else Reading("DATE", "PAST_REF", _HOW["PAST_REF"])


def current(hit: Hit, ctx: Context) -> Reading | None:
    """`current`; `present` and its like are too often something else."""
    if hit.pieces[-1].text.lower() != "current":
        return None
    return Reading("DATE", "PRESENT_REF", _HOW["PRESENT_REF"])


def phrase(hit: Hit, ctx: Context) -> Reading | None:
    """`the past`, `the future`: as nouns of their own, not `the past week`, `the future king`."""
    token = ctx.tokens.at(hit.end - 1)
    following = ctx.tokens.at(hit.end + 1)
    value = hit.pieces[0].value
    if value[0].isdigit():
        return Reading("DATE", value, "the day this name stands for")
    noun = token is not None and token.tag_ in ("NN", "JJ", "RB", "RBR", "RBS", "NNS", "VBG")
    if not noun or (following is not None and following.tag_.startswith(("NN", "CD", "JJ"))):
        return None
    return Reading("DATE", value, _HOW[value])


RULES: tuple[Rule, ...] = (
    rule(r"(?P<r>!)", fixed),
    rule(r"B", recent),
    rule(r"J", current),
    rule(r"_", phrase),
)
