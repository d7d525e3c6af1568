"""Words for times resolve to the days they mean, and other words to none."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import When
from kg.text.dates import Role, full_day, times, yearless_day

WEDNESDAY = date(2025, 9, 17)


def read(
    text: str, tense: str | None = "past", published: date | None = WEDNESDAY, **options: object
) -> list[tuple[str, str | None]]:
    found = times(text, published=published, tense=tense, **options)  # type: ignore[arg-type]
    assert all(text[m.span.start : m.span.end] == m.when.wording for m in found)
    return [(mention.when.wording, mention.when.edtf) for mention in found]


# Published on Wednesday 17 September 2025, told in the past.
@pytest.mark.parametrize(
    ("text", "wording", "edtf"),
    [
        # days of the calendar
        ("They met on September 14, 2025 in Oslo.", "September 14, 2025", "2025-09-14"),
        ("They met on 14 September 2025.", "14 September 2025", "2025-09-14"),
        ("They met on the 14th of September, 2025.", "14th of September, 2025", "2025-09-14"),
        ("They met on Sept. 14, 2024, in Oslo.", "Sept. 14, 2024", "2024-09-14"),
        ("They met on 2025-09-14.", "2025-09-14", "2025-09-14"),
        ("They met on 14/09/2025.", "14/09/2025", "2025-09-14"),
        ("They met on Sept. 14.", "Sept. 14", "2025-09-14"),
        ("They met on September 14th.", "September 14th", "2025-09-14"),
        ("They met on November 3.", "November 3", "2024-11-03"),  # the latest one, not the next
        ("They met on March 3 last year.", "March 3 last year", "2024-03-03"),
        ("They met on Sunday, September 14.", "Sunday, September 14", "2025-09-14"),
        ("They met on Sunday (14 September).", "Sunday (14 September)", "2025-09-14"),
        ("They met on the 14th, he said.", "the 14th", "2025-09-14"),
        ("They met on the 28th in Oslo.", "the 28th", "2025-08-28"),
        # months
        ("They met in July.", "July", "2025-07"),
        ("They met in December.", "December", "2024-12"),
        ("They met in July 2023.", "July 2023", "2023-07"),
        ("They met in July of 2023.", "July of 2023", "2023-07"),
        ("They met in mid-September.", "mid-September", "2025-09"),
        ("They met in early March.", "early March", "2025-03"),
        ("They met in November last year.", "November last year", "2024-11"),
        ("They met last September.", "last September", "2024-09"),
        ("They met at the end of August.", "end of August", "2025-08"),
        ("They met at the July summit.", "July", "2025-07"),
        ("It was signed at May's summit in Lima.", "May", "2025-05"),
        # years
        ("They met in 2018.", "2018", "2018"),
        ("They met in late 2024.", "late 2024", "2024"),
        ("They met in the summer of 2019.", "the summer of 2019", "2019"),
        ("They met last year.", "last year", "2024"),
        ("They met earlier this year.", "earlier this year", "2025"),
        ("They met in the third quarter of 2024.", "third quarter of 2024", "2024"),
        ("They met in the first quarter.", "first quarter", "2025"),
        # weekdays
        ("They met on Sunday.", "Sunday", "2025-09-14"),
        ("They met on Wednesday.", "Wednesday", "2025-09-17"),  # the article's own day
        ("They met late on Thursday.", "late on Thursday", "2025-09-11"),
        ("They met last Wednesday.", "last Wednesday", "2025-09-10"),
        ("They met last Monday.", "last Monday", "2025-09-15"),
        ("They met last Tuesday.", "last Tuesday", "2025-09-09"),  # not yesterday
        ("They met on Tuesday evening.", "Tuesday evening", "2025-09-16"),
        ("Monday's talks went on.", "Monday", "2025-09-15"),
        ("TALKS RESUMED MONDAY", "MONDAY", "2025-09-15"),
        # counted from the article's day
        ("They met today.", "today", "2025-09-17"),
        ("They met yesterday.", "yesterday", "2025-09-16"),
        ("They meet tomorrow.", "tomorrow", "2025-09-18"),
        ("They met the day before yesterday.", "the day before yesterday", "2025-09-15"),
        ("They met last month.", "last month", "2025-08"),
        ("They met earlier this month.", "earlier this month", "2025-09"),
        ("They meet next month.", "next month", "2025-10"),
        ("They met last week.", "last week", "2025-09"),
        ("They meet later this week.", "later this week", "2025-09"),
        ("They met over the weekend.", "the weekend", "2025-09-13/2025-09-14"),
        ("They met two days ago.", "two days ago", "2025-09-15"),
        ("They met three months ago.", "three months ago", "2025-06"),
        ("They met ten years ago.", "ten years ago", "2015"),
        ("They met three weeks ago.", "three weeks ago", "2025-08"),
        ("They met this spring.", "this spring", "2025"),
        ("They meet in two months' time.", "in two months' time", "2025-11"),
        # ranges
        ("They met on September 14-15.", "September 14-15", "2025-09-14/2025-09-15"),
        ("They met on September 14 and 15.", "September 14 and 15", "2025-09-14/2025-09-15"),
        ("They met from 14 to 16 September.", "14 to 16 September", "2025-09-14/2025-09-16"),
        ("They met between March 3 and March 5, 2024.", "March 3 and March 5, 2024", "2024-03-03/2024-03-05"),
        ("They met from Dec. 30 to Jan. 2, 2025.", "Dec. 30 to Jan. 2, 2025", "2024-12-30/2025-01-02"),
        ("It runs from May 8 to May 8, 2026.", "May 8 to May 8, 2026", "2025-05-08/2026-05-08"),
        ("It runs from May 8 to May 9, 2026.", "May 8 to May 9, 2026", "2026-05-08/2026-05-09"),
        ("They met from Monday to Wednesday.", "Monday to Wednesday", "2025-09-15/2025-09-17"),
        ("They met on Sunday and Monday.", "Sunday and Monday", "2025-09-14/2025-09-15"),
        ("It ran from 2018 to 2020.", "2018 to 2020", "2018/2020"),
        ("It ran from May 2020 until July 2021.", "May 2020 until July 2021", "2020-05/2021-07"),
    ],
)  # fmt: skip
def test_a_time_in_a_past_sentence(text: str, wording: str, edtf: str) -> None:
    assert read(text) == [(wording, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They will meet on Sunday.", "2025-09-21"),
        ("They will meet on Wednesday.", "2025-09-17"),
        ("They will meet next Monday.", "2025-09-22"),
        ("They will meet in July.", "2026-07"),
        ("They will meet in September.", "2025-09"),
        ("They will meet on November 10.", "2025-11-10"),
        ("They will meet on the 14th.", "2025-10-14"),
        ("They will meet at the weekend.", "2025-09-20/2025-09-21"),
        ("They will meet from Monday to Wednesday.", "2025-09-22/2025-09-24"),
        ("They will meet in the autumn.", "2025"),
        ("They will meet early next year.", "2026"),
        ("They will meet in the next few days.", "2025-09"),
        ("They will meet in the last week of June.", "2026-06"),
    ],
)
def test_a_time_in_a_future_sentence_is_the_next_one(text: str, edtf: str) -> None:
    assert [found for _, found in read(text, "future")] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("the November 10 deadline", "2025-11-10"),
        ("the July 1 decree", "2025-07-01"),
        ("Friday's summit", "2025-09-19"),
        ("Monday's summit", "2025-09-15"),
    ],
)
def test_without_a_tense_the_nearest_one_is_meant(text: str, edtf: str) -> None:
    assert [found for _, found in read(text, None)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on September 14.", "XXXX-09-14"),
        ("They met in July.", "XXXX-07"),
        ("They met on September 14-15.", "XXXX-09-14/XXXX-09-15"),
        ("They met in July 2019.", "2019-07"),
        ("They met on Sunday.", None),
        ("They met yesterday.", None),
        ("They met last month.", None),
        ("They met the day before.", None),
        ("They met over the weekend.", None),
        ("They met last winter.", None),
    ],
)
def test_without_a_date_what_is_known_stays_and_nothing_is_invented(text: str, edtf: str | None) -> None:
    [mention] = times(text, tense="past")

    assert mention.when.edtf == edtf
    if edtf is None or edtf.startswith("XXXX"):
        assert (mention.when.first, mention.when.last) == (None, None)


@pytest.mark.parametrize(
    ("text", "tense", "edtf"),
    [
        ("They met yesterday.", "past", "XXXX-08-07"),
        ("They met today.", "past", "XXXX-08-08"),
        ("They leave tomorrow.", "future", "XXXX-08-09"),
        ("They met last month.", "past", "XXXX-07"),
        ("They met on Monday.", "past", None),  # one of seven days
        ("They met last year.", "past", None),
    ],
)
def test_a_dateline_without_a_year_gives_month_and_day(text: str, tense: str, edtf: str | None) -> None:
    assert [found for _, found in read(text, tense, None, filed=(8, 8))] == [edtf]


@pytest.mark.parametrize(
    ("text", "tense", "edtf"),
    [
        ("They met on Monday.", "past", "XXXX-08-03"),
        ("They met on Saturday.", "past", "XXXX-08-08"),
        ("They met last Sunday.", "past", "XXXX-08-02"),
        ("They meet on Tuesday.", "future", "XXXX-08-11"),
    ],
)
def test_a_dateline_whose_weekday_is_known_gives_weekdays_their_day(text: str, tense: str, edtf: str) -> None:
    assert [found for _, found in read(text, tense, None, filed=(8, 8), weekday=5)] == [edtf]


def test_the_year_the_text_speaks_of_fills_in() -> None:
    [mention] = times("They met on March 3.", year_hint=1987)

    assert (mention.when.edtf, mention.when.basis) == ("1987-03-03", "year from the text")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He had called the day before.", "2024-02-29"),
        ("He called the previous day.", "2024-02-29"),
        ("They met again the following day.", "2024-03-02"),
        ("They met again two days later.", "2024-03-03"),
        ("They met the same day.", "2024-03-01"),
        ("They met a month later.", "2024-04"),
        ("They had met a year earlier.", "2023"),
    ],
)
def test_an_earlier_day_of_the_story_is_counted_from(text: str, edtf: str) -> None:
    day = date(2024, 3, 1)
    anchor = When("2024-03-01", day, day, "stated", "March 1, 2024")

    assert [found for _, found in read(text, anchor=anchor)] == [edtf]


def test_the_sentence_itself_gives_the_day_to_count_from() -> None:
    assert read("They met on March 1, 2024, and again two days later.")[1] == ("two days later", "2024-03-03")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on Tuesday of last week.", "2025-09-09"),
        ("They meet on Friday next week.", "2025-09-26"),
        ("On the 12th he met her.", "2025-09-12"),
        ("They lived on the 12th floor.", None),
        ("They met on New Year's Eve.", "2024-12-31"),
        ("They met on Easter Monday.", "2025-04-21"),
        ("They met over the Easter weekend.", "2025-04-19/2025-04-20"),
        ("They met on Good Friday 1998.", "1998-04-10"),
        ("The Good Friday Agreement holds.", None),
        ("They met again a year later.", None),
        ("They met later that day.", None),
        ("They met the night before.", "2025-09-16"),
    ],
)
def test_days_by_their_week_month_feast_or_story(text: str, edtf: str | None) -> None:
    assert ([found for _, found in read(text, "past")] or [None])[-1] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met in December 2013 and again a year later.", "2014-12"),
        ("They met in December 2013 and again two months later.", "2014-02"),
        ("They met in December 2013 and again the following March.", "2014-03"),
        ("They met in March 2013, and the previous June too.", "2012-06"),
        ("They met in December 2013 and again two weeks later.", None),
        ("They met in 1977 and again two years later.", "1979"),
        ("They met in 1977 and again a month later.", None),
    ],
)
def test_months_are_counted_from_as_well(text: str, edtf: str | None) -> None:
    assert read(text)[-1][1] == edtf


def test_without_a_story_the_article_is_counted_from() -> None:
    assert read("He had called the day before.") == [("the day before", "2025-09-16")]


def test_a_vague_stretch_has_close_bounds_and_a_coarse_date() -> None:
    [mention] = times("They met in mid-September.", published=WEDNESDAY, tense="past")

    assert (mention.when.edtf, mention.when.first, mention.when.last) == (
        "2025-09",
        date(2025, 9, 10),
        date(2025, 9, 20),
    )


@pytest.mark.parametrize(
    ("text", "tense", "first", "last"),
    [
        ("in the coming days", "future", date(2025, 9, 18), date(2025, 9, 24)),
        ("over the next two weeks", "future", date(2025, 9, 18), date(2025, 10, 1)),
        ("in the past week", "past", date(2025, 9, 10), date(2025, 9, 16)),
        ("in recent weeks", "past", date(2025, 8, 20), date(2025, 9, 16)),
        ("in the second week of May", "past", date(2025, 5, 8), date(2025, 5, 14)),
        ("in the last week of May", "past", date(2025, 5, 24), date(2025, 5, 31)),
    ],
)
def test_days_around_the_article_s_have_bounds(text: str, tense: str, first: date, last: date) -> None:
    [mention] = times(text, published=WEDNESDAY, tense=tense)

    assert (mention.when.first, mention.when.last) == (first, last)


@pytest.mark.parametrize("text", ["in the last days of the war", "in a few days' time", "the coming days"])
def test_days_of_something_else_are_none(text: str) -> None:
    assert times(text, published=WEDNESDAY, tense="past") == ()


def test_earlier_this_year_ends_on_the_article_s_day() -> None:
    [mention] = times("They met earlier this year.", published=WEDNESDAY)

    assert (mention.when.first, mention.when.last) == (date(2025, 1, 1), WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("It has run since May.", Role.SINCE),
        ("It runs until at least November 10.", Role.UNTIL),
        ("It must be sold by September 17.", Role.BY),
        ("It must be sold by the end of September.", Role.BY),
        ("It takes effect starting July 1.", Role.SINCE),
        ("It was agreed before Monday.", Role.BEFORE),
        ("It was agreed after Monday.", Role.AFTER),
        ("It was agreed on Monday.", Role.AT),
        ("It ran from Monday to Tuesday.", Role.AT),  # a range
    ],
)
def test_the_preposition_gives_the_role(text: str, role: Role) -> None:
    [mention] = times(text, published=WEDNESDAY)

    assert mention.role is role


def test_a_limit_in_a_past_sentence_may_lie_ahead() -> None:
    assert read("He approved it until November 10.") == [("November 10", "2025-11-10")]


def test_two_days_that_do_not_follow_each_other_are_two_times() -> None:
    assert read("They met on Monday and Wednesday.") == [("Monday", "2025-09-15"), ("Wednesday", "2025-09-17")]


def test_a_meeting_moved_from_one_day_to_another_is_no_range() -> None:
    assert len(read("It was moved from Monday to Wednesday.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Tariffs rose by 50% and may rise again.",
        "They may march on the capital.",
        "Theresa May met him, and May said so.",
        "He told the Sunday Times and the Mail on Sunday.",
        "The September 11 attacks changed that.",
        "The Good Friday Agreement holds.",
        "A Boeing 747 landed.",
        "Some 1,500 troops left.",
        "Call 020 2018 1999.",
        "The second round, the 14th in all, was short.",
        "The 14th Amendment applies.",
        "The 10-nation bloc and its 2,000 staff met.",
        "A 90-day truce holds for six hours or three months.",
        "They met for two days.",
        "Two days before the vote, nothing moved.",
        "The day after the summit was quiet.",
        "The next round will tell.",
        "The plan is called Made in China 2025-style.",
        "They spoke in 1,987 languages.",
        "It costs 2020 dollars.",
        "He was president for a second time.",
        "On 04/09/2025 it was unclear.",
        "Prices fall in the region.",
        "A sun-dried offer sat on the table.",
        "More than a year ago things differed.",
        "Mr March and Ms June came.",
        "On September 31 nothing can happen.",
    ],
)  # fmt: skip
def test_other_words_are_no_times(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("September 31, 2025", None),
        ("14.09.2025", date(2025, 9, 14)),
        ("04/04/2025", date(2025, 4, 4)),
        ("Sept. 4", None),
    ],
)
def test_a_full_day_needs_a_year_and_a_calendar(words: str, day: date | None) -> None:
    assert full_day(words) == day


def test_a_day_of_the_leap_year_is_a_day() -> None:
    assert yearless_day("Feb. 29") == (2, 29)
    assert yearless_day("Feb. 30") is None


SOME = (
    "on in by until since the last next September March May 14 31 2024 Monday Sunday week month year ago later day",
    "to and - , two before",
)
WORDS = st.lists(st.sampled_from([word for words in SOME for word in words.split()])).map(" ".join)


@given(WORDS, st.sampled_from(["past", "future", None]), st.dates(date(1980, 1, 1), date(2030, 1, 1)))
def test_mentions_are_in_order_and_their_bounds_hold_their_day(text: str, tense: str | None, published: date) -> None:
    found = times(text, published=published, tense=tense)

    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for mention in found:
        first, last = mention.when.first, mention.when.last
        assert (first is None) == (last is None)
        assert first is None or last is None or first <= last


@pytest.mark.parametrize(
    ("published", "edtf"), [(date(2018, 4, 2), "2018-03"), (date(2018, 5, 9), "2018"), (date(2018, 5, 16), "2018-05")]
)
def test_a_week_is_of_the_month_of_its_workdays(published: date, edtf: str) -> None:
    [mention] = times("They met last week.", published=published, tense="past")

    assert mention.when.edtf == edtf
    assert mention.when.first is not None
    assert mention.when.first.weekday() == 0
