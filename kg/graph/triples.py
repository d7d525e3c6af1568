"""
Reports and knowledge in; RDF out, laid out as ontology/README.md shows by example.

An article's report goes to a graph of its own, what all reports tell together to the default graph. There are no blank
nodes, and the same value gives the same quads in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import DefinitionError
from kg.graph import iris
from kg.model import (
    Amount,
    Article,
    Claim,
    Difference,
    Dropped,
    Entity,
    EntityKind,
    Evidence,
    FusedMeasure,
    FusedMeeting,
    FusedOffice,
    Knowledge,
    Measure,
    Meeting,
    Mention,
    Merge,
    Node,
    Office,
    Ref,
    Report,
    Side,
    Silence,
    Span,
    Status,
    Step,
    When,
)
from kg.ontology import Term, concepts, terms, units
from kg.vocab import (
    BASE,
    DC,
    DCTERMS,
    EDTF,
    GEO,
    KG,
    OA,
    PROV,
    QUDT,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    WGS84,
    XSD,
    Iri,
)

Triple: TypeAlias = tuple[NamedNode, NamedNode, NamedNode | Literal]
Triples: TypeAlias = Iterator[Triple]
Namer: TypeAlias = Callable[[str], NamedNode]  # a key, to the node that it means in this graph

KIND_CLASSES = {EntityKind.PERSON: KG.Person, EntityKind.INSTITUTION: KG.Institution, EntityKind.PLACE: KG.Place}

TYPE_CLASSES = {
    (EntityKind.INSTITUTION, "government"): KG.GovernmentBody,
    (EntityKind.INSTITUTION, "company"): KG.Company,
    (EntityKind.INSTITUTION, "international"): KG.InternationalOrganization,
    (EntityKind.PLACE, "country"): KG.State,
    (EntityKind.PLACE, "city"): KG.City,
    (EntityKind.PLACE, "region"): KG.Region,
    (EntityKind.PLACE, "venue"): KG.Venue,
}

START = (KG.startEdtf, KG.startEarliest, KG.startLatest, KG.startWording, KG.startBasis)
END = (KG.endEdtf, KG.endEarliest, KG.endLatest, KG.endWording, KG.endBasis)


# ── the public ones ─────────────────────────────────────────────────────────────────────────────────────────────────


def report_quads(report: Report, base: str = BASE) -> list[Quad]:
    """What one article tells, in the graph that bears the article's IRI; complete in itself, each quad once."""
    graph = _node(iris.article(report.article.id, base=base))
    triples = dict.fromkeys(_report(report, base))
    return [Quad(subject, predicate, value, graph) for subject, predicate, value in triples]


def knowledge_quads(knowledge: Knowledge, base: str = BASE) -> list[Quad]:
    """What all articles tell together, in the default graph, each quad once; the concepts it uses are among them."""
    return _in_default_graph((*_vocabulary(), *_knowledge(knowledge, base)))


def vocabulary_quads() -> list[Quad]:
    """The kinds and statuses with their words, in the default graph; `knowledge_quads` holds them already."""
    return _in_default_graph(_vocabulary())


def receipt_quads(articles: Iterable[Article], versions: Mapping[str, str], base: str = BASE) -> list[Quad]:
    """
    What the graph was made from, in the default graph: the articles, whose hashes stand on their own nodes, and the
    version of each tool by its name ("rules", "model", "ontology"). No clock time.
    """
    return _in_default_graph(_receipt(sorted(article.id for article in articles), versions, base))


def _in_default_graph(triples: Iterable[Triple]) -> list[Quad]:
    graph = DefaultGraph()
    return [Quad(subject, predicate, value, graph) for subject, predicate, value in dict.fromkeys(triples)]


# ── terms ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _term(iri: Iri) -> NamedNode:
    return NamedNode(iri)


def _node(iri: str) -> NamedNode:
    return NamedNode(iri)


def _text(value: str) -> Literal:
    return Literal(value)


def _whole(value: int) -> Literal:
    return Literal(str(value), datatype=_term(XSD.integer))


def _day(value: date) -> Literal:
    return Literal(value.isoformat(), datatype=_term(XSD.date))


def _truth(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=_term(XSD.boolean))


