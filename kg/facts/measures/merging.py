"""Tellings of one measure joined into one."""

from __future__ import annotations

from datetime import timedelta

from kg.facts.measures.kinds import AIMED, SYMMETRIC
from kg.facts.measures.telling import Context, Part, Telling
from kg.model import LEARNED, MeasureStatus, Qualifier
from kg.text.boilerplate import BlockKind, blocks


class Merging(Part):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        titles = {n for n, block in enumerate(blocks(self.document.article)) if block.kind is BlockKind.HEADLINE}
        self._titles = {n for n, sentence in enumerate(self.document.sentences) if sentence.block in titles}

    def merged(self, tellings: list[Telling]) -> list[Telling]:
        """
        Tellings of one measure joined; the later one fills what the earlier one left open.

        What the network alone tells comes last, so that it changes nothing that a rule reads.
        """
        result: list[Telling] = []
        rates: dict[int, list[Telling]] = {}  # by the noun that tells of several
        aims: dict[int, tuple[str, ...]] = {}  # of what one of them goes on with
        for telling in sorted(tellings, key=is_learned):
            known = next(
                (
                    old
                    for old in reversed(result)
                    if (
                        _same(old, telling, self._one_actor(old.by, telling.by), self._one_target(old, telling))
                        and not self._apart_in_time(old, telling)
                    )
                    or self._told_above(old, telling)
                ),
                None,
            )
            rates.setdefault(telling.trigger, []).append(known or telling)
            if known is not None and known.on and not telling.on and known.kind == "tariff":
                aims[telling.trigger] = known.on
            if known is None:
                result.append(telling)
            elif known.by is None or is_learned(known) or not is_learned(telling):
                if telling.goods and telling.sentence not in self._titles and self._only_in_title(known):
                    known.goods = telling.goods  # "chip metals": which, the text says
                was_on = self._is_to_come(known) and self._was_on(telling)
                _fill(known, telling)
                known.status = telling.status if was_on else known.status
        for trigger, on in aims.items():  # "duties on its cars; to 9% on wagons and | to 7% on vans"
            for each in rates[trigger]:
                each.on = each.on or on
        result.sort(key=lambda each: each.evidence[0].span)
        told = [t for t in result if t.by is not None or (t.kind in SYMMETRIC and t.on)]
        told = [t for t in told if t.on or t.kind != "tariff" or not self._only_in_title(t)]
        read = [t for t in told if not is_learned(t)]
        return [t for t in told if not is_learned(t) or not any(self._repeats(old, t) for old in read)]

    def _repeats(self, read: Telling, learned: Telling) -> bool:
        """Whether the network alone tells once more, of another status or turned about, what a rule reads elsewhere."""
        if read.kind == learned.kind and read.kind in AIMED and learned.by in read.on and read.by in learned.on:
            return True
        if read.kind != learned.kind and (read.kind, learned.kind) != ("divestiture", "deadline"):
            return False  # "the deadline expires on Friday", of a sale that is demanded
        shared = set(read.on) & set(learned.on)
        if read.kind in SYMMETRIC:
            return len(shared) > 1
        same = bool(shared) or not learned.on
        one = self._one_actor(read.by, learned.by) or learned.sentence in self._titles
        return same and one and _same_amount(read, learned)

    def _only_in_title(self, telling: Telling) -> bool:
        """Whether the title alone tells of it, too briefly to say of whom: "Norway sets duties of up to 20%"."""
        return telling.sentence in self._titles and len(telling.evidence) == 1

    def _apart_in_time(self, old: Telling, new: Telling) -> bool:
        """Whether two pacts cannot be one: begun on different days, or one of them in a year before the article's."""
        first, second = old.start, new.start
        if old.kind not in SYMMETRIC:
            if any(self._is_other(a, b) for a, b in ((old, new), (new, old))):
                return not (old.anaphoric or new.anaphoric)
            if (old.status is MeasureStatus.EXPIRED) == (new.status is MeasureStatus.EXPIRED):
                return False
            over, on = (old, new) if old.status is MeasureStatus.EXPIRED else (new, old)
            if self._began_anew(on) and self._is_before(over, on):
                return True
            return bool(first and second and first.edtf != second.edtf and not new.anaphoric)
        if first is not None and second is not None and first.last and second.last and first.first and second.first:
            return first.last < second.first or second.last < first.first
        known, published = first or second, self.document.article.published
        return bool(known and known.last and published and known.last.year < published.year and not new.anaphoric)

    def _is_other(self, one: Telling, other: Telling) -> bool:
        """Whether one is to come, on goods or of a rate that are told, while the other has long been on."""
        return self._is_to_come(one) and bool(one.amount or one.goods) and self._was_on(other)

    def _is_to_come(self, telling: Telling) -> bool:
        return telling.status is MeasureStatus.ANNOUNCED and telling.start is None

    def _was_on(self, telling: Telling) -> bool:
        """ "Norway vowed to strike back. It has had duties on tin | since last year": in force before these days."""
        began, published = telling.start and telling.start.last, self.document.article.published
        long_ago = bool(began and published and began < published - THESE_DAYS)
        return telling.status is MeasureStatus.IN_FORCE and long_ago

    def _began_anew(self, telling: Telling) -> bool:
        """ "Norway reimposed the duties": what it lifted once were others."""
        return self.syntax.lemma(self.syntax.clause(telling.trigger)) in ANEW

    def _is_before(self, over: Telling, on: Telling) -> bool:
        """Whether one measure ended before another began, or before these days where no day is told of that."""
        end = over.until or over.start
        ended = end.last if end is not None else None
        published = self.document.article.published
        began = on.start.first if on.start is not None else published and published - THESE_DAYS
        return bool(ended and began and ended < began)

    def _told_above(self, old: Telling, new: Telling) -> bool:
        """Whether the title told of it, where "the EU" may stand for its commission, but no state for another body."""
        bodies = all(key is None or not self.linked.is_state(key) for key in (old.by, new.by))
        return (
            old.kind == new.kind
            and (bodies or self._one_actor(old.by, new.by))
            and old.sentence in self._titles
            and old.amount is None
            and (bool(set(old.on) & set(new.on)) or not (old.on or new.on or old.kind in SYMMETRIC))
            and new.status is not MeasureStatus.PROPOSED
        )

    def _one_target(self, old: Telling, new: Telling) -> bool:
        """Whether two targets can be one: a state, and its leader where the same sanctions are told on."""
        if not old.on or not new.on or set(old.on) & set(new.on):
            return True
        led = {self.offices.party_of(key) for key in new.on if self.linked.is_person(key)}
        return new.anaphoric and new.kind in AIMED and bool(led & set(old.on))

    def _one_actor(self, a: str | None, b: str | None) -> bool:
        """Whether two actors can be one: the same, a state and one of its bodies, or one not named."""
        if a is None or b is None or a == b:
            return True
        states = {
            self.linked.state_key(of) if (of := self.linked.things[k].of) else k
            for k in (a, b)
            if k in self.linked.things
        }
        return len(states) == 1 and (self.linked.is_state(a) or self.linked.is_state(b))


