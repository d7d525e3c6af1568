"""Windows of words → the network's reading of each: one run of the ONNX file a window."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from kg.text.pipeline.decoding import Heads, Scores, spans, transitions, tree
from kg.text.pipeline.pieces import Window, WordPieces

Labels: TypeAlias = tuple[str, ...]

NETWORK, LABELLER, VOCABULARY, LABELS = "kg.int8.onnx", "kg.label.onnx", "vocab.txt", "meta.json"
FILES = (NETWORK, LABELLER, VOCABULARY, LABELS)
FINAL = frozenset(".?!…:;。？！") | {"...", "?!", "!?"}
CLOSING = frozenset("\"'”’)]»") | {"''", "-RRB-"}
UNMARKED_START = 0.5
"""
Log-odds that a sentence needs to start after a word that is no final punctuation; any other start needs 0. Of 0 to 2
the best of the dev sets of EWT and GUM without its news, which 0.3 and 0.7 are as well.
"""


@dataclass(frozen=True, slots=True)
class Inventory:
    """The labels the network knows, in the order of its scores; *morphs* read ``UPOS|Feature=Value|…``."""

    tags: Labels
    morphs: Labels
    relations: Labels
    names: Labels

    @classmethod
    def read(cls, path: Path) -> Inventory:
        meta = json.loads(path.read_text(encoding="utf8"))
        return cls(*(tuple(meta[key]) for key in ("xpos", "morph", "deps", "bio")))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network reads in one window; a number a word, heads counted from the window's first word."""

    tags: NDArray[np.int32]
    morphs: NDArray[np.int32]
    starts: NDArray[np.bool_]
    heads: Heads
    relations: NDArray[np.int64]
    names: tuple[tuple[int, int, str], ...]
    vectors: NDArray[np.float32]


class Network:
    """
    The shipped network.

    Each window is run by itself: the quantised products take their range from all they are given, so the reading of a
    window would change with its neighbours in a batch.
    """

    def __init__(self, folder: Path, *, threads: int) -> None:
        self.folder = folder
        self.threads = threads
        self.pieces = WordPieces.read(folder / VOCABULARY)
        self.inventory = Inventory.read(folder / LABELS)
        self._costs = transitions(self.inventory.names)
        self._session = session(folder / NETWORK, threads)
        self._labeller = session(folder / LABELLER, threads)
        self._outputs = [output.name for output in self._session.get_outputs()]

    def read(self, window: Window) -> Reading:
        encoded = self.pieces.encode(window)
        inputs = {
            "pieces": encoded.pieces[None],
            "features": encoded.features[None],
            "first": encoded.first[None],
            "last": encoded.last[None],
        }
        found = {name: value[0] for name, value in zip(self._outputs, self._session.run(None, inputs), strict=True)}
        starts = sentence_starts(found["starts"], window.words)
        heads = _heads(found["arcs"], starts)
        return Reading(
            tags=found["tags"],
            morphs=found["morphs"],
            starts=starts,
            heads=heads,
            relations=self._relations(found["dependents"], found["heads"], heads),
            names=spans(found["names"], self.inventory.names, self._costs),
            vectors=found["vectors"],
        )

    def _relations(self, dependents: Scores, governors: Scores, heads: Heads) -> NDArray[np.int64]:
        """The best label of each arc; only the word that is its own head is the root."""
        inputs = {"dependents": dependents, "heads": governors, "places": heads}
        relations: NDArray[np.int64] = self._labeller.run(None, inputs)[0]
        return relations


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """What runs an ONNX file, *threads* of the processor within one operator, one operator at a time."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def sentence_starts(odds: Scores, words: tuple[str, ...]) -> NDArray[np.bool_]:
    """
    Where a sentence starts, given the log-odds of that for each of *words*; the first word always starts one.

    >>> odds = np.array([0, 0.25, 0.25, 0.25], np.float32)
    >>> sentence_starts(odds, ("Ann", "met", "Bo", "."))
    array([ True, False, False, False])
    """
    starts: NDArray[np.bool_] = odds > 0
    starts[0] = True
    for place in np.flatnonzero(starts & (odds <= UNMARKED_START)):
        starts[place] = place == 0 or ends_sentence(words, int(place))
    return starts


def ends_sentence(words: tuple[str, ...], place: int) -> bool:
    """Whether final punctuation or an abbreviation stands before *place*; closing quotes and brackets are skipped."""
    last = next((word for word in reversed(words[:place]) if word not in CLOSING), "")
    return last in FINAL or last[-1:] in (".", "?", "!")


def _heads(arcs: Scores, starts: NDArray[np.bool_]) -> Heads:
    heads = np.zeros(len(starts), np.int64)
    for start, end in itertools.pairwise([*np.flatnonzero(starts).tolist(), len(starts)]):
        heads[start:end] = start + tree(arcs[start:end, start:end])
    return heads
