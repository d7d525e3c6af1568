"""
How well articles are read: precision, recall and F1 of what `kg` lists against gold annotation.

    python benchmarks/reading.py [GOLD ARTICLES] [--tuned | --held-out] [--json] [--answers FOLDER]

GOLD and ARTICLES are folders of JSON files and of the texts they annotate, by default those under tests/gold, whose
README says how gold is written. Each article is read by itself and dated as `kg build --date` would where its gold has
`published`. What rules were tuned on and what was held out of that are counted apart.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pyoxigraph as ox

from kg import pipeline
from kg.ask.lookups import Lookup
from kg.fusion import fuse
from kg.graph.triples import knowledge_quads, report_quads
from kg.model import Article, Report
from kg.text.read import articles

GOLD = Path(__file__).parents[1] / "tests" / "gold"
TUNED, HELD_OUT = "tuned", "held out"
PARTS = (TUNED, HELD_OUT)
ROWS = (
    "met", "met where", "met where when", "parties met where", "roles", "people", "institutions", "places", "measures",
    "measures with value",
)  # fmt: skip

Json = Mapping[str, Any]  # a gold file, a part of one, or answers of the same form
Spell = Callable[[object], str]


# ── how names are compared ──────────────────────────────────────────────────────────────────────────────────────────

LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"})
STATES = {
    "us": "united states", "usa": "united states", "america": "united states", "uk": "united kingdom",
    "britain": "united kingdom", "uae": "united arab emirates", "eu": "european union", "un": "united nations",
    "turkiye": "turkey", "czechia": "czech republic", "ivory coast": "cote divoire",
    "drc": "democratic republic of congo", "democratic republic of the congo": "democratic republic of congo",
}  # fmt: skip


def folded(text: object) -> str:
    """
    A name without case, accents, marks, article and honorific; empty for None.

    >>> folded("The Élysée's"), folded("Mr. Lula da Silva"), folded("Türkiye")
    ('elysees', 'lula da silva', 'turkey')
    """
    if text is None:
        return ""
    letters = unicodedata.normalize("NFKD", str(text).casefold().translate(LETTERS))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", re.sub(r"[’'`.]", "", kept))
    if len(words) > 1 and words[0] in ("the", "mr", "mrs", "ms", "dr", "sir"):
        del words[0]
    name = " ".join(words)
    return STATES.get(name, name)


def spelling(gold: Json) -> Spell:
    """Folds a name, and takes each other spelling that the gold knows (`aka`) for the canonical one."""
    listed = [each for kind in ("people", "institutions", "places") for each in gold.get(kind, ())]
    known = {folded(other): folded(each["name"]) for each in listed for other in texts(each.get("aka"))}
    return lambda text: known.get(folded(text), folded(text))


def texts(*values: object) -> tuple[str, ...]:
    """Each text in what may be one, a list of them, or None."""
    flat = (each for value in values for each in (value if isinstance(value, list | tuple) else [value]))
    return tuple(str(each) for each in flat if each)


def names(spell: Spell, *values: object) -> frozenset[str]:
    """The names in what may be one, a list of them, or None."""
    return frozenset(spell(text) for text in texts(*values)) - {""}


# ── what gold and answers say, as values ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Named:
    """A person, institution or place. Here and below, what is `optional` is neither required nor wrong."""

    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """An office of a person; any of the titles and of the bodies `of` will do, and any body where there is none."""

    person: str
    titles: tuple[frozenset[str], ...]
    of: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """Each is empty where it is not told; `also` are places that the text leaves to the reader."""

    place: str
    venue: str
    country: str
    also: frozenset[str]

    @property
    def named(self) -> frozenset[str]:
        """Place and venue, the country apart."""
        return frozenset((self.place, self.venue)) - {""}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people on different sides of a meeting, or two of its parties, in alphabetical order."""

    two: tuple[str, str]
    happened: bool
    where: Where
    start: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """A measure; `by` or `on` are empty where the text does not say. `value` is empty, a number, or a range of two."""

    kind: str
    by: frozenset[str]
    on: frozenset[str]
    value: tuple[float, ...]
    unit: str
    symmetric: bool = False
    optional: bool = False