def _decimal(value: float) -> Literal:
    written = format(Decimal(repr(value)), "f")  # xsd:decimal knows no exponent
    return Literal(written if "." in written else written + ".0", datatype=_term(XSD.decimal))


def _texts(subject: NamedNode, *pairs: tuple[Iri, str | None]) -> Triples:
    for predicate, value in pairs:
        if value:
            yield subject, _term(predicate), Literal(value)


def _links(subject: NamedNode, predicate: Iri, keys: Iterable[str | None], name: Namer) -> Triples:
    for key in keys:
        if key is not None:
            yield subject, _term(predicate), name(key)


def _types(subject: NamedNode, *classes: Iri) -> Triples:
    for each in classes:
        yield subject, _term(RDF.type), _term(each)


# ── one article ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _report(report: Report, base: str) -> Triples:
    article = report.article
    source = _node(iris.article(article.id, base=base))
    state_keys = _state_keys(report.entities)

    def name(key: str) -> NamedNode:
        return _node(iris.report(article.id, key, base=base))

    yield from _article(article, source)
    for entity in report.entities:
        yield from _told(name(entity.key), source)
        yield from _entity(entity, name(entity.key), name, state_keys)
        yield from _mentions(entity.mentions, name(entity.key), article, source, base)
    for office in report.offices:
        node = name(iris.office_key(office))
        yield from _told(node, source)
        yield from _office(office, node, name, base)
    for meeting in report.meetings:
        yield from _told(name(meeting.key), source)
        yield from _meeting(meeting, name(meeting.key), name, base)
    for measure in report.measures:
        yield from _told(name(measure.key), source)
        yield from _measure(measure, name(measure.key), name, base)
    for silence in report.silences:
        yield from _silence(silence, article, source, base)
    for dropped in article.dropped:
        yield from _dropped(dropped, article, source, base)


def _told(node: NamedNode, source: NamedNode) -> Triples:
    yield from _types(node, KG.Report)
    yield node, _term(KG.reportedBy), source


def _article(article: Article, node: NamedNode) -> Triples:
    yield from _types(node, KG.Article)
    # A file's name may hold bytes that are no UTF-8; a literal may not.
    yield (
        node,
        _term(DCTERMS.identifier),
        _text(article.id.encode("utf-8", "surrogateescape").decode("utf-8", "replace")),
    )
    yield from _texts(
        node,
        (DCTERMS.title, article.title),
        (KG.dateBasis, article.date_basis),
        (KG.dateline, article.dateline),
        (DC.publisher, article.publisher),
        (DC.creator, article.author),
        (KG.sha256, article.sha256),
    )
    if article.published:
        yield node, _term(DCTERMS.issued), _day(article.published)
    if article.url:
        yield node, _term(SCHEMA.url), Literal(article.url, datatype=_term(XSD.anyURI))


def _mentions(mentions: Sequence[Mention], node: NamedNode, article: Article, source: NamedNode, base: str) -> Triples:
    firsts = {(mention.text, mention.how): mention for mention in reversed(mentions)}
    for mention in sorted(firsts.values(), key=lambda mention: mention.span):
        words = iris.words(article.id, mention.span, base=base)
        evidence = _node(iris.under(words, "mention", mention.how))
        yield node, _term(KG.mention), evidence
        yield from _types(evidence, KG.Mention)
        yield from _selected(evidence, source, words, mention.span, mention.text)
        yield evidence, _term(KG.rule), _text(mention.how)


def _silence(silence: Silence, article: Article, source: NamedNode, base: str) -> Triples:
    words = iris.words(article.id, silence.span, base=base)
    node = _node(iris.valued(words, "silence", silence.word))
    yield from _types(node, KG.Silence)
    yield from _selected(node, source, words, silence.span, article.text[silence.span.start : silence.span.end])
    yield from _texts(node, (KG.word, silence.word), (KG.reason, silence.reason))


def _dropped(dropped: Dropped, article: Article, source: NamedNode, base: str) -> Triples:
    words = iris.words(article.id, dropped.span, base=base)
    node = _node(iris.under(words, "dropped"))
    yield from _types(node, KG.Dropped)
    yield from _selected(node, source, iris.under(words, "position"), dropped.span, None)
    yield node, _term(KG.reason), _text(dropped.reason)


