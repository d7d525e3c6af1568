"""`kg conflicts`: where reports of one meeting or measure differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.output import Format, Record, default_format, write
from kg.cli.session import session

COLUMNS = ("event", "property", "value", "wording", "as_of", "articles", "iri")


def command(
    about: Annotated[
        str | None, typer.Argument(metavar="[PROPERTY]", help="Only this property: start, place, amount …")
    ] = None,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    Where sources differ, with the words of each.

    Each value has its as-of day and its articles; no winner is chosen.
    """
    with session(store, as_of) as opened:
        found = opened.lookup.conflicts(about)
        if (form or default_format()) is not Format.JSON:
            found = tuple(row for record in found for row in rows(record))
        write(found, COLUMNS, form=form, limit=limit, narrow=COLUMNS[:-1])


def rows(record: Record) -> Iterator[dict[str, object]]:
    """A row for each value that is told."""
    for value in record["values"]:
        yield {"event": record["event"], "property": record["property"], **value, "iri": record["iri"]}
