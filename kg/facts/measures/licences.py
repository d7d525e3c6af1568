"""Licences without which nothing may be sold abroad: "will need a licence to sell chips to China"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.facts.measures.actors import Actors
from kg.facts.measures.clauses import Clauses
from kg.facts.measures.nouns import LETTING
from kg.facts.measures.speakers import Speakers
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part, Telling
from kg.facts.qualify import status as status_of
from kg.model import MeasureStatus, Status

LEAVE = LETTING | {"approval", "permission", "clearance", "authorisation", "authorization"}
NEEDING = frozenset({"need", "require"})
GETTING = frozenset({"get", "obtain", "secure", "seek", "apply"})  # of whoever has to
OBLIGED = frozenset({"must", "should", "have", "require", "oblige", "need"})
TAKING_BACK = frozenset({"revoke", "withdraw", "cancel", "rescind", "suspend", "pull", "deny", "refuse"})
SELLING = frozenset({"export", "sell", "ship", "supply", "deliver", "send"})
LETTING_SELL = frozenset({"allow", "let", "permit", "enable"})


class Licences(Part):
    def __init__(self, context: Context, actors: Actors, targets: Targets, clauses: Clauses) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets
        self.clauses = clauses
        self.speakers = Speakers(context, actors.acting)

    def needed(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Exports of chips to China will need a licence", "Dutch firms must get leave to export tools"."""
        obliged = lemma in GETTING and self._is_obliged(verb)
        leave = self._leave(verb) if lemma in NEEDING or obliged else None
        if leave is None:
            return None
        sellers = self.syntax.subjects(verb)
        flows = [s for s in sellers if self.tokens[s].lemma in self.rules.frames["export control"]["sales"]]
        sales = self._sales(verb, leave)
        if not (flows or sales):
            return None
        by = self._giver(verb, leave) or self._of(sellers) or self.last_by.get("export control")
        told = status_of(self.syntax, verb)
        over = told is Status.DENIED and any(self.syntax.word(j) == "longer" for j in self.syntax.subtree(verb))
        if told is Status.DENIED and not over:
            return None
        status = MeasureStatus.EXPIRED if over else self.clauses.verb_status(verb)
        status = MeasureStatus.IN_FORCE if obliged and told is Status.POSSIBLE else status  # "must obtain"
        return self._control("export-control.licence", verb, number, by, status, flows, sales)

    def taken_back(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "The Netherlands revoked ASML's licence to ship machines to China"."""
        leave = self._leave(verb) if lemma in TAKING_BACK else None
        sales = self._sales(verb, leave) if leave is not None else []
        by = self.actors.actor(self.syntax.subjects(verb))
        if not sales or by is None or not self.linked.is_public(by):
            return None
        return self._control("export-control.unlicense", verb, number, by, self.clauses.verb_status(verb), [], sales)

    def _control(
        self,
        rule: str,
        verb: int,
        number: int,
        by: str | None,
        status: MeasureStatus,
        flows: list[int],
        sales: list[int],
    ) -> Telling | None:
        """What may be sold to whom with leave only; None where neither is told."""
        sold = [*flows, *(o for sale in sales for o in self.syntax.children(sale, "obj"))]
        parts = [h for flow in flows for _, h in self.syntax.obliques(flow)]
        heads = [h for at in (*sales, *sold, *parts) for case, h in self.syntax.obliques(at) if case == "to"]
        on = tuple(key for key in self.targets.aimed_at(heads) if key != by and not self.linked.is_person(key))
        wares = [h for flow in flows for case, h in self.syntax.obliques(flow) if case == "of"]
        wares += [self._whole(o) for o in sold if o not in flows]
        goods = tuple(g for h in wares for each in self.syntax.conjuncts(h) for g in self.targets.goods(each))
        abroad = bool(flows) or any(self.syntax.lemma(sale) in ("export", "ship") for sale in sales)
        if by is None or not (on or (goods and abroad)):
            return None
        known = any(self.definite(h) for h in wares)  # "the two metals"
        return Telling("export control", rule, verb, number, by, on, status, goods, anaphoric=known)

    def _whole(self, i: int) -> int:
        """ "Some of its machines", "most | machines": the machines."""
        of = [h for case, h in self.syntax.obliques(i) if case == "of"]
        return of[0] if of and self.syntax.word(i) in ("some", "most", "many", "all", "part", "certain") else i

    def _leave(self, verb: int) -> int | None:
        heads = [*self.syntax.children(verb, "obj"), *(h for case, h in self.syntax.obliques(verb) if case == "for")]
        return next((h for h in heads if self.tokens[h].lemma in LEAVE), None)

    def _is_obliged(self, verb: int) -> bool:
        """ "Must obtain", "are required to get"."""
        words = {self.syntax.lemma(c) for c in self.syntax.children(verb, "aux")}
        above = self.syntax.head[verb] if self.syntax.dep[verb] == "xcomp" else verb
        return bool((words | {self.syntax.lemma(above)}) & OBLIGED)

    def _sales(self, verb: int, leave: int) -> list[int]:
        """What the leave is for: "to | sell chips", "that allowed Intel to | sell chips"."""
        below = [*self.syntax.children(leave, "acl", "advcl"), *self.syntax.children(verb, "advcl", "xcomp")]
        allowing = [c for c in self.syntax.children(leave, "acl:relcl") if self.syntax.lemma(c) in LETTING_SELL]
        below += [c for at in allowing for c in self.syntax.children(at, "xcomp", "ccomp")]
        to = (c for c in below if any(self.syntax.word(m) == "to" for m in self.syntax.children(c, "mark")))
        return [c for c in to if self.syntax.lemma(c) in SELLING]

    def _giver(self, verb: int, leave: int) -> str | None:
        """ "Approval from Beijing", "a US licence"; else the government that says so."""
        asked = [h for case, h in self.syntax.obliques(leave) if case in ("from", "by", "of")]
        given = self.actors.actor(asked) or self.actors.owner(leave) or self.speakers.speaker(verb)
        return given if given is not None and self.linked.is_public(given) else None

    def _of(self, sellers: Iterable[int]) -> str | None:
        """Under whose law those are who need it: "Dutch makers"."""
        return next((key for key in self.targets.aimed_at(sellers) if self.linked.is_state(key)), None)
