"""Sentences that the trained network takes to tell a meeting or measure, and from which nothing was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import Document, Measure, Meeting, Sentence, Silence, Span

LIKELY = 0.9
"""From this likelihood on an event that nobody read is worth a word."""
CALLED = {"meeting": "a meeting", "call": "a call"}


def unread(
    document: Document, meetings: Iterable[Meeting], measures: Iterable[Measure], silences: Iterable[Silence]
) -> Iterator[Silence]:
    """A silence for each likely event in a sentence that tells no statement of its sort and is not silent already."""
    met = [e.span for meeting in meetings for e in meeting.evidence]
    taken = [e.span for measure in measures for e in measure.evidence]
    known = {silence.span for silence in silences}
    sentence_of = {i: sentence for sentence in document.sentences for i in range(sentence.first, sentence.last)}
    for event in document.events:
        if event.likelihood >= LIKELY and (span := _span(document, sentence_of[event.trigger])) not in known:
            told = met if event.kind in CALLED else taken
            if not any(other in span or span in other for other in told):
                known.add(span)
                what = CALLED.get(event.kind, "a measure")
                reason = f"it may tell {what}, in words that no rule knows or of nobody named"
                yield Silence(span, document.tokens[event.trigger].text, reason)


def _span(document: Document, sentence: Sentence) -> Span:
    return Span(document.tokens[sentence.first].start, document.tokens[sentence.last - 1].end)
