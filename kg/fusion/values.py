"""Values that several reports give for one property → claims, differences, and what all agree on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from kg.model import Amount, Claim, Difference, Evidence, Qualifier, Ref

T = TypeVar("T")

ABOUT = 0.05  # of the value, by which "about" may miss it


def difference(name: str, told: Iterable[tuple[str, str, Ref]], published: Mapping[str, date | None]) -> Difference:
    """The claims on a property from (value, wording, report); one claim a value, wordings of one value joined."""
    by_value: dict[str, list[tuple[str, Ref]]] = defaultdict(list)
    for value, wording, ref in told:
        by_value[value].append((wording, ref))
    return Difference(name, tuple(_claim(value, by_value[value], published) for value in sorted(by_value)))


def _claim(value: str, told: Sequence[tuple[str, Ref]], published: Mapping[str, date | None]) -> Claim:
    refs = tuple(sorted({ref for _, ref in told}))
    dates = [day for ref in refs if (day := published.get(ref.article))]
    wordings = sorted({wording for wording, _ in told if wording})
    return Claim(value, "; ".join(wordings), refs, max(dates, default=None))


def most_common(values: Iterable[T | None], default: T) -> T:
    """The value given most often, of several the least; `default` where there is none."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda each: (-counts[each], str(each)), default=default)


def amount_text(amount: Amount) -> str:
    """
    An amount as claims show it.

    >>> amount_text(Amount(10, 25, "percent", Qualifier.RANGE, "10% to 25%"))
    '10 to 25 percent'
    """
    low, high = _number(amount.low), _number(amount.high)
    number = low if low == high else f"{low} to {high}"
    word = "" if amount.qualifier in (Qualifier.EXACT, Qualifier.RANGE) else f"{amount.qualifier.value} "
    return f"{word}{number} {amount.unit}" + (" of change" if amount.change else "")


def _number(value: float) -> str:
    return f"{value:.10g}"


def amounts_agree(left: Amount, right: Amount) -> bool:
    """Whether one quantity can be meant by both, each as loosely as its qualifier says."""
    if left.change != right.change:
        return False
    if left.unit != right.unit:
        return _durations_agree(left, right)
    (a, b), (c, d) = _reach(left), _reach(right)
    both_ranges = left.qualifier is right.qualifier is Qualifier.RANGE
    return (a, b) == (c, d) if both_ranges else a <= d and c <= b


_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}


def _durations_agree(left: Amount, right: Amount) -> bool:
    """One is a round form of the other: "two months" and "60 days"."""
    if left.unit not in _DAYS or right.unit not in _DAYS:
        return False
    a, b = left.high * _DAYS[left.unit], right.high * _DAYS[right.unit]
    return abs(a - b) <= ABOUT * max(a, b)


def is_duration(amount: Amount) -> bool:
    return amount.unit in _DAYS


def _reach(amount: Amount) -> tuple[float, float]:
    if amount.qualifier is Qualifier.UP_TO:
        return 0.0, amount.high
    if amount.qualifier is Qualifier.AT_LEAST:
        return amount.low, float("inf")
    if amount.qualifier is Qualifier.ABOUT:
        return amount.low * (1 - ABOUT), amount.high * (1 + ABOUT)
    return amount.low, amount.high


_SHARP = (Qualifier.EXACT, Qualifier.RANGE, Qualifier.ABOUT, Qualifier.UP_TO, Qualifier.AT_LEAST)


def sharpest(amounts: Sequence[Amount]) -> Amount | None:
    """The most specific of amounts that agree; None of none."""
    return min(
        amounts,
        key=lambda each: (_SHARP.index(each.qualifier), each.high - each.low, each.low, each.wording),
        default=None,
    )


def only(values: Collection[T | None]) -> T | None:
    """The one value of a set, None where it has none or several."""
    return next(iter(values)) if len(values) == 1 else None


def evidence_order(evidence: Evidence) -> tuple[object, ...]:
    """The key by which evidence is sorted: by article, then by place in its text."""
    return evidence.article, evidence.span, evidence.quote, evidence.rule, evidence.supports


def first_quote(evidence: Sequence[Evidence]) -> str:
    """The quote of the first evidence, empty where there is none."""
    return min(evidence, key=evidence_order).quote if evidence else ""
