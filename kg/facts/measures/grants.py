"""Public money for companies that a verb gives: "awarded TSMC $6.6 billion under the CHIPS Act"."""

from __future__ import annotations

from kg.facts.measures.actors import Actors
from kg.facts.measures.clauses import Clauses
from kg.facts.measures.nouns import Nouns
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part, Telling


class Grants(Part):
    def __init__(self, context: Context, nouns: Nouns, actors: Actors, targets: Targets, clauses: Clauses) -> None:
        super().__init__(context)
        self.nouns = nouns
        self.actors = actors
        self.targets = targets
        self.clauses = clauses

    def grant(self, verb: int, lemma: str, number: int) -> Telling | None:
        """Read "gave Acme $5 million in aid", "granted Acme subsidies"; what is paid for goods is none."""
        frame = self.rules.frames["subsidy"]
        if lemma not in frame["verbs"]:
            return None
        objects = [*self.syntax.patients(verb), *self.syntax.children(verb, "iobj", "obl:unmarked")]
        by = self.actors.actor(self.syntax.subjects(verb))
        on = self._aided(verb, objects)
        if by is None or not on or not self.linked.is_public(by) or not self._is_public_aid(verb, objects):
            return None
        named = next((h for h in self.aid(verb) if self.nouns.kind(h) == "subsidy"), verb)
        return Telling("subsidy", "subsidy.give", named, number, by, on, self.clauses.verb_status(verb))

    def aid(self, verb: int) -> list[int]:
        """The nouns that say what is given: "in state | aid", "| subsidies of $5 million"."""
        words = self.rules.frames["subsidy"]["aid"]
        given = self.syntax.patients(verb)
        around = [*given, *(h for at in (verb, *given) for case, h in self.syntax.obliques(at) if case == "in")]
        return [h for h in around if self.nouns.kind(h) == "subsidy" or self.tokens[h].lemma in words]

    def _aided(self, verb: int, objects: list[int]) -> tuple[str, ...]:
        """The companies that get it: "handed | Acme $5 million", "$5 million in support for | Acme's plant"."""
        money = [o for o in objects if self._is_money(o)]
        heads = [*objects, *(c for o in objects for c in self.syntax.children(o, "compound"))]
        below = (verb, *money, *self.aid(verb))
        heads += [h for at in below for case, h in self.syntax.obliques(at) if case in ("to", "for")]
        given = money or any(self.nouns.kind(o) == "subsidy" for o in objects)
        return tuple(key for key in self.targets.aimed_at(heads) if self._is_firm(key)) if given else ()

    def _is_firm(self, key: str) -> bool:
        return key.startswith("institution/") and not self.linked.is_public(key)

    def _is_money(self, i: int) -> bool:
        return any(name.label == "MONEY" and name.first <= i < name.last for name in self.document.names)

    def _is_public_aid(self, verb: int, objects: list[int]) -> bool:
        """Whether it is said to be aid, or given under a law or a scheme."""
        under = [h for at in (verb, *objects) for case, h in self.syntax.obliques(at) if case in ("under", "from")]
        schemes = self.rules.frames["subsidy"]["schemes"]
        return bool(self.aid(verb)) or any(
            self.tokens[self.syntax.last_of_name(h)].lemma.lower() in schemes for h in under
        )
