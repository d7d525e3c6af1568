"""Reports made by hand: say what an article tells, and get what a reader would make of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kg.fusion.when import bounds, pattern
from kg.letters import slug
from kg.model import (
    Amount,
    Article,
    DateBasis,
    Entity,
    EntityKind,
    Evidence,
    FusedMeasure,
    FusedMeeting,
    Knowledge,
    Measure,
    MeasureStatus,
    Meeting,
    MeetingKind,
    Mention,
    Node,
    Office,
    Qualifier,
    Report,
    Side,
    Span,
    Status,
    When,
)

COUNTRIES = {
    "Madrid": "Spain",
    "Geneva": "Switzerland",
    "Lausanne": "Switzerland",
    "Stockholm": "Sweden",
    "London": "United Kingdom",
    "Beijing": "China",
    "Istanbul": "Turkey",
    "Abuja": "Nigeria",
}
_AMOUNT = re.compile(r"(about |up to |at least )?([\d.]+)(?: to ([\d.]+))? (\w+)")


@dataclass(slots=True)
class Telling:
    """An article in the making; every method says one thing that it tells."""

    name: str
    day: str | None = None
    text: str = ""
    entities: dict[str, Entity] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)

    def person(self, name: str, *, doubt: str | None = None) -> str:
        return self._add(Entity(f"person/{slug(name)}", EntityKind.PERSON, "", name, (), doubt=doubt))

    def state(self, name: str) -> str:
        return self._add(Entity(f"state/{slug(name)}", EntityKind.PLACE, "country", name, ()))

    def place(self, name: str, country: str | None = None, *, sort: str = "city", same_as: Sequence[str] = ()) -> str:
        key = f"place/{slug(name)}" + (f"-{slug(country)}" if country else "")
        return self._add(Entity(key, EntityKind.PLACE, sort, name, (), country=country, same_as=tuple(same_as)))

    def body(
        self,
        name: str,
        of: str | None = None,
        *,
        sort: str = "government",
        also: Sequence[str] = (),
        doubt: str | None = None,
    ) -> str:
        mentions = tuple(Mention(Span(0, len(text)), text, "name") for text in also)
        key = f"institution/{slug(name)}" + (f"-{slug(of)}" if of else "")
        return self._add(Entity(key, EntityKind.INSTITUTION, sort, name, mentions, of=of, doubt=doubt))

    def holds(
        self, person: str, title: str, of: str | None = None, *, past: bool = False, doubt: str | None = None
    ) -> str:
        """The person, and that they hold an office of a state, or of a body told before."""
        key = self.person(person, doubt=doubt)
        self.offices.append(Office(key, title, self.party(of) if of else None, self._evidence(title), past=past))
        return key

    def party(self, name: str) -> str:
        known = (key for key, each in self.entities.items() if each.name == name and not key.startswith("person/"))
        return next(known, None) or self.state(name)

    def met(
        self,
        *sides: str,
        at: str | None = None,
        on: str | None = None,
        until: str | None = None,
        status: str = "happened",
        kind: str = "talks",
        country: str | None = None,
        venue: str | None = None,
        round: int | None = None,
        basis: str | None = None,
        quote: str = "they met",
    ) -> str:
        """A meeting of sides, each "State: Person, Person", "State" or ": Person"; a known city brings its country."""
        country = country or (COUNTRIES.get(at) if at else None)
        key = f"meeting/{len(self.meetings) + 1}"
        self.meetings.append(
            Meeting(
                key=key,
                kind=MeetingKind(kind),
                sides=tuple(self._side(side) for side in sides),
                status=Status(status),
                evidence=self._evidence(quote),
                place=self.place(at, country) if at else None,
                country=self.state(country) if country else None,
                venue=self.place(venue, country, sort="venue") if venue else None,
                start=replace(start, basis=basis) if (start := when(on)) and basis else start,
                end=when(until),
                round=round,
            )
        )
        return key

    def _side(self, side: str) -> Side:
        party, _, people = side.partition(":")
        named = [each.strip() for each in people.split(",") if each.strip()]
        parties = (self.party(party.strip()),) if party.strip() else ()
        return Side(tuple(self.person(name) for name in named), parties)

    def put(
        self,
        kind: str,
        by: str | None = None,
        on: Sequence[str] = (),
        amount: str | None = None,
        *,
        goods: Sequence[str] = (),
        start: str | None = None,
        until: str | None = None,
        status: str = "in force",
        quote: str = "a measure",
    ) -> str:
        """A measure; the amount as in "30 percent", "about 55 percent", "10 to 25 percent"."""
        key = f"measure/{len(self.measures) + 1}"
        self.measures.append(
            Measure(
                key=key,
                kind=kind,
                by=self.party(by) if by else None,
                on=tuple(self.party(each) for each in on),
                status=MeasureStatus(status),
                evidence=self._evidence(quote),
                goods=tuple(goods),
                amount=amount_of(amount) if amount else None,
                start=when(start),
                until=when(until),
            )
        )
        return key

    def report(self) -> Report:
        published = date.fromisoformat(self.day) if self.day else None
        basis = DateBasis.STATED if published else DateBasis.UNKNOWN
        article = Article(self.name, self.text, published=published, date_basis=basis)
        return Report(
            article, tuple(self.entities.values()), tuple(self.offices), tuple(self.meetings), tuple(self.measures)
        )

    def _add(self, entity: Entity) -> str:
        return self.entities.setdefault(entity.key, entity).key

    def _evidence(self, quote: str) -> tuple[Evidence, ...]:
        return (Evidence(self.name, Span(0, len(quote)), quote, "by hand"),)


def when(text: str | None) -> When | None:
    """A time written as "2025-09-14", "2025-09", "--09-14", or as a weekday."""
    if text is None:
        return None
    if text[0].isalpha():
        return When(None, None, None, "weekday", text)
    edtf = "XXXX" + text[1:] if text.startswith("--") else text
    parts = pattern(When(edtf, None, None, "", ""))
    first, last = bounds(parts) if parts else (None, None)
    return When(edtf, first, last, "stated", text)


def amount_of(text: str) -> Amount:
    found = _AMOUNT.fullmatch(text)
    assert found is not None
    word, low, high, unit = found.groups()
    qualifier = Qualifier((word or ("range" if high else "exact")).strip())
    return Amount(float(low), float(high or low), unit, qualifier, text)


def reports(*tellings: Telling) -> tuple[Report, ...]:
    return tuple(each.report() for each in tellings)


# ── reading what came out ───────────────────────────────────────────────────────────────────────────────────────────


def node_of(knowledge: Knowledge, article: str, key: str) -> Node:
    return next(n for n in knowledge.nodes if any((r.article, r.key) == (article, key) for r in n.refs))


def together(knowledge: Knowledge, key: str, *articles: str) -> bool:
    """Whether what these articles call by one key is one node."""
    return len({node_of(knowledge, article, key).entity.key for article in articles}) == 1


def wholes(knowledge: Knowledge) -> tuple[FusedMeeting, ...]:
    """The meetings that are no part of another."""
    return tuple(each for each in knowledge.meetings if each.part_of is None)


def one(found: Iterable[FusedMeeting]) -> FusedMeeting:
    (only,) = found
    return only


def told_values(event: FusedMeeting | FusedMeasure, name: str) -> dict[str, list[str]]:
    """Value → articles of the difference of that name; empty where there is none."""
    return {
        claim.value: [ref.article for ref in claim.refs]
        for difference in event.differences
        if difference.property == name
        for claim in difference.claims
    }
