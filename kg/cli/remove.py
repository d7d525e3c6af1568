"""`kg remove`: withdraw articles from the store."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.build import wrote
from kg.cli.output import note
from kg.cli.session import articles


def command(
    names: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Ids as kg articles lists them.")],
    overrides: o.Overrides = None,
    store: o.Store = o.DEFAULT_STORE,
) -> None:
    """Withdraw articles, as if they had never been read."""
    from kg import pipeline

    built = pipeline.remove(names, store, overrides=overrides)
    note(f"Removed {articles(len(built.removed))}.")
    wrote(built, store)
