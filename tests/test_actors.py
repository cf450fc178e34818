"""Who is who across articles: each test gives articles by name and says what one actor is called in them."""

import pytest

from generator.annotate import annotate, pipeline
from generator.extract.attributes import document_of, prose_sentences
from generator.model import Actor, Block, Copies, Document, Evidence, Resolution, Span
from generator.model.links import Open
from generator.resolve.actors import actors
from generator.resolve.coreference import resolve


def article(name: str, text: str) -> Evidence:
    """A text as the evidence of one document."""
    document = Document(name, f"{name}.txt", "", text, "", (Block(Span(0, len(text)), "prose"),))
    doc = annotate(document, pipeline())
    sentences = tuple(Span(s.start_char, s.end_char) for _, _, s in prose_sentences(doc))
    return resolve(Evidence(document, sentences, doc._.mentions, doc._.quotations))


def resolved(**texts: str) -> Resolution:
    return actors([article(name, text) for name, text in texts.items()])


def named(resolution: Resolution, name: str) -> Actor:
    here = [a for a in resolution.actors if a.name == name]
    assert len(here) == 1, f"‘{name}’ is {len(here)} of {[a.name for a in resolution.actors]}"
    return here[0]


def aliases(actor: Actor) -> set[str]:
    return {alias.text for alias in actor.aliases}


