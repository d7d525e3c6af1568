"""Meetings that the trained network sees where no rule does: its words are resolved as those of the rules are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.link import Linked
from kg.facts.meeting_nouns import MeetingNouns
from kg.facts.meeting_rules import NounRule, VerbRule, rules
from kg.facts.meeting_words import EVENTS, SPORT, TOPICAL, is_call
from kg.facts.noun_status import is_to_end
from kg.facts.party_words import COMING_ALONG
from kg.facts.qualify import status as status_of
from kg.facts.refer import References
from kg.facts.seats import TOLD, TOLD_AGAINST, TOLD_ANEW, Cast, Seating
from kg.facts.settings import Setting, Settings
from kg.facts.sides import Sides, speak_each
from kg.facts.telling import Telling
from kg.model import LEARNED, EventMention, MeetingKind, Side

ASKING = frozenset({"invite", "ask", "propose", "offer", "want", "request"})
COMPLETED = 0.7
"""From this likelihood on the other side of a meeting is believed, one side of which a rule told."""
DOUBTED = 0.25
"""How much less likely than another of the same people in its sentence a meeting is that is none of theirs."""
PLAYED = SPORT | {"set"}  # in any part of speech, with no office-holder about


class LearnedMeetings:
    def __init__(self, linked: Linked, references: References, settings: Settings, sides: Sides) -> None:
        self.linked = linked
        self.references = references
        self.settings = settings
        self.sides = sides
        self.nouns = MeetingNouns(linked, references)
        self.seating = Seating(linked, sides.offices, references)
        self.syntax = linked.syntax

    def tellings(self, number: int, told: list[Telling]) -> Iterator[Telling]:
        """
        The meetings of a sentence that are not among those *told* by rules.

        One of which a rule does not know both sides is taken out of *told* where the network knows them.
        """
        clearest: dict[frozenset[str], float] = {}
        for event in sorted(self.linked.events_of(number), key=lambda event: -event.likelihood):
            if self._is_sure(event) and (telling := self._telling(event, number)) is not None:
                people = frozenset(telling.people)
                if people and event.likelihood < clearest.setdefault(people, event.likelihood) - DOUBTED:
                    continue  # "was briefed on the talks in a meeting with B": the meeting is theirs
                half = next((other for other in told if _is_half(other, telling)), None)
                if half is not None and event.likelihood >= _needed(half, telling):
                    told.remove(half)
                    telling.round, telling.fresh = half.round, half.fresh
                if not any(self._is_told(telling, other) for other in told):
                    yield telling

    def _is_sure(self, event: EventMention) -> bool:
        """Whether an event is likely enough, given what rules know of its word: they looked at it and told nothing."""
        if event.kind not in EVENTS:
            return False
        trigger = event.trigger
        beside = self.syntax.children(self.syntax.unit_of[trigger], "compound", "amod", "nmod", "advmod")
        if {self.syntax.word(c) for c in beside} & (rules().never | rules().habitual):
            return False  # "at a news conference"
        verbs = rules().verbs.get(self.syntax.lemma(trigger), ()) if self.syntax.is_verb(trigger) else ()
        if (rule := self._rule(trigger)) is None:
            return event.likelihood >= (TOLD_AGAINST if verbs else TOLD_ANEW)
        against = isinstance(rule, NounRule) and rule.needs_more(self.syntax.lemma(trigger))
        return event.likelihood >= (TOLD_AGAINST if against else TOLD)

    def _is_told(self, telling: Telling, other: Telling) -> bool:
        """Whether a rule told it already; not where another clause tells whom one of them met besides."""
        if telling.trigger == other.trigger:
            return True
        parted = telling.people - other.people and other.people - telling.people
        if parted and self.syntax.clause(telling.trigger) != self.syntax.clause(other.trigger):
            return len(telling.people & other.people) > 1
        return _is_one(telling, other)

    def _rule(self, trigger: int) -> VerbRule | NounRule | None:
        """The first rule for which the word tells a meeting; of a verb for which it does so alone."""
        lemma, word = self.syntax.lemma(trigger), self.syntax.word(trigger)
        if self.syntax.is_verb(trigger) and lemma in rules().verbs:
            return next((rule for rule in rules().verbs[lemma] if not rule.needs_more), None)
        return rules().nouns.get(lemma) or rules().nouns.get(word)

    def _telling(self, event: EventMention, number: int) -> Telling | None:
        trigger = self.syntax.unit_of[event.trigger]
        cast = self.seating.cast(event)
        if cast is None or not (cast.both or (cast.a and cast.b)) or self._is_played(number, cast):
            return None
        if self._is_about_them(event) or self.syntax.lemma(trigger) in ASKING:
            return None
        rule = self._rule(event.trigger)
        if cast.both and not self._met_one_another(rule, cast.both.people):
            return None
        if not self.syntax.is_verb(trigger) and self.nouns.is_gathering(trigger):
            return None  # "A and B attended the SCO summit"
        if is_to_end(self.syntax, trigger) or (cast.both and speak_each(self.syntax, trigger)):
            return None
        kind = rule.kind if isinstance(rule, NounRule) else EVENTS[event.kind]
        kind = MeetingKind.CALL if is_call(self.syntax, trigger) else kind
        status = status_of(self.syntax, trigger)
        telling = Telling(trigger, f"meeting{LEARNED}", kind, [], status, Setting(), number)
        if not self.sides.fill(telling, cast.a, cast.b, cast.both):
            return None
        if cast.c:
            telling.sides.append(Side(cast.c.people, self.sides.parties(cast.c.people, cast.c.parties)))
        if len(telling.sides) < 2 and not telling.pair:
            return None
        nameless = [side for side in telling.sides if not side.people]
        if (nameless or not telling.people) and event.likelihood < TOLD_ANEW:
            return None
        clause = self.syntax.clause(trigger)
        if clause != trigger and self.syntax.is_passive(clause) and self.syntax.lemma(clause) in COMING_ALONG:
            return None  # "was joined at the meeting by B"
        noun = None if clause == trigger else trigger
        telling.setting = self.settings.of(clause, status, noun=noun)
        return telling

    def _is_about_them(self, event: EventMention) -> bool:
        """ "A put it down to a discussion | about B": B is talked of, and maybe not there."""
        trigger = self.syntax.unit_of[event.trigger]
        sides = (self.syntax.head_of(each.first, each.last) for each in event.arguments if each.role in ("a", "b"))
        return any(self.syntax.case(i) in TOPICAL and self.syntax.head[i] == trigger for i in sides)

    def _met_one_another(self, rule: VerbRule | NounRule | None, people: tuple[str, ...]) -> bool:
        """ "A and B met"; of "A and B dined", "A and B arrived for dinner" only if they stand for two states."""
        if rule is not None and rule.kind is MeetingKind.VISIT:
            return False
        if isinstance(rule, VerbRule) and rule.other is None:
            return True
        parties = {self.sides.offices.party_of(person) for person in people} - {None}
        return len(parties) > 1 or not people

    def _is_played(self, number: int, cast: Cast) -> bool:
        """ "X met Y in the final": people of no office in a sentence about sport."""
        sentence = self.linked.document.sentences[number]
        words = {self.syntax.lemma(i) for i in range(sentence.first, sentence.last)}
        people = (*cast.a.people, *cast.b.people, *cast.both.people)
        return bool(words & PLAYED) and not any(self.sides.offices.titles.get(person) for person in people)


def _is_half(told: Telling, learned: Telling) -> bool:
    """Whether a rule told of the same word, and nobody or one side alone where people of two are known."""
    known = [side for side in told.sides if side.people or side.parties]
    people = sum(bool(side.people) for side in learned.sides)
    return told.trigger == learned.trigger and len(known) < 2 and not told.pair and people > 1


def _needed(half: Telling, learned: Telling) -> float:
    """The likelihood that completes what a rule told: less where one side is known, and no list of those present."""
    known = half.people and half.people < learned.people and not half.attendance
    return COMPLETED if known else TOLD_ANEW


def _is_one(telling: Telling, other: Telling) -> bool:
    """Whether a rule told it already; not where it only told some of its people."""
    if other.people < telling.people:
        return False
    return bool(telling.people & other.people) or (not telling.people and bool(telling.parties & other.parties))
