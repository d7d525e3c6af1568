"""Measures as single articles tell them → clusters of reports of one measure, and families that may be one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.fusion.clusters import Cluster, Grouping, in_words
from kg.fusion.values import amount_text, amounts_agree, is_duration
from kg.fusion.when import Pattern, compatible
from kg.letters import folded, word_set
from kg.model import Amount, Measure, MeasureStatus, Ref

LATELY = 10  # days between articles, or to a measure's first day, within which the same news is more likely told
FOLLOWS = 45  # days after a proposal within which what begins may be what was proposed
YEARS = 730  # days before an article at which a pact is another than the one it tells as just made
PACTS = frozenset({"truce", "agreement"})
APART = 183  # days between articles from which on two amounts are taken for two times, not for two views
_GOODS_STOPWORDS = word_set(
    """
    the of and a an all some certain various other on its their goods products imports exports import export
    imported exported shipments items more new from to wide broad range variety array number several list
    elite regime circle aide associate ally official leader president minister individual person people entity
    company firm member family man woman top senior close ruling political american british french dutch
    """
)
_OF_A_STATE = ("ese", "ian", "ean", "an", "i", "ish", "ic")  # endings of what is called after a state
_BRITISH = re.compile(r"is(?=(?:e|er|ed|ing|ation)s?$)")


@dataclass(frozen=True, slots=True)
class Order:
    """
    One measure as one article tells it, in ids of the whole graph.

    `by` and `on` are the states behind the bodies named (or the bodies, where they are of none); `named` the targets as
    named. `goods` holds the telling words of the goods, empty where all goods or none are named.
    """

    ref: Ref
    measure: Measure
    by: str | None
    on: frozenset[str]
    goods: frozenset[str]
    start: Pattern | None
    until: Pattern | None
    published: date | None

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """Kind and direction; of a truce or an agreement the parties, in either direction."""
        if self.measure.kind in PACTS:
            return self.measure.kind, "", tuple(sorted(self.on | ({self.by} if self.by else set())))
        return self.measure.kind, self.by or "", tuple(sorted(self.on))

    @property
    def is_change(self) -> bool:
        return self.measure.amount is not None and self.measure.amount.change


def goods_words(goods: Sequence[str], states: frozenset[str]) -> frozenset[str]:
    """The words that tell goods apart, without those for any goods or people and what is called after a state."""
    words = {_spelt(word) for text in goods for word in folded(text).split() if not word.isdigit()}
    words -= {_spelt(word) for word in _GOODS_STOPWORDS} | {_spelt(word) for word in states}
    return frozenset(word for word in words if not any(_called_after(word, state) for state in states))


@lru_cache(maxsize=4096)
def _spelt(word: str) -> str:
    """Singular, and as Americans spell it: "fertilisers" as "fertilizer"."""
    return _BRITISH.sub("iz", word.removesuffix("s")).replace("aluminium", "aluminum")


def _called_after(word: str, state: str) -> bool:
    """Whether a word is a state's adjective, as far as the two begin alike: "Ruritanian"."""
    return len(state) > 3 and word.startswith(state[:-1]) and word.endswith(_OF_A_STATE)


def measures(orders: Iterable[Order], names: Mapping[str, str]) -> tuple[Cluster, ...]:
    """Cluster the measures of all articles, those with an amount first; `names` of ids stand in the reasons."""
    ordered = sorted(orders, key=_clarity)
    grouping = Grouping(each.ref for each in ordered)
    known: dict[tuple[str, str, tuple[str, ...]], list[Gathered]] = defaultdict(list)
    taken: dict[tuple[str, str | None], list[Gathered]] = defaultdict(list)
    for order in ordered:
        fits = [group for group in known[order.key] if _one(order, group)]
        if not fits and not order.on and order.by:
            fits = [each for each in taken[order.measure.kind, order.by] if _tells_alike(order, each)]
        best = _best(order, fits)
        if best is None:
            if len(fits) > 1:
                grouping.doubt(order.ref, f"may be any of {len(fits)} measures of this kind and direction")
            opened = Gathered(order)
            known[order.key].append(opened)
            taken[order.measure.kind, order.by].append(opened)
        else:
            grouping.join(best.head.ref, order.ref, _reason(order, best.head, names))
            best.add(order)
    return grouping.clusters()


