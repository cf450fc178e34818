"""What the words around a number make of it: a part, a possibility, a forecast, a rate, the value of another time."""

import re

from generator.lexicons import table, words
from generator.model import FigureMention, Span

_PART = re.compile(
    r"\b(?:including|include|includes|included|of whom|of which|of them|among them|among whom|the first|"
    r"another|a further|an additional|additional|extra|more than one of|other)\s+(?:\w+\s+){0,2}$|"
    r"\bout of (?:an? (?:total|number) of )?(?:about |some |the )?$",
    re.I,
)
_PART_AFTER = re.compile(
    r"^\s+(?:more\b(?! than)|of (?:the|them|those|its|his|her|their|whom|which)\b|others?\b|additional\b|extra\b)", re.I
)
_AHEAD = re.compile(
    r"\b(?:will|expected|expects?|forecasts?|predicts?|predicted|plans?|planned|targets?|targeting|aimed at|projected|"
    r"projects|aims?|goal|hopes?|to come|by 20\d\d)\b|\bto [a-z]+ $",
    re.I,
)
_PERHAPS = re.compile(r"\b(?:would|could|can|may|might|potentially|if|unless|should)\b", re.I)
# "Said it would cut 1,800 jobs": the future of what was said then.
_REPORTED = re.compile(r"\b(?:said|announced|told|added|confirmed|agreed|ruled|decided|according)\b", re.I)
# What something would cost is told as what it will.
_COST = re.compile(r"\bcost(?: \w+)? $", re.I)
_WOULD = re.compile(r"\bwould\b", re.I)
_IF = re.compile(r"\b(?:could|can|may|might|potentially|if|unless|should)\b", re.I)
_LONG = re.compile(
    r"\b(?:since (?:[a-z]+ )?(?:19|20)\d\d|since the (?:start|beginning)|"
    r"since (?:last |early |late |mid-?)?(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b(?! \d)|"
    r"(?:outbreak|epidemic|pandemic|war|conflict|insurgency|famine|drought)(?:['’]s (?:death )?toll|"
    r"[^.;:]{0,70}\b(?:has|have|had) (?:killed|claimed|cost|infected|sickened|displaced|left))|"
    r"(?<!early )(?<!earlier )(?<!later )(?<!late )this year|"
    r"(?:in|over|during) the (?:past|last) (?:\w+ )?(?:months|years|year|decades?)|(?:each|every) year)\b",
    re.I,
)
# "There is no plan to cut 2,400 jobs"; but "no fewer than", "not only", "not even".
_NOT = re.compile(r"\b(?:no plans?|never|n't|not)\b(?! (?:only|even|just|fewer|less|more|under|below))", re.I)
_CLAUSE, _NEXT = re.compile(r"[:;—]"), re.compile(r"[,;:—](?!\d)")
_COMPOUND = re.compile(r"\w-(?!(?:one|two|three|four|five|six|seven|eight|nine)\b)[a-z]")
# "Thousands" fits every number; "170 additional individuals" are not all.
_VAGUE = re.compile(r"(?:(\w+) )?\b(?:dozens|scores|tens|hundreds|thousands|millions)\b", re.I)
_FURTHER = re.compile(r"\S (?:additional|other|further|extra|more(?! than)) |\w of (?:them|whom|those)\b", re.I)
# "Was one of 13 hostages" counts one of them.
_ONE_OF = re.compile(r"one of \w", re.I)
_RATE = re.compile(
    r"^\s*(?:per|a|an|each|every)\s+(hour|day|week|month|year|person|barrel|head|share|tonne|ton|capita)\b", re.I
)
# A value that was given up since: "at first there was talk of three victims", "initially put at £40m".
_AT_FIRST = re.compile(
    r"\b(?:at first|initial(?:ly)?|original(?:ly)?|until now|(?:first|previously|earlier) (?:put|estimated|said|spoke|"
    r"spoken|reported|gave|given)|"
    r"had (?:been )?(?:suggested|proposed))\b"
    r"(?!.*\b(?:then|later|now|but)\b)[^;:]*$",
    re.I,
)
_CLOSER = re.compile(r"\b(?:closer|nearer) to [^.;]{1,30} than (?:to )?(?:the )?$", re.I)
_RISEN = re.compile(
    r"\b(?:ris(?:en|es?|ing)|rose|climb(?:s|ed|ing)?|gr(?:ows?|ew|own|owing)|increas(?:es?|ed|ing)|soar(?:s|ed|ing)?|"
    r"jump(?:s|ed|ing)?|mount(?:s|ed|ing)?|go(?:es|ne) up|went up|(?<!run )(?<!runs )(?<!ran )up) to $|"
    r"\b(?:rais|lift|sweeten|increas|improv|boost|widen)\w* (?:its|his|her|their|the) (?:\w+ ){1,3}to "
    r"(?:about |some )?$|\breach(?:es|ed|ing) $",
    re.I,
)
# "Brings the toll to five", "bringing to five the number of dead"; but not "brought the children to five schools".
_NUMBER_OF = "|".join(sorted(words("measured_nouns")))
_BROUGHT = re.compile(
    rf"\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|took) (?:[\w'’-]+ )?(?:[\w'’-]+ )?(?:{_NUMBER_OF}) "
    r"(?:[\w'’-]+ ){0,2}to $",
    re.I,
)
_BRINGING = re.compile(r"\bbr(?:ings?|inging|ought) to $", re.I)
_BROUGHT_THERE = re.compile(rf"(?: [\w'’-]+)? the (?:[\w'’-]+ )?(?:{_NUMBER_OF})\b", re.I)
_FALLEN = re.compile(
    r"\b(?:fall(?:s|en|ing)?|fell|s[aiu]nk(?:s|ing)?|drop(?:s|ped|ping)?|go(?:es|ne) down|went down|"
    r"shr[aiu]nk(?:s|ing)?|declin(?:es?|ed|ing)|slid|eas(?:es?|ed|ing)|cut|down) to (?:about |some |just |only )?$",
    re.I,
)
_SO_FAR = re.compile(
    r"(?: [\w'’-]+){0,4} (?:so far|thus far|by (?:then|now|noon|midday|nightfall|dusk|dawn|midnight|(?:the |late |"
    r"early |mid-?)*(?:morning|afternoon|evening|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)))\b"
    r"(?!(?: (?:morning|afternoon|evening|night))?['’]s)",  # "by Monday's blast"
    re.I,
)
_IS_OWED = re.compile(r"\b(?:is|are|was|were|be|been) (?:still )?owed (?:about |some |around )?$", re.I)
# "The toll rose to 16 after two men died of their burns": those who came to the others.
_AFTER_RISE = re.compile(
    r"\b(?:ris(?:en|es?|ing)|rose|climb(?:s|ed|ing)?|gr(?:ows?|ew|own|owing)|increas(?:es?|ed|ing)) (?:\w+ )?to "
    r"(?:[\w,.-]+ ){1,4}(?:after|when|as|with) (?:the )?(?:another )?$",
    re.I,
)
# "But only three in the past week", "12 in the last 24 hours": of the newest stretch alone.
_LATELY = re.compile(
    r"(?: \w+){0,2} (?:in|over|during|within) the (?:past|last|previous) (?:\w+ ){0,2}"
    r"(?:hours?|days?|weeks?|fortnight)\b",
    re.I,
)
# What one creditor is owed is a part: "£2m to the tax office", "£2m in wages".
_OWED_TO = re.compile(
    r"\s+(?:debt )?(?:to|in|for|from) (?!(?:(?:its|their|all|the) )?(?:creditors|total|all|debts?)\b)", re.I
)
# "With results in from 1,940 of 5,004 polling stations, she had 51.2 percent"
_COUNTING = re.compile(
    r"\b(?:with|after) (?!all\b)[^.;:]{1,60}\b(?:counted|tallied|reporting)\b|"
    r"\bwith (?:results|returns) in from\b|\b(?:partial|incomplete|early) (?:results|returns|counts?|tall(?:y|ies))\b",
    re.I,
)
_VOTING = re.compile(
    r"\b(?:votes?|voters?|voting|ballots?|polls?|polling|elections?|electoral|referendum|precincts?|constituenc(?:y|ies))\b",
    re.I,
)
_BEFORE = re.compile(r"\b(from|by|to)\s+(?:[$£€]|US\$)?$", re.I)
_OTHER_TIME = re.compile(r"\b(?:compared (?:with|to)|earlier|previously|a year ago|since (?:19|20)\d\d)\b", re.I)


