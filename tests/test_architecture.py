"""Data flows one way: who may import whom."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kg"

# Each part may import the parts of the rows above its own, and those named for it here.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("vocab", "errors", "letters", "resources"),
    ("model", "ontology", "gazetteer", "codec", "versions"),
    ("text", "facts", "fusion", "graph", "ask"),
    ("pipeline",),
    ("cli",),
)
ALSO = {
    "resources": {"errors"},
    "facts": {"text"},  # how words and dates are told apart
    "ask": {"graph"},  # the IRIs of nodes, and the way back from them
}
ONLY_IN = {
    "spacy": ("kg/text/",),
    "pyshacl": ("kg/graph/validate.py",),
    "typer": ("kg/cli/",),
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or within a function, `from kg import x` as kg.x."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "kg":
                yield from (f"kg.{name.name}" for name in node.names)
            else:
                yield node.module


def part(path: Path) -> str:
    """The part of the package that a file belongs to."""
    first = path.relative_to(PACKAGE).with_suffix("").parts[0]
    return "cli" if first == "__main__" else first


def allowed(name: str) -> set[str]:
    """The parts that a part may import."""
    row = next(i for i, parts in enumerate(LAYERS) if name in parts)
    return {name, *ALSO.get(name, ())}.union(*LAYERS[:row])


def wrong_imports(path: Path, name: str) -> list[str]:
    """The parts that a file imports against the flow."""
    parts = {module.split(".")[1] for module in imported(path) if module.startswith("kg.")} - {"__version__"}
    return sorted(parts - allowed(name))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_comes_before_it(path: Path) -> None:
    if path == PACKAGE / "__init__.py":
        assert not [module for module in imported(path) if module.startswith("kg")]
        return

    assert wrong_imports(path, part(path)) == []


def test_an_import_against_the_flow_is_found(tmp_path: Path) -> None:
    module = tmp_path / "backwards.py"
    module.write_text("def late():\n    from kg.cli import options\n", encoding="utf-8")

    assert wrong_imports(module, "graph") == ["cli"]


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_a_library_is_used_in_its_own_place_alone(library: str) -> None:
    users = [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if library in {module.split(".")[0] for module in imported(path)}
    ]

    assert users
    assert [user for user in users if not user.startswith(ONLY_IN[library])] == []


def test_every_part_has_its_layer() -> None:
    parts = {part(path) for path in MODULES} - {"__init__"}

    assert parts == {name for row in LAYERS for name in row}


def test_addresses_stand_in_the_vocabulary_alone() -> None:
    separator = ":" + "//"
    holders = [path.relative_to(ROOT).as_posix() for path in MODULES if separator in path.read_text(encoding="utf-8")]

    assert holders == ["kg/vocab.py"]
