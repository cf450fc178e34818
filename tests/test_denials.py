"""What one says and another denies, in words of its own or with a word for it: the article, and the two sides."""

from pathlib import Path

import pytest
from test_corroborate import collection


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nelly Ortega, a community leader, said that the company had known of the cracks since May. "
            "Altamar Mining denied this.",
            ("the company had known of the cracks since May", "denied by Altamar Mining"),
        ),
        (
            "Paul Chirwa claimed that marked ballots had been flown in from Dubai. "
            "The commission dismissed the claim, saying every ballot had been printed at home.",
            (
                "marked ballots had been flown in from Dubai",
                "dismissed by The commission: every ballot had been printed at home",
            ),
        ),
        (
            "Two bankers said a plan envisages the loss of 2,400 jobs. Orbis Capital denies that any such plan exists.",
            ("a plan envisages the loss of 2,400 jobs", "denied by Orbis Capital"),
        ),
        (
            "Inspector Jan Petrov said that the radio of the tanker had been switched off. "
            "Azov Shipping, its owner, denied that the radio had been turned off.",
            ("the radio of the tanker had been switched off", "denied: the radio had been turned off"),
        ),
        # "this" is what the sentence before says, which goes on with somebody's words
        (
            "Leo Santos criticised the office. It had put a letter in a drawer in May. "
            "Ada Moss, the head of the office, rejected this: “No letter has come.”",
            ("It had put a letter in a drawer in May.", "rejected by Ada Moss: “No letter has come.”"),
        ),
        # a question claims nothing; who denies goes on in the next sentence
        (
            "Coach Tom Bell said that gas had been used inside the ground. “And you ask me that?” he asked.\n\n"
            "Superintendent Ada Moss, of the city police, denied it. “Not one canister was fired,” she said.",
            ("gas had been used inside the ground", "denied by Ada Moss: “Not one canister was fired,”"),
        ),
        (
            "Director Tom Bell said that the pumps were checked in May. But Ada Moss, the union's chairwoman, disputed "
            "this. Ms Moss claimed, “The pumps stood open in a shed all summer.”",
            ("the pumps were checked in May", "disputed by Ada Moss: “The pumps stood open in a shed all summer.”"),
        ),
        # who is accused denies in words of their own
        (
            "Governor Pia Moss said that all the signs pointed to a power line of Orbis Electric. "
            "The company denied that its network was to blame.",
            (
                "all the signs pointed to a power line of Orbis Electric",
                "denied: its network was to blame",
            ),
        ),
        (
            "Ms Moss was informed of the damp in March, according to an email attached to the report. "
            "A council spokesman denied that she had seen the email.",
            ("Ms Moss was informed of the damp in March", "denied: she had seen the email"),
        ),
        (
            "Senator Ana Cruz said that two million pesos had been handed over at a pier. "
            "Not so, thundered the general. General Leo Santos said that not one peso had changed hands.",
            ("two million pesos had been handed over at a pier", "not one peso had changed hands"),
        ),
        (
            "The driver, Tom Bell, said that he had carried a bag stuffed with banknotes to the office. "
            'A spokesman, Kit Naidoo, said outside court: "There was no bag."',
            ("he had carried a bag stuffed with banknotes to the office", '"There was no bag."'),
        ),
        # a piece of a sentence is shown with the sentence
        (
            "Dora Lind accused Orbis Capital of locking the fire exits. "
            "A spokesman, Ivo Renn, called the accusation false.",
            ("Dora Lind accused Orbis Capital of locking the fire exits.", "A spokesman called the accusation false"),
        ),
        # somebody else of the side that denies goes on
        (
            "Ada Moss said the driver had been sent by the port. Orbis Harbours denied it. “We have sent nobody,” its "
            "spokesman, Tom Bell, said.",
            ("the driver had been sent by the port", "denied by Orbis Harbours: “We have sent nobody,”"),
        ),
        # all that the speaker said in the paragraph before is denied, and shown by what was said first
        (
            "“The law asks for five days' notice, and we had none,” Tom Bell said in the town hall of Oxley. "
            "“I am ready to talk. But I am not ready to wait.”\n\n"
            "Ada Moss denied this. “We handed in the letter in May,” she said.",
            (
                "“The law asks for five days' notice, and we had none,”",
                "denied by Ada Moss: “We handed in the letter in May,”",
            ),
        ),
        # whoever of its side says it, and what was meant is what the answer speaks of
        (
            "Norland's energy minister, Ada Moss, said that Sudland owed 40 million crowns. “Winter is near,” Moss "
            "said.\n\nTom Bell, of Sudland, disputed the claim. “We do not owe a crown,” he said.",
            (
                "Sudland owed 40 million crowns",
                "disputed by Tom Bell: “We do not owe a crown,”",
            ),
        ),
        # one claim, denied twice: one conflict
        (
            "Ada Moss said the driver had been sent by the port. Orbis Harbours denied it. “We have sent nobody,” its "
            "spokesman, Tom Bell, said.\n\nThe police denied that the driver had been sent by the port.",
            ("the driver had been sent by the port", "denied: the driver had been sent by the port"),
        ),
        # the charge of this paragraph is not what a judge said in the one before
        (
            "Judge Ada Moss said that she had found no fault with the fire brigade.\n\n"
            "Police charged three managers with fraud. They deny the charge, a superintendent said.",
            None,
        ),
        # what one says was so and another says was not
        (
            '"The alarm never rang," Sam Orr said. The plant manager, Ivo Renn, said that the alarm rang in a minute.',
            ("the alarm rang in a minute", '"The alarm never rang,"'),
        ),
        (
            "The worker, Sam Orr, said guards had beaten him at the gate. Marlow Chemicals denies that its guards beat "
            "anyone.",
            ("guards had beaten him at the gate", "denied: its guards beat anyone"),
        ),
        # the negation is of something else
        (
            "Sam Orr said that the tram passed the test in May. "
            "Ivo Renn said that the tram had been put to the test in May and that no fault had been found.",
            None,
        ),
        # what may come is no claim that it was there
        (
            "The union leader, Tom Bell, said that he hoped for a deal by Friday. A spokesman, Kit Naidoo, said: "
            '"There was no deal."',
            None,
        ),
        # somebody else is accused
        (
            "Governor Pia Moss said that all the signs pointed to a power line of Orbis Electric. "
            "The mayor, Leo Santos, denied that he was to blame.",
            None,
        ),
        # the denial of another matter
        (
            "Marchers called the reform unjust. The minister, Jorge Pinto, denied that pensions would fall.",
            None,
        ),
        # the allegations against somebody are not what was said last of another matter
        (
            "“Families bury their dead in gardens,” said Tom Bell.\n\n"
            "Pia Moss, a former general, has dismissed the allegations.",
            None,
        ),
        # nobody claims it
        ("Altamar Mining denied this. The mine is in the north of the country.", None),
        # one's own words
        ('Paul Chirwa said that he had won. "I reject this," said Paul Chirwa.', None),
        # a proposal is turned down, not denied
        ("The union said that it would accept five percent. The board rejected the offer.", None),
    ],
)
def test_a_denial_is_told_with_the_claim_it_denies(tmp_path: Path, text: str, expected: tuple[str, str] | None) -> None:
    (tmp_path / "one.txt").write_text(f"A headline of the day\n\n14 March 2023\n\n{text}\n", encoding="utf-8")
    found = [c for c in collection(tmp_path).found.conflicts if c.kind == "claim"]
    assert [tuple(side.value for side in c.sides) for c in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Five people died, hospital director Mercy Banda said. Policeman Paul Mwale said one person was killed.",
            {"Five people", "one person"},
        ),
        (
            "The union said that 2,600 workers had followed its call. According to the port, only "
            "1,400 workers were away.",
            {"2,600 workers", "1,400 workers"},
        ),
        # two things
        (
            "The mayor said that 90 homes were damaged. According to the ministry, only 40 homes will be rebuilt.",
            None,
        ),
        (
            "The organisers said 200,000 people took part in the march; police put the number at 45,000.",
            {"200,000 people", "45,000 (people)"},
        ),
        (
            "Five people died, hospital director Mercy Banda said. Police spokesman Paul Mwale said one was arrested.",
            None,
        ),
        ("Five people died in Oxley, Mercy Banda said. Paul Mwale said one person was killed in Harrowby.", None),
    ],
)
def test_an_article_can_disagree_within_itself(tmp_path: Path, text: str, expected: set[str] | None) -> None:
    (tmp_path / "one.txt").write_text(f"A headline of the day\n\n14 March 2023\n\n{text}\n", encoding="utf-8")
    found = [c for c in collection(tmp_path).found.conflicts if c.kind == "figure"]
    assert [{side.value for side in c.sides} for c in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to Clean Shores, no less than 700 tonnes of oil have escaped, rather than the 400 tonnes "
            "acknowledged by the ministry.",
            {"no less than 700 tonnes", "400 tonnes"},
        ),
        (
            "The captain, Jan Moss, said his boat was making 6 knots. Inspector Paul Reed gave a different account. "
            "The boat was doing 15 knots, he said.",
            {"6 knots", "15 knots"},
        ),
        # a choice between two amounts, which nobody has stated
        ("Clean Shores, a group, said the firm should recover 700 tonnes of oil rather than 400 tonnes.", None),
        # two speeds, and nothing between them says that the accounts differ
        (
            "The captain, Jan Moss, said his boat was making 6 knots. Inspector Paul Reed agreed. "
            "The ferry was doing 15 knots, he said.",
            None,
        ),
    ],
)
def test_an_article_says_that_two_measures_disagree(tmp_path: Path, text: str, expected: set[str] | None) -> None:
    (tmp_path / "one.txt").write_text(f"A headline of the day\n\n14 March 2023\n\n{text}\n", encoding="utf-8")
    found = [c for c in collection(tmp_path).found.conflicts if c.kind == "figure"]
    assert [{side.value for side in c.sides} for c in found] == ([expected] if expected else [])
