"""Who is mentioned: names, roles written with them, phrases without a name, pronouns."""

import pytest

from generator.annotate import annotate, pipeline
from generator.extract.mentions import mentions
from generator.model import Block, Document, Mention, Span


def found(text: str) -> list[Mention]:
    return list(mentions(pipeline(extractors=())(text)))


def the(text: str, words: str) -> Mention:
    here = [m for m in found(text) if m.text == words]
    assert here, f"‘{words}’ not among {[m.text for m in found(text)]}"
    return here[0]


@pytest.mark.parametrize(
    "text, name, role",
    [
        ("Swedish Foreign Minister Karin Holm spoke in Oslo.", "Karin Holm", "Swedish Foreign Minister"),
        ("Secretary of State Peter Crane left on Monday.", "Peter Crane", "Secretary of State"),
        ("“It is late,” said Luis Ortega, a spokesman for the treasury.", "Luis Ortega", "spokesman for the treasury"),
        ("The Danish prime minister, Mette Lund, resigned.", "Mette Lund", "Danish prime minister"),
        ("Norway’s new Finance Minister Ola Berg spoke.", "Ola Berg", "Norway’s new Finance Minister"),
        ("Police chief Dana Moss said the road was open.", "Dana Moss", "Police chief"),
        ("“I saw it,” said Katarzyna Wolska, 44, a former accountant.", "Katarzyna Wolska", "former accountant"),
        ("She met her brother Tom Hale.", "Tom Hale", None),
        ("Colonel-Major Amadou Sarr warned them.", "Amadou Sarr", "Colonel-Major"),
        ("Bazin, his wife and two sons were held.", "Bazin", None),
        ("It rests on the courage of president Bazin, he said.", "Bazin", "president"),
        ("The adviser to the Minister of Defence, Yuri Sak, left.", "Yuri Sak", "adviser to the Minister of Defence"),
    ],
)
def test_a_name_comes_with_the_role_written_beside_it(text: str, name: str, role: str | None) -> None:
    assert the(text, name).role == role


@pytest.mark.parametrize(
    "text, name, kind",
    [
        ("HM Revenue and Customs is owed £1.3 million, he said.", "HM Revenue and Customs", None),
        ("The files are with Rautio, a maker of coastal radars used by the navy.", "Rautio", "organisation"),
        ("They took eight employees of Adeyemi Roads from the camp.", "Adeyemi Roads", "organisation"),
        ("Olven Train, the operator, which belongs to Halm Rail, is sorry.", "Olven Train", "organisation"),
        ("“It is a box,” said Johann Berger of Morningstar.", "Morningstar", "organisation"),
        ("The boss of Karim Orlov said it was late.", "Karim Orlov", "person"),
        ("The leader of Syrizon said it was late.", "Syrizon", "organisation"),
        ("“No,” Catherine Colmar, the minister, told Le Monde last week.", "Le Monde", "organisation"),
        ("The daughter of Lena Moss said it was late.", "Lena Moss", "person"),
        ("It was opened by Haydee Villanueva del Aguila.", "Haydee Villanueva del Aguila", "person"),
        ("The son of Marit and Kjetil Aasen has spoken.", "Marit", "person"),
    ],
)
def test_names_and_what_they_name_by_what_stands_beside_them(text: str, name: str, kind: str | None) -> None:
    assert the(text, name).type == kind or kind is None


def test_a_common_noun_for_a_body_is_a_phrase_after_the() -> None:
    assert the("The decision was for the Board alone. The Board met.", "the Board").kind == "nominal"


