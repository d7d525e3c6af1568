"""A name as typed → the nodes it may mean, or a suggestion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import pyoxigraph as ox

from kg.errors import QueryError
from kg.letters import unaccented


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A node under one of its names; `preferred` marks the one it is printed under."""

    iri: str
    name: str
    preferred: bool


def folded(name: str) -> str:
    """
    The name without accents, case and punctuation, single blanks between words.

    An apostrophe parts words, as it does not in `kg.letters.folded`: what is typed is sought word by word.

    >>> folded("Xi Jin-ping’s  São Tomé"), folded("Łukasz")
    ('xi jin ping s sao tome', 'lukasz')
    """
    return " ".join("".join(char if char.isalnum() else " " for char in unaccented(name).casefold()).split())


def find(wanted: str, named: Sequence[Named], kind: str) -> tuple[ox.NamedNode, ...]:
    """
    Every node that `wanted` may mean, sorted: by IRI, else by preferred name, else by any name, else by a word of one.

    QueryError with the closest name where there is none; `kind` is what was looked for ("person").
    """
    key = folded(wanted)
    exact = {entry.iri for entry in named if wanted == entry.iri or entry.iri.endswith(f"/{wanted}")}
    ranks: tuple[Iterable[str], ...] = (
        exact,
        {entry.iri for entry in named if entry.preferred and folded(entry.name) == key},
        {entry.iri for entry in named if folded(entry.name) == key},
        {entry.iri for entry in named if key and f" {key} " in f" {folded(entry.name)} "},
    )
    for rank in ranks:
        if found := sorted(rank):
            return tuple(ox.NamedNode(iri) for iri in found)
    raise QueryError(f'no {kind} named "{wanted}" in the store{did_you_mean(wanted, [entry.name for entry in named])}')


def did_you_mean(wanted: str, allowed: Iterable[str]) -> str:
    """`: did you mean "X"?` for the closest of the names allowed, empty where none is close."""
    by_key = {folded(name): name for name in sorted(allowed, reverse=True)}
    close = get_close_matches(folded(wanted), sorted(by_key), n=1, cutoff=0.6)
    if not close:
        words = {word: name for key, name in sorted(by_key.items()) for word in key.split()}
        close_words = get_close_matches(folded(wanted), sorted(words), n=1, cutoff=0.75)
        return f': did you mean "{words[close_words[0]]}"?' if close_words else ""
    return f': did you mean "{by_key[close[0]]}"?'
