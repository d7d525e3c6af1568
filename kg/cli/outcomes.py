"""`kg outcomes`: what became of what was planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.ask.walk import iri
from kg.cli import options as o
from kg.cli.output import Record, write
from kg.cli.session import Session, session
from kg.graph.iris import thing

if TYPE_CHECKING:
    from kg.fusion.life import Outcome
    from kg.model import Step

COLUMNS = ("event", "planned", "outcome", "start", "plans", "became", "iri")


def command(
    still_open: Annotated[bool, typer.Option("--open", help="Only what is still open.")] = False,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """
    What became of planned and possible meetings.

    With --as-of, what was known and what was open on that day.
    """
    from kg.fusion.life import outcomes

    with session(store, as_of) as opened:
        found = [_record(each, opened) for each in outcomes(opened.knowledge(), as_of)]
        shown = [each for each in found if str(each["outcome"]).startswith("open")] if still_open else found
        write(shown, COLUMNS, form=form, limit=limit, narrow=("event", "outcome", "plans", "became"), more=flat)


def _record(outcome: Outcome, opened: Session) -> Record:
    node = iri(thing(outcome.meeting.meeting.key, base=opened.base))
    start = outcome.meeting.meeting.start
    became = {"open": "open, day passed" if outcome.overdue else "open", "denied": "called off"}
    return {
        "event": opened.lookup.reader.label(node),
        "planned": outcome.plans[0].status,
        "outcome": became.get(outcome.state, outcome.state),
        "start": start.printed if start else None,
        "plans": [_step(step) for step in outcome.plans],
        "became": _step(outcome.became) if outcome.became else None,
        "iri": node.value,
    }


def _step(step: Step) -> Record:
    return {"status": step.status, "as_of": step.as_of.isoformat() if step.as_of else None, "article": step.ref.article}


def flat(record: Record) -> Record:
    """The columns of flat formats: a step as `planned, 2025-09-12 (daily.txt)`."""
    plans = [_step_in_words(step) for step in record["plans"]]
    became = _step_in_words(record["became"]) if record["became"] else None
    return {**record, "plans": plans, "became": became}


def _step_in_words(step: Record) -> str:
    day = f", {step['as_of']}" if step["as_of"] else ""
    return f"{step['status']}{day} ({step['article']})"