def listed(found: Iterable[Json], spell: Spell) -> tuple[Named, ...]:
    """Each name once."""
    return once((Named(spell(each["name"]), bool(each.get("optional"))) for each in found), lambda named: named.name)


def roles(people: Iterable[Json], spell: Spell) -> tuple[Role, ...]:
    """Offices with a title; one that was held earlier is optional."""
    return tuple(
        Role(
            spell(person["name"]),
            tuple(title_words(title) for title in texts(role["title"], role.get("title_also"))),
            names(spell, role.get("of"), role.get("of_also")) if role.get("of") else frozenset(),
            bool(role.get("past") or person.get("optional")),
        )
        for person in people
        for role in person.get("roles") or ()
        if role.get("title")
    )


def person_pairs(meetings: Iterable[Json], spell: Spell) -> tuple[Pair, ...]:
    """Everyone with everyone across the sides; hosts and those who attended may be paired with anyone."""
    found = []
    for meeting in meetings:
        sides = [names(spell, side) for side in meeting.get("sides") or ()]
        met = [two for one, other in combinations(sides, 2) for two in product(one, other)]
        beside = names(spell, meeting.get("host"), meeting.get("attended"))
        loose = list(product(beside, beside.union(*sides)))
        loose += [(spell(one), spell(other)) for one, other in meeting.get("optional_pairs") or ()]
        found += [_pair(meeting, two, spell) for two in met]
        found += [_pair(meeting, two, spell, loose=True) for two in loose]
    return tuple(pair for pair in found if pair.two[0] != pair.two[1])


def party_pairs(meetings: Iterable[Json], spell: Spell) -> tuple[Pair, ...]:
    """Each two of a meeting's states and institutions."""
    return tuple(
        _pair(meeting, two, spell)
        for meeting in meetings
        for two in combinations(sorted(names(spell, meeting.get("parties"))), 2)
    )


def _pair(meeting: Json, two: tuple[str, str], spell: Spell, *, loose: bool = False) -> Pair:
    one, other = sorted(two)
    return Pair(
        (one, other),
        meeting.get("status") == "happened",
        Where(
            spell(meeting.get("place")),
            spell(meeting.get("venue")),
            spell(meeting.get("country")),
            names(spell, meeting.get("place_also")),
        ),
        meeting.get("start") or "",
        loose or bool(meeting.get("optional")),
    )


def acts(measures: Iterable[Json], spell: Spell) -> tuple[Act, ...]:
    """Measures in the order listed."""
    return tuple(
        Act(
            str(each["kind"]),
            names(spell, each.get("by"), each.get("by_also")),
            names(spell, each.get("on"), each.get("on_also")),
            numbers(each.get("value")),
            str(each.get("unit") or "").casefold(),
            bool(each.get("symmetric")),
            bool(each.get("optional")),
        )
        for each in measures
    )


def levels(measures: Iterable[Json], spell: Spell) -> tuple[Act, ...]:
    """Measures with a value."""
    return tuple(act for act in acts(measures, spell) if act.value)


def numbers(value: object) -> tuple[float, ...]:
    """The numbers in what may be one, a range of two, or None."""
    flat = value if isinstance(value, list | tuple) else (value,)
    return tuple(float(each) for each in flat if isinstance(each, int | float))


# ── when two values agree: from 0 to 1 ──────────────────────────────────────────────────────────────────────────────

LITTLE = frozenset("of the for and s top senior chief veteran us american british chinese".split())
RANK = frozenset("vice deputy former acting interim assistant under elect ex shadow junior".split())
VAGUE = (frozenset({"minister"}), frozenset({"secretary"}))
SAME_OFFICE = (
    ("chancellor of the exchequer", "finance minister"),
    ("prime minister", "premier"),
    ("pm", "premier"),
    ("ceo", "executive"),
)


