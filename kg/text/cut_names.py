"""A document whose finder marked a part of a name → the same with the whole: by its letters, by what it ends in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Document, Name, Token

INNER = frozenset(("of", "for", "on", "and", "the", "in", "-"))
# Of a person's name, which goes on behind them.
OPEN_ENDS = frozenset("bin bint ibn ben binti".split())
LETTERS = range(3, 9)  # of an abbreviation
SPELT = frozenset({"ORG", "GPE", "LOC", "NORP"})  # what the finder may hold a part of a body's name for


def with_whole_names(document: Document) -> Document:
    """Names that the finder cut as the text has them, in place of their parts."""
    whole = [*_spelt_bodies(document), *_run_on_people(document), *_of_their_members(document)]
    if not whole:
        return document
    kept = (n for n in document.names if not any(n.first < w.last and w.first < n.last for w in whole))
    return replace(document, names=tuple(sorted((*kept, *whole), key=lambda n: n.first)))


def _spelt_bodies(document: Document) -> Iterator[Name]:
    """As in "the Federal | River Council (FRC)": from the word of the first letter to that of the last one."""
    tokens = document.tokens
    ends = {n.last: n for n in document.names if n.label in SPELT}
    for i in range(2, len(tokens) - 1):
        letters = tokens[i].text
        if (tokens[i - 1].text, tokens[i + 1].text) != ("(", ")") or not letters.isupper():
            continue
        first = _spelt_from(tokens, i - 1, letters) if len(letters) in LETTERS else None
        inside = [n for n in document.names if first is not None and first <= n.first and n.last <= i - 1]
        if first is None or not any(n.label == "ORG" for n in inside) or any(n.label not in SPELT for n in inside):
            continue
        if i - 1 not in ends or ends[i - 1].first != first:
            yield Name(first, i - 1, "ORG")


def _spelt_from(tokens: tuple[Token, ...], end: int, letters: str) -> int | None:
    """Where the run of capitalised words before *end* starts whose first letters these are."""
    i, left = end, list(letters)
    while left and i > 0:
        i -= 1
        if tokens[i].text[:1].isupper():
            if tokens[i].text[0] != left.pop():
                return None
        elif tokens[i].text not in INNER:
            return None
    return i if not left else None


def _run_on_people(document: Document) -> Iterator[Name]:
    """As in "Sultan Tariq bin | Omar Al Saadi": past a word that opens the name of someone's father."""
    tokens = document.tokens
    for name in document.names:
        last = name.last
        if name.label != "PERSON" or tokens[last - 1].text.lower() not in OPEN_ENDS:
            continue
        while last < len(tokens) and tokens[last].text[:1].isupper() and tokens[last].pos == "PROPN":
            last += 1
        if last > name.last:
            yield Name(name.first, last, "PERSON")


def _of_their_members(document: Document) -> Iterator[Name]:
    """As in "the Community of Serb | Towns": with those whom the body is of."""
    tokens = document.tokens
    taken = {i for n in document.names for i in range(n.first, n.last)}
    for name in document.names:
        i = name.last
        if name.label != "ORG" or i >= len(tokens) or i in taken or not tokens[i].text.istitle():
            continue
        inside = name.first <= tokens[i].head < i and "of" in (tokens[j].text for j in range(name.first, i))
        if inside and tokens[i].tag in ("NNS", "NNPS"):
            yield Name(name.first, i + 1, "ORG")
