"""`kg queries`: the shipped questions with their parameters."""

from __future__ import annotations

from kg.ask.questions import shipped
from kg.cli import options as o
from kg.cli.output import Record, write

COLUMNS = ("name", "title", "parameters", "description")


def command(
    _store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    The shipped questions with their parameters.

    Ask one with kg query NAME -p PARAMETER=VALUE.
    """
    records: list[Record] = [
        {
            "name": question.name,
            "title": question.title,
            "description": question.description,
            "parameters": [
                {"name": param.name, "type": param.type, "help": param.help, "choices": list(param.choices)}
                for param in question.params
            ],
        }
        for question in shipped()
    ]
    write(records, COLUMNS, form=form, limit=limit, more=flat)


def flat(record: Record) -> Record:
    """The columns of flat formats: parameters as `name (type)`."""
    params = [f"{each['name']} ({' | '.join(each['choices']) or each['type']})" for each in record["parameters"]]
    return {**record, "parameters": params}
