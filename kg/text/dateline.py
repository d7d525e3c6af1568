"""The line that says where and when an article was filed → `Dateline`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kg.gazetteer import gazetteer
from kg.text.dates import MONTH, full_day, yearless_day
from kg.text.published import published_line

IsPlace = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Dateline:
    """
    Characters `start` up to, not including, `end` of the paragraph; the dash that closes it is in.

    `place` is as written, None in a line that only has a date; `day` is there only where the year is, else
    `yearless` holds month and day where they are.
    """

    start: int
    end: int
    place: str | None
    day: date | None
    yearless: tuple[int, int] | None = None


_WORD = r"[A-Z][\w.'’-]*"
_PLACE = (
    rf"(?P<place>{_WORD}(?:[ ](?:{_WORD}|of|de|la|el|al|the|am|upon|sur))*"
    rf"(?:,\s{_WORD}(?:\s(?:{_WORD}|and|of|the)){{0,4}})?(?:\s?/\s?{_WORD}(?:\s{_WORD})?)*)"
)
_WEEKDAY = r"(?i:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)"
_DAY = (
    rf"(?:{MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}\.?(?:,?\s\d{{4}})?|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_CREDIT = r"[A-Z][\w .,&/'’-]{1,40}"
_DASH = r"(?:—|–|--+|-|_|:)"  # old wire pages have "_" for a dash
_DATELINE = re.compile(
    rf"{_PLACE}(?:,?\s\((?P<before>{_CREDIT})\))?(?:,?\s(?P<dated>{_WEEKDAY}?(?P<day>{_DAY})))?,?"
    rf"\s?(?:\((?P<agency>{_CREDIT})\))?\s{{0,3}}(?P<dash>{_DASH})(?=\s|[A-Z“\"])",
)
# "KHUJAND. March 31, 2025. The presidents …", "MOSCOW, March 31. /Agency/. The presidents …"
_STOPPED = re.compile(
    rf"{_PLACE}[.,]\s(?P<dated>{_WEEKDAY}?(?P<day>{_DAY}))\."
    rf"(?:\s?/(?P<agency>[\w .-]{{2,30}})/\.?|\s(?P<other>INTERFAX\S*)\s?[-–—])?"
    r"(?P<dash>)(?=\s[A-Z“\"])"
)
# "hold | talks ACCRA, Aug 30 (XTI) The ministers": in capitals, dated and credited, a dateline needs no dash; old pages
# run it on behind the last words of a headline
_INNER = re.compile(
    rf"(?:^|(?<=[a-z?!] ))(?P<place>[A-Z]{{4,}}(?: [A-Z]{{3,}})?),\s(?P<day>{MONTH}\.?\s\d{{1,2}})"
    rf"\s\([A-Z][\w &]{{1,20}}\)(?:\s?{_DASH})?\s(?=[A-Z“\"])"
)
# "New Delhi, Dec 14 (PTI) The ministers", as Indian papers print it
_CREDITED = re.compile(
    rf"(?P<place>[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?),\s(?P<day>{MONTH}\.?\s\d{{1,2}})\s\([A-Z]{{2,6}}\)\s(?=[A-Z“\"])"
)
_HEADLINE = 120  # characters of a headline that a dateline stands behind
_WIRE = r"(?:NZPA|AAP)[- /](?:Reuter|AP|AFP|PA|KRT)"
# "TASHKENT. KAZINFORM The presidents …", "NZPA-Reuter Tokyo The ministers …"
_BARE = (
    re.compile(r"(?P<place>[A-Z]{4,}(?:[ -][A-Z]{3,})?)\.\s[A-Z]{4,}\s?(?:[–—-]\s)?(?=[A-Z][a-z]|[“\"])"),
    re.compile(rf"{_WIRE}\s(?P<place>[A-Z][a-z]+\s[A-Z][a-z]+)\s(?=[A-Z“\"])"),
    re.compile(rf"{_WIRE}\s(?P<place>[A-Z][a-z]+)\s(?=[A-Z“\"])"),
)
_PLACE_LINE = re.compile(_PLACE)
_SPACED = re.compile(r"\s(?:—|–|--+|-|_)$")
# Headline words and labels that a colon or dash follows as well.
_NO_PLACE = re.compile(
    r"analysis|background|breaking|exclusive|explainer|factbox|live|opinion|update|watch|question|answer|note|summary|"
    r"conclusion|editorial|correction|urgent|alert|refile|interview|q|a|fact|timeline|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.I,
)
_LABEL = (
    r"(?:(?:first |last )?(?:published|updated|posted|issued|released|modified|date|dated|publication date)"
    r"(?:\s?(?:on|at|:))*\s*)"
)
_TIME = (
    r"(?:[,\s|•·–—-]*(?:at\s)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,4}|[+-]\d\d:?\d\d))?)?"
)
_DATE_LINE = re.compile(
    rf"{_LABEL}?(?:(?P<place>[A-Z][\w.'’ -]{{1,30}}(?:,\s[A-Z][\w.'’ -]{{1,20}})?)(?:,?\s|\s[|•·]\s))?"
    rf"(?:{_WEEKDAY})?(?P<day>{_DAY})(?:T[\d:.+Z-]+)?{_TIME}"
    r"(?:\s?[|•·].{0,60}|\s\([A-Z][\w .&-]{1,40}\))?\W*",
    re.I,
)


def known_place(name: str) -> bool:
    """Whether a name is a state, region or city of the gazetteer."""
    known = gazetteer()
    name = name.strip(" .")
    return bool(known.state(name) or known.cities(name) or known.region(name))


def dateline(paragraph: str, *, is_place: IsPlace = known_place) -> Dateline | None:
    """
    The dateline a paragraph opens with: "GENEVA, March 3 (Reuters) -", "PARIS (AFP) 3 March 2018 -", "Madrid,
    September 15, 2025 –", "New Delhi: ".

    Without a date or an agency the place must be in capitals before a spaced dash, or one that `is_place` knows.
    """
    for pattern in _BARE:
        if (bare := pattern.match(paragraph)) and is_place(bare["place"]):
            return Dateline(0, bare.end(), bare["place"], None)
    if (credited := _CREDITED.match(paragraph)) and is_place(credited["place"]):
        return Dateline(0, credited.end(), credited["place"], None, yearless_day(credited["day"]))
    match = _DATELINE.match(paragraph) or _STOPPED.match(paragraph)
    if match is None and (run_on := inner_dateline(paragraph)) is not None and run_on.start == 0:
        return run_on
    if not match or _NO_PLACE.fullmatch(match["place"].split()[0]):
        return None
    place = match["place"]
    sure = bool(match["agency"] or match.groupdict().get("before")) or (bool(match["day"]) and match["dash"] != ":")
    capitals = place.isupper() and len(place) > 3 and bool(_SPACED.search(match[0]))
    if not (sure or capitals or (_may_open(match) and any(map(is_place, re.split(r"\s?/\s?|,\s", place))))):
        return None
    day = match["day"] or ""
    return Dateline(0, match.end(), place, full_day(day), yearless_day(day))


def inner_dateline(paragraph: str) -> Dateline | None:
    """A dateline that stands behind the last words of a headline, or at the start without its dash."""
    match = _INNER.search(paragraph, 0, _HEADLINE)
    return Dateline(match.start(), match.end(), match["place"], None, yearless_day(match["day"])) if match else None


def _may_open(match: re.Match[str]) -> bool:
    """A hyphen must stand between spaces ("Madrid - Talks"): "Paris-based" opens no article."""
    return match["dash"] == ":" or bool(_SPACED.search(match[0])) or match["dash"] != "-"


def date_line(line: str) -> Dateline | None:
    """A line that holds nothing but the day of publication, a label, a place or a time of day; None for any other."""
    match = _DATE_LINE.fullmatch(line) if len(line) <= 120 else None
    day = published_line(line)
    if day is not None:
        place = match["place"] if match else None
        barred = place and "|" in line[: match.start("day")] if match else False  # "Politics | Feb 21, 2024"
        signed = bool(place) and str(place).lower().startswith("by ")
        named = (
            place and not signed and not re.fullmatch(_WEEKDAY, place + " ") and not (barred and not known_place(place))
        )
        return Dateline(0, len(line), place if named else None, day)
    if match is None or full_day(match["day"]):
        return None
    return Dateline(0, len(line), match["place"], None, yearless_day(match["day"]))


def place_line(line: str, *, is_place: IsPlace = known_place) -> Dateline | None:
    """A line that holds nothing but where an article was filed: "ANTALYA, Turkey"; None for any other."""
    match = _PLACE_LINE.fullmatch(line)
    if not match or len(line.split()) > 5:
        return None
    city, _, land = line.partition(", ")
    if not (is_place(city) or (city.isupper() and land and not land.isupper())):
        return None
    return Dateline(0, len(line), line, None)
