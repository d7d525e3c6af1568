"""A record's evidence → what a flat row shows of it: the articles by name, one quote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.ask.names import folded
from kg.cli.output import Record


def columns(record: Record, names: Sequence[str | None]) -> dict[str, Any]:
    """
    `articles` by name, the `quote` that tells most of `names`, the first of several, and `sentence`: the quote with its
    article and the number of the others.
    """
    articles = article_names(record)
    best = max(record["articles"], key=lambda each: told(each["quote"], names), default=None)
    if best is None:
        return {"articles": articles, "quote": None, "sentence": None}
    more = f" and {len(articles) - 1} more" if len(articles) > 1 else ""
    return {
        "articles": articles,
        "quote": best["quote"],
        "sentence": f"“{best['quote']}” ({best['article']}{more})",
    }


def article_names(record: Record) -> list[str]:
    """The articles of a record, each once, sorted."""
    return sorted({str(each["article"]) for each in record["articles"]})


def entity_columns(record: Record) -> Record:
    """The columns of a person, institution or place: its names but the first, articles by name."""
    return {**record, "names": list(record["names"])[1:], "articles": article_names(record)}


def told(quote: str, names: Sequence[str | None]) -> float:
    """How much of the names a quote tells: 1 for each in full, less for a part of one."""
    words = set(folded(quote).split())
    parts = [folded(name).split() for name in names if name]
    return sum(sum(part in words for part in name) / len(name) for name in parts if name)
