"""Marked-up example sentences: `<a>Angela Merkel</a> met <b>Emmanuel Macron</b>.` → text and what the tags say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Article, Document, Report

TAG = re.compile(r"<(/?)(\w+)>")


@dataclass(frozen=True, slots=True)
class Marked:
    """The plain text, and each tag's stretches of it."""

    text: str
    tags: dict[str, tuple[str, ...]]


def marked(example: str) -> Marked:
    tags: dict[str, list[str]] = {}
    opened: dict[str, int] = {}
    text, at = "", 0
    for match in TAG.finditer(example):
        text += example[at : match.start()]
        at = match.end()
        if match.group(1):
            tags.setdefault(match.group(2), []).append(text[opened.pop(match.group(2)) :])
        else:
            opened[match.group(2)] = len(text)
    assert not opened, f"a tag is left open: {example}"
    return Marked(text + example[at:], {k: tuple(v) for k, v in tags.items()})


def tokens(doc: Document, sentence: Marked, words: str) -> tuple[int, int]:
    """The first token of the stretch of the sentence that reads so, and the one after its last."""
    first = sentence.text.index(words)
    inside = [t.i for t in doc.tokens if first <= t.start < first + len(words)]
    return inside[0], inside[-1] + 1


def article(text: str, **more: object) -> Article:
    return Article(id="example.txt", text=text, **more)  # type: ignore[arg-type]


def names(report: Report, keys: tuple[str, ...]) -> tuple[str, ...]:
    by_key = {e.key: e.name for e in report.entities}
    return tuple(by_key[k] for k in keys)
