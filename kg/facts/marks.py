"""Sentences → words that say on whose side others were: "with X", "for the German side", "the French delegation"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.link import Linked
from kg.facts.party_words import DELEGATIONS
from kg.facts.refer import References
from kg.text.mentions import PERSON

BESIDE = frozenset({"with", "beside", "alongside"})
ACTING = frozenset({"for", "from", "on"})  # "sat in for Chile", "from the Chilean side", "on Chile's side"
REACH = 6  # tokens from the preposition to the word that it hangs on


@dataclass(frozen=True, slots=True)
class Mark:
    """The tokens from `first` to `last`, and whom they name: people, or states and bodies."""

    first: int
    last: int
    beside: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.beside or self.parties)


class Marks:
    """Finds them in the sentences of one article, and parts those named by them."""

    def __init__(self, linked: Linked, references: References) -> None:
        self.linked = linked
        self.references = references
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self._starts = frozenset(m.unit_first for m in linked.names if m.kind == PERSON)

    def beside(self, first: int, last: int) -> tuple[Mark, ...]:
        """ "A sat | with X, B | with his boss": of whom nobody can be told where it is not clear who is meant."""
        return tuple(m for i in range(first, last) if self.syntax.word(i) in BESIDE for m in self._beside(i, last))

    def acting(self, first: int, last: int) -> tuple[Mark, ...]:
        """ "A sat in | for the German side, B | for the French"."""
        found = (m for i in range(first, last) if self.syntax.word(i) in ACTING for m in self._acting(i, last))
        return tuple(m for m in found if m)

    def delegations(self, first: int, last: int) -> tuple[Mark, ...]:
        """ "| The French delegation included A and | the German side B"."""
        nouns = (i for i in range(first, last) if self.syntax.lemma(i) in DELEGATIONS and self.tokens[i].pos == "NOUN")
        found = (Mark(i, i + 1, parties=self._whose(i)) for i in nouns)
        return tuple(m for m in found if m)

    def _whose(self, delegation: int) -> tuple[str, ...]:
        """ "The German side, X and Y": the state that it is of, not theirs."""
        owners = self.syntax.children(delegation, "amod", "compound", "nmod:poss")
        owners += [delegation - 1] * (self.syntax.dep[delegation] == "inside")  # "the German side | Finance Minister X"
        keys = (self.linked.at.get(c) for c in owners)
        own = tuple(k for k in keys if k is not None and not k.startswith(("person/", "place/")))
        return own or self.references.group(delegation).parties

    def before(self, marks: tuple[Mark, ...], first: int) -> Iterator[tuple[Mark, tuple[str, ...]]]:
        """Each of the *marks* with the people named between it and the one before it, from *first* on."""
        for mark in marks:
            yield mark, self.linked.people_in(first, mark.first)
            first = mark.last

    def behind(self, marks: tuple[Mark, ...], last: int) -> Iterator[tuple[Mark, tuple[str, ...]]]:
        """Each of the *marks* with the people named between it and the one after it, up to *last*."""
        for mark, end in zip(marks, [*(mark.first for mark in marks[1:]), last], strict=bool(marks)):
            yield mark, self.linked.people_in(mark.last, end)

    def around(self, marks: tuple[Mark, ...], first: int, last: int) -> Iterator[tuple[Mark, tuple[str, ...]]]:
        """Each of the *marks* with the people behind it, "from the German side, X", else before it, "X for Chile"."""
        ahead = self.before(marks, first)
        for (mark, people), (_, before) in zip(self.behind(marks, last), ahead, strict=True):
            opens = mark.last + (mark.last < last and self.tokens[mark.last].text in (",", ":"))
            yield mark, people if opens in self._starts else before

    def _head(self, i: int, last: int) -> int | None:
        """The word that the preposition at *i* hangs on."""
        head = self.syntax.head[i]
        return head if self.syntax.dep[i] == "case" and i < head < min(last, i + REACH) else None

    def _beside(self, i: int, last: int) -> Iterator[Mark]:
        head = self._head(i, last)
        if head is None:
            return
        end = self._end(head)
        key = self.linked.key(head)
        later = self.linked.people_in(end, last)
        people = (key,) if key is not None and self.linked.is_person(key) else self.references.group(head).people
        yield Mark(i, end, beside=tuple(p for p in people if p == key or p not in later))

    def _acting(self, i: int, last: int) -> Iterator[Mark]:
        head = self._head(i, last)
        key = self.linked.key(head) if head is not None else None
        if head is None or (key is not None and self.linked.is_person(key)):
            return
        if self.syntax.lemma(head) in DELEGATIONS:
            yield Mark(i, self._end(head), parties=self._whose(head))
        elif key is not None and not key.startswith("place/") and self.syntax.word(i) == "for":
            yield Mark(i, self._end(head), parties=(key,))

    def _end(self, head: int) -> int:
        unit = self.linked.mention_at.get(head)
        return unit.last if unit is not None else head + 1
