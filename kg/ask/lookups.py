"""What a lookup asks for → the records that answer it, in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pyoxigraph as ox

from kg.ask import questions
from kg.ask.names import Named, did_you_mean, find
from kg.ask.questions import Term
from kg.ask.records import Reader, Record
from kg.ask.walk import Node, iri
from kg.errors import QueryError
from kg.vocab import KG, RDF

CLASSES = {
    "person": (KG.Person,),
    "institution": (KG.Institution,),
    "place": (KG.Place,),
    "name": (KG.Person, KG.Institution, KG.Place),
}


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both included; None where it is open."""

    since: date | None = None
    until: date | None = None

    @property
    def open(self) -> bool:
        """Whether nothing is left out."""
        return self.since is None and self.until is None

    def meets(self, earliest: str | None, latest: str | None) -> bool:
        """Whether a thing between these ISO days can lie in the stretch."""
        after = self.since is None or (latest or earliest or "") >= self.since.isoformat()
        before = self.until is None or (earliest or latest or "9999") <= self.until.isoformat()
        return after and before


@dataclass(frozen=True, slots=True)
class Found:
    """Records, and how many more were left out because no day is known of them."""

    records: tuple[Record, ...]
    undated: int = 0


class Lookup:
    """The lookups over one graph: the fused graph as default graph, the reports as named graphs."""

    def __init__(self, graph: ox.Store) -> None:
        self.graph = graph
        self.reader = Reader(graph)
        self._named = lru_cache(maxsize=None)(self._named_of)

    # ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def named(self, kind: str) -> tuple[Named, ...]:
        """Every name of that kind: person, institution, place, or name for all of them."""
        return self._named(kind)

    def find(self, wanted: str | None, kind: str) -> tuple[Node, ...]:
        """The nodes that a typed name may mean, none for None; QueryError with a suggestion where nothing bears it."""
        return () if wanted is None else find(wanted, self.named(kind), kind)

    def _named_of(self, kind: str) -> tuple[Named, ...]:
        rows = self._rows("names", {"class": tuple(iri(term) for term in CLASSES[kind])})
        return tuple(Named(str(node), str(name), preferred == "yes") for node, name, preferred in rows)

    # ── lists ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def meetings(
        self,
        *,
        person: str | None = None,
        others: Sequence[str] = (),
        place: str | None = None,
        days: Days = Days(),
        status: str | None = None,
        parts: bool = False,
    ) -> Found:
        """Meetings, every status unless one is asked for; wholes unless `parts` are asked for too."""
        nodes, undated = self._meetings(person, others, place, days, status, parts)
        return Found(tuple(self.reader.meeting(node) for node in nodes), undated)

    def who_met(
        self,
        *,
        person: str | None = None,
        others: Sequence[str] = (),
        place: str | None = None,
        days: Days = Days(),
        status: str | None = "happened",
    ) -> Found:
        """Pairs across the sides of meetings; what happened unless another status, or None for any, is asked for."""
        nodes, undated = self._meetings(person, others, place, days, status, False)
        one = self.find(person, "person")
        other = tuple(node for name in others for node in self.find(name, "person"))
        if not one:
            one, other = other, ()
        return Found(tuple(pair for node in nodes for pair in self.reader.pairs(node, one, other)), undated)

    def _meetings(
        self, person: str | None, others: Sequence[str], place: str | None, days: Days, status: str | None, parts: bool
    ) -> tuple[list[Node], int]:
        values: dict[str, Sequence[Term]] = {}
        if person is not None:
            values["person"] = self.find(person, "person")
        if place is not None:
            values["place"] = self.find(place, "place")
        if status is not None:
            values["status"] = (ox.Literal(status),)
        if parts:
            values["parts"] = (ox.Literal("yes"),)
        wanted = [set(self.find(name, "person")) for name in others]
        rows = self._rows("meetings", values)
        if wanted:
            rows = [row for row in rows if all(self._takes_part(str(row[0]), people) for people in wanted)]
        return self._within(rows, days)

    def _takes_part(self, meeting: str, people: set[Node]) -> bool:
        return bool(people.intersection(self.reader.walk.nodes(iri(meeting), KG.participant)))

    def measures(
        self,
        *,
        by: str | None = None,
        on: str | None = None,
        kind: str | None = None,
        days: Days = Days(),
        status: str | None = None,
    ) -> Found:
        """Measures, every status unless one is asked for."""
        values: dict[str, Sequence[Term]] = {}
        if by is not None:
            values["by"] = self.find(by, "name")
        if on is not None:
            values["on"] = self.find(on, "name")
        if status is not None:
            values["status"] = (ox.Literal(status),)
        nodes, undated = self._within(self._rows("measures", values), days)
        return Found(_of_kind(tuple(self.reader.measure(node) for node in nodes), kind), undated)

    def conflicts(self, about: str | None = None) -> tuple[Record, ...]:
        """
        A record for each property on which reports of a meeting or measure differ, by event and property.

        Measures that may be one and differ in their rate share one record: `also` holds the IRIs of the others.
        """
        shared: dict[str, Record] = {}
        for node in (iri(str(row[0])) for row in self._rows("conflicts", {})):
            for difference in self.reader.differs(node):
                event = {"event": self.reader.label(node), **difference, "iri": node.value, "also": []}
                first = shared.setdefault(self._identity(node, difference), event)
                if first is not event:
                    first["also"].append(node.value)
        found = tuple(shared.values())
        if about is None:
            return found
        properties = sorted({str(record["property"]) for record in found})
        if found and about not in properties:
            hint = did_you_mean(about, properties)
            raise QueryError(f'no source differs on "{about}"{hint or ":"} they do on {", ".join(properties)}')
        return tuple(record for record in found if record["property"] == about)

    def _identity(self, node: Node, difference: Record) -> str:
        """The same text for one difference that stands on several measures."""
        is_measure = iri(KG.Measure) in self.reader.walk.nodes(node, RDF.type)
        return repr(difference) if is_measure else repr((node.value, difference["property"]))

    def people(self, *, name: str | None = None, of: str | None = None) -> Found:
        """People by name; with `of`, those who hold or held an office of that state or body."""
        records = self._all("people", name, "person", self.reader.person)
        if of is not None:
            bodies = {self.reader.label(node) for node in self.find(of, "name")}
            records = tuple(each for each in records if any(role["of"] in bodies for role in each["roles"]))
        return Found(records)

    def institutions(self, *, name: str | None = None, kind: str | None = None) -> Found:
        """Institutions by name."""
        return Found(_of_kind(self._all("institutions", name, "institution", self.reader.institution), kind))

    def places(self, *, name: str | None = None, kind: str | None = None) -> Found:
        """Places by name, states among them."""
        return Found(_of_kind(self._all("places", name, "place", self.reader.place), kind))

    def articles(self, *, days: Days = Days()) -> Found:
        """Articles by id."""
        records = tuple(self.reader.article(iri(str(row[0]))) for row in self._rows("articles", {}))
        if days.open:
            return Found(records)
        dated = tuple(each for each in records if each["published"])
        kept = tuple(each for each in dated if days.meets(str(each["published"]), str(each["published"])))
        return Found(kept, len(records) - len(dated))

    def _all(self, query: str, name: str | None, kind: str, record: Callable[[Node], Record]) -> tuple[Record, ...]:
        wanted = set(self.find(name, kind)) if name is not None else None
        nodes = (iri(str(row[0])) for row in self._rows(query, {}))
        return tuple(record(node) for node in nodes if wanted is None or node in wanted)

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _rows(self, name: str, values: dict[str, Sequence[Term]]) -> list[tuple[str | None, ...]]:
        return list(questions.run(self.graph, questions.bind(questions.lookup(name), values)).rows)

    def _within(self, rows: Iterable[tuple[str | None, ...]], days: Days) -> tuple[list[Node], int]:
        """Nodes by their earliest day, those without one last; with days asked for, how many have none."""
        seen = {str(node): (earliest, latest) for node, earliest, latest in rows}
        ordered = sorted(seen, key=lambda node: (seen[node][0] or seen[node][1] or "9999", node))
        if days.open:
            return [iri(node) for node in ordered], 0
        dated = [node for node in ordered if seen[node][0] or seen[node][1]]
        return [iri(node) for node in dated if days.meets(*seen[node])], len(ordered) - len(dated)


def _of_kind(records: tuple[Record, ...], kind: str | None) -> tuple[Record, ...]:
    if kind is None:
        return records
    kinds = sorted({str(record["kind"]) for record in records})
    if kind not in kinds:
        raise QueryError(
            f'no kind "{kind}" in the store{did_you_mean(kind, kinds) or ":"} there are: {", ".join(kinds)}'
        )
    return tuple(record for record in records if record["kind"] == kind)
