"""`kg articles`: the articles of the store."""

from __future__ import annotations

from kg.ask.lookups import Days
from kg.cli import options as o
from kg.cli.output import write
from kg.cli.session import note_undated, session

COLUMNS = ("article", "title", "published", "date_basis", "publisher", "author", "dateline", "url", "sha256", "iri")
NARROW = ("article", "published", "date_basis", "publisher", "title")


def command(
    since: o.Since = None,
    until: o.Until = None,
    as_of: o.AsOf = None,
    store: o.Store = o.DEFAULT_STORE,
    form: o.Form = None,
    limit: o.Limit = None,
) -> None:
    """Articles with their date and where it comes from."""
    with session(store, as_of) as opened:
        found = opened.lookup.articles(days=Days(since, until))
        write(found.records, COLUMNS, form=form, limit=limit, narrow=NARROW)
        note_undated(found.undated, "article")
