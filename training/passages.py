"""
Passages of news with their names and the events they tell, as files in ``training/events/`` hold them → plain values.

A passage is a line of text; the line after it that starts with ``@`` has its names, each with ``=`` an event::

    Peru put a 9% duty on Chilean wine.
    @ GPE: Peru | NORP: Chilean
    = tariff in-force | duty | by: Peru | on: Chilean | goods: wine | value: 9%

``@ KIND: STRING; STRING | KIND: STRING``. A name is meant wherever its words stand outside a longer one; ``Chad#2`` is
the second "Chad" of the passage alone. ``@`` says that there are none.

``= KIND STATUS | TRIGGER | ROLE: STRING; STRING``. The trigger is where its words first stand, an argument where its
words stand nearest to the trigger in the same sentence, else nearest of all; ``it#2`` is counted as above.
An empty line ends a passage; ``#`` begins a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.conllu import NAME_KINDS

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

HELD_OUT, RUN = 8, 24
"""Of so many runs of so many passages of a file one is held out for measuring: neighbours may tell of one thing."""

Span = tuple[int, int]
"""First character and the one after the last."""
Named = tuple[str, Span]
"""A name's kind and place."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a passage; *arguments* are roles with where their words stand."""

    kind: str
    status: str
    trigger: Span
    arguments: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """*names* are in the order of the text; None where nobody has marked them."""

    text: str
    events: tuple[Told, ...]
    names: tuple[Named, ...] | None = None


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file, in order; ValueError names the line of a mistake and what was allowed."""
    text: str | None = None
    events: list[Told] = []
    names: tuple[Named, ...] | None = None
    for number, line in enumerate([*path.read_text(encoding="utf8").split("\n"), ""], 1):
        if line.startswith("#"):
            continue
        try:
            if not line.strip():
                if text is not None:
                    yield Passage(text, tuple(events), names)
                text, events, names = None, [], None
            elif line.startswith(("=", "@")):
                if text is None:
                    raise ValueError(f"{'names' if line[0] == '@' else 'an event'} without a passage before")
                if line.startswith("="):
                    events.append(_told(line, text))
                elif names is None:
                    names = _names(line, text)
                else:
                    raise ValueError("a second line of names")
            elif text is not None:
                raise ValueError("a second line of text; a passage is one line, '@' begins its names, '=' an event")
            else:
                text = line
        except ValueError as error:
            raise ValueError(f"{path.name}, line {number}: {error}") from error


def of_folder(folder: Path = FOLDER) -> list[Passage]:
    """The passages of a folder, in the order of their files; folders within it are left out."""
    return [passage for path in sorted(folder.glob("*.txt")) for passage in passages(path)]


def parts() -> tuple[list[Passage], list[Passage]]:
    """The passages in the order of their files: those to train on when measuring, and those held out."""
    kept: list[Passage] = []
    held: list[Passage] = []
    for path in sorted(FOLDER.glob("*.txt")):
        for number, passage in enumerate(passages(path)):
            (held if number // RUN % HELD_OUT == HELD_OUT // 2 else kept).append(passage)
    return kept, held


def together(given: Sequence[Passage]) -> Passage:
    """Passages run together into one, as paragraphs of the press are longer than they are."""
    events: list[Told] = []
    names: list[Named] = []
    start = 0
    for passage in given:
        events += (
            replace(
                event,
                trigger=_moved(event.trigger, start),
                arguments=tuple((role, _moved(span, start)) for role, span in event.arguments),
            )
            for event in passage.events
        )
        names += ((kind, _moved(span, start)) for kind, span in passage.names or ())
        start += len(passage.text) + 1
    marked = all(passage.names is not None for passage in given)
    return Passage(" ".join(each.text for each in given), tuple(events), tuple(names) if marked else None)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _names(line: str, text: str) -> tuple[Named, ...]:
    found: list[Named] = []
    for part in line[1:].split("|") if line[1:].strip() else ():
        kind, _, strings = (each.strip() for each in part.partition(":"))
        if kind not in NAME_KINDS or not strings:
            raise ValueError(f"{part.strip()!r} is no kind of name with its words; allowed: {', '.join(NAME_KINDS)}")
        for string in strings.split(";"):
            found += ((kind, span) for span in _places(text, string.strip()))
    kept: list[Named] = []
    for kind, (first, last) in sorted(found, key=lambda each: each[1][0] - each[1][1]):
        longer = next((span for _, span in kept if first < span[1] and span[0] < last), None)
        if longer is None:
            kept.append((kind, (first, last)))
        elif longer == (first, last) or not longer[0] <= first < last <= longer[1]:
            raise ValueError(f"{text[first:last]!r} is named twice, or across {text[slice(*longer)]!r}")
    return tuple(sorted(kept, key=lambda each: each[1]))


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
    found = _places(text, string)
    if near is None:
        return found[0]
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    first = max((end for end in ends if end <= near[0]), default=0)
    last = min((end for end in ends if end > near[0]), default=len(text))
    same = [span for span in found if first <= span[0] < last] or found
    return min(same, key=lambda span: abs(span[0] - near[0]))


def _places(text: str, string: str) -> list[Span]:
    """
    Everywhere a string stands, in order; one place where it is counted; ValueError where it does not stand.

    >>> _places("Chad met Chad in Chadian dress.", "Chad"), _places("Chad met Chad.", "Chad#2")
    ([(0, 4), (9, 13)], [(9, 13)])
    """
    counted = re.fullmatch(r"(.+)#(\d+)", string)
    words = counted[1] if counted else string
    left, right = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    found = [m.span() for m in re.finditer(left + re.escape(words) + right, text)] if words else []
    if counted:
        if not 1 <= int(counted[2]) <= len(found):
            raise ValueError(f"{string!r}: {words!r} stands {len(found)} times in the passage")
        return [found[int(counted[2]) - 1]]
    if not found:
        raise ValueError(f"{string!r} does not stand in the passage")
    return found