@pytest.mark.parametrize(
    "text, words, kind",
    [
        ("The firm bought a yard in Northern Ireland.", "Northern Ireland", "place"),
        ("Its Wichita and Tulsa plants were sold.", "Tulsa", "place"),
        ("The owner of the works, Werena Moss, apologised.", "Werena Moss", "person"),
        ("The far bank\nSofia Ioannou, the mayor of Lefka, has sent people home.", "Sofia Ioannou", "person"),
        ("A report of the General Directorate of Customs is out.", "General Directorate of Customs", "organisation"),
        ("Moscow rejected the proposal.", "Moscow", "state"),
        ("The skipper told Radio Oxley the fog had come down.", "Radio Oxley", "organisation"),
        ("The ferry ran aground off Oxley, Radio Oxley said.", "Oxley", "place"),
        ("He told TRT Avaz that it was late.", "TRT Avaz", "organisation"),
        ("He told Le Quotidien that it was late.", "Le Quotidien", "organisation"),
        ("He told Le Matin that it was late.", "Le Matin", "organisation"),
        ("Halm Zeitung said it was late.", "Halm Zeitung", "organisation"),
        ("Diario Halm said it was late.", "Diario Halm", "organisation"),
        ("The captain of the tanker Amber Dawn left.", "Amber Dawn", "unknown"),
        ("He said it at his home in Kollam, his daughter on his knee.", "Kollam", "place"),
        ("Air crews in Nice, Lyon and Toulouse began a three-day strike over pay.", "Toulouse", "unknown"),
        ("Deputy Chairman of the Cabinet of Ministers Aida Moss met them.", "Aida Moss", "person"),
        ("The SNAC-T recalls that wages have fallen.", "SNAC-T", "organisation"),
        ("The Sultanate of Oman paid nothing.", "Sultanate of Oman", "state"),
        ("The minister, His Excellency Badr al-Harthi, left.", "Badr al-Harthi", "person"),
        ("They met at the five-star Palais Coburg on Monday.", "Palais Coburg", "place"),
        ("EU Ambassador to Mozambique Antonella Ricci replied.", "Antonella Ricci", "person"),
        ("EU Ambassador to Mozambique Antonella Ricci replied.", "Mozambique", "state"),
        ("The head of the Ministry of Foreign Affairs Nino Cereteli agreed.", "Nino Cereteli", "person"),
        ("The head of the State Agency for Roads Ivan Petrov left.", "Ivan Petrov", "person"),
        ("The director of the Museum of Charles Dickens spoke.", "Museum of Charles Dickens", "organisation"),
        ("Director General of JSC Kalisol Viktor Gorin said so.", "Viktor Gorin", "person"),
        ("Director General of JSC Kalisol Viktor Gorin said so.", "JSC Kalisol", "organisation"),
        ("H.E. Pekka Lindroos, the chairman, welcomed it.", "Pekka Lindroos", "person"),
        ("ECOWAS said it hoped for more.", "ECOWAS", "organisation"),
        ("The ministers met in Moscow on Friday.", "Moscow", "place"),
        ("The mayor of Moscow closed the bridge.", "Moscow", "place"),
        ("Talks between Washington and Moscow resumed.", "Washington", "state"),
        ("Officials flew to Beijing on Monday.", "Beijing", "place"),
        ("The Kremlin denied the report.", "Kremlin", "state"),
        ("The United States and its allies agreed.", "United States", "state"),
        ("The Foreign Ministry said nothing.", "Foreign Ministry", "organisation"),
        ("Anna Petrov spoke first. Petrov said little.", "Petrov", "person"),
        ("The Bank of England raised rates.", "Bank of England", "organisation"),
        ("Carla Mendes of the Retail Workers' Union spoke.", "Retail Workers' Union", "organisation"),
        ("The port operator, Puerto Lindal, said it had offered a rise.", "Puerto Lindal", "organisation"),
        ("Officials in Puerto Lindal said the road was closed.", "Puerto Lindal", "place"),
        ("In Bishkek Nurlan Imanov said he had spoken to both.", "Nurlan Imanov", "person"),
        ("In Bishkek Nurlan Imanov said he had spoken to both.", "Bishkek", "place"),
        ("At Oslo City Hospital nobody answered.", "Oslo City Hospital", "organisation"),
        ("Nam Joon-seo left the firm in May.", "Nam Joon-seo", "person"),
        ("Prime Minister Bae Duck-soo said no.", "Bae Duck-soo", "person"),
        ("Choe Son-hui spoke.", "Choe Son-hui", "person"),
        ("Moon Hye-in and Tsai Ing-mei met on Friday.", "Moon Hye-in", "person"),
        ("Oh Seung-ah is expected at the plant. “No,” Oh said.", "Oh Seung-ah", "person"),
        ("Oh Seung-ah is expected at the plant. “No,” Oh said.", "Oh", "person"),
        ("Officials in Hamas-run Gaza met bankers.", "Hamas", "organisation"),
        ("The port of Ravenport is closed.", "Ravenport", "place"),
        ("The quake struck 18 kilometres southwest of Kestra.", "Kestra", "place"),
        ("A flood hit northern Marania on Sunday.", "Marania", "place"),
        ("The port operator Calder Ports raised its offer.", "Calder Ports", "organisation"),
        ("He wants Nato to stop its exercises.", "Nato", "organisation"),
        ("Kornfeld, the second largest bakery chain, is recalling loaves.", "Kornfeld", "organisation"),
        ("Shares in Larkfield fell 6 percent.", "Larkfield", "organisation"),
        ("The deputy of the regional assembly Igor Belov doubted it.", "Igor Belov", "person"),
        ("The head of Halden Ann Bell denied it.", "Ann Bell", "person"),
        ("The chairman of Morgan Halden Brothers left.", "Morgan Halden Brothers", "organisation"),
        ("Eastham have signed a goalkeeper.", "Eastham", "organisation"),
        ("Northgate City captain Dele Oyelaran said so.", "Northgate City", "organisation"),
        ("The crew arrived from Rotterdam with grain.", "Rotterdam", "place"),
        ("Ilva Tower collapsed on Monday.", "Ilva Tower", "place"),
        ("Residents of Nova Kakhovka fled. Kakhovka was dark.", "Nova Kakhovka", "place"),
        ("The attack would deprive Crimea of water.", "Crimea", "place"),
        ("They met in Turkmenabat. Turkmenabat was dark.", "Turkmenabat", "place"),
        ("The results pleased Novamed, an insurer.", "Novamed", "organisation"),
        ("Marsh, the owner, refused.", "Marsh", "person"),
        ("The ferry ran aground off Skerry. Skerry's mayor was told.", "Skerry", "place"),
        ("The Basel-based company declined to comment.", "Basel", "place"),
        ("Okafor of King's College London spoke.", "King's College London", "organisation"),
        ("A storm hit Halcyon, a container ship that left in May.", "Halcyon", "unknown"),
        ("Ulrike Brandt spoke of the bid. Shares in Brandt rose.", "Brandt", "organisation"),
        ("Ulrike Brandt spoke. “Brandt is not for sale,” she said.", "Brandt", "organisation"),
        ("The Meridian Star was refloated on Thursday.", "Meridian Star", "unknown"),
        (
            "Corvane Group plc said it would buy Halden Foods Inc. Vidal will leave.",
            "Halden Foods Inc.",
            "organisation",
        ),
        ("The Maritime and Coastguard Agency sent tugs.", "Maritime and Coastguard Agency", "organisation"),
        ("Northgate City beat Real Salvatierra 3-2 on Wednesday.", "Northgate City", "organisation"),
        ("Olympique Marsan said no.", "Olympique Marsan", "organisation"),
        ("It met the Dane Mikkel Holm-Brandt in Lyon.", "Mikkel Holm-Brandt", "person"),
        (
            "The head of the Libyan Roads and Bridges Authority left.",
            "Libyan Roads and Bridges Authority",
            "organisation",
        ),
        ("“The world needs gas,” al-Mansouri said.", "al-Mansouri", "person"),
        ("The court thanked the Venerable Myung-ho.", "Myung-ho", "person"),
        (
            "Rinex-Impex, the largest tea trader, has cut prices. Its founder, Ada Moss, left.",
            "Rinex-Impex",
            "organisation",
        ),
        ("They blame the Cork lessor Rinvane, which, he says, raised its rents.", "Rinvane", "organisation"),
        ("It awarded the final to Accra Harbour Lights.", "Accra Harbour Lights", "organisation"),
        ("The Fund of Medicines of the Great Plains agreed.", "Fund of Medicines of the Great Plains", "organisation"),
        ("The Cabin Crews' Association called a strike.", "Cabin Crews' Association", "organisation"),
        (
            "Jan Vos of the Federation of Red Star and White Star Societies spoke.",
            "Federation of Red Star and White Star Societies",
            "organisation",
        ),
        (
            "The Ministry of Agriculture, Forestry and Water Management said no.",
            "Ministry of Agriculture, Forestry and Water Management",
            "organisation",
        ),
        ("The Ministry of Mines and the Ministry of Trade agreed.", "Ministry of Mines", "organisation"),
        (
            "The Vice-President of the International Committee of the Red Cross spoke.",
            "International Committee of the Red Cross",
            "organisation",
        ),
        ("Ida Kern, founder of the Leeds software firm Torvex, spoke.", "Torvex", "organisation"),
        ("The dairy company Ada Holm apologised. Ada Holm is in Leeds.", "Ada Holm", "organisation"),
        ("Halder Gruppe closed two plants.", "Halder Gruppe", "organisation"),
        ("MOTHER-OF-THREE Jolanta Bielska was at home.", "Jolanta Bielska", "person"),
        ("She was, as she told the Courier Ada Moss, at home.", "Ada Moss", "person"),
    ],
)
def test_a_name_names_a_person_a_body_a_state_or_a_place(text: str, words: str, kind: str) -> None:
    assert the(text, words).type == kind


