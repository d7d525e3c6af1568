"""Terms are declared once, in ontology/, and nothing else is used anywhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg.vocab as vocab
from kg.ontology import OWN_PREFIXES, SHAPE_FILE, prefixes, reference, shape_texts, terms, vocabulary

ROOT = Path(__file__).parent.parent
DECLARED = {term.iri for term in terms()} | {f"{vocab.SHAPES.NS}{shape.name}" for shape in shape_texts()}
OWN_NAMESPACES = tuple(prefixes()[prefix] for prefix in OWN_PREFIXES)

TURTLE = sorted((ROOT / "ontology").rglob("*.ttl"))
TEXTS = sorted([*(ROOT / "queries").rglob("*.rq"), *(ROOT / "kg").rglob("*.toml"), ROOT / "ontology" / "README.md"])
CODE = sorted(path for path in (ROOT / "kg").rglob("*.py") if path.name != "vocab.py")


def undeclared(iris: Iterable[str]) -> set[str]:
    return {iri for iri in iris if iri.startswith(OWN_NAMESPACES)} - DECLARED


def iris_of_turtle(path: Path) -> set[str]:
    quads = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    return {term.value for quad in quads for term in quad.triple if isinstance(term, ox.NamedNode)}


def iris_of_text(text: str) -> set[str]:
    """The own IRIs that a query or a page writes, short or in full; a prefix alone is none."""
    text = re.sub(r"^\s*(@?prefix|PREFIX)\s.*$", "", text, flags=re.MULTILINE)
    short = re.findall(rf"(?<![\w:/<-])({'|'.join(OWN_PREFIXES)}):([A-Za-z][\w-]*)", text)
    full = re.findall(r"<([^<>\s]+#[^<>\s]+)>", text)
    return {prefixes()[prefix] + name for prefix, name in short} | set(full)


def attributes_of_code(source: str) -> set[tuple[str, str]]:
    """`KG.Meeting` and its like, where the name is that of a class of the vocabulary that the module imports."""
    tree = ast.parse(source)
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "kg.vocab"
        for alias in node.names
    }
    return {
        (node.value.id, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in imported
    }


def unknown_attributes(source: str) -> set[tuple[str, str]]:
    return {
        (owner, name)
        for owner, name in attributes_of_code(source)
        if isinstance(getattr(vocab, owner, None), type) and not hasattr(getattr(vocab, owner), name)
    }


def test_vocabulary_is_what_the_ontology_generates() -> None:
    """After a change of ontology/: python -m kg.ontology."""
    assert (ROOT / "kg" / "vocab.py").read_text(encoding="utf-8") == vocabulary()


def test_reference_is_what_the_ontology_generates() -> None:
    assert (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8") == reference()


def test_each_term_is_an_attribute() -> None:
    attributes = {
        value
        for owner in vars(vocab).values()
        if isinstance(owner, type)
        for value in vars(owner).values()
        if isinstance(value, vocab.Iri)
    }

    assert {term.iri for term in terms()} <= attributes


def test_an_iri_is_a_term_for_both_libraries() -> None:
    assert ox.NamedNode(vocab.KG.Meeting) == ox.NamedNode("https://w3id.org/kg-news/ontology#Meeting")


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.name)
def test_turtle_uses_declared_terms_only(path: Path) -> None:
    assert undeclared(iris_of_turtle(path) - shape_groups()) == set()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_queries_rules_and_pages_use_declared_terms_only(path: Path) -> None:
    assert undeclared(iris_of_text(path.read_text(encoding="utf-8"))) == set()


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_code_uses_declared_terms_only(path: Path) -> None:
    assert unknown_attributes(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_code_writes_no_iri_of_its_own(path: Path) -> None:
    assert "://" not in path.read_text(encoding="utf-8")


def test_an_undeclared_term_is_found() -> None:
    query = "PREFIX kg: <https://w3id.org/kg-news/ontology#>\nSELECT * { ?m a kg:Meting ; kg:status status:in-forse }"
    full = "ASK { ?m <https://w3id.org/kg-news/ontology#plaze> ?p ; <https://schema.org/anything> ?q }"

    assert undeclared(iris_of_text(query)) == {vocab.KG.NS + "Meting", vocab.STATUS.NS + "in-forse"}
    assert undeclared(iris_of_text(full)) == {vocab.KG.NS + "plaze"}


def test_an_undeclared_attribute_is_found() -> None:
    source = "from kg.vocab import KG\nKG.Meeting, KG.Meting\nother.Meting"

    assert unknown_attributes(source) == {("KG", "Meting")}


def shape_groups() -> set[str]:
    """The node shapes that only gather property shapes: they are declared in the file of shapes itself."""
    return {iri for iri in iris_of_turtle(ROOT / "ontology" / SHAPE_FILE) if iri.startswith(vocab.SHAPES.NS)}
