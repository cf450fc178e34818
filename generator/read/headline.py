"""The headline of a page, and the places where the page repeats it."""

import re

from rapidfuzz import fuzz

from generator.lexicons import words
from generator.read.inline import dateline_end
from generator.read.lines import ends_sentence
from generator.read.nameplate import is_nameplate
from generator.read.navigation import is_navigation
from generator.read.page import (
    LONGEST_HEADLINE,
    LONGEST_KICKER,
    LONGEST_LINE,
    LONGEST_MOTTO,
    LONGEST_QUESTION,
    SHORTEST_LINK,
    Kinds,
    Page,
    is_link_like,
    is_solid,
)
from generator.read.phrases import plain

# How far down a headline may stand below navigation, dates and buttons.
_DEPTH = 25
# How near below it the byline stands, with a deck and a button between.
_NEAR = 4
# "Your voice since 1887", "Established in 1843", "The voice of the west".
_MOTTO = re.compile(
    r"(?:(?:est\b|established|founded|your|our|proudly|serving|the)\b(?: [\w’'.]+){0,5}? 1[5-9]\d\d"
    r"|(?:your|our|proudly|serving|the voice|all the news)\b(?:,? [\w’'.]+){1,5})$",
    re.IGNORECASE,
)
_MAY_OPEN = "'\"‘“«[(#$€£¿¡…"
# "Headline - The Daily Post", "Headline | BBC News": the browser's title of a page.
_OUTLET = re.compile(r"(?<!\s)\s++[|–—:-]\s++([^|–—:]{2,40})$|(?<!\s)\s*+\|\s*+([^|]{2,40})$")


def find_headline(page: Page, kinds: Kinds, given: str | None = None) -> int | None:
    """The index of the headline among the paragraphs; None where the text begins with prose.

    With a `given` title the paragraph that carries it, if any, comes first.
    """
    top = [i for i in range(min(len(page.paragraphs), _DEPTH)) if i not in kinds]
    if given:
        for i in top:
            if same_title(page.paragraphs[i].flat, given):
                return i
    twice = _printed_twice(page, top)
    if twice is not None:
        return twice
    first = _first_headline(page, top)
    if first is None or _has_byline(page, kinds, first):
        return first
    # A banner or a motto stands above: the headline is the one with the byline right below it.
    for i in (i for i in top if i > first):
        if is_solid(page.paragraphs[i]):
            break
        if kinds.get(i + 1) == "byline" and page.paragraphs[i].words > LONGEST_MOTTO and _is_headline(page, i, top):
            return i
    return first


def _first_headline(page: Page, top: list[int]) -> int | None:
    for at, i in enumerate(top):
        paragraph = page.paragraphs[i]
        if is_navigation(paragraph.flat) or _is_kicker(page, i, top[at + 1 :]):
            continue
        above_all = is_nameplate(paragraph.flat) or _MOTTO.match(paragraph.flat) or _is_page_name(paragraph.flat)
        if above_all and _headline_below(page, top[at + 1 :]):
            continue
        if _is_headline(page, i, top[at + 1 :]):
            return i
        if paragraph.words > LONGEST_MOTTO:
            return None
    return None


def _is_page_name(line: str) -> bool:
    """ "Radio Westport - News": a name and a section, no headline."""
    found = _OUTLET.search(line)
    return bool(found and is_navigation(found.group(1) or found.group(2)) and found.start() and line.count(" ") < 5)


def _headline_below(page: Page, below: list[int]) -> bool:
    """Whether the first line below an outlet's name that is longer than a kicker may be the headline."""
    first = next((at for at, i in enumerate(below) if page.paragraphs[i].words > LONGEST_KICKER), None)
    return first is not None and _is_headline(page, below[first], below[first + 1 :])


def _has_byline(page: Page, kinds: Kinds, index: int) -> bool:
    """Whether a byline stands near below a line, with a deck and buttons between them at most."""
    sentences = 0
    for i in range(index + 1, min(index + 1 + _NEAR, len(page.paragraphs))):
        if kinds.get(i) == "byline":
            return True
        sentences += i not in kinds and not is_link_like(page.paragraphs[i])
        if sentences > 1:
            return False
    return False


def _printed_twice(page: Page, top: list[int]) -> int | None:
    """The headline that a page prints twice before its first prose, whatever stands above it."""
    seen: dict[str, int] = {}
    for i in top:
        paragraph = page.paragraphs[i]
        first = seen.setdefault(plain(paragraph.flat), i)
        if first < i and paragraph.words > LONGEST_KICKER and _is_headline(page, first, [j for j in top if j > first]):
            return first
        if ends_sentence(paragraph.flat) and paragraph.words > SHORTEST_LINK:
            return None
    return None