# ── what both layers share ──────────────────────────────────────────────────────────────────────────────────────────


def _entity(entity: Entity, node: NamedNode, name: Namer, state_keys: Mapping[str, str]) -> Triples:
    yield from _types(node, KIND_CLASSES[entity.kind])
    if (entity.kind, entity.type) in TYPE_CLASSES:
        yield from _types(node, TYPE_CLASSES[entity.kind, entity.type])
    state = None if entity.is_state else entity.of or entity.country
    yield from _texts(
        node,
        (RDFS.label, entity.name),
        (DCTERMS.type, entity.type),
        (KG.countryName, state),
        (KG.doubt, entity.doubt),
    )
    if state and state in state_keys:
        yield node, _term(KG.country), name(state_keys[state])


def _state_keys(entities: Iterable[Entity]) -> dict[str, str]:
    return {entity.name: entity.key for entity in entities if entity.is_state}


def _office(office: Office, node: NamedNode, name: Namer, base: str) -> Triples:
    yield from _types(node, KG.Office)
    yield node, _term(KG.holder), name(office.person)
    yield node, _term(KG.title), _text(office.title)
    yield from _links(node, KG.of, (office.of,), name)
    yield node, _term(KG.past), _truth(office.past)
    yield from _time(node, office.start, START)
    yield from _time(node, office.end, END)
    yield from _evidence(node, office.evidence, base)


def _meeting(meeting: Meeting, node: NamedNode, name: Namer, base: str) -> Triples:
    yield from _types(node, KG.Meeting)
    yield node, _term(KG.kind), _concept("meetings:Kinds", meeting.kind)
    yield node, _term(KG.status), _concept("status:EventStatus", meeting.status)
    for number, side in enumerate(meeting.sides, start=1):
        yield from _side(side, number, node, name)
    yield from _links(node, KG.participant, meeting.people, name)
    yield from _links(node, KG.party, meeting.parties, name)
    yield from _links(node, KG.host, meeting.hosts, name)
    yield from _links(node, KG.attended, meeting.attended, name)
    yield from _links(node, KG.place, (meeting.place,), name)
    yield from _links(node, KG.country, (meeting.country,), name)
    yield from _links(node, KG.venue, (meeting.venue,), name)
    yield from _links(node, KG.saidBy, (meeting.said_by,), name)
    yield from _time(node, meeting.start, START)
    yield from _time(node, meeting.end, END)
    if meeting.round is not None:
        yield node, _term(KG.round), _whole(meeting.round)
    yield from _texts(node, *((KG.topic, topic) for topic in meeting.topics), (KG.doubt, meeting.doubt))
    yield from _evidence(node, meeting.evidence, base)


def _side(side: Side, number: int, meeting: NamedNode, name: Namer) -> Triples:
    if not side.people and not side.parties:
        return
    node = _node(iris.under(meeting.value, "side", str(number)))
    yield meeting, _term(KG.side), node
    yield from _types(node, KG.Side)
    yield node, _term(KG.number), _whole(number)
    yield from _links(node, KG.person, side.people, name)
    yield from _links(node, KG.party, side.parties, name)


def _measure(measure: Measure, node: NamedNode, name: Namer, base: str) -> Triples:
    yield from _types(node, KG.Measure)
    yield node, _term(KG.kind), _concept("measures:Kinds", measure.kind)
    yield node, _term(KG.status), _concept("status:MeasureStatus", measure.status)
    yield from _links(node, KG.by, (measure.by,), name)
    yield from _links(node, KG.on, measure.on, name)
    yield from _links(node, KG.saidBy, (measure.said_by,), name)
    yield from _texts(node, *((KG.goods, goods) for goods in measure.goods))
    yield from _texts(node, (KG.name, measure.name), (KG.doubt, measure.doubt))
    if measure.amount:
        yield from _amount(measure.amount, node, KG.amount, "amount")
    if measure.previous:
        yield from _amount(measure.previous, node, KG.previousAmount, "previous-amount")
    yield from _time(node, measure.start, START)
    yield from _time(node, measure.until, END)
    yield from _evidence(node, measure.evidence, base)


