"""A store built from articles read by hand, so that no test of the rest needs the language pipeline."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import newsroom
import pytest

from kg import pipeline, versions
from kg.cli import run
from kg.model import Article, Report, Span


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A folder of articles that are read by hand; `build` and `kg` work in it."""

    folder: Path
    store: Path

    def write(self, *names: str) -> None:
        """Put these articles, all of them where none is named, into the folder."""
        self.folder.mkdir(exist_ok=True)
        for name in names or newsroom.TEXTS:
            head = f"---\ndate: {newsroom.PUBLISHED[name]}\n---\n" if name in newsroom.PUBLISHED else ""
            (self.folder / name).write_text(head + newsroom.TEXTS[name], encoding="utf-8")

    def build(self, *names: str, fresh: bool = False, jobs: int = 1) -> pipeline.Built:
        """Add these articles of the folder, all of them where none is named."""
        self.write(*names)
        paths: Sequence[Path] = [self.folder / name for name in names] or [self.folder]
        return pipeline.build(paths, self.store, fresh=fresh, jobs=jobs)

    def kg(self, *arguments: str) -> int:
        """Run a command on the store; its exit code."""
        return run([*arguments, "--store", str(self.store)])


def read_by_hand(article: Article, nlp: Any) -> Report:
    """The report made by hand, its offsets moved to where the text stands in the file; empty for any other article."""
    made = newsroom.reports().get(article.id)
    if made is None or made.article.text not in article.text:
        return Report(article)
    return moved(made, article, article.text.index(made.article.text))


def moved(report: Report, article: Article, by: int) -> Report:
    """The report with every offset moved on, about `article`."""

    def shift(value: Any) -> Any:
        if isinstance(value, Span):
            return Span(value.start + by, value.end + by)
        if isinstance(value, tuple):
            return tuple(shift(each) for each in value)
        if hasattr(value, "__dataclass_fields__"):
            return replace(value, **{name: shift(getattr(value, name)) for name in value.__dataclass_fields__})
        return value

    dropped = (*article.dropped, *shift(report.article.dropped))
    made: Report = shift(report)
    return replace(made, article=replace(article, dropped=dropped))


BY_HAND = (
    (pipeline, "load", lambda: None),
    (pipeline, "read_article", read_by_hand),
    (versions, "rules_digest", lambda: "by hand"),
    (versions, "model_digest", lambda: "by hand"),
)


@pytest.fixture
def empty_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A newsroom whose store is not built yet."""
    for module, name, replacement in BY_HAND:
        monkeypatch.setattr(module, name, replacement)
    return Newsroom(tmp_path / "articles", tmp_path / "store")


@pytest.fixture
def room(empty_room: Newsroom) -> Newsroom:
    """A newsroom whose store holds all four articles."""
    empty_room.build()
    return empty_room


@pytest.fixture(autouse=True)
def _plain_output(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test depends on the terminal it runs in."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("KG_STORE", raising=False)
    yield
    os.environ.pop("KG_STORE", None)
