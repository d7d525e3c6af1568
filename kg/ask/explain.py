"""A node → everything the graph knows of where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyoxigraph as ox

from kg.ask.lookups import Lookup
from kg.ask.records import Reader, Record
from kg.ask.sentences import around
from kg.ask.walk import Node, Walk
from kg.errors import QueryError
from kg.graph.iris import article as article_iri
from kg.graph.iris import article_of, ref_of
from kg.model import LEARNED, Ref
from kg.vocab import BASE, KG, PROV, RDF, RDFS

COLUMNS = ("aspect", "value", "article", "begin_char", "end_char", "quote")
RESTS_ON = (KG.evidence, KG.mention)  # told as quotes
TOLD_APART = (
    RDF.type,
    RDFS.label,
    KG.merge,
    KG.difference,
    KG.step,
    KG.side,
    KG.participant,
    KG.reportedBy,
    PROV.wasDerivedFrom,
)


def explain(
    graph: ox.Store, wanted: str, text_of: Callable[[str], str | None], *, base: str = BASE
) -> tuple[Record, ...]:
    """
    Rows of an aspect and its value, with article, offsets and quote where it rests on words.

    `wanted` is the IRI of a node of the fused graph, of a report or of evidence, the end of one, or a name; QueryError
    with a suggestion where there is nothing of that kind. `text_of` gives the text of an article: a name comes with the
    sentence around it.
    """
    node, within = _find(graph, wanted, base)
    return tuple(_with_sentence(row, text_of) for row in _rows(Reader(graph), node, within))


def _with_sentence(row: Record, text_of: Callable[[str], str | None]) -> Record:
    """For a mention, the quote grows to the sentence; the offsets stay those of the name."""
    if not str(row["aspect"]).startswith("seen as") or row["begin_char"] is None:
        return row
    text = text_of(row["article"]) or ""
    return {**row, "quote": around(text, row["begin_char"], row["end_char"]) or row["quote"]}


def reports_behind(graph: ox.Store, wanted: str, *, base: str = BASE) -> tuple[Ref, ...]:
    """The reports that a node of the fused graph rests on; a report itself; all of an article, under an empty key."""
    for article in (wanted, article_of(wanted, base=base)):
        if article and graph.contains_named_graph(ox.NamedNode(article_iri(article, base=base))):
            return (Ref(article, ""),)
    node, _ = _find(graph, wanted, base)
    own = ref_of(node.value, base=base)
    derived = [ref_of(report.value, base=base) for report in Walk(graph).nodes(node, PROV.wasDerivedFrom)]
    refs = tuple(ref for ref in (own, *derived) if ref is not None)
    if not refs:
        raise QueryError(
            f"{node.value} rests on no report: give a person, institution, place, office, meeting or measure"
        )
    return refs


def find(graph: ox.Store, wanted: str, *, base: str = BASE) -> Node:
    """The node that an IRI, the end of one, or a name means; QueryError where there is none."""
    return _find(graph, wanted, base)[0]


def _find(graph: ox.Store, wanted: str, base: str) -> tuple[Node, ox.NamedNode | ox.DefaultGraph]:
    for candidate in (wanted, f"{base}id/{wanted}", f"{base}{wanted}"):
        try:
            node = ox.NamedNode(candidate)
        except ValueError:
            continue
        names = [quad.graph_name for quad in graph.quads_for_pattern(node, None, None, None)]
        if ox.DefaultGraph() in names:
            return node, ox.DefaultGraph()
        if reports := sorted({name.value for name in names if isinstance(name, ox.NamedNode)}):
            return node, ox.NamedNode(reports[0])
    try:
        found = Lookup(graph).find(wanted, "name")
    except QueryError as error:
        raise QueryError(f'nothing in the store is "{wanted}": give an IRI from an answer ({error})') from None
    if len(found) > 1:
        raise QueryError(f'"{wanted}" may be {", ".join(node.value for node in found)}: give one of these')
    return found[0], ox.DefaultGraph()


def _rows(reader: Reader, node: Node, within: ox.NamedNode | ox.DefaultGraph) -> Iterator[Record]:
    walk = Walk(reader.graph, within)
    yield _row("iri", node.value)
    for kind in walk.nodes(node, RDF.type):
        yield _row("is a", kind.value.rsplit("#", 1)[-1])
    for text in walk.texts(node, RDFS.label):
        yield _row("name", text)
    yield from _properties(reader, walk, node)
    for quote in _side_rows(reader, walk, node):
        yield quote
    for step in reader.history(node):
        yield _row(f"step {step['number']}", f"{step['status']}{_as_of(step)}", "; ".join(step["articles"]))
    for difference in reader.differs(node):
        for value in difference["values"]:
            told = f"{value['value']} (“{value['wording']}”){_as_of(value)}"
            yield _row(f"differs: {difference['property']}", told, "; ".join(value["articles"]))
    for merge in reader.merges(node):
        yield _row("merged", f"{_short(merge['left'])} = {_short(merge['right'])}: {merge['reason']}")
    for office in walk.subjects(KG.holder, node):
        past = " (former)" if walk.text(office, KG.past) == "true" else ""
        yield _row("office", f"{reader.label_in(walk, office)}{past}")
    for meeting in walk.subjects(KG.participant, node):
        yield _row("took part in", reader.label_in(walk, meeting))
    for article in walk.nodes(node, KG.reportedBy):
        yield _row("reported by", "", reader.article_id(article))
    for quote in reader.mentions(node):
        yield {"aspect": f"seen as ({quote['rule']})", "value": quote["quote"], **_place(quote)}
    for quote in reader.evidence_in(walk, node):
        yield {
            "aspect": f"read by {_reader(str(quote['rule']))}",
            "value": ", ".join(map(str, quote["supports"])),
            **_place(quote),
        }


def _reader(rule: str) -> str:
    """The rule's id; it is told where no rule but a trained network read the words."""
    return f"{rule}, the network" if rule.endswith(LEARNED) else rule


