"""Sales that are demanded: who must sell, and who demands it."""

from __future__ import annotations

from kg.facts.measures.actors import Actors
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part, Telling
from kg.model import MeasureStatus

FORCING = frozenset({"order", "require", "force", "compel", "tell"})


class Divestitures(Part):
    def __init__(self, context: Context, actors: Actors, targets: Targets) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets

    def divestiture(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Acme must sell its shops or be banned": the seller is the target; who demands it, by the words around."""
        frame = self.rules.frames["divestiture"]
        gives_up = lemma == "give" and "up" in {self.syntax.word(c) for c in self.syntax.children(verb, "compound:prt")}
        if not (lemma in frame["verbs"] or gives_up) or not self._is_forced(verb):
            return None
        seller = self._seller(verb)
        if seller is None:
            return None
        by = self._demander(verb, seller)
        if by is None:
            return None
        return Telling("divestiture", "divestiture.sell-or", verb, number, by, (seller,), MeasureStatus.IN_FORCE)

    def _is_forced(self, verb: int) -> bool:
        """Whether the sale is demanded: a deadline, an order, a law, or a ban as the other choice."""
        cues = self.rules.frames["divestiture"]["cues"]
        near = [*self.syntax.ancestors(verb)][:3]
        words = {self.tokens[j].lemma for j in near if self.syntax.sentence_of[j] == self.syntax.sentence_of[verb]}
        words |= {self.syntax.lemma(c) for c in self.syntax.children(verb, "aux")}
        for other in self.syntax.children(verb, "conj"):
            if any(self.syntax.word(c) == "or" for c in self.syntax.children(other, "cc")):
                words |= {self.tokens[j].lemma for j in self.syntax.subtree(other)}
        return bool(words & cues)

    def _seller(self, verb: int) -> str | None:
        forced = [a for a in self.syntax.ancestors(verb) if self.tokens[a].lemma in FORCING and self.syntax.is_verb(a)]
        heads = [o for a in forced for o in self.syntax.children(a, "obj", "iobj")]
        heads += [*self.syntax.subjects(verb), *self._for_phrase(verb)]
        for above in self.syntax.ancestors(verb):
            if not self.syntax.is_verb(above) and self.tokens[above].pos != "NOUN":
                break
            heads += self._for_phrase(above)
            heads += [h for h in self.syntax.subtree(above) if h < verb and self.syntax.case(h) == "for"]
            if self.syntax.is_verb(above):
                heads += [
                    *self.syntax.children(above, "iobj", "obj"),
                    *self.syntax.children(above, "nsubj", "nsubj:pass", "vocative"),
                ]
        for head in heads:
            for key in self.targets.aimed(head):
                if key.startswith("institution/") and self.linked.things[key].type not in (
                    "government",
                    "international",
                ):
                    return key
        return None

    def _for_phrase(self, i: int) -> list[int]:
        """Heads of "for X" at *i*, with what stands in apposition: "for Chinese tech giant ByteDance"."""
        found = []
        for case, head in self.syntax.obliques(i):
            if case == "for":
                found += [head, *self.syntax.children(head, "appos", "flat")]
            elif not case and self.linked.key(head):
                found.append(head)
        return found

    def _demander(self, verb: int, seller: str) -> str | None:
        """Who orders, requires or sets the deadline; else the state whose operations are to be sold."""
        for above in self.syntax.ancestors(verb):
            if self.syntax.sentence_of[above] != self.syntax.sentence_of[verb]:
                break
            lemma = self.tokens[above].lemma
            if lemma in FORCING and self.syntax.is_verb(above):
                actor = self.actors.actor(self.syntax.subjects(above))
                if actor and actor != seller:
                    return actor
            if lemma == "agree" and self.syntax.is_verb(above):
                actor = self.actors.actor([h for case, h in self.syntax.obliques(above) if case == "with"])
                if actor and actor != seller:
                    return actor
            if lemma in ("bill", "deadline", "law", "legislation", "order", "ultimatum"):
                owner = self.actors.owner(above)
                if (
                    owner is None
                    and lemma in ("bill", "law", "legislation")
                    and self.syntax.is_verb(self.syntax.head[above])
                ):
                    owner = self.actors.actor(self.syntax.subjects(self.syntax.head[above]))
                if owner and owner != seller:
                    return owner
        for patient in self.syntax.patients(verb) + [h for _, h in self.syntax.obliques(verb)]:
            for key in self.targets.aimed(patient):
                if self.linked.is_state(key):
                    return key
            for child in self.syntax.children(patient, "compound", "amod"):
                owner = self.linked.key(child)
                if owner is not None and self.linked.is_state(owner):
                    return owner
        return None
