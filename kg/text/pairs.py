"""A document whose finder took "Trump-Xi" for one name → the same with two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Document, Name

HYPHENS = frozenset({"-", "‑", "–"})
SPLIT = frozenset({"PERSON", "EVENT", "ORG"})


def parted(document: Document) -> Document:
    """Names like "Trump-Xi" and "Reagan-Gorbachev summit" as two, where both are names of people elsewhere in it."""
    names = tuple(part for name in document.names for part in _parts(document, name))
    return document if names == document.names else replace(document, names=names)


def _parts(document: Document, name: Name) -> Iterator[Name]:
    tokens, first = document.tokens, name.first
    while first < name.last and tokens[first].text.lower() in ("the", "a"):
        first += 1
    pair = (
        name.label in SPLIT
        and first + 3 <= name.last
        and tokens[first + 1].text in HYPHENS
        and all(token.text[:1].islower() for token in tokens[first + 3 : name.last])
        and _is_named(document, first)
        and _is_named(document, first + 2)
    )
    if pair:
        yield Name(first, first + 1, "PERSON")
        yield Name(first + 2, first + 3, "PERSON")
    else:
        yield name


def _is_named(document: Document, i: int) -> bool:
    """Whether the word is part of a person's name elsewhere, beside no hyphen."""
    word = document.tokens[i].text
    return word[:1].isupper() and any(
        name.label == "PERSON"
        and document.tokens[j].text == word
        and not {document.tokens[max(0, j - 1)].text, document.tokens[min(j + 1, len(document.tokens) - 1)].text}
        & HYPHENS
        for name in document.names
        for j in range(name.first, name.last)
    )
