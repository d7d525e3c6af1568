"""Who "the country" is that takes a measure: the state named, else that of the minister who says so."""

from __future__ import annotations

from collections.abc import Callable

from kg.facts.measures.speech import STATING
from kg.facts.measures.telling import Context, Part

TOLD = STATING | {"add", "explain", "insist", "promise", "stress", "tell", "tweet", "vow", "warn", "write"}
WE = frozenset({"we", "i"})
COUNTRIES = frozenset({"country", "nation"})


class Speakers(Part):
    def __init__(self, context: Context, acting: Callable[[int], str | None]) -> None:
        """*acting* says whom any other noun phrase acts for."""
        super().__init__(context)
        self.acting = acting

    def speaker(self, i: int) -> str | None:
        """For whom the one speaks in whose words *i* stands."""
        for above in self.syntax.ancestors(i):
            said = self.syntax.is_verb(above) and self.syntax.lemma(above) in TOLD
            subjects = [s for s in self.syntax.subjects(above) if s != i and self.syntax.word(s) not in WE]
            if said and subjects:
                return self.acting(subjects[0])
        return None

    def country(self, i: int) -> str | None:
        """ "The country" that does something: the one named before it in its sentence, else whose speaker says so."""
        first = self.document.sentences[self.syntax.sentence_of[i]].first
        keys = {self.linked.key(j) for j in range(first, i)}
        named = [key for key in keys if key is not None and self.linked.is_state(key)]
        if named:
            return named[0] if len(named) == 1 else None
        spoken = self.speaker(i)
        return self._state(spoken) if spoken is not None else None

    def _state(self, key: str) -> str | None:
        if self.linked.is_state(key):
            return key
        of = self.linked.things[key].of if key in self.linked.things else None
        return self.linked.state_key(of) if of else None
