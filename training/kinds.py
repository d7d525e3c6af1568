"""A name's words → what kind of thing it names, where a corpus is coarser than OntoNotes."""

from __future__ import annotations

import csv
import io
import tomllib
from functools import lru_cache
from pathlib import Path

from training.corpora import files
from training.lists import NATIONS

TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf8"))


def _words(key: str) -> frozenset[str]:
    return frozenset(TABLE[key].replace("\n", "").split("|"))


LAND_LAST = _words("land_last")
LAND_FIRST = _words("land_first")
LAND = _words("land")
BUILT_LAST = _words("built_last")
BUILT_FIRST = _words("built_first")
MORE_STATES = _words("more_states")
LAW_LAST = _words("law_last")
SMALL_IN_NAMES = _words("small_in_names")
PEOPLES_MORE = _words("peoples_more")


@lru_cache
def states() -> frozenset[str]:
    rows = csv.DictReader(io.StringIO(files("country-codes")["country-codes/country-codes.csv"]))
    named = {
        row[column].lower()
        for row in rows
        for column in ("CLDR display name", "official_name_en", "UNTERM English Short")
    }
    capitals = {nation.capital.lower() for nation in NATIONS}
    return frozenset(
        (named | capitals | MORE_STATES | {nation.name.lower() for nation in NATIONS}) - {"", "european union"}
    )


@lru_cache
def peoples() -> frozenset[str]:
    adjectives = {nation.adjective.lower() for nation in NATIONS}
    return frozenset(
        adjectives | {f"{adjective}s" for adjective in adjectives if adjective.endswith("n")} | PEOPLES_MORE
    )


def place_kind(text: str) -> str:
    """GPE, LOC or FAC; empty if the name alone does not tell."""
    name = text.lower().strip()
    bare = name.removeprefix("the ")
    words = name.replace(",", " ").split()
    if not words:
        return ""
    if bare in states():
        return "GPE"
    if bare in LAND or words[-1] in LAND_LAST or words[0] in LAND_FIRST:
        return "LOC"
    if len(words) > 1 and (words[-1] in BUILT_LAST or words[0] in BUILT_FIRST):
        return "FAC"
    return "FAC" if " of " in name and words[0] in BUILT_LAST else ""


def other_kind(text: str) -> str:
    """LAW or NORP; empty if the name alone does not tell."""
    words = text.lower().split()
    if words and all(word in peoples() for word in words):
        return "NORP"
    return "LAW" if len(words) > 1 and (words[-1] in LAW_LAST or words[0] in LAW_LAST) else ""
