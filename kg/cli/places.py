"""`kg places`: the places that articles speak of."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.output import write
from kg.cli.quotes import entity_columns
from kg.cli.session import session

COLUMNS = ("name", "kind", "country", "lat", "lon", "names", "ids", "doubt", "iri", "articles")
NARROW = ("name", "kind", "country", "names", "articles")


def command(
    name: Annotated[str | None, typer.Argument(metavar="[PLACE]", help="Only this place.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="Only this kind.")] = None,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """Places with their kind, state and names."""
    with session(store, as_of) as opened:
        found = opened.lookup.places(name=name, kind=kind)
        write(found.records, COLUMNS, form=form, limit=limit, narrow=NARROW, more=entity_columns)
