"""The options and arguments that commands share, and what each of them is read as."""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import Format


class Statuses(StrEnum):
    """Which meetings to list."""

    HAPPENED = "happened"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    ANY = "any"


class MeasureStatuses(StrEnum):
    """Which measures to list."""

    IN_FORCE = "in force"
    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    ANY = "any"


def bounds(text: str) -> tuple[date, date]:
    """First and last day of `2025`, `2025-09` or `2025-09-14`; BadParameter otherwise."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = int(match[1]), match[2], match[3]
        if day:
            exact = date(year, int(month), int(day))
            return exact, exact
        if month:
            return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, calendar.IllegalMonthError):
        raise typer.BadParameter(f'"{text}" is no date; write 2025-09-14, 2025-09 or 2025') from None


def _first(text: str) -> date:
    return bounds(text)[0]


def _last(text: str) -> date:
    return bounds(text)[1]


def day(text: str) -> date:
    """One day; BadParameter for a month, a year, or anything else."""
    first, last = bounds(text)
    if first != last:
        raise typer.BadParameter(f'"{text}" is no day; write 2025-09-14')
    return first


Store = Annotated[
    Path, typer.Option("--store", metavar="DIR", envvar="KG_STORE", show_envvar=False, help="Folder of the store.")
]
Form = Annotated[
    Format | None, typer.Option("--format", help="Default: table on a terminal, tsv in a pipe.", show_default=False)
]
Limit = Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help="Rows to show at most.")]
Since = Annotated[
    date | None, typer.Option("--since", parser=_first, metavar="DATE", help="Leave out what ended before this date.")
]
Until = Annotated[
    date | None, typer.Option("--until", parser=_last, metavar="DATE", help="Leave out what began after this date.")
]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", parser=_last, metavar="DATE", help="Only what articles published by this day tell."),
]
With = Annotated[list[str] | None, typer.Option("--with", metavar="PERSON", help="Only with this person as well.")]
Where = Annotated[str | None, typer.Option("--where", metavar="PLACE", help="Venue, city, region or country.")]
Parts = Annotated[bool, typer.Option("--parts", help="List the days or sessions that a meeting consists of.")]
Overrides = Annotated[
    Path | None,
    typer.Option("--overrides", metavar="FILE", help="Decisions on who is who; default: overrides.toml in the store."),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="NAME", help="An installed spaCy pipeline or the folder of one, in place of the shipped one."
    ),
]

DEFAULT_STORE = Path("kg-store")
