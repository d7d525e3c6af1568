"""Who took a measure told without its doer: "sanctions on Mali were lifted. Norway had imposed them in 1992"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.facts.measures.actors import Actors
from kg.facts.measures.kinds import AIMED
from kg.facts.measures.telling import Context, Frame, Part, Telling

NEAR = 2  # sentences after it in which "them" is the measure
TOLD = frozenset({"end", "suspend", "happen"})  # what a clause does to a measure that is known already


class Doers(Part):
    """Keeps what is told without a doer until the whole article is read."""

    def __init__(self, context: Context, actors: Actors) -> None:
        super().__init__(context)
        self.actors = actors
        self._waiting: list[Telling] = []

    def wait(self, telling: Telling, frame: Frame | None) -> None:
        """Keep a telling whose doer may be told elsewhere: what became of a measure against somebody."""
        if telling.by is None and telling.on and telling.kind in AIMED and frame is not None and frame.effect in TOLD:
            self._waiting.append(telling)

    def found(self, tellings: Iterable[Telling]) -> Iterator[Telling]:
        """Of what was kept, those whose doer the article tells, told by him; *tellings* are all the others."""
        tellings = list(tellings)
        for waiting in self._waiting:
            doers = {
                told.by
                for told in tellings
                if told.kind == waiting.kind and told.by is not None and set(told.on) == set(waiting.on)
            }
            by = doers.pop() if len(doers) == 1 else None if doers else self._imposed(waiting)
            if by is not None and by not in waiting.on:
                waiting.by = by
                yield waiting

    def _imposed(self, telling: Telling) -> str | None:
        """Who "imposed them", in the sentences after it."""
        for sentence in self.document.sentences[telling.sentence : telling.sentence + NEAR + 1]:
            for i in range(max(sentence.first, telling.trigger), sentence.last):
                imposes = self.rules.effect.get(self.syntax.lemma(i)) == "impose" and self.syntax.is_verb(i)
                if imposes and any(self.syntax.word(p) in ("them", "it") for p in self.syntax.patients(i)):
                    return self.actors.actor(self.syntax.subjects(i))
        return None
