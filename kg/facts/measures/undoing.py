"""Measures that their own sentence tells have ended: "imposed a duty in May and | lifted it in June"."""

from __future__ import annotations

from kg.facts.measures.telling import Part
from kg.facts.qualify import status as status_of
from kg.model import Status

MEANT = frozenset({"it", "them", "these"})


class Undoing(Part):
    def verb(self, imposing: int) -> int | None:
        """The verb joined to *imposing* by which the same one ended it again."""
        for joined in self.syntax.children(imposing, "conj"):
            ends = self.rules.effect.get(self.syntax.lemma(joined)) in ("end", "suspend")
            meant = any(self.syntax.word(p) in MEANT for p in self.syntax.patients(joined))
            if ends and meant and status_of(self.syntax, joined) is Status.HAPPENED:
                return joined
        return None