def _is_kicker(page: Page, index: int, below: list[int]) -> bool:
    """A word or a phrase above the headline: `EXCLUSIVE REPORT`, `which way, Europe?`."""
    line = page.paragraphs[index].flat
    count = len(line.split())
    if count > LONGEST_KICKER and not line[0].islower():
        return False
    if ends_sentence(line) and not line.endswith("?"):
        return False
    following = [page.paragraphs[i].flat for i in below[:2]]
    return count < 2 or any(not ends_sentence(f) and len(f.split()) > LONGEST_KICKER + 1 for f in following)


def _is_headline(page: Page, index: int, below: list[int]) -> bool:
    paragraph = page.paragraphs[index]
    if (
        len(paragraph.flat) > LONGEST_LINE
        or paragraph.words > LONGEST_HEADLINE
        or paragraph.words < 2
        or paragraph.flat.endswith((",", ";", ":"))
        or not (paragraph.flat[0].isalnum() or paragraph.flat[0] in _MAY_OPEN)
    ):
        return False
    if not below:
        return not ends_sentence(paragraph.flat)
    if dateline_end(paragraph.flat, first=True):
        return False
    asks = paragraph.flat.rstrip("'\"’”").endswith(("?", "!"))
    if not ends_sentence(paragraph.flat) or (asks and paragraph.words <= LONGEST_QUESTION):
        return True
    # A headline with a full stop: set like a title, or short above a longer paragraph.
    return title_case(paragraph.flat) >= 0.7 and len(below) > 1


def title_case(text: str) -> float:
    """The share of the longer words that begin with a capital."""
    longer = [w.strip("'\"‘’“”(") for w in text.split()[1:]]
    longer = [w for w in longer if w[:1].isalpha() and w.lower() not in words("title_small_words")]
    return sum(w[0].isupper() for w in longer) / len(longer) if len(longer) > 2 else 0.0


def split_outlet(title: str) -> tuple[str, str | None]:
    """A title without the outlet's name after it, and that name."""
    found = _OUTLET.search(title)
    if not found:
        return title, None
    name = (found.group(1) or found.group(2)).strip()
    parts = {p.casefold().strip(".,") for p in name.split()} | {p.casefold() for p in re.split(r"[.\s]", name)}
    if name.casefold() in words("sections"):
        return title[: found.start()].rstrip(), None
    if (len(name.split()) <= 5 and parts & words("outlet_words") and name[0].isupper()) or re.fullmatch(
        r"\w+\.(?:com|org|net|co\.\w\w|in|news|tv)", name
    ):
        return title[: found.start()].rstrip(), name
    return title, None


def same_title(line: str, title: str) -> bool:
    """Whether a line is the title again, word for word or all but (an outlet's name added, letters lost)."""
    left, right = plain(split_outlet(line)[0]), plain(split_outlet(title)[0])
    if left == right:
        return True
    return (
        len(left) > 15
        and min(len(left), len(right)) * 1.35 > max(len(left), len(right))
        and fuzz.ratio(left, right) >= 92
    )


def garbled_title(line: str, title: str) -> bool:
    """Whether a line without a full stop is the title with its words moved or swapped: a machine's copy of it."""
    left, right = plain(line), plain(title)
    if ends_sentence(line) or not 0.6 < len(left) / max(1, len(right)) < 1.7 or len(right.split()) < 5:
        return False
    return fuzz.token_sort_ratio(left, right) >= 82


def repeats(page: Page, kinds: Kinds, title_at: int) -> Kinds:
    """The paragraphs that repeat the headline, whole or broken over two lines."""
    title = page.paragraphs[title_at].flat
    found: Kinds = {}
    rest = [i for i in range(len(page.paragraphs)) if i != title_at and i not in kinds]
    for i in rest:
        line = page.paragraphs[i].flat
        near = abs(i - title_at) <= 6
        if same_title(line, title) or (near and garbled_title(line, title)):
            found[i] = "repeated_title"
    for i in rest:
        j = i + 1
        if {i, j} & found.keys() or j not in rest or abs(i - title_at) > 6 or (page.paragraphs[j].gap and page.spaced):
            continue
        first, second = page.paragraphs[i], page.paragraphs[j]
        both = f"{first.flat} {second.flat}"
        if not ends_sentence(first.flat) and (same_title(both, title) or garbled_title(both, title)):
            found[i] = found[j] = "repeated_title"
    return found
