"""A tokenised spaCy document → the same with tags, morphology, trees, sentences, names and vectors."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.symbols import DEP, HEAD, IDS, MORPH, POS, SPACE, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.text.pipeline.network import FILES, Inventory, Network, Reading
from kg.text.pipeline.pieces import MAX_PIECES, Window, WordPieces

MAX_WORDS = 220
FINAL = frozenset(".?!")
_Placed: TypeAlias = tuple[int, str, bool]
"""A word's place in the document, its text, and whether white space follows."""


class Encoder:
    """
    The component: a network and what its labels are called in the vocabulary of one pipeline.

    Empty until `from_disk`; a document it reads before that raises ValueError.
    """

    def __init__(self, vocab: Vocab, *, threads: int = 1) -> None:
        self.vocab = vocab
        self.threads = threads
        self._network: Network | None = None

    @property
    def network(self) -> Network:
        if self._network is None:
            raise ValueError("The component 'kg_encoder' has no weights; load them with kg.text.pipeline.load().")
        return self._network

    def __call__(self, doc: Doc) -> Doc:
        """Annotate *doc* in place; its sentences never cross a line break."""
        if not len(doc):
            return doc
        found = tuple((places, self.network.read(window)) for places, window in windows(doc, self.network.pieces))
        _write(doc, found, self._names)
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Lazy, in order; a document's annotation does not depend on its neighbours, so neither on *batch_size*."""
        for doc in docs:
            yield self(doc)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copyfile(self.network.folder / name, folder / name)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Encoder:
        self._network = Network(Path(path), threads=self.threads)
        self._names = _LabelNumbers(self.vocab, self._network.inventory)
        return self


class _LabelNumbers:
    """What each of the network's labels is in spaCy's numbers."""

    def __init__(self, vocab: Vocab, inventory: Inventory) -> None:
        self.tags = _numbers(vocab.strings.add(tag) for tag in inventory.tags)
        self.relations = _numbers(vocab.strings.add(relation) for relation in inventory.relations)
        self.parts_of_speech = _numbers(IDS[morph.partition("|")[0]] for morph in inventory.morphs)
        self.morphs = _numbers(vocab.morphology.add(morph.partition("|")[2]) for morph in inventory.morphs)
        self.white_space = vocab.strings.add("_SP")
        self.loose = vocab.strings.add("dep")


def _numbers(values: Iterable[int]) -> NDArray[np.uint64]:
    return np.array(list(values), np.uint64)


@Language.factory("kg_encoder", default_config={"threads": 1})
def make_encoder(nlp: Language, name: str, threads: int) -> Encoder:
    return Encoder(nlp.vocab, threads=threads)


def windows(doc: Doc, pieces: WordPieces) -> Iterator[tuple[tuple[int, ...], Window]]:
    """
    What is read together, and where its words stand: the words of a line, white space left out.

    A line of more than 220 words, or of more pieces than the encoder takes, is cut after its last full stop that leaves
    a third of it, else where it is full.
    """
    line: list[_Placed] = []
    size = 0
    for token in doc:
        text = token.text
        if text.isspace():
            if line:
                line[-1] = line[-1][0], line[-1][1], True
            if "\n" in text and line:
                yield _window(line)
                line, size = [], 0
            continue
        taken = len(pieces.of(text))
        if len(line) == MAX_WORDS or size + taken > MAX_PIECES:
            kept = _cut(line)
            yield _window(line[:kept])
            line = line[kept:]
            size = sum(len(pieces.of(word)) for _, word, _ in line)
        line.append((token.i, text, bool(token.whitespace_)))
        size += taken
    if line:
        yield _window(line)


def _cut(line: list[_Placed]) -> int:
    for count in range(len(line), len(line) // 3, -1):
        if line[count - 1][1] in FINAL:
            return count
    return len(line)


def _window(line: list[_Placed]) -> tuple[tuple[int, ...], Window]:
    places, words, spaced = zip(*line, strict=True)
    return places, Window(words, (*spaced[:-1], True))


def _write(doc: Doc, found: tuple[tuple[tuple[int, ...], Reading], ...], names: _LabelNumbers) -> None:
    count = len(doc)
    heads = np.full(count, -1, np.int64)  # white space hangs on the word before it
    heads[0] = 0
    columns = np.zeros((count, 5), np.uint64)
    columns[:, 1:4] = (names.loose, names.white_space, SPACE)
    entities: list[Span] = []
    tensor = np.zeros((count, found[0][1].vectors.shape[1] if found else 0), np.float32)
    for words, reading in found:
        places = np.array(words)
        heads[places] = places[reading.heads] - places
        columns[places, 1] = names.relations[reading.relations]
        columns[places, 2] = names.tags[reading.tags]
        columns[places, 3] = names.parts_of_speech[reading.morphs]
        columns[places, 4] = names.morphs[reading.morphs]
        tensor[places] = reading.vectors
        entities += [Span(doc, words[start], words[end - 1] + 1, label=kind) for start, end, kind in reading.names]
    first = found[0][0][0] if found else 0
    heads[:first] = first - np.arange(first)  # white space before the first word hangs on that
    columns[:, 0] = heads.view(np.uint64)
    doc.from_array([HEAD, DEP, TAG, POS, MORPH], columns)  # type: ignore[arg-type]
    doc.set_ents(entities, default="outside")
    doc.tensor = tensor  # type: ignore[assignment]
