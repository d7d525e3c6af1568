"""The frozen values that travel between the stages, in the order of the flow; no behaviour beyond small properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

# ── articles ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of `Article.text`, half-open: `text[start:end]`."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class DateBasis(StrEnum):
    """Where an article's date comes from; never the day of reading and never a file's time."""

    STATED = "stated"  # the text, its front matter or its page says so
    GIVEN = "given"  # the user said so
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the article that no reading may use, and why, in words."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    r"""
    One article as read.

    `id` is the file's name, or the id of a JSON line. `text` is the whole text, line ends as `\n`; what is not part of
    the article itself (front matter, bylines, menus, unrelated headlines) stays in it and is listed in `dropped`, in
    order and without overlaps, so that every offset slices the stored text. `sha256` is of the bytes read.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    date_basis: DateBasis = DateBasis.UNKNOWN
    dateline: str | None = None  # the place a dateline names, as written
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    sha256: str = ""
    dropped: tuple[Dropped, ...] = ()


# ── language ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Token:
    """
    One word in Universal Dependencies terms, whatever the parser.

    `head` is the index of the governor in `Document.tokens`; a sentence's root governs itself. `dep` is the UD relation
    with its subtype ("nsubj:pass"), `pos` the universal tag, `morph` the UD features ("Tense" → "Past").
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    morph: Mapping[str, str]
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to, not including, `last`; `block` numbers the paragraph."""

    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Name:
    """What the name finder marked: tokens `first` up to, not including, `last`, with its label (PERSON, ORG, GPE …)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Argument:
    """
    Tokens `first` up to, not including, `last`, that play a role in an event.

    `role` is by, on, goods, value, old, from, until or party of a measure; a, b, c (the sides), both, host, at or when
    of a meeting. `likelihood` is the least of the tokens', from 0 to 1.
    """

    role: str
    first: int
    last: int
    likelihood: float


@dataclass(frozen=True, slots=True)
class EventMention:
    """
    What a trained network takes for the telling of an event; a hint to the readers, no statement.

    Token `trigger` tells it. `kind` is one of the kinds of measure with hyphens ("export-control"), "meeting" or
    "call"; `status` is a status of measures ("in-force") or of meetings. `likelihood` is that the token tells an event.
    """

    trigger: int
    kind: str
    status: str
    likelihood: float
    arguments: tuple[Argument, ...]

    def moved(self, to: Sequence[int] | Mapping[int, int]) -> EventMention:
        """The same where token *i* is *to[i]*; consecutive tokens may come to stand apart."""
        arguments = tuple(replace(a, first=to[a.first], last=to[a.last - 1] + 1) for a in self.arguments)
        return replace(self, trigger=to[self.trigger], arguments=arguments)


@dataclass(frozen=True, slots=True)
class Document:
    """
    An article with its words, sentences and names; the last value that knows about language.

    `events` is empty where the pipeline has no network for them.
    """

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    events: tuple[EventMention, ...] = ()


class EntityKind(StrEnum):
    PERSON = "person"
    INSTITUTION = "institution"
    PLACE = "place"  # states are places too: they take sides and hold events


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of the text that refers to an entity; `how` says what tied them ("name", "metonym" …)."""

    span: Span
    text: str
    how: str


@dataclass(frozen=True, slots=True)
class Entity:
    """
    Someone or something that one article speaks of.

    `key` is unique in the article and has the form `person/he-lifeng`, `institution/ministry-of-commerce-china`,
    `place/madrid`, `state/china`. `type` refines the kind: for an institution government, company, international,
    organization; for a place country, city, region, venue; for a person empty. `of` is the short English name of the
    state an institution belongs to, `country` that of the state a place lies in. `same_as` holds outside identifiers as
    CURIEs (`geonames:3117735`). `doubt` says what a careful reader would not be sure of.
    """

    key: str
    kind: EntityKind
    type: str
    name: str
    mentions: tuple[Mention, ...]
    of: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    same_as: tuple[str, ...] = ()
    doubt: str | None = None

    @property
    def is_state(self) -> bool:
        return self.kind is EntityKind.PLACE and self.type == "country"