def _clarity(order: Order) -> tuple[object, ...]:
    return (
        not order.on,
        order.measure.amount is None,
        order.start is None,
        order.until is None,
        -len(order.goods),
        order.ref,
    )


class Gathered:
    """Orders taken for one measure so far; `telling` is one of each amount, goods and times among them."""

    __slots__ = ("articles", "days", "head", "rated", "telling")

    def __init__(self, head: Order) -> None:
        self.head = head
        self.rated = False
        self.articles: dict[str, list[Order]] = {}
        self.days: set[date] = set()
        self.telling: dict[tuple[object, ...], Order] = {}
        self.add(head)

    def add(self, order: Order) -> None:
        amount = order.measure.amount
        self.rated = self.rated or amount is not None
        self.articles.setdefault(order.ref.article, []).append(order)
        begun = order.measure.start.first if order.measure.start else None
        self.days |= {each for each in (order.published, begun) if each}
        told = amount_text(amount) if amount else None
        self.telling.setdefault((told, order.goods, order.start, order.until), order)


def _best(order: Order, fits: Sequence[Gathered]) -> Gathered | None:
    """The group whose amount and goods are the order's own, else the only one that fits, or fits and is of its days."""
    equal = [group for group in fits if _same_amount(order, group.head) and order.goods == group.head.goods]
    if equal and order.measure.amount is not None:
        return equal[0]
    if len(fits) == 1:
        return fits[0]
    blank = [group for group in fits if not group.rated and order.measure.amount is None]
    if len(blank) == 1:
        return blank[0]
    near = [group for group in blank if _of_its_days(order, group)]
    return near[0] if len(near) == 1 else None


def _of_its_days(order: Order, group: Gathered) -> bool:
    """Whether the group is told, or begins, in the days of the order's article."""
    day = order.published
    return day is not None and any(abs((day - each).days) <= LATELY for each in group.days)


def _same_amount(left: Order, right: Order) -> bool:
    a, b = left.measure.amount, right.measure.amount
    return (a is None and b is None) or (a is not None and b is not None and amounts_agree(a, b))


def _one(order: Order, group: Gathered) -> bool:
    """Whether an order may be the measure that the group tells."""
    if not all(_again(order, each) for each in group.articles.get(order.ref.article, ())):
        return False
    head = group.head
    if order.measure.name and head.measure.name and folded(order.measure.name) != folded(head.measure.name):
        return False
    return _one_life(order, head) and all(_agree(order, each) for each in group.telling.values())


def _tells_alike(order: Order, group: Gathered) -> bool:
    """Whether an order that names no target has the amount or the goods of the group, so that it is on its target."""
    head, amount = group.head, order.measure.amount
    alike = bool(order.goods & head.goods) or (amount is not None and _same_amount(order, head))
    return alike and _one(order, group)


def _agree(left: Order, right: Order) -> bool:
    """Whether amounts, goods and times of the two may be of one measure."""
    a, b = left.measure.amount, right.measure.amount
    if (a and b and not amounts_agree(a, b)) or (left.goods and right.goods and not left.goods & right.goods):
        return False
    if _is_of_old(left, right) or _is_of_old(right, left):
        return False
    return not (_times_apart(left.start, right.start) or _times_apart(left.until, right.until))


def _is_of_old(old: Order, new: Order) -> bool:
    """Whether a pact was made years before another is told as just made: the treaty of 1998, and one "they signed"."""
    begun, told = old.measure.start, new.published
    made = new.measure.kind in PACTS and new.measure.status is MeasureStatus.ANNOUNCED and new.start is None
    if not made or begun is None or begun.last is None or told is None:
        return False
    return (told - begun.last).days > YEARS


def _again(left: Order, right: Order) -> bool:
    """Whether one article tells one measure twice: the same amount and status, the same goods."""
    a, b = left.measure.amount, right.measure.amount
    same = (a is None and b is None) or (a is not None and b is not None and amount_text(a) == amount_text(b))
    return (
        same and left.goods == right.goods and left.measure.status is right.measure.status and left.start == right.start
    )


