"""Where and when the network sees an event, and what of it is believed: each claim beside a neighbour."""

from __future__ import annotations

from dataclasses import replace

import pytest
from marked import article, marked, tokens
from spacy.language import Language

from kg.facts.hints import DATED, PLACED, Hints
from kg.facts.link import Linked
from kg.facts.places import Places
from kg.facts.timing import Timing
from kg.model import Argument, EventMention, Status
from kg.text.annotate import document

WHERE = [
    ("Ana Ruiz <t>met</t> Ilir Basha in <at>Skopje</at>.", "place/skopje"),
    ("Ana Ruiz <t>met</t> Ilir Basha and flew to <at>Skopje</at>.", None),
    ("Ana Ruiz <t>met</t> Ilir Basha, who was born in <at>Skopje</at>.", None),
    ("Ana Ruiz <t>met</t> Ilir Basha in <at>Peru</at>.", "state/peru"),
]
WHEN = [
    ("Ana Ruiz <t>met</t> Ilir Basha on <when>3 May 2011</when>.", "2011-05-03"),
    ("Ana Ruiz <t>met</t> Ilir Basha, who took office on <when>3 May 2011</when>.", None),
    ("Ana Ruiz has not <t>met</t> Ilir Basha since <when>3 May 2011</when>.", None),
]


def hinted(nlp: Language, example: str, role: str, likelihood: float) -> tuple[Hints, int]:
    """The hints of a sentence whose tags mark the trigger and the argument in a role; the trigger's token."""
    sentence = marked(example)
    doc = document(article(sentence.text), nlp)

    trigger, _ = tokens(doc, sentence, sentence.tags["t"][0])
    argument = Argument(role, *tokens(doc, sentence, sentence.tags[role][0]), likelihood)
    linked = Linked(replace(doc, events=(EventMention(trigger, "meeting", "happened", 1.0, (argument,)),)))
    places = Places(linked, frozenset({trigger}))
    return Hints(linked, places, Timing(linked, places)), trigger


@pytest.mark.parametrize(("example", "place"), WHERE, ids=[example for example, _ in WHERE])
def test_a_place_is_believed_where_the_words_say_that_it_is_there(
    nlp: Language, example: str, place: str | None
) -> None:
    hints, trigger = hinted(nlp, example, "at", PLACED)
    assert hints.where({trigger}).place == place


@pytest.mark.parametrize(("example", "day"), WHEN, ids=[example for example, _ in WHEN])
def test_a_time_is_believed_in_the_clause_of_the_event(nlp: Language, example: str, day: str | None) -> None:
    hints, trigger = hinted(nlp, example, "when", DATED)
    start, _ = hints.when({trigger}, Status.HAPPENED)
    assert (start.edtf if start else None) == day


def test_what_is_unlikely_is_no_hint(nlp: Language) -> None:
    hints, trigger = hinted(nlp, WHERE[0][0], "at", PLACED - 0.01)
    assert hints.where({trigger}).place is None
