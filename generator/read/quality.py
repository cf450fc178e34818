"""What shows in a text itself that it was damaged on its way, or is not what the program reads.

Each mark needs evidence that can be shown: the words themselves. How good an article is otherwise, nobody judges here.
"""

import re
from collections.abc import Iterator

from generator.lexicons import table, words
from generator.model import IssueRecord
from generator.read.folder import shown

READ_AS = "read_as_"
ENDLESS = "endless_sentences"
_SWAPPED_AT_LEAST = 2
_DISPLACED_AT_LEAST = 2
_SHOWN = 3
_MOST_NOTE_WORDS = 25
_LONGEST_NOTE = 80
# Of 1,180 English news articles the lowest share of function words was 0.17, the median 0.38; German, Dutch, French and
# Spanish news have 0.02 to 0.11.
_LEAST_ENGLISH = 0.13
_FEWEST_WORDS = 60
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
# An opening mark right behind a word or a full stop, where the closing one belongs ("fairs“, he joked"), or a full stop
# before a closing mark with a comma behind it ("his mother.”, he said"). German „...“ closes with the former.
_DISPLACED = re.compile(r"\w[.,!?]?“(?=[\s,.\w])|\w\.”,")
# UTF-8 read as Windows-1252 and saved again: curly quotes, dashes and accented letters become two or three signs.
_MANGLED = re.compile(r"â€[\w˜™œž¦“”\u009d\u0080-\u009f]|Ã[©¨¡¢¤¶¼§±³­]")
# Two sentences without a space: "countriesWhite House". Names such as iPhone or YouTube begin otherwise.
_GLUED = re.compile(r"(?<![\w@#/._-])[a-z]{3,}[A-Z][a-z]{2,}(?![\w@/])")

# "Аnn" with a Cyrillic A looks like "Ann" and is another name. Greek letters stand for units and in science ("μm").
_CYRILLIC = r"[\u0400-\u04ff]"
_MIXED = re.compile(rf"\b(?:[A-Za-z]++{_CYRILLIC}|{_CYRILLIC}++[A-Za-z])[^\W\d_]*+")


def quality_marks(text: str) -> tuple[str, ...]:
    """The marks of a text as codes.

    They are `mangled_characters`, `damaged_characters`, `not_in_english`, `words_swapped`, `machine_translated`,
    `quotation_marks_displaced`, `words_glued` and `mixed_alphabets`.
    """
    return tuple(mark for mark, _ in _evidence(text))


def quality_notes(file: str, text: str, marks: tuple[str, ...]) -> Iterator[IssueRecord]:
    """What a person should know of the marks, with the words that show them."""
    for mark in marks:
        if mark.startswith(READ_AS):
            what = f"the file is not UTF-8; it was read as {mark.removeprefix(READ_AS)}"
            yield IssueRecord("encoding", shown(file), what, "check it, correct it and save the file as UTF-8")
        if mark == ENDLESS:
            what = "a sentence is longer than any sentence is; nothing is looked for in it"
            yield IssueRecord("quality", shown(file), what, "use a better copy of the article if there is one")
    found = {mark for mark in marks if mark != ENDLESS and not mark.startswith(READ_AS)}
    for mark, what in _evidence(text) if found else ():
        if mark in found:
            kind = "encoding" if mark.endswith("_characters") else "quality"
            yield IssueRecord(kind, shown(file), what, "use a better copy of the article if there is one")


def _notes_translation(line: str) -> bool:
    """Whether a line of the page's frame, too short for a paragraph, tells of a machine's translation."""
    lowered = line.lower()
    return len(line.split()) <= _MOST_NOTE_WORDS and any(_holds(lowered, p) for p in words("translation_notes"))


def _holds(text: str, phrase: str) -> bool:
    """Whether a text in lower case has a phrase as whole words."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() and phrase[0].isalnum()) and not (after.isalnum() and phrase[-1].isalnum()):
            return True
        at = text.find(phrase, end)
    return False


def _evidence(text: str) -> Iterator[tuple[str, str]]:
    mangled = _MANGLED.findall(text)
    if mangled:
        yield (
            "mangled_characters",
            f"the file was saved in a wrong encoding before: it has “{mangled[0]}” for one character",
        )
    if "\ufffd" in text:
        line = text[: text.index("\ufffd")].count("\n") + 1
        places = "one place" if text.count("\ufffd") == 1 else f"{text.count(chr(0xFFFD))} places"
        yield (
            "damaged_characters",
            f"{places} cannot be read as text, the first in line {line}; each is shown as \ufffd",
        )
    tokens = _WORD.findall(text[:_SAMPLE].lower())
    english = sum(token in words("function_words") for token in tokens)
    if len(tokens) >= _FEWEST_WORDS and english < _LEAST_ENGLISH * len(tokens):
        yield "not_in_english", "the text does not seem to be in English, the language the word lists are for"
    lowered = text.lower()
    swapped = [(form, name) for form, name in table("swapped_names").items() if _holds(text, form)]
    swapped += [(form, name) for form, name in table("spun_phrases").items() if _holds(lowered, form)]
    # one word may be a name's own, in all its forms: "Civil Protection Minister", "the protection ministry"
    if len({_swapped_words(form, name) for form, name in swapped}) >= _SWAPPED_AT_LEAST:
        shown_ones = ", ".join(f"“{form}” for “{name}”" for form, name in swapped[:_SHOWN])
        yield "words_swapped", f"words were swapped for others: {shown_ones}; quotations may not be verbatim"
    noted = next((line.strip() for line in text.split("\n") if _notes_translation(line)), None)
    if noted is not None:
        yield "machine_translated", f"the page says that a machine translated it: “{noted[:_LONGEST_NOTE]}”"
    displaced = [] if "„" in text else [m.start() for m in _DISPLACED.finditer(text)]
    if len(displaced) >= _DISPLACED_AT_LEAST:
        around = " ".join(text[max(0, displaced[0] - 15) : displaced[0] + 10].split())
        yield "quotation_marks_displaced", f"quotation marks stand where they cannot, first in “…{around}…”"
    glued = [m.group() for m in _GLUED.finditer(text)]
    if glued:
        yield "words_glued", f"words run together: {', '.join(f'“{word}”' for word in glued[:_SHOWN])}"
    mixed = dict.fromkeys(m.group() for m in _MIXED.finditer(text))
    if mixed:
        shown_ones = ", ".join(f"“{word}” ({_letters(word)})" for word in list(mixed)[:_SHOWN])
        yield "mixed_alphabets", f"Latin words have Cyrillic letters in them that look the same: {shown_ones}"


def _swapped_words(form: str, name: str) -> frozenset[str]:
    return frozenset(form.lower().split()) - frozenset(name.lower().split())


def _letters(word: str) -> str:
    return "".join(c if c < "\u0400" else "_" for c in word[:40])
