"""The words a reader sees for the codes in the records. What has no words here is shown as it is written."""

from generator.model import Figure, Quotation

_UNMARKED = ("word for word", "The source gives these words as the speaker's own, without quotation marks.")
_KINDS = {
    "direct": ("in quotation marks", "The source gives these words in quotation marks."),
    "mixed": ("partly quoted", "The source reports this and quotes part of it."),
    "indirect": ("reported", "The source reports this in its own words; they are not the speaker's."),
}
KINDS = (_KINDS["direct"], _UNMARKED, _KINDS["mixed"], _KINDS["indirect"])
CERTAINTY = {
    "high": ("", ""),
    "medium": ("speaker likely", "A rule with some exceptions settled who speaks; the reasoning is beside it."),
    "low": ("speaker uncertain", "A weak rule settled who speaks; look at the passage before you cite it."),
}
FLAGS = {
    "denial": "The speaker denies what follows.",
    "question": "The speaker asks.",
    "demand": "The speaker calls for it.",
    "promise": "The speaker undertakes to do it.",
    "threat": "The speaker threatens with it.",
    "warning": "The speaker warns of it.",
    "conditional": "It holds only if something else does.",
    "expected": "The source says that this is still to be said.",
    "negated": "The source says that this was not said.",
    "do_not_quote_verbatim": "The text is damaged; what was said may have been worded otherwise.",
    "headline": "It stands in a headline, which is shortened and seldom written by the reporter.",
}
# Marks that turn the words they stand with into something else, in words to set before these and after "on record as":
# nowhere may such words stand without them. What is in quotation marks speaks for itself.
# How a denial is told, by the beginning of the verb that its source has; "denies" for all others.
_DENIED = {
    "reject": ("rejects", "rejecting"),
    "rebuff": ("rejects", "rejecting"),
    "dismiss": ("dismisses", "dismissing"),
    "disput": ("disputes", "disputing"),
    "rul": ("rules out", "ruling out"),
    "play": ("plays down", "playing down"),
    "downplay": ("plays down", "playing down"),
}
TURNED = {"denial": ("denies", "denying"), "negated": ("does not say", "not saying"), "question": ("asks", "asking")}
QUALITY = {
    "mangled_characters": "The file was saved in a wrong encoding before; some letters are garbled.",
    "damaged_characters": "Some characters cannot be read.",
    "not_in_english": "The text does not seem to be in English.",
    "words_swapped": "Words were replaced by others of like meaning, as copying sites do; no quotation is verbatim.",
    "machine_translated": "A machine translated the text; no quotation is in the words that were spoken.",
    "quotation_marks_displaced": "Quotation marks stand in the wrong place: where a quotation ends is uncertain.",
    "mixed_alphabets": "Some words mix Latin letters with Cyrillic ones that look the same; a name may be another.",
    "words_glued": "Sentences or words run together.",
    "endless_sentences": "A sentence longer than any sentence is was left out.",
}
STATUS = {
    "planned": "planned",
    "occurred": "took place",
    "ongoing": "under way",
    "hypothetical": "only considered",
    "denied": "denied",
    "alleged": "alleged",
}
BASIS = {
    "given": "given by the dossier's editor",
    "stated": "stated in the source",
    "inferred": "worked out",
    "open": "not settled",
}
ACTOR_KINDS = {"person": "Person", "organisation": "Organisation", "state": "State", "group": "Group"}
ACTOR_GROUPS = {"person": "People", "organisation": "Organisations", "state": "States", "group": "Groups"}
CONFLICTS = {
    "figure": "Figures that differ",
    "date": "Dates that differ",
    "wording": "Wordings that differ",
    "claim": "Claim and denial",
    "role": "Roles that differ",
}
REMOVED = {
    "advert": "Adverts",
    "related": "Links to other articles",
    "caption": "Captions",
    "credit": "Picture credits",
    "byline": "Bylines",
    "dateline": "Datelines",
    "share": "Share and subscribe lines",
    "repeated_title": "Repeated titles",
    "other": "Other parts that are no prose",
}
BOUNDS = {"exactly": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
EDITION = {"syndicated": "the same text", "rewritten": "the same text with words changed"}


def turned(quotation: Quotation) -> tuple[str, str]:
    """What to set before the words of a quotation that are not what the speaker says; empty for all others."""
    if quotation.kind == "direct":
        return "", ""
    if "denial" in quotation.flags and quotation.cue is not None:
        cue = quotation.cue.text.casefold()
        return next((told for beginning, told in _DENIED.items() if cue.startswith(beginning)), TURNED["denial"])
    return next((TURNED[flag] for flag in quotation.flags if flag in TURNED), ("", ""))


def kind(quotation: Quotation) -> tuple[str, str]:
    """How a quotation is quoted, and what that means. Speech after a dash and a press release stand without marks."""
    marked = any(mark in quotation.text for mark in '“”„«»"') or quotation.text[:1] in "‘'`"
    return _UNMARKED if quotation.kind == "direct" and not marked else _KINDS[quotation.kind]


def plain(code: str) -> str:
    """A code as words: `repeated_title` is `repeated title`."""
    return code.replace("_", " ").strip()


def quality_title(flag: str) -> str:
    """What a mark of poor quality means; empty for a mark that explains itself."""
    return QUALITY.get(flag, "")


def sentence(text: str) -> str:
    """A reason as a sentence: first letter large, full stop at the end; empty stays empty."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def count(number: int, one: str, many: str = "") -> str:
    """The number with its noun: `1 source`, `3 sources`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def number(value: float) -> str:
    """A number with thousands separated; no decimals where there are none, two of what is more than one."""
    value = round(value, 2) if abs(value) > 1 else value  # "a third" is 33.33 per cent
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def figure_value(figure: Figure) -> str:
    """A figure's value with its bound and unit: `at least 70,000 troops`, `70,000 to 100,000`."""
    if figure.low is not None and figure.high is not None:
        value = f"{number(figure.low)} to {number(figure.high)}"
    else:
        value = number(figure.value)
    unit = "" if figure.unit in {"", "count"} else "%" if figure.unit in {"percent", "%"} else f" {plain(figure.unit)}"
    return f"{BOUNDS[figure.bound]}{value}{unit}"
