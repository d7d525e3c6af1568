"""Journeys of people in office to another state where no meeting is told → visits: "will fly to Seoul on Sunday"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts.link import Linked
from kg.facts.meeting_rules import rules
from kg.facts.offices import Offices
from kg.facts.places import PLACES
from kg.facts.qualify import status as status_of
from kg.facts.refer import References
from kg.facts.settings import Settings
from kg.facts.telling import Telling
from kg.model import MeetingKind, Side, Status
from kg.text.mentions import CITY, STATE, NameMention, word_set

RULE = "journey.visit"
GOING = word_set("travel fly go come head land arrive journey jet leave depart")
JOURNEYS = word_set("visit trip journey")
MAKING = word_set(
    "make undertake begin start call put cancel postpone scrap delay shelve defer plan schedule cut abandon"
)
AWAITED = word_set("expect due")  # "is expected in Oslo", "is due in Oslo"
ASKED = word_set("invite")
NO_JOURNEY = word_set("home back")  # "flew home to Oslo"
TO = frozenset({"to", "into", "on to", "onto"})
ARRIVING = word_set("land arrive")


class Journeys:
    """Reads the journeys of one article."""

    def __init__(self, linked: Linked, references: References, settings: Settings, offices: Offices) -> None:
        self.linked = linked
        self.references = references
        self.settings = settings
        self.offices = offices
        self.syntax = linked.syntax

    def tellings(self, negotiators: frozenset[str]) -> Iterator[Telling]:
        """
        One for each traveller, in the order of the text.

        Those without a known state count where they are among the *negotiators*, who meet others in this article.
        """
        for m in self.linked.names:
            if m.kind not in (CITY, STATE) or m.first in self.linked.metonyms or self.linked.in_title(m):
                continue
            number = self.syntax.sentence_of[m.first]
            told = None if self.settings.is_headline(number) else self._told(m)
            if told is None:
                continue
            head, people = told
            for person in people:
                if self._goes_abroad(person, m, negotiators):
                    yield self._telling(head, person, m, number)

    def _goes_abroad(self, person: str, m: NameMention, negotiators: frozenset[str]) -> bool:
        country = self.settings.country_of(self.settings.places.place_key(m))
        home = self.offices.party_of(person)
        if country is None or home == country:
            return False
        return self.linked.is_state(home) if home is not None else person in negotiators

    def _told(self, m: NameMention) -> tuple[int, tuple[str, ...]] | None:
        """The word that has people go to a place, and whom."""
        syntax, case, above = self.syntax, self.syntax.case(m.first), self.syntax.head[m.first]
        if case == "in" and self._will_be(m.first):
            return m.first, self.references.groups(syntax.subjects(m.first)).people
        lemma = syntax.lemma(above)
        others = (self.linked.mention_at.get(c) for c in syntax.children(m.first, "conj"))
        if any(each is not None and each.kind in PLACES for each in others):
            return None  # "travels to Chad, Niger and Mali"
        if syntax.is_verb(above) or syntax.children(above, "cop"):
            status = status_of(syntax, above)
            if status is Status.HAPPENED and not self._is_finite(above):
                return None
            if status is Status.DENIED and self.linked.document.tokens[above].tag == "VBG":
                return None
            there = case in TO or (case == "for" and lemma in ("leave", "depart", "head"))
            goes = (
                (lemma in GOING and there) or (lemma in ARRIVING and case == "in") or (lemma in ASKED and case == "to")
            )
            awaited = lemma in AWAITED and case == "in"
            if lemma in ASKED and not self._is_asked_now(above):
                return None
            if not (goes or awaited) or NO_JOURNEY & {syntax.word(c) for c in syntax.children(above, "advmod")}:
                return None
            heads = syntax.patients(above) if lemma in (*ASKED, "expect") else syntax.subjects(above)
            return above, self.references.groups(heads).people
        if lemma in JOURNEYS and case == "to":
            owners = self.references.groups(syntax.children(above, "nmod:poss")).people or self._makers(above)
            return (above, owners) if owners else None
        return None

    def _makers(self, noun: int) -> tuple[str, ...]:
        """ "X called off | a trip to Oslo", "will make | a trip to Oslo": X."""
        verb = self.syntax.head[noun]
        made = self.syntax.lemma(verb) in MAKING and noun in self.syntax.patients(verb)
        return self.references.groups(self.syntax.subjects(verb)).people if made else ()

    def _will_be(self, place: int) -> bool:
        """ "Will be in Oslo"."""
        words = {self.syntax.word(c) for c in self.syntax.children(place, "aux", "advmod")}
        return bool(self.syntax.children(place, "cop")) and "will" in words and not words & {"not", "never", "n't"}

    def _is_finite(self, verb: int) -> bool:
        """ "flew", "has flown", "is due", not "did not much enjoy flying"."""
        tag = self.linked.document.tokens[verb].tag
        return tag in ("VBD", "VBZ", "VBP") or bool(self.syntax.children(verb, "aux", "aux:pass", "cop"))

    def _is_asked_now(self, verb: int) -> bool:
        """ "is invited to Oslo", "has been invited", not "invited them last year"."""
        words = {self.syntax.word(c) for c in self.syntax.children(verb, "aux", "aux:pass")}
        return self.syntax.is_passive(verb) and bool(words & {"is", "are", "has", "have"})

    def _telling(self, head: int, person: str, m: NameMention, number: int) -> Telling:
        status = self._status(head)
        noun = None if self.syntax.is_verb(head) or head == m.first else head
        setting = self.settings.of(self.syntax.clause(head) if noun is None else head, status, noun=noun)
        setting = replace(setting, place=self.settings.places.place_key(m), venue=None, place_basis="own")
        home = self.offices.party_of(person)
        sides = [Side((person,), (home,) if home is not None else ())]
        fresh = noun is not None and any(
            self.syntax.word(c) in rules().fresh for c in self.syntax.children(noun, "amod")
        )
        return Telling(head, RULE, MeetingKind.VISIT, sides, status, setting, number, fresh=fresh)

    def _status(self, head: int) -> Status:
        """ "flies to Oslo", "is due in Oslo" lie ahead; whoever is asked may come."""
        status, tokens = status_of(self.syntax, head), self.linked.document.tokens
        if self._will_be(head):
            return Status.PLANNED
        if status is not Status.HAPPENED:
            return status
        if self.syntax.lemma(head) in ASKED:
            return Status.POSSIBLE
        present = tokens[head].tag in ("VBZ", "VBP") and not self.syntax.children(head, "aux")
        return Status.PLANNED if present or self.syntax.lemma(head) in AWAITED else status
