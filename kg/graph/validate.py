"""
A graph in; the ways in which it does not conform to ontology/shapes.ttl out, in plain words with the sentence at fault.

Each graph is checked for itself: an article's own graph is complete, and many in one would hide what each lacks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.namespace import RDF, RDFS, SH, SKOS, XSD
from rdflib.term import Identifier, Node, URIRef

from kg.errors import InputError
from kg.model import Violation
from kg.ontology import SHAPE_FILE, terms
from kg.resources import folder
from kg.vocab import KG, OA, SHAPES

SEVERITIES = ("Violation", "Warning", "Info")

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".n3": ox.RdfFormat.N3,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
}

NO_TARGET = Violation(
    focus="",
    shape="no-target",
    severity="Warning",
    message="Nothing in this graph is of a kind that the shapes speak of, so nothing was checked.",
)

# From a node without evidence of its own to the one that has it: a side or an amount to its meeting or measure.
OWNERS = (KG.side, KG.amount, KG.previousAmount, KG.step, KG.difference, KG.claim, KG.merge)
OWNER_DEPTH = 2  # a claim belongs to a difference, which belongs to a meeting


def violations(data: Iterable[ox.Quad] | rdflib.Graph) -> tuple[Violation, ...]:
    """
    The ways in which the graphs of `data` do not conform, worst first; empty where they do.

    Severity, message and name of each come from the shape. A graph in which no shape found anything to check yields one
    warning named "no-target".
    """
    graphs = (data,) if isinstance(data, rdflib.Graph) else _by_name(data)
    found = {violation: None for graph in graphs for violation in _violations(graph)}
    return tuple(sorted(found, key=_rank)) or ((NO_TARGET,) if not any(map(_has_target, graphs)) else ())


def file_violations(path: Path) -> tuple[Violation, ...]:
    """The violations of an RDF file, read by its suffix ("-": Turtle on standard input); InputError if unreadable."""
    return violations(read(path))


def conforms(found: Iterable[Violation]) -> bool:
    """Whether none of these is more than a warning."""
    return all(violation.severity != "Violation" for violation in found)


def read(path: Path) -> tuple[ox.Quad, ...]:
    """The quads of an RDF file; nothing is fetched from outside. InputError where it cannot be read."""
    form = ox.RdfFormat.TURTLE if str(path) == "-" else FORMATS.get(path.suffix.lower())
    if form is None:
        raise InputError(f'{path}: no RDF format ends in "{path.suffix}": use one of {", ".join(FORMATS)}')
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return tuple(ox.parse(content, format=form))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{path}: is not readable as RDF: {error}") from error


# ── checking ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _violations(graph: rdflib.Graph) -> Iterator[Violation]:
    data = _with_vocabulary(graph)
    _, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none", advanced=False, inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise InputError(f"the graph cannot be checked: {report}")
    for result in report.objects(None, SH.result):
        yield _violation(report, result, graph)


def _violation(report: rdflib.Graph, result: Node, graph: rdflib.Graph) -> Violation:
    def value(predicate: URIRef) -> Identifier | None:
        found = report.value(result, predicate)
        return found if isinstance(found, Identifier) else None

    focus = value(SH.focusNode)
    if value(SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent:
        focus = value(SH.value)  # these are tried once a graph and find the node at fault
    return Violation(
        focus=str(focus),
        shape=str(value(SH.sourceShape)).removeprefix(SHAPES.NS),
        severity=str(value(SH.resultSeverity)).removeprefix(str(SH)),
        message=str(value(SH.resultMessage)),
        quote=_quote(graph, focus, value(SH.resultPath)),
    )


def _quote(graph: rdflib.Graph, focus: Identifier | None, path: Identifier | None) -> str | None:
    """The sentence on which `focus` rests, preferably the one that speaks for the property at fault."""
    for node in _owners(graph, focus):
        quotes = [*_quotes(graph, node, str(path).removeprefix(KG.NS))]
        if quotes:
            return min(quotes)[-1]
    return None


def _owners(graph: rdflib.Graph, focus: Identifier | None) -> Iterator[Node]:
    nodes: list[Node] = [focus] if focus is not None else []
    for _ in range(OWNER_DEPTH + 1):
        yield from nodes
        owners = [owner for node in nodes for link in OWNERS for owner in graph.subjects(URIRef(link), node)]
        nodes = sorted(owners, key=str)


def _quotes(graph: rdflib.Graph, node: Node, name: str) -> Iterator[tuple[int, str, str]]:
    """For what the evidence speaks (0: the property, 1: the whole, 2: another property), its IRI, its words."""
    evidence = [*graph.objects(node, URIRef(KG.evidence)), *graph.objects(node, URIRef(KG.mention)), node]
    for each in evidence:
        supports = {str(value) for value in graph.objects(each, URIRef(KG.supports))}
        distance = 1 if not supports else 0 if any(name.startswith(value) for value in supports) else 2
        for words in (*graph.objects(each, URIRef(OA.hasSelector)), each):
            for quote in graph.objects(words, URIRef(OA.exact)):
                yield distance, str(each), str(quote)


def _rank(violation: Violation) -> tuple[int, str, str, str]:
    known = violation.severity in SEVERITIES
    worst = SEVERITIES.index(violation.severity) if known else len(SEVERITIES)
    return (worst, violation.shape, violation.focus, violation.message)


def _has_target(graph: rdflib.Graph) -> bool:
    return any((None, RDF.type, target) in graph for target in _targets())


# ── graphs ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _by_name(quads: Iterable[ox.Quad]) -> tuple[rdflib.Graph, ...]:
    graphs: dict[str, rdflib.Graph] = {}
    for quad in quads:
        graph = graphs.setdefault(str(quad.graph_name), rdflib.Graph(bind_namespaces="none"))
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return tuple(graphs[name] for name in sorted(graphs))


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Identifier:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        # rdflib tells a plain literal from an xsd:string; RDF 1.1 does not.
        datatype = URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=None if datatype == XSD.string else datatype)
    raise InputError("a triple about a triple (RDF 1.2) cannot be checked: leave it out of the graph")


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(folder("ontology") / SHAPE_FILE, format="turtle")


@cache
def _targets() -> frozenset[Node]:
    return frozenset(_shapes().objects(None, SH.targetClass))


@cache
def _vocabulary() -> tuple[tuple[URIRef, URIRef, URIRef], ...]:
    """The scheme of each concept, and what each own class is a kind of."""
    iris = {each.curie: each.iri for each in terms()}
    schemes = [(each.iri, SKOS.inScheme, each.scheme) for each in terms() if each.scheme]
    classes = [
        (each.iri, RDFS.subClassOf, value)
        for each in terms()
        if each.own
        for relation, value in each.mappings
        if relation == "rdfs:subClassOf" and value in iris
    ]
    return tuple(
        (URIRef(subject), URIRef(predicate), URIRef(iris[value])) for subject, predicate, value in (*schemes, *classes)
    )


def _with_vocabulary(graph: rdflib.Graph) -> rdflib.Graph:
    data = rdflib.Graph(bind_namespaces="none")
    data += graph
    for triple in _vocabulary():
        data.add(triple)
    return data
