"""Ids of fused things: functions of their own content, so that they stay put when unrelated articles come and go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kg.model import Ref

LONGEST = 80  # characters of a slug


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    The id a thing asks for, and what tells it from others that ask for the same: more in the order of `tells`.

    `weight` is the number of articles that know it: of several, the best known keeps the plain id.
    """

    base: str
    tells: tuple[str, ...]
    weight: int
    refs: tuple[Ref, ...]


def digest(parts: Iterable[object], *, length: int = 6) -> str:
    """A short hash of the parts, in their order."""
    return sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:length]


def of_refs(refs: Sequence[Ref]) -> str:
    return digest(part for ref in refs for part in (ref.article, ref.key))


def ids(wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """An id for each, all different, in the order of `wanted`; its order decides nothing."""
    rivals: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(wanted):
        rivals[each.base].append(i)
    taken = Counter(rivals.keys())
    given: dict[int, str] = {}
    for base in sorted(rivals):
        ranked = sorted(rivals[base], key=lambda i: (-wanted[i].weight, wanted[i].tells, wanted[i].refs))
        given[ranked[0]] = base
        for i in ranked[1:]:
            given[i] = _free(wanted[i], taken)
            taken[given[i]] += 1
    return tuple(given[i] for i in range(len(wanted)))


def _free(wanted: Wanted, taken: Counter[str]) -> str:
    longer = wanted.base
    for tell in wanted.tells:
        longer = f"{longer}-{tell}"
        if longer not in taken:
            return longer
    return f"{wanted.base}-{of_refs(wanted.refs)}"
