"""`kg truth`: what each source says of one event, property by property."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.output import write
from kg.cli.session import session
from kg.errors import QueryError

COLUMNS = ("article", "published", "status", "property", "value", "wording", "differs")


def command(
    event: Annotated[str, typer.Argument(metavar="IRI", help="A meeting or measure: its IRI, or the end of it.")],
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    What each source says of one meeting or measure.

    Source by source, every property with its value and status.
    """
    from kg.ask.explain import find
    from kg.fusion.explain import truth_table
    from kg.graph.iris import key_of

    with session(store, as_of) as opened:
        key = key_of(find(opened.graph, event, base=opened.base).value, base=opened.base)
        knowledge = opened.knowledge()
        events = {each.meeting.key: each for each in knowledge.meetings}
        measures = {each.measure.key: each for each in knowledge.measures}
        found = events.get(str(key)) or measures.get(str(key))
        if found is None:
            raise QueryError(f'"{event}" is no meeting or measure: give an IRI of kg meetings or kg measures')
        records = [
            {
                "article": row.article,
                "published": row.published.isoformat() if row.published else None,
                "status": row.status,
                "property": row.property,
                "value": row.value,
                "wording": row.wording,
                "differs": row.differs,
            }
            for row in truth_table(found)
        ]
        write(records, COLUMNS, form=form, limit=limit)
