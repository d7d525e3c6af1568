"""What the trained network takes to be told and nobody reads is listed, so that silence is honest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from kg.facts import report
from kg.model import Article, EventMention, Silence
from kg.text.annotate import document


def silences(nlp: Language, text: str, trigger: str, kind: str, likelihood: float) -> tuple[Silence, ...]:
    plain = document(Article("a.txt", text), nlp)
    at = next(token.i for token in plain.tokens if token.text == trigger)
    status = "happened" if kind in ("meeting", "call") else "in-force"
    return report(replace(plain, events=(EventMention(at, kind, status, likelihood, ()),))).silences


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "what"),
    [
        ("Norway has padlocked its market.", "padlocked", "ban", "a measure"),
        ("The envoys broke bread on Friday.", "broke", "meeting", "a meeting"),
        ("The minister rang him back.", "rang", "call", "a call"),
    ],
)
def test_a_likely_event_that_nobody_reads_is_listed(
    nlp: Language, text: str, trigger: str, kind: str, what: str
) -> None:
    (silence,) = silences(nlp, text, trigger, kind, 0.95)
    assert silence.word == trigger
    assert f"it may tell {what}" in silence.reason


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "likelihood"),
    [
        ("Norway has padlocked its market.", "padlocked", "ban", 0.6),  # not likely enough
        ("Norway banned timber from Peru and padlocked its market.", "padlocked", "ban", 0.95),  # a measure is told
    ],
)
def test_what_is_unlikely_or_read_is_not_listed(
    nlp: Language, text: str, trigger: str, kind: str, likelihood: float
) -> None:
    assert not silences(nlp, text, trigger, kind, likelihood)


def test_a_sentence_that_is_silent_already_is_listed_once(nlp: Language) -> None:
    (silence,) = silences(nlp, "A meeting was held on Friday.", "meeting", "meeting", 0.95)
    assert "may tell" not in silence.reason