@pytest.mark.parametrize(
    "one, other",
    [
        ("Athanasios Vlachos", "Thanassis Vlachos"),
        ("Sergei Ryabkov", "Sergei Riabkov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyi"),
        ("Sergey Petrov", "Serhiy Petrov"),
        ("Dmitry Sokolov", "Dmitri Sokolov"),
        ("Mohammed Rashid", "Muhammad Rasheed"),
        ("Joe Tanner", "Joseph Tanner"),
        ("Ana María López", "Ana Maria Lopez"),
        ("Luka Conti", "Luca Conti"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    resolution = resolved(a=f"Foreign Minister {one} spoke on Monday.", b=f"Foreign Minister {other} left on Tuesday.")
    assert [a.kind for a in resolution.actors].count("person") == 1


@pytest.mark.parametrize(
    "one, other",
    [
        ("Joe Tanner", "Hunter Tanner"),
        ("Jean Morel", "Claire Morel"),
        ("Anna Berg", "Anna Holm"),
        ("John Q. Marsh", "John F. Marsh"),
        ("Peter Crane", "Petra Crane"),
    ],
)
def test_other_people_with_one_of_the_names_stay_apart(one: str, other: str) -> None:
    resolution = resolved(a=f"Senator {one} spoke on Monday.", b=f"Lawyer {other} left on Tuesday.")
    assert [a.kind for a in resolution.actors].count("person") == 2


def test_a_surname_joins_its_only_bearer() -> None:
    resolution = resolved(a="Senator Paul Dietz resigned.", b="Dietz said he would not return.")
    assert aliases(named(resolution, "Paul Dietz")) >= {"Paul Dietz", "Dietz"}


def test_a_surname_with_its_particle_joins_its_only_bearer() -> None:
    resolution = resolved(
        a="The governor of the bank, Karim Ben Salah, met Ingrid Solberg of the fund and Piet Maas of the union.",
        b="Governor Ben Salah said so to Ingrid Solberg and Piet Maas.",
    )
    assert aliases(named(resolution, "Karim Ben Salah")) >= {"Karim Ben Salah", "Ben Salah"}


def test_both_surnames_alone_are_of_the_bearer_with_that_office() -> None:
    resolution = resolved(
        a="President Armindo Sá Nhaga was held on Monday. Sá Nhaga is free, the army said.",
        b="Domingas Sá Nhaga waited for news.",
        c="President Sá Nhaga was elected by the people.",
    )
    assert aliases(named(resolution, "Armindo Sá Nhaga")) >= {"Armindo Sá Nhaga", "Sá Nhaga"}
    assert {s for alias in named(resolution, "Armindo Sá Nhaga").aliases for s in alias.sources} == {"a", "c"}


@pytest.mark.parametrize("short, long", [("Tomek", "Tomasz"), ("Krasi", "Krasimira")])
def test_a_short_form_of_a_given_name_is_joined_where_the_articles_name_the_same_others(short: str, long: str) -> None:
    one = f"{long} Lenk was there, Ada Moss said. Piet Maas saw it too."
    other = f"{short} Lenk, 44, left early, said Piet Maas. Ada Moss stayed."
    assert f"{short} Lenk" in aliases(named(resolved(a=one, b=other, c=one), f"{long} Lenk"))


def test_a_given_name_alone_is_whoever_has_the_surname_its_article_names() -> None:
    resolution = resolved(
        a="Mieke Jansen leads the brewery.",
        b="Lode Jansen opened the gate. Across the street, Mieke pours coffee.",
        c="Across the street, Mieke pours coffee.",
    )
    assert {s for alias in named(resolution, "Mieke Jansen").aliases for s in alias.sources} == {"a", "b"}


def test_a_given_name_alone_is_the_only_bearer_of_a_surname_beside_it() -> None:
    full, short = "Mihail Ulmanov spoke.", "Ulmanov expected a deal. “Mihail always does,” said a diplomat."
    found = resolved(a=full, b=short)
    assert aliases(named(found, "Mihail Ulmanov")) == {"Mihail Ulmanov", "Ulmanov", "Mihail"}


@pytest.mark.parametrize(
    "words",
    [
        "Goran Malik, a mechanic whom the whole valley calls the Spider, says he knows.",
        "Goran Malik, 44, who was known as the Spider, left. The Spider said so.",
        "Goran Malik, nicknamed the Spider, says he knows.",
    ],
)
def test_what_somebody_is_called_is_that_person_in_other_articles_too(words: str) -> None:
    resolution = resolved(a=words, b="“It was late,” the Spider told reporters in Lausanne.")
    assert {s for alias in named(resolution, "Goran Malik").aliases for s in alias.sources} == {"a", "b"}


def test_what_a_firm_is_called_is_not_its_boss() -> None:
    resolution = resolved(a="Ada Moss, the head of a firm known as Halm, left.", b="Halm said it would stay.")
    assert "Halm" not in aliases(named(resolution, "Ada Moss"))


def test_the_united_nations_are_none_of_their_agencies() -> None:
    resolution = resolved(
        a="The UN said so. The UN Office for the Coordination of Humanitarian Affairs asked the UN for help.",
        b="The United Nations sent aid.",
    )
    assert aliases(named(resolution, "UN")) == {"UN", "United Nations"}


def test_letters_in_parentheses_are_what_a_phrase_before_them_is_called() -> None:
    resolution = resolved(a="“Enough,” said the federation of the bank workers (FBW). The FBW called a strike.")
    assert aliases(named(resolution, "FBW")) >= {"FBW", "the federation of the bank workers"}


@pytest.mark.parametrize(
    "one, other, bodies",
    [
        ("Halm AeroSystems", "Halm AeroSytems", 1),
        ("Halm Steel", "Helm Steel", 2),
        ("Minera Alvor", "Alvor", 1),
        ("United News", "UN", 2),
    ],
)
def test_names_of_bodies_that_are_alike(one: str, other: str, bodies: int) -> None:
    affair = "Ada Moss, Piet Maas and Nora Quaade had met before."
    texts = dict.fromkeys(("a", "b"), f"The company {one} said it would close. {affair}")
    resolution = resolved(**texts, c=f"The company {other} said it would close. {affair}")
    assert [a.kind for a in resolution.actors].count("organisation") == bodies


def test_a_surname_of_two_bearers_joins_neither() -> None:
    resolution = resolved(
        a="Jean Morel founded the party.", b="Claire Morel leads the party.", c="Morel said nothing on Friday."
    )
    assert ("c", 0) not in resolution.actor_of


def test_a_surname_with_the_role_of_one_bearer_is_that_bearer() -> None:
    resolution = resolved(
        a="Senator Jean Morel resigned.", b="Judge Claire Morel closed the case.", c="Judge Morel said it was over."
    )
    assert (
        "c"
        in named(resolution, "Claire Morel").aliases[-1].sources + named(resolution, "Claire Morel").aliases[0].sources
    )


def test_a_surname_with_a_role_of_another_world_is_somebody_else() -> None:
    resolution = resolved(a="Nurse Ana Reyes works nights.", b="Governor Reyes signed the bill.")
    assert [a.kind for a in resolution.actors].count("person") == 2


def test_a_company_is_not_the_person_of_that_name() -> None:
    resolution = resolved(
        a="Founder Harold Venn died on Sunday. Venn was 90.", b="Venn Motors said it would close two plants."
    )
    assert {a.kind for a in resolution.actors} == {"person", "organisation"}


def test_acronym_and_long_form_are_one_body() -> None:
    resolution = resolved(
        a="The World Trade Union Congress (WTUC) met in Lima.",
        b="The WTUC said it would strike.",
        c="The World Trade Union Congress called off the strike.",
    )
    assert aliases(named(resolution, "World Trade Union Congress")) == {"WTUC", "World Trade Union Congress"}


def test_a_state_is_its_name_its_capital_and_its_seat_of_government() -> None:
    resolution = resolved(a="Moscow denied the report.", b="The Kremlin said so.", c="Russia moved its fleet.")
    russia = named(resolution, "Russia")
    assert (russia.id, russia.kind, aliases(russia)) == ("russia", "state", {"Russia", "Moscow", "Kremlin"})


def test_a_state_no_source_names_is_called_what_they_call_it() -> None:
    resolution = resolved(a="Moscow denied the report.")
    assert named(resolution, "Moscow").id == "russia"


def test_a_towns_name_beside_a_works_is_no_body_where_others_have_the_town() -> None:
    resolution = resolved(a="Valdo to shut Renvick plant.", b="Thousands met in Renvick.", c="It is far from Renvick.")
    assert "Renvick" not in {actor.name for actor in resolution.actors}


def test_the_plural_of_a_surname_is_nobody_of_that_name() -> None:
    texts = {"a": "Anna Valken left Piet Valken.", "b": "The Valkens and the mill. Anna Valken wept."}
    assert {actor.name for actor in resolved(**texts).actors} == {"Anna Valken", "Piet Valken"}
    # of one bearer it may be another surname
    texts = {"a": "Anna Robert left.", "b": "The actor Roberts was ill."}
    assert {actor.name for actor in resolved(**texts).actors} == {"Anna Robert", "Roberts"}


def test_a_city_where_something_happens_is_a_place() -> None:
    resolution = resolved(a="The ministers met in Vienna on Friday.")
    assert not resolution.actors
    assert set(resolution.place_of.values()) == {"Vienna"}


def test_nobody_becomes_an_actor_without_a_name() -> None:
    resolution = resolved(a="“It is over,” a senior palace official said.")
    assert not resolution.actors


def test_a_role_most_sources_give_to_somebody_else_is_flagged() -> None:
    resolution = resolved(
        a="US Secretary of State Peter Crane spoke. US President Tom Hale agreed.",
        b="US Secretary of State Peter Crane left. US President Tom Hale stayed.",
        c="US Secretary of State Hale sent a message.",
    )
    flags = {role.text: role.flag for role in named(resolution, "Tom Hale").roles}
    assert flags["US President"] == ""
    assert "2 sources give this role to Peter Crane" in flags["US Secretary of State"]
    assert all(not role.flag for role in named(resolution, "Peter Crane").roles)


def test_the_order_of_the_articles_changes_nothing() -> None:
    one = article("a", "Jean Morel founded the party. The UN agreed.")
    other = article("b", "Claire Morel leads the party. Poland objected.")
    assert actors([one, other]) == actors([other, one])


def test_why_a_name_was_left_open_is_told() -> None:
    resolution = resolved(a="Mayor Alex Morel resigned.", b="Judge Jean Morel spoke.", c="Mr. Morel said nothing.")
    assert resolution.unsure == {("c", 0): Open("‘Morel’ may be any of 2 people of that surname", (("a", 0), ("b", 0)))}


def test_a_man_of_a_shared_surname_is_the_man() -> None:
    resolution = resolved(a="Mr. Paul Morel resigned.", b="Judge Claire Morel spoke.", c="Mr. Morel said he was late.")
    assert resolution.actor_of["c", 0] == "paul-morel"


def test_initials_with_full_stops_are_one_word_of_an_id() -> None:
    resolution = resolved(a="The U.S. Geological Survey said the quake was shallow.")
    assert named(resolution, "U.S. Geological Survey").id == "us-geological-survey"


def test_a_headline_shortens_the_body_its_text_names() -> None:
    text = "Supreme Court blocks the bypass.\n\nThe Lakeland Supreme Court on Friday blocked a bypass around Wexmoor."
    blocks = (Block(Span(0, 32), "headline"), Block(Span(34, len(text)), "prose"))
    doc = annotate(Document("a", "a.txt", "", text, "", blocks), pipeline())
    sentences = tuple(Span(s.start_char, s.end_char) for _, _, s in prose_sentences(doc))
    evidence = resolve(Evidence(document_of(doc), sentences, doc._.mentions, doc._.quotations))
    assert aliases(named(actors([evidence]), "Lakeland Supreme Court")) >= {"Supreme Court", "Lakeland Supreme Court"}


def test_a_surname_held_apart_in_its_own_article_is_not_joined_across_articles_either() -> None:
    text = (
        "The inquiry opened on Monday.\n\nMrs Harrow, who resigned last month, told it she was sorry.\n\n"
        "It goes on until Friday.\n\nClara Harrow, the former executive's daughter, was in the gallery."
    )
    found = resolved(one=text, two="Clara Harrow said on Friday she was tired.")
    assert aliases(named(found, "Clara Harrow")) == {"Clara Harrow", "the former executive's daughter"}


def test_bodies_of_one_name_belong_to_the_state_their_source_names() -> None:
    resolution = resolved(
        a="Russia's Foreign Ministry protested.",
        b="China's Foreign Ministry said nothing.",
        c="Moscow is angry. The Russian Foreign Ministry expelled two diplomats.",
        d="Russia and China met. The Foreign Ministry said it was pleased.",
    )
    ministries = {a.name: a.aliases for a in resolution.actors if a.kind == "organisation"}
    assert set(ministries) == {"Russia's Foreign Ministry", "China's Foreign Ministry"}
    left = [one.why for one in resolution.unsure.values()]
    assert left == ["‘Foreign Ministry’ may be that of China or Russia"]


def test_a_local_body_is_one_only_within_one_affair() -> None:
    resolution = resolved(
        a="Mayor Ann Poole and Ian Webb spoke. The Town Council agreed.",
        b="Ann Poole and Ian Webb met again. The Town Council agreed.",
        c="Mayor Luis Ortega spoke. The Town Council refused.",
    )
    assert [a.name for a in resolution.actors if a.kind == "organisation"] == ["Town Council", "Town Council"]


@pytest.mark.parametrize(
    "one, other, joined",
    [
        ("chief engineer Tomasz Novik", "chief engineer Thomas Novik", True),
        ("footballer Tomasz Novik", "footballer Thomas Novik", False),
        ("chief engineer Tomasz Novik", "baker Thomas Novik", False),
        ("President Ricardo Fuentes Mora", "President Ricardo Fuentes", True),
        ("baker Ricardo Fuentes Mora", "singer Ricardo Fuentes", False),
        ("Mayor Kovács Anna", "Mayor Anna Kovács", True),
        ("chief engineer Yerlan Zhaksybekov", "chief engineer Erlan Jaksybekov", True),
        ("footballer Thiago Queiroz", "footballer Tiago Keiros", False),
        ("chief engineer Dröger Anna Novik", "chief engineer Anna Novik", True),
    ],
)
def test_names_that_differ_by_more_than_spelling_need_something_besides(one: str, other: str, joined: bool) -> None:
    resolution = resolved(a=f"The {one} spoke on Monday.", b=f"The {other} left on Tuesday.")
    people = [a for a in resolution.actors if a.kind == "person"]
    assert len(people) == (1 if joined else 2)
    assert len(resolution.doubts) == (0 if joined else 1)


def test_given_names_that_sound_alike_are_two_peoples_of_one_surname() -> None:
    resolution = resolved(a="The minister Mina Ruiz spoke on Monday.", b="The minister Mona Ruiz left on Tuesday.")
    assert len([a for a in resolution.actors if a.kind == "person"]) == 2


@pytest.mark.parametrize(
    "other, bodies",
    [
        ("The Union of the Dairy Workers called Tom Kerr a liar. Ana Ruiz wept.", ["Dairy Workers' Union"]),
        # of another affair
        (
            "The Union of the Dairy Workers called Kofi Ode a liar.",
            ["Dairy Workers' Union", "Union of the Dairy Workers"],
        ),
    ],
)
def test_a_turned_name_is_the_body_s_in_articles_of_one_affair(other: str, bodies: list[str]) -> None:
    told = "The Dairy Workers' Union warned Tom Kerr. Ana Ruiz agreed with Kerr."
    resolution = resolved(a=told, b=f"{told} It was late.", c=other)
    assert sorted(a.name for a in resolution.actors if a.kind == "organisation") == bodies


def test_copies_have_no_say_in_how_a_name_is_written() -> None:
    texts = {"a": "Sergey Petrov spoke. Petrov left.", "b": "Sergei Petrov spoke.", "c": "Sergei Petrov spoke."}
    evidence = [article(name, text) for name, text in texts.items()]
    evidence.append(article("d", "Sergei Petrov spoke. Then Sergei Petrov left."))
    assert [a.name for a in actors(evidence).actors] == ["Sergei Petrov"]
    copied = (Copies("syndicated", "b", ("b", "c", "d")),)
    assert [a.name for a in actors(evidence, copied).actors] == ["Sergey Petrov"]


def test_sir_and_the_given_name_is_whom_a_source_names_so_in_full() -> None:
    resolution = resolved(a="Sir Alan Petrie agreed. Alan Moss did not.", b="Sir Alan said he was pleased.")
    assert resolution.actor_of["b", 0] == "alan-petrie"


def test_who_took_over_an_office_contradicts_nobody() -> None:
    resolution = resolved(
        a="Kenya's finance minister, Tom Harker, is ill.",
        b="Kenyan Finance Minister Ruth Vance spoke. The former finance minister Tom Harker was absent.",
    )
    assert not [role.flag for actor in resolution.actors for role in actor.roles if role.flag]


@pytest.mark.parametrize(
    "text",
    [
        "The Cabin Crews' Association, FQL, called a strike. FQL said so.",
        "The National Association of Dramatists, or OSZ, called a strike. OSZ said so.",
        "The National Association of Dramatists (OSZ) called a strike. OSZ said so.",
    ],
)
def test_an_acronym_in_another_language_is_the_body_it_stands_beside(text: str) -> None:
    assert [a.kind for a in resolved(a=text).actors] == ["organisation"]


def test_a_list_of_bodies_gives_no_short_names() -> None:
    text = "Oxfam, Human Rights Watch, UNICEF, and others objected."
    assert {"Human Rights Watch", "UNICEF"} <= {a.name for a in resolved(a=text).actors}


def test_a_surname_is_that_of_whom_the_text_does_not_call_by_the_given_name() -> None:
    resolution = resolved(
        a="Josef Reiner tends the kiln. Clara Reiner has heard the joke. Reiner said nothing. Clara left."
    )
    assert "Reiner" in aliases(named(resolution, "Josef Reiner"))


def test_a_team_is_one_under_the_end_of_its_name() -> None:
    resolution = resolved(
        a="The final between Accra Harbour Lights and Kumasi Miners ended early.",
        b="The match between the Harbour Lights of Accra and the Miners of Kumasi was stopped.",
    )
    assert len(resolution.actors) == 2


@pytest.mark.parametrize(
    "one, other",
    [
        ("Daler Rahimovich Sobitov", "D. R. Sabitov"),
        ("Parviz Qodirzoda", "Parviz Kadyrzoda"),
        ("Marta Cardozo", "Marta Cardoso"),
        ("Anders Lundqvist", "Anders Lundquist"),
    ],
)
def test_surnames_alike_are_one_in_one_affair(one: str, other: str) -> None:
    affair = "Nora Quaade of the Rinvane Institute spoke of the dam in Tovik with Bo Harlund."
    apart = resolved(a=f"{one} opened the dam.", b=f"{other} fell ill.")
    assert [a.kind for a in apart.actors].count("person") == 2
    together = resolved(a=f"{one} opened the dam. {affair}", b=f"{other} refused. {affair}")
    assert [a.kind for a in together.actors].count("person") == 3


@pytest.mark.parametrize(
    "names",
    [
        (("Tamar Janelidze", "Levan Beridze", "Reto Caduff"), ("Tamara Dschanelidse", "Lewan Beridse", "Reto Kaduff")),
        (
            ("Vakhtang Chkhaidze", "Rachid Mokhtari", "Nadia Bouziane"),
            ("Wachtang Tschchaidse", "Rashid Mukhtari", "Nadiya Buzian"),
        ),
        (
            ("Hristo Zhelyazkov", "Iordanka Petrova", "Vesela Ganeva"),
            ("Christo Jeliazkov", "Yordanka Petrova", "Wessela Ganewa"),
        ),
        (
            ("Tiago Queiroz", "Teresa Cardoso", "Manuel Figueira"),
            ("Thiago Keiros", "Tereza Cardozo", "Manuel Figueyra"),
        ),
    ],
)
def test_a_translation_writes_every_name_anew(names: tuple[tuple[str, str, str], tuple[str, str, str]]) -> None:
    """Of people in one affair; the names of the others, written anew as well, show that it is one."""
    texts = [f"{a} opened the dam. “It is late,” said {b}. “It is not,” said {c}." for a, b, c in names]
    assert [a.kind for a in resolved(a=texts[0], b=texts[1]).actors] == ["person"] * 3


@pytest.mark.parametrize(
    "one, other",
    [
        ("Minh Chau Tran", "Minh Khai Tran"),
        ("Ibrahima Sarr", "Brahima Soro"),
        ("Mina Haddad", "Mona Haddad"),
        ("Marco Sousa", "Mark Osei"),
        ("Baek Ji-won", "Baek Seo-yeon"),
        ("Martin Keller", "Marten Kellner"),
    ],
)
def test_names_that_only_begin_alike_are_two_peoples(one: str, other: str) -> None:
    affair = "Nora Quaade of the Rinvane Institute spoke of the dam in Tovik with Bo Harlund."
    both = resolved(a=f"“Yes,” said {one}. {affair}", b=f"“No,” said {other}. {affair}")
    assert [a.kind for a in both.actors].count("person") == 4


@pytest.mark.parametrize(
    ("known", "role", "one_"),
    [
        ("President Karel Rovelin", "head of the state", True),
        ("President Karel Rovelin", "communications minister", True),
        ("President Karel Rovelin", "nurse", False),
        ("The president of the Halm Chess Club, Karel Rovelin,", "foreign minister", False),
    ],
)
def test_posts_in_government_are_of_one_world(known: str, role: str, one_: bool) -> None:
    resolution = resolved(a=f"{known} spoke.", b=f"The {role}, Mr Rovelin, did not speak.")
    assert ("Rovelin" in aliases(named(resolution, "Karel Rovelin"))) is one_
