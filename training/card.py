"""
Tables that programs write into the model card, each between marks of its own.

``python -m training.card`` counts the passages of ``training/events/`` and writes that table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.passages import MEASURE_STATUSES, MEASURES, MEETING_STATUSES, MEETINGS, Passage, of_folder

CARD = Path(__file__).with_name("MODEL_CARD.md")


def fill(name: str, text: str) -> None:
    """Puts *text* between ``<!-- NAME -->`` and ``<!-- /NAME -->``; ValueError where the card lacks these."""
    card = CARD.read_text(encoding="utf8")
    start, end = _between(name, card)
    CARD.write_text(f"{card[:start]}\n{text}\n{card[end:]}", encoding="utf8")


def filled(name: str) -> str:
    """What stands between the marks of that name."""
    card = CARD.read_text(encoding="utf8")
    start, end = _between(name, card)
    return card[start:end].strip("\n")


def _between(name: str, card: str) -> tuple[int, int]:
    found = re.search(rf"(?s)<!-- {re.escape(name)} -->(.*?)<!-- /{re.escape(name)} -->", card)
    if found is None:
        raise ValueError(f"{CARD.name} has no marks <!-- {name} --> and <!-- /{name} -->")
    return found.span(1)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """In Markdown."""
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (head, ["---"] * len(head), *rows))


def counted(given: Sequence[Passage]) -> str:
    """How many passages there are, and their events by kind and status."""
    events = [event for passage in given for event in passage.events]
    by_status = Counter((event.kind, event.status) for event in events)
    silent = sum(not passage.events for passage in given)
    said = f"{len(given):,} passages, {silent:,} of them without an event, {len(events):,} events."
    measures = _by_status("measure", MEASURES, MEASURE_STATUSES, by_status)
    meetings = _by_status("meeting", MEETINGS, MEETING_STATUSES, by_status)
    return f"{said}\n\n{measures}\n\n{meetings}"


def _by_status(name: str, kinds: Sequence[str], statuses: Sequence[str], counts: Counter[tuple[str, str]]) -> str:
    def rows() -> Iterator[Sequence[object]]:
        for kind in kinds:
            row = [counts[kind, status] for status in statuses]
            yield kind, *(f"{each:,}" for each in row), f"{sum(row):,}"

    return table((name, *statuses, "all"), rows())


def main() -> None:
    fill("passages", counted(of_folder()))


if __name__ == "__main__":
    main()
