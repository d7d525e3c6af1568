"""`kg export`: the graph for other tools."""

from __future__ import annotations

import sys
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.output import WRITERS, Format, note
from kg.cli.session import Session, session
from kg.cli.who_met import COLUMNS, flat
from kg.errors import InputError
from kg.graph.export import export
from kg.vocab import SKOS


class ExportFormat(StrEnum):
    """FORMATS, a flat table, and the merges."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    CSV = "csv"
    SSSOM = "sssom"


def command(
    form: Annotated[
        ExportFormat, typer.Option("--format", help="trig and nquads hold the reports too, the others the fused graph.")
    ] = ExportFormat.TURTLE,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Default: standard output.")
    ] = None,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
) -> None:
    """
    Write the graph for other tools.

    The same store gives the same bytes; csv has a row for each two people who met or may.
    """
    with session(store, as_of) as opened:
        data = data_of(opened, form)
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror}") from error
    note(f"Wrote {output}: {len(data)} bytes.")


def data_of(opened: Session, form: ExportFormat) -> bytes:
    """The store in that format: csv is a row for each two people who met or may, sssom every merge."""
    if form is ExportFormat.CSV:
        out = StringIO()
        found = opened.lookup.who_met(status=None)
        WRITERS[Format.CSV]([flat(record) for record in found.records], COLUMNS, out)
        return out.getvalue().encode()
    if form is ExportFormat.SSSOM:
        from kg.fusion.explain import sssom

        return sssom(opened.knowledge(), {"report": f"{opened.base}report/", "skos": SKOS.NS}).encode()
    return export(opened.graph, form.value, base=opened.base)
