"""The digests of everything besides the articles that decides what a store holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from kg.errors import InputError
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


def model_version(model: str | None) -> str:
    """
    Of the pipeline that *model* names, the shipped one for None.

    That of another is its name, version and digest, apart by blanks; InputError where it is not there.
    """
    return model_digest() if model is None else _named_version(model)


@cache
def _named_version(model: str) -> str:
    home = model_folder(model)
    meta = json.loads((home / "meta.json").read_text(encoding="utf-8"))
    name = f"{meta.get('lang', 'xx')}_{meta.get('name', 'pipeline')}"
    return f"{name} {meta.get('version', '0')} {_digest(home, home.rglob('*'))}"


def model_of(version: str) -> str | None:
    """The name of the pipeline that a store of this model version was made with; None for the shipped one."""
    name, blank, _ = version.partition(" ")
    return name if blank else None


def model_folder(model: str) -> Path:
    """Where the spaCy pipeline *model* lies, a folder or an installed package; InputError where there is none."""
    if (Path(model) / "meta.json").is_file():
        return Path(model)
    spec = find_spec(model) if model.isidentifier() else None
    for home in spec.submodule_search_locations or () if spec else ():
        if (Path(home) / "meta.json").is_file():
            return Path(home)
    raise InputError(f'no spaCy pipeline "{model}": give the name of an installed one or its folder with --model')


def _reading_files() -> Iterable[Path]:
    for part in ("text", "facts"):
        for suffix in ("*.py", "*.toml"):
            yield from (_PACKAGE / part).rglob(suffix)
    yield from (_PACKAGE / "model.py", _PACKAGE / "letters.py")
    yield from _PACKAGE.glob("gazetteer*.py")


def _digest(root: Path, paths: Iterable[Path]) -> str:
    """Twelve digits of a SHA-256 over names and contents, in the order of the names."""
    total = sha256()
    for path in sorted(set(paths), key=lambda each: each.relative_to(root).as_posix()):
        if path.is_file():
            total.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:12]
