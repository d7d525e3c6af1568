"""
The shipped language pipeline: raw English news → tags, morphology, lemmas, trees, sentences, names.

The weights lie beside the code in `model/`, made by `training/`. Relations are those of Universal Dependencies, the
kinds of names those of OntoNotes. Nothing is downloaded.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from spacy.language import Language
from spacy.lookups import Lookups

from kg.text.pipeline.amounts import mark_amounts
from kg.text.pipeline.component import make_encoder
from kg.text.pipeline.events import EVENTS, make_event_reader
from kg.text.pipeline.tokens import blank

__all__ = ["MODEL", "load", "make_encoder", "make_event_reader", "mark_amounts"]

MODEL = Path(__file__).parent / "model"
LEMMAS = "lemmas.json"
THREADS = "KG_THREADS"


def load(folder: Path = MODEL, *, threads: int | None = None) -> Language:
    """
    The pipeline whose weights lie in *folder*.

    *threads* of the processor share one sentence: by default what the environment variable KG_THREADS says, else 1.
    `doc.tensor` holds the encoder's vectors, a row a token, zeros for white space; `doc._.events` the events told.
    """
    nlp = blank()
    config = {"threads": threads or int(os.environ.get(THREADS, "1"))}
    nlp.add_pipe("kg_encoder", config=config).from_disk(folder)  # type: ignore[attr-defined]
    if (folder / EVENTS).exists():
        nlp.add_pipe("kg_events", config=config).from_disk(folder)  # type: ignore[attr-defined]
    nlp.add_pipe("kg_amounts")
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lambda: (), nlp=nlp, lookups=_lemma_tables(folder / LEMMAS))  # type: ignore[attr-defined]
    return nlp


def _lemma_tables(path: Path) -> Lookups:
    tables = Lookups()
    for name, table in json.loads(path.read_text(encoding="utf8")).items():
        tables.add_table(name, table)
    return tables
