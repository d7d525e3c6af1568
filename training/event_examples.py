"""Passages → what the network of events is trained on, and how far it is from them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, TypeVar

import torch
from torch import Tensor
from torch.nn import functional

from training.corpora import RECIPE
from training.event_network import EventNetwork
from training.passages import KINDS, STATUSES, Told
from training.passages import ROLES as ROLE_NAMES

KIND_NAMES, ROLE_LABELS = ("none", *KINDS), ("none", *ROLE_NAMES)
STATUS_NAMES = tuple(dict.fromkeys(status for kind in KINDS for status in STATUSES[kind]))
IGNORED = -100
BATCH_OF_PASSAGES = 28
"""How many are read together with the trees."""

Events: TypeAlias = Mapping[tuple[int, int], tuple[int, Mapping[int, int]]]
"""By trigger and kind, an event's status and its words' roles; words and labels are numbers."""


def made(given: int) -> EventNetwork:
    """A network that has learnt nothing, for vectors of *given* numbers."""
    rate = RECIPE["events"]["dropout"]
    return EventNetwork(given, len(KIND_NAMES), len(STATUS_NAMES), len(ROLE_LABELS), dropout=rate)


def numbered(events: Sequence[Told], words: Sequence[tuple[int, int]]) -> Events:
    """The events of a passage whose words start and end at these characters."""
    found: dict[tuple[int, int], tuple[int, dict[int, int]]] = {}
    for event in events:
        key = _inside(event.trigger, words)[-1], KIND_NAMES.index(event.kind)
        _, roles = found.setdefault(key, (STATUS_NAMES.index(event.status), {}))
        for role, span in event.arguments:
            roles.update(dict.fromkeys(_inside(span, words), ROLE_LABELS.index(role)))
    return found


def _inside(span: tuple[int, int], words: Sequence[tuple[int, int]]) -> list[int]:
    return [i for i, (first, last) in enumerate(words) if first < span[1] and last > span[0]]


def loss(network: EventNetwork, vectors: Tensor, present: Tensor, batch: Sequence[Events]) -> Tensor:
    """
    The mean over passages of the sum over their words and events.

    *vectors* are passages × words × numbers; *present* tells words from padding.
    """
    words = network.words(vectors, present)
    kinds = torch.where(present, 0, IGNORED)
    told = [(row, *key, *event) for row, events in enumerate(batch) for key, event in events.items()]
    for row, place, kind, _, _ in told:
        kinds[row, place] = kind
    total = _entropy(network.kinds(words), kinds) / 2
    if told:
        rows, places, which, statuses = (torch.tensor([each[n] for each in told]) for n in range(4))
        roles = torch.where(present[rows], 0, IGNORED)
        for number, (*_, of_words) in enumerate(told):
            for word, role in of_words.items():
                roles[number, word] = role
        total = total + _entropy(network.roles(words[rows], places, which), roles) / 4
        total = total + _entropy(network.statuses(words[rows, places]), statuses) / 2
    return total / len(batch)


def _entropy(scores: Tensor, known: Tensor) -> Tensor:
    flat = scores.float().flatten(0, -2)
    return functional.cross_entropy(flat, known.flatten(), ignore_index=IGNORED, reduction="sum")


T = TypeVar("T")


def batches(given: Sequence[T], size: int, length: Callable[[T], int]) -> list[list[T]]:
    """Batches of nearly the same length, since the longest of a batch says how long all take; in no order."""
    ordered = sorted(given, key=lambda each: length(each) + random.uniform(-8, 8))
    found = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    random.shuffle(found)
    return found
