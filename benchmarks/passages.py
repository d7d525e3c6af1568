"""
How much is told of plain passages of news: the pairs who met, where, when, and who did what to whom.

    python benchmarks/passages.py [FOLDER]

FOLDER holds passages as `training/README.md` describes them, by default training/events/plain, whose events nothing
has learnt. Each is read as an article of its own. A person, state or body counts as told where one of its mentions
overlaps the words that the annotation gives.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product
from pathlib import Path

from spacy.language import Language

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from kg import facts, pipeline  # noqa: E402  (run as a script it has to find the package's neighbour first)
from kg.model import Article, Meeting, MeetingKind, Report  # noqa: E402
from kg.text import annotate  # noqa: E402
from kg.text.read import articles  # noqa: E402
from training.passages import FOLDER, MEETINGS, Passage, Span, Told, of_folder  # noqa: E402

DAY = date(2019, 5, 8)
"""On which each passage is read; none has a date with its year."""
HAPPENED = "happened"
ROWS = {
    "pair": "pairs of people who met, with whether they did",
    "place": "… the place, of pairs told that have one",
    "day": "… a day, of pairs told that have one",
    "parties": "pairs of states or bodies without people",
    "measure": "measures, with who did it and to whom where named",
}
WRONG = "pairs told that no event of theirs could be"
PLAIN = FOLDER / "plain"

Pair = tuple[str, str]
Keys = frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(description="How much is told of plain passages.")
    parser.add_argument("folder", type=Path, nargs="?", default=PLAIN)
    for row, figure in figures(parser.parse_args().folder).items():
        sys.stdout.write(f"{figure:>12}  {row}\n")


def figures(folder: Path = PLAIN) -> dict[str, str]:
    """For each row how many are told, "of" how many where that can be said."""
    nlp = pipeline.load()
    counts = Counter(row for passage in of_folder(folder) for row in counted(passage, nlp))
    shares = {words: f"{counts[row]} of {counts[row] + counts[f'no {row}']}" for row, words in ROWS.items()}
    return shares | {WRONG: str(counts["wrong pair"])}


def counted(passage: Passage, nlp: Language) -> Iterator[str]:
    """The name of a row for each thing of a passage that is told, "no" before it where it is not."""
    article = _article(passage.text)
    told = _Told(facts.report(annotate.document(article, nlp)), article.text.find(passage.text[:40]))
    expected: set[Pair] = set()
    for event in passage.events:
        if event.kind in MEETINGS:
            pairs = told.pairs(event, "person/")
            expected |= pairs
            for pair in sorted(pairs):
                yield from told.of_pair(pair, event)
            states = set() if pairs else told.pairs(event, "state/", "institution/")
            for pair in sorted(states):
                yield "parties" if told.meetings_of(pair, event, people=False) else "no parties"
        else:
            yield "measure" if told.has_measure(event) else "no measure"
    named = {person for pair in expected for person in pair}
    open_ = any(told.is_open(event) for event in passage.events if event.kind in MEETINGS)
    for pair in told.all_pairs() - expected:
        if not (open_ or set(pair) <= named):
            yield "wrong pair"


def _article(text: str) -> Article:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "passage.txt"
        path.write_text(text, encoding="utf-8")
        found = next(iter(articles([path], given=DAY)))
    if not isinstance(found, Article):
        raise SystemExit(f"Error: a passage cannot be read: {text[:60]!r}")
    return found


class _Told:
    """What was told of a passage that starts at *start* in its article."""

    def __init__(self, report: Report, start: int) -> None:
        self.report = report
        self.mentions: Mapping[str, Sequence[Span]] = {
            entity.key: [(m.span.start - start, m.span.end - start) for m in entity.mentions]
            for entity in report.entities
        }
        self.state_of = {e.key: f"state/{e.of.lower().replace(' ', '-')}" for e in report.entities if e.of}

    def keys(self, span: Span, *prefixes: str) -> Keys:
        """The keys of those whose mentions overlap the words of an argument."""
        return frozenset(
            key
            for key, spans in self.mentions.items()
            if key.startswith(prefixes) and any(first < span[1] and span[0] < last for first, last in spans)
        )

    def filling(self, event: Told, roles: Iterable[str], *prefixes: str) -> Keys:
        wanted = tuple(roles)
        return frozenset(k for role, span in event.arguments if role in wanted for k in self.keys(span, *prefixes))

    def pairs(self, event: Told, *prefixes: str) -> set[Pair]:
        """Two who face each other by the annotation."""
        return _across([self.filling(event, (role,), *prefixes) for role in ("a", "b", "c")])

    def is_open(self, event: Told) -> bool:
        """Whether a side is only a pronoun or noun, which can be anybody told."""
        sides = [span for role, span in event.arguments if role in ("a", "b", "c", "both")]
        return any(not self.keys(span, "person/") for span in sides)

    def all_pairs(self) -> set[Pair]:
        return {pair for m in self.report.meetings for pair in _people(m)}

    def meetings_of(self, pair: Pair, event: Told, *, people: bool) -> list[Meeting]:
        """The meetings told of two, that happened or did not as the annotation has it."""
        happened = event.status == HAPPENED
        return [
            m
            for m in self.report.meetings
            if (m.status.value == HAPPENED) is happened and pair in (_people(m) if people else _parties(m))
        ]

    def of_pair(self, pair: Pair, event: Told) -> Iterator[str]:
        found = self.meetings_of(pair, event, people=True)
        yield "pair" if found else "no pair"
        places = self.filling(event, ("at",), "place/", "state/")
        if found and places:
            right = any({m.place, m.venue, m.country} & places for m in found)
            yield "place" if right else "no place"
        if found and any(role == "when" for role, _ in event.arguments):
            yield "day" if any(m.start for m in found) else "no day"

    def has_measure(self, event: Told) -> bool:
        kind = event.kind.replace("-", " ")
        by = self._with_states(self.filling(event, ("by",), ""))
        on = self._with_states(self.filling(event, ("on", "party"), ""))
        mutual = kind in ("truce", "agreement")
        return any(
            m.kind == kind
            and (mutual or not by or bool(by & self._with_states({m.by} if m.by else ())))
            and (not on or bool(on & self._with_states(m.on)))
            for m in self.report.measures
        )

    def _with_states(self, keys: Iterable[str]) -> set[str]:
        given = set(keys)
        return given | {self.state_of[key] for key in given if key in self.state_of}


def _across(sides: Sequence[Iterable[str]]) -> set[Pair]:
    crossing = (each for one, other in combinations(sides, 2) for each in product(one, other))
    return {(min(pair), max(pair)) for pair in crossing if pair[0] != pair[1]}


def _people(meeting: Meeting) -> set[Pair]:
    return _across([side.people for side in meeting.sides])


def _parties(meeting: Meeting) -> set[Pair]:
    return _across([side.parties for side in meeting.sides]) if meeting.kind is not MeetingKind.VISIT else set()


if __name__ == "__main__":
    main()
