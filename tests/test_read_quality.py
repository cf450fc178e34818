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
        ("He died at 4 a.m. native time, officials mentioned.", ("words_swapped",)),
        ("The demise toll rose, and the toll of the native timekeepers did too.", ()),
        ("“It has been thirty years“, he said. “We meet at fairs“, he joked.", ("quotation_marks_displaced",)),
        ("“He weeps for his mother.”, said the coach. “It is over.”, he said.", ("quotation_marks_displaced",)),
        ("Powered by automated translation\n\nThe ferry sank.", ("machine_translated",)),
        ("She said that machine translation had " + "often " * 30 + "failed.", ()),
        ("The Overseas Minister told the Related Press that it was over.", ("words_swapped",)),
        ("The Overseas Minister of the islands said that it was over.", ()),
        ("The Civil Protection Minister came. The protection ministry said so, as the protection minister did.", ()),
        ("The Overseas Minister and the overseas minister are one; so are Getty Photographs.", ("words_swapped",)),
        ("The caf\ufffd was full.", ("damaged_characters",)),
        ("Putin now â€˜hostageâ€™ to war", ("mangled_characters",)),
        ("The minister, \u0410nn Roe, said so.", ("mixed_alphabets",)),
        ("The minister, Ann R\u043ee, said so.", ("mixed_alphabets",)),
        ("Pravda (\u041f\u0440\u0430\u0432\u0434\u0430) said so. It is 5 \u03bcm wide.", ()),
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
