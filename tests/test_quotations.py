"""Statements: a sentence on the left, what is said and by whom on the right."""

import pytest

from generator.annotate import annotate, pipeline
from generator.extract.quotations.marks import passages
from generator.model import Block, Document, QuotationMention, Span

NLP = pipeline(extractors=("onrecord_quotations",))


def document(text: str, removed: tuple[str, ...] = ()) -> Document:
    """A document whose paragraphs are prose, but for those that begin with one of `removed`."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = "caption" if removed and line.startswith(removed) else "prose"
            blocks.append(Block(Span(at, at + len(line)), kind))
        at += len(line) + 1
    return Document(id="t", file="t.txt", sha256="", text=text, title="", blocks=tuple(blocks))


def found(text: str, removed: tuple[str, ...] = ()) -> tuple[QuotationMention, ...]:
    """The quotations of a text."""
    quotations: tuple[QuotationMention, ...] = annotate(document(text, removed), NLP)._.quotations
    return quotations


def shown(text: str, quotation: QuotationMention) -> tuple[str, str | None]:
    """Content and speaker as text, the spans joined by " | "."""
    speaker = text[slice(*quotation.speaker)] if quotation.speaker else None
    return " | ".join(text[slice(*s)] for s in quotation.spans), speaker


MARKS = [
    ("straight", 'He said "no way" and left.', ['"no way"']),
    ("curly", "“We will,” she said, “go.”", ["“We will,”", "“go.”"]),
    ("low-high", "„Wir gehen“, said she.", ["„Wir gehen“"]),
    ("guillemets", "«All of it», said she.", ["«All of it»"]),
    ("typewriter pair", "''All of it,'' she said.", ["''All of it,''"]),
    ("single with an apostrophe inside", "‘It’s Dan’s house,’ she said.", ["‘It’s Dan’s house,’"]),
    (
        "single with a plural possessive inside",
        "'The workers' wages are late,' he said.",
        ["'The workers' wages are late,'"],
    ),
    ("nested single", "“He said, ‘Go home,’ and left,” she said.", ["“He said, ‘Go home,’ and left,”"]),
    ("nested straight", '"She said "stop" and left," he said.', ['"She said "stop" and left,"']),
    ("a closing mark drawn as an opening one", "“We will go.“ She left.", ["“We will go.“"]),
    ("an opening mark drawn as a closing one", "He said ”we will go” and left.", ["”we will go”"]),
    ("no opening mark", "We will go.”, said she.", ["We will go.”"]),
    ("no opening mark, a closing one of the wrong shape", "We will go.“Added she.", ["We will go.“"]),
    ("an apostrophe is no mark", "The workers' wages and Dan's house in the '90s.", []),
    ("feet and inches", 'The bar is 6 feet 2" long.', []),
    ("a fault costs its own paragraph", "“We will go, she said.\nHe said “no.”", ["“We will go, she said.", "“no.”"]),
    (
        "paragraphs opened anew with single marks",
        "‘The workers’ rights matter to us.\n‘We stay,’ she said.",
        ["‘The workers’ rights matter to us.\n‘We stay,’"],
    ),
    ("a lone single mark is no passage", "It was the ‘summer of love.\nWe left.", []),
    ("paragraphs opened anew", "“We will go.\n“We will stay.”", ["“We will go.\n“We will stay.”"]),
]


@pytest.mark.parametrize(("text", "expected"), [m[1:] for m in MARKS], ids=[m[0] for m in MARKS])
def test_quotation_marks(text: str, expected: list[str]) -> None:
    got = passages(text, document(text).blocks)
    assert [" | ".join(text[slice(*s)] for s in p.spans) for p in got] == expected


SAID: list[tuple[str, str, list[tuple[str, str | None]]]] = [
    (
        "direct",
        "“There is nothing left,” Prime Minister Ilse Brandt told reporters.",
        [("“There is nothing left,”", "Prime Minister Ilse Brandt")],
    ),
    (
        "inverted",
        '"The ministry has no record," said Luis Ortega, a spokesman for the treasury.',
        [('"The ministry has no record,"', "Luis Ortega, a spokesman for the treasury")],
    ),
    (
        "interrupted: one quotation with two spans",
        "“The bridge,” Mr. Okafor said, “was never inspected.”",
        [("“The bridge,” | “was never inspected.”", "Mr. Okafor")],
    ),
    (
        "a second sentence carries the speaker on",
        '"We were told to wait," Maria Silva said. "Nobody came."',
        [('"We were told to wait,"', "Maria Silva"), ('"Nobody came."', "Maria Silva")],
    ),
    (
        "a caption between two paragraphs of one quotation",
        "Reyes wrote: “We wait.\nPhoto: a street\n“We want an answer.”",
        [("“We wait. | “We want an answer.”", "Reyes")],
    ),
    ("colon after a name", "Mayor: “No more money for the stadium”", [("“No more money for the stadium”", "Mayor")]),
    (
        "that-clause",
        "The central bank said that inflation would fall by autumn.",
        [("inflation would fall by autumn", "The central bank")],
    ),
    ("fronted", "The talks had collapsed, two diplomats said.", [("The talks had collapsed", "two diplomats")]),
    (
        "whether",
        "Ms. Lindqvist asked whether the contract had been put out to tender.",
        [("whether the contract had been put out to tender", "Ms. Lindqvist")],
    ),
    ("threat", "The union threatened to strike on Monday.", [("to strike on Monday", "The union")]),
    ("denial", "Vasquez denied having met the lobbyist.", [("having met the lobbyist", "Vasquez")]),
    (
        "according to",
        "At least forty homes were damaged, according to the regional fire service.",
        [("At least forty homes were damaged", "the regional fire service")],
    ),
    (
        "nominal cue",
        "Kyiv’s claim that the convoy had been struck could not be verified.",
        [("the convoy had been struck", "Kyiv")],
    ),
    (
        "called",
        "Delgado called the ruling “a stain on the republic”.",
        [("“a stain on the republic”", "Delgado")],
    ),
    (
        "words before the marks belong to what was said",
        "Freeland needs leaders “who understand the sea,” Ode said.",
        [("Freeland needs leaders “who understand the sea,”", "Ode")],
    ),
    (
        "a clause before the cue goes on in the quotation",
        'When the rule takes effect, Dr. Clark added, "it will at least feel like work."',
        [('When the rule takes effect | "it will at least feel like work."', "Dr. Clark")],
    ),
    (
        "a second cue has the first one's subject",
        "Farrell said the mill would reopen and promised to rehire every worker.",
        [("the mill would reopen", "Farrell"), ("to rehire every worker", "Farrell")],
    ),
    (
        "a participle after the quotation",
        '"The numbers are real," Novak said, adding that the audit would be published.',
        [('"The numbers are real,"', "Novak"), ("the audit would be published", "Novak")],
    ),
    (
        "around the cue",
        "The vaccine, the agency says, is safe for children over five.",
        [("The vaccine | is safe for children over five", "the agency")],
    ),
    (
        "inverted inside the sentence",
        "The contrast with Reed, said Doyle and others, would be clear since Reed has no money.",
        [("The contrast with Reed | would be clear since Reed has no money", "Doyle and others")],
    ),
    (
        "an adjective between subject and cue",
        "Voters were more likely to say they preferred Reed.",
        [("they preferred Reed", "Voters")],
    ),
    ("asked, not by whom: nobody's statement", "Asked whether he would go, Reed left.", []),
    (
        "quoted as saying",
        '"We are ready," Petrov was quoted as saying by Axios.',
        [('"We are ready,"', "Petrov")],
    ),
    (
        "who it was demanded of",
        "Kowal called on both sides to stop the war.",
        [("both sides to stop the war", "Kowal")],
    ),
    (
        "a that-clause tells a reporting verb of no list",
        "The director, Ana Reed, manifested that the firm would leave.",
        [("the firm would leave", "The director, Ana Reed")],
    ),
    ("expressed that", "The deputy expressed that six had died.", [("six had died", "The deputy")]),
    ("knowing is no saying", "The deputy knew that six had died.", []),
    ("so angry that", "The deputy grew so angry that he left.", []),
    (
        "made it clear",
        "The minister made it clear that no money had been paid.",
        [("no money had been paid", "The minister")],
    ),
    ("let it be known", "The minister has let it be known that he would come.", [("he would come", "The minister")]),
    (
        "let somebody know",
        "The minister let the court know that he would not come.",
        [("he would not come", "The minister")],
    ),
    (
        "a comma before “that”, as other languages have it",
        "Doctor Ana Reed – with the mayor she shares the surname – tells, that there was some water in the knee.",
        [("there was some water in the knee", "Doctor Ana Reed")],
    ),
    (
        "a quoted clause after the “that” of a verb of no saying",
        "The judge Ana Reed understands that «the dispute is not over yet».",
        [("«the dispute is not over yet»", "The judge Ana Reed")],
    ),
    (
        "makes to know",
        "The president makes to know that the vote will be held.",
        [("the vote will be held", "The president")],
    ),
    (
        "considers something what stands in marks",
        "The minister reacted, considering the walkout «irresponsible».",
        [("«irresponsible»", "The minister")],
    ),
    (
        "classifies it as",
        "The minister classified yesterday, in Luanda, the seizure of two boats as “an act of piracy”.",
        [("“an act of piracy”", "The minister")],
    ),
    ("finds a thing that is called so", "Reed found the “red light” at the door.", []),
    (
        "considers a planned thing something",
        "The minister considers the proposed walkout “reckless” and wants talks.",
        [("“reckless”", "The minister")],
    ),
    ("a drug known so", "Police found 3kg of the drug known as “ice”.", []),
    ("regards what is known so", "Police consider the drug known as “ice”.", []),
    ("what is called so", "Researchers found high levels of so-called “forever chemicals”.", []),
    ("considers what is called so", "Researchers considered high levels of so-called “forever chemicals”.", []),
    ("an adjective before the marks", "Reed found several “fake” accounts.", []),
    ("considers several things named so", "Reed considered several “fake” accounts.", []),
    ("a number before the marks", "Detectives came. They found two “burner” phones.", []),
    ("rates things named so", "Detectives came. They rated two “burner” phones.", []),
    ("a thing with a title", "Detectives found notes in a notebook titled “big plans”.", []),
    ("evaluates a thing with a title", "Detectives evaluated a notebook titled “big plans”.", []),
    ("gives its own thing a name", "The company Brell named its robot “spot”.", []),
    ("a noun behind the marks", "Reed considered the plan “fast lane” buses need.", []),
    (
        "the participle at the end",
        "The mayor had in the middle of the week of a „small fire“ spoken.",
        [("„small fire“", "The mayor")],
    ),
    (
        "by somebody's words",
        "Reed came. By his words, the firing was stopped in the night.",
        [("the firing was stopped in the night", "his")],
    ),
    ("stands by a view", "Reed lost. She stands by her account.", []),
    (
        "a clause right behind the phrase",
        "In Ms Reed's account her client was dismissed in June, two days after a letter.",
        [("her client was dismissed in June, two days after a letter", "Ms Reed")],
    ),
    (
        "two phrases in one sentence",
        "According to the board he resigned; according to Reed he was thrown out.",
        [("he resigned", "the board"), ("he was thrown out", "Reed")],
    ),
    (
        "words in marks behind the phrase",
        "It was, in her words, “a mere correction of the list”.",
        [("It was | “a mere correction of the list”", "her")],
    ),
    (
        "the stop behind the marks, and “And still:”",
        "Reed spoke to the crowd: «I do not congratulate him». And still: «All the boxes, we want them reopened».",
        [
            ("«I do not congratulate him»", "Reed"),
            ("«All the boxes, we want them reopened»", "Reed"),
        ],
    ),
    (
        "from a statement",
        "From Reed's statement: “The club wishes him a speedy recovery.” That was all.",
        [("“The club wishes him a speedy recovery.”", "Reed")],
    ),
    (
        "said around a cue that the parse takes for the verb of the sentence",
        "Yeast, he reminded the hall, does not read contracts.",
        [("Yeast | does not read contracts", "he")],
    ),
    ("referred to it as", "Reed referred to the leak as a small incident.", [("the leak as a small incident", "Reed")]),
    (
        "has underlined the minister",
        "It is a shame, has underlined the minister Ana Reed.",
        [("It is a shame", "the minister Ana Reed")],
    ),
    (
        "a clause with marks before any verb at its end",
        "Reed came. It was all “a mess”, she purred.",
        [("It was all “a mess”", "she")],
    ),
    (
        "a person in a few words before any verb",
        "‘She can come and sit on this floor,’ the grandmother of five fumed.",
        [("‘She can come and sit on this floor,’", "the grandmother of five")],
    ),
    (
        "who is told, and where, before “that”",
        "Reed told employees of the firm in a letter that she was leaving “with an aching heart”.",
        [("she was leaving “with an aching heart”", "Reed")],
    ),
    (
        "a clause that the parse joins to the cue",
        "Some 200 people fled on Sunday and Monday, the provincial governor, Ana Reed, tells local radio.",
        [("Some 200 people fled on Sunday and Monday", "the provincial governor, Ana Reed")],
    ),
    (
        "what follows the aside",
        "He sent a plate of his rice across, Reed recalled, and she sent it back with the fish eaten.",
        [("He sent a plate of his rice across | and she sent it back with the fish eaten", "Reed")],
    ),
    (
        "what was worst, she told them, was",
        "What shocked her most, she told the magazine, was to see whose signature was there.",
        [("What shocked her most | was to see whose signature was there", "she")],
    ),
    ("is of the opinion", "Reed is of the opinion that the price will fall.", [("the price will fall", "Reed")]),
    (
        "joined behind the cue",
        "It had not been possible to be everywhere, he told the people there, and he knew what they had lost.",
        [("It had not been possible to be everywhere | and he knew what they had lost", "he")],
    ),
    (
        "a name the parse hung on the phrase before it",
        "After Tuesday's meeting Energy Minister Ana Reed had told reporters that “it will be hard”.",
        [("“it will be hard”", "Energy Minister Ana Reed")],
    ),
    (
        "what the speaker did is not said",
        "The boss, Dan Reed, mumbled that “we accept most of it” and hurried to his car.",
        [("“we accept most of it”", "The boss, Dan Reed")],
    ),
    ("a rare verb after a quotation", '"I never took it," sobs Dan Reed.', [('"I never took it,"', "Dan Reed")]),
    (
        "no other verb where the one before the marks told who spoke",
        "The sign said “We are closed”, Lee knocked anyway.",
        [("“We are closed”", "The sign")],
    ),
    (
        "somebody behind a place",
        "In Minsk, Anton Glushko, a Foreign Ministry spokesman, said the step was late.",
        [("the step was late", "Anton Glushko, a Foreign Ministry spokesman")],
    ),
    (
        "an office with the country one is sent to",
        "EU Ambassador to Mozambique Antonella Ricci replied that food is safe.",
        [("food is safe", "EU Ambassador to Mozambique Antonella Ricci")],
    ),
    (
        "another's words behind while",
        "The mayor said the roof was “safe”, while his deputy, Lena Ott, spoke of “a miracle”.",
        [("the roof was “safe”", "The mayor"), ("“a miracle”", "his deputy, Lena Ott")],
    ),
    (
        "who is told stands before who tells",
        '"We are ruined", confided to the daily the owner of the hotel, Marc Petit.',
        [('"We are ruined"', "the owner of the hotel, Marc Petit")],
    ),
    (
        "a verb taken for a participle",
        "But a source close to the Georgian delegation hit back, saying: 'He should worry about his own breakfast.'",
        [("'He should worry about his own breakfast.'", "a source close to the Georgian delegation")],
    ),
    (
        "a cue taken for a participle behind an age",
        "“I am the captain. I was late for once,” Dimitrios Kanelos, 59, joked as he stepped onto the quay on Friday.",
        [("“I am the captain. I was late for once,”", "Dimitrios Kanelos, 59")],
    ),
    (
        "a small particle in the name before a turn",
        "Q&A: “We talk.”\nElena Fotiou: Was a ransom paid?\nPiet van der Hoeven: It was not.\nElena Fotiou: Why?",
        [
            ("Was a ransom paid?", "Elena Fotiou"),
            ("It was not", "Piet van der Hoeven"),
            ("Why?", "Elena Fotiou"),
        ],
    ),
    (
        "another speaker behind a semicolon",
        "About 400 controllers rallied outside his ministry, police said; the union said there were 900.",
        [("About 400 controllers rallied outside his ministry", "police"), ("there were 900", "the union")],
    ),
    (
        "a press service behind its verb",
        "The two governments agreed on a ceasefire, reported the press service of the State Committee.",
        [("The two governments agreed on a ceasefire", "the press service of the State Committee")],
    ),
    ("who gives the data", "According to data from the ministry, nine died.", [("nine died", "the ministry")]),
    ("what a group calls itself", "A group calling itself the Sons of Halm claimed the attack.", []),
    ("what the reporter recalls", "We will remind, on February 21 the post was shelled.", []),
    ("nobody's words", "Nobody at the table says that the road is safe.", []),
    (
        "an account on a platform",
        "Ana Kiss, in exile, praised the vote in her account on Twitter.",
        [("the vote", "Ana Kiss")],
    ),
    ("any verb behind a pronoun", '"We do not accept it," she stormed, and left.', [('"We do not accept it,"', "she")]),
    (
        "any verb behind a clause between marks, with its subject far behind",
        "«We will not leave», has launched on the waves of the radio the colonel Dan Reed.",
        [("«We will not leave»", "the colonel Dan Reed")],
    ),
    (
        "a subject behind a pronoun that is told it",
        "« The buses left in the morning », has replied to him the spokesperson of the town, Ana Reed.",
        [("« The buses left in the morning »", "the spokesperson of the town, Ana Reed")],
    ),
    (
        "a known verb with its addressee before its subject",
        "«We did not ask for this, and nobody asked us», — declared to journalists the minister Dan Reed.",
        [("«We did not ask for this, and nobody asked us»", "the minister Dan Reed")],
    ),
    (
        "a subject between the parts of a verb",
        "«If he is free, let him come», has she added.",
        [("«If he is free, let him come»", "she")],
    ),
    (
        "what is done with a title",
        'The film "Gone, Again," won three prizes. "The Short Road," published in May, sold none.',
        [],
    ),
    (
        "who the sentence before is about, by a post alone",
        'The manager has spoken. "We said patience. I was too patient."',
        [('"We said patience. I was too patient."', "The manager")],
    ),
    ("a figure put at", "Officials put the toll at seven.", [("the toll at seven", "Officials")]),
    (
        "a relative clause that attributes anew is cut off",
        "Reed said he backed the law, which he called “a start”.",
        [("he backed the law", "Reed"), ("“a start”", "he")],
    ),
    (
        "the glued page",
        "It wants to talk about arms in other countriesWhite House spokeswoman Jen Reed explained.",
        [("It wants to talk about arms in other countries", "White House spokeswoman Jen Reed")],
    ),
    (
        "the closing mark drawn as an opening one, and the cue glued to it",
        "It is important that we begin.“Added the head of the bank.",
        [("It is important that we begin.“", "the head of the bank")],
    ),
    (
        "a lone opening mark before the reporter's own words",
        "“However Norland took a hard line, saying the talks might end.\n“I rule out nothing,” Reed said.",
        [("the talks might end", "Norland"), ("“I rule out nothing,”", "Reed")],
    ),
    (
        "transcript",
        "Host: What do you want to do?\nMarsh: I want to write a book.\nHost: Really?",
        [("What do you want to do?", "Host"), ("I want to write a book", "Marsh"), ("Really?", "Host")],
    ),
    (
        "a transcript with posts in brackets, and with what the turns report",
        "Press conference\nADA MOSS (board chairman): Let me add that nobody is to blame."
        "\nQUESTION: When is the report due?\nMOSS: I said that it is due in May.",
        [
            ("Let me add that nobody is to blame", "ADA MOSS"),
            ("When is the report due?", "QUESTION"),
            ("I said that it is due in May", "MOSS"),
        ],
    ),
    (
        "the sort of an article",
        "Analysis: Will the potash sanctions bite?\nThe analysis said that they will.",
        [("they will", "The analysis")],
    ),
    (
        "the quotation after a fragment has its speaker",
        "If they act, “there are things we can do quickly” in return. “To build trust,” he said.",
        [("If they act, “there are things we can do quickly” in return", "he"), ("“To build trust,”", "he")],
    ),
    ("anonymity is no statement", "The aide, who asked not to be named, left.", []),
    ("the title of a programme", "Reed spoke on the bank’s “Open House” and left.", []),
    ("scare quotes", 'The so-called "green corridor" was closed for a third week.', []),
    ("titles", 'She starred in "The Long Harvest" and directed "North of Nowhere".', []),
    ("works", 'In 1990 she wrote "The Long Harvest"; the band sang "Yesterday".', []),
    ("a sign", 'He held a sign that read "Enough is enough".', [('"Enough is enough"', "a sign that")]),
    ("nicknames", "William “Buzz” Tanner moved to Lisbon.", []),
    (
        "the clause goes on behind the cue",
        "There had been a bill, she said in July, but no water to go with it.",
        [("There had been a bill | but no water to go with it", "she")],
    ),
    (
        "the clause goes on in marks behind the cue",
        "The talk was friendly, Oduya told reporters, “but friendship moves no turbines.”",
        [("The talk was friendly | “but friendship moves no turbines.”", "Oduya")],
    ),
    (
        "joined by nothing but the parse",
        "In it the Norland side said it was receiving less than half of the water agreed in 2018.",
        [("it was receiving less than half of the water agreed in 2018", "the Norland side")],
    ),
    (
        "an apposition before the cue",
        "\"Owners' logs are owners' logs,\" its secretary-general, Anders Lind, told this website.",
        [("\"Owners' logs are owners' logs,\"", "its secretary-general, Anders Lind")],
    ),
    (
        "called that",
        'State prosecutor Loide Hamza called that "a story for the beach".',
        [('"a story for the beach"', "State prosecutor Loide Hamza")],
    ),
    (
        "called so on an occasion",
        'Petra Holm called it "the worst day of my life" in an interview.',
        [('"the worst day of my life"', "Petra Holm")],
    ),
    (
        "the worst in a time",
        "Race doctor Rui Matos called the conditions the worst in the event's 17 years.",
        [("the conditions the worst in the event's 17 years", "Race doctor Rui Matos")],
    ),
    ("spoke of two things", "Mamani spoke of ice and of fog.", [("ice and of fog", "Mamani")]),
    (
        "a judge finds",
        "The presiding judge, Anne Sailer, found that a valley had been deceived.",
        [("a valley had been deceived", "The presiding judge, Anne Sailer")],
    ),
    (
        "a tribunal holds",
        "The tribunal held that the dismissal was unfair.",
        [
            ("the dismissal was unfair", "The tribunal"),
        ],
    ),
    (
        "a mission finds in marks",
        'The mission found "no evidence of fraud".',
        [('"no evidence of fraud"', "The mission")],
    ),
    ("anybody finds things", "The police found a body; he found the door open; she held the baby.", []),
    (
        "told everyone who would listen",
        "Simone Acht has told everyone who would listen that the museum first heard of it in 2019.",
        [("the museum first heard of it in 2019", "Simone Acht")],
    ),
    (
        "told anybody who would listen",
        "Ulrich Berg was telling anybody who would listen that his bank had turned the corner.",
        [("his bank had turned the corner", "Ulrich Berg")],
    ),
    (
        "called upon",
        "Omar Sarr called upon the army to release the mayor.",
        [("the army to release the mayor", "Omar Sarr")],
    ),
    (
        "remain at a post",
        "The ministry repeated that Ada Moss would remain at her post.",
        [("Ada Moss would remain at her post", "The ministry")],
    ),
    (
        "said at a gathering",
        "Ada Moss said the post was vacant at a news conference.",
        [("the post was vacant", "Ada Moss")],
    ),
    (
        "who speaks behind the cue is not what is said",
        "“Our policy is the good one”, has declared the Head of State in front of the envoys gathered at the palace.",
        [("“Our policy is the good one”", "the Head of State")],
    ),
    (
        "a colon between two sentences",
        "To the railwaymen the word has not gone down: the union has announced a strike of 48 hours.",
        [("a strike of 48 hours", "the union")],
    ),
    (
        "according to whom",
        'Nora Kelen, according to whom the seal is "a fairy tale", has seen it.',
        [('the seal is "a fairy tale"', "Nora Kelen")],
    ),
    (
        "regretted",
        "The lawyer regretted that her teams could not enter.",
        [("her teams could not enter", "The lawyer")],
    ),
    (
        "asked in passing",
        "A spokesman for the port, asked about the delay, blamed the weather.",
        [("the weather", "A spokesman for the port")],
    ),
    (
        "who asks is described first",
        "The mayor, a former teacher, asked whether it was safe, and nobody knew.",
        [("whether it was safe", "The mayor, a former teacher")],
    ),
    (
        "a clause of another subject",
        "The club said it would close and its owner said nothing.",
        [("it would close", "The club")],
    ),
    ("a coach dismissed", "Costera Rovers dismissed coach Ramiro Iturbe on Sunday.", []),
    ("dismissed from a post", "The club dismissed him as manager.", []),
    ("a nominee confirmed", "Parliament confirmed Ana Ruiz as justice minister.", []),
    ("an ambassador recalled", "Norland recalled its ambassador.", []),
    (
        "a view of somebody",
        "The board dismissed him as a crank.",
        [("him as a crank", "The board")],
    ),
    (
        "a report dismissed",
        "The minister dismissed reports of a split.",
        [("reports of a split", "The minister")],
    ),
    (
        "what is told goes on behind the speaker",
        "A patrol had crossed the border, the ministry said in a statement, and opened fire at noon.",
        [("A patrol had crossed the border | and opened fire at noon", "the ministry")],
    ),
    (
        "what is told goes on behind the speaker, and somebody acts in it",
        "The guards had run, the ministry said, and left the gate open.",
        [("The guards had run | and left the gate open", "the ministry")],
    ),
    (
        "who speaks acts where nobody does in what is told",
        "Two boys were hurt, the navy said, and shut the harbour.",
        [("Two boys were hurt", "the navy")],
    ),
    (
        "who speaks acts where a thing does in what is told",
        "The flood had cut the line, the navy said, and closed the harbour.",
        [("The flood had cut the line", "the navy")],
    ),
    (
        "who speaks acts, whatever the verb of saying hangs on",
        "Six vans were burnt, the police said, and closed the bridge.",
        [("Six vans were burnt", "the police")],
    ),
    (
        "a semicolon parts two sentences",
        "Ruth Hall, the envoy, had called it “a first step”; in private she is said to be gloomier.",
        [("“a first step”", "Ruth Hall, the envoy")],
    ),
    (
        "a verb behind an apposition that the parse takes for a participle",
        "“Our troops did not leave,” Colonel Ivo Moss, its envoy, informed journalists in Lund.",
        [("“Our troops did not leave,”", "Colonel Ivo Moss, its envoy")],
    ),
    ("urged", "Ruth Hall urged an instant truce. She urged the mayor.", [("an instant truce", "Ruth Hall")]),
    ("said to be", "The house is said to be the oldest, and the road was called Mill Lane.", []),
]


@pytest.mark.parametrize(("text", "expected"), [s[1:] for s in SAID], ids=[s[0] for s in SAID])
def test_who_said_what(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [shown(text, q) for q in found(text, ("Photo:",))] == expected


FLAGS = [
    ("He refused to say how much it would cost.", ("negated",)),
    ("The union threatened to strike.", ("threat",)),
    ("Farrell promised to rehire every worker.", ("promise",)),
    ("Vasquez denied having met the lobbyist.", ("denial",)),
    ("Lindqvist asked whether the contract had been signed.", ("question",)),
    ("Moscow demanded that the inspectors leave.", ("demand",)),
    ("Reed warned of a storm.", ("warning",)),
    ("Reed asked them to leave.", ("demand",)),
    ("The company did not say how many jobs would be lost.", ("negated",)),
    ("Brandt said the bank would close if the talks failed.", ("conditional",)),
    ("Brandt said the bank would close.", ()),
]


POINTING_AND_CITING = [
    (
        "The yard could close by autumn. That’s according to the union’s secretary, Ola Brandt, who repeated her call.",
        ("The yard could close by autumn", "the union’s secretary, Ola Brandt"),
    ),
    (
        "“The fire is out.” That was the message from fire chief Rosa Lind.",
        ("“The fire is out.”", "fire chief Rosa Lind"),
    ),
    ("“It’s over” is how one nurse described the mood.", ("“It’s over”", "one nurse")),
    (
        "The company was planning cuts, which according to the union could begin in May.",
        ("cuts | could begin in May", "the union"),
    ),
    (
        "The ferry sank within minutes, state radio reported, citing the harbour master.",
        ("The ferry sank within minutes", "the harbour master"),
    ),
    ("The bridge was safe, the ministry said, citing a study.", ("The bridge was safe", "the ministry")),
    (
        "The port was shut, the Tribune reported quoting the country’s Transport Minister Manal Abdel Samad.",
        ("The port was shut", "Transport Minister Manal Abdel Samad"),
    ),
    (
        "Marta Lind said the wards were full in a statement carried by local papers.",
        ("the wards were full", "Marta Lind"),
    ),
    (
        "Officials said the king had promised it in a speech.",
        ("the king had promised it in a speech", "Officials"),
    ),
    (
        "Timo Raun said the crates were to be moved, but “this did not happen”.",
        ("the crates were to be moved, but “this did not happen”", "Timo Raun"),
    ),
    (
        "The storm also killed about 70 people in other parts of eastern Norland, including the towns of Bayda, Susa, "
        "Um Razaz and Marj, Health Minister Timo Raun said.",
        (
            "The storm also killed about 70 people in other parts of eastern Norland, including the towns of Bayda, "
            "Susa, Um Razaz and Marj",
            "Health Minister Timo Raun",
        ),
    ),
    (
        "In the hills, most of which have seen years of war, the council warned of the dangers of mines.",
        ("the dangers of mines", "the council"),
    ),
    (
        "Ola Brandt told a news conference that dams above Lume, home to some 9,000 people, had burst.",
        ("dams above Lume, home to some 9,000 people, had burst", "Ola Brandt"),
    ),
    (
        "Forty are dead, as officials say around a quarter of the town was wiped away.",
        ("around a quarter of the town was wiped away", "officials"),
    ),
    (
        "“Villages are gone,” Brandt, who heads the office, told us.",
        ("“Villages are gone,”", "Brandt, who heads the office"),
    ),
    (
        "The toll has risen to 90. This was stated by the Office for Relief on Monday.",
        ("The toll has risen to 90", "the Office for Relief"),
    ),
    (
        "“It is sabotage by the other side,” the Tribune quoted Brandt as saying.",
        ("“It is sabotage by the other side,”", "Brandt"),
    ),
    (
        "The Tribune, quoting an officer near the front, said the offensive had begun.",
        ("the offensive had begun", "an officer"),
    ),
    (
        "One man, Timo, told Reuters the last time he spoke with his father in the hills was several days before that.",
        ("the last time he spoke with his father in the hills was several days before that", "One man, Timo"),
    ),
    ("The ministry rejected accusations that it caused the leak.", ("it caused the leak", None)),
    ("“It was the hardest call,” chairman █████████ said.", ("“It was the hardest call,”", "chairman █████████")),
    ("Mr Brandt, of Leeds, who denies murder, told jurors he was at home.", ("murder", "Mr Brandt, of Leeds, who")),
    (
        "Ana Reyes put the chance of a recession at 40 per cent.",
        ("the chance of a recession at 40 per cent", "Ana Reyes"),
    ),
    (
        "The yard could close by autumn. That’s according to the union’s regional secretary, Ola Brandt, who on May 3 "
        "repeated her call for a public inquiry, saying that the owners – who are in debt themselves – were hiding it.",
        ("the owners – who are in debt themselves – were hiding it", "Ola Brandt, who"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), POINTING_AND_CITING)
def test_what_points_back_or_cites(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in [shown(text, q) for q in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norland puts dock chiefs under house arrest, declares state of emergency after blast",
        "The visit is seen as an attempt by the cabinet to show voters that it is serious.",
        "Asked whether he would resign, the mayor left.",
        "The bank will defend itself.",
        "Norland and Sudland blame each other.",
        "The collapse of the bridge only confirms to everyone that it was too old.",
        "Drone footage showed the ruined bridge falling into the river.",
    ],
)
def test_what_only_looks_like_a_statement(text: str) -> None:
    assert [shown(text, q) for q in found(text)] == []


def test_the_paragraph_above_the_signature_of_a_post_is_its_words() -> None:
    text = (
        "The mayor answered within the hour.\n"
        "We will rebuild the bridge. Not a day will be lost. It’s only… pic.twitter.com/ErBog1gRhH\n"
        "— Ola Brandt (@olabrandt) June 6, 2023\n"
        "The council met on Tuesday."
    )
    (one,) = found(text)
    assert shown(text, one) == ("We will rebuild the bridge. Not a day will be lost. It’s only", "Ola Brandt")
    assert one.kind == "direct"


def test_a_post_is_the_last_line_where_a_line_is_a_paragraph() -> None:
    lines = (
        "Lind told the council that the breach would have grave results.",
        "The bridge is a risk to all who live below. pic.twitter.com/ErBog1gRhH",
        "— Ola Brandt (@olabrandt) June 6, 2023",
    )
    text = "\n".join(lines)
    above = len(text) - len(lines[2]) - 1
    blocks = (Block(Span(0, above), "prose"), Block(Span(above + 1, len(text)), "prose"))
    doc = annotate(Document(id="t", file="t.txt", sha256="", text=text, title="", blocks=blocks), NLP)
    assert ("The bridge is a risk to all who live below", "Ola Brandt") in [shown(text, q) for q in doc._.quotations]


def test_who_is_cited_comes_through_the_press_that_cites() -> None:
    text = "The ferry sank within minutes, state radio reported, citing the harbour master."
    (one,) = found(text)
    assert [text[slice(*v)] for v in one.via] == ["state radio"]


@pytest.mark.parametrize("text", ["Lind is expected to tell MPs that it failed.", "Lind will say that it failed."])
def test_what_is_still_to_be_said_is_marked(text: str) -> None:
    assert "expected" in found(text)[0].flags


@pytest.mark.parametrize(("text", "expected"), FLAGS, ids=[f[0] for f in FLAGS])
def test_flags(text: str, expected: tuple[str, ...]) -> None:
    assert [q.flags for q in found(text)] == [expected]


HEADLINES = [
    (
        "Reed: Success of talks hinges on trust\nReed said the talks had begun.",
        [("Success of talks hinges on trust", "Reed")],
    ),
    (
        "Success of talks hinges on trust - Reed\nReed said the talks had begun.",
        [("Success of talks hinges on trust", "Reed")],
    ),
    ("Norland tension: Urgent talks begin in Geneva\nReed said the talks had begun.", []),
    ("Fed likely to raise rates in March, Powell says", [("Fed likely to raise rates in March", "Powell")]),
    ("UN warns of grave losses as Ukrainians flee ruined dam", [("grave losses", "UN")]),
    ("Norland accuses Sudland of blowing up dam, Sudland responds", [("blowing up dam", "Norland")]),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_a_headline_speaks_for_a_name_that_speaks_in_the_article(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    first = text.split("\n")[0]
    assert [shown(text, q) for q in found(text) if q.spans[0].end <= len(first)] == expected


RELAYS = [
    ('"We are ready," Petrov was quoted as saying by Axios.', "Petrov", ["Axios"], None),
    ("Petrov said the pact was dead, as per a report by Axios.", "Petrov", ["Axios"], None),
    ("“Nothing is ruled out,” Petrov stated, based on Reuters.", "Petrov", ["Reuters"], None),
    ("Petrov said the pact was dead, according to Reuters.", "Petrov", ["Reuters"], None),
    ("“The pact is dead,” Petrov told CNN.", "Petrov", ["CNN"], "CNN"),
    ("Reuters quoted Petrov as saying that the pact was dead.", "Petrov", ["Reuters"], None),
    ("Petrov, quoted by Interfax, said the pact was dead.", "Petrov", ["Interfax"], None),
    ("Petrov promised voters he would cut taxes.", "Petrov", [], "voters"),
    ("Petrov told the committee that the pact was dead.", "Petrov", [], "the committee"),
    ("Petrov urged Norland to leave.", "Petrov", [], "Norland"),
]


@pytest.mark.parametrize(("text", "speaker", "via", "addressee"), RELAYS, ids=[r[0] for r in RELAYS])
def test_who_passes_it_on_and_who_is_spoken_to(text: str, speaker: str, via: list[str], addressee: str | None) -> None:
    (quotation,) = found(text)
    assert shown(text, quotation)[1] == speaker
    assert [text[slice(*v)] for v in quotation.via] == via
    assert (text[slice(*quotation.addressee)] if quotation.addressee else None) == addressee


CERTAINTY = [
    ("“The pact is dead,” Petrov said.", "high"),
    ("Petrov said that the pact was dead.", "high"),
    ("Petrov said the pact was dead.", "medium"),
    ("Petrov criticized the pact.", "low"),
    ("The pact is dead.”, Petrov said.", "low"),
]


@pytest.mark.parametrize(("text", "certainty"), CERTAINTY, ids=[c[0] for c in CERTAINTY])
def test_certainty_says_which_rule_fired(text: str, certainty: str) -> None:
    assert [q.certainty for q in found(text)] == [certainty]


def test_text_may_be_anything() -> None:
    for text in ("", "\n", "“", "’", '"" "', "said", "said said said", "“ ” “ ”", ":", "according to", "“a\n“b\n“c"):
        for quotation in found(text):
            assert all(0 <= s.start < s.end <= len(text) for s in quotation.spans)


STYLES = [
    (
        "the day of speaking before the clause",
        "Orbis Foods said on Saturday it had agreed to acquire its rival.",
        [("it had agreed to acquire its rival", "Orbis Foods")],
    ),
    (
        "a poll that finds",
        "A poll published last month found that 58% of voters opposed the law.",
        [("58% of voters opposed the law", "A poll")],
    ),
    (
        "two speakers in one sentence",
        'Lopez conceded he had been "lucky", while Nguyen admitted: "I choked."',
        [('he had been "lucky"', "Lopez"), ('"I choked."', "Nguyen")],
    ),
    (
        "court",
        'The court ruled that the ban was unlawful, with Judge Olsen writing that it "offends fairness".',
        [("the ban was unlawful", "The court"), ('it "offends fairness"', "Judge Olsen")],
    ),
    (
        "sport, single marks",
        "'I can't fault the players' effort,' the Rovers boss told BBC Sport. 'But we've got to be clinical.'",
        [
            ("'I can't fault the players' effort,'", "the Rovers boss"),
            ("'But we've got to be clinical.'", "the Rovers boss"),
        ],
    ),
    (
        "business",
        'Analysts at Holm Bank described the update as "disappointing but not disastrous".',
        [('"disappointing but not disastrous"', "Analysts at Holm Bank")],
    ),
    (
        "a quoted piece in a fronted clause",
        'Kim has threatened to use the weapons "at once", the agency reported.',
        [
            ('Kim has threatened to use the weapons "at once"', "the agency"),
            ('to use the weapons "at once"', "Kim"),
        ],
    ),
    (
        "a claim taken up",
        "Rebels claimed they had captured the town, a claim the army denied.",
        [("they had captured the town", "Rebels")],
    ),
    (
        "said and adding between two quotations",
        "Dr. Osei said that “the results speak for themselves,” adding, “We were surprised.”",
        [("“the results speak for themselves,”", "Dr. Osei"), ("“We were surprised.”", "Dr. Osei")],
    ),
    (
        "signed with a dash",
        "“We must act now.” ― Joan Biddle, senator",
        [("“We must act now.”", "Joan Biddle, senator")],
    ),
    (
        "inverted at the start of the sentence",
        "It would cost more. Said Ellis: “I don’t think she is interested.”",
        [("“I don’t think she is interested.”", "Ellis")],
    ),
    (
        "a transcript with a mark before each turn",
        '"HOST: What do you want to do?\n"MARSH: I want to write a book.\n"HOST: Do you mean it?"',
        [
            ("What do you want to do?", "HOST"),
            ("I want to write a book", "MARSH"),
            ("Do you mean it?", "HOST"),
        ],
    ),
    (
        "that is how",
        '"It is like a war zone." That is how resident Ana Diaz described the scene.',
        [('"It is like a war zone."', "Ana Diaz")],
    ),
    (
        "two quotations and a comma",
        '"This is the happiest day of my life", "I never dreamed of it", said the winner.',
        [('"This is the happiest day of my life" | "I never dreamed of it"', "the winner")],
    ),
    (
        "single marks around double ones",
        "Reed said on Monday: ‘Don’t believe the “experts”.’",
        [("‘Don’t believe the “experts”.’", "Reed")],
    ),
    (
        "the post in the next paragraph",
        "The race is over, the mayor said on Monday.\nHe wrote on his page:\nI will not resign. The fight goes on.",
        [("The race is over", "the mayor"), ("I will not resign. The fight goes on", "He")],
    ),
    (
        "a condition before the cue",
        "If the rain does not stop, officials say the dam will break.",
        [("If the rain does not stop | the dam will break", "officials")],
    ),
    (
        "as somebody noted",
        "As the governor noted, the bridge will be built. The road, as noted by the mayor, will be closed.",
        [("the bridge will be built", "the governor"), ("The road | will be closed", "the mayor")],
    ),
    (
        "a compound is kept whole",
        "Officials described the proposal as a non-starter.",
        [("the proposal as a non-starter", "Officials")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [s[1:] for s in STYLES], ids=[s[0] for s in STYLES])
def test_other_news(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [shown(text, q) for q in found(text)] == expected


NO_STATEMENT = [
    "Northmere Water denied this.",
    "The company rejected that on Monday.",
    "The mayor denied it.",
    "About 1,200 people were told to leave their homes in the village on Monday night.",
    "Around 1,200 people were ordered to leave their homes on Monday night.",
]


@pytest.mark.parametrize("text", NO_STATEMENT)
def test_words_that_point_or_tell_of_an_order_are_no_statement(text: str) -> None:
    assert found(text) == ()


STILL = [
    ("The mayor denied that claim.", "that claim", "The mayor"),
    ("Staff were told by the manager to go home.", "to go home", "the manager"),
    ("The mayor told residents to leave their homes.", "to leave their homes", "The mayor"),
]


@pytest.mark.parametrize(("text", "said", "speaker"), STILL)
def test_a_claim_and_an_order_with_a_speaker_are(text: str, said: str, speaker: str) -> None:
    assert [shown(text, q) for q in found(text)] == [(said, speaker)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister did not rule out taking the dam into public ownership.", ("negated",)),
        ("The minister has not ruled out a strike.", ("negated",)),
        ("The minister refused to rule out a strike.", ("negated",)),
        ("The minister ruled out a strike.", ("denial",)),
        ("The minister did not deny that the dam was old.", ("negated",)),
        ("The minister denied that the dam was old.", ("denial",)),
    ],
)
def test_who_does_not_rule_out_denies_nothing(text: str, expected: tuple[str, ...]) -> None:
    assert [q.flags for q in found(text)] == [expected]


WITHIN = [
    ("Petrov told the court that Diaz had promised the council a loan.", [("Petrov", []), ("Diaz", ["Petrov"])]),
    ("Petrov denied that he had promised the council a loan.", [("Petrov", [])]),
    ("Petrov denied that Diaz had warned that the dam would fail.", [("Petrov", [])]),
    ("Petrov asked whether Diaz had promised the council a loan.", [("Petrov", [])]),
    ("Petrov said he had warned that the dam would fail.", [("Petrov", []), ("he", [])]),
    ("The ministry rejected accusations that it caused the leak.", [("The ministry", []), (None, [])]),
]


@pytest.mark.parametrize(("text", "expected"), WITHIN, ids=[w[0] for w in WITHIN])
def test_what_is_said_to_have_been_said_comes_through_who_says_so(
    text: str, expected: list[tuple[str | None, list[str]]]
) -> None:
    assert [(shown(text, q)[1], [text[slice(*v)] for v in q.via]) for q in found(text)] == expected
