"""One frame whatever the parser: a ClearNLP tree and a Universal Dependencies tree of one sentence read the same."""

from __future__ import annotations

from collections.abc import Iterator

import spacy
from spacy.tokens import Doc, Span

from kg.model import Article, Document
from kg.text.annotate import document
from kg.text.syntax import Syntax

NLP = spacy.blank("en")


class Parsed:
    """Stands for a pipeline: gives the parse it holds, whatever the text."""

    def __init__(self, words: str, ents: list[tuple[int, int, str]], tags: dict[int, str]) -> None:
        rows = [word.rsplit("/", 4) for word in words.split()]
        self.doc = Doc(
            NLP.vocab,
            words=[row[0] for row in rows],
            pos=[row[1] for row in rows],
            lemmas=[row[2] for row in rows],
            deps=[row[3] for row in rows],
            heads=[int(row[4]) - 1 for row in rows],
        )
        for i, tag in tags.items():
            self.doc[i].tag_ = tag
        self.doc.set_ents([Span(self.doc, first, last, label) for first, last, label in ents])

    def pipe(self, texts: list[str], batch_size: int) -> Iterator[Doc]:
        assert texts == [self.doc.text.strip()]
        yield self.doc


def parsed(words: str, *ents: tuple[int, int, str], tags: dict[int, str] | None = None) -> Document:
    pipeline = Parsed(words, list(ents), tags or {})
    return document(Article(id="x.txt", text=pipeline.doc.text.strip()), pipeline)  # type: ignore[arg-type]


CLEARNLP = parsed(
    "Angela/PROPN/Angela/compound/2 Merkel/PROPN/Merkel/nsubj/3 met/VERB/meet/ROOT/3 with/ADP/with/prep/3 "
    "Emmanuel/PROPN/Emmanuel/compound/6 Macron/PROPN/Macron/pobj/4 in/ADP/in/prep/3 Berlin/PROPN/Berlin/pobj/7",
    (0, 2, "PERSON"),
    (4, 6, "PERSON"),
)
UNIVERSAL = parsed(
    "Angela/PROPN/Angela/nsubj/3 Merkel/PROPN/Merkel/flat/1 met/VERB/meet/ROOT/3 with/ADP/with/case/5 "
    "Emmanuel/PROPN/Emmanuel/obl/3 Macron/PROPN/Macron/flat/5 in/ADP/in/case/8 Berlin/PROPN/Berlin/obl/3",
    (0, 2, "PERSON"),
    (4, 6, "PERSON"),
)


def frame(document: Document, verb: int) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    syntax = Syntax(document)
    word = [token.text for token in document.tokens]
    return (
        [word[i] for i in syntax.subjects(verb)],
        [word[i] for i in syntax.patients(verb)],
        [(case, word[i]) for case, i in syntax.obliques(verb)],
    )


def test_prepositions_and_names_read_alike() -> None:
    assert frame(CLEARNLP, 2) == frame(UNIVERSAL, 2) == (["Angela"], [], [("with", "Emmanuel"), ("in", "Berlin")])


def test_a_by_agent_is_the_subject_of_a_passive() -> None:
    clearnlp = parsed(
        "Macron/PROPN/Macron/nsubjpass/3 was/AUX/be/auxpass/3 received/VERB/receive/ROOT/3 by/ADP/by/agent/3 "
        "Merkel/PROPN/Merkel/pobj/4"
    )
    universal = parsed(
        "Macron/PROPN/Macron/nsubj:pass/3 was/AUX/be/aux:pass/3 received/VERB/receive/ROOT/3 by/ADP/by/case/5 "
        "Merkel/PROPN/Merkel/obl:agent/3"
    )

    assert frame(clearnlp, 2)[:2] == frame(universal, 2)[:2] == (["Merkel"], ["Macron"])