def is_learned(telling: Telling) -> bool:
    """Whether no rule tells of it."""
    return all(each.rule.endswith(LEARNED) for each in telling.evidence)


ANEW = frozenset({"reimpose", "reinstate", "restore", "reintroduce", "revive", "resume"})
THESE_DAYS = timedelta(days=31)
MANY = 3  # parties of one pact that is told once more of fewer
TRADE = frozenset("export exports import imports sale sales trade use goods products certain all".split())
EARLIER = frozenset({"earlier", "previous", "former", "second", "another"})


def _same(old: Telling, new: Telling, one_actor: bool, one_target: bool) -> bool:
    """Whether two tellings can be of one measure: nothing they both say differs."""
    if old.kind != new.kind:
        return False
    if new.by is None and not new.on:
        return new.anaphoric and _same_amount(old, new)
    if not one_actor or (old.name and new.name and old.name != new.name):
        return False
    if old.kind == "legislation" and (old.name is None) != (new.name is None) and not new.anaphoric:
        return False
    if not one_target:
        return False
    if old.kind in SYMMETRIC and len(old.on) > 1 and len(new.on) > 1 and len(set(old.on) & set(new.on)) < 2:
        return False  # pacts of one party with two others
    if old.kind in SYMMETRIC and MANY < max(len(old.on), len(new.on)) != min(len(old.on), len(new.on)) > 1:
        return False  # pacts with several, and the one with one of them
    if old.kind == "tariff" and new.amount is not None and old.on and new.on and len(new.on) < len(old.on):
        return False  # the rate of one of them
    if old.kind == "investigation" and not new.anaphoric and (old.traits != new.traits or old.sentence == new.sentence):
        return False
    if old.kind == "ban" and old.traits and new.traits and old.traits != new.traits:
        return False  # of imports, and of exports
    unlike = not new.anaphoric or _is_over(old) != _is_over(new)  # "lifted the ban on tin; the ban on zinc stays"
    if old.kind in AIMED and unlike and bool(old.on) == bool(new.on) and _are_others(old, new):
        return False
    if old.kind == "tariff" and unlike and _of_other_goods(old, new):
        return False
    if new.traits & EARLIER or old.traits & EARLIER:
        return False
    if (old.status is MeasureStatus.PROPOSED) != (new.status is MeasureStatus.PROPOSED):
        return _is_hoped_for(old, new)
    return _same_amount(old, new)


