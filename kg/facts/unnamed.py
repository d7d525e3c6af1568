"""Meetings told without those who met → who they were, by what the sentences around say of them."""

from __future__ import annotations

from kg.facts.link import Linked
from kg.facts.meeting_rules import rules
from kg.facts.plurals import COUNTS
from kg.facts.refer import PAIR_OF_PARTIES, References
from kg.facts.telling import Telling
from kg.letters import word_set
from kg.model import MeetingKind, Side, Status
from kg.text.dates import MONTH_NUMBER, ORDINALS, WEEKDAYS
from kg.text.mentions import REGION

# What two states do when they have met: "Nepal and Bhutan have agreed …", not "urged".
JOINTLY = word_set(
    "agree conclude sign initial reaffirm reiterate emphasise emphasize underline discuss decide resolve pledge vow "
    "exchange undertake review"
)
PACTS = word_set("agreement pact deal treaty accord partnership memorandum")
PACT_MAKING = word_set("sign negotiate conclude reach seek finalise finalize")
REACHES = 2  # sentences from what two states did together to the talks it came of
STATES = word_set("country nation state neighbour neighbor republic")
# What may stand before a summit of the two that the story is about; others tell what it is about, or who is there.
PLAIN = word_set("last next previous recent past historic bilateral planned upcoming new final two-day one-day")
TIMES = frozenset({*MONTH_NUMBER, *WEEKDAYS})
LED_NEAR = 1  # sentences from the leader of one delegation to that of the other