def _amount(amount: Amount, measure: NamedNode, predicate: Iri, step: str) -> Triples:
    node = _node(iris.under(measure.value, step))
    yield measure, _term(predicate), node
    yield from _types(node, KG.Amount)
    yield node, _term(KG.low), _decimal(amount.low)
    yield node, _term(KG.high), _decimal(amount.high)
    yield from _texts(node, (KG.qualifier, amount.qualifier), (KG.unitWord, amount.unit), (KG.wording, amount.wording))
    yield node, _term(KG.isChange), _truth(amount.change)
    if amount.unit in units():
        yield node, _term(QUDT.unit), _node(units()[amount.unit])


def _time(node: NamedNode, when: When | None, predicates: tuple[Iri, Iri, Iri, Iri, Iri]) -> Triples:
    if when is None:
        return
    edtf, earliest, latest, wording, basis = predicates
    if when.edtf:
        yield node, _term(edtf), Literal(when.edtf, datatype=_term(EDTF.EDTF))
    if when.first:
        yield node, _term(earliest), _day(when.first)
    if when.last:
        yield node, _term(latest), _day(when.last)
    yield from _texts(node, (wording, when.wording), (basis, when.basis))


def _evidence(node: NamedNode, evidence: Sequence[Evidence], base: str) -> Triples:
    for each in evidence:
        words = _node(iris.evidence(each, base=base))
        source = _node(iris.article(each.article, base=base))
        yield node, _term(KG.evidence), words
        yield from _types(words, KG.Evidence)
        yield from _selected(words, source, iris.words(each.article, each.span, base=base), each.span, each.quote)
        yield words, _term(KG.rule), _text(each.rule)
        yield from _texts(words, *((KG.supports, name) for name in sorted(each.supports)))


def _selected(node: NamedNode, source: NamedNode, words: str, span: Span, quote: str | None) -> Triples:
    selector = _node(words)
    yield node, _term(OA.hasSource), source
    yield node, _term(OA.hasSelector), selector
    yield from _types(selector, OA.TextPositionSelector)
    yield selector, _term(OA.start), _whole(span.start)
    yield selector, _term(OA.end), _whole(span.end)
    if quote is not None:
        yield from _types(selector, OA.TextQuoteSelector)
        yield selector, _term(OA.exact), _text(quote)


@cache
def _concept(scheme: str, notation: str) -> NamedNode:
    known = concepts(scheme)
    if notation not in known:
        raise DefinitionError(f'"{notation}" is none of {scheme} in ontology/, which are: {", ".join(known)}')
    return NamedNode(known[notation])


# ── many articles ───────────────────────────────────────────────────────────────────────────────────────────────────


def _knowledge(knowledge: Knowledge, base: str) -> Triples:
    labels = {node.entity.key: node.entity.name for node in knowledge.nodes}
    state_keys = _state_keys(node.entity for node in knowledge.nodes)

    def name(key: str) -> NamedNode:
        return _node(iris.thing(key, base=base))

    for article in knowledge.articles:
        yield from _article(article, _node(iris.article(article.id, base=base)))
    for fused in knowledge.nodes:
        yield from _fused_entity(fused, name, state_keys, base)
    for office in knowledge.offices:
        yield from _fused_office(office, name, labels, base)
    for meeting in knowledge.meetings:
        yield from _fused_meeting(meeting, name, labels, base)
    for measure in knowledge.measures:
        yield from _fused_measure(measure, name, labels, base)
    for difference in knowledge.differences:
        refs = sorted({ref for claim in difference.claims for ref in claim.refs})
        owner = iris.thing(f"difference/{'/'.join(f'{ref.article}/{ref.key}' for ref in refs[:1])}", base=base)
        yield from _difference(difference, iris.valued(owner, "on", difference.property), base)


def _fused_entity(fused: Node, name: Namer, state_keys: Mapping[str, str], base: str) -> Triples:
    entity = fused.entity
    node = name(entity.key)
    yield from _entity(entity, node, name, state_keys)
    yield from _texts(node, *((SKOS.altLabel, other) for other in fused.names if other != entity.name))
    for curie in entity.same_as:
        yield node, _term(DCTERMS.identifier), _text(curie)
        outside = iris.outside(curie)
        if outside:
            yield node, _term(SCHEMA.sameAs), _node(outside)
    yield from _point(entity, node)
    yield from _derived(node, fused.refs, base)
    yield from _merges(node, fused.merges, base)


