"""`kg who-met`: pairs of people across the sides of meetings."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.ask.lookups import Days
from kg.cli import options as o
from kg.cli import quotes
from kg.cli.output import Record, write
from kg.cli.session import note_several, note_undated, session

COLUMNS = (
    "a", "b", "status", "place", "country", "venue", "start", "end", "kind", "independent", "iri", "articles", "quote",
)  # fmt: skip
NARROW = ("a", "b", "where", "when", "sentence")


def command(
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Only pairs with this person.")] = None,
    others: o.With = None,
    place: o.Where = None,
    since: o.Since = None,
    until: o.Until = None,
    status: Annotated[o.Statuses, typer.Option("--status", help="Which meetings count.")] = o.Statuses.HAPPENED,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    Who met whom, where, when: pairs across sides.

    Two people on one side attended together and did not meet; the table has the sentence behind each row.
    """
    with session(store, as_of) as opened:
        wanted = None if status is o.Statuses.ANY else status.value
        found = opened.lookup.who_met(
            person=person, others=others or (), place=place, days=Days(since, until), status=wanted
        )
        narrow = (*NARROW[:2], "status", *NARROW[2:]) if status is not o.Statuses.HAPPENED else NARROW
        write(found.records, COLUMNS, form=form, limit=limit, narrow=narrow, more=flat)
        note_several(opened.lookup, [person, *(others or ())], "person")
        note_undated(found.undated, "meeting")


def flat(record: Record) -> Record:
    """The columns that flat formats have beside the keys of JSON."""
    return {**record, **quotes.columns(record, [record["a"], record["b"]]), **where_and_when(record)}


def where_and_when(record: Record) -> Record:
    """Place and days in one cell each; a state that is both place and country is told once."""
    places = dict.fromkeys(record[key] for key in ("venue", "place", "country") if record[key])
    return {
        "where": ", ".join(places),
        "when": " to ".join(record[key] for key in ("start", "end") if record[key]),
    }
