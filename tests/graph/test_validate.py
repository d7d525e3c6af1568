"""What does not conform is said in plain words, with the sentence at fault; what cannot be read is another matter."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from handmade import HOPE, KNOWLEDGE, LEAD, MEASURE, MEETING, RATE, REPORT, SUNDAY

from kg.errors import InputError
from kg.graph.triples import knowledge_quads, receipt_quads, report_quads
from kg.graph.validate import FORMATS, NO_TARGET, conforms, file_violations, violations
from kg.model import Amount, Meeting, Qualifier, Report, Side, Violation
from kg.vocab import BASE, KG


def with_meeting(meeting: Meeting) -> Report:
    return replace(REPORT, meetings=(meeting,))


def test_a_report_conforms() -> None:
    assert violations(report_quads(REPORT)) == ()


def test_the_fused_graph_conforms_with_its_receipt() -> None:
    assert violations(knowledge_quads(KNOWLEDGE) + receipt_quads(KNOWLEDGE.articles, {"rules": "3"})) == ()


def test_a_violation_quotes_the_sentence_at_fault() -> None:
    reversed_ = replace(SUNDAY, first=SUNDAY.last, last=SUNDAY.first.replace(year=2023) if SUNDAY.first else None)
    found = violations(
        report_quads(with_meeting(replace(MEETING, evidence=MEETING.evidence[:1], start=reversed_, end=None)))
    )

    assert found == (
        Violation(
            focus=BASE + "report/wire%201.txt/meeting/1",
            shape="start-bounds",
            severity="Violation",
            message="The earliest day of the start comes after the latest one.",
            quote=LEAD,
        ),
    )


def test_the_words_that_speak_for_the_property_are_quoted_first() -> None:
    """The meeting has the lead as evidence, and "on Sunday" for its start."""
    reversed_ = replace(SUNDAY, last=SUNDAY.first.replace(year=2023) if SUNDAY.first else None)
    found = violations(report_quads(with_meeting(replace(MEETING, start=reversed_, end=None))))

    assert [violation.quote for violation in found] == ["on Sunday"]


def test_a_part_is_quoted_by_what_it_is_a_part_of() -> None:
    """An amount has no evidence of its own."""
    amount = Amount(30, 20, "percent", Qualifier.RANGE, "30% to 20%")
    measure = replace(MEASURE, evidence=MEASURE.evidence[:1], amount=amount)
    found = violations(report_quads(replace(REPORT, measures=(measure,))))

    assert [(violation.shape, violation.quote) for violation in found] == [("amount-order", RATE)]


def test_a_person_on_two_sides_is_found_at_the_meeting() -> None:
    sides = (Side(("person/ada-ruiz",)), Side(("person/bo-lund", "person/ada-ruiz")))
    found = violations(report_quads(with_meeting(replace(MEETING, sides=sides))))

    assert [(violation.shape, violation.focus) for violation in found] == [
        ("one-side-each", BASE + "report/wire%201.txt/meeting/1")
    ]


def test_people_on_one_side_together_conform() -> None:
    sides = (Side(("person/ada-ruiz", "person/bo-lund")), Side((), ("state/norway",)))

    assert violations(report_quads(with_meeting(replace(MEETING, sides=sides)))) == ()


def test_a_meeting_of_nobody_is_found() -> None:
    found = violations(report_quads(with_meeting(replace(MEETING, sides=(Side(), Side())))))

    assert [violation.shape for violation in found] == ["meeting-side"]


def test_a_warning_does_not_hinder() -> None:
    sides = (Side(("person/ada-ruiz",)),)
    found = violations(report_quads(with_meeting(replace(MEETING, sides=sides, hosts=(), attended=()))))

    assert [(violation.shape, violation.severity) for violation in found] == [("two-sides", "Warning")]
    assert conforms(found)


def test_violations_come_before_warnings() -> None:
    amount = Amount(5000, 4000, "percent", Qualifier.RANGE, "")
    found = violations(report_quads(replace(REPORT, measures=(replace(MEASURE, amount=amount),))))

    assert [violation.severity for violation in found] == ["Violation", "Warning"]
    assert not conforms(found)


def test_each_graph_must_stand_on_its_own() -> None:
    """The people of the meeting are in another graph, so this one does not say who they are."""
    graph = ox.NamedNode(BASE + "article/other")
    people = f"<{KG.Person}>"
    quads = [
        ox.Quad(quad.subject, quad.predicate, quad.object, graph if str(quad.object) == people else quad.graph_name)
        for quad in report_quads(REPORT)
    ]

    assert "meeting-participants" in {violation.shape for violation in violations(quads)}


def test_a_graph_of_rdflib_is_checked_as_well() -> None:
    graph = rdflib.Graph()
    graph.add((rdflib.URIRef(BASE + "id/person/x"), rdflib.RDF.type, rdflib.URIRef(KG.Person)))
    found = violations(graph)

    assert [violation.shape for violation in found] == ["name", "reported-by"]
    assert len(graph) == 1  # it is left as it was


def test_a_narrower_class_is_held_to_the_same_shapes() -> None:
    graph = rdflib.Graph()
    graph.add((rdflib.URIRef(BASE + "id/place/x"), rdflib.RDF.type, rdflib.URIRef(KG.City)))

    assert "name" in {violation.shape for violation in violations(graph)}


def test_nothing_to_check_is_said() -> None:
    other = rdflib.Graph()
    other.add((rdflib.URIRef(BASE + "x"), rdflib.RDFS.label, rdflib.Literal("x")))

    assert violations([]) == (NO_TARGET,)
    assert violations(other) == (NO_TARGET,)
    assert conforms([NO_TARGET])


# ── files ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_is_read_by_its_suffix(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix.upper()}"
    ox.serialize((quad.triple for quad in knowledge_quads(KNOWLEDGE)), str(path), format=FORMATS[suffix])

    assert file_violations(path) == ()


def test_standard_input_is_turtle(monkeypatch: pytest.MonkeyPatch) -> None:
    turtle = f"<{BASE}id/person/x> a <{KG.Person}> .".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(turtle)))

    assert [violation.shape for violation in file_violations(Path("-"))] == ["name", "reported-by"]


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.ttl: cannot be read: No such file or directory$"):
        file_violations(tmp_path / "nothing.ttl")


def test_an_unknown_suffix_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r'graph\.docx: no RDF format ends in "\.docx": use one of \.ttl, \.trig, '):
        file_violations(tmp_path / "graph.docx")


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".ttl", "<a> <b> ."),  # no object
        (".ttl", "<a> <b> <c> ."),  # relative, without a base
        (".nt", "not RDF at all"),
        (".rdf", "<rdf:RDF"),
        (".jsonld", "{"),
        (".ttl", "\udcff"),  # no UTF-8
        (".jsonld", '{"@context": "https://news.example/context", "@id": "x:y", "a": "b"}'),  # would have to be fetched
    ],
)
def test_broken_rdf_is_unreadable(suffix: str, content: str, tmp_path: Path) -> None:
    path = tmp_path / f"broken{suffix}"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))

    with pytest.raises(InputError, match=rf"broken{suffix}: is not readable as RDF: .+"):
        file_violations(path)


def test_a_triple_about_a_triple_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rdf12.ttl"
    path.write_text("<x:a> <x:b> <<( <x:c> <x:d> <x:e> )>> .", encoding="utf-8")

    with pytest.raises(InputError, match="a triple about a triple"):
        file_violations(path)


def test_a_silence_is_no_fault() -> None:
    assert REPORT.silences
    assert HOPE not in {violation.quote for violation in violations(report_quads(REPORT))}