def _point(entity: Entity, node: NamedNode) -> Triples:
    if entity.lat is None or entity.lon is None:
        return
    geometry = _node(iris.under(node.value, "geometry"))
    latitude, longitude = _decimal(entity.lat), _decimal(entity.lon)
    yield node, _term(WGS84.lat), latitude
    yield node, _term(WGS84.long), longitude
    yield node, _term(GEO.hasGeometry), geometry
    yield from _types(geometry, GEO.Geometry)
    point = f"POINT({longitude.value} {latitude.value})"  # longitude comes first in WKT
    yield geometry, _term(GEO.asWKT), Literal(point, datatype=_term(GEO.wktLiteral))


def _fused_office(fused: FusedOffice, name: Namer, labels: Mapping[str, str], base: str) -> Triples:
    office = fused.office
    node = name(iris.office_key(office))
    yield from _office(office, node, name, base)
    yield node, _term(RDFS.label), _text(office_label(office, labels))
    yield from _derived(node, fused.refs, base)


def _fused_meeting(fused: FusedMeeting, name: Namer, labels: Mapping[str, str], base: str) -> Triples:
    node = name(fused.meeting.key)
    yield from _meeting(fused.meeting, node, name, base)
    yield node, _term(RDFS.label), _text(meeting_label(fused.meeting, labels))
    yield from _links(node, KG.partOf, (fused.part_of,), name)
    yield from _links(node, KG.hasPart, fused.parts, name)
    yield from _fused_event(fused, node, "status:EventStatus", base)


def _fused_measure(fused: FusedMeasure, name: Namer, labels: Mapping[str, str], base: str) -> Triples:
    node = name(fused.measure.key)
    yield from _measure(fused.measure, node, name, base)
    yield node, _term(RDFS.label), _text(measure_label(fused.measure, labels))
    yield from _fused_event(fused, node, "status:MeasureStatus", base)


def _fused_event(fused: FusedMeeting | FusedMeasure, node: NamedNode, statuses: str, base: str) -> Triples:
    yield node, _term(KG.independentSources), _whole(fused.independent)
    yield from _derived(node, fused.refs, base)
    yield from _merges(node, fused.merges, base)
    for difference in fused.differences:
        iri = iris.valued(node.value, "difference", difference.property)
        yield node, _term(KG.difference), _node(iri)
        yield from _difference(difference, iri, base)
    for number, step in enumerate(fused.history, start=1):
        yield from _step(step, number, node, statuses, base)


def _derived(node: NamedNode, refs: Iterable[Ref], base: str) -> Triples:
    for ref in refs:
        yield node, _term(KG.reportedBy), _node(iris.article(ref.article, base=base))
        yield node, _term(PROV.wasDerivedFrom), _node(iris.report(ref.article, ref.key, base=base))


def _merges(node: NamedNode, merges: Iterable[Merge], base: str) -> Triples:
    for merge in merges:
        left, right = (iris.report(ref.article, ref.key, base=base) for ref in (merge.left, merge.right))
        iri = _node("/".join((node.value, "merge", *(end.removeprefix(f"{base}report/") for end in (left, right)))))
        yield node, _term(KG.merge), iri
        yield from _types(iri, KG.Merge)
        yield iri, _term(KG.left), _node(left)
        yield iri, _term(KG.right), _node(right)
        yield iri, _term(KG.reason), _text(merge.reason)


def _difference(difference: Difference, iri: str, base: str) -> Triples:
    node = _node(iri)
    yield from _types(node, KG.Difference)
    yield node, _term(KG.property), _text(difference.property)
    for claim in difference.claims:
        yield from _claim(claim, node, base)


def _claim(claim: Claim, difference: NamedNode, base: str) -> Triples:
    node = _node(iris.valued(difference.value, "claim", claim.value))
    yield difference, _term(KG.claim), node
    yield from _types(node, KG.Claim)
    yield node, _term(KG.value), _text(claim.value)
    yield from _texts(node, (KG.wording, claim.wording))
    if claim.as_of:
        yield node, _term(KG.asOf), _day(claim.as_of)
    yield from _derived(node, claim.refs, base)


