"""How well articles are read does not fall, and the scorer that says so is right."""

from __future__ import annotations

import doctest
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import figures
import pytest

from benchmarks import reading
from benchmarks.reading import Count

FLOORS: dict[str, dict[str, dict[str, float]]] = tomllib.loads(
    (Path(__file__).parent / "gold" / "floors.toml").read_text(encoding="utf-8")
)


def fallen(rows: Mapping[str, Count], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Each figure under its floor, in words."""
    return [
        f"{row}: {measure} {getattr(rows[row], measure):.3f}, floor {floor:.3f}"
        for measure, each in floors.items()
        for row, floor in each.items()
        if getattr(rows[row], measure) < floor
    ]


@pytest.fixture(scope="module")
def measured() -> figures.Figures:
    return figures.measured()


@pytest.mark.full
@pytest.mark.parametrize("part", reading.PARTS)
def test_figures_stay_above_their_floors(measured: figures.Figures, part: str) -> None:
    assert fallen(measured[part], FLOORS[part]) == []


@pytest.mark.full
@pytest.mark.parametrize(("page", "write"), [(figures.WIDE, figures.wide), (figures.SHORT, figures.short)])
def test_the_documentation_states_the_figures_as_measured(
    measured: figures.Figures, page: Path, write: Callable[[str, figures.Figures], str]
) -> None:
    text = page.read_text(encoding="utf-8")

    assert write(text, measured) == text, "run python tests/figures.py"


def test_a_table_takes_the_figures_of_its_rows() -> None:
    counts = {row: Count(right=1, gold=4, answers=2) for row in reading.ROWS}
    both = dict.fromkeys(reading.PARTS, counts)

    assert figures.short("| people | 0.1 | 0.2 |\n| rest | 1 |", both) == "| people | 0.33 | 0.33 |\n| rest | 1 |"
    assert figures.wide("| row | x |\n| met | who | 1 |\n\n| met | of another table | 1 |", both) == (
        "| row | x |\n| met | who | 0.50 | 0.25 | 0.33 | 0.50 | 0.25 | 0.33 |\n\n| met | of another table | 1 |"
    )
    floors = '[tuned.f1]\n"met" = 0.9\n[tuned.precision]\n["held out".f1]\n"met" = 0.1\n["held out".precision]\n'
    assert figures.raised(floors, both).split() == floors.replace("0.9", "0.900").replace("0.1", "0.313").split()


def test_every_row_of_both_parts_has_a_floor() -> None:
    assert set(FLOORS) == set(reading.PARTS)
    for part in reading.PARTS:
        assert set(FLOORS[part]["f1"]) == set(reading.ROWS)
        assert set(FLOORS[part]["precision"]) == {"met"}


def test_a_figure_under_its_floor_is_named() -> None:
    rows = {"met": Count(right=2, gold=4, answers=2), "roles": Count(right=1, gold=1, answers=1)}

    assert fallen(rows, {"f1": {"met": 0.7, "roles": 0.9}}) == ["met: f1 0.667, floor 0.700"]
    assert fallen(rows, {"f1": {"met": 0.6, "roles": 0.9}, "precision": {"met": 1.0}}) == []


def test_the_third_that_is_held_out_is_every_third_article() -> None:
    golds = sorted(reading.golds(reading.GOLD), key=number)

    assert [number(each) for each in golds] == list(range(1, len(golds) + 1))
    assert [number(each) for each in golds if reading.part(each) == reading.HELD_OUT] == list(
        range(3, len(golds) + 1, 3)
    )


def number(gold: reading.Json) -> int:
    return int(gold["article"].split("-")[0])


def test_the_examples_of_the_scorer_hold() -> None:
    assert doctest.testmod(reading).attempted
    assert doctest.testmod(reading).failed == 0


# ── the scorer ──────────────────────────────────────────────────────────────────────────────────────────────────────


def told(**keys: Any) -> dict[str, Any]:
    """Gold or an answer with one meeting, of Ada and Bo unless said otherwise."""
    meeting = {"sides": [["Ada Low"], ["Bo High"]], "parties": [], "status": "happened", **keys}
    return {"people": [], "institutions": [], "places": [], "meetings": [meeting], "measures": []}


def taken(**keys: Any) -> dict[str, Any]:
    """Gold or an answer with one measure."""
    measure = {"kind": "tariff", "by": "India", "on": ["Brazil"], "value": 10, "unit": "percent", **keys}
    return {"people": [], "institutions": [], "places": [], "meetings": [], "measures": [measure]}


def scored(row: str, gold: Mapping[str, Any], answer: Mapping[str, Any]) -> Count:
    return reading.compared(gold, answer)[row]


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        (told(), 1),
        (told(sides=[["Bo High"], ["Ada Low"]]), 1),
        (told(sides=[["Ada Low", "Bo High"], []]), 0),  # on one side they attended together
        (told(status="planned"), 0),
        (told(sides=[["Ada Low"], ["Cy Deep"]]), 0),
    ],
)
def test_two_met_across_the_sides_of_what_happened(answer: dict[str, Any], right: float) -> None:
    assert scored("met", told(), answer).right == right


def test_planned_and_denied_are_alike_in_not_having_happened() -> None:
    assert scored("met", told(status="planned"), told(status="denied")) == Count(right=1, gold=1, answers=1)


def test_company_on_one_side_is_neither_right_nor_wrong() -> None:
    assert scored("met", told(), told(sides=[["Ada Low", "Bo High"], []])) == Count(right=0, gold=1, answers=0)


def test_a_host_may_be_paired_with_anyone_and_a_stranger_may_not() -> None:
    gold = told(host=["Ed Open"])

    assert scored("met", gold, told(sides=[["Ed Open"], ["Ada Low"]])) == Count(right=0, gold=1, answers=0)
    assert scored("met", gold, told(sides=[["Cy Deep"], ["Ada Low"]])) == Count(right=0, gold=1, answers=1)


@pytest.mark.parametrize(
    ("gold", "answer", "right"),
    [
        ({"place": "Lima"}, {"place": "Lima", "country": "Peru"}, 1),
        ({"place": "Lima"}, {"place": "Quito"}, 0),
        ({"place": "Lima", "country": "Peru"}, {"country": "Peru"}, 0.5),
        ({"place": "Lima", "country": "Peru"}, {}, 0),
        ({"place": "Lima", "place_also": ["Callao"]}, {"place": "Callao"}, 1),
        ({"venue": "Town Hall"}, {"place": "Lima", "venue": "Town Hall"}, 1),
        ({"country": "Peru"}, {"place": "Peru"}, 1),  # either key will do for a state
        ({"country": "Peru"}, {"country": "Chile"}, 0),
        ({}, {}, 1),
        ({}, {"place": "Lima"}, 0),
    ],
)
def test_a_place_counts_in_full_by_name_and_in_half_by_country(
    gold: dict[str, Any], answer: dict[str, Any], right: float
) -> None:
    assert scored("met where", told(**gold), told(**answer)).right == right


@pytest.mark.parametrize(
    ("gold", "answer", "right"),
    [
        ("2025-09-14", "2025-09-14", 1),
        ("2025-09-14", "2025-09", 1),
        ("2025-09-14", "2025", 0),
        ("2025-09-14", "2025-09-15", 0),
        ("--09-14", "2025-09-14", 0.5),  # the text does not give the year
        ("--09-14", "--09-14", 1),
        (None, "2025-09-14", 0.5),
        (None, None, 1),
        ("2025", None, 0),
    ],
)
def test_a_day_counts_as_far_as_both_give_it(gold: str | None, answer: str | None, right: float) -> None:
    assert scored("met where when", told(start=gold), told(start=answer)).right == right


def test_parties_are_paired_whoever_stood_for_them() -> None:
    gold, answer = told(sides=[], parties=["Peru", "Chile"]), told(parties=["Chile", "Peru", "Cuba"])

    assert scored("parties met where", gold, answer) == Count(right=1, gold=1, answers=3)


@pytest.mark.parametrize(
    ("gold", "answer", "same"),
    [
        ("Prime Minister", "premier", True),
        ("Minister of Trade", "Trade Minister", True),
        ("Deputy Prime Minister", "Prime Minister", False),
        ("former president", "president", False),
        ("Foreign Minister", "Minister", False),
        ("Foreign Minister", "Finance Minister", False),
    ],
)
def test_titles_agree_in_rank_and_words(gold: str, answer: str, same: bool) -> None:
    assert reading.same_title(reading.title_words(gold), reading.title_words(answer)) is same


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        (taken(), 1),
        (taken(kind="ban"), 0),
        (taken(by="Cuba"), 0),
        (taken(by="Brazil", on=["India"]), 0),
        (taken(on=["Brazil", "Cuba"]), 1),
        (taken(on=["Brazil", "Cuba", "Peru"]), 0),  # more targets are wrong than right
        (taken(value=25), 1),
    ],
)
def test_a_measure_agrees_by_kind_author_and_target(answer: dict[str, Any], right: float) -> None:
    assert scored("measures", taken(), answer).right == right


def test_a_symmetric_measure_has_no_direction() -> None:
    swapped = taken(by="Brazil", on=["India"])

    assert scored("measures", taken(symmetric=True), swapped).right == 1
    assert scored("measures", taken(symmetric=True), taken(by="Cuba", on=["Peru"])).right == 0


def test_a_value_agrees_with_its_unit() -> None:
    row = "measures with value"

    assert scored(row, taken(), taken()).right == 1
    assert scored(row, taken(), taken(value=11)).right == 0
    assert scored(row, taken(), taken(unit="day")).right == 0
    assert scored(row, taken(value=[10, 20]), taken(value=[10, 20])).right == 1
    assert scored(row, taken(value=None), taken(value=None)) == Count()


def test_what_is_optional_is_neither_required_nor_wrong() -> None:
    gold = taken(optional=True)

    assert scored("measures", gold, taken()) == Count(right=0, gold=0, answers=0)
    assert scored("measures", gold, taken(kind="ban")) == Count(right=0, gold=0, answers=1)


def test_another_spelling_that_the_gold_knows_is_right() -> None:
    gold = {**told(), "people": [{"name": "Ada Low", "aka": ["Ada Lo"]}]}

    assert scored("people", gold, {**told(), "people": [{"name": "Áda Lo"}]}).right == 1
    assert scored("people", gold, {**told(), "people": [{"name": "Ada Loe"}]}).right == 0


def test_precision_recall_and_f1_of_a_count() -> None:
    some, none = Count(right=2, gold=8, answers=4), Count()

    assert (some.precision, some.recall) == (0.5, 0.25)
    assert some.f1 == pytest.approx(1 / 3)
    assert (none.precision, none.recall) == (1.0, 1.0)
    assert Count(answers=1).precision == 0
