"""Which state's office a person holds where the text does not say: the states of all such people, weighed together."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from kg.facts.appositions import descriptions
from kg.facts.link import Linked
from kg.facts.onomastics import votes
from kg.facts.rehang import HOSTING
from kg.facts.retinues import retinues
from kg.gazetteer import State
from kg.letters import word_set
from kg.model import Sentence
from kg.text.mentions import CITY, DEMONYM, INSTITUTION, PERSON, ROYAL_TITLES, STATE, NameMention
from kg.text.syntax import PASSIVE_SUBJECT

CONVINCING = 0.85  # the least weight on which a state is guessed
AT_HOME = 2.2  # for whoever receives a guest in a state
ROYAL = ROYAL_TITLES | {"crown"}
HELD_FOR_NOW = frozenset({"acting", "interim", "caretaker"})
FULL = frozenset({"union", "federal", "cabinet", "senior"})  # whose minister is no deputy
HEADS = frozenset({"head of state", "head of government", "monarch", "leader"})
RULERS = word_set("statesman stateswoman ruler monarch sovereign")
MONARCHS = word_set("emir sultan emperor")  # of the states that call theirs so
FACING = word_set(
    "meet host receive welcome greet call phone telephone visit see invite thank accuse congratulate urge speak talk "
    "negotiate confer criticise criticize warn face hold have sit lunch dine consult"
)
TOGETHER = frozenset(
    {"alongside", "together with", "along with", "accompanied by", "joined by", "flanked by", "including"}
)
FALLEN = word_set("deposed ousted toppled overthrown detained outgoing exiled opposition")
MEETING = HOSTING | word_set("meet see visit hold have talk speak confer call sit dine lunch join")
HOSTILE = word_set("freeze seize ban block bar embargo sanction blacklist penalize penalise punish boycott")
SAYING = word_set("say announce declare add state tell")
MESSAGES = word_set("condolence greeting message letter invitation regard wish felicitation")
CARRYING = word_set("convey carry deliver hand bring pass relay transmit extend present")
HEADING = 6  # words in a heading
TRAVELLING = word_set("travel arrive visit fly go come return head land tour attend")
FOREIGN_SECRETARY = "secretary of state"
TARGETING = frozenset({"with", "against", "on", "from", "to", "for", "toward", "towards"})
HEADED = 1.6  # for a state that is the heading over whoever is named below it
UNNAMED = 1.0  # how much an article speaks of a state that only an office tells
FACED = 3  # times as much as a word does it speak against a state that its delegation met somebody
NEAR = 0.8  # for the state of the last place named before someone in the same paragraph
MINISTERS = word_set("minister secretary chief adviser advisor aide ambassador envoy deputy negotiator")
JOURNEYS = word_set("visit trip tour journey stay")
GOVERNING = 1.2  # for a state of whose government a body is named with somebody in a sentence
AT_LARGE = 1.1  # for a state whose president English news names without saying of what
BESIDE = 0.8  # for the one state of which the sentence speaks that first names someone with a title
FILED = 1.0  # for the state in which an article was filed that opens with it, or with its own leader
BARE = 0.8  # for the state in which an article was filed, of a head of state or government of nothing said
TAKEN = 1.0  # against a state where somebody else holds the office
RESPECTIVE = 1.2  # for the state of whoever "their ministers" puts first of two, or second
PAIRED = 1.2  # for a head of state who faces the other's in a meeting told of the leaders of the two states
ACTING = 0.8  # for a state of which somebody says what it does
LED = word_set("opposition rebel party majority minority guerrilla militia separatist union tribal house senate")


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone with a title (empty if none is told), and the key of the state it is of where the text says so."""

    person: str
    title: str
    state: str | None = None


@dataclass(slots=True)
class _Ties:
    """How often two people stand together or face each other, and a person a state, over the article."""

    together: Counter[tuple[str, str]] = field(default_factory=Counter)
    facing: Counter[tuple[str, str]] = field(default_factory=Counter)
    toward: Counter[tuple[str, str]] = field(default_factory=Counter)
    at_home: Counter[tuple[str, str]] = field(default_factory=Counter)
    headed: set[tuple[str, str]] = field(default_factory=set)
    near: set[tuple[str, str]] = field(default_factory=set)
    beside: set[tuple[str, str]] = field(default_factory=set)
    governing: Counter[tuple[str, str]] = field(default_factory=Counter)
    acting: set[tuple[str, str]] = field(default_factory=set)
    under: dict[str, str] = field(default_factory=dict)


def role_of(linked: Linked, words: str) -> str:
    """The job of a title, the same for all its names; the title's last word where no table knows it."""
    listed = words.lower().split()
    held = listed[1:] if listed[0:1] and listed[0] in HELD_FOR_NOW else listed
    office = linked.table.office(words) or linked.table.office(" ".join(held))
    if office is not None:
        return office.role
    if listed and listed[-1] == "leader" and not LED.isdisjoint(listed):
        return words.lower()
    held = held[1:] if held[:1] and held[0] in FULL else held
    if held[:2] in (["minister", "of"], ["minister", "for"]):
        return _portfolio(linked, held)
    return listed[-1] if listed else ""


def _portfolio(linked: Linked, words: list[str]) -> str:
    """ "minister of foreign affairs and integration" is a foreign minister, one of energy an energy minister."""
    first = " ".join(words).split(" and ")[0].split(",")[0]
    office = linked.table.office(first)
    return office.role if office is not None else f"{' '.join(first.split()[2:])} minister"


