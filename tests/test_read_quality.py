"""Marks of damage in a text, each with the words that show it."""

import pytest

from generator.read import issues_of, read_text


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("It is over.“, Said the minister. We know.“Added the envoy.", ("quotation_marks_displaced",)),
        ("„Es ist vorbei.“ said the minister. „Genug.“ added the envoy.", ()),
        ("“It is over.” The minister said: “We know.”", ()),
        ("He spoke of talks in other countriesWhite House aides explained.", ("words_glued",)),
        ("The iPhone, eBay, YouTube and McDonald's are names; so is http://example.org/someThing and @someBody.", ()),
        ("The Overseas Minister told the Related Press that it was over.", ("words_swapped",)),
        ("The Overseas Minister of the islands said that it was over.", ()),
        ("The caf\ufffd was full.", ("damaged_characters",)),
        ("Putin now â€˜hostageâ€™ to war", ("mangled_characters",)),
        ("Der Präsident hat die Forderungen in einer Rede vor dem Parlament zurückgewiesen. " * 6, ("not_in_english",)),
        ("The café was full, the Foreign Minister told the Associated Press.", ()),
    ],
)
def test_a_mark_needs_words_that_show_it(text: str, marks: tuple[str, ...]) -> None:
    document = read_text("a.txt", text)
    assert document.quality == marks
    assert len(issues_of([document])) == len(marks)


def test_the_note_shows_the_words() -> None:
    document = read_text("a.txt", "The Overseas Minister told the Related Press that it was over.")
    (note,) = issues_of([document])
    assert note.what == (
        "words were swapped for others: “Related Press” for “Associated Press”, “Overseas Minister” for "
        "“Foreign Minister”; quotations may not be verbatim"
    )
