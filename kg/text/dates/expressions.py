"""A sentence → the expressions of time in it, dates with their weekdays and ranges as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from kg.text.dates.calendar import (
    read_day,
    read_days_of_month,
    read_easter,
    read_holiday,
    read_iso,
    read_month,
    read_weekday,
    read_weekday_of_week,
    read_year,
    read_years,
)
from kg.text.dates.patterns import patterns
from kg.text.dates.relative import (
    read_ago,
    read_from_now,
    read_later,
    read_next,
    read_nth,
    read_period,
    read_quarter,
    read_season,
    read_window,
    read_word,
)
from kg.text.dates.resolving import Atom, Context, on_calendar
from kg.text.dates.stretches import Days, interval

_READERS: dict[str, Callable[[re.Match[str], str], Atom | None]] = {
    "days of month": read_days_of_month,
    "day": read_day,
    "iso": read_iso,
    "month": read_month,
    "years": read_years,
    "year": read_year,
    "weekday": read_weekday,
    "weekday of week": read_weekday_of_week,
    "holiday": read_holiday,
    "easter": read_easter,
    "word": read_word,
    "period": read_period,
    "window": read_window,
    "season": read_season,
    "quarter": read_quarter,
    "ago": read_ago,
    "fromnow": read_from_now,
    "later": read_later,
    "next": read_next,
    "the nth": read_nth,
}


def expressions(text: str) -> list[Atom]:
    """The expressions in the order of the text, without overlaps."""
    return _joined(_apart(_overlapping(text)), text)


def _overlapping(text: str) -> Iterator[Atom]:
    """Every expression found, overlapping ones included."""
    for kind, pattern in patterns().times:
        for match in pattern.finditer(text):
            atom = _READERS[kind](match, text)
            if atom is not None:
                yield atom


_BETWEEN = re.compile(r"(?:\s?[-–—]\s?|\s(?:to|through|until|till|and)\s)(?:on\s|the\s)?")
_MOVED = re.compile(r"\b(?:moved?|postponed?|rescheduled?|shifted|brought forward|delayed?|pushed)\b[^.;]{0,40}$", re.I)
_RANGE_OPENS = re.compile(r"\b(?:from|between)\s(?:late\s|early\s)?$", re.I)


def _apart(atoms: Iterator[Atom]) -> list[Atom]:
    """The atoms without overlaps: the one that starts first, then the longest, then the more specific."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda a: (a.start, -a.end)):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _joined(atoms: list[Atom], text: str) -> list[Atom]:
    """Weekdays merged with the date behind them, and ranges made of two atoms."""
    result: list[Atom] = []
    for atom in atoms:
        last = result[-1] if result else None
        between = text[last.end : atom.start] if last else ""
        if (
            last
            and last.kind == "weekday"
            and atom.kind in ("day", "range")
            and re.fullmatch(r",?\s\(?(?:the\s|on\s)?", between)
        ):
            end = atom.end + (text[atom.end : atom.end + 1] == ")" and "(" in between)
            result[-1] = replace(atom, start=last.start, end=end)
        elif (
            last
            and last.kind == atom.kind
            and _BETWEEN.fullmatch(between)
            and (both := _range(last, atom, between, text))
        ):
            result[-1] = both
        else:
            result.append(atom)
    return result


def _range(left: Atom, right: Atom, between: str, text: str) -> Atom | None:
    before = text[: left.start]
    opened = bool(_RANGE_OPENS.search(before))
    if left.kind not in ("day", "month", "year", "weekday") or _MOVED.search(before):
        return None
    consecutive = (
        left.kind == right.kind == "weekday"
        and left.day is not None
        and right.day is not None
        and (right.day - left.day) % 7 == 1
    )
    if between.strip() == "and" and not (consecutive or (opened and "between" in before[-12:].lower())):
        return None

    def resolve(context: Context) -> Days | None:
        if left.kind == "weekday" and left.day is not None and right.day is not None:
            return _weekday_range(left, right, context)
        a, b = left, right
        if a.year is None and b.year is not None and a.month is not None:
            same_year = b.month is None or (a.month, a.day or 0) < (b.month, b.day or 32)
            a = replace(a, year=b.year if same_year else b.year - 1)
            a = replace(a, resolve=on_calendar(a))
        first = a.resolve(context)
        last = b.resolve(
            replace(context, tense="future", today=first.first) if first and first.dated and b.year is None else context
        )
        return interval(first, last)

    return replace(left, end=right.end, kind="range", resolve=resolve)


def _weekday_range(left: Atom, right: Atom, context: Context) -> Days | None:
    length = timedelta(((right.day or 0) - (left.day or 0)) % 7)
    if context.tense == "past":
        last = right.resolve(context)
        return (
            interval(replace(last, first=last.last - length, edtf=str(last.last - length)), last)
            if last and last.dated
            else last
        )
    first = left.resolve(context)
    return (
        interval(first, replace(first, last=first.first + length, edtf=str(first.first + length)))
        if first and first.dated
        else first
    )
