"""Numbers of one thing in two articles of one story that tell it in words of their own."""

from pathlib import Path

import pytest

from tests.test_corroborate import collection

OPENING = "By Ada Moss\nTuesday, 4 March 2025\n\n"


def sides(folder: Path, one: str, other: str) -> list[set[str]]:
    """What the figure conflicts of two articles set against each other."""
    for name, text in (("one", one), ("other", other)):
        headline, body = text.split("\n", 1)
        (folder / f"{name}.txt").write_text(f"{headline}\n\n{OPENING}{body}\n", encoding="utf-8")
    return [{s.value for s in c.sides} for c in collection(folder).found.conflicts if c.kind == "figure"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Chapel at Brenholt gets its bells back\nThe chapel of Brenholt rang 24 bells on Monday for the "
            "first time in years. The foundry of Odal had mended them all.",
            "Bells ring over Brenholt again\nThe ringers of the chapel of Brenholt tried all 42 bells on Monday. "
            "The Odal foundry was paid by the state.",
            [{"24 bells", "42 bells"}],
        ),
        (
            "Lorry spills eels on the road to Varnhem\nA lorry lost 3.5 tonnes of eels on the road to Varnhem"
            " on Monday. Nobody was hurt. The police closed the road for hours.",
            "Eels stop traffic near Varnhem\nThe road to Varnhem was closed on Monday after a lorry dropped "
            "2,600 kilograms of live eels on the asphalt. The driver was unhurt.",
            [{"3.5 tonnes", "2,600 kilograms"}],
        ),
        (
            "Hikers brought down from Mount Oskla\nRescuers brought 27 hikers down from Mount Oskla on Monday"
            " after a night in the snow. None was hurt.",
            "Night in the snow on Mount Oskla\nThirty-two walkers came down from Mount Oskla with their "
            "rescuers on Monday. They had spent a night in the snow.",
            [{"27 hikers", "Thirty-two walkers"}],
        ),
        (
            "Refinery at Torvik sold\nThe refinery at Torvik was sold on Monday to the Holm group for 620 "
            "million euros. The group promised to keep every post.",
            "Holm group takes over Torvik refinery\nThe Holm group pays 680 million euros for the refinery at"
            " Torvik, the owners said on Monday. Every post is to be kept.",
            [{"620 million euros", "680 million euros"}],
        ),
        # a few of the hurt are a part of all of them, and set against nothing
        (
            "Roof falls at Brenholt school\nSeventeen pupils were injured on Monday when a classroom roof fell at the "
            "school of Brenholt near Varnhem. Lessons are off, head teacher Aud Holm said.",
            "Brenholt school without a roof\nThe school of Brenholt near Varnhem is shut after 21 learners were hurt "
            "on Monday by a falling classroom roof. Two pupils were injured badly, head teacher Aud Holm said.",
            [{"Seventeen pupils", "21 learners"}],
        ),
        # how long, in whatever unit, and how old one person is
        (
            "Holm jailed over Torvik cellar\nA court in Torvik on Monday jailed wine merchant Ivar Holm, 52, for three "
            "years for fraud over the Torvik cellar.",
            "Prison for the merchant of Torvik\nThe wine merchant Ivar Holm, 55, was jailed for 30 months for fraud by "
            "a court in Torvik on Monday. Jan Berg, 31, was let go.",
            [{"three years", "30 months"}, {"52", "55"}],
        ),
        # years at work are of the one who worked
        (
            "Fire at the Torvik mill\nThe mill of Torvik burned down on Monday. Miller Ivar Holm, who ran it for "
            "nineteen years, was not at home. Nobody was hurt.",
            "Torvik loses its mill\nA fire destroyed the mill of Torvik on Monday. Fire chief Jan Berg has seen "
            "nothing like it in twenty-six years. No one was hurt.",
            [],
        ),
        # "over 4,700" is hardly 7,400; "at least" may be any number
        (
            "Wine merchant of Torvik on trial\nIvar Holm of Torvik sold over 4,700 false bottles of wine, "
            "prosecutors in Torvik said on Monday.",
            "Torvik trial of a wine merchant\nThe false bottles of wine that Ivar Holm of Torvik sold were 7,400, "
            "prosecutors in Torvik said on Monday.",
            [{"over 4,700 false bottles", "7,400 (bottles)"}],
        ),
        (
            "Wine merchant of Torvik on trial\nIvar Holm of Torvik sold at least 4,700 false bottles of wine, "
            "prosecutors in Torvik said on Monday.",
            "Torvik trial of a wine merchant\nThe false bottles of wine that Ivar Holm of Torvik sold were 7,400, "
            "prosecutors in Torvik said on Monday.",
            [],
        ),
        # those on one side of a border are a part of all
        (
            "Floods at Varnhem\nSome 4,300 people of Varnhem were driven from their homes on Monday as the river rose.",
            "Varnhem under water\nThe river drove people of Varnhem from their homes on Monday. Some 2,900 people "
            "had to go on our side of the river.",
            [],
        ),
        # a sum out of a fund is no part of the fund
        (
            "Road minister of Varnhem guilty\nThe minister Aud Holm was convicted in Varnhem on Monday of taking 48 "
            "million crowns from a road fund for the firms of her brother.",
            "Aud Holm convicted in Varnhem\nThe minister Aud Holm was convicted in Varnhem on Monday of steering 84 "
            "million crowns of the road fund into her brother's firms. Police froze cars worth 22 million crowns.",
            [{"48 million crowns", "84 million crowns"}],
        ),
        # what was suggested before is not what was decided
        (
            "Parking in Torvik to cost money\nDrivers in Torvik will pay 2 crowns an hour, the council of Torvik "
            "decided on Monday.",
            "Torvik to charge drivers\nDrivers in Torvik have to pay, the council of Torvik decided on Monday. A draft "
            "had suggested 3 crowns an hour.",
            [],
        ),
        # what agrees is not set against a third number
        (
            "Hikers brought down from Mount Oskla\nRescuers brought 27 hikers down from Mount Oskla on Monday"
            " after a night in the snow. Last winter 19 hikers were caught there.",
            "Night in the snow on Mount Oskla\nTwenty-seven walkers came down from Mount Oskla with their "
            "rescuers on Monday. They had spent a night in the snow. Some 35 helpers had looked for them.",
            [],
        ),
        # a few of this and a few of that
        (
            "Chapel at Brenholt gets its bells back\nThe chapel of Brenholt rang its bells on Monday for the "
            "first time in years. The foundry of Odal sent four men.",
            "Bells ring over Brenholt again\nThe bells of the chapel of Brenholt could be heard on Monday. "
            "The Odal foundry had kept them in six crates.",
            [],
        ),
        # a river's highest level on one day, and what it sank to
        (
            "River Oskla floods Varnhem\nThe river Oskla rose to 7.2 metres at the bridge of Varnhem on Monday. "
            "Nobody was hurt at Varnhem.",
            "Flood at Varnhem\nAt the bridge of Varnhem the river Oskla came up to 7.9 metres on Monday. Later the "
            "river sank to 5.1 metres.",
            [{"7.2 metres", "7.9 metres"}],
        ),
        # what a bidder pays for a share
        (
            "Northgate bids for Varnhem Steel\nNorthgate offered the owners of Varnhem Steel 184 crowns a share "
            "on Monday.",
            "Northgate wants Varnhem Steel\nNorthgate on Monday made an offer for Varnhem Steel of 148 crowns a share.",
            [{"184 crowns", "148 crowns"}],
        ),
        # a polling station is no poll
        (
            "Election at Varnhem flawed\nObservers saw irregularities at 41 polling stations in Varnhem on Monday.",
            "Observers unhappy at Varnhem\nAt about 60 polling stations in Varnhem observers saw odd things on Monday.",
            [{"41 polling stations", "about 60 polling stations"}],
        ),
        # a count that goes on is not the last one
        (
            "Berg ahead at Varnhem\nWith votes from 190 of 504 districts counted, Aud Berg had 51.2 percent of the "
            "vote at Varnhem on Monday.",
            "Berg wins at Varnhem\nAud Berg won 55.7 percent of the vote at Varnhem on Monday.",
            [],
        ),
        # what was before is another thing
        (
            "Lorry spills eels on the road to Varnhem\nA lorry lost 3.5 tonnes of eels on the road to Varnhem"
            " on Monday. Nobody was hurt. The police closed the road for hours.",
            "Eels stop traffic near Varnhem\nThe road to Varnhem was closed on Monday after a lorry dropped "
            "its eels on the asphalt. In 2011 a lorry had lost 2.6 tonnes of herring there.",
            [],
        ),
        # of the same number in miles and in nautical miles one is a slip
        (
            "Trawler aground off Cape Sund\nThe trawler Aud ran aground six nautical miles off Cape Sund on "
            "Monday. Her crew were taken off.",
            "Crew taken off trawler at Cape Sund\nThe crew of the trawler Aud were taken off on Monday six "
            "miles from Cape Sund, where she lies aground.",
            [],
        ),
    ],
)
def test_numbers_of_one_thing_told_in_other_words(
    one: str, other: str, expected: list[set[str]], tmp_path: Path
) -> None:
    assert sides(tmp_path, one, other) == expected


