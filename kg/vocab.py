"""
The terms that the graph uses, one attribute each: `KG.Meeting`, `STATUS.in_force`; a hyphen in a name becomes "_".

Generated from ontology/ by `python -m kg.ontology`: change the ontology, not this file.
"""

# ruff: noqa: N815  the attributes are named as the ontology names its terms

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


class Iri(str):
    """An IRI. Both `pyoxigraph.NamedNode` and `rdflib.URIRef` take it as it is."""

    __slots__ = ()


BASE: Final = Iri("https://w3id.org/kg-news/")

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "edtf": "http://id.loc.gov/datatypes/edtf/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "geonames": "https://sws.geonames.org/",
        "kg": "https://w3id.org/kg-news/ontology#",
        "measures": "https://w3id.org/kg-news/measures#",
        "meetings": "https://w3id.org/kg-news/meetings#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "qudt": "http://qudt.org/schema/qudt/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "sh": "http://www.w3.org/ns/shacl#",
        "shapes": "https://w3id.org/kg-news/shapes#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "sssom": "https://w3id.org/sssom/",
        "status": "https://w3id.org/kg-news/status#",
        "time": "http://www.w3.org/2006/time#",
        "unit": "http://qudt.org/vocab/unit/",
        "vann": "http://purl.org/vocab/vann/",
        "wgs84": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "wikidata": "http://www.wikidata.org/entity/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)


class DC:
    NS: Final = Iri("http://purl.org/dc/elements/1.1/")
    creator: Final = Iri("http://purl.org/dc/elements/1.1/creator")
    publisher: Final = Iri("http://purl.org/dc/elements/1.1/publisher")


class DCTERMS:
    NS: Final = Iri("http://purl.org/dc/terms/")
    identifier: Final = Iri("http://purl.org/dc/terms/identifier")
    issued: Final = Iri("http://purl.org/dc/terms/issued")
    title: Final = Iri("http://purl.org/dc/terms/title")
    type: Final = Iri("http://purl.org/dc/terms/type")


class EDTF:
    NS: Final = Iri("http://id.loc.gov/datatypes/edtf/")
    EDTF: Final = Iri("http://id.loc.gov/datatypes/edtf/EDTF")


class FOAF:
    NS: Final = Iri("http://xmlns.com/foaf/0.1/")


class GEO:
    NS: Final = Iri("http://www.opengis.net/ont/geosparql#")
    Geometry: Final = Iri("http://www.opengis.net/ont/geosparql#Geometry")
    asWKT: Final = Iri("http://www.opengis.net/ont/geosparql#asWKT")
    hasGeometry: Final = Iri("http://www.opengis.net/ont/geosparql#hasGeometry")
    wktLiteral: Final = Iri("http://www.opengis.net/ont/geosparql#wktLiteral")


class GEONAMES:
    NS: Final = Iri("https://sws.geonames.org/")


