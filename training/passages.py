"""
Passages of news with the events they tell, as the files in ``training/events/`` hold them → plain values.

A passage is a line of text; each line after it that starts with ``=`` is an event it tells::

    Peru put a 9% duty on Chilean wine.
    = tariff in-force | duty | by: Peru | on: Chilean | goods: wine | value: 9%

``= KIND STATUS | TRIGGER | ROLE: STRING; STRING``. The trigger is where its words first stand, an argument where its
words stand nearest to the trigger in the same sentence, else nearest of all; ``it#2`` is the second "it" of the
passage. An empty line ends a passage; ``#`` begins a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "events"
MEASURE_STATUSES = ("in-force", "announced", "proposed", "suspended", "expired")
MEETING_STATUSES = ("happened", "planned", "possible", "denied")
MEASURE_ROLES = ("by", "on", "goods", "value", "old", "from", "until", "party")
MEETING_ROLES = ("a", "b", "c", "host", "both", "at", "when")
MEASURES = (
    "tariff", "sanction", "ban", "export-control", "import-restriction", "blacklist", "investigation", "divestiture",
    "deadline", "truce", "agreement", "subsidy", "legislation",
)  # fmt: skip
MEETINGS = ("meeting", "call")
KINDS = (*MEASURES, *MEETINGS)
ROLES = (*MEASURE_ROLES, *MEETING_ROLES)
STATUSES = {**dict.fromkeys(MEASURES, MEASURE_STATUSES), **dict.fromkeys(MEETINGS, MEETING_STATUSES)}
_SENTENCE_END = re.compile(r"[.?!][\"”’)]*\s+(?=[A-Z“\"‘(])")

Span = tuple[int, int]
"""First character and the one after the last."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a passage; *arguments* are roles with where their words stand."""

    kind: str
    status: str
    trigger: Span
    arguments: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    events: tuple[Told, ...]


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file, in order; ValueError names the line of a mistake and what was allowed."""
    text: str | None = None
    events: list[Told] = []
    for number, line in enumerate([*path.read_text(encoding="utf8").split("\n"), ""], 1):
        if line.startswith("#"):
            continue
        try:
            if not line.strip():
                if text is not None:
                    yield Passage(text, tuple(events))
                text, events = None, []
            elif line.startswith("="):
                if text is None:
                    raise ValueError("an event without a passage before it")
                events.append(_told(line, text))
            elif text is not None:
                raise ValueError("a second line of text; a passage is one line, its events start with '='")
            else:
                text = line
        except ValueError as error:
            raise ValueError(f"{path.name}, line {number}: {error}") from error


def _told(line: str, text: str) -> Told:
    head, *rest = (part.strip() for part in line[1:].split("|"))
    kind, _, status = head.partition(" ")
    if status not in STATUSES.get(kind, ()):
        allowed = ", ".join(STATUSES.get(kind, KINDS))
        raise ValueError(f"{head!r} is no kind with its status; allowed: {allowed}")
    if not rest:
        raise ValueError("an event needs a trigger")
    trigger = _place(text, rest[0], None)
    arguments = tuple(each for part in rest[1:] for each in _arguments(part, kind, text, trigger))
    return Told(kind, status, trigger, arguments)


def _arguments(part: str, kind: str, text: str, trigger: Span) -> Iterator[tuple[str, Span]]:
    role, _, strings = part.partition(":")
    roles = MEETING_ROLES if kind in MEETINGS else MEASURE_ROLES
    if role not in roles or not strings.strip():
        raise ValueError(f"{part!r} is no role with its words; allowed: {', '.join(roles)}")
    for string in strings.split(";"):
        yield role, _place(text, string.strip(), trigger)


def _place(text: str, string: str, near: Span | None) -> Span:
    """
    Where a string stands.

    >>> _place("It said it would.", "it", None), _place("He said he had met him.", "he", (12, 15))
    ((8, 10), (8, 10))
    """
    numbered = re.fullmatch(r"(.+)#(\d+)", string)
    words = numbered[1] if numbered else string
    left, right = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    found = [m.span() for m in re.finditer(left + re.escape(words) + right, text)] if words else []
    if numbered:
        if not 1 <= int(numbered[2]) <= len(found):
            raise ValueError(f"{string!r}: {words!r} stands {len(found)} times in the passage")
        return found[int(numbered[2]) - 1]
    if not found:
        raise ValueError(f"{string!r} does not stand in the passage")
    if near is None:
        return found[0]
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    first = max((end for end in ends if end <= near[0]), default=0)
    last = min((end for end in ends if end > near[0]), default=len(text))
    same = [span for span in found if first <= span[0] < last] or found
    return min(same, key=lambda span: abs(span[0] - near[0]))
