"""The goods that a noun phrase names, as worded: "calcined gypsum", and "wheat" of "imports of wheat"."""

from __future__ import annotations

from kg.facts.measures.kinds import PERCENT
from kg.facts.measures.telling import Part

TRADED = frozenset({"import", "export", "importation", "supply", "supplies", "delivery", "shipment"})
NUMBERS = frozenset("number range variety host list kind type series lot batch".split())  # "a | number | of goods"
# What a duty may be "on" that is no goods: on what grounds, and "on hold".
NO_GOODS = frozenset(
    "belief basis ground grounds condition hold ice pause reserve suspicion tariff duty levy ban sanction quota".split()
)
PLACES = frozenset({"country", "nation", "state", "bloc", "member"})  # unless they are counted: "on 85 countries"
PERIODS = frozenset({"year", "month", "week", "day", "time", "period"})


class Goods(Part):
    def worded(self, i: int) -> list[str]:
        """The noun with what stands right before it."""
        token = self.tokens[i]
        named = self.linked.key(i) is not None or token.pos not in ("NOUN", "PROPN")
        named = named or (token.tag == "NN" and self.linked.table.title_word(token.lemma) is not None)  # "the head of"
        if named or self.is_amount(i) or token.lemma in PERIODS | NO_GOODS:
            return []
        if token.lemma in PLACES and not self.syntax.children(i, "nummod"):
            return []
        inner = [h for case, h in self.syntax.obliques(i) if case == "of" and h > i] if self._is_of(i) else []
        of = [g for h in inner for each in self.syntax.conjuncts(h) for g in self.worded(each)]
        return of or [self.text[self.tokens[self._first(i)].start : token.end]]

    def is_amount(self, i: int) -> bool:
        token = self.tokens[i]
        return token.pos in ("NUM", "SYM") or token.tag == "$" or token.text.lower() in PERCENT | {"rate", "worth"}

    def _is_of(self, i: int) -> bool:
        return self.tokens[i].lemma in TRADED | NUMBERS

    def _first(self, i: int) -> int:
        """The first word of the phrase: none that a preposition parts from the noun, "non-" and the like with it."""
        before = [c for c in self.syntax.children(i, "amod", "compound", "nummod") if c < i]
        before = [c for c in before if all(self.syntax.dep[j] != "case" for j in range(c, i))]
        first = min([*before, i])
        while first > 1 and self._is_hyphen(first - 1):
            first -= 2
        return first

    def _is_hyphen(self, j: int) -> bool:
        return self.tokens[j].text == "-" and self.tokens[j].end == self.tokens[j + 1].start
