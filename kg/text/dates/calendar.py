"""Matches of calendar days, months, years, weekdays and holidays → expressions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from kg.text.dates.days import LEAP_YEAR, calendar_day, full_day
from kg.text.dates.patterns import MONTH_NAMES, ends_in, number_in, opens_with, word_in
from kg.text.dates.resolving import FROM_ARTICLE, FROM_DATELINE, Atom, Context, by_tense, on_calendar, on_weekday
from kg.text.dates.stretches import Days, easter_sunday, interval, one_day, part_of, whole_year
from kg.text.dates.words import MONTH_NUMBER, WEEKDAYS, YEAR_SHIFT

_NAMED_DAYS = {(9, 11), (10, 7), (1, 6)}  # with a noun behind them these are names of what happened


def _month_of(match: re.Match[str]) -> int:
    return MONTH_NUMBER[match["month"].lower().rstrip(".")]


def _dated(match: re.Match[str], start: int, end: int, *, month: int, day: int | None, part: str | None = None) -> Atom:
    """An atom of the calendar; "last year" behind it fixes the year once the article's is known."""
    kind, year, which = "day" if day else "month", number_in(match, "year"), word_in(match, "which")
    atom = Atom(start, end, kind, _never, year, month, day, part, which)
    that = word_in(match, "that")
    if that is None:
        return replace(atom, resolve=on_calendar(atom))

    def resolve(context: Context) -> Days | None:
        published = context.published()
        if published is None:
            return on_calendar(atom)(replace(context, year=None))
        fixed = replace(atom, year=published.year + YEAR_SHIFT[that])
        days = on_calendar(fixed)(context)
        return replace(days, basis=f"year {FROM_ARTICLE}") if days else None

    return replace(atom, resolve=resolve)


def _never(context: Context) -> Days | None:
    return None


def read_days_of_month(match: re.Match[str], text: str) -> Atom | None:
    """Read "September 14-15" or "14 to 16 September": one atom, an interval."""
    first, last = int(match["day"]), int(match["day2"])
    month = _month_of(match)
    joined = match["join"].strip()
    between = text[: match.start()].rstrip().lower().endswith(("between", "both"))
    if not (1 <= first < last <= 31) or (joined == "and" and last != first + 1 and not between):
        return None
    left = _dated(match, match.start(), match.end(), month=month, day=first)
    right = _dated(match, match.start(), match.end(), month=month, day=last)

    def resolve(context: Context) -> Days | None:
        return interval(left.resolve(context), right.resolve(context))

    return replace(left, kind="range", resolve=resolve)


def read_day(match: re.Match[str], text: str) -> Atom | None:
    month, day = _month_of(match), int(match["day"])
    if calendar_day(LEAP_YEAR, month, day) is None:
        return None
    if (month, day) in _NAMED_DAYS and opens_with("name_after", text[match.end() :]):
        return None
    return _dated(match, match.start(), match.end(), month=month, day=day)


def read_iso(match: re.Match[str], text: str) -> Atom | None:
    day = full_day(match["iso"])
    if day is None:
        return None
    return Atom(match.start(), match.end(), "day", lambda _: one_day(day), day.year, day.month, day.day)


def read_month(match: re.Match[str], text: str) -> Atom | None:
    """A month counts with a year, or after a preposition or "last"; "the July summit" too, "Theresa May" never."""
    part = (word_in(match, "part") or word_in(match, "partof") or "").strip() or None
    said = word_in(match, "year") or word_in(match, "that") or part or word_in(match, "which")
    if not said and not _stands_alone(match["month"], text[: match.start()], text[match.end() :]):
        return None
    return _dated(match, match.start(), match.end(), month=_month_of(match), day=None, part=part)


def _stands_alone(month: str, before: str, after: str) -> bool:
    """Whether a bare month is one, by what stands around it."""
    event = opens_with("event_noun", after)
    if opens_with("name_after", after) or month in ("MAY", "SEP", "MAR", "JAN", "DEC", "Sep", "Mar", "Jan", "Dec"):
        return False
    named = month.lower() in ("may", "march", "april", "june", "august") and re.match(r"\s[A-Z][a-z]", after)
    possessive = after.startswith(("'s", "’s"))
    if (named or possessive) and not event:
        return False
    if ends_in("in", before):
        return not (possessive and re.search(r"\bby\s$", before, re.I))
    if event and ends_in("tentative", before + " "):
        return True
    return bool(re.search(r"(?:\bof|\bto|\band|\bor|,|[-–—])\s?$", before)) and _month_before(before)