def title_words(title: str) -> frozenset[str]:
    """
    The words of a title that count.

    >>> sorted(title_words("Deputy Prime Minister of the Republic"))
    ['deputy', 'premier', 'republic']
    """
    words = f" {folded(title)} "
    for same, usual in SAME_OFFICE:
        words = words.replace(f" {same} ", f" {usual} ")
    return frozenset(words.split()) - LITTLE


def same_title(gold: frozenset[str], answer: frozenset[str]) -> bool:
    """Whether rank agrees and one has all words of the other; the shorter answer at least half of them."""
    if gold & RANK != answer & RANK:
        return False
    wanted, given = gold - RANK, answer - RANK
    if not wanted or not given:
        return False
    return wanted <= given or (given <= wanted and 2 * len(given) >= len(wanted) and given not in VAGUE)


def same_name(gold: Named, answer: Named) -> float:
    """1 where the name is the same."""
    return float(gold.name == answer.name)


def same_role(gold: Role, answer: Role) -> float:
    """1 where person, title and body agree."""
    titled = any(same_title(title, given) for title in gold.titles for given in answer.titles)
    return float(gold.person == answer.person and titled and (not gold.of or bool(gold.of & answer.of)))


def same_place(gold: Where, answer: Where) -> float:
    """1 where a name agrees or neither has one; 0.5 where only the country does though gold has more."""
    known = gold.named | gold.also if gold.named or answer.named else gold.named
    if not known and not gold.country:
        return float(not answer.named)
    if not known:
        return float(gold.country in {answer.country, *answer.named})
    if known & answer.named:
        return 1.0
    if answer.named or not gold.country or gold.country != answer.country:
        return 0.0
    return 1.0 if known == {gold.country} else 0.5


def same_date(gold: str, answer: str) -> float:
    """
    1 where dates agree as far as both go, at least to the month; 0.5 where the answer adds a date or a year.

    >>> same_date("2025-09-14", "2025-09"), same_date("2025-09-14", "2025")
    (1.0, 0.0)
    >>> same_date("--09-14", "2025-09-14"), same_date("", "2025")
    (0.5, 0.5)
    """
    if not gold:
        return 0.5 if answer else 1.0
    wanted, given = _parts(gold), _parts(answer)
    if len(given) < min(2, len(wanted)):
        return 0.0
    if any(one and other and one != other for one, other in zip(wanted, given, strict=False)):
        return 0.0
    return 0.5 if given[0] and not wanted[0] else 1.0


def _parts(text: str) -> list[str]:
    """Year, month, day; a part left open is empty."""
    if not text:
        return []
    return ["", *text[2:].split("-")] if text.startswith("--") else text.split("-")


def same_act(gold: Act, answer: Act) -> float:
    """1 where kind, author and targets agree, with no more targets that are wrong than right."""
    by, on, given_by, given_on = gold.by, gold.on, answer.by, answer.on
    if gold.symmetric:
        by = on = by | on
        given_by = given_on = given_by | given_on
    right, wrong = on & given_on, given_on - on
    if gold.kind != answer.kind or (by and not by & given_by):
        return 0.0
    return float(not on or (bool(right) and (gold.symmetric or len(wrong) <= len(right))))


def same_amount(gold: Act, answer: Act) -> float:
    """The same, with value and unit."""
    return same_act(gold, answer) * ((gold.value, gold.unit) == (answer.value, answer.unit))


def same_pair(gold: Pair, answer: Pair) -> float:
    """1 where both are the same two and both happened or both did not."""
    return float((gold.two, gold.happened) == (answer.two, answer.happened))


def same_pair_place(gold: Pair, answer: Pair) -> float:
    """The same, by place."""
    return same_pair(gold, answer) and same_place(gold.where, answer.where)


def same_pair_place_day(gold: Pair, answer: Pair) -> float:
    """The same, by place and first day."""
    return same_pair_place(gold, answer) and same_place(gold.where, answer.where) * same_date(gold.start, answer.start)


# ── counting ────────────────────────────────────────────────────────────────────────────────────────────────────────


class Countable(Protocol):
    @property
    def optional(self) -> bool: ...


