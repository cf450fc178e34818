"""Dates that a line of a page writes out, whatever the style."""

import pytest

from generator.calendar_dates import find_dates, order_of

WRITTEN = [
    ("Updated January 6th, 2022 at 16:00 IST", "2022-01-06T16:00", "January 6th, 2022 at 16:00 IST"),
    ("21 Jan, 2022 | 3:41 pm", "2022-01-21T15:41", "21 Jan, 2022 | 3:41 pm"),
    ("Published: 5 May 2021 09:30 BST", "2021-05-05T09:30+01:00", "5 May 2021 09:30 BST"),
    ("2022-01-06", "2022-01-06", "2022-01-06"),
    ("2022-01-06T16:00:05Z", "2022-01-06T16:00:05+00:00", "2022-01-06T16:00:05Z"),
    ("2022-01-06T16:00:05.123+0530 by", "2022-01-06T16:00:05+05:30", "2022-01-06T16:00:05.123+0530"),
    ("2022/01/06 12:05", "2022-01-06T12:05", "2022/01/06 12:05"),
    ("Jan. 6, 2022", "2022-01-06", "Jan. 6, 2022"),
    ("JANUARY 6, 2022", "2022-01-06", "JANUARY 6, 2022"),
    ("Thursday, January 6, 2022", "2022-01-06", "Thursday, January 6, 2022"),
    ("Thu 6 Jan 2022 10.20 GMT", "2022-01-06T10:20+00:00", "Thu 6 Jan 2022 10.20 GMT"),
    ("Updated 5:03 PM ET, Thu January 6, 2022", "2022-01-06T17:03", "5:03 PM ET, Thu January 6, 2022"),
    ("Updated 1203 GMT (2003 HKT) January 6, 2022", "2022-01-06T12:03+00:00", "1203 GMT (2003 HKT) January 6, 2022"),
    ("6th of January 2022", "2022-01-06", "6th of January 2022"),
    ("06-Jan-2022", "2022-01-06", "06-Jan-2022"),
    ("Sept 30, 2019, 12:10 a.m. EDT", "2019-09-30T00:10-04:00", "Sept 30, 2019, 12:10 a.m. EDT"),
    ("25/12/2019", "2019-12-25", "25/12/2019"),
    ("12/25/2019 - 14:30", "2019-12-25T14:30", "12/25/2019 - 14:30"),
    ("December 2019", "2019-12", "December 2019"),
    ("talks on January 10th", "XXXX-01-10", "January 10th"),
    ("06.01.2022", "2022-01-06", "06.01.2022"),
    ("on 5 January 22 people died", "XXXX-01-05", "5 January"),
    ("5 January '22", "2022-01-05", "5 January '22"),
    ("18:45 (UTC+3), 6 January 2022", "2022-01-06T18:45+03:00", "18:45 (UTC+3), 6 January 2022"),
]


@pytest.mark.parametrize(("line", "value", "text"), WRITTEN)
def test_a_written_date_is_read(line: str, value: str, text: str) -> None:
    (found,) = find_dates(line)
    assert (found.value, found.text) == (value, text)
    assert line[found.span.start : found.span.end] == text


@pytest.mark.parametrize(
    "line",
    [
        "It may 5 times",
        "they march 10 miles",
        "30 February 2021",
        "order 20220106",
        "version 1.2.30",
        "lost 3-2-1",
        "Call 555-12-2019-4",
        "$10/12/2019",
        "a 24/7 line",
        "May said 2,021 people",
        "192.168.10.12",
    ],
)
def test_what_is_no_date_stays_out(line: str) -> None:
    assert find_dates(line) == ()


def test_an_unknown_order_is_flagged_with_both_readings() -> None:
    (found,) = find_dates("10/12/2019 08:15 GMT")
    assert found.ambiguous_order
    assert found.value == "2019"
    assert found.readings == ("2019-12-10", "2019-10-12")


def test_another_date_of_the_text_settles_the_order() -> None:
    assert [d.value for d in find_dates("10/12/2019 and 13/12/2019")] == ["2019-12-10", "2019-12-13"]
    assert [d.value for d in find_dates("10/12/2019 and 12/13/2019")] == ["2019-10-12", "2019-12-13"]
    assert order_of("He met them on 5 March 2019 and on 10/12/2019") is True
    assert order_of("He met them on March 5, 2019 and on 10/12/2019") is False
    assert order_of("13/12/2019 and 12/13/2019") is None


def test_an_ambiguous_zone_is_kept_as_written_without_an_offset() -> None:
    (found,) = find_dates("January 6th, 2022 at 16:00 IST")
    assert (found.zone, found.value, found.precision) == ("IST", "2022-01-06T16:00", "minute")


def test_the_weekday_is_kept() -> None:
    (found,) = find_dates("Wednesday, January 5, 2022")
    assert found.weekday == 3
