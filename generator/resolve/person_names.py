"""How two full names can be of one person: as spellings, with a surname left off, turned round, translated."""

from generator.lexicons import names
from generator.lexicons.names import PersonName
from generator.resolve.spelling import (
    alike_surname,
    familiar,
    related_given,
    same_given,
    same_surname,
    skeleton,
    sounds_like,
    vowels,
)

_ARTICLES = frozenset(["al", "el", "ul"])


def same_name(one: PersonName, other: PersonName) -> bool:
    """Whether two names are spellings of one: "Riabkov", "Joe" for "Joseph", "Jin Woo" for "Jin-woo", a middle name."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if "".join(one.words) == "".join(other.words):
        return True
    if not same_surname(one.last, other.last):
        return False
    if (one.nickname and one.nickname == other.first) or (other.nickname and other.nickname == one.first):
        return True
    if not same_given(one.first, other.first):
        return False
    return not _of_other_middles(one, other)


def _of_other_middles(one: PersonName, other: PersonName) -> bool:
    """Whether the middle names begin with two letters, however they are spelt: "Oumar" and "Umar" do not."""
    if not (one.middle and other.middle):
        return False
    return not {one.middle[0][:1], skeleton(one.middle[0])[:1]} & {other.middle[0][:1], skeleton(other.middle[0])[:1]}


def spelt_alike(one: PersonName, other: PersonName) -> bool:
    """Whether given name and surname may be one in two spellings that no rule tells: "D. R. Sabirov" for Sobirov."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if _of_other_middles(one, other):
        return False  # "Minh Chau Tran" and "Minh Khai Tran"
    return bool(one.first and same_given(one.first, other.first)) and alike_surname(one.last, other.last)


def sounds_alike(one: PersonName, other: PersonName) -> bool:
    """Whether two languages may have written one name down: "Vakhtang Chkhaidze", "Wachtang Tschchaidse".

    Of one surname two given names that differ in a vowel are two people's (Mina and Mona, but not Jyldyz and Zhyldyz),
    unless a middle name is the same.
    """
    if (one.suffix and other.suffix and one.suffix != other.suffix) or not (one.first and other.first):
        return False
    if one.last == other.last and not (one.middle and one.middle == other.middle):
        alike = vowels(one.first) == vowels(other.first) and not (one.middle or other.middle)
        return alike and sounds_like(one.first, other.first) > 2
    last, first = sounds_like(one.last, other.last), sounds_like(one.first, other.first)
    return bool(last and first) and last + first > 3


def leaves_off_a_surname(short: PersonName, long: PersonName) -> bool:
    """Whether one name is the other without its last surname: "Marta Vidal" for "Marta Vidal Ortega"."""
    inner = names.surnames(long)[1:]
    return bool(inner) and same_given(short.first, long.first) and any(same_surname(short.last, i) for i in inner)


def leaves_off_given_names(short: PersonName, long: PersonName) -> bool:
    """Whether one name is both surnames of the other, or one with its particle: "Souza Lima" for "Ana Beatriz Souza
    Lima", "Ben Moussa" for "Karim Ben Moussa"."""
    return len(short.words) == 2 and " ".join(short.words) in names.surnames(long)


def behind_a_word(short: PersonName, long: PersonName) -> bool:
    """Whether a name is the other behind a word that is no given name: "Brewmaster Wim Peeters", "Hero Ada Moss"."""
    if len(short.words) < 2 or long.words[1:] != short.words or len(long.words[0]) < 3:
        return False
    return names.usual_sex(short.first) != "unknown" and names.usual_sex(long.words[0]) == "unknown"


def begins(short: PersonName, long: PersonName) -> bool:
    """Whether two words are the beginning of a name with an Arabic surname: "Abu Hamza" for "Abu Hamza al-Najdi"."""
    return (
        len(short.words) == 2 and len(long.words) > 3 and long.words[:2] == short.words and long.words[2] in _ARTICLES
    )


def turned(one: PersonName, other: PersonName) -> bool:
    """Whether one name has the other's words with the family name first: "Kovács Anna"."""
    mine, its = one.words, other.words
    return len(mine) > 1 and mine != its and (mine == (*its[1:], its[0]) or its == (*mine[1:], mine[0]))


def family_name_first(name: PersonName) -> bool:
    """Whether of two words the second alone is known as a given name ("Weisz Agnes"); a surname may be so by chance."""
    if len(name.words) != 2 or not name.first:
        return False
    first, last = (names.usual_sex(word) != "unknown" for word in name.words)
    return last and not first


def called_familiarly(one: PersonName, other: PersonName) -> bool:
    """Whether of one surname one given name is a short form of the other: "Vakho Chkhaidze", "Vakhtang Chkhaidze"."""
    return same_surname(one.last, other.last) and familiar(one.first, other.first)


def related(one: PersonName, other: PersonName) -> bool:
    """Whether the surname is one and the given names may be one in two languages, or one cut short."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    return same_surname(one.last, other.last) and related_given(one.first, other.first)
