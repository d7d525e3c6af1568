"""What is talked about → those with whom, wherever the parser hung them: "discussed trade and the border with X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.link import Linked
from kg.facts.meeting_rules import rules

# What one has with somebody: "discussed his quarrel with X" is no talk with X.
QUARRELS = frozenset(
    "war dispute feud deal agreement pact treaty truce friendship row rift quarrel problem alliance conflict border "
    "standoff trouble contact accord spat fight".split()
)
# These are had with states: "discussed relations with President X", but not "with Xland".
RELATIONS = frozenset("relation relations tie relationship link cooperation partnership".split())
WITHIN = frozenset({"conj", "nmod", "appos", "compound"})


class Topics:
    """Reads the noun phrases of what is discussed."""

    def __init__(self, linked: Linked) -> None:
        self.linked = linked
        self.syntax = linked.syntax
        self.nouns = rules().nouns

    def discussed_with(self, noun: int) -> list[tuple[str, int]]:
        """The phrases with "with" in the noun phrase at *noun* that say with whom it was talked about."""
        return [
            (case, head)
            for i in self._below(noun)
            for case, head in self.syntax.obliques(i)
            if case == "with" and self._is_topic(i, head)
        ]

    def _below(self, noun: int) -> Iterator[int]:
        """The noun and the nouns of its phrase, those of people and of other events left out."""
        if self.linked.is_person(self.linked.key(noun) or "") or self._is_event(noun):
            return
        yield noun
        for child in self.syntax.children(noun, *WITHIN):
            if self.syntax.case(child) != "with":
                yield from self._below(child)

    def _is_topic(self, noun: int, whom: int) -> bool:
        """Whether *noun* was talked about with *whom*, and is not what somebody has with them."""
        lemma = self.syntax.lemma(noun)
        if lemma in QUARRELS or self.syntax.children(noun, "nmod:poss"):
            return False
        of_states = lemma in RELATIONS or self.linked.key(noun) is not None
        return not of_states or self.linked.is_person(self.linked.key(whom) or "")

    def _is_event(self, noun: int) -> bool:
        return self.syntax.lemma(noun) in self.nouns or self.syntax.word(noun) in self.nouns