def test_a_number_that_rose_in_another_article_is_none_of_two(tmp_path: Path) -> None:
    told = "{}\nTwo trains collided at Varnhem on Monday. {} people were killed at Varnhem, the police of Varnhem said."
    rose = "Toll of Varnhem rises to 11\nThe toll of the trains that collided at Varnhem on Monday has risen to 11."
    (tmp_path / "third.txt").write_text(
        rose.replace("\n", "\n\nBy Ada Moss\nWednesday, 5 March 2025\n\n"), encoding="utf-8"
    )
    assert sides(tmp_path, told.format("Trains collide at Varnhem", "Nine"), told.format("Nine dead", "Nine")) == []


def test_an_article_without_its_day_is_compared_though_it_tells_of_a_day_long_ago(tmp_path: Path) -> None:
    texts = (
        "Brenholt gets its bells back\n\nBy Ada Moss\nTuesday, 4 March 2025\n\nThe chapel of Brenholt rang 24 bells on "
        "Monday for the first time in years. The foundry of Odal had mended them all.\n",
        "Bells ring over Brenholt again\n\nBy Ada Moss\n\nThe ringers of the chapel of Brenholt tried all 42 bells on "
        "Monday. The chapel had burned on 9 May 2019. The Odal foundry was paid by the state.\n",
    )
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    found = [{s.value for s in c.sides} for c in collection(tmp_path).found.conflicts if c.kind == "figure"]
    assert found == [{"24 bells", "42 bells"}]