def _month_before(before: str) -> bool:
    """Whether the word before the connective is a month or the middle of a month's phrase: "in June and July"."""
    month = rf"(?:{'|'.join(MONTH_NAMES)})\.?,?\s?(?:to|and|or|,|[-–—]|through|until)\s?$"
    middle = r"(?:end|start|beginning|middle|days|weeks|\d(?:st|nd|rd|th))\sof\s$"
    return bool(re.search(month, before) or re.search(middle, before))


def read_years(match: re.Match[str], text: str) -> Atom | None:
    first, last = int(match["year"]), int(match["year2"])
    before = text[: match.start()]
    if (
        first >= last
        or last - first > 60
        or not (ends_in("in", before) or (re.search(r"[(\s]$", before) and "and" not in match[0]))
    ):
        return None
    return Atom(match.start(), match.end(), "range", lambda _: interval(whole_year(first), whole_year(last)), first)


def read_year(match: re.Match[str], text: str) -> Atom | None:
    before = text[: match.start()]
    part = (word_in(match, "part") or word_in(match, "partof") or "").strip() or None
    if not (part or ends_in("in", before) or ends_in("year_of", before)):
        return None
    year = int(match["year"])
    return Atom(match.start(), match.end(), "year", lambda _: part_of(whole_year(year), part), year, part=part)


def read_weekday(match: re.Match[str], text: str) -> Atom | None:
    if opens_with("name_after", text[match.end() :]) or ends_in("name_before", text[: match.start()]):
        return None
    number = WEEKDAYS.index(match["weekday"].lower())
    which = word_in(match, "which")
    return Atom(match.start(), match.end(), "weekday", on_weekday(number, which), which=which, day=number)


def read_weekday_of_week(match: re.Match[str], text: str) -> Atom | None:
    """Read "Tuesday of last week"."""
    number, week = WEEKDAYS.index(match["weekday"].lower()), YEAR_SHIFT[match["week"].lower()]

    def resolve(context: Context) -> Days | None:
        today = context.today
        if today is None or not (context.dated or context.in_week):
            return None
        day = today + timedelta(7 * week + number - today.weekday())
        return one_day(day, FROM_ARTICLE) if context.dated else replace(one_day(day, FROM_DATELINE), dated=False)

    return Atom(match.start(), match.end(), "day", resolve)


_HOLIDAYS = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
    "boxing day": (12, 26), "valentine's day": (2, 14), "st patrick's day": (3, 17), "may day": (5, 1),
}  # fmt: skip
# first and last day, counted from Easter Sunday
_EASTER = {"good friday": (-2, -2), "easter sunday": (0, 0), "easter monday": (1, 1), "easter weekend": (-1, 0)}


def read_holiday(match: re.Match[str], text: str) -> Atom | None:
    if opens_with("name_after", text[match.end() :]):
        return None
    month, day = _HOLIDAYS[match["holiday"].lower().replace("’", "'").replace(".", "")]
    return _dated(match, match.start(), match.end(), month=month, day=day)


def read_easter(match: re.Match[str], text: str) -> Atom | None:
    if opens_with("name_after", text[match.end() :]):
        return None
    first, last = _EASTER[match["holiday"].lower()]
    year = number_in(match, "year")

    def of(at: int, basis: str) -> Days:
        left, right = (one_day(easter_sunday(at) + timedelta(n), basis) for n in (first, last))
        return left if first == last else replace(left, last=right.last, edtf=f"{left.edtf}/{right.edtf}")

    def resolve(context: Context) -> Days | None:
        at, published = year or context.year, context.published()
        if at is not None:
            return of(at, "stated")
        return by_tense(context.tense, published, lambda y: of(y, f"year {FROM_ARTICLE}")) if published else None

    return Atom(match.start(), match.end(), "relative", resolve, year)
