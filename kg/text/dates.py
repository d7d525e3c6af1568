"""A sentence's words for days, months and years → `TimeMention`, each resolved to a `When`."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
MONTH = r"(?i:" + "|".join(sorted(MONTH_NUMBER, key=len, reverse=True)) + r")\b"

_FULL_DAY = (
    re.compile(rf"(?P<month>{MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})", re.I),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s(?P<month>{MONTH})\.?,?\s(?P<year>\d{{4}})", re.I),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
    re.compile(r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})"),
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


def _day_of(parts: dict[str, str]) -> date | None:
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        month = MONTH_NUMBER.get(parts["month"].lower()) or int(parts["month"])
        day = int(parts["day"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None
