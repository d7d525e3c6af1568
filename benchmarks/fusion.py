"""
How well and how fast articles become one graph.

    python benchmarks/fusion.py [--gold] [--sizes 10,100,1000,10000]

Prints B³ and CoNLL F1 of people, institutions and meetings on the stories under tests/stories, read from the articles
or, with --gold, from their gold annotation, and then time and memory an article on generated reports as ratios.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

from kg.fusion import fuse
from kg.fusion.when import bounds, pattern
from kg.letters import folded, slug
from kg.model import (
    Amount,
    Article,
    DateBasis,
    Entity,
    EntityKind,
    Evidence,
    Knowledge,
    Measure,
    MeasureStatus,
    Meeting,
    MeetingKind,
    Office,
    Qualifier,
    Ref,
    Report,
    Side,
    Span,
    Status,
    When,
)

STORIES = Path(__file__).parents[1] / "tests" / "stories"
Gold = Mapping[str, Any]
Member = tuple[str, str]  # an article and a name, or the sentence that tells an event
Clusters = list[frozenset[Member]]


# ── gold annotation → reports ───────────────────────────────────────────────────────────────────────────────────────


def gold_report(gold: Gold, text: str) -> Report:
    """The report that a perfect reader would make of an article."""
    return _Reader(gold, text).report()


class _Reader:
    def __init__(self, gold: Gold, text: str) -> None:
        self._gold, self._text, self._id = gold, text, gold["article"]
        self._entities: dict[str, Entity] = {}
        self._states = {each["name"] for each in gold["places"] if each["kind"] == "country"}
        self._homes = {each["name"]: each.get("of") for each in gold["institutions"]}

    def report(self) -> Report:
        gold = self._gold
        day = date.fromisoformat(gold["published"]) if gold.get("published") else None
        basis = DateBasis.STATED if day else DateBasis.UNKNOWN
        for each in gold["places"]:
            self._place(each["name"], each["kind"])
        for each in gold["institutions"]:
            self._institution(each["name"], each.get("of"), each.get("kind") or "organization")
        people = [self._person(each["name"]) for each in gold["people"]]
        offices = [
            Office(key, role["title"], self._party(role.get("of")), (), past=bool(role.get("past")))
            for key, each in zip(people, gold["people"], strict=True)
            for role in each["roles"]
            if role.get("title")
        ]
        meetings = [self._meeting(i, each) for i, each in enumerate(gold["meetings"])]
        measures = [self._measure(i, each) for i, each in enumerate(gold["measures"])]
        return Report(
            Article(self._id, self._text, published=day, date_basis=basis),
            tuple(self._entities.values()),
            tuple(offices),
            tuple(meetings),
            tuple(measures),
        )

    def _add(self, entity: Entity) -> str:
        return self._entities.setdefault(entity.key, entity).key

    def _person(self, name: str) -> str:
        return self._add(Entity(f"person/{slug(name)}", EntityKind.PERSON, "", name, ()))

    def _place(self, name: str, kind: str, country: str | None = None) -> str:
        prefix = "state" if kind == "country" else "place"
        return self._add(Entity(f"{prefix}/{slug(name)}", EntityKind.PLACE, kind, name, (), country=country))

    def _institution(self, name: str, of: str | None, kind: str) -> str:
        key = f"institution/{slug(name)}" + (f"-{slug(of)}" if of else "")
        return self._add(Entity(key, EntityKind.INSTITUTION, kind, name, (), of=of))

    def _party(self, name: str | None) -> str | None:
        if not name:
            return None
        if name in self._homes:
            return self._institution(name, self._homes[name], "organization")
        known = f"person/{slug(name)}"
        return known if known in self._entities else self._place(name, "country")

    def _parties(self, names: Iterable[str]) -> list[str]:
        return [key for name in names if (key := self._party(name))]

    def _sides(self, gold: Gold) -> tuple[Side, ...]:
        people = [[self._person(name) for name in side] for side in gold["sides"]]
        parties = self._parties(gold["parties"])
        if len(people) == len(parties) or not any(people):
            filled = people + [[]] * (len(parties) - len(people))
            best = self._seated(filled, parties)
            return tuple(Side(tuple(side), (party,) if party else ()) for side, party in best)
        return tuple(Side(tuple(side)) for side in people)

    def _seated(self, people: list[list[str]], parties: list[str]) -> list[tuple[list[str], str | None]]:
        """The sides with the parties that the offices of their people speak for."""
        homes = {
            f"person/{slug(each['name'])}": {role.get("of") for role in each["roles"]} for each in self._gold["people"]
        }
        padded: list[str | None] = [*parties, *[None] * (len(people) - len(parties))]
        if len(padded) > 4:
            return list(zip(people, padded, strict=True))

        def fit(order: Sequence[str | None]) -> int:
            return sum(
                any(party is not None and slug(home or "") in party for home in homes.get(person, ()))
                for side, party in zip(people, order, strict=True)
                for person in side
            )

        best = max(permutations(padded), key=fit)
        if not fit(best) and any(people):  # who is of which party is not told
            return [*((side, None) for side in people), *(([], party) for party in parties)]
        return list(zip(people, best, strict=True))

    def _meeting(self, number: int, gold: Gold) -> Meeting:
        place = gold.get("place")
        country = gold.get("country")
        return Meeting(
            key=f"meeting/{number}",
            kind=MeetingKind(gold["kind"]) if gold["kind"] in set(MeetingKind) else MeetingKind.MEETING,
            sides=self._sides(gold),
            status=Status(gold["status"]),
            evidence=(self._evidence(gold["quote"]),),
            place=self._place(place, "country" if place in self._states else "city", country) if place else None,
            country=self._place(country, "country") if country else None,
            venue=self._place(gold["venue"], "venue") if gold.get("venue") else None,
            start=when(gold.get("start")),
            end=when(gold.get("end")),
            hosts=tuple(self._parties(_names(gold.get("host")))),
            attended=tuple(self._parties(_names(gold.get("attended")))),
            round=gold.get("round"),
        )

    def _measure(self, number: int, gold: Gold) -> Measure:
        return Measure(
            key=f"measure/{number}",
            kind=gold["kind"],
            by=self._party(gold.get("by")),
            on=tuple(self._parties(gold.get("on") or ())),
            status=MeasureStatus(gold["status"]),
            evidence=(self._evidence(gold["quote"]),),
            amount=amount(gold),
            start=when(gold.get("from")),
            until=when(gold.get("until")),
        )

    def _evidence(self, quote: str) -> Evidence:
        at = max(0, self._text.find(quote))
        return Evidence(self._id, Span(at, at + len(quote)), quote, "gold")


def _names(value: str | Sequence[str] | None) -> Sequence[str]:
    return [value] if isinstance(value, str) else value or ()


def when(text: str | None) -> When | None:
    if not text:
        return None
    edtf = "XXXX" + text[1:] if text.startswith("--") else text
    first, last = bounds(parts) if (parts := pattern(When(edtf, None, None, "", ""))) else (None, None)
    return When(edtf, first, last, "stated", text)


def amount(gold: Gold) -> Amount | None:
    value = gold.get("value")
    if value is None:
        return None
    low, high = value if isinstance(value, list) else (value, value)
    return Amount(low, high, gold["unit"], Qualifier(gold["qualifier"]), str(value), bool(gold.get("change")))


# ── scores ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def scores(gold: Clusters, found: Clusters) -> dict[str, float]:
    """MUC, B³, CEAF-e F1 and their mean, over the mentions of the gold; one not found is a cluster of its own."""
    every = frozenset().union(*gold)
    found = [kept for cluster in found if (kept := cluster & every)]
    found += [frozenset({each}) for each in every - frozenset().union(*found)]
    figures = {"MUC": _muc(gold, found), "B3": _b_cubed(gold, found), "CEAFe": _ceaf(gold, found)}
    return {**figures, "CoNLL": sum(figures.values()) / 3}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(gold: Clusters, found: Clusters) -> float:
    def links(keys: Clusters, response: Clusters) -> float:
        home = {each: i for i, cluster in enumerate(response) for each in cluster}
        total = sum(len(key) - 1 for key in keys)
        return sum(len(key) - len({home[each] for each in key}) for key in keys) / total if total else 1.0

    return _f1(links(found, gold), links(gold, found))


def _b_cubed(gold: Clusters, found: Clusters) -> float:
    def mean(keys: Clusters, response: Clusters) -> float:
        home = {each: cluster for cluster in response for each in cluster}
        parts = [len(key & home[each]) / len(key) for key in keys for each in key]
        return sum(parts) / len(parts)

    return _f1(mean(found, gold), mean(gold, found))


def _ceaf(gold: Clusters, found: Clusters) -> float:
    """CEAF-e, clusters aligned greedily by the similarity φ4."""
    home: dict[tuple[str, str], int] = {each: i for i, cluster in enumerate(found) for each in cluster}
    pairs = {(i, home[each]) for i, cluster in enumerate(gold) for each in cluster}
    ranked = sorted((-2 * len(gold[i] & found[j]) / (len(gold[i]) + len(found[j])), i, j) for i, j in pairs)
    left, right, total = set[int](), set[int](), 0.0
    for similarity, i, j in ranked:
        if i not in left and j not in right:
            total -= similarity
            left.add(i)
            right.add(j)
    return _f1(total / len(found), total / len(gold))


def clusters_found(
    knowledge: Knowledge, reports: Sequence[Report], golds: Mapping[str, Gold], stories: Mapping[str, Any]
) -> dict[str, tuple[Clusters, Clusters, frozenset[Member]]]:
    """Gold and found clusters of each kind over the members of the gold, and those of which something was read."""
    told = {report.article.id: report for report in reports}
    homes = {ref: node.entity.key for node in knowledge.nodes for ref in node.refs}
    homes |= {ref: each.meeting.key for each in knowledge.meetings if each.part_of is None for ref in each.refs}
    homes |= {ref: each.measure.key for each in knowledge.measures for ref in each.refs}
    result = {}
    for kind in ("people", "institutions", "meetings", "measures"):
        gold = [frozenset((article, name) for article, name in cluster["members"]) for cluster in stories[kind]]
        by_article: dict[str, list[str]] = defaultdict(list)
        for article, name in sorted(member for cluster in gold for member in cluster):
            by_article[article].append(name)
        keys = {
            (article, name): key
            for article, names in by_article.items()
            for name, key in _keys(told[article], golds[article], kind, names).items()
        }
        found: dict[str, set[Member]] = defaultdict(set)
        for article, name in (member for cluster in gold for member in cluster):
            key = keys.get((article, name))
            found[homes[Ref(article, key)] if key else f"nothing read: {article} {name}"].add((article, name))
        result[kind] = (gold, [frozenset(each) for each in found.values()], frozenset(keys))
    return result


def _keys(report: Report, gold: Gold, kind: str, names: Sequence[str]) -> dict[str, str]:
    """Gold member → key of what the report has of it: by name, or by the sentence and what it says, each event once."""
    if kind in ("people", "institutions"):
        sort = EntityKind.PERSON if kind == "people" else EntityKind.INSTITUTION
        forms = {form: e.key for e in report.entities if e.kind is sort for form in _forms(e)}
        forms |= {folded(e.name): e.key for e in report.entities if e.kind is sort}
        return {name: forms[folded(name)] for name in names if folded(name) in forms}
    events: Sequence[Meeting | Measure] = report.meetings if kind == "meetings" else report.measures
    texts = {entity.key: folded(entity.name) for entity in report.entities}
    records = {each["quote"]: each for each in gold[kind]}
    scored = [
        (_likeness(event, name, records.get(name, {}), report.article.text, texts), name, event.key)
        for name in names
        for event in events
    ]
    found: dict[str, str] = {}
    for likeness, name, key in sorted(scored, key=lambda each: (-each[0], each[1:])):
        if likeness > 0 and name not in found and key not in found.values():
            found[name] = key
    return found


def _forms(entity: Entity) -> set[str]:
    return {folded(entity.name), *(folded(mention.text) for mention in entity.mentions if mention.how != "pronoun")}


def _likeness(event: Meeting | Measure, quote: str, record: Gold, text: str, texts: Mapping[str, str]) -> float:
    """The share of the quote that the event's evidence covers, and 1 for each name in both; 0 if it covers none."""
    at = text.find(quote)
    overlap = max((_overlap(piece, quote, at) for piece in event.evidence), default=0.0)
    keys = (
        (*event.people, *event.parties, event.place or "")
        if isinstance(event, Meeting)
        else (event.by or "", *event.on)
    )
    ours = {token for key in keys for token in texts.get(key, "").split()}
    told = json.dumps([record.get(each) for each in ("sides", "parties", "place", "by", "on")], ensure_ascii=False)
    return overlap + len(ours & set(folded(told).split())) if overlap > 0 else 0.0