@pytest.mark.parametrize(
    "text, kind",
    [
        ("The talks failed after a protest from Luanda.", "state"),
        ("She has written ten letters to Luanda.", "state"),
        ("He appealed to Luanda for help.", "state"),
        ("He sent the bill to Luanda.", "state"),
        ("Pressure on Luanda grew.", "state"),
        ("Loans from Luanda paid for it.", "state"),
        ("She took a flight from Luanda.", "place"),
        ("The train between Luanda and Malanje stopped.", "place"),
        ("Reports from Luanda say so.", "place"),
        ("The parcel to Luanda was lost.", "place"),
        ("A concert in Luanda was cancelled.", "place"),
    ],
)
def test_a_capital_that_something_is_sent_to_or_comes_from_acts(text: str, kind: str) -> None:
    assert the(text, "Luanda").type == kind


@pytest.mark.parametrize(
    "text, words",
    [
        ("Sigrun Berg spoke. Sigrun is proud of that.", "Sigrun"),
        ("“It is late,” said Stefán Bjarnason. Stefán got out early.", "Stefán"),
        ("It gave the cup to Accra Harbour Lights. Lights fans sang.", "Lights"),
        ("“And Windhoek cannot even count them,” she said.", "Windhoek"),
        ("Denmark to return the bell to South Korea", "Denmark"),
    ],
)
def test_what_is_a_name_in_one_place_is_one_in_all(text: str, words: str) -> None:
    assert the(text, words).kind == "name"


