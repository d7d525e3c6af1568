"""
Literate cases: articles, the Turtle that must be in the graph of what they tell, the Turtle that must not, and what the
command line prints.

A case is a section of tests/cases/*.md. Its blocks are `article NAME [DATE]`, `turtle`, `turtle absent` and `console`.
A blank node in Turtle stands for any node.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import vocab
from kg.cli import run
from kg.graph.store import reading

FOLDER = Path(__file__).parent / "cases"
BLOCK = re.compile(r"^```(\w[^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    articles: tuple[tuple[str, str | None, str], ...]  # file name, date given, text
    told: tuple[str, ...]
    absent: tuple[str, ...]
    console: tuple[str, ...]


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.md")):
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            blocks = [(info.split(), body) for info, body in BLOCK.findall(section)]
            yield Case(
                f"{path.stem}: {section.splitlines()[0]}",
                tuple(
                    (info[1], info[2] if len(info) > 2 else None, body) for info, body in blocks if info[0] == "article"
                ),
                tuple(body for info, body in blocks if info == ["turtle"]),
                tuple(body for info, body in blocks if info == ["turtle", "absent"]),
                tuple(body for info, body in blocks if info == ["console"]),
            )


CASES = list(cases())


def question(turtle: str) -> str:
    """ASK for all the triples of a Turtle block at once, blank nodes as variables."""
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in vocab.PREFIXES.items())
    triples = ox.parse(prefixes + turtle, ox.RdfFormat.TURTLE, base_iri=str(vocab.BASE))

    def term(value: object) -> str:
        return f"?b{value.value}" if isinstance(value, ox.BlankNode) else str(value)

    return "ASK {" + " ".join(f"{term(t.subject)} {t.predicate} {term(t.object)} ." for t in triples) + "}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store"
    for name, given, text in case.articles:
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run(["build", str(tmp_path / name), "--store", str(store), *(["--date", given] if given else [])]) == 0
    capsys.readouterr()

    with reading(store) as snapshot:
        graph = snapshot.graph()
        for turtle in case.told:
            assert graph.query(question(turtle)), f"not told: {turtle}"
        for turtle in case.absent:
            assert not graph.query(question(turtle)), f"told: {turtle}"
    for block in case.console:
        command, _, shown = block.partition("\n")
        assert run([*shlex.split(command.removeprefix("$ kg ")), "--store", str(store)]) == 0
        assert capsys.readouterr().out == shown


def test_every_case_asserts_something() -> None:
    assert CASES
    assert all(case.articles and (case.told or case.absent or case.console) for case in CASES)


def test_a_block_that_is_not_so_fails() -> None:
    graph = ox.Store()
    graph.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c")))

    assert graph.query(question('[] <urn:b> "c" .'))
    assert not graph.query(question('[] <urn:b> "d" .'))
