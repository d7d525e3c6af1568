"""Sentences → for which state or body somebody sits at talks, by the delegation that they lead or belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from kg.facts.link import Linked
from kg.facts.party_words import DELEGATIONS
from kg.letters import word_set
from kg.text.mentions import DEMONYM, INSTITUTION, PERSON, STATE, NameMention

LEADING = word_set("led lead leads leading headed head heads heading")
LED_BY = word_set("led headed chaired represented")
COMPRISING = word_set("included includes include including comprised comprises")
COMPOSED = word_set("made composed consisting consisted consists formed")
BEING = word_set("was is were being be will also")
ASIDE = frozenset({"-", "–", "—", ":", "("})
LED = 4  # tokens from a state to its delegation, and from "represented by" to a name
NAMED = 9  # tokens from a delegation to the name behind "led by": "was led by the president of the conference, X"
SENT_BY = 12  # tokens from a delegation to the body that it is of
REPRESENTED = 8  # tokens from "represented" to those by whom: "at the talks in Riyadh by"


class Delegates:
    """Finds the delegates in the sentences of one article."""

    def __init__(self, linked: Linked) -> None:
        self.linked = linked
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self._starts = {m.unit_first: m for m in linked.names if m.kind == PERSON}

    def told(self) -> Iterator[tuple[str, str]]:
        """People with the state or body that each acts for, in the order of the text."""
        for _, person, key in self._delegates:
            yield person, key

    def between(self, first: int, last: int) -> Mapping[str, tuple[str, ...]]:
        """By the states and bodies named from *first* to *last*, who is told there to act for them."""
        found: dict[str, list[str]] = {}
        for at, person, key in self._delegates:
            if first <= at < last:
                found.setdefault(key, []).append(person)
        return {key: tuple(dict.fromkeys(people)) for key, people in found.items()}

    @cached_property
    def _delegates(self) -> tuple[tuple[int, str, str], ...]:
        """Where a state or body is named, a delegate, and for which that is."""
        named = [
            m for m in self.linked.names if m.kind in (STATE, DEMONYM, INSTITUTION) and not self.linked.in_title(m)
        ]
        found: list[tuple[int, str, str]] = []
        parted: set[tuple[int, str]] = set()  # states with their sentences
        for m in named:
            two = [(self.syntax.sentence_of[m.first], person, key) for person, key in self._of_two(m) if person]
            parted |= {(number, key) for number, _, key in two}
            found += ((m.first, person, key) for _, person, key in two)
        for m in named:
            if (self.syntax.sentence_of[m.first], self.linked.at[m.first]) not in parted:
                found += ((m.first, person, key) for person, key in self._of(m) if person)
        return tuple(sorted(found, key=lambda each: each[0]))

    def starts_name(self, i: int) -> bool:
        """Whether a person's name, or the title before it, starts at a token."""
        return i in self._starts

    def listed_after(self, i: int) -> list[str | None]:
        """People named right from a word on: "with ministers | Ana Ruiz and Bo Lund"."""
        found: list[str | None] = []
        while i < len(self.tokens):
            if self.tokens[i].text in (",", "and", "-", "—", "–", ":") and len(self.tokens) > i + 1:
                i += 1
            m = self._starts.get(i)
            if m is None:
                break
            found.append(self.linked.at.get(m.first))
            i = m.last
        return found

    def named_from(self, i: int) -> list[str | None]:
        """
        The people named from *i* to the end of its sentence: "included the minister of trade, X, and Y".

        Without those of whom a clause behind one of them tells: "included X, who met Y".
        """
        last = self.linked.document.sentences[self.syntax.sentence_of[i]].last
        listed = [m for m in self.linked.names if m.kind == PERSON and i <= m.first < last]
        return [self.linked.at.get(m.first) for m in listed if not self._is_told_behind(m.first, i)]

    def _is_told_behind(self, name: int, i: int) -> bool:
        clauses = (a for a in self.syntax.ancestors(name) if a > i and self.syntax.is_verb(a))
        return any(self.syntax.dep[a] == "acl:relcl" for a in clauses)

    def _of(self, m: NameMention) -> Iterator[tuple[str | None, str]]:
        """ "The Togolese delegation included X", "X, who led the Ethiopian side", "Togo was represented by X"."""
        group = next((i for i in range(m.last, min(m.last + LED, len(self.tokens))) if self._is_group(i, m)), None)
        if m.kind == INSTITUTION and group is None and not (self._sent_by(m) or self._is_one_of_several(m)):
            return
        after = m.last if group is None else group + 1
        after += self._word(after) == ")"
        while self._word(after) in BEING:
            after += 1
        found = self._represented(after) or self._led(after) or (self._members(after) if group is not None else [])
        if not found and group is not None:
            found = [self._leader_before(m.first), *self._seated(m.first, after)]
        for person in found:
            yield person, self.linked.at[m.first]

    def _of_two(self, m: NameMention) -> Iterator[tuple[str | None, str]]:
        """ "Delegations from Peru and Chile, led by X and Y": each of his own, in their order."""
        above = self.syntax.head[m.first]
        states = [j for j in self.syntax.conjuncts(m.first) if j in self.linked.mention_at]
        if len(states) < 2 or self.syntax.lemma(above) not in DELEGATIONS or self.tokens[above].tag != "NNS":
            return
        after = max(self.linked.mention_at[j].last for j in states)
        after += self._word(after) == ","
        if self._word(after) in LED_BY and self._word(after + 1) == "by":
            leaders = self.listed_after(after + 2)
            if len(leaders) == len(states):
                yield from zip(leaders, (self.linked.at[j] for j in states), strict=True)

    def _led(self, after: int) -> list[str | None]:
        """ "The Peruvian side | was led by X and the Chilean side | by Y"."""
        leads = self._word(after) in LED_BY and self._word(after + 1) == "by"
        leads = leads or (self._word(after) == "," and self._word(after + 1) in LED_BY)
        if not leads and self._word(after) == "by":
            first = self.linked.document.sentences[self.syntax.sentence_of[after]].first
            leads = any(self._word(i) in LED_BY and self._word(i + 1) == "by" for i in range(first, after))
        start = self._name_from(after, NAMED) if leads else None
        return self.listed_after(start)[:1] if start is not None else []

    def _represented(self, after: int) -> list[str | None]:
        """ "Peru | was represented at the talks by X and Y, Chile | by Z"."""
        sentence = self.linked.document.sentences[self.syntax.sentence_of[min(after, len(self.tokens) - 1)]]
        told = next((i for i in range(sentence.first, after + 1) if self._word(i) == "represented"), None)
        if told is None or not (told == after or self._word(after) == "by"):
            return []
        by = next((i for i in range(after, min(after + REPRESENTED, sentence.last)) if self._word(i) == "by"), None)
        start = self._name_from(by + 1, LED) if by is not None else None
        return self.listed_after(start) if start is not None else []

    def _members(self, after: int) -> list[str | None]:
        """ "The Peruvian delegation | included X and Y", "made up of X and Y", "- X and Y - "."""
        if self._word(after) in COMPRISING:
            return self.named_from(after)
        if self._word(after) in COMPOSED and "of" in map(self._word, range(after + 1, after + LED)):
            start = self._name_from(after, 2 * LED)
            return self.listed_after(start) if start is not None else []
        return self.listed_after(after + 1) if self._word(after) in ASIDE else []

    def _leader_before(self, i: int) -> str | None:
        """The person before "led the": "X led | the Indian delegation", "X, who heads | the Indian delegation"."""
        at = i - 1
        while at > 0 and self._word(at) in ("the", "a", "an"):
            at -= 1
        if self._word(at) not in LEADING:
            return None
        while at > 0 and self._word(at - 1) in (",", "who", "also", "will", "would", "to", "is", "has", "had"):
            at -= 1
        m = next((m for m in self.linked.names if m.kind == PERSON and m.last == at), None)
        return self.linked.at.get(m.first) if m is not None else None

    def _seated(self, first: int, after: int) -> list[str | None]:
        """
        Those told to sit there: "X and Y from | the Peruvian side", "On | the Peruvian side, X and Y took part",
        "On | the Peruvian side were X and Y".
        """
        at = first - 1 if self._word(first - 1) == "the" else first
        if self._word(at - 1) not in ("on", "from", "for"):
            return []
        sentence = self.linked.document.sentences[self.syntax.sentence_of[first]]
        if at - 1 == sentence.first:
            return self.named_from(after) if self._word(after - 1) in BEING else self.listed_after(after)
        before = [m for m in self.linked.names if m.kind == PERSON and sentence.first <= m.first < at]
        last = before[-1].last if before else sentence.first
        if not before or at - 1 - last > 1 or self._word(at - 2) not in (",", self._word(last - 1)):
            return []
        joined = self.syntax.conjuncts(self.syntax.head_of(before[-1].first, before[-1].last))
        return [self.linked.at.get(m.first) for m in before if m is before[-1] or m.first in joined]

    def _is_group(self, i: int, m: NameMention) -> bool:
        """Whether a word is the delegation of the state before it: "the Indian trade | delegation"."""
        between = self.tokens[m.last : i]
        return self.tokens[i].lemma in DELEGATIONS and all(t.pos in ("NOUN", "ADJ", "PROPN", "PART") for t in between)

    def _sent_by(self, m: NameMention) -> bool:
        """ "a delegation of the African Union (| AU), led by X"."""
        near = self.tokens[max(0, m.first - SENT_BY) : m.first]
        group = next((n for n, t in enumerate(near) if t.lemma in DELEGATIONS), None)
        return group is not None and [t.text.lower() for t in near[group + 1 : group + 2]] == ["of"]

    def _is_one_of_several(self, m: NameMention) -> bool:
        """ "The Indian delegation was led by X and that | of the Union by Y", "A is represented by X, B by Y"."""
        at = m.first - 1 - (self._word(m.first - 1) == "the")
        sentence = self.linked.document.sentences[self.syntax.sentence_of[m.first]]
        words = [self._word(i) for i in range(sentence.first, sentence.last)]
        return (self._word(at - 1), self._word(at)) == ("that", "of") or (
            "represented" in words and words.count("by") > 1
        )

    def _name_from(self, first: int, reach: int) -> int | None:
        """Where the next name of a person starts."""
        return next((i for i in range(first, first + reach) if i in self._starts), None)

    def _word(self, i: int) -> str:
        return self.tokens[i].text.lower() if 0 <= i < len(self.tokens) else ""
