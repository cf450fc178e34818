"""Which paragraphs are picture captions and credits, by what stands around them."""

from rapidfuzz import fuzz

from generator.read.credits import (
    caption_evidence,
    is_clear,
    is_credit,
    is_dated,
    may_open_caption,
    opens_caption,
    shows_and_tells_nothing,
    tells,
    trailing_credit,
    trailing_sign,
)
from generator.read.inline import signed_off
from generator.read.lines import Paragraph, ends_sentence
from generator.read.page import LONGEST_LINE, Kinds, Page
from generator.read.phrases import plain

LONGEST = 70
_LONE_LABELS = {"image caption", "media caption", "video caption", "caption", "photo caption"}
# The button over a picture's text: "View gallery".
_GALLERIES = {"view gallery", "open image in gallery", "view image in fullscreen"}
_LONE_SOURCES = {
    "image source",
    "photo source",
    "image credit",
    "photo credit",
    "picture credit",
    "image",
    "photo",
    "picture",
    "photograph",
}


def own_captions(page: Page, kinds: Kinds) -> Kinds:
    """Captions and credits that their own words give away."""
    found = _credits(page, kinds)
    found |= _with_own_credit(page, {**kinds, **found})
    return found | _by_formula(page, {**kinds, **found})


def captions_nearby(page: Page, kinds: Kinds) -> Kinds:
    """Captions that the lines around them give away: a credit, or a copy with its words swapped."""
    found = _at_credits(page, kinds)
    return found | _twins(page, {**kinds, **found})


def _free(page: Page, kinds: Kinds) -> list[int]:
    return [i for i, p in enumerate(page.paragraphs) if i not in kinds and len(p.flat) <= LONGEST_LINE]


def _credits(page: Page, kinds: Kinds) -> Kinds:
    found: Kinds = {}
    for i in _free(page, kinds):
        line = page.paragraphs[i].flat
        bare = plain(line)
        last = i + 1 >= len(page.paragraphs)
        if bare in _LONE_LABELS:
            found[i] = "caption"
            if not last and i + 1 not in kinds:
                found[i + 1] = "caption"
        elif i and plain(page.paragraphs[i - 1].flat) in _GALLERIES and not ends_sentence(line):
            found[i] = "caption"
        elif bare in _LONE_SOURCES:
            found[i] = "credit"
            if not last and i + 1 not in kinds and page.paragraphs[i + 1].words <= 6:
                found[i + 1] = "credit"
        elif i not in found and is_credit(line):
            found[i] = "credit"
    return found


def _with_own_credit(page: Page, kinds: Kinds) -> Kinds:
    """A caption that ends with its credit. A long paragraph keeps its prose; only the credit is taken off it later."""
    found: Kinds = {}
    last = max(_free(page, kinds), default=-1)
    for i in _free(page, kinds):
        paragraph = page.paragraphs[i]
        at = trailing_credit(paragraph.flat) or trailing_sign(paragraph.flat)
        if at is None or paragraph.words > LONGEST + 10 or (i == last and signed_off(paragraph.flat) is not None):
            continue  # the agency signs at the end of the article: "... have failed. (dpa/NAN)"
        body = paragraph.flat[:at].rstrip(" |–—-")
        credit = paragraph.flat[at:].strip("()[]. ")
        # "... in Sanliurfa. (IHA)": any sign will do where the formula leaves no doubt.
        if shows_and_tells_nothing(body):
            found[i] = "caption"
            continue
        named = "/" in credit or not paragraph.flat[at:].startswith(("(", "["))
        if is_clear(credit) and caption_evidence(body) >= (0 if named or not tells(body) else 1):
            found[i] = "caption"
    return found


def _at_credits(page: Page, kinds: Kinds) -> Kinds:
    """The caption above a credit, or below it where none is above."""
    near: Kinds = {}
    for i in sorted(i for i, kind in kinds.items() if kind == "credit"):
        group = page.groups[i] if page.spaced else range(i, i + 1)
        above = list(range(i - 1, group.start - 1, -1)) if page.spaced else []
        for j in above:
            if j in kinds or j in near or not _may_be_caption(page.paragraphs[j], 0):
                break
            near[j] = "caption"
        if near.keys() & set(above):
            continue
        for j in (i - 1, i + 1):
            if not 0 <= j < len(page.paragraphs) or j in kinds or j in near:
                continue
            together = page.spaced and j in group
            paragraph = page.paragraphs[j]
            repeated = any(plain(paragraph.flat) == plain(page.paragraphs[k].flat) for k in range(max(0, j - 4), j))
            if _may_be_caption(paragraph, 0 if together else 2) or (repeated and paragraph.words >= 5):
                near[j] = "caption"
                break
    return near


def _may_be_caption(paragraph: Paragraph, evidence: int) -> bool:
    return (
        len(paragraph.flat) <= LONGEST_LINE
        and paragraph.words <= LONGEST
        and caption_evidence(paragraph.flat) >= evidence
    )


def _by_formula(page: Page, kinds: Kinds) -> Kinds:
    """A caption without a credit: it opens as captions do, or has three parts of the formula."""
    found: Kinds = {}
    for i in _free(page, kinds):
        paragraph = page.paragraphs[i]
        if paragraph.words > LONGEST or paragraph.words < 4:
            continue
        if _follows_formula(paragraph.flat):
            found[i] = "caption"
    return found


def _follows_formula(line: str) -> bool:
    if opens_caption(line):
        return True
    if may_open_caption(line):
        return caption_evidence(line) > 0
    if ends_sentence(line) and not is_dated(line):
        return False  # most prose; three points are out of reach
    points = caption_evidence(line)
    return points >= 3 or (points == 2 and is_dated(line) and shows_and_tells_nothing(line))


def _twins(page: Page, kinds: Kinds) -> Kinds:
    """A caption printed twice, once with its words swapped, or a picture's title with its text: similar lines in one
    group, the first without a full stop, in a page that sets its paragraphs apart."""
    found: Kinds = {}
    for i in _free(page, kinds):
        j = i + 1
        if i == 0 or j >= len(page.paragraphs) or j in kinds or page.paragraphs[j].gap:
            continue
        first, second = page.paragraphs[i], page.paragraphs[j]
        if (
            len(second.flat) > LONGEST_LINE
            or not 5 <= first.words <= LONGEST
            or not 5 <= second.words <= LONGEST
            or ends_sentence(first.flat)
        ):
            continue
        needed = 65 if page.spaced and not _is_heading_of(page, i) else 85
        if fuzz.token_sort_ratio(plain(first.flat), plain(second.flat)) >= needed:
            found[i] = found[j] = "caption"
    return found


def _is_heading_of(page: Page, index: int) -> bool:
    """Whether the line may head the paragraph right below it: more lines than the two stand together."""
    return len(page.groups[index]) > 2 and index == page.groups[index].start
