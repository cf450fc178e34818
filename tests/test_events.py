"""Events in prose: the sentence with the dates in it, and what should be read from it."""

from collections.abc import Mapping

import pytest

from generator.annotate import DEFAULT_MODEL, pipeline
from generator.extract.events import events
from generator.model import Block, Dated, Document, EventMention, Span, TimeExpression

PUBLISHED = "2022-03-02"


def found(text: str, times: Mapping[str, str] | None = None) -> tuple[EventMention, ...]:
    """The events of a text in which `times` says what each expression stands for, published on 2 March 2022."""
    nlp = pipeline(DEFAULT_MODEL, ())
    document = Document(
        id="a",
        file="a.txt",
        sha256="",
        text=text,
        title="",
        blocks=(Block(Span(0, len(text)), "prose"),),
        published=Dated(PUBLISHED, "given", ""),
    )
    doc = nlp.make_doc(text)
    doc._.document = document
    doc = nlp(doc)
    doc._.times = tuple(
        TimeExpression(Span(text.index(words), text.index(words) + len(words)), words, "DATE", value, "", value, value)
        for words, value in (times or {}).items()
    )
    return events(doc)


def test_who_leaves_a_meeting_stops_no_work() -> None:
    assert [e.type for e in found("The envoy walked out of peace talks in Oslo.")] == ["talks"]
    assert found("Two players walked out of the room.") == ()
    assert [e.type for e in found("Two hundred nurses walked out on Monday.")] == ["strike"]


