"""`kg query`: a shipped question or any SPARQL query."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.ask import questions
from kg.ask.lookups import Lookup
from kg.ask.questions import Question, Term
from kg.cli import options as o
from kg.cli.output import write
from kg.cli.session import note_several, session
from kg.errors import QueryError


def command(
    what: Annotated[
        str, typer.Argument(metavar="FILE|NAME|-", help="A SPARQL file, a question of kg queries, or standard input.")
    ],
    params: Annotated[
        list[str] | None,
        typer.Option("-p", "--param", metavar="NAME=VALUE", help="A value for a parameter; repeat as needed."),
    ] = None,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    Ask a shipped question or any SPARQL query.

    Nothing leaves the machine.
    """
    question = load(what)
    with session(store, as_of) as opened:
        text = questions.bind(question, values(question, params or [], opened.lookup))
        answer = questions.run(opened.graph, text)
    records = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    write(records, answer.columns, form=form, limit=limit)


def load(what: str) -> Question:
    """The question of that name, in that file, or on standard input."""
    if what == "-":
        return questions.parse(sys.stdin.read(), "-", "standard input")
    if what.endswith((".rq", ".sparql")) or "/" in what or Path(what).is_file():
        return questions.read(Path(what))
    return questions.named(what)


def values(question: Question, given: list[str], lookup: Lookup) -> dict[str, tuple[Term, ...]]:
    """The values of `name=value`, names looked up in the store."""
    bound: dict[str, tuple[Term, ...]] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals:
            raise QueryError(f'-p takes name=value, not "{each}"')
        param = questions.param_of(question, name)
        if name in bound:
            raise QueryError(f'parameter "{name}" is given twice')
        if param.type in questions.NAME_TYPES:
            bound[name] = lookup.find(value, param.type)
            note_several(lookup, [value], param.type)
        else:
            bound[name] = (questions.literal(param, value),)
    return bound
