"""Life lines: what was said of an event, in order; what became of plans; and what was known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import FusedMeeting, Knowledge, MeasureStatus, Ref, Report, Status, Step

_MEETING_ORDER = (Status.POSSIBLE, Status.PLANNED, Status.DENIED, Status.HAPPENED)
_MEASURE_ORDER = (
    MeasureStatus.PROPOSED,
    MeasureStatus.ANNOUNCED,
    MeasureStatus.IN_FORCE,
    MeasureStatus.SUSPENDED,
    MeasureStatus.EXPIRED,
)
_RANK = {status.value: i for order in (_MEETING_ORDER, _MEASURE_ORDER) for i, status in enumerate(order)}


def history(told: Iterable[tuple[str, Ref, date | None]]) -> tuple[Step, ...]:
    """The steps of a life: by day where the article has one, then those of unknown day in the order of a plain life."""
    steps = [Step(status, ref, day) for status, ref, day in told]
    return tuple(
        sorted(steps, key=lambda each: (each.as_of is None, each.as_of or date.min, _RANK[each.status], each.ref))
    )


def latest(steps: Sequence[Step]) -> str:
    """
    The status known last, by the day of the articles.

    A day that brings several statuses, and articles of unknown day, count for the one furthest along in a plain life:
    what happened is not undone by an undated plan.
    """
    dated = [each for each in steps if each.as_of is not None]
    undated = {each.status for each in steps if each.as_of is None}
    last = max((each.as_of for each in dated if each.as_of), default=None)
    final = {each.status for each in dated if each.as_of == last} | undated
    return max(final, key=lambda each: _RANK[each])


def as_of(reports: Iterable[Report], day: date, *, undated: bool = False) -> tuple[Report, ...]:
    """
    The reports of articles published up to and on `day`, by article id.

    An article of unknown day cannot be shown to have been there, so it is left out unless `undated` asks for it.
    """
    kept = (
        report
        for report in reports
        if (undated if report.article.published is None else report.article.published <= day)
    )
    return tuple(sorted(kept, key=lambda each: each.article.id))


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    A plan and what became of it.

    `state` is "happened", "denied" or "open"; `plans` are the steps that announced it, `became` the one that settled
    it, None while it is open. `overdue` says that its last possible day had passed on the day asked for.
    """

    meeting: FusedMeeting
    state: str
    plans: tuple[Step, ...]
    became: Step | None
    overdue: bool


def outcomes(knowledge: Knowledge, as_of: date | None = None) -> tuple[Outcome, ...]:
    """
    The meetings that were once planned or possible, by id; with `as_of`, as articles up to that day tell them.

    Steps of unknown day count always. Parts of a meeting are left to the whole.
    """
    found = []
    for fused in knowledge.meetings:
        steps = [each for each in fused.history if as_of is None or each.as_of is None or each.as_of <= as_of]
        plans = tuple(each for each in steps if each.status in (Status.PLANNED, Status.POSSIBLE))
        if plans and fused.part_of is None:
            found.append(_outcome(fused, steps, plans, as_of))
    return tuple(found)


def _outcome(fused: FusedMeeting, steps: Sequence[Step], plans: tuple[Step, ...], day: date | None) -> Outcome:
    status = latest(steps)
    settled = status in (Status.HAPPENED, Status.DENIED)
    became = next((each for each in steps if each.status == status), None) if settled else None
    due = fused.meeting.start.last if fused.meeting.start else None
    overdue = not settled and day is not None and due is not None and due < day
    return Outcome(fused, status if settled else "open", plans, became, overdue)