@pytest.mark.parametrize(
    ("sentence", "times", "expected"),
    [
        ("The two leaders met in Oslo on Monday.", {"Monday": "2022-02-28"},
         ("meeting", "occurred", "2022-02-28", "Oslo")),
        ("Jonas Lind was taken into custody in Oslo on Monday.", {"Monday": "2022-02-28"},
         ("arrest", "occurred", "2022-02-28", "Oslo")),
        ("The mayor was removed from office on Monday.", {"Monday": "2022-02-28"},
         ("dismissal", "occurred", "2022-02-28", None)),
        ("Eight workers were taken on Monday, and the kidnappers want money.", {"Monday": "2022-02-28"},
         ("kidnapping", "occurred", "2022-02-28", None)),
        ("Prosecutors raided the offices of Acme on Monday.", {"Monday": "2022-02-28"},
         ("search", "occurred", "2022-02-28", None)),
        ("Gunmen raided the village of Tarmo on Monday.", {"Monday": "2022-02-28"},
         ("attack", "occurred", "2022-02-28", "Tarmo")),
        ("The bulk carrier Freya ran aground off Gotland on Monday.", {"Monday": "2022-02-28"},
         ("grounding", "occurred", "2022-02-28", "Gotland")),
        ("An official told the finance committee on Monday that the books were wrong.", {"Monday": "2022-02-28"},
         ("hearing", "occurred", "2022-02-28", None)),
        ("The nurses kidnapped on Monday are alive.", {"Monday": "2022-02-28"},
         ("kidnapping", "occurred", "2022-02-28", None)),
        ("Anna Berg will meet Jonas Lind in Oslo on 9 March.", {"9 March": "2022-03-09"},
         ("meeting", "planned", "2022-03-09", "Oslo")),
        ("Talks between Norway and Sweden are expected to begin on 9 March.", {"9 March": "2022-03-09"},
         ("talks", "planned", "2022-03-09", None)),
        ("The Kelbia dam burst on Monday.", {"Monday": "2022-02-28"},
         ("collapse", "occurred", "2022-02-28", "Kelbia dam")),
        ("The destruction of the Kelbia dam on Monday flooded the valley.", {"Monday": "2022-02-28"},
         ("collapse", "occurred", "2022-02-28", "Kelbia dam")),
        ("Norland blew up the Kelbia dam on Monday.", {"Monday": "2022-02-28"},
         ("collapse", "occurred", "2022-02-28", "Kelbia dam")),
        ("The minister vowed to punish those to blame for the blast in Leeds.", {},
         ("explosion", "occurred", None, "Leeds")),
        ("A 6.8-magnitude earthquake struck Agadir on Monday.", {"Monday": "2022-02-28"},
         ("earthquake", "occurred", "2022-02-28", "Agadir")),
        ("The Supreme Court ruled on Tuesday that the ban was unlawful.", {"Tuesday": "2022-03-01"},
         ("ruling", "occurred", "2022-03-01", None)),
        ("Rail workers will strike on 9 March over pay.", {"9 March": "2022-03-09"},
         ("strike", "planned", "2022-03-09", None)),
        ("Nurses walked out in Leeds on Monday.", {"Monday": "2022-02-28"},
         ("strike", "occurred", "2022-02-28", "Leeds")),
        ("Acme agreed to buy Globex on Monday.", {"Monday": "2022-02-28"},
         ("acquisition", "planned", "2022-02-28", None)),
        ("Russia denies planning to invade.", {},
         ("invasion", "denied", None, None)),
        ("It is feared that Russian troops could invade the republic.", {},
         ("invasion", "hypothetical", None, None)),
        ("The army allegedly bombed the village of Dar.", {},
         ("attack", "alleged", None, "Dar")),
        ("The prime minister, Anna Berg, resigned on Monday.", {"Monday": "2022-02-28"},
         ("resignation", "occurred", "2022-02-28", None)),
        ("In a speech on Friday in Sydney, she urged the powers to step up.", {"Friday": "2022-02-25"},
         ("speech", "occurred", "2022-02-25", "Sydney")),
        ("The election on Sunday in Norway was peaceful.", {"Sunday": "2022-02-27"},
         ("election", "occurred", "2022-02-27", "Norway")),
        ("A meeting of the NATO-Russia Council is scheduled for 9 March.", {"9 March": "2022-03-09"},
         ("meeting", "planned", "2022-03-09", None)),
        ("Hurricane Vera struck Portugal on Monday.", {"Monday": "2022-02-28"},
         ("storm", "occurred", "2022-02-28", "Portugal")),
        ("A bomb exploded outside the embassy in Kabul on Monday.", {"Monday": "2022-02-28"},
         ("explosion", "occurred", "2022-02-28", "Kabul")),
        ("The NATO-Russia Council will be held in Brussels on 9 March.", {"9 March": "2022-03-09"},
         ("meeting", "planned", "2022-03-09", "Brussels")),
        ("The pool in Leeds will shut on 31 March.", {"31 March": "2022-03-31"},
         ("closure", "planned", "2022-03-31", "Leeds")),
        ("The airport in Oslo closed on Monday.", {"Monday": "2022-02-28"},
         ("closure", "occurred", "2022-02-28", "Oslo")),
        ("The appeals court on Monday struck down a state law.", {"Monday": "2022-02-28"},
         ("ruling", "occurred", "2022-02-28", None)),
        ("Voters go to the polls on 9 March.", {"9 March": "2022-03-09"},
         ("election", "planned", "2022-03-09", None)),
        ("The committee will hear from Anna Berg on 9 March.", {"9 March": "2022-03-09"},
         ("hearing", "planned", "2022-03-09", None)),
        ("Acme recalled 30,000 heaters in Germany on Monday.", {"Monday": "2022-02-28"},
         ("recall", "occurred", "2022-02-28", "Germany")),
        ("Acme will launch a new sensor in Berlin on 9 March.", {"9 March": "2022-03-09"},
         ("launch", "planned", "2022-03-09", "Berlin")),
        ("The Senate passed the bill on Monday.", {"Monday": "2022-02-28"},
         ("vote", "occurred", "2022-02-28", None)),
        ("Dozens of villages in northern Germany were cut off by floods on Monday.", {"Monday": "2022-02-28"},
         ("flood", "occurred", "2022-02-28", "Germany")),
        ("Anna Berg was killed in a shooting in Leeds on Monday.", {"Monday": "2022-02-28"},
         ("attack", "occurred", "2022-02-28", "Leeds")),
        ("This is a step, Anna Berg said after four hours of talks in Oslo.", {},
         ("talks", "occurred", None, "Oslo")),
        ("He published the results of the visit of the Minister of Transport Anna Berg, which took place on Monday.",
         {"Monday": "2022-02-28"}, ("visit", "occurred", "2022-02-28", None)),
        ("Talks between Norway and Sweden should smooth things over.", {},
         ("talks", "hypothetical", None, None)),
        ("Anna Berg cancelled a trip to Vienna.", {},
         ("visit", "denied", None, "Vienna")),
        ("A wildfire on the Pelion peninsula has burned for days.", {},
         ("fire", "occurred", None, "Pelion peninsula")),
        ("A night train left the rails near Leeds in March, police said.", {"March": "2022-03"},
         ("derailment", "occurred", "2022-03", "Leeds")),
        ("The accident happened some 45 km from Leeds in Harrow on Monday.", {"Monday": "2022-02-28"},
         ("accident", "occurred", "2022-02-28", "Harrow")),
        ("Norway halted gas deliveries to Sweden on Monday.", {"Monday": "2022-02-28"},
         ("halt", "occurred", "2022-02-28", None)),
        ("Work on the tunnel will resume in Leeds on 9 March.", {"9 March": "2022-03-09"},
         ("resumption", "planned", "2022-03-09", "Leeds")),
        ("The minister travelled to Oslo on Monday.", {"Monday": "2022-02-28"},
         ("visit", "occurred", "2022-02-28", "Oslo")),
        ("Police searched the headquarters of Globex in Leeds on Monday.", {"Monday": "2022-02-28"},
         ("search", "occurred", "2022-02-28", "Leeds")),
        ("The central bank raised its key rate on Monday.", {"Monday": "2022-02-28"},
         ("rate_decision", "occurred", "2022-02-28", None)),
        ("The league suspended Anna Berg on Monday.", {"Monday": "2022-02-28"},
         ("suspension", "occurred", "2022-02-28", None)),
        ("A strike by nurses on 9 March was called off.", {"9 March": "2022-03-09"},
         ("strike", "denied", "2022-03-09", None)),
        ("The talks in Oslo will resume on 9 March.", {"9 March": "2022-03-09"},
         ("talks", "planned", "2022-03-09", "Oslo")),
        ("The army seized power on Monday.", {"Monday": "2022-02-28"},
         ("coup", "occurred", "2022-02-28", None)),
        ("Some 700 people gathered outside the offices in Leeds on Monday.", {"Monday": "2022-02-28"},
         ("gathering", "occurred", "2022-02-28", "Leeds")),
        ("Thousands of students protested in Oslo; police said there were fewer.", {},
         ("protest", "occurred", None, "Oslo")),
        ("She wrote to the families of soldiers killed in an ambush near Leeds on Monday.", {"Monday": "2022-02-28"},
         ("attack", "occurred", "2022-02-28", "Leeds")),
        ("He apologised to the victims of Norway's deadliest rail crash.", {},
         ("crash", "occurred", None, "Norway")),
        ("The Supreme Court on Monday confirmed the ban on trawling.", {"Monday": "2022-02-28"},
         ("ruling", "occurred", "2022-02-28", None)),
        ("Berg is to be sworn in on 9 March.", {"9 March": "2022-03-09"},
         ("inauguration", "planned", "2022-03-09", None)),
        ("Anna Berg will pay a visit to Oslo on 9 March.", {"9 March": "2022-03-09"},
         ("visit", "planned", "2022-03-09", "Oslo")),
        ("Rail workers walked off the job on Monday.", {"Monday": "2022-02-28"},
         ("strike", "occurred", "2022-02-28", None)),
        ("The surgeon, who was able to visit the family on Monday, said so.", {"Monday": "2022-02-28"},
         ("visit", "occurred", "2022-02-28", None)),
        ("Anna Berg is to step down.", {},
         ("resignation", "planned", None, None)),
        ("He denies any wrongdoing and has described the crash of Monday.", {"Monday": "2022-02-28"},
         ("crash", "occurred", "2022-02-28", None)),
        ("The owner of the bus that burned on Monday was arrested in Oslo yesterday.",
         {"Monday": "2022-02-28", "yesterday": "2022-03-01"}, ("arrest", "occurred", "2022-03-01", "Oslo")),
        ("The union on Monday announced the end of the strike in Leeds by teachers.", {"Monday": "2022-02-28"},
         ("strike", "occurred", None, "Leeds")),
        ("She said that flights would resume in Leeds on 9 March.", {"9 March": "2022-03-09"},
         ("resumption", "planned", "2022-03-09", "Leeds")),
        ("The army seized power last week.", {},
         ("coup", "occurred", None, None)),
        ("Rebels overthrew President Karl Osten.", {},
         ("coup", "occurred", None, None)),
        ("The king was overthrown on Monday.", {"Monday": "2022-02-28"},
         ("coup", "occurred", "2022-02-28", None)),
        ("Judge Ada Moss confirmed the ban.", {},
         ("ruling", "occurred", None, None)),
        ("The sentence was confirmed by the Court of Appeal on Monday.", {"Monday": "2022-02-28"},
         ("ruling", "occurred", "2022-02-28", None)),
        ("Two dozen people gathered outside the court in Leeds.", {},
         ("gathering", "occurred", None, "Leeds")),
        ("Students marched through Oslo on Monday.", {"Monday": "2022-02-28"},
         ("protest", "occurred", "2022-02-28", "Oslo")),
        ("Norland is to invade Sudland.", {},
         ("invasion", "planned", None, None)),
        ("Anna Berg is to be sworn in.", {},
         ("inauguration", "planned", None, None)),
        ("The aim is to arrest Karl Osten.", {},
         ("arrest", "hypothetical", None, None)),
        ("Their dream is to invade Norland.", {},
         ("invasion", "hypothetical", None, None)),
        ("The idea is to strike.", {},
         ("strike", "hypothetical", None, None)),
        ("Norway attacked the plan at a summit in Leeds on Monday that ended without a deal.", {"Monday": "2022-02-28"},
         ("summit", "occurred", "2022-02-28", "Leeds")),
    ],
)  # fmt: skip
def test_an_event_has_type_status_date_and_place(
    sentence: str, times: Mapping[str, str], expected: tuple[str, str, str | None, str | None]
) -> None:
    assert [(e.type, e.status, e.date.value, e.place) for e in found(sentence, times)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        (
            "Elections would follow only if the vote fails and the prime minister, Anna Berg, has resigned.",
            "resignation",
            "hypothetical",
        ),
        ("Berg will resign if the talks fail and the court has fined Norpay.", "fine", "hypothetical"),
        ("If the talks fail and the court has fined Norpay, Berg will resign.", "fine", "hypothetical"),
        ("Berg will resign if the talks fail, and has fired Karl Osten.", "dismissal", "occurred"),
    ],
)
def test_what_stands_in_a_condition_has_not_happened(sentence: str, kind: str, status: str) -> None:
    assert [e.status for e in found(sentence) if e.type == kind] == [status]


