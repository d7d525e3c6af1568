"""The arguments of an event that the network saw → who of them is meant, and on which side of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from itertools import takewhile

from kg.facts.link import Linked
from kg.facts.meeting_rules import rules
from kg.facts.offices import Offices
from kg.facts.refer import INCLUDING, Group, References
from kg.facts.sides import union
from kg.model import Argument, EventMention

TOLD = 0.4
"""From this likelihood on an event is believed whose trigger is a word that rules know for meetings."""
TOLD_ANEW = 0.93
"""The same where no rule knows the word."""
TOLD_AGAINST = 0.99
"""The same where the word tells a meeting only with others beside it, which rules did not find."""
SEATED = 0.6
"""From this likelihood on an argument is believed."""
OTHERS = frozenset({"with", "by", "together with", "alongside"})
HELD = frozenset("hold have conduct plan schedule arrange seek request propose cancel".split())
MODIFIERS = frozenset({"amod", "compound", "nmod:poss"})


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in a role of an event; `head` is the word that the others of the argument hang on."""

    role: str
    head: int
    group: Group
    likelihood: float


@dataclass(frozen=True, slots=True)
class Cast:
    """Who faces whom; `both` are to be parted."""

    a: Group
    b: Group
    c: Group
    both: Group


class Seating:
    """Resolves the arguments of an article's events; each takes in no more than its own words."""

    def __init__(self, linked: Linked, offices: Offices, references: References) -> None:
        self.linked = linked
        self.offices = offices
        self.references = references
        self.syntax = linked.syntax

    def cast(self, event: EventMention) -> Cast | None:
        """None where the arguments do not say who faced whom."""
        a, b, c, both = self.seated(event)
        joined = bool(a and b) and self._first(a[0].head) == self._first(b[0].head)
        together = [self._first(seats[0].head) for seats in ((a if joined else []), both) if seats]
        if any(self._faced_others(event.trigger, first) for first in together):
            return None
        if any(self._is_apart(event.trigger, seat.head) for seat in (*a, *b)) or self._is_of_a_thing(event.trigger, b):
            return None
        cast = Cast(*(_whole(each) for each in (a, b, c, both)))
        if self._is_of_one_state(cast):
            return None
        if joined and not cast.both:
            return Cast(Group(), Group(), Group(), union(union(cast.a, cast.b), cast.c))
        return replace(cast, a=Group(), b=Group()) if len(cast.both.people) > 1 else cast

    def seated(self, event: EventMention) -> tuple[list[Seat], ...]:
        """Those in each of the roles `a`, `b`, `c` and `both`."""
        seats = self._seats(event)
        told = [self._nearest(event.trigger, seats, role) for role in ("a", "b", "c", "both")]
        taken = {seat.head for seat in seats}
        return tuple([*each, *self._joined(each, taken)] for each in told)

    def _joined(self, told: list[Seat], taken: Set[int]) -> Iterator[Seat]:
        """Those named in one list with somebody seated, of whom the network says nothing."""
        if not told or not all(seat.group.people for seat in told):
            return
        last = told[-1]
        for i in self.syntax.conjuncts(self._first(last.head)):
            for j in (i, *self.syntax.children(i, "appos")):
                if j not in taken and (person := self._person(j)) is not None:
                    yield replace(last, head=j, group=Group((person,)))

    # ── seats ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _seats(self, event: EventMention) -> list[Seat]:
        """
        Those told in the trigger's own sentence, in the order of the text.

        Of one name whose words the network gave to several roles the likeliest counts.
        """
        found: dict[int, Seat] = {}
        for argument in event.arguments:
            for head in self._heads(argument):
                many = argument.role != "both" and self.linked.document.tokens[head].tag == "NNS"  # "met officials"
                seat = Seat(argument.role, head, Group() if many else self._own(head), argument.likelihood)
                known = found.get(head)
                if self._counts(seat, event) and (known is None or known.likelihood < seat.likelihood):
                    found[head] = seat
        return [found[head] for head in sorted(found)]

    def _counts(self, seat: Seat, event: EventMention) -> bool:
        if self.syntax.sentence_of[seat.head] != self.syntax.sentence_of[event.trigger]:
            return False
        if seat.group.parties and not seat.group.people and self.syntax.dep[seat.head] in MODIFIERS:
            return False
        return seat.likelihood >= SEATED

    def _heads(self, argument: Argument) -> list[int]:
        """The people named among the words; else the word that the others hang on."""
        units = dict.fromkeys(self.syntax.unit_of[i] for i in range(argument.first, argument.last))
        named = [i for i in units if self._person(i) is not None]
        return named or [self.syntax.head_of(argument.first, argument.last)]

    def _person(self, i: int) -> str | None:
        key = self.linked.key(i)
        return key if key is not None and self.linked.is_person(key) else None

    def _own(self, head: int) -> Group:
        """Who is meant by a word alone: those joined to it are arguments of their own."""
        if (person := self._person(head)) is not None:
            return Group((person,))
        whole = self.references.group(head)
        beside = self.references.groups(self.syntax.children(head, "conj"))
        people = tuple(p for p in whole.people if p not in beside.people)
        return Group(people, tuple(p for p in whole.parties if p not in beside.parties), whole.anaphor)

    # ── sides ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _nearest(self, trigger: int, seats: Iterable[Seat], role: str) -> list[Seat]:
        """Those in a role that are joined to the one nearest to the trigger: others are of another event."""
        filled = [seat for seat in seats if seat.role == role]
        if not filled:
            return []
        first = self._first(min(filled, key=lambda seat: abs(seat.head - trigger)).head)
        return [seat for seat in filled if self._first(seat.head) == first]

    def _first(self, i: int) -> int:
        """The first of those that *i* is coordinated with."""
        while self.syntax.dep[i] in ("conj", "appos") and self.syntax.head[i] != i:
            i = self.syntax.head[i]
        return i

    def _faced_others(self, trigger: int, first: int) -> bool:
        """Whether those joined at *first* are one side: "A and B met traders", "among them A and B", "met A and B"."""
        before = (c for c in self.syntax.children(first, "nmod", "obl") if c < first)
        if self.syntax.case(first) in INCLUDING or any(self.syntax.case(c) in INCLUDING for c in before):
            return True
        clause, event = self.syntax.clause(trigger), self.syntax.unit_of[trigger]
        verbs = [clause] if self.syntax.is_verb(clause) else []
        met = [h for i in {clause, event} for case, h in self.syntax.obliques(i) if case in OTHERS]
        met += [h for verb in verbs for h in self.syntax.patients(verb)]
        if first in met:
            met += [h for verb in verbs for h in self.syntax.subjects(verb)]
        inside = self.syntax.subtree(first)
        return any(h not in inside and self._is_somebody(h) for h in met)

    def _is_apart(self, trigger: int, i: int) -> bool:
        """ "A came in May and B in June", "A spoke after talks with those who had seen B": of another clause."""
        clause = self.syntax.clause(trigger)
        if self.syntax.dep[i] == "conj" and self.syntax.head[i] == clause:
            return True
        around = {trigger, *self.syntax.ancestors(self.syntax.unit_of[trigger])}
        below = takewhile(lambda j: j not in around, self.syntax.ancestors(i))
        return any(self.syntax.is_verb(j) and not self._is_held(j, trigger) for j in below)

    def _is_held(self, verb: int, trigger: int) -> bool:
        """ "The talks that A held | with B": the clause that says who held them."""
        own = self.syntax.dep[verb] in ("acl", "acl:relcl") and self.syntax.head[verb] == self.syntax.unit_of[trigger]
        return own and self.syntax.lemma(verb) in HELD

    def _is_of_a_thing(self, trigger: int, b: list[Seat]) -> bool:
        """ "received a message from B": what it is done to is neither B nor a meeting."""
        if not self.syntax.is_verb(trigger) or not b:
            return False
        things = [i for i in self.syntax.patients(trigger) if self.syntax.lemma(i) not in rules().nouns]
        return bool(things) and not any(self._first(seat.head) == self._first(i) for i in things for seat in b)

    def _is_somebody(self, i: int) -> bool:
        """People, named or not; not "each other"."""
        if self.syntax.word(i) in ("other", "another"):
            return False
        title = self.linked.table.title_word(self.syntax.lemma(i)) is not None
        many = self.linked.document.tokens[i].tag == "NNS" and self.syntax.lemma(i) not in rules().nouns
        return title or many or self.linked.document.tokens[i].pos == "PRON" or bool(self.references.group(i))

    def _is_of_one_state(self, cast: Cast) -> bool:
        """Whether some of either side stand for one state or body: they sat together."""
        sides = [
            {self.offices.party_of(p, firm=True) for p in group.people} - {None} for group in (cast.a, cast.b, cast.c)
        ]
        return any(one & other for n, one in enumerate(sides) for other in sides[n + 1 :])


def _whole(seats: Iterable[Seat]) -> Group:
    whole = Group()
    for seat in seats:
        whole = union(whole, seat.group)
    return whole
