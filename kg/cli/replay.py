"""`kg replay`: derive a statement again from its article."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.output import note, write
from kg.cli.session import session

COLUMNS = ("article", "statement", "result", "again")


def command(
    node: Annotated[str, typer.Argument(metavar="IRI", help="An IRI from any answer, its end, or an article's id.")],
    model: o.Model = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> int:
    """
    Read a statement again from its articles.

    Exit code 1 where something else comes out.
    """
    from kg.ask.explain import reports_behind
    from kg.pipeline import replay

    with session(store) as opened:
        refs = reports_behind(opened.graph, node, base=opened.base)
        found = replay(opened.snapshot, refs, model=model)
    records = [
        {
            "article": each.ref.article,
            "statement": each.ref.key,
            "result": "same" if each.same else "differs",
            "again": each.again,
        }
        for each in found
    ]
    write(records, COLUMNS, form=form, limit=limit)
    differing = sum(not each.same for each in found)
    note(f"Derived again: {len(found) - differing} the same, {differing} not.")
    return 1 if differing else 0
