"""A report → what was read from each stretch of its article, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from kg.model import Amount, Evidence, Measure, Meeting, Office, Report


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """
    One thing read from characters `begin` up to `end`: an office, a meeting or a measure; or that the stretch was
    dropped, or that a sentence with a word for one of them yielded nothing.
    """

    begin: int
    end: int
    what: str
    reading: str
    rule: str
    quote: str

    def record(self) -> dict[str, object]:
        """The reading under the keys that answers use."""
        record = asdict(self)
        return {"begin_char": record.pop("begin"), "end_char": record.pop("end"), **record}


def readings(report: Report) -> tuple[Reading, ...]:
    """Every reading of the report, in the order of the text."""
    return tuple(
        sorted(set(_readings(report)), key=lambda each: (each.end, each.begin, each.what, each.reading, each.rule))
    )


def _readings(report: Report) -> Iterator[Reading]:
    names = {entity.key: entity.name for entity in report.entities}
    text = report.article.text
    for office in report.offices:
        for evidence in office.evidence:
            yield _reading(evidence, "office", _office(office, names))
    for meeting in report.meetings:
        for evidence in meeting.evidence:
            yield _reading(evidence, "meeting", _meeting(meeting, names))
    for measure in report.measures:
        for evidence in measure.evidence:
            yield _reading(evidence, "measure", _measure(measure, names))
    for silence in report.silences:
        quote = text[silence.span.start : silence.span.end]
        yield Reading(silence.span.start, silence.span.end, "silent", f'"{silence.word}": {silence.reason}', "", quote)
    for drop in report.article.dropped:
        quote = text[drop.span.start : drop.span.end]
        yield Reading(drop.span.start, drop.span.end, "dropped", drop.reason, "", quote)


def _reading(evidence: Evidence, what: str, words: str) -> Reading:
    if evidence.supports:
        words = f"{words} ({', '.join(evidence.supports)})"
    return Reading(evidence.span.start, evidence.span.end, what, words, evidence.rule, evidence.quote)


def _office(office: Office, names: dict[str, str]) -> str:
    of = f" of {names.get(office.of, office.of)}" if office.of else ""
    return f"{names.get(office.person, office.person)}, {office.title}{of}{' (former)' if office.past else ''}"


def _meeting(meeting: Meeting, names: dict[str, str]) -> str:
    sides = [", ".join(names.get(key, key) for key in side.people or side.parties) for side in meeting.sides]
    place = meeting.venue or meeting.place or meeting.country
    parts = (
        f"{meeting.kind}, {meeting.status}",
        " – ".join(side for side in sides if side),
        names.get(place, place) if place else "",
        (meeting.start.printed or meeting.start.wording) if meeting.start else "",
    )
    return "; ".join(part for part in parts if part)


def _measure(measure: Measure, names: dict[str, str]) -> str:
    by = f" by {names.get(measure.by, measure.by)}" if measure.by else ""
    on = f" on {', '.join(names.get(key, key) for key in measure.on)}" if measure.on else ""
    amount = f"; {_amount(measure.amount)}" if measure.amount else ""
    return f"{measure.kind}{by}{on}{amount}; {measure.status}"


def _amount(amount: Amount) -> str:
    number = f"{amount.low:g}" if amount.low == amount.high else f"{amount.low:g} to {amount.high:g}"
    how = "" if amount.qualifier in ("exact", "range") else f"{amount.qualifier} "
    return f"{how}{number} {amount.unit}"
