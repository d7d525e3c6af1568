"""A document whose finder took "Trump-Xi" or "Jane Roe-Ana Ruiz" for one name → the same with two."""

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
    cut = next((i for i in range(first + 1, name.last - 1) if tokens[i].text in HYPHENS), None)
    long = name.label == "PERSON" and name.last - first > 3
    if long and cut is not None and _are_people(document, first, cut, name):
        yield Name(first, cut, "PERSON")
        yield Name(cut + 1, name.last, "PERSON")
        return
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


def _are_people(document: Document, first: int, cut: int, name: Name) -> bool:
    """Whether the words before and after a hyphen each open or close a person's name elsewhere: "Roe-Ana Ruiz"."""

    def words(a: int, b: int) -> list[str]:  # "Jae-in" is one
        return document.article.text[document.tokens[a].start : document.tokens[b - 1].end].split()

    others = [words(n.first, n.last) for n in document.names if n.label == "PERSON" and n is not name]
    parts = words(first, cut), words(cut + 1, name.last)
    return all(any(part in (o[: len(part)], o[-len(part) :]) for o in others) for part in parts)


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
