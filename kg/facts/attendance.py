"""Sentences → those listed as present at talks that the text names before without them: "Attending were X, Y and Z"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.link import Linked
from kg.facts.meeting_rules import NounRule, rules
from kg.facts.offices import Offices
from kg.letters import word_set
from kg.model import MeetingKind, Status

THERE = word_set("attending present participating participant attendee attendance hand taking")
LISTING = word_set("be include comprise")
OPENS = 8  # tokens from the head of the sentence to the verb that opens the list
REACHES = 2  # sentences back to the word for the talks
TALKS = frozenset({MeetingKind.TALKS, MeetingKind.MEETING, MeetingKind.SUMMIT})
AHEAD = word_set("will shall 'll")


@dataclass(frozen=True, slots=True)
class Attendance:
    """Those who were, or will be, at one meeting, each for a state of their own; told at a token."""

    at: int
    noun: int  # the word for the talks
    kind: MeetingKind  # what that calls them
    people: tuple[str, ...]
    status: Status


class AttendanceReader:
    """Finds the lists of those present in the sentences of one article."""

    def __init__(self, linked: Linked, offices: Offices) -> None:
        self.linked = linked
        self.offices = offices
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens

    def read(self, number: int) -> Attendance | None:
        """None where a sentence lists nobody, or where nothing before speaks of talks."""
        sentence = self.linked.document.sentences[number]
        verb = self._opening(sentence.first, sentence.last)
        talks = self._talks(number) if verb is not None else None
        if verb is None or talks is None:
            return None
        people = self.linked.people_in(verb + 1, sentence.last)
        if not people or not self._are_apart(people):
            return None
        words = {self.syntax.word(i) for i in range(sentence.first, verb + 1)}
        return Attendance(verb, *talks, people, Status.PLANNED if words & AHEAD else Status.HAPPENED)

    def _opening(self, first: int, last: int) -> int | None:
        """The verb of "Attending will | be X and Y", "Also present | were X", "Those attending | included X"."""
        there = False
        for i in range(first, min(last, first + OPENS)):
            if self.linked.key(i) is not None and self.linked.is_person(self.linked.key(i) or ""):
                return None
            there = there or bool({self.syntax.word(i), self.syntax.lemma(i)} & THERE)
            if there and self.syntax.lemma(i) in LISTING:
                return i
        return None

    def _talks(self, number: int) -> tuple[int, MeetingKind] | None:
        """The last word for a meeting in the sentence, or in one of the two before it, and what it calls it."""
        sentences = self.linked.document.sentences
        near = range(sentences[number].last - 1, sentences[max(0, number - REACHES)].first - 1, -1)
        nouns = (i for i in near if self.tokens[i].pos in ("NOUN", "PROPN") and self.syntax.unit_of[i] == i)
        return next(((i, rule.kind) for i in nouns if (rule := self._rule(i)) is not None), None)

    def _rule(self, i: int) -> NounRule | None:
        known = rules().nouns
        rule = known.get(self.syntax.lemma(i)) or known.get(self.syntax.word(i))
        return rule if rule is not None and rule.kind in TALKS and not rule.needs_more(self.syntax.lemma(i)) else None

    def _are_apart(self, people: tuple[str, ...]) -> bool:
        """Whether no two of them are known to stand for one state or body."""
        parties = [party for p in people if (party := self.offices.party_of(p, firm=True)) is not None]
        return len(parties) == len({*parties})

    def face_each_other(self, people: tuple[str, ...]) -> bool:
        """Whether they are known to stand for two states or bodies at the least."""
        return len({self.offices.party_of(p, firm=True) for p in people} - {None}) > 1