def test_the_predicate_noun_governs_its_copula() -> None:
    clearnlp = parsed(
        "Merkel/PROPN/Merkel/nsubj/2 is/AUX/be/ROOT/2 a/DET/a/det/4 minister/NOUN/minister/attr/2 of/ADP/of/prep/4 "
        "Germany/PROPN/Germany/pobj/5"
    )

    tokens = clearnlp.tokens
    assert [(t.text, t.dep, tokens[t.head].text) for t in tokens if t.text in ("Merkel", "is", "Germany")] == [
        ("Merkel", "nsubj", "minister"),
        ("is", "cop", "minister"),
        ("Germany", "nmod", "minister"),
    ]
    assert tokens[3].dep == "root"


def test_offsets_are_those_of_the_article() -> None:
    article = CLEARNLP.article

    assert all(article.text[token.start : token.end] == token.text for token in CLEARNLP.tokens)


DUE = parsed(
    "Moyo/PROPN/Moyo/nsubj/4 had/AUX/have/aux/6 been/AUX/be/cop/4 due/ADJ/due/ROOT/4 to/PART/to/mark/6 "
    "meet/VERB/meet/advcl/4 Ncube/PROPN/Ncube/obj/6"
)


def test_an_infinitive_completes_the_adjective_before_it() -> None:
    busy = parsed(
        "Moyo/PROPN/Moyo/nsubj/3 was/AUX/be/cop/3 ill/ADJ/ill/ROOT/3 so/ADV/so/advmod/6 to/PART/to/mark/6 "
        "rest/VERB/rest/advcl/3"
    )

    assert DUE.tokens[5].dep == "xcomp"
    assert busy.tokens[5].dep == "advcl"


def test_an_auxiliary_does_not_leap_over_its_own_governor() -> None:
    question = parsed("Will/AUX/will/aux/3 Moyo/PROPN/Moyo/nsubj/3 meet/VERB/meet/ROOT/3 Ncube/PROPN/Ncube/obj/3")

    assert [DUE.tokens[i].head for i in (1, 2)] == [3, 3]
    assert question.tokens[0].head == 2


def test_who_stands_right_before_a_finite_verb_is_its_subject() -> None:
    told = parsed(
        "Moyo/PROPN/Moyo/nsubj/3 will/AUX/will/aux/3 meet/VERB/meet/ROOT/3 Ncube/PROPN/Ncube/obj/3 "
        "and/CCONJ/and/cc/6 Dube/PROPN/Dube/conj/4 will/AUX/will/aux/8 call/VERB/call/conj/3",
        tags={6: "MD"},
    )
    shared = parsed(
        "Moyo/PROPN/Moyo/nsubj/2 met/VERB/meet/ROOT/2 Ncube/PROPN/Ncube/obj/2 and/CCONJ/and/cc/5 "
        "Dube/PROPN/Dube/conj/3 and/CCONJ/and/cc/7 called/VERB/call/conj/2",
        tags={6: "VBD"},
    )

    assert (told.tokens[5].dep, told.tokens[5].head, told.tokens[4].head) == ("nsubj", 7, 7)
    assert (shared.tokens[4].dep, shared.tokens[4].head) == ("conj", 2)


def test_what_is_to_happen_is_the_subject_of_it_and_an_aim_is_not() -> None:
    tail = "is/AUX/be/cop/5 to/PART/to/mark/5 begin/VERB/begin/ROOT/5"
    summit, aim = (parsed(f"The/DET/the/det/2 {noun}/NOUN/{noun}/nsubj:outer/5 {tail}") for noun in ("summit", "aim"))
    assert [Syntax(each).dep[1] for each in (summit, aim)] == ["nsubj", "nsubj:outer"]


def test_who_had_spoken_is_no_subject_of_a_passive() -> None:
    head = "They/PRON/they/nsubj:pass/{0} had/AUX/have/aux/{0}"
    spoken = parsed(f"{head.format(3)} spoken/VERB/speak/ROOT/3")
    met = parsed(f"{head.format(4)} been/AUX/be/aux:pass/4 met/VERB/meet/ROOT/4")
    assert [Syntax(each).dep[0] for each in (spoken, met)] == ["nsubj", "nsubj:pass"]
