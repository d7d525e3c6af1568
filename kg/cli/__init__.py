"""The command line: one command a file; each parses, calls and prints."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Annotated

import typer

from kg import __version__
from kg.cli import (
    articles,
    build,
    conflicts,
    explain,
    export,
    institutions,
    measures,
    meetings,
    outcomes,
    people,
    places,
    queries,
    query,
    remove,
    replay,
    show,
    truth,
    validate,
    who_met,
)
from kg.cli.output import note, say
from kg.errors import InputError, KgError

COMMANDS: tuple[tuple[str, Callable[..., int | None]], ...] = (
    ("build", build.command),
    ("remove", remove.command),
    ("who-met", who_met.command),
    ("meetings", meetings.command),
    ("people", people.command),
    ("institutions", institutions.command),
    ("places", places.command),
    ("measures", measures.command),
    ("articles", articles.command),
    ("conflicts", conflicts.command),
    ("outcomes", outcomes.command),
    ("truth", truth.command),
    ("show", show.command),
    ("explain", explain.command),
    ("replay", replay.command),
    ("query", query.command),
    ("queries", queries.command),
    ("validate", validate.command),
    ("export", export.command),
)

app = typer.Typer(
    name="kg",
    help="Who met whom, where, when, and who says so: a knowledge graph from news articles.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, _command in COMMANDS:
    app.command(_name)(_command)


INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


def _version(wanted: bool) -> None:
    if wanted:
        say(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Who met whom, where, when, and who says so: a knowledge graph from news articles."""


def run(arguments: Sequence[str] | None = None) -> int:
    """
    One command line; its exit code.

    0 fine · 1 does not conform, or differs · 2 wrong use or unreadable input · 130 interrupted.
    """
    try:
        code = app(arguments, prog_name="kg", standalone_mode=False)
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            note(error.format_message())
        else:
            note(f"Error: {_one_line(error.format_message())}")
        return 2
    except KgError as error:
        note(f"Error: {_one_line(str(error))}")
        return 2 if isinstance(error, InputError) else 1
    except (typer.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    if code == INTERRUPTED:
        note("Interrupted: the store is as it was.")
    return code if isinstance(code, int) else 0


def main() -> None:
    """The `kg` command."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `kg who-met | head` ends in silence
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")  # as file names have it
    sys.exit(run())


def _one_line(text: str) -> str:
    return " ".join(text.split())
