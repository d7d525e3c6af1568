"""`kg meetings`: meetings with their sides, whatever their status."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.ask.lookups import Days
from kg.cli import options as o
from kg.cli import quotes
from kg.cli.output import Record, write
from kg.cli.session import articles, note_several, note_undated, session
from kg.cli.who_met import where_and_when

COLUMNS = (
    "sides", "parties", "kind", "place", "country", "venue", "start", "end", "status", "round", "differs",
    "independent", "part_of", "iri", "articles", "quote",
)  # fmt: skip
NARROW = ("who", "where", "when", "kind", "status", "sources", "differs")


def command(
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Only meetings with this person.")] = None,
    others: o.With = None,
    place: o.Where = None,
    since: o.Since = None,
    until: o.Until = None,
    status: Annotated[o.Statuses, typer.Option("--status", help="Which meetings to list.")] = o.Statuses.ANY,
    parts: o.Parts = False,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    Meetings with their sides, place, time and status.

    Where reports differ, the most specific value that all of them allow is shown, and the others in differs.
    """
    with session(store, as_of) as opened:
        wanted = None if status is o.Statuses.ANY else status.value
        found = opened.lookup.meetings(
            person=person, others=others or (), place=place, days=Days(since, until), status=wanted, parts=parts
        )
        write(found.records, COLUMNS, form=form, limit=limit, narrow=NARROW, more=flat)
        note_several(opened.lookup, [person, *(others or ())], "person")
        note_undated(found.undated, "meeting")


def flat(record: Record) -> Record:
    """The columns that flat formats have beside the keys of JSON."""
    names = [*(person for side in record["sides"] for person in side), *record["parties"]]
    told = {"who": who(record), "differs": differing(record), "sources": sources(record)}
    return {**record, **quotes.columns(record, names), **where_and_when(record), **told}


def sources(record: Record) -> str:
    """`4 articles, 2 independent`: near-identical wording counts once."""
    number = len({each["article"] for each in record["articles"]})
    independent = record["independent"]
    return articles(number) + (f", {independent} independent" if independent and number > 1 else "")


def who(record: Record) -> str:
    """Both sides in one cell, or the parties where nobody is named."""
    sides = [", ".join(side) for side in record["sides"] if side]
    return " – ".join(sides or record["parties"])


def differing(record: Record) -> list[str]:
    """Each differing property with its values: `start: 2025-09-14 / 2025-09-15`."""
    return [
        f"{each['property']}: {' / '.join(str(value['value']) for value in each['values'])}"
        for each in record["differs"]
    ]