class Unnamed:
    """Finds the sides of tellings that name none."""

    def __init__(self, linked: Linked, references: References) -> None:
        self.linked = linked
        self.references = references
        self.syntax = linked.syntax
        self._leader: Telling | None = None

    def across(self, telling: Telling) -> list[Side]:
        """
        The two sides of "one side was led by X, the other by Y", at the second of them.

        Empty for the first, and where nothing near speaks of a meeting.
        """
        one, self._leader = self._leader, telling
        if one is None or telling.sentence - one.sentence > LED_NEAR or one.status is not telling.status:
            return []
        if one.parties & telling.parties or one.people & telling.people or len(one.sides) != 1:
            return []
        return [*one.sides, *telling.sides] if self._of_talks(one.sentence) else []

    def _of_talks(self, number: int) -> bool:
        """Whether the sentence, one of the two before it or the next speaks of a meeting."""
        sentences = self.linked.document.sentences
        near = range(sentences[max(0, number - 2)].first, sentences[min(number + 1, len(sentences) - 1)].last)
        return any(self.syntax.lemma(i) in rules().nouns or self.syntax.word(i) in rules().nouns for i in near)

    def parties(self, telling: Telling) -> tuple[str, ...]:
        """ "A and B have agreed on a dam. … at the end of two-day talks": A and B; empty where no two are told so."""
        if pact := self._of_pact(telling):
            return pact
        if telling.status is not Status.HAPPENED or telling.kind not in (MeetingKind.TALKS, MeetingKind.MEETING):
            return ()
        if telling.fresh or telling.sides or self.syntax.is_verb(telling.trigger) or self._is_way(telling.trigger):
            return ()
        sentences = self.linked.document.sentences
        here = telling.sentence
        for number in range(here - 1, max(-1, here - 1 - REACHES), -1):
            if sentences[here].block - sentences[number].block > 1:
                break
            for verb in range(sentences[number].first, sentences[number].last):
                found = self._did_together(verb)
                if found:
                    return found
        return ()

    def _of_pact(self, telling: Telling) -> tuple[str, ...]:
        """ "A wants to sign a pact with B. The next talks on the agreement are due in Rome": A and B."""
        noun, sentences, here = telling.trigger, self.linked.document.sentences, telling.sentence
        if telling.sides or telling.kind not in (MeetingKind.TALKS, MeetingKind.MEETING) or self.syntax.is_verb(noun):
            return ()
        topics = [h for case, h in self.syntax.obliques(noun) if case in ("on", "about", "over", "for")]
        on_pact = any(self.syntax.lemma(h) in PACTS for h in topics)
        for number in range(here, max(-1, here - 1 - REACHES), -1):
            last = noun if number == here else sentences[number].last
            for verb in range(sentences[number].first, last) if on_pact or number == here else ():
                if self.syntax.lemma(verb) in PACT_MAKING and (found := self._negotiators(verb)):
                    return found
        return ()

    def _negotiators(self, verb: int) -> tuple[str, ...]:
        """ "B gave A leave to | negotiate a pact with C": A and C."""
        pacts = [h for h in self.syntax.children(verb, "obj") if self.syntax.lemma(h) in PACTS]
        others = [h for at in (verb, *pacts) for case, h in self.syntax.obliques(at) if case == "with"]
        if not pacts or not others:
            return ()
        side, other = (self.references.groups(heads) for heads in (self.syntax.subjects(verb), others))
        parties = tuple(dict.fromkeys((*side.parties, *other.parties)))
        return parties if len(parties) == 2 and not (side.people or other.people) else ()

    def both(self, telling: Telling) -> tuple[str, ...]:
        """ "A and B want a pact. Both countries met in 2013": the two states last joined to one another."""
        last = self.linked.document.sentences[telling.sentence].last
        here = range(self.linked.document.sentences[telling.sentence].first, last)
        noun = next((i for i in here if self._is_of_two_states(i)), None)
        if noun is None:
            return ()
        block = self.syntax.block(noun)
        joined = [
            tuple(dict.fromkeys(key for j in self.syntax.conjuncts(m.first) if (key := self.linked.key(j)) is not None))
            for m in self.linked.names
            if m.first < noun and self.syntax.block(m.first) == block and self.syntax.dep[m.first] != "conj"
            if telling.sentence - self.syntax.sentence_of[m.first] <= 1 and len(self.syntax.conjuncts(m.first)) == 2
        ]
        states = [pair for pair in joined if len(pair) == 2 and all(map(self.linked.is_state, pair))]
        return states[-1] if states else self._only_two(noun)

    def _only_two(self, noun: int) -> tuple[str, ...]:
        """ "A is ready for talks with B. … the two countries": all the states of the sentence before, if two."""
        number = self.syntax.sentence_of[noun]
        near = [m.first for m in self.linked.names if self.syntax.sentence_of[m.first] == number - 1]
        keys = [self.linked.key(i) for i in near if self.syntax.block(i) == self.syntax.block(noun)]
        states = dict.fromkeys(key for key in keys if key is not None and self.linked.is_state(key))
        return tuple(states) if len(states) == 2 else ()

    def _is_of_two_states(self, noun: int) -> bool:
        """ "both countries", "the two neighbours"."""
        beside = self.syntax.children(noun, "nummod", "det", "det:predet", "amod")
        return self.syntax.lemma(noun) in STATES and any(self.syntax.word(c) in ("two", "both") for c in beside)

    def inherited(self, telling: Telling, told: list[Telling]) -> list[Side]:
        """ "Talks in Stockholm in July": the parties of the meeting told last, for a round of its own; else none."""
        setting, noun = telling.setting, telling.trigger
        if telling.kind in (MeetingKind.VISIT, MeetingKind.CALL) or telling.sides or self._is_way(telling.trigger):
            return []
        if not (setting.place and setting.place_basis == "own") or self.linked.document.tokens[noun].pos == "PROPN":
            return []  # nowhere; or "the Negev Summit", a name
        if self._is_of_others(noun, setting.place) or self._is_themed(noun):
            return []
        if self.syntax.lemma(self.syntax.clause(noun)) in ("invite", "attend"):
            return []  # "is also invited to the meeting in Rome", with whom is not told
        if (several := self.several(telling)) is not None:
            telling.of_many = bool(several)
            return [Side((), (party,)) for party in several]
        model = next((e for e in reversed(told) if len(e.parties) >= 2), None)
        if model is None:
            return []
        return self._of_speaker(telling, [Side((), side.parties) for side in model.sides if side.parties])

    def _is_way(self, noun: int) -> bool:
        """ "Political dialogue in Sudan", "solved through dialogue": how something is done, and no talks."""
        counted = self.syntax.children(noun, "det", "nummod", "nmod:poss")
        return self.syntax.lemma(noun) in ("dialogue", "dialog", "diplomacy") and not counted

    def _of_speaker(self, telling: Telling, sides: list[Side]) -> list[Side]:
        """Of one side's many those alone who act there: "Chad has put off its visit for talks in Rome"; else all."""
        clause = self.syntax.clause(telling.trigger)
        group = self.references.groups(self.syntax.subjects(clause))
        own, stand_for = {*group.parties}, {self.references.offices.party_of(p) for p in group.people}
        if stand_for - {None} and not any(stand_for & {*side.parties} for side in sides):
            return []  # "Xi is expected in Rome for a summit of his own"
        return [Side((), tuple(p for p in side.parties if p in own) or side.parties) for side in sides]

    def _is_of_others(self, noun: int, place: str) -> bool:
        """ "a meeting of the Contact Group", "the Arab summit": of those whom the words beside it name."""
        span = [j for j in self.syntax.subtree(noun) if j < noun or self._is_behind_of(j, noun)]
        return any(self._is_named(j) and self._is_neither_there(j, noun, place) for j in span)

    def _is_behind_of(self, i: int, noun: int) -> bool:
        """Whether *i* belongs to what "of" joins to the noun."""
        heads = [h for case, h in self.syntax.obliques(noun) if case == "of"]
        return any(i in self.syntax.subtree(h) and self.syntax.clause(i) == self.syntax.clause(noun) for h in heads)

    def _is_named(self, i: int) -> bool:
        token = self.linked.document.tokens[i]
        first = self.linked.document.sentences[self.syntax.sentence_of[i]].first
        return token.text[:1].isupper() and i > first and (token.pos in ("NOUN", "PROPN", "ADJ"))

    def _is_neither_there(self, i: int, noun: int, place: str) -> bool:
        """Whether a name beside the noun is neither where it was held nor when."""
        unit = self.syntax.unit_of[i]
        mention = self.linked.mention_at.get(unit)
        region = mention is not None and mention.kind == REGION and unit < noun  # "the Gulf summit"
        if self.linked.key(unit) == place:
            return region
        return not (unit < noun and self.syntax.word(i) in TIMES)

    def _is_themed(self, noun: int) -> bool:
        """ "the seven-nation economic summit": of a circle of its own."""
        words = {self.syntax.word(c) for c in self.syntax.children(noun, "amod", "compound", "nummod")}
        names = {self.syntax.word(c) for c in self.syntax.children(noun, "compound") if self.linked.key(c)}
        return self.syntax.lemma(noun) == "summit" and bool(words - names - PLAIN - {*ORDINALS})

    def several(self, telling: Telling) -> tuple[str, ...] | None:
        """ "The three countries may hold a meeting": the states of those named so far where they are as many."""
        heads = self.syntax.subjects(self.syntax.clause(telling.trigger))
        counts = [n for h in heads if self.syntax.lemma(h) in PAIR_OF_PARTIES and (n := self._counted(h))]
        if not counts:
            return None
        offices = self.references.offices
        before = (self.linked.at[m.first] for m in self.linked.names if m.first < telling.trigger)
        stand_for = {
            k if self.linked.is_state(k) else offices.party_of(k) for k in before if not k.startswith("place/")
        }
        states = sorted(k for k in stand_for if k is not None and self.linked.is_state(k))
        return tuple(states) if len(states) == counts[0] else ()

    def _counted(self, noun: int) -> int | None:
        """The number, above two, of "the three countries"."""
        number = next((COUNTS.get(self.syntax.word(c), 0) for c in self.syntax.children(noun, "nummod")), 0)
        return number if number > 2 else None

    def _did_together(self, verb: int) -> tuple[str, ...]:
        """The two parties, and no people, that a main verb of agreeing has for its subject."""
        if self.syntax.dep[verb] != "root" or self.syntax.lemma(verb) not in JOINTLY:
            return ()
        group = self.references.groups(self.syntax.subjects(verb))
        return group.parties if len(group.parties) == 2 and not group.people else ()