def _vague(written: str) -> bool:
    """Whether a figure is a plural that fits every number: "millions", but not "twelve millions"."""
    found = _VAGUE.search(written)
    before = (found[1] or "").casefold() if found else ""
    return found is not None and not before[-1:].isdigit() and not table("number_words").get(before, "")[:1].isdigit()


def _while_counting(text: str, sentence: Span) -> bool:
    """Whether a sentence tells what the votes counted so far give; the dead are counted too."""
    of_votes = _VOTING.search(text, sentence.start, sentence.end)
    return of_votes is not None and _COUNTING.search(text, sentence.start, sentence.end) is not None


def rate(text: str, span: Span) -> str:
    """What a figure is per ("day", "barrel"); "" when it is no rate."""
    match = _RATE.match(text[span.end : span.end + 20])
    return match.group(1).lower() if match else ""


def ahead(text: str, figure: FigureMention, sentence: Span) -> bool:
    """Whether a figure is planned, expected or told for a time to come."""
    before = text[sentence.start : figure.span.start][-80:]
    return _AHEAD.search(before[-60:]) is not None or _WOULD.search(before) is not None


def risen(text: str, figure: FigureMention) -> bool:
    """Whether a figure is told as what an earlier, smaller one has come to: "the toll has risen to five"."""
    start, end = max(0, figure.span.start - 40), figure.span.start
    if _BRINGING.search(text, start, end):
        return _BROUGHT_THERE.match(text, figure.span.end, figure.span.end + 40) is not None
    return (_RISEN.search(text, start, end) or _BROUGHT.search(text, start, end)) is not None


