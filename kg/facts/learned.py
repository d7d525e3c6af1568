"""Meetings that the trained network sees where no rule does: its words are resolved as those of the rules are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.link import Linked
from kg.facts.places import PLACES
from kg.facts.refer import References
from kg.facts.settings import Setting, Settings
from kg.facts.sides import Sides
from kg.facts.telling import Telling
from kg.model import EventMention, MeetingKind, Side, Status

SURE = 0.97
"""From this likelihood on an event is believed."""
HEEDED = 0.5
"""From this likelihood on an argument of it is."""
KINDS = {"meeting": MeetingKind.MEETING, "call": MeetingKind.CALL}


class LearnedMeetings:
    def __init__(self, linked: Linked, references: References, settings: Settings, sides: Sides) -> None:
        self.linked = linked
        self.references = references
        self.settings = settings
        self.sides = sides
        self.syntax = linked.syntax

    def tellings(self, number: int, told: list[Telling]) -> Iterator[Telling]:
        """The meetings of a sentence that are not among those *told* by rules."""
        sentence = self.linked.document.sentences[number]
        for event in self.linked.document.events:
            if event.kind in KINDS and event.likelihood >= SURE and sentence.first <= event.trigger < sentence.last:
                telling = self._telling(event, number)
                if telling is not None and not any(_is_one(telling, other) for other in told):
                    yield telling

    def _telling(self, event: EventMention, number: int) -> Telling | None:
        trigger = self.syntax.unit_of[event.trigger]
        status = Status(event.status)
        a, b, c, both = (self.references.groups(heads(self.linked, event, role)) for role in ("a", "b", "c", "both"))
        kind = KINDS[event.kind]
        telling = Telling(trigger, "meeting.learned", kind, [], status, Setting(), number)
        if not (a and b) and not both and not c:
            return None
        if not self.sides.fill(telling, a, b, both):
            return None
        if c:
            telling.sides.append(Side(c.people, self.sides.parties(c.people, c.parties)))
        if len(telling.sides) < 2 and not telling.pair:
            return None
        clause = self.syntax.clause(trigger)
        noun = None if clause == trigger else trigger
        telling.setting = self.settings.of(clause, status, noun=noun)
        return telling

    def _place(self, event: EventMention) -> str | None:
        for head in heads(self.linked, event, "at"):
            mention = self.linked.mention_at.get(head)
            if mention is not None and mention.kind in PLACES:
                return self.settings.places.place_key(mention)
        return None


def _is_one(telling: Telling, other: Telling) -> bool:
    """Whether a rule told it already."""
    if telling.trigger == other.trigger:
        return True
    return bool(telling.people & other.people) or (not telling.people and bool(telling.parties & other.parties))


def heads(linked: Linked, event: EventMention, *roles: str) -> list[int]:
    """For each argument in one of the roles the word that its others hang on."""
    found: list[int] = []
    for argument in event.arguments:
        if argument.role in roles and argument.likelihood >= HEEDED:
            units = list(dict.fromkeys(linked.syntax.unit_of[i] for i in range(argument.first, argument.last)))
            tops = [i for i in units if linked.syntax.head[i] not in units or linked.syntax.head[i] == i]
            found += tops[:1] or units[:1]
    return found
