"""`kg explain`: what a node is, every name it was seen under, every sentence it rests on, each merge and why."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.ask.explain import COLUMNS, explain
from kg.cli import options as o
from kg.cli.output import write
from kg.cli.session import session


def command(
    node: Annotated[
        str, typer.Argument(metavar="IRI", help="An IRI from any answer, its end (person/he-lifeng), or a name.")
    ],
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    What a node is, and where it comes from.

    Every name it was seen under, every sentence it rests on, each merge with its reason.
    """
    with session(store, as_of) as opened:
        write(explain(opened.graph, node, opened.text_of, base=opened.base), COLUMNS, form=form, limit=limit)