def _properties(reader: Reader, walk: Walk, node: Node) -> Iterator[Record]:
    for quad in sorted(walk.quads(node), key=lambda each: (each.predicate.value, str(each.object))):
        if quad.predicate.value in (*RESTS_ON, *TOLD_APART):
            continue
        aspect = _words(quad.predicate.value)
        if isinstance(quad.object, ox.NamedNode):
            yield _row(aspect, reader.label_in(walk, quad.object))
        else:
            yield _row(aspect, getattr(quad.object, "value", str(quad.object)))


def _side_rows(reader: Reader, walk: Walk, node: Node) -> Iterator[Record]:
    for side in walk.nodes(node, KG.side):
        people = [reader.label_in(walk, person) for person in walk.nodes(side, KG.person)]
        parties = [reader.label_in(walk, party) for party in walk.nodes(side, KG.party)]
        yield _row(
            f"side {walk.text(side, KG.number)}", f"{', '.join(people) or 'nobody named'} ({', '.join(parties)})"
        )


def _row(aspect: str, value: str, article: str | None = None) -> Record:
    return {"aspect": aspect, "value": value, "article": article, "begin_char": None, "end_char": None, "quote": None}


def _place(quote: Record) -> Record:
    return {key: quote[key] for key in ("article", "begin_char", "end_char", "quote")}


def _words(term: str) -> str:
    """The end of a term's IRI in words: "startEarliest" as "start earliest"."""
    local = term.replace("#", "/").rsplit("/", 1)[-1]
    return "".join(f" {char.lower()}" if char.isupper() else char for char in local)


def _short(term: object) -> str:
    return str(term).split("/report/", 1)[-1]


def _as_of(record: Record) -> str:
    return f", as of {record['as_of']}" if record["as_of"] else ""
