"""Sentences with their trees and names ↔ spaCy documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.text.read import plain
from training.conllu import NAME_KINDS, Name, Sentence, Word
from training.passages import Passage


def reference(document: Sequence[Sentence], vocab: Vocab) -> Doc:
    words = [word for sentence in document for word in sentence.words]
    spaces = [word.spaced for word in words]
    heads: list[int] = []
    entities: list[tuple[int, int, str]] = []
    start = 0
    for sentence in document:
        size = len(sentence.words)
        spaces[start + size - 1] = True
        heads += [start + word.head for word in sentence.words]
        entities += [(start + name.start, start + name.end, name.kind) for name in sentence.names or () if name.kind]
        start += size
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=["" if word.feats == "_" else word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.relation for word in words],
    )
    doc.set_ents([Span(doc, first, last, label=kind) for first, last, kind in entities], default="outside")
    return doc


def marked(nlp: Language, passage: Passage) -> Doc:
    """A passage as a pipeline reads it, with the names that are marked in it where somebody marked any."""
    doc = nlp(plain(passage.text))
    if passage.names is not None:
        spans = (doc.char_span(*span, label=kind, alignment_mode="expand") for kind, span in passage.names)
        doc.set_ents([span for span in spans if span is not None], default="outside")
    return doc


def as_read(doc: Doc) -> Iterator[Sentence]:
    """The sentences of *doc*, white space left out."""
    for span in doc.sents:
        words = [token for token in span if not token.is_space]
        places = {token.i: place for place, token in enumerate(words)}
        if not words:
            continue
        of_words = tuple(
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
        names = (e for e in span.ents if e.label_ in NAME_KINDS and e.start in places and e.end - 1 in places)
        yield Sentence(of_words, tuple(Name(places[e.start], places[e.end - 1] + 1, e.label_) for e in names))
