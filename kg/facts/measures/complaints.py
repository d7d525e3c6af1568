"""Whom a measure hits by who fights it at law: "Chad appealed the Norwegian duties", "filed a complaint over them"."""

from __future__ import annotations

from kg.facts.measures.actors import Actors
from kg.facts.measures.telling import Context, Part

CONTESTING = frozenset({"appeal", "challenge", "contest", "fight"})
LODGING = frozenset({"file", "lodge", "bring", "launch", "win", "lose", "submit", "make", "drop", "withdraw", "raise"})
CASES = frozenset({"appeal", "case", "challenge", "claim", "complaint", "fight", "petition", "suit", "lawsuit"})
ABOUT = frozenset({"against", "about", "over", "to", "of"})


class Complaints(Part):
    def __init__(self, context: Context, actors: Actors) -> None:
        super().__init__(context)
        self.actors = actors

    def complainant(self, i: int, by: str | None) -> tuple[str, ...]:
        """The state that fights *by*'s measure at a court or trade body; empty where none is said to."""
        verb = self._fight(i)
        if verb is None:
            return ()
        keys = (self.actors.acting(s) for head in self.syntax.subjects(verb) for s in self.syntax.conjuncts(head))
        return tuple(dict.fromkeys(key for key in keys if key is not None and self.linked.is_state(key) and key != by))

    def accused(self, i: int) -> list[int]:
        """ "Complained against Norway and Peru over their bans": whose "their" measure is."""
        verb = self._fight(i)
        own = any(self.syntax.word(c) in ("its", "their") for c in self.syntax.children(i, "nmod:poss"))
        if verb is None or not own:
            return []
        inside = [i, verb, *self.syntax.patients(verb)]
        return [h for at in inside for case, h in self._phrases(at) if case == "against" and h < i]

    def _phrases(self, i: int) -> list[tuple[str, int]]:
        """The phrases at *i*, and those hung before a noun that is itself opened by a preposition."""
        before = [c for c in self.syntax.children(i, "nmod") if c < i]
        return [*self.syntax.obliques(i), *((self.syntax.case(c), c) for c in before)]

    def _fight(self, i: int) -> int | None:
        """The verb by which a measure is contested at law."""
        syntax = self.syntax
        above, case = syntax.head[i], syntax.case(i)
        if not syntax.is_verb(above) and syntax.lemma(above) in CASES and case in ABOUT:
            verb = syntax.head[above]
            done = syntax.is_verb(verb) and syntax.lemma(verb) in LODGING and above in syntax.patients(verb)
            return verb if done else None
        if not syntax.is_verb(above):
            return None
        if syntax.lemma(above) in CONTESTING and (i in syntax.patients(above) or case == "against"):
            return above
        lodged = [p for p in syntax.patients(above) if syntax.lemma(p) in CASES]
        return above if lodged and syntax.lemma(above) in LODGING and case in ABOUT else None
