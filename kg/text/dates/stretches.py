"""Stretches of days and the arithmetic on them: days, weeks, months, years and their parts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """Days `first` to `last`; `edtf` is never finer than what was said; without `dated` the year means nothing."""

    first: date
    last: date
    edtf: str | None
    basis: str
    dated: bool = True


def one_day(day: date, basis: str = "stated") -> Days:
    return Days(day, day, day.isoformat(), basis)


def whole_month(year: int, month: int, basis: str = "stated") -> Days:
    last = monthrange(year, month)[1]
    return Days(date(year, month, 1), date(year, month, last), f"{year:04}-{month:02}", basis)


def whole_year(year: int, basis: str = "stated") -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31), f"{year:04}", basis)


def stretch(first: date, last: date, basis: str) -> Days:
    """
    Days that have no EDTF string of their own: the month or year that holds them all stands for them.

    For a week the month that holds its workdays does.
    """
    edtf = None
    workdays = first + timedelta(4) if (last - first).days == 6 and first.weekday() == 0 else last
    if first.year == workdays.year:
        one = first.month == workdays.month
        edtf = f"{first.year:04}-{first.month:02}" if one else f"{first.year:04}"
    return Days(first, last, edtf, basis)


def interval(left: Days | None, right: Days | None) -> Days | None:
    """From the first day of *left* to the last of *right*; None where either is unknown or they lie the other way."""
    if left is None or right is None or left.edtf is None or right.edtf is None or left.first > right.last:
        return None
    a, b = left.edtf.split("/")[0], right.edtf.split("/")[-1]
    return Days(left.first, right.last, f"{a}/{b}", left.basis, left.dated and right.dated)


def months_after(day: date, months: int) -> tuple[int, int]:
    """(year, month) so many months after the month of *day*."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


# Which part of a month (days) or year (months) a word picks.
_PARTS = {
    "early": ((1, 10), (1, 4)), "mid": ((10, 20), (5, 8)), "late": ((20, 31), (9, 12)), "first half": ((1, 15), (1, 6)),
    "second half": ((16, 31), (7, 12)), "first week": ((1, 7), (1, 1)), "second week": ((8, 14), (1, 1)),
    "third week": ((15, 21), (1, 1)), "fourth week": ((22, 28), (1, 1)), "last week": ((24, 31), (12, 12)),
}  # fmt: skip
_PART_WORDS = {
    "start": "early",
    "beginning": "early",
    "middle": "mid",
    "end": "late",
    "close": "late",
    "turn": "early",
    "final week": "last week",
}


def part_of(days: Days, word: str | None) -> Days:
    """The early, middle or late part of a month or year; the EDTF string stays that of the whole."""
    if word is None or days.first == days.last:
        return days
    word = _PART_WORDS.get(word, word)
    if word not in _PARTS:
        return days
    of_month, of_year = _PARTS[word]
    if days.first.month == days.last.month:
        last = min(of_month[1], days.last.day)
        return replace(days, first=days.first.replace(day=of_month[0]), last=days.last.replace(day=last))
    end = whole_month(days.first.year, of_year[1]).last
    return replace(days, first=date(days.first.year, of_year[0], 1), last=end)


def shifted(base: date, unit: str, count: int, basis: str) -> Days:
    """The unit that lies so many of its kind after that of *base*; years where no other unit is known."""
    match unit:
        case "day":
            return one_day(base + timedelta(count), basis)
        case "week":
            monday = base - timedelta(base.weekday()) + timedelta(7 * count)
            return stretch(monday, monday + timedelta(6), basis)
        case "fortnight" | "weeks":
            day = base + timedelta(7 * count)
            return stretch(day - timedelta(3), day + timedelta(3), basis)
        case "weekend":
            saturday = base - timedelta(base.weekday()) + timedelta(5 + 7 * count)
            return replace(
                stretch(saturday, saturday + timedelta(1), basis), edtf=f"{saturday}/{saturday + timedelta(1)}"
            )
        case "month":
            return whole_month(*months_after(base, count), basis)
        case "decade":
            return stretch(date(base.year + 10 * count - 1, 1, 1), date(base.year + 10 * count + 1, 12, 31), basis)
    return whole_year(base.year + count, basis)


def so_far(days: Days, part: str | None, today: date) -> Days:
    """End "earlier this year" today at the latest, begin "later this year" today at the earliest."""
    if part == "earlier":
        return replace(days, last=max(days.first, min(days.last, today)))
    if part == "later":
        return replace(days, first=min(days.last, max(days.first, today)))
    return days


def easter_sunday(year: int) -> date:
    """Western Easter Sunday, by the Gregorian computus."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(moon - weekday)
