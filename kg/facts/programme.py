"""The hour of an event → the day of the programme that it stands in: "On Friday he lands … will see her at noon"."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.facts.link import Linked
from kg.model import When

LENGTH = 4  # paragraphs over which the hours of one day are told
_HOUR = re.compile(
    r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|hrs\b|hours\b|o[’']clock\b)|\d{1,2}:\d\d(?!\d)|(?:noon|midday|midnight)\b)",
    re.I,
)


def tells_hour(linked: Linked, clause: int) -> bool:
    """Whether the verb at *clause* is said to be done at an hour: "at 11.30 a.m.", "at noon"."""
    syntax, tokens = linked.syntax, linked.document.tokens
    sentence = linked.document.sentences[syntax.sentence_of[clause]]
    return any(
        _HOUR.match(linked.text, tokens[i].start)
        and syntax.clause(i) == clause
        and tokens[i - 1].lemma in ("at", "about")
        for i in range(sentence.first + 1, sentence.last)
    )


def programme_day(linked: Linked, trigger: int, days: Callable[[int], list[tuple[int, When]]]) -> When | None:
    """
    The day named last before *trigger*, where its clause tells an hour; None where there is none near.

    *days* gives the days named in a sentence, each with the token where it starts.
    """
    syntax = linked.syntax
    if not tells_hour(linked, syntax.clause(trigger)):
        return None
    for number in range(syntax.sentence_of[trigger], -1, -1):
        if syntax.block(trigger) - linked.document.sentences[number].block > LENGTH:
            return None
        if before := [when for at, when in days(number) if at < trigger]:
            return before[-1]
    return None
