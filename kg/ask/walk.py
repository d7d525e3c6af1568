"""A graph as a reader walks it: from a node along a property to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

Node = ox.NamedNode
DEFAULT = ox.DefaultGraph()


@lru_cache(maxsize=1024)
def iri(text: str) -> Node:
    """The IRI as a node; the same object each time."""
    return ox.NamedNode(text)


@dataclass(frozen=True, slots=True)
class Walk:
    """Steps in one graph of a store: the fused graph, or that of an article where `within` names it."""

    graph: ox.Store
    within: ox.NamedNode | ox.DefaultGraph = DEFAULT

    def nodes(self, subject: Node, predicate: str) -> tuple[Node, ...]:
        """The IRIs that the property leads to, sorted."""
        found = (quad.object for quad in self.graph.quads_for_pattern(subject, iri(predicate), None, self.within))
        return tuple(sorted((node for node in found if isinstance(node, ox.NamedNode)), key=lambda node: node.value))

    def node(self, subject: Node, predicate: str) -> Node | None:
        """The first of `nodes`."""
        found = self.nodes(subject, predicate)
        return found[0] if found else None

    def texts(self, subject: Node, predicate: str) -> tuple[str, ...]:
        """The literals that the property has, sorted."""
        found = (quad.object for quad in self.graph.quads_for_pattern(subject, iri(predicate), None, self.within))
        return tuple(sorted(term.value for term in found if isinstance(term, ox.Literal)))

    def text(self, subject: Node, predicate: str) -> str | None:
        """The first of `texts`."""
        found = self.texts(subject, predicate)
        return found[0] if found else None

    def subjects(self, predicate: str, target: Node) -> tuple[Node, ...]:
        """The IRIs from which the property leads to `target`, sorted."""
        found = (quad.subject for quad in self.graph.quads_for_pattern(None, iri(predicate), target, self.within))
        return tuple(sorted((node for node in found if isinstance(node, ox.NamedNode)), key=lambda node: node.value))

    def quads(self, subject: Node) -> Iterator[ox.Quad]:
        """Everything said of the subject."""
        yield from self.graph.quads_for_pattern(subject, None, None, self.within)
