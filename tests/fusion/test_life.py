"""Life lines: what was planned, what became of it, and what was known on a day."""

from __future__ import annotations

from datetime import date

import pytest
from telling import Telling, one, reports, wholes

from kg.fusion import as_of, fuse, outcomes, truth_table
from kg.fusion.life import history, latest
from kg.model import Knowledge, Ref, Report, Status

PAIR = ("United Kingdom: Rachel Reeves", "United States: Scott Bessent")


def _told(*said: tuple[str, str | None, str | None]) -> tuple[Report, ...]:
    """Articles of one meeting in London each: (status, the article's day, the meeting's day)."""
    tellings = []
    for number, (status, day, on) in enumerate(said):
        telling = Telling(f"{number}.txt", day)
        telling.met(*PAIR, at="London", on=on, status=status)
        tellings.append(telling)
    return reports(*tellings)


PLAN = ("planned", "2025-09-12", "2025-09-16")
HELD = ("happened", "2025-09-17", "2025-09-16")
OFF = ("denied", "2025-09-15", "2025-09-16")


def _knowledge(*said: tuple[str, str | None, str | None]) -> Knowledge:
    return fuse(_told(*said))


def test_a_plan_that_came_true_is_one_meeting_with_its_history() -> None:
    fused = one(wholes(_knowledge(HELD, PLAN)))

    assert fused.meeting.status is Status.HAPPENED
    assert [(step.status, step.as_of) for step in fused.history] == [
        ("planned", date(2025, 9, 12)),
        ("happened", date(2025, 9, 17)),
    ]


def test_a_plan_called_off_is_denied() -> None:
    assert one(wholes(_knowledge(PLAN, OFF))).meeting.status is Status.DENIED


def test_an_undated_plan_does_not_undo_what_happened() -> None:
    assert one(wholes(_knowledge(HELD, ("planned", None, "2025-09-16")))).meeting.status is Status.HAPPENED


def test_of_two_days_the_later_counts() -> None:
    steps = history([("planned", Ref("b", "m"), date(2025, 9, 14)), ("possible", Ref("a", "m"), date(2025, 9, 1))])

    assert latest(steps) == "planned"
    assert [step.status for step in steps] == ["possible", "planned"]


# ── outcomes ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "state", "settled_by"),
    [
        ((PLAN, HELD), "happened", "1.txt"),
        ((PLAN, OFF), "denied", "1.txt"),
        ((PLAN,), "open", None),
        ((("possible", "2025-09-12", None),), "open", None),
    ],
)
def test_what_became_of_a_plan(
    said: tuple[tuple[str, str | None, str | None], ...], state: str, settled_by: str | None
) -> None:
    (outcome,) = outcomes(_knowledge(*said))

    assert outcome.state == state
    assert (outcome.became.ref.article if outcome.became else None) == settled_by
    assert [step.ref.article for step in outcome.plans] == ["0.txt"]


def test_what_was_never_planned_has_no_outcome() -> None:
    assert outcomes(_knowledge(HELD)) == ()


def test_on_an_earlier_day_the_plan_is_still_open() -> None:
    knowledge = _knowledge(PLAN, HELD)

    assert [each.state for each in outcomes(knowledge, date(2025, 9, 13))] == ["open"]
    assert [each.state for each in outcomes(knowledge, date(2025, 9, 17))] == ["happened"]
    assert outcomes(knowledge, date(2025, 9, 11)) == ()


def test_an_open_plan_is_overdue_once_its_day_has_passed() -> None:
    knowledge = _knowledge(PLAN)

    assert [each.overdue for each in outcomes(knowledge, date(2025, 9, 16))] == [False]
    assert [each.overdue for each in outcomes(knowledge, date(2025, 9, 17))] == [True]


# ── as of a day ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_as_of_a_day_only_earlier_articles_were_there() -> None:
    told = _told(PLAN, HELD, ("planned", None, None))

    assert [each.article.id for each in as_of(told, date(2025, 9, 12))] == ["0.txt"]
    assert [each.article.id for each in as_of(told, date(2025, 9, 17))] == ["0.txt", "1.txt"]
    assert as_of(told, date(2025, 9, 11)) == ()


def test_articles_of_unknown_day_are_there_only_on_demand() -> None:
    told = _told(PLAN, HELD, ("planned", None, None))

    assert [each.article.id for each in as_of(told, date(2025, 9, 12), undated=True)] == ["0.txt", "2.txt"]


# ── the truth table ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_truth_table_has_each_value_of_each_source() -> None:
    a, b = Telling("a.txt", "2025-09-15"), Telling("b.txt", "2025-09-12")
    a.met(*PAIR, at="London", on="2025-09-16", status="denied")
    b.met("United Kingdom", "United States", at="London", on="2025-09", status="planned")

    rows = truth_table(one(wholes(fuse(reports(a, b)))))

    assert [(row.article, row.property, row.value, row.status, row.differs) for row in rows] == [
        ("b.txt", "place", "London", "planned", False),
        ("b.txt", "start", "2025-09", "planned", False),
        ("b.txt", "status", "planned", "planned", False),
        ("a.txt", "participants", "Rachel Reeves, Scott Bessent", "denied", False),
        ("a.txt", "place", "London", "denied", False),
        ("a.txt", "start", "2025-09-16", "denied", False),
        ("a.txt", "status", "denied", "denied", False),
    ]


def test_the_truth_table_marks_what_differs() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.met(*PAIR, at="London", on="2025-09-16")
    b.met(*PAIR, at="London", on="2025-09-17")

    rows = truth_table(one(wholes(fuse(reports(a, b)))))

    assert {row.property for row in rows if row.differs} == {"start"}
