"""Who took a measure told without its doer: "sanctions on Mali were lifted. Norway had imposed them in 1992"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.facts.measures.actors import Actors
from kg.facts.measures.kinds import AIMED, LEVYING
from kg.facts.measures.telling import Context, Frame, Part, Telling

NEAR = 2  # sentences after it in which "them" is the measure
TOLD = frozenset({"end", "suspend", "happen", "face"})  # what a clause does to a measure that is known already


class Doers(Part):
    """Keeps what is told without a doer until the whole article is read."""

    def __init__(self, context: Context, actors: Actors) -> None:
        super().__init__(context)
        self.actors = actors
        self._waiting: list[Telling] = []

    def wait(self, telling: Telling, frame: Frame | None) -> None:
        """Keep a telling whose doer may be told elsewhere: a measure against somebody, and what became of it."""
        if telling.by is None and telling.on and telling.kind in AIMED | LEVYING and frame is not None:
            agentless = not frame.actors and self.syntax.is_passive(frame.verb)
            if frame.effect in TOLD or (frame.effect == "impose" and agentless):
                self._waiting.append(telling)

    def found(self, tellings: Iterable[Telling]) -> Iterator[Telling]:
        """Of what was kept, those whose doer the article tells, told by him; *tellings* are all the others."""
        tellings = list(tellings)
        for waiting in self._waiting:
            by = self._doer(waiting, tellings)
            if by is not None and by not in waiting.on:
                waiting.by = by
                yield waiting

    def _doer(self, waiting: Telling, told: list[Telling]) -> str | None:
        """Who took one of the kind against the same, or "imposed them"; else who alone takes any against them."""
        same = {t.by for t in told if t.kind == waiting.kind and t.by is not None and set(t.on) == set(waiting.on)}
        if same:
            return same.pop() if len(same) == 1 else None
        if (by := self._imposed(waiting)) is not None:
            return by
        against = {t.by for t in told if t.by is not None and set(t.on) & set(waiting.on)}
        return against.pop() if len(against) == 1 else None

    def _imposed(self, telling: Telling) -> str | None:
        """Who "imposed them", in the sentences after it."""
        for sentence in self.document.sentences[telling.sentence : telling.sentence + NEAR + 1]:
            for i in range(max(sentence.first, telling.trigger), sentence.last):
                imposes = self.rules.effect.get(self.syntax.lemma(i)) == "impose" and self.syntax.is_verb(i)
                if imposes and any(self.syntax.word(p) in ("them", "it") for p in self.syntax.patients(i)):
                    return self.actors.actor(self.syntax.subjects(i))
        return None