def fallen(text: str, figure: FigureMention) -> bool:
    """Whether a figure is told as what an earlier, larger one has come to: "the level sank to 5 metres"."""
    return _FALLEN.search(text, max(0, figure.span.start - 40), figure.span.start) is not None


def so_far(text: str, figure: FigureMention) -> bool:
    """Whether a figure is what there was until a point of time: "had burned 1,200 hectares by nightfall"."""
    return _SO_FAR.match(text, figure.span.end, figure.span.end + 60) is not None


def of_long(text: str, figure: Span, sentence: Span) -> bool:
    """Whether a figure sums up months or years: "seven people have been killed on the line this year"; what stands
    behind the next comma is of something else."""
    end = _NEXT.search(text, figure.end, sentence.end)
    return _LONG.search(text, sentence.start, end.start() if end else sentence.end) is not None


def usable(text: str, figure: FigureMention, sentence: Span) -> bool:
    """Not a part of another figure, not a mere possibility, not the old value of a change."""
    before, after = text[sentence.start : figure.span.start], text[figure.span.end : figure.span.end + 25]
    if _COMPOUND.search(figure.text) and figure.unit == "count" and figure.action != "deducted":
        return False
    if _vague(figure.text) or _FURTHER.search(figure.text) or _ONE_OF.match(figure.text):
        return False
    of_it = _PART_AFTER.match(after)
    if of_it and figure.unit == "percent" and of_it.group().split() == ["more"]:
        of_it = None  # "will pay 18 percent more"
    if of_it and figure.what and before.rstrip(" ,-–—(").endswith(figure.what):
        of_it = None  # "the raiders, about 11 of them, landed"
    noun = figure.what.rpartition(" ")[2]
    if of_it and of_it.group().split()[1:] == ["the"] and noun and figure.text.endswith(noun) and noun != "members":
        of_it = None  # "eight thousand residents of the valley"
    # "17.4% of the capital" is a share in all of it, "84 million of the road fund" a sum
    if _PART.search(before[-60:]) or (of_it and not (figure.unit != "count" and " of " in of_it.group())):
        return False
    if _LATELY.match(text, figure.span.end) or _AFTER_RISE.search(before[-90:]):
        return False
    if figure.action == "owed" and (_OWED_TO.match(after) or _IS_OWED.search(before)):
        return False
    if _NOT.search(_CLAUSE.split(before)[-1][-30:]):
        return False
    if figure.unit in ("count", "percent") and _while_counting(text, sentence):
        return False
    if _OTHER_TIME.search(after[:24]):
        return False
    if _AT_FIRST.search(before[-90:]) or _CLOSER.search(before):
        return False
    moved = _BEFORE.search(before)
    if moved and moved.group(1).lower() == "from":
        return False
    told = _REPORTED.search(text, sentence.start, sentence.end) or _COST.search(before[-20:])
    perhaps = _IF if told else _PERHAPS
    # what stands before a colon is another clause: "it may be larger than thought: 20,000 barrels leaked"
    return not perhaps.search(_CLAUSE.split(before)[-1][-60:])
