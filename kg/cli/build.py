"""`kg build`: articles into the store."""

from __future__ import annotations

import logging
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.output import note
from kg.cli.session import articles
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.pipeline import Built

LISTED = 20  # lines of one sort that are worth reading; the rest is counted


def command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files or folders (.txt, .md, .html, .jsonl); - for standard input."),
    ],
    given: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="Publication day of the articles that do not state theirs."),
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start over: forget what the store holds.")] = False,
    report: Annotated[
        bool,
        typer.Option(
            "--report",
            help="List each stretch that was dropped, and each sentence that yielded nothing, with the reason.",
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, metavar="N", help="Processes; default: one, or one a core for many articles."),
    ] = None,
    overrides: o.Overrides = None,
    base: Annotated[
        str | None, typer.Option("--base", metavar="IRI", help="Address under which the IRIs of the data lie.")
    ] = None,
    model: o.Model = None,
    store: o.Store = o.DEFAULT_STORE,
) -> int:
    """
    Read articles into the store and fuse all of it.

    An article of an id that the store holds is replaced.
    """
    from kg import pipeline

    logging.basicConfig(format="%(message)s", level=logging.WARNING, stream=sys.stderr)
    if not paths:
        raise InputError("no article given: name files or folders, or - for standard input")
    day = o.day(given) if given else None
    with progress() as advance:
        built = pipeline.build(
            paths,
            store,
            given=day,
            fresh=fresh,
            jobs=jobs,
            overrides=overrides,
            base=base,
            model=model,
            progress=advance,
        )
    tell(built, store, report)
    if report:
        tell_report(built, store)
    return 2 if any(not each.skipped for each in built.unreadable) else 0


def tell(built: Built, store: Path, full: bool = False) -> None:
    """Says what was read, what was dropped and why, and what was written."""
    for each in built.unreadable:
        note(f"{'Skipped' if each.skipped else 'Unreadable'}: {each.path}: {each.reason}")
    read = (*built.added, *built.replaced)
    dropped = Counter(drop.reason for article in read for drop in article.dropped)
    unreadable = sum(not each.skipped for each in built.unreadable)
    counts = (
        (len(built.added), "new"),
        (len(built.replaced), "replaced"),
        (len(built.unchanged), "unchanged"),
        (unreadable, "unreadable"),
    )
    parts = ", ".join(f"{number} {what}" for number, what in counts if number) or "nothing"
    note(f"Read {articles(sum(number for number, _ in counts[:3]))}: {parts}.")
    if dropped:
        note(f"Dropped: {', '.join(f'{number} × {reason}' for reason, number in sorted(dropped.items()))}.")
    undated = [article.id for article in read if article.published is None]
    if undated:
        note(f"Without a date: {listed(undated)}. Give one with --date.")
    wrote(built, store)


def wrote(built: Built, store: Path) -> None:
    """Says what the store holds now."""
    known = built.knowledge
    kinds = Counter(node.entity.kind.value for node in known.nodes)
    note(
        f"Wrote {store}: {articles(len(known.articles))}, {len(known.meetings)} meetings, "
        f"{len(known.measures)} measures, {kinds['person']} people, {kinds['institution']} institutions, "
        f"{kinds['place']} places."
    )
    if built.unmatched:
        note(f"Overrides: nothing in the store is {listed(built.unmatched)}.")
    if built.silences:
        note(
            f"Silent: {built.silences} sentences with a word for a meeting or measure yielded nothing; "
            "list them with --report."
        )


def tell_report(built: Built, store: Path) -> None:
    """Lists what was dropped, and each sentence that yielded nothing, with the reason."""
    from kg.graph.store import reading

    with reading(store) as snapshot:
        for article in (*built.added, *built.replaced, *built.unchanged):
            stored = snapshot.report(article.id)
            for drop in article.dropped:
                text = " ".join(article.text[drop.span.start : drop.span.end].split())
                note(f"{article.id}:{drop.span.start}-{drop.span.end}: dropped, {drop.reason}: {text[:100]}")
            for silence in stored.silences if stored else ():
                text = " ".join(article.text[silence.span.start : silence.span.end].split())
                where = f"{article.id}:{silence.span.start}-{silence.span.end}"
                note(f'{where}: silent, "{silence.word}": {silence.reason}: {text}')


def listed(names: Iterable[str]) -> str:
    """The first names, and how many more there are."""
    every = sorted(names)
    more = len(every) - LISTED
    return ", ".join(every[:LISTED]) + (f" and {more} more" if more > 0 else "")


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, no_color="NO_COLOR" in os.environ)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