@pytest.mark.parametrize(
    "text, function",
    [("Her rival Ada Moss left.", "subject"), ("Her rival, Ada Moss, left.", "apposition")],
)
def test_a_name_close_behind_what_it_explains_does_what_that_does(text: str, function: str) -> None:
    assert the(text, "Ada Moss").function == function


def test_a_word_that_the_article_has_without_a_capital_is_no_given_name() -> None:
    assert "Will" not in [m.text for m in found("Will Berg spoke. Will he go? It will rain.")]


@pytest.mark.parametrize(
    "text, words, number",
    [
        ("The top US diplomat insisted on talks.", "The top US diplomat", "singular"),
        ("A senior administration official briefed reporters.", "A senior administration official", "singular"),
        ("Top French and Polish diplomats warned against it.", "Top French and Polish diplomats", "plural"),
        ("The 27-year-old midfielder signed on Friday.", "The 27-year-old midfielder", "singular"),
        ("Police say the driver fled.", "Police", "plural"),
        ("The injured were flown to Oslo.", "The injured", "plural"),
        ("Divers looked for the missing.", "the missing", "plural"),
        ("Both sides said they would meet again.", "Both sides", "plural"),
        ("The NGO said it would stop.", "The NGO", "singular"),
        ("The Swiss bank Helveta said no.", "The Swiss bank", "singular"),
        ("Trade between the two countries has doubled.", "the two countries", "plural"),
        ("The family asked for silence.", "The family", "singular"),
        ("The crews want more rest.", "The crews", "plural"),
        ("They were thanked by the firemen.", "the firemen", "plural"),
        ("It was signed by its stevedores.", "its stevedores", "plural"),
        ("The prioress of the abbey spoke on Monday.", "The prioress of the abbey", "singular"),
        (
            "Ida Kern, a partner at the accountants Moss Hale, spoke.",
            "a partner at the accountants Moss Hale",
            "singular",
        ),
        ("The head of Italian diplomacy added a warning.", "The head of Italian diplomacy", "singular"),
        ("According to the regional fire service, forty homes burned.", "the regional fire service", "singular"),
    ],
)
def test_a_phrase_without_a_name_can_act(text: str, words: str, number: str) -> None:
    mention = the(text, words)
    assert (mention.kind, mention.number) == ("nominal", number)


@pytest.mark.parametrize(
    "text, words",
    [
        ("The Hungarian minister of Foreign Affairs, Ana Kiss, left.", "Foreign Affairs"),
        ("The NGO said it would stop.", "NGO"),
        ("The Chairperson-in-Office welcomed it.", "Office"),
    ],
)
def test_a_field_an_office_and_a_sort_of_body_are_no_names(text: str, words: str) -> None:
    assert words not in [m.text for m in found(text) if m.kind == "name"]


def test_a_place_in_the_letters_of_a_body_is_part_of_its_name() -> None:
    text = "The Organization for Security and Co-operation in Europe met. The OSCE has 57 members."
    assert the(text, "Organization for Security and Co-operation in Europe").type == "organisation"