T = TypeVar("T", bound=Countable)


@dataclass(frozen=True, slots=True)
class Count:
    """Required values in gold, answers that were counted, and how far these agree."""

    right: float = 0
    gold: int = 0
    answers: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.gold + other.gold, self.answers + other.answers)

    @property
    def precision(self) -> float:
        """The share of answers that are right; 1 where nothing was answered and nothing asked."""
        return self.right / self.answers if self.answers else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of gold that was answered; 1 where there is none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def count(golds: Sequence[T], answers: Sequence[T], agree: Callable[[T, T], float]) -> Count:
    """Give each gold value its best answer, each answer to one; an answer given to an optional value is not counted."""
    best = sorted(
        (
            (agree(gold, answer), not gold.optional, -i, -j)
            for i, gold in enumerate(golds)
            for j, answer in enumerate(answers)
        ),
        reverse=True,
    )
    right, spared = 0.0, 0
    matched: set[int] = set()
    given: set[int] = set()
    for agreement, required, i, j in best:
        if agreement and i not in matched and j not in given:
            matched.add(i)
            given.add(j)
            right += agreement * required
            spared += not required
    return Count(right, sum(not gold.optional for gold in golds), len(answers) - spared)


def once(values: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    """One value a key; a required one goes before an optional one."""
    kept: dict[object, T] = {}
    for value in values:
        if key(value) not in kept or not value.optional:
            kept[key(value)] = value
    return tuple(kept.values())


def two_key(pair: Pair) -> object:
    return pair.two, pair.happened


def place_key(pair: Pair) -> object:
    return pair.two, pair.happened, pair.where.place, pair.where.country


def day_key(pair: Pair) -> object:
    return place_key(pair), pair.start


def compared(gold: Json, answer: Json) -> dict[str, Count]:
    """Each row of one article."""
    spell = spelling(gold)

    def row(values: Callable[[Json], Sequence[T]], agree: Callable[[T, T], float]) -> Count:
        return count(values(gold), values(answer), agree)

    def met(key: Callable[[Pair], object]) -> Callable[[Json], Sequence[Pair]]:
        return lambda each: once(person_pairs(each["meetings"], spell), key)

    return {
        "met": row(met(two_key), same_pair),
        "met where": row(met(place_key), same_pair_place),
        "met where when": row(met(day_key), same_pair_place_day),
        "parties met where": row(lambda each: once(party_pairs(each["meetings"], spell), place_key), same_pair_place),
        "roles": row(lambda each: roles(each["people"], spell), same_role),
        "people": row(lambda each: listed(each["people"], spell), same_name),
        "institutions": row(lambda each: listed(each["institutions"], spell), same_name),
        "places": row(lambda each: listed(each["places"], spell), same_name),
        "measures": row(lambda each: acts(each["measures"], spell), same_act),
        "measures with value": row(lambda each: levels(each["measures"], spell), same_amount),
    }


def total(rows: Iterable[Mapping[str, Count]]) -> dict[str, Count]:
    """Each row over all articles."""
    sums = dict.fromkeys(ROWS, Count())
    for row in rows:
        sums = {name: sums[name] + row[name] for name in ROWS}
    return sums


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


# What answers are compared by; the other keys of a record (who attended, what differs) say nothing here.
FORMAT = {
    "people": ("name", "roles"),
    "institutions": ("name", "of", "kind"),
    "places": ("name", "kind"),
    "meetings": ("sides", "parties", "kind", "place", "country", "venue", "start", "end", "status"),
    "measures": ("kind", "by", "on", "value", "unit", "qualifier", "from", "until", "status"),
}


def golds(folder: Path) -> tuple[Json, ...]:
    """The gold of each article, by file name."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return tuple(each for each in found if "article" in each)


def part(gold: Json) -> str:
    """The part that an article belongs to."""
    return HELD_OUT if gold.get("held_out") else TUNED


def read(gold: Json, folder: Path, nlp: Any) -> Report:
    """The report of the article, dated by its gold where that has a date; FileNotFoundError where it is missing."""
    day = date.fromisoformat(gold["published"]) if gold.get("published") else None
    for article in articles([folder / gold["article"]], given=day):
        if isinstance(article, Article):
            return pipeline.read_article(article, nlp)
    raise FileNotFoundError(folder / gold["article"])


def answered(report: Report) -> dict[str, list[dict[str, Any]]]:
    """What `kg` lists of a store that holds this article alone."""
    graph = ox.Store()
    graph.extend(report_quads(report))
    graph.extend(knowledge_quads(fuse((report,))))
    lookup = Lookup(graph)
    found = {
        "people": lookup.people(),
        "institutions": lookup.institutions(),
        "places": lookup.places(),
        "meetings": lookup.meetings(),
        "measures": lookup.measures(),
    }
    return {
        kind: [{key: record[key] for key in FORMAT[kind]} for record in each.records] for kind, each in found.items()
    }


def answers(annotated: Iterable[Json], folder: Path) -> tuple[tuple[Json, Json], ...]:
    """Each gold with what is answered for its article."""
    nlp = pipeline.load()
    return tuple((gold, answered(read(gold, folder, nlp))) for gold in annotated)


def figures(pairs: Iterable[tuple[Json, Json]]) -> dict[str, Count]:
    """Each row over all articles, from gold and answers."""
    return total(compared(gold, answer) for gold, answer in pairs)


# ── the command ─────────────────────────────────────────────────────────────────────────────────────────────────────


def table(name: str, number: int, rows: Mapping[str, Count]) -> str:
    """The figures of one part as text."""
    lines = [f"{f'{name}, {number} articles':28}{'precision':>10}{'recall':>8}{'F1':>7}{'gold':>7}{'answers':>9}"]
    lines += [
        f"{row:28}{each.precision:10.2f}{each.recall:8.2f}{each.f1:7.2f}{each.gold:7}{each.answers:9}"
        for row, each in rows.items()
    ]
    return "\n".join(lines) + "\n"


def plain(rows: Mapping[str, Count]) -> dict[str, dict[str, float]]:
    """The figures of one part as JSON, rounded to four digits."""
    return {
        row: {
            "precision": round(each.precision, 4),
            "recall": round(each.recall, 4),
            "f1": round(each.f1, 4),
            "gold": each.gold,
            "answers": each.answers,
        }
        for row, each in rows.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().split("\n\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="GOLD ARTICLES", help="default: those of tests/gold")
    one = parser.add_mutually_exclusive_group()
    one.add_argument(
        "--tuned", action="store_const", const=(TUNED,), dest="parts", help="only what rules were tuned on"
    )
    one.add_argument("--held-out", action="store_const", const=(HELD_OUT,), dest="parts", help="only what was held out")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--answers", type=Path, metavar="FOLDER", help="write what was answered, one file an article")
    options = parser.parse_args()
    if len(options.folders) not in (0, 2):
        parser.error("give two folders, of gold and of articles, or none")
    gold_folder, folder = options.folders or (GOLD, GOLD / "articles")
    found = golds(gold_folder)
    if not found:
        parser.error(f"{gold_folder}: no gold: it must hold JSON files with the key article")
    missing = [gold["article"] for gold in found if not (folder / gold["article"]).is_file()]
    if missing:
        parser.error(f"{folder}: {missing[0]} is missing; ARTICLES must hold every article that GOLD annotates")
    told = {}
    for name in options.parts or PARTS:
        pairs = answers([gold for gold in found if part(gold) == name], folder)
        if options.answers:
            _write(options.answers, pairs)
        if pairs:
            told[name] = len(pairs), figures(pairs)
    if options.json:
        rows = {name: {"articles": number, **plain(each)} for name, (number, each) in told.items()}
        sys.stdout.write(json.dumps(rows, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(table(name, number, rows) for name, (number, rows) in told.items()))


def _write(folder: Path, pairs: Iterable[tuple[Json, Json]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for gold, answer in pairs:
        path = folder / Path(gold["article"]).with_suffix(".json").name
        path.write_text(json.dumps(answer, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
