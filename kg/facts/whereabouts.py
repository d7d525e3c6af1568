"""Where the story has put its people: "arrived in Hanoi", "is in Rome for", "on a visit to Vietnam"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kg.facts.offices import Offices
from kg.facts.places import MODIFIERS, PLACES, Places
from kg.facts.qualify import status as status_of
from kg.facts.refer import References
from kg.model import Status
from kg.text.mentions import STATE, NameMention


@dataclass(frozen=True, slots=True)
class Stay:
    """From token `at` on the story has `person` at `place`; None where it only has them leave."""

    at: int
    person: str
    place: str | None
    status: Status
    background: bool


class Whereabouts:
    """Follows the people of one article from place to place."""

    def __init__(self, places: Places, offices: Offices, is_near: Callable[[int, Status], bool]) -> None:
        """*is_near* says whether what a token tells is of the days around the article's."""
        self.places = places
        self.is_near = is_near
        self.linked = places.linked
        self.syntax = places.syntax
        self.tokens = places.tokens
        self.words = places.words
        self.references = References(places.linked, offices)

    def beside(self, trigger: int, people: frozenset[str], status: Status) -> str | None:
        """Where the event's own sentence has put its people: "was in Rome in 1993 when she met"."""
        number = self.syntax.sentence_of[trigger]
        return self._last(trigger, people, status, lambda stay: self.syntax.sentence_of[stay.at] == number)

    def at(self, trigger: int, people: frozenset[str], status: Status) -> str | None:
        """Where *people* (else those around *trigger*) are when the event at *trigger* is told; None where unknown."""
        return self._last(trigger, people, status, lambda stay: True)

    def _last(self, trigger: int, people: frozenset[str], status: Status, counts: Callable[[Stay], bool]) -> str | None:
        here = people or self._people_near(trigger)
        block = self._block(trigger)
        for stay in reversed(self.stays):
            known = stay.at < trigger and stay.person in here and counts(stay)
            if known and self._holds(stay, trigger, block, status):
                return stay.place
        return None

    def _holds(self, stay: Stay, trigger: int, block: int, status: Status) -> bool:
        """Whether a stay still says where the event is: what lies back says it for its paragraph."""
        same = self._block(stay.at) == block
        if stay.background and not same:
            return False
        if status is Status.HAPPENED:
            return stay.status is Status.HAPPENED
        if status is Status.PLANNED:
            return block - self._block(stay.at) <= 1
        return self.syntax.sentence_of[stay.at] == self.syntax.sentence_of[trigger]

    def _block(self, i: int) -> int:
        return self.linked.document.sentences[self.syntax.sentence_of[i]].block

    def _people_near(self, trigger: int) -> frozenset[str]:
        syntax, clause = self.syntax, self.syntax.clause(trigger)
        heads = [h for c, h in syntax.obliques(trigger) if c in ("with", "between")]
        heads += syntax.children(trigger, "nmod:poss")
        if clause == trigger or not heads:
            heads += [*syntax.subjects(clause), *syntax.patients(clause)]
        return frozenset(self.references.groups(heads).people)

    # ── stays ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def stays(self) -> tuple[Stay, ...]:
        """In the order of the text."""
        return tuple(stay for m in self.linked.names for stay in self._stays(m))

    def _stays(self, m: NameMention) -> list[Stay]:
        if m.kind not in PLACES or m.first in self.linked.metonyms or self.linked.in_title(m):
            return []
        if self.syntax.dep[m.first] in MODIFIERS or self._adds_state(m):
            return []
        event = self._event(m.first)
        if event is None or (self.places.is_site(m) and m.first != event[0]):
            return []
        head, people = event
        status = status_of(self.syntax, head)
        if status not in (Status.HAPPENED, Status.PLANNED):
            return []
        left = self.syntax.lemma(head) in self.words.leaving
        place = None if left else self.places.place_key(m)
        had = any(self.syntax.word(c) == "had" for c in self.syntax.children(head, "aux"))
        back = had or not self.is_near(head, status)
        return [Stay(m.first, person, place, status, back) for person in people]

    def _adds_state(self, m: NameMention) -> bool:
        """ "Gyeongju, South Korea": the state only says where the city lies."""
        above = self.linked.mention_at.get(self.syntax.head[m.first])
        return m.kind == STATE and above is not None and above.kind in PLACES and above is not m

    def _event(self, i: int) -> tuple[int, tuple[str, ...]] | None:
        """The word that has someone be at the place at *i*, and whom."""
        syntax = self.syntax
        if syntax.children(i, "cop"):
            inside = syntax.case(i).split()[:1] in (["in"], ["at"])
            return (i, self._people(syntax.children(i, "nsubj"))) if inside else None
        above = syntax.head[i]
        if syntax.lemma(above) in self.words.leaving and syntax.dep[i] == "obj":
            return above, self._people(syntax.subjects(above))
        if not self.places.is_place_phrase(i):
            return None
        while syntax.lemma(above) in self.words.passable - self.words.journeys and syntax.head[above] != above:
            above = syntax.head[above]
        if syntax.lemma(above) in self.words.journeys and not syntax.is_verb(above):
            return self._journey(above)
        return self._doing(above) if syntax.is_verb(above) else None

    def _journey(self, noun: int) -> tuple[int, tuple[str, ...]] | None:
        """ "on a visit to Rome", "his trip to Hanoi"."""
        owners = self._people(self.syntax.children(noun, "nmod:poss"))
        clause = self.syntax.clause(noun)
        return noun, owners or (self._people(self.syntax.subjects(clause)) if clause != noun else ())

    def _doing(self, verb: int) -> tuple[int, tuple[str, ...]] | None:
        syntax, words, lemma = self.syntax, self.words, self.syntax.lemma(verb)
        people = self._people(syntax.subjects(verb))
        if verb in self.places.triggers or lemma in words.present:
            others = [h for c, h in syntax.obliques(verb) if c == "with"]
            return verb, (*people, *self._people([*syntax.patients(verb), *others]))
        return (verb, people) if lemma in words.moving | words.speaking else None

    def _people(self, heads: list[int]) -> tuple[str, ...]:
        return self.references.groups(heads).people