class KG:
    NS: Final = Iri("https://w3id.org/kg-news/ontology#")
    Amount: Final = Iri("https://w3id.org/kg-news/ontology#Amount")
    Article: Final = Iri("https://w3id.org/kg-news/ontology#Article")
    Build: Final = Iri("https://w3id.org/kg-news/ontology#Build")
    City: Final = Iri("https://w3id.org/kg-news/ontology#City")
    Claim: Final = Iri("https://w3id.org/kg-news/ontology#Claim")
    Company: Final = Iri("https://w3id.org/kg-news/ontology#Company")
    Difference: Final = Iri("https://w3id.org/kg-news/ontology#Difference")
    Dropped: Final = Iri("https://w3id.org/kg-news/ontology#Dropped")
    Evidence: Final = Iri("https://w3id.org/kg-news/ontology#Evidence")
    GovernmentBody: Final = Iri("https://w3id.org/kg-news/ontology#GovernmentBody")
    Institution: Final = Iri("https://w3id.org/kg-news/ontology#Institution")
    InternationalOrganization: Final = Iri("https://w3id.org/kg-news/ontology#InternationalOrganization")
    Measure: Final = Iri("https://w3id.org/kg-news/ontology#Measure")
    Meeting: Final = Iri("https://w3id.org/kg-news/ontology#Meeting")
    Mention: Final = Iri("https://w3id.org/kg-news/ontology#Mention")
    Merge: Final = Iri("https://w3id.org/kg-news/ontology#Merge")
    Office: Final = Iri("https://w3id.org/kg-news/ontology#Office")
    Person: Final = Iri("https://w3id.org/kg-news/ontology#Person")
    Place: Final = Iri("https://w3id.org/kg-news/ontology#Place")
    Region: Final = Iri("https://w3id.org/kg-news/ontology#Region")
    Report: Final = Iri("https://w3id.org/kg-news/ontology#Report")
    Side: Final = Iri("https://w3id.org/kg-news/ontology#Side")
    Silence: Final = Iri("https://w3id.org/kg-news/ontology#Silence")
    State: Final = Iri("https://w3id.org/kg-news/ontology#State")
    Step: Final = Iri("https://w3id.org/kg-news/ontology#Step")
    Tool: Final = Iri("https://w3id.org/kg-news/ontology#Tool")
    Venue: Final = Iri("https://w3id.org/kg-news/ontology#Venue")
    amount: Final = Iri("https://w3id.org/kg-news/ontology#amount")
    asOf: Final = Iri("https://w3id.org/kg-news/ontology#asOf")
    attended: Final = Iri("https://w3id.org/kg-news/ontology#attended")
    by: Final = Iri("https://w3id.org/kg-news/ontology#by")
    claim: Final = Iri("https://w3id.org/kg-news/ontology#claim")
    country: Final = Iri("https://w3id.org/kg-news/ontology#country")
    countryName: Final = Iri("https://w3id.org/kg-news/ontology#countryName")
    dateBasis: Final = Iri("https://w3id.org/kg-news/ontology#dateBasis")
    dateline: Final = Iri("https://w3id.org/kg-news/ontology#dateline")
    difference: Final = Iri("https://w3id.org/kg-news/ontology#difference")
    doubt: Final = Iri("https://w3id.org/kg-news/ontology#doubt")
    endBasis: Final = Iri("https://w3id.org/kg-news/ontology#endBasis")
    endEarliest: Final = Iri("https://w3id.org/kg-news/ontology#endEarliest")
    endEdtf: Final = Iri("https://w3id.org/kg-news/ontology#endEdtf")
    endLatest: Final = Iri("https://w3id.org/kg-news/ontology#endLatest")
    endWording: Final = Iri("https://w3id.org/kg-news/ontology#endWording")
    evidence: Final = Iri("https://w3id.org/kg-news/ontology#evidence")
    goods: Final = Iri("https://w3id.org/kg-news/ontology#goods")
    hasPart: Final = Iri("https://w3id.org/kg-news/ontology#hasPart")
    high: Final = Iri("https://w3id.org/kg-news/ontology#high")
    holder: Final = Iri("https://w3id.org/kg-news/ontology#holder")
    host: Final = Iri("https://w3id.org/kg-news/ontology#host")
    independentSources: Final = Iri("https://w3id.org/kg-news/ontology#independentSources")
    isChange: Final = Iri("https://w3id.org/kg-news/ontology#isChange")
    kind: Final = Iri("https://w3id.org/kg-news/ontology#kind")
    left: Final = Iri("https://w3id.org/kg-news/ontology#left")
    low: Final = Iri("https://w3id.org/kg-news/ontology#low")
    mention: Final = Iri("https://w3id.org/kg-news/ontology#mention")
    merge: Final = Iri("https://w3id.org/kg-news/ontology#merge")
    name: Final = Iri("https://w3id.org/kg-news/ontology#name")
    number: Final = Iri("https://w3id.org/kg-news/ontology#number")
    of: Final = Iri("https://w3id.org/kg-news/ontology#of")
    on: Final = Iri("https://w3id.org/kg-news/ontology#on")
    partOf: Final = Iri("https://w3id.org/kg-news/ontology#partOf")
    participant: Final = Iri("https://w3id.org/kg-news/ontology#participant")
    party: Final = Iri("https://w3id.org/kg-news/ontology#party")
    past: Final = Iri("https://w3id.org/kg-news/ontology#past")
    person: Final = Iri("https://w3id.org/kg-news/ontology#person")
    place: Final = Iri("https://w3id.org/kg-news/ontology#place")
    previousAmount: Final = Iri("https://w3id.org/kg-news/ontology#previousAmount")
    property: Final = Iri("https://w3id.org/kg-news/ontology#property")
    qualifier: Final = Iri("https://w3id.org/kg-news/ontology#qualifier")
    reason: Final = Iri("https://w3id.org/kg-news/ontology#reason")
    reportedBy: Final = Iri("https://w3id.org/kg-news/ontology#reportedBy")
    right: Final = Iri("https://w3id.org/kg-news/ontology#right")
    round: Final = Iri("https://w3id.org/kg-news/ontology#round")
    rule: Final = Iri("https://w3id.org/kg-news/ontology#rule")
    saidBy: Final = Iri("https://w3id.org/kg-news/ontology#saidBy")
    sha256: Final = Iri("https://w3id.org/kg-news/ontology#sha256")
    side: Final = Iri("https://w3id.org/kg-news/ontology#side")
    startBasis: Final = Iri("https://w3id.org/kg-news/ontology#startBasis")
    startEarliest: Final = Iri("https://w3id.org/kg-news/ontology#startEarliest")
    startEdtf: Final = Iri("https://w3id.org/kg-news/ontology#startEdtf")
    startLatest: Final = Iri("https://w3id.org/kg-news/ontology#startLatest")
    startWording: Final = Iri("https://w3id.org/kg-news/ontology#startWording")
    status: Final = Iri("https://w3id.org/kg-news/ontology#status")
    step: Final = Iri("https://w3id.org/kg-news/ontology#step")
    supports: Final = Iri("https://w3id.org/kg-news/ontology#supports")
    title: Final = Iri("https://w3id.org/kg-news/ontology#title")
    topic: Final = Iri("https://w3id.org/kg-news/ontology#topic")
    unitWord: Final = Iri("https://w3id.org/kg-news/ontology#unitWord")
    value: Final = Iri("https://w3id.org/kg-news/ontology#value")
    venue: Final = Iri("https://w3id.org/kg-news/ontology#venue")
    version: Final = Iri("https://w3id.org/kg-news/ontology#version")
    word: Final = Iri("https://w3id.org/kg-news/ontology#word")
    wording: Final = Iri("https://w3id.org/kg-news/ontology#wording")


