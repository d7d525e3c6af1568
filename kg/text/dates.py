"""A sentence's words for days, weeks, months and years → `TimeMention`, each resolved to a `When`."""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from kg.model import Span, When

# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────────

MONTHS = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
MONTH = r"(?i:" + "|".join(sorted(MONTH_NUMBER, key=len, reverse=True)) + r")\b"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}  # northern
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("zero", "a|an|one|single", "two|a couple of|couple of", "three", "four", "five", "six", "seven", "eight",
         "nine", "ten", "eleven", "twelve")
    )
    for word in words.split("|")
}  # fmt: skip
ORDINALS = {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
_QUARTERS = {**{word: n for word, n in ORDINALS.items() if n <= 4}, "last": 4}


class Role(StrEnum):
    """What a time is to what happens: the preposition's part in it."""

    AT = "at"
    SINCE = "since"  # also "from … on", "starting", "effective"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """
    A time in a sentence. `span` is in the sentence's characters and leaves prepositions out; a range is one mention,
    whose EDTF string is an interval (`2025-09-14/2025-09-16`).
    """

    span: Span
    when: When
    role: Role


# ── full days, as fields and datelines give them ────────────────────────────────────────────────────────────────────

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
            return (month, day) if _date(LEAP_YEAR, month, day) else None
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
    return _date(int(parts["year"]), month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# ── stretches of days ───────────────────────────────────────────────────────────────────────────────────────────────

LEAP_YEAR = 2000  # stands in where no year is known


@dataclass(frozen=True, slots=True)
class _Days:
    """Days `first` to `last`; `edtf` is never finer than what was said; without `dated` the year means nothing."""

    first: date
    last: date
    edtf: str | None
    basis: str
    dated: bool = True


def _day(day: date, basis: str = "stated") -> _Days:
    return _Days(day, day, day.isoformat(), basis)


def _month(year: int, month: int, basis: str = "stated") -> _Days:
    last = monthrange(year, month)[1]
    return _Days(date(year, month, 1), date(year, month, last), f"{year:04}-{month:02}", basis)


def _year(year: int, basis: str = "stated") -> _Days:
    return _Days(date(year, 1, 1), date(year, 12, 31), f"{year:04}", basis)


def _stretch(first: date, last: date, basis: str) -> _Days:
    """Days that have no EDTF string of their own: the month or year that holds them all stands for them."""
    edtf = None
    if first.year == last.year:
        edtf = f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"
    return _Days(first, last, edtf, basis)


def _months_after(day: date, months: int) -> tuple[int, int]:
    """(year, month) so many months after the month of *day*."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


# Which part of a month (days) or year (months) a word picks.
_PARTS = {
    "early": ((1, 10), (1, 4)), "mid": ((10, 20), (5, 8)), "late": ((20, 31), (9, 12)), "first half": ((1, 15), (1, 6)),
    "second half": ((16, 31), (7, 12)),
}  # fmt: skip
_PART_OF = {"start": "early", "beginning": "early", "middle": "mid", "end": "late", "close": "late", "turn": "early"}


def _part(days: _Days, word: str | None) -> _Days:
    """The early, middle or late part of a month or year; the EDTF string stays that of the whole."""
    if word is None or days.first == days.last:
        return days
    word = _PART_OF.get(word, word)
    if word not in _PARTS:
        return days
    of_month, of_year = _PARTS[word]
    if days.first.month == days.last.month:
        last = min(of_month[1], days.last.day)
        return replace(days, first=days.first.replace(day=of_month[0]), last=days.last.replace(day=last))
    end = _month(days.first.year, of_year[1]).last
    return replace(days, first=date(days.first.year, of_year[0], 1), last=end)


# ── what the words are resolved against ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Context:
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


FROM_ARTICLE = "from the article's date"
_FROM_DATELINE = "from the dateline, without its year"
_FROM_STORY = "from an earlier date in the text"

Resolve = Callable[[_Context], _Days | None]


@dataclass(frozen=True, slots=True)
class _Atom:
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


def _calendar(atom: _Atom) -> Resolve:
    """Resolve a day or month of the calendar; the year is stated, shifted from the article's, or chosen by tense."""

    def of(year: int, basis: str) -> _Days | None:
        assert atom.month is not None
        if atom.day is None:
            return _part(_month(year, atom.month, basis), atom.part)
        day = _date(year, atom.month, atom.day)
        return _day(day, basis) if day else None

    def resolve(context: _Context) -> _Days | None:
        if atom.year is not None:
            return of(atom.year, "stated")
        if atom.which in ("the following", "the previous"):
            base = context.anchor.first if context.anchor is not None else None
            year = _year_beside(base, atom.month, atom.which) if base is not None and atom.month else None
            return of(year, _FROM_STORY) if year is not None else None
        published = context.published()
        if published is not None:
            return _chosen(atom.which or context.tense, published, lambda year: of(year, f"year {FROM_ARTICLE}"))
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


def _chosen(tense: str | None, published: date, of: Callable[[int], _Days | None]) -> _Days | None:
    """The year of a day or month, by tense: the latest not after publication, the next one, or the nearest."""
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


def _weekday(number: int, which: str | None) -> Resolve:
    def resolve(context: _Context) -> _Days | None:
        today = context.today
        if which in ("the previous", "the following"):
            base = _anchor_day(context)
            if base is None:
                return None
            return _day(
                _weekday_before(base, number) if which == "the previous" else _weekday_after(base, number), _FROM_STORY
            )
        if today is None or not (context.dated or context.in_week):
            return None
        day = _nearest_weekday(today, number, which or context.tense)
        return _day(day, FROM_ARTICLE) if context.dated else replace(_day(day, _FROM_DATELINE), dated=False)

    return resolve


def _nearest_weekday(today: date, number: int, tense: str | None) -> date:
    back, ahead = timedelta((today.weekday() - number) % 7), timedelta((number - today.weekday()) % 7)
    match tense:
        case "past":
            return today - back
        case "future" | "this":
            return today + ahead
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


def _anchor_day(context: _Context) -> date | None:
    """The day that "the day before" counts from: one of the story, else the article's own."""
    if context.anchor is not None:
        return context.anchor.first if context.anchor.first == context.anchor.last else None
    return context.today


def _shifted(unit: str, count: int, *, story: bool = False, part: str | None = None) -> Resolve:
    """So many days, weeks, months or years from the article's day, or from an earlier day of the story."""

    def resolve(context: _Context) -> _Days | None:
        if story and context.anchor is not None:
            base, dated, basis = context.anchor.first, True, _FROM_STORY
            if context.anchor.edtf is not None and context.anchor.edtf.startswith("XXXX"):
                base, dated = _yearless(context.anchor.edtf), False
        else:
            base, dated, basis = context.today, context.dated, FROM_ARTICLE
        if base is None:
            return None
        coarse = story and context.anchor is not None and context.anchor.first != context.anchor.last
        if coarse and context.anchor is not None:
            return _shifted_coarse(context.anchor, unit, count)
        days = _shift(base, unit, count, basis)
        if not dated:
            if unit == "year":
                return None
            return replace(days, dated=False, basis=_FROM_DATELINE if basis == FROM_ARTICLE else basis)
        return _so_far(_part(days, part), part, base)

    return resolve


def _shifted_coarse(anchor: When, unit: str, count: int) -> _Days | None:
    """So many months or years from a month, or years from a year."""
    edtf = anchor.edtf or ""
    if anchor.first is None or (len(edtf), unit) not in ((7, "month"), (7, "year"), (4, "year")):
        return None
    if len(edtf) == 4:
        return _year(anchor.first.year + count, _FROM_STORY)
    return _month(*_months_after(anchor.first, count * (12 if unit == "year" else 1)), _FROM_STORY)


def _yearless(edtf: str) -> date | None:
    parts = edtf.split("/")[0].split("-")[1:]
    return _date(LEAP_YEAR, int(parts[0]), int(parts[1])) if len(parts) == 2 else None


def _shift(base: date, unit: str, count: int, basis: str) -> _Days:
    match unit:
        case "day":
            return _day(base + timedelta(count), basis)
        case "week":
            monday = base - timedelta(base.weekday()) + timedelta(7 * count)
            return _stretch(monday, monday + timedelta(6), basis)
        case "fortnight" | "weeks":
            day = base + timedelta(7 * count)
            return _stretch(day - timedelta(3), day + timedelta(3), basis)
        case "weekend":
            saturday = base - timedelta(base.weekday()) + timedelta(5 + 7 * count)
            return replace(
                _stretch(saturday, saturday + timedelta(1), basis), edtf=f"{saturday}/{saturday + timedelta(1)}"
            )
        case "month":
            return _month(*_months_after(base, count), basis)
        case "decade":
            return _stretch(date(base.year + 10 * count - 1, 1, 1), date(base.year + 10 * count + 1, 12, 31), basis)
    return _year(base.year + count, basis)


def _so_far(days: _Days, part: str | None, today: date) -> _Days:
    """End "earlier this year" today at the latest, begin "later this year" today at the earliest."""
    if part == "earlier":
        return replace(days, last=max(days.first, min(days.last, today)))
    if part == "later":
        return replace(days, first=min(days.last, max(days.first, today)))
    return days


# ── expressions ─────────────────────────────────────────────────────────────────────────────────────────────────────

_NAMES = [form for name in MONTH_NUMBER for form in (name.capitalize(), name.upper())]
_FULL = [form for names in MONTHS for form in (names[0].capitalize(), names[0].upper())]
_SHORT = sorted((form for form in _NAMES if form not in _FULL), key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The expressions of dates.toml."""

    times: tuple[tuple[str, re.Pattern[str]], ...]
    context: dict[str, re.Pattern[str]]
    roles: tuple[tuple[Role, re.Pattern[str]], ...]


@cache
def _patterns() -> _Patterns:
    table = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
    parts = {
        **table["parts"],
        "MONTHS": "|".join(_NAMES),
        "MONTH": rf"(?P<month>{'|'.join(_FULL)}|(?:{'|'.join(_SHORT)})\b\.?)(?!\w)",
        "NUMBER": rf"(?P<count>{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d{{1,3}})",
    }

    def compiled(pattern: str) -> re.Pattern[str]:
        while known := [name for name in parts if "{" + name + "}" in pattern]:
            for name in known:
                pattern = pattern.replace("{" + name + "}", parts[name])
        return re.compile(pattern)

    return _Patterns(
        tuple((entry["kind"], compiled(entry["pattern"])) for entry in table["time"]),
        {name: compiled(pattern) for name, pattern in table["context"].items()},
        tuple((Role(name), compiled(pattern)) for name, pattern in table["roles"].items()),
    )


def _before(name: str, text: str) -> bool:
    """Whether a text ends in what the context of that name wants."""
    return bool(_patterns().context[name].search(text))


def _after(name: str, text: str) -> bool:
    """Whether a text opens with what the context of that name wants."""
    return bool(_patterns().context[name].match(text))


_NAMED_DAYS = {(9, 11), (10, 7), (1, 6)}  # with a noun behind them these are names of what happened


def _atoms(text: str) -> Iterator[_Atom]:
    """Every expression found, overlapping ones included."""
    for kind, pattern in _patterns().times:
        for match in pattern.finditer(text):
            atom = _READERS[kind](match, text)
            if atom is not None:
                yield atom


def _group(match: re.Match[str], name: str) -> str | None:
    return match[name].lower() if name in match.re.groupindex and match[name] else None


def _number(match: re.Match[str], name: str) -> int | None:
    value = _group(match, name)
    return int(value) if value and value.isdigit() else None


def _month_of(match: re.Match[str]) -> int:
    return MONTH_NUMBER[match["month"].lower().rstrip(".")]


_YEAR_SHIFT = {"this": 0, "last": -1, "next": 1}


def _dated(
    match: re.Match[str], start: int, end: int, *, month: int, day: int | None, part: str | None = None
) -> _Atom:
    """An atom of the calendar; "last year" behind it fixes the year once the article's is known."""
    atom = _Atom(
        start, end, "day" if day else "month", _never, _number(match, "year"), month, day, part, _group(match, "which")
    )
    that = _group(match, "that")
    if that is None:
        return replace(atom, resolve=_calendar(atom))

    def resolve(context: _Context) -> _Days | None:
        published = context.published()
        if published is None:
            return _calendar(atom)(replace(context, year=None))
        fixed = replace(atom, year=published.year + _YEAR_SHIFT[that])
        days = _calendar(fixed)(context)
        return replace(days, basis=f"year {FROM_ARTICLE}") if days else None

    return replace(atom, resolve=resolve)


def _never(context: _Context) -> _Days | None:
    return None


def _days_of_month(match: re.Match[str], text: str) -> _Atom | None:
    """Read "September 14-15" or "14 to 16 September": one atom, an interval."""
    first, last = int(match["day"]), int(match["day2"])
    month = _month_of(match)
    joined = match["join"].strip()
    between = text[: match.start()].rstrip().lower().endswith(("between", "both"))
    if not (1 <= first < last <= 31) or (joined == "and" and last != first + 1 and not between):
        return None
    left = _dated(match, match.start(), match.end(), month=month, day=first)
    right = _dated(match, match.start(), match.end(), month=month, day=last)

    def resolve(context: _Context) -> _Days | None:
        return _interval(left.resolve(context), right.resolve(context))

    return replace(left, kind="range", resolve=resolve)


def _interval(left: _Days | None, right: _Days | None) -> _Days | None:
    if left is None or right is None or left.edtf is None or right.edtf is None or left.first > right.last:
        return None
    a, b = left.edtf.split("/")[0], right.edtf.split("/")[-1]
    return _Days(left.first, right.last, f"{a}/{b}", left.basis, left.dated and right.dated)


def _read_day(match: re.Match[str], text: str) -> _Atom | None:
    month, day = _month_of(match), int(match["day"])
    if _date(LEAP_YEAR, month, day) is None:
        return None
    if (month, day) in _NAMED_DAYS and _after("name_after", text[match.end() :]):
        return None
    return _dated(match, match.start(), match.end(), month=month, day=day)


def _read_iso(match: re.Match[str], text: str) -> _Atom | None:
    day = full_day(match["iso"])
    if day is None:
        return None
    return _Atom(match.start(), match.end(), "day", lambda _: _day(day), day.year, day.month, day.day)


def _read_month(match: re.Match[str], text: str) -> _Atom | None:
    """A month counts with a year, or after a preposition or "last"; "the July summit" too, "Theresa May" never."""
    part = (_group(match, "part") or _group(match, "partof") or "").strip() or None
    said = _group(match, "year") or _group(match, "that") or part or _group(match, "which")
    if not said and not _stands_alone(match["month"], text[: match.start()], text[match.end() :]):
        return None
    return _dated(match, match.start(), match.end(), month=_month_of(match), day=None, part=part)


def _stands_alone(month: str, before: str, after: str) -> bool:
    """Whether a bare month is one, by what stands around it."""
    event = _after("event_noun", after)
    if _after("name_after", after) or month in ("MAY", "SEP", "MAR", "JAN", "DEC", "Sep", "Mar", "Jan", "Dec"):
        return False
    named = month.lower() in ("may", "march", "april", "june", "august") and re.match(r"\s[A-Z][a-z]", after)
    possessive = after.startswith(("'s", "’s"))
    if (named or possessive) and not event:
        return False
    if _before("in", before):
        return not (possessive and re.search(r"\bby\s$", before, re.I))
    if event and _before("tentative", before + " "):
        return True
    return bool(re.search(r"(?:\bof|\bto|\band|\bor|,|[-–—])\s?$", before)) and _month_before(before)


def _month_before(before: str) -> bool:
    """Whether the word before the connective is a month or the middle of a month's phrase: "in June and July"."""
    return bool(re.search(rf"(?:{'|'.join(_NAMES)})\.?,?\s?(?:to|and|or|,|[-–—]|through|until)\s?$", before)) or bool(
        re.search(r"(?:end|start|beginning|middle|days|weeks|\d(?:st|nd|rd|th))\sof\s$", before)
    )


def _read_years(match: re.Match[str], text: str) -> _Atom | None:
    first, last = int(match["year"]), int(match["year2"])
    before = text[: match.start()]
    if (
        first >= last
        or last - first > 60
        or not (_before("in", before) or (re.search(r"[(\s]$", before) and "and" not in match[0]))
    ):
        return None
    return _Atom(match.start(), match.end(), "range", lambda _: _interval(_year(first), _year(last)), first)


def _read_year(match: re.Match[str], text: str) -> _Atom | None:
    before = text[: match.start()]
    part = (_group(match, "part") or _group(match, "partof") or "").strip() or None
    if not (part or _before("in", before) or _before("year_of", before)):
        return None
    year = int(match["year"])
    return _Atom(match.start(), match.end(), "year", lambda _: _part(_year(year), part), year, part=part)


def _read_weekday(match: re.Match[str], text: str) -> _Atom | None:
    if _after("name_after", text[match.end() :]) or _before("name_before", text[: match.start()]):
        return None
    number = WEEKDAYS.index(match["weekday"].lower())
    which = _group(match, "which")
    return _Atom(match.start(), match.end(), "weekday", _weekday(number, which), which=which, day=number)


def _read_weekday_of_week(match: re.Match[str], text: str) -> _Atom | None:
    """Read "Tuesday of last week"."""
    number, week = WEEKDAYS.index(match["weekday"].lower()), _YEAR_SHIFT[match["week"].lower()]

    def resolve(context: _Context) -> _Days | None:
        today = context.today
        if today is None or not (context.dated or context.in_week):
            return None
        day = today + timedelta(7 * week + number - today.weekday())
        return _day(day, FROM_ARTICLE) if context.dated else replace(_day(day, _FROM_DATELINE), dated=False)

    return _Atom(match.start(), match.end(), "day", resolve)


_HOLIDAYS = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
    "boxing day": (12, 26), "valentine's day": (2, 14), "st patrick's day": (3, 17), "may day": (5, 1),
}  # fmt: skip
# first and last day, counted from Easter Sunday
_EASTER = {"good friday": (-2, -2), "easter sunday": (0, 0), "easter monday": (1, 1), "easter weekend": (-1, 0)}


def _read_holiday(match: re.Match[str], text: str) -> _Atom | None:
    if _after("name_after", text[match.end() :]):
        return None
    month, day = _HOLIDAYS[match["holiday"].lower().replace("’", "'").replace(".", "")]
    return _dated(match, match.start(), match.end(), month=month, day=day)


def _read_easter(match: re.Match[str], text: str) -> _Atom | None:
    if _after("name_after", text[match.end() :]):
        return None
    first, last = _EASTER[match["holiday"].lower()]
    year = _number(match, "year")

    def of(at: int, basis: str) -> _Days:
        left, right = (_day(_easter(at) + timedelta(n), basis) for n in (first, last))
        return left if first == last else replace(left, last=right.last, edtf=f"{left.edtf}/{right.edtf}")

    def resolve(context: _Context) -> _Days | None:
        at, published = year or context.year, context.published()
        if at is not None:
            return of(at, "stated")
        return _chosen(context.tense, published, lambda y: of(y, f"year {FROM_ARTICLE}")) if published else None

    return _Atom(match.start(), match.end(), "relative", resolve, year)


def _easter(year: int) -> date:
    """Western Easter Sunday, by the Gregorian computus."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(moon - weekday)


_WORDS = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2}


def _read_word(match: re.Match[str], text: str) -> _Atom | None:
    """Read "today", "last night"; "today's world" names no day."""
    if match["word"].lower() == "today" and re.match(
        r"['’]s\s(?:world|economy|society|China|youth|generation)", text[match.end() :]
    ):
        return None
    return _Atom(match.start(), match.end(), "day", _shifted("day", _WORDS.get(match["word"].lower(), 0)))


def _read_period(match: re.Match[str], text: str) -> _Atom | None:
    if "weekend" in match.re.groupindex:
        return _Atom(match.start("weekend"), match.end(), "relative", _the_weekend)
    if match["part"] == "year" and "unit" not in match.re.groupindex:
        return _Atom(match.start(), match.end(), "relative", _shifted("year", 0, part="late"))
    which = _group(match, "which") or "this"
    unit, part = match["unit"], _group(match, "part")
    count = {"last": -1, "this past": -1, "next": 1, "this coming": 0 if unit == "weekend" else 1}.get(which, 0)
    if unit == "weekend" and which in ("last", "this past"):
        return _Atom(match.start(), match.end(), "relative", _last_weekend)
    return _Atom(match.start(), match.end(), "relative", _shifted(unit, count, part=part))


def _the_weekend(context: _Context) -> _Days | None:
    """Resolve "over the weekend": the coming one where the tense says so, else the last one, or the one it is now."""
    if context.tense == "future":
        return _shifted("weekend", 0)(context)
    return _last_weekend(context)


def _last_weekend(context: _Context) -> _Days | None:
    today = context.published()
    return _shift(today, "weekend", 0 if today.weekday() >= 5 else -1, FROM_ARTICLE) if today else None


def _read_season(match: re.Match[str], text: str) -> _Atom | None:
    first, last = SEASONS[match["season"].lower()]
    which, that, year = _group(match, "which"), _group(match, "that"), _number(match, "year")
    lead = match[0].lower().startswith(("the ", "early", "late", "mid")) or re.search(
        r"\b(?:in|since|by|until)\s$", text[: match.start()], re.I
    )
    if not (which or that or year or lead) or (
        match["season"].lower() == "fall" and not (which or year or match[0].lower().startswith("the fall"))
    ):
        return None
    if (
        match["season"].lower() in ("fall", "spring")
        and re.match(r"\s(?:of|in|to|from)\s(?!(?:19|20)\d\d)", text[match.end() :])
        and not which
    ):
        return None

    def of(at: int, basis: str) -> _Days | None:
        end = _month(at + (last < first), last).last
        return replace(_stretch(date(at, first, 1), end, basis), edtf=None if last < first else f"{at:04}")

    def resolve(context: _Context) -> _Days | None:
        published = context.published()
        if year is not None:
            days = of(year, "stated")
            return replace(days, edtf=f"{year:04}") if days else None
        if published is None:
            return None
        if that is not None:
            return of(published.year + _YEAR_SHIFT[that], f"year {FROM_ARTICLE}")
        return _chosen(which or context.tense, published, lambda at: of(at, f"year {FROM_ARTICLE}"))

    return _Atom(match.start(), match.end(), "relative", resolve)


def _read_quarter(match: re.Match[str], text: str) -> _Atom | None:
    number = int(match["q"]) if match["q"] else _QUARTERS[match["nth"].lower()]
    year, that = _number(match, "year"), _group(match, "that")

    def resolve(context: _Context) -> _Days | None:
        published = context.published()
        at = year or (published.year + _YEAR_SHIFT[that or "this"] if published else None)
        if at is None:
            return None
        basis = "stated" if year else f"year {FROM_ARTICLE}"
        return _stretch(date(at, 3 * number - 2, 1), _month(at, 3 * number).last, basis)

    return _Atom(match.start(), match.end(), "relative", resolve)


def _count(match: re.Match[str]) -> int:
    words = match["count"].lower()
    return int(words) if words.isdigit() else NUMBERS[words]


_MORE_THAN = re.compile(r"\b(?:more than|less than|over|at least|under|up to|as many as|fewer than)\s$", re.I)


def _read_ago(match: re.Match[str], text: str) -> _Atom | None:
    if _MORE_THAN.search(text[: match.start()]):
        return None
    unit = {"week": "weeks"}.get(match["unit"].lower(), match["unit"].lower())
    return _Atom(match.start(), match.end(), "relative", _shifted(unit, -_count(match)))


def _read_from_now(match: re.Match[str], text: str) -> _Atom | None:
    unit = {"week": "weeks"}.get(match["unit"].lower(), match["unit"].lower())
    return _Atom(match.start(), match.end(), "relative", _shifted(unit, _count(match)))


_BACK = ("earlier", "before", "beforehand", "prior", "previously")
_NOUN_FOLLOWS = re.compile(
    r"\s(?!and\b|but\b|in\b|at\b|with\b|on\b|by\b|to\b|as\b|when\b|while\b|than\b|for\b|via\b)", re.I
)


def _read_later(match: re.Match[str], text: str) -> _Atom | None:
    """Read "two days later", counted from the story; not "two days after the vote", counted from the vote."""
    direction = match["dir"].lower()
    if direction in ("before", "after", "prior") and match["rest"] and _NOUN_FOLLOWS.match(match["rest"]):
        return None
    if _MORE_THAN.search(text[: match.start()]) or (match["rest"] or "").strip() == "than":
        return None
    sign = -1 if direction in _BACK else 1
    unit = {"week": "weeks"}.get(match["unit"].lower(), match["unit"].lower())
    end = match.end("dir")
    counted = _shifted(unit, sign * _count(match), story=True)
    return _Atom(match.start(), end, "relative", counted if sign < 0 else _in_story(counted))


def _in_story(resolve: Resolve) -> Resolve:
    """What is later than something told is not counted from the article's day."""
    return lambda context: resolve(context) if context.anchor is not None else None


def _read_next(match: re.Match[str], text: str) -> _Atom | None:
    direction, unit = match["dir"].lower(), match["unit"].lower()
    rest = match["rest"] or ""
    if rest.strip() in ("round", "of") or (direction in ("before", "after", "prior") and _NOUN_FOLLOWS.match(rest)):
        return None
    unit = "day" if unit in ("morning", "afternoon", "evening", "night") else unit
    sign = (
        0
        if "same" in direction or "that" in direction
        else -1
        if any(w in direction for w in ("previous", "preceding", *_BACK))
        else 1
    )
    end = match.end("dir") if match.start("dir") > match.start("unit") else match.end("unit")
    counted = _shifted(unit, sign, story=True)
    return _Atom(match.start(), end, "relative", _in_story(counted) if "that" in direction else counted)


def _read_nth(match: re.Match[str], text: str) -> _Atom | None:
    """Read "on the 14th": of the article's month, or of the one before or after, as the tense has it."""
    day = int(match["day"])
    shift = next((_YEAR_SHIFT[w] for w in ("last", "next") if match["month"] and w in match["month"]), None)
    start = match.start() + 3

    def resolve(context: _Context) -> _Days | None:
        today = context.today
        if today is None:
            return None
        months = [_months_after(today, n) for n in ((shift,) if shift is not None else (-1, 0, 1))]
        found = [at for year, month in months if (at := _date(year, month, day))]
        if shift is None:
            found = [at for at in found if (at >= today if context.tense == "future" else at <= today)]
        chosen = (found[0] if context.tense == "future" else found[-1]) if found else None
        return replace(_day(chosen, f"month {FROM_ARTICLE}"), dated=context.dated) if chosen else None

    return _Atom(start, match.end(), "day", resolve)


_READERS: dict[str, Callable[[re.Match[str], str], _Atom | None]] = {
    "days of month": _days_of_month,
    "day": _read_day,
    "iso": _read_iso,
    "month": _read_month,
    "years": _read_years,
    "year": _read_year,
    "weekday": _read_weekday,
    "weekday of week": _read_weekday_of_week,
    "holiday": _read_holiday,
    "easter": _read_easter,
    "word": _read_word,
    "period": _read_period,
    "season": _read_season,
    "quarter": _read_quarter,
    "ago": _read_ago,
    "fromnow": _read_from_now,
    "later": _read_later,
    "next": _read_next,
    "the nth": _read_nth,
}

# ── expressions side by side ────────────────────────────────────────────────────────────────────────────────────────

_BETWEEN = re.compile(r"(?:\s?[-–—]\s?|\s(?:to|through|until|till|and)\s)(?:on\s|the\s)?")
_MOVED = re.compile(r"\b(?:moved?|postponed?|rescheduled?|shifted|brought forward|delayed?|pushed)\b[^.;]{0,40}$", re.I)
_RANGE_OPENS = re.compile(r"\b(?:from|between)\s(?:late\s|early\s)?$", re.I)


def _apart(atoms: Iterator[_Atom]) -> list[_Atom]:
    """The atoms without overlaps: the one that starts first, then the longest, then the more specific."""
    kept: list[_Atom] = []
    for atom in sorted(atoms, key=lambda a: (a.start, -a.end)):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _joined(atoms: list[_Atom], text: str) -> list[_Atom]:
    """Weekdays merged with the date behind them, and ranges made of two atoms."""
    result: list[_Atom] = []
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


def _range(left: _Atom, right: _Atom, between: str, text: str) -> _Atom | None:
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

    def resolve(context: _Context) -> _Days | None:
        if left.kind == "weekday" and left.day is not None and right.day is not None:
            return _weekday_range(left, right, context)
        a, b = left, right
        if a.year is None and b.year is not None and a.month is not None:
            a = replace(a, year=b.year if b.month is None or a.month <= b.month else b.year - 1)
            a = replace(a, resolve=_calendar(a))
        first = a.resolve(context)
        last = b.resolve(
            replace(context, tense="future", today=first.first) if first and first.dated and b.year is None else context
        )
        return _interval(first, last)

    return replace(left, end=right.end, kind="range", resolve=resolve)


def _weekday_range(left: _Atom, right: _Atom, context: _Context) -> _Days | None:
    length = timedelta(((right.day or 0) - (left.day or 0)) % 7)
    if context.tense == "past":
        last = right.resolve(context)
        return (
            _interval(replace(last, first=last.last - length, edtf=str(last.last - length)), last)
            if last and last.dated
            else last
        )
    first = left.resolve(context)
    return (
        _interval(first, replace(first, last=first.first + length, edtf=str(first.first + length)))
        if first and first.dated
        else first
    )


# ── roles ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _role(text: str, start: int, kind: str) -> Role:
    found = next((role for role, pattern in _patterns().roles if pattern.search(text[:start])), Role.AT)
    return Role.AT if kind == "range" and found is Role.SINCE else found


# ── the public function ─────────────────────────────────────────────────────────────────────────────────────────────


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
    for atom in _joined(_apart(_atoms(text)), text):
        role = _role(text, atom.start, atom.kind)
        # "until November 10" in a past sentence may well lie ahead
        direction = None if tense == "past" and role in (Role.UNTIL, Role.BY) else tense
        context = _Context(today, dated, weekday is not None, direction, _latest(found) or anchor, year_hint)
        if atom.kind in ("day", "month", "range") and atom.year is None and (year := _year_said(found)):
            context = replace(context, today=None if atom.month else today, year=year) if atom.month else context
        when = _when(atom.resolve(context), text[atom.start : atom.end])
        found.append(TimeMention(Span(atom.start, atom.end), when, role))
    return tuple(found)


def _filed(day: tuple[int, int], weekday: int | None) -> date | None:
    """The day in a year that has it on that weekday; in any, where no weekday is given."""
    years = range(LEAP_YEAR, LEAP_YEAR + 28)
    found = (at for year in years if (at := _date(year, *day)) and (weekday is None or at.weekday() == weekday))
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


def _when(days: _Days | None, wording: str) -> When:
    if days is None:
        return When(None, None, None, "wording only", wording)
    if not days.dated and days.edtf is not None and len(days.edtf) == 4:
        return When(None, None, None, days.basis, wording)
    if days.dated:
        return When(days.edtf, days.first, days.last, days.basis, wording)
    edtf = "/".join(f"XXXX{part[4:]}" for part in days.edtf.split("/")) if days.edtf else None
    return When(edtf, None, None, days.basis, wording)
