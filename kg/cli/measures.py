"""`kg measures`: tariffs, bans, sanctions and the like, as dated and directed facts."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.ask.lookups import Days
from kg.cli import options as o
from kg.cli import quotes
from kg.cli.meetings import differing
from kg.cli.output import Record, write
from kg.cli.session import note_undated, session

COLUMNS = (
    "kind", "by", "on", "value", "unit", "qualifier", "from", "until", "status", "goods", "change", "previous", "title",
    "differs", "independent", "iri", "articles", "quote",
)  # fmt: skip
NARROW = ("kind", "by", "on", "amount", "from", "until", "status", "differs", "sentence")


def command(
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only by this state or institution.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="NAME", help="Only on this state or institution.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help='Only this kind: tariff, "export control" …')
    ] = None,
    since: o.Since = None,
    until: o.Until = None,
    status: Annotated[
        o.MeasureStatuses, typer.Option("--status", help="Which measures to list.")
    ] = o.MeasureStatuses.ANY,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    Measures: who took them, on whom, how much.

    With their days, and whether they are in force.
    """
    with session(store, as_of) as opened:
        wanted = None if status is o.MeasureStatuses.ANY else status.value
        found = opened.lookup.measures(by=by, on=on, kind=kind, days=Days(since, until), status=wanted)
        write(found.records, COLUMNS, form=form, limit=limit, narrow=NARROW, more=flat)
        note_undated(found.undated, "measure")


def flat(record: Record) -> Record:
    """The columns that flat formats have beside the keys of JSON."""
    told = {"amount": amount(record), "differs": differing(record)}
    return {**record, **quotes.columns(record, [record["kind"], record["by"], *record["on"]]), **told}


def amount(record: Record) -> str:
    """`up to 100 percent`, `10 to 25 percent`, `a change of 10 percent`."""
    value = record["value"]
    if value is None:
        return ""
    number = " to ".join(str(each) for each in value) if isinstance(value, list) else str(value)
    how = "" if record["qualifier"] in ("exact", "range", None) else f"{record['qualifier']} "
    return f"{'a change of ' if record['change'] else ''}{how}{number} {record['unit'] or ''}".strip()
