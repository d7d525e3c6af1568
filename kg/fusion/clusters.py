"""References → clusters of references: who was joined with whom, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Merge, Ref


@dataclass(frozen=True, slots=True)
class Cluster:
    """The reports of one thing, sorted; a merge for each but one of them, sorted; `doubt` in words."""

    refs: tuple[Ref, ...]
    merges: tuple[Merge, ...] = ()
    doubt: str | None = None


class Grouping:
    """References that are joined one pair at a time; what it holds does not depend on the order of the joins."""

    def __init__(self, refs: Iterable[Ref]) -> None:
        self._parent = {ref: ref for ref in refs}
        self._size = dict.fromkeys(self._parent, 1)
        self._merges: list[Merge] = []
        self._doubts: dict[Ref, str] = {}

    def root(self, ref: Ref) -> Ref:
        """The same reference for all that are joined."""
        while self._parent[ref] != ref:
            self._parent[ref] = ref = self._parent[self._parent[ref]]
        return ref

    def join(self, left: Ref, right: Ref, reason: str) -> None:
        """Take the two for one thing; nothing happens where they are already."""
        a, b = self.root(left), self.root(right)
        if a == b:
            return
        if self._size[a] < self._size[b]:
            a, b = b, a
        self._parent[b] = a
        self._size[a] += self._size[b]
        first, second = sorted((left, right))
        self._merges.append(Merge(first, second, reason))

    def doubt(self, ref: Ref, words: str) -> None:
        """Record what a careful reader would not be sure of."""
        self._doubts.setdefault(ref, words)

    def clusters(self) -> tuple[Cluster, ...]:
        """All of them, in the order of their first reference."""
        groups: dict[Ref, list[Ref]] = {}
        for ref in self._parent:
            groups.setdefault(self.root(ref), []).append(ref)
        merges: dict[Ref, list[Merge]] = {}
        for merge in self._merges:
            merges.setdefault(self.root(merge.left), []).append(merge)
        made = (
            Cluster(
                tuple(sorted(refs)),
                tuple(sorted(merges.get(root, ()), key=lambda each: (each.left, each.right, each.reason))),
                next((self._doubts[ref] for ref in sorted(refs) if ref in self._doubts), None),
            )
            for root, refs in groups.items()
        )
        return tuple(sorted(made, key=lambda each: each.refs[0]))


def in_words(ids: Iterable[str], names: Mapping[str, str]) -> str:
    """Nodes by name, joined by "and"; one without a name by the last part of its id."""
    return " and ".join(sorted(names.get(each, each.split("/")[-1]) for each in ids))