def _is_over(telling: Telling) -> bool:
    return telling.status in (MeasureStatus.EXPIRED, MeasureStatus.SUSPENDED)


def _is_hoped_for(old: Telling, new: Telling) -> bool:
    """Whether what was set is told once more as what had been asked for: of the same rate, on the same."""
    told = old.status is not MeasureStatus.PROPOSED and old.amount is not None and new.amount is not None
    return told and old.kind == "tariff" and (old.by, set(old.on)) == (new.by, set(new.on)) and _same_amount(old, new)


def _are_others(old: Telling, new: Telling) -> bool:
    """Whether two bans by one on another are of other goods, or of other years."""
    goods = [{w for g in each.goods for w in g.lower().split()} - TRADE for each in (old, new)]
    years = [each.start.first.year if each.start and each.start.first else None for each in (old, new)]
    apart = None not in years and years[0] != years[1]
    return apart or (all(goods) and not goods[0] & goods[1])


def _of_other_goods(old: Telling, new: Telling) -> bool:
    """Whether two duties are on goods that share no word."""
    return bool(_words(old) and _words(new)) and not share_goods(old, new)


def share_goods(one: Telling, other: Telling) -> bool:
    """Whether the goods of two tellings have a word in common; whose goods they are does not matter."""
    return bool(_words(one) & _words(other))


def _words(telling: Telling) -> set[str]:
    return {w for g in telling.goods for w in g.split() if w[:1].islower()} - TRADE


def _same_amount(old: Telling, new: Telling) -> bool:
    if old.amount is None or new.amount is None:
        return True
    if "percent" in (old.amount.unit, new.amount.unit) and old.amount.unit != new.amount.unit:
        return True  # a rate, and the worth of the goods it is on
    if Qualifier.UP_TO in (old.amount.qualifier, new.amount.qualifier) and Qualifier.RANGE in (
        old.amount.qualifier,
        new.amount.qualifier,
    ):
        return round(old.amount.high) == round(new.amount.high)  # "up to 212%", and "from 107.1% to 212.1%"
    return (old.amount.low, old.amount.high, old.amount.unit) == (new.amount.low, new.amount.high, new.amount.unit)


def _fill(old: Telling, new: Telling) -> None:
    if old.by is None or (new.by is not None and new.by.startswith("institution/") and old.by.startswith("state/")):
        old.by = new.by
    old.on = old.on or new.on
    old.goods = old.goods or new.goods
    old.name = old.name or new.name
    if old.amount is None or (new.amount is not None and new.amount.unit == "percent" != old.amount.unit):
        old.amount, old.previous = new.amount, new.previous
    old.start, old.until = old.start or new.start, old.until or new.until
    ended = new.status in (MeasureStatus.SUSPENDED, MeasureStatus.EXPIRED)
    if new.status is MeasureStatus.PROPOSED and old.status is not MeasureStatus.PROPOSED and old.kind == "tariff":
        old.evidence += new.evidence
        return
    begins = new.status is MeasureStatus.ANNOUNCED and new.sentence - old.sentence < 2  # "the new rate will apply from"
    if old.status is MeasureStatus.IN_FORCE and (ended or begins or not new.anaphoric):
        old.status = new.status
    old.evidence += new.evidence
