"""Titles set off from names by commas, and lists of people under one title, read from the order of the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.link import Linked
from kg.facts.rehang import OF_OFFICE
from kg.letters import word_set
from kg.text.mentions import DEMONYM, DETERMINERS, HONORIFICS, INSTITUTION, PERSON, STATE, NameMention, is_title_noun

OPENERS = DETERMINERS - {"this", "that"}  # which open no title
INNER = OF_OFFICE - {"with", "at"}  # which open a clause after a title more often than they go on with it
INCOMING = word_set("elect designate")  # "the president-elect"
JOINS = frozenset({",", "and", "&", ";", "or"})
UNTIL = ("at", "when", "until", "from", "since", "in", "under")  # what may follow a title in a relative clause
LONGEST = 14  # words in a title with what it is of
LED = 4  # tokens from a state to the office of whoever leads it: "Chad's acting foreign | minister"
BESIDE = 5  # tokens from an office to the name of its holder


@dataclass(frozen=True, slots=True)
class Apposed:
    """A title at tokens `first` up to, not including, `last`, whose it is, and its state where the list gives it."""

    person: str
    first: int
    last: int
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """An office of a state spoken of without its holder's name: "the North Korean leader"; tokens and words."""

    state: str
    first: int
    last: int
    words: str


def descriptions(linked: Linked) -> Iterator[Described]:
    """Offices spoken of beside a state, in the order of the text; those whose holder is named beside them left out."""
    tokens = linked.document.tokens
    for m in linked.names:
        if m.kind not in (STATE, DEMONYM) or linked.in_title(m):
            continue
        first = m.last
        while first < len(tokens) and tokens[first].text in ("'s", "’s", "'", "’"):
            first += 1
        end = min(first + LED, len(tokens))
        head = next((i for i in range(first, end) if is_title_noun(tokens[i], linked.table)), None)
        if head is None or linked.syntax.unit_of[head] != head or _named_beside(linked, head):
            continue
        words = " ".join(linked.text[tokens[first].start : tokens[head].end].split())
        yield Described(linked.at[m.first], first, head + 1, words)


def _named_beside(linked: Linked, i: int) -> bool:
    """Whether the holder is named right after a title: "Taiwan's president-elect, X"."""
    after = [linked.key(j) for j in range(i + 1, min(i + BESIDE + 1, len(linked.document.tokens)))]
    return any(key is not None and linked.is_person(key) for key in after)


