"""Measures that the trained network sees where no rule does: its words are resolved as those of the rules are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.learned import HEEDED, SURE, heads
from kg.facts.measures.actors import Actors
from kg.facts.measures.clauses import Clauses
from kg.facts.measures.kinds import LEVYING, SYMMETRIC
from kg.facts.measures.quantities import Quantities
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Frame, Part, Quantity, Telling
from kg.facts.qualify import is_negated
from kg.model import EventMention, MeasureStatus, Sentence

MEASURES = frozenset(
    "tariff sanction ban blacklist investigation divestiture deadline truce agreement subsidy legislation".split()
) | {"export control", "import restriction"}
WARES = LEVYING | {"export control", "investigation"}  # believed where goods are named but nobody they come from


class Learned(Part):
    def __init__(
        self, context: Context, actors: Actors, targets: Targets, clauses: Clauses, quantities: Quantities
    ) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets
        self.clauses = clauses
        self.quantities = quantities

    def tellings(
        self, sentence: Sentence, number: int, told: list[Telling], found: list[Quantity]
    ) -> Iterator[Telling]:
        """The measures of a sentence that are not among those *told* by rules."""
        for event in self.document.events:
            kind = event.kind.replace("-", " ")
            if not sentence.first <= event.trigger < sentence.last or kind not in MEASURES:
                continue
            telling = self._telling(event, kind, number, found)
            if telling is not None and not any(self._is_one(telling, other) for other in told):
                self.quantities.date(telling, Frame(self.syntax.clause(event.trigger), "impose", ()), sentence)
                yield telling

    def _telling(self, event: EventMention, kind: str, number: int, found: list[Quantity]) -> Telling | None:
        trigger = self.syntax.unit_of[event.trigger]
        if event.likelihood < SURE or is_negated(self.syntax, trigger):
            return None
        status = MeasureStatus(event.status.replace("-", " "))
        by = self.actors.actor(heads(self.linked, event, "by"))
        on = self.targets.aimed_at(heads(self.linked, event, "on"))
        if kind in SYMMETRIC:
            by, on = None, tuple(sorted(self.actors.parties(heads(self.linked, event, "party", "by", "on"))))
        elif kind not in ("sanction", "ban", "blacklist"):
            on = tuple(key for key in on if not self.linked.is_person(key))
        on = tuple(key for key in on if key != by)
        goods = tuple(each for head in heads(self.linked, event, "goods") for each in self.targets.goods(head))
        telling = Telling(kind, f"{event.kind}.learned", trigger, number, by, on, status, goods)
        telling.anaphoric = self.actors.definite(trigger)
        inside = self._inside(event, "value")
        fitting = [q for q in found if inside & set(range(q.first, q.last + 1))]
        fits = (
            self.quantities.fitting(self.rules.kinds[kind], fitting, trigger) if kind in self.rules.kinds else fitting
        )
        if fits:
            telling.amount, telling.previous = fits[0].amount, fits[0].previous
        return telling if self._believed(telling) else None

    def _believed(self, telling: Telling) -> bool:
        if telling.kind in SYMMETRIC:
            return len(telling.on) > 1
        if telling.by is None:
            return False
        return (
            bool(telling.on)
            or telling.kind == "legislation"
            or bool(telling.goods and (telling.kind in WARES or telling.amount))
        )

    def _is_one(self, telling: Telling, other: Telling) -> bool:
        """Whether a rule told it already."""
        if telling.trigger == other.trigger:
            return True
        if telling.kind != other.kind:
            return False
        return telling.by == other.by or bool(set(telling.on) & set(other.on)) or other.by is None

    def _inside(self, event: EventMention, role: str) -> set[int]:
        return {i for a in event.arguments if a.role == role and a.likelihood >= HEEDED for i in range(a.first, a.last)}
