"""A store built from articles read by hand, so that no test of the rest needs the language pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import BY_HAND, Newsroom


@pytest.fixture
def empty_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A newsroom whose store is not built yet."""
    for module, name, replacement in BY_HAND:
        monkeypatch.setattr(module, name, replacement)
    return Newsroom(tmp_path / "articles", tmp_path / "store")


@pytest.fixture
def room(empty_room: Newsroom) -> Newsroom:
    """A newsroom whose store holds all four articles."""
    empty_room.build()
    return empty_room


@pytest.fixture(autouse=True)
def _plain_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the terminal it runs in."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("KG_STORE", raising=False)