def _step(step: Step, number: int, event: NamedNode, statuses: str, base: str) -> Triples:
    node = _node(iris.under(event.value, "step", str(number)))
    yield event, _term(KG.step), node
    yield from _types(node, KG.Step)
    yield node, _term(KG.number), _whole(number)
    yield node, _term(KG.status), _concept(statuses, step.status)
    if step.as_of:
        yield node, _term(KG.asOf), _day(step.as_of)
    yield from _derived(node, (step.ref,), base)


# ── labels ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def office_label(office: Office, labels: Mapping[str, str]) -> str:
    """An office in a few words: "former Vice Premier of China". `labels` are names by key."""
    of = f" of {labels.get(office.of, office.of)}" if office.of else ""
    return f"{'former ' if office.past else ''}{office.title}{of}"


def meeting_label(meeting: Meeting, labels: Mapping[str, str]) -> str:
    """A meeting in a few words: "planned talks, Madrid, 2025-09-14: Scott Bessent – He Lifeng"."""
    kind = meeting.kind if meeting.status is Status.HAPPENED else f"{meeting.status} {meeting.kind}"
    place = meeting.place or meeting.country
    where = labels.get(place, place) if place else None
    when = meeting.start.printed if meeting.start else None
    sides = " – ".join(filter(None, (_names(side.people or side.parties, labels) for side in meeting.sides)))
    return ", ".join(filter(None, (kind, where, when))) + (f": {sides}" if sides else "")


def measure_label(measure: Measure, labels: Mapping[str, str]) -> str:
    """A measure in a few words: "proposed tariff by United States on China: up to 100 percent"."""
    in_force = measure.status.value == "in force"
    parts = [
        measure.kind if in_force else f"{measure.status} {measure.kind}",
        f"by {labels.get(measure.by, measure.by)}" if measure.by else "",
        f"on {_names(measure.on, labels)}" if measure.on else "",
    ]
    amount = f": {amount_label(measure.amount)}" if measure.amount else ""
    return (measure.name + ", " if measure.name else "") + " ".join(filter(None, parts)) + amount


def amount_label(amount: Amount) -> str:
    """An amount in a few words: "10–25 percent", "up to 100 percent", "about 3000000000 USD"."""
    if amount.low != amount.high:
        return f"{amount.low:.12g}–{amount.high:.12g} {amount.unit}"
    qualifier = "" if amount.qualifier.value in ("exact", "range") else f"{amount.qualifier} "
    return f"{qualifier}{amount.low:.12g} {amount.unit}"


def _names(keys: Sequence[str], labels: Mapping[str, str]) -> str:
    return ", ".join(labels.get(key, key) for key in keys)


# ── concepts and receipt ────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _vocabulary() -> tuple[Triple, ...]:
    schemes = {each.curie: _node(each.iri) for each in terms() if each.kind == "scheme"}
    return tuple(triple for each in terms() if each.scheme for triple in _concept_triples(each, schemes[each.scheme]))


def _concept_triples(concept: Term, scheme: NamedNode) -> Triples:
    node = _node(concept.iri)
    yield from _types(node, SKOS.Concept)
    yield node, _term(SKOS.inScheme), scheme
    yield node, _term(SKOS.prefLabel), _text(concept.label)
    yield node, _term(SKOS.notation), _text(concept.words[0])


def _receipt(article_ids: Iterable[str], versions: Mapping[str, str], base: str) -> Triples:
    build = _node(f"{base}build")
    graph = _node(f"{base}graph")
    yield from _types(graph, PROV.Bundle)
    yield graph, _term(PROV.wasGeneratedBy), build
    yield from _types(build, KG.Build)
    for article_id in article_ids:
        yield build, _term(PROV.used), _node(iris.article(article_id, base=base))
    for tool, version in sorted(versions.items()):
        node = _node(iris.valued(base.removesuffix("/"), "tool", tool))
        yield build, _term(PROV.wasAssociatedWith), node
        yield from _types(node, KG.Tool)
        yield from _texts(node, (RDFS.label, tool), (KG.version, version))
