"""Descriptions → the one person they can mean: "the Omani official", "the head of state"."""

from __future__ import annotations

from kg.facts.allegiance import HEADS, RULERS, role_of
from kg.facts.link import Linked
from kg.facts.offices import Offices
from kg.letters import word_set

# What one is called of a state whatever the office.
ANYONE = word_set(
    "official envoy diplomat politician statesman stateswoman dignitary negotiator strongman ruler visitor guest"
)
AT_THE_HEAD = word_set("state government")
REACHES = 4  # sentences back to whom "the Omani official" means
NEAR = 2  # the same for "the head of state", who may be any


class Descriptions:
    """Resolves the descriptions of one article that are no titles of the people they mean."""

    def __init__(self, linked: Linked, offices: Offices) -> None:
        self.linked = linked
        self.offices = offices
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens

    def who(self, i: int) -> str | None:
        """None where nobody, or more than one, can be meant."""
        if self.tokens[i].tag in ("NNS", "NNPS"):
            return None
        states, lemma = self._states(i), self.syntax.lemma(i)
        heads = self._is_head(i)
        if heads:
            ruling = [p for p in self._before(i, REACHES if states else NEAR) if self._rules(p)]
            people = [p for p in ruling if not states or self.offices.party_of(p) in states]
        elif (lemma in ANYONE or self._is_former(i)) and len(states) == 1 and not self._is_unnamed(i):
            people = [p for p in self._before(i, REACHES) if self.offices.party_of(p, firm=True) in states]
        else:
            return None
        return people[0] if len({*people}) == 1 else None

    def _is_former(self, i: int) -> bool:
        """ "The former Omani minister": what somebody named before was once."""
        title = self.linked.table.title_word(self.syntax.lemma(i)) is not None
        words = {self.syntax.word(c) for c in self.syntax.children(i, "amod", "det")}
        return title and {"the", "former"} <= words

    def _is_head(self, i: int) -> bool:
        """ "the head of state", "the Omani monarch"."""
        of = {self.syntax.lemma(h) for case, h in self.syntax.obliques(i) if case == "of"}
        return self.syntax.lemma(i) in RULERS or (self.syntax.lemma(i) == "head" and bool(of & AT_THE_HEAD))

    def _rules(self, person: str) -> bool:
        titles = self.offices.titles.get(person, ())
        return any(role_of(self.linked, t.words) in HEADS for t in titles if not t.past)

    def _states(self, i: int) -> set[str]:
        heads = self.syntax.children(i, "amod", "compound", "nmod:poss", "nmod")
        keys = (self.linked.key(p) for c in heads for p in self.syntax.conjuncts(c))
        return {k for k in keys if k is not None and not self.linked.is_person(k)}

    def _before(self, i: int, reach: int) -> list[str]:
        """The people named in this sentence before *i* and in the last few."""
        here = self.syntax.sentence_of[i]
        return [
            self.linked.at[m.first]
            for m in self.linked.names
            if m.kind == "person" and m.first < i and here - self.syntax.sentence_of[m.first] <= reach
        ]

    def _is_unnamed(self, i: int) -> bool:
        """ "An Omani official said … The official added": one whom the text does not name."""
        lemma = self.syntax.lemma(i)
        return any(
            self.syntax.lemma(j) == lemma and self.syntax.word(c) in ("a", "an", "one", "another")
            for j in range(i)
            if self.tokens[j].lemma == lemma
            for c in self.syntax.children(j, "det", "nummod")
        )
