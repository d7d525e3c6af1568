"""Who faced whom by the arguments that the trained network saw: each claim beside a neighbour."""

from __future__ import annotations

from dataclasses import replace

import pytest
from marked import article, marked, tokens
from spacy.language import Language

from kg.facts.link import Linked
from kg.facts.offices import Offices
from kg.facts.refer import Group, References
from kg.facts.seats import SEATED, Seating
from kg.model import Argument, Document, EventMention
from kg.text.annotate import document

CLAIMS = [
    ("<a>Ana Ruiz</a> <t>lunched</t> with <b>Ilir Basha</b>.", ("Ana Ruiz", "Ilir Basha")),
    # joined in one subject they faced each other, unless others are named
    ("<a>Ana Ruiz</a> and <b>Ilir Basha</b> <t>met</t> in Skopje.", ("Ana Ruiz, Ilir Basha",)),
    ("<a>Ana Ruiz</a> and <b>Ilir Basha</b> <t>met</t> the sailors.", None),
    ("<a>Ana Ruiz</a> and <b>Ilir Basha</b> <t>met</t> with traders in Skopje.", None),
    ("Traders will <t>meet</t> <a>Ana Ruiz</a> and <b>Ilir Basha</b>.", None),
    # of one state they sat together
    ("Peru's president <a>Ana Ruiz</a> <t>met</t> Albanian minister <b>Ilir Basha</b>.", ("Ana Ruiz", "Ilir Basha")),
    ("Peru's president <a>Ana Ruiz</a> <t>met</t> Peruvian minister <b>Ilir Basha</b>.", None),
    # another clause, another event
    ("<a>Ana Ruiz</a> <t>met</t> sailors who had seen <b>Ilir Basha</b>.", None),
    ("<a>Ana Ruiz</a> <t>dined</t> with <b>Ilir Basha</b>, who knows Skopje.", ("Ana Ruiz", "Ilir Basha")),
    # a message from somebody is none
    ("<a>Ana Ruiz</a> has <t>received</t> <b>Ilir Basha</b>.", ("Ana Ruiz", "Ilir Basha")),
    ("<a>Ana Ruiz</a> has <t>received</t> a letter from <b>Ilir Basha</b>.", None),
    # the one nearest to the trigger, and those joined to it
    ("<a>Ana Ruiz</a> said that <a>Mara Kovac</a> had <t>met</t> <b>Ilir Basha</b>.", ("Mara Kovac", "Ilir Basha")),
    ("<a>Ana Ruiz</a> and <a>Mara Kovac</a> <t>met</t> <b>Ilir Basha</b>.", ("Ana Ruiz, Mara Kovac", "Ilir Basha")),
]


def seen(nlp: Language, example: str, likelihood: float = 1.0) -> tuple[Document, EventMention]:
    """The document of a sentence and the event that its tags mark: `t` the trigger, `a` and `b` the arguments."""
    sentence = marked(example)
    doc = document(article(sentence.text), nlp)

    arguments = [
        Argument(role, *tokens(doc, sentence, text), likelihood)
        for role in "ab"
        for text in sentence.tags.get(role, ())
    ]
    return doc, EventMention(
        tokens(doc, sentence, sentence.tags["t"][0])[0], "meeting", "happened", 1.0, tuple(arguments)
    )


def faced(doc: Document, event: EventMention) -> tuple[str, ...] | None:
    linked = Linked(replace(doc, events=(event,)))
    offices = Offices(linked)
    cast = Seating(linked, offices, References(linked, offices)).cast(event)
    if cast is None:
        return None
    name = {entity.key: entity.name for entity in linked.entities(set(linked.persons))}
    groups: tuple[Group, ...] = (cast.a, cast.b, cast.c, cast.both)
    return tuple(", ".join(name[person] for person in group.people) for group in groups if group)


@pytest.mark.parametrize(("example", "expected"), CLAIMS, ids=[example for example, _ in CLAIMS])
def test_arguments_are_seated(nlp: Language, example: str, expected: tuple[str, ...] | None) -> None:
    assert faced(*seen(nlp, example)) == expected


def test_an_unlikely_argument_is_not_heeded(nlp: Language) -> None:
    doc, event = seen(nlp, "<a>Ana Ruiz</a> <t>lunched</t> with <b>Ilir Basha</b>.", SEATED - 0.01)
    assert faced(doc, event) == ()


def test_words_of_another_sentence_are_not_heeded(nlp: Language) -> None:
    doc, event = seen(nlp, "<a>Ana Ruiz</a> came. Mara Kovac <t>lunched</t> with <b>Ilir Basha</b>.")
    assert faced(doc, event) == ("Ilir Basha",)