# ── time and amounts ────────────────────────────────────────────────────────────────────────────────────────────────


TOLD_BEFORE = "the day told before"
TOLD_FIRST = "the day of what the article tells first"


@dataclass(frozen=True, slots=True)
class When:
    """
    A time as far as the text gives it.

    `edtf` is an Extended Date/Time Format string (`2025-09-14`, `2025-07`, `XXXX-09-14`), None where only the wording
    is known (a weekday in an undated article). `first` and `last` bound it in days, both included; None where there is
    no bound. `basis` says in words how it was found: "stated", "from the article's date" …
    """

    edtf: str | None
    first: date | None
    last: date | None
    basis: str
    wording: str

    @property
    def carried(self) -> bool:
        """Whether the day is that of something else which the article tells, for want of one of its own."""
        return self.basis in (TOLD_BEFORE, TOLD_FIRST)

    @property
    def printed(self) -> str | None:
        """The date as answers show it: `2025-09-14`, `2025-07`, `--09-14`, None where there is none."""
        if self.edtf is None:
            return None
        return "-" + self.edtf.removeprefix("XXXX") if self.edtf.startswith("XXXX") else self.edtf


class Qualifier(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up to"
    AT_LEAST = "at least"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Amount:
    """
    A quantity: `low` and `high` are equal but for a range. `unit` is singular ("percent", "day", "company", "USD",
    "count"). `change` marks the size of a change ("a further 10 points") rather than a level.
    """

    low: float
    high: float
    unit: str
    qualifier: Qualifier
    wording: str
    change: bool = False


# ── what one article tells ──────────────────────────────────────────────────────────────────────────────────────────


class Status(StrEnum):
    HAPPENED = "happened"  # or is under way
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"  # did not happen, was called off, is ruled out


class MeasureStatus(StrEnum):
    IN_FORCE = "in force"
    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    SUSPENDED = "suspended"
    EXPIRED = "expired"


class MeetingKind(StrEnum):
    MEETING = "meeting"
    TALKS = "talks"
    SUMMIT = "summit"
    VISIT = "visit"
    CALL = "call"


LEARNED = ".learned"
"""The end of the rule id of what no rule but a trained network told."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    The words a statement rests on: `article.text[span.start:span.end] == quote`, for every one.

    `rule` is the id of the rule that read it; `supports` names the properties it speaks for (`start`, `place` …), empty
    where it speaks for the whole.
    """

    article: str
    span: Span
    quote: str
    rule: str
    supports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """A title that a person holds (or held: `past`), of a body or state (`of`, an entity key); dates rarely known."""

    person: str
    title: str
    of: str | None
    evidence: tuple[Evidence, ...]
    past: bool = False
    start: When | None = None
    end: When | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a meeting: the people on it and the states or institutions they stand for, as entity keys."""

    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """
    A meeting as told: entity keys throughout. Two people met when they stand on different `sides`.

    `hosts` and `attended` were there without being a side. `place` is the city or region (or the state where that is
    all the text says), `country` the state it lies in, `venue` the building. `round` counts the rounds of a series.
    `said_by` is the person or institution the article has it from, where it says so.
    """

    key: str
    kind: MeetingKind
    sides: tuple[Side, ...]
    status: Status
    evidence: tuple[Evidence, ...]
    place: str | None = None
    country: str | None = None
    venue: str | None = None
    start: When | None = None
    end: When | None = None
    hosts: tuple[str, ...] = ()
    attended: tuple[str, ...] = ()
    round: int | None = None
    topics: tuple[str, ...] = ()
    said_by: str | None = None
    doubt: str | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """The states and institutions that met, sorted, each once."""
        return tuple(sorted({party for side in self.sides for party in side.parties}))

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone on a side, sorted."""
        return tuple(sorted({person for side in self.sides for person in side.people}))


@dataclass(frozen=True, slots=True)
class Measure:
    """
    A measure as told. `kind` is the notation of a concept in ontology/measures.ttl ("export control"); `by` and `on`
    are entity keys, `goods` the goods as worded. `previous` is the level it replaced.
    """

    key: str
    kind: str
    by: str | None
    on: tuple[str, ...]
    status: MeasureStatus
    evidence: tuple[Evidence, ...]
    goods: tuple[str, ...] = ()
    amount: Amount | None = None
    previous: Amount | None = None
    start: When | None = None
    until: When | None = None
    name: str | None = None  # of an act or an agreement: "CHIPS and Science Act"
    said_by: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """A sentence with a word for a meeting or measure from which nothing was read, and why."""

    span: Span
    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one article tells: everything later stages know of it. Each tuple is in the order of the text."""

    article: Article
    entities: tuple[Entity, ...] = ()
    offices: tuple[Office, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    measures: tuple[Measure, ...] = ()
    silences: tuple[Silence, ...] = ()


# ── what many articles tell together ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """An entity, meeting or measure as one article tells it: the article's id and the key there."""

    article: str
    key: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two reports taken for one thing, and why, in words."""

    left: Ref
    right: Ref
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one property and the reports that give it; `as_of` is the latest date of those articles, if any."""

    value: str
    wording: str
    refs: tuple[Ref, ...]
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A property on which reports of one thing differ; no winner. Claims are sorted by value."""

    property: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """
    A person, institution or place of the fused graph. `entity.key` is its id in the whole graph and the end of its IRI
    (`person/he-lifeng`); `entity.mentions` is empty: `refs` lead to the reports that hold them. `names` are the forms
    seen.
    """

    entity: Entity
    names: tuple[str, ...]
    refs: tuple[Ref, ...]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an event's life: what its status was said to be, when, and by which report."""

    status: str
    ref: Ref
    as_of: date | None


@dataclass(frozen=True, slots=True)
class FusedMeeting:
    """
    One meeting from all its reports.

    In `meeting` every key is a node id, values are the most specific ones that all reports are compatible with, and
    evidence is that of all reports. `parts` are the ids of days or sessions of it, which stand in `Knowledge.meetings`
    as well with `part_of` set. `independent` counts sources once that share their wording.
    """

    meeting: Meeting
    refs: tuple[Ref, ...]
    merges: tuple[Merge, ...] = ()
    differences: tuple[Difference, ...] = ()
    history: tuple[Step, ...] = ()
    part_of: str | None = None
    parts: tuple[str, ...] = ()
    independent: int = 1
    told: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class FusedMeasure:
    """
    One measure from all its reports; see `FusedMeeting`. Measures that may be one though their rates differ stay side
    by side; the `Difference` on their rate stands on each of them, and once in `Knowledge.differences`.
    """

    measure: Measure
    refs: tuple[Ref, ...]
    merges: tuple[Merge, ...] = ()
    differences: tuple[Difference, ...] = ()
    history: tuple[Step, ...] = ()
    independent: int = 1
    told: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class FusedOffice:
    """An office a person holds by one or more reports; `office.person` and `office.of` are node ids."""

    office: Office
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The fused graph before it is RDF. Each tuple is sorted by id; `articles` by article id."""

    articles: tuple[Article, ...] = ()
    nodes: tuple[Node, ...] = ()
    offices: tuple[FusedOffice, ...] = ()
    meetings: tuple[FusedMeeting, ...] = ()
    measures: tuple[FusedMeasure, ...] = ()
    differences: tuple[Difference, ...] = field(default=())


# ── answers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a graph does not conform, in plain words, with the sentence at fault where there is one."""

    focus: str
    shape: str
    severity: str
    message: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows of a query, in the query's order; a cell is None where the query left it unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
