"""Rates that are levied or paid without a noun for it: "imposes 25% on bourbon", "will pay 17%"."""

from __future__ import annotations

from kg.facts.measures.actors import Actors
from kg.facts.measures.clauses import Clauses
from kg.facts.measures.kinds import PERCENT
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part, Telling
from kg.model import MeasureStatus


class Levies(Part):
    def __init__(self, context: Context, actors: Actors, targets: Targets, clauses: Clauses) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets
        self.clauses = clauses

    def levy(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "The EU imposes 25% on bourbon": a rate as the object of a verb of levying is a tariff."""
        told = "tariff" in self.last_by.keys() | self.mentioned
        accepts = lemma in ("accept", "settle", "agree") and "tariff" in self.last_by
        pays = (lemma in ("pay", "face") and told) or accepts
        strikes = lemma in ("hit", "slap", "strike") and told  # "was hit with 27%"
        taxes = lemma == "tax"
        if lemma not in ("impose", "put", "slap", "levy", "charge", "collect") and not (pays or strikes or taxes):
            return None
        rates = [
            o
            for o in self.syntax.children(verb, "obj", "obl", "obl:unmarked")
            if self.tokens[o].text.lower() in PERCENT
        ]
        if accepts and not all(self.linked.is_state(key) for key in self.targets.aimed_at(self.syntax.subjects(verb))):
            return None
        if any(self.tokens[p].lemma in ("tariff", "duty", "levy") for p in self.syntax.patients(verb)):
            return None
        subjects = self.syntax.subjects(verb)
        by = self.actors.actor(subjects) or self.actors.actor(self._above_actors(verb))
        if not rates:
            return None
        cases = self.rules.kinds["tariff"].on
        heads = [h for h in self.targets.phrases(verb, cases) if h > rates[0]][:1]
        heads += [h for h in self._origins(verb) if h not in heads]
        passive = self.syntax.is_passive(verb)
        if (strikes and not passive and not heads) or taxes:  # "taxes Canadian lumber at 20 percent"
            heads = self.syntax.patients(verb)
        if pays:
            by, heads = self.last_by.get("tariff") or self._levied_at(verb), subjects
        elif passive:
            heads = self.syntax.patients(verb)
            by = (by if taxes else None) or self.last_by.get("tariff") or self._by_pact(heads)
        if by is None:
            return None
        on = self.targets.aimed_at(heads)
        goods = tuple(g for h in heads for each in self.syntax.conjuncts(h) for g in self.targets.goods(each))
        by, on = self.actors.apart(by, on, not passive and not pays)
        if by is None or not (on or goods):
            return None
        rule = "tariff.paid" if passive or pays else "tariff.rate"
        status = MeasureStatus.ANNOUNCED if accepts else self.clauses.verb_status(verb)
        return Telling("tariff", rule, verb, number, by, on, status, goods)

    def _by_pact(self, heads: list[int]) -> str | None:
        """ "Under the accord, Peruvian cars will be charged 15%": by the one other party to the last agreement."""
        parties, own = self.last_on.get("agreement", ()), self.targets.aimed_at(heads)
        others = [key for key in parties if key not in own]
        return others[0] if len(others) == 1 and len(parties) == 2 else None

    def _levied_at(self, verb: int) -> str | None:
        """Where it is paid: "at the American border"."""
        found = self.targets.aimed_at([h for case, h in self.syntax.obliques(verb) if case in ("at", "in")])
        return next((key for key in found if self.linked.is_state(key)), None)

    def _origins(self, verb: int) -> list[int]:
        """Where the goods of all rates come from: "25% on steel and 10% on aluminium from Canada and Mexico"."""
        from_ = [h for h in self.syntax.subtree(verb) if h > verb and self.syntax.case(h) == "from"]
        return [h for h in from_ if (key := self.linked.key(h)) is not None and self.linked.is_state(key)]

    def _above_actors(self, verb: int) -> list[int]:
        """ "Trump signs proclamations putting 25% on steel": the subject of the clause above."""
        above = next((a for a in self.syntax.ancestors(verb) if self.syntax.is_verb(a)), None)
        return self.syntax.subjects(above) if above is not None else []
