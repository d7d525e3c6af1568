"""Sentences → meetings: who was on which side, where, when, and whether it happened; one value a meeting, however often told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from kg.facts.link import Linked
from kg.facts.offices import Offices
from kg.facts.qualify import status as status_of
from kg.facts.refer import DELEGATES, Group, References
from kg.facts.rules import table
from kg.facts.settings import Setting, Settings
from kg.model import Evidence, Meeting, MeetingKind, Side, Silence, Span, Status, When
from kg.text.mentions import CITY

PHONE = frozenset(
    {"phone", "telephone", "telephonic", "videoconference", "virtual", "virtually", "online", "teleconference", "zoom"}
)
# "After a call with Xi, Trump said …": the subject of the clause is the other side.
IMPLICIT = frozenset(
    {"after", "following", "during", "before", "ahead of", "in", "at", "since", "prior to", "from", "upon", "via"}
)
# Verbs that take the meeting with a preposition: "engaged in talks", "arrived for talks".
GOING_TO = frozenset(
    "arrive meet gather travel fly engage enter sit return go come prepare agree be call exit leave".split()
)
# What a "with" may hang on though it is the verb's: "spoke by phone with X", "met for an hour with X".
CARRIERS = frozenset(
    "phone telephone video hour minute dinner lunch breakfast talk meeting sideline sidelines day time conference link".split()
)
ORDINALS = {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
SPORT = frozenset(
    "final semifinal semi-final quarterfinal match cup tournament league game championship playoff derby fixture".split()
)


@dataclass(frozen=True, slots=True)
class VerbRule:
    """A verb that tells a meeting; see rules/meetings.toml."""

    id: str
    kind: MeetingKind
    roles: dict[str, str]
    particle: frozenset[str]
    has_object: frozenset[str]
    subject: str | None
    object: str | None
    other: str | None
    object_place: bool
    without_infinitive: bool
    without_complement: bool
    by_phone: bool
    parties: int
    joins: bool


@dataclass(frozen=True, slots=True)
class NounRule:
    """A noun that names a meeting."""

    id: str
    kind: MeetingKind
    plural_only: frozenset[str]
    needs_sides: frozenset[str]
    needs_word: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Rules:
    verbs: dict[str, tuple[VerbRule, ...]]
    nouns: dict[str, NounRule]
    support: dict[str, str]
    measure_nouns: frozenset[str]
    never: frozenset[str]
    fresh: frozenset[str]
    habitual: frozenset[str]


@cache
def rules() -> Rules:
    raw = table("meetings")
    verbs: dict[str, list[VerbRule]] = defaultdict(list)
    for entry in raw["verb"]:
        rule = VerbRule(
            entry["id"],
            MeetingKind(entry["kind"]),
            entry["roles"],
            frozenset(entry.get("particle", ())),
            frozenset(entry.get("has_object", ())),
            entry.get("subject"),
            entry.get("object"),
            entry.get("other"),
            entry.get("object_place", False),
            entry.get("without_infinitive", False),
            entry.get("without_complement", False),
            entry.get("by_phone", False),
            entry.get("parties", 0),
            entry.get("joins", False),
        )
        for lemma in entry["lemmas"]:
            verbs[lemma].append(rule)
    nouns = {
        lemma: NounRule(
            entry["id"],
            MeetingKind(entry["kind"]),
            frozenset(entry.get("plural_only", ())),
            frozenset(entry.get("needs_sides", ())),
            {word: frozenset(words) for word, words in entry.get("needs_word", {}).items()},
        )
        for entry in raw["noun"]
        for lemma in entry["lemmas"]
    }
    support = {lemma: role for role, lemmas in raw["support"].items() for lemma in lemmas}
    return Rules(
        {k: tuple(v) for k, v in verbs.items()},
        nouns,
        support,
        frozenset(raw["measure_nouns"]["lemmas"]),
        frozenset(raw["never"]["compounds"]),
        frozenset(raw["fresh"]["words"]),
        frozenset(raw["habitual"]["words"]),
    )


@dataclass(slots=True)
class Telling:
    """One place in the text that tells of a meeting, before tellings of the same one are joined."""

    trigger: int
    rule: str
    kind: MeetingKind
    sides: list[Side]
    status: Status
    setting: Setting
    sentence: int
    anaphoric: bool = False  # "the talks": the meeting told before
    fresh: bool = False  # "the previous talks": not the one told before
    pair: str | None = None  # its people are "they" ("people") or "the two sides" ("parties"): whoever met before
    hosts: tuple[str, ...] = ()
    attended: tuple[str, ...] = ()
    round: int | None = None
    said_by: str | None = None
    doubt: str | None = None
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def people(self) -> set[str]:
        return {p for side in self.sides for p in side.people}

    @property
    def parties(self) -> set[str]:
        return {p for side in self.sides for p in side.parties}


class MeetingReader:
    """Reads the meetings of one article."""

    def __init__(self, linked: Linked, offices: Offices, references: References, settings: Settings) -> None:
        self.linked = linked
        self.offices = offices
        self.references = references
        self.settings = settings
        self.syntax = linked.syntax
        self.document = linked.document
        self.tokens = linked.document.tokens
        self.rules = rules()
        self.silences: list[Silence] = []
        self.events: list[Telling] = []
        self._consumed: set[int] = set()

    def read(self) -> tuple[Meeting, ...]:
        """The article's meetings in the order in which they are first told."""
        for number, sentence in enumerate(self.document.sentences):
            single = [t for i in range(sentence.first, sentence.last) if (t := self._telling(i, number)) is not None]
            found = [each for telling in single for each in self._rounds(telling)]
            for telling in sorted(found, key=lambda t: (not t.people, not t.parties, t.trigger)):
                self._place(telling)
        return tuple(self._meeting(n, e) for n, e in enumerate(self._emitted(), 1))

    def _rounds(self, telling: Telling) -> list[Telling]:
        """ "have met in Geneva, London and Stockholm": one meeting a place, each with the time that hangs on it."""
        first = next(
            (
                m.first
                for m in self.linked.names
                if m.kind == CITY
                and self.syntax.sentence_of[m.first] == telling.sentence
                and self.linked.at[m.first] == telling.setting.place
                and self.syntax.dep[m.first] != "conj"
            ),
            None,
        )
        rounds = [telling]
        for j in self.syntax.conjuncts(first) if first is not None else []:
            mention = self.linked.mention_at.get(j)
            if j == first or mention is None or mention.kind != CITY or j in self.linked.metonyms:
                continue
            setting = Setting(place=self.linked.at[j], start=self._time_on(j, telling), place_basis="own")
            rounds.append(replace(telling, setting=setting, fresh=True, evidence=list(telling.evidence)))
        return rounds

    def _time_on(self, place: int, telling: Telling) -> When | None:
        """The time that hangs on one place of a list: "Geneva in May, London in June"."""
        tense = "past" if telling.status is Status.HAPPENED else "future"
        for at, mention in self.settings.times(telling.sentence, tense):
            above = next((i for i in self.syntax.ancestors(at) if self.linked.mention_at.get(i) is not None), None)
            if above == place:
                return mention.when
        return None

    # ── one trigger ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _telling(self, i: int, number: int) -> Telling | None:
        if i in self._consumed or self.syntax.unit_of[i] != i:
            return None
        token = self.tokens[i]
        lemma = token.lemma
        if token.pos in ("VERB", "AUX") or self.syntax.is_verb(i):
            for rule in self.rules.verbs.get(lemma, ()):
                telling = self._verb(i, rule, number)
                if telling is not None:
                    return telling
            return None
        noun = self.rules.nouns.get(lemma) or self.rules.nouns.get(token.text.lower())
        if noun is not None and token.pos in ("NOUN", "PROPN"):
            return self._noun(i, noun, number)
        return None

    def _silent(self, i: int, reason: str) -> None:
        sentence = self.document.sentences[self.syntax.sentence_of[i]]
        span = Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)
        self.silences.append(Silence(span, self.tokens[i].text, reason))

    # ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _verb(self, verb: int, rule: VerbRule, number: int) -> Telling | None:
        syntax = self.syntax
        if syntax.dep[verb] in ("amod", "compound"):
            return None
        if rule.particle and not any(
            syntax.word(c) in rule.particle for c in syntax.children(verb, "compound:prt", "advmod")
        ):
            return None
        objects = syntax.patients(verb)
        if rule.has_object and not any(syntax.lemma(o) in rule.has_object for o in objects):
            return None
        if rule.without_infinitive and any(
            syntax.dep[c] in ("xcomp", "ccomp", "advcl")
            and any(syntax.word(m) == "to" for m in syntax.children(c, "mark"))
            for c in syntax.children(verb)
        ):
            return None
        if rule.without_complement and (
            len(objects) > 1 or self._bare_complement(verb) or any(c == "as" for c, _ in syntax.obliques(verb))
        ):
            return None
        if rule.by_phone and not self._on_the_phone(verb):
            return None
        if self._is_sport(verb):
            self._silent(verb, "sport")
            return None
        filled: dict[str, list[int]] = defaultdict(list)
        subjects = syntax.subjects(verb)
        if "subject" in rule.roles:
            filled[rule.roles["subject"]] += subjects
        if "object" in rule.roles:
            filled[rule.roles["object"]] += objects
        for case, head in self._obliques(verb):
            if case in rule.roles:
                filled[rule.roles[case]].append(head)
        for noun in objects:
            if rule.has_object and self.syntax.lemma(noun) in rule.has_object:
                for case, head in self._obliques(noun):
                    if case in rule.roles:
                        filled[rule.roles[case]].append(head)
        side = self.references.groups(filled["side"])
        other = self.references.groups(filled["other"])
        everyone = self.references.groups(filled["sides"])
        if not side and (other or not subjects) and not syntax.is_passive(verb) and "subject" in rule.roles:
            side = self.references.groups(self._right_before(verb))
        if not other and len(side.people) == 1 and subjects and syntax.dep[subjects[0]] == "conj":
            # "Zhang and Hsia, who had met before": the clause hangs on the last of those it speaks of
            first = next(a for a in syntax.ancestors(subjects[0]) if syntax.dep[a] != "conj")
            side = self.references.group(first) if syntax.dep[verb] == "acl:relcl" else side
        if rule.subject == "person" and not (
            side.people or side.anaphor or (side.parties and (other.people or other.parties))
        ):
            return None
        if rule.object == "person" and not (self.references.groups(objects).people or self._delegates(objects)):
            return None
        if rule.other == "person" and not other and (self._on_the_phone(verb) or self._one_another(verb, side)):
            everyone, side = side, Group()
        elif rule.other == "person" and not (other.people or self._delegates(filled["other"]) or other.parties):
            return None
        for case, noun in syntax.obliques(verb):
            if case == "for" and self._meeting_noun(noun):
                guests = self.references.groups([h for c, h in syntax.obliques(noun) if c == "with"])
                other = _union(other, guests) if guests.people or guests.parties else other
        hosts = self.references.groups(filled["host"])
        if rule.id == "receive.verb" and not other.people and len(self._states(other)) >= 2:
            hosts, side, other, everyone = side, Group(), Group(), other  # "welcomed the US and Chinese delegations"
        status = status_of(syntax, verb, headline=self._is_headline(number))
        setting = self.settings.of(verb, status)
        place_object = self._place_object(objects) if rule.object_place else None
        if place_object and not other.people:
            setting = replace(setting, place=setting.place or place_object)
            other = Group()
        if rule.object_place and not other and not setting.place:
            self._silent(verb, "no person and no known place is visited")
            return None
        telling = Telling(verb, rule.id, rule.kind, [], status, setting, number)
        telling.hosts = (*hosts.people, *hosts.parties)
        self._enrich(telling, verb)
        if rule.joins:
            return self._delegation(telling, side, objects)
        if not self._set_sides(telling, side, other, everyone):
            return None
        if rule.parties and not (len(telling.parties) >= rule.parties and len(telling.people) >= rule.parties):
            return None
        if (
            rule.id == "receive.verb"
            and len(telling.parties) == 1
            and len(telling.sides) == 2
            and self._compatriots(telling)
        ):
            self._silent(verb, "host and guest are of one state")
            return None
        telling.hosts = tuple(h for h in telling.hosts if h not in telling.people)
        return self._finished(telling)

    def _delegation(self, telling: Telling, leaders: Group, delegation: list[int]) -> Telling | None:
        """ "X led the American delegation": X takes part in the story's meeting, on the side of that state."""
        parties = self._parties((), self.references.groups(delegation).parties)
        if not leaders.people or len(parties) != 1:
            return None
        telling.anaphoric = True
        telling.sides = [Side(leaders.people, parties)]
        return self._finished(telling)

    def _compatriots(self, telling: Telling) -> bool:
        """ "was greeted by his ambassador": nobody of another state took part."""
        return all(self.offices.party_of(p) in telling.parties for p in telling.people)

    def _is_sport(self, i: int) -> bool:
        """ "met in the final", "the cup meeting": played, not talked."""
        near = [h for case, h in self.syntax.obliques(i) if case in ("in", "at", "during", "for")]
        near += self.syntax.children(i, "compound")
        return any(self.syntax.lemma(j) in SPORT and self.tokens[j].pos in ("NOUN", "PROPN") for j in near)

    def _bare_complement(self, verb: int) -> bool:
        """ "saw him leave", "called him a hero"; a purpose ("phoned him to say") is none."""
        return any(
            all(self.syntax.word(m) != "to" for m in self.syntax.children(c, "mark"))
            for c in self.syntax.children(verb, "xcomp", "ccomp")
        )

    def _obliques(self, i: int) -> list[tuple[str, int]]:
        """Obliques of *i*, and those of names that hang on it where the parser hung a phrase too low ("met X with Y")."""
        found = list(self.syntax.obliques(i))
        for child in self.syntax.children(i, "obj", "obl", "nsubj"):
            if self.linked.key(child) or self.syntax.lemma(child) in CARRIERS:
                found += [(c, h) for c, h in self.syntax.obliques(child) if c in ("with", "to") and self.linked.key(h)]
        return found

    def _delegates(self, heads: list[int]) -> bool:
        return any(
            self.syntax.lemma(j) in DELEGATES and self.references.group(j).parties
            for h in heads
            for j in self.syntax.conjuncts(h)
        )

    def _states(self, group: Group) -> set[str]:
        return {party for party in group.parties if self.linked.is_state(party)}

    def _one_another(self, verb: int, side: Group) -> bool:
        """ "Marcos and Xi spoke briefly in San Francisco": two people of two parties, and nobody else spoken to."""
        parties = {self.offices.party_of(p) for p in side.people}
        addressed = {case for case, _ in self.syntax.obliques(verb)} & {
            "to",
            "at",
            "on behalf of",
            "against",
            "for",
            "as",
        }
        return (
            ((len(side.people) == 2 and len(parties) == 2) or side.anaphor == "people")
            and not (addressed - {"for"})
            and not self.syntax.children(verb, "obj", "ccomp", "xcomp")
        )

    def _meeting_noun(self, noun: int) -> bool:
        return self.syntax.lemma(noun) in self.rules.nouns or self.syntax.word(noun) in self.rules.nouns

    def _right_before(self, verb: int) -> list[int]:
        """The people named right before a verb whose subject the parser missed: "…, where A and B met C"."""
        at = verb - 1
        while at >= 0 and (self.tokens[at].pos in ("AUX", "ADV") or self.tokens[at].tag in ("MD", "RB")):
            at -= 1
        found: list[int] = []
        ends = {m.last - 1: m for m in self.linked.names if m.kind == "person"}
        while (m := ends.get(at)) is not None and self.syntax.sentence_of[at] == self.syntax.sentence_of[verb]:
            found.insert(0, m.first)
            at = m.unit_first - 1
            if self.tokens[at].text.lower() not in ("and", ","):
                break
            at -= 2 if self.tokens[at].text.lower() == "and" and self.tokens[at - 1].text == "," else 1
        return found

    def _on_the_phone(self, verb: int) -> bool:
        return any(self.syntax.word(j) in PHONE for c in self.syntax.children(verb) for j in self.syntax.subtree(c)[:4])

    def _place_object(self, objects: list[int]) -> str | None:
        for o in objects:
            key = self.linked.key(o)
            if key and (key.startswith("place/") or self.linked.is_state(key)):
                return key
            if o in self.linked.metonyms:
                m = self.linked.mention_at[o]
                return self.settings.city_key(m.name)
        return None

    # ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _noun(self, noun: int, rule: NounRule, number: int) -> Telling | None:
        syntax, token = self.syntax, self.tokens[noun]
        lemma, word = token.lemma, token.text.lower()
        singular = token.tag not in ("NNS", "NNPS") and not word.endswith("s")
        if (
            singular
            and lemma in rule.plural_only
            and not any(case == "with" and self.linked.key(h) for case, h in syntax.obliques(noun))
        ):
            return None
        modifiers = {syntax.word(c) for c in syntax.children(noun, "compound", "amod", "nmod")}
        if any(case == "of" and syntax.lemma(h) in ("mind", "experts", "waters") for case, h in syntax.obliques(noun)):
            return None  # "a meeting of minds"
        if modifiers & self.rules.habitual:
            self._silent(noun, "it recurs")
            return None
        if modifiers & self.rules.never or (
            syntax.dep[noun] == "compound" and syntax.unit_of[syntax.head[noun]] != noun
        ):
            return None
        needed = rule.needs_word.get(lemma)
        if needed is not None:
            near = modifiers | {c for c, _ in syntax.obliques(noun)}
            if not near & needed:
                return None
        if self._is_sport(noun):
            return None
        top = self._top(noun)
        filled = self._noun_roles(noun, top)
        side = self.references.groups(filled["side"])
        other = self.references.groups(filled["other"])
        everyone = self.references.groups(filled["sides"])
        hosts = self.references.groups(filled["host"])
        status = status_of(syntax, top)
        setting = self.settings.of(top, status, noun=noun)
        telling = Telling(noun, rule.id, rule.kind, [], status, setting, number)
        self._enrich(telling, top)
        telling.round = self._round(noun, top)
        own_args = bool(side or other or everyone)
        if not other and self._is_gathering(noun):
            self._silent(noun, "a gathering of many is no meeting of two")
            return None
        telling.anaphoric = self._definite(top) or self._definite(noun)
        telling.fresh = self._is_series(noun, top) or bool(
            {syntax.word(c) for n in {noun, top} for c in syntax.children(n, "amod", "det", "advmod", "compound")}
            & self.rules.fresh
        )
        self._set_sides(telling, side, other, everyone)
        if telling.anaphoric and len(telling.parties) == 1 and all(self.offices.party_of(p) for p in telling.people):
            telling.sides = [Side(tuple(p for x in telling.sides for p in x.people), tuple(telling.parties))]
        if not own_args and telling.anaphoric and telling.status is Status.PLANNED and self.events:
            return None  # "before the Madrid meeting" says nothing of it
        telling.hosts = tuple(dict.fromkeys([*hosts.people, *hosts.parties]))
        telling.hosts = tuple(h for h in telling.hosts if h not in telling.people | telling.parties)
        if rule.kind is MeetingKind.VISIT and not telling.people:
            return None
        if not own_args and (lemma in rule.needs_sides or rule.kind in (MeetingKind.CALL, MeetingKind.VISIT)):
            return None
        if (lemma in rule.needs_sides or rule.kind is MeetingKind.CALL) and len(telling.sides) < 2 and not telling.pair:
            return None
        return self._finished(telling)

    def _is_gathering(self, noun: int) -> bool:
        """ "the SCO summit", "the meeting of NATO leaders": named for one body, between no two."""
        syntax = self.syntax
        heads = [c for c in syntax.children(noun, "compound", "nmod:poss", "amod") for c in self._chain(c)]
        heads += [c for case, h in syntax.obliques(noun) if case == "of" for c in self._chain(h)]
        keys = {k for h in heads if (k := self.linked.key(h)) and not k.startswith("place/")}
        things = [self.linked.things[k] for k in keys if k in self.linked.things]
        return len(keys) == 1 and len(things) == 1 and things[0].type == "international"

    def _is_series(self, noun: int, top: int) -> bool:
        """ "four rounds of talks": several meetings told as one."""
        return (
            top != noun
            and self.syntax.lemma(top) in ("round", "series", "string")
            and (self.tokens[top].tag in ("NNS", "NNPS") or self.syntax.lemma(top) != "round")
        )

    def _top(self, noun: int) -> int:
        """ "four rounds of talks": what the sentence does to the talks it does to the rounds."""
        at = noun
        for _ in range(3):
            above = self.syntax.head[at]
            if (
                self.syntax.dep[at] == "nmod"
                and self.syntax.case(at) == "of"
                and self.syntax.lemma(above) in self.rules.measure_nouns
            ):
                at = above
            else:
                break
        return at

    def _noun_roles(self, noun: int, top: int) -> dict[str, list[int]]:
        """Who stands in which role to the meeting that a noun names."""
        syntax = self.syntax
        filled: dict[str, list[int]] = defaultdict(list)
        for n in {noun, top}:
            for case, head in syntax.obliques(n):
                if case == "with":
                    filled["other"].append(head)
                elif case in ("between", "among", "involving", "including") or (
                    case == "of" and head != noun and self._who(head)
                ):
                    filled["sides"].append(head)
                elif case == "by":
                    filled["side"].append(head)
            for child in syntax.children(n, "nmod:poss"):
                if self._who(child):
                    filled["side" if len(syntax.conjuncts(child)) == 1 else "sides"].append(child)
            for child in syntax.children(n, "compound", "amod", "nmod", "nmod:desc", "dep"):
                if child < n and not syntax.case(child):
                    filled["sides"] += [c for c in self._chain(child) if self._who(c)]
            for child in syntax.children(n, "acl", "acl:relcl"):
                self._clause_roles(child, n, filled)
        if not filled["sides"]:
            filled["sides"] += self._between(noun) or self._hyphenated(noun)
        self._governing_roles(top, filled)
        return filled

    def _hyphenated(self, noun: int) -> list[int]:
        """ "US-China trade talks": two names joined by a hyphen before the noun, however the parser hung them."""
        at = noun - 1
        while at > 0 and self.linked.key(at) is None and self.tokens[at].pos in ("NOUN", "ADJ") and noun - at < 4:
            at -= 1
        right = self.syntax.unit_of[at]
        first = self.linked.mention_at.get(right)
        hyphen = (first.unit_first if first is not None else at) - 1
        if hyphen < 1 or self.tokens[hyphen].text not in ("-", "–", "—") or not self._who(right):
            return []
        left = self.syntax.unit_of[hyphen - 1]
        return [left, right] if self._who(left) and self.linked.key(left) != self.linked.key(right) else []

    def _between(self, noun: int) -> list[int]:
        """ "a meeting scheduled for Tuesday between X and Y": "between" wherever the parser hung it, below or beside."""
        clause = self.syntax.clause(noun)
        beside = [j for j in self.syntax.children(clause, "obl", "nmod") if j > noun]
        found = [
            j
            for j in [*self.syntax.subtree(noun), *beside]
            if self.syntax.case(j) == "between" and self.syntax.dep[j] != "conj" and self._who(j)
        ]
        return found[:1]

    def _chain(self, i: int) -> list[int]:
        """ "Trump-Xi summit", "US-China trade talks": the names in the compound."""
        found = [i]
        for child in self.syntax.children(i, "compound", "conj", "flat", "amod", "nmod", "dep", "appos"):
            found += self._chain(child)
        return sorted(found)

    def _who(self, i: int) -> bool:
        key = self.linked.key(i)
        if key is not None:
            return not key.startswith("place/")
        return bool(self.references.group(i))

    def _clause_roles(self, verb: int, noun: int, filled: dict[str, list[int]]) -> None:
        """ "talks led by X and Y", "a summit that X will host", "a meeting attended by Y"."""
        role = self._support_role(verb)
        if role is None and self.syntax.lemma(verb) in (
            "bring",
            "involve",
            "include",
            "gather",
            "feature",
            "pit",
            "see",
        ):
            filled["sides"] += [h for h in self.syntax.patients(verb) if h != noun]
            return
        if role is not None:
            filled[role] += [h for h in self.syntax.subjects(verb) if h != noun]
            if role == "sides":
                for case, head in self.syntax.obliques(verb):
                    if case == "with" and self._who(head):
                        filled["other"].append(head)

    def _support_role(self, verb: int) -> str | None:
        role = self.rules.support.get(self.syntax.lemma(verb))
        return {"sides": "sides", "attendee": "sides", "leader": "sides", "host": "host"}.get(role or "")

    def _governing_roles(self, top: int, filled: dict[str, list[int]]) -> None:
        """The arguments of the verb that carries the noun: "X held talks with Y", "the talks were led by X"."""
        syntax = self.syntax
        at = top
        while syntax.dep[at] == "conj" and not syntax.is_verb(syntax.head[at]):
            at = syntax.head[at]
        verb, relation, case = syntax.head[at], syntax.dep[at], syntax.case(at)
        if verb == at or not syntax.is_verb(verb):
            if syntax.children(at, "cop"):
                filled["sides"] += [c for c in syntax.children(at, "nsubj") if self._who(c)]
            return
        if syntax.children(at, "cop"):
            return
        carried = relation in ("obj", "nsubj:pass", "xcomp") or (
            relation == "obl" and case in ("in", "into", "for", "at", "to", "on", "from", "with", "off", "of")
        )
        role = self._support_role(verb)
        lemma = syntax.lemma(verb)
        if relation in ("nsubj", "nsubj:pass") and lemma in ("involve", "include", "bring", "gather", "feature", "pit"):
            filled["sides"] += [h for h in syntax.patients(verb) if h != at]
            return
        if relation == "nsubj:pass" or (relation == "nsubj" and syntax.is_passive(verb)):
            if role is not None:
                filled[role] += [h for h in syntax.subjects(verb) if h not in (at, top)]
            for c, head in syntax.obliques(verb):
                if c in ("between", "among"):
                    filled["sides"].append(head)
                elif c == "with" and self._who(head):
                    filled["other"].append(head)
            return
        if relation == "nsubj":
            for c, head in syntax.obliques(verb):
                if c == "between":
                    filled["sides"].append(head)
                elif c == "with" and self._who(head) and lemma in ("take", "be", "start", "begin", "resume", "open"):
                    filled["other"].append(head)
            return
        if not (filled["sides"] or filled["other"] or filled["side"]) and self._held_there(at, case):
            filled["sides"] += [h for h in syntax.subjects(verb) if h not in (at, top)]
            return
        if (
            filled["other"]
            and not filled["side"]
            and not filled["sides"]
            and relation in ("obl", "advcl")
            and case in IMPLICIT
        ):
            filled["side"] += [h for h in syntax.subjects(verb) if h not in (at, top)]
            return
        if case == "for" and filled["other"] and not filled["sides"] and not syntax.children(verb, "obj"):
            # "crossed into Russia for a meeting with Putin"
            filled["side"] += [h for h in syntax.subjects(verb) if h not in (at, top)]
            return
        if not carried or role is None:
            return
        if relation == "obl" and not (lemma in GOING_TO or self.rules.support[lemma] in ("attendee", "leader", "host")):
            return
        target = role if role != "sides" or not (filled["other"] or filled["sides"]) else "side"
        filled[target] += [h for h in syntax.subjects(verb) if h not in (at, top)]
        for c, head in syntax.obliques(verb):
            if c == "with" and self._who(head):
                filled["other"].append(head)

    def _held_there(self, noun: int, case: str) -> bool:
        """ "signed by Reagan and Gorbachev at a summit in Washington": a meeting of those who act at it."""
        return (
            case in ("at", "during", "in", "after", "following")
            and any(self.syntax.word(c) in ("a", "an", "their") for c in self.syntax.children(noun, "det", "nmod:poss"))
            and not any(self.linked.key(c) for c in self.syntax.children(noun, "compound"))
        )

    def _definite(self, noun: int) -> bool:
        syntax = self.syntax
        for child in syntax.children(noun, "det", "nmod:poss"):
            if syntax.word(child) in ("the", "these", "this", "those", "their", "its", "both"):
                return True
        return self.tokens[noun].tag in ("NNS", "NNPS") and not syntax.children(noun, "det", "nmod:poss", "nummod")

    def _round(self, noun: int, top: int) -> int | None:
        for n in {noun, top}:
            for child in self.syntax.children(n, "amod", "nmod", "compound"):
                word = self.syntax.word(child)
                if word in ORDINALS and (self.syntax.lemma(n) in ("round",) or n == noun):
                    return ORDINALS[word] if self.syntax.lemma(n) == "round" else None
        return None

    # ── sides ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _set_sides(self, telling: Telling, side: Group, other: Group, everyone: Group) -> bool:
        """Fill `sides`; False where a verb has too few to tell of a meeting."""
        if everyone and not side and not other:
            telling.pair = everyone.anaphor if not everyone.people else None
            telling.sides = self._parted(everyone)
        elif everyone and other:
            telling.sides = self._two(_union(side, everyone), other)
        elif everyone:
            telling.sides = self._parted(_union(side, everyone))
        elif side and other:
            if side.anaphor == "people" and not side.people:
                side = Group(self.references.group_before(telling.trigger, other.people), side.parties)
            telling.sides = self._two(side, other)
        elif side or other:
            only = side or other
            telling.pair = only.anaphor if not only.people else None
            telling.sides = self._parted(only)
        if telling.pair or len(telling.sides) >= 2:
            return True
        if telling.kind is MeetingKind.VISIT and telling.people:
            return True
        if telling.sides or side or other:
            self._silent(telling.trigger, "only one side is named")
        return False

    def _two(self, side: Group, other: Group) -> list[Side]:
        left = tuple(p for p in side.people if p not in other.people) or side.people
        right = tuple(p for p in other.people if p not in left)
        a = Side(left, self._parties(left, side.parties))
        b = Side(right, tuple(p for p in self._parties(right, other.parties) if p not in a.parties or right))
        if not right and len({p for p in b.parties}) == 0:
            return [a]
        right_states = {self.offices.party_of(p) for p in right} | set(other.parties)
        if not left and not side.parties:
            return self._parted(other) if len(right_states) > 1 else [b]
        return [s for s in (a, b) if s.people or s.parties]

    def _parties(self, people: Iterable[str], named: Iterable[str]) -> tuple[str, ...]:
        found = [self._party(n) for n in named] + [p for p in map(self.offices.party_of, people) if p]
        return tuple(dict.fromkeys(found))

    def _party(self, key: str) -> str:
        thing = self.linked.things.get(key)
        if thing is not None and thing.type == "government" and thing.of:
            return self.linked.state_key(thing.of)
        return key

    def _parted(self, group: Group) -> list[Side]:
        """One side a state; people of no known state stand alone; two people of one state face each other."""
        buckets: dict[str, tuple[list[str], list[str]]] = {}
        for person in group.people:
            party = self.offices.party_of(person)
            people, parties = buckets.setdefault(party or person, ([], []))
            people.append(person)
            if party:
                parties.append(party)
        for named in group.parties:
            party = self._party(named)
            buckets.setdefault(party, ([], []))[1].append(party)
        if len(buckets) == 1 and len(group.people) >= 2:
            party = next(iter(buckets))
            shared = () if party in group.people else (party,)
            return [Side((p,), shared) for p in group.people]
        return [Side(tuple(p), tuple(dict.fromkeys(q))) for p, q in buckets.values()]

    # ── the rest of a telling ───────────────────────────────────────────────────────────────────────────────────────

    def _enrich(self, telling: Telling, head: int) -> None:
        """A call where the clause speaks of one; who said it."""
        clause = self.syntax.clause(head)
        near = {self.syntax.word(j) for j in self.syntax.subtree(head)} | {
            self.syntax.word(j)
            for c in self.syntax.children(clause, "obl", "advmod", "amod", "obl:unmarked", "obj")
            for j in self.syntax.subtree(c)[:6]
        }
        if near & PHONE or ("video" in near and near & {"call", "link", "conference"}):
            telling.kind = MeetingKind.CALL
        if telling.kind is MeetingKind.CALL:
            telling.setting = replace(telling.setting, place=None, venue=None, place_basis="")
        for case, noun in self.syntax.obliques(clause):
            rule = self.rules.nouns.get(self.syntax.lemma(noun)) or self.rules.nouns.get(self.syntax.word(noun))
            if case == "for" and rule is not None and telling.rule.endswith(".verb") and clause == head:
                self._consumed.add(noun)
                if rule.kind in (MeetingKind.TALKS, MeetingKind.SUMMIT):
                    telling.kind = rule.kind if telling.kind is MeetingKind.MEETING else telling.kind
        telling.said_by = self._speaker(clause)

    def _speaker(self, clause: int) -> str | None:
        """The one the clause is told by: "Wang said the two had met"."""
        syntax = self.syntax
        if syntax.dep[clause] in ("ccomp", "parataxis"):
            above = syntax.head[clause]
            for subject in syntax.subjects(above):
                key = self.linked.key(subject)
                if key and syntax.lemma(above) in (
                    "say",
                    "tell",
                    "announce",
                    "report",
                    "add",
                    "state",
                    "confirm",
                    "claim",
                ):
                    return key
        return None

    def _is_headline(self, number: int) -> bool:
        return self.settings.is_headline(number)

    def _finished(self, telling: Telling) -> Telling:
        sentence = self.document.sentences[telling.sentence]
        span = Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)
        article = self.document.article
        telling.evidence.append(Evidence(article.id, span, article.text[span.start : span.end], telling.rule))
        return telling

    # ── joining tellings ────────────────────────────────────────────────────────────────────────────────────────────

    def _place(self, telling: Telling) -> None:
        """Join a telling to the meeting it is about, or let it begin one."""
        if telling.pair and not telling.people:
            model = self._last_pair(telling)
            named = self.references.pair_before(telling.trigger) if telling.pair == "people" else ()
            if named and (
                model is None or (not set(named) <= model.people and self.references.just_named(telling.trigger, named))
            ):
                telling.sides = self._parted(Group(named))
                model = None
            elif model is None and telling.pair == "parties" and (parties := self._story_parties()):
                telling.sides = [Side((), (party,)) for party in parties]
                telling.doubt = "its parties are those of the story"
            elif model is None:
                self._silent(telling.trigger, "it is not clear who 'they' are")
                return
            else:
                telling.sides = list(model.sides)
            if model is not None and self._compatible(model, telling):
                self._join(model, telling)
                return
        match = self._match(telling)
        if match is not None:
            self._join(match, telling)
            return
        if not telling.people and len(telling.parties) < 2 and not self._inherits(telling):
            self._silent(telling.trigger, "no sides are named")
        elif len(telling.sides) < 2 and telling.kind is not MeetingKind.VISIT:
            self._silent(telling.trigger, "only one side is named")
        else:
            self.events.append(telling)

    def _story_parties(self) -> tuple[str, ...]:
        """The two states that an article speaks of far more than of any other; empty where there are no such two."""
        counts = self.linked.state_counts().most_common(3)
        if len(counts) < 2 or counts[1][1] < 3:
            return ()
        third = counts[2][1] if len(counts) > 2 else 0
        return tuple(sorted(k for k, _ in counts[:2])) if counts[1][1] >= 2 * third else ()

    def _last_pair(self, telling: Telling) -> Telling | None:
        for event in reversed(self.events):
            if len(event.sides) >= 2 and event.people:
                return event
        return None

    def _inherits(self, telling: Telling) -> bool:
        """ "Talks in Stockholm in July": a round of its own between the parties of the story."""
        setting = telling.setting
        if telling.kind in (MeetingKind.VISIT, MeetingKind.CALL) or telling.sides:
            return False
        if not (setting.place and setting.place_basis == "own"):
            return False
        model = next((e for e in reversed(self.events) if len(e.parties) >= 2), None)
        if model is None:
            return False
        telling.sides = [Side((), side.parties) for side in model.sides if side.parties]
        telling.doubt = "its parties are those of the story"
        return len(telling.parties) >= 2

    def _match(self, telling: Telling) -> Telling | None:
        for event in reversed(self.events):
            if self._compatible(event, telling):
                return event
        return None

    def _compatible(self, event: Telling, telling: Telling) -> bool:
        if (event.status is Status.HAPPENED) != (telling.status is Status.HAPPENED):
            return False
        if Status.DENIED in (event.status, telling.status) and event.status is not telling.status:
            return False
        if (event.kind is MeetingKind.CALL) != (telling.kind is MeetingKind.CALL):
            return False
        place = self.settings.same_place(event.setting, telling.setting)
        time = self.settings.same_time(event.setting, telling.setting)
        if place is False or time is False:
            return False
        if telling.fresh and not (place and time):
            return False
        if telling.anaphoric and len(telling.sides) == 1 and telling.people and self._takes_part(event, telling):
            return True
        if telling.people and event.people:
            return _same_pairing(event, telling) and (
                place is True
                or time is True
                or telling.anaphoric
                or telling.status is not Status.HAPPENED
                or not self._own_time(telling)
                or not self._own_time(event)
            )
        if telling.parties and event.parties:
            if not (telling.parties <= event.parties or event.parties <= telling.parties):
                return False
            return place is True or time is True or telling.anaphoric or not self._own_time(telling)
        if telling.people or telling.parties:
            return bool(place) and bool(time)
        return telling.anaphoric or bool(place)

    def _takes_part(self, event: Telling, telling: Telling) -> bool:
        """ "China's negotiator also attended the talks": one more on a side that is there already."""
        return (
            bool(telling.parties) and telling.parties <= event.parties and len(event.sides) >= 2 and not telling.fresh
        )

    def _own_time(self, telling: Telling) -> bool:
        return telling.setting.start is not None

    def _join(self, event: Telling, telling: Telling) -> None:
        """What the later telling adds: people on the side of their state, place, venue, dates, evidence."""
        if telling.people and len(event.sides) >= 2 and (len(telling.sides) >= 2 or self._takes_part(event, telling)):
            event.sides = self._merged_sides(event.sides, telling.sides)
        elif telling.people and not event.people:
            event.sides = telling.sides
        event.setting = self.settings.merged(event.setting, telling.setting)
        event.hosts = tuple(
            h for h in dict.fromkeys([*event.hosts, *telling.hosts]) if h not in event.people | event.parties
        )
        event.round = event.round or telling.round
        if event.kind is MeetingKind.MEETING and telling.kind in (MeetingKind.TALKS, MeetingKind.SUMMIT):
            event.kind = telling.kind
        event.evidence += [e for e in telling.evidence if e not in event.evidence]

    def _merged_sides(self, old: list[Side], new: list[Side]) -> list[Side]:
        sides = [(list(s.people), list(s.parties)) for s in old]
        seated = {p for people, _ in sides for p in people}
        for side in new:
            target = next((t for t in sides if set(t[0]) & set(side.people) or (set(t[1]) & set(side.parties))), None)
            if (
                target is None
                and not (set(side.people) - seated)
                and not (set(side.parties) - {q for _, ps in sides for q in ps})
            ):
                continue
            if target is None:
                target = ([], [])
                sides.append(target)
            for person in side.people:
                if person not in seated:
                    target[0].append(person)
                    seated.add(person)
            for party in side.parties:
                if party not in target[1]:
                    target[1].append(party)
        return [Side(tuple(p), tuple(q)) for p, q in sides]

    # ── results ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _emitted(self) -> list[Telling]:
        """The meetings that can stand: two sides told, or a visit with the one who pays it."""
        kept = []
        for event in self.events:
            sides = [side for side in event.sides if side.people or side.parties]
            visit = event.kind is MeetingKind.VISIT and bool(event.people)
            if not visit and len(sides) < 2:
                self._silent(event.trigger, "only one side is named")
            elif not event.people and not all(self._acts(party) for party in event.parties):
                self._silent(event.trigger, "it is not clear that the two are states or bodies that negotiate")
            else:
                kept.append(event)
        return kept

    def _acts(self, key: str) -> bool:
        """Whether a party can meet without a person named: "Arsenal met Chelsea" is no diplomacy."""
        thing = self.linked.things[key]
        return (
            self.linked.is_state(key)
            or thing.type in ("government", "international", "party")
            or self.linked.table.body(thing.name) is not None
        )

    def _meeting(self, number: int, event: Telling) -> Meeting:
        setting = self.settings.completed(
            event.setting, event.trigger, event.kind, event.status, frozenset(event.people)
        )
        return Meeting(
            key=f"meeting/{number}",
            kind=event.kind,
            sides=tuple(event.sides),
            status=event.status,
            evidence=tuple(event.evidence),
            place=setting.place,
            country=setting.country,
            venue=setting.venue,
            start=setting.start,
            end=setting.end,
            hosts=event.hosts,
            attended=event.attended,
            round=event.round,
            said_by=event.said_by,
            doubt=event.doubt,
        )


def _union(a: Group, b: Group) -> Group:
    return Group(
        tuple(dict.fromkeys((*a.people, *b.people))),
        tuple(dict.fromkeys((*a.parties, *b.parties))),
        a.anaphor or b.anaphor,
    )


def _same_pairing(a: Telling, b: Telling) -> bool:
    """Whether two tellings can be of one meeting: one names a part of the other's people, or every side shares someone."""
    if a.people <= b.people or b.people <= a.people:
        return True
    shared = a.people & b.people
    if not shared:
        return False
    shared_sides = sum(bool(set(x.people) & set(y.people)) for x in a.sides for y in b.sides)
    return shared_sides >= 2
