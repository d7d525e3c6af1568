"""Every field of the model reaches the graph, as ontology/README.md lays it out."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest
from handmade import HOPE, KNOWLEDGE, LEAD, MEASURE, MEETING, MENU, OFFICE, POSSIBLE, RATE, REPORT, WIRE

from kg.errors import DefinitionError
from kg.graph import iris
from kg.graph.triples import (
    amount_label,
    knowledge_quads,
    measure_label,
    meeting_label,
    office_label,
    receipt_quads,
    report_quads,
    vocabulary_quads,
)
from kg.model import Amount, Article, Knowledge, MeasureStatus, Qualifier, Report, Side
from kg.ontology import prefixes, terms
from kg.vocab import BASE, KG, MEASURES, OA, PREFIXES, PROV, RDF, STATUS

HEAD = "\n".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in PREFIXES.items())
LABELS = {node.entity.key: node.entity.name for node in KNOWLEDGE.nodes}


def ask(quads: list[ox.Quad], pattern: str) -> bool:
    """Whether the quads, their graphs taken together, hold the pattern; `<…>` is relative to the base."""
    store = ox.Store()
    store.extend(quads)
    found = store.query(f"BASE <{BASE}>\n{HEAD}\nASK {{ {pattern} }}", use_default_graph_as_union=True)
    return bool(found)


REPORTED = report_quads(REPORT)
KNOWN = knowledge_quads(KNOWLEDGE)


# ── an article's own graph ──────────────────────────────────────────────────────────────────────────────────────────

IN_THE_REPORT = {
    "article": """<article/wire%201.txt> a kg:Article ; dcterms:identifier "wire 1.txt" ;
        dcterms:title "Ministers meet" ; dcterms:issued "2024-05-13"^^xsd:date ; kg:dateBasis "stated" ;
        kg:dateline "LISBON" ; dc:publisher "Example Wire" ; dc:creator "A. Writer" ; schema:url "https://news.example/lisbon?id=1"^^xsd:anyURI""",
    "person": """<report/wire%201.txt/person/ada-ruiz> a kg:Person, kg:Report ; rdfs:label "Ada Ruiz" ;
        kg:doubt "the name may be that of another Ruiz" ; kg:reportedBy <article/wire%201.txt>""",
    "mention": """<report/wire%201.txt/person/ada-ruiz> kg:mention ?mention .
        ?mention a kg:Mention ; kg:rule "name" ; oa:hasSource <article/wire%201.txt> ; oa:hasSelector ?words .
        ?words oa:exact "Ada Ruiz" ; oa:start 17 ; oa:end 25""",
    "institution": """<report/wire%201.txt/institution/foreign-ministry-portugal> a kg:Institution, kg:GovernmentBody ;
        dcterms:type "government" ; kg:countryName "Portugal" ; kg:country <report/wire%201.txt/state/portugal>""",
    "place": """<report/wire%201.txt/place/old-mint> a kg:Place, kg:Venue ; dcterms:type "venue" ;
        kg:country <report/wire%201.txt/state/portugal>""",
    "state": "<report/wire%201.txt/state/norway> a kg:Place, kg:State",
    "office": """<report/wire%201.txt/office/person/bo-lund/Trade_Secretary/state/norway> a kg:Office, kg:Report ;
        kg:holder <report/wire%201.txt/person/bo-lund> ; kg:title "Trade Secretary" ; kg:past false ;
        kg:of <report/wire%201.txt/state/norway>""",
    "office's time": """?office kg:past true ; kg:startEdtf "XXXX-05-12"^^edtf:EDTF ; kg:startWording "12 May" ;
        kg:endEarliest "2024-05-12"^^xsd:date ; kg:endLatest "2024-05-12"^^xsd:date ;
        kg:endBasis "from the article's date" """,
    "meeting": """<report/wire%201.txt/meeting/1> a kg:Meeting, kg:Report ;
        kg:kind meetings:talks ; kg:status status:happened ;
        kg:participant <report/wire%201.txt/person/ada-ruiz>, <report/wire%201.txt/person/bo-lund> ;
        kg:party <report/wire%201.txt/state/portugal>, <report/wire%201.txt/state/norway> ;
        kg:host <report/wire%201.txt/state/portugal> ; kg:attended <report/wire%201.txt/institution/fishers> ;
        kg:place <report/wire%201.txt/place/lisbon> ; kg:country <report/wire%201.txt/state/portugal> ;
        kg:venue <report/wire%201.txt/place/old-mint> ; kg:round 2 ; kg:topic "fish", "tariffs" ;
        kg:saidBy <report/wire%201.txt/institution/foreign-ministry-portugal> ;
        kg:doubt "the day is counted from the article's date" ;
        kg:startEdtf "2024-05-12"^^edtf:EDTF ; kg:startEarliest "2024-05-12"^^xsd:date ;
        kg:startLatest "2024-05-12"^^xsd:date ; kg:startWording "on Sunday" ; kg:endEdtf "2024-05-12"^^edtf:EDTF""",
    "side": """<report/wire%201.txt/meeting/1> kg:side ?one . ?one a kg:Side ; kg:number 1 ;
        kg:person <report/wire%201.txt/person/ada-ruiz> ; kg:party <report/wire%201.txt/state/portugal>""",
    "measure": """<report/wire%201.txt/measure/1> a kg:Measure, kg:Report ;
        kg:kind measures:tariff ; kg:status status:in-force ;
        kg:by <report/wire%201.txt/state/norway> ; kg:on <report/wire%201.txt/state/portugal> ; kg:goods "fish" ;
        kg:name "Fish Act" ; kg:saidBy <report/wire%201.txt/person/bo-lund> ; kg:startEdtf "XXXX-05-12"^^edtf:EDTF ;
        kg:endEarliest "2024-03-01"^^xsd:date ; kg:endLatest "2024-05-31"^^xsd:date ; kg:doubt ?doubt""",
    "amount": """?measure kg:amount ?amount . ?amount a kg:Amount ; kg:low 10.0 ; kg:high 25.0 ; kg:qualifier "range" ;
        kg:unitWord "percent" ; qudt:unit unit:PERCENT ; kg:isChange false ; kg:wording "10% to 25%" """,
    "previous amount": "?measure kg:previousAmount ?amount . ?amount kg:low 30.0 ; kg:high 30.0 ; kg:isChange true",
    "evidence": f"""<report/wire%201.txt/measure/1> kg:evidence ?evidence .
        ?evidence a kg:Evidence ; kg:rule "measure.rate" ; oa:hasSelector ?words .
        ?words a oa:TextQuoteSelector, oa:TextPositionSelector ; oa:exact "{RATE}" """,
    "support": """?evidence kg:supports "start" ; kg:rule "date.weekday" """,
    "silence": f"""?silence a kg:Silence ; oa:hasSource <article/wire%201.txt> ; kg:word "talks" ;
        kg:reason "nobody is named" ; oa:hasSelector ?words . ?words oa:exact "{HOPE}" """,
    "dropped": """?dropped a kg:Dropped ; kg:reason "links to other pages" ; oa:hasSelector ?words .
        ?words a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end""",
}

NOT_IN_THE_REPORT = {
    "anyone met anyone": "?one kg:met ?other",
    "coordinates, which no article tells": "?place wgs84:lat ?lat",
    "the dropped text": f'?words oa:exact "{MENU}"',
    "an empty side": "?meeting kg:side ?side FILTER NOT EXISTS { ?side kg:person|kg:party ?who }",
    "bounds of a date without a year": "?office kg:past true ; kg:startEarliest ?day",
    "a country of a country": "?state a kg:State ; kg:countryName ?name",
    "a link to a state that is not in the report": '?fishers kg:countryName "Iceland" ; kg:country ?state',
    "a label of a meeting": "?meeting a kg:Meeting ; rdfs:label ?label",
}


@pytest.mark.parametrize("pattern", IN_THE_REPORT.values(), ids=IN_THE_REPORT)
def test_a_report_holds(pattern: str) -> None:
    assert ask(REPORTED, pattern)


@pytest.mark.parametrize("pattern", NOT_IN_THE_REPORT.values(), ids=NOT_IN_THE_REPORT)
def test_a_report_does_not_hold(pattern: str) -> None:
    assert not ask(REPORTED, pattern)


def test_a_report_lies_in_the_graph_of_its_article() -> None:
    assert {quad.graph_name for quad in REPORTED} == {ox.NamedNode(BASE + "article/wire%201.txt")}


def test_the_first_mention_of_each_form_stands_for_all() -> None:
    """Ada Ruiz is mentioned three times, in two forms."""
    person = ox.NamedNode(iris.report(WIRE.id, "person/ada-ruiz"))
    mentions = [quad for quad in REPORTED if quad.subject == person and quad.predicate.value == KG.mention]

    assert len(mentions) == 2


def test_quotes_are_the_stored_text_at_their_offsets() -> None:
    store = ox.Store()
    store.extend(REPORTED)
    rows = store.query(
        f"SELECT ?quote ?start ?end {{ ?words <{OA.exact}> ?quote ; <{OA.start}> ?start ; <{OA.end}> ?end }}",
        use_default_graph_as_union=True,
    )
    assert isinstance(rows, ox.QuerySolutions)
    found = [(row["quote"].value, int(row["start"].value), int(row["end"].value)) for row in rows]

    assert len(found) > 10
    assert [quote for quote, start, end in found if WIRE.text[start:end] != quote] == []


def test_an_empty_report_holds_its_article() -> None:
    quads = report_quads(Report(Article(id="empty.txt", text="")))

    assert {quad.subject for quad in quads} == {ox.NamedNode(BASE + "article/empty.txt")}


def test_a_file_name_that_is_no_utf_8_is_an_identifier_too() -> None:
    quads = report_quads(Report(Article(id="caf\udce9.txt", text="")))

    assert 'identifier> "caf\ufffd.txt"' in str(quads[1])


def test_an_unknown_kind_of_measure_is_refused() -> None:
    report = replace(REPORT, measures=(replace(MEASURE, kind="tarif"),))

    with pytest.raises(DefinitionError, match=r'^"tarif" is none of measures:Kinds in ontology/, which are: tariff, '):
        report_quads(report)


# ── the fused graph ─────────────────────────────────────────────────────────────────────────────────────────────────

IN_THE_FUSED_GRAPH = {
    "names": '<id/person/ada-ruiz> rdfs:label "Ada Ruiz" ; skos:altLabel "Minister Ruiz"',
    "reports": """<id/person/ada-ruiz> kg:reportedBy <article/daily.md>, <article/wire%201.txt> ;
        prov:wasDerivedFrom <report/daily.md/person/ruiz>, <report/wire%201.txt/person/ada-ruiz>""",
    "merge": """<id/person/ada-ruiz> kg:merge ?merge . ?merge a kg:Merge ; kg:left <report/daily.md/person/ruiz> ;
        kg:right <report/wire%201.txt/person/ada-ruiz> ; kg:reason "same surname, same office" """,
    "coordinates": """<id/place/lisbon> wgs84:lat 38.72 ; wgs84:long -9.0 ; geo:hasGeometry ?point .
        ?point a geo:Geometry ; geo:asWKT "POINT(-9.0 38.72)"^^geo:wktLiteral""",
    "outside identifiers": """<id/place/lisbon> schema:sameAs <https://sws.geonames.org/2267057/> ;
        dcterms:identifier "geonames:2267057", "local:17" """,
    "office": """<id/office/person/bo-lund/Trade_Secretary/state/norway> rdfs:label "Trade Secretary of Norway" ;
        kg:evidence ?evidence ; kg:reportedBy <article/wire%201.txt>""",
    "meeting": """<id/meeting/lisbon-2024-05-12> rdfs:label "talks, Lisbon, 2024-05-12: Ada Ruiz – Bo Lund" ;
        kg:independentSources 2 ; kg:hasPart <id/meeting/lisbon-day-1> ; kg:place <id/place/lisbon>""",
    "part": "<id/meeting/lisbon-day-1> kg:partOf <id/meeting/lisbon-2024-05-12>",
    "difference": """<id/meeting/lisbon-2024-05-12> kg:difference ?difference .
        ?difference a kg:Difference ; kg:property "round" ; kg:claim ?two, ?three .
        ?two a kg:Claim ; kg:value "2" ; kg:wording "the second round" ; kg:asOf "2024-05-13"^^xsd:date ;
          kg:reportedBy <article/wire%201.txt> ; prov:wasDerivedFrom <report/wire%201.txt/meeting/1> .
        ?three kg:value "third / 3" ; kg:reportedBy <article/daily.md>""",
    "steps": """<id/meeting/lisbon-2024-05-12> kg:step ?first, ?second .
        ?first a kg:Step ; kg:number 1 ; kg:status status:planned ; kg:reportedBy <article/daily.md> .
        ?second kg:number 2 ; kg:status status:happened ; kg:asOf "2024-05-13"^^xsd:date""",
    "measure": '<id/measure/1> rdfs:label "Fish Act, tariff by Norway on Portugal: 10–25 percent" ; kg:step ?step',
    "evidence": f'<id/meeting/lisbon-2024-05-12> kg:evidence/oa:hasSelector/oa:exact "{LEAD}"',
    "concepts": '?status skos:notation "in force" ; skos:inScheme status:MeasureStatus ; skos:prefLabel ?label',
    "a difference of no event": '?difference a kg:Difference ; kg:property "title" ; kg:claim ?claim',
}

NOT_IN_THE_FUSED_GRAPH = {
    "a reports' node": "?node a kg:Report",
    "mentions": "?person kg:mention ?mention",
    "the main name as another one": '<id/person/ada-ruiz> skos:altLabel "Ada Ruiz"',
    "a date of a step whose article has none": "?step kg:number 1 ; kg:status status:planned ; kg:asOf ?day",
    "an invented address": "<id/place/lisbon> schema:sameAs ?other FILTER(!CONTAINS(STR(?other), 'geonames'))",
}


@pytest.mark.parametrize("pattern", IN_THE_FUSED_GRAPH.values(), ids=IN_THE_FUSED_GRAPH)
def test_the_fused_graph_holds(pattern: str) -> None:
    assert ask(KNOWN, pattern)


@pytest.mark.parametrize("pattern", NOT_IN_THE_FUSED_GRAPH.values(), ids=NOT_IN_THE_FUSED_GRAPH)
def test_the_fused_graph_does_not_hold(pattern: str) -> None:
    assert not ask(KNOWN, pattern)


def test_who_met_whom_is_a_matter_of_sides() -> None:
    pattern = "?meeting kg:side ?one, ?other . ?one kg:person <{}> . ?other kg:person <{}> FILTER(?one != ?other)"

    assert ask(KNOWN, pattern.format("id/person/ada-ruiz", "id/person/bo-lund"))
    assert not ask(KNOWN, pattern.format("id/person/ada-ruiz", "id/person/ada-ruiz"))


def test_the_fused_graph_is_the_default_graph() -> None:
    assert {quad.graph_name for quad in KNOWN} == {ox.DefaultGraph()}


def test_knowledge_of_nothing_is_the_vocabulary() -> None:
    assert knowledge_quads(Knowledge()) == vocabulary_quads()


def test_evidence_is_one_node_in_both_layers() -> None:
    def nodes(quads: list[ox.Quad]) -> set[str]:
        return {str(quad.object) for quad in quads if quad.predicate.value == KG.evidence}

    assert nodes(KNOWN) <= nodes(REPORTED)


# ── receipt ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_receipt_names_articles_and_versions() -> None:
    receipt = receipt_quads(KNOWLEDGE.articles, {"rules": "3", "language model": "a1b2"})

    assert ask(
        receipt,
        """<graph> a prov:Bundle ; prov:wasGeneratedBy ?build . ?build a kg:Build ;
        prov:used <article/daily.md>, <article/wire%201.txt> ;
        prov:wasAssociatedWith <tool/rules>, <tool/language_model> .
        <tool/language_model> a kg:Tool ; rdfs:label "language model" ; kg:version "a1b2" """,
    )


def test_a_receipt_does_not_depend_on_the_order_of_articles() -> None:
    there = receipt_quads(KNOWLEDGE.articles, {"rules": "3", "kg": "1"})
    back = receipt_quads(KNOWLEDGE.articles[::-1], {"kg": "1", "rules": "3"})

    assert there == back


def test_a_receipt_bears_no_clock_time() -> None:
    assert "dateTime" not in str(receipt_quads(KNOWLEDGE.articles, {"rules": "3"}))


# ── all of it ───────────────────────────────────────────────────────────────────────────────────────────────────────

ALL = [*REPORTED, *KNOWN, *receipt_quads(KNOWLEDGE.articles, {"rules": "3"})]


def test_no_node_is_blank() -> None:
    assert [term for quad in ALL for term in quad.triple if isinstance(term, ox.BlankNode)] == []


def test_no_quad_comes_twice() -> None:
    assert len(set(REPORTED)) == len(REPORTED)
    assert len(set(KNOWN)) == len(KNOWN)


def test_every_term_is_declared() -> None:
    """Every property, class, datatype, concept and unit; what is left are nodes of the data and outside identifiers."""
    declared = {term.iri for term in terms()} | {"http://www.w3.org/2001/XMLSchema#string"}
    used = {quad.predicate.value for quad in ALL}
    used |= {str(quad.object).strip("<>") for quad in ALL if quad.predicate.value == RDF.type}
    used |= {quad.object.datatype.value for quad in ALL if isinstance(quad.object, ox.Literal)}
    names = tuple(prefixes()[prefix] for prefix in ("kg", "measures", "meetings", "status", "unit"))
    used |= {
        term.value
        for quad in ALL
        for term in quad.triple
        if isinstance(term, ox.NamedNode) and term.value.startswith(names)
    }

    assert used - declared == set()
    assert MEASURES.tariff in used


def test_own_terms_of_both_layers_are_all_in_use() -> None:
    """A property or class that nothing writes would be a promise that the graph does not keep."""
    used = {term.value for quad in ALL for term in quad.triple if isinstance(term, ox.NamedNode)}
    unused = {
        each.curie for each in terms() if each.own and each.kind in ("class", "property") and each.iri not in used
    }

    assert unused == {"kg:Company", "kg:InternationalOrganization", "kg:Region"}


def test_the_same_value_gives_the_same_quads() -> None:
    assert report_quads(REPORT) == REPORTED
    assert knowledge_quads(KNOWLEDGE) == KNOWN


def test_another_base_moves_the_data_and_leaves_the_terms() -> None:
    moved = str(knowledge_quads(KNOWLEDGE, "https://example.org/") + report_quads(REPORT, "https://example.org/"))

    assert BASE + "id/" not in moved
    assert BASE + "article/" not in moved
    assert BASE + "report/" not in moved
    assert BASE + "evidence/" not in moved
    assert KG.Meeting in moved


# ── labels and numbers ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_meeting_that_did_not_happen_says_so_in_its_label() -> None:
    assert meeting_label(POSSIBLE, LABELS) == "possible call: Portugal"


def test_a_meeting_of_parties_bears_their_names() -> None:
    sides = (Side((), ("state/portugal",)), Side(("person/bo-lund",), ("state/norway",)))

    assert meeting_label(replace(MEETING, sides=sides), LABELS) == "talks, Lisbon, 2024-05-12: Portugal – Bo Lund"


def test_labels_of_offices() -> None:
    assert office_label(OFFICE, LABELS) == "Trade Secretary of Norway"
    assert office_label(replace(OFFICE, past=True, of=None), LABELS) == "former Trade Secretary"


def test_labels_of_measures() -> None:
    proposed = replace(MEASURE, name=None, status=MeasureStatus.PROPOSED, amount=None)

    assert measure_label(proposed, LABELS) == "proposed tariff by Norway on Portugal"


@pytest.mark.parametrize(
    ("amount", "label"),
    [
        (Amount(30, 30, "percent", Qualifier.EXACT, "30%"), "30 percent"),
        (Amount(100, 100, "percent", Qualifier.UP_TO, "up to 100%"), "up to 100 percent"),
        (Amount(10, 25, "percent", Qualifier.RANGE, "10% to 25%"), "10–25 percent"),
        (Amount(3e9, 3e9, "USD", Qualifier.ABOUT, "some $3bn"), "about 3000000000 USD"),
        (Amount(2.5, 2.5, "day", Qualifier.EXACT, "two and a half days"), "2.5 day"),
    ],
)
def test_labels_of_amounts(amount: Amount, label: str) -> None:
    assert amount_label(amount) == label


@pytest.mark.parametrize(
    ("value", "written"), [(30, "30.0"), (0.1, "0.1"), (1e20, "100000000000000000000.0"), (1e-7, "0.0000001")]
)
def test_decimals_are_written_without_exponent(value: float, written: str) -> None:
    amount = Amount(value, value, "furlong", Qualifier.EXACT, "")
    quads = report_quads(replace(REPORT, measures=(replace(MEASURE, amount=amount),)))

    assert ask(quads, f'?amount kg:low "{written}"^^xsd:decimal')
    assert not ask(quads, '?amount kg:unitWord "furlong" ; qudt:unit ?unit')


def test_a_concept_is_never_a_mere_word() -> None:
    statuses = {quad.object for quad in ALL if quad.predicate.value == KG.status}

    assert ox.NamedNode(STATUS.happened) in statuses
    assert all(isinstance(status, ox.NamedNode) for status in statuses)


def test_reports_are_reached_from_fused_nodes() -> None:
    derived = {str(quad.object) for quad in KNOWN if quad.predicate.value == PROV.wasDerivedFrom}
    reports = {str(quad.subject) for quad in REPORTED if str(quad.object) == f"<{KG.Report}>"}

    assert f"<{iris.report(WIRE.id, 'person/bo-lund')}>" in derived & reports
