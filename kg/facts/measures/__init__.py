"""Sentences → measures: tariffs, controls, sanctions, probes, truces: by whom, on whom, how much, in force or not."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.link import Linked
from kg.facts.measures.kinds import rules
from kg.facts.measures.reader import MeasureReader
from kg.facts.offices import Offices
from kg.facts.refer import References
from kg.model import Measure, Meeting

__all__ = ["MeasureReader", "measures", "rules"]


def measures(
    linked: Linked, offices: Offices, references: References, meetings: Sequence[Meeting] = ()
) -> tuple[Measure, ...]:
    """
    What measures an article tells of, in the order of the text; *meetings* are those read from it, whose parties a
    truce without named parties has.

    `by` is a state or institution (a leader's or capital's state). Truces and agreements have no `by`: all parties are
    in `on`, sorted. An agreement that one party quits or suspends, and whose others are not told, has `by` alone.
    """
    return MeasureReader(linked, offices, references, meetings).read()
