"""The amounts and times that belong to a measure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from kg.facts.measures.kinds import EXPIRING, TERMS, Kind
from kg.facts.measures.speech import STATING
from kg.facts.measures.telling import Context, Frame, Part, Quantity, Telling
from kg.facts.measures.undoing import Undoing
from kg.facts.timing import split
from kg.model import Amount, MeasureStatus, Qualifier, Sentence, When
from kg.text.amounts import amounts
from kg.text.boilerplate import filed, told_on
from kg.text.dates import Role, times

MONEY = re.compile(r"[A-Z]{3}")  # units that are ISO 4217 codes


TELLING = STATING | {"tell", "report", "warn"}
WEIGHED = frozenset(
    "ton tonne barrel bushel kilo kilogram kg pound litre liter gallon unit vehicle car head tray bag metric container "
    "vessel ship pair bale hectolitre case bottle net".split()
)
PARTIES = frozenset("country nation state minister leader government member diplomat ambassador envoy lawmaker".split())
SHARED = 4  # tokens in which stands what a percentage is of: "43% of the import | price"


def _is_in(amount: Amount, units: Collection[str]) -> bool:
    """Whether an amount is in one of the units; "money" stands for all currencies."""
    money = "money" in units and MONEY.fullmatch(amount.unit) and amount.qualifier is not Qualifier.AT_LEAST
    return amount.unit in units or bool(money)


class Quantities(Part):
    def fitting(self, kind: Kind, found: list[Quantity], noun: int) -> list[Quantity]:
        """The amounts in a unit of the kind: levels before changes, percents before money."""
        units = {"money"} if self.tokens[noun].lemma in ("cap", "fine") else kind.units
        fits = [each for each in found if _is_in(each.amount, units) and not self._is_share(each)]
        lasting = [each for each in fits if each.amount.unit in TERMS and kind.kind != "deadline"]
        fits = [each for each in fits if not (each in lasting and self._is_of_another(each, noun))]
        fits = [
            each for each in fits if self._before(each) not in ("against", "than")
        ] or fits  # "up, against 4% before"
        percents = [each for each in fits if each.amount.unit == "percent"]
        levels = [each for each in percents if not each.amount.change or each.last + 1 == noun]  # "an extra 25% duty"
        return self._moved(levels, noun) or percents[:1] or fits[:1]

    def _moved(self, levels: list[Quantity], noun: int) -> list[Quantity]:
        """Levels with the one that is left taken out: "to 15%, from 84% today", "cut its 84% duty on tea to 15%"."""
        new = [each for each in levels if self._before(each) == "to" and not self._is_of_other_rate(each, noun)]
        left = [each for each in levels if self._is_left(each) and each.previous is None]
        new = new or [each for each in levels if len(levels) > len(left) and any(self._is_change(old) for old in left)]
        old = [each for each in levels if each in left or each.first < each.last + 1 == noun]
        old = left if len(left) == 1 and self._is_change(left[0]) else old
        if not new or len(old) != 1 or old[0] in new[:1] or new[0].previous is not None:
            return levels
        moved = replace(new[0], previous=old[0].amount)
        return [moved if each is new[0] else each for each in levels if each is not old[0]]

    def _is_change(self, quantity: Quantity) -> bool:
        """ "A 10% duty, | up from 5%"."""
        return self._before(quantity) == "from" and self._before_first(quantity.first - 1) in ("up", "down")

    def _is_of_other_rate(self, quantity: Quantity, noun: int) -> bool:
        """ "Keeps 25% tariffs on tin and cuts to 7% | the rate on zinc"."""
        verb = self.syntax.clause(quantity.last)
        rates = [o for o in self.syntax.children(verb, "obj") if self.tokens[o].lemma in ("rate", "level")]
        return verb > noun and bool(rates) and noun not in self.syntax.subjects(verb)

    def _is_share(self, quantity: Quantity) -> bool:
        """ "99% of goods" is no rate; "43% of the import price" is."""
        after = quantity.last + 1
        share = quantity.amount.unit == "percent" and after < len(self.tokens) and self.syntax.word(after) == "of"
        base = {self.tokens[j].lemma.lower() for j in range(after + 1, min(after + SHARED + 1, len(self.tokens)))}
        return share and not base & {"cost", "price", "value", "cif", "fob"}

    def is_rate(self, quantity: Quantity) -> bool:
        """Percents, and sums a unit of goods: "25 euros a tonne"."""
        after = quantity.last + 1
        each = after + 1 < len(self.tokens) and self.syntax.word(after) in ("per", "a", "an", "each", "/")
        specific = (
            each and self.tokens[after + 1].lemma in WEIGHED and MONEY.fullmatch(quantity.amount.unit) is not None
        )
        return quantity.amount.unit == "percent" or specific

    def _is_of_another(self, quantity: Quantity, noun: int) -> bool:
        """ "A pause in the two-year war": a time that another noun lasts."""
        last = quantity.last
        if self.syntax.case(last) in ("after", "following", "during", "amid", "despite"):
            return True
        lasting = self.syntax.head[last]  # "a 90-day extension of the truce" is one of the truce
        beside = self.syntax.dep[last] in ("compound", "amod", "nmod:unmarked")
        return beside and lasting != noun and lasting not in self.syntax.ancestors(noun)

    def _is_left(self, quantity: Quantity) -> bool:
        """ "From 84%", "from 80 to 100%" of a pair with a new level."""
        return "from" in (self._before(quantity), self.syntax.word(quantity.first))

    def _before(self, quantity: Quantity) -> str:
        return self._before_first(quantity.first)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._filed = filed(self.document.article)
        self.undoing = Undoing(context)

    def inside(self, sentence: Sentence) -> list[Quantity]:
        """Each amount of a sentence, in order."""
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        found = []
        for mention in amounts(self.text[start:end]):
            inside = [
                i
                for i in range(sentence.first, sentence.last)
                if self.tokens[i].end > start + mention.span.start and self.tokens[i].start < start + mention.span.end
            ]
            if inside and not self._is_of_parties(mention.amount, inside):
                found.append(Quantity(mention.amount, mention.previous, inside[0], inside[-1]))
        return found

    def _is_of_parties(self, amount: Amount, inside: Sequence[int]) -> bool:
        """ "The two countries", "both nations": who it is about, not how much."""
        last, before = inside[-1], self._before_first(inside[0])
        parties = amount.unit == "count" and self.tokens[last].lemma in PARTIES
        acting = self.syntax.dep[self.syntax.unit_of[last]] == "nsubj"  # "the EU's 28 ministers agreed"
        return parties and (acting or before in ("the", "these", "those", "both", "between"))

    def _before_first(self, i: int) -> str:
        return self.syntax.word(i - 1) if i else ""

    def shared(self, found: list[Quantity], triggers: list[int]) -> dict[int, list[Quantity]]:
        """Each amount under the trigger that it belongs to."""
        shared: dict[int, list[Quantity]] = {}
        for quantity in found:
            owner = self._owner_of_amount(range(quantity.first, quantity.last + 1), triggers)
            if owner is not None:
                shared.setdefault(owner, []).append(quantity)
        return shared

    def _owner_of_amount(self, inside: Sequence[int], triggers: list[int]) -> int | None:
        """The trigger above an amount in the tree, else the nearest one that hangs on the same verb."""
        if any(i in triggers for i in inside):
            return next(i for i in inside if i in triggers)
        top = min(inside, key=lambda i: (len(list(self.syntax.ancestors(i))), i))
        predicate = [top] if self.syntax.children(top, "cop") else []  # "the tariff is 30 percent"
        for above in [*predicate, *self.syntax.ancestors(top)]:
            if above in triggers:
                return above
            below = [t for t in triggers if t in self._near(above)]
            if below:
                before = [t for t in below if t < top]
                return before[-1] if before else below[0]
            relation = self.syntax.dep[above]
            apart = relation in ("ccomp", "parataxis") or (
                relation == "advcl" and self.syntax.children(above, "nsubj", "nsubj:pass")
            )
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

    def with_amounts(self, telling: Telling, found: list[Quantity]) -> Iterator[Telling]:
        """A telling for each rate: "25% on steel and 10% on aluminium"; of other kinds the first amount that fits."""
        units = self.rules.amounts.get(telling.rule, frozenset())
        fits = [each for each in found if _is_in(each.amount, units)]
        states = telling.rule == "tariff.paid" and all(key.startswith("state/") for key in telling.on)
        for each in fits if telling.rule == "tariff.rate" or states else fits[:1]:
            yield replace(telling, amount=each.amount, previous=each.previous, evidence=[])
        if not fits:
            yield telling

    def date(self, telling: Telling, frame: Frame | None, sentence: Sentence) -> None:
        """When it starts and ends, by the times that hang on it, its verb, or the clause above."""
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        article = self.document.article
        lapses = frame is not None and self.syntax.lemma(frame.verb) in EXPIRING
        ahead = telling.status in (MeasureStatus.ANNOUNCED, MeasureStatus.PROPOSED)
        lasting = telling.status is MeasureStatus.IN_FORCE
        closes = frame is not None and frame.effect == "end" and lasting  # "will lift the ban from Monday"
        ahead = ahead or (lapses and lasting) or closes
        tense = "future" if ahead else "past"
        heads = {telling.trigger} | ({frame.verb} if frame else set())
        undone = self.undoing.verb(frame.verb) if frame is not None else None
        heads |= {undone} if undone is not None else set()
        told = {
            each: times(self.text[start:end], published=told_on(article), tense=each, filed=self._filed)
            for each in {tense, "past", "future", None}
        }
        later: When | None = None
        for written, done, to_come, nearest in zip(*(told[t] for t in (tense, "past", "future", None)), strict=True):
            inside = {
                i
                for i in range(sentence.first, sentence.last)
                if self.tokens[i].end > start + written.span.start and self.tokens[i].start < start + written.span.end
            }
            mention = done if inside and written.role is Role.AT and self._is_done_then(inside) else written
            ends = telling.kind == "deadline" and mention.role in (Role.UNTIL, Role.BY)
            if ends:  # "gave Peru until Sunday": the coming one, whenever it was given
                mention = to_come if self._is_within_week(to_come.when) else nearest
            if not inside or mention.when.edtf is None:
                continue
            if not self._belongs(inside, heads) and not (ends and min(inside) > telling.trigger):
                continue
            first, last = split(mention.when)
            until = (
                mention.role in (Role.UNTIL, Role.BY)
                or (
                    (lapses or telling.status is MeasureStatus.EXPIRED)
                    and mention.role is Role.AT
                    and (undone is None or min(inside) > undone)
                )
                or (frame is not None and closes and min(inside) > frame.verb and mention.role in (Role.AT, Role.SINCE))
                or telling.kind == "divestiture"
                or (telling.kind == "deadline" and self._is_term(inside, telling.trigger))
            )
            if until and telling.until is None:
                telling.until = last or first
                onward = mention.role is Role.UNTIL and tense == "past" and lasting and not ends
                later = to_come.when if onward else None
            elif not until and mention.role in (Role.AT, Role.SINCE) and telling.start is None:
                telling.start = first
                opened = self.text[: start + mention.span.start].rstrip().endswith("from")
                if last and opened:  # "from January 1 until March 31"
                    telling.until = telling.until or last

        if later is not None and self._lies_ahead(telling, frame):
            first, last = split(later)
            telling.until = last or first

    def _lies_ahead(self, telling: Telling, frame: Frame | None) -> bool:
        """ "Imposed a duty on May 4, until May 2", "imposed a duty until May 2"; not where it had been imposed."""
        began, ended = telling.start, telling.until
        if began is not None and began.first is not None:
            return ended is not None and ended.first is not None and ended.first < began.first
        beside = self.syntax.children(frame.verb, "aux") if frame is not None else ()
        return frame is not None and all(self.syntax.word(c) != "had" for c in beside)

    def _is_within_week(self, when: When) -> bool:
        published = self.document.article.published
        return published is not None and when.first is not None and when.first <= published + timedelta(days=7)

    def _is_done_then(self, inside: set[int]) -> bool:
        """ "Announced on Friday that", "decided in March to": the day of what has been done, whatever lies ahead."""
        top = min(inside, key=lambda i: (len(list(self.syntax.ancestors(i))), i))
        verb = next((a for a in self.syntax.ancestors(top) if self.syntax.is_verb(a)), None)
        if verb is None:
            return False
        had = any(self.syntax.word(c) in ("has", "have", "had") for c in self.syntax.children(verb, "aux"))
        return self.tokens[verb].tag == "VBD" or (had and self.tokens[verb].tag == "VBN")

    def _is_word_of(self, verb: int) -> bool:
        """A verb of saying with a clause of its own: its time is when it was said."""
        return self.syntax.lemma(verb) in TELLING and bool(self.syntax.children(verb, "ccomp"))

    def _is_term(self, inside: set[int], noun: int) -> bool:
        """ "A January deadline", "a deadline of June 1"."""
        tops = [i for i in inside if self.syntax.head[i] == noun]
        if self.syntax.is_verb(noun):
            return False  # "on Tuesday gave Peru a week"
        return bool(tops) and (max(inside) < noun or any(self.syntax.case(i) == "of" for i in tops))

    def _belongs(self, inside: set[int], heads: set[int]) -> bool:
        top = min(inside, key=lambda i: (len(list(self.syntax.ancestors(i))), i))
        for above in self.syntax.ancestors(top):
            if above in heads or heads & set(self.syntax.children(above)):
                said = above < min(heads) or above < min(inside)
                said = said and self._is_word_of(above)  # "said on Friday that it would raise duties"
                return above in heads or not said
            if self.syntax.is_verb(above):
                return False
        return False
