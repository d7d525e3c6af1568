"""The amounts and times that belong to a measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.facts.measures.kinds import Kind
from kg.facts.measures.telling import Context, Frame, Part, Telling
from kg.model import Amount, MeasureStatus, Qualifier, Sentence
from kg.text.amounts import amounts
from kg.text.boilerplate import filed
from kg.text.dates import Role, times

MONEY = re.compile(r"[A-Z]{3}")  # units that are ISO 4217 codes


class Quantities(Part):
    def fitting(self, kind: Kind, found: list[tuple[Amount, Amount | None]]) -> list[tuple[Amount, Amount | None]]:
        """The amounts in a unit of the kind: levels before changes, percents before money."""
        fits = [
            pair
            for pair in found
            if pair[0].unit in kind.units
            or ("money" in kind.units and MONEY.fullmatch(pair[0].unit) and pair[0].qualifier is not Qualifier.AT_LEAST)
        ]
        percents = [pair for pair in fits if pair[0].unit == "percent"]
        levels = [pair for pair in percents if not pair[0].change]
        return levels or percents[:1] or fits[:1]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._filed = filed(self.document.article)

    def amounts(self, sentence: Sentence, triggers: list[int]) -> dict[int, list[tuple[Amount, Amount | None]]]:
        """Each amount of a sentence under the trigger that it belongs to."""
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        shared: dict[int, list[tuple[Amount, Amount | None]]] = {}
        for mention in amounts(self.text[start:end]):
            inside = [
                i
                for i in range(sentence.first, sentence.last)
                if self.tokens[i].end > start + mention.span.start and self.tokens[i].start < start + mention.span.end
            ]
            if inside and (trigger := self._owner_of_amount(inside, triggers)) is not None:
                shared.setdefault(trigger, []).append((mention.amount, mention.previous))
        return shared

    def _owner_of_amount(self, inside: list[int], triggers: list[int]) -> int | None:
        """The trigger above an amount in the tree, else the nearest one that hangs on the same verb."""
        if any(i in triggers for i in inside):
            return next(i for i in inside if i in triggers)
        top = min(inside, key=lambda i: (len(list(self.syntax.ancestors(i))), i))
        for above in self.syntax.ancestors(top):
            if above in triggers:
                return above
            below = [t for t in triggers if t in self._near(above)]
            if below:
                before = [t for t in below if t < top]
                return before[-1] if before else below[0]
            relation = self.syntax.dep[above]
            apart = relation in ("ccomp", "parataxis") or (relation == "advcl" and self.syntax.children(above, "nsubj"))
            if apart and self.syntax.is_verb(above):
                return None
        return None

    def _near(self, i: int) -> set[int]:
        """What hangs on *i* without a verb of its own in between."""
        found, queue = set(), list(self.syntax.children(i))
        while queue:
            at = queue.pop()
            if self.syntax.is_verb(at) and self.syntax.dep[at] not in ("amod", "xcomp", "compound"):
                continue
            found.add(at)
            queue += self.syntax.children(at)
        return found

    def with_amounts(self, telling: Telling, found: list[tuple[Amount, Amount | None]]) -> Iterator[Telling]:
        """A telling for each rate: "25% on steel and 10% on aluminium"; of other kinds the first amount that fits."""
        units = self.rules.amounts.get(telling.rule, frozenset())
        fits = [pair for pair in found if pair[0].unit in units]
        for amount, previous in fits if telling.rule == "tariff.rate" else fits[:1]:
            yield replace(telling, amount=amount, previous=previous, evidence=[])
        if not fits:
            yield telling

    def date(self, telling: Telling, frame: Frame | None, sentence: Sentence) -> None:
        """When it starts and ends, by the times that hang on it, its verb, or the clause above."""
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        article = self.document.article
        tense = "future" if telling.status in (MeasureStatus.ANNOUNCED, MeasureStatus.PROPOSED) else "past"
        heads = {telling.trigger} | ({frame.verb} if frame else set())
        for mention in times(self.text[start:end], published=article.published, tense=tense, filed=self._filed):
            inside = {
                i
                for i in range(sentence.first, sentence.last)
                if self.tokens[i].end > start + mention.span.start and self.tokens[i].start < start + mention.span.end
            }
            if not inside or not self._belongs(inside, heads) or mention.when.edtf is None:
                continue
            first, _, last = mention.when.edtf.partition("/")
            until = (
                mention.role in (Role.UNTIL, Role.BY)
                or (telling.status is MeasureStatus.EXPIRED and mention.role is Role.AT)
                or telling.kind == "divestiture"
            )
            if until and telling.until is None:
                telling.until = replace(mention.when, edtf=last or first)
            elif not until and mention.role in (Role.AT, Role.SINCE) and telling.start is None:
                telling.start = replace(mention.when, edtf=first)

    def _belongs(self, inside: set[int], heads: set[int]) -> bool:
        top = min(inside, key=lambda i: (len(list(self.syntax.ancestors(i))), i))
        for above in self.syntax.ancestors(top):
            if above in heads or heads & set(self.syntax.children(above)):
                return True
            if self.syntax.is_verb(above):
                return False
        return False
