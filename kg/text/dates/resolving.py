"""An expression of time, and how it resolves: against the article's day, the story's, and the tense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.model import When
from kg.text.dates.days import LEAP_YEAR, calendar_day
from kg.text.dates.stretches import Days, months_after, one_day, part_of, shifted, so_far, whole_month, whole_year

FROM_ARTICLE = "from the article's date"
FROM_DATELINE = "from the dateline, without its year"
FROM_STORY = "from an earlier date in the text"


@dataclass(frozen=True, slots=True)
class Context:
    """
    `today` is the article's day, `dated` whether its year is known; `anchor` an earlier day of the story.

    Without its year a day's weekday is known only where `in_week` says so: `today` then has that weekday.
    """

    today: date | None
    dated: bool
    in_week: bool
    tense: str | None
    anchor: When | None
    year: int | None

    def published(self) -> date | None:
        return self.today if self.dated else None


Resolve = Callable[[Context], Days | None]


@dataclass(frozen=True, slots=True)
class Atom:
    """
    One expression: where it stands, its type ("day", "month", "year", "weekday", "relative"), how it resolves, and for
    calendar days the parts it has.
    """

    start: int
    end: int
    kind: str
    resolve: Resolve
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    which: str | None = None  # "last", "next", "this"


def on_calendar(atom: Atom) -> Resolve:
    """Resolve a day or month of the calendar; the year is stated, shifted from the article's, or chosen by tense."""

    def of(year: int, basis: str) -> Days | None:
        assert atom.month is not None
        if atom.day is None:
            return part_of(whole_month(year, atom.month, basis), atom.part)
        day = calendar_day(year, atom.month, atom.day)
        return one_day(day, basis) if day else None

    def resolve(context: Context) -> Days | None:
        if atom.year is not None:
            return of(atom.year, "stated")
        if atom.which in ("the following", "the previous"):
            base = context.anchor.first if context.anchor is not None else None
            year = _year_beside(base, atom.month, atom.which) if base is not None and atom.month else None
            return of(year, FROM_STORY) if year is not None else None
        published = context.published()
        if published is not None:
            return by_tense(atom.which or context.tense, published, lambda year: of(year, f"year {FROM_ARTICLE}"))
        if context.year is not None:
            return of(context.year, "year from the text")
        days = of(LEAP_YEAR, "stated without a year")
        return replace(days, dated=False) if days else None

    return resolve


def _year_beside(base: date, month: int, which: str) -> int:
    """The year of the first such month after *base*, or of the last one before it."""
    if which == "the following":
        return base.year + (month <= base.month)
    return base.year - (month >= base.month)


def by_tense(tense: str | None, published: date, of: Callable[[int], Days | None]) -> Days | None:
    """What *of* gives for the year that the tense means: the latest not after publication, the next, or the nearest."""
    years = [days for year in range(published.year - 4, published.year + 5) if (days := of(year))]
    month = published.replace(day=1)
    match tense:
        case "past":
            return max((d for d in years if d.first <= published), key=lambda d: d.first, default=None)
        case "future":
            return min((d for d in years if d.last >= published), key=lambda d: d.first, default=None)
        case "last":
            return max((d for d in years if d.last < month), key=lambda d: d.first, default=None)
        case "next":
            return min((d for d in years if d.first > published), key=lambda d: d.first, default=None)
        case "this":
            return next((d for d in years if d.first.year == published.year), None)
    return min(
        years,
        key=lambda d: abs((d.first - published).days) if d.last < published else (d.first - published).days,
        default=None,
    )


def on_weekday(number: int, which: str | None) -> Resolve:
    """Resolve a day of the week (0 is Monday): the one that "last" or "next" picks, else the one of the tense."""

    def resolve(context: Context) -> Days | None:
        today = context.today
        if which in ("the previous", "the following"):
            base = _anchor_day(context)
            if base is None:
                return None
            return one_day(
                _weekday_before(base, number) if which == "the previous" else _weekday_after(base, number), FROM_STORY
            )
        if today is None or not (context.dated or context.in_week):
            return None
        told = context.tense == "past" and which == "this"  # "received her this Tuesday", which has been
        day = _nearest_weekday(today, number, context.tense if told else which or context.tense)
        return one_day(day, FROM_ARTICLE) if context.dated else replace(one_day(day, FROM_DATELINE), dated=False)

    return resolve


def _nearest_weekday(today: date, number: int, tense: str | None) -> date:
    back, ahead = timedelta((today.weekday() - number) % 7), timedelta((number - today.weekday()) % 7)
    match tense:
        case "past":
            return today - back
        case "future" | "this":
            return today + ahead
        case "last" if back.days == 1:
            return today - back - timedelta(7)  # told on a Saturday, "last Friday" is not yesterday
        case "last" | "this past":
            return _weekday_before(today, number)
        case "next":  # the one of the week after this
            return today + timedelta(7 - today.weekday() + number)
        case "this coming":
            return _weekday_after(today, number)
    return today - back if back <= ahead else today + ahead


def _weekday_before(day: date, number: int) -> date:
    return day - timedelta((day.weekday() - number - 1) % 7 + 1)


def _weekday_after(day: date, number: int) -> date:
    return day + timedelta((number - day.weekday() - 1) % 7 + 1)


def _anchor_day(context: Context) -> date | None:
    """The day that "the day before" counts from: one of the story, else the article's own."""
    if context.anchor is not None:
        return context.anchor.first if context.anchor.first == context.anchor.last else None
    return context.today


def counted_off(unit: str, count: int, *, story: bool = False, part: str | None = None) -> Resolve:
    """So many days, weeks, months or years from the article's day, or from an earlier day of the story."""

    def resolve(context: Context) -> Days | None:
        if story and context.anchor is not None:
            base, dated, basis = context.anchor.first, True, FROM_STORY
            if context.anchor.edtf is not None and context.anchor.edtf.startswith("XXXX"):
                base, dated = _yearless(context.anchor.edtf), False
        else:
            base, dated, basis = context.today, context.dated, FROM_ARTICLE
        if base is None:
            return None
        coarse = story and context.anchor is not None and context.anchor.first != context.anchor.last
        if coarse and context.anchor is not None:
            return _shifted_coarse(context.anchor, unit, count)
        days = shifted(base, unit, count, basis)
        if not dated:
            if unit == "year":
                return None
            return replace(days, dated=False, basis=FROM_DATELINE if basis == FROM_ARTICLE else basis)
        return so_far(part_of(days, part), part, base)

    return resolve


def _shifted_coarse(anchor: When, unit: str, count: int) -> Days | None:
    """So many months or years from a month, or years from a year."""
    edtf = anchor.edtf or ""
    if anchor.first is None or (len(edtf), unit) not in ((7, "month"), (7, "year"), (4, "year")):
        return None
    if len(edtf) == 4:
        return whole_year(anchor.first.year + count, FROM_STORY)
    return whole_month(*months_after(anchor.first, count * (12 if unit == "year" else 1)), FROM_STORY)


def _yearless(edtf: str) -> date | None:
    parts = edtf.split("/")[0].split("-")[1:]
    return calendar_day(LEAP_YEAR, int(parts[0]), int(parts[1])) if len(parts) == 2 else None
