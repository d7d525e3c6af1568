"""`kg people`: people with the offices they hold."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.output import Record, write
from kg.cli.quotes import entity_columns
from kg.cli.session import session

COLUMNS = ("name", "roles", "names", "doubt", "iri", "articles")
NARROW = ("name", "roles", "names", "articles")


def command(
    name: Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Only this person.")] = None,
    of: Annotated[
        str | None, typer.Option("--of", metavar="BODY", help="Who has an office of this state or body.")
    ] = None,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """People with their offices and names."""
    with session(store, as_of) as opened:
        found = opened.lookup.people(name=name, of=of)
        write(found.records, COLUMNS, form=form, limit=limit, narrow=NARROW, more=flat)


def flat(record: Record) -> Record:
    """The columns of flat formats: those of every entity, with offices in words."""
    return {**entity_columns(record), "roles": [role_in_words(role) for role in record["roles"]]}


def role_in_words(role: Record) -> str:
    """`Vice Premier of China`, with (former) where it is no longer held."""
    of = f" of {role['of']}" if role["of"] else ""
    return f"{role['title']}{of}{' (former)' if role['past'] else ''}"
