"""
The files of ontology/ in; terms, kinds of measure, units and prefixes out.

`python -m kg.ontology` writes what is generated from them: kg/vocab.py and docs/ontology.md.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import DefinitionError
from kg.resources import folder

TERM_FILES = ("kg.ttl", "measures.ttl")
SHAPE_FILE = "shapes.ttl"

OWN_PREFIXES = ("kg", "measures", "meetings", "status")

KINDS = {
    "owl:Class": "class",
    "rdf:Property": "property",
    "owl:ObjectProperty": "property",
    "owl:DatatypeProperty": "property",
    "owl:AnnotationProperty": "property",
    "skos:ConceptScheme": "scheme",
    "skos:Concept": "concept",
    "rdfs:Datatype": "datatype",
    "qudt:Unit": "unit",
}

MAPPINGS = (
    "rdfs:subClassOf",
    "rdfs:subPropertyOf",
    "skos:closeMatch",
    "skos:broadMatch",
    "skos:relatedMatch",
)


@dataclass(frozen=True, slots=True)
class Term:
    """
    One term of the ontology, or one of another vocabulary that the graph uses.

    `curie` is its short form (`kg:Meeting`), `kind` one of class, property, scheme, concept, datatype, unit. `mappings`
    are pairs of a relation and a term, both as CURIEs. `used_on` and `values` are the classes that a property goes from
    and to; empty where any will do. `words` are the notations of a concept or unit, `scheme` the scheme of a concept.
    """

    curie: str
    iri: str
    kind: str
    label: str
    definition: str
    mappings: tuple[tuple[str, str], ...] = ()
    used_on: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    scheme: str | None = None

    @property
    def own(self) -> bool:
        """Whether the term is the project's own."""
        return self.curie.partition(":")[0] in OWN_PREFIXES

    @property
    def name(self) -> str:
        """The part after the prefix."""
        return self.curie.partition(":")[2]


@dataclass(frozen=True, slots=True)
class MeasureKind:
    """
    A kind of measure: its `notation` in answers ("export control"), the nouns that name it, and looser words and verbs
    that hint at it. All words are singular and in lower case; `nouns` starts with the preferred one.
    """

    iri: str
    notation: str
    definition: str
    nouns: tuple[str, ...]
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShapeText:
    """
    What one shape says: its name, the terms it is tried on (empty: the whole graph), its severity (Violation, Warning,
    Info) and its message.
    """

    name: str
    target: str
    severity: str
    message: str


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Source:
    """A Turtle file by subject: every IRI as a CURIE where a prefix of the file fits, every literal as its text."""

    prefixes: Mapping[str, str]
    subjects: Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def _source(name: str) -> _Source:
    path = folder("ontology") / name
    try:
        parser = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        quads = list(parser)
    except (OSError, SyntaxError) as error:
        raise DefinitionError(f"ontology/{name}: cannot be read: {error}") from error
    # A file need not declare every prefix: "a" in Turtle is rdf:type without one.
    first = _source(TERM_FILES[0]).prefixes if name != TERM_FILES[0] else {}
    prefixes = dict(sorted({**first, **parser.prefixes}.items()))
    subjects: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        properties = subjects.setdefault(_short(quad.subject, prefixes), {})
        properties.setdefault(_short(quad.predicate, prefixes), []).append(_short(quad.object, prefixes))
    frozen = {
        subject: MappingProxyType({key: tuple(values) for key, values in properties.items()})
        for subject, properties in subjects.items()
    }
    return _Source(MappingProxyType(prefixes), MappingProxyType(frozen))


def _short(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, prefixes: Mapping[str, str]) -> str:
    if isinstance(term, ox.Literal):
        return term.value
    if not isinstance(term, ox.NamedNode):
        return str(term)
    for prefix, namespace in prefixes.items():
        local = term.value.removeprefix(namespace)
        if local != term.value and not set(local) & set("/#"):
            return f"{prefix}:{local}"
    return term.value


@cache
def prefixes() -> Mapping[str, str]:
    """The prefixes of the ontology's files and the namespaces they stand for, sorted by prefix."""
    found = {prefix: namespace for name in TERM_FILES for prefix, namespace in _source(name).prefixes.items()}
    return MappingProxyType(dict(sorted(found.items())))