class Appositions:
    """
    Reads one article's appositions; a title may come out twice, here and from the trees.

    `preceded` are the first tokens of names whose title stands before them: "the president of X, Jane Roe".
    """

    def __init__(self, linked: Linked) -> None:
        self.linked = linked
        self.tokens = linked.document.tokens
        self.starts = {m.unit_first: m for m in linked.names if m.kind == PERSON}
        self.ends = {m.last: m for m in linked.names if m.kind == PERSON}
        self.preceded: set[int] = set()
        self.named = {i for m in linked.names if m.kind != PERSON for i in range(m.first, m.last)}
        self.inside = {i for m in linked.names if m.kind == PERSON for i in range(m.unit_first, m.last)}
        self._found_before = [found for m in linked.names if m.kind == PERSON for found in self._before(m)]

    def read(self) -> Iterator[Apposed]:
        yield from self._found_before
        for m in self.linked.names:
            if m.kind == PERSON:
                yield from self._after(m)
        for i, token in enumerate(self.tokens):
            if token.tag in ("NNS", "NNPS") or token.text.lower().endswith("s"):
                yield from self._listed(i)

    # ── one person ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _before(self, m: NameMention) -> Iterator[Apposed]:
        """As in "the chairman of the National Assembly, X": the phrase that ends at the comma before the name."""
        last = m.unit_first - 1
        if last < 1 or self.tokens[last].text != ",":
            return
        first = self._phrase_start(last)
        head = self._head(first, last)
        if head is None or self._plural(head):
            return
        first = self._own_start(first, head)
        if any(t.text.lower() == "according" for t in self.tokens[max(0, first - 3) : first]):
            return
        if self._opens_clause(head, m):
            return
        article = first > 0 and self.tokens[first - 1].text.lower() in OPENERS
        opened = article or self.tokens[first].text[:1].isupper() or self._opens_sentence(first)
        before = first - article
        other = self.ends.get(before - 1) if before and self.tokens[before - 1].text == "," else None
        if opened and (other is None or other.first in self.preceded):
            self.preceded.add(m.first)
            yield Apposed(self.linked.at[m.first], first, last)
            yield from self._further_before(self.linked.at[m.first], before - 1)

    def _opens_clause(self, head: int, m: NameMention) -> bool:
        """ "With the president of X, | Jane Roe went over it": a phrase of its own before the subject."""
        syntax = self.linked.syntax
        above = [head, *syntax.ancestors(head)]
        verb = syntax.head[m.first]
        if not syntax.dep[m.first].startswith("nsubj") or self.tokens[m.last].text == "," or verb not in above:
            return False
        return syntax.dep[above[above.index(verb) - 1]] in ("obl", "advcl")

    def _further_before(self, person: str, comma: int) -> Iterator[Apposed]:
        """As in "The envoy of the League, former president of Chile, X": one more phrase before the comma."""
        if comma < 2 or self.tokens[comma].text != ",":
            return
        first = self._phrase_start(comma)
        head = self._head(first, comma)
        if head is None or self._plural(head):
            return
        first = self._own_start(first, head)
        if first and self.tokens[first - 1].text.lower() in OPENERS and self._opens_sentence(first - 1):
            yield Apposed(person, first, comma)

    def _opens_sentence(self, i: int) -> bool:
        return any(s.first == i for s in self.linked.document.sentences)

    def _after(self, m: NameMention) -> Iterator[Apposed]:
        """As in "X, the party chief, …": the phrase between the comma after the name and the next mark or verb."""
        if m.last + 1 >= len(self.tokens) or self.tokens[m.last].text not in (",", "("):
            return
        first = m.last + 1
        if self.tokens[first].text in ("and", "&"):
            return  # "X, | and Finance Minister, Y"
        relative = self._relative(first)
        first = relative or first
        if self.tokens[first].text.lower() in OPENERS:
            first += 1
        last = self._phrase_end(first)
        head = self._head(first, last)
        if (
            head is None
            or self.tokens[first].pos == "ADP"
            or self._plural(head)
            or (last < len(self.tokens) and last in self.inside)
        ):
            return
        ends = (",", ".", ")", ";", "and", "—", "-", "–", *(UNTIL if relative else ()))
        if last < len(self.tokens) and self.tokens[last].text not in ends:
            return
        if last + 1 in self.starts and self.starts[last + 1].first in self.preceded:
            return
        yield Apposed(self.linked.at[m.first], first, last)

    def _relative(self, i: int) -> int | None:
        """Where the title starts after "who was then": "X, who was | Sweden's prime minister at the time"."""
        if self.tokens[i].text.lower() != "who" or i + 3 >= len(self.tokens) or self.tokens[i + 1].lemma != "be":
            return None
        return i + 3 if self.tokens[i + 2].text.lower() in ("then", "also", "now") else i + 2

    def _own_start(self, first: int, head: int) -> int:
        """Where the noun phrase of a head starts: past prepositions and articles before it."""
        start = head
        while start > first and self.tokens[start - 1].text.lower() not in (*OPENERS, "of", "for", "to", "on", "in"):
            start -= 1
        return start

    def _phrase_start(self, last: int) -> int:
        i = last
        while i > 0 and last - i < LONGEST and (self._inner(i - 1) or self._bracketed(i - 1)):
            i -= 3 if self._bracketed(i - 1) else 1
        while i < last and self.tokens[i].text.lower() in INNER:
            i += 1
        return i

    def _bracketed(self, i: int) -> bool:
        """Whether one word in brackets ends at *i*: "the League of States (LOS)"."""
        return i > 2 and self.tokens[i].text == ")" and self.tokens[i - 2].text == "("

    def _phrase_end(self, first: int) -> int:
        i = first
        while i < len(self.tokens) and i - first < LONGEST and self._inner(i):
            titled = self._head(i + 1, min(i + LED + 1, len(self.tokens))) is not None
            if self.tokens[i].text.lower() == "and" and not titled and not self._minded(i + 1):
                break
            i += 1
        return i

    def _minded(self, i: int) -> bool:
        """Whether a word may go on with what an office minds: "Minister of Trade and | Industry"."""
        return (
            i < len(self.tokens)
            and self.tokens[i].tag in ("NNP", "NNPS")
            and i not in self.inside
            and i not in self.named
        )

    def _inner(self, i: int) -> bool:
        token = self.tokens[i]
        if i in self.inside:
            return False
        return (
            i in self.named
            or token.pos in ("NOUN", "PROPN", "ADJ")
            or token.text.lower() in INNER
            or token.tag in ("VBN", "JJ")
            or token.text.lower() == "acting"
        )

    def _head(self, first: int, last: int) -> int | None:
        """The title noun of a phrase: right before its "of", or at its end."""
        for i in range(first, last):
            if is_title_noun(self.tokens[i], self.linked.table) and (
                i + 1 >= last
                or self.tokens[i + 1].text.lower() in ("of", "for", "to", "and", "on", ",", ".")
                or (i + 2 < last and self.tokens[i + 1].text == "-" and self.tokens[i + 2].text.lower() in INCOMING)
            ):
                return i
        return None

    def _plural(self, i: int) -> bool:
        return self.tokens[i].tag in ("NNS", "NNPS")

    # ── several people ──────────────────────────────────────────────────────────────────────────────────────────────

    def _listed(self, i: int) -> Iterator[Apposed]:
        """As in "foreign ministers X of Germany and Y of France", "the presidents of A and B, X and Y" (in order)."""
        token, table = self.tokens[i], self.linked.table
        if not is_title_noun(token, table) or table.title_word(token.text) is not None or table.office(token.text):
            return
        at, states = self._states_after(i + 1)
        states = states or self._states_before(i)
        if at < len(self.tokens) and self.tokens[at].text in (",", ":", "—", "–", "-", "("):
            at += 1
        people = self._people(at)
        if len(people) < 2:
            return
        first = self._title_start(i)
        for n, (person, own) in enumerate(people):
            shared = states[n] if len(states) == len(people) else states[0] if len(states) == 1 else None
            yield Apposed(person, first, i + 1, own or shared)

    def _title_start(self, i: int) -> int:
        first = i
        while (
            first > 0 and self.tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ") and self._state_at(first - 1) is None
        ):
            first -= 1
        return first

    def _state_at(self, i: int) -> str | None:
        key = self.linked.at.get(i) or next(
            (
                self.linked.at.get(m.first)
                for m in self.linked.names
                if m.first <= i < m.last and m.kind in (STATE, DEMONYM)
            ),
            None,
        )
        return key if key and (self.linked.is_state(key) or key.startswith("institution/")) else None

    def _states_after(self, i: int) -> tuple[int, list[str]]:
        """The states after "of", and where they end."""
        if i >= len(self.tokens) or self.tokens[i].text != "of":
            return i, []
        found: list[str] = []
        at = i + 1
        while at < len(self.tokens):
            if self.tokens[at].text.lower() in ("the", ",", "and", "&"):
                at += 1
                continue
            m = self._name_at(at, STATE, INSTITUTION)
            if m is None:
                break
            found.append(self.linked.at[m.first])
            at = m.last
        while at > i and self.tokens[at - 1].text.lower() in (",", "and", "the", "&"):
            at -= 1
        return (at, found) if found else (i, [])

    def _states_before(self, i: int) -> list[str]:
        """The states before the title: "Turkish ministers", "the German and French ministers"."""
        at = self._title_start(i) - 1
        found: list[str] = []
        while at >= 0:
            if self.tokens[at].text.lower() in ("and", ",", "'s", "’s", "'", "-"):
                at -= 1
                continue
            m = self.linked.mention_before.get(at + 1)
            if m is None or m.kind not in (STATE, DEMONYM):
                break
            found.insert(0, self.linked.at[m.first])
            at = m.first - 1
        return found

    def _name_at(self, i: int, *kinds: str) -> NameMention | None:
        m = self.linked.mention_at.get(i)
        return m if m is not None and m.kind in kinds else None

    def _people(self, at: int) -> list[tuple[str, str | None]]:
        """People listed from a place on, each with the state named after it; empty if one has a title of their own."""
        found: list[tuple[str, str | None]] = []
        while at < len(self.tokens):
            m = self.starts.get(at) or next((m for m in self.starts.values() if m.first == at), None)
            if m is None or (found and m.title and not self._only_honorific(m)):
                break
            at = m.last
            state = None
            if at + 1 < len(self.tokens) and self.tokens[at].text == "," and self.tokens[at + 1].text == "(":
                at += 1  # "Jane Roe, (Peru)"
            if at + 1 < len(self.tokens) and self.tokens[at].text in ("of", "("):
                after = at + 2 if self.tokens[at + 1].text.lower() == "the" else at + 1
                place = self._name_at(after, STATE, INSTITUTION)
                if place is not None:
                    state = self.linked.at[place.first]
                    at = place.last + (self.tokens[at].text == "(")
            found.append((self.linked.at[m.first], state))
            while at < len(self.tokens) and self.tokens[at].text.lower() in JOINS:
                at += 1
        return found

    def _only_honorific(self, m: NameMention) -> bool:
        first, last = m.title or (m.first, m.first)
        royal = word_set("prince princess sheikh sheikha king queen")
        return all(self.tokens[i].text.lower().rstrip(".") in HONORIFICS | royal for i in range(first, last))