def _overlap(piece: Evidence, quote: str, at: int) -> float:
    if piece.quote == quote:
        return 2.0
    return max(0, min(piece.span.end, at + len(quote)) - max(piece.span.start, at)) / len(quote) if at >= 0 else 0.0


# ── generated reports ───────────────────────────────────────────────────────────────────────────────────────────────

_SYLLABLES = "ba ko lu mi ner ta sil vor gan del pho rin ush ek mar tol zan whi bur quo".split()


def generated(count: int, *, seed: int = 1) -> list[Report]:
    """
    Reports of meetings and tariffs among made-up people and states, about four articles an event.

    The cast grows with the number of articles, as in real collections: a third of the people are in one story alone.
    """
    draw = random.Random(seed)

    def name(syllables: int) -> str:
        return "".join(draw.choice(_SYLLABLES) for _ in range(syllables)).capitalize()

    states = [name(3) + "ia" for _ in range(60)]
    cities = [(name(3) + "burg", draw.choice(states)) for _ in range(200)]
    cast = [
        (f"{name(2)} {name(3)}", draw.choice(states), draw.choice(["President", "Foreign Minister", "Envoy"]))
        for _ in range(40 + count // 3)
    ]
    reports = []
    for number in range(count):
        event = random.Random(seed * 1_000_003 + number // 4)
        pair = (cast[event.randrange(40)], cast[event.randrange(len(cast))])
        city, country = cities[event.randrange(len(cities))]
        day = date(2000, 1, 1) + timedelta(event.randrange(9000))
        reports.append(_generated(number, pair, city, country, day, draw))
    return reports


def _generated(
    number: int, pair: tuple[tuple[str, str, str], ...], city: str, country: str, day: date, draw: random.Random
) -> Report:
    roles = {name: {"name": name, "roles": [{"title": title, "of": state}]} for name, state, title in pair}
    states = sorted({state for _, state, _ in pair} | {country})
    words = " ".join("".join(draw.choices(_SYLLABLES, k=3)) for _ in range(200))
    gold = {
        "article": f"a{number:06d}.txt",
        "published": (day + timedelta(1)).isoformat() if number % 4 else None,
        "people": list(roles.values()),
        "institutions": [],
        "places": [{"name": city, "kind": "city"}, *({"name": state, "kind": "country"} for state in states)],
        "meetings": [
            {
                "sides": [[pair[0][0]], [pair[1][0]]],
                "parties": [pair[0][1], pair[1][1]],
                "kind": "talks",
                "place": city,
                "country": country,
                "start": (day.isoformat(), day.isoformat(), day.strftime("--%m-%d"), day.isoformat()[:7])[number % 4],
                "status": "happened",
                "quote": f"met {number}",
            }
        ],
        "measures": [
            {
                "kind": "tariff",
                "by": pair[0][1],
                "on": [pair[1][1]],
                "value": draw.choice([10, 25, 30]),
                "unit": "percent",
                "qualifier": "exact",
                "from": day.isoformat()[:7],
                "status": "in force",
                "quote": f"tariff {number}",
            }
        ],
    }
    return gold_report(gold, words)


def cost(sizes: Sequence[int]) -> list[tuple[int, float, float]]:
    """Seconds, the least of three runs, and bytes an article for each size; time is taken without tracing memory."""
    rows = []
    for size in sizes:
        reports = generated(size)
        seconds = min(_seconds(reports) for _ in range(3))
        tracemalloc.start()
        kept = fuse(reports)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        del kept
        rows.append((size, seconds / size, peak / size))
    return rows


def _seconds(reports: Sequence[Report]) -> float:
    began = time.process_time()
    fuse(reports)
    return time.process_time() - began


# ── the command ─────────────────────────────────────────────────────────────────────────────────────────────────────


def gold_stories() -> dict[str, Gold]:
    """Article → its gold annotation."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(STORIES.glob("*.json"))]
    return {each["article"]: each for each in found if "article" in each}


def read_stories(golds: Mapping[str, Gold], *, from_gold: bool) -> list[Report]:
    """A report for each article, as the reader or as the gold has it."""
    folder = STORIES / "articles"
    if from_gold:
        return [gold_report(golds[name], (folder / name).read_text(encoding="utf-8")) for name in sorted(golds)]
    from kg import pipeline
    from kg.text.read import articles

    nlp = pipeline.load()
    found = [each for each in articles([folder], given=None) if isinstance(each, Article)]
    return [pipeline.read_article(each, nlp) for each in found if each.id in golds]


COLUMNS = ("MUC", "B3", "CEAFe", "CoNLL", "read", "read B3", "read CoNLL")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--gold", action="store_true", help="use the gold annotation in place of the reader")
    parser.add_argument("--errors", action="store_true", help="list the clusters that differ")
    parser.add_argument("--sizes", default="10,100,1000,10000", help="numbers of generated articles; empty for none")
    options = parser.parse_args()
    write = sys.stdout.write
    stories = json.loads((STORIES / "clusters.json").read_text(encoding="utf-8"))
    golds = gold_stories()
    reports = read_stories(golds, from_gold=options.gold)
    write(f"{len(reports)} articles; the last columns leave out what was not read\n")
    write(f"{'':14}" + "".join(f"{name:>12}" for name in COLUMNS) + "\n")
    found = clusters_found(fuse(reports), reports, golds, stories)
    for kind, (gold, ours, read) in found.items():
        total = scores(gold, ours)
        part = scores(*([kept for cluster in side if (kept := cluster & read)] for side in (gold, ours)))
        share = len(read) / sum(map(len, gold))
        row = (total["MUC"], total["B3"], total["CEAFe"], total["CoNLL"], share, part["B3"], part["CoNLL"])
        write(f"{kind:14}" + "".join(f"{figure:12.3f}" for figure in row) + "\n")
    for kind, (gold, ours, _) in found.items() if options.errors else ():
        for cluster in sorted(set(gold) ^ set(ours), key=min):
            write(f"{kind} {'gold ' if cluster in gold else 'found'} {sorted(cluster)}\n")
    rows = cost([int(size) for size in options.sizes.split(",") if size])
    base = rows[min(1, len(rows) - 1)] if rows else (0, 1.0, 1.0)
    for size, seconds, memory in rows:
        write(f"{size:>7} articles: time an article {seconds / base[1]:.2f}, memory {memory / base[2]:.2f}\n")


if __name__ == "__main__":
    main()
