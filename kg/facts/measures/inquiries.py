"""What is looked into where a clause says it: "is examining whether Peru dumps steel"."""

from __future__ import annotations

from kg.facts.measures.actors import Actors
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part

INQUIRING = frozenset({"investigate", "probe", "examine", "look", "inquire"})
# What those who are looked into may have done to a market.
HARMING = frozenset(
    "abuse breach circumvent collude distort dump evade favour favor flood harm hinder hurt infringe injure restrict "
    "reduce sell subsidise subsidize undercut violate".split()
)
TRADED = frozenset({"subsidise", "subsidize", "dump", "sell"})


class Inquiries(Part):
    def __init__(self, context: Context, actors: Actors, targets: Targets) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets

    def suspects(self, verb: int) -> tuple[str, ...]:
        """The states and firms of whose trade a clause behind *verb* asks "whether" it does harm."""
        if self.syntax.lemma(verb) not in INQUIRING:
            return ()
        asked = [
            c
            for c in self.syntax.children(verb, "ccomp", "advcl", "xcomp")
            if {self.syntax.word(m) for m in self.syntax.children(c, "mark")} & {"whether", "if"}
        ]
        harms = [c for c in asked if HARMING & {self.syntax.lemma(each) for each in self.syntax.conjuncts(c)}]
        keys = self.targets.aimed_at(s for c in harms for s in (*self.syntax.subjects(c), *self._traded(c)))
        return tuple(key for key in keys if self._trades(key))

    def _traded(self, clause: int) -> list[int]:
        """ "Whether | Chinese cars are subsidised, or dumped": of whose trade a passive asks."""
        traded = self.syntax.is_passive(clause) and self.syntax.lemma(clause) in TRADED
        return self.syntax.patients(clause) if traded else []

    def _trades(self, key: str) -> bool:
        return self.linked.is_state(key) or self.linked.is_company(key)
