"""Truces told by a verb: "agreed to halt attacks", "ordered a stop to the strikes"."""

from __future__ import annotations

from kg.facts.measures.actors import Actors
from kg.facts.measures.pairs import Pairs
from kg.facts.measures.speech import URGING
from kg.facts.measures.telling import Context, Part, Telling
from kg.model import MeasureStatus

STOPPING = frozenset({"halt", "stop", "cease", "suspend", "pause", "end"})
FIGHTING = frozenset(
    "attack strike hostility hostilities fighting offensive shelling bombardment bombing clash fire raid".split()
)
SETTLING = frozenset({"agree", "pledge", "promise", "vow", "commit", "undertake", "decide", "order", "accept"})
ASKING = URGING | {"ask", "propose", "offer", "want"}


class Ceasing(Part):
    def __init__(self, context: Context, actors: Actors) -> None:
        super().__init__(context)
        self.actors = actors
        self.pairs = Pairs(context, actors)

    def is_fighting_stopped(self, verb: int) -> bool:
        """ "To halt attacks", "to cease fire"."""
        patients = self.syntax.patients(verb)
        return self.syntax.lemma(verb) in STOPPING and any(self.syntax.lemma(p) in FIGHTING for p in patients)

    def cease(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Peru and Chile agreed to halt attacks": by those who stop, on those who are no longer attacked."""
        if lemma not in STOPPING or not self.is_fighting_stopped(verb):
            return None
        above = self.syntax.head[verb]
        told = self.syntax.lemma(above)
        if self.syntax.dep[verb] not in ("xcomp", "ccomp", "advcl") or told not in SETTLING | ASKING:
            return None
        parties = self.actors.parties(self.syntax.subjects(verb))
        below = [j for p in self.syntax.patients(verb) for j in self.syntax.subtree(p)]
        parties |= {k for j in below if (k := self.linked.key(j)) is not None and self.linked.is_state(k)}
        if len(parties) < 2 and told in SETTLING:
            parties |= set(self.pairs.before(verb)) if not parties else set()
        if len(parties) < 2:
            return None
        status = MeasureStatus.IN_FORCE if told in SETTLING else MeasureStatus.PROPOSED
        return Telling("truce", "truce.halt", verb, number, None, tuple(sorted(parties)), status)
