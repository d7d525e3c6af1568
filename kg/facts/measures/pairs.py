"""Plural references → two parties: "both sides", "the two countries", by which two were last told together."""

from __future__ import annotations

from collections.abc import Iterable

from kg.facts.measures.actors import Actors
from kg.facts.measures.telling import Context, Part
from kg.facts.party_words import FACING
from kg.model import Sentence

OFTEN = 3  # mentions of two states from which on an article is about them
REACHES = 3  # sentences back
MEDIATORS = frozenset("mediator broker facilitator mediation facilitation intermediary peacemaker".split())
MEDIATING = frozenset({"mediate", "broker", "facilitate"})
ACROSS = FACING | {"of"}  # "the invasion of X"
NO_GOVERNMENT = frozenset({"party", "organization"})  # "Israel and Hamas": no government
HELPERS = frozenset("facilitator mediator broker guarantor host observer witness sponsor".split())


class Pairs(Part):
    def __init__(self, context: Context, actors: Actors) -> None:
        super().__init__(context)
        self.actors = actors

    def before(self, i: int) -> tuple[str, ...]:
        """The two states or institutions last told together before *i*, sorted; empty where there are none."""
        number = self.syntax.sentence_of[i]
        for each in range(number, max(-1, number - REACHES - 1), -1):
            bounds = self.document.sentences[each]
            told = list(range(bounds.first, min(bounds.last, i)))
            found = self._joined(told) or self._facing(told)
            if found:
                return found
        return ()

    def of_story(self, told: tuple[str, ...], sentence: Sentence) -> tuple[str, ...]:
        """The two states an article is about, sorted, where *told* and the sentence name nobody else; or *told*."""
        counts = self.linked.state_counts()
        pair = self.actors.dominant_pair()
        if not told and sum(counts[key] for key in pair) < OFTEN:
            return told
        keys = {self.linked.key(j) for j in range(sentence.first, sentence.last)}
        named = {key for key in keys if key is not None and key.startswith(("state/", "institution/"))}
        return pair if {*told, *named} <= set(pair) and not set(pair) & self._mediators() else told

    def _mediators(self) -> set[str | None]:
        """ "Norwegian mediators", "Peru, which brokered it": those who are no party to what they bring about."""
        found: set[str | None] = set()
        for i, token in enumerate(self.tokens):
            if token.lemma in MEDIATORS and not self.syntax.is_verb(i):
                beside = [j for j in self.syntax.children(i) if self.syntax.dep[j] != "nmod"]
                beside += [self.syntax.head[i], *self.syntax.subjects(i)]
                found |= {self.linked.key(k) for j in beside for k in self.syntax.conjuncts(j)}
            elif token.lemma in MEDIATING and self.syntax.is_verb(i):
                found |= {self.actors.acting(s) for s in self.syntax.subjects(i)}
        return found

    def _joined(self, told: Iterable[int]) -> tuple[str, ...]:
        """ "Peru and Chile have said": names joined to one another, as a subject before others."""
        rows = []
        for i in told:
            if self.syntax.unit_of[i] != i or self.syntax.dep[i] == "conj" or not self.syntax.children(i, "conj"):
                continue
            if self.syntax.dep[i] == "nsubj" and self.syntax.lemma(self.syntax.head[i]) in HELPERS:
                continue  # "Peru and Chile are facilitators"
            heads = self.syntax.conjuncts(i)
            parties = {k for h in heads if (k := self._party(h)) is not None}
            if len(parties) == len(heads) == 2:
                rows.append((self.syntax.dep[i].startswith("nsubj"), i, tuple(sorted(parties))))
        return max(rows)[2] if rows else ()

    def _facing(self, told: list[int]) -> tuple[str, ...]:
        """ "Peru is at war with Chile", "Peru accused Chile": a subject, and the one it has to do with."""
        for verb in reversed(told):
            if not self.syntax.is_verb(verb):
                continue
            objects = self.syntax.patients(verb)
            others = [*objects, *(h for n in (verb, *objects) for c, h in self.syntax.obliques(n) if c in ACROSS)]
            side = {k for s in self.syntax.subjects(verb) for h in self.syntax.conjuncts(s) if (k := self._party(h))}
            other = {k for o in others for h in self.syntax.conjuncts(o) if (k := self._party(h))}
            if len(side) == len(other) == 1 and side != other:
                return tuple(sorted(side | other))
        return ()

    def _party(self, i: int) -> str | None:
        """The state at *i*, or the body that acts for none, as a party; "rebels of Peru" are not Peru."""
        key = self.linked.key(i)
        acting = self.actors.acting(i) if key is None or self.linked.is_person(key) else key
        if acting is None or acting.startswith("place/"):
            return None
        thing = self.linked.things.get(acting)
        if thing is None or not thing.of or not acting.startswith("institution/") or thing.type in NO_GOVERNMENT:
            return acting
        return self.linked.state_key(thing.of)
