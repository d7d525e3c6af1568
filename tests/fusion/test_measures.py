"""One node a measure; where rates differ, the measures stand side by side with their difference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import Telling, amount_of, reports

from kg.fusion import fuse
from kg.fusion.values import amount_text, amounts_agree
from kg.model import Knowledge, Measure, MeasureStatus

TARIFF = ("tariff", "United States", ("China",))


def _two(*measures: dict[str, object], days: tuple[str | None, ...] = (None, None)) -> Knowledge:
    """What articles of one measure each tell together; tariffs of the United States on China unless said otherwise."""
    tellings = []
    for number, (each, day) in enumerate(zip(measures, days, strict=True)):
        telling = Telling(f"{number}.txt", day)
        given = {"kind": "tariff", "by": "United States", "on": ("China",), **each}
        telling.put(**given)  # type: ignore[arg-type]
        tellings.append(telling)
    return fuse(reports(*tellings))


ONE_MEASURE: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "the same rate": ({"amount": "30 percent"}, {"amount": "30 percent"}),
    "about the same rate": ({"amount": "30 percent"}, {"amount": "about 30 percent"}),
    "a rate within a bound": ({"amount": "10 to 25 percent"}, {"amount": "up to 25 percent"}),
    "a rate told once": ({"amount": "30 percent"}, {}),
    "a term in days and in months": ({"kind": "truce", "amount": "60 day"}, {"kind": "truce", "amount": "2 month"}),
    "a year told once": ({"start": "2025-05-14"}, {"start": "--05-14"}),
    "goods told once": ({"amount": "25 percent", "goods": ("steel",)}, {"amount": "25 percent"}),
    "goods in other words": (
        {"amount": "25 percent", "goods": ("steel imports",)},
        {"amount": "25 percent", "goods": ("steel",)},
    ),
    "a truce, by the other side": (
        {"kind": "truce", "by": "United States", "on": ("China",)},
        {"kind": "truce", "by": None, "on": ("China", "United States")},
    ),
    "goods as Britons and as Americans spell them": ({"goods": ("fertilisers",)}, {"goods": ("fertilizer",)}),
    "goods by whose they are and how many": ({"goods": ("a wide range of Chinese goods",)}, {"goods": ("furniture",)}),
    "the target told once, the same rate": (
        {"amount": "100 percent", "goods": ("wine",)},
        {"amount": "100 percent", "on": ()},
    ),
    "the target told once, the same goods": ({"goods": ("wine",)}, {"goods": ("wines",), "on": ()}),
    "announced, then in force": ({"amount": "30 percent", "status": "announced"}, {"amount": "30 percent"}),
}
TWO_MEASURES: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "two rates": ({"amount": "30 percent"}, {"amount": "55 percent"}),
    "two directions": ({"amount": "10 percent"}, {"by": "China", "on": ("United States",), "amount": "10 percent"}),
    "two targets": ({"amount": "25 percent"}, {"on": ("Canada",), "amount": "25 percent"}),
    "two kinds": ({}, {"kind": "export control"}),
    "two goods": ({"amount": "25 percent", "goods": ("steel",)}, {"amount": "25 percent", "goods": ("aluminium",)}),
    "two years": ({"start": "2018"}, {"start": "2025"}),
    "a rate and a change of it": ({"amount": "10 percent"}, {"amount": "10 day"}),
    "a threat and what is in force": ({"status": "proposed"}, {}),
    "a target and none, with nothing else in common": ({"goods": ("wine",)}, {"on": ()}),
    "a target and none, at two rates": ({"amount": "100 percent"}, {"amount": "50 percent", "on": ()}),
}


@pytest.mark.parametrize("case", ONE_MEASURE)
def test_one_measure(case: str) -> None:
    for pair in (ONE_MEASURE[case], ONE_MEASURE[case][::-1]):
        knowledge = _two(*pair)

        assert len(knowledge.measures) == 1
        assert knowledge.measures[0].merges[0].reason
        assert knowledge.differences == ()


@pytest.mark.parametrize("case", TWO_MEASURES)
def test_two_measures(case: str) -> None:
    for pair in (TWO_MEASURES[case], TWO_MEASURES[case][::-1]):
        assert len(_two(*pair).measures) == 2


def test_levels_that_may_be_one_stand_side_by_side_with_their_difference() -> None:
    knowledge = _two(
        {"amount": "30 percent"}, {"amount": "about 55 percent"}, {"amount": "10 to 25 percent"}, days=(None,) * 3
    )

    (difference,) = knowledge.differences
    assert difference.property == "amount"
    assert [(claim.value, [ref.article for ref in claim.refs]) for claim in difference.claims] == [
        ("10 to 25 percent", ["2.txt"]),
        ("30 percent", ["0.txt"]),
        ("about 55 percent", ["1.txt"]),
    ]
    assert len(knowledge.measures) == 3
    assert all(each.differences == (difference,) for each in knowledge.measures)


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        (
            {"amount": "30 percent", "until": "2025-05-14"},
            {"amount": "55 percent", "start": "2025-05-14"},
            (None, None),
        ),
        ({"amount": "30 percent"}, {"amount": "55 percent"}, ("2025-01-01", "2025-12-01")),
        ({"amount": "30 percent", "status": "proposed"}, {"amount": "55 percent"}, (None, None)),
        ({"amount": "30 percent", "goods": ("steel",)}, {"amount": "55 percent", "goods": ("wine",)}, (None, None)),
        ({"amount": "30 percent"}, {"amount": "55 day"}, (None, None)),
        ({"amount": "30 percent", "start": "--05"}, {"amount": "30 percent", "start": "--07"}, (None, None)),
    ],
    ids=["one after the other", "a year apart", "a threat", "other goods", "other units", "one level, two months"],
)
def test_levels_of_two_measures_do_not_differ(
    left: dict[str, object], right: dict[str, object], days: tuple[str | None, ...]
) -> None:
    assert _two(left, right, days=days).differences == ()


def test_levels_that_one_article_tells_apart_do_not_differ() -> None:
    telling = Telling("a.txt")
    telling.put(*TARIFF, "30 percent")
    telling.put(*TARIFF, "55 percent")

    knowledge = fuse(reports(telling))

    assert len(knowledge.measures) == 2
    assert knowledge.differences == ()


def test_a_report_without_a_rate_joins_none_of_two_and_says_so() -> None:
    knowledge = _two({"amount": "30 percent"}, {"amount": "55 percent"}, {}, days=(None,) * 3)

    assert [each.measure.doubt for each in knowledge.measures if each.measure.amount is None] == [
        "may be any of 2 measures of this kind and direction"
    ]


@pytest.mark.parametrize(("start", "count"), [("2002-02-18", 1), ("2002-06-01", 2), (None, 2)])
def test_what_was_threatened_is_what_begins_in_the_weeks_after(start: str | None, count: int) -> None:
    threat: dict[str, object] = {"kind": "sanction", "status": "proposed"}
    days = ("2002-01-29", "2002-06-02")

    assert len(_two(threat, {"kind": "sanction", "start": start}, days=days).measures) == count


def test_a_report_without_a_day_is_of_the_measure_of_its_own_days() -> None:
    told: list[dict[str, object]] = [
        {"kind": "sanction", "start": start} for start in ("2002-02-18", "2008-07-22", None)
    ]

    knowledge = _two(*told, days=("2002-02-19", "2008-07-23", "2002-02-20"))

    assert [{ref.article for ref in each.refs} for each in knowledge.measures if len(each.refs) > 1] == [
        {"0.txt", "2.txt"}
    ]


@pytest.mark.parametrize(
    ("start", "status", "measures"), [("1998", "announced", 2), ("2018", "announced", 1), ("1998", "in force", 1)]
)
def test_a_pact_just_made_is_not_one_of_years_before(start: str, status: str, measures: int) -> None:
    pact: dict[str, object] = {"kind": "agreement", "by": None, "on": ("China", "United States")}
    told = ({**pact, "start": start, "status": "in force"}, {**pact, "status": status})

    for days in (("2018-07-09", "2018-07-10"), ("2018-07-10", "2018-07-09")):
        assert len(_two(*told, days=days).measures) == measures


def test_what_is_put_on_a_president_is_put_on_the_state() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt")
    for telling, name, title in ((a, "Danek Brok", "President"), (b, "Ana Horvat", "Deputy President")):
        person = telling.holds(name, title, "Ruritania")
        telling.measures.append(_on(telling, person))
    c.put("sanction", "Freedonia", ("Ruritania",))

    found = fuse(reports(a, b, c)).measures

    assert sorted(sorted(ref.article for ref in each.refs) for each in found) == [["a.txt", "c.txt"], ["b.txt"]]


def _on(telling: Telling, person: str) -> Measure:
    telling.put("sanction", "Freedonia", ())
    return replace(telling.measures.pop(), on=(person,))


def test_a_measure_is_by_the_body_where_one_is_named() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.body("Ministry of Commerce", "China")
    a.put("investigation", "Ministry of Commerce", ("United States",))
    b.put("investigation", "China", ("United States",))

    (fused,) = fuse(reports(a, b)).measures

    assert fused.measure.by == "institution/ministry-of-commerce-china"


def test_the_status_is_the_latest_one_and_the_life_is_kept() -> None:
    knowledge = _two(
        {"amount": "30 percent", "status": "suspended"}, {"amount": "30 percent"}, days=("2025-05-20", "2025-04-02")
    )

    (fused,) = knowledge.measures
    assert fused.measure.status is MeasureStatus.SUSPENDED
    assert [step.status for step in fused.history] == ["in force", "suspended"]
    assert fused.differences == ()


def test_in_force_and_ended_on_unknown_days_is_a_difference() -> None:
    knowledge = _two({"amount": "30 percent", "status": "expired"}, {"amount": "30 percent"})

    assert [each.property for each in knowledge.measures[0].differences] == ["status"]


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("30 percent", "about 31 percent", True),
        ("30 percent", "about 35 percent", False),
        ("at least 30 percent", "50 percent", True),
        ("at least 30 percent", "20 percent", False),
        ("10 to 25 percent", "15 to 25 percent", False),
        ("7 day", "1 week", True),
        ("7 day", "15 day", False),
        ("7 day", "7 percent", False),
    ],
)
def test_amounts_agree_as_far_as_their_words_allow(left: str, right: str, agree: bool) -> None:
    assert amounts_agree(amount_of(left), amount_of(right)) is agree
    assert amounts_agree(amount_of(right), amount_of(left)) is agree


@pytest.mark.parametrize(
    "text", ["30 percent", "about 55 percent", "10 to 25 percent", "up to 100 percent", "0.5 percent"]
)
def test_an_amount_is_written_as_it_is_said(text: str) -> None:
    assert amount_text(amount_of(text)) == text