def test_an_adjective_is_nobody() -> None:
    assert "Russian" not in [m.text for m in found("Russian troops moved closer.")]
    assert not found("The dead fish lay on both sides of the river; the missing pages turned up.")


@pytest.mark.parametrize(
    "text", ["Success of the talks depends on both sides.", "Dockers' union calls off strike after late-night talks"]
)
def test_a_capital_at_the_beginning_makes_no_name(text: str) -> None:
    assert [m.text for m in found(text) if m.kind == "name"] == []


def test_a_clause_tells_of_the_post_somebody_holds() -> None:
    assert the("Ann Bell, who chairs the supervisory board and owns a quarter, left.", "who").role == (
        "chairs the supervisory board"
    )
    assert the("Ann Bell, who heads for home, left.", "who").role is None
    assert the("Ann Bell, who appeared as lawyer for the family, left.", "who").role == "lawyer for the family"
    assert the("Ann Bell, who works there as the night watchman, left.", "who").role == "night watchman"
    assert the("Ann Bell, who is the mayor of Tollen, left.", "who").role == "mayor of Tollen"
    assert the("Ann Bell, who told me, as a mayor, to go, left.", "who").role is None
    assert the("Ann Bell, who was as calm as ever, left.", "who").role is None


def test_an_office_of_a_body_is_no_role_of_the_body() -> None:
    assert the("Jan Vos, commander of the navy's Eastern Command, spoke.", "Eastern Command").role is None
    assert the("The secretary of the United Dockers, Paula Renwick, spoke.", "United Dockers").role is None


def test_a_dateline_tells_a_place() -> None:
    text = "RAVENPORT, March 13 (Reuters) - Dockworkers at Ravenport have suspended a strike."
    nlp = pipeline(extractors=("onrecord_times", "onrecord_mentions"))
    blocks = (Block(Span(0, 31), "dateline"), Block(Span(32, len(text)), "prose"))
    doc = annotate(Document("a", "a.txt", "", text, "", blocks), nlp)
    assert [m.type for m in doc._.mentions if m.text == "Ravenport"] == ["place"]


def test_the_title_of_a_programme_is_nobody() -> None:
    assert "Union" not in [m.text for m in found("Crane stated on “State of the Union.” “We will see,” he said.")]


def test_a_no_break_space_hides_nothing() -> None:
    assert the("Secretary\u00a0of State\u00a0Peter Crane spoke.", "Peter Crane").role == "Secretary\u00a0of State"


@pytest.mark.parametrize("words, gender", [("Jo Marsh", "female"), ("Lee Park", "male")])
def test_a_title_shows_the_sex(words: str, gender: str) -> None:
    text = "Spokeswoman Jo Marsh answered. Mr. Lee Park did not."
    assert the(text, words).gender == gender


@pytest.mark.parametrize(
    "text, words",
    [
        ("Storm Daniel hit the coast. Daniel killed nine people.", "Daniel"),
        ("BELNA: THE TOLL IS HEAVY\n\nThe cyclone Belna has made 29 dead and 9 disappeared.", "BELNA"),
        ("The flood came down Wadi Kesra. Nine died in Kesra.", "Wadi Kesra"),
        ("The dam in Marania burst. He spoke of the DAM blast.", "DAM"),
    ],
)
def test_storms_and_valleys_are_nobody(text: str, words: str) -> None:
    assert not [m for m in found(text) if m.text == words and m.type in ("person", "organisation")]


