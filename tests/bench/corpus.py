"""Articles of news length from sentences written for it: any number of them, the same for the same seed.

They come in stories of six that quote some of the same sentences, as outlets do. A few people are in nearly every story
and many in one or two; quotations are of every form, dates relative to the day, figures disagree, adverts stand between
the paragraphs, and one article in twenty is a copy of an earlier one.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

TOPICS = (
    "the grain corridor",
    "the border talks",
    "the rail strike",
    "the flood defences",
    "the fishing quota",
    "the energy price cap",
    "the ceasefire",
    "the vaccine shipment",
    "the new airport",
    "the tax reform",
)

WORDS = {
    name: tuple(words.strip().split("; "))
    for name, words in (line.split(": ", 1) for line in Path(__file__).with_name("words.txt").open(encoding="utf-8"))
}

SENTENCES = (
    "{office} {person} said on {day} that {clause} and would be discussed again in {city} next week.",
    '"We will not accept that {clause} for another year," {last} said.',
    "{body} warned that {topic} could cost {state} as much as ${n} million because {clause}.",
    'According to {other}, the {thing} "was never on the table" when the two sides met in {city} on {date}.',
    "{other_last} told reporters that {n} {noun} had already been moved, and that {clause}.",
    '"If {state} is serious about {topic}, {clause} by {day}," {other} told {agency}. "The {thing} is {adjective}."',
    "He added that nobody had asked {body} whether {clause}.",
    "She denied that {state} had offered to pay for the {n} {noun} named in the {adjective} {thing}.",
    "A spokesman for {body}, who asked not to be named, called the {thing} {adjective}.",
    "Officials in {city} put the number at about {n}, while {agency} reported at least {m} {noun}.",
    "{state} and {state2} are expected to sign the {adjective} {thing} in {city} on {date}.",
    "The talks, which began last {day}, were attended by {office} {other} and by {person}.",
    "{last} is to travel to {city} for a meeting on the {thing} at the beginning of next month.",
    "Last year the government of {state2} rejected a {adjective} {thing}, saying that {clause}.",
    'Asked whether {topic} was in danger, {last} replied: "It depends on whether {clause}."',
    "Protesters gathered outside the {adjective} {thing} in {city} on {day} evening, and police detained {k} of them.",
    "Analysts say that the {adjective} {thing} rose by {p} per cent in the first three months of {year}.",
    "The two ministers spoke by telephone about the {thing}, the statement said, without giving details.",
    "{person}, who has led the delegation since {year}, described the {thing} as {adjective} but cautious.",
    "It was not immediately clear how many {noun} would be affected if {clause}.",
    "{body} has until {date} to publish its {adjective} {thing}, which {other} promised to make public.",
    "Under the {thing}, {state} would withdraw {n} {noun} within {k} days, although {clause}.",
    'Critics of {last} said {clause}, "a {thing} taken from the air", and demanded an inquiry.',
    "Trade between {state} and {state2} fell to ${m} million in {year}, and {clause}.",
)
# what nobody is quoted with: more than half of an article
PLAIN = (
    "The {adjective} {thing} has been closed since the {thing2} {verb} it in {year}.",
    "For years the {adjective} {thing} stood empty, and no {thing2} was ever built beside it.",
    "Snow fell on {city} on {day}, and the {adjective} {thing} opened two hours late.",
    "{state} bought the {thing} from {state2} in {year} for ${m} million and never used it.",
    "The road to {city} runs past a {adjective} {thing}, a {thing2} and some {k} houses.",
    "{last} was born in {city} and worked in a {adjective} {thing} before entering politics in {year}.",
    "Nearly {n} {noun} pass through the {adjective} {thing} on an ordinary {day}.",
    "Work on the {adjective} {thing} stopped after the {thing2} {verb} it for the third time.",
    "A {adjective} {thing} lay on the table in {city}, next to a map of {state} and a {thing2}.",
    "{other} has been in office for {k} months, longer than anyone who ran the {adjective} {thing} before.",
    "The {thing} was paid for by {body}, and the {adjective} {thing2} by the city.",
    "In {city} the {adjective} {thing} {verb} everything else in the first week of the year.",
    "There are {k} such {adjective} projects in {state}, from a {thing} to a {thing2}.",
    "The {thing} of {year} left {state} with a {adjective} {thing2} and little else.",
)
ADVERTS = ("Advertisement", "Share this article", "Sign up for our newsletter", "Read more: what {topic} means for you")
STORY = 6  # articles of one story


def _one(random: Random, words: str) -> str:
    return random.choice(WORDS[words])


def people(random: Random, count: int) -> list[tuple[str, str, str]]:
    """So many people: first name, surname, office; surnames are made of syllables, now and then the same twice."""
    return [
        (
            _one(random, "first"),
            _one(random, "start") + _one(random, "middle") + _one(random, "end"),
            _one(random, "offices"),
        )
        for _ in range(count)
    ]


def _words(random: Random, crowd: list[tuple[str, str, str]]) -> dict[str, object]:
    """What a story is about."""
    # the square of an even draw: the first tenth of the crowd is in a third of the stories
    one, two = (crowd[int(len(crowd) * random.random() ** 2)] for _ in range(2))
    state, state2 = random.sample(WORDS["states"], 2)
    return {
        "office": one[2],
        "person": f"{one[0]} {one[1]}",
        "last": one[1],
        "other": f"{two[0]} {two[1]}",
        "other_last": two[1],
        "topic": random.choice(TOPICS),
        "state": state,
        "state2": state2,
    }


def _clause(random: Random) -> str:
    (one, two), (three, four) = random.sample(WORDS["adjectives"], 2), random.sample(WORDS["things"], 2)
    return f"the {one} {three} {_one(random, 'verbs')} the {two} {four}"


def _sentence(random: Random, pattern: str, words: dict[str, object], day: date) -> str:
    far = day + timedelta(days=random.randint(-20, 40))
    text = pattern.format(
        **words,
        clause=_clause(random),
        adjective=_one(random, "adjectives"),
        thing=_one(random, "things"),
        thing2=_one(random, "things"),
        verb=_one(random, "verbs"),
        noun=_one(random, "nouns"),
        body=_one(random, "bodies"),
        agency=_one(random, "agencies"),
        day=_one(random, "days"),
        city=_one(random, "cities"),
        date=f"{far:%B} {far.day}",
        year=day.year - random.randint(1, 9),
        n=random.randint(2, 900) * 100,
        m=random.randint(100, 999),
        k=random.randint(3, 60),
        p=random.randint(2, 19),
    )
    return text[:1].upper() + text[1:]


def article(random: Random, words: dict[str, object], shared: list[str], day: date) -> str:
    """One article of about 450 words, as it is pasted from a page; `shared` are sentences of its story."""
    city = _one(random, "cities")
    lines = [
        f"{words['last']} says {_clause(random)} in {words['state']}",
        "",
        f"By {_one(random, 'first')} {_one(random, 'start')}ov, {_one(random, 'outlets')}",
        f"Published {day:%B} {day.day}, {day.year}",
        "",
        f"{city.upper()}, {day:%B} {day.day} ({_one(random, 'agencies')}) - "
        f"The {words['office']} of {words['state']}, {words['person']}, spoke about {words['topic']} on Monday.",
        "",
    ]
    own = [_sentence(random, p, words, day) for p in (*random.sample(SENTENCES, 10), *random.sample(PLAIN, 7))]
    # two articles of different stories have hardly three words in a row in common, as in life
    own += [f"When {_clause(random)}, {_clause(random)}, and {_clause(random)}." for _ in range(6)]
    text = random.sample([*random.sample(shared, 4), *own], len(own) + 4)
    while text:
        size = random.randint(2, 4)
        lines += [" ".join(text[:size]), ""]
        text = text[size:]
        if random.random() < 0.15:
            lines += [random.choice(ADVERTS).format(topic=words["topic"]), ""]
    return "\n".join(lines)


def is_copy(number: int) -> bool:
    """Whether the article of this number, with which its file's name begins, is a copy of an earlier one."""
    return number % 20 == 19


def articles(count: int, seed: int = 20220107) -> Iterator[tuple[str, str]]:
    """So many articles, as file name and text."""
    random = Random(seed)
    crowd = people(random, 40 + count // 2)
    day = date(2022, 1, 3)
    earlier: list[str] = []
    for number in range(count):
        if number % STORY == 0:
            # a folder that grows covers a longer time
            day = date(2022, 1, 3) + timedelta(days=number // 8)
            words = _words(random, crowd)
            shared = [_sentence(random, p, words, day) for p in random.sample(SENTENCES, 8)]
        if is_copy(number):
            text = random.choice(earlier).replace("Published", "Updated", 1)
        else:
            text = article(random, words, shared, day + timedelta(days=random.randint(0, 2)))
        earlier.append(text)
        yield f"{number:05}-{str(words['topic'])[4:].replace(' ', '-')}.txt", text


def write(folder: Path, count: int, seed: int = 20220107) -> int:
    """Write so many articles into a folder; returns how many words they have."""
    folder.mkdir(parents=True, exist_ok=True)
    words = 0
    for name, text in articles(count, seed):
        (folder / name).write_text(text, encoding="utf-8")
        words += len(text.split())
    return words
