"""The words of a field or dateline → the day that they give in full."""

from __future__ import annotations

import re
from datetime import date

from kg.text.dates.words import MONTH, MONTH_NUMBER

LEAP_YEAR = 2000  # stands in where no year is known
_FULL_DAY = (
    re.compile(rf"(?P<month>{MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})", re.I),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s(?P<month>{MONTH})\.?,?\s(?P<year>\d{{4}})", re.I),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
    re.compile(r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})"),
)
_YEARLESS_DAY = (
    re.compile(rf"(?P<month>{MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?", re.I),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s(?P<month>{MONTH})\.?", re.I),
)


def full_day(words: str) -> date | None:
    """
    The one day that *words* give in full, None where the year is missing or day and month cannot be told apart.

    >>> full_day("14/09/2025"), full_day("04/09/2025")
    (datetime.date(2025, 9, 14), None)
    """
    for pattern in _FULL_DAY:
        if match := pattern.fullmatch(words.strip()):
            return _day_of(match.groupdict())
    return None


def yearless_day(words: str) -> tuple[int, int] | None:
    """
    Month and day of *words* that give these alone.

    >>> yearless_day("Nov. 24"), yearless_day("Nov. 24, 1987")
    ((11, 24), None)
    """
    for pattern in _YEARLESS_DAY:
        if match := pattern.fullmatch(words.strip()):
            month, day = MONTH_NUMBER[match["month"].lower()], int(match["day"])
            return (month, day) if calendar_day(LEAP_YEAR, month, day) else None
    return None


def _day_of(parts: dict[str, str]) -> date | None:
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        month = MONTH_NUMBER.get(parts["month"].lower()) or int(parts["month"])
        day = int(parts["day"])
    return calendar_day(int(parts["year"]), month, day)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers, None where the calendar has none: 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
