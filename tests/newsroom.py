"""
Four short articles and what a reader would tell of them, made by hand: no language pipeline is needed.

The ministers of Sweden and Spain met in Madrid (two sources, one day apart); Sweden's was to meet Portugal's in Lisbon,
and did; she may meet Estonia's; Sweden put a tariff on Spanish wine. The people are made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg import pipeline, versions
from kg.cli import run
from kg.model import (
    Amount,
    Article,
    DateBasis,
    Dropped,
    Entity,
    EntityKind,
    Evidence,
    Measure,
    MeasureStatus,
    Meeting,
    MeetingKind,
    Mention,
    Office,
    Qualifier,
    Ref,
    Report,
    Side,
    Silence,
    Span,
    Status,
    When,
)

TEXTS = {
    "wire.txt": """Ministers meet in Madrid

Anna Berg, foreign minister of Sweden, met Pedro Sol of Spain in Madrid on Sunday. Erik Holm sat beside her.

Berg will meet Maria Costa in Lisbon on 18 September.

Sweden put a tariff of 30 percent on Spanish wine. The talks were long.

Read more: ten hotels in Madrid""",
    "daily.txt": """Anna Berg and Pedro Sol held talks in Madrid on Monday.""",
    "later.txt": """Anna Berg met Maria Costa in Lisbon on Thursday.""",
    "undated.txt": """Anna Berg may meet Jan Kask in Tallinn.""",
}
PUBLISHED = {"wire.txt": date(2025, 9, 15), "daily.txt": date(2025, 9, 16), "later.txt": date(2025, 9, 19)}
STATES = {"Sweden": "Sverige", "Spain": "España", "Portugal": "Portugal", "Estonia": "Eesti"}
CITIES = {
    "Madrid": ("Spain", 40.4165, -3.70256),
    "Lisbon": ("Portugal", 38.72509, -9.1498),
    "Tallinn": ("Estonia", 59.437, 24.7535),
}


def slug(name: str) -> str:
    """A name as the end of a key."""
    return name.lower().replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Desk:
    """One article, and the means to say what stands in it."""

    article: Article

    def span(self, quote: str) -> Span:
        """Where the first occurrence of the quote stands."""
        start = self.article.text.index(quote)
        return Span(start, start + len(quote))

    def said(self, quote: str, rule: str, *supports: str) -> tuple[Evidence, ...]:
        """The quote as evidence."""
        return (Evidence(self.article.id, self.span(quote), quote, rule, supports),)

    def person(self, name: str) -> Entity:
        """A person, by every form of the name that stands in the text."""
        forms = [form for form in (name, name.split()[-1]) if form in self.article.text]
        mentions = tuple(Mention(self.span(form), form, "name") for form in forms)
        return Entity(f"person/{slug(name)}", EntityKind.PERSON, "", name, mentions)

    def state(self, name: str) -> Entity:
        """A state, mentioned where its name stands in the text."""
        mentions = (Mention(self.span(name), name, "name"),) if name in self.article.text else ()
        return Entity(f"state/{slug(name)}", EntityKind.PLACE, "country", name, mentions)

    def city(self, name: str) -> Entity:
        """A city with its state and coordinates."""
        country, lat, lon = CITIES[name]
        mentions = (Mention(self.span(name), name, "name"),)
        return Entity(f"place/{slug(name)}", EntityKind.PLACE, "city", name, mentions, None, country, lat, lon)


def article(name: str) -> Article:
    """The article as a reader of files would give it."""
    text = TEXTS[name]
    published = PUBLISHED.get(name)
    basis = DateBasis.STATED if published else DateBasis.UNKNOWN
    title = "Ministers meet in Madrid" if name == "wire.txt" else None
    return Article(name, text, title, published, basis, sha256=sha256(text.encode()).hexdigest())


def day(edtf: str, wording: str) -> When:
    """A day, bounded by itself."""
    return When(edtf, date.fromisoformat(edtf), date.fromisoformat(edtf), "from the article's date", wording)


def meeting(
    desk: Desk, people: tuple[str, str, str], status: Status, city: str, quote: str, when: When | None
) -> Meeting:
    """
    A meeting of Anna Berg of Sweden with another minister; `people` are that minister, the state, and the kind.

    What is possible was read by the network, the rest by a rule.
    """
    other, state, kind = people
    sides = (
        Side(("person/anna-berg",), ("state/sweden",)),
        Side((f"person/{slug(other)}",), (f"state/{slug(state)}",)),
    )
    country = f"state/{slug(CITIES[city][0])}"
    evidence = desk.said(quote, "meeting.learned" if status is Status.POSSIBLE else "meet.with-object")
    return Meeting("meeting/1", MeetingKind(kind), sides, status, evidence, f"place/{slug(city)}", country, start=when)


def wire() -> Report:
    """The longest: a meeting that happened, one that is planned, a tariff, an office, a silence, a dropped line."""
    plain = article("wire.txt")
    desk = Desk(plain)
    desk = Desk(replace(plain, dropped=(Dropped(desk.span("Read more: ten hotels in Madrid"), "unrelated headline"),)))
    first = "Anna Berg, foreign minister of Sweden, met Pedro Sol of Spain in Madrid on Sunday."
    met = meeting(
        desk, ("Pedro Sol", "Spain", "talks"), Status.HAPPENED, "Madrid", first, day("2025-09-14", "on Sunday")
    )
    beside = Side(("person/anna-berg", "person/erik-holm"), ("state/sweden",))
    met = replace(
        met,
        sides=(beside, met.sides[1]),
        evidence=met.evidence + desk.said("Erik Holm sat beside her.", "side.beside", "sides"),
    )
    second = "Berg will meet Maria Costa in Lisbon on 18 September."
    plan = meeting(
        desk,
        ("Maria Costa", "Portugal", "meeting"),
        Status.PLANNED,
        "Lisbon",
        second,
        day("2025-09-18", "on 18 September"),
    )
    third = "Sweden put a tariff of 30 percent on Spanish wine."
    rate = Amount(30, 30, "percent", Qualifier.EXACT, "30 percent")
    said, on = desk.said(third, "tariff.put-on"), ("state/spain",)
    tariff = Measure("measure/1", "tariff", "state/sweden", on, MeasureStatus.IN_FORCE, said, ("Spanish wine",), rate)
    office = Office(
        "person/anna-berg",
        "Foreign Minister",
        "state/sweden",
        desk.said("Anna Berg, foreign minister of Sweden", "office.apposition"),
    )
    silence = Silence(desk.span("The talks were long."), "talks", "nobody is named")
    people = ("Anna Berg", "Pedro Sol", "Erik Holm", "Maria Costa")
    entities = (
        *map(desk.person, people),
        *map(desk.state, ("Sweden", "Spain", "Portugal")),
        desk.city("Madrid"),
        desk.city("Lisbon"),
    )
    return Report(desk.article, entities, (office,), (met, replace(plan, key="meeting/2")), (tariff,), (silence,))


def short(name: str, other: str, state: str, kind: str, status: Status, city: str, when: When | None) -> Report:
    """An article of one sentence that tells of one meeting."""
    desk = Desk(article(name))
    entities = (desk.person("Anna Berg"), desk.person(other), desk.state("Sweden"), desk.state(state), desk.city(city))
    return Report(
        desk.article, entities, (), (meeting(desk, (other, state, kind), status, city, desk.article.text, when),)
    )


def reports() -> dict[str, Report]:
    """All four, by article id."""
    return {
        "wire.txt": wire(),
        "daily.txt": short(
            "daily.txt", "Pedro Sol", "Spain", "talks", Status.HAPPENED, "Madrid", day("2025-09-15", "on Monday")
        ),
        "later.txt": short(
            "later.txt",
            "Maria Costa",
            "Portugal",
            "meeting",
            Status.HAPPENED,
            "Lisbon",
            day("2025-09-18", "on Thursday"),
        ),
        "undated.txt": short("undated.txt", "Jan Kask", "Estonia", "meeting", Status.POSSIBLE, "Tallinn", None),
    }


def ref(article: str, key: str) -> Ref:
    """What one article tells under a key."""
    return Ref(article, key)


# ── a folder of them, and a store ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A folder of articles that are read by hand; `build` and `kg` work in it."""

    folder: Path
    store: Path

    def write(self, *names: str) -> None:
        """Put these articles, all of them where none is named, into the folder."""
        self.folder.mkdir(exist_ok=True)
        for name in names or TEXTS:
            head = f"---\ndate: {PUBLISHED[name]}\n---\n" if name in PUBLISHED else ""
            (self.folder / name).write_text(head + TEXTS[name], encoding="utf-8")

    def build(self, *names: str, fresh: bool = False, jobs: int = 1) -> pipeline.Built:
        """Add these articles of the folder, all of them where none is named."""
        self.write(*names)
        paths: Sequence[Path] = [self.folder / name for name in names] or [self.folder]
        return pipeline.build(paths, self.store, fresh=fresh, jobs=jobs)

    def kg(self, *arguments: str) -> int:
        """Run a command on the store; its exit code."""
        return run([*arguments, "--store", str(self.store)])


def read_by_hand(article: Article, nlp: Any) -> Report:
    """The report made by hand, its offsets moved to where the text stands in the file; empty for any other article."""
    made = reports().get(article.id)
    if made is None or made.article.text not in article.text:
        return Report(article)
    return moved(made, article, article.text.index(made.article.text))


def moved(report: Report, article: Article, by: int) -> Report:
    """The report with every offset moved on, about `article`."""

    def shift(value: Any) -> Any:
        if isinstance(value, Span):
            return Span(value.start + by, value.end + by)
        if isinstance(value, tuple):
            return tuple(shift(each) for each in value)
        if hasattr(value, "__dataclass_fields__"):
            return replace(value, **{name: shift(getattr(value, name)) for name in value.__dataclass_fields__})
        return value

    dropped = (*article.dropped, *shift(report.article.dropped))
    made: Report = shift(report)
    return replace(made, article=replace(article, dropped=dropped))


BY_HAND = (
    (pipeline, "load", lambda model=None: None),
    (pipeline, "read_article", read_by_hand),
    (versions, "rules_digest", lambda: "by hand"),
    (versions, "model_digest", lambda: "by-hand"),
)
