"""Where: the place, venue and state that the sentence itself gives an event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from kg.facts.link import Linked, Thing, slug
from kg.facts.loose_places import hangs_loose
from kg.facts.rules import table
from kg.model import EntityKind
from kg.text.dates import MONTH_NUMBER, WEEKDAYS
from kg.text.mentions import CITY, EVENT, INSTITUTION, REGION, STATE, VENUE, NameMention

MEANWHILE = frozenset({"when", "while", "as"})
PLACES = (CITY, REGION, STATE)
SUBJECTS = ("nsubj", "nsubj:pass")
DATES = frozenset(WEEKDAYS) | frozenset(MONTH_NUMBER)
MODIFIERS = ("compound", "nmod:poss", "amod", "nmod:desc")
CONTENTS = ("ccomp", "csubj", "csubj:pass")  # what is said: "it was reported that she would fly to Rome"
FRONTIERS = frozenset({"border", "frontier", "zone", "checkpoint", "dmz"})
ELSEWHERE = 50  # more than anything hangs deep in a tree
RIGHT_BEHIND = 4  # tokens from talks to where they are


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of rules/settings.toml."""

    moving: frozenset[str]
    leaving: frozenset[str]
    travelling: frozenset[str]
    present: frozenset[str]
    facing: frozenset[str]
    discussing: frozenset[str]
    reporting: frozenset[str]
    aiming: frozenset[str]
    occurrences: frozenset[str]
    margins: frozenset[str]
    speaking: frozenset[str]
    ending: frozenset[str]
    beginning: frozenset[str]
    debates: frozenset[str]
    islands: frozenset[str]
    journeys: frozenset[str]
    passable: frozenset[str]
    buildings: frozenset[str]
    gatherings: frozenset[str]
    settlements: frozenset[str]
    country_seats: frozenset[str]
    inside: frozenset[str]
    containing: frozenset[str]
    apart: frozenset[str]
    same_day: frozenset[str]
    now: frozenset[str]
    some_day: frozenset[str]
    times_of_day: frozenset[str]
    seats: dict[str, str]


@cache
def words() -> Words:
    raw = dict(table("settings"))
    seats = raw.pop("seats")
    return Words(seats=seats, **{name: frozenset(found) for part in raw.values() for name, found in part.items()})


@dataclass(frozen=True, slots=True)
class Where:
    """Keys of the place, venue and state found; `given` is how: "own", "several", "story" (carried over) or empty."""

    place: str | None = None
    venue: str | None = None
    country: str | None = None
    given: str = ""


