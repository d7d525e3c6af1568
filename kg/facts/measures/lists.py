"""Rates told one after another: "BYD will pay 17%, Geely 18.8%", "25% on Canada and 10% on China"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.measures.actors import Actors
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part, Quantity, Telling
from kg.model import Sentence, Token

LEADING = frozenset({"at", "a", "an", "the", "of", "those", "that", "in", "for", "with", "rate"})

BOUNDS = frozenset({",", ";", ":", "–", "—", "and", "while"})


class Lists(Part):
    def __init__(self, context: Context, actors: Actors, targets: Targets) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets

    def listed(self, found: Sequence[Quantity], sentence: Sentence) -> dict[Quantity, str]:
        """Of the rates after the first, those right before which a clause without a verb names whose they are."""
        rates = [each for each in found if each.amount.unit == "percent" and not each.amount.change]
        names = {each: self._named_before(each, sentence) for each in rates[1:]}
        return {each: key for each, key in names.items() if key is not None}

    def rates(self, told: Sequence[Telling], listed: dict[Quantity, str]) -> Iterator[Telling]:
        """The listed rates in the manner of the last one told before them; of one who levies it where it was his."""
        bases = [telling for telling in told if telling.kind == "tariff" and telling.amount is not None and telling.by]
        for quantity, key in listed.items():
            base = next((telling for telling in reversed(bases) if telling.trigger < quantity.first), None)
            if base is None or base.by is None:
                continue
            by: str = base.by
            on: tuple[str, ...] = (key,)
            if self.actors.owner(base.trigger) == base.by:
                by, on = key, base.on if key not in base.on else (base.by,)
            if by not in on:
                yield replace(base, by=by, on=on, amount=quantity.amount, previous=quantity.previous, evidence=[])

    def shared(self, telling: Telling, rates: Sequence[Quantity]) -> Iterator[Telling]:
        """A telling for each of its rates: on what stands at the rate, else on those at which no other rate stands."""
        each = [self.aimed(replace(telling, amount=q.amount, previous=q.previous, evidence=[]), q) for q in rates]
        apart = {key for one in each if one.on != telling.on for key in one.on}
        for one in each:
            rest = tuple(key for key in one.on if key not in apart)
            yield replace(one, on=rest, evidence=[]) if one.on == telling.on and rest else one

    def aimed(self, telling: Telling, quantity: Quantity) -> Telling:
        """A rate with the target that stands right behind it, if it has its own."""
        telling = self._with_goods(telling, quantity)
        at = quantity.last + 1
        if (
            telling.kind != "tariff"
            or at >= len(self.tokens)
            or self.syntax.word(at) not in ("on", "for", "against", "from")
        ):
            return telling
        head = self.syntax.head[at]
        if self.syntax.dep[at] != "case" or head < at:
            return telling
        on = tuple(key for key in self.targets.aimed_at([head]) if key != telling.by)
        return replace(telling, on=on, goods=tuple(self.targets.goods(head)), evidence=[]) if on else telling

    def _with_goods(self, telling: Telling, quantity: Quantity) -> Telling:
        """A rate with the goods of its own that stand before it: "on wine | to 80%"."""
        if telling.kind != "tariff" or self.syntax.word(quantity.first - 1) not in ("to", "at", "of", "by"):
            return telling
        for j in range(quantity.first - 2, telling.trigger, -1):
            if self.tokens[j].text.lower() in BOUNDS:
                return telling
            head = self.syntax.head[j]
            if self.syntax.dep[j] == "case" and self.syntax.word(j) in ("on", "for") and j < head < quantity.first:
                joined = [each for each in self.syntax.conjuncts(head) if each < quantity.first]
                goods = tuple(g for each in joined for g in self.targets.goods(each))
                on = tuple(k for each in joined for k in self.targets.aimed(each) if k != telling.by)
                return replace(telling, goods=goods or telling.goods, on=on or telling.on, evidence=[])
        return telling

    def _named_before(self, quantity: Quantity, sentence: Sentence) -> str | None:
        """The one name between an amount and the comma or "and" before it, where nothing else stands there."""
        keys: list[str] = []
        for j in range(quantity.first - 1, sentence.first, -1):
            token, unit = self.tokens[j], self.syntax.unit_of[j]
            if token.text.lower() in BOUNDS:
                return self._owner_among(keys)
            key = self.linked.key(unit)
            if key is not None:
                keys += [key] if unit == j else []
            elif not self._is_inner(token):
                return None
        return None

    def _is_inner(self, token: Token) -> bool:
        """Whether a word may stand between a name and its rate: "state-owned SAIC at a rate of 35%"."""
        if token.pos in ("VERB", "AUX"):
            return token.tag == "VBN"
        return token.text.lower() in LEADING or token.pos in ("ADJ", "PUNCT", "NOUN")

    def _owner_among(self, keys: list[str]) -> str | None:
        """A company before the state where it works."""
        told = [key for key in keys if not key.startswith(("place/", "person/"))]
        return next((key for key in told if key.startswith("institution/")), told[-1] if told else None)