class Allegiance:
    """States for the holders that the text leaves without one."""

    def __init__(self, linked: Linked, holders: Iterable[Holder], told_as: Mapping[int, str] | None = None) -> None:
        """*told_as* are the people for whom an office stands in place of a name, by the token of the office."""
        self.linked = linked
        self.told_as = told_as or {}
        self.syntax = linked.syntax
        self.document = linked.document
        self.tokens = linked.document.tokens
        self.roles: dict[str, set[str]] = defaultdict(set)
        self.states: dict[str, str] = {}
        self.titles: dict[str, set[str]] = defaultdict(set)
        for holder in holders:
            if holder.title:
                self.roles[holder.person].add(role_of(linked, holder.title))
                self.titles[holder.person].add(holder.title.lower())
            if holder.state is not None:
                self.states.setdefault(holder.person, holder.state)
        self.told = frozenset(self.states)
        self.without_office = any(
            len(p.mentions) > 1
            for key, p in linked.persons.items()
            if not self.titles.get(key) and key not in self.states
        )
        self.salience = self._salience()
        self.cues = self._cues()
        self.ties = self._ties()

    def guesses(self) -> dict[str, str]:
        """The likeliest state of each person without one, by key; those for whom nothing convinces are left out."""
        found = self._untold_secretaries()
        waiting = {p for p in self.roles if p not in self.states and not self._may_be_of_none(p)}
        while waiting:
            best = max(
                ((self._margin(p), p) for p in sorted(waiting)), key=lambda pair: (pair[0][0], pair[0][1]), default=None
            )
            if best is None:
                break
            (_, weight, state), person = best
            waiting.discard(person)
            if state is not None and weight >= CONVINCING:
                found[person] = self.states[person] = state
        return found | self._secretaries(tuple(self.roles))

    def _untold_secretaries(self) -> dict[str, str]:
        """ "President Roe came with Secretary of State Doe": of the one state that has such an office, unnamed."""
        found = self._secretaries([p for p in tuple(self.roles) if not self._free(p)])
        for state in found.values():
            self.salience.setdefault(state, UNNAMED)
        return found

    def _secretaries(self, people: Iterable[str]) -> dict[str, str]:
        """The state of each secretary of state, or deputy of one, who has none yet."""
        found = {}
        for person in people:
            of_state = next((t for t in self.titles[person] if t.endswith(FOREIGN_SECRETARY)), "")
            office = self.linked.table.office(of_state)
            if person not in self.states and office is not None and office.state is not None:
                found[person] = self.states[person] = self.linked.state_key(office.state)
        return found

    def _may_be_of_none(self, person: str) -> bool:
        """A negotiator who is not told to face anybody: of a union or of rebels as likely as of a state."""
        alone = not any(mine == person for mine, _ in self.ties.facing)
        return alone and all(title.endswith("negotiator") for title in self.titles[person])

    def _margin(self, person: str) -> tuple[float, float, str | None]:
        """How clearly the best state leads, its weight, the state."""
        weighed = sorted(
            ((self.weight(person, s), s) for s in self._free(person)), key=lambda pair: (-pair[0], pair[1])
        )
        if not weighed:
            return 99.0, 0.0, None
        second = weighed[1][0] if len(weighed) > 1 else 0.0
        return weighed[0][0] - second, weighed[0][0], weighed[0][1]

    # ── what rules a state out ──────────────────────────────────────────────────────────────────────────────────────

    def _free(self, person: str) -> list[str]:
        """The states named in which nobody else holds the person's office, and that have such an office at all."""
        named = (s for s in sorted(self.salience) if self._possible(person, s))
        return [s for s in named if not self._taken(person, s) or self.ties.at_home[person, s]]

    def _taken(self, person: str, state: str) -> bool:
        mine = self.roles[person]
        return any(p != person and s == state and same_seat(mine, self.roles[p]) for p, s in self.states.items())

    def _possible(self, person: str, state: str) -> bool:
        entry = self.linked.table.state(self.linked.things[state].name)
        return entry is None or all(_has_office(entry, title) for title in self.titles[person])

    # ── what speaks for a state ─────────────────────────────────────────────────────────────────────────────────────

    def weight(self, person: str, state: str) -> float:
        """The evidence that a person is of a state; about 1 for each fair reason."""
        ties = self.ties
        total = min(2.0, 0.7 * self.salience[state])
        total += votes(self.linked.persons[person].name, self.linked.things[state].name, self.linked.table)
        total += self._described(person, state)
        if not self._guest_of(person, state):
            total += AT_HOME * min(2, ties.at_home[person, state])
        total += HEADED * ((person, state) in ties.headed) + NEAR * ((person, state) in ties.near)
        total += BESIDE * ((person, state) in ties.beside)
        total += ACTING * ((person, state) in ties.acting)
        total += GOVERNING * min(2, ties.governing[person, state])
        total += AT_LARGE * self._president_at_large(person, state)
        total += PAIRED * self._paired(person, state)
        total += FILED * self._filed_at_home(person, state) + BARE * self._bare_at_home(person, state)
        total -= TAKEN * self._taken(person, state)  # a successor may hold it by now
        total += RESPECTIVE * (self.states.get(ties.under.get(person, "")) == state)
        total -= 0.7 * min(3, ties.toward[person, state])
        for other, theirs in self.states.items():
            if theirs == state and other != person:
                total += 2 * min(1, ties.together[person, other])
                weight = 2 if self.roles[other] else 1  # the head of a bank or an office faces their own president
                weight = weight if len(self.salience) > 1 else 0  # nobody else is spoken of
                faced = min(2, ties.facing[person, other])
                total -= 0 if self._fallen(person) or self._fallen(other) else weight * faced
        return total + self._government(person, state)

    def _described(self, person: str, state: str) -> float:
        """Whether the text speaks of such an office of the state; less where people without an office may be meant."""
        if not self.cues.get(state, set()) & self.roles[person]:
            return 0.0
        return 1.2 if self.without_office else 3.0

    def _paired(self, person: str, state: str) -> bool:
        """Whether the leaders of this state and of another are told to meet, whose leader the person faces."""
        if not self.roles[person] & HEADS:
            return False
        faced = {self.states.get(other) for mine, other in self.ties.facing if mine == person}
        return any(state in pair and (pair - {state}) & faced for pair in self._leaders)

    @cached_property
    def _leaders(self) -> tuple[frozenset[str], ...]:
        """The states of "the leaders of Peru and Chile", "the presidents of Peru and Chile"."""
        found = []
        for token in self.tokens:
            plural = token.tag in ("NNS", "NNPS") and role_of(self.linked, token.lemma) in HEADS
            for case, head in self.syntax.obliques(token.i) if plural else ():
                keys = {self.linked.key(j) for j in self.syntax.conjuncts(head)} if case == "of" else set()
                found.append(frozenset(k for k in keys if k and self.linked.is_state(k)))
        return tuple(pair for pair in found if len(pair) == 2)

    @cached_property
    def _home(self) -> str | None:
        """The state in which the article was filed."""
        place = self.document.article.dateline or ""
        name = place.title() if place.isupper() else place
        state = self.linked.table.metonym(name)
        city = self.linked.table.city(name) if state is None else None
        country = state.name if state is not None else city.country if city is not None else None
        return self.linked.state_key(country) if country is not None and self.linked.table.state(country) else None

    @cached_property
    def _opening(self) -> set[str]:
        """The states and people that do what the headline and the first sentence below it tell, past a dateline."""
        heads = [next(group) for _, group in groupby(self.document.sentences, key=lambda s: s.block)][:3]
        subjects = (i for s in heads for i in range(s.first, s.last) if self._is_subject(i))
        return {key for i in subjects if (key := self.linked.key(i)) is not None}

    def _filed_at_home(self, person: str, state: str) -> bool:
        """Whether the article, filed in the state, opens with it, or with the person as who needs no more saying."""
        return state == self._home and not {state, person}.isdisjoint(self._opening)

    def _bare_at_home(self, person: str, state: str) -> bool:
        """Whether the only head of a state or government told without one is in an article filed in the state."""
        return state == self._home and self._bare_heads == {person}

    @cached_property
    def _bare_heads(self) -> set[str]:
        """The heads of state or government whose state the text does not say."""
        return {person for person, roles in self.roles.items() if roles & HEADS and person not in self.told}

    def _president_at_large(self, person: str, state: str) -> bool:
        """
        Whether a president of nothing said may be one whom news so names, and of whom the text does not speak so: by
        surname alone, or by a name that is usual there.
        """
        entry = self.linked.table.state(self.linked.things[state].name)
        if entry is None or "president" not in entry.unsaid or "president" not in self.titles[person]:
            return False
        name = self.linked.persons[person].name
        if " " in name and votes(name, entry.name, self.linked.table) < 0:
            return False
        return not self.cues.get(state, set()) & self.roles[person]

    def _guest_of(self, person: str, state: str) -> bool:
        """Whether those whom the person meets are of the state: then it is not the person who is at home there."""
        return any(theirs == state and self.ties.facing[person, other] for other, theirs in self.states.items())

    def _fallen(self, person: str) -> bool:
        """Whether the person is out of office or against those in it, and so faces people of their own state."""
        return any(word in FALLEN for title in self.titles[person] for word in title.split())

    def _government(self, person: str, state: str) -> float:
        """People of the state who are in office beside whom the person would be head, or under whom."""
        theirs = {p for p, s in self.states.items() if s == state and p != person and self.roles[p]}
        return 0.5 * min(3, len(theirs))

    # ── reading the article ─────────────────────────────────────────────────────────────────────────────────────────

    def _salience(self) -> dict[str, float]:
        """How much the article speaks of each state: its names, its government's, its bodies, places in it."""
        counts: defaultdict[str, float] = defaultdict(float)
        regional: defaultdict[str, float] = defaultdict(float)  # a region alone, maybe one that governs itself
        for key, thing in list(self.linked.things.items()):
            n = len(thing.mentions)
            if self.linked.is_state(key):
                counts[key] += n
            elif thing.of and thing.of in {t.name for k, t in self.linked.things.items() if self.linked.is_state(k)}:
                counts[self.linked.state_key(thing.of)] += n
            elif thing.kind.value == "place" and thing.country:
                counts[self.linked.state_key(thing.country)] += n / 3
                regional[self.linked.state_key(thing.country)] += n / 3 if thing.type == "region" else 0
        spoken_of = {key: math.log2(1 + n) for key, n in counts.items() if n > regional[key]}
        return {**spoken_of, self._home: spoken_of.get(self._home, 0.0)} if self._home is not None else spoken_of

    def _cues(self) -> dict[str, set[str]]:
        """The roles that the text speaks of beside each state without a name: "the North Korean leader"."""
        found: dict[str, set[str]] = defaultdict(set)
        for described in descriptions(self.linked):
            found[described.state].add(role_of(self.linked, described.words))
        for token in self.tokens:
            if token.lemma in RULERS and (state := self._ruled(token.i)) is not None:
                found[state] |= {"monarch", "head of state"}
        return found

    def _ruled(self, i: int) -> str | None:
        """ "Kuwait's ruler", "the ruler of Kuwait", whom nobody names: somebody else's title is told beside a name."""
        if any(self._person(c) for c in self.syntax.children(i, "appos")):
            return None
        beside = [h for case, h in self.syntax.obliques(i) if case == "of"]
        keys = (self.linked.key(h) for h in (*self.syntax.children(i, "nmod:poss", "amod", "compound"), *beside))
        return next((key for key in keys if key is not None and self.linked.is_state(key)), None)

    def _ties(self) -> _Ties:
        ties = _Ties()
        for m in self.linked.names:
            if m.kind != PERSON or (person := self.linked.at.get(m.first)) is None:
                continue
            if person in self.roles:
                self._tie_coordinated(person, m.first, ties)
                self._tie_clause(person, m.first, ties)
            self._tie_owned(person, m.first, ties)
            self._tie_message(person, m.first, ties)
            self._tie_meeting(person, m.first, ties)
            self._tie_journey(person, m.first, ties)
            self._tie_met_there(person, m.first, ties)
            self._tie_inviting(person, m, ties)
            for state in self._governing(m):
                ties.governing[person, state] += 1
            if self.roles.get(person) and person not in self.states:
                self._tie_place(person, m, ties)
        for one, other in retinues(self.linked):
            if not same_seat(self.roles.get(one, ()), self.roles.get(other, ())):
                _tie(ties.together, one, other)
        for token in self.tokens:
            if token.tag == "NNS" and token.lemma in MINISTERS:
                ties.under.update(self._respective(token.i))
        for i, person in (*self._pronouns(), *self.told_as.items()):
            self._tie_clause(person, i, ties)
        for token in self.tokens:
            if token.lemma in ("delegation", "team", "envoy", "diplomat", "official", "minister"):
                self._tie_states_man(token.i, ties)
        for token in self.tokens:
            if token.text.lower() in ("his", "her") and (owner := self._subject_before(token.i)) is not None:
                self._tie_meeting(owner, token.i, ties)
        return ties

    def _respective(self, i: int) -> Iterator[tuple[str, str]]:
        """ "X met Y. | Their foreign ministers, A and B": A with X, B with Y, as they are told in their order."""
        whose = self.syntax.children(i, "nmod:poss", "nummod", "det")
        named = [
            p for c in self.syntax.children(i, "appos") for j in self.syntax.conjuncts(c) if (p := self._person(j))
        ]
        if len(named) != 2 or not {"their", "two", "both"} & {self.syntax.word(c) for c in whose}:
            return
        number = self.syntax.sentence_of[i]
        for sentence in reversed(self.document.sentences[max(0, number - 2) : number + 1]):
            people = self.linked.people_in(sentence.first, min(sentence.last, i))
            heads = [p for p in people if p in self.states and p not in named]
            if len({self.states[p] for p in heads}) == len(heads) == 2:
                yield from zip(named, heads, strict=True)
                return

    def _subject_before(self, i: int) -> str | None:
        """The person who does what the clause of *i* tells: "X was asked about | his meeting with Y"."""
        subjects = (s for s in self.syntax.subjects(self.syntax.clause(i)) if s < i)
        return next((p for s in subjects if (p := self._person(s))), None)

    def _pronouns(self) -> Iterator[tuple[int, str]]:
        """
        Each "he" or "she" that does something, and whom it means: who did something last in its paragraph, or whose
        it is: "it is on Roe's agenda as | he meets Lund"; and each "who" behind a name.
        """
        last: tuple[int, str] | None = None
        for token in self.tokens:
            owns = self.syntax.dep[token.i] == "nmod:poss"
            if not (owns or self.syntax.dep[token.i].startswith("nsubj")):
                continue
            block = self.syntax.block(token.i)
            if (person := self._person(token.i)) is not None:
                last = block, person
            elif token.text.lower() == "who":
                clause = self.syntax.clause(token.i)
                whose = self._person(self.syntax.head[clause]) if self.syntax.dep[clause] == "acl:relcl" else None
                if whose is not None:
                    yield token.i, whose
            elif owns or len(self.syntax.conjuncts(token.i)) > 1:
                continue
            elif token.text.lower() in ("he", "she") and last is not None and last[0] == block:
                yield token.i, last[1]

    # ── where people are ────────────────────────────────────────────────────────────────────────────────────────────

    def _tie_place(self, person: str, m: NameMention, ties: _Ties) -> None:
        """As in "In Lima the Secretary met President X": who is met in a place is more likely to be at home there."""
        heading = self._heading_over(m)
        if heading is not None:
            ties.headed.add((person, heading))
        here = self._places_in(self.document.sentences[self.syntax.sentence_of[m.first]])
        for state in self._opposed(m):
            ties.toward[person, state] += 1
        if len(here) == 1 and self._met(m.first):
            ties.at_home[person, here.pop()] += 1
        elif len(here) == 1 and (self._announces(m.first) or self._is_in_capital(m)):
            ties.near.add((person, here.pop()))
        elif not here and (last := self._place_before(m)) is not None:
            ties.near.add((person, last))
        if m.title is not None and m is next(o for o in self.linked.persons[person].mentions if o.title):
            for state in self._beside(m):
                ties.beside.add((person, state))

    def _opposed(self, m: NameMention) -> set[str]:
        """The states against which something is done in somebody's sentence: "a bill against Peru that X may veto"."""
        sentence = self.document.sentences[self.syntax.sentence_of[m.first]]
        return {s for i, s in self._named_in(sentence) if self.syntax.case(i) == "against"}

    def _beside(self, m: NameMention) -> set[str]:
        """The one state named around somebody in a sentence, or the last in the sentence before; none of a list."""
        if self.syntax.dep[m.first] == "conj" or len(self.syntax.conjuncts(m.first)) > 1:
            return set()
        at = self.syntax.sentence_of[m.first]
        sentence = self.document.sentences[at]
        named = self._named_in(sentence)
        if not named and at and self.document.sentences[at - 1].block == sentence.block:
            named = self._named_in(self.document.sentences[at - 1])
        spoken_of = {s for i, s in named if i < m.first or self.syntax.case(i) == "in" or self._is_subject(i)}
        return spoken_of if len({s for _, s in named}) == 1 else set()

    def _governing(self, m: NameMention) -> set[str]:
        """The state of the parliament, court or ministry named in somebody's sentence, where it is but one."""
        sentence = self.document.sentences[self.syntax.sentence_of[m.first]]
        bodies = [
            self.linked.things[self.linked.at[o.first]]
            for o in self.linked.names
            if o.kind == INSTITUTION and sentence.first <= o.first < sentence.last and not self.linked.in_title(o)
        ]
        states = {b.of for b in bodies if b.type == "government" and b.of and self.linked.table.state(b.of)}
        return {self.linked.state_key(states.pop())} if len(states) == 1 else set()

    def _tie_inviting(self, person: str, m: NameMention, ties: _Ties) -> None:
        """As in "is due in Quito at the invitation of President X": who invites is at home where the guest goes."""
        before = [t.text.lower() for t in self.tokens[max(0, m.unit_first - 3) : m.unit_first]]
        if "of" not in before or not {"invitation", "guest", "guests"} & set(before):
            return
        sentence = self.document.sentences[self.syntax.sentence_of[m.first]]
        named = [
            state
            for o in self.linked.names
            if sentence.first <= o.first < m.unit_first and o.kind in (CITY, STATE) and not self.linked.in_title(o)
            if self._goes_to(o.first) and (state := self._state_of(self.linked.at[o.first]))
        ]
        if named:
            ties.at_home[person, named[-1]] += 1

    def _goes_to(self, i: int) -> bool:
        visited = self.syntax.dep[i] == "obj" and self.syntax.lemma(self.syntax.head[i]) == "visit"
        return visited or self.syntax.case(i) in ("in", "to", "into", "for")

    def _is_subject(self, i: int) -> bool:
        return self.syntax.dep[i].startswith("nsubj")

    def _named_in(self, sentence: Sentence) -> list[tuple[int, str]]:
        """The states named in a sentence, by themselves or by a city, not in somebody's title."""
        return [
            (m.first, state)
            for m in self.linked.names
            if m.kind in (CITY, STATE, DEMONYM) and sentence.first <= m.first < sentence.last
            if not self.linked.in_title(m) and (state := self._state_of(self.linked.at[m.first]))
        ]

    def _is_in_capital(self, m: NameMention) -> bool:
        return bool(self.syntax.sentence_of[m.first]) and self._opens_in_capital(m)

    def _opens_in_capital(self, m: NameMention) -> bool:
        """Whether somebody's sentence opens with the seat of a government: "In Washington, …"."""
        first = self.document.sentences[self.syntax.sentence_of[m.first]].first
        city = next((o for o in self.linked.names if o.kind == CITY and o.first == first + 1), None)
        opened = city is not None and self.tokens[first].text == "In"
        return opened and self.linked.table.metonym(city.name if city else "") is not None

    def _announces(self, i: int) -> bool:
        """ "Ministers will meet in Lima on Monday, Foreign Minister X | said": of what goes on at home."""
        verb = self.syntax.head[i]
        told = (*self.syntax.children(verb, "ccomp", "parataxis"), self.syntax.head[verb])
        ahead = any(self.syntax.word(c) == "will" for clause in told for c in self.syntax.children(clause, "aux"))
        return self._is_subject(i) and self.syntax.lemma(verb) in SAYING and ahead

    def _met(self, i: int) -> bool:
        """Whether *i* is who is met, or who receives: not who comes."""
        top = i
        while self.syntax.dep[top] in ("conj", "appos"):
            top = self.syntax.head[top]
        verb = self.syntax.clause(top)
        if self.syntax.dep[top] == "nmod:poss":
            return False  # "received X's envoy"
        if self.syntax.dep[top].startswith("nsubj"):
            return self.syntax.lemma(verb) in HOSTING and not self.syntax.is_passive(verb)
        return self.syntax.lemma(verb) in MEETING and self.syntax.case(top) in ("", "with", "by")

    def _places_in(self, sentence: Sentence) -> set[str]:
        """The states in which the sentence puts what happens: "in Lima", "at the palace in Peru"."""
        found = set()
        for m in self.linked.names:
            if m.kind in (CITY, STATE) and sentence.first <= m.first < sentence.last and not self.linked.in_title(m):
                before = [t.text.lower() for t in self.tokens[max(sentence.first, m.first - 2) : m.first]]
                within = "in" in before and not before[-1].isdigit()  # "in 2024 Peru's minister"
                there = within or self._behind_building(m) or self._is_stop(m)
                if there and (state := self._state_of(self.linked.at[m.first])):
                    found.add(state)
        return found | {state for i in range(sentence.first, sentence.last) if (state := self._of_capital(i))}

    def _of_capital(self, i: int) -> str | None:
        """The state of "in the Zimbabwean | capital", "in Chad's | capital"."""
        if self.syntax.lemma(i) != "capital" or self.syntax.case(i) not in ("in", "at", "to"):
            return None
        beside = (self.linked.key(c) for c in self.syntax.children(i, "amod", "compound", "nmod:poss"))
        return next((key for key in beside if key is not None and self.linked.is_state(key)), None)

    def _is_stop(self, m: NameMention) -> bool:
        """ "His last stop was | Cairo; he met President X": X is at home there."""
        told = self.syntax.children(m.first, "nsubj") if self.syntax.children(m.first, "cop") else []
        return any(self.syntax.lemma(c) in ("stop", "destination") for c in told)

    def _behind_building(self, m: NameMention) -> bool:
        """ "at State House, | Nairobi"."""
        before = self.linked.mention_before.get(m.first - 1)
        comma = self.syntax.word(m.first - 1) == "," and m.kind == CITY
        return comma and before is not None and self.syntax.case(before.first) == "at"

    def _place_before(self, m: NameMention) -> str | None:
        """The state of the place named last before a name in its paragraph."""
        at = self.syntax.sentence_of[m.first]
        block = self.document.sentences[at].block
        while at and self.document.sentences[at - 1].block == block:
            at -= 1
            found = self._places_in(self.document.sentences[at])
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def _heading_over(self, m: NameMention) -> str | None:
        """The state whose name alone is the last heading above a name."""
        return self._headings.get(self.syntax.block(m.first))

    @cached_property
    def _headings(self) -> dict[int, str]:
        """The state that heads each paragraph, by number; a heading of anything else ends it."""
        tokens, found, state = self.tokens, {}, None
        for block, group in groupby(self.document.sentences, key=lambda s: s.block):
            sentences = list(group)
            first, last = sentences[0].first, sentences[-1].last
            if last - first <= HEADING and tokens[last - 1].text not in (".", "!", "?", "”", '"'):
                name = next((n for n in self.linked.names if n.first - 1 <= first <= n.first and n.last == last), None)
                state = self.linked.at.get(name.first) if name is not None and name.kind == STATE else None
            elif state is not None:
                found[block] = state
        return found

    def _tie_met_there(self, person: str, i: int, ties: _Ties) -> None:
        """As in "flies to Ankara, where she meets X": whom one goes to meet is more likely to be at home there."""
        at = i
        while self.syntax.dep[at] == "conj":
            at = self.syntax.head[at]
        verb = self.syntax.head[at]
        met = self.syntax.dep[at] == "obj" or self.syntax.case(at) == "with"
        where = next((c for c in self.syntax.children(verb) if self.syntax.word(c) == "where"), None)
        if not met or where is None or self.syntax.lemma(verb) not in FACING:
            return
        place = next((m for m in self.linked.names if m.last <= where <= m.last + 1 and m.kind != PERSON), None)
        key = self.linked.at.get(place.first) if place is not None else None
        if key:
            state = self._state_of(key)
            if state is not None:
                ties.at_home[person, state] += 2

    def _tie_coordinated(self, person: str, i: int, ties: _Ties) -> None:
        """As in "X and Y": one side where their offices differ, two where they meet or hold the same one."""
        mine = self.roles[person]
        others = [p for j in self.syntax.conjuncts(i)[1:] if (p := self._person(j)) and p != person]
        facing = self.syntax.case(i) == "between" or self._reciprocal(i)
        for other in others:
            theirs = self.roles.get(other, set())
            heads = bool(mine & HEADS and theirs & HEADS) and not self._lead(i)
            apart = facing or not theirs or same_seat(mine, theirs) or heads
            _tie(ties.facing if apart else ties.together, person, other)

    def _lead(self, i: int) -> bool:
        """ "The leadership of Peru, led by President X and Prime Minister Y": two of one side."""
        return self.syntax.case(i) == "by" and self.syntax.lemma(self.syntax.head[i]) in ("lead", "head", "represent")

    def _reciprocal(self, i: int) -> bool:
        """Whether *i* is the subject of a meeting without another side: "X and Y met"."""
        verb = self.syntax.head[i]
        if not self.syntax.dep[i].startswith("nsubj") or self.syntax.lemma(verb) not in FACING:
            return False
        return not self.syntax.children(verb, "obj") and not any(c == "with" for c, _ in self.syntax.obliques(verb))

    def _tie_clause(self, person: str, i: int, ties: _Ties) -> None:
        if self.syntax.dep[i] == "appos" and self.linked.key(self.syntax.head[i]) is None:
            i = self.syntax.head[i]  # "the minister, X, flew to Y"
        if not self.syntax.dep[i].startswith("nsubj"):
            return
        verb = self.syntax.head[i]
        if (other := self._person(verb)) is not None and self.syntax.case(verb) in ("with", "beside", "alongside"):
            _tie(ties.together, person, other)  # "X was with Y"
        ties.acting.update((person, state) for state in self._said_to_act(verb))
        lemma = self.syntax.lemma(verb)
        if lemma in HOSTILE:
            for j in self.syntax.children(verb, "obj"):
                owners = [self.linked.key(c) for c in self.syntax.children(j, "amod", "compound", "nmod:poss")]
                for owner in (o for o in owners if o and self.linked.is_state(o)):
                    ties.toward[person, owner] += 1
        for case, j in self._complements(verb):
            for k in self.syntax.conjuncts(j):
                beside = (p for c in self.syntax.children(k, "appos") if (p := self._person(c)))
                key = self.linked.key(k) or next(beside, None) or self._of_capital(k)  # "met Chile's minister, X"
                if key is None or key == person:
                    continue
                if self.linked.is_person(key):
                    if case in TOGETHER or (case == "with" and lemma in TRAVELLING):  # "flew in with Minister X"
                        _tie(ties.together, person, key)
                    elif case in ("with", "to") or (case == "" and lemma in FACING):
                        _tie(ties.facing, person, key)
                        for owner in filter(None, map(self.linked.key, self.syntax.children(k, "nmod:poss"))):
                            ties.toward[person, owner] += FACED  # "met Peru's X"
                elif (state := self._state_of(key)) is not None and not key.startswith("institution/"):
                    if case in ("in", "at") and lemma in HOSTING:
                        ties.at_home[person, state] += 1
                    elif lemma in TRAVELLING or case in TARGETING or case == "":
                        ties.toward[person, state] += 1
                if case in ("in", "at") and lemma not in TRAVELLING and not self.linked.is_person(key):
                    self._tie_host(verb, self._state_of(key), ties, visitor=person)
                elif lemma in TRAVELLING and not self.linked.is_person(key) and case != "with":
                    self._tie_visited(i, self._state_of(key), ties, visitor=person)

    def _tie_states_man(self, i: int, ties: _Ties) -> None:
        """As in "the Peruvian delegation called on X": whom those of a state meet is hardly of it."""
        verb = self.syntax.head[i]
        states = [self.linked.key(i), *(self.linked.key(c) for c in self.syntax.children(i, "amod", "compound"))]
        state = next((s for s in states if s and self.linked.is_state(s)), None)
        if state is None or not self.syntax.dep[i].startswith("nsubj") or self.syntax.is_passive(verb):
            return
        on = ("on",) if self.syntax.lemma(verb) == "call" else ()
        if self.syntax.lemma(verb) in FACING:
            for case, j in self._complements(verb):
                person = self._person(j) if case in ("", "with", *on) else None
                if person is not None:
                    ties.toward[person, state] += FACED

    def _said_to_act(self, verb: int) -> set[str]:
        """The state of which a reporting clause says what it will do or did: "Peru will keep its duties, X said"."""
        if self.syntax.lemma(verb) not in SAYING:
            return set()
        above = [self.syntax.head[verb]] if self.syntax.dep[verb] == "parataxis" else []
        told = (*self.syntax.children(verb, "ccomp", "parataxis"), *above)
        subjects = (s for clause in told if self.syntax.is_verb(clause) for s in self.syntax.subjects(clause))
        return {state for s in subjects if (state := self.linked.key(s)) and self.linked.is_state(state)}

    def _tie_host(self, verb: int, state: str | None, ties: _Ties, visitor: str) -> None:
        """As in "Y met X in Ankara": whom one meets in a place is more likely to be at home there."""
        if state is None:
            return
        for case, j in self._complements(verb):
            key = self.linked.key(j)
            if key and key != visitor and self.linked.is_person(key) and case in ("", "with", "by"):
                ties.at_home[key, state] += 1

    def _tie_visited(self, i: int, state: str | None, ties: _Ties, visitor: str) -> None:
        """As in "X flew to London, where Y expects him": whom a traveller sees is more likely to be at home there."""
        beside = {visitor, *(p for j in self.syntax.conjuncts(i) if (p := self._person(j)))}
        with_them = [h for case, h in self.syntax.obliques(self.syntax.head[i]) if case in TOGETHER | {"with"}]
        beside |= {p for h in with_them for j in self.syntax.conjuncts(h) if (p := self._person(j))}
        for m in self.linked.names:
            if state and m.kind == PERSON and self.syntax.sentence_of[m.first] == self.syntax.sentence_of[i]:
                person = self.linked.at[m.first]
                if person not in beside and not self._sends(m.first):
                    ties.at_home[person, state] += 1

    def _complements(self, verb: int) -> Iterator[tuple[str, int]]:
        """What a verb is done to or with, also by way of its object: "held talks with X", "imposed tariffs on Y"."""
        for j in self.syntax.children(verb, "obj", "iobj"):
            yield "", j
            yield from self.syntax.obliques(j)
        for case, j in self.syntax.obliques(verb):
            yield case, j
            if case in ("after", "during", "following") and self.syntax.lemma(j) in ("talk", "talks", "meeting"):
                yield from self.syntax.obliques(j)
        for j in self.syntax.children(verb, "xcomp"):
            yield from self._complements(j)

    def _tie_owned(self, person: str, i: int, ties: _Ties) -> None:
        """As in "Putin's foreign minister, X", "his foreign minister X": the owner of a title is of the same state."""
        m = self.linked.mention_at.get(i)
        beside = self.syntax.head[i] if self.syntax.dep[i] == "appos" else None
        if m is not None and m.title is None and beside is not None and self.linked.key(beside) is None:
            first, last = min(self.syntax.subtree(beside)), beside + 1  # "her security adviser, X"
        elif m is not None and m.title is not None:
            first, last = m.title
        else:
            return
        if any(self.tokens[j].lemma in ("counterpart", "colleague", "guest", "host") for j in range(first, last)):
            return
        for j in range(max(0, first - 2), last):
            owner = self._owner(j, i)
            if owner is not None and owner != person:
                _tie(ties.together, person, owner)

    def _tie_message(self, person: str, i: int, ties: _Ties) -> None:
        """As in "Y came to convey X's condolences", "Y handed over a letter from X": who carries it is X's man."""
        first = i
        while self.syntax.dep[first] == "conj":
            first = self.syntax.head[first]
        verb = self.syntax.head[self.syntax.head[first]]
        if not self._sends(i) or self.syntax.lemma(verb) not in CARRYING:
            return
        clauses = (verb, *self.syntax.ancestors(verb))
        named = (p for c in clauses for s in self.syntax.subjects(c) if (p := self._person(s)) and p != person)
        carrier = next(named, None)  # over "he"
        if carrier is not None:
            _tie(ties.together, person, carrier)

    def _sends(self, i: int) -> bool:
        """Whether a message is from somebody: "President X's | condolences", "a letter from | X", "… of | X"."""
        while self.syntax.dep[i] == "conj":
            i = self.syntax.head[i]
        behind = self.syntax.dep[i] == "nmod" and self.syntax.case(i) in ("from", "of")
        own = self.syntax.dep[i] == "nmod:poss" or behind
        return own and self.syntax.lemma(self.syntax.head[i]) in MESSAGES

    def _tie_meeting(self, person: str, i: int, ties: _Ties) -> None:
        """As in "X's talks with Y", "X's first meeting was with Y": those who meet are of two states."""
        noun = self.syntax.head[i]
        if self.syntax.dep[i] != "nmod:poss" or self.syntax.lemma(noun) not in ("meeting", "talk", "conversation"):
            return
        beside = [h for case, h in self.syntax.obliques(noun) if case == "with"]
        above = self.syntax.head[noun]
        beside += [above] * (self.syntax.dep[noun] == "nsubj" and self.syntax.case(above) == "with")
        for other in (p for h in beside if (p := self._person(h)) and p != person):
            _tie(ties.facing, person, other)

    def _tie_journey(self, person: str, i: int, ties: _Ties) -> None:
        """As in "X's trip to Peru began with talks with Y": X is a guest there, and Y at home."""
        noun = self.syntax.head[i]
        if self.syntax.dep[i] != "nmod:poss" or self.syntax.lemma(noun) not in JOURNEYS:
            return
        goals = (self.linked.key(h) for case, h in self.syntax.obliques(noun) if case in ("to", "in"))
        for key in goals:
            if key and (state := self._state_of(key)) is not None and not self.linked.is_person(key):
                ties.toward[person, state] += FACED
                self._tie_visited(i, state, ties, visitor=person)

    def _owner(self, j: int, named: int) -> str | None:
        word = self.tokens[j].text.lower()
        if word in ("'s", "’s") and j:
            return self._person(j - 1)
        if word in ("his", "her"):
            beside = self.syntax.head[self.syntax.head[j]]
            if self.syntax.dep[self.syntax.head[j]] == "conj" and (joined := self._person(beside)):
                return joined  # "met X and his minister, Y"
            clause = self.syntax.clause(named)
            doers = self.syntax.subjects(clause)
            done_to = self.syntax.children(clause, *PASSIVE_SUBJECT)  # "X was joined by his minister, Y"
            return next((p for s in (*done_to, *doers) if (p := self._person(s)) and s < j), None)
        return None

    def _person(self, i: int) -> str | None:
        key = self.linked.key(i)
        return key if key and self.linked.is_person(key) else None

    def _state_of(self, key: str) -> str | None:
        if self.linked.is_state(key):
            return key
        thing = self.linked.things.get(key)
        name = (thing.country or thing.of) if thing is not None else None
        name = next((s.name for s in self.linked.past_states if s.successor == name), name)
        return self.linked.state_key(name) if name and self.linked.table.state(name) else None


