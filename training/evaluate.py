"""
Measure pipelines on the test sets, from raw text: ``python -m training.evaluate shipped PATH …``.

A pipeline is "shipped", or what spacy.load takes. Prints a table in Markdown, one column a pipeline; ``--card`` writes
it into the model card. Scores are spaCy's, punctuation left out of the arcs, labels compared with their subtypes.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline.dep_parser import parser_score
from spacy.scorer import Scorer
from spacy.tokens import Span
from spacy.training import Example

from kg.text.pipeline import load
from training import card, generate, named
from training.conllu import NAME_KINDS, Sentence, sentences
from training.corpora import RECIPE, files
from training.docs import as_read, marked, reference
from training.examples import columns, is_news, parsed
from training.kinds import place_kind
from training.passages import parts

SENTENCES_OF_A_DOCUMENT = 8
MADE = 400
OF_UNER = ("PERSON", "ORG", "GPE", "LOC", "FAC")
OF_GUM = (*OF_UNER, "EVENT")
COARSE = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "GPE", "FAC": "GPE"}


@dataclass(frozen=True, slots=True)
class TestSet:
    """*kinds* are the kinds of names its annotators marked; names of others are not counted."""

    name: str
    documents: tuple[tuple[Sentence, ...], ...]
    kinds: tuple[str, ...]
    has_trees: bool = True


def test_sets() -> Iterator[TestSet]:
    uner = files("uner")
    pud = named.of_uner(list(sentences(files("ud-pud")["ud-pud/test.conllu"])), uner["uner/pud-test.iob2"])
    yield TestSet("PUD news", tuple((each,) for each in pud if each.id.startswith("n")), OF_UNER)
    gum = list(parsed("gum-open", "test"))
    news = [each for each in (*parsed("gum-open", "dev"), *gum) if is_news(each)]
    yield TestSet("GUM news", tuple(_documents(news)), OF_GUM)
    yield TestSet("GUM news by paragraph", tuple(_paragraphs(news)), OF_GUM)
    ewt = named.of_uner(list(parsed("ud-ewt", "test")), uner["uner/ewt-test.iob2"])
    yield TestSet("EWT test", tuple(_documents(ewt)), OF_UNER)
    yield TestSet("GUM test", tuple(_documents(gum)), OF_GUM)
    yield TestSet(
        "CrossNER politics", tuple((each,) for each in columns("crossner", "politics-test")), OF_GUM, has_trees=False
    )
    yield TestSet("passages held out", tuple(_passages()), NAME_KINDS, has_trees=False)
    words = generate.lexicon([*parsed("ud-ewt", "train"), *parsed("gum-open", "train")])
    seed = RECIPE["seed"] + 1
    for name, made in (
        ("names", generate.news(words, seed=seed, names_held_out=True)),
        ("frames", generate.news(words, seed=seed, frames_held_out=True)),
        ("names and frames", generate.news(words, seed=seed, names_held_out=True, frames_held_out=True)),
    ):
        sample = tuple((each,) for each in itertools.islice(made, MADE))
        yield TestSet(f"generated, {name} held out", sample, ("PERSON", "ORG", "GPE"))


def _passages() -> Iterator[tuple[Sentence, ...]]:
    nlp = load()
    for passage in parts()[1]:
        yield tuple(as_read(marked(nlp, passage)))


def _documents(found: Iterable[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    """Eight sentences of a document as if there were no paragraphs, which is harder than news is."""
    return _cut(found, lambda group, after: after.opens_document or len(group) == SENTENCES_OF_A_DOCUMENT)


def _paragraphs(found: Iterable[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    return _cut(found, lambda _, after: after.opens_paragraph)


def _cut(
    found: Iterable[Sentence], ends: Callable[[Sequence[Sentence], Sentence], bool]
) -> Iterator[tuple[Sentence, ...]]:
    group: list[Sentence] = []
    for sentence in found:
        if group and ends(group, sentence):
            yield tuple(group)
            group = []
        group.append(sentence)
    yield tuple(group)


@dataclass
class Counts:
    """Right, found and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: set[tuple[int, int, str]], wanted: set[tuple[int, int, str]]) -> None:
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def f(self) -> float:
        return 2 * self.right / max(1, self.found + self.wanted)


def scores(nlp: Language, test: TestSet) -> Mapping[str, float]:
    """Shares of one by name of measure."""
    references = [reference(document, nlp.vocab) for document in test.documents]
    predicted = nlp.pipe([doc.text for doc in references])
    examples = [Example(mine, gold) for mine, gold in zip(predicted, references, strict=True)]
    return {**(_trees(examples) if test.has_trees else {}), **_names(examples, test)}


def _trees(examples: list[Example]) -> dict[str, float]:
    found = {
        **Scorer.score_tokenization(examples),
        **Scorer.score_token_attr(examples, "tag"),
        **Scorer.score_token_attr(examples, "pos"),
        **Scorer.score_token_attr(examples, "morph", getter=lambda token, _: str(token.morph)),
        **Scorer.score_token_attr(examples, "lemma"),
        **parser_score(examples),
    }
    shown = {
        "LAS": "dep_las", "UAS": "dep_uas", "tags": "tag_acc", "parts of speech": "pos_acc", "morphology": "morph_acc",
        "lemmas": "lemma_acc", "sentences": "sents_f", "tokens": "token_f",
    }  # fmt: skip
    return {name: found[key] for name, key in shown.items()}


def _names(examples: list[Example], test: TestSet) -> dict[str, float]:
    strict: dict[str, Counts] = {kind: Counts() for kind in ("names", "three kinds", *test.kinds)}
    for example, document in zip(examples, test.documents, strict=True):
        if any(sentence.names is None for sentence in document):
            continue
        docs = example.predicted, example.reference
        found, wanted = (
            {(span.start_char, span.end_char, span.label_) for span in doc.ents if span.label_ in test.kinds}
            for doc in docs
        )
        strict["names"].add(found, wanted)
        strict["three kinds"].add(*({_coarse(span) for span in doc.ents if span.label_ in COARSE} for doc in docs))
        for kind in test.kinds:
            strict[kind].add(*({each for each in side if each[2] == kind} for side in (found, wanted)))
    return {name: counts.f for name, counts in strict.items() if counts.wanted}


def _coarse(span: Span) -> tuple[int, int, str]:
    """A state that some annotators call an organisation where it acts counts as a place."""
    acts = span.label_ == "ORG" and place_kind(span.text) == "GPE"
    return span.start_char, span.end_char, "GPE" if acts else COARSE[span.label_]


def table(pipelines: Mapping[str, Language]) -> str:
    rows = ["| test set | measure | " + " | ".join(pipelines) + " |", "|---|---|" + "---|" * len(pipelines)]
    for test in test_sets():
        measured = [scores(nlp, test) for nlp in pipelines.values()]
        for measure in measured[0]:
            values = " | ".join(f"{100 * each[measure]:.1f}" for each in measured)
            rows.append(f"| {test.name} | {measure} | {values} |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure language pipelines.")
    parser.add_argument("pipelines", nargs="+", help='"shipped", a folder of weights, or what spacy.load takes')
    parser.add_argument("--card", action="store_true", help="write the table into the model card")
    asked = parser.parse_args()
    found = table({name: _pipeline(name) for name in asked.pipelines})
    print(found)  # noqa: T201
    if asked.card:
        card.fill("scores", found)


def _pipeline(name: str) -> Language:
    if name == "shipped":
        return load()
    return load(Path(name)) if (Path(name) / "kg.int8.onnx").is_file() else spacy.load(name)


if __name__ == "__main__":
    main()
