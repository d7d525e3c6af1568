"""Verbs of saying and asking beside a measure, as several of its readers use them."""

from __future__ import annotations

# Said, by whoever takes a measure or tells of it.
STATING = frozenset({"say", "announce", "declare", "state"})
# Asked of others: no measure is taken yet.
URGING = frozenset({"urge", "call", "appeal", "demand"})
ASKING = URGING | frozenset("ask request press push pressure want persuade convince beg tell force".split())
