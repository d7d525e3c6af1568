"""The lists in training/news → nations, cultures of names and words by slot."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NEWS = Path(__file__).with_name("news")


@dataclass(frozen=True, slots=True)
class Nation:
    name: str
    adjective: str
    capital: str
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Culture:
    """Names used together; *held_out* ones are kept from training."""

    family: tuple[str, ...]
    given: tuple[str, ...]
    family_first: bool
    held_out: bool


def _nations() -> tuple[Nation, ...]:
    rows = (line.split("\t") for line in (NEWS / "nations.tsv").read_text(encoding="utf8").splitlines()[1:])
    return tuple(Nation(row[0], row[1], row[2], tuple(filter(None, row[3].split("|")))) for row in rows)


def _cultures() -> Mapping[str, Culture]:
    tables = tomllib.loads((NEWS / "names.toml").read_text(encoding="utf8"))
    return {
        name: Culture(_names(table["family"]), _names(table["given"]), table["order"] == "family", "held_out" in table)
        for name, table in tables.items()
    }


def _names(text: str) -> tuple[str, ...]:
    """Bars part names where one of them has a space in it, else spaces do."""
    return tuple(text.split("|" if "|" in text else None))


def _words() -> Mapping[str, tuple[str, ...]]:
    tables = tomllib.loads((NEWS / "words.toml").read_text(encoding="utf8"))
    return {name: _names(text) for name, text in tables.items()}


NATIONS = _nations()
CULTURES = _cultures()
WORDS = _words()