def _tie(table: Counter[tuple[str, str]], a: str, b: str) -> None:
    table[a, b] += 1
    table[b, a] += 1


def same_seat(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether only one person at a time can hold both sets of roles in a state."""
    return bool({_seat(r) for r in a} & {_seat(r) for r in b} - {""})


def _seat(role: str) -> str:
    """The seat of a role; empty where a state has many of the kind."""
    if role in ("head of state", "monarch", "leader") or role in RULERS:
        return "head of state"
    return role if role == "head of government" or role.endswith((" minister", " adviser")) else ""


def _has_office(state: State, title: str) -> bool:
    """Whether the constitution of a state, as far as tables know it, has such an office."""
    if title.endswith(" minister") and not title.endswith("prime minister"):
        return "no minister" not in state.offices
    if title == FOREIGN_SECRETARY:  # elsewhere a secretary of state is one for something
        return "no minister" in state.offices
    if title.endswith((" secretary", "secretary of state")):
        return "secretary" in state.offices
    if title.endswith("chancellor"):
        return "chancellor" in state.offices
    if title.endswith(("prime minister", "premier")):
        return title.startswith("deputy") or "no prime minister" not in state.offices
    if title in ("vice president", "vice-president"):
        return "vice president" in state.offices
    if title == "president":
        return state.form != "monarchy"
    royal = title.split()[0]
    if royal in MONARCHS:
        return royal in state.offices
    return royal not in ROYAL or state.form == "monarchy"
