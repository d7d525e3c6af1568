"""
A node of the fused graph → the record that a lookup prints.

A record is what JSON shows: its keys are part of the command line's contract. Names stand for nodes, dates are printed
as far as they are known, and `articles` holds the words that the record rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeAlias

import pyoxigraph as ox

from kg.ask.walk import Node, Walk
from kg.vocab import DC, DCTERMS, KG, OA, PROV, RDFS, SCHEMA, SKOS, WGS84

Record: TypeAlias = dict[str, Any]  # what JSON holds


class Reader:
    """Makes the records of one graph; labels are looked up once."""

    def __init__(self, graph: ox.Store) -> None:
        self.graph = graph
        self.walk = Walk(graph)
        self._label = lru_cache(maxsize=None)(self._label_of)

    # ── lists ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def meeting(self, node: Node) -> Record:
        """`sides` and `parties` are names; `part_of` and `parts` are IRIs."""
        walk = self.walk
        return {
            "sides": self._sides(node),
            "parties": self._labels(node, KG.party),
            "kind": self._word(node, KG.kind),
            "place": self._name(node, KG.place),
            "country": self._name(node, KG.country),
            "venue": self._name(node, KG.venue),
            "start": _printed(walk.text(node, KG.startEdtf)),
            "end": _printed(walk.text(node, KG.endEdtf)),
            "status": self._word(node, KG.status),
            "round": _whole(walk.text(node, KG.round)),
            "host": self._labels(node, KG.host),
            "attended": self._labels(node, KG.attended),
            "topics": list(walk.texts(node, KG.topic)),
            "said_by": self._name(node, KG.saidBy),
            "doubt": walk.text(node, KG.doubt),
            "differs": self.differs(node),
            "independent": _whole(walk.text(node, KG.independentSources)),
            "part_of": _iri(walk.node(node, KG.partOf)),
            "parts": [part.value for part in walk.nodes(node, KG.hasPart)],
            "iri": node.value,
            "articles": self.evidence(node),
        }

    def pairs(self, node: Node, one: Iterable[Node] = (), other: Iterable[Node] = ()) -> Iterator[Record]:
        """
        Each two people on different sides of the meeting.

        Where `one` is given, `a` is one of them and the other stands across; where `other` is given too, `b` is one of
        those. Without `one`, each pair comes once, in the order of the sides.
        """
        firsts, seconds = set(one), set(other)
        shared = self.meeting(node)
        sides = [self.walk.nodes(side, KG.person) for side in self._side_nodes(node)]
        for i, left in enumerate(sides):
            for j, right in enumerate(sides):
                if i == j or (i > j and not firsts):
                    continue
                for a in left:
                    for b in right:
                        if a == b or (firsts and a not in firsts) or (seconds and b not in seconds):
                            continue
                        yield {
                            "a": self._label(a),
                            "b": self._label(b),
                            **{key: shared[key] for key in PAIR_KEYS},
                        }

    def person(self, node: Node) -> Record:
        """`roles` are the offices, those held earlier with `past` set."""
        offices = self.walk.subjects(KG.holder, node)
        roles = [self._role(office) for office in offices]
        return {
            "name": self._label(node),
            "roles": sorted(roles, key=lambda role: (bool(role["past"]), str(role["title"]), str(role["of"]))),
            "names": self._names(node),
            "doubt": self.walk.text(node, KG.doubt),
            "iri": node.value,
            "articles": self.mentions(node),
        }

    def institution(self, node: Node) -> Record:
        """`of` is the state it belongs to."""
        return {
            "name": self._label(node),
            "of": self._country(node),
            "kind": self.walk.text(node, DCTERMS.type),
            "names": self._names(node),
            "ids": list(self.walk.texts(node, DCTERMS.identifier)),
            "doubt": self.walk.text(node, KG.doubt),
            "iri": node.value,
            "articles": self.mentions(node),
        }

    def place(self, node: Node) -> Record:
        """`lat` and `lon` in degrees, None where unknown."""
        return {
            "name": self._label(node),
            "kind": self.walk.text(node, DCTERMS.type),
            "country": self._country(node),
            "lat": _number(self.walk.text(node, WGS84.lat)),
            "lon": _number(self.walk.text(node, WGS84.long)),
            "names": self._names(node),
            "ids": list(self.walk.texts(node, DCTERMS.identifier)),
            "doubt": self.walk.text(node, KG.doubt),
            "iri": node.value,
            "articles": self.mentions(node),
        }

    def measure(self, node: Node) -> Record:
        """`value` is a number, or [low, high] where `qualifier` is "range"."""
        walk = self.walk
        amount = walk.node(node, KG.amount)
        return {
            "kind": self._word(node, KG.kind),
            "by": self._name(node, KG.by),
            "on": self._labels(node, KG.on),
            "value": self._value(amount),
            "unit": walk.text(amount, KG.unitWord) if amount else None,
            "qualifier": walk.text(amount, KG.qualifier) if amount else None,
            "from": _printed(walk.text(node, KG.startEdtf)),
            "until": _printed(walk.text(node, KG.endEdtf)),
            "status": self._word(node, KG.status),
            "change": walk.text(amount, KG.isChange) == "true" if amount else None,
            "previous": self._value(walk.node(node, KG.previousAmount)),
            "goods": list(walk.texts(node, KG.goods)),
            "title": walk.text(node, KG.name),
            "said_by": self._name(node, KG.saidBy),
            "doubt": walk.text(node, KG.doubt),
            "differs": self.differs(node),
            "independent": _whole(walk.text(node, KG.independentSources)),
            "iri": node.value,
            "articles": self.evidence(node),
        }

    def article(self, node: Node) -> Record:
        """`date_basis` says where `published` comes from."""
        walk = self.walk
        return {
            "article": walk.text(node, DCTERMS.identifier),
            "title": walk.text(node, DCTERMS.title),
            "published": walk.text(node, DCTERMS.issued),
            "date_basis": walk.text(node, KG.dateBasis),
            "publisher": walk.text(node, DC.publisher),
            "author": walk.text(node, DC.creator),
            "dateline": walk.text(node, KG.dateline),
            "url": walk.text(node, SCHEMA.url),
            "sha256": walk.text(node, KG.sha256),
            "iri": node.value,
        }

    # ── what a record rests on ──────────────────────────────────────────────────────────────────────────────────────

    def evidence(self, node: Node) -> list[Record]:
        """The words behind a meeting, measure or office, by article and offset."""
        return self.evidence_in(self.walk, node)

    def evidence_in(self, walk: Walk, node: Node) -> list[Record]:
        """The same in the graph of `walk`, the mentions of a report among them."""
        nodes = (*walk.nodes(node, KG.evidence), *walk.nodes(node, KG.mention))
        return _sorted(self._quote(walk, each) for each in nodes)

    def mentions(self, node: Node) -> list[Record]:
        """The words that refer to a person, institution or place, by article and offset."""
        found: list[Record] = []
        for report in self.walk.nodes(node, PROV.wasDerivedFrom):
            for quad in self.graph.quads_for_pattern(report, ox.NamedNode(KG.mention), None, None):
                if isinstance(quad.object, ox.NamedNode) and isinstance(quad.graph_name, ox.NamedNode):
                    found.append(self._quote(Walk(self.graph, quad.graph_name), quad.object))
        return _sorted(found)

    def differs(self, node: Node) -> list[Record]:
        """Each property on which reports differ, with every value, its wording, as-of day and articles."""
        return [
            {
                "property": self.walk.text(difference, KG.property),
                "values": sorted(
                    (self._claim(claim) for claim in self.walk.nodes(difference, KG.claim)), key=_claim_order
                ),
            }
            for difference in self.walk.nodes(node, KG.difference)
        ]

    def history(self, node: Node) -> list[Record]:
        """What the status was said to be, step by step."""
        steps: list[Record] = [
            {
                "number": _whole(self.walk.text(step, KG.number)),
                "status": self._word(step, KG.status),
                "as_of": self.walk.text(step, KG.asOf),
                "articles": self._article_ids(step),
            }
            for step in self.walk.nodes(node, KG.step)
        ]
        return sorted(steps, key=lambda step: (step["number"] or 0, str(step["articles"])))

    def merges(self, node: Node) -> list[Record]:
        """Which reports were taken for this thing, and why."""
        return [
            {
                "left": _iri(self.walk.node(merge, KG.left)),
                "right": _iri(self.walk.node(merge, KG.right)),
                "reason": self.walk.text(merge, KG.reason),
            }
            for merge in self.walk.nodes(node, KG.merge)
        ]

    def label(self, node: Node) -> str:
        """The name a node is printed under; the end of its IRI where it has none."""
        return self._label(node)

    def label_in(self, walk: Walk, node: Node) -> str:
        """The name of a node in the graph of `walk`, else in the fused graph, else the node itself."""
        named = walk.text(node, RDFS.label) or self.walk.text(node, RDFS.label) or self.walk.text(node, SKOS.notation)
        return named or self.walk.text(node, DCTERMS.identifier) or node.value

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _label_of(self, node: Node) -> str:
        return self.walk.text(node, RDFS.label) or node.value.rsplit("/", 1)[-1]

    def _name(self, node: Node, predicate: str) -> str | None:
        target = self.walk.node(node, predicate)
        return None if target is None else self._label(target)

    def _labels(self, node: Node, predicate: str) -> list[str]:
        return sorted({self._label(target) for target in self.walk.nodes(node, predicate)})

    def _names(self, node: Node) -> list[str]:
        return [self._label(node), *self.walk.texts(node, SKOS.altLabel)]

    def _word(self, node: Node, predicate: str) -> str | None:
        concept = self.walk.node(node, predicate)
        return None if concept is None else self.walk.text(concept, SKOS.notation)

    def _country(self, node: Node) -> str | None:
        return self.walk.text(node, KG.countryName) or self._name(node, KG.country)

    def _side_nodes(self, node: Node) -> list[Node]:
        sides = self.walk.nodes(node, KG.side)
        return sorted(sides, key=lambda side: int(self.walk.text(side, KG.number) or 0))

    def _sides(self, node: Node) -> list[list[str]]:
        """One side alone has an empty one across."""
        sides = [
            [self._label(person) for person in self.walk.nodes(side, KG.person)] for side in self._side_nodes(node)
        ]
        named = [sorted(side) for side in sides if side]
        return [*named, []] if len(named) == 1 else named

    def _role(self, office: Node) -> Record:
        of = self.walk.node(office, KG.of)
        return {
            "title": self.walk.text(office, KG.title),
            "of": None if of is None else self._label(of),
            "past": self.walk.text(office, KG.past) == "true",
        }

    def _value(self, amount: Node | None) -> object:
        if amount is None:
            return None
        low, high = _number(self.walk.text(amount, KG.low)), _number(self.walk.text(amount, KG.high))
        return low if low == high else [low, high]

    def _claim(self, claim: Node) -> Record:
        return {
            "value": self.walk.text(claim, KG.value),
            "wording": self.walk.text(claim, KG.wording),
            "as_of": self.walk.text(claim, KG.asOf),
            "articles": self._article_ids(claim),
        }

    def _article_ids(self, node: Node) -> list[str]:
        return sorted(self.article_id(article) for article in self.walk.nodes(node, KG.reportedBy))

    def article_id(self, article: Node) -> str:
        """The id of an article: its file's name."""
        return self.walk.text(article, DCTERMS.identifier) or article.value

    def _quote(self, walk: Walk, evidence: Node) -> Record:
        source, selector = walk.node(evidence, OA.hasSource), walk.node(evidence, OA.hasSelector)
        return {
            "article": None if source is None else self.article_id(source),
            "quote": None if selector is None else walk.text(selector, OA.exact),
            "begin_char": None if selector is None else _whole(walk.text(selector, OA.start)),
            "end_char": None if selector is None else _whole(walk.text(selector, OA.end)),
            "rule": walk.text(evidence, KG.rule),
            "supports": list(walk.texts(evidence, KG.supports)),
        }


PAIR_KEYS = ("status", "place", "country", "venue", "start", "end", "kind", "differs", "independent", "iri", "articles")


def _sorted(quotes: Iterable[Record]) -> list[Record]:
    def order(quote: Record) -> tuple[str, int, int, str]:
        begin, end = quote["begin_char"], quote["end_char"]
        return str(quote["article"]), int(str(begin or 0)), int(str(end or 0)), str(quote["rule"])

    return sorted(quotes, key=order)


def _claim_order(claim: Record) -> tuple[str, str]:
    return str(claim["value"]), str(claim["wording"])


def _iri(node: Node | None) -> str | None:
    return None if node is None else node.value


def _whole(text: str | None) -> int | None:
    return None if text is None else int(text)


def _number(text: str | None) -> float | int | None:
    if text is None:
        return None
    value = float(text)
    return int(value) if value.is_integer() else value


def _printed(edtf: str | None) -> str | None:
    """
    An EDTF string as answers show it.

    >>> _printed("XXXX-09-14")
    '--09-14'
    """
    return None if edtf is None else "-" + edtf.removeprefix("XXXX") if edtf.startswith("XXXX") else edtf
