"""Which reports tell of one meeting, which do not, and what they tell together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from telling import Telling, one, reports, told_values, wholes

from kg.fusion import fuse
from kg.model import TOLD_FIRST, FusedMeeting, Status

Case = Mapping[str, Any]
US, CHINA = "United States: Scott Bessent", "China: He Lifeng"


def _two(left: Case, right: Case) -> tuple[FusedMeeting, ...]:
    """The meetings told by two articles of one meeting each; `sides` and `day` may be given, the rest as for `met`."""
    tellings = []
    for name, each in (("a.txt", left), ("b.txt", right)):
        given = dict(each)
        telling = Telling(name, given.pop("day", None))
        telling.met(*given.pop("sides", (US, CHINA)), **given)
        tellings.append(telling)
    return wholes(fuse(reports(*tellings)))


MADRID = {"at": "Madrid", "on": "2025-09-14"}
COUNTRY_LEVEL = {"sides": ("United States", "China")}
ONE_MEETING: dict[str, tuple[Case, Case]] = {
    "same people, place and day": (MADRID, MADRID),
    "country-level report of the same place and day": (MADRID, {**COUNTRY_LEVEL, **MADRID}),
    "undated report of the only meeting there": (MADRID, {"at": "Madrid"}),
    "undated country-level report of the only meeting there": (MADRID, {**COUNTRY_LEVEL, "at": "Madrid"}),
    "a day without its year": (MADRID, {"at": "Madrid", "on": "--09-14"}),
    "a month": (MADRID, {"at": "Madrid", "on": "2025-09"}),
    "the country in place of the city": (MADRID, {"country": "Spain", "on": "2025-09-14"}),
    "the same people on the same day, no place": (MADRID, {"on": "2025-09-14"}),
    "the same people, nothing else": (MADRID, {}),
    "some of a delegation": (
        {"sides": ("United States: Scott Bessent, Jamieson Greer", "China: He Lifeng, Li Chenggang"), **MADRID},
        {"sides": ("United States: Jamieson Greer", "China: Li Chenggang"), **MADRID},
    ),
    "one side's people only": (MADRID, {"sides": (US, "China"), **MADRID}),
    "sources a day apart on the day": (MADRID, {"at": "Madrid", "on": "2025-09-15"}),
    "sources that differ on the city, not on people and day": (
        {"at": "Geneva", "on": "2025-05-10"},
        {"at": "Lausanne", "on": "2025-05-10"},
    ),
    "the same round, no place": (
        {**MADRID, "round": 4, "day": "2025-09-15"},
        {**COUNTRY_LEVEL, "round": 4, "status": "planned", "day": "2025-09-01"},
    ),
    "the states a day later, no place": (MADRID, {**COUNTRY_LEVEL, "on": "2025-09-15"}),
    "a weekday": (MADRID, {"at": "Madrid", "on": "Sunday"}),
    "a call of one day": ({"kind": "call", "on": "2025-06-05"}, {"kind": "call", "on": "2025-06-05"}),
    "a visit and the meeting it was for": (
        {"sides": (US, "Spain"), "kind": "visit", "at": "Madrid", "on": "2025-09", "status": "planned"},
        {"sides": (US, "Spain: Pedro Sanchez"), "at": "Madrid", "on": "2025-09-14"},
    ),
    "a summit named by its body and by its leaders": (
        {
            "sides": ("Nigeria: Bola Tinubu", "Benin: Patrice Talon"),
            "kind": "summit",
            "at": "Abuja",
            "on": "2023-08-10",
        },
        {"sides": (), "kind": "summit", "at": "Abuja", "on": "2023-08-10"},
    ),
    "a meeting put off by a week": (
        {"at": "Madrid", "on": "2025-09-14", "status": "planned", "day": "2025-09-01"},
        {"at": "Madrid", "on": "2025-09-21", "day": "2025-09-22"},
    ),
}
TWO_MEETINGS: dict[str, tuple[Case, Case]] = {
    "two cities": (MADRID, {"at": "Stockholm", "on": "2025-07-28"}),
    "two cities, undated": ({"at": "London"}, {"at": "Geneva"}),
    "one city in two months": (MADRID, {"at": "Madrid", "on": "2025-07-28"}),
    "one city in two years": (MADRID, {"at": "Madrid", "on": "2023-09-14"}),
    "two cities on one day at country level": (
        {**COUNTRY_LEVEL, "at": "Geneva", "on": "2025-05-10"},
        {**COUNTRY_LEVEL, "at": "London", "on": "2025-05-10"},
    ),
    "other people of the same states": (
        {"sides": ("United States: Donald Trump", "China: Xi Jinping"), **MADRID},
        MADRID,
    ),
    "one of the two with somebody else": (
        MADRID,
        {"sides": (US, "Spain: Pedro Sanchez"), **MADRID},
    ),
    "other states at one place and day": (MADRID, {"sides": ("India", "France"), **MADRID}),
    "two rounds": ({"at": "Istanbul", "on": "2025-05", "round": 1}, {"at": "Istanbul", "on": "--05", "round": 2}),
    "the states a day later, called off": (MADRID, {**COUNTRY_LEVEL, "on": "2025-09-15", "status": "denied"}),
    "calls two days apart": ({"kind": "call", "on": "2025-06-05"}, {"kind": "call", "on": "2025-06-07"}),
    "a call and a meeting of one day": (
        {"kind": "call", "on": "2025-06-05"},
        {"at": "Madrid", "on": "2025-07-05", "kind": "meeting"},
    ),
    "a plan told after the meeting": (
        {**MADRID, "day": "2025-09-15"},
        {"status": "planned", "day": "2025-10-20"},
    ),
    "an undated report years after": (
        {**MADRID, "day": "2025-09-15"},
        {"at": "Madrid", "day": "2029-09-15"},
    ),
    "the two and the three": (
        {**MADRID, "day": "2025-09-15"},
        {"sides": (US, CHINA, "Spain: Pedro Sanchez"), "status": "possible"},
    ),
    "a country-level report without place or time": ({**COUNTRY_LEVEL, **MADRID}, COUNTRY_LEVEL),
}


@pytest.mark.parametrize("case", ONE_MEETING)
def test_one_meeting(case: str) -> None:
    for left, right in (ONE_MEETING[case], ONE_MEETING[case][::-1]):
        found = _two(left, right)

        assert len(found) == 1
        assert len(found[0].merges) == 1
        assert found[0].merges[0].reason


@pytest.mark.parametrize("case", TWO_MEETINGS)
def test_two_meetings(case: str) -> None:
    for left, right in (TWO_MEETINGS[case], TWO_MEETINGS[case][::-1]):
        assert len(_two(left, right)) == 2


def test_an_undated_report_joins_none_of_two_meetings_and_says_so() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt")
    a.met(US, CHINA, at="Geneva", on="2025-05-10")
    b.met(US, CHINA, at="Geneva", on="2026-05-10")
    c.met("United States", "China", at="Geneva")

    found = wholes(fuse(reports(a, b, c)))

    assert len(found) == 3
    assert [each.meeting.doubt for each in found if each.meeting.start is None] == ["may be any of 2 meetings"]


def test_an_undated_report_joins_the_meeting_of_its_articles_days() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt", "2026-05-11")
    a.met(US, CHINA, at="Geneva", on="2025-05-10")
    b.met(US, CHINA, at="Geneva", on="2026-05-10")
    c.met("United States", "China", at="Geneva")

    found = wholes(fuse(reports(a, b, c)))

    assert {len(each.refs): each.meeting.start and each.meeting.start.edtf for each in found} == {
        1: "2025-05-10",
        2: "2026-05-10",
    }


NEWS = {"on": "2025-09-14", "at": "Madrid", "day": "2025-09-15", "sides": ("United States", "China")}


@pytest.mark.parametrize("day", ["2025-09-14", "2025-09-16"])
def test_news_of_the_day_without_day_or_place_is_of_the_meeting_that_the_states_had(day: str) -> None:
    assert len(_two(NEWS, {"day": day})) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2025-10-20"},  # of another month
        {"day": "2025-09-13"},  # of the day before
        {"day": "2025-09-15", "status": "planned"},
        {"day": "2025-09-15", "status": "denied"},
        {"day": "2025-09-15", "sides": (US, "Spain")},
    ],
)
def test_other_news_without_day_or_place_is_not(other: Case) -> None:
    assert len(_two(NEWS, other)) == 2


@pytest.mark.parametrize(
    ("title", "told", "count"),
    [
        ("Foreign Minister", "The foreign ministers met", 1),
        ("Secretary of State", "The foreign ministers met", 1),
        ("Foreign Minister", "The defence ministers met", 2),
        ("Foreign Minister", "The two met", 2),
    ],
)
def test_a_plan_of_ministers_by_name_came_to_the_meeting_of_such_ministers(title: str, told: str, count: int) -> None:
    plan, outcome = Telling("a.txt", "2025-09-01"), Telling("b.txt", "2025-09-15")
    for name, state in (("Jane Roe", "Ruritania"), ("Otto Berg", "Freedonia")):
        plan.holds(name, title, state)
    plan.met("Ruritania: Jane Roe", "Freedonia: Otto Berg", status="planned")
    outcome.met("Ruritania", "Freedonia", at="Madrid", on="2025-09-14", quote=told)

    assert len(wholes(fuse(reports(plan, outcome)))) == count


def test_ministers_of_another_office_met_at_another_meeting() -> None:
    a, b = Telling("a.txt", "2025-09-15"), Telling("b.txt", "2025-09-15")
    for name, state in (("Jane Roe", "Ruritania"), ("Otto Berg", "Freedonia")):
        a.holds(name, "Prime Minister", state)
    a.met("Ruritania: Jane Roe", "Freedonia: Otto Berg", at="Madrid", on="2025-09-14")
    b.met("Ruritania", "Freedonia", at="Madrid", on="2025-09-14", quote="The trade ministers of the two met")

    assert len(wholes(fuse(reports(a, b)))) == 2


def test_a_planned_round_is_the_round_of_that_number_whatever_else_its_article_tells() -> None:
    a, b = Telling("a.txt", "2025-09-22"), Telling("b.txt")
    a.met("Ruritania: Jane Roe", "Freedonia", at="Madrid", on="2025-09-21", round=6)
    b.met("Ruritania", "Freedonia", at="Madrid")
    b.met("Ruritania", "Freedonia", round=6, status="planned")

    sixth, before = sorted(wholes(fuse(reports(a, b))), key=lambda each: -len(each.refs))
    assert {ref.key for ref in sixth.refs if ref.article == "b.txt"} == {"meeting/2"}
    assert len(before.refs) == 1


def test_a_place_that_is_the_venue_is_no_other_city() -> None:
    a = {"at": "Rosengard", "venue": "Rosengard", "on": "2025-09-14", "day": "2025-09-15"}
    b = {**COUNTRY_LEVEL, "at": "Stockholm", "on": "2025-09-14"}

    assert len(_two({**a, "country": "Sweden"}, b)) == 1


def test_two_whom_a_host_would_bring_together_are_not_those_who_met_there() -> None:
    a = Telling("a.txt", "2025-09-15")
    a.met("Ruritania", "Freedonia", at="Madrid", on="2025-09-14", round=2)
    a.met("Ruritania: Jane Roe", "Freedonia: Otto Berg", at="Madrid", status="possible")

    assert len(wholes(fuse(reports(a)))) == 2


def test_the_last_day_of_a_meeting_told_beside_its_first_is_of_that_meeting_in_both_articles() -> None:
    a, b = Telling("a.txt", "2025-09-15"), Telling("b.txt", "2025-09-15")
    for telling in (a, b):
        telling.met(US, CHINA, at="Madrid", on="2025-09-15")
        telling.met(US, CHINA, at="Madrid", on="2025-09-14")

    assert len(wholes(fuse(reports(a, b)))) == 1


PLAN = {"sides": ("Spain: Jane Roe", "Peru: Otto Berg"), "status": "planned", "day": "2025-09-13"}


@pytest.mark.parametrize(
    ("outcome", "count"),
    [
        ({"sides": ("Spain", "Peru: Otto Berg"), **MADRID}, 1),
        ({"sides": ("Spain", "Peru: Otto Berg"), "at": "Madrid", "on": "2025-12-14"}, 2),
        ({"sides": ("Chile", "Peru: Otto Berg"), **MADRID}, 2),
    ],
)
def test_a_plan_came_to_the_meeting_that_one_of_the_two_had_with_the_other_party_within_days(
    outcome: Case, count: int
) -> None:
    assert len(_two(PLAN, outcome)) == count


def test_a_plan_to_see_two_came_to_the_first_meeting_with_one_of_them() -> None:
    a, b, c = Telling("a.txt", "2025-09-01"), Telling("b.txt", "2025-09-15"), Telling("c.txt", "2025-09-15")
    a.met(US, "China: He Lifeng, Li Chenggang", at="Beijing", status="planned")
    b.met(US, "China: Li Chenggang", at="Beijing", on="2025-09-14")
    c.met(US, CHINA, at="Beijing", on="2025-09-12")

    first = next(each for each in wholes(fuse(reports(a, b, c))) if len(each.refs) == 2)
    assert {ref.article for ref in first.refs} == {"a.txt", "c.txt"}


@pytest.mark.parametrize(("day", "count"), [("2025-09-19", 1), ("2025-10-19", 2)])
def test_a_day_that_is_only_that_of_other_news_neither_parts_two_tellings_nor_differs(day: str, count: int) -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.met(US, CHINA, at="Madrid", on="2025-09-14")
    b.met(US, CHINA, at="Madrid", on=day, basis=TOLD_FIRST)

    found = wholes(fuse(reports(a, b)))
    assert len(found) == count
    assert all(not each.differences for each in found)


def test_an_article_that_tells_two_meetings_keeps_them_apart() -> None:
    a = Telling("a.txt", "2025-09-15")
    a.met(US, CHINA, at="Madrid", on="2025-09-14")
    a.met(US, CHINA, status="planned")

    assert len(wholes(fuse(reports(a)))) == 2


# ── what they tell together ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_fused_meeting_has_the_most_specific_values_and_no_differences() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt")
    a.met(US, CHINA, at="Madrid", on="--09-14", venue="Palacio de Santa Cruz", round=4)
    b.met("United States: Jamieson Greer, Scott Bessent", "China: Li Chenggang, He Lifeng", at="Madrid", kind="meeting")
    c.met("United States", "China", at="Madrid", on="2025-09")

    fused = one(wholes(fuse(reports(a, b, c))))

    assert fused.differences == ()
    assert [(side.people, side.parties) for side in fused.meeting.sides] == [
        (("person/he-lifeng", "person/li-chenggang"), ("state/china",)),
        (("person/jamieson-greer", "person/scott-bessent"), ("state/united-states",)),
    ]
    assert fused.meeting.start is not None
    assert fused.meeting.start.edtf == "2025-09-14"
    assert fused.meeting.start.first == fused.meeting.start.last == date(2025, 9, 14)
    assert fused.meeting.start.basis == "year from c.txt"
    assert fused.meeting.place == "place/madrid-spain"
    assert fused.meeting.venue == "place/palacio-de-santa-cruz-spain"
    assert fused.meeting.round == 4
    assert len(fused.meeting.evidence) == 3
    assert fused.independent == 3


@pytest.mark.parametrize(
    ("name", "left", "right", "values"),
    [
        ("start", MADRID, {"at": "Madrid", "on": "2025-09-15"}, ["2025-09-14", "2025-09-15"]),
        ("start", MADRID, {"at": "Madrid", "on": "--09-15"}, ["--09-15", "2025-09-14"]),
        ("place", {"at": "Geneva", "on": "2025-05-10"}, {"at": "Lausanne", "on": "2025-05-10"}, ["Geneva", "Lausanne"]),
        ("round", {**MADRID, "round": 3}, {**MADRID, "round": 4}, ["3", "4"]),
        ("status", MADRID, {**MADRID, "status": "denied"}, ["denied", "happened"]),
        (
            "participants",
            {"sides": ("United States: Scott Bessent, Jamieson Greer", CHINA), **MADRID},
            {"sides": ("United States: Scott Bessent, Howard Lutnick", CHINA), **MADRID},
            ["He Lifeng, Howard Lutnick, Scott Bessent", "He Lifeng, Jamieson Greer, Scott Bessent"],
        ),
    ],
)
def test_values_that_differ_are_kept_with_their_sources(name: str, left: Case, right: Case, values: list[str]) -> None:
    fused = one(_two(left, right))

    assert [each.property for each in fused.differences] == [name]
    assert sorted(told_values(fused, name)) == values
    assert sorted(article for articles in told_values(fused, name).values() for article in articles) == [
        "a.txt",
        "b.txt",
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (MADRID, {"at": "Madrid", "on": "2025-09"}),  # a day and its month
        (MADRID, {"at": "Madrid", "on": "--09-14"}),  # a day without its year
        (MADRID, {"country": "Spain", "on": "2025-09-14"}),  # a city and its country
        (MADRID, {**MADRID, "sides": ("United States: Scott Bessent, Jamieson Greer", CHINA)}),  # some of all
        ({**MADRID, "until": "2025-09-15"}, {"at": "Madrid", "on": "2025-09-15"}),  # a day within
        (MADRID, {"at": "Madrid", "on": "Monday"}),  # a weekday says nothing against a date
        ({**MADRID, "status": "planned"}, MADRID),  # a life line
    ],
)
def test_a_less_specific_value_is_no_difference(left: Case, right: Case) -> None:
    assert one(_two(left, right)).differences == ()


def test_of_dates_that_differ_none_wins() -> None:
    fused = one(_two({"at": "Madrid", "on": "2025-09-14"}, {"at": "Madrid", "on": "2025-09-15"}))

    assert fused.meeting.start is not None
    assert fused.meeting.start.edtf == "2025-09"
    assert (fused.meeting.start.first, fused.meeting.start.last) == (date(2025, 9, 14), date(2025, 9, 15))


def test_of_places_that_differ_the_shared_country_is_left() -> None:
    fused = one(_two({"at": "Geneva", "on": "2025-05-10"}, {"at": "Lausanne", "on": "2025-05-10"}))

    assert fused.meeting.place is None
    assert fused.meeting.country == "state/switzerland"


def test_claims_carry_the_latest_day_of_their_articles() -> None:
    left = {"at": "Madrid", "on": "2025-09-14", "day": "2025-09-15"}
    fused = one(_two(left, {"at": "Madrid", "on": "2025-09-15"}))

    (difference,) = fused.differences
    assert [(claim.value, claim.as_of) for claim in difference.claims] == [
        ("2025-09-14", date(2025, 9, 15)),
        ("2025-09-15", None),
    ]


# ── days of one round ───────────────────────────────────────────────────────────────────────────────────────────────


def test_days_that_one_article_tells_apart_are_parts_of_the_whole() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.met(US, CHINA, at="Madrid", on="2025-09-14")
    a.met(US, CHINA, at="Madrid", on="2025-09-15")
    b.met("United States", "China", at="Madrid", on="2025-09-14")

    knowledge = fuse(reports(a, b))

    whole = one(wholes(knowledge))
    parts = [each for each in knowledge.meetings if each.part_of == whole.meeting.key]
    assert whole.parts == tuple(sorted(each.meeting.key for each in parts))
    assert len(whole.refs) == 3
    assert whole.differences == ()
    assert whole.meeting.start is not None
    assert whole.meeting.end is not None
    assert (whole.meeting.start.edtf, whole.meeting.end.edtf) == ("2025-09-14", "2025-09-15")
    assert [each.meeting.start and each.meeting.start.edtf for each in parts] == ["2025-09-14", "2025-09-15"]


def test_two_articles_with_a_day_each_make_a_difference_and_no_parts() -> None:
    assert one(_two(MADRID, {"at": "Madrid", "on": "2025-09-15"})).parts == ()


def test_a_plan_for_the_second_day_is_a_part_too() -> None:
    a = Telling("a.txt", "2025-09-14")
    a.met(US, CHINA, at="Madrid", on="2025-09-14")
    a.met(US, CHINA, at="Madrid", on="2025-09-15", status="planned")

    knowledge = fuse(reports(a))

    assert len(wholes(knowledge)) == 1
    assert {each.meeting.status for each in knowledge.meetings if each.part_of} == {Status.HAPPENED, Status.PLANNED}


def test_weekdays_of_a_round_are_dated_by_the_article_that_knows_its_first_day() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.met(US, CHINA, at="Madrid", on="Sunday")
    a.met(US, CHINA, at="Madrid", on="Monday")
    b.met(US, CHINA, at="Madrid", on="2025-09-14")

    knowledge = fuse(reports(a, b))

    whole = one(wholes(knowledge))
    parts = [each.meeting.start for each in knowledge.meetings if each.part_of]
    assert [(start.edtf, start.wording) for start in parts if start] == [
        ("2025-09-14", "Sunday"),
        ("2025-09-15", "Monday"),
    ]
    assert whole.meeting.end is not None
    assert whole.meeting.end.edtf == "2025-09-15"
    assert whole.differences == ()


def test_weekdays_of_a_round_that_nobody_dates_stay_weekdays() -> None:
    a = Telling("a.txt")
    a.met(US, CHINA, at="Madrid", on="Sunday")
    a.met(US, CHINA, at="Madrid", on="Monday")

    knowledge = fuse(reports(a))

    assert len(wholes(knowledge)) == 1
    assert [each.meeting.start and each.meeting.start.edtf for each in knowledge.meetings] == [None, None, None]


@pytest.mark.parametrize(("place", "told"), [("Madrid", 2), ("Stockholm", 3)])
def test_a_planned_journey_came_to_the_first_meeting_told_of_its_day_and_place(place: str, told: int) -> None:
    a, b = Telling("a.txt", "2025-09-12"), Telling("b.txt", "2025-09-15")
    a.met(US, at=place, on="2025-09-14", status="planned", kind="visit")
    b.met(US, CHINA, at="Madrid", on="2025-09-14")
    b.met(US, "Spain: Carlos Cuerpo", at="Madrid", on="2025-09-14")

    assert len(fuse(reports(a, b)).meetings) == told