class Places:
    """Finds the place of each event of one article; `triggers` are the tokens that may tell one."""

    def __init__(self, linked: Linked, triggers: frozenset[int]) -> None:
        self.linked = linked
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.document = linked.document
        self.triggers = triggers
        self.words = words()

    # ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def city_key(self, name: str) -> str:
        """The key of a city that the text names only by its state ("the Spanish capital") or as a metonym."""
        key = f"place/{slug(name)}"
        if key not in self.linked.things:
            city = self.linked.table.city(name)
            self.linked.things[key] = Thing(
                key,
                EntityKind.PLACE,
                "city",
                name,
                country=city.country if city else None,
                lat=city.lat if city else None,
                lon=city.lon if city else None,
                same_as=(f"geonames:{city.geonames}",) if city and city.geonames else (),
            )
        return key

    def country_of(self, key: str) -> str | None:
        """The key of the state that a place lies in."""
        if self.linked.is_state(key):
            return key
        thing = self.linked.things.get(key)
        return self.linked.state_key(thing.country) if thing is not None and thing.country else None

    def dateline(self) -> str | None:
        """The key of the place that the article's dateline names, where the tables know it."""
        words_ = self.document.article.dateline
        if not words_:
            return None
        first = words_.split(",")[0].strip()
        for written in (first, first.split(". ")[0]):  # "TASHKENT. KAZINFORM"
            name = written if not written.isupper() else written.title()
            city, state = self.linked.table.city(name), self.linked.table.state(name)
            if state is not None and state.capital == f"{state.name} City":  # "KUWAIT, June 3 -"
                return self.city_key(state.capital)
            if state is not None:  # "CANADA, September 18 -" is who says it
                return self.linked.state_key(state.name) if city is not None else None
            if city is not None:
                return self.city_key(city.name)
        return self._unlisted(first)

    def _unlisted(self, town: str) -> str | None:
        """The key of a town that only the dateline and the article know: "ARGYLE, St Vincent -"."""
        named = (m for m in self.linked.names if m.kind == CITY and m.name.casefold() == town.casefold())
        return next((self.linked.at[m.first] for m in named if m.first not in self.linked.metonyms), None)

    def place_key(self, m: NameMention) -> str:
        """The key of a place's name as a place, also where elsewhere it stands for a government."""
        return self.city_key(m.name) if m.first in self.linked.metonyms else self.linked.at[m.first]

    # ── one event ───────────────────────────────────────────────────────────────────────────────────────────────────

    def of(self, trigger: int, heads: set[int]) -> Where:
        """The place that the event at *trigger* (*heads*: it and its noun) is given in its own sentence."""
        found = [m for m in self._named(trigger) if self.belongs(m.first, trigger, heads)]
        found.sort(key=lambda m: (self._distance(m, heads), m.first))
        places = [m for m in found if m.kind in (CITY, REGION) and not self._is_seat(m)]
        venues = [m for m in found if m.kind == VENUE or self._is_seat(m)]
        states = [m for m in found if m.kind == STATE]
        venue = self.linked.at[venues[0].first] if venues else None
        seat = None if venue else self._seat(trigger, heads)
        country = self.linked.at[states[0].first] if states else None
        where = self._where(trigger)
        places = [m for m in places if where is None or m.first > where]  # "flew in from Rome, where they met"
        known = seat.place if seat is not None else self._city_of(venue) if venue is not None else None
        far = bool(places) and self._distance(places[0], heads) >= ELSEWHERE and seat is not None
        if known and places and (far or self._is_of_other_talks(places[0].first, heads)):
            places = []  # "a plan to end the war in Ossetia at talks in the Kremlin"
        place = self.place_key(places[0]) if places else self._place_before(where) if where is not None else None
        if seat is not None:
            return Where(place or seat.place, seat.venue, country or seat.country, "own")
        if venue is not None and place is None:
            place = self._city_of(venue)
        place = place or self._nominal_place(trigger, heads) or country or self._gathering(trigger, heads)
        place = place or self._while_there(trigger)
        if place or venue:
            return Where(place, venue, country, "several" if self._is_one_of_several(places + states) else "own")
        carried = self._carried(trigger, heads)
        return Where(carried, None, None, "story" if carried else "")

    def _is_of_other_talks(self, i: int, heads: set[int]) -> bool:
        """ "After talks in Rome, they met at the Kremlin": the place is that of another word for a meeting."""
        noun = self._before(i)
        return noun in self.triggers and noun not in heads and not self.syntax.is_verb(noun)

    def _while_there(self, trigger: int) -> str | None:
        """ "met her when he visited Chile", "will see her while he is in Lima": where a clause of time has one be."""
        syntax, clause = self.syntax, self.syntax.clause(trigger)
        for verb in syntax.children(clause, "advcl"):
            if not {syntax.word(c) for c in syntax.children(verb, "mark", "advmod")} & MEANWHILE:
                continue
            if syntax.lemma(verb) in ("visit", "tour"):
                heads = syntax.children(verb, "obj")
            elif syntax.lemma(verb) in self.words.travelling | {"be", "stay"}:
                heads = [h for case, h in syntax.obliques(verb) if case in ("in", "to", "at")]
            else:
                heads = [verb] if syntax.children(verb, "cop") and syntax.case(verb) == "in" else []
            named = (self.linked.mention_at.get(h) for h in heads)
            place = next((self.place_key(m) for m in named if m is not None and m.kind in PLACES), None)
            if place is not None:
                return place
        return None

    def told_by(self, found: list[NameMention]) -> Where:
        """The place that names give an event whose they are known to be; the likeliest first."""
        towns = [self.place_key(m) for m in found if m.kind in (CITY, REGION) and not self._is_seat(m)]
        venues = [self.linked.at[m.first] for m in found if m.kind == VENUE]
        states = [self.linked.at[m.first] for m in found if m.kind == STATE and m.first not in self.linked.metonyms]
        venue, country = (each[0] if each else None for each in (venues, states))
        place = towns[0] if towns else (self._city_of(venue) if venue else None) or country
        return Where(place, venue, country, "own" if place or venue else "")

    def _is_one_of_several(self, named: list[NameMention]) -> bool:
        """ "is visiting Chad, Niger and Mali"."""
        others = (self.linked.mention_at.get(c) for m in named[:1] for c in self.syntax.children(m.first, "conj"))
        return any(m is not None and m.kind in PLACES for m in others)

    def _gathering(self, trigger: int, heads: set[int]) -> str | None:
        """ "at the Doha Forum": the city that a gathering is named after."""
        number = self.syntax.sentence_of[trigger]
        for m in self.linked.names:
            if self.syntax.sentence_of[m.first] == number and self._names_gathering(m.first) and " " in m.name:
                held = self.syntax.case(m.first) in self.words.containing
                city = self.linked.table.city(m.name.split()[0]) if held else None
                if city is not None and self._climbs(m.first, trigger, heads):
                    return self.city_key(city.name)
        return None

    def _named(self, trigger: int) -> list[NameMention]:
        number = self.syntax.sentence_of[trigger]
        return [
            m
            for m in self.linked.names
            if m.kind in (*PLACES, VENUE) and self.syntax.sentence_of[m.first] == number and not self.linked.in_title(m)
        ]

    def named_in(self, number: int) -> frozenset[str]:
        """The keys of the cities and states where a sentence says that something is or goes."""
        return frozenset(
            self.place_key(m)
            for m in self.linked.names
            if m.kind in PLACES
            and self.syntax.sentence_of[m.first] == number
            and not self.linked.in_title(m)
            and self.is_place_phrase(m.first)
        )

    def _distance(self, m: NameMention, heads: set[int]) -> int:
        for distance, above in enumerate(self.syntax.ancestors(m.first)):
            if above in heads:
                return distance
        return ELSEWHERE + abs(m.first - min(heads))

    def belongs(self, i: int, trigger: int, heads: set[int]) -> bool:
        """Whether the place at *i* is the place of the event at *trigger*."""
        relation = self.syntax.dep[i]
        if relation in MODIFIERS:
            return self._modifies(i, trigger, heads)
        if relation in ("appos", "conj", "nmod:unmarked", "list") and i not in heads:
            return self._beside(i, trigger, heads)
        if not self.is_place_phrase(i) or self._is_of_another_time(i, trigger) or self._is_of_next(i, trigger, heads):
            return False
        if i in self.syntax.told_of_time(self.syntax.clause(trigger)):
            return True
        return self._is_said_of(i, heads) or self._is_right_behind(i, trigger) or self._climbs(i, trigger, heads)

    def _is_said_of(self, i: int, heads: set[int]) -> bool:
        """ "their last meeting was in Hangzhou"."""
        return bool(self.syntax.children(i, "cop")) and bool(heads & set(self.syntax.children(i, *SUBJECTS)))

    def _is_of_another_time(self, i: int, trigger: int) -> bool:
        """ "has not met her since fighting broke out in Rome", whatever the parser hangs that on."""
        opened = [j for j in range(trigger + 1, i) if self.syntax.word(j) in ("since", "until", "because")]
        return any(self.tokens[j].tag in ("VBD", "VBZ", "VBP") for j in range(opened[0], i)) if opened else False

    def _is_of_next(self, i: int, trigger: int, heads: set[int]) -> bool:
        """ "met to prepare for talks | in Oslo": the place of the talks that it stands behind, whatever it hangs on."""
        noun = self._before(i)
        other = noun > trigger and noun in self.triggers and noun not in heads and not self.syntax.is_verb(noun)
        return other and not (self._holds_others(noun) or self._is_its_form(noun, trigger, heads))

    def _is_right_behind(self, i: int, trigger: int) -> bool:
        """ "talks in Beijing between …": the noun's place, whatever the parser hangs it on."""
        if self.syntax.is_verb(trigger) or not trigger < i <= trigger + RIGHT_BEHIND:
            return False
        return all(self.syntax.word(j) in ("in", "at", "the", ",") for j in range(trigger + 1, i))

    def _modifies(self, i: int, trigger: int, heads: set[int]) -> bool:
        """ "the Madrid talks", "in a Moscow hotel"."""
        m = self.linked.mention_at.get(i)
        if m is None or m.kind == STATE:
            return False
        above = self.syntax.head[i]
        if above in heads:
            return not (m.kind == REGION and self._is_subject_matter(above))
        if self._names_gathering(above) and self.syntax.case(above) in self.words.containing:
            return self._climbs(above, trigger, heads)  # "the Oslo | Peace Forum"
        named_after = self.syntax.lemma(above) in self.words.buildings and self.tokens[above].text.islower()
        inside = self.syntax.case(above).split()[:1]
        beside = inside == ["of"] and self.syntax.lemma(self.syntax.head[above]) in self.words.margins
        there = beside or (bool(inside) and inside[0] in self.words.inside)  # "on the margins of the Oslo summit"
        return named_after and there and m.kind != REGION and self._climbs(above, trigger, heads)

    def _is_subject_matter(self, noun: int) -> bool:
        """ "the Caucasus | peace talks": of a region's peace, wherever they are held."""
        return any(self.syntax.word(c) in ("peace", "crisis") for c in self.syntax.children(noun, "compound", "amod"))

    def _names_gathering(self, i: int) -> bool:
        m = self.linked.mention_at.get(i)
        return m is not None and m.kind in (INSTITUTION, EVENT) and m.name.split()[-1].lower() in self.words.gatherings

    def _beside(self, i: int, trigger: int, heads: set[int]) -> bool:
        """ "in Gyeongju, South Korea", "in the capital, Bishkek"; not the second of "in Paris and London"."""
        above = self.syntax.head[i]
        other = self.linked.mention_at.get(above)
        if other is not None and other.kind in (*PLACES, VENUE) and self.belongs(above, trigger, heads):
            return self.syntax.dep[i] != "conj" or self._lies_in(other, i)
        apposed = self.syntax.dep[i] == "appos" and self.syntax.lemma(above) in self.words.passable
        return apposed and self._climbs(above, trigger, heads)

    def _lies_in(self, venue: NameMention, i: int) -> bool:
        """ "at the Villa, Abuja", whatever the parser makes of the comma."""
        joined = self.syntax.children(i, "cc") or venue.kind != VENUE
        return not joined and i == venue.last + 1 and self.tokens[venue.last].text == ","

    def is_place_phrase(self, i: int) -> bool:
        """Whether the preposition and the governor of the place at *i* say where something is or goes."""
        case = self.syntax.case(i)
        first = case.split()[0] if case else ""
        lemma = self.syntax.lemma(self.syntax.head[i])
        if self._is_of_topic(i):
            return False
        if first in self.words.inside:
            return True
        if case == "on":
            m = self.linked.mention_at.get(i)
            debated = {lemma, self.syntax.lemma(self._before(i))} & self.words.debates
            topic = bool(debated) and m is not None and m.name.split()[-1].lower() not in self.words.islands
            return m is not None and m.kind == REGION and not topic
        if case == "of":
            return lemma in self.words.settlements
        if self._leaves_for(i):
            return True
        if first in ("to", "for", "into", ""):
            goes = (self.words.moving - {"be", "hold"}) | self.words.journeys | {"invite", "welcome"}
            reached = self.syntax.dep[i] == "obj" and lemma in ("visit", "tour", "reach", "enter")
            return (lemma in goes and (bool(case) or reached)) or self._is_left(i)
        return False

    def _is_left(self, i: int) -> bool:
        """ "left | Lima after talks"."""
        verb = self.syntax.head[i]
        left = self.syntax.dep[i] == "obj" and self.syntax.lemma(verb) in self.words.leaving
        return left and any(case in ("after", "following") for case, _ in self.syntax.obliques(verb))

    def _is_of_topic(self, i: int) -> bool:
        """ "discussed the war in Chad", where the parser may hang the place on the verb."""
        syntax, verb, before = self.syntax, self.syntax.head[i], self._before(i)
        topics = syntax.children(verb, "obj") if syntax.lemma(verb) in self.words.discussing else []
        return any(before in syntax.conjuncts(topic) and self.tokens[before].pos == "NOUN" for topic in topics)

    def _before(self, i: int) -> int:
        """The token before the preposition of the phrase at *i*; -1 where it has none."""
        return min(self.syntax.children(i, "case"), default=0) - 1

    # ── from a place to its event ───────────────────────────────────────────────────────────────────────────────────

    def _climbs(self, i: int, trigger: int, heads: set[int]) -> bool:
        """From *i* upwards: the first event met on the way is the one it belongs to."""
        at = i
        for above in self.syntax.ancestors(i):
            if above in heads:
                return not (self._recalls(at, above) or self.is_likewise(at))
            verdict = self._step(at, above, trigger, heads)
            if verdict is False and self._is_city(i) and self._is_faced(above, trigger, heads):
                verdict = None
            elif verdict is False and not self.syntax.is_verb(above) and hangs_loose(self, i, trigger, heads):
                return True
            if verdict is not None:
                return verdict
            at = above
        return False

    def _recalls(self, clause: int, noun: int) -> bool:
        """ "their first meeting since 2019, when they dined in Rome": what the clause tells is another time."""
        if self.syntax.is_verb(noun) or self.syntax.dep[clause] != "advcl":
            return False
        told = any(j in self.triggers for j in self.syntax.subtree(clause))
        since = any(self.syntax.case(j) == "since" for j in self.syntax.subtree(noun))
        return told and since and self._marked(clause, "when")

    def is_likewise(self, clause: int) -> bool:
        """ "as he did in Rome last May": another meeting than that of the main clause."""
        return self.syntax.lemma(clause) == "do" and self._marked(clause, "as")

    def _is_city(self, i: int) -> bool:
        m = self.linked.mention_at.get(i)
        return m is not None and m.kind in (CITY, STATE) and self.syntax.case(i) in ("in", "at", "of")

    def _step(self, at: int, above: int, trigger: int, heads: set[int]) -> bool | None:
        """What the governor *above* of *at* says; None where one must look further up."""
        syntax = self.syntax
        if at > trigger and self.spoke_when(above, syntax.clause(trigger)):
            return True
        if above in self.triggers and not self.carries(above, trigger):
            if not syntax.is_verb(above) and (self._holds_others(above) or self._is_its_form(above, trigger, heads)):
                return None  # "a meeting … at the summit in Bali": the summit's place is the meeting's
            return False
        if syntax.is_verb(above) or (syntax.lemma(above) == "due" and syntax.children(above, "cop")):
            return self._verb_step(at, above, trigger, heads)
        if syntax.dep[at] == "acl:relcl" and (self.linked.key(above) or "").startswith("person/"):
            return False  # "met X, who works in Oslo"
        stops = (
            self.linked.key(above) is None
            and syntax.lemma(above) not in self.words.passable
            and not self._names_gathering(above)
            and syntax.word(above) not in DATES
            and not syntax.children(above, "cop")
            and syntax.tokens[above].pos in ("NOUN", "PROPN")
            and syntax.case(above) not in self.words.inside  # "aboard a yacht off Tangier"
            and above != syntax.clause(trigger)
        )
        if above == syntax.clause(trigger) and syntax.children(above, "cop"):
            return True  # "no talks were on the programme in Khujand"
        return False if stops else None

    def _holds_others(self, noun: int) -> bool:
        """ "at the summit", "on the sidelines of the ministers' meeting": others are held with it."""
        case = self.syntax.case(noun)
        within = case == "of" and self.syntax.lemma(self.syntax.head[noun]) in self.words.margins
        return case in self.words.containing or within

    def _is_its_form(self, noun: int, trigger: int, heads: set[int]) -> bool:
        """ "received two envoys in audience at the palace", "met them for talks in Bonn": the same meeting."""
        clause = self.syntax.clause(trigger)
        above = self.syntax.head[noun]
        within = above in heads or above == clause or above in self.syntax.patients(clause)
        return within and self.syntax.case(noun) in ("in", "for")

    def _is_faced(self, noun: int, trigger: int, heads: set[int]) -> bool:
        """ "met the leaders of Chad and Niger in Paris", "signed a memorandum on trade in Paris"."""
        syntax = self.syntax
        if syntax.is_verb(noun) or noun in self.triggers or self.linked.key(noun) is not None:
            return False
        if syntax.head[noun] in heads and syntax.case(noun) in ("with", "between"):
            return True
        if syntax.lemma(trigger) == "sign":
            return any(syntax.dep[a] == "obj" and syntax.head[a] == trigger for a in (noun, *syntax.ancestors(noun)))
        return syntax.dep[noun] == "obj" and syntax.head[noun] == trigger and syntax.lemma(trigger) in self.words.facing

    def _verb_step(self, at: int, above: int, trigger: int, heads: set[int]) -> bool | None:
        syntax = self.syntax
        clause = syntax.clause(trigger)
        if syntax.dep[at] in CONTENTS and trigger not in syntax.subtree(at) and not self._begins(at, trigger):
            return False  # "after the meeting he said that he would fly to Rome"
        if above == clause and self.is_left_behind(trigger, heads):
            return syntax.dep[at] == "obj"  # "left Lima for Rome after talks"
        if self.is_before(above):
            return False  # "before flying to Rome, met him"
        if above == clause:
            return self.carries(above, trigger) or not (above in self.triggers and above != trigger)
        if syntax.dep[at] in ("acl:relcl", "advcl"):
            return False
        if self.moves_to(above, trigger) or (self._leaves_for(at) and self._leads_to(above, trigger)):
            return True
        if syntax.dep[above] in ("acl", "acl:relcl", "advcl") and self.is_apart(above):
            return False
        if syntax.dep[above] in ("acl", "acl:relcl") and syntax.head[above] in heads:
            return syntax.lemma(above) not in self.words.aiming | {"invite"}
        goes_on = (
            syntax.dep[above] in ("conj", "xcomp") and syntax.lemma(above) in self.words.moving | self.words.leaving
        )
        return False if goes_on or syntax.lemma(above) in self.words.reporting else None

    def _begins(self, verb: int, trigger: int) -> bool:
        """ "confirmed talks | would start in Rome", where the parser takes the talks for what is confirmed."""
        syntax = self.syntax
        bare = not syntax.children(verb, "mark", *SUBJECTS) and bool(syntax.children(verb, "aux"))
        told = syntax.dep[trigger] == "obj" and syntax.head[trigger] == syntax.head[verb] and trigger < verb
        return bare and told and syntax.lemma(verb) in self.words.beginning | {"resume", "take", "continue", "be"}

    def spoke_when(self, verb: int, clause: int) -> bool:
        """ "speaking | when he met her, on the margins of a congress in Rome": where one speaks, one meets."""
        syntax = self.syntax
        spoke = syntax.lemma(verb) in self.words.speaking | self.words.reporting
        return spoke and clause in syntax.children(verb, "advcl") and self._marked(clause, "when", "as", "while")

    def carries(self, verb: int, trigger: int) -> bool:
        """Whether a verb that may tell a meeting only carries the trigger's noun: "hosted talks", "met for talks"."""
        syntax = self.syntax
        if not syntax.is_verb(verb) or syntax.is_verb(trigger) or syntax.head[trigger] != verb:
            return False
        relation = syntax.dep[trigger]
        return relation in ("obj", "nsubj:pass", "xcomp") or (
            relation == "obl" and syntax.case(trigger) in ("for", "in", "to")
        )

    def is_apart(self, clause: int) -> bool:
        """Whether a clause tells another event of another time: "the first meeting since … were killed"."""
        return self._marked(clause, *self.words.apart)

    def _marked(self, clause: int, *words: str) -> bool:
        return any(self.syntax.word(c) in words for c in self.syntax.children(clause, "mark", "advmod", "case"))

    def moves_to(self, verb: int, trigger: int) -> bool:
        """ "flew to Madrid to meet", "arrived in Beijing and met": the place of a movement is that of what follows."""
        goes = self.syntax.lemma(verb) in self.words.moving or self.is_awaited(verb)
        return goes and self._leads_to(verb, trigger)

    def is_awaited(self, i: int) -> bool:
        """ "is | due in Rome to discuss", "is | expected in Rome to see"."""
        awaited = self.syntax.lemma(i) in ("expect", "await") and self.syntax.is_passive(i)
        return self.syntax.lemma(i) == "due" or awaited

    def _leads_to(self, verb: int, trigger: int) -> bool:
        """Whether the clause of the event follows from that of *verb*, or has it as an adverbial."""
        syntax = self.syntax
        clause = syntax.clause(trigger)
        if clause == verb:
            return True
        if verb in syntax.children(clause, "advcl"):
            return not self._marked(verb, "before", "until")  # "met X before he left for Hanoi"
        at = clause
        for _ in range(4):
            if syntax.dep[at] == "acl:relcl" and syntax.head[at] in syntax.children(verb, *SUBJECTS):
                return False  # "Modi, who met X, left for Colombo"
            if syntax.dep[at] == "conj" and not self.continues(at) and not self._by_pronoun(at):
                return False  # "Putin stayed in Moscow, and the meeting did not take place"
            if syntax.dep[at] == "advcl" and self._marked(at, "after"):
                return False  # "arrived in Rome after meeting X"
            at = syntax.head[at]
            if at == verb:
                return True
        return False

    def _by_pronoun(self, verb: int) -> bool:
        return any(self.tokens[c].pos == "PRON" for c in self.syntax.children(verb, "nsubj", "nsubj:pass"))

    def _leaves_for(self, i: int) -> bool:
        """ "left for Singapore to meet", also where the parser makes the place who is to meet."""
        above = self.syntax.head[i]
        aimed = any(self.syntax.word(c) == "for" and c == i - 1 for c in self.syntax.children(above, "mark"))
        if aimed and self.syntax.dep[i] == "nsubj":
            return self.syntax.lemma(self.syntax.head[above]) in self.words.leaving | self.words.moving
        return self.syntax.case(i) == "for" and self.syntax.lemma(self.syntax.head[i]) in self.words.leaving

    # ── other ways to say it ────────────────────────────────────────────────────────────────────────────────────────

    def _where(self, trigger: int) -> int | None:
        """The "where" of "New York, where she met …", also for what is coordinated with it."""
        syntax = self.syntax
        at = syntax.clause(trigger)
        for _ in range(4):
            wheres = [c for c in syntax.children(at, "advmod", "mark", "obl") if syntax.word(c) == "where"]
            if wheres:
                return wheres[0]
            if not (self.continues(at) or syntax.dep[at] in ("xcomp", "ccomp")):
                return None
            at = syntax.head[at]
        return None

    def continues(self, verb: int) -> bool:
        """Whether a verb is coordinated with another and has its subject."""
        return self.syntax.dep[verb] == "conj" and not self.syntax.children(
            verb, "nsubj", "nsubj:pass", "csubj", "expl"
        )

    def _seat(self, trigger: int, heads: set[int]) -> Where | None:
        """ "at the White House": a body as the building it sits in, in the capital or where it is known to sit."""
        number = self.syntax.sentence_of[trigger]
        for m in self.linked.names:
            if m.kind != INSTITUTION or self.syntax.sentence_of[m.first] != number or self.linked.in_title(m):
                continue
            body = self.linked.things.get(self.linked.at.get(m.first, ""))
            if body is None or not (self._goes_in(m.first) or self._names_event(m.first, heads)):
                continue
            governs = body.type == "government" and body.of is not None
            if (governs or body.name in self.words.seats) and self._climbs(m.first, trigger, heads):
                return self._building(body)
        return None

    def _names_event(self, i: int, heads: set[int]) -> bool:
        """ "a White House meeting", not "the White House's meeting"."""
        named = self.syntax.dep[i] in MODIFIERS and self.syntax.dep[i] != "nmod:poss" and self.syntax.head[i] in heads
        return named and self.linked.table.metonym(self.linked.things[self.linked.at[i]].name) is not None

    def _goes_in(self, i: int) -> bool:
        """ "at the White House", "visits the White House"."""
        verb = self.syntax.head[i]
        if self.syntax.dep[i] == "obj":
            return self.syntax.lemma(verb) == "visit"
        named = self.linked.table.metonym(self.linked.things[self.linked.at[i]].name) is not None
        if self.syntax.case(i) == "in":  # "in the Kremlin", not "in the State Department"
            return named
        if self.syntax.case(i) == "to":  # "welcomed her to the White House"
            return named and self.syntax.lemma(verb) in self.words.moving | {"welcome", "invite"}
        return self.syntax.case(i) in ("at", "inside")

    def is_site(self, m: NameMention) -> bool:
        """ "at Rajghat": no town that the tables know, but where one goes for an hour."""
        unknown = m.kind == CITY and self.linked.things[self.linked.at[m.first]].country is None
        return unknown and self.syntax.case(m.first) == "at"

    def _is_seat(self, m: NameMention) -> bool:
        """Whether what was taken for a town is a building of a government: "the Aiwan-e-Sadr"."""
        state = self.linked.table.metonym(m.name) if m.kind == CITY and self.linked.table.city(m.name) is None else None
        return state is not None and m.name not in (state.capital, *state.seats)

    def _city_of(self, venue: str) -> str | None:
        """The capital, where the building is one that its government is named after ("Hyderabad House")."""
        name = self.linked.things[venue].name
        state = self.linked.table.metonym(name)
        if state is None or state.capital is None or name in self.words.country_seats:
            return None
        return self.city_key(state.capital)

    def _building(self, body: Thing) -> Where:
        key = f"place/{slug(body.name)}"
        self.linked.things.setdefault(key, Thing(key, EntityKind.PLACE, "venue", body.name, country=body.of))
        state = self.linked.table.state(body.of or "")
        city = self.words.seats.get(body.name) or (state.capital if state is not None else None)
        country = self.linked.state_key(body.of) if body.of else None
        return Where(self.city_key(city) if city else None, key, country, "own")

    def is_at_gathering(self, trigger: int) -> bool:
        """ "is to meet him at the summit": at what the article is about, whose place need not be said again."""
        syntax = self.syntax
        return any(
            case.split()[:1] in (["at"], ["on"], ["during"])
            and any(syntax.lemma(j) in self.words.gatherings and self._is_definite(j) for j in syntax.subtree(noun)[:6])
            for n in {trigger, syntax.clause(trigger)}
            for case, noun in syntax.obliques(n)
        )

    def is_beside_gathering(self, trigger: int) -> bool:
        """ "On the sidelines of the assembly she met him": where others came together."""
        return any(
            self.syntax.lemma(noun) in self.words.margins | self.words.gatherings or self._names_gathering(noun)
            for n in {trigger, self.syntax.clause(trigger)}
            for case, noun in self.syntax.obliques(n)
            if case in self.words.containing or case == "on"
        )

    def is_at_frontier(self, trigger: int) -> bool:
        """ "Shook hands at the border", "in the demilitarised zone": in no city that the story speaks of."""
        at = {trigger, self.syntax.clause(trigger)} if self.syntax.is_verb(trigger) else {trigger}
        near = [h for i in at for case, h in self.syntax.obliques(i) if case in ("at", "in", "on", "near", "along")]
        return any(self.syntax.lemma(h) in FRONTIERS for h in near)

    def is_occasion(self, noun: int) -> bool:
        """ "will meet at the summit", "on the sidelines of the summit": where another meeting is, told by the verb."""
        above = self.syntax.head[noun]
        at = above if self.syntax.case(noun) == "of" and self.syntax.lemma(above) in self.words.margins else noun
        verb = self.syntax.head[at]
        return verb in self.triggers and self.syntax.is_verb(verb) and self.syntax.case(at) in self.words.containing

    def _is_definite(self, i: int) -> bool:
        return any(self.syntax.word(c) == "the" for c in self.syntax.children(i, "det"))

    def _place_before(self, i: int) -> str | None:
        """The place named last before token *i* in its sentence, the city of "Gyeongju, South Korea"."""
        found = [m for m in self._named(i) if m.last <= i and self.syntax.dep[m.first] not in MODIFIERS]
        if not found or found[-1].kind == VENUE:
            return None
        last = found[-1]
        if last.kind == STATE and len(found) > 1:
            before = found[-2]
            if before.kind != VENUE and before.last + 1 == last.first and self.tokens[before.last].text == ",":
                last = before
        return self.place_key(last)

    def _nominal_place(self, trigger: int, heads: set[int]) -> str | None:
        """ "in the Spanish capital", "here", "there"."""
        sentence = self.document.sentences[self.syntax.sentence_of[trigger]]
        for i in range(sentence.first, sentence.last):
            place = self._noun_place(i)
            above = self.syntax.head[i]
            beside = self.tokens[i].lemma == "there" and above in self.syntax.patients(trigger)  # "saw the men | there"
            if place and (above in heads or beside or self._climbs(i, trigger, heads)):
                return place
        return None

    def _noun_place(self, i: int) -> str | None:
        lemma, relation = self.tokens[i].lemma, self.syntax.dep[i]
        if lemma in ("capital", "city") and self.linked.key(i) is None:
            if self.syntax.case(i).split()[:1] not in (["in"], ["to"], ["at"]):
                return None
            bare = [self.syntax.word(c) for c in self.syntax.children(i) if self.syntax.dep[c] not in ("case", "punct")]
            if "same" in bare:  # "met in the same city"
                return self._last_place(i)
            if bare != ["the"]:
                return self._city_of_dateline(i) or self.capital(i)
            last = self._last_place(i)
            return last if last is not None and self.country_of(last) not in (None, last) else self.dateline()
        if lemma == "here" and relation == "advmod":
            return self.dateline()
        if lemma == "there" and relation == "advmod" and self.tokens[i].tag != "EX":
            return self._last_place(i)
        return None

    def _city_of_dateline(self, i: int) -> str | None:
        """ "JEDDAH — arrived in the Saudi | city": where the article was filed, of a city that is no capital."""
        line = self.dateline() if self.tokens[i].lemma == "city" else None
        states = [self.linked.key(c) for c in self.syntax.children(i, "amod", "compound", "nmod:poss")]
        return line if line is not None and self.country_of(line) in states else None

    def _last_place(self, i: int) -> str | None:
        """The place that "there" at *i* means: the last one named before it, in this paragraph or the one before."""
        named = (m for m in self.linked.names if m.first < i and m.kind in PLACES and self._is_place_name(m))
        told = [(m.first, self.place_key(m)) for m in named if not self._is_ahead(m.first)]
        told += [(at, key) for at, key in self.capitals if at < i and not self._is_ahead(at)]
        last = max(told, default=None)
        return last[1] if last is not None and self.syntax.block(i) - self.syntax.block(last[0]) <= 1 else None

    @cached_property
    def capitals(self) -> tuple[tuple[int, str], ...]:
        """Each "in the Norwegian capital" whose name is not told, with the key of the town."""
        told = (
            t.i
            for t in self.tokens
            if t.lemma == "capital" and self.syntax.case(t.i).split()[:1] in (["in"], ["to"], ["at"])
            if not any(self.linked.mention_at.get(c) for c in self.syntax.children(t.i, "appos"))
        )
        return tuple((i, key) for i in told if (key := self.capital(i)) is not None)

    def _is_ahead(self, i: int) -> bool:
        """ "before leaving for | Rome", "before flying to | Rome": where nobody is yet."""
        verb = self.syntax.head[i]
        return self.syntax.case(i) in ("for", "to", "into") and self.is_before(verb)

    def is_before(self, clause: int) -> bool:
        """Whether a clause tells what came later than its main clause: "before flying to Rome"."""
        return self.syntax.dep[clause] == "advcl" and self._marked(clause, "before")

    def _is_place_name(self, m: NameMention) -> bool:
        """Whether a name is one of a place as such, neither a government nor what something belongs to."""
        if self.linked.in_title(m) or self.syntax.dep[m.first] in MODIFIERS:
            return False
        if m.first in self.linked.metonyms:
            left = self.syntax.dep[m.first] == "obj" and self.syntax.lemma(self.syntax.head[m.first])
            return self.is_place_phrase(m.first) or left in self.words.leaving
        return bool(self.syntax.case(m.first)) or m.kind != STATE

    def capital(self, i: int) -> str | None:
        """The key of "the Spanish | capital"; None where it is of no state."""
        for child in self.syntax.children(i, "amod", "compound", "nmod:poss", "nmod"):
            key = self.linked.key(child)
            if key and self.linked.is_state(key):
                state = self.linked.table.state(self.linked.things[key].name)
                if state is not None and state.capital:
                    return self.city_key(state.capital)
        return None

    def is_left_behind(self, trigger: int, heads: set[int]) -> bool:
        """ "flew home on Monday after talks": what the journey followed."""
        if any(map(self._long_since, heads)):
            return True
        clause = self.syntax.clause(trigger)
        goes = self.syntax.lemma(clause) in self.words.travelling | self.words.leaving
        return goes and any(self.syntax.case(h) in ("after", "from") for h in heads)

    def _long_since(self, noun: int) -> bool:
        """ "eight months after their first | summit"."""
        units = {self.syntax.lemma(c) for c in self.syntax.children(noun, "nmod:unmarked", "obl:unmarked", "nmod")}
        counted = self.syntax.case(noun) in ("after", "since", "before") and not self.syntax.is_verb(noun)
        return counted and bool(units & {"week", "month", "year", "decade"})

    # ── from the clause before ──────────────────────────────────────────────────────────────────────────────────────

    def _carried(self, trigger: int, heads: set[int]) -> str | None:
        """ "dined there with X and met Y", "before leaving China, she spoke to Z", "back from Rome after talks"."""
        clause = self.syntax.clause(trigger)
        if self.is_left_behind(trigger, heads):
            origins = [j for case, j in self.syntax.obliques(clause) if case == "from"]
            named = [m for j in origins if (m := self.linked.mention_at.get(j)) is not None and m.kind in PLACES]
            return self.place_key(named[0]) if named else None
        for child in self.syntax.children(clause, "advcl"):
            before = any(self.syntax.word(c) == "before" for c in self.syntax.children(child, "mark", "case"))
            if before and self.syntax.lemma(child) in self.words.leaving:
                for j in self.syntax.children(child, "obj"):
                    m = self.linked.mention_at.get(j)
                    if m is not None and m.kind in PLACES:
                        return self.place_key(m)
        at = clause
        while self.continues(at):
            at = self.syntax.head[at]
            if at in self.triggers or self.syntax.lemma(at) in self.words.moving | self.words.present:
                place = self.of(at, {at}).place
                return place if place is None or self.country_of(place) or at in self.triggers else None
            if (place := self._said_first(at)) is not None:
                return place
        return None

    def _said_first(self, verb: int) -> str | None:
        """ "In Paris she shopped": the place that a clause opens with."""
        for case, j in self.syntax.obliques(verb):
            m = self.linked.mention_at.get(j)
            if case in ("in", "at") and j < verb and m is not None and m.kind in PLACES:
                return self.place_key(m)
        return None
