"""Those who met → the sides they were on."""

from __future__ import annotations

from collections.abc import Iterable

from kg.facts.link import Linked
from kg.facts.offices import Offices, head_word
from kg.facts.refer import Group, References
from kg.facts.telling import Telling
from kg.model import MeetingKind, Side
from kg.text.syntax import Syntax

EACH_ALONE = frozenset({"also", "too", "respectively", "separately"})
LINES = frozenset({"phone", "telephone", "video", "call", "videoconference", "link", "hotline", "line"})
NEUTRAL = frozenset({"mediator", "arbitrator", "facilitator"})


class Sides:
    """Parts people and parties into sides: by the argument they stand in, else by state."""

    def __init__(self, linked: Linked, offices: Offices, references: References) -> None:
        self.linked = linked
        self.offices = offices
        self.references = references

    def fill(self, telling: Telling, side: Group, other: Group, everyone: Group) -> bool:
        """Fill `telling.sides`, or `telling.pair` where they are "the two"; False where they are too few."""
        if (side.recalled or everyone.recalled) and len(other.people) > 1 and not self._foreign(side, other):
            other = Group()  # "they sat down, with their aides A and B"
        if telling.kind is MeetingKind.TALKS and self._are_mediated(union(side, everyone), other):
            side, other, everyone = Group(), Group(), union(union(side, everyone), other)
        if everyone and not side and not other:
            telling.pair = everyone.anaphor if not everyone.people else None
            telling.sides = self.parted(everyone)
        elif everyone and other:
            telling.sides = self.two(union(side, everyone), other)
        elif everyone:
            telling.sides = self.parted(union(side, everyone))
        elif side and other:
            if side.anaphor == "people" and not side.people:
                side = Group(self.references.group_before(telling.trigger, other.people), side.parties)
            telling.sides = self.two(side, other)
        elif side:
            telling.pair = side.anaphor if not side.people else None
            telling.sides = self.parted(side)
        elif other:  # "to meet Lyng and Yeutter": those who are met do not meet one another
            telling.sides = [Side(other.people, self.parties(other.people, other.parties))]
        if telling.pair or len(telling.sides) >= 2:
            return True
        return telling.kind is MeetingKind.VISIT and bool(telling.people)

    def _are_mediated(self, side: Group, other: Group) -> bool:
        """ "The presidents of Chad and Niger, X and Y, held talks with the mediator Z": the three with one another."""
        own = [self.offices.party_of(p, firm=True) for p in side.people]
        apart = len(own) == len({*own} - {None}) == 2
        return apart and len(other.people) == 1 and self._between(other.people[0]) is not None

    def _foreign(self, side: Group, other: Group) -> bool:
        """Whether others stand for states or bodies, and for none that those of the side do."""
        own = {self.offices.party_of(p) for p in side.people}
        others = {self.offices.party_of(p, firm=True) for p in other.people} - {None}
        return bool(others) and None not in own and not others & own

    def two(self, side: Group, other: Group) -> list[Side]:
        """Those of two arguments facing each other; nobody sits on both sides."""
        left = tuple(p for p in side.people if p not in other.people) or side.people
        right = tuple(p for p in other.people if p not in left)
        if (own := self.their_own(left, right)) is not None:
            return self.parted(Group((*left, *own)))
        with_left = self._of_theirs(left, right)
        left, right = (*left, *with_left), tuple(p for p in right if p not in with_left)
        a = Side(left, self.parties(left, side.parties))
        b = Side(right, tuple(p for p in self.parties(right, other.parties) if p not in a.parties or right))
        if not right and len({p for p in b.parties}) == 0:
            return [a]
        right_states = {self.offices.party_of(p) for p in right} | set(other.parties)
        if not left and not side.parties:
            return self.parted(other) if len(right_states) > 1 else [b]
        return [s for s in (a, b) if s.people or s.parties]

    def their_own(self, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...] | None:
        """
        "A and B spent an hour together, with their ministers C and D": those of C and D whose state is that of A or B.

        None where they are no such company.
        """
        mine, theirs = ({self.offices.party_of(p) for p in people} for people in (left, right))
        if len(mine) < 2 or len(theirs) < 2 or None in mine or not mine & theirs or not theirs <= {*mine, None}:
            return None
        return tuple(p for p in right if self.offices.party_of(p) in mine)

    def _of_theirs(self, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
        """ "A met B together with C": C, where only C is of A's state."""
        mine = {self.offices.party_of(p, firm=True) for p in left}
        if len(mine) != 1 or None in mine:
            return ()
        own = tuple(p for p in right if self.offices.party_of(p, firm=True) in mine)
        rest = {self.offices.party_of(p, firm=True) for p in right if p not in own}
        return own if rest and None not in rest else ()

    def parties(self, people: Iterable[str], named: Iterable[str]) -> tuple[str, ...]:
        """The states and bodies named, and those the people stand for, each once."""
        found = [self.party(n) for n in named] + [p for p in map(self.offices.party_of, people) if p]
        return tuple(dict.fromkeys(found))

    def party(self, key: str) -> str:
        """A ministry's state; else the state or body itself."""
        thing = self.linked.things.get(key)
        if thing is not None and thing.type == "government" and thing.of:
            return self.linked.state_key(thing.of)
        return key

    def parted(self, group: Group) -> list[Side]:
        """One side a state; people of none known stand alone but for mediators; two of one state face each other."""
        buckets: dict[str, tuple[list[str], list[str]]] = {}
        for person in group.people:
            party = self.offices.party_of(person)
            people, parties = buckets.setdefault(party or self._between(person) or person, ([], []))
            people.append(person)
            if party:
                parties.append(party)
        for named in group.parties:
            party = self.party(named)
            buckets.setdefault(party, ([], []))[1].append(party)
        if len(buckets) == 1 and len(group.people) >= 2:
            party = next(iter(buckets))
            shared = () if party in group.people or party in NEUTRAL else (party,)
            return [Side((p,), shared) for p in group.people]
        return [Side(tuple(p), tuple(dict.fromkeys(q))) for p, q in buckets.values()]

    def _between(self, person: str) -> str | None:
        """The task of whoever sits between the sides, and so on none of theirs."""
        tasks = {head_word(t.words) for t in self.offices.titles.get(person, ()) if not t.past}
        return next(iter(tasks & NEUTRAL), None)


def union(a: Group, b: Group) -> Group:
    return Group(
        tuple(dict.fromkeys((*a.people, *b.people))),
        tuple(dict.fromkeys((*a.parties, *b.parties))),
        a.anaphor or b.anaphor,
    )


def speak_each(syntax: Syntax, verb: int) -> bool:
    """ "X and Y spoke too": each to an audience, not with one another, but for a call."""
    adverbs = {syntax.word(c) for c in syntax.children(verb, "advmod")}
    called = [c for c in syntax.children(verb, "obl") if syntax.case(c) in ("by", "on", "over", "via", "in")]
    by_phone = any(LINES & {syntax.word(j) for j in syntax.subtree(c)} for c in called)
    both = any(syntax.word(s) == "both" for s in syntax.children(verb, "nsubj"))
    return syntax.lemma(verb) in ("speak", "talk") and (both or bool(adverbs & EACH_ALONE)) and not by_phone