def test_what_the_article_has_told_is_taken_up_without_a_date_of_its_own() -> None:
    told = found("Testimony in the inquiry into the blaze resumed on Monday.", {"Monday": "2022-02-28"})
    assert [(e.type, e.date.value) for e in told] == [
        ("hearing", "2022-02-28"),
        ("investigation", None),
        ("fire", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "They were raised in a storm of words.",
        "She went to the doctor.",
        "The union cut its demands.",
        "He raised the tax rate.",
        "He fired a question at the minister.",
        "Anna Berg won the Tour of the Alps.",
        "Police seized power tools from a van.",
        "Troops seized power stations near Oxley.",
        "Bailiffs seized power cables.",
        "Anna Berg overthrew the champion.",
        "A court official confirmed the delay.",
        "The tennis court owner confirmed plans for a hotel.",
        "Judge Ada Moss confirmed the date.",
        "The judge confirmed her name.",
        "Three people gathered in the lobby.",
        "Two men marched into the bank.",
        "Four children rallied.",
        "Anna Berg rallied after losing the first set.",
        "Shares rallied in Oslo.",
    ],
)
def test_no_event_is_made_of_such_words(sentence: str) -> None:
    assert found(sentence, {}) == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Talks between Norway and Sweden failed in Oslo.", {("Norway", "participant"), ("Sweden", "participant")}),
        ("Anna Berg met Jonas Lind in Oslo.", {("Anna Berg", "agent"), ("Jonas Lind", "patient")}),
        ("The United States imposed sanctions on Iran.", {("United States", "agent"), ("Iran", "patient")}),
        ("The Geneva talks with Iran continued.", {("Iran", "with")}),
        (
            "Anna Berg was arrested by Norwegian police in Oslo.",
            {("Anna Berg", "patient"), ("Norwegian police", "agent")},
        ),
        (
            "The plant belongs to the state company OSE, whose head, Anna Berg, resigned on Monday.",
            {("Anna Berg", "agent")},
        ),
        (
            "Police stopped a van driven by Karl Osten, arrested two men and seized the cargo.",
            {("Police", "agent"), ("two men", "patient")},
        ),
        ("Police stopped a lorry owned by Anna Berg, arrested the driver.", {("Police", "agent")}),
        (
            "The minister came with his deputy, Anna Berg, met union leaders and left.",
            {("minister", "agent"), ("union leaders", "patient")},
        ),
        (
            "The Commission on Wednesday fined payments firm Norpay Group 2 million euros.",
            {("Commission", "agent"), ("Norpay Group", "patient")},
        ),
        ("A meeting of the NATO-Russia Council began in Brussels.", {("NATO-Russia Council", "participant")}),
    ],
)
def test_who_takes_part(sentence: str, expected: set[tuple[str, str]]) -> None:
    (event,) = found(sentence)
    assert {(sentence[p.span.start : p.span.end], p.role) for p in event.participants} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister did not meet the delegation.",
        "The company met its targets and will meet demand.",
        "They sat in the meeting room.",
        "She said it was a great deal of work.",
        "He called it a mistake.",
        "The report said the plan was sound.",
        "He ruled out a second term in Norway.",
        "There was no meeting with Norway.",
        "Share prices collapsed in Tokyo.",
        "The talks were difficult.",
        "She closed her eyes and opened the letter.",
        "Acme launched a campaign in Norway.",
        "She recalled her childhood in Norway.",
        "The company passed its test.",
        "Ministers agreed to reopen the border crossings on Monday.",
        "The commission confirmed that it had the letter.",
        "Norway gathered evidence, and mourners gathered in the church.",
    ],
)
def test_what_is_no_event(sentence: str) -> None:
    assert found(sentence) == ()


