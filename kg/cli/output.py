"""Records → standard output as table, JSON, CSV, TSV or Markdown; standard output carries data alone."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TextIO, TypeAlias

from kg.cli import table

Record: TypeAlias = Mapping[str, Any]  # what JSON holds


BELOW = "sentence"  # the column that a table shows below each row
WIDTH = 120  # columns of a table that goes to a file or a pipe


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"


def note(text: str) -> None:
    """One line for the reader, on standard error."""
    print(text, file=sys.stderr)  # noqa: T201  (the command line is the one place that prints)


def say(text: str) -> None:
    """One line of data, on standard output."""
    print(text)  # noqa: T201


def default_format() -> Format:
    """A table for a person, TSV for a program."""
    return Format.TABLE if is_terminal() else Format.TSV


def is_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout.isatty()


def write(
    records: Sequence[Record],
    columns: Sequence[str],
    *,
    form: Format | None,
    limit: int | None = None,
    narrow: Sequence[str] | None = None,
    more: Callable[[Record], Record] = lambda record: record,
    quiet: bool = False,
) -> None:
    """
    The records, `limit` of them at most, in the format asked for, or a table on a terminal and TSV in a pipe.

    JSON holds every key. The flat formats hold `columns` of what `more` makes of a record, a table and Markdown the
    `narrow` ones where they are given. An empty answer is said on standard error unless
    `quiet`.
    """
    form = form or default_format()
    shown = records if limit is None else records[:limit]
    shown_columns = narrow if narrow is not None and form in (Format.TABLE, Format.MD) else columns
    WRITERS[form](shown if form is Format.JSON else [more(record) for record in shown], shown_columns, sys.stdout)
    if not records and not quiet:
        note("Nothing found.")
    elif len(shown) < len(records):
        note(f"{len(shown)} of {len(records)} shown: raise --limit for more.")


def flat(value: object) -> str:
    """A value in one cell: lists joined by "; ", names within a list by ", ", nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Mapping):
        return " ".join(part for part in (flat(inner) for inner in value.values()) if part)
    if isinstance(value, Sequence) and not isinstance(value, str):
        nested = any(isinstance(inner, Sequence) and not isinstance(inner, str) for inner in value)
        return (" – " if nested else "; ").join(_inner(inner) for inner in value)
    return str(value)


def _inner(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(flat(inner) for inner in value)
    return flat(value)


def _one_line(value: object) -> str:
    return " ".join(flat(value).split())


def _table(records: Sequence[Record], columns: Sequence[str], out: TextIO) -> None:
    if not records:
        return
    shown = [column for column in columns if column != BELOW]
    rows = [[_one_line(record.get(column)) for column in shown] for record in records]
    below = [_one_line(record.get(BELOW)) for record in records] if BELOW in columns else []
    bold = out.isatty() and "NO_COLOR" not in os.environ
    for number, line in enumerate(table.lines(shown, rows, width=_width(out), below=below)):
        out.write(f"\033[1m{line}\033[0m\n" if bold and number == 0 else f"{line}\n")


def _width(out: TextIO) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    return shutil.get_terminal_size().columns if out.isatty() else WIDTH


def _json(records: Sequence[Record], _columns: Sequence[str], out: TextIO) -> None:
    json.dump(list(records), out, ensure_ascii=False, indent=2)
    out.write("\n")


def _csv(records: Sequence[Record], columns: Sequence[str], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_one_line(record.get(column)) for column in columns] for record in records)


def _tsv(records: Sequence[Record], columns: Sequence[str], out: TextIO) -> None:
    out.write("\t".join(columns) + "\n")
    for record in records:
        out.write("\t".join(_one_line(record.get(column)) for column in columns) + "\n")


def _md(records: Sequence[Record], columns: Sequence[str], out: TextIO) -> None:
    out.write(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n")
    for record in records:
        cells = (_one_line(record.get(column)).replace("|", "\\|") for column in columns)
        out.write(f"| {' | '.join(cells)} |\n")


WRITERS: Mapping[Format, Callable[[Sequence[Record], Sequence[str], TextIO], None]] = {
    Format.TABLE: _table,
    Format.JSON: _json,
    Format.CSV: _csv,
    Format.TSV: _tsv,
    Format.MD: _md,
}
