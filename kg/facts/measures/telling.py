"""What the readers of measures hand to one another, and what they share: the article, its people, what was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.facts.link import Linked
from kg.facts.measures.kinds import rules
from kg.facts.offices import Offices
from kg.facts.refer import References
from kg.model import Amount, Evidence, MeasureStatus, Meeting, When
from kg.text.boilerplate import plain


@dataclass(slots=True)
class Telling:
    """One place in the text that tells of a measure, before tellings of the same one are joined."""

    kind: str
    rule: str
    trigger: int
    sentence: int
    by: str | None
    on: tuple[str, ...]
    status: MeasureStatus
    goods: tuple[str, ...] = ()
    amount: Amount | None = None
    previous: Amount | None = None
    start: When | None = None
    until: When | None = None
    name: str | None = None
    anaphoric: bool = False
    owned: bool = False  # "Norway's duties"
    alone: bool = False  # one party of a pact is all that is named: "the government and the rebels"
    traits: frozenset[str] = frozenset()  # "anti-dumping": probes that differ in these are different ones
    doubt: str | None = None
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of a sentence, the level it replaced, and its first and last token."""

    amount: Amount
    previous: Amount | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What a clause does to a measure: the verb (or noun), its effect, and who does it."""

    verb: int
    effect: str  # impose, announce, propose, end, suspend, happen, face
    actors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """One article, and by kind the actor and target of the measure told last in it."""

    linked: Linked
    offices: Offices
    references: References
    meetings: Sequence[Meeting] = ()
    last_by: dict[str, str] = field(default_factory=dict)
    last_on: dict[str, tuple[str, ...]] = field(default_factory=dict)
    last_aim: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by actor
    last_status: dict[str, MeasureStatus] = field(default_factory=dict)  # of tariffs, by actor
    told_by: list[str] = field(default_factory=list)  # the actors of all measures so far
    mentioned: set[str] = field(default_factory=set)  # kinds whose nouns have occurred, read or not


class Part:
    """A reader of one aspect; holds the article in reach."""

    def __init__(self, context: Context) -> None:
        self.linked = context.linked
        self.offices = context.offices
        self.references = context.references
        self.meetings = context.meetings
        self.last_by = context.last_by
        self.last_on = context.last_on
        self.last_aim = context.last_aim
        self.last_status = context.last_status
        self.told_by = context.told_by
        self.mentioned = context.mentioned
        self.syntax = context.linked.syntax
        self.document = context.linked.document
        self.tokens = context.linked.document.tokens
        self.rules = rules()
        self.text = plain(context.linked.text).replace("\n", " ")

    def definite(self, i: int) -> bool:
        """ "The sanctions", "this ban"."""
        return any(
            self.syntax.word(c) in ("the", "these", "those", "this", "that", "such")
            for c in self.syntax.children(i, "det")
        )
