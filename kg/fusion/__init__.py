"""
Reports of single articles → Knowledge: one node each for people, bodies, places, meetings and measures.

    reports ─names, people, institutions, places→ nodes ─meetings, measures→ clusters ─values, when, life→ Knowledge

Every merge has its reason in words, every value that sources give differently stays, and nothing depends on the order
of the articles.
"""

from kg.fusion.explain import sssom, truth_table
from kg.fusion.fuse import fuse
from kg.fusion.life import as_of, outcomes
from kg.fusion.overrides import NONE, Overrides

__all__ = ["NONE", "Overrides", "as_of", "fuse", "outcomes", "sssom", "truth_table"]
