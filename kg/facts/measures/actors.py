"""Who takes a measure: the states and institutions that noun phrases act for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from kg.facts.link import Thing
from kg.facts.measures.kinds import HEAD_OF_TARIFF, INTENTS
from kg.facts.measures.speakers import COUNTRIES, Speakers
from kg.facts.measures.telling import Context, Frame, Part
from kg.facts.party_words import PARTNERS
from kg.facts.qualify import is_negated
from kg.model import MeetingKind, Span, Status

UNIONS = ("union", "community", "association", "ecowas", "asean")
BODY_NOUNS = {
    "ministry": ("ministry",), "department": ("department",), "commission": ("commission",), "council": ("council",),
    "bloc": UNIONS, "agency": ("agency",),
    "committee": ("committee",),
    "organisation": (*UNIONS, "organi"), "organization": (*UNIONS, "organi"), "body": (*UNIONS, "organi"),
    "bureau": ("bureau",), "panel": ("committee", "panel"), "congress": ("congress",), "treasury": ("treasury",),
}  # fmt: skip


# Names that newspapers give the government of their own country.
GOVERNING = re.compile(r"(?:\bgovernment|\badministration|^(?:the )?centre)$", re.IGNORECASE)

ORDERS = frozenset(
    "act bill decision decree directive edict embargo law legislation measure move notice notification order ordinance "
    "package policy proclamation regulation resolution rule sanction step".split()
)
ORDERING = frozenset("ban bar prohibit forbid restrict limit block freeze cover include target halt prevent".split())
TELLING = frozenset({"tell", "warn", "inform", "advise", "notify", "assure"})
QUARTERS = frozenset({"central", "east", "eastern", "north", "south", "southern", "west"})
GOVERNMENTS = frozenset({"administration", "cabinet", "government", "ministry", "parliament"})
SPEAKING = frozenset({"country", "nation", "bloc", "body", "organisation", "organization", "council", "commission"})
UNSAID_SEAT = "White House"  # papers of its country name it, and a president of no state
RELATED = PARTNERS | {"friend"}
BROKERED = frozenset("brokered backed sponsored mediated supported negotiated supervised monitored funded".split())
WRITTEN = frozenset({"act", "bill", "decree", "law", "legislation", "order", "regulation", "resolution", "rule"})
OFFICIALS = frozenset(
    "regulator official authority government junta ruler lawmaker court parliament legislature senator mp".split()
)
HEADS = frozenset({"president", "premier", "chancellor", "minister", "secretary"})
RULING = HEADS | {"leader", "head", "ambassador"}
MEMBERS = HEADS | {"leader", "ambassador", "envoy", "diplomat", "official", "lawmaker", "member", "senator", "head"}
WEIGHING = frozenset("analyse analyze assess consider discuss evaluate examine explore float mull study weigh".split())
MAKING = frozenset(
    "adopt announce approve enact issue make override pass proclaim publish ratify release sign unveil introduce "
    "impose take".split()
)
INTENT = 9  # tokens back to the move or plan that a measure is: "a plan by Chad to | impose"
AMONG = 4  # tokens around a name in which "among them" says that it is one of many


class Actors(Part):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.speakers = Speakers(context, self.acting)
        self._asked: set[int] = set()  # orders whose author is being looked for

    def is_led(self, frame: Frame | None) -> bool:
        """Whether a person is said to do it."""
        return frame is not None and self.is_led_by(frame.actors)

    def is_led_by(self, heads: Iterable[int]) -> bool:
        return any(
            self.syntax.word(head) in ("he", "she")
            or self._is_unnamed_government(head)
            or ((key := self.linked.key(head)) is not None and self.linked.is_person(key))
            for head in heads
        )

    def _is_unnamed_government(self, head: int) -> bool:
        """ "The government", "the Centre": whose it is has to be guessed."""
        key = self.linked.key(head)
        if key is None:
            named = any(self.linked.key(c) for c in self.syntax.children(head))
            return self.syntax.lemma(head) in GOVERNMENTS and not named
        thing = self.linked.things.get(key)
        return thing is not None and thing.of is None and GOVERNING.search(thing.name) is not None

    def owner(self, i: int) -> str | None:
        """Whose it is by the words before it: "US tariffs", "Washington's own sanctions", "the Trump-era duties"."""
        head = self.syntax.head[i]
        rated = self.syntax.dep[i] == "compound" and self.syntax.lemma(head) in HEAD_OF_TARIFF  # "its tariff | rate"
        at = (i, head) if rated else (i,)
        for child in (c for each in at for c in self.syntax.children(each, "nmod:poss", "compound", "amod", "nmod")):
            if child < i and not self.syntax.case(child).replace("'s", "").replace("’s", "").strip():
                key = None if self._helps(child) else self.acting(child)
                if key is not None:
                    return key
        return None

    def _helps(self, i: int) -> bool:
        """ "a | US-brokered moratorium": not the United States'."""
        behind = self.syntax.word(i + 2) if i + 2 < len(self.tokens) else ""
        return self.syntax.word(i) in BROKERED or (self.syntax.word(i + 1) == "-" and behind in BROKERED)

    def actor(self, heads: Iterable[int]) -> str | None:
        return next((key for head in heads if (key := self.acting(head)) is not None), None)

    def person_alone(self, heads: Iterable[int]) -> str | None:
        """Who does it, where nothing says for which state: "Rowe doubled the duty"."""
        named = (key for head in heads if (key := self.linked.key(head)) is not None and self.linked.is_person(key))
        return next((key for key in named if self.offices.party_of(key) is None), None)

    def acting(self, i: int) -> str | None:
        """The state or institution that a noun phrase acts for: a leader's, an administration's, "the ministry"."""
        key = self.linked.key(i)
        if key is not None:
            if self.linked.is_person(key):
                return self._party(key)
            if key.startswith("place/"):
                return None
            return self._seat(i) or self._government(key) or self._named_in_passing(i, key)
        syntax, word, lemma = self.syntax, self.syntax.word(i), self.syntax.lemma(i)
        if word in ("he", "she", "his", "her"):
            person = self._teller(i) or self.references.pronoun(i)
            return self._party(person) if person else None
        if word in ("we", "our", "i", "my"):
            return self._spoken_for(i)
        if word == "its" and (own := self._clause_subject(i)) is not None:
            return own
        if word in ("it", "its"):
            return self.last_subject(i)
        if word == "they":
            order = self.order_meant(i)
            return self._joined_subject(i) or (self._author(order) if order is not None else self._members_before(i))
        if word == "latter" and self.definite(i):
            return self._named_last(i)
        if lemma in GOVERNMENTS and (state := self._seated_before(i)) is not None:
            return state
        if lemma in OFFICIALS and (seat := self._based(i)) is not None:
            return seat
        some = lemma in ("member", "state", "country", "nation") and bool(syntax.children(i, "nummod"))
        for child in syntax.children(i, "compound", "amod", "nmod:poss", "nmod", "appos"):
            if some and syntax.dep[child] == "compound" and (self.linked.key(child) or "").startswith("institution/"):
                continue  # "two EU members" are not the union
            if syntax.dep[child] == "nmod:poss" and lemma in RELATED:
                continue  # "Peru's neighbour Chile"
            if syntax.dep[child] == "nmod" and syntax.case(child) not in ("", "of", "'s", "’s", "from"):
                continue
            inner = self.linked.key(child) is not None or syntax.word(child) in ("his", "her")
            if inner or (syntax.dep[child] == "compound" and syntax.lemma(child) in ("government", "trade")):
                acting = self.acting(child)
                if acting is not None:
                    return acting
                if lemma == "administration":  # what the press calls a government by its leader's name
                    return self.linked.state_key("United States")
        if lemma in COUNTRIES and self.definite(i) and self.tokens[i].tag == "NN":
            return self.speakers.country(i) or self.last_subject(i) or self.dominant_state()
        bare = syntax.word(i) == "government" and self.tokens[i].text[0].isupper() and not syntax.children(i, "det")
        if lemma in ("government", "cabinet", "authority", "authorities") and (bare or self.definite(i)):
            return self.home_state() or self.state_before(i)
        if lemma == "leader" and (bloc := self._bloc(i)) is not None:
            return bloc
        if (union := self._assembled(i)) is not None:
            return union
        if lemma in HEADS and self.definite(i) and self.tokens[i].tag == "NN":
            return self._office(i, lemma)
        if lemma in ("ministry", "department") and self.definite(i) and syntax.children(i, "compound", "amod"):
            return self.body_before(i, lemma) or self.home_state()  # "the revenue department"
        return self.body_before(i, lemma) or (self._author(i) if lemma in ORDERS else None)

    def order_meant(self, i: int) -> int | None:
        """ "The sanctions cut it off. | They ban flights": the measures that "they" are, where no others are told."""
        if self.syntax.word(i) not in ("they", "these") or self.syntax.lemma(self.syntax.clause(i)) not in ORDERING:
            return None
        first = self.document.sentences[max(0, self.syntax.sentence_of[i] - 1)].first
        several = [j for j in range(first, i) if self.tokens[j].tag in ("NNS", "NNPS") and self._is_argument(j)]
        orders = [j for j in several if self.tokens[j].lemma in ORDERS]
        return orders[-1] if orders and orders[-1] == several[-1] else None

    def _is_argument(self, i: int) -> bool:
        """Whether a noun is what its clause is about, or is told to be done or to end."""
        return self.syntax.dep[i] in ("nsubj", "nsubj:pass", "obj") or self.tokens[i].lemma in ORDERS

    def _spoken_for(self, i: int) -> str | None:
        """The state or union for which "we" is said in a quotation."""
        speaker = self.references.pronouns.speaker(i)
        party = self.offices.party_of(speaker) if speaker is not None else None
        thing = self.linked.things.get(party) if party is not None else None
        if thing is None or not thing.key.startswith("institution/") or self.linked.is_company(thing.key):
            return party
        body = self.linked.table.body(thing.name)
        whole = body.of if body is not None and body.of is not None else thing.of
        known = (key for key, each in self.linked.things.items() if each.name == whole)
        return next(known, party)

    def _joined_subject(self, i: int) -> str | None:
        """The first of those that "they" are: "Norway and its allies said they would"."""
        joined = self._joined_before(i)
        return self.linked.key(joined) if joined is not None else None

    def _meant_by_they(self, i: int) -> int:
        """The word itself; of "they" the state joined to others before it, where there is one."""
        joined = self._joined_before(i) if self.syntax.word(i) == "they" else None
        return i if joined is None else joined

    def _joined_before(self, i: int) -> int | None:
        """A state joined to others, the last subject before "they" in its sentence, or the first of the one before."""
        number = self.syntax.sentence_of[i]
        first = self.document.sentences[number].first
        told = [j for j in range(i - 1, first - 1, -1) if self._is_subject_of_past(j, i)]
        if not told and number and self.document.sentences[number - 1].block == self.document.sentences[number].block:
            before = self.document.sentences[number - 1]
            told = [j for j in range(before.first, before.last) if self._is_subject_of_past(j, i)]
            if told and not all(self.linked.is_state(self.linked.key(j) or "") for j in self.syntax.conjuncts(told[0])):
                return None  # "Norway and its farmers …"
        if not told or len(self.syntax.conjuncts(told[0])) < 2:
            return None
        return told[0] if self.linked.is_state(self.linked.key(told[0]) or "") else None

    def _is_subject_of_past(self, j: int, i: int) -> bool:
        return self.syntax.dep[j] == "nsubj" and self.syntax.unit_of[j] == j and self.syntax.head[j] < i

    def _members_before(self, i: int) -> str | None:
        """ "Ministers of the EU met. | They lifted the ban": the body whose people alone did something just before."""
        first = self.document.sentences[max(0, self.syntax.sentence_of[i] - 1)].first
        several = [
            j
            for j in range(first, i)
            if self.tokens[j].tag in ("NNS", "NNPS") and self.syntax.dep[j] in ("nsubj", "nsubj:pass")
        ]
        if len(several) != 1 or self.linked.key(several[0]) is not None:
            return None
        return self.acting(several[0]) if self.syntax.lemma(several[0]) in MEMBERS else None

    def _named_last(self, i: int) -> str | None:
        """ "The latter": the state or body named last before it in its sentence."""
        first = self.document.sentences[self.syntax.sentence_of[i]].first
        keys = (self.linked.key(j) for j in range(i - 1, first - 1, -1) if self.syntax.unit_of[j] == j)
        return next((k for k in keys if k is not None and k.startswith(("state/", "institution/"))), None)

    def intender(self, verb: int) -> str | None:
        """Whose move an infinitive tells, wherever the tree hangs it: "condemned moves by Norway to impose"."""
        if (weigher := self._weigher(verb)) is not None:
            return weigher
        if not any(self.syntax.word(c) == "to" for c in self.syntax.children(verb, "mark")):
            return None
        above = self.syntax.head[verb]
        asked = [h for case, h in self.syntax.obliques(above) if case in ("on", "upon") and h < verb]
        if self.syntax.lemma(above) == "call" and asked:
            inside = (key for h in asked for j in self.syntax.subtree(h) if (key := self.linked.key(j)) is not None)
            return self.actor(asked) or next(inside, None)  # "called on Congress", "on our friends in Congress"
        for j in range(verb - 1, max(0, verb - INTENT), -1):
            if self.tokens[j].lemma in INTENTS and self.syntax.unit_of[j] == j and self.tokens[j].pos == "NOUN":
                makers = [h for case, h in self.syntax.obliques(j) if case == "by" and h < verb]
                return self.actor(makers) or self.owner(j)
        return None

    def _weigher(self, verb: int) -> str | None:
        """ "Norway is studying the possibility of raising duties"."""
        option = self.syntax.head[verb]
        weighing = self.syntax.head[option]
        posed = self.syntax.dep[verb] == "acl" and self.rules.nominal.get(self.syntax.lemma(option)) == "propose"
        weighed = self.syntax.lemma(weighing) in WEIGHING and option in self.syntax.patients(weighing)
        if not (posed and weighed) or self.syntax.children(verb, "nsubj") or is_negated(self.syntax, weighing):
            return None
        return self.actor(self.syntax.subjects(weighing))

    def _teller(self, i: int) -> str | None:
        """ "Berg told Sol she was raising duties": who tells what he does himself."""
        clause = self.syntax.clause(i)
        told = self.syntax.dep[clause] == "ccomp" and self.syntax.lemma(self.syntax.head[clause]) in ("tell", "inform")
        if not told or i not in self.syntax.subjects(clause):
            return None
        keys = [self.linked.key(s) for s in self.syntax.subjects(self.syntax.head[clause])]
        return next((key for key in keys if key is not None and self.linked.is_person(key)), None)

    def _based(self, i: int) -> str | None:
        """ "Regulators in Brussels", "the authorities in Ankara": those who govern from that capital."""
        for case, h in self.syntax.obliques(i):
            if case != "in":
                continue
            if (seat := self._seat(h)) is not None:
                return seat
            if (state := self.linked.government_in(self.tokens[h].text)) is not None:
                return self.linked.state_key(state.name)
            key = self.linked.key(h)
            if key is not None and self.linked.is_state(key):
                return key
        return None

    def _seated_before(self, i: int) -> str | None:
        """ "The Khartoum government": the state whose capital stands right before."""
        before = self.syntax.unit_of[i - 1] if i else i
        key = self.linked.key(before) if before != i else None
        if key is None or not key.startswith("place/"):
            return None
        state = self.linked.government_in(self.linked.things[key].name)
        return self.linked.state_key(state.name) if state is not None else None

    def _seat(self, i: int) -> str | None:
        """ "Brussels", for the union that sits there, where the article names it or names no state of that capital."""
        body = self.linked.table.metonym_body(self.tokens[i].text)
        if body is None:
            return None
        named = any(thing.name == body.name or thing.of == body.name for thing in self.linked.things.values())
        return self.linked.body_key(body) if named or self._is_foreign(self.tokens[i].text) else None

    def _is_foreign(self, capital: str) -> bool:
        """Whether the article does not name the state of a capital."""
        state = self.linked.government_in(capital)
        said = {self.tokens[m.first].text for m in self.linked.names} - {capital}
        return state is not None and not any(self.linked.table.state(word) == state for word in said)

    def _short_named(self, name: str) -> str | None:
        """ "The Commission", where the article names the union that it is of."""
        body = self.linked.table.short_named(name)
        union = body is not None and any(thing.name == body.of for thing in self.linked.things.values())
        return self.linked.body_key(body) if body is not None and union else None

    def _unsaid(self, keys: Iterable[str], name: str) -> str | None:
        """The first state among *keys* that news means where it names something of no state: "federal government"."""
        for key in keys:
            state = self.linked.table.state(self.linked.things[key].name) if self.linked.is_state(key) else None
            if state is not None and name in state.unsaid:
                return key
        return None

    def _government(self, key: str) -> str | None:
        """The state that "the Centre" or "the Federal Government" governs, where the article is about one above all."""
        thing = self.linked.things.get(key)
        if thing is not None and (body := self._short_named(thing.name)) is not None:
            return body
        if thing is None or not key.startswith("institution/") or GOVERNING.search(thing.name) is None:
            return None
        if thing.of is not None:
            return self.linked.state_key(thing.of)
        if (led := self._led_by(thing.name)) is not None:
            return led
        if thing.name.lower().endswith("administration") and (
            state := self._unsaid(self.linked.things, "administration")
        ):
            return state
        if thing.name.lower().startswith("federal"):
            counted = [key for key, _ in self.linked.state_counts().most_common(3)]
            return self._unsaid(counted, "federal government") or self._filed_from()
        return self.home_state()

    def _led_by(self, name: str) -> str | None:
        """The state of the one whose surname an administration bears."""
        surname = name.split()[0].lower()
        holders = [key for key, person in self.linked.persons.items() if surname in person.name.lower().split()]
        parties = {party for key in holders if (party := self._party(key)) is not None}
        return parties.pop() if len(parties) == 1 else None

    def _author(self, i: int) -> str | None:
        """Who made an order: whose it is, who signed it, else who made the one told before: "the decree bans"."""
        if i in self._asked:
            return None
        self._asked.add(i)
        try:
            return self._found_author(i)
        finally:
            self._asked.discard(i)

    def _found_author(self, i: int) -> str | None:
        syntax = self.syntax
        owner = self.owner(i)
        if owner is not None:
            return owner
        above = syntax.clause(i)
        if i in syntax.patients(above) and syntax.lemma(above) in MAKING:
            return self.actor(syntax.subjects(above))
        for child in syntax.children(i, "acl", "acl:relcl"):
            if syntax.lemma(child) in MAKING and (made := self.actor(syntax.subjects(child))) is not None:
                return made
        made = self.actor([h for case, h in syntax.obliques(i) if case == "by"])
        if made is not None:
            return made
        number = syntax.sentence_of[i]
        start = self.document.sentences[max(0, number - 3)].first
        lemma = syntax.lemma(i)
        for j in range(i - 1, start - 1, -1):
            if syntax.unit_of[j] == j and syntax.lemma(j) == lemma and self.linked.key(j) is None:
                return self._author(j)
        if lemma in WRITTEN:
            known = self.definite(i) or lemma == "resolution"
            return (self.last_subject(i) or (self.told_by[-1] if self.told_by else None)) if known else None
        known = lemma in ("measure", "package", "sanction") and self.definite(i)
        return max(reversed(self.told_by), key=self.told_by.count) if self.told_by and known else None

    def _clause_subject(self, i: int) -> str | None:
        """The state or institution that does what the clause tells: "expects China to lower its duty"."""
        clause = self.syntax.clause(i)
        keys = (self.linked.key(s) for s in self._asked_of(clause) or self.syntax.subjects(clause) if s < i)
        return next((k for k in keys if k is not None and k.startswith(("state/", "institution/"))), None)

    def _asked_of(self, verb: int) -> list[int]:
        """ "Appealed to Peru to lift its ban", "called on Peru to": who is to do it."""
        above = self.syntax.head[verb]
        asks = self.syntax.dep[verb] in ("advcl", "xcomp") and self.syntax.lemma(above) in ("appeal", "call", "plead")
        asked = [h for case, h in self.syntax.obliques(above) if case in ("to", "on", "upon") and above < h < verb]
        return asked if asks else []

    def own_subject(self, i: int) -> str | None:
        """ "Norway, which subsidises its exports": whom a relative clause is about."""
        relative = self.syntax.dep[self.syntax.clause(i)] == "acl:relcl"
        return self._clause_subject(i) if relative else None

    def _named_in_passing(self, i: int, key: str) -> str:
        """An institution, or its state where it is only described: "its trade ministry"."""
        described = key.startswith("institution/") and self.tokens[i].text.islower()
        if not described:
            return key
        if any(self.syntax.word(c) == "its" for c in self.syntax.children(i, "nmod:poss")):
            return self.last_subject(i) or key
        of = self.linked.things[key].of
        return self.linked.state_key(of) if of else key

    def dominant_state(self) -> str | None:
        """The state that the article names at least twice as often as any other."""
        return self._foremost(frozenset())

    def home_state(self) -> str | None:
        """Whose "the government" is: of where it was filed, of the only state whose bodies are named, or dominant."""
        named = (t for key, t in self.linked.things.items() if key.startswith("institution/") and t.type != "company")
        bodies = {t.of for t in named if t.of is not None}
        only = self.linked.state_key(bodies.pop()) if len(bodies) == 1 else None
        return self._filed_from() or only or self.dominant_state()

    def _foremost(self, besides: Set[str]) -> str | None:
        """The state that the article names at least twice as often as any other, some left out of account."""
        counts = [(key, n) for key, n in self.linked.state_counts().most_common() if key not in besides]
        if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
            return None
        return counts[0][0]

    def state_before(self, i: int) -> str | None:
        """The one state that the sentence before names."""
        number = self.syntax.sentence_of[i]
        if number == 0:
            return None
        before = self.document.sentences[number - 1]
        keys = {self.linked.key(j) for j in range(before.first, before.last)}
        states = [key for key in keys if key is not None and self.linked.is_state(key)]
        return states[0] if len(states) == 1 else None

    def _party(self, person: str) -> str | None:
        """Whom a person stands for; a capital taken for a person stands for its state."""
        party = self.offices.party_of(person)
        if party is None and (state := self.linked.table.metonym(self.linked.persons[person].name)) is not None:
            return self.linked.state_key(state.name)
        return party or self._home(person)

    def _bloc(self, i: int) -> str | None:
        """ "West African leaders": the bloc of those states, where the article names it."""
        near = [self.tokens[j].text.lower() for j in range(max(0, i - 2), i)]
        table = self.linked.table
        bloc = table.bloc(" ".join(near)) or (table.bloc(near[-1]) if near and near[0] not in QUARTERS else None)
        for case, h in self.syntax.obliques(i):  # "leaders from West Africa"
            unit = self.linked.mention_at.get(h)
            words = self.tokens[unit.first : unit.last] if unit is not None and case in ("of", "from") else ()
            bloc = bloc or table.bloc(" ".join(t.text for t in words) + "n")
        return next((key for key, t in self.linked.things.items() if t.name == bloc.name), None) if bloc else None

    def _assembled(self, i: int) -> str | None:
        """ "The heads of state", "the ministers", "the summit": the one union of states that the article names."""
        several = self.tokens[i].tag in ("NNS", "NNPS") and self.syntax.lemma(i) in RULING
        if not self.definite(i) or not (several or self.syntax.word(i) == "summit"):
            return None
        if any(self.linked.key(j) for j in self.syntax.subtree(i)):
            return None
        unions = {key for key, t in self.linked.things.items() if key.startswith("institution/") and self._is_union(t)}
        return unions.pop() if len(unions) == 1 else None

    @staticmethod
    def _is_union(thing: Thing) -> bool:
        return thing.type == "international" and any(word in thing.name.lower().split() for word in UNIONS)

    def _office(self, i: int, lemma: str) -> str | None:
        """ "The president": of the one state of which the article names one, else of the last who was a subject."""
        titles = ((person, t) for person, each in self.offices.titles.items() for t in each if not t.past)
        holders = {person for person, t in titles if t.words.lower().split()[-1] == lemma}
        states = {self._party(person) for person in holders} - {None}
        if len(states) == 1:
            return states.pop()
        if not states:
            return self._filed_from()
        start = self.document.sentences[max(0, self.syntax.sentence_of[i] - 2)].first
        for j in range(i - 1, start - 1, -1):
            key = self.linked.key(j) if self.syntax.dep[j] == "nsubj" and self.syntax.unit_of[j] == j else None
            if key in holders:
                return self._party(key)
        return None

    def _home(self, person: str) -> str | None:
        """The state whose capital the article was filed from, for a president or minister of no state told."""
        titles = [title for title in self.offices.titles.get(person, ()) if title.of is None and not title.past]
        told = any(title.words.lower().split()[-1] in HEADS for title in titles)
        state = self._filed_from() if told else None
        if told and UNSAID_SEAT in self.text and (seated := self.linked.table.metonym(UNSAID_SEAT)) is not None:
            state = self.linked.state_key(seated.name)
        others = {self.offices.party_of(other) for other in self.linked.persons if other != person}
        return state if state not in others else None  # a guest where others govern

    def _filed_from(self) -> str | None:
        """The state whose capital the dateline, or a capital in capitals before the first sentence, names."""
        capital = self.document.article.dateline
        first = self.linked.names[0] if self.linked.names else None
        if capital is None and first is not None and first.first == 0 and self.tokens[0].text.isupper():
            capital = first.name
        state = self.linked.government_in(capital.title()) if capital else None
        return self.linked.state_key(state.name) if state is not None else None

    def body_before(self, i: int, lemma: str) -> str | None:
        """ "The ministry": the last institution named before whose name says so."""
        wanted = BODY_NOUNS.get(lemma)
        if wanted is None:
            return None
        for m in reversed(self.linked.names):
            key = self.linked.at.get(m.first)
            named = m.first < i and key is not None and key.startswith("institution/")
            if lemma == "bloc" and named and key and "commission" in self.linked.things[key].name.lower():
                continue  # a body of the bloc
            if named and key and any(word in self.linked.things[key].name.lower() for word in wanted):
                return key
        return None

    def story_state(self, by: str) -> str | None:
        """The state other than the actor's that the article names above all."""
        thing = self.linked.things.get(by)
        return self._foremost({by, self.linked.state_key(thing.of)} if thing is not None and thing.of else {by})

    def each(self, heads: Iterable[int], by: str) -> tuple[str, ...]:
        """All who act together with *by*: "Norway, Peru and Chile imposed"; *by* alone where it does not act here."""
        for head in map(self._meant_by_they, heads):
            listed = [a for a in self.syntax.children(head, "appos") if (self.linked.key(a) or "").startswith("state/")]
            joined = [*self.syntax.conjuncts(head), *(j for a in listed for j in self.syntax.conjuncts(a))]
            acting = [self.acting(each) for each in sorted(set(joined))]
            keys = tuple(dict.fromkeys(key for key in acting if key is not None))
            if by in keys and all(self.linked.is_state(key) or key.startswith("institution/") for key in keys):
                return keys
        return (by,)

    def last_subject(self, i: int) -> str | None:
        """
        The state or institution that "it" stands for: the last subject of a clause before it that is one, but rather
        another than one to which its own clause has something be done.
        """
        told, done_to = list(self._subjects_before(i)), self._done_to(i)
        other = next((key for key in told if key not in done_to), None)
        return other or (self.other_state(told[0]) if told else None)

    def _subjects_before(self, i: int) -> Iterator[str]:
        """The last first, of this sentence and the one before."""
        number = self.syntax.sentence_of[i]
        for sentence in range(number, max(-1, number - 2), -1):
            bounds = self.document.sentences[sentence]
            for j in range(min(bounds.last, i) - 1, bounds.first - 1, -1):
                if self._did(j) and self.syntax.unit_of[j] == j:
                    key = self.linked.key(j) or next(iter(self.named_beside(j)), None) or self._pleading(i, j)
                    if key is None and self.syntax.lemma(j) in GOVERNMENTS | SPEAKING:
                        key = self.acting(j)
                    if key is not None and not self.linked.is_person(key) and not key.startswith("place/"):
                        yield self._government(key) or key

    def _did(self, j: int) -> bool:
        """Whether a word is a subject, or who did it: "X was told by | Peru that it"."""
        dep = self.syntax.dep[j]
        told = dep == "obl:agent" and self.syntax.lemma(self.syntax.head[j]) in TELLING
        return dep in ("nsubj", "nsubj:pass") or told

    def _pleading(self, i: int, noun: int) -> str | None:
        """ "When Peru's | pleas failed, it …": whose deeds the clause before speaks of."""
        clause = self.syntax.clause(noun)
        before = self.syntax.dep[clause] == "advcl" and self.syntax.head[clause] == self.syntax.clause(i)
        agents = [h for case, h in self.syntax.obliques(noun) if case in ("by", "from")]
        agents += self.syntax.children(noun, "nmod:poss")
        keys = (self.linked.key(h) for h in agents if before)
        return next((key for key in keys if key is not None and self.linked.is_state(key)), None)

    def _done_to(self, i: int) -> set[str]:
        """The states named behind the verb of which the pronoun at *i* is the subject."""
        clause = self.syntax.clause(i)
        if i not in self.syntax.subjects(clause):
            return set()
        keys = (self.linked.key(j) for j in self.syntax.subtree(clause) if j > clause)
        return {key for key in keys if key is not None and self.linked.is_state(key)}

    def answering(self, kind: str, on: Iterable[str]) -> tuple[str, ...]:
        """A deadline that a leader is given is his state's."""
        keys = ((kind == "deadline" and self.linked.is_person(key) and self._party(key)) or key for key in on)
        return tuple(dict.fromkeys(keys))

    def last_subjects(self, i: int) -> tuple[str, ...]:
        """The states that "they" stands for: those joined as the last subject before *i*, in this sentence."""
        first = self.document.sentences[self.syntax.sentence_of[i]].first
        for j in range(i - 1, first - 1, -1):
            if self.syntax.dep[j] in ("nsubj", "nsubj:pass") and self.syntax.unit_of[j] == j:
                keys = [self.linked.key(each) for each in self.syntax.conjuncts(j)]
                states = tuple(key for key in keys if key is not None and self.linked.is_state(key))
                if len(states) > 1:
                    return states
        return ()

    def apart(self, by: str | None, on: tuple[str, ...], led: bool) -> tuple[str | None, tuple[str, ...]]:
        """
        By and on without what stands in both. Nobody taxes or bans his own country's goods: where a leader's state
        (*led*) came out as the target, it was guessed wrong, and is the other of the two the article is about.
        """
        if by is None and led and len(on) == 1 and self.linked.is_state(on[0]):
            return self.other_state(on[0]), on
        if by is None or by not in on:
            return by, on
        if not led or len(on) > 1:
            return by, tuple(key for key in on if key != by)
        return self.other_state(by), on

    def dominant_pair(self) -> tuple[str, ...]:
        """The two states that the article is about, sorted; empty where a third is named as often."""
        first = next((self.linked.state_key(n) if "/" not in n else n for n in self.linked.state_counts()), None)
        other = self.other_state(first) if first is not None else None
        return tuple(sorted((first, other))) if first and other else ()

    def other_state(self, state: str) -> str | None:
        """The other one of the two states that the article is about; None where others are named as often."""
        counts = [
            (self.linked.state_key(n) if "/" not in n else n, c) for n, c in self.linked.state_counts().most_common(3)
        ]
        if len(counts) > 2 and counts[2][1] * 2 > counts[1][1]:
            return None
        others = [key for key, _ in counts[:2] if key != state]
        return others[0] if len(others) == 1 and len(counts) > 1 else None

    def named_beside(self, i: int) -> list[str]:
        """Names that say what a noun means: "tech giant X", "two ministers, X and Y"; not "59 apps, X among them"."""
        syntax = self.syntax
        after = i + 1
        plural = self.tokens[i].tag in ("NNS", "NNPS")
        beside = [after] if after < len(self.tokens) and not plural and not syntax.children(after, "case") else []
        names = [each for c in syntax.children(i, "appos", "flat") for each in syntax.conjuncts(c)]
        for name in names:
            near = [syntax.word(j) for j in range(max(i, name - AMONG), min(name + AMONG + 1, len(self.tokens)))]
            if "among" in near or "including" in near:
                return []
        keys = [self.linked.key(j) for j in [*beside, *names] if syntax.unit_of[j] == j]
        return [key for key in keys if key is not None and not key.startswith(("place/", "state/"))]

    def parties(self, heads: Iterable[int]) -> set[str]:
        """Whom noun phrases act for: states and institutions of all who are joined, "the presidents of A and B" too."""
        heads = list(heads)
        found = {key for head in heads for each in self.syntax.conjuncts(head) if (key := self.acting(each))}
        group = self.references.groups(heads)
        found |= {key for key in group.parties if not key.startswith("place/")} - self._seats(heads)
        found |= {key for person in group.people if (key := self._party(person))}
        states = {key for key in found if self.linked.is_state(key)}
        owned = {
            k
            for k in found - states
            if (thing := self.linked.things[k]).type == "government"
            and thing.of
            and self.linked.state_key(thing.of) in states
        }
        parties = found - owned - self._news_agencies()
        return {k for k in parties if k in states or self._government(k) not in states}

    def _news_agencies(self) -> set[str]:
        """Whoever only quotes those who make a pact."""
        return {key for key, thing in self.linked.things.items() if thing.type == "media"}

    def _seats(self, heads: Iterable[int]) -> set[str]:
        """The states in whose capital a union sits that is meant: Belgium, where "Brussels" is the union."""
        meant = [j for head in heads for j in self.syntax.conjuncts(head) if self._seat(j) is not None]
        states = (self.linked.government_in(self.tokens[j].text) for j in meant)
        return {self.linked.state_key(state.name) for state in states if state is not None}

    def story_parties(self, number: int) -> tuple[str, ...]:
        """The parties of the meeting told in the same sentence, else those of the article's one pair of parties."""
        sentence = self.document.sentences[number]
        here = Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)
        for meeting in self.meetings:
            if len(meeting.parties) == 2 and any(e.span in here or here in e.span for e in meeting.evidence):
                return meeting.parties
        start = self.document.sentences[max(0, number - 2)].first
        near = Span(self.tokens[start].start, here.end)
        told = [m.parties for m in self.meetings if len(m.parties) == 2 and any(e.span in near for e in m.evidence)]
        if told:
            return told[-1]
        done = (m for m in self.meetings if m.kind is not MeetingKind.CALL and m.status is not Status.PLANNED)
        pairs = {meeting.parties for meeting in done if len(meeting.parties) == 2}
        return pairs.pop() if len(pairs) == 1 else ()
