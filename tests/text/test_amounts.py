"""Words for quantities give value, unit and qualifier; other numbers give none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.text.amounts import amounts, number


def read(text: str) -> list[tuple[str, float, float, str, str]]:
    found = amounts(text)
    assert all(text[m.span.start : m.span.end] == m.amount.wording for m in found)
    return [(m.amount.wording, m.amount.low, m.amount.high, m.amount.unit, m.amount.qualifier.value) for m in found]


@pytest.mark.parametrize(
    ("text", "wording", "low", "high", "unit", "qualifier"),
    [
        # rates
        ("a 10% levy", "10%", 10, 10, "percent", "exact"),
        ("a levy of 10 per cent", "10 per cent", 10, 10, "percent", "exact"),
        ("a ten percent levy", "ten percent", 10, 10, "percent", "exact"),
        ("a 25-percent levy", "25-percent", 25, 25, "percent", "exact"),
        ("100 PCT TARIFFS", "100 PCT", 100, 100, "percent", "exact"),
        ("a rate of 7.5%", "7.5%", 7.5, 7.5, "percent", "exact"),
        ("tariffs of up to 100% on goods", "up to 100%", 100, 100, "percent", "up to"),
        ("tariffs as high as 60%", "as high as 60%", 60, 60, "percent", "up to"),
        ("at least 25 per cent", "at least 25 per cent", 25, 25, "percent", "at least"),
        ("more than 25 percent", "more than 25 percent", 25, 25, "percent", "at least"),
        ("25% or more", "25% or more", 25, 25, "percent", "at least"),
        ("totaling roughly 55%, they", "roughly 55%", 55, 55, "percent", "about"),
        ("some 40 percent", "some 40 percent", 40, 40, "percent", "about"),
        ("which range from 10% to 25%", "from 10% to 25%", 10, 25, "percent", "range"),
        ("duties of 15 to 25 per cent", "15 to 25 per cent", 15, 25, "percent", "range"),
        ("between 10 and 25 percent", "between 10 and 25 percent", 10, 25, "percent", "range"),
        ("a 10-25% duty", "10-25%", 10, 25, "percent", "range"),
        ("between 5 and 7 euros a tonne", "between 5 and 7 euros", 5, 7, "EUR", "range"),
        ("2 to 3 billion dollars", "2 to 3 billion dollars", 2e9, 3e9, "USD", "range"),
        ("1,005 rupiah to 1,405 rupiah", "1,005 rupiah to 1,405 rupiah", 1005, 1405, "IDR", "range"),
        ("rates from 3% up to 24%", "from 3% up to 24%", 3, 24, "percent", "range"),
        ("a low of 43.1% to a high of 80.5%", "a low of 43.1% to a high of 80.5%", 43.1, 80.5, "percent", "range"),
        (
            "8% at the lowest and 65% at the highest",
            "8% at the lowest and 65% at the highest",
            8,
            65,
            "percent",
            "range",
        ),
        ("triple-digit retaliatory tariffs", "triple-digit", 100, 100, "percent", "at least"),
        ("zero tariffs", "zero", 0, 0, "percent", "exact"),
        # money
        ("$3bn of goods", "$3bn", 3e9, 3e9, "USD", "exact"),
        ("US$550 billion", "US$550 billion", 5.5e11, 5.5e11, "USD", "exact"),
        ("about $370 billion of goods", "about $370 billion", 3.7e11, 3.7e11, "USD", "about"),
        ("€1.2 billion", "€1.2 billion", 1.2e9, 1.2e9, "EUR", "exact"),
        ("C$16.6bn of goods", "C$16.6bn", 1.66e10, 1.66e10, "CAD", "exact"),
        ("A$500 million", "A$500 million", 5e8, 5e8, "AUD", "exact"),
        ("Rs 500 crore", "Rs 500 crore", 5e9, 5e9, "INR", "exact"),
        ("550 billion dollars", "550 billion dollars", 5.5e11, 5.5e11, "USD", "exact"),
        ("300 million Swiss francs", "300 million Swiss francs", 3e8, 3e8, "CHF", "exact"),
        ("$5-6 billion", "$5-6 billion", 5e9, 6e9, "USD", "range"),
        ("300 mln dlrs of goods", "300 mln dlrs", 3e8, 3e8, "USD", "exact"),
        ("3 mln stg", "3 mln stg", 3e6, 3e6, "GBP", "exact"),
        ("KSh72 per tray", "KSh72", 72, 72, "KES", "exact"),
        ("N50 billion in grants", "N50 billion", 5e10, 5e10, "NGN", "exact"),
        ("$US34 million", "$US34 million", 3.4e7, 3.4e7, "USD", "exact"),
        ("$13.07-$173.10 per tonne", "$13.07-$173.10", 13.07, 173.1, "USD", "range"),
        ("hundreds of billions of dollars", "hundreds of billions of dollars", 1e11, 1e11, "USD", "at least"),
        # time
        ("a 90-day truce", "90-day", 90, 90, "day", "exact"),
        ("suspended for three months", "three months", 3, 3, "month", "exact"),
        ("a two-year ban", "two-year", 2, 2, "year", "exact"),
        ("within 30 days", "30 days", 30, 30, "day", "exact"),
        ("at least 30 days", "at least 30 days", 30, 30, "day", "at least"),
        ("two or three days", "two or three days", 2, 3, "day", "range"),
        ("a year-long probe", "year-long", 1, 1, "year", "about"),
        # things
        ("added 23 more Chinese companies", "23 more Chinese companies", 23, 23, "company", "exact"),
        ("opened two new investigations", "two new investigations", 2, 2, "count", "exact"),
        ("sanctions on two Turkish ministers", "two Turkish ministers", 2, 2, "count", "exact"),
        ("restrictions on 23 types of equipment", "23 types", 23, 23, "count", "exact"),
        ("up to 280 people a year", "up to 280 people", 280, 280, "count", "up to"),
        ("chips of 40-nanometer and older", "40-nanometer", 40, 40, "nanometre", "exact"),
        ("logic chips at 16 nm", "16 nm", 16, 16, "nanometre", "exact"),
        ("1.5 million barrels per day", "1.5 million barrels per day", 1.5e6, 1.5e6, "barrel a day", "exact"),
        ("12 million tons by January", "12 million tons", 1.2e7, 1.2e7, "ton", "exact"),
    ],
)
def test_an_amount(text: str, wording: str, low: float, high: float, unit: str, qualifier: str) -> None:
    assert read(text) == [(wording, low, high, unit, qualifier)]


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("duties will drop from 145% to 30%", 30, 145),
        ("levies will fall to 10% from 125%", 10, 125),
        ("raised the rate from 10 to 25 percent", 25, 10),
        ("raised it from 10% to 25%", 25, 10),
        ("raised it from 10% up to 25%", 25, 10),
    ],
)
def test_a_change_gives_the_new_level_and_the_old(text: str, new: float, old: float) -> None:
    [mention] = amounts(text)

    assert mention.previous is not None
    assert (mention.amount.low, mention.previous.low) == (new, old)


def test_a_range_has_no_previous_level() -> None:
    [mention] = amounts("tariffs from 10% to 25%")

    assert mention.previous is None


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a further 10 points", True),
        ("an additional 10 percentage points", True),
        ("another 5%", True),
        ("raised by 10%", True),
        ("raised to 10%", False),
        ("a 10% levy", False),
    ],
)
def test_the_size_of_a_change_is_marked(text: str, change: bool) -> None:
    [mention] = amounts(text)

    assert mention.amount.change is change


@pytest.mark.parametrize(("text", "factor"), [("halved the tariff", 0.5), ("is doubling its tariffs", 2.0)])
def test_a_factor_is_a_change(text: str, factor: float) -> None:
    [mention] = amounts(text)

    assert (mention.amount.low, mention.amount.unit, mention.amount.change) == (factor, "factor", True)


def test_several_amounts_come_in_order() -> None:
    assert [low for _, low, *_ in read("25% on steel and 10% on aluminium")] == [25, 10]
    assert [low for _, low, *_ in read("surtaxes of 25 and 10 per cent")] == [25, 10]


@pytest.mark.parametrize(
    "text",
    [
        "three weeks ago",
        "two days later",
        "a 5-year-old boy",
        "the fourth round",
        "a Boeing 747",
        "on March 14, 2025",
        "in 2018",
        "the 10-member bloc",
        "one of the ministers",
        "they doubled down on it",
        "single-digit growth",
        "at 10:30",
        "the G7 and the 27 EU flags",
        "Article 5",
        "they came in pairs",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,234.5", 1234.5),
        ("twenty-three", 23),
        ("a hundred", 100),
        ("two hundred thousand", 2e5),
        ("many", None),
        ("", None),
    ],
)
def test_numbers_in_digits_and_words(words: str, value: float | None) -> None:
    assert number(words) == value


SOME = "10 25% from to up between and percent $ 3 billion days at least - two million companies of by".split()


@given(st.lists(st.sampled_from(SOME)).map(" ".join))
@example("25% - 25%")
def test_mentions_are_in_order_and_never_upside_down(text: str) -> None:
    found = amounts(text)

    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(m.amount.low <= m.amount.high for m in found)
    assert all((m.amount.low < m.amount.high) == (m.amount.qualifier.value == "range") for m in found)
