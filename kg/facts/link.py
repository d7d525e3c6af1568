"""Names → entities of one article: short forms to full ones, metonyms to states, institutions to their state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.facts.rehang import rehang
from kg.gazetteer import Body, City, Gazetteer, Region, State, gazetteer
from kg.letters import folded, word_set
from kg.letters import slug as ascii_slug
from kg.model import Document, Entity, EntityKind, EventMention, Mention, Span
from kg.text.mentions import (
    CITY,
    DEMONYM,
    FEMALE,
    HONORIFICS,
    INSTITUTION,
    MALE,
    NAME_PARTICLES,
    NAME_TITLES,
    PERSON,
    REGION,
    STATE,
    VENUE,
    NameMention,
    explained,
    is_title_noun,
    names,
)
from kg.text.syntax import Syntax

# Prepositions after which a capital is a place, not the government that sits there.
PLACE_PREPOSITIONS = word_set(
    "in at near outside around inside across throughout through via into to from toward towards within"
)
PATRONYMICS = word_set("bin ibn ben bint binti ould")
BEFORE_BODIES = frozenset("own state people national federal royal".split())
ENTERING = word_set("visit enter leave")
NAME_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "jr.", "sr."})
NUMERAL = re.compile(r"[IVX]+")
NAMING_TITLES = NAME_TITLES | word_set("sheikh sheikha")
PARTICLES = NAME_PARTICLES | word_set("abd abdul ter ten zu af st o mac")


def slug(text: str) -> str:
    """The name as the end of a key; "unnamed" where no letter or digit of English is in it."""
    return ascii_slug(text) or "unnamed"


@dataclass(slots=True)
class Person:
    """A person while the article is being read."""

    key: str
    name: str
    words: tuple[str, ...]
    mentions: list[NameMention] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    doubt: str | None = None


@dataclass(slots=True)
class Thing:
    """An institution or place while the article is being read."""

    key: str
    kind: EntityKind
    type: str
    name: str
    of: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    same_as: tuple[str, ...] = ()
    mentions: list[tuple[int, int, str]] = field(default_factory=list)  # tokens and how


class Linked:
    """
    An article's entities and where they stand in its trees.

    `at` maps the representative token of every name to its entity's key; `metonyms` are the tokens of capitals that
    stand for their government (their key is the state's).
    """

    def __init__(self, document: Document, table: Gazetteer | None = None) -> None:
        self.document = document
        self.table = table or gazetteer()
        self.text = document.article.text
        self.names = names(document, self.table)
        self.syntax = Syntax(document, [*map(self._unit, self.names), *self._hyphenated_titles()])
        rehang(self.syntax, self.names, self.table)
        self.mention_at = {m.first: m for m in self.names}
        self.mention_before = {m.last: m for m in self.names}
        """By the token right behind a name."""
        self.persons: dict[str, Person] = {}
        self.things: dict[str, Thing] = {}
        self._events: dict[int, list[EventMention]] = {}
        for event in document.events:
            self._events.setdefault(self.syntax.sentence_of[event.trigger], []).append(event)
        self.at: dict[int, str] = {}
        self.metonyms: set[int] = set()
        self._link_people()
        self._link_things()

    def _unit(self, m: NameMention) -> tuple[int, int, int]:
        return (m.unit_first, m.last, m.first)

    def _hyphenated_titles(self) -> list[tuple[int, int, int]]:
        """ "Director-General": one noun, where a parser may take it for two."""
        tokens = self.document.tokens
        taken = {i for m in self.names for i in range(m.unit_first, m.last)}
        return [
            (i - 1, i + 2, i - 1)
            for i in range(1, len(tokens) - 1)
            if tokens[i].text == "-"
            and not taken & {i - 1, i, i + 1}
            and is_title_noun(tokens[i - 1], self.table)
            and is_title_noun(tokens[i + 1], self.table)
        ]

    # ── look-ups ────────────────────────────────────────────────────────────────────────────────────────────────────

    def key(self, i: int) -> str | None:
        """The entity whose name stands at token *i* (any token of the name or its title)."""
        return self.at.get(self.syntax.unit_of[i])

    def events_of(self, sentence: int) -> Sequence[EventMention]:
        """What the network saw whose trigger stands in a sentence, in the order of the text."""
        return self._events.get(sentence, ())

    def is_person(self, key: str) -> bool:
        return key in self.persons

    def people_in(self, first: int, last: int) -> tuple[str, ...]:
        """The people named in a stretch, those in its relative clauses left out."""
        clauses = {
            j
            for i in range(first, last)
            if self.syntax.dep[i] == "acl:relcl" and first <= self.syntax.head[i] < last
            for j in self.syntax.subtree(i)
        }
        keys = [self.at.get(i) for i in range(first, last) if i not in clauses]
        return tuple(dict.fromkeys(k for k in keys if k is not None and self.is_person(k)))

    def names_person(self, i: int) -> bool:
        """Whether a person is named at token *i*, unless the name says who somebody is ("the minister is X")."""
        key = self.key(i)
        return key is not None and self.is_person(key) and not self.syntax.children(i, "nsubj", "cop")

    def is_state(self, key: str) -> bool:
        return key.startswith("state/")

    def is_company(self, key: str) -> bool:
        return key in self.things and self.things[key].type == "company"

    def is_public(self, key: str) -> bool:
        """Whether it is a state, or a body of one or of several."""
        return self.is_state(key) or (key in self.things and self.things[key].type in ("government", "international"))

    def state_key(self, name: str) -> str:
        """The key of a state by its short English name; the state becomes one of the article's entities."""
        key = f"state/{slug(name)}"
        if key not in self.things:
            entry = self.table.state(name)
            self.things[key] = Thing(
                key,
                EntityKind.PLACE,
                "country",
                name,
                country=name,
                lat=entry.lat if entry else None,
                lon=entry.lon if entry else None,
                same_as=(f"geonames:{entry.geonames}",) if entry and entry.geonames else (),
            )
        return key

    def body_key(self, body: Body) -> str:
        """The key of an institution of the tables; it becomes one of the article's entities."""
        existing = self._same_institution(body.name, body.state)
        if existing is not None:
            return existing.key
        distinct = f"-{slug(body.state)}" if body.state and body.kind == "government" else ""
        key = f"institution/{slug(body.name)}{distinct}"
        same_as = (f"wikidata:{body.wikidata}",) if body.wikidata else ()
        self.things[key] = Thing(key, EntityKind.INSTITUTION, body.kind, body.name, of=body.state, same_as=same_as)
        return key

    # ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _link_people(self) -> None:
        mentions = [m for m in self.names if m.kind == PERSON]
        full = sorted((m for m in mentions if len(_name_words(m.name)) > 1), key=lambda m: -len(_name_words(m.name)))
        for m in full:
            words = _name_words(m.name)
            same = [p for p in self.persons.values() if _same_full_name(p.words, words)]
            ends = [p for p in self.persons.values() if _ends_in(p.words, words)]  # "Ngozi | Okonjo-Iweala"
            opens = [p for p in self.persons.values() if p.words[: len(words)] == words]  # "Tesfa Abebe | Kidane"
            if not same and not ends and not opens:
                self._new_person(m)
        recent: list[str] = []
        known_as = {
            _name_words(m.name): self._person_of(bearer, recent)
            for m in mentions
            if (bearer := self._bearer(m, mentions)) is not None
        }
        for m in mentions:
            person = known_as.get(_name_words(m.name)) or self._person_of(m, recent) or self._new_person(m)
            person.mentions.append(m)
            self.at[m.first] = person.key
            person.genders |= self._genders(m)
            if person.key in recent:
                recent.remove(person.key)
            recent.append(person.key)

    def _bearer(self, m: NameMention, mentions: list[NameMention]) -> NameMention | None:
        """The name that a single one is said to stand for: "X Y Z, known as | Zed"."""
        if len(_name_words(m.name)) > 1:
            return None
        tokens, end = self.document.tokens, explained(self.document.tokens, m.first)
        named = next((other for other in mentions if other.last == end), None)
        if named is not None or not end or not is_title_noun(tokens[end - 1], self.table):
            return named
        office = tokens[end - 1].lemma  # "the president, who is known as | Zed"
        holders = [o for o in mentions if o.last < end and o.title and tokens[o.title[1] - 1].lemma == office]
        return holders[-1] if holders else None

    def _new_person(self, m: NameMention) -> Person:
        written = next((o for o in self.names if o.kind == PERSON and _is_same_in_small(o.name, m.name)), m)
        name = in_small(self._full_title_name(written))
        key = f"person/{slug(name)}"
        if key not in self.persons:
            self.persons[key] = Person(key, name, _name_words(m.name))
        return self.persons[key]

    def _full_title_name(self, m: NameMention) -> str:
        """The name as the article knows the person: with the title where only one name follows ("King Charles")."""
        name = " ".join(m.name.split())
        rest = name.split()[1:]
        if m.title and (not rest or (len(rest) == 1 and NUMERAL.fullmatch(rest[0]))):
            before = self.document.tokens[m.title[1] - 1].text
            if before.lower() in NAMING_TITLES and before[:1].isupper():
                return f"{in_small(before)} {name}"
        return name

    def _person_of(self, m: NameMention, recent: list[str]) -> Person | None:
        words = _name_words(m.name)
        found = [p for p in self.persons.values() if p.words == words or _same_full_name(p.words, words)]
        if len(words) == 1 and self._royal(m):
            fitting = [p for p in (*found, *self.persons.values()) if self._same_royal(p, m)]
            titled = (p for p in fitting if any(self._royal(other) == self._royal(m) for other in p.mentions))
            return next(titled, fitting[0] if fitting else None)
        if not found:
            found = [p for p in self.persons.values() if self._is_short_form(words, p.words)]
        if len(found) <= 1:
            return found[0] if found else None
        found = self._so_described(found, m)
        # Several bear the name: the one named oftenest by it so far, of equals the last, else the first to be named.
        seen = [p for p in found if p.key in recent]
        return max(seen, key=lambda p: (len(p.mentions), recent.index(p.key))) if seen else found[0]

    def _so_described(self, bearers: list[Person], m: NameMention) -> list[Person]:
        """Those of several bearers of a name whose state, office and gender are told as here; all where none are."""
        if told := self._states_beside(m):
            bearers = [p for p in bearers if any(told & self._states_beside(other) for other in p.mentions)] or bearers
        if told := self._office_beside(m):
            shared = {p.key: max((len(told & self._office_beside(o)) for o in p.mentions), default=0) for p in bearers}
            most = max(shared.values())
            bearers = [p for p in bearers if shared[p.key] == most]
        if told := self._genders(m):
            bearers = [p for p in bearers if not p.genders or told & p.genders] or bearers
        return bearers

    def _office_beside(self, m: NameMention) -> set[str]:
        """The words of the office before a name: "Foreign Minister Soto", "the foreign minister, Soto"."""
        first = self._first_of_office(m)
        words = {token.text.lower() for token in self.document.tokens[first : m.first] if token.text.isalpha()}
        return words - MALE - FEMALE - {"of", "for", "and", "the"}

    def _first_of_office(self, m: NameMention) -> int:
        """Where the words before a name begin that say what its bearer is; over a comma only those of an office."""
        tokens, first = self.document.tokens, m.unit_first
        if first > 1 and tokens[first - 1].text == "," and is_title_noun(tokens[first - 2], self.table):
            first -= 1
            while first > max(0, m.unit_first - APART) and tokens[first - 1].pos in ("NOUN", "ADJ", "PROPN"):
                first -= 1
        return first

    def _states_beside(self, m: NameMention) -> set[str]:
        """Whose the words around a name make it: "Chile's Soto", "Chilean Minister Soto", "Soto of Chile"."""
        tokens = self.document.tokens
        behind = m.last + 1 if m.last < len(tokens) and tokens[m.last].text == "of" else -1
        first = self._first_of_office(m)
        beside = [self.mention_before.get(first), *map(self.mention_at.get, (behind, *range(first, m.first)))]
        return {other.name for other in beside if other is not None and other.kind in (STATE, DEMONYM)}

    def _royal(self, m: NameMention) -> str | None:
        """The royal title right before a name: royals go by their first name, "King Charles"."""
        if m.title is None:
            return None
        word = self.document.tokens[m.title[1] - 1].text.lower()
        return word if word in NAME_TITLES else None

    def _same_royal(self, person: Person, m: NameMention) -> bool:
        """Whether a royal mention is of a person: one of that first name whom nobody gives another royal title."""
        if person.words[0] != _name_words(m.name)[0]:
            return False
        theirs = {t for other in person.mentions if (t := self._royal(other))}
        if not theirs:  # "Salman bin Abdulaziz", but not "Charles Brown"
            return len(person.words) == 1 or any(w in PARTICLES for w in person.words)
        return self._royal(m) in theirs

    def _is_short_form(self, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """As in "Xi" of "Xi Jinping", "Lopez Obrador" of "Andres Manuel Lopez Obrador"."""
        if len(short) >= len(full) or not short:
            return False
        if full[-len(short) :] == short:
            return len(short) == 1 or _ends_in(full, short)
        if len(short) == 1 and len(full) > 2 and full[-2] == short[0] and full[-3] not in PARTICLES:
            return len(short[0]) > 2  # the first of two surnames: "Sanchez" of "Pedro Sanchez Perez"
        family_first = self.table.family_first(full[0].capitalize())
        if full[: len(short)] == short and (family_first or len(short) > 1):
            return True
        own = full[0] == short[0] or (len(full) > 3 and short[0] in full[1:])
        return len(short) == 1 and own and len(short[0]) > 3 and self._given_name_used(short[0], full)

    def _given_name_used(self, given: str, full: tuple[str, ...]) -> bool:
        """A given name alone stands for a person only if nobody else in the article bears it."""
        return sum(given in p.words for p in self.persons.values()) == 1

    def _genders(self, m: NameMention) -> set[str]:
        found = set()
        first = m.title[0] if m.title else m.first
        for token in self.document.tokens[first : m.first]:
            word = token.text.lower()
            found |= {"f"} if word in FEMALE else set()
            found |= {"m"} if word in MALE else set()
        return found

    # ── institutions, states, places ────────────────────────────────────────────────────────────────────────────────

    def _link_things(self) -> None:
        acronyms = self._acronyms()
        for m in self.names:
            if m.kind in (STATE, DEMONYM):
                self._link_state(m)
        for m in self.names:
            if m.kind == INSTITUTION:
                self._link_institution(m, acronyms)
            elif m.kind == CITY:
                self._link_city(m)
            elif m.kind in (REGION, VENUE):
                self._link_place(m)

    def _add(self, thing: Thing, m: NameMention, how: str) -> None:
        known = self.things.setdefault(thing.key, thing)
        known.mentions.append((m.first, m.last, how))
        self.at[m.first] = thing.key

    def in_title(self, m: NameMention) -> bool:
        """Whether the name is part of a person's title: "British Prime Minister X"."""
        return self.syntax.unit_of[m.first] != m.first

    def _link_state(self, m: NameMention) -> None:
        key = self.state_key(m.name)
        how = "title" if self.in_title(m) else "demonym" if m.kind == DEMONYM else "name"
        self.things[key].mentions.append((m.first, m.last, how))
        self.at[m.first] = key

    def _acronyms(self) -> dict[str, str]:
        """Acronym → long form where the article gives both: "Shanghai Cooperation Organisation (SCO)"."""
        found = {}
        tokens = self.document.tokens
        for m in self.names:
            if m.kind not in (INSTITUTION, VENUE) or m.last + 2 >= len(tokens) or m.last - m.first < 2:
                continue
            if tokens[m.last].text == "(" and tokens[m.last + 2].text == ")" and tokens[m.last + 1].text.isupper():
                found[tokens[m.last + 1].text] = m.name
        return found

    def _link_institution(self, m: NameMention, acronyms: dict[str, str]) -> None:
        name = acronyms.get(m.name, m.name)
        beside = self._state_beside(m)
        if beside is None and self.table.generic_body(m.name) is not None:
            beside = self._spoken_for(m)
        body = m.entry if isinstance(m.entry, Body) else None
        if body is None and beside is not None:  # "the Rwanda Defence Force": no name for the table, but for a state's
            body = self.table.generic_body(m.name)
        if body is not None and self._is_shared(m.name, body):
            body = self._own_body(m.name, body, beside)
        state = (
            beside if body is not None and body.state is None else (body.state if body else None) or m.state or beside
        )
        if body is None and name != m.name:
            body = self.table.body(name)
            name = body.name if body else name
        kind = body.kind if body else m.type or "organization"
        existing = self._same_institution(name, state)
        if existing is not None:
            if existing.of is None and state is not None and kind == "government":
                existing.of = state
            self._add(existing, m, "name")
            self._link_seat(m, existing)
            return
        distinct = f"-{slug(state)}" if state and kind == "government" else ""
        same_as = (f"wikidata:{body.wikidata}",) if body is not None and body.wikidata else ()
        key = f"institution/{slug(name)}{distinct}"
        thing = Thing(key, EntityKind.INSTITUTION, kind, name, of=state, same_as=same_as)
        self._add(thing, m, "name")
        self._link_seat(m, thing)

    def _link_seat(self, m: NameMention, body: Thing) -> None:
        """As in "arrived at the White House": the building too, of a government that is called after it."""
        if self.table.metonym(body.name) is None or self.in_title(m):
            return
        case = self.syntax.case(m.first).split()[:1]
        entered = self.syntax.dep[m.first] == "obj" and self.syntax.lemma(self.syntax.head[m.first]) in ENTERING
        if (case and case[0] in ("in", "at", "inside", "outside", "into", "near")) or entered:
            key = f"place/{slug(body.name)}"
            place = self.things.setdefault(key, Thing(key, EntityKind.PLACE, "venue", body.name, country=body.of))
            place.mentions.append((m.first, m.last, "name"))

    def _is_shared(self, name: str, body: Body) -> bool:
        """ "Foreign Office", "Department of Agriculture", "Senate": a name that bodies of many states have."""
        official = body.kind in ("government", "party") and (body.weak or name.startswith("Department of"))
        return official or self.table.generic_body(name) is not None

    def _own_body(self, name: str, body: Body, beside: str | None) -> Body:
        """Of a name that many states' bodies have, the one of the state beside it, or of a state the article names."""
        if beside is not None:
            return self.table.body(name, of=beside) or body
        if body.state is None or body.state in self._states_named:
            return body
        return self.table.generic_body(name) or replace(body, of=None, state=None, wikidata="")

    @cached_property
    def _states_named(self) -> frozenset[str]:
        """The states named, by themselves, their people or their capitals."""
        named = {m.name for m in self.names if m.kind in (STATE, DEMONYM)}
        capitals = {self.table.metonym(m.name) for m in self.names if m.kind == CITY}
        return frozenset(named | {state.name for state in capitals if state is not None})

    def _same_institution(self, name: str, state: str | None) -> Thing | None:
        wanted = _institution_key(name)
        for thing in self.things.values():
            same = thing.kind is EntityKind.INSTITUTION and _institution_key(thing.name) == wanted
            if same and (state is None or thing.of in (None, state)):
                return thing
        return None

    def _state_beside(self, m: NameMention) -> str | None:
        """The state that the words before a name give it: "China's Ministry of Commerce", "Chinese ministry"."""
        tokens = self.document.tokens
        before = m.first - 1
        while before >= 0 and (tokens[before].text in ("'s", "’s", "'", "’") or tokens[before].lemma in BEFORE_BODIES):
            before -= 1
        other = self.mention_before.get(before + 1)
        if other is not None and other.kind in (STATE, DEMONYM):
            return other.name
        if other is not None and other.kind == CITY and before < m.first - 1:
            return self._capital_of(other)
        for child in self.syntax.children(m.first, "nmod:poss", "amod", "compound"):
            key = self.at.get(child)
            if key and self.is_state(key):
                return self.things[key].name
        for case, child in self.syntax.obliques(m.first):
            key = self.at.get(child)
            if case == "of" and key and self.is_state(key):
                return self.things[key].name
        return None

    def _spoken_for(self, m: NameMention) -> str | None:
        """The state of which a ministry alone says what it does: "Peru will tax tin, the commerce ministry said"."""
        verb = self.syntax.head[m.first]
        if self.syntax.dep[m.first] != "nsubj" or self.syntax.lemma(verb) not in ANNOUNCING:
            return None
        above = [self.syntax.head[verb]] if self.syntax.dep[verb] == "parataxis" else []
        clauses = (*self.syntax.children(verb, "ccomp", "parataxis"), *above)
        doers = [s for clause in clauses if self.syntax.is_verb(clause) for s in self.syntax.subjects(clause)]
        keys = {key for s in doers if (key := self.at.get(s)) and self.is_state(key)}
        return self.things[keys.pop()].name if len(keys) == len(doers) == 1 else None

    def _capital_of(self, m: NameMention) -> str | None:
        state = self.table.metonym(m.name)
        return state.name if state else None

    def _link_city(self, m: NameMention) -> None:
        state = self.government_in(m.name)
        if state is not None and self._is_metonym(m):
            self.metonyms.add(m.first)
            key = self.state_key(state.name)
            self.things[key].mentions.append((m.first, m.last, "metonym"))
            self.at[m.first] = key
            return
        city = m.entry if isinstance(m.entry, City) else None
        self._add(
            Thing(
                f"place/{slug(m.name)}",
                EntityKind.PLACE,
                "city",
                in_small(m.name),
                country=city.country if city else None,
                lat=city.lat if city else None,
                lon=city.lon if city else None,
                same_as=(f"geonames:{city.geonames}",) if city and city.geonames else (),
            ),
            m,
            "name",
        )

    def government_in(self, capital: str) -> State | None:
        """The state whose government sits in a capital, of the article's year or of the past state it speaks of."""
        published = self.document.article.published
        state = self.table.metonym(capital, year=published.year if published else None)
        return next((s for s in self.past_states if s.capital == capital), state)

    @cached_property
    def past_states(self) -> tuple[State, ...]:
        """States of the past that the article names, their successors not."""
        named = Counter(m.name for m in self.names if m.kind in (STATE, DEMONYM))
        entries = [s for name, n in named.items() if n > 1 and (s := self.table.state(name)) is not None]
        return tuple(s for s in entries if s.kind == "historical" and s.successor not in named)

    def _is_metonym(self, m: NameMention) -> bool:
        """A capital that acts, owns, or is dealt with stands for its government."""
        syntax, i = self.syntax, m.first
        relation, case = syntax.dep[i], syntax.case(i)
        head = i
        while syntax.dep[head] == "conj":
            head = syntax.head[head]
            relation = syntax.dep[head]
            case = case or syntax.case(head)
        if case == "from":
            return self._is_sent_from(syntax.head[head], len(syntax.conjuncts(head)))
        if case == "for" and syntax.lemma(syntax.head[head]) in LEAVING_FOR:
            return False
        if case:
            return (
                case.split()[0] not in PLACE_PREPOSITIONS
                and case in ("with between by against for on of over".split())
                and (case != "of" or not self._is_somewhere(syntax.head[head]))
                and (case not in ("on", "of", "over", "for") or self._stands_for_state_elsewhere(m))
            )
        if relation in ("nsubj", "nsubj:pass", "obj", "iobj", "csubj"):
            return not self._place_subject(head)
        if relation == "nmod:poss":
            return not self._is_city_thing(syntax.head[head])
        return relation == "compound" and self.linked_compound(m)

    def _is_sent_from(self, i: int, capitals: int) -> bool:
        """ "Negotiators from Kyiv", "teams from Kyiv and Moscow"; one team may be that of a city."""
        sent, ranked = self.syntax.lemma(i), self.syntax.head[i]
        if sent in RANKS:  # "delegations of lower rank from Kyiv"
            sent = self.syntax.lemma(ranked)
        return sent in ENVOYS or (sent in CREWS and capitals > 1)

    def linked_compound(self, m: NameMention) -> bool:
        """As in "Washington-Beijing ties", "the Beijing leadership": a capital before what states have."""
        return self.syntax.lemma(self.syntax.head[m.first]) in STATE_THINGS

    def _stands_for_state_elsewhere(self, m: NameMention) -> bool:
        for other in self.names:
            same = other.kind == CITY and other.name == m.name and other.first != m.first
            if same and self.syntax.case(other.first).split()[:1] in (["in"], ["at"]):
                return False
        return True

    def _place_subject(self, i: int) -> bool:
        """As in "Geneva is …": a city speaks as itself; not in "Washington is to impose"."""
        verb = self.syntax.head[i]
        is_so = bool(self.syntax.children(verb, "cop")) and not self.syntax.is_verb(verb)
        return self.syntax.lemma(verb) in ("be", "lie", "house") or is_so

    def _is_somewhere(self, i: int) -> bool:
        """ "the talks of Oslo", "the edge of Oslo", "north of Oslo"."""
        return self.syntax.lemma(i) in EVENT_NOUNS | CITY_THINGS | PARTS_OF_TOWN

    def _is_city_thing(self, i: int) -> bool:
        return self.syntax.lemma(i) in CITY_THINGS

    def _link_place(self, m: NameMention) -> None:
        region = m.entry if isinstance(m.entry, Region) else None
        self._add(
            Thing(
                f"place/{slug(m.name)}",
                EntityKind.PLACE,
                m.type or m.kind,
                m.name,
                country=region.state if region else None,
                lat=region.lat if region else None,
                lon=region.lon if region else None,
            ),
            m,
            "name",
        )

    # ── the article's entities ──────────────────────────────────────────────────────────────────────────────────────

    def state_counts(self) -> Counter[str]:
        """How often the article names each state, by key; names and demonyms, capitals that stand for it."""
        return Counter({k: len(t.mentions) for k, t in self.things.items() if self.is_state(k)})

    def entities(self, extra: Iterable[str] = ()) -> tuple[Entity, ...]:
        """
        All entities, in the order of their first mention. A state that only stands in titles is listed only if *extra*
        names it (because an office or a meeting refers to it).
        """
        wanted = set(extra)
        result = [self._person_entity(p) for p in self.persons.values()]
        for thing in self.things.values():
            result.append(self._thing_entity(thing))
        kept = [
            e
            for e in result
            if (e.mentions or e.key in wanted) and (e.key in wanted or not self._only_a_government(e.key))
        ]
        return tuple(sorted(kept, key=lambda e: (e.mentions[0].span if e.mentions else Span(10**9, 10**9), e.key)))

    def _only_a_government(self, key: str) -> bool:
        """Whether a name stands in the article for a government alone: "the Trump administration"."""
        person = self.persons.get(key)
        return person is not None and all(
            self.syntax.dep[m.first] in ("compound", "nmod:poss", "amod")
            and self.syntax.lemma(self.syntax.head[m.first]) in GOVERNMENT_OF
            for m in person.mentions
        )

    def _person_entity(self, person: Person) -> Entity:
        mentions = tuple(self._mention(m.first, m.last, "name") for m in person.mentions)
        return Entity(person.key, EntityKind.PERSON, "", person.name, mentions, doubt=person.doubt)

    def _thing_entity(self, thing: Thing) -> Entity:
        mentions = tuple(self._mention(*m) for m in sorted(thing.mentions))
        return Entity(
            thing.key,
            thing.kind,
            thing.type,
            thing.name,
            mentions,
            of=thing.of,
            country=thing.country,
            lat=thing.lat,
            lon=thing.lon,
            same_as=thing.same_as,
        )

    def _mention(self, first: int, last: int, how: str) -> Mention:
        tokens = self.document.tokens
        span = Span(tokens[first].start, tokens[last - 1].end)
        return Mention(span, self.text[span.start : span.end], how)


EVENT_NOUNS = word_set(
    "talk talks meeting summit visit conference negotiation negotiations round session dialogue dialog discussion "
    "discussions forum gathering agreement accord treaty declaration protocol"
)
STATE_THINGS = word_set(
    "tie relation relationship government leadership regime administration official policy dispute rivalry axis "
    "rapprochement tension"
)
ANNOUNCING = frozenset({"say", "announce", "declare", "add", "state"})
LEAVING_FOR = frozenset({"leave", "depart", "head", "bind", "sail", "set", "embark", "make"})
RANKS = frozenset({"rank", "level"})  # "of lower rank", behind those who act for a state
ENVOYS = word_set("delegation negotiator delegate envoy representative diplomat official emissary minister mission")
CREWS = word_set("team expert commander")
APART = 7  # tokens from an office with its state to the name of its holder
GOVERNMENT_OF = word_set("administration government presidency era cabinet doctrine regime white")
CITY_THINGS = word_set(
    "airport street suburb outskirts mayor hotel stadium university district station palace centre center port skyline "
    "population resident airport university stock"
)
# What a town has and is said only of towns: "the edge of Oslo", "a suburb of Oslo", "north of Oslo".
PARTS_OF_TOWN = word_set("edge city town capital heart fringe north south east west mile kilometre kilometer km")


def _name_words(name: str) -> tuple[str, ...]:
    words = [w for w in folded(name).split() if w not in HONORIFICS]
    while len(words) > 1 and words[-1] in NAME_SUFFIXES:
        words.pop()
    return tuple(words)


def in_small(name: str) -> str:
    """ "RICHARD NIXON", "ARGYLE", of a headline or dateline, as names are written elsewhere; "DRC" as it is."""
    return name.title() if name.isupper() and any(len(word) > 3 for word in name.split()) else name


def _is_same_in_small(other: str, name: str) -> bool:
    """Whether *name* stands in capitals, and *other* is the same one written as names are."""
    return name.isupper() and not other.isupper() and _name_words(other) == _name_words(name)


def _same_full_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Equal but for middle names and initials: "Joe Biden", "Joe R. Biden", "Joseph R. Biden" is left apart."""
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    short, long = sorted((a, b), key=len)
    return short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long)


def _ends_in(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a name ends in another, which is not the father's: "Omar bin | Said bin Hamad"."""
    n = len(short)
    father = len(long) > n and long[-n - 1].casefold() in PATRONYMICS
    return long[-n:] == short and not father


_MINISTRY = re.compile(r"^(?:ministry|department|office) of (?:the )?(.+)$|^(.+?) (?:ministry|department|office)$")


def _institution_key(name: str) -> str:
    """What spellings of one body share: "Ministry of Commerce" and "commerce ministry"."""
    text = folded(name).removeprefix("the ")
    match = _MINISTRY.match(text)
    if match:
        kind = "department" if "department" in text else "office" if "office" in text else "ministry"
        return f"{kind} {match.group(1) or match.group(2)}".replace(" affairs", "")
    return text
