"""Meetings that the trained network sees where no rule does: its words are resolved as those of the rules are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.link import Linked
from kg.facts.meeting_rules import NounRule, VerbRule, rules
from kg.facts.qualify import status as status_of
from kg.facts.refer import References
from kg.facts.seats import TOLD, TOLD_ANEW, Cast, Seating
from kg.facts.settings import Setting, Settings
from kg.facts.sides import Sides
from kg.facts.telling import Telling
from kg.model import EventMention, MeetingKind, Side

SPORT = frozenset(
    "final semifinal semi-final quarterfinal match cup tournament league game championship playoff derby set "
    "fixture title bout belt crown round-robin medal rematch".split()
)
KINDS = {"meeting": MeetingKind.MEETING, "call": MeetingKind.CALL}


class LearnedMeetings:
    def __init__(self, linked: Linked, references: References, settings: Settings, sides: Sides) -> None:
        self.linked = linked
        self.references = references
        self.settings = settings
        self.sides = sides
        self.seating = Seating(linked, sides.offices, references)
        self.syntax = linked.syntax

    def tellings(self, number: int, told: list[Telling]) -> Iterator[Telling]:
        """The meetings of a sentence that are not among those *told* by rules."""
        sentence = self.linked.document.sentences[number]
        for event in self.linked.document.events:
            if sentence.first <= event.trigger < sentence.last and self._is_sure(event):
                telling = self._telling(event, number)
                if telling is not None and not any(_is_one(telling, other) for other in told):
                    yield telling

    def _is_sure(self, event: EventMention) -> bool:
        if event.kind not in KINDS:
            return False
        return event.likelihood >= (TOLD if self._rule(event.trigger) else TOLD_ANEW)

    def _rule(self, trigger: int) -> VerbRule | NounRule | None:
        """The first rule that has the word."""
        lemma, word = self.syntax.lemma(trigger), self.syntax.word(trigger)
        if self.syntax.is_verb(trigger) and lemma in rules().verbs:
            return rules().verbs[lemma][0]
        return rules().nouns.get(lemma) or rules().nouns.get(word)

    def _telling(self, event: EventMention, number: int) -> Telling | None:
        trigger = self.syntax.unit_of[event.trigger]
        cast = self.seating.cast(event)
        if cast is None or not (cast.both or (cast.a and cast.b)) or self._is_played(number, cast):
            return None
        rule = self._rule(event.trigger)
        if cast.both and rule is not None and rule.kind is MeetingKind.VISIT:
            return None  # "X visited in May, and Y in June"
        kind = rule.kind if isinstance(rule, NounRule) else KINDS[event.kind]
        status = status_of(self.syntax, trigger)
        telling = Telling(trigger, "meeting.learned", kind, [], status, Setting(), number)
        if not self.sides.fill(telling, cast.a, cast.b, cast.both):
            return None
        if cast.c:
            telling.sides.append(Side(cast.c.people, self.sides.parties(cast.c.people, cast.c.parties)))
        if len(telling.sides) < 2 and not telling.pair:
            return None
        if not telling.people and event.likelihood < TOLD_ANEW:
            return None
        clause = self.syntax.clause(trigger)
        noun = None if clause == trigger else trigger
        telling.setting = self.settings.of(clause, status, noun=noun)
        return telling

    def _is_played(self, number: int, cast: Cast) -> bool:
        """ "X met Y in the final": people of no office in a sentence about sport."""
        sentence = self.linked.document.sentences[number]
        words = {self.syntax.lemma(i) for i in range(sentence.first, sentence.last)}
        people = (*cast.a.people, *cast.b.people, *cast.both.people)
        return bool(words & SPORT) and not any(self.sides.offices.titles.get(person) for person in people)


def _is_one(telling: Telling, other: Telling) -> bool:
    """Whether a rule told it already; not where it only told some of its people."""
    if telling.trigger == other.trigger:
        return True
    if other.people < telling.people:
        return False
    return bool(telling.people & other.people) or (not telling.people and bool(telling.parties & other.parties))
