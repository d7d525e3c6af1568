"""The store that a lookup asks, as it is or as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from kg.ask.lookups import Lookup
from kg.cli.output import note
from kg.graph.store import LAYOUT, Snapshot, check, reading
from kg.model import Knowledge
from kg.versions import ontology_digest


@dataclass(frozen=True, slots=True)
class Session:
    """A state of a store; with `as_of`, only what articles published by then tell."""

    snapshot: Snapshot
    graph: ox.Store
    lookup: Lookup
    as_of: Knowledge | None = None

    @property
    def base(self) -> str:
        """The address under which its IRIs lie."""
        return self.snapshot.manifest.versions.base

    def text_of(self, article: str) -> str | None:
        """The text of an article; None where the store does not hold it."""
        report = self.snapshot.report(article)
        return None if report is None else report.article.text

    def knowledge(self) -> Knowledge:
        """The fused graph before it is RDF."""
        return self.as_of or self.snapshot.knowledge()


@contextmanager
def session(store: Path, as_of: date | None = None) -> Iterator[Session]:
    """The store in that folder, as of that day; StoreError where there is none or it is of another ontology."""
    with reading(store) as snapshot:
        check(snapshot.manifest, {"layout": LAYOUT, "ontology": ontology_digest()}, store)
        if as_of is None:
            graph = snapshot.graph()
            yield Session(snapshot, graph, Lookup(graph))
            return
        from kg.pipeline import fused_graph, known_by

        knowledge, undated = known_by(snapshot, as_of)
        if undated:
            note(f"Left out: {articles(undated)} without a date.")
        graph = fused_graph(knowledge, snapshot)
        yield Session(snapshot, graph, Lookup(graph), knowledge)


def articles(number: int) -> str:
    """`1 article`, `2 articles`."""
    return f"{number} article{'' if number == 1 else 's'}"


def note_several(lookup: Lookup, names: Iterable[str | None], kind: str) -> None:
    """Says so where a name may mean several."""
    for name in names:
        found = lookup.find(name, kind)
        if len(found) > 1:
            note(f'"{name}" may mean {", ".join(lookup.reader.label(node) for node in found)}: all are taken.')


def note_undated(number: int, what: str) -> None:
    """Says how many were left out because no day is known of them."""
    if number:
        note(f"Left out: {number} {what}{'' if number == 1 else 's'} without a known day.")
