"""Passages with their names and the events they tell → what the encoder learns, with trees a trained pipeline finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from kg.text.pipeline import load
from kg.text.pipeline.component import windows
from kg.text.pipeline.pieces import WordPieces
from training.docs import as_read, marked
from training.event_examples import BATCH_OF_PASSAGES, Events, batches, numbered
from training.examples import Example, example
from training.passages import Passage


class PassageBatches:
    """*total* is the number of their pieces."""

    def __init__(self, passages: Iterable[Passage], pieces: WordPieces, model: Path) -> None:
        self.examples: list[tuple[Example, Events]] = []
        for passage, doc in _read(passages, pieces, model):
            spans = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
            self.examples.append((example(list(as_read(doc))), numbered(passage.events, spans)))
        self._sizes = {id(each): len(pieces.encode(each[0].window).pieces) for each in self.examples}
        self.total = sum(self._sizes.values())

    def epoch(self) -> Iterator[list[tuple[Example, Events]]]:
        yield from batches(self.examples, BATCH_OF_PASSAGES, lambda each: self._sizes[id(each)])


def examples_of(passages: Iterable[Passage], pieces: WordPieces, model: Path) -> list[Example]:
    """The passages without what they tell."""
    return [example(list(as_read(doc))) for _, doc in _read(passages, pieces, model)]


def _read(passages: Iterable[Passage], pieces: WordPieces, model: Path) -> Iterator[tuple[Passage, Doc]]:
    """The passages that the encoder can read at once, each as *model* reads it but for the names told of it."""
    nlp = load(model)
    for passage in passages:
        doc = marked(nlp, passage)
        if sum(1 for _ in windows(doc, pieces)) == 1:
            yield passage, doc
