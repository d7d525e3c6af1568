"""One verb, several meetings: "met in Kinmen in May and in Guangzhou in October", "on Monday and again on Thursday"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.places import PLACES, Places
from kg.facts.timing import Timing
from kg.model import When
from kg.text.mentions import STATE, NameMention

_AGAIN = frozenset({"again", "then", "later", "once", "more", "also", "finally", "earlier"})
_ENDS = frozenset(". , ; : - – — ) and as but for to on at during when".split())


@dataclass(frozen=True, slots=True)
class Round:
    """Place and time that one more meeting is given; the place is None where it is that of the one before."""

    place: str | None
    start: When | None


@dataclass(frozen=True, slots=True)
class _Time:
    """A time and its tokens; `end` is the first one behind it."""

    at: int
    end: int
    when: When


class Rounds:
    """Finds what a sentence adds to a meeting that it has told: reads words side by side, not how they are attached."""

    def __init__(self, places: Places, timing: Timing) -> None:
        self.places = places
        self.timing = timing
        self.syntax = places.syntax
        self._metonyms = places.linked.metonyms

    def after(self, trigger: int, place: str | None, tense: str) -> tuple[Round, ...]:
        """The further meetings of what *trigger* tells, held at *place*, in the order of the text."""
        number = self.syntax.sentence_of[trigger]
        named = [
            m
            for m in self.places.linked.names
            if self.syntax.sentence_of[m.first] == number and m.first > trigger and m.kind in PLACES
        ]
        times = [
            _Time(at, at + len(self.timing.inside(at, mention)), mention.when)
            for at, mention in self.timing.times(number, tense)
            if at > trigger
        ]
        first = next((m for m in named if self.places.place_key(m) == place), None)
        if first is None:
            return tuple(Round(None, time.when) for time in times[1:] if self._is_again(time.at))
        behind = [m for m in named if m.first > first.last and self._alike(m, first)]
        if not behind:
            return tuple(Round(None, time.when) for time in times[1:] if self._is_again(time.at))
        ends = [*(m.first for m in behind[1:]), self.places.document.sentences[number].last]
        return tuple(
            found
            for m, end in zip(behind, ends[: len(behind)], strict=True)
            if self.places.place_key(m) != place and (found := self._round(m, first, end, times))
        )

    def _alike(self, m: NameMention, first: NameMention) -> bool:
        return self._is_state(m) is self._is_state(first) and m.first not in self._metonyms

    def _is_state(self, m: NameMention) -> bool:
        """A state that is no city as well; Singapore is."""
        state = self.places.linked.table.state(m.name) if m.kind == STATE else None
        return m.kind == STATE and (state is None or state.capital != state.name)

    def _round(self, m: NameMention, first: NameMention, limit: int, times: list[_Time]) -> Round | None:
        """The meeting at *m*, where nothing but "and", a preposition and a time stand between it and what is before."""
        last = self.places.document.sentences[self.syntax.sentence_of[m.first]].last
        near = [time for time in times if m.last <= time.at < limit and time.at - m.last <= 2]
        before = [time for time in times if 0 <= m.first - time.end <= 2 and time.at > first.last]
        end = near[0].end if near else m.last
        if not self._is_added(m, first, times) or not (end >= last or self.syntax.word(end) in _ENDS):
            return None  # "and in London on Tuesday | the minister said" begins a clause
        own = [*near, *before]
        return Round(self.places.place_key(m), own[0].when if own else None)

    def _is_added(self, m: NameMention, first: NameMention, times: list[_Time]) -> bool:
        if self.syntax.word(m.first - 1) not in ("in", "at"):
            return False
        at = m.first - 2
        dated = {i for time in times if time.at > first.last for i in range(time.at, time.end)}
        while at > first.last and (self.syntax.word(at) in _AGAIN or at in dated or self._opens(at, dated)):
            at -= 1
        return self.syntax.word(at) == "and" or (self.syntax.word(at) == "," and bool(dated))

    def _opens(self, i: int, dated: set[int]) -> bool:
        return self.syntax.word(i) in ("in", "on") and i + 1 in dated

    def _is_again(self, at: int) -> bool:
        """ "saw him on Monday and again | on Thursday", "first met in May, and then | in June"."""
        words = [self.syntax.word(i) for i in range(max(0, at - 3), at)]
        words = words[:-1] if words[-1:] in (["on"], ["in"]) else words
        return words[-2:] in (["and", "again"], ["and", "then"])
