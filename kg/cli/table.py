"""Rows → a table that fits a terminal: cells wrap, and one column may stand below each row in full width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

GAP = "   "
NARROWEST = 8  # columns are not squeezed below this
INDENT = "    "


def lines(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, width: int, below: Sequence[str] = ()
) -> Iterator[str]:
    """
    The head, a rule, and each row in as many lines as its longest cell takes.

    Columns that are empty throughout are left out. `below` holds a text for each row, which follows it indented, and a
    blank line.
    """
    used = [i for i in range(len(head)) if any(row[i] for row in rows)]
    head, rows = [head[i] for i in used], [[row[i] for i in used] for row in rows]
    widths = _fitted([max(map(cells, column)) for column in zip(head, *rows, strict=True)], width)
    yield from _row(head, widths)
    yield "─" * min(width, sum(widths) + len(GAP) * (len(widths) - 1))
    for number, row in enumerate(rows):
        yield from _row(row, widths)
        if below:
            yield from (f"{INDENT}{line}" for line in wrapped(below[number], width - len(INDENT)))
            if number + 1 < len(rows):
                yield ""


def cells(text: str) -> int:
    """The columns that a text takes on a terminal.

    >>> cells("Xi 习近平")
    9
    """
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of `width` columns at most, broken at blanks and, where a word is too long, within it."""
    found = [""]
    for word in _pieces(text, width):
        if found[-1] and cells(found[-1]) + 1 + cells(word) > width:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


def _pieces(text: str, width: int) -> Iterator[str]:
    """The words of the text, those too long for a line cut into pieces that fit."""
    for word in text.split():
        step = width if cells(word) == len(word) else max(1, width // 2)
        yield from (word[start : start + step] for start in range(0, len(word), step) if cells(word) > width)
        if cells(word) <= width:
            yield word


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, columns))):
        parts = [column[number] if number < len(column) else "" for column in columns]
        padded = (part + " " * (width - cells(part)) for part, width in zip(parts, widths, strict=True))
        yield GAP.join(padded).rstrip()


def _fitted(widths: list[int], width: int) -> list[int]:
    """The widest columns give way until the table fits, or all are as narrow as may be."""
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths
