"""What a sentence's words for a time come to: when it is, and what it is to what happens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model import Span, When


class Role(StrEnum):
    """What a time is to what happens: the preposition's part in it."""

    AT = "at"
    SINCE = "since"  # also "from … on", "starting", "effective"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """
    A time in a sentence. `span` is in the sentence's characters and leaves prepositions out; a range is one mention,
    whose EDTF string is an interval (`2025-09-14/2025-09-16`).
    """

    span: Span
    when: When
    role: Role
