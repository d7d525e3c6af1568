"""Noun phrases → who is meant: names, titles, pronouns, "the two", delegations by state. Conservative where unsure."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.link import Linked
from kg.facts.offices import Offices

# Nouns for people who act for a state or body; the state beside them is a party.
DELEGATES = frozenset(
    "official officials delegation team negotiator minister leader envoy representative side diplomat counterpart "
    "president delegate government premier chancellor chief secretary official aide adviser advisor lawmaker ambassador "
    "mission party representative head commander general officer expert technocrat authority administration trio duo "
    "pair man woman neighbour neighbor ally guest host rival visitor opponent partner delegate member king queen emir "
    "sultan prince pope troika contingent".split()
)
COLLECTIVE_PAIR = frozenset(
    "side leader man country nation minister president party state power government delegation official neighbour "
    "neighbor ally rival economy giant superpower diplomat premier chief woman politician statesman negotiator".split()
)
SINGULAR_HE = frozenset({"he", "him", "his", "himself"})
SINGULAR_SHE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "both", "their", "themselves", "two"})
INCLUDING = frozenset({"including", "such as", "like", "involving", "comprising", "among", "featuring"})
LED_BY = frozenset("lead head chair front comprise include represent".split())
NOT_FOLLOWED = frozenset({"acl:relcl", "advcl", "ccomp", "xcomp", "punct", "cc", "det", "advmod", "parataxis"})


@dataclass(frozen=True, slots=True)
class Group:
    """Those a noun phrase means: people and states or institutions as entity keys, in the order of the text."""

    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    anaphor: str | None = None  # "two", "they": whoever met last in the story
    doubt: str | None = None

    def __bool__(self) -> bool:
        return bool(self.people or self.parties or self.anaphor)


class References:
    """Resolves noun phrases of one article."""

    def __init__(self, linked: Linked, offices: Offices) -> None:
        self.linked = linked
        self.offices = offices
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.genders: dict[str, set[str]] = {k: set(p.genders) for k, p in linked.persons.items()}
        self._cache: dict[int, str | None] = {}

    def group(self, i: int) -> Group:
        """Everyone meant by the noun phrase headed at *i*, its coordination and apposition included."""
        people: list[str] = []
        parties: list[str] = []
        anaphor: list[str] = []
        self._collect(i, people, parties, anaphor, set(), top=True)
        unique_people = tuple(dict.fromkeys(people))
        return Group(unique_people, tuple(dict.fromkeys(parties)), anaphor[0] if anaphor and not people else None)

    def groups(self, heads: list[int]) -> Group:
        """The union of several noun phrases."""
        found = [self.group(i) for i in heads]
        return Group(
            tuple(dict.fromkeys(k for g in found for k in g.people)),
            tuple(dict.fromkeys(k for g in found for k in g.parties)),
            next((g.anaphor for g in found if g.anaphor), None),
        )

    def _collect(
        self, i: int, people: list[str], parties: list[str], anaphor: list[str], seen: set[int], *, top: bool
    ) -> None:
        if i in seen:
            return
        seen.add(i)
        syntax = self.syntax
        key = self.linked.key(i)
        if key is not None:
            if self.linked.is_person(key):
                people.append(key)
            elif not key.startswith("place/"):
                parties.append(key)
        else:
            self._nominal(i, people, parties, anaphor)
        is_delegate = key is None and syntax.lemma(i) in DELEGATES
        for child in syntax.children(i):
            relation = syntax.dep[child]
            if relation == "conj":
                if self._is_nominal(child):
                    self._collect(child, people, parties, anaphor, seen, top=top)
            elif relation in ("appos", "list", "flat", "nmod:desc", "dep"):
                if self._is_nominal(child) and (key is None or self._names_person(child)):
                    self._collect(child, people, parties, anaphor, seen, top=False)
            elif relation in ("nmod", "obl") and self._is_nominal(child):
                case = syntax.case(child)
                if case in INCLUDING or (case in ("of", "from") and is_delegate):
                    self._collect(child, people, parties, anaphor, seen, top=False)
            elif relation == "acl" and syntax.lemma(child) in LED_BY:
                for head in [*syntax.subjects(child), *(syntax.children(child, "obj"))]:
                    if head != i:
                        self._collect(head, people, parties, anaphor, seen, top=False)
            elif relation in ("amod", "compound", "nmod:poss") and (is_delegate or key is None):
                for part in syntax.conjuncts(child):
                    part_key = self.linked.key(part)
                    if part_key and not self.linked.is_person(part_key) and not part_key.startswith("place/") and is_delegate:
                        parties.append(part_key)

    def _is_nominal(self, i: int) -> bool:
        return self.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET") or self.linked.key(i) is not None

    def _names_person(self, i: int) -> bool:
        key = self.linked.key(i)
        return key is not None and self.linked.is_person(key)

    def _nominal(self, i: int, people: list[str], parties: list[str], anaphor: list[str]) -> None:
        word, lemma = self.syntax.word(i), self.syntax.lemma(i)
        if word in SINGULAR_HE | SINGULAR_SHE:
            person = self.pronoun(i)
            if person:
                people.append(person)
        elif word in PLURAL or (word in ("pair", "duo") and self._definite(i)):
            anaphor.append("two" if word in ("both", "two", "pair", "duo") else "they")
        elif lemma in COLLECTIVE_PAIR and self._is_pair(i):
            anaphor.append("two")
        elif self._definite(i) and self.tokens[i].tag not in ("NNS", "NNPS"):
            person = self.title(i)
            if person:
                people.append(person)

    def _is_pair(self, i: int) -> bool:
        """ "the two leaders", "both sides": whoever the story is about."""
        words = {self.syntax.word(c) for c in self.syntax.children(i, "nummod", "det", "det:predet", "amod")}
        return bool(words & {"two", "both"}) and not any(
            self.linked.key(c) for c in self.syntax.children(i, "nmod:poss", "amod", "compound")
        )

    def _definite(self, i: int) -> bool:
        children = self.syntax.children(i)
        return any(
            (self.syntax.dep[c] == "det" and self.syntax.word(c) in ("the", "both"))
            or self.syntax.dep[c] == "nmod:poss"
            or (self.syntax.dep[c] in ("amod", "compound") and self.linked.key(c))
            for c in children
        )

    # ── pronouns and titles ─────────────────────────────────────────────────────────────────────────────────────────

    def pronoun(self, i: int) -> str | None:
        """The person that "he" or "she" at *i* stands for; None where no one is near or several are as likely."""
        if i not in self._cache:
            self._cache[i] = self._pronoun(i)
        return self._cache[i]

    def _pronoun(self, i: int) -> str | None:
        gender = "m" if self.syntax.word(i) in SINGULAR_HE else "f"
        syntax = self.syntax
        sentence = syntax.sentence_of[i]
        block = self.linked.document.sentences[sentence].block
        clause = syntax.clause(i)
        names = [m for m in self.linked.names if m.kind == "person"]
        here = [m for m in names if syntax.sentence_of[m.first] == sentence and m.first < i]
        # not a co-argument: in "Wang told him", him is not Wang
        here = [
            m for m in here
            if syntax.clause(m.first) != clause or syntax.dep[i] == "nmod:poss" or syntax.dep[m.first] not in ("nsubj", "obj")
        ]
        subjects_here = [m for m in here if self._is_subject(m.first)]
        found = self._fitting([*reversed(subjects_here), *reversed(here)], gender)
        if found:
            return self._mark(found, gender)
        for back in (1, 2, 3):
            number = sentence - back
            if number < 0 or block - self.linked.document.sentences[number].block > 1:
                break
            before = [m for m in names if syntax.sentence_of[m.first] == number]
            pronouns = [
                self._cache.get(j)
                for j in range(self.linked.document.sentences[number].first, self.linked.document.sentences[number].last)
                if self.tokens[j].text.lower() in ("he", "she") and self._is_subject(j)
            ]
            ordered = [m for m in before if self._is_subject(m.first)] + [m for m in before if not self._is_subject(m.first)]
            keys = [self.linked.at[m.first] for m in ordered] if ordered and self._is_subject(ordered[0].first) else []
            keys += [p for p in pronouns if p]
            keys += [self.linked.at[m.first] for m in ordered]
            for key in keys:
                if self._fits(key, gender):
                    return self._mark(key, gender)
        return None

    def _is_subject(self, i: int) -> bool:
        at = i
        while self.syntax.dep[at] == "conj":
            at = self.syntax.head[at]
        return self.syntax.dep[at] in ("nsubj", "nsubj:pass")

    def _fitting(self, mentions: list[object], gender: str) -> str | None:
        for m in mentions:
            key = self.linked.at[m.first]  # type: ignore[attr-defined]
            if self._fits(key, gender):
                return key
        return None

    def _fits(self, key: str, gender: str) -> bool:
        known = self.genders.get(key, set())
        return not known or gender in known

    def _mark(self, key: str, gender: str) -> str:
        self.genders.setdefault(key, set()).add(gender)
        return key

    def title(self, i: int) -> str | None:
        """The person that "the president" or "the Turkish leader" at *i* stands for: the last holder named before it."""
        lemma = self.syntax.lemma(i)
        if self.linked.table.title_word(lemma) is None:
            return None
        states = {
            k for c in self.syntax.children(i, "amod", "compound", "nmod:poss", "nmod") for p in self.syntax.conjuncts(c)
            if (k := self.linked.key(p)) and not self.linked.is_person(k)
        }
        holders = [
            person
            for person, titles in self.offices.titles.items()
            for t in titles
            if t.words.lower().replace("-", " ").split()[-1] == lemma and (not states or t.of in states)
        ]
        if not holders and states and lemma in ("leader", "president", "premier", "minister", "chief"):
            holders = [
                person for person, titles in self.offices.titles.items() for t in titles
                if t.of in states and lemma == "leader"
                and t.words.lower().split()[-1] in ("president", "minister", "premier", "chancellor", "king", "taoiseach")
            ]
        holders = list(dict.fromkeys(holders))
        if len(holders) == 1:
            return holders[0]
        before = [m for m in self.linked.names if m.kind == "person" and m.first < i and self.linked.at[m.first] in holders]
        if not before:
            return None
        if states or len({self.linked.at[m.first] for m in before}) == 1:
            return self.linked.at[before[-1].first]
        recent = before[-1]
        near = self.syntax.sentence_of[i] - self.syntax.sentence_of[recent.first] <= 2
        return self.linked.at[recent.first] if near else None
