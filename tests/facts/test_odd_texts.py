"""Texts that end where no sentence does are read like any other: nothing is looked for behind their end."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kg.facts import report
from kg.model import Article
from kg.text.annotate import document
from training.passages import of_folder

ARTICLES = sorted((Path(__file__).parents[2] / "data" / "articles").glob("*.txt"))
ODD = (
    "",
    "Ana",
    "and Ana",
    "Ana Ruiz w",
    "“We met",
    "“We agreed on a truce,” the militia's spokesman said.",  # "we" of someone unnamed
    "The president met with",
    "Norway and Peru came to Lima for talks",
    "Norway and Peru came to Lima for talks on",
    "Norway sanctions Ana Ruiz officials",
    "Norway sanctions officials of Ana Ruiz's regime in",
    "Sanctions against",
    "A ban on",
    "Tariffs of 25%",
    "Had he",
    "Acting minister of",
    "Both",
    "Negotiators from",
)
CUTS = 12
PASSAGES = 12  # every so many-th passage that the network is trained on is read


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_is_read(text: str, nlp: Language) -> None:
    told = report(document(Article("a.txt", text), nlp))
    assert all(silence.span.end <= len(text) for silence in told.silences)


@pytest.mark.parametrize("path", ARTICLES[::4], ids=lambda path: path.stem)
def test_an_article_is_read_wherever_it_breaks_off(path: Path, nlp: Language) -> None:
    text = path.read_text(encoding="utf-8")
    for cut in range(1, CUTS):
        told = report(document(Article("a.txt", text[: len(text) * cut // CUTS]), nlp))
        assert told.article.id == "a.txt"


@pytest.mark.full
def test_the_passages_of_the_training_are_read(nlp: Language) -> None:
    passages = of_folder()[::PASSAGES]
    told = sum(bool(report(document(Article("a.txt", each.text), nlp)).measures) for each in passages)
    assert told > len(passages) // 8
