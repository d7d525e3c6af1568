"""`kg validate`: does a graph conform to the shapes?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.output import note, write
from kg.cli.session import session

COLUMNS = ("severity", "message", "quote", "focus", "shape")
NARROW = ("severity", "message", "quote")


def command(
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="An RDF file, or - for Turtle on standard input; default: the store."),
    ] = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> int:
    """
    Check a graph against the shapes, in plain words.

    Exit code 1 where it does not conform.
    """
    from kg.pipeline import violations_of_file, violations_of_store

    if file is None:
        with session(store) as opened:
            found = violations_of_store(opened.snapshot)
    else:
        found = violations_of_file(Path(file))
    records = [
        {"severity": v.severity, "message": v.message, "quote": v.quote, "focus": v.focus, "shape": v.shape}
        for v in found
    ]
    if not found:
        note("Conforms.")
        if form is not None:
            write(records, COLUMNS, form=form, quiet=True)
        return 0
    write(records, COLUMNS, form=form, limit=limit, narrow=NARROW)
    failed = [v for v in found if v.severity.casefold() == "violation"]
    verdict = "Does not conform" if failed else "Conforms"
    note(f"{verdict}: {len(failed)} violations, {len(found) - len(failed)} warnings.")
    return 1 if failed else 0