@pytest.mark.parametrize(
    ("text", "words", "said_of"),
    [
        ("Ada Moss is the chairwoman.", "the chairwoman", "Ada Moss"),
        ("The claim that Norland was the aggressor is absurd.", "the aggressor", None),
        ("Ada Moss was the chosen one, and she was a coward.", "a coward", None),
    ],
)
def test_what_somebody_is_called_is_no_name_for_him(text: str, words: str, said_of: str | None) -> None:
    span = the(text, words).apposition_to
    assert (text[span.start : span.end] if span else None) == said_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Shares in Brolin fell. Karl Brolin owns most of it. Brolin employs 900. “No,” Brolin said.", "o o p"),
        ("Brolin rejects a bid. The board of Brolin met on Monday. Karl Brolin, the chairman, spoke.", "o o"),
        ("It blamed Brolin, the contractor that laid the track. “No,” said Karl Brolin, who owns it.", "o"),
        ("Brolin AD regrets it. Karl Brolin founded Brolin in 1990. The bridge was built by Brolin.", "o o"),
        ("She holds a stake of 12 per cent in Brolin. Karl Brolin runs it. “Never,” Mr Brolin said.", "o p"),
        ("Karl Brolin is the mayor. Brolin left early. The rain came late. Nobody thanked Brolin.", "p p"),
        ("Karl Brolin, 44, was arrested. The police searched the house of Brolin. Brolin said nothing.", "p p"),
    ],
)
def test_a_firm_is_told_from_the_person_it_is_named_after(text: str, kinds: str) -> None:
    assert " ".join(m.type[0] for m in found(text) if m.text == "Brolin") == kinds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Halmvik Vera Kolar spoke to the crowd.", "Vera Kolar"),
        ("At Halmvik Peter Moss took the train.", "Peter Moss"),
        ("Lena Holm won. The winner of the Tour of Aller Lena Holm was glad.", "Lena Holm"),
        ("Director of Halm Theatre resigns over a play.", "Halm Theatre"),
        ("Gran Ada Moss, 67, wept.", "Ada Moss"),
        ("Boozy Frenchman Paul Vidal, 51, was fined.", "Paul Vidal"),
        ("He freed from post the head of State Land Bank Aibek Karim.", "Aibek Karim"),
        ("By the words of the lawyer of Karimov Elena Sorokina, he will rest.", "Elena Sorokina"),
        ("The head of Halm Bank Nurlan Karimov spoke.", "Nurlan Karimov"),
        ("Colonel-Major Amadou Sarr, a spokesman, warned them.", "Amadou Sarr"),
        ("Its managing director, Natalia Verona, said no.", "Natalia Verona"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert name in [m.text for m in found(text)]
    assert not [m.text for m in found(text) if m.kind == "name" and m.text.endswith(f" {name}")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prosecutor Solange d'Armont de Kerval was unmoved.", "Solange d'Armont de Kerval"),
        ("“No,” d’Almeida Prado said on Monday.", "d’Almeida Prado"),
        ("Minister Rahim Karim-zoda gave answers.", "Rahim Karim-zoda"),
        ("The paper was signed.\n\nSpokesman for the port\nA. Karimov", "A. Karimov"),
        ("It was granted at the request of Linhas Verdes do Norte on Friday.", "Linhas Verdes do Norte"),
        ("What do Americans want, Ada Moss asked.", "Ada Moss"),
        ("Talks between Halm Foods and Vale do Norte failed.", "Vale do Norte"),
        ("Ford and Tesla do Norland a favour, Ada Moss said.", "Norland"),
        ("The Greens do Norland a favour.", "Greens"),
    ],
)
def test_small_words_inside_a_name_are_part_of_it(text: str, name: str) -> None:
    assert name in [m.text for m in found(text) if m.kind == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The director of Halm Hospital Saint Anne spoke on Monday.", "Halm Hospital Saint Anne"),
        ("The head of Norland Police Special Branch spoke.", "Norland Police Special Branch"),
        ("The president of National Bank Southern Region resigned.", "National Bank Southern Region"),
    ],
)
def test_what_follows_the_noun_of_a_body_may_be_of_its_name(text: str, name: str) -> None:
    assert [(m.text, m.type) for m in found(text) if m.kind == "name"] == [(name, "organisation")]


def test_a_name_without_a_letter_to_compare_is_none() -> None:
    assert not [m for m in found("ꜢꜢ spoke on Monday.") if m.kind == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Chemical Workers' Front called it a beginning.", "Chemical Workers' Front"),
        ("She leads the Tenants' Collective.", "Tenants' Collective"),
        ("The Teachers' Voice wants more.", "Teachers' Voice"),
        ("The Democrats' Ada Moss said no.", "Ada Moss"),
        ("The Workers' Mayor Tom Moss said no.", "Tom Moss"),
    ],
)
def test_a_body_may_be_named_as_its_members(text: str, name: str) -> None:
    assert [m.text for m in found(text) if m.kind == "name"] == [name]


@pytest.mark.parametrize(
    "text, name",
    [
        ("Mme Roux left. The letter of M. Keller came late.", "Keller"),
        # elsewhere it is an initial
        ("The letter of M. Keller came late.", "M. Keller"),
        ("Mme Roux left. John M. Keller came late.", "John M. Keller"),
    ],
)
def test_a_french_form_of_address_is_no_initial(text: str, name: str) -> None:
    assert name in {m.text for m in found(text) if m.kind == "name"}
