"""A sentence's words for days, weeks, months and years → `TimeMention`, each resolved to a `When`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kg.model import Span, When
from kg.text.dates.days import LEAP_YEAR, calendar_day
from kg.text.dates.expressions import expressions
from kg.text.dates.mention import Role, TimeMention
from kg.text.dates.patterns import role_of
from kg.text.dates.resolving import Context
from kg.text.dates.stretches import Days


def times(
    text: str,
    *,
    published: date | None = None,
    tense: str | None = None,
    anchor: When | None = None,
    year_hint: int | None = None,
    filed: tuple[int, int] | None = None,
    weekday: int | None = None,
) -> tuple[TimeMention, ...]:
    """
    Every time named in a sentence, in order, without overlaps.

    *tense* ("past", "present", "future", None) picks the year or week where the words leave it open: the latest
    such day up to *published*, the next one from it on, or the nearest. *anchor* is the day of the story that "the
    day before" counts from, unless the sentence itself names one; without either it counts from *published*.
    *year_hint* is the year the text is known to speak of, *filed* the month and day of a dateline without a year,
    *weekday* its day of the week (0 is Monday).
    What cannot be resolved has no EDTF string; durations ("for six hours", "90-day") are no times.
    """
    today, dated = published, True
    if today is None and filed is not None:
        today, dated = _filed(filed, weekday), False
    found: list[TimeMention] = []
    for atom in expressions(text):
        role = role_of(text, atom.start, atom.kind)
        # "until November 10" in a past sentence may well lie ahead
        direction = None if tense == "past" and role in (Role.UNTIL, Role.BY) else tense
        context = Context(today, dated, weekday is not None, direction, _latest(found) or anchor, year_hint)
        if atom.kind in ("day", "month", "range") and atom.year is None and (year := _year_said(found)):
            context = replace(context, today=None if atom.month else today, year=year) if atom.month else context
        when = _when(atom.resolve(context), text[atom.start : atom.end])
        found.append(TimeMention(Span(atom.start, atom.end), when, role))
    return tuple(found)


def _filed(day: tuple[int, int], weekday: int | None) -> date | None:
    """The day in a year that has it on that weekday; in any, where no weekday is given."""
    years = range(LEAP_YEAR, LEAP_YEAR + 28)
    found = (at for year in years if (at := calendar_day(year, *day)) and (weekday is None or at.weekday() == weekday))
    return next(found, None)


_DAY_SAID = re.compile(r"[\dX]{4}-\d\d-\d\d")
_MONTH_SAID = re.compile(r"\d{4}(?:-\d\d)?")


def _latest(found: list[TimeMention]) -> When | None:
    """The last single day named so far in the sentence; where there is none, the last month or year."""
    return next((each for form in (_DAY_SAID, _MONTH_SAID) if (each := _last_said(found, form))), None)


def _last_said(found: list[TimeMention], form: re.Pattern[str]) -> When | None:
    said = [mention.when for mention in found if mention.when.edtf and form.fullmatch(mention.when.edtf)]
    return said[-1] if said else None


def _year_said(found: list[TimeMention]) -> int | None:
    """The year of a full date earlier in the sentence."""
    stated = [m.when for m in found if m.when.basis == "stated" and m.when.edtf and len(m.when.edtf) == 10]
    return int(stated[-1].edtf[:4]) if stated and stated[-1].edtf else None


def _when(days: Days | None, wording: str) -> When:
    if days is None:
        return When(None, None, None, "wording only", wording)
    if not days.dated and days.edtf is not None and len(days.edtf) == 4:
        return When(None, None, None, days.basis, wording)
    if days.dated:
        return When(days.edtf, days.first, days.last, days.basis, wording)
    edtf = "/".join(f"XXXX{part[4:]}" for part in days.edtf.split("/")) if days.edtf else None
    return When(edtf, None, None, days.basis, wording)