class MEASURES:
    NS: Final = Iri("https://w3id.org/kg-news/measures#")
    Kinds: Final = Iri("https://w3id.org/kg-news/measures#Kinds")
    agreement: Final = Iri("https://w3id.org/kg-news/measures#agreement")
    ban: Final = Iri("https://w3id.org/kg-news/measures#ban")
    blacklist: Final = Iri("https://w3id.org/kg-news/measures#blacklist")
    deadline: Final = Iri("https://w3id.org/kg-news/measures#deadline")
    divestiture: Final = Iri("https://w3id.org/kg-news/measures#divestiture")
    export_control: Final = Iri("https://w3id.org/kg-news/measures#export-control")
    import_restriction: Final = Iri("https://w3id.org/kg-news/measures#import-restriction")
    investigation: Final = Iri("https://w3id.org/kg-news/measures#investigation")
    legislation: Final = Iri("https://w3id.org/kg-news/measures#legislation")
    other: Final = Iri("https://w3id.org/kg-news/measures#other")
    sanction: Final = Iri("https://w3id.org/kg-news/measures#sanction")
    subsidy: Final = Iri("https://w3id.org/kg-news/measures#subsidy")
    tariff: Final = Iri("https://w3id.org/kg-news/measures#tariff")
    truce: Final = Iri("https://w3id.org/kg-news/measures#truce")


class MEETINGS:
    NS: Final = Iri("https://w3id.org/kg-news/meetings#")
    Kinds: Final = Iri("https://w3id.org/kg-news/meetings#Kinds")
    call: Final = Iri("https://w3id.org/kg-news/meetings#call")
    meeting: Final = Iri("https://w3id.org/kg-news/meetings#meeting")
    summit: Final = Iri("https://w3id.org/kg-news/meetings#summit")
    talks: Final = Iri("https://w3id.org/kg-news/meetings#talks")
    visit: Final = Iri("https://w3id.org/kg-news/meetings#visit")


class OA:
    NS: Final = Iri("http://www.w3.org/ns/oa#")
    TextPositionSelector: Final = Iri("http://www.w3.org/ns/oa#TextPositionSelector")
    TextQuoteSelector: Final = Iri("http://www.w3.org/ns/oa#TextQuoteSelector")
    end: Final = Iri("http://www.w3.org/ns/oa#end")
    exact: Final = Iri("http://www.w3.org/ns/oa#exact")
    hasSelector: Final = Iri("http://www.w3.org/ns/oa#hasSelector")
    hasSource: Final = Iri("http://www.w3.org/ns/oa#hasSource")
    start: Final = Iri("http://www.w3.org/ns/oa#start")


class ORG:
    NS: Final = Iri("http://www.w3.org/ns/org#")


class OWL:
    NS: Final = Iri("http://www.w3.org/2002/07/owl#")


class PROV:
    NS: Final = Iri("http://www.w3.org/ns/prov#")
    Bundle: Final = Iri("http://www.w3.org/ns/prov#Bundle")
    used: Final = Iri("http://www.w3.org/ns/prov#used")
    wasAssociatedWith: Final = Iri("http://www.w3.org/ns/prov#wasAssociatedWith")
    wasDerivedFrom: Final = Iri("http://www.w3.org/ns/prov#wasDerivedFrom")
    wasGeneratedBy: Final = Iri("http://www.w3.org/ns/prov#wasGeneratedBy")


