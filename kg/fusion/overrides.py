"""The user's decisions on who is who: `overrides.toml` → same and different, applied to what the rules decided."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.fusion.clusters import Cluster
from kg.model import Merge, Ref

_KEYS = {"a", "b", "why"}
_ALLOWED = 'allowed are a list of [[same]] and of [[different]], each with a = "…", b = "…" and why = "…"'


@dataclass(frozen=True, slots=True)
class Decision:
    """
    Two names for nodes or reports that are, or are not, one thing.

    Each is an id in the graph (`person/he-lifeng`, or an IRI that ends in it), or a report's, `ARTICLE#person/he`.
    """

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Overrides:
    """All decisions, in the order of the file."""

    same: tuple[Decision, ...] = ()
    different: tuple[Decision, ...] = ()

    def applied(self, clusters: Sequence[Cluster], ids: Sequence[str]) -> tuple[Cluster, ...]:
        """
        The clusters after the decisions; `ids` are theirs, in the same order, before them.

        "different" takes what `b` names out of the cluster that `a` is in, "same" joins the two clusters; what names
        nothing here is passed over, since articles come and go.
        """
        if not self.same and not self.different:
            return tuple(clusters)
        return _Changes(clusters, ids).made(self)


NONE = Overrides()


class _Changes:
    def __init__(self, clusters: Sequence[Cluster], ids: Sequence[str]) -> None:
        self._clusters = dict(enumerate(clusters))
        self._by_id = dict(zip(ids, (cluster.refs for cluster in clusters), strict=True))
        self._home = {ref: i for i, cluster in self._clusters.items() for ref in cluster.refs}

    def made(self, overrides: Overrides) -> tuple[Cluster, ...]:
        for decision in overrides.different:
            self._split(decision)
        for decision in overrides.same:
            self._join(decision)
        return tuple(sorted(self._clusters.values(), key=lambda each: each.refs[0]))

    def _refs(self, name: str) -> tuple[Ref, ...]:
        if "#" in name:
            article, key = name.split("#", 1)
            ref = Ref(article.rsplit("/", 1)[-1], key)
            return (ref,) if ref in self._home else ()
        return next((self._by_id[end] for end in _ends(name) if end in self._by_id), ())

    def _split(self, decision: Decision) -> None:
        a, b = self._refs(decision.a), self._refs(decision.b)
        if not a or not b or self._home[a[0]] != self._home[b[0]]:
            return
        leaving = set(b) - set(a)
        if not leaving:
            return
        at = self._home[b[0]]
        whole, new = self._clusters[at], max(self._clusters) + 1
        for i, members in ((at, [ref for ref in whole.refs if ref not in leaving]), (new, sorted(leaving))):
            kept = set(members)
            merges = tuple(m for m in whole.merges if m.left in kept and m.right in kept)
            self._clusters[i] = Cluster(tuple(members), _spanning(members, merges), whole.doubt if i == at else None)
            self._home.update(dict.fromkeys(members, i))

    def _join(self, decision: Decision) -> None:
        a, b = self._refs(decision.a), self._refs(decision.b)
        if not a or not b or self._home[a[0]] == self._home[b[0]]:
            return
        i, j = self._home[a[0]], self._home[b[0]]
        left, right = self._clusters[i], self._clusters.pop(j)
        first, second = sorted((a[0], b[0]))
        merges = (*left.merges, *right.merges, Merge(first, second, f"decided: {decision.why}"))
        ordered = tuple(sorted(merges, key=lambda each: (each.left, each.right, each.reason)))
        self._clusters[i] = Cluster(tuple(sorted(left.refs + right.refs)), ordered)
        self._home.update(dict.fromkeys(right.refs, i))


def _spanning(members: Sequence[Ref], merges: Sequence[Merge]) -> tuple[Merge, ...]:
    """The merges, and one more for each reference that only one that left had joined to the rest."""
    parent = {ref: ref for ref in members}

    def root(ref: Ref) -> Ref:
        while parent[ref] != ref:
            ref = parent[ref]
        return ref

    for merge in merges:
        parent[root(merge.right)] = root(merge.left)
    tops = sorted({root(ref) for ref in members})
    more = tuple(Merge(tops[0], other, "both joined to one that was taken out by decision") for other in tops[1:])
    return tuple(sorted((*merges, *more), key=lambda each: (each.left, each.right, each.reason)))


def _ends(name: str) -> list[str]:
    """The name and its shorter ends: of an IRI, one of them is the id."""
    parts = name.split("/")
    return ["/".join(parts[i:]) for i in range(len(parts))]


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def read(path: Path) -> Overrides:
    """The decisions in a file; none where there is no such file. InputError where it is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return NONE
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    return parse(text, name=str(path))


def parse(text: str, *, name: str = "overrides.toml") -> Overrides:
    """The decisions in the text of a file; InputError, in one line, where it is wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{name} is no TOML: {error}") from error
    for key in sorted(table.keys() - {"same", "different"}):
        raise InputError(f"{name}: unknown key {key!r}; {_ALLOWED}")
    found = Overrides(
        *(tuple(_decisions(table.get(key, []), key, name)) for key in ("same", "different")),
    )
    _agree(found, name)
    return found


def _decisions(entries: Any, key: str, name: str) -> list[Decision]:
    if not isinstance(entries, list):
        raise InputError(f"{name}: {key} is no list; write [[{key}]]; {_ALLOWED}")
    return [_decision(entry, f"{name}, [[{key}]] number {number}") for number, entry in enumerate(entries, 1)]


def _decision(entry: Any, where: str) -> Decision:
    if not isinstance(entry, dict):
        raise InputError(f"{where} is no table; {_ALLOWED}")
    for key in sorted(entry.keys() - _KEYS):
        raise InputError(f"{where}: unknown key {key!r}; {_ALLOWED}")
    for key in sorted(_KEYS):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise InputError(f"{where}: {key} is missing or empty; {_ALLOWED}")
    if entry["a"] == entry["b"]:
        raise InputError(f"{where}: a and b are both {entry['a']!r}; name two different things")
    return Decision(entry["a"], entry["b"], entry["why"].strip())


def _agree(overrides: Overrides, name: str) -> None:
    pairs: dict[frozenset[str], set[str]] = defaultdict(set)
    for key, decisions in (("same", overrides.same), ("different", overrides.different)):
        for each in decisions:
            pairs[frozenset((each.a, each.b))].add(key)
    for pair in sorted(pairs, key=sorted):
        if len(pairs[pair]) > 1:
            a, b = sorted(pair)
            raise InputError(f"{name}: {a!r} and {b!r} are called both same and different; keep one of the two")


def unmatched(overrides: Overrides, known: Mapping[Ref, str]) -> tuple[str, ...]:
    """The names in decisions that are neither the id of a node in `known` nor a report there, sorted."""
    ids = set(known.values())
    names = {name for each in (*overrides.same, *overrides.different) for name in (each.a, each.b)}
    refs = {f"{ref.article}#{ref.key}" for ref in known}
    return tuple(sorted(name for name in names if name not in refs and not ids & set(_ends(name))))
