"""Times as reports give them → what they share, where they differ, and the most specific time compatible with all."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.model import Ref, When

_EDTF = re.compile(r"(\d{4}|X{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?[~?%]?$")
_WEEKDAYS = {name.casefold(): i for i, name in enumerate(calendar.day_name)}


@dataclass(frozen=True, slots=True)
class Pattern:
    """The parts of a date that a report gives; `weekday` counts from Monday as 0 and stands where no part is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def known(self) -> tuple[int | None, int | None, int | None]:
        return self.year, self.month, self.day

    @property
    def parts(self) -> int:
        """How many of year, month and day are known."""
        return sum(part is not None for part in self.known)

    @property
    def full(self) -> date | None:
        """The day, where all of it is known and the calendar has it."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def pattern(when: When | None) -> Pattern | None:
    """The parts of `when`; of an interval, those of its beginning; None where there is nothing to compare."""
    if when is None:
        return None
    found = _EDTF.match((when.edtf or "").split("/")[0])
    if found:
        year, month, day = (int(part) if part and part.isdigit() else None for part in found.groups())
        if any(part is not None for part in (year, month, day)):
            return Pattern(year, month if month and month <= 12 else None, day)
    if when.first and when.last:
        return _shared(_of_day(when.first), _of_day(when.last))
    weekdays = {_WEEKDAYS[word] for word in re.findall(r"[a-z]+", when.wording.casefold()) if word in _WEEKDAYS}
    return Pattern(weekday=weekdays.pop()) if len(weekdays) == 1 else None


def _of_day(day: date) -> Pattern:
    return Pattern(day.year, day.month, day.day)


def _shared(left: Pattern, right: Pattern) -> Pattern | None:
    """What both say, from the year down to the first part that differs or is missing; without years from the month."""
    if left.year is not None and right.year is not None and left.year != right.year:
        return None
    year = left.year if left.year == right.year else None
    month = left.month if left.month == right.month else None
    day = left.day if month is not None and left.day == right.day else None
    return Pattern(year, month, day) if (year, month, day) != (None, None, None) else None


def compatible(left: Pattern, right: Pattern) -> bool:
    """Whether one day can be meant by both."""
    if left.weekday is not None or right.weekday is not None:
        days = [each.full for each in (left, right) if each.full]
        weekdays = [each.weekday for each in (left, right) if each.weekday is not None]
        return len({*weekdays, *(day.weekday() for day in days)}) <= 1
    return all(a is None or b is None or a == b for a, b in zip(left.known, right.known, strict=True))


def joined(left: Pattern, right: Pattern) -> Pattern:
    """The parts known to either of two compatible patterns."""
    year, month, day = (a if a is not None else b for a, b in zip(left.known, right.known, strict=True))
    bare = (year, month, day) == (None, None, None)
    return Pattern(
        year, month, day, left.weekday if bare and left.weekday is not None else right.weekday if bare else None
    )


def edtf(parts: Pattern) -> str | None:
    """The pattern as an Extended Date/Time Format string; None for a weekday."""
    if parts.parts == 0:
        return None
    text = f"{parts.year:04d}" if parts.year is not None else "XXXX"
    if parts.month is None:
        return text if parts.day is None else f"{text}-XX-{parts.day:02d}"
    return f"{text}-{parts.month:02d}" + (f"-{parts.day:02d}" if parts.day is not None else "")


def bounds(parts: Pattern) -> tuple[date, date] | tuple[None, None]:
    """First and last day, both included; None for both where the year is open."""
    if parts.year is None:
        return None, None
    if parts.full:
        return parts.full, parts.full
    months = (parts.month, parts.month) if parts.month else (1, 12)
    return date(parts.year, months[0], 1), date(parts.year, months[1], calendar.monthrange(parts.year, months[1])[1])


@dataclass(frozen=True, slots=True)
class Told:
    """A time as one report gives it."""

    when: When
    parts: Pattern
    ref: Ref


def told(when: When | None, ref: Ref) -> Told | None:
    """The time with its parts; None where the report gives none to compare."""
    parts = pattern(when)
    return Told(when, parts, ref) if when is not None and parts is not None else None


def fused(times: Sequence[Told]) -> tuple[When | None, bool]:
    """
    The most specific time compatible with all, and whether they differ.

    Where they differ it is what they share ("2025-09" for the 14th and the 15th), with bounds around all of them. A
    weekday says nothing against a date: it may be a later day of the same round.
    """
    dated = [each for each in times if each.parts.parts]
    if not dated:
        return (times[0].when, False) if times else (None, False)
    best = sorted(dated, key=lambda each: (-each.parts.parts, each.parts.year is None, each.ref))
    total: Pattern | None = best[0].parts
    differs = False
    for each in best[1:]:
        if total is None:
            break
        if not differs and compatible(total, each.parts):
            total = joined(total, each.parts)
        elif differs or not compatible(total, each.parts):
            differs, total = True, _shared(total, each.parts)
    if differs:
        return _around(total, dated), True
    assert total is not None
    return _worded(total, best), False


def _around(total: Pattern | None, dated: Sequence[Told]) -> When:
    firsts = [each.when.first for each in dated if each.when.first]
    lasts = [each.when.last for each in dated if each.when.last]
    wording = "; ".join(sorted({each.when.wording for each in dated}))
    whole = len(firsts) == len(dated) and len(lasts) == len(dated)
    first, last = (min(firsts), max(lasts)) if whole else (None, None)
    return When(edtf(total) if total else None, first, last, "what differing reports share", wording)


def _worded(total: Pattern, best: Sequence[Told]) -> When:
    exact = next((each for each in best if each.parts == total), None)
    if exact:
        first, last = (exact.when.first, exact.when.last) if exact.when.first and exact.when.last else bounds(total)
        return When(exact.when.edtf or edtf(total), first, last, exact.when.basis, exact.when.wording)
    first, last = bounds(total)
    lead = next((each for each in best if each.parts.day is not None), best[0])
    year = next((each for each in best if each.parts.year is not None), lead)
    basis = "from several articles" if lead.parts.year == year.parts.year else f"year from {year.ref.article}"
    return When(edtf(total), first, last, basis, lead.when.wording)


def dated_after(start: When | None, end: When | None) -> When | None:
    """The end with the year of the start, or of the year after, where it has none of its own."""
    first, last = pattern(start), pattern(end)
    if end is None or first is None or last is None or first.year is None or last.year is not None or not last.month:
        return end
    year = first.year + (first.month is not None and last.month < first.month)
    whole = replace(last, year=year)
    earliest, latest = bounds(whole)
    return When(edtf(whole), earliest, latest, "year from its start", end.wording)


def gap(left: tuple[date, date], right: tuple[date, date]) -> int:
    """Days between two spans of days; 0 where they overlap."""
    return max(0, (right[0] - left[1]).days, (left[0] - right[1]).days)


def months(first: date, last: date, *, margin: int) -> tuple[tuple[int, int], ...]:
    """The months that the span and `margin` days on both sides touch, two years at most."""
    at, end = first - timedelta(margin), last + timedelta(margin)
    found: list[tuple[int, int]] = []
    year, month = at.year, at.month
    while (year, month) <= (end.year, end.month) and len(found) < 24:
        found.append((year, month))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return tuple(found)
