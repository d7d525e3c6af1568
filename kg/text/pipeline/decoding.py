"""The network's scores → one tree a sentence, one label a word, spans of names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Scores: TypeAlias = NDArray[np.float32]
Heads: TypeAlias = NDArray[np.int64]

NEVER = -1e9
ROOTS_TRIED = 4


def tree(scores: Scores) -> Heads:
    """
    The best tree with one root over the words of a sentence.

    *scores* holds a row a word and a column a head; the diagonal is the score of being the root. The root is its own
    head. The greedy heads are taken where they are a tree, which they mostly are; else Chu-Liu-Edmonds for each of the
    likeliest roots.

    >>> tree(np.array([[1, 5, 0], [0, 5, 0], [0, 5, 0]], np.float32))
    array([1, 1, 1])
    """
    count = len(scores)
    greedy: Heads = scores.argmax(1)
    roots = np.flatnonzero(greedy == np.arange(count))
    if len(roots) == 1 and _all_reach(greedy, int(roots[0])):
        return greedy
    log = scores.astype(np.float64)
    log = log - log.max(1, keepdims=True)
    log -= np.log(np.exp(log).sum(1, keepdims=True))
    own = np.diag(log)
    tried = roots if len(roots) else np.arange(count)
    tried = tried[np.argsort(-own[tried], kind="stable")][:ROOTS_TRIED]
    found = [_rooted(log, int(root)) for root in tried]
    return max(found, key=lambda heads: float(log[np.arange(count), heads].sum()))


def _all_reach(heads: Heads, root: int) -> bool:
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return bool((reached == root).all())


def _rooted(log: NDArray[np.float64], root: int) -> Heads:
    """The best tree whose root is *root*."""
    scores = log.copy()
    np.fill_diagonal(scores, NEVER)
    heads = _arborescence(scores, root)
    heads[root] = root
    return heads


def _arborescence(scores: NDArray[np.float64], root: int) -> Heads:
    """Chu-Liu-Edmonds: contract a cycle, solve the smaller graph, open the cycle where that entered it."""
    heads: Heads = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    inside = np.array(cycle)
    free = np.ones(len(heads), np.bool_)
    free[inside] = False
    outside = np.flatnonzero(free)
    size = len(outside)
    smaller = np.full((size + 1, size + 1), NEVER)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    gain = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    opened = gain.argmax(0)
    smaller[size, :size] = gain[opened, np.arange(size)]
    leaving = scores[np.ix_(outside, inside)]
    exits = leaving.argmax(1)
    smaller[:size, size] = leaving[np.arange(size), exits]
    contracted = _arborescence(smaller, int(np.flatnonzero(outside == root)[0]))
    solved = heads.copy()
    for place, word in enumerate(outside):
        head = contracted[place]
        solved[word] = inside[exits[place]] if head == size else outside[head]
    entered = contracted[size]
    solved[inside[opened[entered]]] = outside[entered]
    solved[root] = root
    return solved


def _cycle(heads: Heads, root: int) -> list[int]:
    """The words of one cycle, empty if there is none."""
    seen: dict[int, int] = {root: -1}
    for start in range(len(heads)):
        word = start
        path: list[int] = []
        while word not in seen:
            seen[word] = start
            path.append(word)
            word = int(heads[word])
        if seen[word] == start and word in path:
            return path[path.index(word) :]
    return []


def transitions(labels: Sequence[str]) -> Scores:
    """What following another label costs: nothing, or too much for ``I-X`` after anything but ``B-X`` or ``I-X``.

    The last row is for the first word of a window.
    """
    costs = np.zeros((len(labels) + 1, len(labels)), np.float32)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            for row, before in enumerate((*labels, "O")):
                costs[row, column] = 0 if before[2:] == label[2:] else -1e4
    return costs


def spans(scores: Scores, labels: Sequence[str], costs: Scores) -> tuple[tuple[int, int, str], ...]:
    """The best sequence of BIO *labels* as (first word, word after the last, kind) in the order of the text."""
    best = scores.argmax(1)
    before = np.concatenate(([len(labels)], best[:-1]))
    if (costs[before, best] < 0).any():
        best = _viterbi(scores, costs)
    found: list[tuple[int, int, str]] = []
    start = None
    for word, label in enumerate([labels[number] for number in best] + ["O"]):
        if start is not None and not label.startswith("I-"):
            found.append((start, word, labels[best[start]][2:]))
            start = None
        if label.startswith("B-"):
            start = word
    return tuple(found)


def _viterbi(scores: Scores, costs: Scores) -> Heads:
    count, kinds = scores.shape
    back = np.zeros((count, kinds), np.int64)
    value = scores[0] + costs[kinds]
    for word in range(1, count):
        total = value[:, None] + costs[:kinds]
        back[word] = total.argmax(0)
        value = total.max(0) + scores[word]
    best = np.zeros(count, np.int64)
    best[-1] = value.argmax()
    for word in range(count - 1, 0, -1):
        best[word - 1] = back[word, best[word]]
    return best
