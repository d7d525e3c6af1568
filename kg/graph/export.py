"""A store's graph → bytes in a format other tools open; the same graph gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph as ox

from kg.graph.iris import data_prefixes
from kg.vocab import BASE, RDF


@dataclass(frozen=True, slots=True)
class RdfFormat:
    """A syntax, and whether it holds the reports in their named graphs or the fused graph alone."""

    syntax: ox.RdfFormat
    reports: bool


FORMATS: Mapping[str, RdfFormat] = MappingProxyType(
    {
        "turtle": RdfFormat(ox.RdfFormat.TURTLE, reports=False),
        "trig": RdfFormat(ox.RdfFormat.TRIG, reports=True),
        "nquads": RdfFormat(ox.RdfFormat.N_QUADS, reports=True),
        "ntriples": RdfFormat(ox.RdfFormat.N_TRIPLES, reports=False),
        "jsonld": RdfFormat(ox.RdfFormat.JSON_LD, reports=False),
        "rdfxml": RdfFormat(ox.RdfFormat.RDF_XML, reports=False),
    }
)


def export(graph: ox.Store, name: str, *, base: str = BASE) -> bytes:
    """The graph in one of FORMATS, in the order of graphs, subjects, properties (the type first) and values."""
    form = FORMATS[name]
    quads = _ordered(graph if form.reports else graph.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    statements = quads if form.syntax.supports_datasets else [quad.triple for quad in quads]
    data = ox.serialize(statements, format=form.syntax, prefixes=data_prefixes(base=base)) or b""
    return _sorted_prefixes(data)


_PREFIXES = re.compile(rb"(?:@prefix [^\n]+\n)+")
_NAMESPACES = re.compile(rb'<rdf:RDF((?: xmlns:[^=]+="[^"]*")+)>')


def _sorted_prefixes(data: bytes) -> bytes:
    """The serialiser declares prefixes in an order that changes from run to run."""
    if match := _PREFIXES.match(data):
        return b"".join(sorted(match[0].splitlines(keepends=True))) + data[match.end() :]
    if match := _NAMESPACES.search(data):
        names = b" ".join(sorted(match[1].split()))
        return data[: match.start()] + b"<rdf:RDF " + names + b">" + data[match.end() :]
    return data


def _ordered(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    def order(quad: ox.Quad) -> tuple[bool, str, str, bool, str, str]:
        named = isinstance(quad.graph_name, ox.NamedNode)
        typed = quad.predicate.value != RDF.type
        return named, str(quad.graph_name), str(quad.subject), typed, quad.predicate.value, str(quad.object)

    return sorted(quads, key=order)