class QUDT:
    NS: Final = Iri("http://qudt.org/schema/qudt/")
    Unit: Final = Iri("http://qudt.org/schema/qudt/Unit")
    unit: Final = Iri("http://qudt.org/schema/qudt/unit")


class RDF:
    NS: Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
    type: Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class RDFS:
    NS: Final = Iri("http://www.w3.org/2000/01/rdf-schema#")
    label: Final = Iri("http://www.w3.org/2000/01/rdf-schema#label")


class SCHEMA:
    NS: Final = Iri("https://schema.org/")
    sameAs: Final = Iri("https://schema.org/sameAs")
    url: Final = Iri("https://schema.org/url")


class SEM:
    NS: Final = Iri("http://semanticweb.cs.vu.nl/2009/11/sem/")


class SH:
    NS: Final = Iri("http://www.w3.org/ns/shacl#")


class SHAPES:
    NS: Final = Iri("https://w3id.org/kg-news/shapes#")


class SKOS:
    NS: Final = Iri("http://www.w3.org/2004/02/skos/core#")
    Concept: Final = Iri("http://www.w3.org/2004/02/skos/core#Concept")
    ConceptScheme: Final = Iri("http://www.w3.org/2004/02/skos/core#ConceptScheme")
    altLabel: Final = Iri("http://www.w3.org/2004/02/skos/core#altLabel")
    hiddenLabel: Final = Iri("http://www.w3.org/2004/02/skos/core#hiddenLabel")
    inScheme: Final = Iri("http://www.w3.org/2004/02/skos/core#inScheme")
    notation: Final = Iri("http://www.w3.org/2004/02/skos/core#notation")
    prefLabel: Final = Iri("http://www.w3.org/2004/02/skos/core#prefLabel")


class SSSOM:
    NS: Final = Iri("https://w3id.org/sssom/")


class STATUS:
    NS: Final = Iri("https://w3id.org/kg-news/status#")
    EventStatus: Final = Iri("https://w3id.org/kg-news/status#EventStatus")
    MeasureStatus: Final = Iri("https://w3id.org/kg-news/status#MeasureStatus")
    announced: Final = Iri("https://w3id.org/kg-news/status#announced")
    denied: Final = Iri("https://w3id.org/kg-news/status#denied")
    expired: Final = Iri("https://w3id.org/kg-news/status#expired")
    happened: Final = Iri("https://w3id.org/kg-news/status#happened")
    in_force: Final = Iri("https://w3id.org/kg-news/status#in-force")
    planned: Final = Iri("https://w3id.org/kg-news/status#planned")
    possible: Final = Iri("https://w3id.org/kg-news/status#possible")
    proposed: Final = Iri("https://w3id.org/kg-news/status#proposed")
    suspended: Final = Iri("https://w3id.org/kg-news/status#suspended")


class TIME:
    NS: Final = Iri("http://www.w3.org/2006/time#")


