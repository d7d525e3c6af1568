"""Where and when the network sees an event, for those that the tree gives no place or time of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.facts.link import Linked
from kg.facts.meeting_words import EVENTS, OTHER_TIMES
from kg.facts.places import PLACES, Places, Where
from kg.facts.timing import Timing, split
from kg.model import Argument, EventMention, Status, When
from kg.text.dates import Role
from kg.text.mentions import VENUE, NameMention

PLACED = 0.9
"""From this likelihood on a place is believed."""
DATED = 0.5
"""From this likelihood on a time is."""
APART = OTHER_TIMES | {"until"}
INSIDE = frozenset({"in", "at", "inside", "near", "outside"})


class Hints:
    """Reads the arguments `at` and `when` of the events whose trigger stands in the same sentence."""

    def __init__(self, linked: Linked, places: Places, timing: Timing) -> None:
        self.linked = linked
        self.syntax = linked.syntax
        self.places = places
        self.timing = timing
        self._events: dict[int, list[EventMention]] = {}
        for event in linked.document.events:
            if event.kind in EVENTS:
                self._events.setdefault(self.syntax.unit_of[event.trigger], []).append(event)

    def where(self, heads: set[int]) -> Where:
        """The likeliest place of the event that the *heads* tell."""
        found = sorted(self._arguments(heads, "at", PLACED), key=lambda pair: -pair[1].likelihood)
        return self.places.told_by([m for event, argument in found for m in self._named(event, argument)])

    def when(self, heads: set[int], status: Status) -> tuple[When | None, When | None]:
        """The likeliest time of that event."""
        for event, argument in sorted(self._arguments(heads, "when", DATED), key=lambda pair: -pair[1].likelihood):
            for when in self._times(event, argument, status):
                return split(when) if "/" in (when.edtf or "") else (when, None)
        return None, None

    def _arguments(self, heads: set[int], role: str, least: float) -> Iterator[tuple[EventMention, Argument]]:
        for event in (event for head in heads for event in self._events.get(head, ())):
            number = self.syntax.sentence_of[event.trigger]
            for each in event.arguments:
                if each.role == role and each.likelihood >= least and self.syntax.sentence_of[each.first] == number:
                    yield event, each

    def _named(self, event: EventMention, argument: Argument) -> list[NameMention]:
        inside = (m for m in self.linked.names if argument.first <= m.first < argument.last)
        return [m for m in inside if m.kind in (*PLACES, VENUE) and self._is_there(m.first, event)]

    def _is_there(self, i: int, event: EventMention) -> bool:
        """ "met Li in Rome"; not "flew to Rome", nor "the war in Rome"."""
        between = self._between(i, event)
        inside = bool(INSIDE & {*self.syntax.case(i).split()[:1]})
        return inside and between is not None and all(self.linked.key(j) for j in between)

    def _between(self, i: int, event: EventMention) -> list[int] | None:
        """The words between *i* and the event in the tree; None where *i* is of another clause."""
        heads = self._heads(self.syntax.unit_of[event.trigger])
        above = list(self.syntax.ancestors(i))
        between = list(takewhile(lambda j: j not in heads, above))
        return None if len(between) == len(above) or any(map(self.syntax.is_verb, between)) else between

    def _heads(self, trigger: int) -> set[int]:
        """The trigger and the verb of its clause; the trigger alone in "left on Friday after talks"."""
        clause = self.syntax.clause(trigger)
        below = takewhile(lambda j: j != clause, (trigger, *self.syntax.ancestors(trigger)))
        return {trigger} if any(self.syntax.case(j) in APART for j in below) else {trigger, clause}

    def _times(self, event: EventMention, argument: Argument, status: Status) -> Iterator[When]:
        trigger = self.syntax.unit_of[event.trigger]
        tense = self.timing.direction(trigger, status)
        for at, mention in self.timing.times(self.syntax.sentence_of[trigger], tense):
            inside = self.timing.inside(at, mention)
            seen = mention.role is Role.AT and inside[0] < argument.last and argument.first <= inside[-1]
            told = self.timing.counts(at, mention, trigger, tense)
            top = self.timing.top(at, mention)
            limit = self.timing.ends_a_limit(at, top, trigger)
            if seen and told and not limit and self._between(top, event) is not None:
                yield mention.when
