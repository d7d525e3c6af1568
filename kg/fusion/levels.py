"""Titles and words like "the foreign ministers" → at which level a meeting took place, where it is told at all."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.fusion.names import RANKS, title_key
from kg.letters import folded

HEADS = "heads"
_HEADS_OF = frozenset("president prime-minister chancellor king queen emir sultan leader taoiseach".split())
_PORTFOLIOS = {
    "foreign": "foreign",
    "external": "foreign",
    "defense": "defence",
    "defence": "defence",
    "trade": "trade",
    "commerce": "trade",
    "finance": "finance",
    "treasury": "finance",
    "economy": "economy",
    "interior": "interior",
    "agriculture": "agriculture",
    "fisheries": "fisheries",
    "energy": "energy",
    "oil": "energy",
    "transport": "transport",
    "health": "health",
    "environment": "environment",
}
_MINISTERS = re.compile(rf"\b({'|'.join(_PORTFOLIOS)})(?: and \w+)?(?: affairs)? (?:ministers|secretaries)\b")
_MANY_HEADS = re.compile(
    r"\b(?:presidents|prime ministers|premiers|heads of (?:state|government)|(?:two|both|three|the) leaders)\b"
)


@lru_cache(maxsize=16384)
def level_of(title: str) -> str | None:
    """
    The level of an office: a portfolio, or that of heads of state and of government.

    >>> level_of("Secretary of State"), level_of("External Affairs Minister"), level_of("Vice President")
    ('foreign', 'foreign', None)
    """
    words = title_key(title)
    if words & RANKS:
        return None
    if words == {"secretary", "state"}:
        return "foreign"
    if "minister" in words:
        held = {_PORTFOLIOS[word] for word in words if word in _PORTFOLIOS}
        return held.pop() if len(held) == 1 else None
    return HEADS if words & _HEADS_OF and len(words) == 1 else None


@lru_cache(maxsize=4096)
def level_told(sentence: str) -> str | None:
    """
    The level that a sentence without names tells; None where it tells none or several.

    >>> level_told("The foreign ministers of Ruritania and Freedonia met in Oslo.")
    'foreign'
    """
    text = folded(sentence)
    found = {_PORTFOLIOS[portfolio] for portfolio in _MINISTERS.findall(text)}
    found |= {HEADS} if _MANY_HEADS.search(text) else set()
    return found.pop() if len(found) == 1 else None
