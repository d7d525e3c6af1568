"""The digests of everything besides the articles that decides what a store holds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from kg.resources import folder

_PACKAGE = Path(__file__).parent


@cache
def ontology_digest() -> str:
    """Of the ontology's terms, measures and shapes."""
    return _digest(folder("ontology"), folder("ontology").glob("*.ttl"))


@cache
def rules_digest() -> str:
    """Of the rules, of the code that applies them, and of the tables of names."""
    return _digest(_PACKAGE, _reading_files()) + _digest(folder("names"), folder("names").rglob("*.tsv"))


@cache
def model_digest() -> str:
    """Of the weights of the shipped language pipeline."""
    model = _PACKAGE / "text" / "pipeline" / "model"
    return _digest(model, model.rglob("*"))


def _reading_files() -> Iterable[Path]:
    for part in ("text", "facts"):
        for suffix in ("*.py", "*.toml"):
            yield from (_PACKAGE / part).rglob(suffix)
    yield _PACKAGE / "model.py"
    yield from _PACKAGE.glob("gazetteer*.py")


def _digest(root: Path, paths: Iterable[Path]) -> str:
    """Twelve digits of a SHA-256 over names and contents, in the order of the names."""
    total = sha256()
    for path in sorted(set(paths), key=lambda each: each.relative_to(root).as_posix()):
        if path.is_file():
            total.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:12]
