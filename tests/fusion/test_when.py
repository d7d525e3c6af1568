"""What is made of times that say less than a whole date."""

from __future__ import annotations

import pytest

from kg.fusion.when import dated_after
from kg.model import When


def when(edtf: str | None) -> When:
    return When(edtf, None, None, "as told", "as told")


@pytest.mark.parametrize(
    ("start", "end", "dated"),
    [
        ("2025-09-14", "XXXX-09-15", "2025-09-15"),
        ("2025-12-31", "XXXX-01-02", "2026-01-02"),
        ("2025-09-14", "2026-09-15", "2026-09-15"),  # it has a year of its own
        ("XXXX-09-14", "XXXX-09-15", "XXXX-09-15"),  # no year is known
        ("2025-09-14", None, None),  # a weekday is no date
    ],
)
def test_an_end_without_a_year_has_that_of_its_start(start: str, end: str | None, dated: str | None) -> None:
    found = dated_after(when(start), when(end))

    assert found is not None
    assert found.edtf == dated


def test_what_has_no_end_gets_none() -> None:
    assert dated_after(when("2025-09-14"), None) is None
