"""How a speaker was found, told to a reader: the rule's name as a sentence with the source's own words in it."""

from generator.model import Quotation
from generator.site.clean import one_line
from generator.site.wording import sentence

# Rule -> what it says of the mention (m) and the cue (c).
_SPEAKER = {
    "subject": "“{m}” is the subject of “{c}”",
    "subject after the cue": "“{m}” is the subject of “{c}”, which stands before it",
    "shared subject": "“{m}” is the subject that “{c}” shares with a verb before it",
    "subject of the governing verb": "“{m}” is the subject of the verb that governs “{c}”",
    "subject of the verb that holds the noun": "“{m}” is the subject of the verb that “{c}” goes with",
    "subject of a passive": "“{m}” is the subject of “{c}”, which is passive",
    "agent of a passive": "“{c}” is passive, and “{m}” is named after “by”",
    "subject of the sentence before": "“{m}” is the subject of the sentence before",
    "subject of the sentence before the colon": "“{m}” is the subject of the sentence before the colon",
    "possessor of the noun": "“{c}” is said to be that of “{m}”",
    "possessor of the view": "“{c}” is said to be that of “{m}”",
    "according to": "“{m}” is named with “{c}”",
    "based on": "“{m}” is named with “{c}”",
    "based": "“{m}” is named with “{c}”",
    "noun the participle belongs to": "“{c}” goes with “{m}”",
    "antecedent": "“{c}” is said of “{m}”",
    "noun before the cue": "“{m}” stands before “{c}”",
    "noun phrase before the cue": "“{m}” stands before “{c}”",
    "name before the colon": "“{m}” stands before the colon",
    "name beside the colon of a headline": "“{m}” stands beside the colon of the headline",
    "name before the turn of a transcript": "“{m}” stands before the words, as in a transcript",
    "carried over from the quotation before": "The words go on from the quotation before",
    "speaker of the quotation after it": "The quotation after it has this speaker",
}


def speaker_reason(quotation: Quotation) -> str:
    """Why a quotation is given to its speaker: how the sentence names them, then how that is known to be them.

    A rule this module has no words for is shown as it is written, after the words it was applied to.
    """
    mention = one_line(quotation.speaker.mention.text) if quotation.speaker.mention else ""
    cue = one_line(quotation.cue.text) if quotation.cue else ""
    rule, *known = (part.strip() for part in quotation.speaker.rule.split("; "))
    words = _SPEAKER.get(rule, "")
    if not words or ("{m}" in words and not mention) or ("{c}" in words and not cue):
        beside = " with ".join(f"“{w}”" for w in (mention, cue) if w)
        told = f"{beside}: {rule}" if beside and rule else beside or rule
    else:
        told = words.replace("{c}", cue).replace("{m}", mention)
    return " ".join(sentence(part) for part in (told, *known) if part)