def test_who_speaks_for_a_court_rules_nothing() -> None:
    assert [e.type for e in found("A spokeswoman for the court confirmed the arrest.")] == ["arrest"]


def test_a_date_on_another_verb_does_not_date_the_event() -> None:
    (event,) = found("Anna Berg said on Tuesday that she would meet Jonas Lind in Oslo.", {"Tuesday": "2022-03-01"})
    assert (event.type, event.date.value) == ("meeting", None)


def test_the_day_of_saying_or_deciding_is_not_that_of_the_deed() -> None:
    times = {"Saturday": "2022-02-26"}
    (event,) = found("Acme said on Saturday it had agreed to acquire Globex for $2bn.", times)
    assert (event.type, event.date.value) == ("acquisition", None)
    (event,) = found("Acme agreed on Saturday to acquire Globex for $2bn.", times)
    assert (event.type, event.date.value) == ("acquisition", "2022-02-26")


def test_two_dates_go_to_two_events() -> None:
    text = (
        "On 9 March the council will be held in Brussels, and the following day "
        "a meeting with Norway will take place in Vienna."
    )
    dates = {"9 March": "2022-03-09", "the following day": "2022-03-10"}
    assert ("Vienna", "2022-03-10") in [(e.place, e.date.value) for e in found(text, dates)]


def test_a_strike_is_read_by_the_words_around_it() -> None:
    assert [e.type for e in found("Unions called a strike in Leeds over pay.")] == ["strike"]
    assert [e.type for e in found("A missile strike in Leeds killed 40.")] == ["attack"]


def test_the_trigger_stands_at_its_span() -> None:
    text = "Before.\n\nAnna Berg met Jonas Lind at a press conference in Oslo."
    assert {text[e.trigger.start : e.trigger.end] for e in found(text)} >= {"met"}
    assert all(text[e.span.start : e.span.end].startswith("Anna") for e in found(text))
