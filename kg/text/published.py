"""The line in which a page says when it was published → the day, whatever bylines, labels and times stand beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.text.dates import MONTH, full_day

_DAY = (
    rf"(?:(?:{MONTH})\.?[ ]?\d{{1,2}}(?:st|nd|rd|th)?(?:\s?,\s?|\s)\d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[ -](?:{MONTH})\.?,?[ -]\d{{4}}|"
    r"\d{4}[-/.]\d{2}[-/.]\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)"
_TIME = r"(?:at\s)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?|(?:at\s)?\d{1,2}\s?[ap]\.?m\b\.?"
_ZONE = r"\(?(?:[A-Z]{1,4}T|[A-Z]ST|UTC|GMT|IST|ET|PT|CT|Z)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?\)?(?!\w)|[+-]\d\d:?\d\d"
_LABEL = (
    r"(?:first\s|last\s|originally\s)?(?:published|publish|posted|issued|released?|created|date[ds]?|publication|"
    r"press\s?release|news|updated?|modified|edited)(?:\sdate)?(?=\W|$)(?:\s(?:on|at|in)(?:\b|(?-i:(?=[A-Z]))))?\s?[:–—-]?"
)
_UPDATED = re.compile(r"updated?|modified|edited", re.I)
_NAME = r"(?:source|editor|author)s?\s?:\s?\w+|@\w+|(?-i:[A-Z])[\w.'’&-]*"
_SMALL = (
    r"by|in|for|and|of|the|on|with|de|la|del|da|van|von|bin|al|el|page|min|mins|minutes?|read|word|a|our|"
    r"business|foreign|news|staff|desk|agenc(?:y|ies)|correspondents?|writers?|reporters?"
)
_SEPARATOR = r"[\s|,;/•·–—:()\[\]*_-]+"
_PARTS = re.compile(
    rf"(?P<separator>{_SEPARATOR})|(?P<label>{_LABEL})|(?P<day>{_DAY})(?:T[\d:.+Z-]+)?|(?P<weekday>{_WEEKDAY}(?!\w))|"
    rf"(?P<time>{_TIME})|(?P<zone>(?-i:{_ZONE}))|(?P<small>(?:{_SMALL})\b)|(?P<name>{_NAME})|(?P<number>\d{{1,2}}\b)",
    re.I,
)
_DAY_FIRST = re.compile(r"\b(?:IST|GMT|BST|WAT|CAT|EAT|PKT|CET|CEST|NPT|AEST)\b")
_OPENINGS = frozenset("since from after before until till est established founded".split())
_LONGEST = 160  # characters of a line that says no more than this
_NAMES = 12  # words of names and sections beside the day


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    text: str


def published_line(line: str) -> date | None:
    """
    The day on which a page says that it was published; of several the first that is not that of an update.

    None where the line says anything else: a title that ends in a day is none.

    >>> published_line("Updated: 13-03-2021 05:45 IST"), published_line("Jane Roe | 24.03.2021 - Update : 25.03.2021")
    (datetime.date(2021, 3, 13), datetime.date(2021, 3, 24))
    >>> published_line("Talks of March 24, 2021") is None
    True
    """
    parts = _parts(line)
    days = [n for n, part in enumerate(parts) if part.kind == "day"]
    if not days or sum(part.kind == "name" for part in parts) > _NAMES or not _is_only_dated(parts, days):
        return None
    read = [(n, day) for n in days if (day := _day(parts[n].text, line)) is not None]
    first = [day for n, day in read if not _UPDATED.match(_label(parts, n))]
    return next(iter(first or [day for _, day in read]), None)


def is_labelled(line: str) -> bool:
    """Whether a line says "Published", "Updated" or the like, and so can stand anywhere on a page."""
    labels = (part.text.casefold().strip(" :") for part in _parts(line) if part.kind == "label")
    return any(label not in ("news", "date") for label in labels)


def _parts(line: str) -> list[_Part]:
    """The parts of a line, separators between words left out; empty where some word is of no kind."""
    parts: list[_Part] = []
    at = 0
    while at < len(line) <= _LONGEST:
        match = _PARTS.match(line, at)
        if match is None or not match[0]:
            return []
        kind = match.lastgroup or "separator"
        if kind != "separator":
            parts.append(_Part(kind, match[kind if kind == "day" else 0]))
        elif match[0].strip():
            parts.append(_Part("mark", match[0].strip()))
        at = match.end()
    return parts if at == len(line) else []


def _is_only_dated(parts: list[_Part], days: list[int]) -> bool:
    """Whether the day stands by itself: apart from names, and not what something is "of" or goes on "from"."""
    for n in days:
        before = parts[n - 1] if n else _Part("", "")
        word = before.text.casefold()
        if word in _OPENINGS or (before.kind == "small" and word != "on"):
            return False
    labelled = any(part.kind in ("label", "time", "zone") for part in parts)
    byline = any(part.kind == "small" and part.text.casefold() == "by" for part in parts)
    parted = any(part.kind == "mark" and set(part.text) & set("|•·/") for part in parts)
    credited = [part.text for part in parts[days[-1] + 1 :] if part.kind == "mark"] == ["(", ")"]  # "… (Agency)"
    names = sum(part.kind == "name" for part in parts)
    words = [part.kind for part in parts if part.kind not in ("mark", "weekday")]
    return labelled or byline or parted or credited or not names or (names <= 4 and "day" in (words[0], words[-1]))


def _label(parts: list[_Part], n: int) -> str:
    """The label that the day at *n* stands behind; empty where another day stands between."""
    for part in reversed(parts[:n]):
        if part.kind == "label":
            return re.sub(r"(?i)^(?:first|last|originally)\s", "", part.text)
        if part.kind == "day":
            break
    return ""


def _day(words: str, line: str) -> date | None:
    """The day; of two numbers that could both be the month, by the separator or the zone."""
    words = re.sub(r"\s?,\s?", ", ", words)
    if match := re.fullmatch(r"(\d{4})[-/.](\d\d)[-/.](\d\d)", words):
        return full_day("-".join(match.groups()))
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", words):
        one, other, year = re.split(r"[-/.]", words)
        by_day = "/" not in words or bool(_DAY_FIRST.search(line))
        if by_day and int(other) <= 12:
            return full_day(f"{year}-{int(other):02}-{int(one):02}")
        return full_day(f"{one}/{other}/{year}")
    return full_day(words.replace("-", " "))
