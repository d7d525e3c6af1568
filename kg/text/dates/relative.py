"""Matches of what is counted from another day ("yesterday", "two weeks ago", "last spring") → expressions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from kg.text.dates.days import calendar_day
from kg.text.dates.patterns import number_in, word_in
from kg.text.dates.resolving import FROM_ARTICLE, Atom, Context, Resolve, by_tense, counted_off
from kg.text.dates.stretches import Days, months_after, one_day, shifted, stretch, whole_month
from kg.text.dates.words import NUMBERS, QUARTERS, SEASONS, YEAR_SHIFT

_WORDS = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2}


def read_word(match: re.Match[str], text: str) -> Atom | None:
    """Read "today", "last night"; "today's world" names no day."""
    if match["word"].lower() == "today" and re.match(
        r"['’]s\s(?:world|economy|society|China|youth|generation)", text[match.end() :]
    ):
        return None
    return Atom(match.start(), match.end(), "day", counted_off("day", _WORDS.get(match["word"].lower(), 0)))


def read_period(match: re.Match[str], text: str) -> Atom | None:
    if "weekend" in match.re.groupindex:
        return Atom(match.start("weekend"), match.end(), "relative", _the_weekend)
    if match["part"] == "year" and "unit" not in match.re.groupindex:
        return Atom(match.start(), match.end(), "relative", counted_off("year", 0, part="late"))
    which = word_in(match, "which") or "this"
    unit, part = match["unit"], word_in(match, "part")
    count = {"last": -1, "this past": -1, "next": 1, "this coming": 0 if unit == "weekend" else 1}.get(which, 0)
    if unit == "weekend" and which in ("last", "this past"):
        return Atom(match.start(), match.end(), "relative", _last_weekend)
    return Atom(match.start(), match.end(), "relative", counted_off(unit, count, part=part))


SOME = {"day": 7, "week": 4}  # how many "some days" are at most


def read_window(match: re.Match[str], text: str) -> Atom | None:
    """Read "in the coming days", "over the past two weeks": from tomorrow on, or up to yesterday."""
    which, unit = match["which"].lower(), match["unit"].lower()
    plural = text[match.start() : match.end()].lower().endswith("s")
    if (which == "recent" or "few" in match[0].lower()) and not plural:
        return None
    many = _count(match) if match["count"] else SOME[unit] if plural else 1
    length = many * (7 if unit == "week" else 1)
    ahead = which in ("coming", "next")

    def resolve(context: Context) -> Days | None:
        today = context.published()
        if today is None or (context.tense == "past") is ahead:
            return None
        first, last = (1, length) if ahead else (-length, -1)
        return stretch(today + timedelta(first), today + timedelta(last), FROM_ARTICLE)

    return Atom(match.start("which"), match.end(), "relative", resolve)


def _the_weekend(context: Context) -> Days | None:
    """Resolve "over the weekend": the coming one where the tense says so, else the last one, or the one it is now."""
    if context.tense == "future":
        return counted_off("weekend", 0)(context)
    return _last_weekend(context)


def _last_weekend(context: Context) -> Days | None:
    today = context.published()
    return shifted(today, "weekend", 0 if today.weekday() >= 5 else -1, FROM_ARTICLE) if today else None


def read_season(match: re.Match[str], text: str) -> Atom | None:
    first, last = SEASONS[match["season"].lower()]
    which, that, year = word_in(match, "which"), word_in(match, "that"), number_in(match, "year")
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

    def of(at: int, basis: str) -> Days | None:
        end = whole_month(at + (last < first), last).last
        return replace(stretch(date(at, first, 1), end, basis), edtf=None if last < first else f"{at:04}")

    def resolve(context: Context) -> Days | None:
        published = context.published()
        if year is not None:
            days = of(year, "stated")
            return replace(days, edtf=f"{year:04}") if days else None
        if published is None:
            return None
        if that is not None:
            return of(published.year + YEAR_SHIFT[that], f"year {FROM_ARTICLE}")
        return by_tense(which or context.tense, published, lambda at: of(at, f"year {FROM_ARTICLE}"))

    return Atom(match.start(), match.end(), "relative", resolve)


def read_quarter(match: re.Match[str], text: str) -> Atom | None:
    number = int(match["q"]) if match["q"] else QUARTERS[match["nth"].lower()]
    year, that = number_in(match, "year"), word_in(match, "that")

    def resolve(context: Context) -> Days | None:
        published = context.published()
        at = year or (published.year + YEAR_SHIFT[that or "this"] if published else None)
        if at is None:
            return None
        basis = "stated" if year else f"year {FROM_ARTICLE}"
        return stretch(date(at, 3 * number - 2, 1), whole_month(at, 3 * number).last, basis)

    return Atom(match.start(), match.end(), "relative", resolve)


def _count(match: re.Match[str]) -> int:
    words = match["count"].lower()
    return int(words) if words.isdigit() else NUMBERS[words]


_MORE_THAN = re.compile(r"\b(?:more than|less than|over|at least|under|up to|as many as|fewer than)\s$", re.I)


def read_ago(match: re.Match[str], text: str) -> Atom | None:
    if _MORE_THAN.search(text[: match.start()]):
        return None
    unit = {"week": "weeks"}.get(match["unit"].lower(), match["unit"].lower())
    return Atom(match.start(), match.end(), "relative", counted_off(unit, -_count(match)))


def read_from_now(match: re.Match[str], text: str) -> Atom | None:
    unit = {"week": "weeks"}.get(match["unit"].lower(), match["unit"].lower())
    return Atom(match.start(), match.end(), "relative", counted_off(unit, _count(match)))


_BACK = ("earlier", "before", "beforehand", "prior", "previously")
_NOUN_FOLLOWS = re.compile(
    r"\s(?!and\b|but\b|in\b|at\b|with\b|on\b|by\b|to\b|as\b|when\b|while\b|than\b|for\b|via\b)", re.I
)


def read_later(match: re.Match[str], text: str) -> Atom | None:
    """Read "two days later", counted from the story; not "two days after the vote", counted from the vote."""
    direction = match["dir"].lower()
    if direction in ("before", "after", "prior") and match["rest"] and _NOUN_FOLLOWS.match(match["rest"]):
        return None
    if _MORE_THAN.search(text[: match.start()]) or (match["rest"] or "").strip() == "than":
        return None
    sign = -1 if direction in _BACK else 1
    unit = {"week": "weeks"}.get(match["unit"].lower(), match["unit"].lower())
    end = match.end("dir")
    counted = counted_off(unit, sign * _count(match), story=True)
    return Atom(match.start(), end, "relative", counted if sign < 0 else _in_story(counted))


def _in_story(resolve: Resolve) -> Resolve:
    """What is later than something told is not counted from the article's day."""
    return lambda context: resolve(context) if context.anchor is not None else None


def read_next(match: re.Match[str], text: str) -> Atom | None:
    direction, unit = match["dir"].lower(), match["unit"].lower()
    rest = match["rest"] or ""
    bound = direction in ("before", "after", "prior") and _NOUN_FOLLOWS.match(rest)
    if rest.strip() in ("round", "of") or (bound and not _opens_main_clause(match, text)):
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
    counted = counted_off(unit, sign, story=True)
    return Atom(match.start(), end, "relative", _in_story(counted) if "that" in direction else counted)


_HE_DID = re.compile(r"\s(?:he|she|they)\s[^,]*$", re.I)


def _opens_main_clause(match: re.Match[str], text: str) -> bool:
    """ "The day before he had seen X": nothing else is told; not "the day before he left, she had seen X"."""
    return match.start() == 0 and bool(_HE_DID.match(re.split(r",\s[A-Z]", text[match.end("dir") :])[0]))


def read_nth(match: re.Match[str], text: str) -> Atom | None:
    """Read "on the 14th": of the article's month, or of the one before or after, as the tense has it."""
    day = int(match["day"])
    shift = next((YEAR_SHIFT[w] for w in ("last", "next") if match["month"] and w in match["month"]), None)
    start = match.start() + 3

    def resolve(context: Context) -> Days | None:
        today = context.today
        if today is None:
            return None
        months = [months_after(today, n) for n in ((shift,) if shift is not None else (-1, 0, 1))]
        found = [at for year, month in months if (at := calendar_day(year, month, day))]
        if shift is None:
            found = [at for at in found if (at >= today if context.tense == "future" else at <= today)]
        chosen = (found[0] if context.tense == "future" else found[-1]) if found else None
        return replace(one_day(chosen, f"month {FROM_ARTICLE}"), dated=context.dated) if chosen else None

    return Atom(start, match.end(), "day", resolve)
