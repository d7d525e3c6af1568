"""Where the story has put its people: "arrived in Hanoi", "is in Rome for", "on a visit to Vietnam"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.facts.places import MODIFIERS, PLACES, Places
from kg.facts.qualify import status as status_of
from kg.facts.refer import References
from kg.model import Status
from kg.text.mentions import STATE, NameMention

_STAYING = frozenset({"stay", "remain"})
PLANS_AHEAD = 3  # paragraphs in which a journey's plans are told after it
_DURING = frozenset({"during", "on", "in", "over", "throughout", "as part of"})
CALLED_OFF = 5  # paragraphs in which what it came to nothing of is told after a journey that was called off


@dataclass(frozen=True, slots=True)
class Stay:
    """
    From token `at` on the story has `person` at `place`; None where it only has them leave.

    `head` is the word that says so; `left` marks where they come back from.
    """

    at: int
    person: str
    place: str | None
    status: Status
    background: bool
    head: int = -1
    left: bool = False


class Whereabouts:
    """Follows the people of one article from place to place."""

    def __init__(
        self,
        places: Places,
        references: References,
        is_near: Callable[[int, Status], bool],
        is_later: Callable[[int, int], bool],
        is_recent: Callable[[int, Status], bool],
    ) -> None:
        """
        *is_near* says whether what a token tells is of the days around the article's, *is_later* whether what one
        tells is of a later day than what another does, *is_recent* whether it is of the last days alone.
        """
        self.places = places
        self.is_near = is_near
        self.is_later = is_later
        self.is_recent = is_recent
        self.linked = places.linked
        self.syntax = places.syntax
        self.tokens = places.tokens
        self.words = places.words
        self.references = references
        self._visits: list[Stay] = []

    def beside(self, trigger: int, people: frozenset[str], status: Status) -> str | None:
        """Where the event's own sentence has put its people: "was in Rome in 1993 when she met"."""
        number = self.syntax.sentence_of[trigger]
        return self._last(trigger, people, status, lambda stay: self.syntax.sentence_of[stay.at] == number)

    def at(self, trigger: int, people: frozenset[str], status: Status, *, soon: bool = False) -> str | None:
        """
        Where *people* (else those around *trigger*) are when the event at *trigger* is told; None where unknown.

        A plan is where they are now only when it is *soon*, or told right behind.
        """
        if soon:  # not where they were last week
            return self._last(trigger, people, Status.HAPPENED, self._is_of_these_days)
        return self._last(trigger, people, status, lambda stay: True)

    def _is_of_these_days(self, stay: Stay) -> bool:
        return self.is_recent(stay.head if stay.head >= 0 else stay.at, stay.status)

    def ahead(self, trigger: int, people: frozenset[str]) -> str | None:
        """Where a journey that is planned as well, and not for later, will have taken *people*."""
        return self._last(trigger, people, Status.PLANNED, lambda stay: stay.status is Status.PLANNED)

    def journey(self, trigger: int, people: frozenset[str], place: str) -> Stay | None:
        """The journey planned to *place* on which the event at *trigger* is to be."""
        ahead = (s for s in self.stays if s.at < trigger and s.person in people and s.status is Status.PLANNED)
        return next((s for s in ahead if s.place == place and not s.left), None)

    def guest(self, trigger: int, people: frozenset[str]) -> Stay | None:
        """ "received X, who arrived in Abuja on Friday", "He was in Abuja for a congress": said behind it."""
        number, here = self.syntax.sentence_of[trigger], people or self._people_near(trigger)
        for stay in self.stays:
            known = stay.at > trigger and stay.person in here and stay.status is Status.HAPPENED
            if not known or not stay.place or self.syntax.block(stay.at) != self.syntax.block(trigger):
                continue
            away = self.syntax.sentence_of[stay.at] - number
            if (away == 0 and self._is_guest(stay)) or (away == 1 and self._is_there(stay)):
                return stay
        return None

    def _is_there(self, stay: Stay) -> bool:
        """ "She was in Rome for a congress", "The two are in Rome on a visit"."""
        clause = self.syntax.clause(stay.at)
        words = {self.syntax.word(c) for c in self.syntax.children(clause, "aux", "advmod")}
        return bool(self.syntax.children(clause, "cop")) and not words & {"later", "then", "had", "earlier", "will"}

    def during(self, trigger: int, people: frozenset[str]) -> Stay | None:
        """ "will meet him during the visit": the journey told before, of which this is told."""
        if not self._is_on_journey(trigger):
            return None
        here = people or self._people_near(trigger)
        told = [stay for stay in self.stays if stay.at < trigger and stay.person in here and stay.place]
        told = [stay for stay in told if stay.status is not Status.DENIED and not stay.left]
        return told[-1] if told else None

    def _is_on_journey(self, trigger: int) -> bool:
        """
        "during his visit", "over the course of the tour", "his visit ended with": a journey told before, without a
        place of its own.
        """
        syntax, clause = self.syntax, self.syntax.clause(trigger)
        told = [noun for head in {trigger, clause} for case, noun in syntax.obliques(head) if case in _DURING]
        told += [j for noun in told if syntax.lemma(noun) == "course" for j in syntax.children(noun, "nmod")]
        for journey in (*told, *(syntax.subjects(clause) if clause != trigger else ())):
            known = {syntax.word(c) for c in syntax.children(journey, "det", "nmod:poss")} - {"a", "an"}
            if syntax.lemma(journey) in self.words.journeys and known:
                return not any(self.linked.mention_at.get(j) for c, j in syntax.obliques(journey) if c in ("to", "in"))
        return False

    def _is_guest(self, stay: Stay) -> bool:
        """ "who is visiting Rome", not "who later flew to Rome"."""
        clause = self.syntax.clause(stay.at)
        who = any(self.syntax.word(c) == "who" for c in self.syntax.children(clause, "nsubj", "nsubj:pass"))
        other = {"later", "then", "earlier", "previously", "once", "recently", "also", "often"}
        words = {self.syntax.word(c) for c in self.syntax.children(clause, "advmod", "aux")}
        came = self.syntax.lemma(clause) in ("visit", "arrive", "come", "tour") or self.syntax.children(clause, "cop")
        return who and bool(came) and not words & (other | {"has", "have", "had"})

    def _last(self, trigger: int, people: frozenset[str], status: Status, counts: Callable[[Stay], bool]) -> str | None:
        here = people or self._people_near(trigger)
        block = self.syntax.block(trigger)
        for stay in sorted((*self.stays, *self._visits), key=lambda stay: -stay.at):
            known = stay.at < trigger and stay.person in here and counts(stay)
            if stay.status is Status.DENIED and status is not Status.DENIED:
                continue
            if known and self._holds(stay, trigger, block, status) and not self.is_later(stay.head, trigger):
                if self._went_home(stay) and not self.is_later(trigger, stay.head):
                    return None
                return None if self.came_later(trigger, frozenset({stay.person}), stay.place) else stay.place
        return None

    def came_later(self, trigger: int, people: frozenset[str], place: str | None) -> bool:
        """Whether *people* are told to have come to a place only after the event."""
        told = sorted((*self.stays, *self._visits), key=lambda stay: stay.at)
        came = [s.head for s in told if s.person in people and s.place == place and s.at < trigger]
        goes = self.words.travelling | {"reach"}
        later = any(self.syntax.lemma(head) in goes and self.is_later(head, trigger) for head in came)
        return later or (bool(came) and self._was_before(came[-1], trigger))

    def _was_before(self, head: int, trigger: int) -> bool:
        """ "She returned to Rome after a congress. On its sidelines she had met him": not where she returned to."""
        syntax, clause = self.syntax, self.syntax.clause(trigger)
        if clause in self._after(head):  # "arrived in Rome after meeting him"
            return True
        if clause == head and self.places.is_left_behind(trigger, {trigger}):  # "left for Rome after talks"
            return True
        if syntax.dep[head] == "advcl" and syntax.head[head] == clause and self.places.is_before(head):
            return True  # "before flying to Rome, she met him"
        had = any(syntax.word(c) == "had" for c in syntax.children(clause, "aux"))
        return (had or self.places.is_beside_gathering(trigger)) and self._is_return(head)

    def _went_home(self, stay: Stay) -> bool:
        """ "called off a meeting and flew back to Beijing": what is told behind it may well have been before."""
        if stay.place is None or stay.head < 0 or not self._is_return(stay.head):
            return False
        return self.references.offices.party_of(stay.person) == self.places.country_of(stay.place)

    def _is_return(self, verb: int) -> bool:
        """ "returned to", "arrived in Rome after leading a delegation to Oslo", "flew back", "is home after a tour"."""
        syntax = self.syntax
        back = any(syntax.word(c) in ("back", "home") for c in syntax.children(verb, "advmod"))
        after = self._after(verb) or any(case == "after" for case, _ in syntax.obliques(verb))
        return verb >= 0 and syntax.is_verb(verb) and bool(syntax.lemma(verb) == "return" or back or after)

    def _after(self, verb: int) -> list[int]:
        """The clauses that tell what came before what *verb* tells."""
        clauses = self.syntax.children(verb, "advcl")
        return [
            c for c in clauses if any(self.syntax.word(w) == "after" for w in self.syntax.children(c, "mark", "case"))
        ]

    def _holds(self, stay: Stay, trigger: int, block: int, status: Status) -> bool:
        """Whether a stay still says where the event is: what lies back says it for its paragraph."""
        same = self.syntax.block(stay.at) == block
        if stay.left and self.syntax.sentence_of[stay.at] == self.syntax.sentence_of[trigger]:
            clause = self.syntax.clause(trigger)  # "back from Rome, where he spoke but did not meet her"
            return stay.head in self.syntax.ancestors(trigger) or self.places.continues(clause)
        both_ahead = stay.status is status is Status.PLANNED
        if stay.background and not same and not both_ahead:
            return False
        if status is Status.HAPPENED:
            return stay.status is Status.HAPPENED
        if status is Status.PLANNED:
            return block - self.syntax.block(stay.at) <= PLANS_AHEAD
        if status is Status.DENIED and self.syntax.lemma(stay.head) in _STAYING:
            return False  # "Putin stayed in Moscow, and the meeting did not take place"
        if status is Status.DENIED and stay.status in (Status.DENIED, Status.HAPPENED) and self._is_of_then(trigger):
            if stay.status is Status.DENIED:
                return block - self.syntax.block(stay.at) <= CALLED_OFF
            near = self.syntax.sentence_of[trigger] - self.syntax.sentence_of[stay.at] <= 1
            return same and near and (stay.left or stay.head not in self.places.triggers)
        return self.syntax.sentence_of[stay.at] == self.syntax.sentence_of[trigger]

    def note(self, at: int, people: frozenset[str], place: str, status: Status) -> None:
        """Have a visit, whose place the story may only call "there", say where its people are."""
        if status is not Status.POSSIBLE:
            back = not self.is_near(at, status)
            self._visits += [Stay(at, person, place, status, back, at) for person in sorted(people)]

    def _is_of_then(self, trigger: int) -> bool:
        """ "did not meet", "was to have met", "no meeting took place", not "has refused to meet"."""
        clause = self.syntax.clause(trigger)
        at = [clause, *self.syntax.ancestors(clause)] if self.syntax.dep[clause] == "xcomp" else [clause]
        words = [self.syntax.word(c) for i in at[:3] for c in self.syntax.children(i, "aux", "aux:pass", "cop")]
        tensed = {"did", "was", "were", "had"} & set(words) or self.tokens[clause].tag == "VBD"
        return bool(tensed) and not {"has", "have", "will", "would"} & set(words[:1])

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
        named = [stay for m in self.linked.names for stay in self._stays(m)]
        return tuple(sorted((*named, *self._in_capitals()), key=lambda stay: stay.at))

    def _in_capitals(self) -> Iterator[Stay]:
        """ "is due in the Norwegian capital", whose name is not told."""
        for i, place in self.places.capitals:
            if (event := self._event(i)) is not None:
                yield from self._told(i, event, place)

    def _stays(self, m: NameMention) -> list[Stay]:
        if m.kind not in PLACES or m.first in self.linked.metonyms or self.linked.in_title(m):
            return []
        if self.syntax.dep[m.first] in MODIFIERS or self._adds_state(m):
            return []
        event = self._event(m.first) or self._where(m)
        if any(self.linked.mention_at.get(c) for c in self.syntax.children(m.first, "conj")):
            return []  # "is visiting Chad, Niger and Mali"
        if event is None or (self.places.is_site(m) and m.first != event[0]):
            return []
        return self._told(m.first, event, self.places.place_key(m))

    def _told(self, i: int, event: tuple[int, tuple[str, ...]], place: str) -> list[Stay]:
        """What a word tells of people at the place that stands at *i*."""
        head, people = event
        there = i < head and self._is_there_for(i)
        status = Status.HAPPENED if there else status_of(self.syntax, head)
        if status is Status.POSSIBLE:
            return []
        left = self.syntax.lemma(head) in self.words.leaving
        had = any(self.syntax.word(c) == "had" for c in self.syntax.children(head, "aux"))
        spent = self.syntax.lemma(head) == "spend"  # and so is there no more
        back = had or spent or not self.is_near(head, status)
        gone = self.syntax.case(i).startswith("from")
        return [Stay(i, person, None if left else place, status, back, head, gone) for person in people]

    def _adds_state(self, m: NameMention) -> bool:
        """ "Gyeongju, South Korea": the state only says where the city lies."""
        above = self.linked.mention_at.get(self.syntax.head[m.first])
        return m.kind == STATE and above is not None and above.kind in PLACES and above is not m

    def _event(self, i: int) -> tuple[int, tuple[str, ...]] | None:
        """The word that has someone be at the place at *i*, and whom."""
        syntax = self.syntax
        if syntax.dep[i] == "appos" and self._is_town(syntax.head[i]):  # "arrived in the Serbian capital, Belgrade"
            i = syntax.head[i]
        if syntax.children(i, "cop"):
            inside = syntax.case(i).split()[:1] in (["in"], ["at"])
            stops = [c for c in syntax.children(i, "nsubj") if syntax.lemma(c) in self.words.journeys]
            if stops and not syntax.case(i):  # "His last stop was Cairo"
                return i, self._people([c for stop in stops for c in syntax.children(stop, "nmod:poss")])
            return (i, self._people(syntax.children(i, "nsubj"))) if inside else None
        above = syntax.head[i]
        if self.linked.names_person(above) and syntax.case(i) == "in":  # "Biden in Hanoi: …"
            return i, self._people([above])
        if syntax.lemma(above) in self.words.leaving and syntax.dep[i] == "obj":
            return above, self._people(syntax.subjects(above))
        if not self.places.is_place_phrase(i):
            return None
        if syntax.is_verb(above) and i < above and self._is_there_for(i):
            return above, self._people([*syntax.subjects(above), *syntax.patients(above)])
        while syntax.lemma(above) in self.words.passable - self.words.journeys and syntax.head[above] != above:
            above = syntax.head[above]
        if syntax.lemma(above) in self.words.journeys and not syntax.is_verb(above):
            return self._journey(above)
        if syntax.lemma(above) == "due" and syntax.children(above, "cop"):  # "is due in Rome"
            return above, self._people(syntax.subjects(above))
        return self._doing(above) if syntax.is_verb(above) else None

    def _is_town(self, i: int) -> bool:
        return self.syntax.lemma(i) in self.words.settlements and self.linked.mention_at.get(i) is None

    def _where(self, m: NameMention) -> tuple[int, tuple[str, ...]] | None:
        """ "returned from Washington, where he took part in a summit"."""
        behind = [i for i in range(m.last, min(m.last + 2, len(self.tokens))) if self.syntax.word(i) == "where"]
        clause = self.syntax.clause(behind[0]) if behind else m.first
        return (clause, self._people(self.syntax.subjects(clause))) if behind and clause > m.last else None

    def _is_there_for(self, i: int) -> bool:
        """ "In New York for the assembly, he …": why someone is there says that he is."""
        if self.syntax.case(i) != "in":
            return False
        place = self.linked.mention_at.get(i)
        last = place.last if place is not None else i + 1
        beside = [
            c for c in self.syntax.children(self.syntax.head[i], "obl") if last in self.syntax.children(c, "case")
        ]
        return any(self.syntax.case(c) == "for" for c in (*self.syntax.children(i, "nmod", "obl"), *beside))

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
        known = lemma in words.moving | words.speaking or self.places.is_awaited(verb)
        return (verb, people) if known else None

    def _people(self, heads: list[int]) -> tuple[str, ...]:
        return self.references.groups(heads).people
