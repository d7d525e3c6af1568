"""What is told of plain passages of news is as the documentation says."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import passages

PAGE = Path(__file__).parents[1] / "benchmarks" / "README.md"


@pytest.mark.full
def test_the_documentation_states_what_is_told_of_plain_passages() -> None:
    rows = [line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines()]
    stated = {row[0]: row[-1] for row in rows if len(row) == 3}
    measured = passages.figures()

    assert measured == {row: stated.get(row) for row in measured}, "run python benchmarks/passages.py"
