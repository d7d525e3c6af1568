"""Measures as single articles tell them → clusters of reports of one measure, and families that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.fusion.clusters import Cluster, Grouping, in_words
from kg.fusion.names import folded, words_of
from kg.fusion.values import amount_text, amounts_agree, is_duration
from kg.fusion.when import Pattern, compatible
from kg.model import Amount, Measure, MeasureStatus, Ref

APART = 183  # days between articles from which on two amounts are taken for two times, not for two views
_GOODS_STOPWORDS = words_of(
    """
    the of and a an all some certain various other on its their goods products imports exports import export
    imported exported shipments items more new from to
    """
)


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
        if self.measure.kind in ("truce", "agreement"):
            return self.measure.kind, "", tuple(sorted(self.on | ({self.by} if self.by else set())))
        return self.measure.kind, self.by or "", tuple(sorted(self.on))

    @property
    def is_change(self) -> bool:
        return self.measure.amount is not None and self.measure.amount.change


def goods_words(goods: Sequence[str], states: frozenset[str]) -> frozenset[str]:
    """The words that tell goods apart, without those for any goods and without names of states."""
    words = {word.removesuffix("s") for text in goods for word in folded(text).split()}
    return frozenset(words - {word.removesuffix("s") for word in _GOODS_STOPWORDS} - states)


def measures(orders: Iterable[Order], names: Mapping[str, str]) -> tuple[Cluster, ...]:
    """Cluster the measures of all articles, those with an amount first; `names` of ids stand in the reasons."""
    ordered = sorted(orders, key=_clarity)
    grouping = Grouping(each.ref for each in ordered)
    known: dict[tuple[str, str, tuple[str, ...]], list[Gathered]] = defaultdict(list)
    for order in ordered:
        fits = [group for group in known[order.key] if _one(order, group)]
        best = _best(order, fits)
        if best is None:
            if len(fits) > 1:
                grouping.doubt(order.ref, f"may be any of {len(fits)} measures of this kind and direction")
            known[order.key].append(Gathered(order))
        else:
            grouping.join(best.head.ref, order.ref, _reason(order, best.head, names))
            best.add(order)
    return grouping.clusters()


def _clarity(order: Order) -> tuple[object, ...]:
    return (
        order.measure.amount is None,
        order.start is None,
        order.until is None,
        -len(order.goods),
        order.ref,
    )


class Gathered:
    """Orders taken for one measure so far; `telling` is one of each amount, goods and times among them."""

    __slots__ = ("articles", "head", "rated", "telling")

    def __init__(self, head: Order) -> None:
        self.head = head
        self.rated = False
        self.articles: dict[str, list[Order]] = {}
        self.telling: dict[tuple[object, ...], Order] = {}
        self.add(head)

    def add(self, order: Order) -> None:
        amount = order.measure.amount
        self.rated = self.rated or amount is not None
        self.articles.setdefault(order.ref.article, []).append(order)
        told = amount_text(amount) if amount else None
        self.telling.setdefault((told, order.goods, order.start, order.until), order)


def _best(order: Order, fits: Sequence[Gathered]) -> Gathered | None:
    """The group whose amount and goods are the order's own, else the only one that fits."""
    equal = [group for group in fits if _same_amount(order, group.head) and order.goods == group.head.goods]
    if equal and order.measure.amount is not None:
        return equal[0]
    if len(fits) == 1:
        return fits[0]
    blank = [group for group in fits if not group.rated and order.measure.amount is None]
    return blank[0] if len(blank) == 1 else None


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


def _agree(left: Order, right: Order) -> bool:
    """Whether amounts, goods and times of the two may be of one measure."""
    a, b = left.measure.amount, right.measure.amount
    if (a and b and not amounts_agree(a, b)) or (left.goods and right.goods and not left.goods & right.goods):
        return False
    return not (_times_apart(left.start, right.start) or _times_apart(left.until, right.until))


def _again(left: Order, right: Order) -> bool:
    """Whether one article tells one measure twice: the same amount and status, the same goods."""
    a, b = left.measure.amount, right.measure.amount
    same = (a is None and b is None) or (a is not None and b is not None and amount_text(a) == amount_text(b))
    return (
        same and left.goods == right.goods and left.measure.status is right.measure.status and left.start == right.start
    )


def _one_life(left: Order, right: Order) -> bool:
    """A proposal is the life line's beginning only of what has the same amount; without amounts it may be anything."""
    proposed = [each.measure.status is MeasureStatus.PROPOSED for each in (left, right)]
    if proposed[0] == proposed[1]:
        return True
    return left.measure.amount is not None and right.measure.amount is not None


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
            known[orders[0].key, proposed, unit].append((name, orders))
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