def _one_life(left: Order, right: Order) -> bool:
    """
    A proposal is the life line's beginning of what has the same amount, or is said to begin in the weeks after it;
    otherwise it may be of anything.
    """
    proposed = [each.measure.status is MeasureStatus.PROPOSED for each in (left, right)]
    if proposed[0] == proposed[1] or (left.measure.amount is not None and right.measure.amount is not None):
        return True
    early, late = (left, right) if proposed[0] else (right, left)
    begun = late.measure.start.first if late.measure.start else None
    return early.published is not None and begun is not None and 0 < (begun - early.published).days <= FOLLOWS


def _times_apart(left: Pattern | None, right: Pattern | None) -> bool:
    return bool(left and right and not compatible(left, right))


def _reason(order: Order, other: Order, names: Mapping[str, str]) -> str:
    by = f" by {in_words([order.by], names)}" if order.by else ""
    on = f" on {in_words(order.on, names)}" if order.on else ""
    a, b = order.measure.amount, other.measure.amount
    if a and b:
        amounts = (
            f"both {amount_text(a)}"
            if amount_text(a) == amount_text(b)
            else f"{amount_text(a)} and {amount_text(b)} agree"
        )
    else:
        amounts = "the amount told in one report only" if a or b else "no amount told"
    return f"the same kind and direction: {order.measure.kind}{by}{on}, {amounts}"


def fullest(orders: Sequence[Order]) -> Order:
    """The first of the orders that name most targets: it stands for all."""
    return max(orders, key=lambda each: len(each.on))


def families(clusters: Sequence[tuple[str, Sequence[Order]]]) -> tuple[tuple[str, ...], ...]:
    """
    Ids of measures that may be one though their amounts differ: of one kind and direction, told by different articles,
    of goods and times that may be the same. Each family has two or more; proposed amounts differ among themselves only.
    """
    known: dict[tuple[object, ...], list[tuple[str, Sequence[Order]]]] = defaultdict(list)
    for name, orders in clusters:
        rated = [each.measure.amount for each in orders if each.measure.amount is not None and not each.is_change]
        if rated:
            proposed = all(each.measure.status is MeasureStatus.PROPOSED for each in orders)
            unit = "day" if is_duration(rated[0]) else rated[0].unit
            known[fullest(orders).key, proposed, unit].append((name, orders))
    found: list[tuple[str, ...]] = []
    for key in sorted(known, key=str):
        found += _may_be_one(sorted(known[key], key=lambda each: each[0]))
    return tuple(sorted(found))


def _may_be_one(clusters: Sequence[tuple[str, Sequence[Order]]]) -> list[tuple[str, ...]]:
    groups: list[list[tuple[str, Sequence[Order]]]] = []
    for name, orders in clusters:
        near = [group for group in groups if all(_overlap(orders, other) for _, other in group)]
        if near:
            near[0].append((name, orders))
        else:
            groups.append([(name, orders)])
    return [tuple(name for name, _ in group) for group in groups if len(group) > 1]


def _overlap(left: Sequence[Order], right: Sequence[Order]) -> bool:
    """Whether goods and times leave room for the two to be one measure, told on two bases or once wrongly."""
    a: frozenset[str] = frozenset().union(*(each.goods for each in left))
    b: frozenset[str] = frozenset().union(*(each.goods for each in right))
    if (a and b and not a & b) or {each.ref.article for each in left} & {each.ref.article for each in right}:
        return False  # what one article tells apart is not one
    days = [{each.published for each in orders if each.published} for orders in (left, right)]
    if all(days) and min(abs((x - y).days) for x in days[0] for y in days[1]) > APART:
        return False
    return not (_before(left, right) or _before(right, left))


def _before(left: Sequence[Order], right: Sequence[Order]) -> bool:
    ends = [each.measure.until.last for each in left if each.measure.until and each.measure.until.last]
    starts = [each.measure.start.first for each in right if each.measure.start and each.measure.start.first]
    return bool(ends and starts and max(ends) <= min(starts))


def level(orders: Sequence[Order]) -> Amount | None:
    """The amount that the first of the orders to give one gives."""
    return next((each.measure.amount for each in orders if each.measure.amount), None)
