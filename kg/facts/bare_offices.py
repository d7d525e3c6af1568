"""Offices told in place of a name, in the sentence after it: "Penny Wong was in Suva. The foreign minister met X"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.facts.link import Linked
from kg.letters import word_set
from kg.text.mentions import PERSON, NameMention
from kg.text.syntax import PASSIVE_SUBJECT, SUBJECT

REACHES = 4  # sentences from a name to the office told for it, if no other name stands between
SUBJECTS = SUBJECT | PASSIVE_SUBJECT
VAGUE = word_set("leader minister secretary envoy diplomat negotiator royal prince princess senator congressman")


@dataclass(frozen=True, slots=True)
class BareOffice:
    """An office headed by token `head`, at tokens `first` up to, not including, `last`, of whoever was named last."""

    person: str
    first: int
    head: int
    last: int
    words: str


def bare_offices(linked: Linked, titled: Collection[str]) -> Iterator[BareOffice]:
    """
    Each with the one person without an office of whom the last sentences tell something; in the order of the text.

    *titled* are those of whom an office is told, or for whom they stand.
    """
    syntax = linked.syntax
    for i, token in enumerate(linked.document.tokens):
        first = _first(linked, i) if token.tag == "NN" and syntax.dep[i] in SUBJECTS else None
        if first is None:
            continue
        words = " ".join(linked.text[linked.document.tokens[first].start : token.end].split())
        last = i + 1
        if [syntax.word(i + n) for n in (1, 2)] == ["of", "state"]:
            words, last = f"{words} of state", i + 3
        office = linked.table.office(words)
        if office is None or not office.national or words.lower() in VAGUE:
            continue
        if (person := _told_before(linked, i, first, titled)) is not None:
            yield BareOffice(person, first, i, last, words)


def _first(linked: Linked, i: int) -> int | None:
    """The first word of "the | foreign minister" that ends at *i*; None for what is anybody's but the one meant."""
    syntax = linked.syntax
    parts = [c for c in syntax.children(i) if c < i]
    if not parts or syntax.word(parts[0]) != "the" or any(linked.key(c) for c in (i, *parts)):
        return None
    plain = all(syntax.dep[c] in ("det", "compound", "amod") for c in parts) and syntax.unit_of[i] == i
    beside = [c for c in syntax.children(i, "appos", "nmod", "acl:relcl", "conj", "flat", "nmod:desc")]
    of_state = all(syntax.word(c) == "state" for c in beside)
    return parts[0] + 1 if plain and of_state and parts[0] + 1 == min((*parts[1:], i)) else None


def _told_before(linked: Linked, i: int, first: int, titled: Collection[str]) -> str | None:
    """The only person without an office named in the last sentence with names and here up to *i*."""
    sentence_of = linked.syntax.sentence_of
    before = [m for m in linked.names if m.kind == PERSON and m.first < first]
    last = max((sentence_of[m.first] for m in before if sentence_of[m.first] < sentence_of[i]), default=sentence_of[i])
    if sentence_of[i] - last > REACHES:
        return None
    free = [m for m in before if sentence_of[m.first] >= last and linked.at[m.first] not in titled]
    if len({linked.at[m.first] for m in free}) != 1:
        return None
    return next((linked.at[m.first] for m in free if _is_about(linked, m, i)), None)


def _is_about(linked: Linked, m: NameMention, i: int) -> bool:
    """Whether the name is what its sentence says something of, and its clause does not tell of the office in turn."""
    syntax = linked.syntax
    return syntax.dep[m.first] in SUBJECTS and syntax.head[m.first] not in syntax.ancestors(i)
