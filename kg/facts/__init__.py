"""What the text says happened: Document → Report. Pure; knows nothing of other articles or of RDF."""

from __future__ import annotations

from kg.facts.link import Linked
from kg.facts.measures import MeasureReader
from kg.facts.meeting_rules import rules
from kg.facts.meetings import MeetingReader
from kg.facts.offices import Offices
from kg.facts.refer import References
from kg.facts.settings import Settings
from kg.model import Document, Report


def report(document: Document) -> Report:
    """Everything that one article tells."""
    linked = Linked(document)
    offices = Offices(linked)
    references = References(linked, offices)
    settings = Settings(linked, offices, event_words(document))
    reader = MeetingReader(linked, offices, references, settings)
    meetings = reader.read()
    measure_reader = MeasureReader(linked, offices, references, meetings)
    measures = measure_reader.read()
    held = offices.offices()
    needed = {o.of for o in held if o.of}
    for m in meetings:
        needed |= {*m.parties, *m.hosts, *m.attended} | {k for k in (m.place, m.country, m.venue) if k}
    for measure in measures:
        needed |= {k for k in (measure.by, *measure.on) if k}
    silences = tuple(sorted([*reader.silences, *measure_reader.silences], key=lambda each: each.span))
    return Report(document.article, linked.entities(needed), held, meetings, measures, silences)


def event_words(document: Document) -> frozenset[int]:
    """Tokens that may tell a meeting."""
    known = rules()
    return frozenset(
        t.i
        for t in document.tokens
        if (t.pos in ("VERB", "AUX") and t.lemma in known.verbs)
        or (t.pos in ("NOUN", "PROPN") and (t.lemma in known.nouns or t.text.lower() in known.nouns))
    )
