"""rules/meetings.toml → the verbs, nouns and words by which news tells a meeting, checked on first use."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kg.facts.rules import table
from kg.model import MeetingKind

SENT = frozenset({"negotiator", "delegation"})
"""Those who are sent to talk, and do nothing else together."""


@dataclass(frozen=True, slots=True)
class VerbRule:
    """A verb that tells a meeting; see rules/meetings.toml."""

    id: str
    kind: MeetingKind
    roles: dict[str, str]
    particle: frozenset[str]
    has_object: frozenset[str]
    subject: str | None
    object: str | None
    other: str | None
    object_place: bool
    without_infinitive: bool
    without_complement: bool
    by_phone: bool
    parties: int
    joins: bool
    named_object: bool
    dated: bool
    idiom: tuple[str, ...]
    into: frozenset[str]
    together: bool
    in_person: bool
    jointly: bool  # "X and Y discussed trade": who does it together, with no other named, did it with one another
    delegates: bool  # "negotiators of A and B failed to agree": only of those sent to talk
    foreign: bool  # "summoned the ambassador": not its own, nor home
    done: bool  # "struck a deal": who did not, or may, can have met for all that

    @property
    def needs_more(self) -> bool:
        """Whether the verb tells a meeting only with some words beside it, or without others: "called on | him"."""
        beside = self.particle or self.words or self.idiom or self.joins or self.named_object
        beside = beside or not {"object", "with"} & self.roles.keys()
        return bool(beside or self.without_infinitive or self.without_complement or self.by_phone or self.dated)

    @property
    def words(self) -> frozenset[str]:
        """Those of which one must stand near the verb."""
        person = frozenset({"person", "face"}) if self.in_person else frozenset()
        return self.has_object | self.into | person | (SENT if self.delegates else frozenset())


@dataclass(frozen=True, slots=True)
class NounRule:
    """A noun that names a meeting."""

    id: str
    kind: MeetingKind
    plural_only: frozenset[str]
    needs_sides: frozenset[str]
    needs_word: dict[str, frozenset[str]]
    predicate: bool
    needs_whom: frozenset[str]  # "a session with X", and no other

    def needs_more(self, lemma: str) -> bool:
        """Whether the noun names a meeting only with some words beside it: "a phone call", "a round of talks"."""
        return lemma in self.needs_word or self.predicate or self.id == "round.noun"


@dataclass(frozen=True, slots=True)
class CompanyRule:
    """A verb that tells who came along with whom; its roles are `companion` and `principal`."""

    id: str
    roles: dict[str, str]
    delegation: bool
    joins: bool
    particle: frozenset[str]
    attends: bool
    represents: bool


@dataclass(frozen=True, slots=True)
class Rules:
    verbs: dict[str, tuple[VerbRule, ...]]
    nouns: dict[str, NounRule]
    company: dict[str, tuple[CompanyRule, ...]]
    support: dict[str, str]
    measure_nouns: frozenset[str]
    never: frozenset[str]
    fresh: frozenset[str]
    habitual: frozenset[str]
    many: frozenset[str]


@cache
def rules() -> Rules:
    raw = table("meetings")
    verbs: dict[str, list[VerbRule]] = defaultdict(list)
    for entry in raw["verb"]:
        rule = VerbRule(
            entry["id"],
            MeetingKind(entry["kind"]),
            entry["roles"],
            frozenset(entry.get("particle", ())),
            frozenset(entry.get("has_object", ())),
            entry.get("subject"),
            entry.get("object"),
            entry.get("other"),
            entry.get("object_place", False),
            entry.get("without_infinitive", False),
            entry.get("without_complement", False),
            entry.get("by_phone", False),
            entry.get("parties", 0),
            entry.get("joins", False),
            entry.get("named_object", False),
            entry.get("dated", False),
            tuple(entry.get("idiom", ())),
            frozenset(entry.get("into", ())),
            entry.get("together", False),
            entry.get("in_person", False),
            entry.get("jointly", False),
            entry.get("delegates", False),
            entry.get("foreign", False),
            entry.get("done", False),
        )
        for lemma in entry["lemmas"]:
            verbs[lemma].append(rule)
    nouns = {
        lemma: NounRule(
            entry["id"],
            MeetingKind(entry["kind"]),
            frozenset(entry.get("plural_only", ())),
            frozenset(entry.get("needs_sides", ())),
            {word: frozenset(words) for word, words in entry.get("needs_word", {}).items()},
            entry.get("predicate", False),
            frozenset(entry.get("needs_whom", ())),
        )
        for entry in raw["noun"]
        for lemma in entry["lemmas"]
    }
    company: dict[str, list[CompanyRule]] = defaultdict(list)
    for entry in raw["company"]:
        keeps = CompanyRule(
            entry["id"],
            entry["roles"],
            entry.get("delegation", False),
            entry.get("joins", False),
            frozenset(entry.get("particle", ())),
            entry.get("attends", False),
            entry.get("represents", False),
        )
        for lemma in entry["lemmas"]:
            company[lemma].append(keeps)
    support = {lemma: role for role, lemmas in raw["support"].items() for lemma in lemmas}
    return Rules(
        {k: tuple(v) for k, v in verbs.items()},
        nouns,
        {k: tuple(v) for k, v in company.items()},
        support,
        frozenset(raw["measure_nouns"]["lemmas"]),
        frozenset(raw["never"]["compounds"]),
        frozenset(raw["fresh"]["words"]),
        frozenset(raw["habitual"]["words"]),
        frozenset(raw["many"]["words"]),
    )
