"""Exports: every format holds the same statements, and the same store gives the same bytes."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from newsroom import Newsroom
from rdflib.compare import isomorphic

from kg.cli import run
from kg.graph.export import FORMATS, export
from kg.graph.store import reading

RDFLIB_NAMES = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
FORMS = [*FORMATS, "csv", "sssom"]


def exported(room: Newsroom, form: str) -> bytes:
    """The store in that format."""
    path = room.folder / f"graph.{form}"
    assert room.kg("export", "--format", form, "-o", str(path)) == 0
    return path.read_bytes()


def fused(room: Newsroom) -> ox.Store:
    """The fused graph alone."""
    with reading(room.store) as snapshot:
        graph = ox.Store()
        graph.extend(snapshot.graph().quads_for_pattern(None, None, None, ox.DefaultGraph()))
        return graph


@pytest.mark.parametrize("form", sorted(RDFLIB_NAMES))
def test_the_fused_graph_reads_back_in_another_library(room: Newsroom, form: str) -> None:
    graph = rdflib.Graph().parse(data=exported(room, form), format=RDFLIB_NAMES[form])
    expected = rdflib.Graph().parse(data=export(fused(room), "ntriples"), format="nt")

    assert isomorphic(graph, expected)


@pytest.mark.parametrize("form", ["trig", "nquads"])
def test_trig_and_nquads_hold_every_report_too(room: Newsroom, form: str) -> None:
    read = ox.Store()
    read.load(exported(room, form), format=FORMATS[form].syntax)

    with reading(room.store) as snapshot:
        assert set(read) == set(snapshot.graph())
    assert len(list(read.named_graphs())) == 4


@pytest.mark.parametrize("form", FORMS)
def test_two_stores_of_the_same_articles_give_the_same_bytes(room: Newsroom, tmp_path: Path, form: str) -> None:
    before = exported(room, form)
    other = Newsroom(room.folder, tmp_path / "other")
    for name in ("wire.txt", "undated.txt", "daily.txt", "later.txt"):
        other.build(name)

    assert exported(other, form) == before


@pytest.mark.parametrize("form", FORMS)
def test_the_seed_of_hashes_changes_no_byte(room: Newsroom, form: str) -> None:
    command = [sys.executable, "-m", "kg", "export", "--format", form, "--store", str(room.store)]
    outputs = {
        subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}).stdout for seed in "12"
    }

    assert len(outputs) == 1


def test_turtle_names_terms_by_their_prefix_and_the_type_first(room: Newsroom) -> None:
    text = exported(room, "turtle").decode()

    assert "\nperson:anna-berg a kg:Person ;\n" in text
    assert text.startswith("@prefix article: ")


def test_csv_is_a_row_for_each_two_people_whatever_the_status(room: Newsroom) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(room, "csv").decode())))

    assert [(row["a"], row["b"], row["status"]) for row in rows] == [
        ("Anna Berg", "Pedro Sol", "happened"),
        ("Erik Holm", "Pedro Sol", "happened"),
        ("Anna Berg", "Maria Costa", "happened"),
        ("Anna Berg", "Jan Kask", "possible"),
    ]


def test_sssom_has_a_row_for_each_merge_with_its_reason(room: Newsroom) -> None:
    lines = exported(room, "sssom").decode().splitlines()
    rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))

    assert ("report:daily.txt/person/pedro-sol", "report:wire.txt/person/pedro-sol") in {
        (row["subject_id"], row["object_id"]) for row in rows
    }
    assert all(row["comment"] for row in rows)


def test_an_export_as_of_a_day_holds_only_what_was_told_by_then(room: Newsroom) -> None:
    path = room.folder / "then.nq"
    room.kg("export", "--format", "nquads", "--as-of", "2025-09-15", "-o", str(path))

    assert b"article/wire.txt" in path.read_bytes()
    assert b"later.txt" not in path.read_bytes()


def test_a_file_that_cannot_be_written_is_told_in_one_line(room: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()

    assert run(["export", "--store", str(room.store), "-o", str(room.folder / "no" / "graph.ttl")]) == 2
    assert capsys.readouterr().err.endswith("graph.ttl cannot be written: No such file or directory\n")
