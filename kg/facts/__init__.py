"""What the text says happened: Document → Report. Pure; knows nothing of other articles or of RDF."""

from __future__ import annotations

from kg.facts.link import Linked
from kg.facts.measures import MeasureReader
from kg.facts.meeting_rules import rules
from kg.facts.meetings import MeetingReader
from kg.facts.offices import Offices
from kg.facts.refer import References
from kg.facts.settings import Settings
from kg.facts.unread import unread
from kg.model import Document, Measure, Meeting, Office, Report


def report(document: Document) -> Report:
    """Everything that one article tells."""
    linked = Linked(document)
    offices = Offices(linked)
    references = References(linked, offices)
    settings = Settings(linked, references, event_words(document))
    reader = MeetingReader(linked, offices, references, settings)
    meetings = reader.read()
    measure_reader = MeasureReader(linked, offices, references, meetings)
    measures = measure_reader.read()
    held = offices.offices()
    passed = [*reader.silences, *measure_reader.silences]
    silences = tuple(sorted([*passed, *unread(document, meetings, measures, passed)], key=lambda each: each.span))
    entities = linked.entities(_spoken_of(held, meetings, measures))
    return Report(document.article, entities, held, meetings, measures, silences)


def _spoken_of(offices: tuple[Office, ...], meetings: tuple[Meeting, ...], measures: tuple[Measure, ...]) -> set[str]:
    """The keys of all entities that some fact is about."""
    keys: set[str | None] = set()
    for office in offices:
        keys |= {office.person, office.of}
    for meeting in meetings:
        keys |= {*meeting.people, *meeting.parties, *meeting.hosts, *meeting.attended}
        keys |= {meeting.place, meeting.country, meeting.venue, meeting.said_by}
    for measure in measures:
        keys |= {measure.by, *measure.on, measure.said_by}
    return {key for key in keys if key}


NEAR = 10  # tokens from a verb to the object without which it tells no meeting


def event_words(document: Document) -> frozenset[int]:
    """Tokens that may tell a meeting."""
    known = rules()
    return frozenset(
        t.i
        for t in document.tokens
        if (t.pos in ("VERB", "AUX") and any(_near(document, t.i, rule.words) for rule in known.verbs.get(t.lemma, ())))
        or (t.pos in ("NOUN", "PROPN") and (t.lemma in known.nouns or t.text.lower() in known.nouns))
    )


def _near(document: Document, i: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands around *i*; true where none is asked for."""
    around = document.tokens[max(0, i - NEAR) : i + NEAR]
    return not words or any(t.lemma in words for t in around)
