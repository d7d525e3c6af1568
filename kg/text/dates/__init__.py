"""A sentence's words for days, weeks, months and years → `TimeMention`, each resolved to a `When`."""

from __future__ import annotations

from kg.text.dates.days import full_day, yearless_day
from kg.text.dates.mention import Role, TimeMention
from kg.text.dates.resolving import FROM_ARTICLE
from kg.text.dates.sentence import times
from kg.text.dates.words import MONTH, MONTH_NUMBER, NUMBERS, ORDINALS, WEEKDAYS

__all__ = [
    "FROM_ARTICLE",
    "MONTH",
    "MONTH_NUMBER",
    "NUMBERS",
    "ORDINALS",
    "WEEKDAYS",
    "Role",
    "TimeMention",
    "full_day",
    "times",
    "yearless_day",
]
