"""What rules/measures.toml and the ontology say of measures: kinds, nouns, verbs, units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.facts.rules import table
from kg.model import MeasureStatus
from kg.ontology import measure_kinds

TERMS = frozenset({"hour", "day", "week", "month", "year"})  # how long a measure lasts
EXPIRING = frozenset({"expire", "lapse", "end", "collapse"})
REMAINING = frozenset({"remain", "stay", "continue", "last"})
SYMMETRIC = frozenset({"truce", "agreement"})
AIMED = frozenset({"sanction", "ban", "blacklist", "export control"})  # said to target somebody
LEVYING = frozenset({"tariff", "ban", "import restriction"})  # on goods that come from somewhere
HEAD_OF_TARIFF = frozenset({"rate", "hike", "increase", "cut", "level", "rise"})  # "a tariff | rate"
PERCENT = frozenset({"%", "percent", "cent", "pct"})
ABOUT = frozenset({"per", "up", "to", "of", "at", "about", "around", "a", "an"})  # before an amount
CLOSING = frozenset({"closure", "closing"})
INTENTS = frozenset("move decision plan threat attempt bid proposal effort order vote push intention".split())


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of measure needs to be believed; see rules/measures.toml."""

    kind: str
    on: frozenset[str]
    units: frozenset[str]
    needs: str
    verbs: frozenset[str]
    not_for: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rules:
    kinds: dict[str, Kind]
    nouns: dict[tuple[str, ...], str]
    effect: dict[str, str]
    happen: frozenset[str]
    face: frozenset[str]
    nominal: dict[str, str]
    bundles: frozenset[str]
    aims: frozenset[str]
    adjective: dict[str, MeasureStatus]
    frames: dict[str, dict[str, frozenset[str]]]
    verbs: frozenset[str]  # all lemmas of the above
    amounts: dict[str, frozenset[str]]  # rule → units of its amount


@cache
def rules() -> Rules:
    """The rules with the nouns of the ontology."""
    raw = table("measures")
    kinds = {
        entry["kind"]: Kind(
            entry["kind"],
            frozenset(entry["on"]),
            frozenset(entry["units"]),
            entry["needs"],
            frozenset(entry.get("verbs", ())),
            frozenset(entry.get("not_for", ())),
        )
        for entry in raw["kind"]
    }
    nouns = {
        tuple(re.split(r"[\s-]", noun)): each.notation
        for each in measure_kinds()
        for noun in each.nouns
        if noun != "other"
    }
    nouns |= {tuple(re.split(r"[\s-]", noun)): entry["kind"] for entry in raw["kind"] for noun in entry.get("also", ())}
    effects = ("impose", "announce", "propose", "end", "suspend")
    acting = {lemma for words in raw["verbs"].values() for lemma in words}
    acting |= {lemma for frame in raw["frames"].values() for key in ("verbs", "cuts") for lemma in frame.get(key, ())}
    return Rules(
        kinds,
        nouns,
        {lemma: effect for effect in effects for lemma in raw["verbs"][effect]},
        frozenset(raw["verbs"]["happen"]),
        frozenset(raw["verbs"]["face"]),
        {lemma: effect for effect in effects for lemma in raw["nominals"].get(effect, ())},
        frozenset(raw["nominals"]["bundles"]),
        frozenset(raw["aims"]["verbs"]),
        {word: MeasureStatus(name) for name, words in raw["adjectives"].items() for word in words},
        {
            name: {key: frozenset(words) for key, words in frame.items() if key != "examples"}
            for name, frame in raw["frames"].items()
        },
        frozenset(acting),
        {rule: frozenset(units) for rule, units in raw["amounts"].items()},
    )
