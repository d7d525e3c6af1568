"""Whom a measure hits, by what else its doer does: "condemned the coup in Mali and imposed sanctions"."""

from __future__ import annotations

from kg.facts.measures.actors import Actors
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part

HOSTILE = frozenset(
    "accuse attack blame break chide condemn confront criticise criticize cut decry denounce expel hit isolate "
    "penalise penalize pressure punish rebuke recall retaliate scold sever slam suspend take target threaten warn "
    "withdraw".split()
)
# What a state is punished for.
DEEDS = frozenset(
    "invasion attack annexation aggression incursion crackdown test launch arrest killing murder poisoning shooting "
    "bombing expulsion seizure execution detention violation strike raid offensive occupation".split()
)
COMMITTING = frozenset(
    "invade attack annex occupy bomb shell seize arrest detain jail execute kill murder poison shoot launch test expel "
    "violate raid storm".split()
)
ANSWERING = frozenset({"after", "following", "over", "for"})
TOWARDS = frozenset({"against", "at", "for", "from", "on", "over", "to", "with"})


class Quarrels(Part):
    def __init__(self, context: Context, actors: Actors, targets: Targets) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets

    def other(self, verb: int, by: str) -> tuple[str, ...]:
        """The one state against which the doer of *verb* does something else before it in the sentence."""
        own = self.targets.struck.kin(by)
        if self.syntax.lemma(verb) in ("warn", "threaten"):  # "warned Mali of sanctions"
            told = [k for k in self.targets.aimed_at(self.syntax.patients(verb)) if self.linked.is_state(k)]
            if len(told) == 1 and told[0] not in own:
                return tuple(told)
        if (guilty := self._guilty(verb, own)) is not None:
            return (guilty,)
        for other in self._beside(verb):
            if self.syntax.lemma(other) not in HOSTILE or self.actors.actor(self.syntax.subjects(other)) != by:
                continue
            heads = [*self.syntax.patients(other), *(h for c, h in self.syntax.obliques(other) if c in TOWARDS)]
            keys = [key for key in self.targets.aimed_at(heads) if self.linked.is_state(key) and key not in own]
            if len(keys) == 1:
                return tuple(keys)
        return ()

    def _guilty(self, verb: int, own: frozenset[str]) -> str | None:
        """ "after the Peruvian invasion of Bolivia", "after Peru invaded Bolivia", "over the arrests by Peru"."""
        doers: list[int] = []
        for case, deed in self.syntax.obliques(verb):
            if case in ANSWERING and self.syntax.lemma(deed) in DEEDS:
                doers += self.syntax.children(deed, "amod", "compound", "nmod:poss")
                doers += [h for c, h in self.syntax.obliques(deed) if c == "by"]
        for clause in self.syntax.children(verb, "advcl"):
            marks = {self.syntax.word(m) for m in self.syntax.children(clause, "mark")}
            if marks & {"after", "when", "because", "since"} and self.syntax.lemma(clause) in COMMITTING:
                doers += self.syntax.subjects(clause)
        keys = (self.linked.key(doer) for doer in doers)
        return next((k for k in keys if k is not None and self.linked.is_state(k) and k not in own), None)

    def _beside(self, verb: int) -> list[int]:
        """The verbs before it that it is joined to or hangs on, the nearest first."""
        found, at = [], verb
        while self.syntax.dep[at] in ("conj", "advcl", "xcomp") and self.syntax.head[at] < at:
            at = self.syntax.head[at]
            found.append(at)
        joined = [c for each in found for c in self.syntax.children(each, "conj") if c < verb]
        return sorted({*found, *joined}, reverse=True)
