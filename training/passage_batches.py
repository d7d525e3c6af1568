"""Passages with the events they tell → batches that keep the trees and names a trained pipeline finds in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from kg.text.pipeline import load
from kg.text.pipeline.component import windows
from kg.text.pipeline.pieces import WordPieces
from kg.text.read import plain
from training.conllu import Name, Sentence, Word
from training.event_examples import BATCH_OF_PASSAGES, Events, batches, numbered
from training.examples import KINDS, Example, example
from training.passages import Passage


class PassageBatches:
    """*total* is the number of their pieces; passages that the encoder cannot read at once are left out."""

    def __init__(self, passages: Iterable[Passage], pieces: WordPieces, model: Path) -> None:
        nlp = load(model)
        self.examples: list[tuple[Example, Events]] = []
        for passage in passages:
            doc = nlp(plain(passage.text))
            if sum(1 for _ in windows(doc, pieces)) == 1:
                spans = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
                self.examples.append((example(list(as_read(doc))), numbered(passage.events, spans)))
        self._sizes = {id(each): len(pieces.encode(each[0].window).pieces) for each in self.examples}
        self.total = sum(self._sizes.values())

    def epoch(self) -> Iterator[list[tuple[Example, Events]]]:
        yield from batches(self.examples, BATCH_OF_PASSAGES, lambda each: self._sizes[id(each)])


def as_read(doc: Doc) -> Iterator[Sentence]:
    """The sentences of *doc* as its pipeline read them, white space left out."""
    for span in doc.sents:
        words = [token for token in span if not token.is_space]
        places = {token.i: place for place, token in enumerate(words)}
        if not words:
            continue
        read = tuple(
            Word(
                token.text,
                token.lemma_,
                token.pos_,
                token.tag_,
                str(token.morph) or "_",
                places.get(token.head.i, place),
                token.dep_,
                bool(token.whitespace_),
            )
            for place, token in enumerate(words)
        )
        names = (e for e in span.ents if e.label_ in KINDS and e.start in places and e.end - 1 in places)
        yield Sentence(read, tuple(Name(places[e.start], places[e.end - 1] + 1, e.label_) for e in names))
