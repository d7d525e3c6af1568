"""
Tables of figures in the documentation: rewritten from a measurement, and compared with one.

`python tests/figures.py` measures, writes the tables, and raises the floors of tests/gold/floors.toml to the new
figures less SLACK where these rose.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import reading  # noqa: E402  (run as a script it has to find the benchmarks first)
from benchmarks.reading import Count  # noqa: E402

FLOORS = ROOT / "tests" / "gold" / "floors.toml"
SLACK = 0.02
WIDE, SHORT = ROOT / "benchmarks" / "README.md", ROOT / "docs" / "why.md"
SHORT_ROWS = {
    "who met whom, happened or not": "met",
    "… and where": "met where",
    "… and on which day": "met where when",
    "which states or bodies met, and where": "parties met where",
    "a person's office, and of what": "roles",
    "people": "people",
    "institutions": "institutions",
    "places": "places",
    "measures: kind, by whom, on whom": "measures",
    "… with value and unit": "measures with value",
}
PRECISION_ROW = "who met whom, precision alone"

Figures = Mapping[str, Mapping[str, Count]]  # by part, then by row


def measured() -> Figures:
    """Every row of both parts."""
    golds = reading.golds(reading.GOLD)
    return {
        part: reading.figures(
            reading.answers([each for each in golds if reading.part(each) == part], reading.GOLD / "articles")
        )
        for part in reading.PARTS
    }


def wide(page: str, figures: Figures) -> str:
    """The page with precision, recall and F1 of both parts in the rows of its first table."""
    before, head, rest = page.partition("| row |")
    table, gap, after = rest.partition("\n\n")
    for row in reading.ROWS:
        counts = [figures[part][row] for part in reading.PARTS]
        cells = (f"{value:.2f}" for each in counts for value in (each.precision, each.recall, each.f1))
        line = rf"\1 {' | '.join(cells)} |"
        table = re.sub(rf"^(\| {re.escape(row)} \| [^|]* \|).*$", line, table, flags=re.MULTILINE)
    return before + head + table + gap + after


def short(page: str, figures: Figures) -> str:
    """The page with F1 of both parts in the rows of its table, and the precision of met in the last."""
    for label, row in SHORT_ROWS.items():
        page = _cells(page, label, [figures[part][row].f1 for part in reading.PARTS])
    return _cells(page, PRECISION_ROW, [figures[part]["met"].precision for part in reading.PARTS])


def _cells(page: str, label: str, values: list[float]) -> str:
    cells = " | ".join(f"{value:.2f}" for value in values)
    return re.sub(rf"^\| {re.escape(label)} \|.*$", f"| {label} | {cells} |", page, flags=re.MULTILINE)


def raised(text: str, figures: Figures) -> str:
    """The file of floors, each at least the figure less SLACK; none is lowered."""
    floors = tomllib.loads(text)
    lines = [line for line in text.splitlines() if line.startswith("#")]
    for part in reading.PARTS:
        for measure in ("f1", "precision"):
            head = f'"{part}"' if " " in part else part
            lines += ["", f"[{head}.{measure}]"]
            for row, floor in floors[part][measure].items():
                lines.append(f'"{row}" = {max(floor, getattr(figures[part][row], measure) - SLACK):.3f}')
    return "\n".join(lines) + "\n"


def main() -> None:
    figures = measured()
    for path, write in ((WIDE, wide), (SHORT, short), (FLOORS, raised)):
        path.write_text(write(path.read_text(encoding="utf-8"), figures), encoding="utf-8")


if __name__ == "__main__":
    main()