@cache
def terms() -> tuple[Term, ...]:
    """Every term that code, rules, queries, shapes and output may use, in the order of the files."""
    return tuple(
        _term(name, curie, properties)
        for name in TERM_FILES
        for curie, properties in _source(name).subjects.items()
        if _kind(properties)
    )


def _kind(properties: Mapping[str, tuple[str, ...]]) -> str | None:
    return next((KINDS[type_] for type_ in properties.get("rdf:type", ()) if type_ in KINDS), None)


def _term(name: str, curie: str, properties: Mapping[str, tuple[str, ...]]) -> Term:
    labels = properties.get("rdfs:label") or properties.get("skos:prefLabel")
    definitions = properties.get("skos:definition")
    if not labels or not definitions:
        raise DefinitionError(f"ontology/{name}: {curie} lacks a label or a skos:definition: give it one of each.")
    prefix, _, local = curie.partition(":")
    return Term(
        curie=curie,
        iri=_source(name).prefixes[prefix] + local,
        kind=_kind(properties) or "",
        label=labels[0],
        definition=definitions[0],
        mappings=tuple((relation, value) for relation in MAPPINGS for value in properties.get(relation, ())),
        used_on=properties.get("schema:domainIncludes", ()),
        values=properties.get("schema:rangeIncludes", ()),
        words=properties.get("skos:notation", ()),
        scheme=next(iter(properties.get("skos:inScheme", ())), None),
    )


def term(curie: str) -> Term:
    """The term of that CURIE (`kg:Meeting`); DefinitionError with the nearest one where there is none."""
    known = {each.curie: each for each in terms()}
    if curie in known:
        return known[curie]
    near = get_close_matches(curie, known, n=1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    raise DefinitionError(f'unknown term "{curie}".{hint} Terms are declared in ontology/kg.ttl and measures.ttl.')


@cache
def measure_kinds() -> tuple[MeasureKind, ...]:
    """The kinds of measure, in the order of ontology/measures.ttl."""
    source = _source("measures.ttl")
    return tuple(
        MeasureKind(
            iri=source.prefixes["measures"] + curie.partition(":")[2],
            notation=properties["skos:notation"][0],
            definition=properties["skos:definition"][0],
            nouns=properties["skos:prefLabel"] + properties.get("skos:altLabel", ()),
            hints=properties.get("skos:hiddenLabel", ()),
        )
        for curie, properties in source.subjects.items()
        if _kind(properties) == "concept"
    )


@cache
def concepts(scheme: str) -> Mapping[str, str]:
    """The IRIs of the concepts of a scheme (`status:EventStatus`) by notation ("happened"), in the file's order."""
    return MappingProxyType({each.words[0]: each.iri for each in terms() if each.scheme == scheme})


@cache
def units() -> Mapping[str, str]:
    """The QUDT unit of each unit word ("percent", "USD", "company") that has one."""
    return MappingProxyType({word: each.iri for each in terms() if each.kind == "unit" for word in each.words})


@cache
def shape_texts() -> tuple[ShapeText, ...]:
    """What the named shapes of ontology/shapes.ttl say, in the order of the file."""
    subjects = _source(SHAPE_FILE).subjects
    return tuple(
        ShapeText(
            name=curie.partition(":")[2],
            target=_target(curie, subjects),
            severity=next(iter(properties.get("sh:severity", ("sh:Violation",)))).partition(":")[2],
            message=properties["sh:message"][0],
        )
        for curie, properties in subjects.items()
        if "sh:message" in properties and curie.startswith("shapes:")
    )


def _target(shape: str, subjects: Mapping[str, Mapping[str, tuple[str, ...]]]) -> str:
    owners = [subjects[shape], *(each for each in subjects.values() if shape in each.get("sh:property", ()))]
    keys = ("sh:targetClass", "sh:targetSubjectsOf")
    return ", ".join(target for owner in owners for key in keys for target in owner.get(key, ()))


# ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────

VOCAB_HEAD = '''"""
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

'''


def vocabulary() -> str:
    """The text of kg/vocab.py."""
    names = prefixes()
    base = names["kg"].removesuffix("ontology#")
    lines = [f'\nBASE: Final = Iri("{base}")', "\nPREFIXES: Final[Mapping[str, str]] = MappingProxyType(", "    {"]
    lines += [f'        "{prefix}": "{namespace}",' for prefix, namespace in names.items()]
    lines += ["    }", ")"]
    blocks = [_vocabulary_class(prefix, namespace) for prefix, namespace in names.items()]
    return VOCAB_HEAD + "\n".join(lines) + "\n" + "".join(blocks)


def _vocabulary_class(prefix: str, namespace: str) -> str:
    mine = sorted((each for each in terms() if each.curie.startswith(f"{prefix}:")), key=lambda each: each.name)
    attributes = [f'    {_attribute(each.name)}: Final = Iri("{each.iri}")' for each in mine]
    return "\n".join(["\n", f"class {prefix.upper()}:", f'    NS: Final = Iri("{namespace}")', *attributes, ""])


def _attribute(name: str) -> str:
    attribute = name.replace("-", "_")
    return attribute + "_" if keyword.iskeyword(attribute) else attribute


def reference() -> str:
    """The text of docs/ontology.md."""
    own = [each for each in terms() if each.own]
    reused = [each for each in terms() if not each.own]
    parts = [
        "# The terms of the graph",
        "",
        "Generated from `ontology/` by `python -m kg.ontology`: change the ontology, not this page.",
        "How the graph is laid out, by example: [ontology/README.md](../ontology/README.md).",
        "The addresses start with `" + prefixes()["kg"].removesuffix("ontology#") + "` and do not resolve yet.",
        "",
        "## Classes",
        "",
        *_table(("class", "what it is", "mapping"), (_term_row(each) for each in own if each.kind == "class")),
        "",
        "## Properties",
        "",
        *_table(
            ("property", "what it says", "on", "value", "mapping"),
            (_property_row(each) for each in own if each.kind == "property"),
        ),
        *(line for scheme in own if scheme.kind == "scheme" for line in _scheme(scheme, own)),
        "",
        "## The words of each kind of measure",
        "",
        *_table(
            ("kind", "nouns that name it", "words that hint at it"),
            ((kind.notation, ", ".join(kind.nouns), ", ".join(kind.hints)) for kind in measure_kinds()),
        ),
        "",
        "## Terms of others that the graph uses as they are",
        "",
        *_table(
            ("term", "what it says here"),
            ((f"`{each.curie}`", each.definition) for each in reused if each.kind != "unit"),
        ),
        "",
        "## Units",
        "",
        *_table(
            ("unit", "words"), ((f"`{each.curie}`", ", ".join(each.words)) for each in reused if each.kind == "unit")
        ),
        "",
        "## Shapes",
        "",
        *_table(
            ("shape", "tried on", "severity", "message"),
            (
                (f"`{shape.name}`", _codes(shape.target) or "the whole graph", shape.severity, shape.message)
                for shape in shape_texts()
            ),
        ),
        "",
        "## Prefixes",
        "",
        *_table(("prefix", "namespace"), ((f"`{prefix}:`", f"`{name}`") for prefix, name in prefixes().items())),
        "",
    ]
    return "\n".join(parts)


def _scheme(scheme: Term, own: Iterable[Term]) -> list[str]:
    rows = (
        (f"`{each.curie}`", each.words[0], each.definition, _mappings(each))
        for each in own
        if each.scheme == scheme.curie
    )
    heading = "## " + scheme.label[0].upper() + scheme.label[1:]
    return ["", heading, "", scheme.definition, "", *_table(("concept", "word", "what it is", "mapping"), rows)]


def _term_row(each: Term) -> tuple[str, ...]:
    return (f"`{each.curie}`", each.definition, _mappings(each))


def _property_row(each: Term) -> tuple[str, ...]:
    return (
        f"`{each.curie}`",
        each.definition,
        _codes(", ".join(each.used_on)),
        _codes(", ".join(each.values)),
        _mappings(each),
    )


def _mappings(each: Term) -> str:
    return ", ".join(f"{relation.partition(':')[2]} `{value}`" for relation, value in each.mappings)


def _codes(names: str) -> str:
    return ", ".join(f"`{name}`" for name in names.split(", ") if name)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    cells = [tuple(cell.replace("|", "\\|") for cell in row) for row in rows]
    return [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *cells)]


def main() -> None:
    """Write kg/vocab.py and docs/ontology.md of this checkout."""
    root = Path(__file__).parent.parent
    (root / "kg" / "vocab.py").write_text(vocabulary(), encoding="utf-8")
    (root / "docs" / "ontology.md").write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