class UNIT:
    NS: Final = Iri("http://qudt.org/vocab/unit/")
    BBL: Final = Iri("http://qudt.org/vocab/unit/BBL")
    CCY_AED: Final = Iri("http://qudt.org/vocab/unit/CCY_AED")
    CCY_ARS: Final = Iri("http://qudt.org/vocab/unit/CCY_ARS")
    CCY_AUD: Final = Iri("http://qudt.org/vocab/unit/CCY_AUD")
    CCY_BRL: Final = Iri("http://qudt.org/vocab/unit/CCY_BRL")
    CCY_CAD: Final = Iri("http://qudt.org/vocab/unit/CCY_CAD")
    CCY_CHF: Final = Iri("http://qudt.org/vocab/unit/CCY_CHF")
    CCY_CNY: Final = Iri("http://qudt.org/vocab/unit/CCY_CNY")
    CCY_DKK: Final = Iri("http://qudt.org/vocab/unit/CCY_DKK")
    CCY_EGP: Final = Iri("http://qudt.org/vocab/unit/CCY_EGP")
    CCY_EUR: Final = Iri("http://qudt.org/vocab/unit/CCY_EUR")
    CCY_GBP: Final = Iri("http://qudt.org/vocab/unit/CCY_GBP")
    CCY_HKD: Final = Iri("http://qudt.org/vocab/unit/CCY_HKD")
    CCY_IDR: Final = Iri("http://qudt.org/vocab/unit/CCY_IDR")
    CCY_ILS: Final = Iri("http://qudt.org/vocab/unit/CCY_ILS")
    CCY_INR: Final = Iri("http://qudt.org/vocab/unit/CCY_INR")
    CCY_JPY: Final = Iri("http://qudt.org/vocab/unit/CCY_JPY")
    CCY_KRW: Final = Iri("http://qudt.org/vocab/unit/CCY_KRW")
    CCY_MXN: Final = Iri("http://qudt.org/vocab/unit/CCY_MXN")
    CCY_MYR: Final = Iri("http://qudt.org/vocab/unit/CCY_MYR")
    CCY_NGN: Final = Iri("http://qudt.org/vocab/unit/CCY_NGN")
    CCY_NOK: Final = Iri("http://qudt.org/vocab/unit/CCY_NOK")
    CCY_NZD: Final = Iri("http://qudt.org/vocab/unit/CCY_NZD")
    CCY_PHP: Final = Iri("http://qudt.org/vocab/unit/CCY_PHP")
    CCY_PKR: Final = Iri("http://qudt.org/vocab/unit/CCY_PKR")
    CCY_PLN: Final = Iri("http://qudt.org/vocab/unit/CCY_PLN")
    CCY_RUB: Final = Iri("http://qudt.org/vocab/unit/CCY_RUB")
    CCY_SAR: Final = Iri("http://qudt.org/vocab/unit/CCY_SAR")
    CCY_SEK: Final = Iri("http://qudt.org/vocab/unit/CCY_SEK")
    CCY_SGD: Final = Iri("http://qudt.org/vocab/unit/CCY_SGD")
    CCY_THB: Final = Iri("http://qudt.org/vocab/unit/CCY_THB")
    CCY_TRY: Final = Iri("http://qudt.org/vocab/unit/CCY_TRY")
    CCY_TWD: Final = Iri("http://qudt.org/vocab/unit/CCY_TWD")
    CCY_UAH: Final = Iri("http://qudt.org/vocab/unit/CCY_UAH")
    CCY_USD: Final = Iri("http://qudt.org/vocab/unit/CCY_USD")
    CCY_VND: Final = Iri("http://qudt.org/vocab/unit/CCY_VND")
    CCY_ZAR: Final = Iri("http://qudt.org/vocab/unit/CCY_ZAR")
    DAY: Final = Iri("http://qudt.org/vocab/unit/DAY")
    GigaW: Final = Iri("http://qudt.org/vocab/unit/GigaW")
    HR: Final = Iri("http://qudt.org/vocab/unit/HR")
    KiloGM: Final = Iri("http://qudt.org/vocab/unit/KiloGM")
    KiloM: Final = Iri("http://qudt.org/vocab/unit/KiloM")
    KiloW: Final = Iri("http://qudt.org/vocab/unit/KiloW")
    M: Final = Iri("http://qudt.org/vocab/unit/M")
    MI: Final = Iri("http://qudt.org/vocab/unit/MI")
    MIN: Final = Iri("http://qudt.org/vocab/unit/MIN")
    MO: Final = Iri("http://qudt.org/vocab/unit/MO")
    MegaW: Final = Iri("http://qudt.org/vocab/unit/MegaW")
    NUM: Final = Iri("http://qudt.org/vocab/unit/NUM")
    NanoM: Final = Iri("http://qudt.org/vocab/unit/NanoM")
    PERCENT: Final = Iri("http://qudt.org/vocab/unit/PERCENT")
    TONNE: Final = Iri("http://qudt.org/vocab/unit/TONNE")
    WK: Final = Iri("http://qudt.org/vocab/unit/WK")
    YR: Final = Iri("http://qudt.org/vocab/unit/YR")


class VANN:
    NS: Final = Iri("http://purl.org/vocab/vann/")


class WGS84:
    NS: Final = Iri("http://www.w3.org/2003/01/geo/wgs84_pos#")
    lat: Final = Iri("http://www.w3.org/2003/01/geo/wgs84_pos#lat")
    long: Final = Iri("http://www.w3.org/2003/01/geo/wgs84_pos#long")


class WIKIDATA:
    NS: Final = Iri("http://www.wikidata.org/entity/")


class XSD:
    NS: Final = Iri("http://www.w3.org/2001/XMLSchema#")
    anyURI: Final = Iri("http://www.w3.org/2001/XMLSchema#anyURI")
    boolean: Final = Iri("http://www.w3.org/2001/XMLSchema#boolean")
    date: Final = Iri("http://www.w3.org/2001/XMLSchema#date")
    decimal: Final = Iri("http://www.w3.org/2001/XMLSchema#decimal")
    integer: Final = Iri("http://www.w3.org/2001/XMLSchema#integer")
